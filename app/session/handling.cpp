#include "session/handling.h"

#include "document/inline_codes.h"
#include "document/segmentation.h"
#include "text/page_text.h"

#include <QtCore/QRegularExpression>

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

/// A line in capitals that is the stamp of this degree. Before it may stand what kind of text it is, or that
/// a degree follows; behind it how urgent it is, which copy, who may not have it, and its number. With any
/// other word the line is a heading or a sentence: "BẢO VỆ TÀI LIỆU MẬT", "MẬT ĐỘ", "CƠ MẬT".
QRegularExpression stampOf(const char16_t *degree)
{
    static const QString any = QStringLiteral("TUYỆT MẬT|TỐI MẬT|MẬT|LƯU HÀNH NỘI BỘ");
    static const QString before = QStringLiteral("TÀI LIỆU|VĂN BẢN|CÔNG VĂN|CÔNG HÀM|CÔNG ĐIỆN|ĐIỆN|THƯ|HỒ "
                                                 "SƠ|BÁO CÁO|TỜ TRÌNH|BIÊN BẢN|DẤU|LOẠI|CHỈ|ĐƯỢC|"
                                                 "(?:MỨC )?ĐỘ MẬT|MỨC ĐỘ(?= ?[^\\w\\s])");
    static const QString behind =
        QStringLiteral("(?:THƯỢNG )?KHẨN|H(?:ỎA|OẢ) TỐC|HẸN GIỜ|BẢN(?: SAO)?|"
                       "TRONG (?:NGÀNH|CƠ QUAN)|KHÔNG (?:PHỔ BIẾN|SAO CHỤP|PHÁT TÁN)|SỐ\\b.*|\\w*\\d\\w*");
    return QRegularExpression(QStringLiteral("^(?:(?:%1|%2)\\b\\W*)*%3\\b(?:\\W+(?:%2|%4)(?!\\w))*$")
                                  .arg(before, any, QString::fromUtf16(degree), behind),
                              QRegularExpression::UseUnicodePropertiesOption);
}

HandlingLevel levelOfLine(const QString &line)
{
    static const std::array stamps{std::pair{HandlingLevel::TuyetMat, stampOf(u"TUYỆT MẬT")},
                                   std::pair{HandlingLevel::ToiMat, stampOf(u"TỐI MẬT")},
                                   std::pair{HandlingLevel::Mat, stampOf(u"MẬT")},
                                   std::pair{HandlingLevel::Internal, stampOf(u"LƯU HÀNH NỘI BỘ")}};
    const QString bare = bareLine(line);
    if (bare.size() > longestMarking)
        return HandlingLevel::Open;
    const QString capitals = bare.toUpper();
    // "Mật" alone, in small letters, may be a heading about honey.
    if (capitals == QStringLiteral("MẬT") && bare != capitals)
        return HandlingLevel::Open;
    const auto *const found = std::find_if(stamps.begin(), stamps.end(), [&capitals](const auto &stamp) {
        return stamp.second.match(capitals).hasMatch();
    });
    return found == stamps.end() ? HandlingLevel::Open : found->first;
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
