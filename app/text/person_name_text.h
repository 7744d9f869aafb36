#pragma once

#include "text/person_name_words.h"
#include "text/term_key.h"

#include <verbale/sdk/span.h>

#include <QtCore/QList>
#include <QtCore/QStringView>

#include <utility>
#include <vector>

namespace verbale::text::names {

/// What stands between a word and the one before it.
enum class Gap : quint8 {
    Space,
    Dot,    ///< a full stop that may belong to an initial or an abbreviation
    Hyphen, ///< a dash without spaces
    Comma,  ///< a comma alone
    Colon,
    Bracket, ///< an opening bracket
    Dash,    ///< with spaces
    Break
};

/// A word and how it is written.
struct Word
{
    Span span; ///< of the folded text
    Gap gap = Gap::Break;
    bool capital = false; ///< begins with a capital letter, if need be behind an article: "al-Sabah"
    bool upper = false;   ///< two letters or more, all of them capital
    bool foreign = false; ///< no syllable of Vietnamese
};

/// A text cut into words. A hyphen without spaces belongs to its word where it joins parts of a foreign one:
/// "Pu-tin", "Ki-moon", but not "Việt-Nga". Views the text that it is made of.
class Words
{
public:
    explicit Words(QStringView text);

    Words(const Words &) = delete; // what it views is its own
    Words &operator=(const Words &) = delete;
    ~Words() = default;

    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_words.size()); }
    [[nodiscard]] const Word &operator[](qsizetype i) const { return m_words[static_cast<std::size_t>(i)]; }
    [[nodiscard]] QStringView lower(qsizetype i) const { return m_lowers[i]; }
    [[nodiscard]] qsizetype match(const Phrases &phrases, qsizetype i) const
    {
        return i < size() ? phrases.lengthAt(m_lowers, i) : 0;
    }
    /// Whether a phrase ends before a word.
    [[nodiscard]] bool isBehind(const Phrases &phrases, qsizetype i) const;
    /// Whether a name may stand straight before a word.
    [[nodiscard]] bool isIntroduced(qsizetype i) const
    {
        return isBehind(offices(), i) || isBehind(waysToAddress(), i);
    }
    [[nodiscard]] bool inCapitals() const { return m_inCapitals; }
    /// Whether the word behind one has no capital, where that tells anything.
    [[nodiscard]] bool isSmallNext(qsizetype i) const
    {
        return !m_inCapitals && i + 1 < size() && (*this)[i + 1].gap == Gap::Space && !(*this)[i + 1].capital;
    }
    /// "UBND", "WHO" among words in small letters.
    [[nodiscard]] bool isAcronym(qsizetype i) const
    {
        const Word &word = (*this)[i];
        return word.upper && !m_inCapitals && (word.foreign || word.span.length() <= 3);
    }
    /// The span of the words [first, end) in the text itself.
    [[nodiscard]] Span original(qsizetype first, qsizetype end) const
    {
        return m_key.original({(*this)[first].span.start, (*this)[end - 1].span.end});
    }
    /// The words that begin within a span of the text.
    [[nodiscard]] std::pair<qsizetype, qsizetype> within(const Span &span) const;

private:
    [[nodiscard]] bool isLetter(qsizetype at) const
    {
        const QChar unit = m_lower[at];
        return unit.isLetterOrNumber() || unit.isMark() || unit.isSurrogate();
    }
    /// Whether the sign at a place joins the letters on both of its sides to one word.
    [[nodiscard]] bool joins(qsizetype start, qsizetype at) const;
    /// Whether the text has space between two words; folded, a dash has none.
    [[nodiscard]] bool hasSpace(qsizetype from, qsizetype to) const;
    [[nodiscard]] Gap gapBefore(qsizetype at) const;
    /// "al-Sabah", "d'Estaing".
    [[nodiscard]] bool isCapitalBehindArticle(const Span &word) const;
    /// Where a country's name with hyphens ends, in capitals, too: "CAM-PU-CHIA".
    [[nodiscard]] qsizetype countryEnd(qsizetype start) const;
    qsizetype take(qsizetype start);

    QStringView m_source;
    TermKey m_key;       ///< in small letters
    QStringView m_lower; ///< its text
    std::vector<Word> m_words;
    QList<QStringView> m_lowers;
    bool m_inCapitals = false;
};

} // namespace verbale::text::names
