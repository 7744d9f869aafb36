#include "command-line/draft_command.h"

#include "command-line/inputs.h"
#include "session/export.h"
#include "session/files.h"
#include "session/languages.h"
#include "session/receipts.h"

#include <QtCore/QFileInfo>

namespace verbale::commandline {

namespace {

Error notInThisVersion(const QString &what)
{
    return {QStringLiteral("usage.not-in-this-version"),
            QStringLiteral("%1 is not in this version.").arg(what)};
}

/// Problems of the plugins themselves: the draft goes on without their help. Anything else (a glossary that
/// cannot be read) is for the user to correct.
bool isPluginTrouble(const Error &error)
{
    return error.code.startsWith(QLatin1String("plugins.")) ||
           error.code.startsWith(QLatin1String("assist."));
}

} // namespace

void DraftCommand::declare(VerbOptions &options)
{
    options.files(m_inputs, "IN", "Texts, XLIFF, or what a plugin reads; - is standard input");
    options.text("-o,--output", m_output, "OUT.xlf",
                 "Where to write; a folder for several inputs (default: NAME.xlf beside each)");
    options.repeated("--glossary", m_glossaries, "FILE",
                     "A TSV glossary, the strongest first; 'builtin' is the shipped one (default)");
    options.text("--profile", m_profile, "NAME|FILE",
                 "The house style that the English follows: mofa (default), neutral, or a file");
    declareEncoding(options, m_encoding);
    options.flag("--whole-file", m_wholeFile, "Keep every line, menus and links too");
    declareSegmentationRules(options, m_rules);
    options.flag("--show-dropped", m_showDropped, "List each line that is not in the article");
    options.flag("--json", m_json, "Print the summary as JSON");
    options.flag("--force", m_force, "Replace an XLIFF even if it holds a translator's work");
    options.choice(
        "--xliff", m_xliff,
        {QStringLiteral("1.2"), QStringLiteral("2.0"), QStringLiteral("2.1"), QStringLiteral("2.2")},
        "The XLIFF version to write (default: 2.1, or that of an XLIFF input)");
    options.repeated("--memory", m_memories, "FILE", "Not in this version");
    options.text("--mt", m_engine, "ENGINE",
                 "Have what is left translated by this service, as the settings describe it");
    options.choice("--handling", m_handling, session::handlingNames(),
                   "How far the text may go, if it is not marked: a service may be allowed less");
    options.flag("--mt-again", m_again, "Send again what may have been charged before");
    options.text("--redact", m_redact, "LIST",
                 "What is taken out of texts before they are sent, and put back: persons,figures,terms or "
                 "none (default: what the settings say)");
    options.flag("--mt-preview", m_preview, "Only print what would be sent; nothing is sent or written");
}

Result<void> DraftCommand::checkUse(Assistance &assistance) const
{
    if (!m_memories.isEmpty())
        return notInThisVersion(QStringLiteral("--memory"));
    if (m_engine.isEmpty() && (!m_redact.isEmpty() || m_preview)) {
        return Error{QStringLiteral("usage.no-engine"),
                     QStringLiteral("--redact and --mt-preview are about a service: name it with --mt.")};
    }
    return m_engine.isEmpty() ? Result<void>() : assistance.useEngine(m_engine, m_redact);
}

Result<void> DraftCommand::checkOutput(const DraftPlan &plan) const
{
    if (plan.output == QLatin1String("-"))
        return {};
    const bool ontoItself = session::isSameFile(plan.input, plan.output);
    const QString suffix = QFileInfo(plan.input).suffix().toLower();
    if (ontoItself && suffix != QLatin1String("xlf") && suffix != QLatin1String("xliff")) {
        return Error{QStringLiteral("usage.output"),
                     QStringLiteral("The draft would replace the text itself. Choose another -o."),
                     {plan.output}};
    }
    // XLIFF written onto itself is patched: what stands in it stays.
    const QFileInfo output(plan.output);
    const bool isNoFile = output.exists() && !output.isFile(); // saving complains about it
    if (ontoItself || m_force || isNoFile || !session::holdsTranslations(plan.output))
        return {};
    return Error{
        QStringLiteral("draft.holds-translations"),
        QStringLiteral("This file holds a translator's work and is not replaced. Choose another -o, or "
                       "give up what is in it with --force."),
        {plan.output}};
}

Result<void> DraftCommand::assist(Context &context, Assistance &assistance, session::OpenedDocument &opened)
{
    const Result<void> terms = assistance.findTerms(opened.document, opened.warnings);
    if (!terms && !isPluginTrouble(terms.error()))
        return terms.error();
    if (!terms && !context.stop.stop_requested()) {
        opened.warnings.append(context.safeMode
                                   ? QStringLiteral("No terms are marked: --safe-mode loads no plugins.")
                                   : QStringLiteral("Not every term is marked: ") + terms.error().text());
    }
    const Result<void> drafts = assistance.suggest(opened.document, opened.warnings);
    if (drafts || context.stop.stop_requested())
        return {};
    if (!isPluginTrouble(drafts.error()))
        return drafts.error();
    opened.warnings.append(QStringLiteral("Nothing is drafted: ") + drafts.error().text());
    return {};
}

session::MachineOptions DraftCommand::machineOptions(const DraftReport &report) const
{
    session::MachineOptions options;
    options.engine = m_engine;
    options.document = report.input == QLatin1String("-") ? QStringLiteral("standard input")
                                                          : QFileInfo(report.input).absoluteFilePath();
    options.again = m_again;
    options.handling = session::handlingNamed(m_handling).value_or(session::HandlingLevel::Open);
    return options;
}

/// Trouble with a service costs no draft: it is a warning.
void DraftCommand::translate(Context &context, Assistance &assistance, session::OpenedDocument &opened,
                             DraftReport &report) const
{
    const Result<session::MachineReport> machine =
        assistance.translate(opened.document, machineOptions(report));
    if (!machine) {
        if (!context.stop.stop_requested())
            report.warnings.append(QStringLiteral("Nothing is machine-translated: ") +
                                   machine.error().text());
        return;
    }
    report.machine = *machine;
    report.machineTargets = session::useMachineTranslations(opened.document, machine->engineName);
    for (const session::MachineTrouble &trouble : machine->troubles) {
        report.warnings.append(QStringLiteral("Without a machine translation: %1 (%2: %3)")
                                   .arg(trouble.segments)
                                   .arg(trouble.code, trouble.message));
    }
    report.warnings.append(machine->warnings);
    constexpr qsizetype mostRemarks = 20;
    const qsizetype more = machine->remarks.size() - mostRemarks;
    report.warnings.append(machine->remarks.mid(0, mostRemarks));
    if (more > 0)
        report.warnings.append(
            QStringLiteral("There are %1 more remarks; each is a note on its segment.").arg(more));
    if (report.machineTargets == 0)
        return;
    if (const Result<void> found = assistance.findReceipts(opened.document, report.warnings); !found)
        report.warnings.append(QStringLiteral("The terms were not looked for: ") + found.error().text());
    const auto isMachines = [](const Segment &segment) {
        return segment.subState == session::machineTranslated;
    };
    report.machineTermsMissing = session::countReceipts(opened.document, isMachines).missing;
}

Result<QByteArray> DraftCommand::draftBytes(const Context &context, const session::OpenedDocument &opened,
                                            QStringList &warnings) const
{
    if (m_xliff.isEmpty() && !opened.isText())
        return session::documentBytes(opened.document);
    session::ExportOptions options;
    options.format = QLatin1String("xliff-") + (m_xliff.isEmpty() ? QStringLiteral("2.1") : m_xliff);
    options.toolVersion = context.version;
    const Result<session::ExportedDocument> exported = session::exportDocument(opened.document, options);
    if (!exported)
        return exported.error();
    for (const session::ExportLoss &loss : exported->losses)
        warnings.append(session::lossText(loss));
    return exported->bytes;
}

Result<DraftReport> DraftCommand::draft(Context &context, Assistance &assistance, const DraftPlan &plan)
{
    const Result<session::OpenOptions> options = openOptions(m_wholeFile, m_encoding, m_rules);
    if (!options)
        return options.error();
    Result<session::OpenedDocument> opened = openInput(context, plan.input, *options);
    if (!opened)
        return opened.error();
    if (const Result<void> allowed = m_preview ? Result<void>() : checkOutput(plan); !allowed)
        return allowed.error();
    warnOfInvalid(context, plan.input, *opened);
    if (const Result<void> assisted = assist(context, assistance, *opened); !assisted)
        return assisted.error();

    DraftReport report{plan.input,
                       plan.output,
                       opened->document.sourceLanguage,
                       opened->document.targetLanguage,
                       {},
                       0,
                       opened->dropped,
                       opened->warnings};
    report.pretranslated = session::pretranslate(opened->document);
    if (m_preview) {
        const Result<MachinePreview> preview = assistance.preview(opened->document, machineOptions(report));
        if (!preview)
            return preview.error();
        report.preview = *preview;
        report.warnings.append(preview->preview.warnings);
        return report;
    }
    if (!m_engine.isEmpty())
        translate(context, assistance, *opened, report);
    report.counts = session::countStatistics(opened->document);
    report.inTargetLanguage = session::unitsInTargetLanguage(opened->document);
    if (opened->isText() && opened->readBy.isEmpty()) {
        report.encoding = opened->encoding;
        report.encodingConfidence = opened->encodingConfidence;
    }
    report.patched = !opened->document.originalBytes.isEmpty();
    if (report.patched) {
        report.warnings.append(
            QStringLiteral("%1 is XLIFF already: pre-translated targets are written into it, "
                           "term marks and drafts are not.")
                .arg(plan.input));
    }
    if (context.stop.stop_requested())
        return Error{QStringLiteral("draft.interrupted"), QStringLiteral("Interrupted."), {plan.input}};
    const Result<QByteArray> bytes = draftBytes(context, *opened, report.warnings);
    if (!bytes)
        return bytes.error();
    if (plan.output == QLatin1String("-")) {
        Printer out(context.out);
        out.bytes(*bytes);
        if (const Result<void> written = out.flush(); !written)
            return written.error();
    } else if (const Result<void> saved = session::writeFile(plan.output, *bytes); !saved) {
        return saved.error();
    }
    return report;
}

Result<void> DraftCommand::print(Context &context, const QList<DraftReport> &reports) const
{
    Printer out(context.out);
    if (m_json) {
        Json files = Json::array();
        for (const DraftReport &report : reports)
            files.push_back(reportToJson(report, m_showDropped));
        out.text(toText(Json{{"files", files}}));
        return out.flush();
    }
    for (const DraftReport &report : reports) {
        if (report.preview)
            printPreview(out, report);
        else if (report.output != QLatin1String("-"))
            printReport(out, report, m_showDropped);
    }
    return out.flush();
}

int DraftCommand::run(Context &context)
{
    Assistance assistance(context, m_glossaries, false, m_profile);
    const Result<void> use = checkUse(assistance);
    const Result<QList<DraftPlan>> plans = planOutputs(m_inputs, m_output);
    if (!use || !plans) {
        complain(context, use ? plans.error() : use.error());
        return Refused;
    }
    if (m_json && !m_preview && plans->first().output == QLatin1String("-")) {
        complain(context, QStringLiteral("--json needs -o OUT.xlf: both would go to standard output."));
        return Refused;
    }
    QList<DraftReport> reports;
    QStringList said;
    int status = Done;
    for (const DraftPlan &plan : *plans) {
        Result<DraftReport> report = draft(context, assistance, plan);
        if (context.stop.stop_requested())
            return Interrupted;
        if (!report) {
            complain(context, report.error());
            status = Refused;
            continue;
        }
        for (const QString &warning : report->warnings) {
            if (!said.contains(warning))
                warn(context, warning);
            said.append(warning);
        }
        reports.append(*report);
    }
    if (const Result<void> printed = print(context, reports); !printed) {
        complain(context, printed.error());
        return Refused;
    }
    return status;
}

} // namespace verbale::commandline
