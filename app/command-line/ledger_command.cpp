#include "command-line/ledger_command.h"

#include "command-line/exit_status.h"
#include "command-line/json.h"
#include "command-line/printer.h"
#include "session/exit_ledger.h"

#include <QtCore/QDateTime>
#include <QtCore/QSaveFile>

namespace verbale::commandline {

namespace {

QString timeOf(const session::SentText &text)
{
    return QDateTime::fromMSecsSinceEpoch(text.time, Qt::UTC).toString(Qt::ISODateWithMs);
}

Json jsonOf(const session::SentText &text)
{
    Json json{{"number", text.number},
              {"time", toJson(timeOf(text))},
              {"engine", toJson(text.engine)},
              {"host", toJson(text.host)},
              {"document", toJson(text.document)},
              {"segment", toJson(text.segment)},
              {"text", toJson(text.text)},
              {"characters", text.characters},
              {"billed", nullptr},
              {"outcome", toJson(text.outcome)},
              {"code", toJson(text.code)},
              {"answer", toJson(text.answerHash)}};
    if (text.billed)
        json["billed"] = *text.billed;
    return json;
}

Json jsonOf(const session::SentTexts &sent)
{
    Json texts = Json::array();
    for (const session::SentText &text : sent.texts)
        texts.push_back(jsonOf(text));
    Json json{{"file", toJson(sent.file)}, {"holds", sent.holds()},         {"broken", nullptr},
              {"lines", sent.lines},       {"head", toJson(sent.headHash)}, {"texts", texts}};
    if (sent.broken)
        json["broken"] = *sent.broken;
    return json;
}

void print(Printer &out, const session::SentTexts &sent)
{
    if (sent.lines == 0 && !sent.broken) {
        out.line(QStringLiteral("Nothing has left this machine."));
        return;
    }
    qint64 characters = 0;
    for (const session::SentText &text : sent.texts) {
        const QString state = text.code.isEmpty() ? text.outcome : text.outcome + u' ' + text.code;
        out.line(QStringLiteral("%1  %2 (%3)  %4, segment %5  %6 characters  %7")
                     .arg(timeOf(text), text.engine, text.host, text.document, text.segment)
                     .arg(text.characters)
                     .arg(state));
        out.line(QStringLiteral("    ") + QString(text.text).replace(u'\n', u' '));
        characters += text.characters;
    }
    out.line(QStringLiteral("%1 texts, %2 characters; %3 lines, the last one's hash is %4")
                 .arg(sent.texts.size())
                 .arg(characters)
                 .arg(sent.lines)
                 .arg(sent.headHash));
}

} // namespace

void LedgerCommand::declare(VerbOptions &options)
{
    options.text("--document", m_document, "NAME", "What left of this document alone: its path, or its name");
    options.text("--head", m_head, "HASH",
                 "The last line's hash as it was kept elsewhere: exit status 1 when it is not in the ledger");
    options.text("--export", m_export, "FILE",
                 "Write every line as JSON, the whole requests too, for whoever looks after security");
    options.flag("--json", m_json, "Print the texts as JSON");
}

Result<void> LedgerCommand::exportAll(Context &context) const
{
    if (m_export == QLatin1String("-"))
        return session::exportLedger(context.environment, context.out);
    QSaveFile file(m_export);
    const auto failed = [this, &file] {
        return Error{QStringLiteral("mt.export-failed"),
                     QStringLiteral("The ledger could not be written: %1.").arg(file.errorString()),
                     {m_export}};
    };
    if (!file.open(QIODevice::WriteOnly))
        return failed();
    if (const Result<void> written = session::exportLedger(context.environment, file); !written)
        return written;
    return file.commit() ? Result<void>() : Result<void>(failed());
}

int LedgerCommand::run(Context &context)
{
    if (!m_export.isEmpty()) {
        const Result<void> exported = exportAll(context);
        if (!exported)
            complain(context, exported.error());
        return exported ? Done : Refused;
    }
    const Result<session::SentTexts> sent = session::sentTexts(context.environment, m_document, m_head);
    if (!sent) {
        complain(context, sent.error());
        return Refused;
    }
    Printer out(context.out);
    if (m_json)
        out.text(toText(jsonOf(*sent)));
    else
        print(out, *sent);
    if (const Result<void> printed = out.flush(); !printed) {
        complain(context, printed.error());
        return Refused;
    }
    if (sent->broken)
        warn(context, QStringLiteral("Line %1 of the ledger was changed, or lines before it are missing.")
                          .arg(*sent->broken));
    if (sent->clockWentBack)
        warn(context, QStringLiteral("The clock went back between some lines; their order is that of their "
                                     "numbers."));
    if (!sent->hasHead)
        warn(context, QStringLiteral("No line of the ledger has the hash %1: its end was cut off, or it was "
                                     "written anew.")
                          .arg(m_head));
    return sent->holds() ? Done : Findings;
}

} // namespace verbale::commandline
