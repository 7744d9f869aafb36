#include "document/segmentation.h"
#include "formats/xliff/names.h"
#include "formats/xliff/parsed.h"

namespace verbale::xliff {

namespace {

using xml::Element;

bool isCore(const Element &element, const char *name)
{
    return element.name == QLatin1String(name) && names::isCore(element.ns);
}

const Element *child(const Element &parent, const char *name)
{
    for (const xml::Node &node : parent.children) {
        if (node.element && isCore(*node.element, name))
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

/// Reads the parts of a unit, modules first, for they are needed to read the segments.
class UnitReader
{
public:
    explicit UnitReader(const FileText &file) : m_file(file) {}
    ParsedUnit read(const Element &element, const UnitFrame &frame);

private:
    void readModule(const Element &element);
    void readMetadata(const Element &metadata);
    void readDecision(const Element &meta);
    void readBroughtBack(const Element &group);
    void collectIds(const Element &element);
    void readNotes(const Element &notes);
    void readSegment(const Element &element);
    void readGap(const Element &element);
    void readMatch(const Element &match);
    Suggestion suggestionOf(const Element &match) const;
    Segment *segmentWith(const QString &id);

    void placeBoundaries();

    const FileText &m_file;
    ParsedUnit m_parsed;
    bool m_canResegment = true;
    UnitGlossary m_glossary;
    UniqueNames m_segmentIds;
    QHash<QString, qsizetype> m_segmentNumbers; ///< by id
    QList<const Element *> m_matches;
    QList<BoundaryDecision> m_decisions;    ///< in code points
    QHash<QString, QString> m_offsets;      ///< by segment id
    QHash<QString, QString> m_noteSegments; ///< by note id
    QHash<QString, QString> m_inlineIds;    ///< id in a source -> id of its segment
};

ParsedUnit UnitReader::read(const Element &element, const UnitFrame &frame)
{
    m_parsed.unit.fileId = frame.fileId;
    m_parsed.unit.id = frame.unitId;
    m_canResegment = frame.canResegment;
    m_parsed.place.unit = placeOf(&element);
    collectIds(element);
    m_parsed.unit.type = element.value(QLatin1String("type"));
    for (const xml::Node &node : element.children) {
        if (node.element && !names::isCore(node.element->ns))
            readModule(*node.element);
        else if (node.element && isCore(*node.element, "notes"))
            readNotes(*node.element);
        else if (node.element && isCore(*node.element, "segment") && node.element->has(QLatin1String("id")))
            m_segmentIds.reserve(node.element->value(QLatin1String("id")));
        // Orders of targets are numbers of places in the unit: another number of segments falsifies them all.
        const Element *target = node.element ? child(*node.element, "target") : nullptr;
        if (target != nullptr && target->has(QLatin1String("order")))
            m_canResegment = false;
    }
    for (const xml::Node &node : element.children) {
        if (!node.element)
            continue;
        if (isCore(*node.element, "segment"))
            readSegment(*node.element);
        else if (isCore(*node.element, "ignorable"))
            readGap(*node.element);
    }
    for (Note &note : m_parsed.unit.notes) {
        if (m_noteSegments.contains(note.id))
            note.segmentId = m_noteSegments.value(note.id);
    }
    for (const Element *match : m_matches)
        readMatch(*match);
    placeBoundaries();
    return std::move(m_parsed);
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
    for (const xml::Node &node : notes.children) {
        if (!node.element || !isCore(*node.element, "note"))
            continue;
        const Element &note = *node.element;
        m_parsed.unit.notes.append(
            {note.value(QLatin1String("id")), note.value(QLatin1String("category")), note.text(), {}});
    }
}

void UnitReader::readSegment(const Element &element)
{
    Segment segment;
    segment.id = element.value(QLatin1String("id"));
    if (segment.id.isEmpty() || m_segmentNumbers.contains(segment.id))
        segment.id =
            m_segmentIds.take(segment.id, QStringLiteral("s%1").arg(m_parsed.unit.segments.size() + 1));
    segment.state = stateOf(element.value(QLatin1String("state")));
    segment.subState = element.value(QLatin1String("subState"));

    const Element *source = child(element, "source");
    const Element *target = child(element, "target");
    segment.canResegment = saysYes(element, QLatin1String("canResegment"), m_canResegment);
    PartPlace part{
        {placeOf(&element), placeOf(source), placeOf(target)}, m_parsed.unit.segments.size(), {}, {}};
    if (source != nullptr) {
        const LiftedText text = readInline(
            *source, m_file, [this](const Element &annotation) { return m_glossary.knows(annotation); });
        segment.source = text.text;
        part.marks = text.marks;
        for (const LiftedMark &mark : text.marks) {
            segment.terms.append(m_glossary.hit(mark));
            m_inlineIds.insert(mark.id, segment.id);
        }
        for (const InlineCode &code : text.text.codes)
            m_inlineIds.insert(code.id, segment.id);
        for (const QString &ref : text.noteRefs)
            m_noteSegments.insert(referredId(ref), segment.id);
    }
    if (target != nullptr) {
        segment.hasTarget = true;
        const LiftedText text = readInline(*target, m_file, [&](const Element &annotation) {
            return m_glossary.carries(annotation, part.marks);
        });
        segment.target = text.text;
        segment.receipts = m_glossary.receipts(text.marks, part.marks, text.text.text);
    }
    const QStringList offsets = m_offsets.value(segment.id).split(u' ');
    if (offsets.size() == 2) {
        bool startOk = false;
        bool endOk = false;
        const qint64 start = offsets[0].toLongLong(&startOk);
        const qint64 end = offsets[1].toLongLong(&endOk);
        segment.sourceStart = startOk && start >= 0 ? start : -1;
        segment.sourceEnd = endOk && end >= 0 ? end : -1;
    }
    if (source == nullptr)
        m_parsed.segmentWithoutSource = element.start;
    m_segmentNumbers.insert(segment.id, m_parsed.unit.segments.size());
    m_parsed.unit.segments.append(segment);
    m_parsed.places.append(part.place);
    m_parsed.place.parts.append(part);
}

void UnitReader::readGap(const Element &element)
{
    const Element *source = child(element, "source");
    if (source == nullptr || m_parsed.unit.segments.isEmpty())
        return;
    const InlineText text = readInline(*source, m_file, [](const Element &) { return false; }).text;
    Segment &before = m_parsed.unit.segments.last();
    const QString gap = QString(text.text).remove(inlineCodeMark);
    before.gapAfter += gap;
    if (!text.codes.isEmpty() || !saysYes(element, QLatin1String("canResegment"), m_canResegment))
        before.mergesWithNext = false;
    m_parsed.place.parts.append(
        {{placeOf(&element), placeOf(source), placeOf(child(element, "target"))}, -1, gap, {}});
}

Segment *UnitReader::segmentWith(const QString &id)
{
    const qsizetype number = m_segmentNumbers.value(id, -1);
    return number < 0 ? nullptr : &m_parsed.unit.segments[number];
}

void UnitReader::readMatch(const Element &match)
{
    const QString id = referredId(match.value(QLatin1String("ref")));
    Segment *segment = segmentWith(id);
    if (segment == nullptr)
        segment = segmentWith(m_inlineIds.value(id));
    if (segment == nullptr || child(match, "target") == nullptr ||
        match.value(QLatin1String("reference")) == QLatin1String("yes"))
        return;
    Suggestion suggestion = suggestionOf(match);
    suggestion.segmentId = m_parsed.unit.fileId + u'/' + m_parsed.unit.id + u'/' + segment->id;
    segment->suggestions.append(suggestion);
}

Suggestion UnitReader::suggestionOf(const Element &match) const
{
    const LiftedText text = readInline(*child(match, "target"), m_file, [](const Element &annotation) {
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
    suggestion.coverage = qBound(0, qRound(percent.toDouble() * 100), 10000) / 10000.0;
    for (const xml::Node &node : match.children) {
        if (!node.element || !node.element->is(names::metadata, QLatin1String("metadata")))
            continue;
        for (const xml::Node &group : node.element->children)
            suggestion.complete =
                suggestion.complete ||
                (group.element && group.element->value(QLatin1String("category")) == names::matchCategory);
    }
    return suggestion;
}

} // namespace

QString UniqueNames::take(const QString &wanted, const QString &fallback)
{
    const QString base = wanted.isEmpty() ? fallback : wanted;
    QString name = base;
    for (int number = 2; m_taken.contains(name); ++number)
        name = base + u'-' + QString::number(number);
    m_taken.insert(name);
    return name;
}

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

ParsedUnit readUnit(const Element &element, const UnitFrame &frame, const FileText &file)
{
    return UnitReader(file).read(element, frame);
}

} // namespace verbale::xliff
