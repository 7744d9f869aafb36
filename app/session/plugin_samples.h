#pragma once

#include <verbale/sdk/check_provider.h>
#include <verbale/sdk/receipts_provider.h>
#include <verbale/sdk/segment_text.h>
#include <verbale/sdk/suggestion_provider.h>
#include <verbale/sdk/translation_provider.h>

namespace verbale::session {

/// Segments that a plugin is tried with, under a name for people.
struct PluginSample
{
    QString name;
    QList<SegmentText> segments;
};

/// What comes in real texts, and at their edges: nothing, an ordinary sentence, an empty segment, every
/// letter, decomposed letters, inline codes, characters beyond U+FFFF and broken ones, long segments, many.
QList<PluginSample> pluginSamples();

/// Some short ones of these, for what may cost money.
QList<PluginSample> fewPluginSamples();

/// The ordinary sentence with its translation, and so many of it.
SegmentText ordinarySegment(qsizetype number = 1);
QList<SegmentText> manySegments(qsizetype count);

// The samples as the requests of each interface; the segments come with the terms that they have.
QList<TermHit> sampleTerms(const SegmentText &segment);
SuggestRequest suggestSample(const QList<SegmentText> &segments);
CheckRequest checkSample(const QList<SegmentText> &segments);
TranslateRequest translateSample(const QString &engine, const QList<SegmentText> &segments);
ReceiptsRequest receiptsSample(const QList<SegmentText> &segments);

} // namespace verbale::session
