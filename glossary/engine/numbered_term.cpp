#include "glossary/engine/numbered_term.h"

#include "glossary/engine/term_places.h"
#include "text/figures.h"
#include "text/term_key.h"

#include <QtCore/QSet>

#include <algorithm>

namespace verbale::glossary {

namespace {

constexpr qsizetype longestFigures = 6;

/// Words that the reader asks for again and again, as the term key has them.
struct Words
{
    QString time = text::foldTerm(QStringView(u"lần"));
    QString nth = text::foldTerm(QStringView(u"thứ"));
    QString year = text::foldTerm(QStringView(u"năm"));
    QString first = text::foldTerm(QStringView(u"nhất"));
    QString second = text::foldTerm(QStringView(u"nhì"));
    QString fourth = text::foldTerm(QStringView(u"tư"));
    QSet<QString> numbers;
    QSet<QString> afterWhichFive;
    QSet<QString> counted;

    Words()
    {
        const auto fill = [](QSet<QString> &set, const char16_t *list) {
            for (const QString &word : QString::fromUtf16(list).split(u' '))
                set.insert(text::foldTerm(word));
        };
        fill(numbers, u"một mốt hai ba bốn tư năm lăm nhăm sáu bảy bẩy tám chín mười mươi trăm linh lẻ");
        fill(afterWhichFive, u"linh lẻ");
        fill(counted, u"ngày nước năm tháng giờ tuần bên tỷ triệu nghìn thành người phút");
    }
};

const Words &words()
{
    static const Words known;
    return known;
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

PlaceKind kindOf(const TermPlace &place, QStringView &before)
{
    if (place.name.startsWith(QLatin1String("year")))
        return PlaceKind::Year;
    if (place.name.startsWith(QLatin1String("code")))
        return PlaceKind::Code;
    const TextTokens tokens(before);
    const std::size_t size = tokens.size();
    if (size == 0 || tokens[size - 1] != words().nth)
        return PlaceKind::Number;
    const bool time = size > 1 && tokens[size - 2] == words().time;
    before = before.first(tokens.original(size - (time ? 2 : 1), size).start);
    return PlaceKind::Ordinal;
}

} // namespace

std::optional<NumberedTerm> NumberedTerm::of(const QString &term)
{
    if (!term.contains(u'{'))
        return std::nullopt;
    const QList<TermPlace> places = termPlaces(term);
    if (places.isEmpty())
        return std::nullopt;
    NumberedTerm made;
    const auto addLiteral = [&made](QStringView literal) {
        if (literal.trimmed().isEmpty())
            return;
        made.parts.push_back({literal.toString(), {}});
        made.literals += made.literals.isEmpty() ? QString() : QStringLiteral(" ");
        made.literals += literal;
    };
    qsizetype at = 0;
    for (const TermPlace &place : places) {
        QStringView before = QStringView(term).mid(at, place.span.start - at);
        const PlaceKind kind = kindOf(place, before);
        addLiteral(before);
        made.parts.push_back({{}, kind});
        at = place.span.end;
    }
    addLiteral(QStringView(term).mid(at));
    return made;
}

bool NumberReader::isSign(std::size_t token, char16_t sign) const
{
    return token < m_text.size() && m_text[token].size() == 1 && m_text[token][0] == QChar(sign);
}

bool NumberReader::isFigures(std::size_t token) const
{
    if (token >= m_text.size())
        return false;
    const QStringView written = m_text[token];
    return written.size() <= longestFigures && std::all_of(written.begin(), written.end(), isDigit);
}

QStringList NumberReader::leadingWords()
{
    const Words &known = glossary::words();
    QStringList all(known.numbers.begin(), known.numbers.end());
    return all << known.time << known.nth << known.year << known.first << known.second;
}

bool NumberReader::mayBegin(std::size_t token) const
{
    const QStringView written = m_text[token];
    const QChar first = written.front();
    if (isDigit(first) || isDigit(written.back()))
        return true;
    if (first == u'-')
        return token + 1 < m_text.size() && isDigit(m_text[token + 1].front());
    return QStringView(u"ivxl").contains(first) && m_text.isAllCapitals(token);
}

/// Whether figures are a part of something longer: "3.000", "26/6", "5%", "26-27/6".
bool NumberReader::goesOn(std::size_t token) const
{
    const std::size_t next = token + 1;
    if (next >= m_text.size() || !m_text.touchesNext(token))
        return false;
    if (isSign(next, u'%'))
        return true;
    const bool joint = isSign(next, u'.') || isSign(next, u',') || isSign(next, u'/');
    return joint && m_text.touchesNext(next) && isDigit(m_text[next + 1].front());
}

std::optional<NumberReading> NumberReader::figures(std::size_t token) const
{
    if (!isFigures(token) || goesOn(token))
        return std::nullopt;
    return NumberReading{token, token + 1, m_text[token].toLongLong()};
}

std::optional<NumberReading> NumberReader::roman(std::size_t token) const
{
    constexpr qsizetype longest = 8;
    if (token >= m_text.size() || m_text[token].size() > longest || !m_text.isAllCapitals(token))
        return std::nullopt;
    constexpr int most = 89; // C, D and M are letters more often than figures
    const int value = romanValue(m_text[token].toString().toUpper());
    if (value == 0 || value > most || m_text[token] == u"l")
        return std::nullopt;
    return NumberReading{token, token + 1, value};
}

std::optional<NumberReading> NumberReader::words(std::size_t token, bool ordinal) const
{
    const Words &known = glossary::words();
    constexpr std::size_t longest = 6;
    if (token >= m_text.size())
        return std::nullopt;
    if (ordinal && (m_text[token] == known.first || m_text[token] == known.second))
        return NumberReading{token, token + 1, m_text[token] == known.first ? 1 : 2};
    std::size_t end = token;
    while (end < m_text.size() && end < token + longest && known.numbers.contains(m_text[end].toString()) &&
           (end == token || m_text[end] != known.year ||
            known.afterWhichFive.contains(m_text[end - 1].toString())))
        ++end;
    for (; end > token + (ordinal ? 0 : 1); --end) {
        const qsizetype start = m_text.span(token).start;
        const QStringView written = m_text.folded().mid(start, m_text.span(end - 1).end - start);
        if (ordinal && written == known.fourth)
            return NumberReading{token, end, 4};
        if (const std::optional<qint64> value = text::vietnameseNumber(written); value && *value > 0)
            return NumberReading{token, end, *value};
    }
    return std::nullopt;
}

/// Behind a dash that joins an acronym and its figures ("AELM-14"); else the token itself.
std::size_t NumberReader::behindDash(std::size_t token) const
{
    const bool joins = isSign(token, u'-') && token > 0 && m_text.touchesNext(token - 1) &&
                       m_text.touchesNext(token) && m_text.isAllCapitals(token - 1) && isFigures(token + 1);
    return joins ? token + 1 : token;
}

std::optional<NumberReading> NumberReader::ordinal(std::size_t token) const
{
    const Words &known = glossary::words();
    const bool time = m_text[token] == known.time;
    const std::size_t nth = time ? token + 1 : token;
    if (nth < m_text.size() && m_text[nth] == known.nth) {
        for (const auto &reading : {figures(nth + 1), roman(nth + 1), words(nth + 1, true)}) {
            if (reading)
                return reading;
        }
        return std::nullopt;
    }
    if (nth < m_text.size() && m_text[nth].startsWith(known.nth) &&
        figuresBehindLetters(nth) == known.nth.size())
        return NumberReading{nth, nth + 1, m_text[nth].mid(known.nth.size()).toLongLong()};
    if (time) {
        const std::optional<NumberReading> reading = figures(nth);
        return reading ? reading : roman(nth);
    }
    // "ASEM 12", "AELM-14", "Đại hội XIII": without a word, where nothing is counted.
    const std::size_t at = behindDash(token);
    std::optional<NumberReading> reading = figures(at);
    constexpr qint64 endOfBareOrdinals = 200;
    if (reading && (reading->number >= endOfBareOrdinals || token == 0 || !m_text.isAllCapitals(token - 1)))
        reading.reset();
    return reading ? reading : roman(at);
}

std::optional<NumberReading> NumberReader::number(std::size_t token) const
{
    const std::size_t at = behindDash(token);
    for (const auto &reading : {figures(at), roman(at), words(at, false)}) {
        if (reading)
            return reading;
    }
    return std::nullopt;
}

std::optional<NumberReading> NumberReader::year(std::size_t token) const
{
    const std::size_t at = behindDash(token);
    const std::optional<NumberReading> reading = figures(at);
    constexpr qint64 first = 1000;
    constexpr qint64 last = 2999;
    const bool year =
        reading && m_text[at].size() == 4 && reading->number >= first && reading->number <= last;
    return year ? reading : std::nullopt;
}

std::optional<NumberReading> NumberReader::code(std::size_t token) const
{
    if (!isDigit(m_text[token].front()))
        return std::nullopt;
    std::size_t end = token + 1;
    while (end + 1 < m_text.size() && m_text.touchesNext(end - 1) && m_text.touchesNext(end) &&
           (isSign(end, u'/') || isSign(end, u'-') || isSign(end, u'.')) && m_text.isWord(end + 1))
        end += 2;
    return NumberReading{token, end, end == token + 1 && isFigures(token) ? m_text[token].toLongLong() : 0};
}

std::optional<NumberReading> NumberReader::read(PlaceKind kind, std::size_t token) const
{
    switch (kind) {
    case PlaceKind::Ordinal: {
        const std::optional<NumberReading> reading = ordinal(token);
        return reading && reading->number > 0 ? reading : std::nullopt; // nothing is the 0th
    }
    case PlaceKind::Number:
        return number(token);
    case PlaceKind::Year:
        return year(token);
    case PlaceKind::Code:
        return code(token);
    }
    return std::nullopt;
}

bool NumberReader::counts(const NumberReading &reading) const
{
    if (!isFigures(reading.first) || reading.end >= m_text.size())
        return false;
    if (isSign(reading.end, u'-') && m_text.touchesNext(reading.end - 1))
        return true;
    if (!glossary::words().counted.contains(m_text[reading.end].toString()))
        return false;
    return reading.end + 1 >= m_text.size() || !isDigit(m_text[reading.end + 1].front()); // "năm 2016"
}

qsizetype NumberReader::figuresBehindLetters(std::size_t token) const
{
    const QStringView written = m_text[token];
    qsizetype at = written.size();
    while (at > 0 && isDigit(written[at - 1]))
        --at;
    const bool letters = std::none_of(written.begin(), written.begin() + at, isDigit);
    return letters && at < written.size() && written.size() - at <= longestFigures && !goesOn(token) ? at : 0;
}

} // namespace verbale::glossary
