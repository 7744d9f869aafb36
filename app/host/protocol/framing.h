#pragma once

#include <verbale/sdk/result.h>

#include <cstddef>
#include <deque>
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

/// Cuts a byte stream into messages: "Content-Length: N", further header lines, an empty line, N bytes. Holds
/// no more memory than what has arrived: a Content-Length alone reserves nothing. After an error the stream
/// is lost: every later feed() returns the same error; the messages in front of it can still be taken.
class FrameReader
{
public:
    explicit FrameReader(FrameLimits limits = {}) : m_limits(limits) {}

    /// Takes what has arrived. Errors: protocol.header (no message's header, or too long a one),
    /// protocol.too-large.
    Result<void> feed(const char *data, std::size_t size);

    /// The body of the next whole message; nothing when more has to arrive.
    std::optional<std::string> next();

    /// In the middle of a frame: a stream that ends now was cut off.
    [[nodiscard]] bool isInside() const { return m_headerBytes > 0; }

private:
    void takeHeaderByte(char byte);
    void endLine();
    void judgeLine();
    void setLength(std::string_view value);
    void fail(const char *code, const QString &message);

    FrameLimits m_limits;
    std::deque<std::string> m_messages;
    std::string m_line;            ///< of the header, as far as it has arrived
    std::size_t m_headerBytes = 0; ///< of the frame that is arriving; 0 between frames
    int m_headerLines = 0;
    bool m_carriageReturn = false; ///< the byte before was one
    bool m_inBody = false;
    std::optional<std::size_t> m_length; ///< what Content-Length says
    std::string m_body;                  ///< as far as it has arrived
    std::optional<Error> m_error;
};

/// "Content-Length: N\r\n\r\n" and the body.
std::string frame(std::string_view body);

} // namespace verbale::host
