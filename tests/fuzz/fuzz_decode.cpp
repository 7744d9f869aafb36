// Any bytes, looked at and taken for each encoding in turn: decoded or refused with a place inside the file.
// A UTF-8 text written back gives the same bytes; where bad bytes are replaced nothing is refused for them.
// Run: build/fuzz/fuzz/fuzz_decode -max_total_time=60

#include "text/compose.h"
#include "text/decode.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace verbale;
using namespace verbale::text;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void check(QByteArrayView bytes, const DecodeOptions &options)
{
    const Result<DecodedText> decoded = decode(bytes, QStringLiteral("x"), options);
    if (!decoded.ok()) {
        const Error &error = decoded.error();
        require(error.where.offset < bytes.size() && !error.message.isEmpty() && !error.code.isEmpty());
        require(!options.replaceBadBytes || !error.code.startsWith(QStringLiteral("text.bad")));
        return;
    }
    require(decoded->confidence >= 0 && decoded->confidence <= 1);
    require(!options.encoding || *options.encoding == Encoding::Utf16 ||
            decoded->encoding == *options.encoding);
    if (options.replaceBadBytes)
        return;
    if (decoded->encoding == Encoding::Utf8)
        require(decoded->text.toUtf8() == bytes);
    if (decoded->encoding == Encoding::Utf16LittleEndian || decoded->encoding == Encoding::Utf16BigEndian)
        require(decoded->text.size() * 2 == bytes.size());
    if (decoded->encoding == Encoding::Windows1258)
        require(composed(decoded->text) == decoded->text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    DecodeOptions options;
    check(bytes, options);
    if (size == 0)
        return 0;
    options.encoding = allEncodings[data[size / 2] % allEncodings.size()];
    options.capitals = (data[0] & 1) != 0;
    check(bytes, options);
    options.replaceBadBytes = true;
    check(bytes, options);
    return 0;
}
