#include "stray_change.h"

#include "formats/xliff12/parsed.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace verbale::testing {

namespace {

using What = Editable::What;

/// Goes through both files side by side.
class Comparing
{
public:
    Comparing(QByteArrayView bytes, const QList<Editable> &editable, xml::Encoding encoding)
        : m_bytes(bytes), m_editable(editable), m_encoding(encoding)
    {
    }

    /// Whether `rest` is what the file has from byte `from` on, up to the editable parts from `part` on.
    bool matches(QByteArrayView rest, qint64 from, qsizetype part)
    {
        if (part == m_editable.size())
            return rest == m_bytes.sliced(from);
        const Editable &next = m_editable[part];
        const QByteArrayView fixed = m_bytes.sliced(from, next.range.start - from);
        if (!rest.startsWith(fixed))
            return false;
        m_furthest = std::max(m_furthest, next.range.start);
        rest = rest.sliced(fixed.size());
        if (next.what == What::Attributes) {
            const qint64 end =
                endOfTag(rest, m_bytes.sliced(next.range.start, next.range.end - next.range.start));
            return end >= 0 && matches(rest.sliced(end), next.range.end, part + 1);
        }
        if (part + 1 == m_editable.size())
            return rest.endsWith(m_bytes.sliced(next.range.end));
        for (qsizetype at = 0; at <= rest.size(); ++at) {
            const QByteArrayView behind =
                m_bytes.sliced(next.range.end, m_editable[part + 1].range.start - next.range.end);
            at = behind.isEmpty() ? at : rest.indexOf(behind, at);
            if (at < 0)
                return false;
            if (matches(rest.sliced(at), next.range.end, part + 1))
                return true;
        }
        return false;
    }

    [[nodiscard]] qint64 furthest() const { return m_furthest; }

private:
    /// Of the start tag that `rest` begins with, when it has the name of `tag`; else -1.
    [[nodiscard]] qint64 endOfTag(QByteArrayView rest, QByteArrayView tag) const
    {
        if (rest.startsWith(tag))
            return tag.size();
        static const QRegularExpression behindName(QStringLiteral("[\\s/>]"));
        const QString text = xml::decode(tag, m_encoding);
        const QByteArray name = xml::encode(text.left(text.indexOf(behindName)), m_encoding);
        const QByteArray close = xml::encode(QStringLiteral(">"), m_encoding);
        if (!rest.startsWith(name))
            return -1;
        const qsizetype at = rest.indexOf(close, name.size());
        return at < 0 ? -1 : at + close.size();
    }

    QByteArrayView m_bytes;
    const QList<Editable> &m_editable;
    xml::Encoding m_encoding;
    qint64 m_furthest = 0;
};

using Place = xliff::ElementPlace;

Editable tagOf(const Place &place)
{
    return {{place.start, place.startTagEnd}, What::Attributes};
}

Editable contentOf(const Place &place)
{
    if (place.endTagStart == place.end) // <target/>
        return {{place.start, place.end}, What::Everything};
    return {{place.startTagEnd, place.endTagStart}, What::Everything};
}

/// What the edit may change, where the patcher finds it.
QList<Editable> editableIn(const xliff12::UnitPlace &place, qsizetype segment)
{
    if (place.unit.endTagStart == place.unit.end) // <trans-unit/>
        return {{{place.unit.start, place.unit.end}, What::Everything}};
    QList<Editable> all = {tagOf(place.unit)};
    if (place.state.isForeign() && place.state.tag.start != place.unit.start)
        all.append(tagOf(place.state.tag));
    const Place &target = place.target;
    if (target.start < 0) {
        const Place &before = place.segSource.start >= 0 ? place.segSource : place.source;
        const qint64 at = before.start >= 0 ? before.end : place.unit.startTagEnd;
        all.append(Editable{{at, at}, What::Everything});
    } else if (target.endTagStart == target.end || !place.isSegmented) {
        if (target.endTagStart != target.end)
            all.append(tagOf(target));
        all.append(contentOf(target));
    } else {
        all.append(tagOf(target));
        if (place.segments[segment].target.start < 0) {
            all.append(contentOf(target)); // a mark may be put in anywhere
        } else {
            for (qsizetype i = 0; i < place.segments.size(); ++i) {
                const Place &mark = place.segments[i].target;
                if (mark.start < 0)
                    continue;
                const bool isBare = mark.endTagStart == mark.end;
                if (i != segment || !isBare)
                    all.append(tagOf(mark)); // its comment says its state
                if (i == segment)
                    all.append(contentOf(mark));
            }
        }
    }
    if (place.isSegmented && place.segments[segment].state.isForeign())
        all.append(tagOf(place.segments[segment].state.tag));
    return all;
}

} // namespace

QString strayChange(QByteArrayView bytes, QByteArrayView saved, QList<Editable> editable,
                    xml::Encoding encoding)
{
    std::stable_sort(editable.begin(), editable.end(), [](const Editable &one, const Editable &other) {
        return one.range.start < other.range.start;
    });
    Comparing comparing(bytes, editable, encoding);
    if (comparing.matches(saved, 0, 0))
        return {};
    return QStringLiteral("another byte has changed, behind byte %1").arg(comparing.furthest());
}

QString strayChange12(const Document &before, const SegmentRef &ref, QByteArrayView saved)
{
    const auto *index = dynamic_cast<const xliff12::FileIndex *>(bilingual::indexOf(before.originalBytes));
    const auto unit =
        xliff12::readUnitAgain(before.originalBytes, *index, static_cast<std::size_t>(ref.unit));
    return strayChange(before.originalBytes.view(), saved, editableIn(unit->place, ref.segment),
                       index->encoding);
}

} // namespace verbale::testing
