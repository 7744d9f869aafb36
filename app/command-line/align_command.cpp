#include "command-line/align_command.h"

#include "command-line/assistance.h"
#include "command-line/exit_status.h"
#include "command-line/printer.h"
#include "session/export.h"
#include "session/files.h"
#include "session/open.h"

#include <QtCore/QFileInfo>

namespace verbale::commandline {

void AlignCommand::declare(VerbOptions &options)
{
    options.file(m_source, "VI", "The text");
    options.file(m_target, "EN", "Its translation");
    options.text("-o,--output", m_output, "OUT",
                 "Where to write: OUT.tsv (numbers of sentences), OUT.tmx or OUT.xlf (default: the table, to "
                 "standard output)");
    options.flag("--lines", m_lines, "Each line of the texts is a sentence");
    options.repeated("--glossary", m_glossaries, "FILE", "Not in this version");
}

Result<void> AlignCommand::checkUse() const
{
    if (!m_glossaries.isEmpty())
        return Error{QStringLiteral("usage.not-in-this-version"),
                     QStringLiteral("--glossary is not in this version.")};
    const QString suffix = QFileInfo(m_output).suffix().toLower();
    if (!m_output.isEmpty() && suffix != QLatin1String("tsv") && suffix != QLatin1String("tmx") &&
        suffix != QLatin1String("xlf")) {
        return Error{QStringLiteral("usage.output"),
                     QStringLiteral("An alignment is written as .tsv, .tmx or .xlf. Choose such a name."),
                     {m_output}};
    }
    if (session::isSameFile(m_source, m_output) || session::isSameFile(m_target, m_output))
        return Error{QStringLiteral("usage.output"),
                     QStringLiteral("This would replace one of the texts. Choose another -o."),
                     {m_output}};
    if (suffix == QLatin1String("xlf") && session::holdsTranslations(m_output))
        return Error{
            QStringLiteral("align.holds-translations"),
            QStringLiteral("This file holds a translator's work and is not replaced. Choose another -o."),
            {m_output}};
    return {};
}

Result<QByteArray> AlignCommand::bytesOf(Context &context, const session::Alignment &alignment,
                                         const session::AlignedSide &source,
                                         const session::AlignedSide &target) const
{
    const QString suffix = QFileInfo(m_output).suffix().toLower();
    if (m_output.isEmpty() || suffix == QLatin1String("tsv"))
        return session::alignmentTable(alignment, source, target);
    const Document document = session::alignmentDocument(alignment, source, target);
    if (document.units.isEmpty())
        return Error{QStringLiteral("align.no-pairs"),
                     QStringLiteral("No sentence has a counterpart; nothing is written.")};
    if (const qsizetype alone = alignment.parts.size() - document.units.size(); alone > 0)
        warn(context, QStringLiteral("%1 sentences or groups without a counterpart are not in the file; a "
                                     ".tsv has them.")
                          .arg(alone));
    session::ExportOptions options;
    options.format = suffix == QLatin1String("tmx") ? QStringLiteral("tmx") : QStringLiteral("xliff-2.1");
    options.toolVersion = context.version;
    const Result<session::ExportedDocument> exported = session::exportDocument(document, options);
    return exported ? exported->bytes : Result<QByteArray>(exported.error());
}

Result<void> AlignCommand::align(Context &context) const
{
    if (const Result<void> use = checkUse(); !use)
        return use.error();
    const auto sideOf = m_lines ? session::sideFromLines : session::sideFromSentences;
    const Result<session::AlignedSide> source = sideOf(m_source, QStringLiteral("vi"));
    if (!source)
        return source.error();
    const Result<session::AlignedSide> target = sideOf(m_target, QStringLiteral("en"));
    if (!target)
        return target.error();
    const auto host = makeHost(context, settingsOrDefaults(context));
    host->discover();
    host->start();
    const Result<session::Alignment> alignment = session::align(*source, *target, *host, context.stop);
    if (!alignment)
        return alignment.error();
    for (const QString &warning : alignment->warnings)
        warn(context, warning);
    const Result<QByteArray> bytes = bytesOf(context, *alignment, *source, *target);
    if (!bytes)
        return bytes.error();
    if (!m_output.isEmpty())
        return session::writeFile(m_output, *bytes);
    Printer out(context.out);
    out.bytes(*bytes);
    return out.flush();
}

int AlignCommand::run(Context &context)
{
    const Result<void> done = align(context);
    if (context.stop.stop_requested())
        return Interrupted;
    if (done)
        return Done;
    complain(context, done.error());
    return Refused;
}

} // namespace verbale::commandline
