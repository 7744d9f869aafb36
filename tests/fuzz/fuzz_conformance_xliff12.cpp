#include "formats/conformance/xliff12.h"

#include <cstdint>
#include <cstdlib>

using namespace verbale;

/// Whatever the bytes are, and however they come in pieces: the same findings, each with a place.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    const auto whole = conformance::validateXliff12(conformance::piecesOf(bytes));
    if (!whole)
        std::abort();
    for (const conformance::Finding &finding : whole->findings) {
        if (finding.line < 1 || finding.column < 1 || finding.code.isEmpty() || finding.message.isEmpty())
            std::abort();
    }
    QByteArrayView rest = bytes;
    const conformance::Pieces small = [&rest]() -> Result<QByteArrayView> {
        const QByteArrayView piece = rest.first(qMin<qsizetype>(rest.size(), 7));
        rest = rest.sliced(piece.size());
        return piece;
    };
    const auto pieces = conformance::validateXliff12(small);
    if (!pieces || pieces->isValid() != whole->isValid())
        std::abort();
    return 0;
}
