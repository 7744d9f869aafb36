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

ElementPlace placeOf(const Element *element)
{
    if (element == nullptr)
        return {};
    return {element->start, element->startTagEnd, element->endTagStart, element->end};
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
    ParsedUnit read(const Element &element, const QString &fileId, const QString &unitId);

private:
    void readModule(const Element &element);
    void readMetadata(const Element &metadata);
    void readNotes(const Element &notes);
    void readSegment(const Element &element);
    void readGap(const Element &element);
    void readMatch(const Element &match);
    Suggestion suggestionOf(const Element &match) const;
    Segment *segmentWith(const QString &id);

    const FileText &m_file;
    ParsedUnit m_parsed;
    UnitGlossary m_glossary;
    UniqueNames m_segmentIds;
    QHash<QString, qsizetype> m_segmentNumbers; ///< by id
    QList<const Element *> m_matches;
    QHash<QString, QString> m_offsets;      ///< by segment id
    QHash<QString, QString> m_noteSegments; ///< by note id
    QHash<QString, QString> m_inlineIds;    ///< id in a source -> id of its segment
};

ParsedUnit UnitReader::read(const Element &element, const QString &fileId, const QString &unitId)
{
    m_parsed.unit.fileId = fileId;
    m_parsed.unit.id = unitId;
    m_parsed.unit.type = element.value(QLatin1String("type"));
    for (const xml::Node &node : element.children) {
        if (node.element && !names::isCore(node.element->ns))
            readModule(*node.element);
        else if (node.element && isCore(*node.element, "notes"))
            readNotes(*node.element);
        else if (node.element && isCore(*node.element, "segment") && node.element->has(QLatin1String("id")))
            m_segmentIds.reserve(node.element->value(QLatin1String("id")));
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
    return std::move(m_parsed);
}

void UnitReader::readModule(const Element &element)
{
    if (element.is(names::glossary, QLatin1String("glossary"))) {
        m_glossary.read(element);
    } else if (element.is(names::matches, QLatin1String("matches"))) {
        for (const xml::Node &node : element.children) {
            if (node.element && node.element->is(names::matches, QLatin1String("match")))
                m_matches.append(node.element.get());
        }
    } else if (element.is(names::metadata, QLatin1String("metadata"))) {
        readMetadata(element);
    } else if (!m_parsed.foreign.contains(element.ns)) {
        m_parsed.foreign.append(element.ns);
    }
}

void UnitReader::readMetadata(const Element &metadata)
{
    for (const xml::Node &groupNode : metadata.children) {
        if (!groupNode.element)
            continue;
        const QString category = groupNode.element->value(QLatin1String("category"));
        const bool offsets = category == names::offsetsCategory;
        if (!offsets && category != names::notesCategory) {
            if (!m_parsed.foreign.contains(names::metadata))
                m_parsed.foreign.append(names::metadata);
            continue;
        }
        for (const xml::Node &node : groupNode.element->children) {
            if (node.element)
                (offsets ? m_offsets : m_noteSegments)[node.element->value(QLatin1String("type"))] =
                    node.element->text();
        }
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
    if (source != nullptr) {
        const LiftedText text = readInline(
            *source, m_file, [this](const Element &annotation) { return m_glossary.knows(annotation); });
        segment.source = text.text;
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
        segment.target = readInline(*target, m_file, [](const Element &) { return false; }).text;
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
    m_parsed.places.append({placeOf(&element), placeOf(source), placeOf(target)});
}

void UnitReader::readGap(const Element &element)
{
    const Element *source = child(element, "source");
    if (source == nullptr || m_parsed.unit.segments.isEmpty())
        return;
    QString text = readInline(*source, m_file, [](const Element &) { return false; }).text.text;
    m_parsed.unit.segments.last().gapAfter += text.remove(inlineCodeMark);
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

ParsedUnit readUnit(const Element &element, const QString &fileId, const QString &unitId,
                    const FileText &file)
{
    return UnitReader(file).read(element, fileId, unitId);
}

} // namespace verbale::xliff
