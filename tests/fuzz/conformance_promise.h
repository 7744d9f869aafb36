#pragma once

#include "formats/conformance/xml_events.h"
#include "promise.h"

#include <algorithm>
#include <cstdint>

namespace verbale::fuzz {

using Validate = Result<conformance::Report> (*)(const conformance::Pieces &pieces);

/// What is up to the pieces is left out: how much of a stray text is quoted and where that begins, and which
/// of the faults of one spot expat names.
inline conformance::Finding comparable(conformance::Finding finding)
{
    const bool isFault = finding.code == QLatin1String("xml.malformed");
    if (isFault)
        finding.line = 0;
    if (isFault || finding.code.endsWith(QLatin1String(".unexpected-text"))) {
        finding.column = 0;
        finding.message.clear();
    }
    return finding;
}

/// Whatever the bytes are, and however they come in pieces: the same version and findings, each with a place.
inline void requireConformancePromise(Validate validate, const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    const auto whole = validate(conformance::piecesOf(bytes));
    require(whole.ok(), "bytes in memory can be read");
    for (const conformance::Finding &finding : whole->findings) {
        require(finding.line > 0 && finding.column > 0, "findings have a place");
        require(!finding.code.isEmpty() && !finding.message.isEmpty(), "findings say what is wrong");
    }
    QByteArrayView rest = bytes;
    const auto pieces = validate([&rest]() -> Result<QByteArrayView> {
        const QByteArrayView piece = rest.first(qMin<qsizetype>(rest.size(), 7));
        rest = rest.sliced(piece.size());
        return piece;
    });
    require(pieces.ok() && pieces->format == whole->format && pieces->version == whole->version,
            "pieces do not change the version");
    require(std::equal(pieces->findings.begin(), pieces->findings.end(), whole->findings.begin(),
                       whole->findings.end(),
                       [](const conformance::Finding &one, const conformance::Finding &other) {
                           return comparable(one) == comparable(other);
                       }),
            "pieces do not change the findings");
}

} // namespace verbale::fuzz
