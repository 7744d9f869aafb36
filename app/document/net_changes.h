#pragma once

#include "document/journal_entry.h"

#include <QtCore/QHash>
#include <QtCore/QList>

#include <optional>

namespace verbale {

/// What many changes of a document come to since it was saved: of each segment and each unit the first state
/// and the last one. What was taken back again does not count. A value; not thread-safe.
class NetChanges
{
public:
    struct Target
    {
        SegmentAddress where;
        InlineText source;
        TargetVersion base; ///< as it is in the file
        TargetVersion ours;
        qint64 time = 0;
        QString who;
    };
    /// A unit that was cut otherwise, is new (no base) or is gone (no ours).
    struct UnitState
    {
        std::optional<Unit> base;
        std::optional<Unit> ours;
        QString previous; ///< the key of the unit in front of ours; empty: it is the first
        qint64 time = 0;
        QString who;
        int order = 0; ///< new units are put into a document in this order
    };

    void add(const JournalEntry &entry);
    void clear() { *this = NetChanges(); }
    /// The file has another target for the segment now.
    void setBase(const SegmentAddress &where, const TargetVersion &theirs);
    /// The change of the segment has gone elsewhere.
    void forget(const SegmentAddress &where) { m_targets.remove(where); }

    [[nodiscard]] bool isEmpty() const;
    /// How many segments and units differ.
    [[nodiscard]] qsizetype count() const;
    /// When the last of them was made, ms since the epoch; 0: there are none.
    [[nodiscard]] qint64 lastTime() const;

    [[nodiscard]] const QHash<SegmentAddress, Target> &targets() const { return m_targets; }
    [[nodiscard]] const QHash<QString, UnitState> &units() const { return m_units; }
    [[nodiscard]] const QList<LeftOutLine> &linesGone() const { return m_linesGone; }
    [[nodiscard]] const QList<StructureChange::Line> &linesAdded() const { return m_linesAdded; }

private:
    void addTarget(const TargetChange &change, qint64 time, const QString &who);
    void addUnits(const StructureChange::Units &units, qint64 time, const QString &who);
    void changeUnit(const Unit *before, const Unit *after, const QString &previous, qint64 time,
                    const QString &who);
    [[nodiscard]] Unit withoutOurs(Unit unit);
    void settle(const QString &key);
    void addLines(const StructureChange &change);

    QHash<SegmentAddress, Target> m_targets;
    QHash<QString, UnitState> m_units; ///< by unitKey()
    QList<LeftOutLine> m_linesGone;
    QList<StructureChange::Line> m_linesAdded;
    int m_order = 0;
};

/// One text for the two ids of a unit.
QString unitKey(const QString &file, const QString &unit);
QString unitKey(const Unit &unit);

/// Whether two units differ in nothing but their segments' targets (and what plugins have put in).
bool isCutAlike(const Unit &one, const Unit &other);
/// The same, and the targets too.
bool isSameUnit(const Unit &one, const Unit &other);

} // namespace verbale
