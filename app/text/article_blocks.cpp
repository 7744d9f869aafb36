#include "text/article_blocks.h"

#include "text/page_lines.h"
#include "text/term_key.h"

#include <algorithm>

namespace verbale::text {

namespace {

struct Line
{
    Span span;
    qsizetype number = 0;
    bool continues = false;
};

bool isBlank(QChar c)
{
    return c.isSpace() || c == QChar(QChar::ByteOrderMark);
}

std::vector<Line> nonBlankLines(QStringView text)
{
    std::vector<Line> lines;
    qsizetype number = 1;
    for (qsizetype start = 0; start < text.size(); ++number) {
        qsizetype end = start;
        while (end < text.size() && text[end] != u'\n' && text[end] != u'\r')
            ++end;
        const bool pair = end + 1 < text.size() && text[end] == u'\r' && text[end + 1] == u'\n';
        Span span{start, end};
        while (span.start < span.end && isBlank(text[span.start]))
            ++span.start;
        while (span.end > span.start && isBlank(text[span.end - 1]))
            --span.end;
        if (!span.isEmpty())
            lines.push_back({span, number});
        start = end + (pair ? 2 : 1);
    }
    return lines;
}

QStringView viewOf(QStringView text, const Span &span)
{
    return text.mid(span.start, span.length());
}

/// Letters and signs, combining marks not counted: the same for composed and decomposed text.
qsizetype visibleLength(QStringView line)
{
    return std::count_if(line.begin(), line.end(),
                         [](QChar c) { return !c.isMark() && !c.isLowSurrogate(); });
}

bool isOpenEnded(QStringView line)
{
    return !endsSentence(line) && !QStringView(u":;").contains(line.back());
}

bool startsLower(QStringView line)
{
    const auto first =
        std::find_if(line.begin(), line.end(), [](QChar c) { return !QStringView(u"“\"‘'(").contains(c); });
    return first != line.end() && first->isLower();
}

/// A line as long as a wrapped one, open at its end, and the very next line goes on in lower case.
bool isWrappedBefore(QStringView text, const Line &line, const Line &next)
{
    const QStringView view = viewOf(text, line.span);
    const QStringView nextView = viewOf(text, next.span);
    const qsizetype length = visibleLength(view);
    return next.number == line.number + 1 && length >= 50 && length <= 120 && isOpenEnded(view) &&
           startsLower(nextView) && !isImageName(view) && !isImageName(nextView);
}

/// In a run of lines where wrapping is plain, a full line that is open at its end goes on even before a
/// capital.
void markRun(QStringView text, std::vector<Line> &lines, size_t begin, size_t end)
{
    size_t sure = 0;
    qsizetype widest = 0;
    for (size_t i = begin; i < end; ++i) {
        widest = qMax(widest, visibleLength(viewOf(text, lines[i].span)));
        if (i + 1 < end && isWrappedBefore(text, lines[i], lines[i + 1])) {
            lines[i].continues = true;
            ++sure;
        }
    }
    if (sure < 2 || sure * 3 < end - begin - 1 || widest > 120)
        return;
    for (size_t i = begin; i + 1 < end; ++i) {
        const QStringView view = viewOf(text, lines[i].span);
        if (isOpenEnded(view) && visibleLength(view) * 4 >= widest * 3)
            lines[i].continues = true;
    }
}

void markContinuations(QStringView text, std::vector<Line> &lines)
{
    size_t begin = 0;
    for (size_t i = 1; i <= lines.size(); ++i) {
        if (i < lines.size() && lines[i].number == lines[i - 1].number + 1)
            continue;
        markRun(text, lines, begin, i);
        begin = i;
    }
}

} // namespace

bool Block::isHeadline() const
{
    return kept() && !sentence && words >= 3 && words <= 35 && !text.isEmpty() &&
           !QStringView(u":;,").contains(text.back()) &&
           (text[0].isUpper() || text[0].isDigit() || text[0].isPunct());
}

void Block::drop(DropReason why)
{
    if (!kept())
        return;
    role = LineRole::Dropped;
    reason = why;
}

Blocks readBlocks(QStringView text)
{
    std::vector<Line> lines = nonBlankLines(text);
    markContinuations(text, lines);
    Blocks blocks;
    bool open = false;
    for (size_t i = 0; i < lines.size(); ++i) {
        if (!open) {
            Block block;
            block.line = lines[i].number;
            block.afterGap = i == 0 || lines[i - 1].number + 1 < lines[i].number;
            blocks.push_back(block);
        }
        Block &block = blocks.back();
        block.lines.push_back(lines[i].span);
        if (!block.text.isEmpty())
            block.text += u' ';
        block.text += viewOf(text, lines[i].span);
        open = lines[i].continues;
    }
    for (Block &block : blocks) {
        block.text = block.text.normalized(QString::NormalizationForm_C);
        block.key = foldTerm(block.text);
        block.words = wordCount(block.text);
        block.sentence = endsSentence(block.text);
    }
    return blocks;
}

QList<ArticlePiece> toPieces(const Blocks &blocks)
{
    QList<ArticlePiece> pieces;
    for (const Block &block : blocks) {
        for (size_t i = 0; i < block.lines.size(); ++i) {
            ArticlePiece piece{block.lines[i], block.line + static_cast<qsizetype>(i), block.role,
                               block.reason, i + 1 < block.lines.size()};
            if (i == 0 && block.repeatedUntil > piece.span.start && block.repeatedUntil < piece.span.end) {
                ArticlePiece repeated = piece;
                repeated.span.end = block.repeatedUntil;
                repeated.role = LineRole::Dropped;
                repeated.reason = DropReason::RepeatedLine;
                repeated.continues = false;
                pieces.append(repeated);
                piece.span.start = block.repeatedUntil;
            }
            pieces.append(piece);
        }
    }
    return pieces;
}

size_t nextKept(const Blocks &blocks, size_t index)
{
    for (size_t i = index + 1; i < blocks.size(); ++i) {
        if (blocks[i].kept())
            return i;
    }
    return blocks.size();
}

size_t previousKept(const Blocks &blocks, size_t index)
{
    for (size_t i = index; i-- > 0;) {
        if (blocks[i].kept())
            return i;
    }
    return blocks.size();
}

} // namespace verbale::text
