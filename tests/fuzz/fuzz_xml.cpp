#include "../unit/xml/diary.h"
#include "promise.h"

#include <cstdint>

using namespace verbale;

/// Whatever the bytes are: what is told of them the quick way is what expat tells, refusals and all.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    xml::ParseOptions options;
    options.isWhole = (data[0] & 1U) == 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    fuzz::require(test::diary(bytes, options, false) == test::diary(bytes, options, true),
                  "the quick way is expat's way");
    return 0;
}
