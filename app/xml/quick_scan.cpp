#include "xml/quick_scan.h"

#include "xml/characters.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

namespace verbale::xml {

namespace {

using namespace std::string_view_literals;

// Classes of bytes.
constexpr unsigned nameStart = 1;
constexpr unsigned namePart = 2;
constexpr unsigned space = 4;
constexpr unsigned notAscii = 8;
constexpr unsigned unresolved = 16; ///< does not stand for itself in an attribute's value
constexpr unsigned forbidden = 32;  ///< nowhere allowed
constexpr unsigned markup = 64;     ///< begins a tag

constexpr std::array<unsigned char, 256> classesOfBytes()
{
    std::array<unsigned char, 256> classes{};
    for (unsigned c = 0; c < 256; ++c) {
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        const bool isPart = isLetter || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':';
        const bool isSpace = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        unsigned own = (isLetter ? nameStart : 0U) | (isPart ? namePart : 0U) | (isSpace ? space : 0U);
        own |= c >= 0x80 ? notAscii : 0U;
        own |= c == '&' || (isSpace && c != ' ') ? unresolved : 0U;
        own |= c < 0x20 && !isSpace ? forbidden : 0U;
        own |= c == '<' ? markup : 0U;
        classes[c] = static_cast<unsigned char>(own);
    }
    return classes;
}

constexpr std::array<unsigned char, 256> classes = classesOfBytes();

unsigned classOf(char character)
{
    return classes[static_cast<unsigned char>(character)];
}

const char *skip(const char *at, const char *stop, unsigned wanted)
{
    while (at < stop && (classOf(*at) & wanted) != 0)
        ++at;
    return at;
}

/// Behind the name at `at`; `at` itself when there is none.
const char *skipName(const char *at, const char *stop)
{
    return at < stop && (classOf(*at) & nameStart) != 0 ? skip(at + 1, stop, namePart) : at;
}

/// The bytes of the character beyond ASCII at `at`, and the character itself; 0 when they are none that XML
/// allows.
int sequenceAt(const unsigned char *at, const unsigned char *stop, char32_t &point)
{
    const auto room = stop - at;
    const unsigned first = at[0];
    const auto continues = [at](int i) { return (at[i] & 0xC0U) == 0x80U; };
    if (first < 0xE0) {
        if (first < 0xC2 || room < 2 || !continues(1))
            return 0;
        point = (first & 0x1FU) << 6 | (at[1] & 0x3FU);
        return 2;
    }
    if (first < 0xF0) {
        if (room < 3 || !continues(1) || !continues(2))
            return 0;
        point = (first & 0x0FU) << 12 | (at[1] & 0x3FU) << 6 | (at[2] & 0x3FU);
        const bool isRight = point >= 0x800 && (point < 0xD800 || point > 0xDFFF) && point < 0xFFFE;
        return isRight ? 3 : 0;
    }
    if (room < 4 || !continues(1) || !continues(2) || !continues(3))
        return 0;
    point = (first & 0x07U) << 18 | (at[1] & 0x3FU) << 12 | (at[2] & 0x3FU) << 6 | (at[3] & 0x3FU);
    return first < 0xF5 && point >= 0x10000 && point <= 0x10FFFF ? 4 : 0;
}

/// Whatever their capital letters.
bool isSameWord(std::string_view one, std::string_view other)
{
    return qstrnicmp(one.data(), static_cast<qsizetype>(one.size()), other.data(),
                     static_cast<qsizetype>(other.size())) == 0;
}

const unsigned char *bytesOf(const char *at)
{
    return reinterpret_cast<const unsigned char *>(at);
}

/// Whether XML allows all of the characters.
bool isAllowed(std::string_view text)
{
    const unsigned char *const stop = bytesOf(text.data() + text.size());
    for (const unsigned char *at = bytesOf(text.data()); at < stop;) {
        char32_t point = 0;
        const int length = *at < 0x80 ? 1 : sequenceAt(at, stop, point);
        if (length == 0 || (classes[*at] & forbidden) != 0)
            return false;
        at += length;
    }
    return true;
}

/// The bytes of the reference that `text` begins with, and its character; 0 when it is none of XML itself.
std::size_t referenceAt(std::string_view text, char32_t &point)
{
    constexpr std::size_t longest = 12;
    static constexpr std::array<std::pair<std::string_view, char>, 5> entities{
        {{"lt"sv, '<'}, {"gt"sv, '>'}, {"amp"sv, '&'}, {"quot"sv, '"'}, {"apos"sv, '\''}}};
    const std::size_t end = text.substr(0, longest).find(';');
    if (end == std::string_view::npos || end < 3)
        return 0;
    const std::string_view name = text.substr(1, end - 1);
    if (name.front() != '#') {
        const auto *const known = std::find_if(entities.begin(), entities.end(),
                                               [name](const auto &entity) { return entity.first == name; });
        if (known == entities.end())
            return 0;
        point = static_cast<unsigned char>(known->second);
        return end + 1;
    }
    const bool isHexadecimal = name[1] == 'x';
    const std::string_view digits = name.substr(isHexadecimal ? 2 : 1);
    point = 0;
    for (const char digit : digits) {
        const bool isLetter =
            isHexadecimal && ((digit >= 'a' && digit <= 'f') || (digit >= 'A' && digit <= 'F'));
        if (!isLetter && (digit < '0' || digit > '9'))
            return 0;
        const unsigned value = isLetter ? (static_cast<unsigned char>(digit) | 0x20U) - 'a' + 10U
                                        : static_cast<unsigned char>(digit) - unsigned{'0'};
        point = std::min<char32_t>(point * (isHexadecimal ? 16 : 10) + value, 0x110000);
    }
    return !digits.empty() && isXmlCharacter(point) ? end + 1 : 0;
}

char16_t *put(char32_t point, char16_t *out)
{
    if (point < 0x10000) {
        *out++ = static_cast<char16_t>(point);
    } else {
        *out++ = QChar::highSurrogate(point);
        *out++ = QChar::lowSurrogate(point);
    }
    return out;
}

void put(char32_t point, std::string &out)
{
    const auto add = [&out](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (point < 0x80) {
        add(point);
    } else if (point < 0x800) {
        add(0xC0 | point >> 6);
        add(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        add(0xE0 | point >> 12);
        add(0x80 | (point >> 6 & 0x3F));
        add(0x80 | (point & 0x3F));
    } else {
        add(0xF0 | point >> 18);
        add(0x80 | (point >> 12 & 0x3F));
        add(0x80 | (point >> 6 & 0x3F));
        add(0x80 | (point & 0x3F));
    }
}

/// Eight bytes of text, none of which needs a closer look: ASCII from the blank on, no '&' and no ']'.
bool arePlain(quint64 eight)
{
    constexpr quint64 ones = 0x0101010101010101ULL;
    constexpr quint64 high = 0x8080808080808080ULL;
    const quint64 references = eight ^ (ones * '&');
    const quint64 brackets = eight ^ (ones * ']');
    const quint64 suspect = eight | (eight - ones * 0x20) | (references - ones) | (brackets - ones);
    return (suspect & high) == 0;
}

/// What an XML declaration says of `name` at `at`, which is moved behind it; nothing when it does not stand
/// there.
std::optional<std::string_view> declared(std::string_view name, const char *&at, const char *stop)
{
    const char *here = skip(at, stop, space);
    const auto size = static_cast<std::ptrdiff_t>(name.size());
    if (here == at || stop - here < size || std::string_view(here, name.size()) != name)
        return std::nullopt;
    here = skip(here + size, stop, space);
    if (here == stop || *here != '=')
        return std::nullopt;
    here = skip(here + 1, stop, space);
    if (here == stop || (*here != '"' && *here != '\''))
        return std::nullopt;
    const auto *const close =
        static_cast<const char *>(std::memchr(here + 1, *here, static_cast<std::size_t>(stop - here - 1)));
    if (close == nullptr)
        return std::nullopt;
    at = close + 1;
    return std::string_view{here + 1, static_cast<std::size_t>(close - here - 1)};
}

/// Behind an XML declaration that says nothing unusual; null for another.
const char *skipDeclaration(const char *at, const char *stop)
{
    if (declared("version"sv, at, stop) != "1.0"sv)
        return nullptr;
    const auto encoding = declared("encoding"sv, at, stop);
    if (encoding && !isSameWord(*encoding, "UTF-8"sv))
        return nullptr;
    const auto standalone = declared("standalone"sv, at, stop);
    if (standalone && *standalone != "yes"sv && *standalone != "no"sv)
        return nullptr;
    at = skip(at, stop, space);
    return stop - at >= 2 && at[0] == '?' && at[1] == '>' ? at + 2 : nullptr;
}

} // namespace

QuickScan::QuickScan(QByteArrayView bytes, bool isWhole, qint64 maximumToken)
    : m_begin(bytes.data())
    , m_stop(bytes.data() + bytes.size())
    , m_start(m_begin)
    , m_at(m_begin)
    , m_isWhole(isWhole)
    , m_maximum(maximumToken)
{
}

QuickScan::Token QuickScan::next()
{
    m_start = m_at;
    if (!m_hasHead && !skipHead())
        return Token::Unknown;
    if (m_open.empty()) // around the root
        m_start = skip(m_at, m_stop, space);
    if (m_start == m_stop) {
        m_at = m_start;
        return m_hasRoot && (m_open.empty() || !m_isWhole) ? Token::Finished : Token::Unknown;
    }
    const Token token = readToken();
    if (token != Token::Unknown && m_at - m_start <= m_maximum)
        return token;
    m_at = m_start;
    return Token::Unknown;
}

/// Past a byte order mark and the XML declaration.
bool QuickScan::skipHead()
{
    m_hasHead = true;
    const char *at = m_begin;
    if (rest(at).substr(0, 3) == "\xEF\xBB\xBF"sv)
        at += 3;
    if (rest(at).substr(0, 5) == "<?xml"sv && rest(at).size() > 5 && (classOf(at[5]) & space) != 0)
        at = skipDeclaration(at + 5, m_stop);
    if (at == nullptr || at - m_begin > m_maximum)
        return false;
    m_at = at;
    return true;
}

QuickScan::Token QuickScan::readToken()
{
    if (*m_start != '<')
        return m_open.empty() ? Token::Unknown : readText();
    if (m_stop - m_start < 2)
        return Token::Unknown;
    if (m_start[1] == '/')
        return readEndTag();
    if (m_start[1] == '?')
        return readInstruction();
    if (m_start[1] == '!')
        return rest(m_start).substr(2, 2) == "--"sv ? readComment() : readVerbatim();
    return readStartTag();
}

QuickScan::Token QuickScan::readStartTag()
{
    const bool isSecondRoot = m_hasRoot && m_open.empty();
    const char *at = skipName(m_start + 1, m_stop);
    if (at == m_start + 1 || isSecondRoot)
        return Token::Unknown;
    m_name = {m_start + 1, static_cast<std::size_t>(at - m_start - 1)};
    m_attributes.clear();
    m_usedValues = 0;
    for (;;) {
        const char *const next = skip(at, m_stop, space);
        if (next == m_stop)
            return Token::Unknown;
        if (*next == '>') {
            m_open.push_back(m_name);
            m_hasRoot = true;
            return taken(Token::Start, next + 1);
        }
        if (rest(next).substr(0, 2) == "/>"sv) {
            m_hasRoot = true;
            return taken(Token::Empty, next + 2);
        }
        at = next == at ? nullptr : readAttribute(next);
        if (at == nullptr)
            return Token::Unknown;
    }
}

/// Behind the attribute at `at`; null when it is not for this class.
const char *QuickScan::readAttribute(const char *at)
{
    constexpr std::size_t most = 32; // each is compared with all before it
    const char *const nameEnd = skipName(at, m_stop);
    const std::string_view name(at, static_cast<std::size_t>(nameEnd - at));
    const char *value = skip(nameEnd, m_stop, space);
    if (name.empty() || value == m_stop || *value != '=' || m_attributes.size() == most)
        return nullptr;
    value = skip(value + 1, m_stop, space);
    if (value == m_stop || (*value != '"' && *value != '\''))
        return nullptr;
    const char quote = *value++;
    const char *end = value;
    unsigned met = 0;
    for (; end < m_stop && *end != quote; ++end)
        met |= classOf(*end);
    if (end == m_stop || (met & (forbidden | markup)) != 0)
        return nullptr;
    const auto isSame = [name](const RawAttribute &before) { return before.name == name; };
    if (std::any_of(m_attributes.begin(), m_attributes.end(), isSame))
        return nullptr;
    std::string_view text(value, static_cast<std::size_t>(end - value));
    bool isRight = (met & notAscii) == 0 || isAllowed(text);
    if ((met & unresolved) != 0)
        text = resolved(text, isRight);
    m_attributes.push_back({name, text});
    return isRight ? end + 1 : nullptr;
}

/// An attribute's value, of allowed characters: references are resolved, line ends and tabs are blanks.
std::string_view QuickScan::resolved(std::string_view raw, bool &isRight)
{
    if (m_usedValues == m_values.size())
        m_values.emplace_back();
    std::string &value = m_values[m_usedValues++];
    value.clear();
    for (std::size_t i = 0; i < raw.size();) {
        const char character = raw[i];
        if (character == '&') {
            char32_t point = 0;
            const std::size_t length = referenceAt(raw.substr(i), point);
            isRight = isRight && length > 0;
            put(point, value);
            i += std::max<std::size_t>(length, 1);
            continue;
        }
        const bool isPair = character == '\r' && i + 1 < raw.size() && raw[i + 1] == '\n';
        value += (classOf(character) & space) != 0 ? ' ' : character;
        i += isPair ? 2 : 1;
    }
    return value;
}

QuickScan::Token QuickScan::readEndTag()
{
    const char *const name = m_start + 2;
    if (m_open.empty() || rest(name).substr(0, m_open.back().size()) != m_open.back())
        return Token::Unknown;
    const char *const end = skip(name + m_open.back().size(), m_stop, space);
    if (end == m_stop || *end != '>')
        return Token::Unknown;
    m_open.pop_back();
    return taken(Token::End, end + 1);
}

QuickScan::Token QuickScan::readText()
{
    const auto size = static_cast<std::size_t>(m_stop - m_start);
    const auto *const end = static_cast<const char *>(std::memchr(m_start, '<', size));
    if (end == nullptr)
        return Token::Unknown;
    m_text = {m_start, static_cast<std::size_t>(end - m_start)};
    return taken(Token::Text, end);
}

QuickScan::Token QuickScan::readInstruction()
{
    const char *const name = m_start + 2;
    const char *const nameEnd = skipName(name, m_stop);
    const std::size_t end = rest(nameEnd).find("?>"sv);
    const bool isReserved = isSameWord({name, static_cast<std::size_t>(nameEnd - name)}, "xml"sv);
    if (nameEnd == name || end == std::string_view::npos || isReserved)
        return Token::Unknown;
    const std::string_view content(nameEnd, end);
    if (!content.empty() && ((classOf(content.front()) & space) == 0 || !isAllowed(content)))
        return Token::Unknown;
    return taken(Token::Instruction, nameEnd + end + 2);
}

QuickScan::Token QuickScan::readComment()
{
    const char *const content = m_start + 4;
    const std::size_t end = rest(content).find("--"sv);
    if (end == std::string_view::npos || rest(content).substr(end, 3) != "-->"sv ||
        !isAllowed({content, end}))
        return Token::Unknown;
    return taken(Token::Comment, content + end + 3);
}

QuickScan::Token QuickScan::readVerbatim()
{
    constexpr std::string_view opening = "<![CDATA["sv;
    if (m_open.empty() || rest(m_start).substr(0, opening.size()) != opening)
        return Token::Unknown;
    const char *const content = m_start + opening.size();
    const std::size_t end = rest(content).find("]]>"sv);
    if (end == std::string_view::npos)
        return Token::Unknown;
    m_text = {content, end};
    return taken(Token::Verbatim, content + end + 3);
}

char16_t *decodeContent(std::string_view raw, bool isVerbatim, char16_t *out)
{
    const unsigned char *at = bytesOf(raw.data());
    const unsigned char *const stop = at + raw.size();
    while (at < stop) {
        if (stop - at >= 8) {
            quint64 eight = 0;
            std::memcpy(&eight, at, 8);
            if (arePlain(eight)) {
                for (int i = 0; i < 8; ++i)
                    out[i] = at[i];
                at += 8;
                out += 8;
                continue;
            }
        }
        // Letters with and without marks take turns in Vietnamese: no second look at the next eight bytes.
        for (const unsigned char *const pause = stop - at > 8 ? at + 8 : stop; at < pause;) {
            const unsigned first = *at;
            if (first >= 0x80) {
                char32_t point = 0;
                const int length = sequenceAt(at, stop, point);
                if (length == 0)
                    return nullptr;
                out = put(point, out);
                at += length;
            } else if (first == '&' && !isVerbatim) {
                char32_t point = 0;
                const std::size_t length = referenceAt(
                    {reinterpret_cast<const char *>(at), static_cast<std::size_t>(stop - at)}, point);
                if (length == 0)
                    return nullptr;
                out = put(point, out);
                at += length;
            } else if (first == '\r') {
                *out++ = u'\n';
                at += stop - at > 1 && at[1] == '\n' ? 2 : 1;
            } else {
                const bool closes =
                    first == ']' && !isVerbatim && stop - at > 2 && at[1] == ']' && at[2] == '>';
                if ((classes[first] & forbidden) != 0 || closes)
                    return nullptr;
                *out++ = static_cast<char16_t>(first);
                ++at;
            }
        }
    }
    return out;
}

} // namespace verbale::xml
