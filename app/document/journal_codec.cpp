#include "document/journal_entry.h"

#include <QtCore/QCborArray>
#include <QtCore/QCborMap>
#include <QtCore/QCborValue>

#include <algorithm>

namespace verbale {

namespace {

/// A journal that is damaged may have any kind of number: toInteger() would turn one that is no integer, or
/// none at all, into whatever the processor makes of it.
qint64 wholeNumber(const QCborValue &value, qint64 otherwise = 0)
{
    return value.isInteger() ? value.toInteger() : otherwise;
}

// Keys are numbers, so that a row is hardly larger than its texts. They are never used for anything else.
enum Key : qint64 {
    Form = 0,
    Text,
    Codes,
    Target,
    HasTarget,
    State,
    SubState,
    Source,
    Before,
    After,
    Id,
    GapAfter,
    SourceStart,
    SourceEnd,
    Fixed,
    EndsHere,
    Type,
    File,
    NotTranslated,
    Language,
    Segments,
    Notes,
    Boundaries,
    BroughtBackFrom,
    Line,
    PreviousFile,
    PreviousUnit,
    Units,
    LinesGone,
    LinesAdded,
    Previous,
    Locked,
};

constexpr qint64 form = 1;

void put(QCborMap &map, Key key, const QString &text)
{
    if (!text.isEmpty())
        map.insert(key, text);
}

void put(QCborMap &map, Key key, bool value)
{
    if (value)
        map.insert(key, true);
}

QString textIn(const QCborMap &map, Key key)
{
    return map.value(key).toString();
}

QCborArray fromCode(const InlineCode &code)
{
    const int mayNot = (code.canCopy ? 0 : 1) | (code.canDelete ? 0 : 2) | (code.canReorder ? 0 : 4);
    return {static_cast<int>(code.kind), code.id, code.markup, QString(code.display), QString(code.data),
            QString(code.type),          mayNot};
}

InlineCode toCode(const QCborArray &array)
{
    InlineCode code;
    code.kind = static_cast<InlineCode::Kind>(std::clamp<qint64>(wholeNumber(array.at(0)), 0, 2));
    code.id = array.at(1).toString();
    code.markup = array.at(2).toString();
    code.display = array.at(3).toString();
    code.data = array.at(4).toString();
    code.type = array.at(5).toString();
    const qint64 mayNot = wholeNumber(array.at(6));
    code.canCopy = (mayNot & 1) == 0;
    code.canDelete = (mayNot & 2) == 0;
    code.canReorder = (mayNot & 4) == 0;
    return code;
}

QCborValue fromInline(const InlineText &text)
{
    if (text.codes.isEmpty())
        return text.text;
    QCborArray codes;
    for (const InlineCode &code : text.codes)
        codes.append(fromCode(code));
    return QCborMap{{Text, text.text}, {Codes, codes}};
}

/// Nothing where marks and codes do not belong together.
std::optional<InlineText> toInline(const QCborValue &value)
{
    InlineText text;
    text.text = value.isMap() ? textIn(value.toMap(), Text) : value.toString();
    if (value.isMap()) {
        for (const auto &code : value.toMap().value(Codes).toArray())
            text.codes.append(toCode(code.toArray()));
    }
    if (text.text.count(inlineCodeMark) != text.codes.size())
        return std::nullopt;
    return text;
}

SegmentState toState(const QCborValue &value)
{
    return static_cast<SegmentState>(std::clamp<qint64>(wholeNumber(value), 0, 3));
}

QCborMap fromVersion(const TargetVersion &version)
{
    QCborMap map{{Target, fromInline(version.target)}, {State, static_cast<int>(version.state)}};
    put(map, HasTarget, version.hasTarget);
    put(map, SubState, version.subState);
    return map;
}

std::optional<TargetVersion> toVersion(const QCborMap &map)
{
    const std::optional<InlineText> target = toInline(map.value(Target));
    if (!target || !map.contains(State))
        return std::nullopt;
    return TargetVersion{*target, map.value(HasTarget).toBool(), toState(map.value(State)),
                         textIn(map, SubState)};
}

QCborMap fromSegment(const Segment &segment)
{
    QCborMap map = fromVersion(TargetVersion::of(segment));
    map.insert(Id, segment.id);
    map.insert(Source, fromInline(segment.source));
    put(map, GapAfter, segment.gapAfter);
    if (segment.sourceStart >= 0) {
        map.insert(SourceStart, segment.sourceStart);
        map.insert(SourceEnd, segment.sourceEnd);
    }
    put(map, Fixed, !segment.canResegment);
    put(map, Locked, segment.locked);
    put(map, EndsHere, !segment.mergesWithNext);
    return map;
}

std::optional<Segment> toSegment(const QCborMap &map)
{
    const std::optional<TargetVersion> version = toVersion(map);
    const std::optional<InlineText> source = toInline(map.value(Source));
    if (!version || !source)
        return std::nullopt;
    Segment segment;
    version->putInto(segment);
    segment.id = textIn(map, Id);
    segment.source = *source;
    segment.gapAfter = textIn(map, GapAfter);
    segment.sourceStart = wholeNumber(map.value(SourceStart), -1);
    segment.sourceEnd = wholeNumber(map.value(SourceEnd), -1);
    segment.canResegment = !map.value(Fixed).toBool();
    segment.locked = map.value(Locked).toBool();
    segment.mergesWithNext = !map.value(EndsHere).toBool();
    return segment;
}

QCborArray fromNote(const Note &note)
{
    return {note.id, note.category, note.text, note.segmentId, note.author, note.appliesTo, note.priority};
}

Note toNote(const QCborArray &array)
{
    Note note;
    note.id = array.at(0).toString();
    note.category = array.at(1).toString();
    note.text = array.at(2).toString();
    note.segmentId = array.at(3).toString();
    note.author = array.at(4).toString();
    note.appliesTo = array.at(5).toString();
    note.priority = static_cast<int>(std::clamp<qint64>(wholeNumber(array.at(6)), 0, 10));
    return note;
}

QCborMap fromUnit(const Unit &unit)
{
    QCborMap map{{Id, unit.id}, {File, unit.fileId}};
    put(map, Type, unit.type);
    put(map, NotTranslated, !unit.translate);
    put(map, Language, unit.language);
    put(map, BroughtBackFrom, unit.broughtBackFrom);
    if (unit.line != 0)
        map.insert(Line, unit.line);
    QCborArray segments;
    for (const Segment &segment : unit.segments)
        segments.append(fromSegment(segment));
    map.insert(Segments, segments);
    QCborArray notes;
    for (const Note &note : unit.notes)
        notes.append(fromNote(note));
    map.insert(Notes, notes);
    QCborArray boundaries;
    for (const BoundaryDecision &decision : unit.boundaries)
        boundaries.append(QCborArray{decision.position, decision.splits});
    map.insert(Boundaries, boundaries);
    return map;
}

std::optional<Unit> toUnit(const QCborMap &map)
{
    Unit unit;
    unit.id = textIn(map, Id);
    unit.fileId = textIn(map, File);
    unit.type = textIn(map, Type);
    unit.translate = !map.value(NotTranslated).toBool();
    unit.language = textIn(map, Language);
    unit.broughtBackFrom = textIn(map, BroughtBackFrom);
    unit.line = wholeNumber(map.value(Line));
    for (const auto &value : map.value(Segments).toArray()) {
        const std::optional<Segment> segment = toSegment(value.toMap());
        if (!segment)
            return std::nullopt;
        unit.segments.append(*segment);
    }
    for (const auto &note : map.value(Notes).toArray())
        unit.notes.append(toNote(note.toArray()));
    for (const auto &value : map.value(Boundaries).toArray()) {
        const QCborArray decision = value.toArray();
        unit.boundaries.append({wholeNumber(decision.at(0)), decision.at(1).toBool()});
    }
    return unit.id.isEmpty() ? std::nullopt : std::optional(unit);
}

QCborArray fromUnits(const QList<Unit> &units)
{
    QCborArray array;
    for (const Unit &unit : units)
        array.append(fromUnit(unit));
    return array;
}

bool toUnits(const QCborArray &array, QList<Unit> &units)
{
    for (const auto &value : array) {
        const std::optional<Unit> unit = toUnit(value.toMap());
        if (!unit)
            return false;
        units.append(*unit);
    }
    return true;
}

QCborArray fromLine(const LeftOutLine &line)
{
    return {line.line, line.start, line.end, line.reason, line.text, line.fileId};
}

LeftOutLine toLine(const QCborArray &array)
{
    return {wholeNumber(array.at(0)), wholeNumber(array.at(1), -1), wholeNumber(array.at(2), -1),
            array.at(3).toString(),   array.at(4).toString(),       array.at(5).toString()};
}

std::optional<QCborMap> mapIn(const QByteArray &bytes)
{
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(bytes, &error);
    if (error.error != QCborError::NoError || !value.isMap() ||
        wholeNumber(value.toMap().value(Form), -1) != form)
        return std::nullopt;
    return value.toMap();
}

} // namespace

QByteArray encodeTarget(const TargetChange &change)
{
    const QCborMap map{{Form, form},
                       {Source, fromInline(change.source)},
                       {Before, fromVersion(change.before)},
                       {After, fromVersion(change.after)}};
    return map.toCborValue().toCbor();
}

std::optional<TargetChange> decodeTarget(const QByteArray &bytes, const SegmentAddress &where)
{
    const std::optional<QCborMap> map = mapIn(bytes);
    if (!map)
        return std::nullopt;
    const std::optional<InlineText> source = toInline(map->value(Source));
    const std::optional<TargetVersion> before = toVersion(map->value(Before).toMap());
    const std::optional<TargetVersion> after = toVersion(map->value(After).toMap());
    if (!source || !before || !after)
        return std::nullopt;
    return TargetChange{where, *source, *before, *after};
}

QByteArray encodeStructure(const StructureChange &change)
{
    QCborArray all;
    for (const StructureChange::Units &units : change.units) {
        QCborMap map{{Before, fromUnits(units.before)}, {After, fromUnits(units.after)}};
        put(map, PreviousFile, units.previousFile);
        put(map, PreviousUnit, units.previousUnit);
        all.append(map);
    }
    QCborArray gone;
    for (const LeftOutLine &line : change.linesGone)
        gone.append(fromLine(line));
    QCborArray added;
    for (const StructureChange::Line &line : change.linesAdded) {
        QCborMap map{{Line, fromLine(line.line)}};
        if (line.previous)
            map.insert(Previous, fromLine(*line.previous));
        added.append(map);
    }
    const QCborMap map{{Form, form}, {Units, all}, {LinesGone, gone}, {LinesAdded, added}};
    return map.toCborValue().toCbor();
}

std::optional<StructureChange> decodeStructure(const QByteArray &bytes)
{
    const std::optional<QCborMap> map = mapIn(bytes);
    if (!map)
        return std::nullopt;
    StructureChange change;
    for (const auto &value : map->value(Units).toArray()) {
        const QCborMap each = value.toMap();
        StructureChange::Units units{textIn(each, PreviousFile), textIn(each, PreviousUnit), {}, {}};
        if (!toUnits(each.value(Before).toArray(), units.before) ||
            !toUnits(each.value(After).toArray(), units.after))
            return std::nullopt;
        change.units.append(units);
    }
    for (const auto &line : map->value(LinesGone).toArray())
        change.linesGone.append(toLine(line.toArray()));
    for (const auto &value : map->value(LinesAdded).toArray()) {
        const QCborMap each = value.toMap();
        StructureChange::Line line{toLine(each.value(Line).toArray()), std::nullopt};
        if (each.contains(Previous))
            line.previous = toLine(each.value(Previous).toArray());
        change.linesAdded.append(line);
    }
    return change;
}

} // namespace verbale
