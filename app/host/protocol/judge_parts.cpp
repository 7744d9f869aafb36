#include "host/protocol/judge_parts.h"

#include <algorithm>

namespace verbale::host {

namespace {

constexpr qsizetype warningLength = 1000;
constexpr qsizetype idLength = 80;

bool cutsPair(qsizetype at, QStringView text)
{
    return at > 0 && at < text.size() && text[at - 1].isHighSurrogate() && text[at].isLowSurrogate();
}

} // namespace

void Complaints::add(const char *what, const QString &segmentId)
{
    const auto same = [what](const Complaint &complaint) { return qstrcmp(complaint.what, what) == 0; };
    const auto found = std::find_if(m_complaints.begin(), m_complaints.end(), same);
    if (found != m_complaints.end())
        ++found->count;
    else
        m_complaints.append({what, segmentId.left(idLength), 1});
}

void Complaints::into(QStringList &warnings) const
{
    if (warnings.size() > warningsLimit) {
        const qsizetype more = warnings.size() - warningsLimit;
        warnings.resize(warningsLimit);
        warnings.append(QStringLiteral("The plugin has %1 more warnings.").arg(more));
    }
    for (QString &warning : warnings)
        warning.truncate(warningLength);
    for (const Complaint &complaint : m_complaints) {
        QString line = QStringLiteral("The plugin %1").arg(QLatin1String(complaint.what));
        if (!complaint.firstSegment.isEmpty())
            line += QStringLiteral(" (segment \"%1\")").arg(complaint.firstSegment);
        if (complaint.count > 1)
            line += QStringLiteral(", and %1 more like this").arg(complaint.count - 1);
        warnings.append(line + QLatin1Char('.'));
    }
}

bool liesIn(const Span &span, QStringView text)
{
    return 0 <= span.start && span.start < span.end && span.end <= text.size() &&
           !cutsPair(span.start, text) && !cutsPair(span.end, text);
}

bool placeholdersFit(const QString &text, const QList<qsizetype> &order, const QString &source,
                     const QList<SegmentCode> &codes)
{
    const QChar placeholder(QChar::ObjectReplacementCharacter);
    const qsizetype count = text.count(placeholder);
    if (count > source.count(placeholder))
        return false;
    if (order.isEmpty())
        return true;
    if (order.size() != count)
        return false;
    QList<bool> used(codes.size());
    for (const qsizetype index : order) {
        if (index == -1)
            continue;
        if (index < 0 || index >= codes.size() || used[index])
            return false;
        used[index] = true;
        if (codes[index].kind != SegmentCode::Kind::Opening)
            continue;
        // Its closing one may be lost, but may not stand in front of it.
        for (qsizetype i = 0; i < codes.size(); ++i) {
            if (used[i] && codes[i].kind == SegmentCode::Kind::Closing &&
                codes[i].number == codes[index].number)
                return false;
        }
    }
    return true;
}

} // namespace verbale::host
