#pragma once

#include "document/rare.h"

#include <QtCore/QChar>
#include <QtCore/QString>

namespace verbale {

/// Stands for an inline code in plain text.
inline constexpr QChar inlineCodeMark = QChar::ObjectReplacementCharacter;

/// An inline code (XLIFF 2.x ph, pc, sc, ec, cp; 1.2 g, x, bx, ex, bpt, ept, ph, it; or an annotation that
/// Verbale does not edit), kept as it was read.
struct InlineCode
{
    enum class Kind : quint8 { Standalone, Opening, Closing };
    Kind kind = Kind::Standalone;
    QString id;            ///< the code's id in its unit, the same for both tags of a pair; may be empty
    QString markup;        ///< the exact markup of this code (of an opening or closing tag alone, for a pair)
    RareString display;    ///< what to show the translator: disp, equiv or the id
    RareString data;       ///< what it stands for in the original document: "<b>"; empty when unknown
    RareString type;       ///< XLIFF 2.x type or subType, 1.2 ctype: "fmt", "link", "x-bold"
    bool canCopy = true;   ///< XLIFF 2.x canCopy
    bool canDelete = true; ///< XLIFF 2.x canDelete
    bool canReorder = true; ///< false for XLIFF 2.x canReorder "no" and "firstNo"
    friend bool operator==(const InlineCode &, const InlineCode &) = default;
};

/// A text with inline codes: the n-th U+FFFC of `text` stands for codes[n].
struct InlineText
{
    QString text;
    RareList<InlineCode> codes;

    [[nodiscard]] bool isEmpty() const { return text.isEmpty(); }
    friend bool operator==(const InlineText &, const InlineText &) = default;
};

} // namespace verbale

Q_DECLARE_TYPEINFO(verbale::InlineCode, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(verbale::InlineText, Q_RELOCATABLE_TYPE);
