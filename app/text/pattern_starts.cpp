#include "text/pattern_starts.h"

#include <QtCore/QString>

#include <algorithm>
#include <optional>
#include <set>
#include <string>

namespace verbale::text {

namespace {

constexpr size_t longestStart = 4;
constexpr size_t most = 4000;

/// Characters that are alike for the starts: digits, white space; of others than ASCII a few share a symbol.
unsigned char symbolOf(char16_t unit)
{
    const QChar c(unit);
    if (c.isDigit())
        return '0';
    if (c.isSpace())
        return ' ';
    return static_cast<unsigned char>(unit < 0x80 ? unit : 0x80U | ((unit ^ (unit >> 7U)) & 0x7FU));
}

struct Start
{
    std::string symbols;
    bool open = false; ///< what follows is not known

    bool operator<(const Start &other) const
    {
        return symbols != other.symbols ? symbols < other.symbols : open < other.open;
    }
};

using Starts = std::set<Start>;

Starts joined(const Starts &first, const Starts &second)
{
    Starts all;
    for (const Start &start : first) {
        if (start.open || start.symbols.size() >= longestStart) {
            all.insert(start);
            continue;
        }
        for (const Start &next : second)
            all.insert({(start.symbols + next.symbols).substr(0, longestStart), next.open});
    }
    return all;
}

Starts opened(const Starts &starts)
{
    Starts all;
    for (const Start &start : starts)
        all.insert({start.symbols, true});
    return all;
}

/// Reads the part of the expressions' language that the word lists use.
class Reader
{
public:
    explicit Reader(QStringView pattern) : m_rest(pattern) {}

    /// Nothing where the expression may match anywhere or is not understood.
    std::optional<Starts> read()
    {
        Starts starts = alternatives(true);
        if (!m_understood || !m_rest.isEmpty() || starts.size() > most)
            return std::nullopt;
        return starts;
    }

private:
    Starts alternatives(bool outermost)
    {
        Starts all;
        do {
            if (outermost && !m_rest.startsWith(u'^'))
                m_understood = false;
            all.merge(sequence());
        } while (m_understood && take(u'|'));
        return all;
    }

    Starts sequence()
    {
        Starts all = {Start()};
        while (m_understood && !m_rest.isEmpty() && m_rest[0] != u'|' && m_rest[0] != u')') {
            all = joined(all, quantified(atom()));
            m_understood = m_understood && all.size() <= most;
        }
        return all;
    }

    Starts quantified(Starts starts)
    {
        if (m_rest.isEmpty())
            return starts;
        bool optional = false;
        if (take(u'?')) {
            starts.insert(Start());
            return starts;
        }
        if (take(u'*')) {
            optional = true;
        } else if (take(u'{')) {
            optional = m_rest.startsWith(u'0');
            m_rest = m_rest.mid(std::max<qsizetype>(0, m_rest.indexOf(u'}')) + 1);
        } else if (!take(u'+')) {
            return starts;
        }
        starts = opened(starts);
        if (optional)
            starts.insert(Start());
        return starts;
    }

    Starts atom()
    {
        const char16_t unit = next();
        switch (unit) {
        case u'^':
        case u'$':
            return {Start()};
        case u'.':
            return {Start{{}, true}};
        case u'(':
            return group();
        case u'[':
            return characterClass();
        case u'\\':
            return escaped(next());
        default:
            return {Start{std::string(1, static_cast<char>(symbolOf(unit))), false}};
        }
    }

    Starts group()
    {
        const bool looksAhead = m_rest.startsWith(QStringLiteral("?!"));
        if (looksAhead)
            m_rest = m_rest.mid(2);
        else if (m_rest.startsWith(u'?'))
            m_understood = false;
        Starts starts = alternatives(false);
        m_understood = m_understood && take(u')');
        return looksAhead ? Starts{Start()} : starts;
    }

    Starts characterClass()
    {
        const bool others = take(u'^');
        Starts starts;
        while (!m_rest.isEmpty() && m_rest[0] != u']') {
            char16_t from = next();
            if (from == u'\\')
                starts.merge(escaped(from = next()));
            char16_t to = from;
            if (m_rest.size() > 1 && m_rest[0] == u'-' && m_rest[1] != u']') {
                next();
                to = next();
            }
            for (char32_t unit = from; unit <= to && starts.size() < most; ++unit)
                starts.insert(
                    {std::string(1, static_cast<char>(symbolOf(static_cast<char16_t>(unit)))), false});
        }
        m_understood = m_understood && take(u']');
        return others ? Starts{Start{{}, true}} : starts;
    }

    static Starts escaped(char16_t unit)
    {
        const QStringView others = u"wWSDpPR";
        if (unit == u'b' || unit == u'B')
            return {Start()};
        if (others.contains(unit))
            return {Start{{}, true}};
        const char symbol = unit == u'd' ? '0' : unit == u's' ? ' ' : static_cast<char>(symbolOf(unit));
        return {Start{std::string(1, symbol), false}};
    }

    bool take(QChar c)
    {
        if (!m_rest.startsWith(c))
            return false;
        m_rest = m_rest.mid(1);
        return true;
    }

    char16_t next()
    {
        if (m_rest.isEmpty()) {
            m_understood = false;
            return 0;
        }
        const char16_t unit = m_rest[0].unicode();
        m_rest = m_rest.mid(1);
        return unit;
    }

    QStringView m_rest;
    bool m_understood = true;
};

} // namespace

PatternStarts::PatternStarts(QStringView pattern)
{
    static_assert(longest == longestStart);
    const std::optional<Starts> starts = Reader(pattern).read();
    m_any = !starts || starts->count(Start()) > 0 || starts->count(Start{{}, true}) > 0;
    if (m_any)
        return;
    for (const Start &start : *starts) {
        std::uint32_t packed = 0;
        for (const char symbol : start.symbols)
            packed = (packed << 8U) | static_cast<unsigned char>(symbol);
        m_starts[start.symbols.size() - 1].push_back(packed);
        m_first.set(static_cast<unsigned char>(start.symbols[0]));
    }
    for (std::vector<std::uint32_t> &ofLength : m_starts) {
        std::sort(ofLength.begin(), ofLength.end());
        ofLength.erase(std::unique(ofLength.begin(), ofLength.end()), ofLength.end());
    }
}

bool PatternStarts::mayMatch(QStringView text) const
{
    if (m_any)
        return true;
    if (text.isEmpty() || (!m_first[symbolOf(text[0].unicode())] && !text[0].isSurrogate()))
        return false;
    std::uint32_t packed = 0;
    const size_t size = std::min(longest, static_cast<size_t>(text.size()));
    for (size_t i = 0; i < size; ++i) {
        const QChar c = text[static_cast<qsizetype>(i)];
        if (c.isSurrogate()) // a digit of another plane
            return true;
        packed = (packed << 8U) | symbolOf(c.unicode());
        if (std::binary_search(m_starts[i].begin(), m_starts[i].end(), packed))
            return true;
    }
    return false;
}

} // namespace verbale::text
