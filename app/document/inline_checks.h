#pragma once

#include "document/document.h"

#include <QtCore/QList>
#include <QtCore/QString>

namespace verbale {

/// What can be wrong with the codes of a target, seen beside its source.
enum class CodeProblem {
    Missing,            ///< the target lacks a code of the source
    Unclosed,           ///< a pair is opened and not closed
    Unopened,           ///< a pair is closed and not opened
    ClosedBeforeOpened, ///< a pair's closing code stands first
    Crossed,            ///< two pairs overlap that do not in the source
    Doubled,            ///< a code of the source stands more often than there
    Extra,              ///< the source has no such code; it is kept
    OutOfPlace,         ///< it left the pair that encloses it in the source, or went into another
    Reordered,          ///< it changed places with another one, which the file forbids
};

enum class CodeSeverity {
    Note,    ///< allowed: an annotation was left out
    Warning, ///< allowed by the file, and yet most likely a mistake
    Error,   ///< forbidden by the file, or a pair is broken
};

struct CodeFinding
{
    CodeProblem problem = CodeProblem::Missing;
    CodeSeverity severity = CodeSeverity::Warning;
    InlineCode code;
    qsizetype sourceIndex = -1; ///< in source.codes: the code or, of Unclosed and Unopened, what is missing
    qsizetype targetIndex = -1; ///< in target.codes; -1: it is not there
    QString message;            ///< one sentence in English
    friend bool operator==(const CodeFinding &, const CodeFinding &) = default;
};

/// Everything that is wrong with the target's codes: what is missing in the order of the source, then the
/// rest. What is so in the source already (a pair whose other half stands in another segment, pairs that
/// overlap) is no finding. Linear but for pairs that overlap many others.
QList<CodeFinding> checkCodes(const InlineText &source, const InlineText &target);

/// The same for a segment; nothing while it has no translation.
QList<CodeFinding> checkCodes(const Segment &segment);

/// Whether one of them is more than a note.
bool hasCodeProblem(const QList<CodeFinding> &findings);

} // namespace verbale
