#include "document/machine_remarks.h"

#include <algorithm>

namespace verbale {

void setMachineRemarks(Unit &unit, const QString &segmentId, const QStringList &texts)
{
    const auto isFormer = [&segmentId](const Note &note) {
        return note.category == machineRemarkCategory && note.segmentId == segmentId;
    };
    if (texts.isEmpty() && std::none_of(unit.notes.begin(), unit.notes.end(), isFormer))
        return; // an empty list takes no room
    QList<Note> notes = unit.notes;
    notes.removeIf(isFormer);
    for (const QString &text : texts)
        notes.append({{}, machineRemarkCategory, text, segmentId, {}, QStringLiteral("target"), 2});
    unit.notes = notes;
}

bool isOutdatedRemark(const Note &note, const Unit &unit)
{
    return note.category == machineRemarkCategory &&
           std::none_of(unit.segments.begin(), unit.segments.end(), [&note](const Segment &segment) {
               return segment.id == note.segmentId && segment.state == SegmentState::Initial;
           });
}

QList<Note> currentNotes(const Unit &unit)
{
    QList<Note> notes;
    for (const Note &note : unit.notes) {
        if (!isOutdatedRemark(note, unit))
            notes.append(note);
    }
    return notes;
}

} // namespace verbale
