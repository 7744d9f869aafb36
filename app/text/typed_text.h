#pragma once

#include "text/encodings.h"

#include <QtCore/QString>
#include <QtCore/QStringView>

namespace verbale::text {

/// What a text is when it is read as keys or mnemonics, word by word: the likelier of a syllable and of a
/// foreign word that stays as it is, neighbours considered.
struct TypedText
{
    QString text;          ///< with letters for keys, NFC
    qsizetype words = 0;   ///< all of them
    qsizetype marked = 0;  ///< those that were changed
    qsizetype plain = 0;   ///< Vietnamese syllables without a mark
    qsizetype certain = 0; ///< changed by what is no punctuation (VIQR) or no English word (Telex)
    double gain = 0;       ///< how much likelier than the same text as words of another language
};

/// Whether the text may be anything, or is what it is read as: then fewer words are taken for foreign ones.
enum class Typing { Doubtful, Known };

/// Reads VIQR or Telex. Web and mail addresses stay as they are; so does every character that is not ASCII.
TypedText readTyped(QStringView text, Encoding encoding, Typing typing);

} // namespace verbale::text
