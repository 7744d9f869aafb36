#pragma once

#include "formats/states.h"
#include "formats/xliff/parsed.h"

namespace verbale::xliff12 {

/// Where a tool writes the state of a segment: an attribute of a start tag. XLIFF's own place is
/// target/@state with trans-unit/@approved.
struct StatePlace
{
    states::Dialect dialect = states::Dialect::Xliff12;
    xliff::ElementPlace tag; ///< start < 0: XLIFF's own place
    QString attribute;       ///< its local name: "conf", "status"
    qsizetype number = -1;   ///< of an attribute with a prefix: among those of the tag that declare none
    states::State read;      ///< what it says; the attribute may be missing
    bool locked = false;

    [[nodiscard]] bool isForeign() const { return tag.start >= 0; }
};

/// What the attributes of a trans-unit say (MQXLIFF, MXLIFF), or the elements of a tool in it (WorldServer).
StatePlace unitState(const xml::Element &unit);

/// What the sdl:seg elements of a unit say about its segments, by their ids.
QHash<QString, StatePlace> segmentStates(const xml::Element &definitions);

/// The state of one segment of several: what the comment of its mark says, else that of its unit. The other
/// way round, the comment that says it.
states::State stateWithComment(const QString &comment, const states::State &ofUnit);
QString commentOf(const states::State &state);

/// What has happened to the text of a target since it was read.
enum class Edit { None, Changed, Cleared };

/// The start tag with the state written in it, and without what is no longer true of an edited target;
/// nothing else in it changes.
QString withState(const QString &tag, const StatePlace &place, const states::State &state, Edit edit);

} // namespace verbale::xliff12
