#pragma once

#include "text/figure_value.h"
#include "text/term_key.h"

#include <QtCore/QStringView>

#include <initializer_list>
#include <vector>

namespace verbale::text {

enum class TokenKind : quint8 { End, Word, Digits, Sign };

/// A piece of a folded text: a run of letters, a run of digits 0 to 9, or one other character.
struct FigureToken
{
    TokenKind kind = TokenKind::End;
    bool spaced = false;   ///< white space stands before it
    bool capital = false;  ///< its original begins with a capital letter
    bool capitals = false; ///< every letter of its original is a capital one
    Span span;             ///< of the folded text
    Span original;         ///< of the text itself, without the space that a folded dash takes in
};

/// The words that figures are made of, by meaning. The value tells them apart within a meaning.
struct FigureWord
{
    int meaning = 0; ///< 0: none
    int value = 0;
};

/// Phrases and what they mean; one for each language. Spellings are compared as the term key folds them.
class FigureWords
{
public:
    struct Entry
    {
        const char16_t *phrases; ///< separated by |
        int meaning;
        int value;
    };
    FigureWords(std::initializer_list<Entry> entries);

    /// The phrase's first meaning.
    [[nodiscard]] FigureWord find(QStringView folded) const;
    /// True when a phrase begins with this word.
    [[nodiscard]] bool begins(QStringView word) const;
    /// True when the phrase has this meaning among others.
    [[nodiscard]] bool has(QStringView folded, int meaning) const;

private:
    struct Folded
    {
        QString phrase;
        FigureWord word;
    };
    [[nodiscard]] std::vector<Folded>::const_iterator first(QStringView folded) const;

    std::vector<Folded> m_words; ///< sorted
};

/// A text cut for the figure parsers. Every index can be asked for: outside the text stands an End token.
class FigureTokens
{
public:
    explicit FigureTokens(QStringView source);

    [[nodiscard]] int size() const { return static_cast<int>(m_tokens.size()); }
    [[nodiscard]] const FigureToken &operator[](int i) const
    {
        return i >= 0 && i < size() ? m_tokens[static_cast<size_t>(i)] : m_end;
    }
    [[nodiscard]] QStringView text(int i) const;
    /// The text of the tokens first to last, with what lies between them; empty past the end.
    [[nodiscard]] QStringView text(int first, int last) const;
    /// The original's characters of a word.
    [[nodiscard]] QStringView original(int i) const;
    [[nodiscard]] Span span(int first, int end) const;

    [[nodiscard]] bool isWord(int i) const { return (*this)[i].kind == TokenKind::Word; }
    [[nodiscard]] bool isDigits(int i) const { return (*this)[i].kind == TokenKind::Digits; }
    /// The sign's character; 0 for any other token.
    [[nodiscard]] char16_t sign(int i) const;
    /// True when a space that keeps figures together stands before the token.
    [[nodiscard]] bool noBreak(int i) const;
    /// A hyphen or dash of any width.
    [[nodiscard]] bool isDash(int i) const;
    /// True when no white space stands before the token.
    [[nodiscard]] bool joined(int i) const { return (*this)[i].kind != TokenKind::End && !(*this)[i].spaced; }
    /// The number of a run of at most four digits; -1 for anything else.
    [[nodiscard]] int smallNumber(int i) const;
    /// True where a sentence can begin.
    [[nodiscard]] bool opens(int i) const;
    /// The value of a Roman numeral in capitals, below 100; 0 for any other token.
    [[nodiscard]] int roman(int i) const;

private:
    void cut();

    QStringView m_source;
    TermKey m_key;
    std::vector<FigureToken> m_tokens;
    FigureToken m_end;
};

/// A number in digits, thousands and decimals included.
struct DigitNumber
{
    Amount amount;
    int end = 0;         ///< the token after it; its start when there is none
    bool certain = true; ///< false where it is not clear which sign is the decimal point
    bool malformed = false;
};

/// Reads a number in digits at a run of digits. decimalPoint: ',' in Vietnamese, '.' in English; the other
/// one sets thousands apart. What is no number (a version, "1.2.3") ends where it begins.
DigitNumber readDigits(const FigureTokens &tokens, int at, char16_t decimalPoint);

/// The token behind a chain of digits joined by . , / or -.
int digitsEnd(const FigureTokens &tokens, int at);

bool isDay(int day, int month, int year = 0);

} // namespace verbale::text
