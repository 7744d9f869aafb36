#include "text/vietnamese_words.h"

namespace verbale::text::vietnamese {

namespace {

/// The number behind "thứ", "lần" and their like: digits, a Roman numeral, words.
struct Rank
{
    int value = 0; ///< 0: none
    int end = 0;
    bool words = false;
};

Rank rankAt(const Text &text, int at)
{
    const FigureTokens &tokens = text.tokens();
    const bool codeBehind = tokens.joined(at + 1) && (tokens.isWord(at + 1) || tokens.sign(at + 1) == u'/');
    const bool grouped = tokens.joined(at + 1) && tokens.joined(at + 2) && tokens.isDigits(at + 2);
    if (const int number = tokens.smallNumber(at); number > 0 && number < 1000 && !codeBehind && !grouped)
        return {number, at + 1};
    if (const int roman = tokens.roman(at); roman > 0)
        return {roman, at + 1};
    if (text.is(at, Word::Best))
        return {text.value(at), at + 1, true};
    const bool digit = text.is(at, Word::Digit) || text.is(at, Word::Four) || text.is(at, Word::FiveOrYear);
    const bool more =
        text.is(at + 1, Word::Tens) || text.is(at + 1, Word::Hundred) || text.is(at + 1, Word::Scale);
    if (digit && !more)
        return {text.value(at), at + 1, true};
    const AmountReading number = readNumberWords(text, at, false);
    const double value = number.amount.value().toDouble();
    if (number.end == at || value < 1 || value >= 1000)
        return {0, at};
    return {static_cast<int>(value), number.end, true};
}

Reading ordinal(const Text &text, int at, const Rank &rank, Figure &figure)
{
    figure.kind = FigureKind::Ordinal;
    figure.from.number = {QString::number(rank.value), 0, false};
    figure.from.words = rank.words;
    figure.span = text.tokens().span(at, rank.end);
    return {rank.end};
}

Reading weekday(const Text &text, int at, int end, int day, Figure &figure)
{
    figure.kind = FigureKind::Weekday;
    figure.index = day;
    figure.span = text.tokens().span(at, end);
    return {end};
}

/// A date or a word for the week behind a weekday.
bool weekdayTail(const Text &text, int end)
{
    const FigureTokens &tokens = text.tokens();
    if (text.begins(end, Context::WeekdayTail))
        return true;
    const int inner = tokens.sign(end) == u'(' || tokens.sign(end) == u',' ? end + 1 : end;
    const bool slashed = tokens.isDigits(inner) && tokens.sign(inner + 1) == u'/';
    return slashed || (inner > end && text.is(inner, Word::Day));
}

/// "thứ năm": Thursday or fifth.
Reading readNth(const Text &text, int at, Figure &figure)
{
    const FigureTokens &tokens = text.tokens();
    const Rank rank = rankAt(text, at + 1);
    if (rank.value == 0)
        return {at};
    const bool mayBeWeekday = rank.value >= 2 && rank.value <= 7 && rank.end == at + 2 &&
                              tokens.roman(at + 1) == 0 && !text.is(at + 1, Word::Best);
    if (!mayBeWeekday) {
        figure.certain = !(tokens.opens(at) && tokens.sign(rank.end) == u','); // "Thứ nhất, ...": firstly
        return ordinal(text, at, rank, figure);
    }
    const bool meeting = text.follows(at, Context::Meeting);
    if (meeting)
        return ordinal(text, at, rank, figure);
    const bool lead = text.is(at - 1, Word::PartOfDay) || text.follows(at, Context::WeekdayLead);
    const bool capital = rank.words && tokens[at + 1].capital && !tokens[at].capitals;
    const bool of = rank.words && !capital && text.begins(rank.end, Context::Of); // "đêm thứ hai của"
    if ((lead && !of) || capital || weekdayTail(text, rank.end))
        return weekday(text, at, rank.end, rank.value - 1, figure);
    const bool day = text.is(at - 1, Word::Day) && !of; // "ngày thứ hai của": the second day
    if (day || (text.begins(rank.end, Context::WeekdayHint) && !text.follows(at, Context::OrdinalNoun))) {
        figure.certain = false;
        return weekday(text, at, rank.end, rank.value - 1, figure);
    }
    figure.certain = !text.is(at - 1, Word::Day) && text.follows(at, Context::OrdinalNoun);
    return ordinal(text, at, rank, figure);
}

} // namespace

Reading readOrdinal(const Text &text, int at, Figure &figure)
{
    const FigureTokens &tokens = text.tokens();
    if (text.is(at, Word::Nth))
        return readNth(text, at, figure);
    const bool democracy =
        text.follows(at, Context::NotSunday) || (!tokens[at].capital && tokens[at + 1].capital);
    if (text.begins(at, Context::Sunday) && !democracy) { // "dân chủ Nhật"
        constexpr int sunday = 7;
        return weekday(text, at, at + 2, sunday, figure);
    }
    if (text.begins(at, Context::FirstOfAll)) { // the place of "first" is the translator's
        figure.certain = false;
        return ordinal(text, at, {1, at + 2, true}, figure);
    }
    if (text.is(at, Word::Time) || text.is(at, Word::Session)) {
        const bool nth = text.is(at + 1, Word::Nth);
        const int number = nth ? at + 2 : at + 1;
        const Rank rank = rankAt(text, number);
        if (rank.value == 0 || (!nth && rank.words))
            return {at};
        figure.certain = nth || tokens.roman(number) > 0 || !text.begins(rank.end, Context::Counted);
        return ordinal(text, at, rank, figure);
    }
    const bool congress = text.follows(at, Context::Congress);
    if (const int roman = tokens.roman(at); roman > 1 && congress)
        return ordinal(text, at, {roman, at + 1}, figure);
    return {at};
}

} // namespace verbale::text::vietnamese
