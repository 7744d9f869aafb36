#include "glossary/engine/text_tokens.h"

#include "text/syllables.h"

namespace verbale::glossary {

TextTokens::TextTokens(QStringView source) : m_source(source), m_key(text::makeTermKey(source))
{
    constexpr qsizetype shortestUsual = 3; // a syllable and its space
    m_spans.reserve(static_cast<std::size_t>(m_key.text.size() / shortestUsual + 1));
    text::splitSyllables(m_key.text, m_spans);
}

bool TextTokens::isWord(std::size_t token) const
{
    const QChar c = m_key.text[m_spans[token].start];
    return c.isLetterOrNumber() || c.isSurrogate();
}

bool TextTokens::isTitle(std::size_t token) const
{
    if (!isCapital(token))
        return false;
    for (qsizetype unit = m_spans[token].start + 1; unit < m_spans[token].end; ++unit) {
        if (isCapitalUnit(unit))
            return false;
    }
    return true;
}

bool TextTokens::isAllCapitals(std::size_t token) const
{
    for (qsizetype unit = m_spans[token].start; unit < m_spans[token].end; ++unit) {
        if (m_key.text[unit].isLetter() && !isCapitalUnit(unit))
            return false;
    }
    return isCapital(token);
}

bool TextTokens::touchesNext(std::size_t token) const
{
    return token + 1 < size() &&
           m_key.endOf(m_spans[token].end - 1) == m_key.startOf(m_spans[token + 1].start);
}

bool TextTokens::opensSentence(std::size_t token) const
{
    constexpr QStringView openers = u".!?…:;\"-(•*";
    return token == 0 || openers.contains(m_key.text[m_spans[token - 1].start]);
}

void TextTokens::addCapitals(std::size_t token, int &at, quint64 &mask) const
{
    constexpr int bits = 64;
    for (qsizetype unit = m_spans[token].start; unit < m_spans[token].end; ++unit, ++at) {
        if (isCapitalUnit(unit))
            mask ^= quint64(1) << (at % bits);
    }
}

quint64 TextTokens::capitals(std::size_t first, std::size_t end) const
{
    quint64 mask = 0;
    int at = 0;
    for (std::size_t token = first; token < end; ++token)
        addCapitals(token, at, mask);
    return mask;
}

quint64 TextTokens::capitals(const std::vector<std::size_t> &tokens) const
{
    quint64 mask = 0;
    int at = 0;
    for (const std::size_t token : tokens)
        addCapitals(token, at, mask);
    return mask;
}

bool TextTokens::isCapitalUnit(qsizetype unit) const
{
    const qsizetype at = m_key.startOf(unit);
    const QChar c = m_source[at];
    if (c.isHighSurrogate() && at + 1 < m_source.size())
        return QChar::isUpper(QChar::surrogateToUcs4(c, m_source[at + 1]));
    return c.isUpper();
}

} // namespace verbale::glossary
