#include "text/article.h"

#include "text/article_blocks.h"
#include "text/page_lines.h"
#include "text/page_text.h"
#include "text/page_words.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <algorithm>
#include <bitset>

using namespace Qt::StringLiterals;

namespace verbale::text {

namespace {

constexpr size_t none = static_cast<size_t>(-1);

/// Vietnamese with its marks has one in every fourth letter.
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

/// The kinds of weak signs.
constexpr int signKinds = 9;

bool isSign(int kind, const Block &block, const QString &lastKey)
{
    switch (kind) {
    case 0:
        return isFurniture(block.key);
    case 1:
        return isBreadcrumb(block.key);
    case 2:
        return isSourceLine(block.text, block.key);
    case 3:
        return isDeclaredByline(block.text, block.key);
    case 4:
        return isRelatedMarker(block.key) && !isWeakMarker(block.key);
    case 5:
        return isDeclaredLink(block.text, block.key);
    case 6:
        return isDateLine(block.text) && !isDateInWords(block.text);
    case 7:
        return hasPictureCredit(block.text);
    default:
        return block.words >= 5 && !block.text.endsWith(u'.') && block.key == lastKey;
    }
}

/// Whether the lines have `enough` signs of a saved page; a strong one counts twice, each kind of weak ones
/// once. What documents and letters have as well (addresses, dates in words, "Chủ đề: ...") is no sign.
bool hasPageSigns(const Blocks &blocks, bool marked, int enough)
{
    int signs = 0;
    std::bitset<signKinds> seen;
    QString last;
    for (const Block &block : blocks) {
        if (block.words > 40)
            continue;
        if (isTimeStamp(block.text) || isPublisherLine(block.key) || isPlainFurniture(block.key) ||
            (marked ? isImageName(block.text) : isImageFile(block.text)))
            signs += 2;
        for (int kind = 0; kind < signKinds; ++kind) {
            if (!seen[static_cast<size_t>(kind)] && isSign(kind, block, last)) {
                seen.set(static_cast<size_t>(kind));
                ++signs;
            }
        }
        if (signs >= enough)
            return true;
        last = block.key;
    }
    return false;
}

/// What a line's own shape gives away.
void dropByShape(Block &block, bool beforeText, bool marked)
{
    if (block.words > 40)
        return;
    if (isTimeStamp(block.text) || (isDateLine(block.text) && (beforeText || !isDateInWords(block.text))))
        block.drop(DropReason::DateLine);
    else if (isFurniture(block.key) || isAddressOrCounter(block.key) ||
             (beforeText && isBreadcrumb(block.key)))
        block.drop(DropReason::Menu);
    else if (marked ? isImageName(block.text) : isImageFile(block.text))
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

/// The publisher's lines at the end, with the addresses around them, and everything below.
void dropFooter(Blocks &blocks)
{
    size_t firstParagraph = blocks.size();
    size_t lastParagraph = 0;
    for (size_t i = 0; i < blocks.size(); ++i) {
        if (!blocks[i].isParagraph())
            continue;
        firstParagraph = qMin(firstParagraph, i);
        lastParagraph = i;
    }
    if (firstParagraph == blocks.size())
        return;
    size_t begin = lastParagraph + 1;
    while (begin < blocks.size() && !(blocks[begin].kept() && isPublisherLine(blocks[begin].key)))
        ++begin;
    for (size_t i = begin; i < blocks.size(); ++i)
        blocks[i].drop(DropReason::Footer);
    for (size_t i = begin; begin < blocks.size() && i-- > lastParagraph + 1;) {
        if (blocks[i].kept() && !isContactLine(blocks[i].key))
            break;
        blocks[i].drop(DropReason::Footer);
    }
    // A licence in one long sentence below the article, or a line above one.
    for (size_t i = firstParagraph + 1; i <= lastParagraph; ++i) {
        if (blocks[i].kept() && isPublisherLine(blocks[i].key))
            blocks[i].drop(DropReason::Footer);
    }
}

/// Names of sections and the like below the article: the menu again.
void dropClosingMenu(Blocks &blocks)
{
    size_t begin = blocks.size();
    size_t count = 0;
    for (size_t i = previousKept(blocks, begin); i < blocks.size() && isSectionName(blocks[i].key);
         i = previousKept(blocks, i)) {
        begin = i;
        ++count;
    }
    for (size_t i = begin; count > 0 && i < blocks.size(); ++i)
        blocks[i].drop(DropReason::Menu);
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

/// Cuts what stands before `rest` in the block's text off its lines.
void cutStart(QStringView text, Block &block, qsizetype rest, DropReason reason)
{
    QString seen;
    for (size_t i = 0; i < block.lines.size(); ++i) {
        Span line = block.lines[i];
        if (i == 0 && block.text[0] != text[line.start] && text[line.start].isPunct())
            ++line.start; // the mark of all lines
        const QStringView view = text.mid(line.start, line.length());
        const qsizetype before = seen.size() + (seen.isEmpty() ? 0 : 1);
        seen = seen.isEmpty() ? readable(view) : seen + u' ' + readable(view);
        if (seen.size() <= rest)
            continue;
        block.cutRest = line.start + originOf(view, rest - before);
        block.cutEnd = rest > before ? block.cutRest : block.lines[i - 1].end;
        while (isBlankOrUnseen(text[block.cutEnd - 1]))
            --block.cutEnd;
        block.cutReason = reason;
        return;
    }
}

/// "HEADLINE ảnh 1Caption": the headline that a page puts before a caption is cut off the caption.
void splitGluedCaption(QStringView text, Block &block, const QString &titleKey)
{
    static const QRegularExpression number(u" (hình )?(ảnh|anh) \\d{1,2}"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const auto isFigure = [](QChar c) { return c.isDigit() || c.isSurrogate(); };
    if (block.words > 120 || std::none_of(block.key.begin(), block.key.end(), isFigure))
        return;
    const QRegularExpressionMatch match = number.match(block.text);
    if (!match.hasMatch() || titleKey.isEmpty())
        return;
    const QString before = block.key.left(match.capturedStart());
    const bool repeatsTitle = before == titleKey;
    if (match.capturedEnd() == block.text.size()) {
        if (repeatsTitle)
            block.drop(DropReason::RepeatedLine);
        return;
    }
    qsizetype rest = match.capturedEnd();
    rest += block.text[rest].isSpace() ? 1 : 0;
    const bool glued = block.text[rest].isUpper() && wordCount(before) >= 4 && wordCount(before) <= 30 &&
                       !endsSentence(before) && !before.contains(u". ");
    if (!repeatsTitle && !glued)
        return;
    cutStart(text, block, rest, DropReason::RepeatedLine);
    block.role = LineRole::Caption;
}

/// "hoi nghi khai mac Toàn cảnh phiên họp": the title as a picture's name, glued to a caption or a link.
void splitGluedName(QStringView text, Block &block, const QString &titleName)
{
    if (titleName.size() < 15 || block.text.size() <= titleName.size() + 1 ||
        !block.text.startsWith(titleName) || block.text[titleName.size()] != u' ' ||
        !block.text[titleName.size() + 1].isUpper())
        return;
    cutStart(text, block, titleName.size() + 1, DropReason::ImageName);
}

/// The title as it stands in the names of its pictures: no marks, no capitals, no signs.
QString pictureName(const QString &titleKey)
{
    QString name;
    for (const QChar c : withoutMarks(titleKey)) {
        if (c.isLetterOrNumber())
            name += c;
        else if (!name.isEmpty() && !name.endsWith(u' '))
            name += u' ';
    }
    return name.trimmed();
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

void cleanPage(QStringView text, Blocks &blocks, bool marked)
{
    const size_t shapeEnd = firstParagraphOf(blocks);
    if (!marked && shapeEnd == none)
        return;
    for (size_t i = 0; i < blocks.size(); ++i)
        dropByShape(blocks[i], shapeEnd == none || i < shapeEnd, marked);
    const size_t firstParagraph = firstParagraphOf(blocks);
    if (firstParagraph == none)
        return;
    dropFooter(blocks);
    dropClosingMenu(blocks);
    dropDoubledLinks(blocks, textStart(blocks, findTitle(blocks, firstParagraph), firstParagraph));
    dropRelatedLists(blocks, firstParagraph);
    dropCutTeasers(blocks, textStart(blocks, findTitle(blocks, firstParagraph), firstParagraph));
    const size_t title = findTitle(blocks, firstParagraph);
    dropHead(blocks, title, firstParagraph);
    dropRepeated(blocks);
    const QString titleName = title == none ? QString() : pictureName(blocks[title].key);
    for (size_t i = title == none ? blocks.size() : title + 1; i < blocks.size(); ++i) {
        if (!blocks[i].kept())
            continue;
        splitGluedCaption(text, blocks[i], blocks[title].key);
        if (blocks[i].cutEnd == 0)
            splitGluedName(text, blocks[i], titleName);
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
    const bool marked = isMarkedVietnamese(text);
    // Without marks the words of a text look like a picture's name, and less is certain.
    if (hasPageSigns(blocks, marked, marked ? 2 : 4)) {
        cleanPage(text, blocks, marked);
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
