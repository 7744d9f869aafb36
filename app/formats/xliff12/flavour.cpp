#include "formats/xliff12/flavour.h"

#include "formats/xliff/splices.h"
#include "formats/xliff12/names.h"
#include "xml/tag.h"

namespace verbale::xliff12 {

namespace {

using states::Dialect;
using xml::Element;

bool isTrue(const QString &value)
{
    return value == QLatin1String("true") || value == QLatin1String("1") || value == QLatin1String("yes") ||
           value == QLatin1String("locked");
}

/// A name that the table does not have is kept in the subState.
states::State readState(Dialect dialect, const QString &name)
{
    if (const auto known = states::stateOf(dialect, name))
        return *known;
    states::State state;
    if (!name.isEmpty() && !name.contains(u' '))
        state.subState = states::prefix(dialect) + name;
    return state;
}

/// MXLIFF counts the steps in which a segment was confirmed; some tools write a truth value.
QString confirmedSteps(const QString &value)
{
    bool isNumber = false;
    const int steps = value.toInt(&isNumber);
    if (isNumber)
        return QString::number(qBound(0, steps, 3));
    return QLatin1String(isTrue(value) ? "1" : "0");
}

StatePlace worldServerState(const Element &metadata)
{
    StatePlace place;
    for (const xml::Node &node : metadata.children) {
        if (!node.element || !node.element->is(names::worldServer, QLatin1String("status")))
            continue;
        place.dialect = Dialect::WorldServer;
        place.tag = {node.element->start, node.element->startTagEnd, node.element->endTagStart,
                     node.element->end};
        place.attribute = QStringLiteral("translation_status");
        place.read = readState(place.dialect, node.element->value(QLatin1String("translation_status")));
        place.locked = isTrue(node.element->value(QLatin1String("locked")));
    }
    return place;
}

/// The attribute's name as the tag has it: "mq:status" for "status".
QString nameInTag(const QString &tag, const StatePlace &place)
{
    const std::optional<xml::Tag> scanned = xml::scanTag(tag);
    if (place.number < 0 || !scanned)
        return place.attribute;
    qsizetype number = 0;
    for (const xml::TagAttribute &attribute : scanned->attributes) {
        const bool declares =
            attribute.name == QLatin1String("xmlns") || attribute.name.startsWith(QLatin1String("xmlns:"));
        if (!declares && number++ == place.number)
            return attribute.name;
    }
    return place.attribute;
}

} // namespace

StatePlace unitState(const Element &unit)
{
    StatePlace place;
    for (std::size_t i = 0; i < unit.attributes.size(); ++i) {
        const xml::Attribute &attribute = unit.attributes[i];
        if (attribute.ns.isEmpty())
            continue;
        const bool isMemoQ = attribute.ns == names::memoQ;
        if (!isMemoQ && attribute.ns != names::memsource)
            continue;
        if (attribute.name == QLatin1String("locked"))
            place.locked = isTrue(attribute.value);
        if (attribute.name != QLatin1String(isMemoQ ? "status" : "confirmed"))
            continue;
        place.dialect = isMemoQ ? Dialect::MemoQ : Dialect::Memsource;
        place.tag = {unit.start, unit.startTagEnd, unit.endTagStart, unit.end};
        place.attribute = attribute.name;
        place.number = static_cast<qsizetype>(i);
        place.read = readState(place.dialect, isMemoQ ? attribute.value : confirmedSteps(attribute.value));
    }
    if (place.isForeign())
        return place;
    for (const xml::Node &node : unit.children) {
        if (node.element && node.element->is(names::worldServer, QLatin1String("segment-metadata")))
            return worldServerState(*node.element);
    }
    return place;
}

QHash<QString, StatePlace> segmentStates(const Element &definitions)
{
    QHash<QString, StatePlace> places;
    for (const xml::Node &node : definitions.children) {
        if (!node.element || !node.element->is(names::sdl, QLatin1String("seg")))
            continue;
        const Element &segment = *node.element;
        StatePlace place;
        place.dialect = Dialect::Sdl;
        place.tag = {segment.start, segment.startTagEnd, segment.endTagStart, segment.end};
        place.attribute = QStringLiteral("conf");
        place.read = readState(place.dialect, segment.value(QLatin1String("conf")));
        place.locked = isTrue(segment.value(QLatin1String("locked")));
        places.insert(segment.value(QLatin1String("id")), place);
    }
    return places;
}

states::State stateWithComment(const QString &comment, const states::State &ofUnit)
{
    if (!comment.startsWith(names::stateComment))
        return ofUnit;
    const QString said = comment.mid(names::stateComment.size());
    return states::fromXliff12({said.section(u' ', 0, 0), said.section(u' ', 1, 1), false}, true);
}

QString commentOf(const states::State &state)
{
    const states::TargetState said = states::toXliff12(state);
    return names::stateComment + said.state +
           (said.qualifier.isEmpty() ? QString() : QLatin1Char(' ') + said.qualifier);
}

QString withState(const QString &tag, const StatePlace &place, const states::State &state, Edit edit)
{
    xliff::StartTag out(tag);
    states::State said = state;
    // What says where a draft came from, or that there is none, is over with an edit.
    if (edit != Edit::None && state.state == SegmentState::Initial) {
        said.subState.clear();
        if (edit == Edit::Cleared && place.dialect == Dialect::MemoQ)
            said.subState = QStringLiteral("memoq:NotStarted");
    }
    if (place.read != state || said != state || edit != Edit::None)
        out.set(nameInTag(tag, place), states::nameOf(place.dialect, said));
    if (edit != Edit::None && place.dialect == Dialect::WorldServer) {
        if (out.has(QStringLiteral("translation_type")))
            out.set(QStringLiteral("translation_type"), QStringLiteral("manual_translation"));
        out.set(QStringLiteral("target_content"), {}); // "placeholder"
    }
    return out.text();
}

} // namespace verbale::xliff12
