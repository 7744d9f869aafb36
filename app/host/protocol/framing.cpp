#include "host/protocol/framing.h"

#include <algorithm>
#include <charconv>

namespace verbale::host {

namespace {

bool equalsWithoutCase(std::string_view text, std::string_view lower)
{
    return std::equal(text.begin(), text.end(), lower.begin(), lower.end(), [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
    });
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

QString inQuotes(std::string_view text)
{
    return QLatin1Char('"') +
           QString::fromLatin1(text.data(), std::min<qsizetype>(qsizetype(text.size()), 60)) +
           QLatin1Char('"');
}

/// "application/vscode-jsonrpc; charset=utf-8": whether the charset, where there is one, is UTF-8.
bool isUtf8(std::string_view contentType)
{
    const std::string_view key = "charset=";
    for (std::size_t at = 0; at + key.size() <= contentType.size(); ++at) {
        if (!equalsWithoutCase(contentType.substr(at, key.size()), key))
            continue;
        std::string_view name = contentType.substr(at + key.size());
        name = trimmed(name.substr(0, name.find(';')));
        if (name.size() > 1 && name.front() == '"' && name.back() == '"')
            name = name.substr(1, name.size() - 2);
        return equalsWithoutCase(name, "utf-8") || equalsWithoutCase(name, "utf8");
    }
    return true;
}

} // namespace

void FrameReader::fail(const char *code, const QString &message)
{
    m_error = Error{QLatin1String(code), message};
    m_body = {};
}

Result<void> FrameReader::feed(const char *data, std::size_t size)
{
    const char *const end = data + size;
    while (data != end && !m_error) {
        if (!m_inBody) {
            takeHeaderByte(*data++);
            if (!m_inBody)
                continue;
        }
        const std::size_t missing = *m_length - m_body.size();
        const std::size_t taken = std::min(missing, static_cast<std::size_t>(end - data));
        m_body.append(data, taken);
        data += taken;
        if (taken == missing) {
            m_messages.push_back(std::move(m_body));
            m_body.clear();
            m_length.reset();
            m_headerBytes = 0;
            m_headerLines = 0;
            m_inBody = false;
        }
    }
    return m_error ? Result<void>(*m_error) : Result<void>();
}

std::optional<std::string> FrameReader::next()
{
    if (m_messages.empty())
        return std::nullopt;
    std::string message = std::move(m_messages.front());
    m_messages.pop_front();
    return message;
}

void FrameReader::takeHeaderByte(char byte)
{
    if (++m_headerBytes > m_limits.headerBytes) {
        fail("protocol.header",
             QStringLiteral("The header of a message is longer than %1 bytes.").arg(m_limits.headerBytes));
    } else if (m_carriageReturn != (byte == '\n') || (byte < ' ' && byte != '\r' && byte != '\n') ||
               byte == 0x7F) {
        fail("protocol.header",
             QStringLiteral(
                 "What came is no header of a message, whose lines end with CR LF, but begins %1. Only "
                 "messages may be written to this stream; print to the standard error stream instead.")
                 .arg(inQuotes(m_line)));
    } else if (byte == '\r') {
        m_carriageReturn = true;
    } else if (byte == '\n') {
        m_carriageReturn = false;
        endLine();
    } else {
        m_line.push_back(byte);
    }
}

void FrameReader::endLine()
{
    if (m_line.empty()) {
        if (m_length)
            m_inBody = true;
        else
            fail("protocol.header", QStringLiteral("The header of a message has no Content-Length."));
        return;
    }
    if (++m_headerLines > m_limits.headerLines) {
        fail("protocol.header",
             QStringLiteral("The header of a message has more than %1 lines.").arg(m_limits.headerLines));
        return;
    }
    judgeLine();
    m_line.clear();
}

void FrameReader::judgeLine()
{
    const std::string_view line = m_line;
    const std::size_t colon = line.find(':');
    if (colon == 0 || colon == std::string_view::npos) {
        fail("protocol.header",
             QStringLiteral("%1 is no header line of a message. Only messages may be written to "
                            "this stream; print to the standard error stream instead.")
                 .arg(inQuotes(line)));
        return;
    }
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (equalsWithoutCase(line.substr(0, colon), "content-length"))
        setLength(value);
    else if (equalsWithoutCase(line.substr(0, colon), "content-type") && !isUtf8(value))
        fail("protocol.header",
             QStringLiteral("The header of a message says %1; messages are UTF-8.").arg(inQuotes(line)));
}

void FrameReader::setLength(std::string_view value)
{
    std::size_t length = 0;
    const auto [rest, fault] = std::from_chars(value.data(), value.data() + value.size(), length);
    const bool digits = !value.empty() && value.find_first_not_of("0123456789") == std::string_view::npos;
    if (!digits || m_length) {
        fail("protocol.header",
             QStringLiteral("The Content-Length of a message is %1 %2.")
                 .arg(inQuotes(value), m_length ? QStringLiteral("and stands there twice")
                                                : QStringLiteral("and has to be a number of bytes")));
    } else if (fault != std::errc() || length > m_limits.messageBytes) {
        fail("protocol.too-large",
             QStringLiteral("A message of %1 bytes was announced; the limit is %2 bytes.")
                 .arg(QString::fromLatin1(value.data(), std::min<qsizetype>(qsizetype(value.size()), 40)))
                 .arg(m_limits.messageBytes));
    } else {
        m_length = length;
    }
}

std::string frame(std::string_view body)
{
    std::string bytes = "Content-Length: ";
    const std::string length = std::to_string(body.size());
    bytes.reserve(bytes.size() + length.size() + 4 + body.size());
    bytes += length;
    bytes += "\r\n\r\n";
    bytes += body;
    return bytes;
}

} // namespace verbale::host
