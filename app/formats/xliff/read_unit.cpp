#include "document/segmentation.h"
#include "formats/share.h"
#include "formats/xliff/names.h"
#include "formats/xliff/parsed.h"

#include <algorithm>

namespace verbale::xliff {

namespace {

using xml::Element;

const Element *child(const Element &parent, names::Kind kind)
{
    for (const xml::Node &node : parent.children) {
        if (node.element && node.element->kind == kind)
            return node.element.get();
    }
    return nullptr;
}

SegmentState stateOf(const QString &name)
{
    for (const SegmentState state : {SegmentState::Translated, SegmentState::Reviewed, SegmentState::Final}) {
        if (name == stateName(state))
            return state;
    }
    return SegmentState::Initial;
}

/// The part of a reference after its last selector's prefix: "n1" of "#n=n1" and of "#f=f1/u=u1/n=n1".
QString referredId(const QString &ref)
{
    qsizetype cut = ref.lastIndexOf(u'#');
    for (const QChar mark : {QChar(u'/'), QChar(u'=')})
        cut = std::max(cut, ref.lastIndexOf(mark));
    return ref.mid(cut + 1);
}

bool hasMoreTargets(const Element &segment, const Element *first)
{
    return std::any_of(segment.children.begin(), segment.children.end(), [first](const xml::Node &node) {
        return node.element && node.element.get() != first && node.element->kind == names::TargetElement;
    });
}

QString textWithCharacters(const Element &element)
{
    QString text;
    for (const xml::Node &node : element.children) {
        if (node.element)
            text +=
                QChar(static_cast<char16_t>(node.element->value(QLatin1String("hex")).toUShort(nullptr, 16)));
        else
            text += node.text;
    }
    return text;
}

Note noteOf(const Element &element)
{
    Note note;
    note.id = element.value(QLatin1String("id"));
    note.category = element.value(QLatin1String("category"));
    note.text = element.text();
    note.appliesTo = element.value(QLatin1String("appliesTo"));
    note.priority = std::clamp(element.value(QLatin1String("priority")).toInt(), 0, 10);
    const QString ref = element.value(QLatin1String("ref"));
    if (!ref.isEmpty())
        note.segmentId = referredId(ref);
    for (const xml::Attribute &attribute : element.attributes) {
        // No attribute of the standard names the author; tools have their own.
        for (const char *name : {"author", "by", "creator", "annotator", "user", "from"}) {
            if (note.author.isEmpty() && attribute.name == QLatin1String(name))
                note.author = attribute.value;
        }
    }
    return note;
}

/// Reads the parts of a unit, modules first, for they are needed to read the segments.
class UnitReader
{
public:
    explicit UnitReader(InlineReader &reader) : m_reader(reader) {}
    ParsedUnit read(const Element &element, const UnitFrame &frame);

private:
    void readSurroundings(const Element &element);
    void readModule(const Element &element);
    void readMetadata(const Element &metadata);
    void readDecision(const Element &meta);
    void readBroughtBack(const Element &group);
    void collectIds(const Element &element);
    void readNotes(const Element &notes);
    void readSegment(const Element &element, const Element &unit);
    void readTexts(const Element *source, const Element *target, Segment &segment, QList<LiftedMark> &marks);
    void readGap(const Element &element);
    void readMatch(const Element &match);
    [[nodiscard]] Suggestion suggestionOf(const Element &match) const;
    Segment *segmentWith(const QString &id);

    void placeBoundaries();

    [[nodiscard]] qsizetype numberOf(const QString &id) const;
    QString idOf(const Element &segment, const Element &unit);

    InlineReader &m_reader;
    ParsedUnit m_parsed;
    bool m_canResegment = true;
    bool m_wantsPlaces = false;
    UnitGlossary m_glossary;
    std::optional<UniqueNames> m_segmentIds;    ///< once one is missing or there twice
    QHash<QString, qsizetype> m_segmentNumbers; ///< by id, once there are many
    QList<const Element *> m_matches;
    QList<BoundaryDecision> m_decisions;    ///< in code points
    QHash<QString, QString> m_offsets;      ///< by segment id
    QHash<QString, QString> m_noteSegments; ///< by note id
    QHash<QString, QString> m_noteAuthors;  ///< by note id
    QHash<QString, QString> m_inlineIds;    ///< id in a source -> id of its segment
};

ParsedUnit UnitReader::read(const Element &element, const UnitFrame &frame)
{
    m_parsed.unit.fileId = frame.fileId;
    m_parsed.unit.id = frame.unitId;
    m_parsed.unit.placeStart = element.start;
    m_parsed.unit.placeEnd = element.end;
    m_canResegment = frame.canResegment;
    m_wantsPlaces = frame.wantsPlaces;
    m_parsed.place.unit = placeOf(&element);
    if (m_wantsPlaces)
        collectIds(element);
    m_parsed.unit.type = element.value(QLatin1String("type"));
    readSurroundings(element);
    for (const xml::Node &node : element.children) {
        if (!node.element)
            continue;
        if (node.element->kind == names::SegmentElement)
            readSegment(*node.element, element);
        else if (node.element->kind == names::IgnorableElement)
            readGap(*node.element);
    }
    if (!m_noteSegments.isEmpty() || !m_noteAuthors.isEmpty()) {
        for (Note &note : m_parsed.unit.notes) {
            note.segmentId = m_noteSegments.value(note.id, note.segmentId);
            note.author = m_noteAuthors.value(note.id, note.author);
        }
    }
    for (const Element *match : m_matches)
        readMatch(*match);
    placeBoundaries();
    return std::move(m_parsed);
}

/// Everything of the unit but its segments.
void UnitReader::readSurroundings(const Element &element)
{
    qsizetype segments = 0;
    QHash<QString, QString> data;
    for (const xml::Node &node : element.children) {
        if (!node.element)
            continue;
        const Element &part = *node.element;
        if (part.kind == names::Foreign) {
            readModule(part);
        } else if (part.kind == names::NotesElement) {
            readNotes(part);
        } else if (part.kind == names::OriginalDataElement) {
            for (const xml::Node &item : part.children) {
                if (item.element)
                    data.insert(item.element->value(QLatin1String("id")), textWithCharacters(*item.element));
            }
        } else if (part.kind == names::SegmentElement) {
            ++segments;
        }
        // Orders of targets are numbers of places in the unit: another number of segments falsifies them all.
        const Element *target = part.kind == names::SegmentElement || part.kind == names::IgnorableElement
                                    ? child(part, names::TargetElement)
                                    : nullptr;
        if (target != nullptr && target->has(QLatin1String("order")))
            m_canResegment = false;
    }
    m_parsed.unit.segments.reserve(segments);
    m_reader.setOriginalData(data);
}

qsizetype UnitReader::numberOf(const QString &id) const
{
    if (!m_segmentNumbers.isEmpty())
        return m_segmentNumbers.value(id, -1);
    const QList<Segment> &segments = m_parsed.unit.segments;
    for (qsizetype i = 0; i < segments.size(); ++i) {
        if (segments[i].id == id)
            return i;
    }
    return -1;
}

QString UnitReader::idOf(const Element &segment, const Element &unit)
{
    const QString id = segment.value(QLatin1String("id"));
    if (!id.isEmpty() && numberOf(id) < 0)
        return id;
    if (!m_segmentIds) {
        m_segmentIds.emplace();
        for (const xml::Node &node : unit.children) {
            if (node.element && node.element->kind == names::SegmentElement &&
                node.element->has(QLatin1String("id")))
                m_segmentIds->reserve(node.element->value(QLatin1String("id")));
        }
    }
    return m_segmentIds->take(id, QStringLiteral("s%1").arg(m_parsed.unit.segments.size() + 1));
}

void UnitReader::readModule(const Element &element)
{
    if (element.is(names::glossary, QLatin1String("glossary"))) {
        m_glossary.read(element);
        for (const xml::Node &node : element.children) {
            if (node.element)
                m_parsed.place.entries.append({placeOf(node.element.get()),
                                               referredId(node.element->value(QLatin1String("ref"))),
                                               node.element->value(QLatin1String("id")), false});
        }
    } else if (element.is(names::matches, QLatin1String("matches"))) {
        m_parsed.place.matches = placeOf(&element);
        for (const xml::Node &node : element.children) {
            if (node.element && node.element->is(names::matches, QLatin1String("match"))) {
                m_matches.append(node.element.get());
                const Element &match = *node.element;
                m_parsed.place.matchList.append(
                    {placeOf(&match),
                     referredId(match.value(QLatin1String("ref"))),
                     {},
                     match.value(QLatin1String("subType")) == names::draftSubType});
            }
        }
    } else if (element.is(names::metadata, QLatin1String("metadata"))) {
        readMetadata(element);
    } else if (!m_parsed.foreign.contains(element.ns)) {
        m_parsed.foreign.append(element.ns);
    }
}

void UnitReader::readMetadata(const Element &metadata)
{
    UnitPlace &place = m_parsed.place;
    const bool first = place.metadata.start < 0;
    if (first)
        place.metadata = placeOf(&metadata);
    const auto readMetas = [](const Element &group, QHash<QString, QString> &into) {
        for (const xml::Node &node : group.children) {
            if (node.element)
                into[node.element->value(QLatin1String("type"))] = node.element->text();
        }
    };
    for (const xml::Node &node : metadata.children) {
        if (!node.element)
            continue;
        const Element &group = *node.element;
        const QString category = group.value(QLatin1String("category"));
        place.metadataGroups += first ? 1 : 0;
        if (category == names::offsetsCategory) {
            place.offsets = placeOf(&group);
            readMetas(group, m_offsets);
        } else if (category == names::notesCategory) {
            place.noteSegments = placeOf(&group);
            readMetas(group, m_noteSegments);
        } else if (category == names::authorsCategory) {
            readMetas(group, m_noteAuthors);
        } else if (category == names::boundariesCategory && first) {
            place.boundaries = placeOf(&group);
            for (const xml::Node &meta : group.children) {
                if (meta.element)
                    readDecision(*meta.element);
            }
        } else if (category == names::broughtBackCategory) {
            readBroughtBack(group);
        } else if (!m_parsed.foreign.contains(names::metadata)) {
            m_parsed.foreign.append(names::metadata);
        }
    }
}

void UnitReader::readDecision(const Element &meta)
{
    bool isNumber = false;
    const qsizetype position = meta.text().trimmed().toLongLong(&isNumber);
    const QString type = meta.value(QLatin1String("type"));
    if (isNumber && (type == names::splitHere || type == names::joinHere))
        decideBoundary(m_decisions, {position, type == names::splitHere});
}

void UnitReader::readBroughtBack(const Element &group)
{
    for (const xml::Node &node : group.children) {
        if (!node.element)
            continue;
        if (node.element->value(QLatin1String("type")) == QLatin1String("class"))
            m_parsed.unit.broughtBackFrom = node.element->text();
        else if (node.element->value(QLatin1String("type")) == QLatin1String("line"))
            m_parsed.unit.line = std::max<qint64>(0, node.element->text().toLongLong());
    }
}

void UnitReader::collectIds(const Element &element)
{
    for (const xml::Node &node : element.children) {
        if (!node.element)
            continue;
        if (const QString id = node.element->value(QLatin1String("id")); !id.isEmpty())
            m_parsed.place.ids.insert(id);
        collectIds(*node.element);
    }
}

/// Decisions are kept in code points, as all offsets in files; a place that is not within the text is none.
void UnitReader::placeBoundaries()
{
    if (m_decisions.isEmpty())
        return;
    const QString text = unitSource(m_parsed.unit).text;
    for (const BoundaryDecision &decision : std::as_const(m_decisions)) {
        const qsizetype position = utf16Position(text, decision.position);
        if (position > 0 && position < text.size())
            m_parsed.unit.boundaries.append({position, decision.splits});
    }
}

void UnitReader::readNotes(const Element &notes)
{
    if (m_wantsPlaces)
        m_parsed.place.notes = placeOf(&notes);
    for (const xml::Node &node : notes.children) {
        if (!node.element || node.element->kind != names::NoteElement)
            continue;
        m_parsed.unit.notes.append(noteOf(*node.element));
        if (m_wantsPlaces)
            m_parsed.place.noteList.append(placeOf(node.element.get()));
    }
}

void UnitReader::readSegment(const Element &element, const Element &unit)
{
    constexpr qsizetype few = 16;
    QList<Segment> &segments = m_parsed.unit.segments;
    const QString id = idOf(element, unit);
    Segment &segment = segments.emplaceBack();
    segment.id = id;
    segment.state = stateOf(element.value(QLatin1String("state")));
    if (const QString subState = element.value(QLatin1String("subState")); !subState.isEmpty())
        segment.subState = subState;
    segment.canResegment = saysYes(element, QLatin1String("canResegment"), m_canResegment);
    const Element *source = child(element, names::SourceElement);
    const Element *target = child(element, names::TargetElement);
    QList<LiftedMark> marks;
    readTexts(source, target, segment, marks);
    if (!m_offsets.isEmpty()) {
        const QStringList offsets = m_offsets.value(segment.id).split(u' ');
        bool startOk = false;
        bool endOk = false;
        const qint64 start = offsets.value(0).toLongLong(&startOk);
        const qint64 end = offsets.value(1).toLongLong(&endOk);
        segment.sourceStart = offsets.size() == 2 && startOk && start >= 0 ? start : -1;
        segment.sourceEnd = offsets.size() == 2 && endOk && end >= 0 ? end : -1;
    }
    if (source == nullptr) {
        segment.canResegment = false;
        if (m_parsed.segmentWithoutSource < 0)
            m_parsed.segmentWithoutSource = element.start;
    }
    if (segments.size() > few) {
        for (qsizetype i = m_segmentNumbers.size(); i < segments.size(); ++i)
            m_segmentNumbers.insert(segments[i].id, i);
    }
    if (m_wantsPlaces)
        m_parsed.place.parts.append(
            {{placeOf(&element), placeOf(source), placeOf(target), hasMoreTargets(element, target)},
             segments.size() - 1,
             {},
             marks});
}

void UnitReader::readTexts(const Element *source, const Element *target, Segment &segment,
                           QList<LiftedMark> &marks)
{
    if (source != nullptr) {
        LiftedText text = m_reader.read(
            *source, [this](const Element &annotation) { return m_glossary.knows(annotation); });
        segment.source = std::move(text.text);
        marks = text.marks;
        const bool isReferredTo = !m_matches.isEmpty();
        for (const LiftedMark &mark : text.marks) {
            segment.terms.append(m_glossary.hit(mark));
            if (isReferredTo)
                m_inlineIds.insert(mark.id, segment.id);
        }
        if (isReferredTo) {
            for (const InlineCode &code : std::as_const(segment.source.codes))
                m_inlineIds.insert(code.id, segment.id);
        }
        for (const QString &ref : text.noteRefs)
            m_noteSegments.insert(referredId(ref), segment.id);
    }
    if (target != nullptr) {
        segment.hasTarget = true;
        LiftedText text = m_reader.read(
            *target, [&](const Element &annotation) { return m_glossary.carries(annotation, marks); }, true);
        if (!marks.isEmpty())
            segment.receipts = m_glossary.receipts(text.marks, marks, text.text.text);
        segment.target = std::move(text.text);
    }
}

void UnitReader::readGap(const Element &element)
{
    const Element *source = child(element, names::SourceElement);
    if (source == nullptr || m_parsed.unit.segments.isEmpty())
        return;
    const InlineText text = m_reader.read(*source, [](const Element &) { return false; }).text;
    Segment &before = m_parsed.unit.segments.last();
    const QString gap = QString(text.text).remove(inlineCodeMark);
    before.gapAfter += gap;
    if (!text.codes.isEmpty() || !saysYes(element, QLatin1String("canResegment"), m_canResegment))
        before.mergesWithNext = false;
    if (m_wantsPlaces)
        m_parsed.place.parts.append(
            {{placeOf(&element), placeOf(source), placeOf(child(element, names::TargetElement)), false},
             -1,
             gap,
             {}});
}

Segment *UnitReader::segmentWith(const QString &id)
{
    const qsizetype number = id.isEmpty() ? -1 : numberOf(id);
    return number < 0 ? nullptr : &m_parsed.unit.segments[number];
}

void UnitReader::readMatch(const Element &match)
{
    const QString id = referredId(match.value(QLatin1String("ref")));
    Segment *segment = segmentWith(id);
    if (segment == nullptr)
        segment = segmentWith(m_inlineIds.value(id));
    if (segment == nullptr || child(match, names::TargetElement) == nullptr ||
        match.value(QLatin1String("reference")) == QLatin1String("yes"))
        return;
    Suggestion suggestion = suggestionOf(match);
    suggestion.segmentId = m_parsed.unit.fileId + u'/' + m_parsed.unit.id + u'/' + segment->id;
    segment->suggestions.append(suggestion);
}

Suggestion UnitReader::suggestionOf(const Element &match) const
{
    const LiftedText text = m_reader.read(*child(match, names::TargetElement), [](const Element &annotation) {
        return annotation.value(QLatin1String("type")) == names::untranslatedMark;
    });
    Suggestion suggestion;
    suggestion.text = text.text.text;
    for (const LiftedMark &mark : text.marks)
        suggestion.untranslated.append(mark.span);
    suggestion.origin = match.value(QLatin1String("origin"));

    const QString type = match.value(QLatin1String("type"));
    if (match.value(QLatin1String("subType")) == names::draftSubType || type == QLatin1String("tb"))
        suggestion.kind = SuggestionKind::GlossaryDraft;
    else if (type == QLatin1String("mt"))
        suggestion.kind = SuggestionKind::MachineTranslation;
    else
        suggestion.kind = SuggestionKind::MemoryMatch;

    QString percent = match.value(QLatin1String("matchSuitability"));
    if (percent.isEmpty())
        percent = match.value(QLatin1String("similarity"));
    suggestion.coverage = bilingual::share(percent.toDouble() / 100);
    for (const xml::Node &node : match.children) {
        if (!node.element || !node.element->is(names::metadata, QLatin1String("metadata")))
            continue;
        for (const xml::Node &group : node.element->children)
            suggestion.complete =
                suggestion.complete ||
                (group.element && group.element->value(QLatin1String("category")) == names::matchCategory);
    }
    if (percent.isEmpty() && suggestion.kind == SuggestionKind::MachineTranslation && suggestion.complete)
        suggestion.coverage = 1;
    return suggestion;
}

} // namespace

ElementPlace placeOf(const Element *element)
{
    if (element == nullptr)
        return {};
    return {element->start, element->startTagEnd, element->endTagStart, element->end};
}

bool saysYes(const Element &element, QLatin1String attribute, bool otherwise)
{
    const QString value = element.value(attribute);
    return value.isEmpty() ? otherwise : value != QLatin1String("no");
}

QList<LeftOutLine> readLeftOut(const Element &group, const QString &fileId, qint64 &more)
{
    QList<LeftOutLine> lines;
    for (const xml::Node &node : group.children) {
        if (!node.element)
            continue;
        const QString type = node.element->value(QLatin1String("type"));
        const QStringList parts = type.split(u' ');
        if (type == names::moreLeftOut)
            more = node.element->text().toLongLong();
        if (parts.size() != 4)
            continue;
        bool ok = false;
        LeftOutLine line{0, -1, -1, parts[3], node.element->text(), fileId};
        line.line = std::max<qint64>(0, parts[0].toLongLong());
        line.start = parts[1].toLongLong(&ok);
        line.end = ok ? parts[2].toLongLong(&ok) : -1;
        if (ok && line.start >= 0 && line.end >= line.start)
            lines.append(line);
    }
    return lines;
}

ParsedUnit readUnit(const Element &element, const UnitFrame &frame, InlineReader &reader)
{
    return UnitReader(reader).read(element, frame);
}

} // namespace verbale::xliff
