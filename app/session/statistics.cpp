#include "session/statistics.h"

#include "document/segmentation.h"
#include "text/syllables.h"

#include <QtCore/QSet>

namespace verbale::session {

namespace {

bool isUntranslated(const Segment &segment)
{
    return !segment.hasTarget || (segment.target.isEmpty() && !segment.source.isEmpty());
}

void countProgress(const Segment &segment, qsizetype words, Statistics &counts)
{
    if (isUntranslated(segment)) {
        ++counts.untranslated;
    } else if (segment.state != SegmentState::Initial && !isRejected(segment)) {
        ++counts.confirmed;
        counts.confirmedWords += words;
    } else if (isProposed(segment.subState)) {
        ++counts.pretranslated;
    } else {
        ++counts.draft;
    }
}

} // namespace

Statistics countStatistics(const Document &document)
{
    Statistics counts;
    QSet<QString> sources;
    QSet<QString> entries;
    for (const Unit &unit : document.units) {
        if (!unit.translate)
            continue;
        ++counts.units;
        for (const Segment &segment : unit.segments) {
            const qsizetype words = text::countWords(segment.source.text);
            ++counts.segments;
            counts.sourceWords += words;
            counts.targetWords += text::countWords(segment.target.text);
            if (sources.contains(segment.source.text))
                ++counts.repeatedSegments;
            sources.insert(segment.source.text);
            countProgress(segment, words, counts);
            counts.termHits += segment.terms.size();
            for (const TermHit &hit : segment.terms)
                entries.insert(hit.glossary + QLatin1Char('\t') + hit.entryId);
        }
    }
    counts.termEntries = entries.size();
    return counts;
}

} // namespace verbale::session
