#include "text/article.h"

#include "text/article_blocks.h"
#include "text/page_lines.h"
#include "text/term_key.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace verbale::text {

namespace {

constexpr size_t none = static_cast<size_t>(-1);

/// Vietnamese with its marks has one in every fourth letter. Without them the words of a text look like a
/// picture's name, and the lists of page furniture do not apply.
bool isMarkedVietnamese(QStringView text)
{
    qsizetype letters = 0;
    qsizetype marked = 0;
    for (const QChar c : text) {
        letters += c.isLetter() ? 1 : 0;
        marked += c.unicode() >= 0x80 && (c.isLetter() || c.isMark()) ? 1 : 0;
    }
    return marked * 20 >= letters;
}

/// How sure the lines are a saved page: 2 and more is enough to leave anything out. Each kind of sign counts
/// once.
int pageSigns(const Blocks &blocks)
{
    int strong = 0;
    QSet<int> weak;
    QString last;
    for (const Block &block : blocks) {
        if (block.words > 40)
            continue;
        if (isTimeStamp(block.text) || isImageName(block.text) || isFooterLine(block.key) ||
            (isFurniture(block.key) && block.words >= 3))
            ++strong;
        const bool kinds[] = {isFurniture(block.key),
                              isBreadcrumb(block.key),
                              isSourceLine(block.text, block.key),
                              isDeclaredByline(block.text, block.key),
                              isRelatedMarker(block.key),
                              isDeclaredLink(block.text, block.key),
                              isDateLine(block.text),
                              hasPictureCredit(block.text),
                              block.words >= 5 && !block.text.endsWith(u'.') && block.key == last};
        for (int kind = 0; kind < static_cast<int>(std::size(kinds)); ++kind) {
            if (kinds[kind])
                weak.insert(kind);
        }
        last = block.key;
    }
    return 2 * strong + static_cast<int>(weak.size());
}

/// What a line's own shape gives away.
void dropByShape(Block &block, bool beforeText)
{
    if (block.words > 40)
        return;
    if (isTimeStamp(block.text) || isDateLine(block.text))
        block.drop(DropReason::DateLine);
    else if (isFurniture(block.key) || (beforeText && isBreadcrumb(block.key)))
        block.drop(DropReason::Menu);
    else if (isImageName(block.text))
        block.drop(DropReason::ImageName);
    else if (isSourceLine(block.text, block.key))
        block.drop(DropReason::Source);
    else if (isDeclaredByline(block.text, block.key))
        block.drop(DropReason::Byline);
    else if (isDeclaredLink(block.text, block.key))
        block.drop(DropReason::RelatedLink);
}

size_t firstParagraphOf(const Blocks &blocks)
{
    for (size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].kept() && (blocks[i].isParagraph() || blocks[i].words >= 35) &&
            !hasPictureCredit(blocks[i].text))
            return i;
    }
    return none;
}

/// The headline among the lines above the text: the first of six words or more, or else the longest.
size_t findTitle(const Blocks &blocks, size_t firstParagraph)
{
    size_t title = none;
    for (size_t i = 0; i < firstParagraph; ++i) {
        const Block &block = blocks[i];
        if (!block.kept() || isNameLine(block.text) || block.role == LineRole::Caption)
            continue;
        if (block.words >= 6)
            return i;
        if (title == none || block.words > blocks[title].words)
            title = i;
    }
    return title;
}

/// The first sentence after the title: a short lead comes before the first full paragraph.
size_t textStart(const Blocks &blocks, size_t title, size_t firstParagraph)
{
    for (size_t i = title == none ? firstParagraph : title + 1; i < firstParagraph; ++i) {
        if (blocks[i].kept() && blocks[i].sentence && blocks[i].words >= 8)
            return i;
    }
    return firstParagraph;
}

bool isSectionName(const QString &key)
{
    static const QSet<QString> sections = {
        u"chính trị"_s,  u"thời sự"_s,        u"thế giới"_s,   u"quốc tế"_s,    u"trong nước"_s,
        u"xã hội"_s,     u"kinh tế"_s,        u"văn hóa"_s,    u"văn hoá"_s,    u"thể thao"_s,
        u"giáo dục"_s,   u"pháp luật"_s,      u"đời sống"_s,   u"khoa học"_s,   u"công nghệ"_s,
        u"du lịch"_s,    u"đối ngoại"_s,      u"ngoại giao"_s, u"biển đảo"_s,   u"hữu nghị"_s,
        u"bạn đọc"_s,    u"tin tức"_s,        u"tin nóng"_s,   u"sự kiện"_s,    u"sức khỏe"_s,
        u"môi trường"_s, u"đa phương tiện"_s, u"quân sự"_s,    u"bình luận"_s,  u"kiều bào"_s,
        u"asean"_s,      u"tiếng việt"_s,     u"english"_s,    u"multimedia"_s, u"video"_s,
        u"podcast"_s,    u"liên hệ"_s,        u"giới thiệu"_s};
    return sections.contains(key);
}

/// Menus and names between the top of the page and its text.
void dropHead(Blocks &blocks, size_t title, size_t firstParagraph)
{
    if (title == none)
        return;
    std::vector<size_t> above; // short lines over the title: many are a menu, one may be "Thông cáo chung"
    for (size_t i = 0; i < firstParagraph; ++i) {
        Block &block = blocks[i];
        const bool item = block.kept() && i != title && block.role == LineRole::Body && !block.sentence &&
                          block.text.back().isLetterOrNumber();
        if (!item)
            continue;
        if (isSectionName(block.key))
            block.drop(DropReason::Menu);
        else if (i < title && block.words <= 6)
            above.push_back(i);
        else if (i > title && isNameLine(block.text))
            block.drop(DropReason::Byline);
        else if (i > title && block.words <= 3)
            block.drop(DropReason::Menu);
    }
    const auto dropped = std::count_if(blocks.begin(), blocks.begin() + static_cast<std::ptrdiff_t>(title),
                                       [](const Block &block) { return block.reason == DropReason::Menu; });
    if (above.size() + static_cast<size_t>(dropped) >= 3) {
        for (const size_t i : above)
            blocks[i].drop(DropReason::Menu);
    }
}

void dropFooter(Blocks &blocks)
{
    bool paragraphBefore = false;
    for (size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].kept() && isFooterLine(blocks[i].key) && paragraphBefore &&
            std::none_of(blocks.begin() + static_cast<std::ptrdiff_t>(i) + 1, blocks.end(),
                         [](const Block &block) { return block.isParagraph(); })) {
            for (size_t k = i; k < blocks.size(); ++k)
                blocks[k].drop(DropReason::Footer);
            return;
        }
        paragraphBefore = paragraphBefore || blocks[i].isParagraph();
    }
}

/// Lines that stand again as they stood before; the first one is kept.
void dropRepeated(Blocks &blocks)
{
    QSet<QString> seen;
    for (Block &block : blocks) {
        if (!block.kept() || block.words < 4)
            continue;
        if (seen.contains(block.key))
            block.drop(DropReason::RepeatedLine);
        else
            seen.insert(block.key);
    }
}

double sharedWords(const Block &from, const Block &in)
{
    const QStringList words = from.key.split(u' ');
    const QStringList others = in.key.split(u' ');
    const QSet<QString> there(others.begin(), others.end());
    const auto shared =
        std::count_if(words.begin(), words.end(), [&](const QString &w) { return there.contains(w); });
    return static_cast<double>(shared) / static_cast<double>(words.size());
}

/// A picture's text for the blind, printed above the caption that says the same.
void dropPictureTexts(Blocks &blocks, size_t title)
{
    for (size_t i = 0; i < blocks.size(); ++i) {
        Block &block = blocks[i];
        if (!block.kept() || i == title || block.sentence || block.words < 4 ||
            block.role == LineRole::Caption)
            continue;
        const size_t next = nextKept(blocks, i);
        if (next == blocks.size() || blocks[next].words > block.words + 25)
            continue;
        const bool caption = blocks[next].role == LineRole::Caption;
        if (caption ? sharedWords(block, blocks[next]) >= 0.7
                    : blocks[next].key.startsWith(block.key) && blocks[next].words <= block.words + 12)
            block.drop(DropReason::RepeatedLine);
    }
}

/// "HEADLINE ảnh 1Caption": the headline that a page puts before a caption is cut off the caption.
void splitGluedCaption(QStringView text, Block &block, const QString &titleKey)
{
    static const QRegularExpression number(u" (hình )?ảnh \\d{1,2}"_s);
    const TermKey key = makeTermKey(text.mid(block.lines[0].start, block.lines[0].length()));
    const QRegularExpressionMatch match = number.match(key.text);
    if (!match.hasMatch() || titleKey.isEmpty())
        return;
    const QString before = key.text.left(match.capturedStart());
    const bool repeatsTitle = before == titleKey;
    if (match.capturedEnd() == key.text.size()) {
        if (repeatsTitle)
            block.drop(DropReason::RepeatedLine);
        return;
    }
    const qsizetype rest =
        block.lines[0].start + key.original({match.capturedEnd(), match.capturedEnd() + 1}).start;
    const bool glued = text[rest].isUpper() && wordCount(before) >= 4 && !endsSentence(before);
    if (!repeatsTitle && !glued)
        return;
    block.repeatedUntil = rest;
    while (text[block.repeatedUntil - 1].isSpace())
        --block.repeatedUntil;
    block.role = LineRole::Caption;
}

void markCaptions(Blocks &blocks)
{
    for (size_t i = 0; i < blocks.size(); ++i) {
        Block &block = blocks[i];
        const bool underPicture = i > 0 && blocks[i - 1].reason == DropReason::ImageName && block.words <= 25;
        if (block.role == LineRole::Body &&
            ((block.words <= 80 && hasPictureCredit(block.text)) || underPicture))
            block.role = LineRole::Caption;
    }
}

/// A name under the last paragraph.
void dropClosingName(Blocks &blocks)
{
    const size_t last = previousKept(blocks, blocks.size());
    if (last == blocks.size() || !isNameLine(blocks[last].text))
        return;
    const size_t before = previousKept(blocks, last);
    if (before < blocks.size() && (blocks[before].sentence || blocks[before].role == LineRole::Caption))
        blocks[last].drop(DropReason::Byline);
}

void markHeadings(Blocks &blocks)
{
    for (size_t i = 0; i < blocks.size(); ++i) {
        Block &block = blocks[i];
        if (block.role != LineRole::Body || !block.isHeadline() || block.words > 20 ||
            !block.text[0].isLetterOrNumber())
            continue;
        size_t next = nextKept(blocks, i);
        while (next < blocks.size() && blocks[next].role == LineRole::Caption)
            next = nextKept(blocks, next);
        if (next < blocks.size() && (blocks[next].isParagraph() || blocks[next].words >= 30))
            block.role = LineRole::Heading;
    }
}

void cleanPage(QStringView text, Blocks &blocks)
{
    const size_t shapeEnd = firstParagraphOf(blocks);
    for (size_t i = 0; i < blocks.size(); ++i)
        dropByShape(blocks[i], shapeEnd == none || i < shapeEnd);
    const size_t firstParagraph = firstParagraphOf(blocks);
    if (firstParagraph == none)
        return;
    dropFooter(blocks);
    dropDoubledLinks(blocks, textStart(blocks, findTitle(blocks, firstParagraph), firstParagraph));
    dropRelatedLists(blocks, firstParagraph);
    const size_t title = findTitle(blocks, firstParagraph);
    dropHead(blocks, title, firstParagraph);
    dropRepeated(blocks);
    for (size_t i = title == none ? blocks.size() : title + 1; i < blocks.size(); ++i) {
        if (blocks[i].kept())
            splitGluedCaption(text, blocks[i], blocks[title].key);
    }
    markCaptions(blocks);
    dropPictureTexts(blocks, title);
    if (title != none) {
        blocks[title].role = LineRole::Title;
        dropOtherStories(blocks, title);
    }
    dropTrailingTeasers(blocks);
    dropTrailingHeadlines(blocks);
    dropClosingName(blocks);
    const size_t lead = title == none ? blocks.size() : nextKept(blocks, title);
    if (lead < blocks.size() && blocks[lead].role == LineRole::Body && blocks[lead].words >= 10)
        blocks[lead].role = LineRole::Lead;
}

/// A short first line that is open at its end, with text after it.
void markPlainTitle(Blocks &blocks)
{
    const bool titled = blocks.size() > 1 && blocks[0].words <= 30 && !blocks[0].sentence &&
                        blocks[0].text[0].isLetterOrNumber() && !blocks[0].text.endsWith(u':');
    if (titled)
        blocks[0].role = LineRole::Title;
}

} // namespace

QList<ArticlePiece> findArticle(QStringView text)
{
    Blocks blocks = readBlocks(text);
    if (isMarkedVietnamese(text) && pageSigns(blocks) >= 2) {
        cleanPage(text, blocks);
    } else {
        markPlainTitle(blocks);
        markCaptions(blocks);
    }
    markHeadings(blocks);
    return toPieces(blocks);
}

QList<ArticlePiece> wholeFile(QStringView text)
{
    return toPieces(readBlocks(text));
}

QString roleName(LineRole role)
{
    switch (role) {
    case LineRole::Title:
        return u"title"_s;
    case LineRole::Lead:
        return u"lead"_s;
    case LineRole::Heading:
        return u"heading"_s;
    case LineRole::Body:
        return u"body"_s;
    case LineRole::Caption:
        return u"caption"_s;
    case LineRole::Dropped:
        return u"dropped"_s;
    }
    Q_UNREACHABLE();
}

QString dropReasonName(DropReason reason)
{
    switch (reason) {
    case DropReason::None:
        return u"none"_s;
    case DropReason::Menu:
        return u"menu"_s;
    case DropReason::DateLine:
        return u"date-line"_s;
    case DropReason::Byline:
        return u"byline"_s;
    case DropReason::RelatedLink:
        return u"related-link"_s;
    case DropReason::RepeatedLine:
        return u"repeated-line"_s;
    case DropReason::ImageName:
        return u"image-name"_s;
    case DropReason::Source:
        return u"source"_s;
    case DropReason::OtherStory:
        return u"other-story"_s;
    case DropReason::Footer:
        return u"footer"_s;
    }
    Q_UNREACHABLE();
}

} // namespace verbale::text
