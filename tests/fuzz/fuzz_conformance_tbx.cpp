#include "conformance_promise.h"
#include "formats/conformance/tbx.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    verbale::fuzz::requireConformancePromise(verbale::conformance::validateTbx, data, size);
    return 0;
}
