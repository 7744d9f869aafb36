#include "command-line/export_command.h"

#include "command-line/inputs.h"
#include "command-line/printer.h"
#include "command-line/tsv.h"
#include "session/files.h"

#include <QtCore/QFileInfo>

namespace verbale::commandline {

namespace {

const QStringList laterFormats{QStringLiteral("xliff-1.2"),  QStringLiteral("xliff-2.0"),
                               QStringLiteral("xliff-2.2"),  QStringLiteral("tmx"),
                               QStringLiteral("target"),     QStringLiteral("review-docx"),
                               QStringLiteral("review-html")};

/// A text in which each inline code stands as its markup.
QString withMarkup(const InlineText &text)
{
    QString result;
    qsizetype code = 0;
    for (const QChar character : text.text) {
        if (character == inlineCodeMark && code < text.codes.size())
            result += text.codes[code++].markup;
        else
            result += character;
    }
    return result;
}

bool hasSeveralFiles(const Document &document)
{
    for (const Unit &unit : document.units) {
        if (unit.fileId != document.units.first().fileId)
            return true;
    }
    return false;
}

QByteArray toTsv(const Document &document)
{
    const bool severalFiles = hasSeveralFiles(document);
    QString rows = tsvRow({QStringLiteral("unit"), QStringLiteral("segment"), QStringLiteral("state"),
                           QStringLiteral("source"), QStringLiteral("target")});
    for (const Unit &unit : document.units) {
        const QString id = severalFiles ? unit.fileId + QLatin1Char('/') + unit.id : unit.id;
        for (const Segment &segment : unit.segments) {
            rows += tsvRow({id, segment.id, stateName(segment.state), withMarkup(segment.source),
                            withMarkup(segment.target)});
        }
    }
    return rows.toUtf8();
}

} // namespace

void ExportCommand::declare(VerbOptions &options)
{
    options.file(m_input, "FILE", "An XLIFF or text file; - is standard input");
    options.text("--to", m_format, "FORMAT", "tsv or xliff-2.1");
    options.text("-o,--output", m_output, "OUT", "Where to write; - (the default) is standard output");
}

Result<void> ExportCommand::checkUse() const
{
    const QString code = QStringLiteral("usage.format");
    if (m_format.isEmpty())
        return Error{code, QStringLiteral("export needs --to FORMAT: tsv or xliff-2.1.")};
    if (laterFormats.contains(m_format))
        return Error{code, QStringLiteral("export --to %1 is not in this version.").arg(m_format)};
    if (m_format != QLatin1String("tsv") && m_format != QLatin1String("xliff-2.1"))
        return Error{code, QStringLiteral("Unknown format '%1'. Use tsv or xliff-2.1.").arg(m_format)};
    if (session::isSameFile(m_input, m_output)) {
        return Error{code,
                     QStringLiteral("The export would replace the file it is made from. Choose another -o."),
                     {m_output}};
    }
    return {};
}

Result<QByteArray> ExportCommand::convert(session::OpenedDocument opened) const
{
    // A text has no translation yet: its export must not take the place of one.
    if (opened.isText() && QFileInfo(m_output).isFile() && session::holdsTranslations(m_output)) {
        return Error{
            QStringLiteral("export.holds-translations"),
            QStringLiteral("This file holds a translator's work and is not replaced. Choose another -o."),
            {m_output}};
    }
    if (m_format == QLatin1String("tsv"))
        return toTsv(opened.document);
    // XLIFF 2.1 is given back as it is; another version is written anew.
    if (opened.xliffVersion != QLatin1String("2.1"))
        opened.document.originalBytes.clear();
    return session::documentBytes(opened.document);
}

Result<void> ExportCommand::put(Context &context, const QByteArray &bytes) const
{
    if (!m_output.isEmpty() && m_output != QLatin1String("-"))
        return session::writeFile(m_output, bytes);
    Printer out(context.out);
    out.bytes(bytes);
    return out.flush();
}

int ExportCommand::run(Context &context)
{
    Result<void> done = checkUse();
    if (done) {
        Result<session::OpenedDocument> opened = openInput(context, m_input);
        if (opened) {
            for (const QString &warning : opened->warnings)
                warn(context, warning);
            if (m_format == QLatin1String("xliff-2.1") && !opened->isText() &&
                opened->xliffVersion != QLatin1String("2.1")) {
                warn(context, QStringLiteral("Written anew as XLIFF 2.1 from %1: what is not text, target, "
                                             "state, note, term or candidate is left out.")
                                  .arg(opened->xliffVersion));
            }
            const Result<QByteArray> bytes = convert(std::move(*opened));
            done = bytes ? put(context, *bytes) : Result<void>(bytes.error());
        } else {
            done = opened.error();
        }
    }
    if (done)
        return Done;
    complain(context, done.error());
    return Refused;
}

} // namespace verbale::commandline
