#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QIODevice>
#include <QtCore/QList>
#include <QtCore/QProcessEnvironment>

#include <optional>

namespace verbale::session {

/// A text that left this machine, and what became of it.
struct SentText
{
    qint64 number = 0;  ///< of its line in the ledger
    qint64 request = 0; ///< of the line of the request that it went out with
    qint64 time = 0;    ///< milliseconds since 1970, UTC
    QString engine;
    QString host;
    QString document;
    QString segment;
    QString text; ///< exactly as sent
    qint64 characters = 0;
    std::optional<qint64> billed; ///< as the service says
    qint64 cost = 0;              ///< what it takes of the budgets, in characters
    int month = 0;                ///< 202603: of which budget
    QString outcome;              ///< "translated", "ambiguous" ...; "unfinished" while nobody knows
    QString code;                 ///< of the failure
    QString answerHash;           ///< SHA-256 in hexadecimal digits; empty without an answer
};

struct SentTexts
{
    QString file; ///< of the ledger
    QList<SentText> texts;
    qint64 lines = 0;             ///< of the ledger, that hold
    QString headHash;             ///< of the last one, in hexadecimal digits
    std::optional<qint64> broken; ///< the first line that was changed, or stands after a missing one
    bool hasHead = true;          ///< a line has the hash that was asked for
    bool clockWentBack = false;   ///< some times are not in the order of the lines, which is no fault
    [[nodiscard]] bool holds() const { return !broken && hasHead; }
};

/// Reads the exit ledger of the user whose environment it is. `document`: its path, or the last part of it;
/// empty: all. `head`: a hash that was kept elsewhere, looked for among the lines; empty: not looked for. No
/// ledger is an empty answer. Errors: mt.store-*.
Result<SentTexts> sentTexts(const QProcessEnvironment &environment, const QString &document = {},
                            const QString &head = {});

/// The body of a request, exactly as it went out, without a key. Errors: mt.no-ledger, mt.store-*.
Result<QString> sentRequest(const QProcessEnvironment &environment, qint64 request);

/// Writes every line of the ledger as JSON, a line each, with the whole bodies of requests, and a last one
/// with the number of lines, the head and whether the chain holds. Errors: mt.no-ledger, mt.store-*,
/// mt.export-failed.
Result<void> exportLedger(const QProcessEnvironment &environment, QIODevice &out);
/// The same into a file, which is replaced when all of it is written.
Result<void> exportLedger(const QProcessEnvironment &environment, const QString &path);

enum class TableFormat {
    Tsv, ///< as escapeTsv() has it
    Csv, ///< RFC 4180 with a byte order mark; what a spreadsheet would reckon as a formula begins with "'"
};
/// These texts as a table, a row each below a header line. Errors: file.*.
Result<void> exportTexts(const QList<SentText> &texts, TableFormat format, const QString &path);

} // namespace verbale::session
