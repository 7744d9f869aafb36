#include "bilingual_promise.h"
#include "formats/xliff12/xliff12.h"

using namespace verbale;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const fuzz::BilingualFormat format{xliff12::read, xliff12::patch,
                                       [](const Document &document) { return xliff12::write(document); },
                                       false, true};
    fuzz::requireBilingualPromise(format, data, size);
    return 0;
}
