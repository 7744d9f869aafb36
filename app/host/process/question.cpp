#include "host/process/question.h"

namespace verbale::host {

namespace {

template <typename Segment>
QList<AskedSegment> idsOf(const QList<Segment> &segments)
{
    QList<AskedSegment> asked;
    asked.reserve(segments.size());
    for (const Segment &segment : segments) {
        if constexpr (std::is_same_v<Segment, SegmentText>)
            asked.append({segment.id, segment.revision});
        else
            asked.append({segment.text.id, segment.text.revision});
    }
    return asked;
}

} // namespace

Error RemoteQuestion::cancelled() const
{
    if (mayBeAskedAgain() || !wasSent)
        return {QStringLiteral("plugins.cancelled"), QStringLiteral("The request was cancelled.")};
    return {QStringLiteral("plugins.not-answering"),
            QStringLiteral("The request was cancelled, and the plugin did not say in time what had become of "
                           "it.")};
}

template <>
QList<AskedSegment> askedSegments(const TermsRequest &request)
{
    return idsOf(request.segments);
}

template <>
QList<AskedSegment> askedSegments(const SuggestRequest &request)
{
    return idsOf(request.segments);
}

template <>
QList<AskedSegment> askedSegments(const CheckRequest &request)
{
    return idsOf(request.segments);
}

template <>
QList<AskedSegment> askedSegments(const ReceiptsRequest &request)
{
    return idsOf(request.segments);
}

} // namespace verbale::host
