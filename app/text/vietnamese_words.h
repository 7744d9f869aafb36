#pragma once

#include "text/figure_tokens.h"

namespace verbale::text::vietnamese {

/// What the syllables of figures mean.
enum class Word : int {
    None,
    Digit,      // một to chín, without the next five
    Four,       // tư: only behind tens, linh, phần, tháng, thứ
    FiveOrYear, // năm
    FiveTail,   // lăm, nhăm
    Best,       // nhất, nhì
    OneTail,    // mốt
    Zero,
    Ten,
    Tens,
    TenCount, // chục
    Hundred,
    Scale,
    Odd, // linh, lẻ
    Half,
    AndHalf,
    Few,
    Rows, // hàng
    Point,
    Part,
    Day, // ngày, hôm, mùng
    PartOfDay,
    Month,
    January, // tháng Giêng
    Quarter,
    From,
    To,
    And,
    Nth,
    Time, // lần
    Hour,
    HourSign,
    Minute,
    Session, // khóa
    First,   // đầu
    Last,    // cuối, sau
    Points   // điểm
};

/// What comes before or after a figure and says what it is.
enum class Context : int {
    None,
    Label,       // a document or a name: its number is no figure
    NoLabel,     // a word before "số" that makes it a count
    Counted,     // a noun that is counted
    OrdinalNoun, // a noun that has an ordinal behind it
    DateLead,    // a word before a date
    ClockLead,   // a word before a time of day
    ClockTail,   // a word behind a time of day
    Comparative, // an adjective before "hơn"
    YearLead,    // a word before a year
    Unit,        // a measure's symbol
    NotScale,    // a syllable that makes another word of "triệu", "tỷ"
    NotDong,     // a syllable that makes another word of "đồng"
    NotDigit,    // a syllable that makes another word of "ba", "chín"
    WeekdayTail, // a word behind a weekday
    WeekdayHint, // a word that may stand behind a weekday
    Decade,      // thập niên
    Years,       // giai đoạn
    Term,        // nhiệm kỳ
    SchoolYear,  // năm học
    Century,     // thế kỷ
    Meeting,     // a noun that is counted by ordinals, never by weekdays
    WeekdayLead, // a word before a weekday
    Of,
    Sunday,
    NotSunday, // "dân chủ Nhật"
    FirstOfAll,
    Congress,
    End,
    LastCentury,
    Around,
    Than,
    Limit, // trên, dưới
    Minus,
    NumberSign,
    NotFive,          // a word behind "Năm" that makes it a year
    DoubtfulCurrency, // another word as often as money
    OrMore,
    OrLess
};

FigureWord findWord(QStringView folded);
bool hasContext(QStringView folded, Context context);
/// The value is an Approximation.
FigureWord findApproximation(QStringView folded);
/// The value is an index for currencyCode().
FigureWord findCurrency(QStringView folded);
QString currencyCode(int index);
/// False where no phrase of the tables begins with this word.
bool mayBegin(QStringView folded);

/// A Vietnamese text cut into tokens, with what they mean.
class Text
{
public:
    explicit Text(QStringView source);

    [[nodiscard]] const FigureTokens &tokens() const { return m_tokens; }
    [[nodiscard]] bool is(int i, Word meaning) const { return at(i).meaning == static_cast<int>(meaning); }
    [[nodiscard]] int value(int i) const { return at(i).value; }
    /// True when a phrase of one to three tokens with this meaning begins here.
    [[nodiscard]] bool begins(int i, Context context) const { return phraseEnd(i, context) > i; }
    [[nodiscard]] int phraseEnd(int i, Context context) const;
    /// True when a phrase of one to three tokens with this meaning ends before the token.
    [[nodiscard]] bool follows(int i, Context context) const;

private:
    [[nodiscard]] FigureWord at(int i) const
    {
        return i >= 0 && i < m_tokens.size() ? m_words[static_cast<size_t>(i)] : FigureWord{};
    }

    FigureTokens m_tokens;
    std::vector<FigureWord> m_words;
};

/// A part of a figure that was read; none when the end is where it began.
struct AmountReading
{
    Amount amount;
    int end = 0;
    bool certain = true;
    bool malformed = false;
    Approximation approximation = Approximation::Exact; ///< Several, Dozens
};

/// A number in words ("hai mươi bảy", "một triệu rưỡi", "hai phẩy năm").
/// mayBeName: false where the words before make a name impossible ("tháng Mười một").
AmountReading readNumberWords(const Text &text, int at, bool mayBeName = true);
/// A number in digits or words, with its magnitude.
AmountReading readAmount(const Text &text, int at);

/// A whole figure. Nothing was read when the end is where it began; a part of the text that is no figure and
/// has to be passed over is read without one.
struct Reading
{
    int end = 0;
    bool isFigure = true;
};

Reading readQuantity(const Text &text, int at, Figure &figure);
Reading readFraction(const Text &text, int at, Figure &figure);
Reading readOrdinal(const Text &text, int at, Figure &figure);
Reading readDate(const Text &text, int at, Figure &figure);
Reading readPeriod(const Text &text, int at, Figure &figure);
Reading readClock(const Text &text, int at, Figure &figure);
/// Digits that belong to a name or a document's number.
Reading readCode(const Text &text, int at);

} // namespace verbale::text::vietnamese
