#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <optional>

class QCryptographicHash;

namespace verbale::ledger {

/// What became of a text that was sent.
enum class Outcome {
    Unfinished, ///< the program ended before it knew, or the answer is still out
    Translated, ///< answered; whether the answer is good is another question
    BadAnswer,  ///< answered with what holds no translation of it; may have been charged
    Unbilled,   ///< refused in a way that the contract says costs nothing
    NotSent,    ///< surely did not arrive
    Ambiguous,  ///< lost on the way; may have been charged
};

/// Such a text is sent again only when the user says so.
constexpr bool mayHaveBeenCharged(Outcome outcome)
{
    return outcome == Outcome::Unfinished || outcome == Outcome::BadAnswer || outcome == Outcome::Ambiguous;
}

/// "unfinished", "translated", "bad-answer", "unbilled", "not-sent", "ambiguous"
QString nameOf(Outcome outcome);
Outcome outcomeNamed(const QString &name);

/// A line of the exit ledger. JSON: {"number": 7, "time": "2026-03-01T08:15:00.000Z", "kind": "text",
/// "request": 6, "about": 0, "engine": "deepl", "host": "api.deepl.com", "document": "...", "segment": "12",
/// "text": "...", "characters": 24, "billed": 24, "outcome": "translated", "code": "", "answer": "SHA-256 in
/// hex", "hash": "SHA-256 in hex"}
struct LedgerLine
{
    enum class Kind : qint64 {
        Request = 1, ///< `text` is the whole body as it went out, without a key
        Text = 2,    ///< `text` is one segment's, `request` the number of the Request line
        Outcome = 3, ///< what became of a Text line
    };

    qint64 number = 0; ///< 1, 2, 3 ... without a gap
    qint64 time = 0;   ///< milliseconds since 1970, UTC, as the clock had it
    Kind kind = Kind::Request;
    qint64 request = 0; ///< of a Request line its own number
    qint64 about = 0;   ///< of an Outcome the number of its Text line
    qint64 month = 0;   ///< 202603: in which the request counts
    QString engine;
    QString host;
    QString document;
    QString segment;
    QByteArray key; ///< of the cache: what the text is known by
    QByteArray text;
    qint64 characters = 0;        ///< what it is reckoned to cost
    qint64 cost = 0;              ///< what this line adds to the sum: of an Outcome the correction
    std::optional<qint64> billed; ///< as the service says
    QString outcome;
    QString code;      ///< of the failure
    QByteArray answer; ///< SHA-256 of the answer's text
    QByteArray hash;   ///< SHA-256 of the line before and this one
};

/// With its length before it, so that no two lists of fields run together into the same bytes.
void addField(QCryptographicHash &hash, const QByteArray &bytes);
/// What the first line's hash begins with.
QByteArray ledgerSeed();
/// SHA-256 over the hash of the line before and every field of this one but its own hash.
QByteArray hashOf(const LedgerLine &line, const QByteArray &before);
/// One line of JSON with a line end.
QByteArray toJson(const LedgerLine &line);

} // namespace verbale::ledger
