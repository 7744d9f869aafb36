#pragma once

#include "document/document.h"
#include "document/edit_history.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>

#include <optional>
#include <variant>

namespace verbale {

/// What the target of a segment was at one moment.
struct TargetVersion
{
    InlineText target;
    bool hasTarget = false;
    SegmentState state = SegmentState::Initial;
    QString subState;

    static TargetVersion of(const Segment &segment);
    void putInto(Segment &segment) const;
    /// Nothing that anybody has translated: empty, or filled by the program and not confirmed.
    [[nodiscard]] bool isNobodysWork() const;
    friend bool operator==(const TargetVersion &, const TargetVersion &) = default;
};

/// Where a segment is in its document, by the ids of its file.
struct SegmentAddress
{
    QString file;
    QString unit;
    QString segment;
    friend bool operator==(const SegmentAddress &, const SegmentAddress &) = default;
    friend size_t qHash(const SegmentAddress &at, size_t seed = 0)
    {
        return qHashMulti(seed, at.file, at.unit, at.segment);
    }
};

/// A target that became another one.
struct TargetChange
{
    SegmentAddress where;
    InlineText source; ///< so that the segment is known again in a file that was changed
    TargetVersion before;
    TargetVersion after;
};

/// Units in the place of others, and lines that were left out or are so no longer.
struct StructureChange
{
    struct Units
    {
        QString previousFile; ///< the unit in front of them, by its ids; empty: they are the first
        QString previousUnit;
        QList<Unit> before; ///< terms, receipts and suggestions are not kept
        QList<Unit> after;
    };
    struct Line
    {
        LeftOutLine line;
        std::optional<LeftOutLine> previous; ///< the line in front of it; nothing: it is the first
    };
    QList<Units> units;
    QList<LeftOutLine> linesGone;
    QList<Line> linesAdded;
};

/// One change of a document, as the journal keeps it: edits, undone and redone ones too.
struct JournalEntry
{
    qint64 time = 0; ///< ms since the epoch
    QString who;
    QString label;       ///< what the Undo menu called it
    bool typing = false; ///< the next one of the same segment may take its place
    std::variant<TargetChange, StructureChange> change;
    bool provisional = false; ///< what an input method is composing: not in the document yet
    bool seen = false;        ///< a version that another program made: for the history alone, never unsaved
};

/// What the history has just done to `document`, which is as it was left by it. `time` and `who` are the
/// caller's to set.
JournalEntry journalEntry(const Document &document, const DocumentChange &change);

/// Where the entry goes on with the typing of the one before it, that one becomes what the two are together:
/// one version. False: it does not, and nothing has changed.
bool continueTyping(JournalEntry &before, const JournalEntry &next);
/// As an entry of its own, or as a part of the last one.
void appendTyping(QList<JournalEntry> &entries, const JournalEntry &next);

SegmentAddress addressOf(const Document &document, const SegmentRef &ref);

/// The content of an entry as bytes and back; bytes of another form give nothing. A source of data that was
/// damaged is expected: whatever the bytes are, decoding ends.
QByteArray encodeTarget(const TargetChange &change); ///< without `where`
std::optional<TargetChange> decodeTarget(const QByteArray &bytes, const SegmentAddress &where);
QByteArray encodeStructure(const StructureChange &change);
std::optional<StructureChange> decodeStructure(const QByteArray &bytes);

} // namespace verbale
