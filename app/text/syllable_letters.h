#pragma once

#include <QtCore/QString>
#include <QtCore/QStringView>

#include <optional>
#include <vector>

namespace verbale::text {

/// Whether a token of a folded text (TermKey) can be a syllable of Vietnamese: onset, rhyme and, before c,
/// ch, p, t, the tone. Names and words of other languages rarely can.
bool isVietnameseSyllable(QStringView token);

/// Whether it has no mark and could be one whose marks are left out: "truong", "viet", "duc".
bool isUnmarkedSyllable(QStringView token);

/// The same syllable with i for y or y for i, where Vietnamese has both spellings: after h k l m s t or alone
/// if it has a tone (kỹ, kĩ; ý, í), and after qu (quý, quí; quy, qui). None for any other token.
std::optional<QString> withOtherI(QStringView token);

/// A letter of a folded text, seen without what may be lost or mistaken on the way through PDF and OCR.
struct BareLetter
{
    char16_t base = 0;    ///< the letter of ASCII, a digit, or the unit itself
    char16_t letter = 0;  ///< with its own mark (â, đ, ơ), without the tone
    int tone = 0;         ///< 0 is none
    bool foreign = false; ///< of another script, or with a mark that Vietnamese does not have: it may stand
                          ///< for any letter with this base
    friend bool operator==(const BareLetter &, const BareLetter &) = default;
};

/// Appends the letters of a token; a mark that stands alone goes to the letter before it.
void appendBareLetters(QStringView token, std::vector<BareLetter> &letters);

/// The base of a unit alone; 0 for a mark.
char16_t baseLetter(char16_t unit);

/// Whether a token has a letter that is foreign in the sense of BareLetter.
bool hasForeignLetter(QStringView token);

} // namespace verbale::text
