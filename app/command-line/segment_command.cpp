#include "command-line/segment_command.h"

#include "command-line/inputs.h"
#include "command-line/printer.h"
#include "session/files.h"
#include "session/segmentation.h"
#include "session/source_text.h"
#include "session/tsv.h"

namespace verbale::commandline {

void SegmentCommand::declare(VerbOptions &options)
{
    options.optionalWord(m_input, "IN", "A text file; - is standard input");
    options.flag("--tsv", m_tsv,
                 "Print start, end and text, tab-separated; offsets are code points of the file");
    declareEncoding(options, m_encoding);
    options.flag("--whole-file", m_wholeFile, "Keep every line, menus and links too");
    declareSegmentationRules(options, m_rules);
    options.text("--export-rules", m_exported, "OUT.srx",
                 "Write the segmentation rules as SRX 2.0 and stop; - is standard output");
}

int SegmentCommand::run(Context &context)
{
    if (!m_exported.isEmpty() && m_input.isEmpty())
        return exportRules(context);
    if (!m_exported.isEmpty()) {
        complain(context, QStringLiteral("--export-rules takes no text. See `verbale segment --help`."));
        return Refused;
    }
    if (m_input.isEmpty()) {
        complain(context, QStringLiteral("IN is required. See `verbale segment --help`."));
        return Refused;
    }
    return list(context);
}

int SegmentCommand::exportRules(Context &context) const
{
    const Result<QByteArray> rules = session::segmentationRules(m_rules);
    if (!rules) {
        complain(context, rules.error());
        return Refused;
    }
    Result<void> written;
    if (m_exported == QLatin1String("-")) {
        Printer out(context.out);
        out.bytes(*rules);
        written = out.flush();
    } else {
        written = session::writeFile(m_exported, *rules);
    }
    if (!written) {
        complain(context, written.error());
        return Refused;
    }
    return Done;
}

int SegmentCommand::list(Context &context) const
{
    const Result<session::OpenOptions> options = openOptions(m_wholeFile, m_encoding, m_rules);
    if (!options) {
        complain(context, options.error());
        return Refused;
    }
    const Result<session::OpenedDocument> opened = openInput(context, m_input, *options);
    if (!opened) {
        complain(context, opened.error());
        return Refused;
    }
    if (!opened->isText()) {
        complain(context,
                 Error{QStringLiteral("usage.not-text"),
                       QStringLiteral("This is XLIFF, cut into segments already. List them with `verbale "
                                      "export --to tsv`."),
                       {m_input}});
        return Refused;
    }
    for (const QString &warning : opened->warnings)
        warn(context, warning);
    Printer out(context.out);
    if (m_tsv)
        out.text(session::tsvRow({QStringLiteral("start"), QStringLiteral("end"), QStringLiteral("text")}));
    qsizetype number = 0;
    for (const SegmentRef &ref : opened->document.segments()) {
        if (out.isClosed())
            break;
        const Segment &segment = opened->document.at(ref);
        const QString text = session::plainFromInline(segment.source);
        if (m_tsv) {
            out.text(session::tsvRow(
                {QString::number(segment.sourceStart), QString::number(segment.sourceEnd), text}));
        } else {
            if (ref.segment == 0 && number > 0)
                out.line();
            out.line(QStringLiteral("%1  %2").arg(++number, 4).arg(text.simplified()));
        }
    }
    if (const Result<void> printed = out.flush(); !printed) {
        complain(context, printed.error());
        return Refused;
    }
    return Done;
}

} // namespace verbale::commandline
