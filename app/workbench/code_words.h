#pragma once

#include "document/inline_checks.h"
#include "workbench/code_chips.h"

#include <QtCore/QHash>

class QPalette;

namespace verbale::workbench {

/// What the codes of a segment are called: by their numbers in the source, a pair's codes by one; codes that
/// the source does not have by their own names.
class CodeLabels
{
public:
    explicit CodeLabels(const QList<InlineCode> &sourceCodes);
    /// For a chip, whose shape says the rest: "1".
    [[nodiscard]] QString onChip(const InlineCode &code) const;
    /// For texts: "1›" opens, "‹1" closes.
    [[nodiscard]] QString inText(const InlineCode &code) const;

private:
    QHash<QString, int> m_numbers;
};

/// The chips of a segment's source: flagged is what its translation lacks.
QList<ChipLook> sourceChips(const Segment &segment);
/// The chips of a translation: flagged is what is wrong with it.
QList<ChipLook> targetChips(const InlineText &source, const InlineText &target);

/// One sentence in the interface's language: "Tag 2 is missing."
QString findingText(const CodeFinding &finding, const CodeLabels &labels);
/// What is wrong with a segment's tags, what is missing in one sentence; without notes, no more than `most`.
QStringList codeProblems(const Segment &segment, qsizetype most);

/// For a tooltip, as rich text: which tag it is, what it stands for, what may be done with it, what is wrong.
QString codeToolTip(const InlineCode &code, const CodeLabels &labels, const QStringList &problems,
                    const QPalette &palette);
/// Of the n-th chip of a segment's source or target.
QString chipToolTip(const Segment &segment, bool target, qsizetype chip, const QPalette &palette);

} // namespace verbale::workbench
