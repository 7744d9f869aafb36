#include "session/exit_ledger.h"

#include "ledger/ledger.h"
#include "session/machine_translation.h"
#include "session/xdg_folders.h"

#include <QtCore/QFileInfo>
#include <QtCore/QHash>

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
    text.time = line.time;
    text.engine = line.engine;
    text.host = line.host;
    text.document = line.document;
    text.segment = line.segment;
    text.text = QString::fromUtf8(line.text);
    text.characters = line.characters;
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
        } else if (line.kind == LedgerLine::Kind::Outcome) {
            const auto place = m_places.constFind(line.about);
            if (place == m_places.constEnd())
                return;
            SentText &text = m_sent.texts[*place];
            text.outcome = line.outcome;
            text.code = line.code;
            text.billed = line.billed;
            text.answerHash = QString::fromLatin1(line.answer.toHex());
        }
    }

private:
    SentTexts &m_sent;
    QString m_document;
    QByteArray m_head;
    QHash<qint64, qsizetype> m_places; ///< of texts, by the numbers of their lines
};

QString ledgerFile(const QProcessEnvironment &environment)
{
    return xdgFolder(environment, QStringLiteral("XDG_STATE_HOME"), QStringLiteral(".local/state")) +
           QLatin1String("/verbale/data/") + machineTranslationPlugin + QLatin1String("/ledger.sqlite");
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

Result<void> exportLedger(const QProcessEnvironment &environment, QIODevice &out)
{
    const QString file = ledgerFile(environment);
    if (!QFileInfo::exists(file))
        return Error{QStringLiteral("mt.no-ledger"), QStringLiteral("Nothing has left this machine.")};
    const Result<std::unique_ptr<Ledger>> opened = Ledger::open(file);
    if (!opened)
        return opened.error();
    const Result<ledger::LedgerCheck> written = (*opened)->exportTo(out);
    return written ? Result<void>() : Result<void>(written.error());
}

} // namespace verbale::session
