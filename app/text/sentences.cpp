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

bool endsInAbbreviation(QStringView line)
{
    constexpr qsizetype enough = 120;
    if (!line.endsWith(u'.'))
        return false;
    const QString end = line.right(enough).toString();
    return !vietnameseBreaker().breaks(end + QStringLiteral(" Smith")).contains(end.size());
}

} // namespace verbale::text
