#pragma once

#include "text/encodings.h"

#include <QtCore/QByteArrayView>
#include <QtCore/QStringView>

#include <optional>
#include <vector>

namespace verbale::text {

/// An encoding and how sure it is, from 0 to 1.
struct Likelihood
{
    Encoding encoding = Encoding::Utf8;
    double confidence = 0;
};

/// From here on an encoding is taken without asking.
inline constexpr double sureEnough = 0.7;

/// The byte encodings that bytes which are no UTF-8 can be in, the likeliest first (never empty): each is
/// decoded in samples of the bytes, and judged by the Vietnamese syllables that come out. Utf8 among them
/// stands for UTF-8 with damaged bytes.
std::vector<Likelihood> judgeBytes(QByteArrayView bytes);

/// What a text that is UTF-8 by its bytes says: Utf8, or Telex, VIQR or Mojibake where it plainly is; or,
/// where each byte of a font's encoding was saved as a character, that encoding (`wrapped`).
struct UnicodeJudgement
{
    Likelihood likelihood;
    bool wrapped = false;
    std::optional<Encoding> maybe; ///< Telex or VIQR, where a text that was taken as it is may be that
};
UnicodeJudgement judgeText(QStringView text);

/// Whether a few bytes of a font's encoding can have happened to be UTF-8: every character that is not ASCII
/// is a letter of no Western or Vietnamese text, within a word of ASCII letters ("trao ǰi").
bool maybeUtf8ByChance(QStringView text);

/// The text's characters as windows-1252 bytes; empty when one has none.
QByteArray windows1252Bytes(QStringView text);

} // namespace verbale::text
