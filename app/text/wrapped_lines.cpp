#include "text/wrapped_lines.h"

#include "text/page_lines.h"
#include "text/page_text.h"
#include "text/page_words.h"
#include "text/sentences.h"

#include <QtCore/QSet>

#include <algorithm>
#include <optional>

namespace verbale::text {

namespace {

constexpr int narrowest = 30;
constexpr int widest = 220;

QStringView viewOf(QStringView text, const Line &line)
{
    return text.mid(line.span.start, line.span.length());
}

/// Adds a character to the three measures.
void measure(QChar c, std::array<int, 3> &width)
{
    const char16_t unit = c.unicode();
    width[0] += c.isLowSurrogate() ? 0 : 1;
    width[1] += c.isLowSurrogate() || c.isMark() ? 0 : 1;
    width[2] += unit < 0x80 ? 1 : unit < 0x800 || c.isSurrogate() ? 2 : 3;
}

void measureLine(QStringView text, qsizetype margin, Line &line)
{
    bool firstWord = true;
    const qsizetype last = qMin(line.span.end, margin + 4 * widest); // beyond, it is no wrapped line
    for (qsizetype i = margin; i < last; ++i) {
        measure(text[i], line.width);
        if (i < line.span.start)
            continue;
        firstWord = firstWord && !text[i].isSpace();
        if (firstWord)
            measure(text[i], line.word);
    }
    line.indent = static_cast<int>(qMin<qsizetype>(line.span.start - margin, widest));
}

std::vector<Line> splitLines(QStringView text)
{
    std::vector<Line> lines;
    qsizetype number = 1;
    for (qsizetype start = 0; start < text.size(); ++number) {
        qsizetype end = start;
        while (end < text.size() && !isLineEnd(text[end]))
            ++end;
        const bool pair = end + 1 < text.size() && text[end] == u'\r' && text[end + 1] == u'\n';
        Line line;
        line.span = {start, end};
        while (line.span.start < end && isBlankOrUnseen(text[line.span.start]))
            ++line.span.start;
        while (line.span.end > line.span.start && isBlankOrUnseen(text[line.span.end - 1]))
            --line.span.end;
        if (!line.span.isEmpty()) {
            line.number = number;
            measureLine(text, start, line);
            lines.push_back(line);
        }
        start = end + (pair ? 2 : 1);
    }
    return lines;
}

bool isOpening(QChar c)
{
    return QStringView(u"“\"‘'(«[").contains(c);
}

bool startsLower(QStringView line)
{
    const auto first = std::find_if_not(line.begin(), line.end(), isOpening);
    return first != line.end() && first->isLower();
}

/// A figure, a letter or a small Roman number: "1", "12", "a", "ii", "IV".
bool isItemNumber(QStringView word)
{
    const auto all = [word](auto holds) { return std::all_of(word.begin(), word.end(), holds); };
    return !word.isEmpty() && word.size() <= 4 &&
           (all([](QChar c) { return c.isDigit(); }) || (word.size() == 1 && word[0].isLetter()) ||
            all([](QChar c) { return QStringView(u"ivxIVX").contains(c); }));
}

/// "- ", "• ", "1. ", "a) ", "(ii) ": the next item of a list.
bool startsItem(QStringView line)
{
    const qsizetype begin = line[0] == u'(' ? 1 : 0;
    qsizetype end = begin;
    while (end < line.size() && line[end].isLetterOrNumber() && end < 6)
        ++end;
    const bool numbered = end + 1 < line.size() && isItemNumber(line.mid(begin, end - begin)) &&
                          line[end + 1].isSpace() &&
                          QStringView(begin == 1 ? u")" : u".)/").contains(line[end]);
    return numbered ||
           (line.size() > 1 && line[1].isSpace() && QStringView(u"-–—+*•●▪◦‣·✓>").contains(line[0]));
}

/// A bracket that the line opens and leaves open.
bool leavesBracketOpen(QStringView line)
{
    const QStringView end = line.right(widest);
    return end.lastIndexOf(u'(') > end.lastIndexOf(u')');
}

bool isOpenEnded(QStringView line)
{
    return ((!endsSentence(line) || endsInAbbreviation(line)) && !QStringView(u":;").contains(line.back())) ||
           leavesBracketOpen(line);
}

bool areNeighbours(const Line &line, const Line &next)
{
    return next.number == line.number + 1;
}

/// What the rules ask of two lines that follow one another.
struct Joint
{
    bool neighbours = false; ///< no blank line stands between them
    bool open = false;       ///< the first one does not end a sentence
    bool colon = false;      ///< it ends in a colon: a quotation or a list follows
    bool bracket = false;    ///< the second one begins with a bracket: a remark, a credit
    bool lower = false;      ///< the second one goes on in lower case
    bool item = false;       ///< the second one is an item of a list
    bool apart = false;      ///< one of them is a picture's name, or the second one a button

    [[nodiscard]] bool isSoft() const { return open && lower && !apart; }
};

Joint jointOf(QStringView text, const Line &line, const Line &next)
{
    const QStringView view = viewOf(text, line);
    const QStringView nextView = viewOf(text, next);
    Joint joint;
    joint.neighbours = true;
    joint.open = isOpenEnded(view);
    joint.colon = view.endsWith(u':');
    joint.bracket = nextView.startsWith(u'(');
    joint.lower = startsLower(nextView);
    joint.item = startsItem(nextView);
    const bool button = nextView.size() <= 30 && isFurniture(lineKey(readable(nextView)));
    joint.apart = button || (line.width[1] <= widest && (isImageName(view) || isImageName(nextView)));
    return joint;
}

/// How the file was wrapped.
struct Wrap
{
    size_t measure = 0;
    int width = 0;
    bool greedy = true; ///< every line took as many words as fit, as most programs do; else about so many
    bool everywhere = false; ///< the whole file, not one passage
    bool gaps = false;       ///< paragraphs are set apart by more than a line end

    [[nodiscard]] bool exceeds(const Line &line) const { return line.width[measure] > width; }
    [[nodiscard]] bool isFull(const Line &line, const Line &next) const
    {
        return line.width[measure] + 1 + next.word[measure] > width ||
               (!greedy && line.width[measure] * 5 >= width * 4);
    }
};

class WrapFinder
{
public:
    WrapFinder(QStringView text, const std::vector<Line> &lines) : m_lines(lines)
    {
        m_joints.resize(lines.size());
        for (size_t i = 0; i + 1 < lines.size(); ++i) {
            if (!areNeighbours(lines[i], lines[i + 1]))
                continue;
            m_joints[i] = jointOf(text, lines[i], lines[i + 1]);
            if (m_joints[i].isSoft() && lines[i].width[1] >= 25 && lines[i].width[1] <= widest)
                m_soft.push_back(i);
        }
    }

    [[nodiscard]] const Joint &joint(size_t i) const { return m_joints[i]; }

    [[nodiscard]] std::optional<Wrap> find() const
    {
        Wrap wrap;
        const int agreeing = findWidth(wrap);
        const int soft = static_cast<int>(m_soft.size());
        wrap.greedy = agreeing * 10 >= soft * 8;
        if (soft < 2 || (wrap.greedy ? agreeing < 2 : soft < 3))
            return std::nullopt;
        if (!wrap.greedy && !findLooseWidth(wrap))
            return std::nullopt;
        describe(wrap);
        return wrap;
    }

private:
    /// The width into which most soft joints fit: the line does, with the next word it does not. Of several
    /// such widths, that of the longest line.
    int findWidth(Wrap &wrap) const
    {
        int best = 0;
        int last = 0; // of the widths that are as good
        for (size_t measure = 0; measure < 3; ++measure) {
            std::array<int, 2 * widest + 2> change{};
            for (const size_t i : m_soft) {
                const int from = m_lines[i].width[measure];
                const int to = from + 1 + m_lines[i + 1].word[measure];
                if (from < narrowest || from > 2 * widest)
                    continue;
                ++change[static_cast<size_t>(from)];
                --change[static_cast<size_t>(qMin(to, 2 * widest + 1))];
            }
            int count = 0;
            for (int width = 0; width <= 2 * widest; ++width) {
                count += change[static_cast<size_t>(width)];
                if (count > best) {
                    best = count;
                    wrap.measure = measure;
                    wrap.width = width;
                }
                if (count == best && wrap.measure == measure && (last == width - 1 || wrap.width == width))
                    last = width;
            }
        }
        for (size_t i = 0; i + 1 < m_lines.size(); ++i) {
            const int width = m_lines[i].width[wrap.measure];
            if (width <= last && m_joints[i].neighbours)
                wrap.width = qMax(wrap.width, width);
        }
        return best;
    }

    /// Lines of about the same length: the longest is the width.
    bool findLooseWidth(Wrap &wrap) const
    {
        wrap.measure = 1;
        wrap.width = 0;
        for (const size_t i : m_soft)
            wrap.width = qMax(wrap.width, m_lines[i].width[1]);
        const auto long_ = std::count_if(m_soft.begin(), m_soft.end(), [&](size_t i) {
            return m_lines[i].width[1] * 10 >= wrap.width * 7;
        });
        return wrap.width >= narrowest && long_ * 10 >= static_cast<qsizetype>(m_soft.size()) * 8;
    }

    void describe(Wrap &wrap) const
    {
        qsizetype longer = 0;
        qsizetype ended = 0;     // paragraphs that end above another line, with room for its first word
        qsizetype fullStops = 0; // sentences that end where the line is full
        for (size_t i = 0; i < m_lines.size(); ++i) {
            longer += wrap.exceeds(m_lines[i]) ? 1 : 0;
            if (i + 1 == m_lines.size() || !areNeighbours(m_lines[i], m_lines[i + 1]) ||
                wrap.exceeds(m_lines[i]))
                continue;
            const bool full = wrap.isFull(m_lines[i], m_lines[i + 1]);
            ended += full ? 0 : 1;
            fullStops += full && !m_joints[i].open ? 1 : 0;
        }
        wrap.everywhere = longer * 20 <= static_cast<qsizetype>(m_lines.size());
        // About one last line of a paragraph in twelve is full by chance.
        wrap.gaps = ended * 4 <= fullStops * 12;
    }

    const std::vector<Line> &m_lines;
    std::vector<Joint> m_joints; ///< of each line with the next
    std::vector<size_t> m_soft;
};

/// Even where no width is plain: a line as long as a wrapped one that is open and goes on in lower case.
bool isWrappedByItself(const Line &line, const Joint &joint)
{
    return joint.isSoft() && line.width[1] >= 50 && line.width[1] <= 120;
}

bool goesOn(const Wrap &wrap, const Line &line, const Line &next, const Joint &joint)
{
    if (wrap.exceeds(line) || joint.apart || !wrap.isFull(line, next))
        return false;
    if (joint.item)
        return joint.open && joint.lower;
    if (joint.open || joint.lower || (joint.colon && wrap.everywhere))
        return true;
    return joint.bracket || (wrap.gaps && next.indent <= line.indent);
}

/// Marks the lines from `begin` to `end`, which follow one another without a gap.
void markRun(std::vector<Line> &lines, const WrapFinder &finder, const std::optional<Wrap> &wrap,
             size_t begin, size_t end)
{
    bool wrapped = wrap && wrap->everywhere;
    for (size_t i = begin; wrap && !wrapped && i + 1 < end; ++i)
        wrapped =
            finder.joint(i).isSoft() && !wrap->exceeds(lines[i]) && wrap->isFull(lines[i], lines[i + 1]);
    for (size_t i = begin; i + 1 < end; ++i)
        lines[i].continues = isWrappedByItself(lines[i], finder.joint(i)) ||
                             (wrapped && goesOn(*wrap, lines[i], lines[i + 1], finder.joint(i)));
}

/// A headline that stood alone before and is printed again above other text is a line of its own, full or
/// not.
void partRepeatedLines(QStringView text, const WrapFinder &finder, std::vector<Line> &lines)
{
    QSet<QStringView> alone;
    for (size_t i = 0; i < lines.size(); ++i) {
        if ((i > 0 && lines[i - 1].continues) || lines[i].span.length() > 2 * widest)
            continue;
        const QStringView view = viewOf(text, lines[i]);
        if (!lines[i].continues)
            alone.insert(view);
        else if (!finder.joint(i).lower && alone.contains(view))
            lines[i].continues = false;
    }
}

} // namespace

std::vector<Line> readLines(QStringView text)
{
    std::vector<Line> lines = splitLines(text);
    const WrapFinder finder(text, lines);
    const std::optional<Wrap> wrap = finder.find();
    size_t begin = 0;
    for (size_t i = 1; i <= lines.size(); ++i) {
        if (i < lines.size() && areNeighbours(lines[i - 1], lines[i]))
            continue;
        markRun(lines, finder, wrap, begin, i);
        begin = i;
    }
    partRepeatedLines(text, finder, lines);
    return lines;
}

} // namespace verbale::text
