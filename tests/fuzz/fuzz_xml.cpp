#include "../unit/xml/diary.h"
#include "promise.h"

#include <cstdint>

using namespace verbale;

/// Whatever the bytes are: what is told of them the quick way is what expat tells, refusals and all.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    for (const bool isWhole : {true, false}) {
        xml::ParseOptions options;
        options.isWhole = isWhole;
        fuzz::require(test::diary(bytes, options, false) == test::diary(bytes, options, true),
                      "the quick way is expat's way");
    }
    return 0;
}
