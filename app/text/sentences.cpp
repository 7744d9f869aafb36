#include "text/sentences.h"

#include "text/sentence_breaker.h"

namespace verbale::text {

const SentenceBreaker &vietnameseBreaker()
{
    static const SentenceBreaker breaker = [] {
        Result<SentenceBreaker> compiled = SentenceBreaker::compile(shippedRules());
        if (!compiled)
            qFatal("The shipped segmentation rules are wrong: %s", qPrintable(compiled.error().message));
        return std::move(*compiled);
    }();
    return breaker;
}

QList<Span> sentences(QStringView paragraph)
{
    return vietnameseBreaker().sentences(paragraph);
}

} // namespace verbale::text
