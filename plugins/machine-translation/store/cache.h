#pragma once

#include "ledger/store_file.h"
#include "plugins/machine-translation/engines/engine.h"

namespace verbale::mt {

/// SHA-256 over all that a translation depends on: engine, its options (with the glossary and its version),
/// both languages, the text in NFC, and its context and terms where the engine takes them. Two items with one
/// key are one text to translate.
QByteArray cacheKey(const Engine &engine, const QString &sourceLanguage, const QString &targetLanguage,
                    const Item &item);

/// What a service once answered for a text, in the engine's own notation and not judged: the judging is done
/// again with each use, so that a bad answer is neither shown nor paid for a second time.
struct CachedAnswer
{
    QString text;
    bool truncated = false;
    std::optional<qint64> billedCharacters = {};
    qint64 time = 0; ///< milliseconds since 1970, UTC
};

/// Every answer that was paid for, for good: an SQLite file, readable for its owner alone. One thread at a
/// time; several programs may use one file at once.
class Cache
{
public:
    struct Opened;
    /// Reads the whole file. A damaged one is set aside as NAME.damaged (its log as NAME.damaged-wal) and a
    /// new one begun: what was in it has to be paid for again.
    static Result<Opened> open(const QString &path);

    /// Another way to the file that open() has seen to, for another thread.
    static Result<std::unique_ptr<Cache>> openBeside(const QString &path);

    [[nodiscard]] Result<std::optional<CachedAnswer>> find(const QByteArray &key) const;

    struct Entry
    {
        QByteArray key;
        CachedAnswer answer;
    };
    /// All of them or none, on the disk when it returns: before the ledger says that the request is finished.
    Result<void> put(const QList<Entry> &entries, const QString &engine);
    /// Before the user asks for another translation of the same text.
    Result<void> forget(const QByteArray &key);

    /// For several looks that are to see one state, and to ask the system once: sqlite::Transaction.
    [[nodiscard]] const sqlite::Database &database() const { return *m_database; }

private:
    explicit Cache(std::unique_ptr<sqlite::Database> database);

    std::unique_ptr<sqlite::Database> m_database;
    mutable sqlite::Statement m_find;
};

struct Cache::Opened
{
    std::unique_ptr<Cache> cache;
    QString warning; ///< one sentence; empty: all is well
};

} // namespace verbale::mt
