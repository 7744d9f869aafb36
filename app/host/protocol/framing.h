#pragma once

#include <verbale/sdk/result.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace verbale::host {

/// What a stream of frames may not exceed.
struct FrameLimits
{
    std::size_t headerBytes = 4096;                 ///< a frame's header block with its empty line
    int headerLines = 8;                            ///< without the empty line
    std::size_t messageBytes = 64ULL * 1024 * 1024; ///< a larger one is refused by its Content-Length
};

/// Cuts a byte stream into messages: "Content-Length: N", further header lines, an empty line, N bytes. Never
/// holds more memory than what has arrived (a Content-Length alone reserves nothing large). After an error
/// the stream is lost: every later feed() returns the same error.
class FrameReader
{
public:
    explicit FrameReader(FrameLimits limits = {}) : m_limits(limits) {}

    /// Takes what has arrived. Errors: protocol.header (no frame's header, or too long), protocol.too-large.
    Result<void> feed(const char *data, std::size_t size);

    /// The next whole message, its body alone; nothing when more has to arrive.
    std::optional<std::string> next();

    /// In the middle of a frame: a stream that ends now was cut off.
    [[nodiscard]] bool isInside() const { return !m_header.empty() || m_wanted.has_value(); }

private:
    [[nodiscard]] std::size_t takeHeader(std::string_view bytes);
    [[nodiscard]] bool judgeHeader(std::string_view block);
    bool judgeLine(std::string_view line);
    void fail(const char *code, const QString &message);

    FrameLimits m_limits;
    std::string m_header;                ///< of the frame that is arriving, up to its empty line
    std::optional<std::size_t> m_wanted; ///< the body's length, once the header is read
    std::string m_body;                  ///< as far as it has arrived
    std::string m_ready;                 ///< bytes behind the message that is ready
    bool m_complete = false;             ///< m_body is a whole message
    std::optional<Error> m_error;
};

/// "Content-Length: N\r\n\r\n" and the body.
std::string frame(std::string_view body);

} // namespace verbale::host
