#include "command-line/glossary_command.h"

#include "command-line/json.h"
#include "command-line/printer.h"

namespace verbale::commandline {

namespace {

/// What lint, stats and find share: glossaries are read, something is printed.
class Look : public GlossaryAction
{
public:
    int run(Context &context) override
    {
        Printer out(context.out);
        const Result<QList<session::GlossarySource>> sources = glossarySources(context, m_glossaries);
        Result<int> status = sources ? print(context, *sources, out) : Result<int>(sources.error());
        if (const Result<void> printed = out.flush(); status && !printed)
            status = printed.error();
        if (status)
            return *status;
        complain(context, status.error());
        return Refused;
    }

protected:
    virtual Result<int> print(Context &context, const QList<session::GlossarySource> &sources,
                              Printer &out) = 0;

    QStringList m_glossaries;
    bool m_json = false;
};

class Lint : public Look
{
public:
    const char *name() const override { return "lint"; }
    const char *summary() const override { return "Look for duplicates, homographs and other faults"; }

    void declare(VerbOptions &options) override
    {
        options.optionalFiles(m_glossaries, "FILE",
                              "Glossaries that are used together; 'builtin' is the shipped one (default)");
        options.repeated("--glossary", m_glossaries, "FILE", "The same");
        options.flag("--json", m_json, "Print the findings as JSON");
    }

protected:
    Result<int> print(Context &context, const QList<session::GlossarySource> &sources, Printer &out) override;
};

Json findingToJson(const session::GlossaryFinding &finding)
{
    return Json{{"file", toJson(finding.error.where.file)},
                {"line", finding.error.where.line},
                {"column", finding.error.where.column},
                {"severity", toJson(finding.severity)},
                {"code", toJson(finding.code)},
                {"entry", toJson(finding.entry)},
                {"message", toJson(finding.error.message)}};
}

Result<int> Lint::print(Context &, const QList<session::GlossarySource> &sources, Printer &out)
{
    const Result<QList<session::GlossaryFinding>> findings = session::lintGlossaries(sources);
    if (!findings)
        return findings.error();
    if (m_json) {
        Json list = Json::array();
        for (const session::GlossaryFinding &finding : *findings)
            list.push_back(findingToJson(finding));
        out.text(toText(Json{{"findings", list}}));
    } else {
        for (const session::GlossaryFinding &finding : *findings) {
            const QString entry = finding.entry.isEmpty() ? QString() : finding.entry + QLatin1String(": ");
            Error shown = finding.error;
            shown.message =
                QStringLiteral("%1: %2%3 [%4]").arg(finding.severity, entry, shown.message, finding.code);
            out.line(shown.text());
        }
        out.line(findings->isEmpty() ? QStringLiteral("Nothing was found.")
                                     : QStringLiteral("%1 findings").arg(findings->size()));
    }
    return findings->isEmpty() ? Done : Findings;
}

class Stats : public Look
{
public:
    const char *name() const override { return "stats"; }
    const char *summary() const override { return "Count entries and terms"; }

    void declare(VerbOptions &options) override
    {
        options.optionalFiles(m_glossaries, "FILE", "Glossaries; 'builtin' is the shipped one (default)");
        options.repeated("--glossary", m_glossaries, "FILE", "The same");
        options.flag("--json", m_json, "Print JSON");
    }

protected:
    Result<int> print(Context &context, const QList<session::GlossarySource> &sources, Printer &out) override;
};

Json mapToJson(const QMap<QString, qint64> &counts)
{
    Json object = Json::object();
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        object[count.key().toStdString()] = count.value();
    return object;
}

void printMap(Printer &out, const char *title, const QMap<QString, qint64> &counts)
{
    out.line(QLatin1String(title));
    for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
        const QString name = count.key().isEmpty() ? QStringLiteral("(none)") : count.key();
        out.line(QStringLiteral("  %1 %2").arg(name, -24).arg(count.value(), 7));
    }
}

void printFigures(Printer &out, const session::GlossaryFigures &figures)
{
    const QList<QPair<QString, qint64>> sums{{QStringLiteral("entries"), figures.entries},
                                             {QStringLiteral("terms"), figures.terms},
                                             {QStringLiteral("abbreviations"), figures.abbreviations},
                                             {QStringLiteral("with an authority"), figures.withAuthority},
                                             {QStringLiteral("with a note"), figures.withNote}};
    for (const auto &[name, count] : sums)
        out.line(QStringLiteral("%1 %2").arg(name, -26).arg(count, 7));
    printMap(out, "entries by domain", figures.byDomain);
    printMap(out, "entries by part of speech", figures.byPartOfSpeech);
    printMap(out, "entries by status", figures.byStatus);
    printMap(out, "terms by language", figures.termsByLanguage);
    printMap(out, "terms by status", figures.termsByStatus);
}

Result<int> Stats::print(Context &context, const QList<session::GlossarySource> &sources, Printer &out)
{
    const Result<session::GlossaryFigures> figures = session::glossaryFigures(sources);
    if (!figures)
        return figures.error();
    for (const Error &error : figures->rejected)
        warn(context, error.text());
    if (!m_json) {
        printFigures(out, *figures);
        return Done;
    }
    out.text(toText(Json{{"entries", figures->entries},
                         {"terms", figures->terms},
                         {"abbreviations", figures->abbreviations},
                         {"withAuthority", figures->withAuthority},
                         {"withNote", figures->withNote},
                         {"byDomain", mapToJson(figures->byDomain)},
                         {"byPartOfSpeech", mapToJson(figures->byPartOfSpeech)},
                         {"byStatus", mapToJson(figures->byStatus)},
                         {"termsByLanguage", mapToJson(figures->termsByLanguage)},
                         {"termsByStatus", mapToJson(figures->termsByStatus)}}));
    return Done;
}

class Find : public Look
{
public:
    const char *name() const override { return "find"; }
    const char *summary() const override
    {
        return "Search terms in both languages, with or without diacritics";
    }

    void declare(VerbOptions &options) override
    {
        options.files(m_words, "TEXT", "What to look for; several words need not stand together");
        options.repeated("--glossary", m_glossaries, "FILE",
                         "A glossary; 'builtin' is the shipped one (default)");
        options.text("--limit", m_limit, "N", "At most so many entries (20)");
        options.flag("--json", m_json, "Print JSON");
    }

protected:
    Result<int> print(Context &context, const QList<session::GlossarySource> &sources, Printer &out) override;

private:
    QStringList m_words;
    QString m_limit = QStringLiteral("20");
};

Json hitToJson(const session::GlossaryHit &hit)
{
    return Json{{"rank", toJson(hit.rank)},
                {"matched", toJson(hit.matched)},
                {"language", toJson(hit.language)},
                {"status", toJson(hit.status)},
                {"entry", toJson(hit.entry)},
                {"glossary", toJson(hit.glossary)},
                {"vi", toJson(hit.vi)},
                {"en", toJson(hit.en)},
                {"domain", toJson(hit.domain)},
                {"pos", toJson(hit.partOfSpeech)},
                {"note", toJson(hit.note)},
                {"authority", toJson(hit.authority)}};
}

Result<int> Find::print(Context &, const QList<session::GlossarySource> &sources, Printer &out)
{
    bool isNumber = false;
    const int limit = m_limit.toInt(&isNumber);
    if (!isNumber || limit < 1)
        return Error{QStringLiteral("usage"), QStringLiteral("--limit has to be a number from 1 on.")};
    const Result<QList<session::GlossaryHit>> hits =
        session::findInGlossaries(sources, m_words.join(QLatin1Char(' ')), limit);
    if (!hits)
        return hits.error();
    if (m_json) {
        Json list = Json::array();
        for (const session::GlossaryHit &hit : *hits)
            list.push_back(hitToJson(hit));
        out.text(toText(Json{{"hits", list}}));
        return Done;
    }
    for (const session::GlossaryHit &hit : *hits) {
        out.line(QStringLiteral("%1 = %2").arg(hit.vi.join(QLatin1String(" | ")),
                                               hit.en.join(QLatin1String(" | "))));
        out.line(QStringLiteral("    %1, %2, %3%4")
                     .arg(hit.entry, hit.status, hit.rank,
                          hit.note.isEmpty() ? QString() : QLatin1String("; ") + hit.note.simplified()));
    }
    if (hits->isEmpty())
        out.line(QStringLiteral("Nothing was found."));
    return Done;
}

} // namespace

std::unique_ptr<GlossaryAction> glossaryLint()
{
    return std::make_unique<Lint>();
}

std::unique_ptr<GlossaryAction> glossaryStats()
{
    return std::make_unique<Stats>();
}

std::unique_ptr<GlossaryAction> glossaryFind()
{
    return std::make_unique<Find>();
}

} // namespace verbale::commandline
