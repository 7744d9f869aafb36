#include "glossary/engine/term_places.h"

#include <algorithm>
#include <array>

namespace verbale::glossary {

namespace {

constexpr std::array formNames{u"", u"ordinal", u"word", u"roman"};

std::optional<PlaceForm> formNamed(QStringView name)
{
    for (std::size_t i = 1; i < formNames.size(); ++i) {
        if (name == QStringView(formNames[i]))
            return static_cast<PlaceForm>(i);
    }
    return std::nullopt;
}

bool isName(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c == u'_' || (c.unicode() < 0x80 && c.isLetterOrNumber());
    });
}

/// The place between two braces, or none. An unknown form is a fault, and no place.
std::optional<TermPlace> placeOf(QStringView term, qsizetype open, qsizetype close)
{
    const QStringView inside = term.mid(open + 1, close - open - 1);
    const qsizetype colon = inside.indexOf(u':');
    const QStringView name = colon < 0 ? inside : inside.first(colon);
    const std::optional<PlaceForm> form =
        colon < 0 ? std::optional(PlaceForm::AsWritten) : formNamed(inside.mid(colon + 1));
    if (!isName(name) || !form)
        return std::nullopt;
    return TermPlace{{open, close + 1}, name.toString(), *form};
}

struct Numeral
{
    int value;
    const char *letters;
};

constexpr std::array<Numeral, 13> numerals{{{1000, "M"},
                                            {900, "CM"},
                                            {500, "D"},
                                            {400, "CD"},
                                            {100, "C"},
                                            {90, "XC"},
                                            {50, "L"},
                                            {40, "XL"},
                                            {10, "X"},
                                            {9, "IX"},
                                            {5, "V"},
                                            {4, "IV"},
                                            {1, "I"}}};

constexpr std::array<const char *, 20> smallNumbers{
    "zero",     "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<const char *, 10> tens{"",      "",      "twenty",  "thirty", "forty",
                                            "fifty", "sixty", "seventy", "eighty", "ninety"};

QString cardinalWords(qint64 number)
{
    const auto word = [](const auto &table, qint64 at) {
        return QString::fromLatin1(table[static_cast<std::size_t>(at)]);
    };
    if (number < 20)
        return word(smallNumbers, number);
    if (number < 100)
        return word(tens, number / 10) +
               (number % 10 == 0 ? QString() : u'-' + word(smallNumbers, number % 10));
    const QString hundreds = word(smallNumbers, number / 100) + QStringLiteral(" hundred");
    return number % 100 == 0 ? hundreds : hundreds + QStringLiteral(" and ") + cardinalWords(number % 100);
}

QString inPlace(const PlaceValue &value, PlaceForm form)
{
    const bool figures =
        std::any_of(value.written.begin(), value.written.end(), [](QChar c) { return c.isDigit(); });
    QString text;
    switch (form) {
    case PlaceForm::AsWritten:
        break;
    case PlaceForm::Ordinal:
        text = ordinalFigures(value.number);
        break;
    case PlaceForm::Word:
        text = ordinalWords(value.number);
        if (!text.isEmpty())
            text.front() = text.front().toUpper();
        break;
    case PlaceForm::Roman:
        text = romanNumeral(value.number);
        break;
    }
    if (!text.isEmpty())
        return text;
    // English writes the letters of a document's number without their marks: NĐ-CP, ND-CP.
    return figures ? QString(value.written).replace(u'Đ', u'D').replace(u'đ', u'd')
                   : QString::number(value.number);
}

} // namespace

QList<TermPlace> termPlaces(QStringView term)
{
    QList<TermPlace> places;
    for (qsizetype open = term.indexOf(u'{'); open >= 0; open = term.indexOf(u'{', open + 1)) {
        const qsizetype close = term.indexOf(u'}', open);
        if (close < 0)
            break;
        if (std::optional<TermPlace> place = placeOf(term, open, close)) {
            places.append(*std::move(place));
            open = close;
        }
    }
    return places;
}

QStringList placeNames(QStringView term)
{
    QStringList names;
    for (const TermPlace &place : termPlaces(term))
        names.append(place.name);
    names.removeDuplicates();
    names.sort();
    return names;
}

QString placeFault(QStringView term)
{
    if (term.count(u'{') != term.count(u'}'))
        return QStringLiteral("has a brace without its other one");
    for (qsizetype open = term.indexOf(u'{'); open >= 0; open = term.indexOf(u'{', open + 1)) {
        const qsizetype close = term.indexOf(u'}', open);
        if (close < 0)
            return QStringLiteral("has a brace without its other one");
        if (!placeOf(term, open, close))
            return QStringLiteral("has %1; write {n}, {n:ordinal}, {n:word}, {n:roman}, {year} or {code}")
                .arg(term.mid(open, close + 1 - open));
        open = close;
    }
    return {};
}

std::optional<QString> fillPlaces(const QString &term, const QList<PlaceValue> &values)
{
    QString filled;
    qsizetype at = 0;
    for (const TermPlace &place : termPlaces(term)) {
        const auto value = std::find_if(values.begin(), values.end(),
                                        [&](const PlaceValue &known) { return known.name == place.name; });
        if (value == values.end())
            return std::nullopt;
        filled += QStringView(term).mid(at, place.span.start - at);
        filled += inPlace(*value, place.form);
        at = place.span.end;
    }
    filled += QStringView(term).mid(at);
    return filled;
}

QString ordinalFigures(qint64 number)
{
    if (number <= 0)
        return {};
    constexpr std::array<const char *, 4> endings{"th", "st", "nd", "rd"};
    const qint64 last = number % 10;
    const bool teen = number / 10 % 10 == 1;
    return QString::number(number) +
           QLatin1String(endings[teen || last > 3 ? 0 : static_cast<std::size_t>(last)]);
}

QString ordinalWords(qint64 number)
{
    constexpr qint64 end = 1000;
    if (number <= 0 || number >= end)
        return {};
    QString words = cardinalWords(number);
    constexpr std::array<std::pair<const char *, const char *>, 7> odd{{{"one", "first"},
                                                                        {"two", "second"},
                                                                        {"three", "third"},
                                                                        {"five", "fifth"},
                                                                        {"eight", "eighth"},
                                                                        {"nine", "ninth"},
                                                                        {"twelve", "twelfth"}}};
    const qsizetype last = std::max(words.lastIndexOf(u' '), words.lastIndexOf(u'-')) + 1;
    for (const auto &[cardinal, ordinal] : odd) {
        if (QStringView(words).mid(last) == QLatin1String(cardinal))
            return words.first(last) + QLatin1String(ordinal);
    }
    if (words.endsWith(u'y'))
        return words.chopped(1) + QStringLiteral("ieth");
    return words + QStringLiteral("th");
}

QString romanNumeral(qint64 number)
{
    constexpr qint64 end = 4000;
    QString letters;
    if (number <= 0 || number >= end)
        return letters;
    for (const Numeral &numeral : numerals) {
        for (; number >= numeral.value; number -= numeral.value)
            letters += QLatin1String(numeral.letters);
    }
    return letters;
}

int romanValue(QStringView numeral)
{
    int value = 0;
    QStringView rest = numeral;
    for (const Numeral &part : numerals) {
        const QLatin1String letters(part.letters);
        while (rest.startsWith(letters)) {
            value += part.value;
            rest = rest.mid(letters.size());
        }
    }
    return rest.isEmpty() && !numeral.isEmpty() && romanNumeral(value) == numeral ? value : 0;
}

} // namespace verbale::glossary
