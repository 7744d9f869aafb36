#include "text/word_costs.h"

#include "text/syllable_grammar.h"
#include "text/syllable_ranks.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace verbale::text {

namespace {

/// Letters and tone: "hoà" and "hòa" have one.
QString rankKey(const Syllable &syllable)
{
    return syllable.letters() + QChar(char16_t(u'0' + static_cast<int>(syllable.tone)));
}

const QHash<QString, int> &ranks()
{
    static const QHash<QString, int> table = [] {
        QHash<QString, int> ranked;
        int rank = 0;
        for (const QStringView word : QStringView(frequentSyllables).split(u' ', Qt::SkipEmptyParts)) {
            if (const auto syllable = parseSyllable(word))
                ranked.insert(rankKey(*syllable), rank);
            ++rank;
        }
        return ranked;
    }();
    return table;
}

/// The commonest English words, and those that are also Telex for a syllable ("its", "last", "been").
const QSet<QString> &commonEnglish()
{
    static constexpr std::u16string_view words =
        u"the of and to in a for is on that by this with i you it not or be are from at as your all have new "
        u"more an was we will can us about if my has but our one other do no they he up may what which their "
        u"out use any there see only so his when here who also now help get me first been would how were "
        u"some "
        u"these its like than she her him had too them then into over after last two most must just cost "
        u"lost "
        u"best test past list trust host coast rest term turn born own down town low law show view soon moon "
        u"room door poor look book need seen meet week three free keep feel six tax box max gas bus yes let "
        u"lets songs things hands cars goods laws rooms books looks sees tools cook food good took stood "
        u"root "
        u"boom loss less class pass mass boss miss cross press access process across add odd los las der des "
        u"les";
    static const QSet<QString> set = [] {
        QSet<QString> all;
        for (const QStringView word : QStringView(words).split(u' ', Qt::SkipEmptyParts))
            all.insert(word.toString());
        return all;
    }();
    return set;
}

/// Small letters, one capital and small letters, or capitals.
bool hasUsualCase(QStringView word)
{
    const auto isUpper = [](QChar c) { return c.isUpper(); };
    const qsizetype capitals = std::count_if(word.begin(), word.end(), isUpper);
    return capitals == 0 || capitals == word.size() || (capitals == 1 && word.front().isUpper());
}

bool isAscii(QStringView word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) { return c.unicode() < 0x80; });
}

double signCost(char16_t sign)
{
    constexpr std::u16string_view common =
        u"\u00A0\u201C\u201D\u2018\u2019\u2013\u2014\u2026\u2022\u20AB\u20AC";
    if (sign < 0x20)
        return sign == u'\t' || sign == u'\n' || sign == u'\r' ? 0 : 15;
    if (sign < 0x7F || sign == 0xFEFF)
        return 0;
    if (sign < 0xA0)
        return 15;
    if (common.find(sign) != std::u16string_view::npos)
        return 3;
    return sign == 0xB0 || sign == 0xAB || sign == 0xBB || sign == 0xA7 ? 4 : 7;
}

/// What it costs that a sign which is not ASCII touches the letters around it: it may be a letter in truth.
double touchCost(QStringView text, qsizetype i)
{
    constexpr std::u16string_view closing = u"\u2019\u201D\u00BB\u203A\u2013\u2014\u2026\u2122\u00AE\u00A0";
    constexpr std::u16string_view joining = u"\u2019\u2013\u2014\u2026\u00A0";
    const char16_t sign = text[i].unicode();
    if (sign < 0x80 || i == 0 || !text[i - 1].isLetter())
        return 0;
    if (i + 1 < text.size() && text[i + 1].isLetter())
        return joining.find(sign) == std::u16string_view::npos ? 8 : 0;
    return closing.find(sign) == std::u16string_view::npos ? 4 : 0;
}

double vietnameseCostIgnoringCase(QStringView word)
{
    const std::optional<Syllable> syllable = parseSyllable(word);
    if (!syllable)
        return impossibleCost;
    const auto rank = ranks().constFind(rankKey(*syllable));
    return rank == ranks().cend() ? rareSyllableCost : 1.35 * std::log(*rank + 21.0) - 0.15;
}

/// What no language ends, begins or joins its words with, but the keys of Telex do.
double unlikelyKeys(QStringView word)
{
    const QString small = word.toString().toLower();
    double cost = 0;
    cost += small.startsWith(u"dd") ? 5 : 0;
    cost += small.endsWith(u'j') ? 4 : 0;
    cost += small.contains(u"uw") ? 4 : 0;
    cost += small.contains(u"aa") ? 2 : 0;
    return cost;
}

} // namespace

double vietnameseCost(QStringView word)
{
    const double cost = vietnameseCostIgnoringCase(word);
    return cost < impossibleCost && !hasUsualCase(word) ? cost + 3 : cost;
}

double foreignCost(QStringView word)
{
    double marks = 0;
    for (const QChar c : word) {
        const char16_t unit = c.unicode();
        if (isVietnameseLetter(unit))
            marks += 5;
        else if (unit >= 0x80)
            marks += unit < 0x180 ? 2.5 : 7; // Western letters; others within a word are an accident
    }
    if (marks == 0 && commonEnglish().contains(word.toString().toLower()))
        return commonEnglishCost;
    const double keys = marks == 0 && word.size() > 2 ? unlikelyKeys(word) : 0;
    return 5 + std::min<double>(9, double(word.size())) + marks + keys + (hasUsualCase(word) ? 0 : 1);
}

TextCost textCost(QStringView text, bool smallCapitals)
{
    TextCost result;
    qsizetype done = 0;
    const auto signsUpTo = [&](qsizetype start, qsizetype end) {
        for (; done < start; ++done) {
            const double cost = signCost(text[done].unicode());
            const double touching = touchCost(text, done);
            result.cost += cost + touching;
            result.signs += cost > 4 || touching > 0 ? 1 : 0;
        }
        done = end;
    };
    forEachWord(text, [&](qsizetype start, qsizetype end) {
        signsUpTo(start, end);
        const QStringView word = text.mid(start, end - start);
        if (isAscii(word))
            return;
        ++result.words;
        const double vietnamese = smallCapitals ? vietnameseCostIgnoringCase(word) : vietnameseCost(word);
        const double foreign = foreignCost(word);
        result.vietnamese += vietnamese < impossibleCost ? 1 : 0;
        const bool besideDigit =
            (start > 0 && text[start - 1].isDigit()) || (end < text.size() && text[end].isDigit());
        result.cost += std::min(vietnamese, foreign) + (besideDigit ? 5 : 0);
    });
    signsUpTo(text.size(), text.size());
    return result;
}

void forEachWord(QStringView text, const std::function<void(qsizetype, qsizetype)> &use)
{
    const auto belongs = [](QChar c) {
        const char16_t unit = c.unicode();
        if (unit < 0x80)
            return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z');
        return unit != 0xAA && unit != 0xBA && (c.isLetter() || c.isMark());
    };
    qsizetype start = -1;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool inside = i < text.size() && belongs(text[i]);
        if (inside && start < 0)
            start = i;
        if (!inside && start >= 0) {
            use(start, i);
            start = -1;
        }
    }
}

} // namespace verbale::text
