#include "text/article_blocks.h"
#include "text/page_lines.h"
#include "text/page_words.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace verbale::text {

namespace {

/// "X X": a link whose picture's text and headline were saved on one line.
bool isDoubled(const Block &block)
{
    const qsizetype half = block.key.size() / 2;
    return block.words >= 8 && block.key.size() % 2 == 1 && block.key[half] == u' ' &&
           QStringView(block.key).left(half) == QStringView(block.key).mid(half + 1);
}

/// A headline, not a sentence: it may ask or be cut, but has no full stop.
bool mayBeLink(const Block &block)
{
    return block.words >= 3 && (!block.text.endsWith(u'.') || endsInDots(block.text));
}

struct Link
{
    size_t last = 0; ///< the block after which the teaser stands
};

/// Drops the doubled links after the first paragraph and tells where they were.
std::vector<Link> takeDoubledLinks(Blocks &blocks, size_t firstParagraph)
{
    std::vector<Link> links;
    for (size_t i = 0; i < blocks.size(); ++i) {
        if (!blocks[i].kept())
            continue;
        if (isDoubled(blocks[i]) && i > firstParagraph) {
            blocks[i].drop(DropReason::RelatedLink);
            links.push_back({i});
            continue;
        }
        const size_t next = nextKept(blocks, i);
        if (next == blocks.size() || blocks[i].key != blocks[next].key || blocks[i].words < 3)
            continue;
        if (i > firstParagraph && mayBeLink(blocks[i])) {
            blocks[i].drop(DropReason::RelatedLink);
            blocks[next].drop(DropReason::RelatedLink);
            links.push_back({next});
        } else {
            blocks[next].drop(DropReason::RepeatedLine);
        }
    }
    return links;
}

bool isLinkAt(const std::vector<Link> &links, const Blocks &blocks, size_t index)
{
    return index < blocks.size() && blocks[index].reason == DropReason::RelatedLink && !links.empty();
}

} // namespace

void dropDoubledLinks(Blocks &blocks, size_t firstParagraph)
{
    const std::vector<Link> links = takeDoubledLinks(blocks, firstParagraph);
    // Whether this site prints a teaser under such a link is learnt from the links where it is plain.
    const auto isPlainTeaser = [&](size_t i) {
        return blocks[i].kept() && (endsInDots(blocks[i].text) || isLinkAt(links, blocks, i + 1));
    };
    const bool siteHasTeasers = std::any_of(links.begin(), links.end(), [&](const Link &link) {
        return link.last + 1 < blocks.size() && isPlainTeaser(link.last + 1);
    });
    for (const Link &link : links) {
        const size_t teaser = link.last + 1;
        if (teaser >= blocks.size() || !blocks[teaser].kept() || isRelatedMarker(blocks[teaser].key))
            continue;
        const bool atEnd = teaser + 1 == blocks.size() || isRelatedMarker(blocks[teaser + 1].key);
        if (isPlainTeaser(teaser) || atEnd || (siteHasTeasers && blocks[teaser].words <= 45))
            blocks[teaser].drop(DropReason::RelatedLink);
    }
}

namespace {

/// Running text up to each block, counted once.
class Flow
{
public:
    explicit Flow(const Blocks &blocks) : m_paragraphs(blocks.size() + 1), m_pairs(blocks.size() + 1)
    {
        for (size_t i = 0; i < blocks.size(); ++i) {
            const bool paragraph = blocks[i].isParagraph();
            m_paragraphs[i + 1] = m_paragraphs[i] + (paragraph ? 1 : 0);
            m_pairs[i + 1] = m_pairs[i] + (paragraph && i > 0 && blocks[i - 1].isParagraph() ? 1 : 0);
        }
    }

    [[nodiscard]] size_t paragraphsBefore(size_t index) const { return m_paragraphs[index]; }
    /// Paragraphs that follow a paragraph: an article, not headline and teaser in turn.
    [[nodiscard]] size_t pairsBefore(size_t index) const { return m_pairs[index]; }
    [[nodiscard]] size_t pairsAfter(size_t index) const { return m_pairs.back() - m_pairs[index + 1]; }

private:
    std::vector<size_t> m_paragraphs;
    std::vector<size_t> m_pairs;
};

/// Whether a marker in the running text is the end of the article.
bool endsArticle(const Blocks &blocks, const Flow &flow, size_t marker)
{
    if (flow.paragraphsBefore(marker) < 2)
        return false;
    const size_t after = flow.pairsAfter(marker);
    return after == 0 || (isEndMarker(blocks[marker].key) && flow.paragraphsBefore(marker) >= 3) ||
           after * 3 < flow.pairsBefore(marker);
}

/// The first block after the links of a list in the middle of the article.
size_t endOfList(const Blocks &blocks, size_t marker)
{
    size_t i = marker + 1;
    for (; i < blocks.size(); ++i) {
        const Block &block = blocks[i];
        if (!block.kept() && block.reason == DropReason::ImageName)
            break;
        if (!block.kept())
            continue;
        const bool heading = i > marker + 1 && block.afterGap && !blocks[i - 1].afterGap &&
                             i + 1 < blocks.size() && blocks[i + 1].isParagraph();
        const bool question = block.text.endsWith(u'?') || endsInDots(block.text);
        if ((block.sentence && !question) || block.words > 35 || block.role == LineRole::Caption ||
            hasPictureCredit(block.text) || heading)
            break;
    }
    return i;
}

} // namespace

namespace {

/// Not a name: those stand between the title and the text.
size_t lastHeadlineBefore(const Blocks &blocks, size_t index)
{
    size_t i = previousKept(blocks, index);
    while (i < blocks.size() && isNameLine(blocks[i].text))
        i = previousKept(blocks, i);
    return i < blocks.size() ? i : index;
}

/// A title stands above: what follows the marker are links alone.
bool hasHeadlineAbove(const Blocks &blocks, size_t marker)
{
    return std::any_of(
        blocks.begin(), blocks.begin() + static_cast<std::ptrdiff_t>(marker),
        [](const Block &block) { return block.kept() && block.words >= 5 && !isNameLine(block.text); });
}

} // namespace

void dropRelatedLists(Blocks &blocks, size_t firstParagraph)
{
    const Flow flow(blocks);
    for (size_t i = 0; i < blocks.size(); ++i) {
        if (!blocks[i].kept() || !isRelatedMarker(blocks[i].key))
            continue;
        size_t end = blocks.size();
        if (!endsArticle(blocks, flow, i)) {
            if (blocks[i].key.startsWith(u"bình luận"_s) || blocks[i].key.startsWith(u"ý kiến"_s)) {
                blocks[i].drop(DropReason::Menu); // a button above the text
                continue;
            }
            end = endOfList(blocks, i);
            // A list above the article: the last headline before its first paragraph is the title.
            if (i < firstParagraph && (end >= firstParagraph || !hasHeadlineAbove(blocks, i)))
                end = qMax(i + 1, lastHeadlineBefore(blocks, qMin(end, firstParagraph)));
        }
        for (size_t k = i; k < end; ++k)
            blocks[k].drop(DropReason::RelatedLink);
    }
}

void dropCutTeasers(Blocks &blocks, size_t firstParagraph)
{
    for (size_t i = firstParagraph + 1; i < blocks.size(); ++i) {
        Block &teaser = blocks[i];
        const bool cut = teaser.text.endsWith(u" ...") || teaser.text.endsWith(u" …");
        if (!teaser.kept() || !cut || teaser.words < 8 || teaser.words > 60)
            continue;
        const size_t link = previousKept(blocks, i);
        if (link <= firstParagraph || link >= blocks.size() || !blocks[link].isHeadline() ||
            blocks[link].words < 5)
            continue;
        blocks[link].drop(DropReason::RelatedLink);
        teaser.drop(DropReason::RelatedLink);
    }
}

namespace {

/// "HEADLINE Start of the text with the HEADLINE in it ...": an aggregator's link, told by its repeated first
/// words.
bool repeatsItsStart(const Block &block)
{
    const QString start = block.key.section(u' ', 0, 4);
    return block.key.indexOf(start, start.size()) > 0;
}

/// A headline runs into the first words of its text without a full stop: "... của vùng Chiều 3/4, ...".
bool runsIntoText(const Block &block)
{
    static const QRegularExpression join(
        u"[\\p{Ll}\\d] (Ngày|Sáng|Trưa|Chiều|Tối|Hôm|Trong|Theo|Trên|Tại|Nhân|Sau|Trước|Khi|Với) [\\p{Ll}\\d]"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return join.match(block.text).hasMatch();
}

} // namespace

void dropTrailingTeasers(Blocks &blocks)
{
    std::vector<size_t> teasers;
    size_t i = previousKept(blocks, blocks.size());
    for (; i < blocks.size() && endsInDots(blocks[i].text) && blocks[i].words >= 25;
         i = previousKept(blocks, i))
        teasers.push_back(i);
    const auto isTold = [&](size_t at) { return repeatsItsStart(blocks[at]) || runsIntoText(blocks[at]); };
    if (i == blocks.size() || std::none_of(teasers.begin(), teasers.end(), isTold))
        return;
    for (const size_t teaser : teasers)
        blocks[teaser].drop(DropReason::RelatedLink);
}

void dropTrailingHeadlines(Blocks &blocks)
{
    size_t begin = blocks.size();
    size_t count = 0;
    for (size_t i = previousKept(blocks, begin); i < blocks.size(); i = previousKept(blocks, i)) {
        const Block &block = blocks[i];
        if (!block.isHeadline() || block.words < 5 || block.role != LineRole::Body ||
            !block.text[0].isLetterOrNumber())
            break;
        begin = i;
        ++count;
    }
    const size_t before = begin < blocks.size() ? previousKept(blocks, begin) : blocks.size();
    if (count < 3 || before == blocks.size() || !blocks[before].isParagraph())
        return;
    for (size_t i = begin; i < blocks.size(); ++i)
        blocks[i].drop(DropReason::RelatedLink);
}

} // namespace verbale::text
