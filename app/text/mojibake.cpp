#include "text/mojibake.h"

#include "text/byte_tables.h"
#include "text/lost_letters.h"
#include "text/syllable_grammar.h"

#include <array>
#include <string_view>
#include <vector>

namespace verbale::text {

namespace {

int byteOf(QChar c)
{
    return windows1252Byte(c.unicode());
}

bool isContinuation(int byte)
{
    return byte >= 0x80 && byte < 0xC0;
}

int lengthOfLead(int byte)
{
    if (byte >= 0xC2 && byte < 0xE0)
        return 2;
    if (byte >= 0xE0 && byte < 0xF0)
        return 3;
    return byte >= 0xF0 && byte < 0xF5 ? 4 : 0;
}

/// What a misread Vietnamese text can have had where a byte was lost.
bool isExpected(char32_t character)
{
    constexpr std::u16string_view others = u"ÁÍÝàí\u0301\u201D";
    return character < 0x10000 && (isVietnameseLetter(char16_t(character)) ||
                                   others.find(char16_t(character)) != std::u16string_view::npos);
}

/// The five bytes that windows-1252 does not have; with the soft hyphen and the no-break space, those that
/// programs drop.
constexpr std::array<unsigned char, 5> undefinedBytes = {0x81, 0x8D, 0x8F, 0x90, 0x9D};
constexpr std::array<unsigned char, 7> droppedBytes = {0xAD, 0xA0, 0x81, 0x8D, 0x8F, 0x90, 0x9D};

/// The expected characters among those that begin with `value` and end with one of `bytes`.
template <std::size_t size>
QString lettersOf(char32_t value, const std::array<unsigned char, size> &bytes)
{
    QString letters;
    for (const unsigned char byte : bytes) {
        const char32_t character = (value << 6) | (byte & 0x3FU);
        if (isExpected(character))
            letters += QChar(char16_t(character));
    }
    return letters;
}

bool contains(QStringView words, const QString &word)
{
    return words.contains(word);
}

/// One pass over a misread text.
class Repair
{
public:
    explicit Repair(QStringView text) : m_text(text) { m_result.text.reserve(text.size()); }

    RepairedText run()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (c.unicode() < 0x80)
                m_result.text += c;
            else if (takeSequence())
                continue;
            else {
                m_result.foreign += c.unicode() == QChar::ReplacementCharacter ? 0 : 1;
                m_result.text += c;
            }
            ++m_at;
        }
        findLostLetters(m_result.text, m_lost);
        m_result.guessed = qsizetype(m_lost.size());
        return m_result;
    }

private:
    /// A lead byte and what follows of its sequence; false when this is no sequence.
    bool takeSequence()
    {
        const int lead = byteOf(m_text[m_at]);
        const int length = lengthOfLead(lead);
        if (length == 0)
            return false;
        char32_t value = char32_t(lead) & (0x7FU >> length);
        int taken = 1;
        for (; taken < length && m_at + taken < m_text.size(); ++taken) {
            const int byte = byteOf(m_text[m_at + taken]);
            if (!isContinuation(byte))
                break;
            value = (value << 6) | (char32_t(byte) & 0x3FU);
        }
        if (taken < length)
            return taken == length - 1 && takeBroken(value, taken);
        constexpr char32_t least[] = {0x80, 0x800, 0x10000};
        if (value < least[length - 2] || value > 0x10FFFF || QChar::isSurrogate(value))
            return false;
        m_result.text += QString::fromUcs4(&value, 1);
        ++m_result.repaired;
        m_at += length;
        return true;
    }

    /// A sequence without its last byte.
    bool takeBroken(char32_t value, int taken)
    {
        const qsizetype next = m_at + taken;
        const QChar after = next < m_text.size() ? m_text[next] : QChar(u'\n');
        const bool replaced = after == QChar(QChar::ReplacementCharacter) || after == u'?';
        const QString options = replaced ? lettersOf(value, undefinedBytes) : lettersOf(value, droppedBytes);
        if (options.isEmpty())
            return false;
        const char32_t spaced = (value << 6) | 0x20U;
        if (after == u' ' && isExpected(spaced) && isSpaceOfLetter(next)) {
            m_result.text += QChar(char16_t(spaced));
            m_at = next + 1;
        } else {
            m_lost.push_back({m_result.text.size(), options});
            m_result.text += QChar(QChar::ReplacementCharacter);
            m_at = next + (replaced ? 1 : 0);
        }
        ++m_result.repaired;
        return true;
    }

    /// Whether the space at `i` is a letter's last byte (a no-break space once) rather than a space: another
    /// space follows, or the end of a syllable.
    [[nodiscard]] bool isSpaceOfLetter(qsizetype i) const
    {
        const QStringView rest = m_text.mid(i + 1);
        if (rest.startsWith(u' '))
            return true;
        qsizetype end = 0;
        while (end < rest.size() && rest[end].isLetter())
            ++end;
        return contains(u" n ng nh m o i y u c p t ", QChar(u' ') + rest.first(end).toString() + QChar(u' '));
    }

    QStringView m_text;
    qsizetype m_at = 0;
    RepairedText m_result;
    std::vector<LostLetter> m_lost;
};

} // namespace

RepairedText repairMojibake(QStringView text)
{
    RepairedText result = Repair(text).run();
    if (result.repaired == 0)
        return result;
    result.rounds = 1;
    while (result.rounds < 3) {
        const RepairedText again = Repair(result.text).run();
        if (again.repaired == 0 || again.foreign * 10 > again.repaired)
            break;
        result.guessed += again.guessed;
        result.repaired = again.repaired;
        result.foreign += again.foreign;
        result.text = again.text;
        ++result.rounds;
    }
    return result;
}

} // namespace verbale::text
