#include "text/person_name_text.h"

#include "text/syllable_letters.h"

#include <algorithm>

namespace verbale::text::names {

namespace {

bool isUpper(QStringView word)
{
    return std::none_of(word.begin(), word.end(), [](QChar unit) { return unit.isLower(); });
}

} // namespace

Words::Words(QStringView text) : m_source(text), m_key(makeTermKey(text)), m_lower(m_key.text)
{
    for (qsizetype at = 0; at < m_lower.size();) {
        if (isLetter(at))
            at = take(at);
        else
            ++at;
    }
    qsizetype uppers = 0;
    for (const Word &word : m_words) {
        m_lowers.append(m_lower.sliced(word.span.start, word.span.length()));
        uppers += word.upper ? 1 : 0;
    }
    m_inCapitals = uppers >= 3 && uppers * 2 > size();
}

bool Words::isBehind(const Phrases &phrases, qsizetype i) const
{
    for (qsizetype length = 1; length <= std::min<qsizetype>(i, 5); ++length) {
        if ((*this)[i].gap <= Gap::Dot && match(phrases, i - length) == length)
            return true;
    }
    return false;
}

std::pair<qsizetype, qsizetype> Words::within(const Span &span) const
{
    const auto firstFrom = [this](qsizetype place) {
        const auto found = std::partition_point(m_words.begin(), m_words.end(), [&](const Word &word) {
            return m_key.startOf(word.span.start) < place;
        });
        return static_cast<qsizetype>(found - m_words.begin());
    };
    return {firstFrom(span.start), firstFrom(span.end)};
}

bool Words::joins(qsizetype start, qsizetype at) const
{
    if (at + 1 >= m_lower.size() || !isLetter(at + 1))
        return false;
    if (m_lower[at] == u'\'')
        return true;
    if (m_lower[at] != u'-' || at == start || hasSpace(at, at + 1))
        return false;
    static constexpr qsizetype longestKnown = 32; // of what is looked up
    if (!m_source[m_key.startOf(at + 1)].isUpper() || at - start > longestKnown)
        return true;
    qsizetype end = at + 1;
    while (end < m_lower.size() && isLetter(end))
        ++end;
    const Span next = m_key.original({at + 1, end});
    const Span before = m_key.original({start, at});
    const bool isAcronym = end - at > 2 && isUpper(m_source.sliced(next.start, next.length())) &&
                           !isUpper(m_source.sliced(before.start, before.length()));
    const QStringView first = m_lower.sliced(start, at - start);
    const QStringView second = m_lower.sliced(at + 1, end - at - 1);
    return !isAcronym && !bodies().has(first) && !countries().has(first) && !countries().has(second) &&
           (!isVietnameseSyllable(first) || !isVietnameseSyllable(second));
}

bool Words::hasSpace(qsizetype from, qsizetype to) const
{
    const qsizetype start = m_key.endOf(from - 1);
    const QStringView between = m_source.sliced(start, m_key.startOf(to) - start);
    return std::any_of(between.begin(), between.end(), [](QChar unit) { return unit.isSpace(); });
}

Gap Words::gapBefore(qsizetype at) const
{
    if (m_words.empty())
        return Gap::Break;
    const qsizetype from = m_words.back().span.end;
    const QStringView between = m_lower.sliced(from, at - from).trimmed();
    if (between.isEmpty() || between == u"_")
        return Gap::Space;
    if (between == u"." || (between == u".-" && !hasSpace(from, at))) // "J.-C."
        return Gap::Dot;
    if (between == u",")
        return Gap::Comma;
    if (between == u":")
        return Gap::Colon;
    if (between == u"-")
        return hasSpace(from, at) ? Gap::Dash : Gap::Hyphen;
    return between == u"(" ? Gap::Bracket : Gap::Break;
}

bool Words::isCapitalBehindArticle(const Span &word) const
{
    static const Phrases articles(u"al|el|ul|ad|an|ar|as|ash|at|az");
    const QStringView lower = m_lower.sliced(word.start, std::min<qsizetype>(word.length(), 5));
    qsizetype sign = 0;
    while (sign < lower.size() && isLetter(word.start + sign))
        ++sign;
    if (sign + 1 >= lower.size())
        return false;
    const bool isArticle = lower[sign] == u'-' ? articles.has(lower.first(sign)) : sign <= 2;
    return isArticle && m_source[m_key.startOf(word.start + sign + 1)].isUpper();
}

qsizetype Words::countryEnd(qsizetype start) const
{
    static constexpr qsizetype longest = 32;
    const qsizetype last = std::min(m_lower.size(), start + longest);
    qsizetype end = start;
    while (end < last && (isLetter(end) || m_lower[end] == u'-'))
        ++end;
    const QStringView chain = m_lower.sliced(start, end - start);
    return chain.contains(u'-') && countries().has(chain) ? end : start;
}

qsizetype Words::take(qsizetype start)
{
    Word word;
    word.gap = gapBefore(start);
    qsizetype end = start;
    while (end < m_lower.size() && (isLetter(end) || joins(start, end)))
        ++end;
    end = std::max(end, countryEnd(start));
    word.span = {start, end};
    const Span span = m_key.original(word.span);
    const QStringView original = m_source.sliced(span.start, span.length());
    word.capital = original.front().isUpper() || isCapitalBehindArticle(word.span);
    word.upper = word.capital && end - start > 1 && isUpper(original);
    word.foreign = !isVietnameseSyllable(m_lower.sliced(start, end - start));
    m_words.push_back(word);
    return end;
}

} // namespace verbale::text::names
