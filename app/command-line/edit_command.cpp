#include "command-line/edit_command.h"

#include "command-line/edit_table.h"
#include "command-line/inputs.h"
#include "command-line/json.h"
#include "command-line/printer.h"
#include "session/files.h"
#include "session/markup_text.h"
#include "session/unit_names.h"

#include <algorithm>

namespace verbale::commandline {

namespace {

Error wrongUse(const QString &message, const QString &file = {})
{
    return {QStringLiteral("usage.edit"), message, {file}};
}

} // namespace

void EditCommand::declare(VerbOptions &options)
{
    options.file(m_input, "FILE.xlf", "An XLIFF file; - is standard input");
    options.text("-o,--output", m_output, "OUT.xlf",
                 "Where to write, instead of into FILE.xlf; - is standard output");
    options.grouped("--unit", m_groups, "ID",
                    "The unit to edit; FILE/ID where two files have it, or a fragment such as #f=f1/u=u1");
    options.grouped("--segment", m_groups, "ID", "Its segment; not needed when it has only one");
    options.grouped("--target", m_groups, "TEXT",
                    "The new target, its inline codes as their markup; empty: no target");
    options.grouped(
        "--state", m_groups, "STATE",
        "initial (the default for a new target), translated, reviewed, final, or one of XLIFF 1.2");
    options.text("--from-tsv", m_table, "EDITS.tsv",
                 "Edits from a table like that of `export --to tsv`: unit, segment, state, target");
    options.flag("--json", m_json, "Print what changed as JSON");
}

Result<void> EditCommand::checkUse() const
{
    if (m_input == QLatin1String("-") && m_output.isEmpty())
        return wrongUse(QStringLiteral("Standard input cannot be changed in place. Give -o OUT.xlf."));
    if (m_json && m_output == QLatin1String("-"))
        return wrongUse(QStringLiteral("--json and the file cannot both go to standard output."));
    if (!m_table.isEmpty() && m_input == QLatin1String("-") && m_table == QLatin1String("-"))
        return wrongUse(QStringLiteral("The file and the table cannot both come from standard input."));
    if (!m_table.isEmpty() && session::isSameFile(m_table, m_output))
        return wrongUse(QStringLiteral("The file would replace the table of edits. Choose another -o."),
                        m_output);
    return {};
}

Result<QList<session::EditRequest>> EditCommand::requests() const
{
    QList<session::EditRequest> requests;
    QStringList seen; // options of the present group
    for (const OptionValue &option : m_groups) {
        if (option.name == QLatin1String("--unit")) {
            requests.append(session::EditRequest());
            requests.last().unit = option.value;
            seen.clear();
            continue;
        }
        if (requests.isEmpty())
            return wrongUse(QStringLiteral("%1 stands before any --unit.").arg(option.name));
        if (seen.contains(option.name))
            return wrongUse(QStringLiteral("%1 is given twice for unit %2. Begin each edit with --unit.")
                                .arg(option.name, requests.last().unit));
        seen.append(option.name);
        if (option.name == QLatin1String("--segment"))
            requests.last().segment = option.value;
        else if (option.name == QLatin1String("--target"))
            requests.last().target = option.value.isNull() ? QStringLiteral("") : option.value;
        else
            requests.last().state = option.value;
    }
    for (const session::EditRequest &request : requests) {
        if (!request.target && request.state.isEmpty())
            return wrongUse(QStringLiteral("Nothing is to be done with unit %1. Give --target or --state.")
                                .arg(request.unit));
    }
    return requests;
}

Result<void> EditCommand::edit(Context &context)
{
    Result<QList<session::EditRequest>> wanted = requests();
    if (!wanted)
        return wanted.error();
    if (!m_table.isEmpty()) {
        const Result<QByteArray> bytes = m_table == QLatin1String("-")
                                             ? session::readDevice(context.in, m_table)
                                             : session::readFile(m_table);
        if (!bytes)
            return bytes.error();
        QStringList warnings;
        const Result<QList<session::EditRequest>> rows = readEditTable(*bytes, m_table, warnings);
        if (!rows)
            return rows.error();
        for (const QString &warning : warnings)
            warn(context, QStringLiteral("%1: %2").arg(m_table, warning));
        *wanted += *rows;
    }
    Result<session::OpenedDocument> opened = openInput(context, m_input);
    if (!opened)
        return opened.error();
    if (opened->isText())
        return Error{QStringLiteral("edit.not-xliff"),
                     QStringLiteral("This is a text without targets. Make an XLIFF file of it first: "
                                    "verbale draft."),
                     {m_input}};
    for (const QString &warning : opened->warnings)
        warn(context, warning);
    warnOfInvalidUnlessLarge(context, m_input, *opened);
    Document &document = opened->document;
    Result<QList<session::PlannedEdit>> edits = session::planEdits(document, *wanted);
    if (!edits) {
        Error error = edits.error();
        if (error.where.file.isEmpty())
            error.where.file = m_input;
        return error;
    }
    edits->removeIf([](const session::PlannedEdit &edit) { return !edit.changesSomething(); });
    session::applyEdits(document, *edits);
    if (const Result<void> written = write(context, document); !written)
        return written;
    return report(context, document, *edits);
}

Result<void> EditCommand::write(Context &context, const Document &document) const
{
    const QString output = m_output.isEmpty() ? m_input : m_output;
    if (output != QLatin1String("-"))
        return session::saveDocument(document, output);
    const Result<QByteArray> bytes = session::documentBytes(document);
    if (!bytes)
        return bytes.error();
    Printer out(context.out);
    out.bytes(*bytes);
    return out.flush();
}

Result<void> EditCommand::report(Context &context, const Document &document,
                                 const QList<session::PlannedEdit> &edits) const
{
    const session::UnitNames names(document);
    Json changed = Json::array();
    QString lines;
    for (const session::PlannedEdit &edit : edits) {
        const QString unit = names.of(edit.after.segment.unit);
        const QString segment = document.at(edit.after.segment).id;
        for (const QString &warning : edit.warnings)
            warn(context, QStringLiteral("%1/%2: %3").arg(unit, segment, warning));
        Json one;
        one["unit"] = toJson(unit);
        one["segment"] = toJson(segment);
        one["before"] = toJson(session::withMarkup(edit.before.target));
        one["after"] = toJson(session::withMarkup(edit.after.target));
        one["stateBefore"] = toJson(stateName(edit.before.state));
        one["state"] = toJson(stateName(edit.after.state));
        if (!edit.after.subState.isEmpty())
            one["subState"] = toJson(edit.after.subState);
        if (!edit.warnings.isEmpty())
            one["warnings"] = toJson(edit.warnings);
        changed.push_back(one);
        lines += QStringLiteral("%1/%2 (%3): %4\n")
                     .arg(unit, segment, stateName(edit.after.state),
                          session::withMarkup(edit.after.target).simplified());
    }
    Printer out(context.out);
    if (m_json) {
        Json result;
        result["changed"] = changed;
        out.text(toText(result));
    } else if (m_output != QLatin1String("-")) {
        out.text(lines + QStringLiteral("%1 segments changed.\n").arg(edits.size()));
    }
    return out.flush();
}

int EditCommand::run(Context &context)
{
    Result<void> done = checkUse();
    if (done)
        done = edit(context);
    if (done)
        return Done;
    complain(context, done.error());
    return Refused;
}

} // namespace verbale::commandline
