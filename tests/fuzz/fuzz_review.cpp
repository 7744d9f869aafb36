#include "session/review_file.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace verbale;

/// A reviewed copy of any kind: a table with rows, or an error that says something, and twice the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<session::ReviewedCopy> once = session::readReviewBytes(bytes, QStringLiteral("fuzz"));
    const Result<session::ReviewedCopy> again = session::readReviewBytes(bytes, QStringLiteral("fuzz"));
    const bool same =
        once.ok() == again.ok() &&
        (once.ok() ? once->segments.size() == again->segments.size() && !once->segments.isEmpty()
                   : once.error().text() == again.error().text() && !once.error().message.isEmpty());
    if (!same) {
        std::fputs("broken promise: a reviewed copy reads the same twice, with rows or with a message\n",
                   stderr);
        std::abort();
    }
    return 0;
}
