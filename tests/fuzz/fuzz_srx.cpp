#include "formats/srx/srx.h"
#include "text/sentence_breaker.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace verbale;

namespace {

void require(bool holds, const char *promise)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

} // namespace

/// Whatever the bytes are: they are refused with a place, or the rules are written and read back, and cut a
/// text into parts that lie in order and hold everything but white space.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto opened = srx::read(bytes, QStringLiteral("fuzz.srx"));
    if (!opened) {
        require(!opened.error().message.isEmpty() && opened.error().where.line > 0, "errors have a place");
        return 0;
    }
    const auto again = srx::read(srx::write(opened->srx), {});
    require(again.ok() && again->srx == opened->srx, "what is written is read back");

    const auto rules = opened->rulesFor(QStringLiteral("vi"));
    if (!rules)
        return 0;
    const auto breaker = text::SentenceBreaker::compile(*rules);
    if (!breaker) { // too large for the automaton and for ICU
        require(!breaker.error().message.isEmpty(), "errors say what is wrong");
        return 0;
    }
    const QString text = QString::fromUtf8(bytes.left(2000));
    qsizetype last = 0;
    for (const Span &span : breaker->sentences(text)) {
        require(span.start >= last && span.end > span.start && span.end <= text.size(), "parts are in order");
        require(QStringView(text).mid(last, span.start - last).trimmed().isEmpty(),
                "only white space is left out");
        last = span.end;
    }
    require(QStringView(text).mid(last).trimmed().isEmpty(), "nothing is lost at the end");
    return 0;
}
