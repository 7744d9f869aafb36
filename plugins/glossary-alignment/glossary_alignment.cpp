#include "plugins/glossary-alignment/glossary_alignment.h"

#include "glossary/data/builtin_glossary.h"
#include "plugins/glossary-alignment/draft.h"
#include "plugins/glossary-alignment/senses.h"

#include <QtCore/QDate>

#include <algorithm>
#include <optional>
#include <tuple>
#include <vector>

namespace verbale::alignment {

namespace {

Error cancelled()
{
    return {QStringLiteral("glossary-alignment.cancelled"), QStringLiteral("cancelled"), {}};
}

void report(const Progress &progress, qint64 done, qint64 total)
{
    constexpr qint64 step = 32;
    if (progress && (done % step == 0 || done == total))
        progress(done, total);
}

bool isAccepted(TermStatus status)
{
    return status == TermStatus::Preferred || status == TermStatus::Admitted;
}

text::FigureStyle figuresOf(const glossary::HouseStyle &style)
{
    text::FigureStyle figures;
    figures.monthFirst = style.settings().dates == glossary::DateOrder::MonthFirst;
    figures.percentInWords = style.settings().percentInWords;
    return figures;
}

/// Adds the wordings that are not to be used whatever the source says, where no receipt speaks of the place:
/// a term that may be used may hold one.
void addFreeWordings(QList<TermReceipt> &receipts, const QList<glossary::AvoidedUse> &uses,
                     QStringView target)
{
    const auto isKnown = [&receipts](const Span &span) {
        return std::any_of(receipts.begin(), receipts.end(), [&span](const TermReceipt &receipt) {
            return std::any_of(receipt.spans.begin(), receipt.spans.end(),
                               [&span](const Span &known) { return known.contains(span); });
        });
    };
    QList<TermReceipt> added;
    for (const glossary::AvoidedUse &use : uses) {
        TermReceipt receipt;
        receipt.state = ReceiptState::Avoided;
        receipt.status = use.wording.status;
        std::copy_if(use.spans.begin(), use.spans.end(), std::back_inserter(receipt.spans),
                     [&isKnown](const Span &span) { return !isKnown(span); });
        if (receipt.spans.isEmpty())
            continue;
        const Span &first = receipt.spans.first();
        receipt.found = target.mid(first.start, first.length()).toString();
        receipt.expected = use.wording.replacement;
        receipt.reason = use.wording.reason;
        added.append(receipt);
    }
    receipts += added;
}

/// The entry's target terms, the numbers of the source in their places, best first: accepted ones, among
/// these those with the numbers, then the same kind (abbreviation or full form) as the source has, then by
/// status, then in the entry's order. A target with a place that the source has no number for is left out.
QList<glossary::Term> targetsOf(const glossary::ConceptEntry &entry, const glossary::TermMatch &match,
                                const QString &language)
{
    const glossary::Term &source = entry.terms[match.term];
    std::vector<std::pair<bool, glossary::Term>> targets; // with whether it lacks the numbers
    for (glossary::Term target : entry.termsIn(language)) {
        std::optional<QString> filled = glossary::fillPlaces(target.text, match.values);
        if (!filled)
            continue;
        const bool lacking = !match.values.isEmpty() && *filled == target.text;
        target.text = *std::move(filled);
        targets.emplace_back(lacking, std::move(target));
    }
    const auto rank = [&source](const auto &target) {
        const glossary::Term &term = target.second;
        return std::tuple(!isAccepted(term.status), target.first, term.abbreviation != source.abbreviation,
                          term.status);
    };
    std::stable_sort(targets.begin(), targets.end(),
                     [&rank](const auto &a, const auto &b) { return rank(a) < rank(b); });
    QList<glossary::Term> sorted;
    for (auto &[lacking, term] : targets)
        sorted.append(std::move(term));
    return sorted;
}

/// The target and the other accepted ones, as the house writes them.
void fillTargets(TermHit &hit, const glossary::ConceptEntry &entry, const QList<glossary::Term> &targets,
                 const glossary::HouseStyle &style)
{
    hit.status = targets.first().status;
    hit.target = isAccepted(hit.status) ? style.preferredTarget(entry, targets) : targets.first().text;
    hit.avoided = style.avoidedFor(entry, targets);
    for (AvoidedTerm &avoided : hit.avoided) {
        if (avoided.reason.isEmpty())
            avoided.reason = entry.note;
    }
    const auto isAvoided = [&hit](const QString &text) {
        return std::any_of(hit.avoided.begin(), hit.avoided.end(),
                           [&text](const AvoidedTerm &avoided) { return avoided.text == text; });
    };
    for (const glossary::Term &other : targets) {
        const QString written = style.write(other.text);
        if (isAccepted(other.status) && written != hit.target && !isAvoided(written) &&
            !hit.alternatives.contains(written))
            hit.alternatives.append(written);
    }
}

TermHit hitOf(const glossary::TermMatch &match, const glossary::TermMatcher &matcher,
              const QString &targetLanguage, const glossary::HouseStyle &style)
{
    const glossary::ConceptEntry &entry = matcher.entry(match.termbase, match.entry);
    TermHit hit;
    hit.span = match.span;
    hit.entryId = entry.id;
    hit.domain = entry.domain;
    hit.authority = entry.authority;
    hit.note = entry.note;
    hit.glossary = matcher.termbase(match.termbase).name();
    hit.nested = match.nested;
    hit.spelling = match.spelling;
    hit.validFrom = entry.validFrom;
    hit.validTo = entry.validTo;
    const QList<glossary::Term> targets = targetsOf(entry, match, targetLanguage);
    if (targets.isEmpty())
        return hit;
    const bool english = glossary::sameLanguage(targetLanguage, u"en");
    fillTargets(hit, entry, targets, english ? style : glossary::HouseStyle());
    return hit;
}

TermSense senseOf(const TermHit &hit)
{
    return {hit.entryId, hit.target, hit.status, hit.domain, hit.note, hit.glossary, hit.termbase};
}

} // namespace

Result<void> GlossaryAlignment::start(const PluginContext &)
{
    return {};
}

void GlossaryAlignment::stop()
{
    m_shelf = {};
    m_styles = {};
}

void *GlossaryAlignment::interfaceFor(std::string_view id)
{
    if (id == TermsProvider::interfaceId)
        return static_cast<TermsProvider *>(this);
    if (id == SuggestionProvider::interfaceId)
        return static_cast<SuggestionProvider *>(this);
    if (id == ReceiptsProvider::interfaceId)
        return static_cast<ReceiptsProvider *>(this);
    return nullptr;
}

Result<TermsAnswer> GlossaryAlignment::findTerms(const TermsRequest &request, const StopToken &stop,
                                                 const Progress &progress)
{
    const Result<Shelved> shelved = m_shelf.take(request.glossaries, request.sourceLanguage);
    if (!shelved)
        return shelved.error();
    const Result<StyleShelf::Shelved> styled = m_styles.take(request.profile);
    if (!styled)
        return styled.error();
    const SenseRanking ranking(request, shelved->glossaries, *shelved->matcher,
                               QDate::currentDate().toString(Qt::ISODate));
    TermsAnswer answer;
    answer.warnings = shelved->warnings + styled->warnings;
    answer.segments.reserve(request.segments.size());
    for (const SegmentText &segment : request.segments) {
        if (stop.stop_requested())
            return cancelled();
        SegmentTerms terms{segment.id, segment.revision, {}};
        const auto hit = [&](const glossary::TermMatch &match) {
            // A glossary that the user has chosen knows best how its own terms are written.
            const QString &termbase = shelved->glossaries[match.termbase];
            const bool shipped = termbase == QLatin1String(glossary::builtinGlossaryName);
            TermHit made = hitOf(match, *shelved->matcher, request.targetLanguage,
                                 shipped ? *styled->style : glossary::HouseStyle());
            made.termbase = termbase;
            return made;
        };
        for (const RankedMatch &ranked : ranking.rank(shelved->matcher->find(segment.source, true))) {
            terms.hits.append(hit(ranked.match));
            for (const glossary::TermMatch &sense : ranked.senses)
                terms.hits.last().senses.append(senseOf(hit(sense)));
        }
        answer.segments.append(std::move(terms));
        report(progress, answer.segments.size(), request.segments.size());
    }
    return answer;
}

Result<SuggestAnswer> GlossaryAlignment::suggest(const SuggestRequest &request, const StopToken &stop,
                                                 const Progress &progress)
{
    SuggestAnswer answer;
    if (!glossary::sameLanguage(request.sourceLanguage, u"vi") ||
        !glossary::sameLanguage(request.targetLanguage, u"en")) {
        answer.warnings.append(QStringLiteral("glossary drafts are made from Vietnamese into English only"));
        return answer;
    }
    const text::FigureStyle figures = figuresOf(*m_styles.last());
    qint64 done = 0;
    for (const SuggestSegment &segment : request.segments) {
        if (stop.stop_requested())
            return cancelled();
        if (std::optional<Suggestion> draft = draftOf(segment, figures))
            answer.suggestions.append(*std::move(draft));
        report(progress, ++done, request.segments.size());
    }
    return answer;
}

Result<ReceiptsAnswer> GlossaryAlignment::receipts(const ReceiptsRequest &request, const StopToken &stop,
                                                   const Progress &progress)
{
    ReceiptsAnswer answer;
    const bool english = glossary::sameLanguage(request.targetLanguage, u"en");
    if (!english)
        answer.warnings.append(QStringLiteral("terms are looked for in English targets only"));
    const Result<StyleShelf::Shelved> styled = m_styles.take(request.profile);
    if (!styled)
        return styled.error();
    answer.warnings += styled->warnings;
    for (const ReceiptsSegment &segment : request.segments) {
        if (stop.stop_requested())
            return cancelled();
        SegmentReceipts found{segment.text.id, segment.text.revision, {}};
        if (english) {
            found.receipts = m_receipts.of(segment.terms, segment.text.target);
            addFreeWordings(found.receipts, styled->style->avoidedIn(segment.text.target),
                            segment.text.target);
        }
        answer.segments.append(std::move(found));
        report(progress, answer.segments.size(), request.segments.size());
    }
    return answer;
}

} // namespace verbale::alignment
