#include "command-line/export_command.h"

#include "command-line/inputs.h"
#include "command-line/json.h"
#include "command-line/printer.h"
#include "session/files.h"
#include "session/plugin_formats.h"

#include <QtCore/QFileInfo>

namespace verbale::commandline {

namespace {

QString formatNames()
{
    return session::exportFormats().join(QLatin1String(", "));
}

} // namespace

void ExportCommand::declare(VerbOptions &options)
{
    options.file(m_input, "FILE", "An XLIFF or text file; - is standard input");
    options.text("--to", m_format, "FORMAT",
                 "xliff-1.2, xliff-2.0, xliff-2.1, xliff-2.2, tmx, target (the English text), review-html, "
                 "review-docx or "
                 "tsv");
    options.text("-o,--output", m_output, "OUT", "Where to write; - (the default) is standard output");
    options.flag("--keep-left-out", m_keepLeftOut,
                 "target: keep the lines that were left out of the document");
    options.flag("--transitional", m_transitional, "xliff-1.2: by its transitional schema");
    options.flag("--json", m_json, "Print what the format cannot carry as JSON");
}

bool ExportCommand::isToFile() const
{
    return !m_output.isEmpty() && m_output != QLatin1String("-");
}

Result<void> ExportCommand::checkUse() const
{
    const QString code = QStringLiteral("usage.format");
    if (m_format.isEmpty())
        return Error{code, QStringLiteral("export needs --to FORMAT: %1.").arg(formatNames())};
    if (!session::exportFormats().contains(m_format))
        return Error{code, QStringLiteral("Unknown format '%1'. Use %2.").arg(m_format, formatNames())};
    if (m_json && !isToFile())
        return Error{code, QStringLiteral("--json needs -o OUT: both would go to standard output.")};
    if (session::isSameFile(m_input, m_output)) {
        return Error{code,
                     QStringLiteral("The export would replace the file it is made from. Choose another -o."),
                     {m_output}};
    }
    return {};
}

Result<session::ExportedDocument> ExportCommand::convert(Context &context,
                                                         const session::OpenedDocument &opened) const
{
    if (session::isSameFile(session::originalBeside(opened.document, m_input), m_output)) {
        return Error{QStringLiteral("export.onto-original"),
                     QStringLiteral("The export would replace the file that the document was made from. "
                                    "Choose another -o."),
                     {m_output}};
    }
    // A text has no translation yet: its export must not take the place of one.
    if (opened.isText() && QFileInfo(m_output).isFile() && session::holdsTranslations(m_output)) {
        return Error{
            QStringLiteral("export.holds-translations"),
            QStringLiteral("This file holds a translator's work and is not replaced. Choose another -o."),
            {m_output}};
    }
    session::ExportOptions options;
    options.format = m_format;
    options.keepLeftOut = m_keepLeftOut;
    options.transitional = m_transitional;
    options.toolVersion = context.version;
    if (m_format == QLatin1String("target")) {
        if (const auto host = pluginsForFile(context, opened.document.originalName)) {
            const Result<std::optional<session::ExportedDocument>> written =
                session::exportWithPlugin(opened.document, m_input, *host, context.stop);
            if (!written)
                return written.error();
            if (*written)
                return **written;
        }
        options.sourceText =
            opened.isText() ? opened.text : session::sourceTextBeside(opened.document, m_input);
    }
    return session::exportDocument(opened.document, options);
}

Result<void> ExportCommand::put(Context &context, const QByteArray &bytes) const
{
    if (isToFile())
        return session::writeFile(m_output, bytes);
    Printer out(context.out);
    out.bytes(bytes);
    return out.flush();
}

Result<void> ExportCommand::tell(Context &context, const session::ExportedDocument &exported) const
{
    for (const session::ExportLoss &loss : exported.losses)
        warn(context, session::lossText(loss));
    if (!m_json)
        return {};
    Json losses = Json::array();
    for (const session::ExportLoss &loss : exported.losses) {
        losses.push_back(Json{{"code", toJson(loss.code)},
                              {"message", toJson(loss.message)},
                              {"count", loss.count},
                              {"first unit", toJson(loss.firstUnit)}});
    }
    Printer out(context.out);
    out.text(toText(Json{{"output", toJson(m_output)}, {"format", toJson(m_format)}, {"losses", losses}}));
    return out.flush();
}

Result<void> ExportCommand::doExport(Context &context)
{
    if (const Result<void> use = checkUse(); !use)
        return use.error();
    const Result<session::OpenedDocument> opened = openInput(context, m_input);
    if (!opened)
        return opened.error();
    for (const QString &warning : opened->warnings)
        warn(context, warning);
    warnOfInvalid(context, m_input, *opened);
    const Result<session::ExportedDocument> exported = convert(context, *opened);
    if (!exported)
        return exported.error();
    if (const Result<void> written = put(context, exported->bytes); !written)
        return written.error();
    return tell(context, *exported);
}

int ExportCommand::run(Context &context)
{
    const Result<void> done = doExport(context);
    if (done)
        return Done;
    complain(context, done.error());
    return Refused;
}

} // namespace verbale::commandline
