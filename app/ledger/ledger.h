#pragma once

#include "ledger/ledger_line.h"
#include "ledger/store_file.h"

#include <QtCore/QIODevice>
#include <QtCore/QList>

#include <functional>

namespace verbale::ledger {

/// What may be spent, in characters as the services count them; nothing: no limit.
struct Budget
{
    std::optional<qint64> document;
    std::optional<qint64> month; ///< over all documents and engines, by the calendar of UTC
};

/// A request that is about to leave, one for each attempt.
struct ExitRequest
{
    struct Text
    {
        QString segment;
        QByteArray key; ///< cacheKey() of the item
        QString text;   ///< exactly as sent
        qint64 characters = 0;
    };
    QString engine;
    QString host;
    QString document;
    QByteArray body; ///< exactly as sent, without a key
    QList<Text> texts;
};

/// What became of one text of a request.
struct TextOutcome
{
    qsizetype text = 0; ///< index into ExitRequest::texts
    Outcome outcome = Outcome::Ambiguous;
    QString code = {};                  ///< of the failure
    std::optional<qint64> billed = {};  ///< as the service says; otherwise the characters count
    std::optional<QString> answer = {}; ///< of which the hash is kept
};

struct LedgerCheck
{
    qint64 lines = 0; ///< that hold
    QByteArray head;  ///< hash of the last one that holds; compare it with the one that was kept elsewhere
    std::optional<qint64> broken; ///< the first line that was changed, or stands after a missing one
    bool clockWentBack = false;   ///< no fault: the times are what the clock had
};

/// What left this machine: an SQLite file to which lines are added and in which none is changed, each with a
/// hash of itself and the line before. Whoever changes or takes out a line breaks the chain; whoever cuts off
/// its end is found by the head that an export has kept. One thread at a time; several programs may use one
/// file at once. docs/adr/0040-the-exit-ledger.md
class Ledger
{
public:
    using Clock = std::function<qint64()>; ///< milliseconds since 1970, UTC
    static Result<std::unique_ptr<Ledger>> open(const QString &path, Clock clock = {});

    /// Before a byte leaves: writes what will be sent, on the disk when it returns. Nothing is sent without
    /// its number. Errors: "mt.budget-document", "mt.budget-month", or why it could not be written.
    [[nodiscard]] Result<qint64> sending(const ExitRequest &request, const Budget &budget);
    /// After: what became of each text; those that are left out stay unfinished. After the cache has the
    /// answers.
    Result<void> finished(qint64 request, const QList<TextOutcome> &outcomes);

    /// For several questions that are to see one state, and to ask the system once: sqlite::Transaction.
    [[nodiscard]] const sqlite::Database &database() const { return *m_database; }

    /// What became of the last time that a text was sent; nothing: it never was.
    [[nodiscard]] Result<std::optional<Outcome>> lastOutcome(const QByteArray &key) const;

    [[nodiscard]] Result<qint64> spentOnDocument(const QString &document) const;
    [[nodiscard]] Result<qint64> spentInMonth() const;

    /// In one state of the file; `each` sees every line, sound or not.
    [[nodiscard]] Result<LedgerCheck> verify(const std::function<void(const LedgerLine &)> &each = {}) const;
    /// Lines after a number, at most so many. An empty document: of all.
    [[nodiscard]] Result<QList<LedgerLine>> lines(qint64 after, int count,
                                                  const QString &document = {}) const;
    /// All of them as lines of JSON, and a last one with the number of lines, the head and whether the chain
    /// holds.
    Result<LedgerCheck> exportTo(QIODevice &device) const;

private:
    Ledger(std::unique_ptr<sqlite::Database> database, Clock clock);

    std::unique_ptr<sqlite::Database> m_database;
    mutable sqlite::Statement m_lastOutcome;
    Clock m_clock;
};

} // namespace verbale::ledger
