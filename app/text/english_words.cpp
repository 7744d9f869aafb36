#include "text/english_words.h"

#include <array>

namespace verbale::text::english {

namespace {

constexpr int id(Word word)
{
    return static_cast<int>(word);
}

constexpr int id(Approximation approximation)
{
    return static_cast<int>(approximation);
}

constexpr std::array<const char *, 26> codes = {"",    "VND", "USD", "EUR", "JPY", "CNY", "KRW", "GBP", "THB",
                                                "LAK", "KHR", "AUD", "CAD", "SGD", "HKD", "NZD", "CHF", "RUB",
                                                "INR", "IDR", "MYR", "PHP", "MMK", "BND", "TWD", "CUP"};

const FigureWords &numberWords()
{
    static const FigureWords words{
        {u"one", id(Word::Digit), 1},         {u"two", id(Word::Digit), 2},
        {u"three", id(Word::Digit), 3},       {u"four", id(Word::Digit), 4},
        {u"five", id(Word::Digit), 5},        {u"six", id(Word::Digit), 6},
        {u"seven", id(Word::Digit), 7},       {u"eight", id(Word::Digit), 8},
        {u"nine", id(Word::Digit), 9},        {u"ten", id(Word::Teen), 10},
        {u"eleven", id(Word::Teen), 11},      {u"twelve", id(Word::Teen), 12},
        {u"thirteen", id(Word::Teen), 13},    {u"fourteen", id(Word::Teen), 14},
        {u"fifteen", id(Word::Teen), 15},     {u"sixteen", id(Word::Teen), 16},
        {u"seventeen", id(Word::Teen), 17},   {u"eighteen", id(Word::Teen), 18},
        {u"nineteen", id(Word::Teen), 19},    {u"twenty", id(Word::Tens), 20},
        {u"thirty", id(Word::Tens), 30},      {u"forty|fourty", id(Word::Tens), 40},
        {u"fifty", id(Word::Tens), 50},       {u"sixty", id(Word::Tens), 60},
        {u"seventy", id(Word::Tens), 70},     {u"eighty", id(Word::Tens), 80},
        {u"ninety", id(Word::Tens), 90},      {u"hundred", id(Word::Hundred), 2},
        {u"thousand", id(Word::Scale), 3},    {u"million", id(Word::Scale), 6},
        {u"billion", id(Word::Scale), 9},     {u"trillion", id(Word::Scale), 12},
        {u"m|mn", id(Word::ShortScale), 6},   {u"bn|b", id(Word::ShortScale), 9},
        {u"k", id(Word::ShortScale), 3},      {u"dozen", id(Word::Dozen), 12},
        {u"dozens|tens", id(Word::Vague), 1}, {u"hundreds", id(Word::Vague), 2},
        {u"thousands", id(Word::Vague), 3},   {u"millions", id(Word::Vague), 6},
        {u"billions", id(Word::Vague), 9},
    };
    return words;
}

const FigureWords &ordinalWords()
{
    static const FigureWords words{
        {u"first", id(Word::Ordinal), 1},
        {u"second", id(Word::Ordinal), 2},
        {u"third", id(Word::Ordinal), 3},
        {u"fourth", id(Word::Ordinal), 4},
        {u"fifth", id(Word::Ordinal), 5},
        {u"sixth", id(Word::Ordinal), 6},
        {u"seventh", id(Word::Ordinal), 7},
        {u"eighth", id(Word::Ordinal), 8},
        {u"ninth", id(Word::Ordinal), 9},
        {u"tenth", id(Word::Ordinal), 10},
        {u"eleventh", id(Word::Ordinal), 11},
        {u"twelfth", id(Word::Ordinal), 12},
        {u"thirteenth", id(Word::Ordinal), 13},
        {u"fourteenth", id(Word::Ordinal), 14},
        {u"fifteenth", id(Word::Ordinal), 15},
        {u"sixteenth", id(Word::Ordinal), 16},
        {u"seventeenth", id(Word::Ordinal), 17},
        {u"eighteenth", id(Word::Ordinal), 18},
        {u"nineteenth", id(Word::Ordinal), 19},
        {u"twentieth", id(Word::TensOrdinal), 20},
        {u"thirtieth", id(Word::TensOrdinal), 30},
        {u"fortieth", id(Word::TensOrdinal), 40},
        {u"fiftieth", id(Word::TensOrdinal), 50},
        {u"sixtieth", id(Word::TensOrdinal), 60},
        {u"seventieth", id(Word::TensOrdinal), 70},
        {u"eightieth", id(Word::TensOrdinal), 80},
        {u"ninetieth", id(Word::TensOrdinal), 90},
        {u"hundredth", id(Word::HundredOrdinal), 100},
        {u"halves", id(Word::Parts), 2},
        {u"thirds", id(Word::Parts), 3},
        {u"quarters", id(Word::Parts), 4},
        {u"fifths", id(Word::Parts), 5},
        {u"sixths", id(Word::Parts), 6},
        {u"sevenths", id(Word::Parts), 7},
        {u"eighths", id(Word::Parts), 8},
        {u"ninths", id(Word::Parts), 9},
        {u"tenths", id(Word::Parts), 10},
        {u"elevenths", id(Word::Parts), 11},
        {u"half", id(Word::Half), 2},
        {u"quarter", id(Word::Quarter), 4},
    };
    return words;
}

const FigureWords &calendarWords()
{
    static const FigureWords words{
        {u"january|jan", id(Word::Month), 1},
        {u"february|feb", id(Word::Month), 2},
        {u"march|mar", id(Word::Month), 3},
        {u"april|apr", id(Word::Month), 4},
        {u"may", id(Word::Month), 5},
        {u"june|jun", id(Word::Month), 6},
        {u"july|jul", id(Word::Month), 7},
        {u"august|aug", id(Word::Month), 8},
        {u"september|sept|sep", id(Word::Month), 9},
        {u"october|oct", id(Word::Month), 10},
        {u"november|nov", id(Word::Month), 11},
        {u"december|dec", id(Word::Month), 12},
        {u"monday|mondays|mon", id(Word::Weekday), 1},
        {u"tuesday|tuesdays|tue|tues", id(Word::Weekday), 2},
        {u"wednesday|wednesdays|wed", id(Word::Weekday), 3},
        {u"thursday|thursdays|thu|thurs", id(Word::Weekday), 4},
        {u"friday|fridays|fri", id(Word::Weekday), 5},
        {u"saturday|saturdays", id(Word::Weekday), 6},
        {u"sunday|sundays", id(Word::Weekday), 7},
        {u"a|an", id(Word::Article), 1},
        {u"the", id(Word::The), 0},
        {u"and", id(Word::And), 0},
        {u"of", id(Word::Of), 0},
        {u"from|between", id(Word::From), 0},
        {u"to|until|till|through", id(Word::To), 0},
        {u"century", id(Word::Century), 0},
        {u"months", id(Word::Months), 0},
        {u"year", id(Word::Year), 0},
        {u"period", id(Word::Period), 0},
        {u"term|tenure", id(Word::Term), 0},
        {u"school|academic", id(Word::SchoolYear), 0},
        {u"st|nd|rd|th", id(Word::Suffix), 0},
        {u"last|final", id(Word::Last), 0},
        {u"in|since|by|during|before|after|circa|early|late|mid", id(Word::YearLead), 0},
        {u"resolution|decree|article|no|number|section|chapter|boeing|airbus|route|highway|flight|room|annex",
         id(Word::Label), 0},
    };
    return words;
}

} // namespace

FigureWord findWord(QStringView folded)
{
    for (const FigureWords *words : {&numberWords(), &ordinalWords(), &calendarWords()}) {
        if (const FigureWord word = words->find(folded); word.meaning != 0)
            return word;
    }
    return {};
}

FigureWord findApproximation(QStringView folded)
{
    static const FigureWords words{
        {u"about|around|approximately|some|roughly|circa|an estimated|estimated", 1,
         id(Approximation::About)},
        {u"nearly|almost|close to|just under", 1, id(Approximation::Nearly)},
        {u"more than|over|above|in excess of|upwards of|greater than", 1, id(Approximation::MoreThan)},
        {u"less than|fewer than|under|below", 1, id(Approximation::LessThan)},
        {u"at least|a minimum of", 1, id(Approximation::AtLeast)},
        {u"at most|no more than|not more than|a maximum of", 1, id(Approximation::AtMost)},
    };
    return words.find(folded);
}

FigureWord findCurrency(QStringView folded)
{
    static const FigureWords words{
        {u"vnd|dong|vietnamese dong|₫", 1, 1},
        {u"usd|us dollar|us dollars|u.s. dollars|us$|$|dollar|dollars|american dollars", 1, 2},
        {u"euro|euros|eur|€", 1, 3},
        {u"yen|japanese yen|jpy|¥", 1, 4},
        {u"yuan|renminbi|cny|rmb", 1, 5},
        {u"won|krw|₩", 1, 6},
        {u"pound sterling|pounds sterling|gbp|£|￡|british pounds", 1, 7},
        {u"baht|thb|฿", 1, 8},
        {u"kip|lak", 1, 9},
        {u"riel|riels|khr", 1, 10},
        {u"australian dollar|australian dollars|aud|a$|au$", 1, 11},
        {u"canadian dollar|canadian dollars|cad|c$", 1, 12},
        {u"singapore dollar|singapore dollars|sgd|s$", 1, 13},
        {u"hong kong dollar|hong kong dollars|hkd|hk$", 1, 14},
        {u"new zealand dollar|new zealand dollars|nzd|nz$", 1, 15},
        {u"swiss franc|swiss francs|chf", 1, 16},
        {u"rouble|roubles|ruble|rubles|rub", 1, 17},
        {u"rupee|rupees|inr", 1, 18},
        {u"rupiah|idr", 1, 19},
        {u"ringgit|myr", 1, 20},
        {u"peso|pesos|php", 1, 21},
        {u"kyat|mmk", 1, 22},
        {u"brunei dollar|brunei dollars|bnd", 1, 23},
        {u"new taiwan dollar|new taiwan dollars|twd|nt$", 1, 24},
        {u"cuban peso|cuban pesos|cup", 1, 25},
        {u"pounds", 2, 7}, // a weight as often as money: with a magnitude alone
    };
    return words.find(folded);
}

QString currencyCode(int index)
{
    return QString::fromLatin1(codes.at(static_cast<size_t>(index)));
}

Text::Text(QStringView source) : m_tokens(source)
{
    m_words.reserve(static_cast<size_t>(m_tokens.size()));
    for (int i = 0; i < m_tokens.size(); ++i)
        m_words.push_back(m_tokens.isWord(i) ? findWord(m_tokens.text(i)) : FigureWord{});
}

} // namespace verbale::text::english
