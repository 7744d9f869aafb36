#pragma once

#include "document/document.h"

#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace verbale::states {

/// Who names a state.
enum class Dialect {
    Xliff12,     ///< target/@state
    Sdl,         ///< SDLXLIFF: sdl:seg/@conf
    MemoQ,       ///< MQXLIFF: trans-unit/@mq:status
    Memsource,   ///< MXLIFF: trans-unit/@m:confirmed
    WorldServer, ///< iws:status/@translation_status
};

/// A state as a document has it: that of XLIFF 2.x with its subState.
struct State
{
    SegmentState state = SegmentState::Initial;
    QString subState;
    friend bool operator==(const State &, const State &) = default;
};

/// A line of the table in docs/states.md.
struct Row
{
    Dialect dialect;
    QLatin1String name;
    SegmentState state;
    bool canonical; ///< the name is written for the state; others are read with a subState of their own
    QLatin1String inXliff12; ///< what says the same in XLIFF 1.2
};
const QList<Row> &table();

/// The authority's prefix of the dialect's subStates: "xliff12:" of "xliff12:needs-l10n".
QLatin1String prefix(Dialect dialect);

/// What the dialect's name says; nothing for a name that the table does not have.
std::optional<State> stateOf(Dialect dialect, const QString &name);

/// The dialect's name for a state: that of the subState where it is one of the dialect's (or says the same in
/// XLIFF 1.2), else the canonical one.
QString nameOf(Dialect dialect, const State &state);

/// The attributes with which XLIFF 1.2 speaks of a target.
struct TargetState
{
    QString state;     ///< target/@state
    QString qualifier; ///< target/@state-qualifier
    bool approved = false;
    friend bool operator==(const TargetState &, const TargetState &) = default;
};

/// What the attributes say. A target with text and without a state is translated, one that is approved is
/// final. A state or qualifier that the table does not have becomes a subState, so that it comes back.
State fromXliff12(const TargetState &target, bool hasText);

/// How XLIFF 1.2 says it. A subState that is no name of its own becomes the qualifier:
/// "verbale:pretranslated" is "x-verbale:pretranslated".
TargetState toXliff12(const State &state);

} // namespace verbale::states
