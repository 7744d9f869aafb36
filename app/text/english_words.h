#pragma once

#include "text/figure_tokens.h"

namespace verbale::text::english {

/// What the words of figures mean.
enum class Word : int {
    None,
    Digit, // one to nine
    Teen,  // ten to nineteen
    Tens,
    Hundred,
    Scale,
    ShortScale, // m, bn: joined to digits
    Article,    // a, an
    The,
    And,
    Of,
    Ordinal, // first to nineteenth
    TensOrdinal,
    HundredOrdinal,
    Parts, // halves, thirds, quarters
    Half,
    Quarter,
    Dozen,
    Vague, // dozens, hundreds: the value is the power of ten
    Month,
    Weekday,
    From, // from, between
    To,
    Century,
    Months,
    Year,
    Period,
    Term,
    SchoolYear, // school, academic: "year" follows
    Suffix,     // st, nd, rd, th
    Last,
    YearLead, // in, since: before a year
    Label     // Resolution, Article: a number behind it is no figure
};

FigureWord findWord(QStringView folded);
/// The value is an Approximation.
FigureWord findApproximation(QStringView folded);
/// Behind its amount or before it: the value is an index for currencyCode().
FigureWord findCurrency(QStringView folded);
QString currencyCode(int index);

/// An English text cut into tokens, with what they mean.
class Text
{
public:
    explicit Text(QStringView source);

    [[nodiscard]] const FigureTokens &tokens() const { return m_tokens; }
    [[nodiscard]] bool is(int i, Word meaning) const { return at(i).meaning == static_cast<int>(meaning); }
    [[nodiscard]] int value(int i) const { return at(i).value; }

private:
    [[nodiscard]] FigureWord at(int i) const
    {
        return i >= 0 && i < m_tokens.size() ? m_words[static_cast<size_t>(i)] : FigureWord{};
    }

    FigureTokens m_tokens;
    std::vector<FigureWord> m_words;
};

struct AmountReading
{
    Amount amount;
    int end = 0; ///< its start when there is none
    bool certain = true;
    bool ordinal = false;
    Approximation approximation = Approximation::Exact; ///< Several, Dozens
};

/// "twenty-seven", "a hundred and five", "twenty-first", "two and a half million".
AmountReading readNumberWords(const Text &text, int at);
/// A number in digits or words with its magnitude; "dozens", "several thousand".
/// money: a currency stands before it, so that m is million and not metre.
AmountReading readAmount(const Text &text, int at, bool money = false);

/// Nothing was read when the end is where it began; a part of the text that is no figure is read without one.
struct Reading
{
    int end = 0;
    bool isFigure = true;
};

Reading readQuantity(const Text &text, int at, Figure &figure);
Reading readFraction(const Text &text, int at, Figure &figure);
Reading readDate(const Text &text, int at, Figure &figure);
Reading readPeriod(const Text &text, int at, Figure &figure);
Reading readClock(const Text &text, int at, Figure &figure);
/// Digits that belong to a name or a document's number.
Reading readCode(const Text &text, int at);

} // namespace verbale::text::english
