#include "ledger/ledger_line.h"

#include <nlohmann/json.hpp>

#include <QtCore/QCryptographicHash>
#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>
#include <QtCore/QtEndian>

#include <algorithm>
#include <array>

namespace verbale::ledger {

namespace {

constexpr std::array<const char *, 6> outcomes{"unfinished", "translated", "bad-answer",
                                               "unbilled",   "not-sent",   "ambiguous"};

const char *nameOf(LedgerLine::Kind kind)
{
    switch (kind) {
    case LedgerLine::Kind::Request:
        return "request";
    case LedgerLine::Kind::Text:
        return "text";
    case LedgerLine::Kind::Outcome:
        return "outcome";
    }
    return "unknown"; // somebody has written into the file
}

} // namespace

QString nameOf(Outcome outcome)
{
    return QLatin1String(outcomes.at(static_cast<std::size_t>(outcome)));
}

Outcome outcomeNamed(const QString &name)
{
    const auto *found = std::find_if(outcomes.begin(), outcomes.end(),
                                     [&name](const char *known) { return name == QLatin1String(known); });
    // A name that this version does not know is taken for the worst.
    return found == outcomes.end() ? Outcome::Ambiguous : static_cast<Outcome>(found - outcomes.begin());
}

void addField(QCryptographicHash &hash, const QByteArray &bytes)
{
    const qint64 size = qToBigEndian<qint64>(bytes.size());
    hash.addData(QByteArrayView(reinterpret_cast<const char *>(&size), sizeof size));
    hash.addData(bytes);
}

QByteArray ledgerSeed()
{
    return QCryptographicHash::hash(QByteArrayView("verbale.ledger/1"), QCryptographicHash::Sha256);
}

QByteArray hashOf(const LedgerLine &line, const QByteArray &before)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    addField(hash, before);
    for (const qint64 number : {line.number, line.time, static_cast<qint64>(line.kind), line.request,
                                line.about, line.month, line.characters, line.cost})
        addField(hash, QByteArray::number(number));
    for (const QString &text : {line.engine, line.host, line.document, line.segment, line.outcome, line.code})
        addField(hash, text.toUtf8());
    addField(hash, line.key);
    addField(hash, line.text);
    addField(hash, line.billed ? QByteArray::number(*line.billed) : QByteArray());
    addField(hash, line.answer);
    return hash.result();
}

QByteArray toJson(const LedgerLine &line)
{
    const auto time = QDateTime::fromMSecsSinceEpoch(line.time, QTimeZone::utc()).toString(Qt::ISODateWithMs);
    nlohmann::ordered_json json{
        {"number", line.number},
        {"time", time.toStdString()},
        {"kind", nameOf(line.kind)},
        {"request", line.request},
        {"about", line.about},
        {"engine", line.engine.toStdString()},
        {"host", line.host.toStdString()},
        {"document", line.document.toStdString()},
        {"segment", line.segment.toStdString()},
        {"text", line.text.toStdString()},
        {"characters", line.characters},
        {"billed", nullptr},
        {"outcome", line.outcome.toStdString()},
        {"code", line.code.toStdString()},
        {"answer", line.answer.toHex().toStdString()},
        {"hash", line.hash.toHex().toStdString()},
    };
    if (line.billed)
        json["billed"] = *line.billed;
    const std::string text = json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    return QByteArray::fromStdString(text) + '\n';
}

} // namespace verbale::ledger
