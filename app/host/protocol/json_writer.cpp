#include "host/protocol/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>

namespace verbale::host {

namespace {

/// Collects what is written in a small block, so that the text grows in few steps.
class Block
{
public:
    explicit Block(std::string &out) : m_out(out) {}
    ~Block() { flush(); }
    Block(const Block &) = delete;
    Block &operator=(const Block &) = delete;

    /// Before at most 6 bytes are put.
    void makeRoom()
    {
        if (m_size + 6 > m_bytes.size())
            flush();
    }
    void put(unsigned byte) { m_bytes[m_size++] = static_cast<char>(byte); }

private:
    void flush()
    {
        m_out.append(m_bytes.data(), m_size);
        m_size = 0;
    }
    std::string &m_out;
    std::array<char, 512> m_bytes;
    std::size_t m_size = 0;
};

void putAscii(Block &block, unsigned c)
{
    constexpr std::string_view hex = "0123456789abcdef";
    constexpr std::string_view controls = "\b\f\n\r\t";
    constexpr std::string_view names = "bfnrt";
    if (c == '"' || c == '\\') {
        block.put('\\');
        block.put(c);
    } else if (c >= 0x20) {
        block.put(c);
    } else if (const auto at = controls.find(static_cast<char>(c)); at != std::string_view::npos) {
        block.put('\\');
        block.put(static_cast<unsigned char>(names[at]));
    } else {
        for (const char digit : {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]})
            block.put(static_cast<unsigned char>(digit));
    }
}

void putBeyondAscii(Block &block, unsigned c)
{
    const auto following = [&block](unsigned bits) { block.put(0x80 | (bits & 0x3F)); };
    if (c < 0x800) {
        block.put(0xC0 | c >> 6);
    } else if (c < 0x10000) {
        block.put(0xE0 | c >> 12);
        following(c >> 6);
    } else {
        block.put(0xF0 | c >> 18);
        following(c >> 12);
        following(c >> 6);
    }
    following(c);
}

} // namespace

void appendJsonText(std::string &out, QStringView text)
{
    Block block(out);
    block.put('"');
    const auto *at = text.utf16();
    const auto *const end = at + text.size();
    while (at != end) {
        block.makeRoom();
        unsigned c = *at++;
        if (c < 0x80) {
            putAscii(block, c);
            continue;
        }
        if (QChar::isSurrogate(c)) {
            if (QChar::isHighSurrogate(c) && at != end && QChar::isLowSurrogate(*at))
                c = QChar::surrogateToUcs4(static_cast<char16_t>(c), *at++);
            else
                c = QChar::ReplacementCharacter;
        }
        putBeyondAscii(block, c);
    }
    block.makeRoom();
    block.put('"');
}

void appendJsonText(std::string &out, std::string_view text)
{
    appendJsonText(out, QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
}

void appendJsonNumber(std::string &out, qint64 value)
{
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.append(digits.data(), end);
}

void appendJsonNumber(std::string &out, double value)
{
    std::array<char, 40> digits;
    const auto end =
        std::to_chars(digits.data(), digits.data() + digits.size(), std::isfinite(value) ? value : 0.0).ptr;
    out.append(digits.data(), end);
}

void appendJsonBytes(std::string &out, const QByteArray &bytes)
{
    const QByteArray coded = bytes.toBase64();
    out += '"';
    out.append(coded.constData(), static_cast<std::size_t>(coded.size()));
    out += '"';
}

} // namespace verbale::host
