#include "session/exit_ledger.h"

#include "ledger/ledger.h"
#include "session/machine_translation.h"
#include "session/tsv.h"
#include "session/xdg_folders.h"
#include "text/file_io.h"

#include <QtCore/QDateTime>
#include <QtCore/QFileInfo>
#include <QtCore/QHash>
#include <QtCore/QSet>

namespace verbale::session {

namespace {

using ledger::Ledger;
using ledger::LedgerLine;

bool isAbout(const LedgerLine &line, const QString &document)
{
    return document.isEmpty() || line.document == document || QFileInfo(line.document).fileName() == document;
}

SentText sentText(const LedgerLine &line)
{
    SentText text;
    text.number = line.number;
    text.request = line.request;
    text.time = line.time;
    text.engine = line.engine;
    text.host = line.host;
    text.document = line.document;
    text.segment = line.segment;
    text.text = QString::fromUtf8(line.text);
    text.characters = line.characters;
    text.cost = line.cost;
    text.month = static_cast<int>(line.month);
    text.outcome = ledger::nameOf(ledger::Outcome::Unfinished);
    return text;
}

/// Puts lines together: a text, and later what became of it.
class Collector
{
public:
    Collector(SentTexts &sent, QString document, QByteArray head)
        : m_sent(sent), m_document(std::move(document)), m_head(std::move(head))
    {
        m_sent.hasHead = m_head.isEmpty();
    }

    void take(const LedgerLine &line)
    {
        m_sent.hasHead = m_sent.hasHead || line.hash == m_head;
        if (line.kind == LedgerLine::Kind::Text && isAbout(line, m_document)) {
            m_places.insert(line.number, m_sent.texts.size());
            m_sent.texts.append(sentText(line));
            SentText &text = m_sent.texts.last();
            for (QString *name : {&text.engine, &text.host, &text.document, &text.segment, &text.outcome})
                *name = once(*name);
        } else if (line.kind == LedgerLine::Kind::Outcome) {
            const auto place = m_places.constFind(line.about);
            if (place == m_places.constEnd())
                return;
            SentText &text = m_sent.texts[*place];
            text.outcome = once(line.outcome);
            text.code = once(line.code);
            text.billed = line.billed;
            text.cost += line.cost;
            text.answerHash = QString::fromLatin1(line.answer.toHex());
        }
    }

private:
    /// What stands in thousands of lines is kept once.
    const QString &once(const QString &name) { return *m_names.insert(name); }

    SentTexts &m_sent;
    QString m_document;
    QByteArray m_head;
    QHash<qint64, qsizetype> m_places; ///< of texts, by the numbers of their lines
    QSet<QString> m_names;
};

QString ledgerFile(const QProcessEnvironment &environment)
{
    return xdgFolder(environment, QStringLiteral("XDG_STATE_HOME"), QStringLiteral(".local/state")) +
           QLatin1String("/verbale/data/") + machineTranslationPlugin + QLatin1String("/ledger.sqlite");
}

Result<std::unique_ptr<Ledger>> openLedger(const QProcessEnvironment &environment)
{
    const QString file = ledgerFile(environment);
    if (!QFileInfo::exists(file))
        return Error{QStringLiteral("mt.no-ledger"), QStringLiteral("Nothing has left this machine.")};
    return Ledger::open(file);
}

/// A cell that a spreadsheet takes for a formula could reach for other files, or the network.
QString csvCell(QString text)
{
    static const QString dangerous = QStringLiteral("=+-@\t\r");
    if (!text.isEmpty() && dangerous.contains(text.front()))
        text.prepend(u'\'');
    return u'"' + text.replace(u'"', QLatin1String("\"\"")) + u'"';
}

QString tableRow(const QStringList &cells, TableFormat format)
{
    if (format == TableFormat::Tsv)
        return tsvRow(cells);
    QStringList quoted;
    for (const QString &cell : cells)
        quoted.append(csvCell(cell));
    return quoted.join(u',') + QLatin1String("\r\n");
}

QStringList cellsOf(const SentText &text)
{
    return {QString::number(text.number),
            QDateTime::fromMSecsSinceEpoch(text.time, Qt::UTC).toString(Qt::ISODateWithMs),
            text.engine,
            text.host,
            text.document,
            text.segment,
            text.text,
            QString::number(text.characters),
            text.billed ? QString::number(*text.billed) : QString(),
            text.outcome,
            text.code,
            text.answerHash};
}

} // namespace

Result<SentTexts> sentTexts(const QProcessEnvironment &environment, const QString &document,
                            const QString &head)
{
    SentTexts sent;
    sent.file = ledgerFile(environment);
    Collector collector(sent, document, QByteArray::fromHex(head.toLatin1()));
    if (!QFileInfo::exists(sent.file))
        return sent;
    const Result<std::unique_ptr<Ledger>> opened = Ledger::open(sent.file);
    if (!opened)
        return opened.error();
    const Result<ledger::LedgerCheck> check =
        (*opened)->verify([&collector](const LedgerLine &line) { collector.take(line); });
    if (!check)
        return check.error();
    sent.lines = check->lines;
    sent.headHash = QString::fromLatin1(check->head.toHex());
    sent.broken = check->broken;
    sent.clockWentBack = check->clockWentBack;
    return sent;
}

Result<QString> sentRequest(const QProcessEnvironment &environment, qint64 request)
{
    const Result<std::unique_ptr<Ledger>> opened = openLedger(environment);
    if (!opened)
        return opened.error();
    const Result<QList<LedgerLine>> lines = (*opened)->lines(request - 1, 1);
    if (!lines)
        return lines.error();
    if (lines->isEmpty() || lines->first().number != request)
        return Error{QStringLiteral("mt.store-damaged"),
                     QStringLiteral("The ledger has no line %1.").arg(request),
                     {ledgerFile(environment)}};
    return QString::fromUtf8(lines->first().text);
}

Result<void> exportLedger(const QProcessEnvironment &environment, QIODevice &out)
{
    const Result<std::unique_ptr<Ledger>> opened = openLedger(environment);
    if (!opened)
        return opened.error();
    const Result<ledger::LedgerCheck> written = (*opened)->exportTo(out);
    return written ? Result<void>() : Result<void>(written.error());
}

Result<void> exportLedger(const QProcessEnvironment &environment, const QString &path)
{
    return text::writeFileAtomically(
        path, [&environment](QIODevice &device) { return exportLedger(environment, device); });
}

Result<void> exportTexts(const QList<SentText> &texts, TableFormat format, const QString &path)
{
    return text::writeFileAtomically(path, [&](QIODevice &device) -> Result<void> {
        const auto write = [&device](const QString &row) {
            const QByteArray bytes = row.toUtf8();
            return device.write(bytes) == bytes.size();
        };
        QString head = tableRow({"number", "time", "engine", "host", "document", "segment", "text",
                                 "characters", "billed", "outcome", "code", "answer"},
                                format);
        if (format == TableFormat::Csv)
            head.prepend(QChar::ByteOrderMark); // without which a spreadsheet takes it for a legacy encoding
        bool written = write(head);
        for (const SentText &text : texts)
            written = written && write(tableRow(cellsOf(text), format));
        if (!written)
            return Error{QStringLiteral("mt.export-failed"),
                         QStringLiteral("The table could not be written: %1.").arg(device.errorString()),
                         {path}};
        return {};
    });
}

} // namespace verbale::session
