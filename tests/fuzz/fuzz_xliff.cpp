#include "bilingual_promise.h"

using namespace verbale;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const fuzz::BilingualFormat format{xliff::read, xliff::patch,
                                       [](const Document &document) { return xliff::write(document); }, true};
    fuzz::requireBilingualPromise(format, data, size);
    return 0;
}
