#include "text/article_blocks.h"

#include "text/language.h"
#include "text/page_lines.h"
#include "text/page_text.h"
#include "text/wrapped_lines.h"

#include <QtCore/QHash>

#include <algorithm>

namespace verbale::text {

namespace {

QStringView viewOf(QStringView text, const Span &span)
{
    return text.mid(span.start, span.length());
}

/// The mark that a mail program or a careless copy put before (nearly) every line: "> ", "• ". Null if there
/// is none.
QChar markOfAllLines(QStringView text, const std::vector<Line> &lines)
{
    QHash<QChar, size_t> counts;
    for (const Line &line : lines) {
        const QStringView view = viewOf(text, line.span);
        if (view.size() > 1 && QStringView(u">•*|·-").contains(view[0]) && view[1].isSpace())
            ++counts[view[0]];
    }
    for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
        if (lines.size() >= 5 && count.value() * 10 >= lines.size() * 9)
            return count.key();
    }
    return {};
}

/// A line added to its paragraph: with a space, but for a word that the wrap cut at its hyphen.
void append(QString &paragraph, const QString &line)
{
    const bool cutWord = paragraph.size() > 1 && paragraph.endsWith(u'-') &&
                         paragraph[paragraph.size() - 2].isLetterOrNumber() && line[0].isLetterOrNumber();
    if (!paragraph.isEmpty() && !cutWord && !line.isEmpty())
        paragraph += u' ';
    paragraph += line;
}

} // namespace

bool Block::isHeadline() const
{
    return kept() && !sentence && words >= 3 && words <= 35 && !text.isEmpty() &&
           !QStringView(u":;,").contains(text.back()) &&
           (!text[0].isLower() ||
            std::none_of(text.begin(), text.end(), [](QChar c) { return c.isUpper(); }));
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
    const std::vector<Line> lines = readLines(text);
    const QChar mark = markOfAllLines(text, lines);
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
        const QStringView view = viewOf(text, lines[i].span);
        append(block.text, readable(!mark.isNull() && view[0] == mark ? view.mid(1).trimmed() : view));
        open = lines[i].continues;
    }
    for (Block &block : blocks) {
        if (block.text.isEmpty()) // nothing but tags
            block.text = viewOf(text, block.lines[0]).toString();
        block.key = lineKey(block.text);
        block.words = wordCount(block.text);
        block.sentence = endsSentence(block.text);
    }
    return blocks;
}

QList<ArticlePiece> toPieces(const Blocks &blocks)
{
    QList<ArticlePiece> pieces;
    for (const Block &block : blocks) {
        const DetectedLanguage detected = block.kept() ? detectLanguage(block.text) : DetectedLanguage();
        const QString language = detected.isCertain() ? detected.language : QString();
        for (size_t i = 0; i < block.lines.size(); ++i) {
            ArticlePiece piece{block.lines[i],
                               block.line + static_cast<qsizetype>(i),
                               block.role,
                               block.reason,
                               i + 1 < block.lines.size(),
                               language};
            if (block.kept() && block.cutEnd > piece.span.start) {
                ArticlePiece cut = piece;
                cut.span.end = qMin(cut.span.end, block.cutEnd);
                cut.role = LineRole::Dropped;
                cut.reason = block.cutReason;
                cut.continues = cut.span.end < block.cutEnd;
                cut.language.clear();
                pieces.append(cut);
                if (block.cutRest >= piece.span.end)
                    continue;
                piece.span.start = block.cutRest;
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
