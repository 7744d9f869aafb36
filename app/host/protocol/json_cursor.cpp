#include "host/protocol/json_cursor.h"

#include <QtCore/QByteArray>

#include <charconv>
#include <cstring>

namespace verbale::host {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The length of the well-formed UTF-8 sequence of two to four bytes at `at`; 0 when it is none.
int sequenceLength(const char *at, const char *end)
{
    const auto byte = [at](int i) { return static_cast<unsigned char>(at[i]); };
    const auto follows = [&](int i) { return (byte(i) & 0xC0) == 0x80; };
    const auto left = end - at;
    const unsigned char first = byte(0);
    if (first >= 0xC2 && first <= 0xDF)
        return left >= 2 && follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        if (left < 3 || !follows(1) || !follows(2) || (first == 0xE0 && byte(1) < 0xA0) ||
            (first == 0xED && byte(1) > 0x9F))
            return 0;
        return 3;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        if (left < 4 || !follows(1) || !follows(2) || !follows(3) || (first == 0xF0 && byte(1) < 0x90) ||
            (first == 0xF4 && byte(1) > 0x8F))
            return 0;
        return 4;
    }
    return 0;
}

/// The code unit of the "\uXXXX" at `at`, which was checked when it was scanned.
char16_t unitOf(const char *at)
{
    return static_cast<char16_t>(hexDigit(at[2]) << 12 | hexDigit(at[3]) << 8 | hexDigit(at[4]) << 4 |
                                 hexDigit(at[5]));
}

/// Past a "\uXXXX" at `at`, and past a second one that makes a pair with it.
const char *takeUnits(const char *at, const char *end, QString &out)
{
    const QChar unit = unitOf(at);
    at += 6;
    if (!unit.isSurrogate()) {
        out += unit;
        return at;
    }
    if (unit.isHighSurrogate() && end - at >= 6 && at[0] == '\\' && at[1] == 'u' &&
        QChar(unitOf(at)).isLowSurrogate()) {
        out += unit;
        out += QChar(unitOf(at));
        return at + 6;
    }
    out += QChar(QChar::ReplacementCharacter);
    return at;
}

/// A text with escapes that was scanned.
QString unescaped(std::string_view text)
{
    QString out;
    out.reserve(static_cast<qsizetype>(text.size()));
    const char *at = text.data();
    const char *const end = at + text.size();
    while (at != end) {
        const auto *stop = static_cast<const char *>(std::memchr(at, '\\', static_cast<size_t>(end - at)));
        if (stop == nullptr)
            stop = end;
        out += QString::fromUtf8(at, stop - at);
        at = stop;
        if (at == end)
            break;
        constexpr std::string_view names = "\"\\/bfnrt";
        constexpr std::string_view values = "\"\\/\b\f\n\r\t";
        if (at[1] == 'u') {
            at = takeUnits(at, end, out);
        } else {
            out += QLatin1Char(values[names.find(at[1])]);
            at += 2;
        }
    }
    return out;
}

} // namespace

void JsonCursor::skipSpace()
{
    while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\t' || *m_at == '\r'))
        ++m_at;
}

bool JsonCursor::fail(const QString &what)
{
    if (!failed())
        m_fault = what;
    m_at = m_end;
    return false;
}

bool JsonCursor::syntax(const char *what)
{
    return fail(
        QStringLiteral("is not valid JSON: %1 at byte %2").arg(QLatin1String(what)).arg(m_at - m_begin));
}

void JsonCursor::failedIn(std::string_view key)
{
    const QString name = QString::fromUtf8(key.data(), std::min<qsizetype>(qsizetype(key.size()), 60));
    const bool joined = m_path.isEmpty() || m_path.startsWith(QLatin1Char('['));
    m_path = name + (joined ? QString() : QStringLiteral(".")) + m_path;
}

void JsonCursor::failedAt(qsizetype index)
{
    const bool joined = m_path.isEmpty() || m_path.startsWith(QLatin1Char('['));
    m_path = QStringLiteral("[%1]").arg(index) + (joined ? QString() : QStringLiteral(".")) + m_path;
}

QString JsonCursor::fault() const
{
    return (m_path.isEmpty() ? QStringLiteral("it") : m_path) + QLatin1Char(' ') + m_fault;
}

bool JsonCursor::spend(qsizetype bytes)
{
    m_bytesLeft -= bytes;
    return m_bytesLeft >= 0 || fail(QStringLiteral("is too large to be held in memory"));
}

bool JsonCursor::open(char bracket, const char *what)
{
    skipSpace();
    if (failed())
        return false;
    if (m_at == m_end)
        return syntax("it ends too early");
    if (*m_at != bracket)
        return fail(QStringLiteral("has to be %1").arg(QLatin1String(what)));
    if (--m_depthLeft < 0)
        return fail(QStringLiteral("is nested too deep"));
    ++m_at;
    return true;
}

/// In front of the next member: past the comma, or past the closing bracket (then false).
bool JsonCursor::more(char bracket, bool &first)
{
    skipSpace();
    if (failed())
        return false;
    if (m_at == m_end)
        return syntax("it ends too early");
    if (*m_at == bracket) {
        ++m_at;
        ++m_depthLeft;
        return false;
    }
    if (!first) {
        if (*m_at != ',')
            return syntax("there should be a comma");
        ++m_at;
        skipSpace();
    }
    first = false;
    return true;
}

bool JsonCursor::openObject()
{
    return open('{', "an object");
}

bool JsonCursor::openArray()
{
    return open('[', "a list");
}

bool JsonCursor::nextElement(bool &first)
{
    return more(']', first);
}

bool JsonCursor::nextKey(std::string_view &key, bool &first)
{
    if (!more('}', first))
        return false;
    if (m_at == m_end || *m_at != '"')
        return syntax("there should be a key in quotation marks");
    Slice slice;
    if (!scanString(slice, "a key"))
        return false;
    if (slice.escaped) {
        m_key = unescaped(slice.text).toStdString();
        key = m_key;
    } else {
        key = slice.text;
    }
    skipSpace();
    if (m_at == m_end || *m_at != ':')
        return syntax("there should be a colon");
    ++m_at;
    return true;
}

bool JsonCursor::scanEscape()
{
    const auto left = m_end - m_at;
    if (left >= 2 && m_at[1] != 'u' && m_at[1] != '\0' && std::strchr("\"\\/bfnrt", m_at[1]) != nullptr) {
        m_at += 2;
        return true;
    }
    if (left >= 6 && m_at[1] == 'u' && hexDigit(m_at[2]) >= 0 && hexDigit(m_at[3]) >= 0 &&
        hexDigit(m_at[4]) >= 0 && hexDigit(m_at[5]) >= 0) {
        m_at += 6;
        return true;
    }
    return syntax("a text has an escape that there is not");
}

bool JsonCursor::scanString(Slice &slice, const char *expected)
{
    skipSpace();
    if (failed())
        return false;
    if (m_at == m_end)
        return syntax("it ends too early");
    if (*m_at != '"')
        return fail(QStringLiteral("has to be %1").arg(QLatin1String(expected)));
    const char *const start = ++m_at;
    while (m_at != m_end) {
        const auto byte = static_cast<unsigned char>(*m_at);
        if (byte == '"') {
            slice.text = {start, static_cast<std::size_t>(m_at - start)};
            ++m_at;
            return true;
        }
        if (byte == '\\') {
            slice.escaped = true;
            if (!scanEscape())
                return false;
        } else if (byte < 0x20) {
            return syntax("a text has a control character that is not escaped");
        } else if (byte < 0x80) {
            ++m_at;
        } else {
            const int length = sequenceLength(m_at, m_end);
            if (length == 0)
                return syntax("a text is not UTF-8");
            m_at += length;
        }
    }
    return syntax("a text does not end");
}

bool JsonCursor::scanWord(std::string_view word)
{
    if (std::string_view(m_at, static_cast<std::size_t>(m_end - m_at)).substr(0, word.size()) != word)
        return false;
    m_at += word.size();
    return true;
}

bool JsonCursor::scanNumber(std::string_view &text, bool &whole, const char *expected)
{
    skipSpace();
    if (failed())
        return false;
    if (m_at == m_end)
        return syntax("it ends too early");
    if (*m_at != '-' && !isDigit(*m_at))
        return fail(QStringLiteral("has to be %1").arg(QLatin1String(expected)));
    const char *const start = m_at;
    const auto digits = [this] {
        const char *const from = m_at;
        while (m_at != m_end && isDigit(*m_at))
            ++m_at;
        return m_at != from;
    };
    if (*m_at == '-')
        ++m_at;
    if (m_at != m_end && *m_at == '0')
        ++m_at;
    else if (!digits())
        return syntax("a number has no digits");
    whole = true;
    if (m_at != m_end && *m_at == '.') {
        whole = false;
        ++m_at;
        if (!digits())
            return syntax("a number has no digits behind its point");
    }
    if (m_at != m_end && (*m_at == 'e' || *m_at == 'E')) {
        whole = false;
        ++m_at;
        if (m_at != m_end && (*m_at == '+' || *m_at == '-'))
            ++m_at;
        if (!digits())
            return syntax("a number has no digits in its exponent");
    }
    text = {start, static_cast<std::size_t>(m_at - start)};
    return true;
}

bool JsonCursor::takeNull()
{
    skipSpace();
    return scanWord("null");
}

bool JsonCursor::atObject()
{
    skipSpace();
    return m_at != m_end && *m_at == '{';
}

bool JsonCursor::read(QString &value)
{
    Slice slice;
    const auto length = [&slice] { return static_cast<qsizetype>(slice.text.size()); };
    if (!scanString(slice, "a text") || !spend(2 * length()))
        return false;
    value = slice.escaped ? unescaped(slice.text) : QString::fromUtf8(slice.text.data(), length());
    return true;
}

bool JsonCursor::read(bool &value)
{
    skipSpace();
    if (failed())
        return false;
    value = scanWord("true");
    return value || scanWord("false") || fail(QStringLiteral("has to be true or false"));
}

bool JsonCursor::read(qint64 &value)
{
    std::string_view text;
    bool whole = false;
    if (!scanNumber(text, whole, "a whole number"))
        return false;
    const auto [rest, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    return (whole && fault == std::errc()) || fail(QStringLiteral("has to be a whole number of 64 bits"));
}

bool JsonCursor::read(double &value)
{
    std::string_view text;
    bool whole = false;
    if (!scanNumber(text, whole, "a number"))
        return false;
    const auto [rest, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    return fault == std::errc() || fail(QStringLiteral("is a number that is too large or too small"));
}

bool JsonCursor::readBytes(QByteArray &value)
{
    Slice slice;
    if (!scanString(slice, "a text in base64") || !spend(static_cast<qsizetype>(slice.text.size())))
        return false;
    const QByteArray coded = slice.escaped
                                 ? unescaped(slice.text).toUtf8()
                                 : QByteArray::fromRawData(slice.text.data(), qsizetype(slice.text.size()));
    auto decoded = QByteArray::fromBase64Encoding(coded, QByteArray::AbortOnBase64DecodingErrors);
    if (decoded.decodingStatus != QByteArray::Base64DecodingStatus::Ok)
        return fail(QStringLiteral("has to be a text in base64"));
    value = std::move(decoded.decoded);
    return true;
}

bool JsonCursor::skip(std::string_view *text)
{
    skipSpace();
    if (failed())
        return false;
    const char *const start = m_at;
    const char next = m_at == m_end ? '\0' : *m_at;
    bool first = true;
    if (next == '{') {
        std::string_view key;
        if (openObject()) {
            while (nextKey(key, first))
                skip();
        }
    } else if (next == '[') {
        if (openArray()) {
            while (nextElement(first))
                skip();
        }
    } else if (next == '"') {
        Slice slice;
        scanString(slice, "a text");
    } else if (next == '-' || isDigit(next)) {
        std::string_view number;
        bool whole = false;
        scanNumber(number, whole, "a number");
    } else if (!scanWord("true") && !scanWord("false") && !scanWord("null")) {
        return syntax(m_at == m_end ? "it ends too early" : "there should be a value");
    }
    if (text != nullptr && !failed())
        *text = {start, static_cast<std::size_t>(m_at - start)};
    return !failed();
}

bool JsonCursor::end()
{
    skipSpace();
    return !failed() && (m_at == m_end || syntax("something stands behind the end"));
}

} // namespace verbale::host
