#pragma once

#include "document/inline_text.h"

#include <QtCore/QList>

namespace verbale {

/// What a code is for, as its markup tells.
enum class CodeClass {
    Tag,        ///< belongs to the text: formatting, a link, a placeholder
    Annotation, ///< mrk, sm, em: says something about the text; a translation may do without
    Character,  ///< a character that its file cannot hold as text
};
CodeClass codeClass(const InlineCode &code);

/// Whether a code of the target is the source's: of the same kind, with the same id or, where there is none,
/// the same markup.
bool sameCode(const InlineCode &one, const InlineCode &other);
/// Equal for the same codes, and for no others.
QString codeKey(const InlineCode &code);

/// Which codes of a source and of its target are the same. Of codes that stand several times the first ones
/// belong together.
struct CodeMatches
{
    QList<qsizetype> inTarget; ///< for each code of the source the index of the target's; -1: it is missing
    QList<qsizetype> inSource; ///< for each code of the target the index of the source's; -1: it has none
};
CodeMatches matchCodes(const QList<InlineCode> &source, const QList<InlineCode> &target);

/// For each code the index of the one that it makes a pair with; -1 for one that stands alone. Those that
/// close what was opened last come first; a closing code may stand before its opening one.
QList<qsizetype> codePartners(const QList<InlineCode> &codes);

/// For each code a number for people, from 1 in the order of the text; the codes of a pair share one.
QList<int> codeNumbers(const QList<InlineCode> &codes);

/// For each code its place in the text.
QList<qsizetype> codePlaces(const InlineText &text);

/// Whether the code is one tag of an element, which has to be nested: `<pc id="1">`, `</g>`. Others, such as
/// sc and ec, may overlap.
bool isElementTag(const InlineCode &code);

/// The value of an attribute of the code's tag, as it stands there; empty when it has none.
QString codeAttribute(const InlineCode &code, QLatin1String name);

/// A short name for messages: what the code stands for, else what it shows, else its markup.
QString codeName(const InlineCode &code);

} // namespace verbale
