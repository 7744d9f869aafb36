#include "text/article_blocks.h"
#include "text/page_lines.h"
#include "text/page_text.h"
#include "text/syllable_shape.h"

#include <QtCore/QSet>
#include <QtCore/QStringList>

#include <algorithm>

namespace verbale::text {

namespace {

/// Letters and digits of the key, words parted and enclosed by single spaces: names are looked up as " name
/// ".
QString spaced(const QString &key)
{
    QString words = QStringLiteral(" ");
    for (const QChar c : key) {
        if (c.isLetterOrNumber())
            words += c;
        else if (!words.endsWith(u' '))
            words += u' ';
    }
    return words.endsWith(u' ') ? words : words + u' ';
}

bool isAcronym(const QString &word)
{
    return word.size() >= 2 && std::all_of(word.begin(), word.end(), [](QChar c) { return c.isUpper(); });
}

/// The words of a text without the help of capitals that are no Vietnamese syllables: foreign names,
/// acronyms.
QSet<QString> foreignWords(const QString &text)
{
    QSet<QString> names;
    for (const QString &word : spaced(text.toLower()).split(u' ', Qt::SkipEmptyParts)) {
        const QString bare = withoutMarks(word);
        const bool letters = std::all_of(bare.begin(), bare.end(), [](QChar c) { return c.isLetter(); });
        if (letters && bare.size() >= 3 && !isSyllableShaped(bare.toStdU16String()))
            names.insert(spaced(word));
    }
    return names;
}

bool hasSmallAndCapital(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isUpper(); }) &&
           std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLower(); });
}

/// What a text is about: acronyms, names of two or more capitalised words, long foreign names.
QSet<QString> namesIn(const QString &text)
{
    if (!hasSmallAndCapital(text))
        return foreignWords(text);
    QStringList words;
    QString word;
    for (const QChar c : text + QStringLiteral(" .")) {
        if (c.isLetter()) {
            word += c;
            continue;
        }
        if (!word.isEmpty())
            words.append(word);
        word.clear();
        if (!c.isSpace())
            words.append(QString()); // a name does not reach over a sign
    }
    QSet<QString> names;
    QStringList run;
    for (const QString &next : words) {
        if (!next.isEmpty() && next[0].isUpper()) {
            run.append(next);
            const bool foreign = next.size() >= 6 && std::all_of(next.begin(), next.end(),
                                                                 [](QChar c) { return c.unicode() < 0x80; });
            if (isAcronym(next) || foreign)
                names.insert(spaced(next.toLower()));
            continue;
        }
        if (run.size() >= 2)
            names.insert(spaced(run.join(u' ').toLower()));
        run.clear();
    }
    return names;
}

bool names(const Block &block, const QSet<QString> &topic)
{
    const QString words = spaced(block.key);
    return std::any_of(topic.begin(), topic.end(), [&](const QString &name) { return words.contains(name); });
}

/// A headline with the start of its text, cut with dots: the last line of an aggregator's page.
bool isCutTeaser(const Block &block)
{
    return endsInDots(block.text) && block.words >= 25;
}

bool startsStory(const Blocks &blocks, const std::vector<size_t> &live, size_t at)
{
    return at + 1 < live.size() && blocks[live[at]].isHeadline() && blocks[live[at]].words <= 25 &&
           blocks[live[at + 1]].isParagraph();
}

/// Counts over a range of blocks; a range's counts are the difference of two prefixes.
struct Part
{
    int words = 0;
    int paragraphs = 0;
    int paragraphsOnTopic = 0;
    int blocksOnTopic = 0;
    int stories = 0;

    Part operator-(const Part &other) const
    {
        return {words - other.words, paragraphs - other.paragraphs,
                paragraphsOnTopic - other.paragraphsOnTopic, blocksOnTopic - other.blocksOnTopic,
                stories - other.stories};
    }
};

std::vector<Part> prefixes(const Blocks &blocks, const std::vector<size_t> &live, const QSet<QString> &topic)
{
    std::vector<Part> sums(1);
    for (size_t at = 0; at < live.size(); ++at) {
        const Block &block = blocks[live[at]];
        const bool onTopic = names(block, topic);
        Part sum = sums.back();
        sum.words += block.words;
        sum.paragraphs += block.isParagraph() ? 1 : 0;
        sum.paragraphsOnTopic += onTopic && block.isParagraph() ? 1 : 0;
        sum.blocksOnTopic += onTopic ? 1 : 0;
        sum.stories += startsStory(blocks, live, at) ? 1 : 0;
        sums.push_back(sum);
    }
    return sums;
}

bool isOtherPart(const Part &main, const Part &other, bool afterEndSign)
{
    if (other.blocksOnTopic > 0 || other.paragraphs < 1 || other.words < 40 || main.words < other.words)
        return false;
    if (afterEndSign)
        return main.paragraphs >= 2 && main.paragraphsOnTopic * 2 >= main.paragraphs;
    const bool severalStories = other.stories >= 2 && main.paragraphsOnTopic * 10 >= main.paragraphs * 7;
    const bool longStory = other.paragraphs >= 2 && main.paragraphsOnTopic * 10 >= main.paragraphs * 9;
    return main.paragraphs >= 3 && main.stories == 0 && (severalStories || longStory);
}

} // namespace

void dropOtherStories(Blocks &blocks, size_t title)
{
    std::vector<size_t> live;
    for (size_t i = title + 1; i < blocks.size(); ++i) {
        if (blocks[i].kept() && blocks[i].role != LineRole::Caption)
            live.push_back(i);
    }
    if (live.size() < 4)
        return;
    static constexpr qsizetype enough =
        1500; // of a title or lead, to bound the work on a file of one long line
    const QSet<QString> topic =
        namesIn(blocks[title].text.left(enough)) | namesIn(blocks[live[0]].text.left(enough));
    size_t end = live.size();
    const bool cutTeaser = isCutTeaser(blocks[live.back()]);
    if (cutTeaser)
        --end;
    const std::vector<Part> sums = prefixes(blocks, live, topic);
    for (size_t at = 2; at < end; ++at) {
        if (!startsStory(blocks, live, at))
            continue;
        const bool afterEndSign = blocks[live[at - 1]].text.endsWith(QLatin1String("./."));
        if (!isOtherPart(sums[at], sums[end] - sums[at], afterEndSign))
            continue;
        for (size_t i = live[at]; i < blocks.size(); ++i)
            blocks[i].drop(cutTeaser && i == live.back() ? DropReason::RelatedLink : DropReason::OtherStory);
        return;
    }
}

} // namespace verbale::text
