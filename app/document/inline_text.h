#pragma once

#include <QtCore/QChar>
#include <QtCore/QList>
#include <QtCore/QString>

namespace verbale {

/// Stands for an inline code in plain text.
inline constexpr QChar inlineCodeMark = QChar::ObjectReplacementCharacter;

/// An inline code (XLIFF ph, pc, sc, ec, cp, or an annotation that Verbale does not edit), kept as it was
/// read.
struct InlineCode
{
    enum class Kind { Standalone, Opening, Closing };
    Kind kind = Kind::Standalone;
    QString id;      ///< the code's id in its unit; may be empty
    QString markup;  ///< the exact markup of this code (of an opening or closing tag alone, for a pair)
    QString display; ///< what to show the translator: disp, equiv or the id
    friend bool operator==(const InlineCode &, const InlineCode &) = default;
};

/// A text with inline codes: the n-th U+FFFC of `text` stands for codes[n].
struct InlineText
{
    QString text;
    QList<InlineCode> codes;

    [[nodiscard]] bool isEmpty() const { return text.isEmpty(); }
    friend bool operator==(const InlineText &, const InlineText &) = default;
};

} // namespace verbale
