#include "plugins/machine-translation/store/cache.h"

#include "plugins/machine-translation/store/sound_store.h"

#include "ledger/ledger_line.h"
#include "text/compose.h"

#include <QtCore/QCryptographicHash>

namespace verbale::mt {

namespace {

constexpr qint64 cacheFormat = 0x56424D43; // "VBMC"

constexpr const char *schema = "CREATE TABLE answer (key BLOB PRIMARY KEY, engine TEXT NOT NULL,"
                               " text TEXT NOT NULL, truncated INTEGER NOT NULL,"
                               " billed INTEGER, time INTEGER NOT NULL) STRICT, WITHOUT ROWID";

void addField(QCryptographicHash &hash, const QString &text)
{
    ledger::addField(hash, text.toUtf8());
}

} // namespace

QByteArray cacheKey(const Engine &engine, const QString &sourceLanguage, const QString &targetLanguage,
                    const Item &item)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    addField(hash, engine.id());
    ledger::addField(hash, engine.options());
    addField(hash, sourceLanguage);
    addField(hash, targetLanguage);
    addField(hash, text::composed(item.text));
    addField(hash, engine.takesContext() ? text::composed(item.context) : QString());
    if (engine.takesTerms()) {
        for (const TermPair &term : item.terms) {
            addField(hash, text::composed(term.source));
            addField(hash, term.target);
        }
    }
    return hash.result();
}

Cache::Cache(std::unique_ptr<sqlite::Database> database)
    : m_database(std::move(database))
    , m_find(*m_database, "SELECT text, truncated, billed, time FROM answer WHERE key = ?")
{
}

Result<Cache::Opened> Cache::open(const QString &path)
{
    Result<SoundStore> store = openSoundStore(path, cacheFormat, schema);
    if (!store)
        return store.error();
    const QString warning =
        store->wasDamaged
            ? QStringLiteral("The store of machine translations was damaged; a new one was begun, and the "
                             "old one lies beside it.")
            : QString();
    return Opened{std::unique_ptr<Cache>(new Cache(std::move(store->database))), warning};
}

Result<std::unique_ptr<Cache>> Cache::openBeside(const QString &path)
{
    auto database = ledger::openStore(path, cacheFormat, schema);
    if (!database)
        return database.error();
    return std::unique_ptr<Cache>(new Cache(std::move(*database)));
}

Result<std::optional<CachedAnswer>> Cache::find(const QByteArray &key) const
{
    sqlite::Statement &query = m_find;
    const sqlite::Resetting after(query);
    const Result<bool> row = query.bindBlob(1, key).step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<CachedAnswer>();
    CachedAnswer answer{query.text(0), query.integer(1) != 0, {}, query.integer(3)};
    if (!query.isNull(2))
        answer.billedCharacters = query.integer(2);
    return std::optional(answer);
}

Result<void> Cache::put(const QList<Entry> &entries, const QString &engine)
{
    sqlite::Transaction transaction(*m_database);
    if (const Result<void> begun = transaction.beginWrite(); !begun)
        return begun;
    sqlite::Statement insert(*m_database,
                             "INSERT OR REPLACE INTO answer (key, engine, text, truncated, billed, time)"
                             " VALUES (?, ?, ?, ?, ?, ?)");
    for (const Entry &entry : entries) {
        const CachedAnswer &answer = entry.answer;
        insert.bindBlob(1, entry.key).bind(2, engine).bind(3, answer.text);
        insert.bind(4, qint64(answer.truncated ? 1 : 0)).bind(6, answer.time);
        if (answer.billedCharacters)
            insert.bind(5, *answer.billedCharacters);
        else
            insert.bindNull(5);
        if (const Result<void> done = insert.run(); !done)
            return done;
    }
    return transaction.commit();
}

Result<void> Cache::forget(const QByteArray &key)
{
    sqlite::Statement remove(*m_database, "DELETE FROM answer WHERE key = ?");
    return remove.bindBlob(1, key).run();
}

} // namespace verbale::mt
