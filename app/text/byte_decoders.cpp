#include "text/byte_decoders.h"

#include "text/byte_tables.h"
#include "text/compose.h"
#include "text/syllable_grammar.h"

#include <array>
#include <string_view>

namespace verbale::text {

namespace {

using Byte = unsigned char;

enum class Shape : quint8 { None, Circumflex, Breve };

/// What a VNI mark does to the letter before it.
struct VniMark
{
    Shape shape = Shape::None;
    Tone tone = Tone::Level;
};

/// The marks after capital letters, from 0xC0; those after small letters stand 0x20 above.
constexpr std::array<VniMark, 32> vniMarks = [] {
    std::array<VniMark, 32> marks{};
    marks[0x00] = {Shape::Circumflex, Tone::Grave};
    marks[0x01] = {Shape::Circumflex, Tone::Acute};
    marks[0x02] = {Shape::Circumflex, Tone::Level};
    marks[0x03] = {Shape::Circumflex, Tone::Tilde};
    marks[0x04] = {Shape::Circumflex, Tone::Dot};
    marks[0x05] = {Shape::Circumflex, Tone::Hook};
    marks[0x08] = {Shape::Breve, Tone::Grave};
    marks[0x09] = {Shape::Breve, Tone::Acute};
    marks[0x0A] = {Shape::Breve, Tone::Level};
    marks[0x0B] = {Shape::Breve, Tone::Dot};
    marks[0x0F] = {Shape::None, Tone::Dot};
    marks[0x15] = {Shape::None, Tone::Tilde};
    marks[0x18] = {Shape::None, Tone::Grave};
    marks[0x19] = {Shape::None, Tone::Acute};
    marks[0x1A] = {Shape::Breve, Tone::Hook};
    marks[0x1B] = {Shape::None, Tone::Hook};
    marks[0x1C] = {Shape::Breve, Tone::Tilde};
    return marks;
}();

/// The letters of one byte; 0 for a mark.
char16_t vniLetter(Byte byte)
{
    constexpr std::u16string_view bytes =
        u"\xC6\xCC\xCD\xCE\xD1\xD2\xD3\xD4\xD6\xE6\xEC\xED\xEE\xF1\xF2\xF3\xF4\xF6";
    constexpr std::u16string_view letters = u"ỈÌÍỴĐỊĨƠƯỉìíỵđịĩơư";
    static_assert(bytes.size() == letters.size());
    const std::size_t found = bytes.find(char16_t(byte));
    return found == std::u16string_view::npos ? u'\0' : letters[found];
}

char16_t shaped(char16_t letter, Shape shape)
{
    constexpr std::u16string_view plain = u"aeoAEO";
    constexpr std::u16string_view circumflexed = u"âêôÂÊÔ";
    if (shape == Shape::None)
        return letter;
    if (shape == Shape::Breve)
        return letter == u'a' ? u'ă' : letter == u'A' ? u'Ă' : u'\0';
    const std::size_t found = plain.find(letter);
    return found == std::u16string_view::npos ? u'\0' : circumflexed[found];
}

/// The letter with the mark of `byte`; 0 where they do not go together.
char16_t vniMarked(char16_t letter, Byte byte)
{
    constexpr std::u16string_view bases = u"aeouyơưAEOUYƠƯ";
    if (byte < 0xC0 || vniLetter(byte) != 0 || bases.find(letter) == std::u16string_view::npos)
        return 0;
    const VniMark mark = vniMarks[byte & 0x1FU];
    const bool nothing = mark.shape == Shape::None && mark.tone == Tone::Level;
    const char16_t base = shaped(letter, mark.shape);
    const char16_t marked = withTone(base, mark.tone);
    return nothing || base == 0 || (marked == base && mark.tone != Tone::Level) ? u'\0' : marked;
}

bool stop(PartlyDecoded &result, BadBytes badBytes, qsizetype offset, Byte byte, Encoding encoding)
{
    if (badBytes == BadBytes::Replace) {
        ++result.replaced;
        result.text += QChar(QChar::ReplacementCharacter);
        return false;
    }
    result.failedAt = offset;
    result.problem =
        QStringLiteral("byte 0x%1 means nothing in %2 here").arg(hex(byte, 2), encodingName(encoding));
    return true;
}

PartlyDecoded decodeVni(QByteArrayView bytes, BadBytes badBytes)
{
    PartlyDecoded result;
    result.text.reserve(bytes.size());
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const Byte byte = static_cast<Byte>(bytes[i]);
        char16_t letter = byte < 0xC0 ? characterOf(Encoding::Windows1252, byte) : vniLetter(byte);
        if (letter == 0 && byte != 0)
            letter = undefinedByte;
        if (letter == undefinedByte) {
            if (stop(result, badBytes, i, byte, Encoding::Vni))
                return result;
            continue;
        }
        const char16_t marked =
            i + 1 < bytes.size() ? vniMarked(letter, static_cast<Byte>(bytes[i + 1])) : u'\0';
        if (marked != 0)
            ++i;
        result.text += QChar(marked != 0 ? marked : letter);
    }
    return result;
}

/// TCVN3 has combining tones on bytes that the fonts show as Windows' signs (a degree sign, for one): they
/// are tones only after a vowel without one.
char16_t tcvn3Mark(QString &text, char16_t mark, Byte byte)
{
    constexpr std::u16string_view marks = u"\u0300\u0309\u0303\u0301\u0323";
    const std::size_t tone = marks.find(mark);
    if (tone == std::u16string_view::npos)
        return mark;
    if (!text.isEmpty()) {
        constexpr Tone tones[] = {Tone::Grave, Tone::Hook, Tone::Tilde, Tone::Acute, Tone::Dot};
        const char16_t before = text.back().unicode();
        const char16_t toned = withTone(before, tones[tone]);
        if (toned != before) {
            text.back() = QChar(toned);
            return 0;
        }
    }
    return characterOf(Encoding::Windows1252, byte);
}

} // namespace

PartlyDecoded decodeBytes(QByteArrayView bytes, Encoding encoding, BadBytes badBytes)
{
    if (encoding == Encoding::Vni)
        return decodeVni(bytes, badBytes);
    PartlyDecoded result;
    result.text.reserve(bytes.size());
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const Byte byte = static_cast<Byte>(bytes[i]);
        char16_t character = characterOf(encoding, byte);
        if (character == undefinedByte) {
            if (stop(result, badBytes, i, byte, encoding))
                break;
            continue;
        }
        if (encoding == Encoding::Tcvn3 && byte >= 0x80) {
            character = tcvn3Mark(result.text, character, byte);
            if (character == 0)
                continue;
        }
        result.text += QChar(character);
    }
    if (encoding == Encoding::Windows1258)
        result.text = composed(result.text);
    return result;
}

} // namespace verbale::text
