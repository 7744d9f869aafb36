#include "command-line/glossary_command.h"
#include "command-line/inputs.h"
#include "command-line/json.h"
#include "command-line/printer.h"
#include "session/harvest.h"
#include "session/tsv.h"

#include <algorithm>

namespace verbale::commandline {

namespace {

class Harvest : public GlossaryAction
{
public:
    const char *name() const override { return "harvest"; }
    const char *summary() const override { return "List names in a text that no glossary knows"; }
    void declare(VerbOptions &options) override;
    int run(Context &context) override;

private:
    Result<QList<session::HarvestedTerm>> harvest(Context &context);
    void print(Printer &out, const QList<session::HarvestedTerm> &terms) const;

    QString m_input;
    QString m_english;
    QStringList m_glossaries;
    QString m_leastCount;
    QString m_limit;
    QString m_encoding;
    bool m_tsv = false;
    bool m_json = false;
};

void Harvest::declare(VerbOptions &options)
{
    options.file(m_input, "IN", "A text or an XLIFF file; with translations, the likely English is found");
    options.text("--english", m_english, "FILE", "The English of a text, a line for each of its lines");
    options.repeated("--glossary", m_glossaries, "FILE",
                     "What is known; 'builtin' is the shipped one (default)");
    options.text("--min-count", m_leastCount, "N",
                 "How often a name without an acronym has to stand there (2)");
    options.text("--limit", m_limit, "N", "How many are listed at most (200)");
    declareEncoding(options, m_encoding);
    options.flag("--tsv", m_tsv,
                 "Print vi, en, abbreviation_en, count, evidence and a context, tab-separated");
    options.flag("--json", m_json, "Print the candidates as JSON, with their contexts");
}

Result<void> readNumber(const QString &written, const char *option, qsizetype &number)
{
    if (written.isEmpty())
        return {};
    bool good = false;
    number = written.toInt(&good);
    if (good && number > 0)
        return {};
    return Error{QStringLiteral("usage"),
                 QStringLiteral("%1 '%2' is not a number above 0.").arg(QLatin1String(option), written)};
}

Result<QList<session::HarvestedTerm>> Harvest::harvest(Context &context)
{
    session::HarvestOptions options;
    if (m_tsv && m_json)
        return Error{QStringLiteral("command.two-forms"),
                     QStringLiteral("--tsv and --json exclude each other")};
    if (const Result<void> number = readNumber(m_leastCount, "--min-count", options.leastCount); !number)
        return number.error();
    if (const Result<void> number = readNumber(m_limit, "--limit", options.most); !number)
        return number.error();
    const Result<QList<session::GlossarySource>> sources = glossarySources(context, m_glossaries);
    if (!sources)
        return sources.error();
    options.glossaries = *sources;
    if (!m_english.isEmpty()) {
        const Result<QStringList> vi = session::linesOfFile(m_input);
        if (!vi)
            return vi.error();
        const Result<QStringList> en = session::linesOfFile(m_english);
        if (!en)
            return en.error();
        return session::harvestLines(*vi, *en, options);
    }
    const Result<session::OpenOptions> opening = openOptions(false, m_encoding, {});
    if (!opening)
        return opening.error();
    const Result<session::OpenedDocument> opened = openInput(context, m_input, *opening);
    if (!opened)
        return opened.error();
    return session::harvestDocument(opened->document, options);
}

QString contextOf(const session::HarvestedTerm &term)
{
    return term.contexts.isEmpty() ? QString() : term.contexts.first().vi.simplified();
}

void Harvest::print(Printer &out, const QList<session::HarvestedTerm> &terms) const
{
    if (m_tsv)
        out.text(session::tsvRow({QStringLiteral("vi"), QStringLiteral("en"),
                                  QStringLiteral("abbreviation_en"), QStringLiteral("count"),
                                  QStringLiteral("evidence"), QStringLiteral("context")}));
    Json list = Json::array();
    for (const session::HarvestedTerm &term : terms) {
        if (m_tsv) {
            out.text(session::tsvRow({term.vi, term.en, term.abbreviation, QString::number(term.count),
                                      term.evidence, contextOf(term)}));
        } else if (m_json) {
            Json contexts = Json::array();
            for (const session::HarvestContext &context : term.contexts) {
                contexts.push_back(Json{
                    {"segment", context.segment}, {"vi", toJson(context.vi)}, {"en", toJson(context.en)}});
            }
            list.push_back(Json{{"vi", toJson(term.vi)},
                                {"en", toJson(term.en)},
                                {"abbreviation_en", toJson(term.abbreviation)},
                                {"count", term.count},
                                {"evidence", toJson(term.evidence)},
                                {"contexts", contexts}});
        } else {
            out.line(QStringLiteral("%1  %2%3%4")
                         .arg(term.count, 4)
                         .arg(term.vi,
                              term.abbreviation.isEmpty() ? QString()
                                                          : QStringLiteral(" (%1)").arg(term.abbreviation),
                              term.en.isEmpty() ? QString()
                                                : QStringLiteral(" = %1  [%2]").arg(term.en, term.evidence)));
        }
    }
    if (m_json)
        out.text(toText(Json{{"candidates", list}}));
}

int Harvest::run(Context &context)
{
    const Result<QList<session::HarvestedTerm>> terms = harvest(context);
    if (!terms) {
        complain(context, terms.error());
        return Refused;
    }
    Printer out(context.out);
    print(out, *terms);
    if (const Result<void> printed = out.flush(); !printed) {
        complain(context, printed.error());
        return Refused;
    }
    return Done;
}

} // namespace

std::unique_ptr<GlossaryAction> glossaryHarvest()
{
    return std::make_unique<Harvest>();
}

} // namespace verbale::commandline
