// Any bytes: decoded or refused with a place inside the file; a UTF-8 text written back gives the same bytes.
// Run: build/fuzz/fuzz/fuzz_decode -max_total_time=60

#include "text/decode.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace verbale;
using namespace verbale::text;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    const Result<DecodedText> decoded = decode(bytes, QStringLiteral("x"));
    if (!decoded.ok()) {
        const Error &error = decoded.error();
        if (error.where.offset >= bytes.size() || error.message.isEmpty() || error.code.isEmpty())
            std::abort();
    } else if (decoded->encoding == Encoding::Utf8) {
        if (decoded->text.toUtf8() != bytes)
            std::abort();
    } else if (decoded->text.size() * 2 != bytes.size()) {
        std::abort();
    }
    return 0;
}
