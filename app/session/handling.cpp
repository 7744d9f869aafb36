#include "session/handling.h"

#include "document/inline_codes.h"
#include "document/segmentation.h"
#include "text/page_text.h"

#include <QtCore/QSet>

#include <algorithm>
#include <array>

namespace verbale::session {

namespace {

struct LevelName
{
    HandlingLevel level;
    QLatin1String name;
};

constexpr std::array levelNames{LevelName{HandlingLevel::Open, QLatin1String("open")},
                                LevelName{HandlingLevel::Internal, QLatin1String("internal")},
                                LevelName{HandlingLevel::Mat, QLatin1String("mat")},
                                LevelName{HandlingLevel::ToiMat, QLatin1String("toi-mat")},
                                LevelName{HandlingLevel::TuyetMat, QLatin1String("tuyet-mat")}};

struct Marking
{
    HandlingLevel level;
    const char16_t *capitals;
};

constexpr std::array markings{Marking{HandlingLevel::TuyetMat, u"TUYỆT MẬT"},
                              Marking{HandlingLevel::ToiMat, u"TỐI MẬT"}, Marking{HandlingLevel::Mat, u"MẬT"},
                              Marking{HandlingLevel::Internal, u"LƯU HÀNH NỘI BỘ"}};

/// A stamp has a few words; longer lines are not looked at.
constexpr qsizetype longestMarking = 64;

/// The line as its reader sees it, without the brackets, stars and dashes around it.
QString bareLine(const QString &line)
{
    const QString bare = text::readable(line);
    const auto isWord = [](QChar c) { return c.isLetterOrNumber(); };
    const auto first = std::find_if(bare.cbegin(), bare.cend(), isWord);
    const auto last = std::find_if(bare.crbegin(), bare.crend(), isWord).base();
    return first < last ? QString(first, last - first) : QString();
}

/// What else stands in the stamp's line: what kind of text it is, how urgent, who may have it, and that a
/// degree follows. With a word that is none of these the line is a heading or a sentence.
bool isStampWord(const QString &capitals)
{
    static const QSet<QString> words = [] {
        const auto list =
            QStringLiteral("MẬT TỐI TUYỆT TÀI LIỆU VĂN BẢN CÔNG ĐIỆN HÀM THƯ ĐỘ MỨC CHẾ CHỈ ĐƯỢC DẤU LOẠI "
                           "KHẨN HỎA HOẢ TỐC "
                           "THƯỢNG HẸN GIỜ BẢN SAO SỐ KHÔNG PHỔ BIẾN CHỤP PHÁT TÁN TRONG NGÀNH CƠ QUAN")
                .split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return words.contains(capitals) ||
           std::any_of(capitals.begin(), capitals.end(), [](QChar c) { return c.isDigit(); });
}

/// A line in words, as they stand and in capitals. Where a sign other than white space stands before a word,
/// `isApart` says so.
struct StampWord
{
    QString text;
    QString capitals;
    bool isApart = false;
};

QList<StampWord> wordsOf(const QString &bare)
{
    QList<StampWord> words;
    bool isApart = false;
    bool isInWord = false;
    for (const QChar c : bare) {
        const bool belongs = c.isLetterOrNumber() || c.isMark();
        if (belongs && !isInWord)
            words.append({{}, {}, isApart});
        if (belongs)
            words.last().text += c;
        isApart = !belongs && ((isApart && !isInWord) || !c.isSpace());
        isInWord = belongs;
    }
    for (StampWord &word : words)
        word.capitals = word.text.toUpper();
    return words;
}

/// Whether the marking's words stand from `first` on.
bool standsAt(const QList<StampWord> &words, qsizetype first, const QStringList &marking)
{
    for (qsizetype i = 0; i < marking.size(); ++i) {
        if (first + i >= words.size() || words[first + i].capitals != marking[i])
            return false;
    }
    return true;
}

/// "ĐỘ MẬT" names the degree that follows; in "MỨC ĐỘ: MẬT" it has followed.
bool isLabel(const QList<StampWord> &words, qsizetype at)
{
    return at > 0 && words[at].capitals == QStringLiteral("MẬT") &&
           words[at - 1].capitals == QStringLiteral("ĐỘ") && !words[at].isApart;
}

/// The words from `from` on are a stamp's; a number's own, behind "SỐ", may be any.
bool areStampWords(const QList<StampWord> &words, qsizetype from, qsizetype to)
{
    for (qsizetype i = from; i < to; ++i) {
        if (words[i].capitals == QStringLiteral("SỐ"))
            return true;
        if (!isStampWord(words[i].capitals))
            return false;
    }
    return true;
}

HandlingLevel levelOfLine(const QString &line)
{
    const QString bare = bareLine(line);
    if (bare.size() > longestMarking)
        return HandlingLevel::Open;
    const QList<StampWord> words = wordsOf(bare);
    for (const Marking &marking : markings) {
        const QStringList wanted = QString::fromUtf16(marking.capitals).split(u' ');
        for (qsizetype at = 0; at + wanted.size() <= words.size(); ++at) {
            const qsizetype end = at + wanted.size();
            if (!standsAt(words, at, wanted) || isLabel(words, at) || !areStampWords(words, 0, at) ||
                !areStampWords(words, end, words.size()))
                continue;
            // "Mật" alone, in small letters, may be a heading about honey.
            if (words.size() > 1 || wanted.size() > 1 || words[at].text == words[at].capitals)
                return marking.level;
        }
    }
    return HandlingLevel::Open;
}

} // namespace

QString handlingName(HandlingLevel level)
{
    const auto *const found = std::find_if(levelNames.begin(), levelNames.end(),
                                           [level](const LevelName &known) { return known.level == level; });
    return found == levelNames.end() ? QString() : QString(found->name);
}

std::optional<HandlingLevel> handlingNamed(const QString &name)
{
    const auto *const found = std::find_if(levelNames.begin(), levelNames.end(),
                                           [&name](const LevelName &known) { return known.name == name; });
    if (found == levelNames.end())
        return std::nullopt;
    return found->level;
}

QStringList handlingNames()
{
    QStringList names;
    for (const LevelName &known : levelNames)
        names.append(known.name);
    return names;
}

HandlingMark handlingOf(const Document &document)
{
    HandlingMark mark;
    const auto lookAtLines = [&mark](QString text) {
        std::replace_if(text.begin(), text.end(), text::isLineEnd, u'\n');
        for (const QString &line : text.split(u'\n')) {
            const HandlingLevel level = levelOfLine(line);
            if (level > mark.level)
                mark = {level, line.simplified()};
        }
    };
    // A code may be nothing that is seen within a word, or the line's end.
    const auto look = [&lookAtLines](const QString &text) {
        lookAtLines(QString(text).remove(inlineCodeMark));
        if (text.contains(inlineCodeMark))
            lookAtLines(QString(text).replace(inlineCodeMark, u'\n'));
    };
    for (const Unit &unit : document.units) {
        look(unitSource(unit).text);
        for (const Segment &segment : unit.segments)
            look(segment.source.text);
    }
    for (const LeftOutLine &line : document.leftOut)
        look(line.text);
    return mark;
}

} // namespace verbale::session
