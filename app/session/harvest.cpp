#include "session/harvest.h"

#include "glossary/engine/harvest.h"
#include "glossary/engine/term_matcher.h"
#include "session/glossary_sources.h"
#include "session/source_text.h"
#include "text/decode.h"
#include "text/file_io.h"

namespace verbale::session {

namespace {

constexpr qsizetype mostContexts = 10;
constexpr qsizetype reportEvery = 64; // segments

Error cancelled()
{
    return {QStringLiteral("harvest.cancelled"), QStringLiteral("the search for names was stopped")};
}

Result<glossary::TermMatcher> matcherOf(const HarvestOptions &options)
{
    const QList<GlossarySource> sources = options.glossaries.isEmpty()
                                              ? QList<GlossarySource>{{QStringLiteral("builtin")}}
                                              : options.glossaries;
    std::vector<std::shared_ptr<const glossary::Termbase>> termbases;
    for (const GlossarySource &source : sources) {
        if (options.stop.stop_requested())
            return cancelled();
        Result<glossary::GlossaryContents> contents = loadGlossary(source);
        if (!contents)
            return contents.error();
        termbases.push_back(std::make_shared<const glossary::Termbase>(std::move(contents->termbase)));
    }
    return glossary::TermMatcher(std::move(termbases), QStringLiteral("vi"));
}

HarvestedTerm harvested(const glossary::TermCandidate &candidate,
                        const QList<glossary::HarvestSegment> &segments)
{
    HarvestedTerm term{candidate.vi,
                       candidate.en,
                       candidate.abbreviation,
                       glossary::evidenceName(candidate.evidence),
                       candidate.places.size(),
                       {}};
    for (const glossary::HarvestPlace &place : candidate.places.mid(0, mostContexts)) {
        const glossary::HarvestSegment &segment = segments[place.segment];
        term.contexts.append({place.segment, segment.vi, segment.en, place.span});
    }
    return term;
}

Result<QList<HarvestedTerm>> harvest(QList<glossary::HarvestSegment> segments, const HarvestOptions &options)
{
    const Result<glossary::TermMatcher> matcher = matcherOf(options);
    if (!matcher)
        return matcher.error();
    for (qsizetype i = 0; i < segments.size(); ++i) {
        if (options.stop.stop_requested())
            return cancelled();
        for (const glossary::TermMatch &match : matcher->find(segments[i].vi))
            segments[i].known.append(match.span);
        if (options.progress && i % reportEvery == 0)
            options.progress(i, segments.size());
    }
    QList<HarvestedTerm> terms;
    for (const glossary::TermCandidate &candidate :
         glossary::harvestTerms(segments, {options.leastCount, options.most}))
        terms.append(harvested(candidate, segments));
    if (options.stop.stop_requested())
        return cancelled();
    return terms;
}

} // namespace

Result<QList<HarvestedTerm>> harvestDocument(const Document &document, const HarvestOptions &options)
{
    QList<glossary::HarvestSegment> segments;
    for (const SegmentRef &ref : document.segments()) {
        const Segment &segment = document.units[ref.unit].segments[ref.segment];
        segments.append({plainFromInline(segment.source), plainFromInline(segment.target)});
    }
    return harvest(std::move(segments), options);
}

Result<QList<HarvestedTerm>> harvestLines(const QStringList &vi, const QStringList &en,
                                          const HarvestOptions &options)
{
    if (!en.isEmpty() && en.size() != vi.size())
        return Error{
            QStringLiteral("harvest.lines"),
            QStringLiteral("the two texts have %1 and %2 lines; a line has to stand for its translation")
                .arg(vi.size())
                .arg(en.size())};
    QList<glossary::HarvestSegment> segments;
    for (qsizetype i = 0; i < vi.size(); ++i)
        segments.append({vi[i], en.value(i)});
    return harvest(std::move(segments), options);
}

Result<QStringList> linesOfFile(const QString &path)
{
    const Result<QByteArray> bytes = text::readFile(path);
    if (!bytes)
        return bytes.error();
    Result<text::DecodedText> decoded = text::decode(*bytes, path);
    if (!decoded)
        return decoded.error();
    QString text = std::move(decoded->text);
    text.remove(QChar::ByteOrderMark)
        .replace(QLatin1String("\r\n"), QLatin1String("\n"))
        .replace(u'\r', u'\n');
    if (text.endsWith(u'\n'))
        text.chop(1);
    return text.split(u'\n');
}

} // namespace verbale::session
