#include "document/document.h"

namespace verbale {

QList<SegmentRef> Document::segments() const
{
    qsizetype count = 0;
    for (const Unit &unit : units)
        count += unit.segments.size();

    QList<SegmentRef> refs;
    refs.reserve(count);
    for (qsizetype unit = 0; unit < units.size(); ++unit) {
        for (qsizetype segment = 0; segment < units[unit].segments.size(); ++segment)
            refs.append({unit, segment});
    }
    return refs;
}

QString Document::segmentKey(const SegmentRef &ref) const
{
    const Unit &unit = units[ref.unit];
    return unit.fileId + QLatin1Char('/') + unit.id + QLatin1Char('/') + unit.segments[ref.segment].id;
}

QString stateName(SegmentState state)
{
    switch (state) {
    case SegmentState::Initial:
        return QStringLiteral("initial");
    case SegmentState::Translated:
        return QStringLiteral("translated");
    case SegmentState::Reviewed:
        return QStringLiteral("reviewed");
    case SegmentState::Final:
        return QStringLiteral("final");
    }
    return QStringLiteral("initial");
}

} // namespace verbale
