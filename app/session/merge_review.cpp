#include "session/merge_review.h"

#include "document/segmentation.h"
#include "formats/review/review_text.h"
#include "session/markup_text.h"
#include "session/review_codes.h"
#include "text/compose.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <algorithm>

namespace verbale::session {

namespace {

using MatchedBy = ReviewChange::MatchedBy;

/// What makes two sources the same. Codes count by their number alone, for every format writes them
/// otherwise.
QString comparable(const QString &text)
{
    return text::composed(text).simplified();
}

/// The segment's source as a table of that kind has it.
QString asInTable(const Segment &segment, ReviewedCodes codes)
{
    switch (codes) {
    case ReviewedCodes::Codes:
        break;
    case ReviewedCodes::Markup:
        return withMarkup(segment.source);
    case ReviewedCodes::Numbers:
        return review::reviewTexts(segment).source;
    }
    return {};
}

/// What a word processor or a browser makes of a text that nobody has touched.
QString asSaved(QString text, bool keepsSpaces)
{
    if (!keepsSpaces)
        return text.simplified();
    text.remove(u'\r');
    while (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

/// The cell that a table for people has of the segment's target, come back as it went.
bool isUntouched(const ReviewedSegment &reviewed, const Segment &segment, const ReviewedCopy &copy)
{
    return copy.codes == ReviewedCodes::Numbers &&
           asSaved(reviewed.target.text, copy.keepsSpaces) ==
               asSaved(review::reviewTexts(segment).target, copy.keepsSpaces);
}

QString withoutFile(const QString &key)
{
    return key.section(QLatin1Char('/'), -2);
}

/// Pairs the segments of a copy with those of a document.
class Matcher
{
public:
    Matcher(const Document &document, const ReviewedCopy &copy) : m_document(document), m_copy(copy)
    {
        for (const SegmentRef &ref : document.segments()) {
            m_refs.append(ref);
            const qsizetype index = m_refs.size() - 1;
            const QString key = document.segmentKey(ref);
            m_byKey.insert(key, index);
            m_byShortKey[withoutFile(key)].append(index);
            m_sources.append(comparable(document.at(ref).source.text));
            m_markedSources.append(comparable(asInTable(document.at(ref), copy.codes)));
        }
        m_taken.fill(false, m_refs.size());
        m_found.fill(-1, copy.segments.size());
        m_by.fill(MatchedBy::Id, copy.segments.size());
        matchByIdAndSource();
        matchBySource();
        matchByIdAlone();
    }

    [[nodiscard]] qsizetype found(qsizetype reviewed) const { return m_found[reviewed]; }
    [[nodiscard]] MatchedBy matchedBy(qsizetype reviewed) const { return m_by[reviewed]; }
    [[nodiscard]] SegmentRef ref(qsizetype index) const { return m_refs[index]; }
    [[nodiscard]] qsizetype count() const { return m_refs.size(); }
    [[nodiscard]] bool isTaken(qsizetype index) const { return m_taken[index]; }

    [[nodiscard]] bool sourcesAgree(qsizetype reviewed, qsizetype index) const
    {
        const ReviewedSegment &segment = m_copy.segments[reviewed];
        if (!segment.hasSource)
            return true;
        const QString source = comparable(segment.source.text);
        return source == m_sources[index] || (m_copy.isTable() && source == m_markedSources[index]);
    }

    /// Why nothing was found.
    [[nodiscard]] QString reason(qsizetype reviewed) const
    {
        const ReviewedSegment &segment = m_copy.segments[reviewed];
        if (byId(reviewed) >= 0)
            return QStringLiteral("The segment with this id has been taken by another row of the copy.");
        const qsizetype alike = segment.hasSource ? m_bySource.value(sourceKey(reviewed)).size() : 0;
        if (alike > 0)
            return QStringLiteral("No segment has this id, and which of those with this source (%1) is meant "
                                  "is not clear.")
                .arg(alike);
        return QStringLiteral("No segment has this id or this source.");
    }

private:
    [[nodiscard]] qsizetype byId(qsizetype reviewed) const
    {
        const QString &key = m_copy.segments[reviewed].key;
        if (key.isEmpty())
            return -1;
        const auto exact = m_byKey.constFind(key);
        if (exact != m_byKey.cend())
            return *exact;
        const QList<qsizetype> loose = m_byShortKey.value(withoutFile(key));
        return loose.size() == 1 ? loose.first() : -1;
    }

    [[nodiscard]] QString sourceKey(qsizetype reviewed) const
    {
        return comparable(m_copy.segments[reviewed].source.text);
    }

    void take(qsizetype reviewed, qsizetype index, MatchedBy by)
    {
        m_found[reviewed] = index;
        m_by[reviewed] = by;
        m_taken[index] = true;
    }

    void matchByIdAndSource()
    {
        for (qsizetype i = 0; i < m_copy.segments.size(); ++i) {
            const qsizetype index = byId(i);
            if (index >= 0 && !m_taken[index] && sourcesAgree(i, index))
                take(i, index, MatchedBy::Id);
        }
    }

    /// Repeated sentences are paired in their order, when there are as many of them on both sides.
    void matchBySource()
    {
        for (qsizetype index = 0; index < m_refs.size(); ++index) {
            m_bySource[m_copy.isTable() ? m_markedSources[index] : m_sources[index]].append(index);
        }
        QHash<QString, QList<qsizetype>> waiting;
        QStringList order;
        for (qsizetype i = 0; i < m_copy.segments.size(); ++i) {
            if (m_found[i] >= 0 || !m_copy.segments[i].hasSource || sourceKey(i).isEmpty())
                continue;
            QList<qsizetype> &alike = waiting[sourceKey(i)];
            if (alike.isEmpty())
                order.append(sourceKey(i));
            alike.append(i);
        }
        for (const QString &source : std::as_const(order)) {
            QList<qsizetype> open;
            for (const qsizetype index : m_bySource.value(source)) {
                if (!m_taken[index])
                    open.append(index);
            }
            const QList<qsizetype> &alike = waiting[source];
            for (qsizetype k = 0; open.size() == alike.size() && k < alike.size(); ++k)
                take(alike[k], open[k], MatchedBy::Source);
        }
    }

    void matchByIdAlone()
    {
        for (qsizetype i = 0; i < m_copy.segments.size(); ++i) {
            const qsizetype index = m_found[i] < 0 ? byId(i) : -1;
            if (index >= 0 && !m_taken[index])
                take(i, index, MatchedBy::Id);
        }
    }

    const Document &m_document;
    const ReviewedCopy &m_copy;
    QList<SegmentRef> m_refs;
    QHash<QString, qsizetype> m_byKey;
    QHash<QString, QList<qsizetype>> m_byShortKey;
    QHash<QString, QList<qsizetype>> m_bySource;
    QStringList m_sources;
    QStringList m_markedSources;
    QList<bool> m_taken;
    QList<qsizetype> m_found; ///< of each reviewed segment: the index of its own, or -1
    QList<MatchedBy> m_by;
};

/// A table for people says author and text in a line, and gives a note's lines one after the other.
bool isLineOf(const QString &line, const Note &note)
{
    const QString shown = note.author.isEmpty() ? note.text : note.author + QLatin1String(": ") + note.text;
    return shown.split(u'\n').contains(line);
}

QList<Note> newNotes(const Unit &unit, const ReviewedSegment &reviewed, ReviewedCodes codes)
{
    QList<Note> notes;
    for (const Note &note : reviewed.notes) {
        const bool known = std::any_of(unit.notes.begin(), unit.notes.end(), [&note, codes](const Note &own) {
            return codes == ReviewedCodes::Numbers ? isLineOf(note.text, own)
                                                   : own.text == note.text && own.category == note.category;
        });
        if (!known)
            notes.append(note);
    }
    return notes;
}

/// The state that a reviewed segment asks for; the document's own where it asks for none.
void takeState(TargetEdit &after, const ReviewedSegment &reviewed)
{
    if (!reviewed.state || *reviewed.state == after.state)
        return;
    after.state = *reviewed.state;
    after.subState = reviewed.subState;
}

ReviewChange compared(const Document &document, const SegmentRef &ref, const ReviewedCopy &copy,
                      const ReviewedSegment &reviewed)
{
    const Segment &segment = document.at(ref);
    ReviewChange change;
    change.segment = ref;
    change.before = {ref, segment.target, segment.hasTarget, segment.state, segment.subState, {}};
    change.after = change.before;
    const bool emptied =
        copy.isTable() && !reviewed.hasTarget && !reviewed.isCut; // an empty field of a table
    if ((reviewed.hasTarget || (emptied && segment.hasTarget)) && !isUntouched(reviewed, segment, copy)) {
        const ReviewedText text =
            withOwnCodes(reviewed.target, segment, copy.codes, copy.format == document.originalFormat);
        const bool same = segment.hasTarget && isSameText(segment.target, text.text);
        if (!same && !(emptied && segment.target.isEmpty())) {
            change.after.target = text.text;
            change.after.hasTarget = true;
            change.lostCodes = text.lost;
            change.unknownCodes = text.unknown;
            if (segment.target.text.isEmpty() && text.text.isEmpty())
                change.after.hasTarget = segment.hasTarget;
        }
    }
    if (change.after.hasTarget && (reviewed.hasTarget || emptied)) // a state is one of a target
        takeState(change.after, reviewed);
    change.notes = newNotes(document.units[ref.unit], reviewed, copy.codes);
    return change;
}

} // namespace

ReviewComparison compareReview(const Document &document, const ReviewedCopy &copy)
{
    const Matcher matcher(document, copy);
    ReviewComparison result;
    QList<ReviewChange> changes;
    for (qsizetype i = 0; i < copy.segments.size(); ++i) {
        const qsizetype index = matcher.found(i);
        if (index < 0) {
            result.unmatched.append({copy.segments[i], matcher.reason(i)});
            continue;
        }
        ReviewChange change = compared(document, matcher.ref(index), copy, copy.segments[i]);
        if (change.changesNothing() && change.notes.isEmpty()) {
            ++result.unchanged;
            continue;
        }
        change.matchedBy = matcher.matchedBy(i);
        change.locked = !isEditable(document.units[change.segment.unit], document.at(change.segment));
        change.sourceDiffers = !matcher.sourcesAgree(i, index);
        if (change.sourceDiffers)
            change.reviewedSource = withMarkup(copy.segments[i].source);
        change.diff =
            labelledDiff(change.before.target, change.after.target, document.at(change.segment).source);
        changes.append(std::move(change));
    }
    for (qsizetype index = 0; index < matcher.count(); ++index) {
        if (!matcher.isTaken(index))
            result.missing.append(matcher.ref(index));
    }
    std::stable_sort(changes.begin(), changes.end(), [](const ReviewChange &a, const ReviewChange &b) {
        return std::pair(a.segment.unit, a.segment.segment) < std::pair(b.segment.unit, b.segment.segment);
    });
    result.changes = std::move(changes);
    return result;
}

StructureEdit acceptReview(const Document &document, const QList<ReviewChange> &changes)
{
    StructureEdit edit;
    for (const ReviewChange &change : changes) {
        if (change.changesNothing() || change.locked)
            continue;
        const SegmentRef &ref = change.segment;
        if (edit.units.isEmpty() || edit.units.last().unit != ref.unit) {
            if (edit.units.isEmpty())
                edit.before = edit.after = ref;
            edit.units.append({ref.unit, 1, {document.units[ref.unit]}});
        }
        Segment &segment = edit.units.last().added.first().segments[ref.segment];
        segment.target = change.after.target;
        segment.hasTarget = change.after.hasTarget;
        segment.state = change.after.state;
        segment.subState = change.after.subState;
    }
    return edit;
}

} // namespace verbale::session
