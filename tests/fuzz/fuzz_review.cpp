#include "promise.h"

#include "session/review_file.h"

#include <algorithm>
#include <cstdint>

using namespace verbale;

namespace {

bool isSame(const session::ReviewedSegment &one, const session::ReviewedSegment &other)
{
    return one.key == other.key && one.source == other.source && one.target == other.target;
}

} // namespace

/// A reviewed copy of any kind: a table with rows, or an error that says something, and twice the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<session::ReviewedCopy> once = session::readReviewBytes(bytes, QStringLiteral("fuzz"));
    const Result<session::ReviewedCopy> again = session::readReviewBytes(bytes, QStringLiteral("fuzz"));
    fuzz::require(once.ok() == again.ok(), "a reviewed copy is read twice, or refused twice");
    if (!once) {
        fuzz::require(!once.error().message.isEmpty() && once.error().text() == again.error().text(),
                      "a refusal says why, twice the same");
        return 0;
    }
    fuzz::require(!once->segments.isEmpty(), "a reviewed copy has rows");
    fuzz::require(once->format == again->format && once->warnings == again->warnings &&
                      std::equal(once->segments.begin(), once->segments.end(), again->segments.begin(),
                                 again->segments.end(), isSame),
                  "a reviewed copy has the same ids, texts and warnings twice");
    return 0;
}
