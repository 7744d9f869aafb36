#include "text/page_lines.h"

#include "text/key_pattern.h"
#include "text/page_text.h"
#include "text/page_words.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace verbale::text {

namespace {

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(text, QRegularExpression::CaseInsensitiveOption |
                                        QRegularExpression::UseUnicodePropertiesOption);
}

struct Stamp
{
    bool date = false;
    bool time = false;
    QString rest; ///< the line without them
};

const QString monthNames = u"(giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|mười một|mười hai|\\d{1,2})"_s;

/// Surrogates stand for the digits of other planes.
bool mayBeDigit(QChar c)
{
    return c.isDigit() || c.isSurrogate();
}

/// Cheap: a digit and a year, or a digit before the sign of an hour.
bool mayHaveStamp(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!mayBeDigit(text[i]))
            continue;
        if (text[i].isSurrogate() || text.mid(i, 2) == u"19" || text.mid(i, 2) == u"20")
            return true;
        const qsizetype sign = i + 1 < text.size() && text[i + 1].isSpace() ? i + 2 : i + 1;
        if (sign < text.size() && QStringView(u":hHgG").contains(text[sign]))
            return true;
    }
    return false;
}

Stamp takeStamp(const QString &text)
{
    static const QRegularExpression date = pattern(
        u"\\b\\d{1,2}\\s*[/.\\-–]\\s*\\d{1,2}\\s*[/.\\-–]\\s*(19|20)\\d{2}\\b"
        u"|\\b(19|20)\\d{2}[\\-/.]\\d{1,2}[\\-/.]\\d{1,2}\\b|\\b\\d{1,2}[, ]+(tháng|thang) "_s +
        monthNames +
        u"[,.]?( (năm|nam))?,? (19|20)\\d{2}\\b"
        u"|\\b\\d{1,2} (jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*[ ,]+(19|20)\\d{2}\\b"
        u"|\\b(jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]* \\d{1,2},? (19|20)\\d{2}\\b"_s);
    static const QRegularExpression time = pattern(
        u"\\b\\d{1,2}\\s?(:|h|g|giờ|gio)\\s?\\d{2}(:\\d{2})?\\b( (phút|phut))?( ?\\b(am|pm|sa|ch)\\b)?"_s);
    static const QRegularExpression words = pattern(
        u"\\b((thứ|thu) (hai|ba|tư|tu|năm|nam|sáu|sau|bảy|bẩy|bay|[2-7])|(chủ|chúa) nhật|chu nhat|ngày đăng"
        u"|ngày|ngay|lúc|luc|đăng tải|cập nhật|cap nhat|đăng|dang|xuất bản|xuat ban|phát hành|thời gian"
        u"|thoi gian|published|posted|updated|last|on|at|lần cuối|giờ|mon(day)?|tue(s(day)?)?|wed(nesday)?"
        u"|thu(rsday)?|fri(day)?|sat(urday)?|sun(day)?)\\b|\\(?\\b(gmt|utc) ?[+\\-]? ?\\d*(:\\d\\d)?\\)?"_s);
    Stamp stamp;
    if (text.size() > 90 || !mayHaveStamp(text))
        return stamp;
    QString rest = text;
    rest.remove(date);
    stamp.date = rest.size() != text.size();
    const qsizetype undated = rest.size();
    rest.remove(time);
    stamp.time = rest.size() != undated;
    if (!stamp.date && !stamp.time)
        return stamp;
    rest.remove(words);
    static const QRegularExpression signs(u"^[\\s|,:;()\\-–/.•·]+|[\\s|,:;()\\-–/.•·]+$"_s);
    stamp.rest = rest.remove(signs).remove(signs);
    return stamp;
}

bool isNameWord(QStringView word)
{
    return !word.isEmpty() && word[0].isUpper() &&
           std::all_of(word.begin(), word.end(), [](QChar c) { return c.isLetter() || c == u'.'; });
}

/// "hoangtien_vnews": who put a page on line, beside its time.
bool isUserName(QStringView word)
{
    return word.size() <= 24 && std::all_of(word.begin(), word.end(), [](QChar c) {
               return c.unicode() < 0x80 && (c.isLower() || c.isDigit() || c == u'_' || c == u'.');
           });
}

/// Cheap: a sign that a credit has, or a full stop before a word that may be "ảnh".
bool mayHaveCredit(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        if (unit == u':' || unit == u'(' || unit == u'[' || unit == u'|')
            return true;
        if (unit != u'.')
            continue;
        const qsizetype word = i + 1 < text.size() && text[i + 1].isSpace() ? i + 2 : i + 1;
        if (word < text.size() && QStringView(u"ảẢaA").contains(text[word]))
            return true;
    }
    return false;
}

/// Without the emoji and other pictures at its end.
QStringView withoutPictures(QStringView text)
{
    while (!text.isEmpty() && (text.back().isSurrogate() || text.back().category() == QChar::Symbol_Other ||
                               text.back() == QChar(0xFE0F) || text.back().isSpace()))
        text.chop(1);
    return text;
}

} // namespace

int wordCount(QStringView text)
{
    int words = 0;
    bool inside = false;
    for (const QChar c : text) {
        words += !inside && !c.isSpace() ? 1 : 0;
        inside = !c.isSpace();
    }
    return words;
}

bool endsSentence(QStringView text)
{
    text = withoutPictures(text);
    qsizetype end = text.size();
    while (end > 0 && (QStringView(u"\"'”’»)]").contains(text[end - 1])))
        --end;
    return end > 0 && QStringView(u".!?…").contains(text[end - 1]);
}

bool endsInDots(QStringView text)
{
    text = withoutPictures(text);
    return text.endsWith(u"...") || text.endsWith(u'…');
}

bool isAllCapitals(QStringView text)
{
    int capitals = 0;
    for (const QChar c : text) {
        if (c.isLower())
            return false;
        capitals += c.isUpper() ? 1 : 0;
    }
    return capitals >= 2;
}

bool isTimeStamp(const QString &text)
{
    const Stamp stamp = takeStamp(text);
    return stamp.date && stamp.time &&
           (stamp.rest.isEmpty() || isNameLine(stamp.rest) || isUserName(stamp.rest) ||
            isAddressOrCounter(stamp.rest.toLower()) || isFurniture(stamp.rest.toLower()) ||
            isSectionName(stamp.rest.toLower()));
}

bool isDateLine(const QString &text)
{
    static const KeyPattern ago(
        u"^(cập nhật |đăng )?(cách đây )?\\d{1,2} (phút|giờ|ngày|tuần|tháng|năm) trước$"
        u"|^cập nhật cách đây \\d{1,2} (phút|giờ|ngày)$|^\\d{1,2} (minutes?|hours?|days?|weeks?) ago$"_s);
    if (text.size() > 90)
        return false;
    const Stamp stamp = takeStamp(text);
    return ((stamp.date || stamp.time) && stamp.rest.isEmpty()) ||
           (std::any_of(text.begin(), text.end(), mayBeDigit) && ago.matches(lineKey(text)));
}

bool isDateInWords(const QString &text)
{
    static const QRegularExpression figures = pattern(u"\\d\\s*[/.\\-–:]\\s*\\d"_s);
    return isDateLine(text) && !figures.match(text).hasMatch();
}

bool isImageFile(QStringView text)
{
    static const QRegularExpression file = pattern(
        u"^[\\w\\-. ()]+\\.(jpe?g|png|gif|webp|bmp)$|^(img|dsc|dscf|pxl|screenshot)[_ \\-]?\\d{3,}[\\w\\-]*$"
        u"|^\\d{3,} [a-z0-9][a-z0-9 ]{4,} \\d{1,2}$"_s);
    if (text.size() > 200 || !(text.contains(u'.') || text[0].unicode() < 0x80))
        return false;
    const bool named = text.right(5).contains(u'.') || mayBeDigit(text[0]);
    const bool numbered =
        QStringView(u"idpsIDPS").contains(text[0]) && std::any_of(text.begin(), text.end(), mayBeDigit);
    return (named || numbered) && file.match(text.toString()).hasMatch();
}

bool isImageName(QStringView text)
{
    if (text.isEmpty() || text.size() > 400)
        return false;
    if (isImageFile(text))
        return true;
    int words = 1;
    int hyphens = 0;
    bool digit = false;
    bool letter = false;
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        if (unit >= 0x80 || c.isUpper() || !(c.isLetterOrNumber() || QStringView(u" -_").contains(c)))
            return false;
        words += c.isLetterOrNumber() ? 0 : 1;
        hyphens += c == u'-' || c == u'_' ? 1 : 0;
        digit = digit || c.isDigit();
        letter = letter || c.isLetter();
    }
    // Vietnamese without any mark or capital: nobody writes so but programs that make file names.
    return letter && ((digit && words >= 2) || words >= 5 || (hyphens >= 2 && hyphens == words - 1));
}

bool isNameLine(const QString &text)
{
    static const QRegularExpression remark(u"\\s*\\([^()]{1,30}\\)$"_s);
    static const QRegularExpression separators(u"\\s*[/,&\\-–|]\\s*| và |\\s+"_s);
    if (text.size() > 80)
        return false;
    const QString name = QString(text).remove(remark).trimmed();
    const QStringList words = name.split(separators, Qt::SkipEmptyParts);
    if (name.size() > 45 || words.isEmpty() || words.size() > 6 || isDocumentName(lineKey(name)))
        return false;
    if (words.size() == 1)
        return name.size() <= 6 && name == name.toUpper() && isNameWord(name);
    return std::all_of(words.begin(), words.end(), [](const QString &word) { return isNameWord(word); });
}

bool isDeclaredByline(const QString &text, const QString &key)
{
    static const KeyPattern remark(
        u"\\((t/h|th|tổng hợp|lược dịch|biên dịch|lược ghi|dịch|ghi|theo [^()]{2,30})\\)$"_s);
    static const KeyPattern role(
        u"^(tác giả|thực hiện|bài và ảnh|bài, ảnh|tin, ảnh|tin và ảnh|bài|ảnh và bài|biên tập|biên dịch"
        u"|người dịch|đăng bởi|phóng viên|pv|nhóm pv|nhóm phóng viên|by|author|reporter|editor)\\s*:\\s*\\S"_s);
    static const KeyPattern reporter(
        u"^(pv|p\\.v|pv/.{2,20}|phóng viên|nhóm pv|nhóm phóng viên|ban biên tập|bbt)( \\(?(tổng hợp|t/h)\\)?)?$"_s);
    static const KeyPattern signedFor(u"^[^.,;:]{4,40}\\s?[/|\\-]\\s?(vov|ttxvn|vna|vtv|vtc|vietnam\\+"
                                      u"|[a-z0-9]{2,20}\\.(vn|com|net|org))[^.]{0,12}(\\.vn)?$"_s);
    if (text.size() > 120 || wordCount(text) > 10)
        return false;
    if ((text.endsWith(u')') && remark.matches(key) && isNameLine(text)) || role.matches(key) ||
        reporter.matches(key))
        return true;
    const QStringView signs = u"/|(-–";
    const auto sign = std::find_if(text.begin(), text.end(), [&](QChar c) { return signs.contains(c); });
    return sign != text.end() && signedFor.matches(key) &&
           isNameLine(text.left(sign - text.begin()).trimmed());
}

bool hasPictureCredit(const QString &text)
{
    static const KeyPattern credit(
        u"[(\\[](ảnh|nguồn( ảnh)?|photo|image|pool|đồ họa|đồ hoạ|minh họa|minh hoạ|ảnh minh h(ọa|oạ)|ảnh tư "
        u"liệu)\\b"
        u"[^()\\[\\]]{0,60}[)\\]]\\W*$"
        u"|(^|[.\\s|/\\-])(ảnh( minh h(ọa|oạ)| tư liệu)?|nguồn ảnh|photo|đồ "
        u"h(ọa|oạ)|clip)\\s*:\\s*[^.:]{2,50}\\.?$"
        u"|[.|]\\s*ảnh (minh h(ọa|oạ)|tư liệu)[^.:]{0,40}\\.?$|\\|\\s*ảnh [^.:|]{2,30}$"_s);
    static const KeyPattern label(
        u"^(chú thích( ảnh)?|ảnh( minh h(ọa|oạ))?( \\d{1,2})?|hình( \\d{1,2})?)\\s*: \\S"_s);
    // Credits stand at the end; a long line is not searched from its beginning.
    if (mayHaveCredit(QStringView(text).right(160)) && credit.matches(lineKey(text.right(160))))
        return true;
    return text.size() <= 600 && QStringView(text).left(40).contains(u':') &&
           label.matches(lineKey(text.left(40)));
}

} // namespace verbale::text
