#include "text/syllable_grammar.h"
#include "text/typed_words.h"

#include <algorithm>
#include <string_view>

namespace verbale::text {

namespace {

constexpr double unusualOrder = 3;

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isPlainVowel(QChar c)
{
    return std::u16string_view(u"aeiouy").find(c.unicode()) != std::u16string_view::npos;
}

/// A part of the typed word with its letters' places in it; keys that were used up are gone.
struct Typed
{
    QString letters;
    std::vector<qsizetype> places;
    double cost = 0;

    void remove(qsizetype i)
    {
        letters.remove(i, 1);
        places.erase(places.begin() + i);
    }
};

/// With each doubled a, e, o made one letter, and a doubled d.
Typed withoutDoubles(Typed typed)
{
    constexpr std::u16string_view plain = u"aeod";
    constexpr std::u16string_view made = u"âêôđ";
    for (std::size_t k = 0; k < plain.size(); ++k) {
        const qsizetype first = typed.letters.indexOf(QChar(plain[k]));
        const qsizetype second = first < 0 ? -1 : typed.letters.indexOf(QChar(plain[k]), first + 1);
        if (second < 0 || (plain[k] == u'd' && first != 0))
            continue;
        typed.letters[first] = QChar(made[k]);
        typed.cost += second == first + 1 ? 0 : unusualOrder;
        typed.remove(second);
    }
    return typed;
}

void addHorned(std::vector<Typed> &forms, const Typed &typed, std::u16string_view from,
               std::u16string_view to)
{
    const qsizetype place = typed.letters.indexOf(QStringView(from));
    if (place < 0)
        return;
    Typed form = typed;
    for (std::size_t k = 0; k < to.size(); ++k)
        form.letters[place + qsizetype(k)] = QChar(to[k]);
    forms.push_back(std::move(form));
}

/// What the key w can have made: a breve, a horn, two horns, or the letter ư itself.
std::vector<Typed> withoutW(const Typed &typed)
{
    const qsizetype first = typed.letters.indexOf(u'w');
    if (first < 0)
        return {typed};
    Typed rest = typed;
    rest.remove(first);
    const qsizetype second = rest.letters.indexOf(u'w');
    if (second >= 0)
        rest.remove(second);
    if (rest.letters.contains(u'w'))
        return {};
    std::vector<Typed> forms;
    if (second < 0) {
        const bool afterVowel = first > 0 && isPlainVowel(typed.letters[first - 1]);
        rest.cost += afterVowel ? 0 : unusualOrder;
        addHorned(forms, rest, u"uo", u"ươ");
        addHorned(forms, rest, u"u", u"ư");
        addHorned(forms, rest, u"o", u"ơ");
        addHorned(forms, rest, u"a", u"ă");
        if (!afterVowel) { // "tw" for "tư"
            Typed letter = typed;
            letter.letters[first] = u'ư';
            letter.cost += unusualOrder;
            forms.push_back(std::move(letter));
        }
    } else {
        addHorned(forms, rest, u"uo", u"ươ");
        addHorned(forms, rest, u"uu", u"ưư");
    }
    return forms;
}

/// The syllable with each letter in the case in which it was typed.
QString inCase(const QString &small, const Typed &typed, QStringView word)
{
    QString result = small;
    for (qsizetype i = 0; i < result.size() && i < qsizetype(typed.places.size()); ++i) {
        if (word[typed.places[std::size_t(i)]].isUpper())
            result[i] = result[i].toUpper();
    }
    return result;
}

/// With the tone on some vowel.
QString toned(QString letters, Tone tone)
{
    for (QChar &letter : letters) {
        const char16_t marked = withTone(letter.unicode(), tone);
        if (marked != letter.unicode()) {
            letter = QChar(marked);
            break;
        }
    }
    return letters;
}

void addReadings(std::vector<WordReading> &readings, const Typed &typed, Tone tone, QStringView word)
{
    for (const Typed &form : withoutW(typed)) {
        const Typed whole = withoutDoubles(form);
        const std::optional<Syllable> syllable = parseSyllable(toned(whole.letters, tone));
        if (!syllable)
            continue;
        const QString written = writeSyllable(*syllable);
        const QString text = inCase(written, whole, word);
        readings.push_back({text, word.size(), whole.cost, true, true});
    }
}

} // namespace

std::vector<WordReading> telexReadings(QStringView rest)
{
    qsizetype length = 0;
    while (length < rest.size() && isAsciiLetter(rest[length]))
        ++length;
    const QStringView word = rest.first(length);
    std::vector<WordReading> readings = {{word.toString(), length, 0, false, false}};
    if (length < 2 || length > 11)
        return readings;
    Typed all{word.toString().toLower(), {}, 0};
    for (qsizetype i = 0; i < length; ++i)
        all.places.push_back(i);

    constexpr std::u16string_view keys = u"frxsj";
    constexpr Tone tones[] = {Tone::Grave, Tone::Hook, Tone::Tilde, Tone::Acute, Tone::Dot};
    if (std::any_of(all.letters.cbegin(), all.letters.cend(), [](QChar c) {
            return std::u16string_view(u"aeodw").find(c.unicode()) != std::u16string_view::npos;
        })) {
        std::vector<WordReading> level;
        addReadings(level, all, Tone::Level, word);
        for (WordReading &reading : level) {
            if (reading.text != readings.front().text)
                readings.push_back(std::move(reading));
        }
    }
    bool vowelBefore = false;
    for (qsizetype i = 0; i < length; ++i) {
        const std::size_t tone = keys.find(all.letters[i].unicode());
        if (vowelBefore && tone != std::u16string_view::npos) {
            Typed rest2 = all;
            rest2.remove(i);
            rest2.cost += i + 1 == length || !isPlainVowel(all.letters[i + 1]) ? 0 : unusualOrder;
            addReadings(readings, rest2, tones[tone], word);
        }
        vowelBefore = vowelBefore || isPlainVowel(all.letters[i]) || all.letters[i] == u'w';
    }
    return readings;
}

} // namespace verbale::text
