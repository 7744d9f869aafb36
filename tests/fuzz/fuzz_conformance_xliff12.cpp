#include "conformance_promise.h"
#include "formats/conformance/xliff12.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    verbale::fuzz::requireConformancePromise(verbale::conformance::validateXliff12, data, size);
    return 0;
}
