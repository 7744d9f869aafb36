#include "command-line/merge_command.h"

#include "command-line/inputs.h"
#include "command-line/merge_report.h"
#include "command-line/printer.h"
#include "session/files.h"

#include <algorithm>

namespace verbale::commandline {

void MergeCommand::declare(VerbOptions &options)
{
    options.file(m_input, "FILE.xlf", "The XLIFF file that was sent for review");
    options.text("--from", m_reviewed, "REVIEWED",
                 "The copy that came back: XLIFF of any version, or a review table: HTML, DOCX, TSV");
    options.text("-o,--output", m_output, "OUT",
                 "Where to write, instead of into FILE.xlf; - is standard output");
    options.flag("--json", m_json, "Print what changed as JSON");
}

Result<void> MergeCommand::checkUse() const
{
    const QString code = QStringLiteral("usage.merge");
    if (m_reviewed.isEmpty())
        return Error{code, QStringLiteral("merge needs --from REVIEWED, the copy that came back.")};
    if (m_input == QLatin1String("-") && m_output.isEmpty())
        return Error{code, QStringLiteral("Standard input cannot be changed in place. Give -o OUT.")};
    if (m_json && (m_output == QLatin1String("-") || (m_output.isEmpty() && m_input == QLatin1String("-"))))
        return Error{code, QStringLiteral("--json and the file cannot both go to standard output.")};
    if (session::isSameFile(m_reviewed, m_output) || session::isSameFile(m_reviewed, m_input)) {
        return Error{
            code, QStringLiteral("The reviewed copy and the file to write are the same file."), {m_reviewed}};
    }
    return {};
}

Result<void> MergeCommand::write(Context &context, const Document &document, bool changed) const
{
    if (m_output.isEmpty())
        return changed ? session::saveDocument(document, m_input) : Result<void>();
    if (m_output != QLatin1String("-"))
        return session::saveDocument(document, m_output);
    const Result<QByteArray> bytes = session::documentBytes(document);
    if (!bytes)
        return bytes.error();
    Printer out(context.out);
    out.bytes(*bytes);
    return out.flush();
}

Result<void> MergeCommand::report(Context &context, const Document &document,
                                  const session::ReviewComparison &comparison) const
{
    const MergeReport report(document, comparison);
    for (const QString &warning : report.warnings())
        warn(context, warning);
    Printer out(context.out);
    if (m_json)
        out.text(toText(report.json()));
    else if (m_output != QLatin1String("-"))
        out.text(report.text());
    return out.flush();
}

Result<int> MergeCommand::merge(Context &context)
{
    Result<session::OpenedDocument> opened = openInput(context, m_input);
    if (!opened)
        return opened.error();
    if (opened->isText()) {
        return Error{
            QStringLiteral("merge.not-xliff"),
            QStringLiteral("This is a text without a translation. Give the XLIFF file that was reviewed."),
            {m_input}};
    }
    const Result<session::ReviewedCopy> copy = session::readReview(m_reviewed);
    if (!copy)
        return copy.error();
    for (const QString &warning : opened->warnings + copy->warnings)
        warn(context, warning);
    warnOfInvalidUnlessLarge(context, m_input, *opened);

    Document &document = opened->document;
    const session::ReviewComparison comparison = session::compareReview(document, *copy);
    QList<session::ReviewChange> applied;
    std::copy_if(comparison.changes.begin(), comparison.changes.end(), std::back_inserter(applied),
                 isApplied);
    EditHistory history;
    if (!applied.isEmpty())
        history.apply(document, session::acceptReview(document, applied));
    if (const Result<void> written = write(context, document, !applied.isEmpty()); !written)
        return written.error();
    if (const Result<void> told = report(context, document, comparison); !told)
        return told.error();
    const bool whole = std::all_of(applied.begin(), applied.end(), [](const session::ReviewChange &change) {
        return change.lostCodes.isEmpty() && change.unknownCodes.isEmpty();
    });
    const bool differing = std::any_of(
        comparison.changes.begin(), comparison.changes.end(), [](const session::ReviewChange &change) {
            return change.sourceDiffers || (change.locked && !change.changesNothing());
        });
    return whole && !differing && comparison.unmatched.isEmpty() ? Done : Findings;
}

int MergeCommand::run(Context &context)
{
    Result<void> use = checkUse();
    const Result<int> status = use ? merge(context) : Result<int>(use.error());
    if (status)
        return *status;
    complain(context, status.error());
    return Refused;
}

} // namespace verbale::commandline
