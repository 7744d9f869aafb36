#pragma once

#include <verbale/sdk/term.h>

namespace verbale {

/// What became of a term in the target. JSON: "used", "missing", "noTarget", "avoided"
enum class ReceiptState {
    Used,     ///< the target carries it, in a term that may be used
    Missing,  ///< the target does not carry it
    NoTarget, ///< its entry has no target term that may be used: nothing to hold the target to
    Avoided,  ///< the target has a deprecated or forbidden term for it
};

/// A line of a segment's term receipt: where the target carries a term, or what is wrong.
/// JSON: {"hit": 0, "state": "used", "status": "preferred", "spans": [[3, 12]], "found": "...",
/// "expected": "...", "reason": "..."}; only the state is needed.
struct TermReceipt
{
    qsizetype hit =
        -1; ///< index into the segment's hits; -1: wording that is avoided whatever the source says
    ReceiptState state = ReceiptState::Missing;
    TermStatus status = TermStatus::Preferred; ///< of the term that was found
    QList<Span> spans; ///< in the target text, in order; none for Missing and NoTarget
    QString found;     ///< the target's own words at the first span
    QString expected;  ///< what to write instead; empty for Used
    QString reason;    ///< why not what was found
    friend bool operator==(const TermReceipt &, const TermReceipt &) = default;
};

} // namespace verbale
