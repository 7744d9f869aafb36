#include "text/sentence_breaker.h"

#include "text/compiled_rules.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace verbale::text {

namespace {

bool isMark(char16_t unit)
{
    return unit >= 0x0300 && unit < 0x0370;
}

/// A text with its combining marks joined to their letters, and where each unit comes from.
struct ComposedText
{
    explicit ComposedText(QStringView source)
    {
        for (qsizetype i = 0; i < source.size();) {
            qsizetype end = i + 1;
            while (end < source.size() && isMark(source[end].unicode()))
                ++end;
            if (end == i + 1)
                text += source[i];
            else
                text += source.mid(i, end - i).toString().normalized(QString::NormalizationForm_C);
            places.resize(static_cast<std::size_t>(text.size()), i);
            i = end;
        }
    }

    QString text;
    std::vector<qsizetype> places;
};

Span trimmed(QStringView text, Span span)
{
    while (span.start < span.end && text[span.start].isSpace())
        ++span.start;
    while (span.end > span.start && text[span.end - 1].isSpace())
        --span.end;
    return span;
}

} // namespace

SentenceBreaker::SentenceBreaker(std::shared_ptr<const CompiledRules> compiled)
    : m_compiled(std::move(compiled))
{
}

Result<SentenceBreaker> SentenceBreaker::compile(const SegmentationRules &rules)
{
    Result<std::shared_ptr<const CompiledRules>> compiled = CompiledRules::compile(rules);
    if (!compiled)
        return compiled.error();
    return SentenceBreaker(std::move(*compiled));
}

QList<qsizetype> SentenceBreaker::breaks(QStringView text) const
{
    const bool hasMarks =
        std::any_of(text.utf16(), text.utf16() + text.size(), [](char16_t unit) { return isMark(unit); });
    if (!hasMarks)
        return m_compiled->breaks(text);
    const ComposedText composed(text);
    QList<qsizetype> result = m_compiled->breaks(composed.text);
    for (qsizetype &place : result)
        place = composed.places[static_cast<std::size_t>(place)];
    result.erase(std::unique(result.begin(), result.end()), result.end());
    if (!result.isEmpty() && result.first() == 0)
        result.removeFirst(); // inside what was one letter with its marks
    return result;
}

QList<Span> SentenceBreaker::sentences(QStringView paragraph) const
{
    QList<qsizetype> ends = breaks(paragraph);
    ends.append(paragraph.size());
    QList<Span> result;
    qsizetype start = 0;
    for (const qsizetype end : std::as_const(ends)) {
        const Span span = trimmed(paragraph, {start, end});
        if (!span.isEmpty())
            result.append(span);
        start = end;
    }
    return result;
}

} // namespace verbale::text
