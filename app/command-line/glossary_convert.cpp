#include "command-line/glossary_command.h"

#include "command-line/glossary_preview_report.h"
#include "command-line/inputs.h"
#include "command-line/json.h"
#include "command-line/printer.h"
#include "session/files.h"
#include "session/termbase_import.h"

namespace verbale::commandline {

namespace {

/// What import and export share: read, merge, convert, write.
class Conversion : public GlossaryAction
{
public:
    int run(Context &context) override;

protected:
    [[nodiscard]] virtual Result<void> checkUse() = 0;
    /// Whether TBX from a TBX file keeps its dialect and style, where no style is asked for.
    [[nodiscard]] virtual bool keepsForm() const { return false; }
    [[nodiscard]] Result<void> checkStyle();

    QStringList m_inputs;
    QString m_output;
    QString m_style;
    QStringList m_columns;
    session::GlossaryImportOptions m_options;
    bool m_json = false;

private:
    [[nodiscard]] Result<session::GlossaryFile> convert(Context &context);
    void tell(Context &context, const session::GlossaryFile &file) const;
    Result<void> put(Context &context, const session::GlossaryFile &file) const;
    void printJson(Printer &out, const session::GlossaryFile &file) const;
    [[nodiscard]] bool toStandardOutput() const { return m_output == QLatin1String("-"); }
    [[nodiscard]] bool toTermbase() const { return session::isTermbaseFile(m_output); }
};

Error usage(const QString &message)
{
    return {QStringLiteral("usage"), message};
}

Result<void> Conversion::checkStyle()
{
    if (!m_style.isEmpty() && m_style != QLatin1String("dca") && m_style != QLatin1String("dct"))
        return usage(QStringLiteral("Unknown style '%1'. Use dca or dct.").arg(m_style));
    m_options.dct = m_style == QLatin1String("dct");
    m_options.keepForm = keepsForm() && m_style.isEmpty();
    for (const QString &input : m_inputs) {
        if (session::isSameFile(input, m_output))
            return Error{QStringLiteral("usage.output"),
                         QStringLiteral(
                             "The output would replace a glossary that it is made from. Choose another -o."),
                         {m_output}};
    }
    return {};
}

Result<session::GlossaryFile> Conversion::convert(Context &context)
{
    if (const Result<void> use = checkUse(); !use)
        return use.error();
    if (const Result<void> style = checkStyle(); !style)
        return style.error();
    const Result<QList<session::GlossarySource>> sources = glossarySources(context, m_inputs);
    if (!sources)
        return sources.error();
    return toTermbase() ? session::importIntoTermbase(*sources, m_options, m_output)
                        : session::importGlossaries(*sources, m_options);
}

void Conversion::tell(Context &context, const session::GlossaryFile &file) const
{
    for (const Error &error : file.rejected)
        complain(context, QStringLiteral("%1 [%2]").arg(error.text(), error.code));
    for (const Error &error : file.duplicates)
        warn(context, error.text());
    for (const QString &warning : file.warnings)
        warn(context, warning);
    if (file.refused)
        complain(context,
                 QStringLiteral("%1 was not written: %2 rows or entries are wrong. Correct them, or leave "
                                "them out with --skip-bad-rows.")
                     .arg(m_output)
                     .arg(file.rejected.size()));
}

void Conversion::printJson(Printer &out, const session::GlossaryFile &file) const
{
    out.text(toText(Json{{"output", toJson(m_output)},
                         {"format", toJson(m_options.to)},
                         {"written", !file.refused},
                         {"entries", file.entries},
                         {"rejected", errorsToJson(file.rejected)},
                         {"duplicates", errorsToJson(file.duplicates)},
                         {"warnings", toJson(file.warnings)}}));
}

Result<void> Conversion::put(Context &context, const session::GlossaryFile &file) const
{
    Printer out(context.out);
    if (!file.refused && toStandardOutput())
        out.bytes(file.bytes);
    if (!file.refused && !toStandardOutput() && !toTermbase()) {
        if (const Result<void> written = session::writeFile(m_output, file.bytes); !written)
            return written.error();
    }
    if (m_json)
        printJson(out, file);
    else if (!file.refused && !toStandardOutput())
        out.line(
            (toTermbase() ? QStringLiteral("%1: %2 entries were added") : QStringLiteral("%1: %2 entries"))
                .arg(m_output)
                .arg(file.entries));
    return out.flush();
}

int Conversion::run(Context &context)
{
    const Result<session::GlossaryFile> file = convert(context);
    if (!file) {
        complain(context, file.error());
        return Refused;
    }
    tell(context, *file);
    if (const Result<void> done = put(context, *file); !done) {
        complain(context, done.error());
        return Refused;
    }
    if (file->refused)
        return Refused;
    return file->rejected.isEmpty() ? Done : Findings;
}

class Import : public Conversion
{
public:
    const char *name() const override { return "import"; }
    const char *summary() const override { return "Make one glossary of files of any format"; }
    void declare(VerbOptions &options) override;
    int run(Context &context) override;

protected:
    Result<void> checkUse() override;
    [[nodiscard]] bool keepsForm() const override { return true; }

private:
    Result<void> readColumns();
    Result<bool> preview(Context &context);

    bool m_preview = false;
    bool m_noHeader = false;
};

void Import::declare(VerbOptions &options)
{
    options.files(m_inputs, "IN",
                  "TBX, TSV, CSV, XLSX or OmegaT files; - is standard input, builtin the shipped one");
    options.text(
        "-o,--output", m_output, "OUT",
        "The glossary to write: a name in .tsv, .csv, .xlsx or .tbx; or a termbase in .vtb, to which "
        "is added what it does not have yet");
    options.choice("--from", m_options.from, session::glossaryFormats(),
                   "The inputs' format (else as they say)");
    options.repeated("--column", m_columns, "NAME=COLUMN",
                     "What the inputs call a column, such as 'Tên riêng=en'; '#2=en' is the second, 'X=' is "
                     "left out");
    options.flag("--no-header", m_noHeader, "The first row is a term, not the names of the columns");
    options.text("--sheet", m_options.sheet, "NAME", "The sheet of a spreadsheet (else the first glossary)");
    declareEncoding(options, m_options.encoding);
    options.flag("--preview", m_preview, "Show what would be imported; nothing is written");
    options.flag("--skip-bad-rows", m_options.skipBadRows, "Leave wrong rows out instead of writing nothing");
    options.text("--style", m_style, "dca|dct",
                 "TBX-Basic with data categories as attributes or tags, whatever the input is");
    options.flag("--json", m_json, "Print what was done as JSON");
}

Result<void> Import::readColumns()
{
    for (const QString &column : m_columns) {
        const qsizetype cut = column.lastIndexOf(QLatin1Char('='));
        const QString field = column.mid(cut + 1);
        if (cut < 1)
            return usage(QStringLiteral("--column '%1' is not NAME=COLUMN.").arg(column));
        if (!field.isEmpty() && !session::glossaryFields().contains(field.toLower()))
            return usage(QStringLiteral("--column '%1': there is no column '%2'. Use %3.")
                             .arg(column, field, session::glossaryFields().join(QLatin1String(", "))));
        m_options.columns.insert(column.left(cut), field);
    }
    if (m_noHeader)
        m_options.header = false;
    return {};
}

Result<void> Import::checkUse()
{
    if (m_output.isEmpty())
        return usage(
            QStringLiteral("glossary import needs -o OUT: a name in .tsv, .csv, .xlsx, .tbx or .vtb."));
    m_options.to =
        session::isTermbaseFile(m_output) ? QStringLiteral("vtb") : session::glossaryFormatOf(m_output);
    if (m_options.to.isEmpty())
        return Error{
            QStringLiteral("usage.format"),
            QStringLiteral(
                "The name has to end in .tsv, .csv, .xlsx, .tbx or .vtb; for other formats use glossary "
                "export --to."),
            {m_output}};
    return readColumns();
}

/// Whether all rows of all inputs can be imported.
Result<bool> Import::preview(Context &context)
{
    if (const Result<void> columns = readColumns(); !columns)
        return columns.error();
    const Result<QList<session::GlossarySource>> sources = glossarySources(context, m_inputs);
    if (!sources)
        return sources.error();
    Printer out(context.out);
    Json previews = Json::array();
    bool good = true;
    for (const session::GlossarySource &source : *sources) {
        const Result<session::GlossaryPreview> preview = session::previewGlossary(source, m_options);
        if (!preview)
            return preview.error();
        if (preview->problem)
            complain(context, *preview->problem);
        for (const Error &error : preview->rejected)
            complain(context, QStringLiteral("%1 [%2]").arg(error.text(), error.code));
        for (const Error &error : preview->duplicates)
            warn(context, error.text());
        for (const QString &warning : preview->warnings)
            warn(context, warning);
        good = good && !preview->problem && preview->rejected.isEmpty();
        if (m_json)
            previews.push_back(previewToJson(source.path, *preview));
        else
            printPreview(out, source.path, *preview);
    }
    if (m_json)
        out.text(toText(Json{{"files", previews}}));
    if (const Result<void> printed = out.flush(); !printed)
        return printed.error();
    return good;
}

int Import::run(Context &context)
{
    if (!m_preview)
        return Conversion::run(context);
    const Result<bool> good = preview(context);
    if (!good) {
        complain(context, good.error());
        return Refused;
    }
    return *good ? Done : Findings;
}

class Export : public Conversion
{
public:
    const char *name() const override { return "export"; }
    const char *summary() const override { return "Write a glossary in another format"; }
    void declare(VerbOptions &options) override;

protected:
    Result<void> checkUse() override;

private:
    QString m_to;
};

void Export::declare(VerbOptions &options)
{
    options.choice("--to", m_to, session::glossaryFormats(), "The format to write");
    options.text("-o,--output", m_output, "OUT", "Where to write; - (the default) is standard output");
    options.repeated("--glossary", m_inputs, "FILE", "A glossary; 'builtin' is the shipped one (default)");
    options.flag("--skip-bad-rows", m_options.skipBadRows, "Leave wrong rows out instead of writing nothing");
    options.text("--style", m_style, "dca|dct", "TBX data categories as attributes (default) or as tags");
    options.flag("--json", m_json, "Print what was done as JSON; needs -o");
}

Result<void> Export::checkUse()
{
    if (m_to.isEmpty())
        return usage(QStringLiteral("glossary export needs --to FORMAT: %1.")
                         .arg(session::glossaryFormats().join(QLatin1String(", "))));
    m_options.to = m_to;
    if (m_output.isEmpty())
        m_output = QStringLiteral("-");
    if (m_json && m_output == QLatin1String("-"))
        return usage(
            QStringLiteral("glossary export --json needs -o OUT: the glossary and the JSON would mix."));
    return {};
}

} // namespace

std::unique_ptr<GlossaryAction> glossaryImport()
{
    return std::make_unique<Import>();
}

std::unique_ptr<GlossaryAction> glossaryExport()
{
    return std::make_unique<Export>();
}

} // namespace verbale::commandline
