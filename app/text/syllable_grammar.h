#pragma once

#include <QtCore/QString>
#include <QtCore/QStringView>

#include <optional>

namespace verbale::text {

enum class Tone : quint8 { Level, Grave, Hook, Tilde, Acute, Dot };

/// A written syllable, in small letters: the initial consonants, the rhyme without its tone, the tone.
/// "quyền" is qu + yên + Grave, "giếng" is gi + êng + Acute, "gìn" is g + in + Grave.
struct Syllable
{
    QString initial;
    QString rhyme;
    Tone tone = Tone::Level;

    /// The letters without the tone, which with the tone name the syllable whatever the tone's place was.
    [[nodiscard]] QString letters() const { return initial + rhyme; }
    friend bool operator==(const Syllable &, const Syllable &) = default;
};

/// The syllable that a word is, or nothing where Vietnamese orthography has no such syllable: by its tables
/// of initials and rhymes, by what may follow k, c, g, gh, ng, ngh and qu, by the two tones that go with a
/// final c, ch, p or t, and with one tone mark at most. In any case; NFC; the tone may stand on any vowel
/// ("hoá" and "hóa" are the same). No word list: what could be a syllable is one.
std::optional<Syllable> parseSyllable(QStringView word);

/// The syllable as it is written, in small letters, NFC; the tone stands as in "hòa", "thúy".
QString writeSyllable(const Syllable &syllable);

/// Whether a syllable's tone stands where one of the two styles has it ("hòa", "hoà"), if it has one.
bool hasUsualTonePlace(QStringView syllable);

/// A vowel without its tone, and the tone; any other character with Tone::Level.
struct TonedLetter
{
    char16_t letter = 0;
    Tone tone = Tone::Level;
};
TonedLetter splitTone(char16_t character);
/// The precomposed vowel with this tone; the character itself where it is no Vietnamese vowel.
char16_t withTone(char16_t letter, Tone tone);

/// True for the letters that Vietnamese has and no Western European language: ă â-with-tones, đ, ơ, ư...
bool isVietnameseLetter(char16_t character);

} // namespace verbale::text
