#include "session/handling.h"

#include "document/inline_codes.h"
#include "document/segmentation.h"
#include "text/page_text.h"

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

HandlingLevel levelOfLine(const QString &line)
{
    const QString bare = bareLine(line);
    if (bare.size() > longestMarking)
        return HandlingLevel::Open;
    QString capitals = bare.toUpper();
    bool isCapital = capitals == bare;
    const QString before = QStringLiteral("ĐỘ MẬT");
    if (capitals.startsWith(before) && capitals.size() > before.size()) {
        capitals = bareLine(capitals.mid(before.size()));
        isCapital = true;
    }
    for (const Marking &marking : markings) {
        // "Mật" alone, in small letters, may be a heading about honey.
        const bool isTold = isCapital || marking.level != HandlingLevel::Mat;
        if (isTold && capitals == QStringView(marking.capitals))
            return marking.level;
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
