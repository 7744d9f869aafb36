#include "ledger/ledger.h"

#include "ledger/ledger_writer.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

#include <algorithm>

namespace verbale::ledger {

namespace {

constexpr qint64 ledgerFormat = 0x56424D4C; // "VBML"
/// No service charges more for one text; the sums stay far from what an integer holds.
constexpr qint64 mostCharged = 1'000'000'000;

constexpr const char *schema =
    "CREATE TABLE line (number INTEGER PRIMARY KEY, time INTEGER NOT NULL, kind INTEGER NOT NULL,"
    " request INTEGER NOT NULL, about INTEGER NOT NULL, month INTEGER NOT NULL, engine TEXT NOT NULL, host "
    "TEXT NOT NULL,"
    " document TEXT NOT NULL, segment TEXT NOT NULL, key BLOB NOT NULL, text BLOB NOT NULL,"
    " characters INTEGER NOT NULL, cost INTEGER NOT NULL, billed INTEGER, outcome TEXT NOT NULL,"
    " code TEXT NOT NULL, answer BLOB NOT NULL, hash BLOB NOT NULL) STRICT;"
    "CREATE INDEX line_of_key ON line (key, number) WHERE kind > 1;"
    "CREATE INDEX line_of_request ON line (request);"
    "CREATE UNIQUE INDEX outcome_of_text ON line (about) WHERE kind = 3;"
    "CREATE INDEX cost_of_document ON line (document, cost);"
    "CREATE INDEX cost_of_month ON line (month, cost);"
    "CREATE TRIGGER no_change BEFORE UPDATE ON line BEGIN SELECT RAISE(ABORT, 'lines are never changed'); "
    "END;"
    "CREATE TRIGGER no_removal BEFORE DELETE ON line BEGIN SELECT RAISE(ABORT, 'lines are never removed'); "
    "END";

qint64 monthOf(qint64 time)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(time, QTimeZone::utc()).date();
    return day.year() * 100 + day.month();
}

Result<qint64> sum(const sqlite::Database &database, const char *sql, const auto &value)
{
    sqlite::Statement query(database, sql);
    const Result<bool> row = query.bind(1, value).step();
    if (!row)
        return row.error();
    return *row ? query.integer(0) : 0;
}

Result<qint64> spentInMonth(const sqlite::Database &database, qint64 month)
{
    return sum(database, "SELECT coalesce(sum(cost), 0) FROM line WHERE month = ?", month);
}

Error exhausted(const char *code, const QString &what, qint64 limit, qint64 spent, qint64 wanted)
{
    return {QLatin1String(code),
            QStringLiteral(
                "The budget of %1 is used up: %2 of %3 characters are spent, and this request would take "
                "%4 more; raise the budget in the settings, or go on without machine translation.")
                .arg(what)
                .arg(spent)
                .arg(limit)
                .arg(wanted)};
}

/// Within the transaction that writes the request, so that two programs do not spend the same rest.
Result<void> affordable(const sqlite::Database &database, const ExitRequest &request, const Budget &budget,
                        qint64 month)
{
    qint64 wanted = 0;
    for (const ExitRequest::Text &text : request.texts)
        wanted += text.characters;
    if (budget.document) {
        const Result<qint64> spent =
            sum(database, "SELECT coalesce(sum(cost), 0) FROM line WHERE document = ?", request.document);
        if (!spent)
            return spent.error();
        if (*spent + wanted > *budget.document)
            return exhausted("mt.budget-document", QStringLiteral("this document"), *budget.document, *spent,
                             wanted);
    }
    if (budget.month) {
        const Result<qint64> spent = spentInMonth(database, month);
        if (!spent)
            return spent.error();
        if (*spent + wanted > *budget.month)
            return exhausted("mt.budget-month", QStringLiteral("this month"), *budget.month, *spent, wanted);
    }
    return {};
}

/// What an outcome costs beside what was reckoned when the text was sent.
qint64 correction(const LedgerLine &sent, const TextOutcome &outcome)
{
    if (outcome.outcome == Outcome::Unbilled || outcome.outcome == Outcome::NotSent)
        return -sent.characters;
    if (!outcome.billed)
        return 0;
    return std::clamp(*outcome.billed, qint64(0), mostCharged) - sent.characters;
}

/// The Text lines of a request, without those that have an outcome already.
Result<QList<LedgerLine>> openTexts(const sqlite::Database &database, qint64 request)
{
    sqlite::Statement query(database, LedgerReader::select("WHERE request = ? ORDER BY number"));
    query.bind(1, request);
    const Result<QList<LedgerLine>> lines = LedgerReader::all(query);
    if (!lines)
        return lines;
    QList<LedgerLine> texts;
    for (const LedgerLine &line : *lines) {
        if (line.kind == LedgerLine::Kind::Text)
            texts.append(line);
        else if (line.kind == LedgerLine::Kind::Outcome)
            texts.removeIf([&line](const LedgerLine &text) { return text.number == line.about; });
    }
    return texts;
}

} // namespace

Ledger::Ledger(std::unique_ptr<sqlite::Database> database, Clock clock)
    : m_database(std::move(database))
    , m_lastOutcome(*m_database, "SELECT kind, outcome FROM line WHERE kind > 1 AND key = ?"
                                 " ORDER BY number DESC LIMIT 1")
    , m_clock(std::move(clock))
{
    if (!m_clock)
        m_clock = [] { return QDateTime::currentMSecsSinceEpoch(); };
}

Result<std::unique_ptr<Ledger>> Ledger::open(const QString &path, Clock clock)
{
    auto database = openStore(path, ledgerFormat, schema);
    if (!database)
        return database.error();
    return std::unique_ptr<Ledger>(new Ledger(std::move(*database), std::move(clock)));
}

Result<qint64> Ledger::sending(const ExitRequest &request, const Budget &budget)
{
    sqlite::Transaction transaction(*m_database);
    if (const Result<void> begun = transaction.beginWrite(); !begun)
        return begun.error();
    LedgerLine line;
    line.time = m_clock();
    line.month = monthOf(line.time);
    if (const Result<void> allowed = affordable(*m_database, request, budget, line.month); !allowed)
        return allowed.error();

    LedgerWriter writer(*m_database);
    line.engine = request.engine;
    line.host = request.host;
    line.document = request.document;
    line.text = request.body;
    const Result<qint64> number = writer.append(line);
    if (!number)
        return number;
    line.kind = LedgerLine::Kind::Text;
    line.request = *number;
    for (const ExitRequest::Text &text : request.texts) {
        line.segment = text.segment;
        line.key = text.key;
        line.text = text.text.toUtf8();
        line.characters = text.characters;
        line.cost = text.characters;
        if (const Result<qint64> written = writer.append(line); !written)
            return written;
    }
    if (const Result<void> done = transaction.commit(); !done)
        return done.error();
    return *number;
}

Result<void> Ledger::finished(qint64 request, const QList<TextOutcome> &outcomes)
{
    sqlite::Transaction transaction(*m_database);
    if (const Result<void> begun = transaction.beginWrite(); !begun)
        return begun;
    const Result<QList<LedgerLine>> sent = openTexts(*m_database, request);
    if (!sent)
        return sent.error();
    LedgerWriter writer(*m_database);
    for (const TextOutcome &outcome : outcomes) {
        // The Text lines of a request stand right behind it, in its order.
        const qint64 number = request + 1 + outcome.text;
        const auto text = std::find_if(sent->begin(), sent->end(),
                                       [number](const LedgerLine &one) { return one.number == number; });
        if (text == sent->end())
            return Error{
                QStringLiteral("mt.ledger-order"),
                QStringLiteral("The ledger was told about a text that was not sent, or told twice.")};
        LedgerLine line = *text;
        line.kind = LedgerLine::Kind::Outcome;
        line.about = number;
        line.time = m_clock();
        line.text.clear();
        line.cost = correction(*text, outcome);
        line.billed = outcome.billed;
        line.outcome = nameOf(outcome.outcome);
        line.code = outcome.code;
        if (outcome.answer)
            line.answer = QCryptographicHash::hash(outcome.answer->toUtf8(), QCryptographicHash::Sha256);
        if (const Result<qint64> written = writer.append(line); !written)
            return written.error();
    }
    return transaction.commit();
}

Result<std::optional<Outcome>> Ledger::lastOutcome(const QByteArray &key) const
{
    sqlite::Statement &query = m_lastOutcome;
    const sqlite::Resetting after(query);
    const Result<bool> row = query.bindBlob(1, key).step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<Outcome>();
    if (static_cast<LedgerLine::Kind>(query.integer(0)) == LedgerLine::Kind::Text)
        return std::optional(Outcome::Unfinished);
    return std::optional(outcomeNamed(query.text(1)));
}

Result<qint64> Ledger::spentOnDocument(const QString &document) const
{
    return sum(*m_database, "SELECT coalesce(sum(cost), 0) FROM line WHERE document = ?", document);
}

Result<qint64> Ledger::spentInMonth() const
{
    return ledger::spentInMonth(*m_database, monthOf(m_clock()));
}

Result<QList<LedgerLine>> Ledger::lines(qint64 after, int count, const QString &document) const
{
    sqlite::Statement query(
        *m_database,
        LedgerReader::select("WHERE number > ?1 AND (?2 = '' OR document = ?2) ORDER BY number LIMIT ?3"));
    query.bind(1, after).bind(2, document).bind(3, qint64(count));
    return LedgerReader::all(query);
}

Result<LedgerCheck> Ledger::verify(const std::function<void(const LedgerLine &)> &each) const
{
    return LedgerReader(*m_database).check(each);
}

Result<LedgerCheck> Ledger::exportTo(QIODevice &device) const
{
    bool written = true;
    const Result<LedgerCheck> check = LedgerReader(*m_database).check([&](const LedgerLine &line) {
        const QByteArray json = toJson(line);
        written = written && device.write(json) == json.size();
    });
    if (!check)
        return check;
    const QByteArray last = "{\"lines\":" + QByteArray::number(check->lines) + ",\"head\":\"" +
                            check->head.toHex() + "\",\"holds\":" + (check->broken ? "false" : "true") +
                            "}\n";
    if (!written || device.write(last) != last.size())
        return Error{QStringLiteral("mt.export-failed"),
                     QStringLiteral("The ledger could not be written: %1.").arg(device.errorString())};
    return check;
}

} // namespace verbale::ledger
