#include "text/typed_text.h"

#include "text/typed_words.h"
#include "text/word_costs.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <string_view>
#include <vector>

namespace verbale::text {

namespace {

/// The neighbours' say: a foreign word among Vietnamese ones, and the way back.
constexpr double toForeign = 3.2;
constexpr double stayForeign = 0.5;
constexpr double toVietnamese = 0.9;
constexpr double stayVietnamese = 0.05;
/// In a text that is known to be typed: of a foreign word that would also be a syllable with its marks; of
/// one whose keys no language has ("Laof", "chuwa"); of a name with a long vowel, as Asian ones have it
/// ("Moon", "Lee").
constexpr double foreignByChance = 5;
constexpr double foreignWithKeys = 9;
constexpr double foreignName = 2.5;
/// From this cost on a reading has its keys in an unusual order.
constexpr double unusualReading = 3;
/// Of a word with marks beside a digit or another alphabet's letter.
constexpr double besideOther = 4;

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isOfNumberOrName(QChar c)
{
    return c == u'_' || c.isDigit() || (c.unicode() >= 0x80 && c.isLetter());
}

bool isViqrMark(QChar c)
{
    return std::u16string_view(u"^(+'`?~.").find(c.unicode()) != std::u16string_view::npos;
}

/// Where a web or mail address that begins at `start` ends; `start` where none does.
qsizetype addressEnd(QStringView line, qsizetype start)
{
    qsizetype end = start;
    while (end < line.size() && !line[end].isSpace())
        ++end;
    const QStringView chunk = line.mid(start, end - start);
    const bool address = chunk.contains(u"://") || chunk.startsWith(u"www.") ||
                         (chunk.indexOf(u'@') > 0 && chunk.contains(u'.'));
    return address ? end : start;
}

double chanceOf(const QString &word)
{
    const QString small = word.toLower();
    if (small.endsWith(u'f') || small.endsWith(u'j') || small.startsWith(u"dd") || small.contains(u"aa") ||
        small.contains(u"uw"))
        return foreignWithKeys;
    const bool longVowel = small.contains(u"ee") || small.contains(u"oo");
    const bool tone = std::u16string_view(u"srx").find(small.back().unicode()) != std::u16string_view::npos;
    return longVowel && !tone && word.front().isUpper() ? foreignName : foreignByChance;
}

/// A way into a place of the line: the word that ends before it, in one of two languages.
struct Node
{
    qsizetype place = 0;
    double cost = std::numeric_limits<double>::infinity();
    qsizetype from = -1; ///< the node before
    qsizetype wordStart = 0;
    WordReading reading;
    bool vietnamese = false;
    bool word = false;
};

/// Finds the likeliest readings of the words of one line (Viterbi's algorithm on two languages).
class LineReader
{
public:
    LineReader(QStringView line, Encoding encoding, Typing typing, TypedText &result)
        : m_line(line), m_viqr(encoding == Encoding::Viqr), m_known(typing == Typing::Known), m_result(result)
    {
    }

    void run()
    {
        const auto [first, skipped] = nextWord(0);
        reach({first, skipped, -1, 0, {}, true, false});
        reach({first, skipped + 1, -1, 0, {}, false, false});
        while (m_open.begin()->first < m_line.size()) {
            const std::array<qsizetype, 2> nodes = m_open.begin()->second;
            const qsizetype place = m_open.begin()->first;
            m_open.erase(m_open.begin());
            extend(place, nodes);
        }
        qsizetype best = -1;
        for (const qsizetype node : m_open.begin()->second) {
            if (node >= 0 && (best < 0 || at(node).cost < at(best).cost))
                best = node;
        }
        m_result.gain += foreignLineCost() - at(best).cost;
        write(best);
    }

private:
    [[nodiscard]] const Node &at(qsizetype node) const { return m_nodes[std::size_t(node)]; }

    /// The next place where a word begins, and what the signs before it cost.
    [[nodiscard]] std::pair<qsizetype, double> nextWord(qsizetype from) const
    {
        double cost = 0;
        qsizetype i = from;
        qsizetype marks = from; // where the marks after the word end
        for (; i < m_line.size() && !isAsciiLetter(m_line[i]); ++i) {
            if (!m_viqr || i != marks || !isViqrMark(m_line[i]) || from == 0)
                continue;
            cost += signCost(i, m_line[from - 1].unicode());
            ++marks;
        }
        return {i, cost};
    }

    /// What it costs that a mark after a letter is none: much where the letter takes it.
    [[nodiscard]] double signCost(qsizetype i, char16_t letter) const
    {
        constexpr std::u16string_view vowels = u"aeiouyAEIOUY";
        const bool inside = i + 1 < m_line.size() && isAsciiLetter(m_line[i + 1]);
        if (vowels.find(letter) == std::u16string_view::npos)
            return 0.5;
        switch (m_line[i].unicode()) {
        case u'.':
        case u'?':
            return inside ? 1.5 : 0;
        case u'\'':
            return inside ? 2 : 1.5;
        case u'(':
            return inside ? 2 : 1;
        default:
            return 7;
        }
    }

    void reach(Node node)
    {
        const auto found = m_open.find(node.place);
        auto &ways = found == m_open.end()
                         ? m_open.emplace(node.place, std::array<qsizetype, 2>{-1, -1}).first->second
                         : found->second;
        qsizetype &slot = ways[node.vietnamese ? 1 : 0];
        if (slot >= 0 && at(slot).cost <= node.cost)
            return;
        m_nodes.push_back(std::move(node));
        slot = qsizetype(m_nodes.size()) - 1;
    }

    void extend(qsizetype place, const std::array<qsizetype, 2> &nodes)
    {
        const bool joined = place > 0 && isOfNumberOrName(m_line[place - 1]);
        const qsizetype address = addressEnd(m_line, place);
        if (address > place) {
            step(place, nodes, {m_line.mid(place, address - place).toString(), address - place, 5}, false);
            return;
        }
        const std::vector<WordReading> readings =
            m_viqr ? viqrReadings(m_line.mid(place)) : telexReadings(m_line.mid(place));
        const qsizetype plainEnd = place + readings.front().consumed;
        const bool apart = !joined && (plainEnd >= m_line.size() || !isOfNumberOrName(m_line[plainEnd]));
        WordReading foreign = readings.front();
        foreign.cost = foreignCost(foreign.text);
        foreign.cost += m_known ? chanceCost(readings) : 0;
        step(place, nodes, foreign, false);
        for (const WordReading &reading : readings) {
            WordReading syllable = reading;
            if (reading.changed && !apart)
                syllable.cost += besideOther;
            const double cost = vietnameseCost(reading.text);
            syllable.cost += cost;
            if (cost < impossibleCost)
                step(place, nodes, syllable, true);
        }
    }

    /// What it costs in a text that is typed that a word which would be a syllable with its marks is none. An
    /// acronym may be one by chance.
    [[nodiscard]] static double chanceCost(const std::vector<WordReading> &readings)
    {
        const QString &plain = readings.front().text;
        const bool acronym = plain.size() > 1 && plain == plain.toUpper();
        double likeliest = impossibleCost;
        for (const WordReading &reading : readings) {
            if (reading.changed && reading.cost < unusualReading)
                likeliest = std::min(likeliest, vietnameseCost(reading.text));
        }
        if (likeliest >= impossibleCost || (acronym && likeliest >= rareSyllableCost))
            return 0;
        return chanceOf(plain);
    }

    void step(qsizetype place, const std::array<qsizetype, 2> &nodes, const WordReading &reading,
              bool vietnamese)
    {
        const auto [next, skipped] = nextWord(place + reading.consumed);
        for (const qsizetype from : nodes) {
            if (from < 0)
                continue;
            const double turn = at(from).vietnamese ? (vietnamese ? stayVietnamese : toForeign)
                                                    : (vietnamese ? toVietnamese : stayForeign);
            reach({next, at(from).cost + turn + reading.cost + skipped, from, place, reading, vietnamese,
                   true});
        }
    }

    [[nodiscard]] double foreignLineCost() const
    {
        auto [place, cost] = nextWord(0);
        while (place < m_line.size()) {
            qsizetype end = addressEnd(m_line, place);
            if (end > place) {
                cost += 5;
            } else {
                while (end < m_line.size() && isAsciiLetter(m_line[end]))
                    ++end;
                cost += foreignCost(m_line.mid(place, end - place));
            }
            const auto [next, skipped] = nextWord(end);
            place = next;
            cost += skipped;
        }
        return cost;
    }

    void write(qsizetype last)
    {
        std::vector<qsizetype> path;
        for (qsizetype node = last; node >= 0; node = at(node).from)
            path.push_back(node);
        qsizetype done = 0;
        for (auto node = path.rbegin(); node != path.rend(); ++node) {
            const Node &word = at(*node);
            if (!word.word)
                continue;
            writeBetween(done, word.wordStart);
            m_result.text += word.reading.text;
            done = word.wordStart + word.reading.consumed;
            ++m_result.words;
            m_result.marked += word.reading.changed ? 1 : 0;
            m_result.certain += word.reading.certain ? 1 : 0;
            m_result.plain += word.vietnamese && !word.reading.changed ? 1 : 0;
        }
        writeBetween(done, m_line.size());
    }

    /// VIQR's backslash says that the next character is itself.
    void writeBetween(qsizetype from, qsizetype to)
    {
        for (qsizetype i = from; i < to; ++i) {
            const bool escape =
                m_viqr && m_line[i] == u'\\' && i + 1 < m_line.size() &&
                (isViqrMark(m_line[i + 1]) || m_line[i + 1] == u'\\' || m_line[i + 1].toLower() == u'd');
            if (escape && m_line[i + 1] == u'\\' && i + 1 < to)
                ++i; // two are one
            else if (escape)
                continue;
            m_result.text += m_line[i];
        }
    }

    QStringView m_line;
    bool m_viqr = false;
    bool m_known = false;
    TypedText &m_result;
    std::vector<Node> m_nodes;
    std::map<qsizetype, std::array<qsizetype, 2>> m_open;
};

} // namespace

TypedText readTyped(QStringView text, Encoding encoding, Typing typing)
{
    TypedText result;
    result.text.reserve(text.size());
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype lineEnd = text.indexOf(u'\n', start);
        const qsizetype end = lineEnd < 0 ? text.size() : lineEnd + 1;
        LineReader(text.mid(start, end - start), encoding, typing, result).run();
        start = end;
    }
    return result;
}

} // namespace verbale::text
