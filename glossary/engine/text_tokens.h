#pragma once

#include "text/term_key.h"

#include <vector>

namespace verbale::glossary {

/// A text or a term as the matcher sees it: folded and cut into tokens (text::splitSyllables), with the way
/// back. Keeps a view of the source.
class TextTokens
{
public:
    explicit TextTokens(QStringView source);

    [[nodiscard]] std::size_t size() const { return m_spans.size(); }
    [[nodiscard]] QStringView folded() const { return m_key.text; }
    [[nodiscard]] const Span &span(std::size_t token) const { return m_spans[token]; }
    [[nodiscard]] QStringView operator[](std::size_t token) const
    {
        return QStringView(m_key.text).mid(m_spans[token].start, m_spans[token].length());
    }
    /// The original's span of tokens first to end - 1.
    [[nodiscard]] Span original(std::size_t first, std::size_t end) const
    {
        return m_key.original({m_spans[first].start, m_spans[end - 1].end});
    }

    /// The original's words for a span of the folded text.
    [[nodiscard]] QString written(const Span &folded) const
    {
        const Span span = m_key.original(folded);
        return m_source.mid(span.start, span.length()).toString();
    }

    /// Letters or digits, not a sign.
    [[nodiscard]] bool isWord(std::size_t token) const;
    /// Whether the token's first letter is a capital in the source.
    [[nodiscard]] bool isCapital(std::size_t token) const { return isCapitalUnit(m_spans[token].start); }
    /// A capital and then small letters, or one capital alone.
    [[nodiscard]] bool isTitle(std::size_t token) const;
    /// At least one capital, and no small letter.
    [[nodiscard]] bool isAllCapitals(std::size_t token) const;
    /// Whether nothing stands between a token and the next one.
    [[nodiscard]] bool touchesNext(std::size_t token) const;
    /// Whether a sentence can begin with the token: first of all, or after a sign that ends one or opens a
    /// quotation.
    [[nodiscard]] bool opensSentence(std::size_t token) const;

    /// A bit for each unit of the tokens first to end - 1 whose original is a capital; from the 64th unit on
    /// bits are shared.
    [[nodiscard]] quint64 capitals(std::size_t first, std::size_t end) const;
    /// The same for some tokens, as if they stood one behind the other.
    [[nodiscard]] quint64 capitals(const std::vector<std::size_t> &tokens) const;

private:
    [[nodiscard]] bool isCapitalUnit(qsizetype unit) const;
    void addCapitals(std::size_t token, int &at, quint64 &mask) const;

    QStringView m_source;
    text::TermKey m_key;
    std::vector<Span> m_spans;
};

} // namespace verbale::glossary
