#include "formats/xliff/patch_unit.h"

#include "document/machine_remarks.h"
#include "document/segmentation.h"
#include "formats/save_frame.h"
#include "formats/xliff/metadata_patch.h"
#include "formats/xliff/terms.h"
#include "xml/tag.h"

#include <algorithm>

namespace verbale::xliff {

namespace {

/// Attributes of an annotation as they stand in its tag, without its id.
QString attributesOf(const QString &tagText)
{
    const std::optional<xml::Tag> tag = xml::scanTag(tagText);
    QString attributes;
    if (!tag)
        return attributes;
    for (const xml::TagAttribute &attribute : tag->attributes) {
        if (attribute.name != QLatin1String("id"))
            attributes +=
                QLatin1Char(' ') + tagText.sliced(attribute.start, attribute.end - attribute.start).trimmed();
    }
    return attributes;
}

qsizetype segmentAt(const Unit &unit, qsizetype position)
{
    qsizetype end = 0;
    for (qsizetype i = 0; i < unit.segments.size(); ++i) {
        end += unit.segments[i].source.text.size() + unit.segments[i].gapAfter.size();
        if (position < end)
            return i;
    }
    return unit.segments.size() - 1;
}

} // namespace

UnitPatch::UnitPatch(Splices &splices, const QString &lineEnd, const Unit &wanted, const Unit &present,
                     const UnitPlace &place)
    : m_splices(splices), m_lineEnd(lineEnd), m_wanted(wanted), m_present(present), m_place(place)
{
}

QList<UnitPatch::Part> UnitPatch::partsOf(const Unit &unit)
{
    QList<Part> parts;
    qsizetype position = 0;
    for (qsizetype i = 0; i < unit.segments.size(); ++i) {
        const Segment &segment = unit.segments[i];
        parts.append({{position, position + segment.source.text.size()}, i, -1, -1});
        position = parts.last().span.end;
        if (segment.gapAfter.isEmpty())
            continue;
        parts.append({{position, position + segment.gapAfter.size()}, -1, -1, -1});
        position = parts.last().span.end;
    }
    return parts;
}

/// As partsOf(), with an empty part where an ignorable holds nothing of the text.
QList<UnitPatch::Part> UnitPatch::presentParts() const
{
    QList<Part> parts;
    qsizetype position = 0;
    for (qsizetype i = 0; i < m_place.parts.size(); ++i) {
        const PartPlace &place = m_place.parts[i];
        const qsizetype size =
            place.segment < 0 ? place.gap.size() : m_present.segments[place.segment].source.text.size();
        if (place.segment < 0 && parts.last().segment < 0) {
            parts.last().span.end += size;
            parts.last().lastPlace = i;
        } else {
            parts.append({{position, position + size}, place.segment, i, i});
        }
        position += size;
    }
    return parts;
}

void UnitPatch::patch()
{
    if (bilingual::hasSameSources(m_wanted, m_present)) {
        for (qsizetype i = 0, segment = 0; i < m_place.parts.size(); ++i) {
            if (m_place.parts[i].segment < 0)
                continue;
            patchSegment(m_wanted.segments[segment], m_present.segments[segment], m_place.parts[i]);
            ++segment;
        }
    } else {
        patchShape();
    }
    if (m_wanted.boundaries != m_present.boundaries)
        patchBoundaries();
    removeOutdatedNotes();
}

/// What was to be looked at in a machine's translation, when somebody has.
void UnitPatch::removeOutdatedNotes()
{
    const QList<Note> &notes = m_present.notes;
    const auto count = std::count_if(notes.begin(), notes.end(),
                                     [this](const Note &note) { return isOutdatedRemark(note, m_wanted); });
    if (count == 0 || m_place.noteList.size() != notes.size())
        return;
    if (count == notes.size()) {
        m_splices.replace(m_splices.startWithSpace(m_place.notes.start), m_place.notes.end, {});
    } else {
        for (qsizetype i = 0; i < notes.size(); ++i) {
            const ElementPlace &place = m_place.noteList[i];
            if (isOutdatedRemark(notes[i], m_wanted))
                m_splices.replace(m_splices.startWithSpace(place.start), place.end, {});
        }
    }
    // Else the metadata is written anew already; a line in it that names no note does no harm.
    if (m_rewritten.isEmpty() && m_wanted.boundaries == m_present.boundaries)
        correctNoteSegments();
}

void UnitPatch::patchShape()
{
    m_ids.fill({}, m_wanted.segments.size());
    m_taken = m_place.ids;
    for (const Segment &segment : m_present.segments)
        m_taken.insert(segment.id);
    const QList<Part> present = presentParts();
    const QList<Part> wanted = partsOf(m_wanted);
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < present.size() && j < wanted.size()) {
        const bool bothSegments = (present[i].segment < 0) == (wanted[j].segment < 0);
        if (bothSegments && present[i].span == wanted[j].span) {
            if (present[i].segment >= 0) {
                m_ids[wanted[j].segment] = m_present.segments[present[i].segment].id;
                patchSegment(m_wanted.segments[wanted[j].segment], m_present.segments[present[i].segment],
                             placeOf(present[i]));
            }
            ++i;
            ++j;
        } else if (present[i].segment < 0 && present[i].span.isEmpty()) {
            ++i;
        } else {
            const qsizetype firstPresent = i;
            const qsizetype firstWanted = j;
            qint64 here = present[i++].span.end;
            qint64 there = wanted[j++].span.end;
            while (here != there) {
                if (here < there && i < present.size())
                    here = present[i++].span.end;
                else if (j < wanted.size())
                    there = wanted[j++].span.end;
                else
                    return; // not the same text
            }
            rewrite(present.mid(firstPresent, i - firstPresent), wanted.mid(firstWanted, j - firstWanted));
        }
    }
    if (!m_rewritten.isEmpty()) {
        correctReferences();
        correctMetadata();
    }
}

void UnitPatch::rewrite(const QList<Part> &present, const QList<Part> &wanted)
{
    for (const Part &part : present) {
        if (part.segment >= 0)
            m_rewritten.insert(m_present.segments[part.segment].id);
    }
    const qint64 start = m_place.parts[present.first().firstPlace].place.segment.start;
    const qint64 end = m_place.parts[present.last().lastPlace].place.segment.end;
    const QString separator = m_splices.lineBefore(start);
    QStringList parts;
    for (const Part &part : wanted) {
        QList<Part> originals;
        for (const Part &candidate : present) {
            if (candidate.segment >= 0 && candidate.span.overlaps(part.span))
                originals.append(candidate);
        }
        if (originals.isEmpty())
            originals.append(present.first());
        if (part.segment < 0) {
            parts.append(gapXml(part, originals.first()));
            continue;
        }
        m_ids[part.segment] = idInFile(m_wanted.segments[part.segment].id);
        parts.append(segmentXml(part, originals, m_ids[part.segment]));
    }
    m_splices.replace(start, end, parts.join(separator));
}

QString UnitPatch::idInFile(const QString &wanted)
{
    if (m_rewritten.contains(wanted))
        return wanted; // its own place is written anew
    QString id = wanted;
    for (int number = 2; m_taken.contains(id) || !xml::isNmtoken(id); ++number)
        id = xml::toNmtoken(wanted, QStringLiteral("s")) + u'-' + QString::number(number);
    m_taken.insert(id);
    return id;
}

QString UnitPatch::segmentXml(const Part &part, const QList<Part> &originals, const QString &id)
{
    const Segment &segment = m_wanted.segments[part.segment];
    const SegmentPlace &first = placeOf(originals.first()).place;
    StartTag tag(m_splices.startTag(first.segment));
    StartTag source(m_splices.startTag(first.source));
    for (const Part &other : originals.mid(1)) {
        tag.takeOver(m_splices.startTag(placeOf(other).place.segment));
        source.takeOver(m_splices.startTag(placeOf(other).place.source));
    }
    const bool isFirst = originals.first().span.start == part.span.start;
    if (!isFirst || tag.has(QStringLiteral("id")))
        tag.set(QStringLiteral("id"), id);
    const SegmentState state = segment.hasTarget ? segment.state : SegmentState::Initial;
    if (state != SegmentState::Initial || !segment.subState.isEmpty() || tag.has(QStringLiteral("state")))
        tag.set(QStringLiteral("state"), stateName(state));
    tag.set(QStringLiteral("subState"), segment.subState);
    source.open();

    const auto blank = [this](qint64 from, qint64 to) {
        const QString text = m_splices.slice(from, to);
        return text.trimmed().isEmpty() ? text : QString();
    };
    const QString inner = blank(first.segment.startTagEnd, first.source.start);
    const qint64 lastEnd = std::max(first.source.end, first.target.end);
    QString out = tag.text() + inner + source.text() +
                  inlineXml(segment.source, marksIn(part.span, originals), styleOf(first.source)) +
                  source.endTag();
    if (segment.hasTarget)
        out += inner + targetXml(segment, originals);
    return out + blank(lastEnd, first.segment.endTagStart) + tag.endTag();
}

QString UnitPatch::targetXml(const Segment &segment, const QList<Part> &originals)
{
    const SegmentPlace &first = placeOf(originals.first()).place;
    if (originals.size() == 1 && first.target.start >= 0 &&
        m_present.segments[originals.first().segment].target == segment.target)
        return m_splices.slice(first.target.start, first.target.end);
    std::optional<StartTag> tag;
    for (const Part &original : originals) {
        const ElementPlace &target = placeOf(original).place.target;
        if (target.start < 0)
            continue;
        if (tag)
            tag->takeOver(m_splices.startTag(target));
        else
            tag.emplace(m_splices.startTag(target));
    }
    if (!tag) {
        m_addedTarget = true;
        tag.emplace(QLatin1Char('<') + m_splices.prefixOf(first.segment) + QLatin1String("target>"));
        const std::optional<xml::Tag> source = xml::scanTag(m_splices.startTag(first.source));
        if (const xml::TagAttribute *space = source ? source->attribute(u"xml:space") : nullptr)
            tag->set(QStringLiteral("xml:space"), space->raw);
    }
    tag->open();
    return tag->text() + inlineXml(segment.target, {}, styleOf(first.segment)) + tag->endTag();
}

QString UnitPatch::gapXml(const Part &part, const Part &original) const
{
    const ElementPlace &source = placeOf(original).place.source;
    StartTag tag(m_splices.startTag(source));
    tag.open();
    const QString name = m_splices.prefixOf(placeOf(original).place.segment) + QLatin1String("ignorable");
    const QString text = unitSource(m_present).text + m_present.segments.last().gapAfter;
    return QLatin1Char('<') + name + QLatin1Char('>') + tag.text() +
           inlineXml({text.sliced(part.span.start, part.span.length()), {}}, {}, styleOf(source)) +
           tag.endTag() + QLatin1String("</") + name + QLatin1Char('>');
}

QList<Mark> UnitPatch::marksIn(const Span &span, const QList<Part> &originals) const
{
    QList<Mark> marks;
    for (const Part &original : originals) {
        for (const LiftedMark &mark : placeOf(original).marks) {
            const Span whole{original.span.start + mark.span.start, original.span.start + mark.span.end};
            if (span.contains(whole))
                marks.append({{whole.start - span.start, whole.end - span.start},
                              mark.id,
                              attributesOf(m_splices.slice(mark.tagStart, mark.tagEnd))});
        }
    }
    std::stable_sort(marks.begin(), marks.end(), [](const Mark &a, const Mark &b) {
        return a.span.start != b.span.start ? a.span.start < b.span.start : a.span.end > b.span.end;
    });
    return marks;
}

InlineStyle UnitPatch::styleOf(const ElementPlace &element) const
{
    InlineStyle style;
    style.prefix = m_splices.prefixOf(element);
    style.lineEnd = m_lineEnd;
    return style;
}

/// What names a segment that is no more, or an annotation that was cut apart, gets another name to say.
void UnitPatch::correctReferences()
{
    QHash<QString, QString> movedTo; // id in the file as it was -> the segment that has its text now
    QSet<QString> lostMarks;
    for (const Part &part : presentParts()) {
        if (part.segment < 0 || !m_rewritten.contains(m_present.segments[part.segment].id))
            continue;
        movedTo.insert(m_present.segments[part.segment].id, m_ids[segmentAt(m_wanted, part.span.start)]);
        for (const LiftedMark &mark : placeOf(part).marks) {
            const qsizetype holder = segmentAt(m_wanted, part.span.start + mark.span.start);
            const qsizetype start = sourcePosition(m_wanted, holder);
            const Span whole{start, start + m_wanted.segments[holder].source.text.size()};
            if (whole.contains({part.span.start + mark.span.start, part.span.start + mark.span.end}))
                continue;
            lostMarks.insert(mark.id);
            movedTo.insert(mark.id, m_ids[holder]);
        }
    }
    correctEntries(lostMarks);
    correctMatches(movedTo);
}

void UnitPatch::correctEntries(const QSet<QString> &lostMarks)
{
    for (const Reference &entry : m_place.entries) {
        if (!lostMarks.contains(entry.id))
            continue;
        QString other; // an annotation of the same entry that is still there
        for (const PartPlace &part : m_place.parts) {
            for (const LiftedMark &mark : part.marks) {
                const QString tag = m_splices.slice(mark.tagStart, mark.tagEnd);
                if (!lostMarks.contains(mark.id) && other.isEmpty() &&
                    attributesOf(tag).contains(QLatin1Char('=') + entry.entry + QLatin1Char('"')))
                    other = QLatin1Char('#') + mark.id;
            }
        }
        StartTag tag(m_splices.startTag(entry.place));
        tag.set(QStringLiteral("ref"), other);
        m_splices.replace(entry.place.start, entry.place.startTagEnd, tag.text());
    }
}

/// A draft of a segment that is another now is nothing any more; matches of other origin are kept.
void UnitPatch::correctMatches(const QHash<QString, QString> &movedTo)
{
    const auto isStale = [&movedTo](const Reference &match) {
        return match.draft && movedTo.contains(match.id);
    };
    const QList<Reference> &all = m_place.matchList;
    if (!all.isEmpty() && std::all_of(all.begin(), all.end(), isStale)) {
        m_splices.replace(m_splices.startWithSpace(m_place.matches.start), m_place.matches.end, {});
        return;
    }
    for (const Reference &match : all) {
        if (isStale(match)) {
            m_splices.replace(m_splices.startWithSpace(match.place.start), match.place.end, {});
        } else if (movedTo.contains(match.id) && movedTo.value(match.id) != match.id) {
            StartTag tag(m_splices.startTag(match.place));
            tag.set(QStringLiteral("ref"), QLatin1Char('#') + movedTo.value(match.id));
            m_splices.replace(match.place.start, match.place.startTagEnd, tag.text());
        }
    }
}

void UnitPatch::correctMetadata()
{
    if (m_place.offsets.start >= 0)
        patchGroup(m_splices, {m_place.offsets, m_place.metadata, m_place.metadataGroups, -1}, m_lineEnd,
                   [this](const MetaStyle &style) { return offsetsGroup(m_wanted, m_ids, style); });
    correctNoteSegments();
}

void UnitPatch::correctNoteSegments()
{
    if (m_place.noteSegments.start < 0)
        return;
    Unit named = m_wanted; // its notes name the segments as the file does
    QList<Note> notes = currentNotes(m_wanted);
    notes.removeIf([](const Note &note) { return note.id.isEmpty(); }); // they are not in the file
    named.notes = notes;
    QStringList noteIds;
    for (Note &note : named.notes.edit()) {
        for (qsizetype i = 0; i < m_ids.size(); ++i) {
            if (m_wanted.segments[i].id == note.segmentId)
                note.segmentId = m_ids[i];
        }
        noteIds.append(note.id);
    }
    patchGroup(m_splices, {m_place.noteSegments, m_place.metadata, m_place.metadataGroups, -1}, m_lineEnd,
               [&](const MetaStyle &style) { return noteSegmentsGroup(named, noteIds, style); });
}

void UnitPatch::patchBoundaries()
{
    patchGroup(m_splices,
               {m_place.boundaries, m_place.metadata, m_place.metadataGroups, m_place.unit.startTagEnd},
               m_lineEnd, [this](const MetaStyle &style) { return boundariesGroup(m_wanted, style); });
}

/// The carried terms of a target whose source has an annotation of ours for them in the file.
QList<Mark> UnitPatch::targetMarks(const Segment &wanted, const Segment &present, const PartPlace &part)
{
    QList<Mark> marks;
    for (const CarriedTerm &carried : carriedTerms(wanted)) {
        const TermHit &hit = wanted.terms[carried.hit];
        const auto same =
            std::find_if(present.terms.begin(), present.terms.end(), [&hit](const TermHit &other) {
                return other.span == hit.span && other.entryId == hit.entryId;
            });
        const qsizetype number = same - present.terms.begin();
        Mark mark{carried.span, {}, {}};
        if (number >= part.marks.size() || !canStand(mark, wanted.target.text))
            continue;
        const QString tag = m_splices.slice(part.marks[number].tagStart, part.marks[number].tagEnd);
        const std::optional<xml::Tag> scanned = xml::scanTag(tag);
        const xml::TagAttribute *ref = scanned ? scanned->attribute(u"ref") : nullptr;
        if (ref == nullptr || !ref->raw.contains(QLatin1String("gls=")))
            continue;
        mark.id = newId(wanted);
        mark.attributes = QLatin1String(" type=\"term\" ref=\"") + ref->raw + QLatin1Char('"');
        marks.append(mark);
    }
    return marks;
}

QString UnitPatch::newId(const Segment &wanted)
{
    const auto isTaken = [&](const QString &id) {
        const auto has = [&id](const QList<InlineCode> &codes) {
            return std::any_of(codes.begin(), codes.end(),
                               [&id](const InlineCode &code) { return code.id == id; });
        };
        return m_place.ids.contains(id) || m_newIds.contains(id) || has(wanted.target.codes);
    };
    QString id;
    for (int number = 1; id.isEmpty() || isTaken(id); ++number)
        id = QLatin1Char('m') + QString::number(number);
    m_newIds.insert(id);
    return id;
}

void UnitPatch::patchSegment(const Segment &wanted, const Segment &present, const PartPlace &part)
{
    const SegmentPlace &place = part.place;
    const bool targetDiffers =
        wanted.hasTarget != present.hasTarget || (wanted.hasTarget && wanted.target != present.target);
    // The specification allows no state but "initial" without a target; what the file had already is left
    // alone.
    const bool settles = targetDiffers || wanted.state != present.state;
    const SegmentState state = settles && !wanted.hasTarget ? SegmentState::Initial : wanted.state;
    StartTag tag(m_splices.startTag(place.segment));
    // It wants the state written out where there is a subState.
    const bool stateDiffers = state != present.state || wanted.subState != present.subState;
    if (state != present.state || (stateDiffers && !wanted.subState.isEmpty()))
        tag.set(QStringLiteral("state"), stateName(state));
    if (wanted.subState != present.subState)
        tag.set(QStringLiteral("subState"), wanted.subState);
    const bool isEmptyTag = place.segment.endTagStart == place.segment.end; // "<segment/>", without a source
    if (isEmptyTag && targetDiffers) {
        tag.open();
        m_splices.replace(place.segment.start, place.segment.end,
                          tag.text() + newTarget(wanted, place, {}) + tag.endTag());
        return;
    }
    if (targetDiffers)
        patchTarget(wanted, place, targetMarks(wanted, present, part));
    if (stateDiffers)
        m_splices.replace(place.segment.start, place.segment.startTagEnd, tag.text());
}

void UnitPatch::patchTarget(const Segment &wanted, const SegmentPlace &place, const QList<Mark> &marks)
{
    if (place.target.start < 0)
        addTarget(wanted, place, marks);
    else if (wanted.hasTarget)
        replaceContent(place.target, inlineXml(wanted.target, marks, styleOf(place.target)));
    else if (place.hasMoreTargets)
        replaceContent(place.target, {}); // without it the next one would be read in its place
    else
        removeTarget(place);
}

void UnitPatch::addTarget(const Segment &wanted, const SegmentPlace &place, const QList<Mark> &marks)
{
    const ElementPlace &source = place.source;
    // The white space before <source> is the file's own way to indent.
    const bool hasSource = source.start >= 0;
    const QString before = hasSource ? m_splices.slice(place.segment.startTagEnd, source.start) : QString();
    const QString indent = before.trimmed().isEmpty() ? before : QString();
    const qint64 at = hasSource ? source.end : place.segment.startTagEnd;
    m_splices.replace(at, at, indent + newTarget(wanted, place, marks));
}

QString UnitPatch::newTarget(const Segment &wanted, const SegmentPlace &place, const QList<Mark> &marks)
{
    m_addedTarget = true;
    const std::optional<xml::Tag> source =
        place.source.start >= 0 ? xml::scanTag(m_splices.startTag(place.source)) : std::nullopt;
    const InlineStyle style = styleOf(place.segment); // the source's prefix may be its own only
    QString attributes;
    if (const xml::TagAttribute *space = source ? source->attribute(u"xml:space") : nullptr)
        attributes = QLatin1String(" xml:space=\"") + space->raw + QLatin1Char('"');
    const QString name = style.prefix + QLatin1String("target");
    return QLatin1Char('<') + name + attributes + QLatin1Char('>') + inlineXml(wanted.target, marks, style) +
           QLatin1String("</") + name + QLatin1Char('>');
}

void UnitPatch::removeTarget(const SegmentPlace &place)
{
    qint64 start = place.target.start;
    if (place.source.end >= 0 && place.source.end < start &&
        m_splices.slice(place.source.end, start).trimmed().isEmpty())
        start = place.source.end;
    m_splices.replace(start, place.target.end, {});
}

void UnitPatch::replaceContent(const ElementPlace &place, const QString &content)
{
    if (place.endTagStart != place.end) {
        m_splices.replace(place.startTagEnd, place.endTagStart, content);
        return;
    }
    StartTag tag(m_splices.startTag(place)); // "<target/>"
    tag.open();
    m_splices.replace(place.start, place.end, tag.text() + content + tag.endTag());
}

} // namespace verbale::xliff
