#pragma once

#include "document/inline_text.h"
#include "document/original_bytes.h"

#include <verbale/sdk/suggestion_provider.h>
#include <verbale/sdk/term.h>
#include <verbale/sdk/term_receipt.h>

#include <QtCore/QList>
#include <QtCore/QString>

namespace verbale {

/// The states of XLIFF 2.x, in their order of progress.
enum class SegmentState : quint8 { Initial, Translated, Reviewed, Final };

struct Note
{
    QString id;
    QString category;
    QString text;
    QString segmentId; ///< the segment it applies to; empty: the whole unit
    QString author;    ///< who wrote it, where the file says so
    QString appliesTo; ///< "source", "target" or nothing
    int priority = 0;  ///< 1 (highest) to 10; 0: the file does not say
    friend bool operator==(const Note &, const Note &) = default;
};

/// One sentence and its translation.
struct Segment
{
    QString id; ///< unique in its unit
    InlineText source;
    InlineText target;
    bool locked = false;    ///< its file wants its target left as it is
    bool hasTarget = false; ///< false: no target at all, which is not the same as an empty one
    SegmentState state = SegmentState::Initial;
    RareString subState;            ///< XLIFF subState, "prefix:value"; "verbale:pretranslated" is ours
    RareString gapAfter;            ///< the white space between this segment and the next one of its unit
    RareList<TermHit> terms;        ///< glossary hits in source.text, in order
    RareList<TermReceipt> receipts; ///< what became of them in target.text; of `receiptsRevision`
    qint64 receiptsRevision =
        -1; ///< the revision that `receipts` speak of; -1: of none, they came with the file
    RareList<Suggestion> suggestions; ///< proposals, best first; never part of the target by themselves
    qint64 revision = 0;              ///< raised by every edit; 0: as it was read
    qint64 sourceStart = -1;          ///< code point offsets in the original text file; -1 when unknown
    qint64 sourceEnd = -1;
    bool canResegment = true; ///< false: its file wants it neither split nor merged
    bool mergesWithNext =
        true; ///< false: what stands between the two in the file cannot be part of a segment
};

/// What a translator has decided about one place of a unit's source; no rule changes it.
struct BoundaryDecision
{
    qsizetype position = 0; ///< in unitSource(): where the sentence after the boundary begins
    bool splits = true;     ///< false: there is no boundary here
    friend bool operator==(const BoundaryDecision &, const BoundaryDecision &) = default;
};

/// A line (or a part of one) of the original that is not translated: a menu, a date line.
struct LeftOutLine
{
    qint64 line = 0;   ///< 1-based; 0 when unknown
    qint64 start = -1; ///< code point offsets in the original text file
    qint64 end = -1;
    QString reason; ///< its class: text::dropReasonName(), or "by-hand"
    QString text;
    QString fileId = QStringLiteral("f1"); ///< the XLIFF <file> it belongs to
    friend bool operator==(const LeftOutLine &, const LeftOutLine &) = default;
};

/// A paragraph of the original: title, lead, heading, body paragraph or caption.
struct Unit
{
    QString id; ///< unique in its file
    /// What the paragraph is: "title", "lead", "heading", "body", "caption"; empty when unknown.
    RareString type;
    QString fileId = QStringLiteral("f1"); ///< the XLIFF <file> it belongs to
    bool translate = true;
    RareString language; ///< BCP 47, of a paragraph that is not in the document's language; empty: it is
    QList<Segment> segments;
    RareList<Note> notes;
    RareList<BoundaryDecision> boundaries; ///< in order of their positions
    RareString broughtBackFrom; ///< the class it was left out with, when it was brought back by hand
    qint64 line = 0;            ///< of a unit that was brought back: as in LeftOutLine
    qint64 placeStart = -1;     ///< its element's bytes in originalBytes; -1: it is not in that file
    qint64 placeEnd = -1;
};

/// The place of a segment in its document.
struct SegmentRef
{
    qsizetype unit = 0;
    qsizetype segment = 0;
    friend bool operator==(const SegmentRef &, const SegmentRef &) = default;
};

/// A bilingual document: a value. Where it was read from an XLIFF file, `originalBytes` are that file's
/// bytes, into which saving patches the targets.
struct Document
{
    QString originalName;   ///< the name of the source document, without its folder
    QString sourceLanguage; ///< BCP 47
    QString targetLanguage; ///< BCP 47
    QList<Unit> units;
    QList<LeftOutLine> leftOut; ///< in reading order
    QString originalFormat; ///< "xliff-1.2", "xliff-2.1" ...: what originalBytes are; empty: there are none
    OriginalBytes originalBytes;

    [[nodiscard]] const Segment &at(const SegmentRef &ref) const
    {
        return units[ref.unit].segments[ref.segment];
    }
    [[nodiscard]] Segment &at(const SegmentRef &ref) { return units[ref.unit].segments[ref.segment]; }

    /// Every segment in reading order.
    [[nodiscard]] QList<SegmentRef> segments() const;

    /// "FILE/UNIT/SEGMENT": the segment's id for plugins, unique in the document.
    [[nodiscard]] QString segmentKey(const SegmentRef &ref) const;
};

/// Stable names: "initial", "translated", "reviewed", "final".
QString stateName(SegmentState state);

} // namespace verbale

Q_DECLARE_TYPEINFO(verbale::Segment, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(verbale::Unit, Q_RELOCATABLE_TYPE);
