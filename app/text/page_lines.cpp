#include "text/page_lines.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
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

/// The key without the bullets and colons that pages put around a heading.
QString bare(const QString &key)
{
    static const QRegularExpression around(u"^[\\s>»›•*|+\\-–:]+|[\\s>»›•*|+\\-–:.…]+(\\(\\d+\\))?$"_s);
    return QString(key).remove(around);
}

struct Stamp
{
    bool date = false;
    bool time = false;
    QString rest; ///< the line without them
};

Stamp takeStamp(const QString &text)
{
    static const QRegularExpression date =
        pattern(u"\\b\\d{1,2}\\s*[/.\\-]\\s*\\d{1,2}\\s*[/.\\-]\\s*(19|20)\\d{2}\\b"
                u"|\\b(19|20)\\d{2}-\\d{2}-\\d{2}\\b|\\b\\d{1,2} tháng \\d{1,2},?( năm)? (19|20)\\d{2}\\b"_s);
    static const QRegularExpression time =
        pattern(u"\\b\\d{1,2}\\s?(:|h|g)\\s?\\d{2}(:\\d{2})?\\b( phút)?( ?\\b(am|pm|sa|ch)\\b)?"_s);
    static const QRegularExpression words = pattern(
        u"\\b(thứ (hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|ngày đăng|ngày|lúc|cập nhật|đăng|xuất bản|thời gian"
        u"|published|updated|lần cuối|giờ)\\b|\\(?\\bgmt ?[+\\-]? ?\\d*\\)?"_s);
    Stamp stamp;
    if (text.size() > 90)
        return stamp;
    QString rest = text;
    rest.remove(date);
    stamp.date = rest.size() != text.size();
    const qsizetype undated = rest.size();
    rest.remove(time);
    stamp.time = rest.size() != undated;
    rest.remove(words);
    static const QRegularExpression signs(u"^[\\s|,:;()\\-–/.•]+|[\\s|,:;()\\-–/.•]+$"_s);
    stamp.rest = rest.remove(signs).remove(signs);
    return stamp;
}

bool namesAgency(const QString &key)
{
    static const QRegularExpression agency = pattern(
        u"\\b(ttxvn|vietnam\\+|vietnamplus|vov|vtv|vtc|vna|reuters|afp|ap|thx|tân hoa "
        u"xã|kyodo|yonhap|tass|sputnik"
        u"|bloomberg|ndo|đcsvn|tgvn|tg&vn|qđnd|cand|nhân dân|báo \\w+|bộ ngoại giao)|\\w\\.(vn|com|net|org)\\b"_s);
    return agency.match(key).hasMatch();
}

bool isNameWord(QStringView word)
{
    return !word.isEmpty() && word[0].isUpper() &&
           std::all_of(word.begin(), word.end(), [](QChar c) { return c.isLetter() || c == u'.'; });
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
    qsizetype end = text.size();
    while (end > 0 && (QStringView(u"\"'”’»)]").contains(text[end - 1])))
        --end;
    return end > 0 && QStringView(u".!?…").contains(text[end - 1]);
}

bool endsInDots(QStringView text)
{
    return text.endsWith(u"...") || text.endsWith(u'…');
}

bool isTimeStamp(const QString &text)
{
    const Stamp stamp = takeStamp(text);
    return stamp.date && stamp.time && (stamp.rest.isEmpty() || isNameLine(stamp.rest));
}

bool isDateLine(const QString &text)
{
    const Stamp stamp = takeStamp(text);
    return (stamp.date || stamp.time) && stamp.rest.isEmpty();
}

bool isImageName(QStringView text)
{
    static const QRegularExpression file =
        pattern(u"^[\\w\\-. ()]+\\.(jpe?g|png|gif|webp|bmp)$|^(img|dsc|dscf|pxl)[_ \\-]?\\d{3,}\\w*$"_s);
    if (file.match(text.toString()).hasMatch())
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

bool isSourceLine(QStringView text, const QString &key)
{
    static const QRegularExpression source(u"^\\(?nguồn( tin)?( ảnh)?\\s*:"_s);
    const QString name = bare(key);
    const int words = wordCount(text);
    if (name == u"nguồn" || (source.match(key).hasMatch() && words <= 10))
        return true;
    const bool bracketed = text.startsWith(u'(') && text.endsWith(u')');
    const bool cited =
        key.startsWith(u"theo "_s) || key.startsWith(u"theo:"_s) || key.startsWith(u"nguồn "_s);
    return words <= 6 && !endsSentence(text.chopped(bracketed ? 1 : 0)) && namesAgency(key) &&
           (bracketed || cited || words == 1);
}

bool isNameLine(const QString &text)
{
    static const QRegularExpression remark(u"\\s*\\([^()]{1,30}\\)$"_s);
    static const QRegularExpression separators(u"\\s*[/,&\\-–]\\s*| và |\\s+"_s);
    const QString name = QString(text).remove(remark).trimmed();
    const QStringList words = name.split(separators, Qt::SkipEmptyParts);
    if (name.size() > 45 || words.isEmpty() || words.size() > 6)
        return false;
    if (words.size() == 1)
        return name.size() <= 6 && name == name.toUpper() && isNameWord(name);
    return std::all_of(words.begin(), words.end(), [](const QString &word) { return isNameWord(word); });
}

bool isDeclaredByline(const QString &text, const QString &key)
{
    static const QRegularExpression remark(
        u"\\((t/h|th|tổng hợp|lược dịch|biên dịch|ghi|theo [^()]{2,30})\\)$"_s);
    static const QRegularExpression role(
        u"^(tác giả|thực hiện|bài và ảnh|bài, ảnh|tin, ảnh|biên tập|đăng bởi)\\s*:"_s);
    return wordCount(text) <= 10 &&
           ((remark.match(key).hasMatch() && isNameLine(text)) || role.match(key).hasMatch());
}

bool isFurniture(const QString &key)
{
    static const QSet<QString> exact = {u"aa"_s,
                                        u"a a"_s,
                                        u"a- a+"_s,
                                        u"a+ a-"_s,
                                        u"cỡ chữ"_s,
                                        u"video đang hot"_s,
                                        u"chia sẻ"_s,
                                        u"chia sẻ bài viết"_s,
                                        u"facebook"_s,
                                        u"twitter"_s,
                                        u"zalo"_s,
                                        u"email"_s,
                                        u"copy link"_s,
                                        u"sao chép liên kết"_s,
                                        u"in bài"_s,
                                        u"in bài viết"_s,
                                        u"bản in"_s,
                                        u"lưu bài"_s,
                                        u"lưu bài viết"_s,
                                        u"gửi email"_s,
                                        u"gửi bài viết"_s,

                                        u"0 bình luận"_s,
                                        u"viết bình luận"_s,
                                        u"gửi bình luận"_s,
                                        u"nghe đọc bài"_s,
                                        u"nghe audio"_s,
                                        u"quảng cáo"_s,
                                        u"advertisement"_s,
                                        u"xin chờ trong giây lát"_s,
                                        u"đăng nhập"_s,
                                        u"đăng ký"_s,
                                        u"tìm kiếm"_s,
                                        u"google news"_s,
                                        u"quay lại"_s,
                                        u"[ quay lại ]"_s,
                                        u"trở về"_s,
                                        u"về trang chủ"_s,
                                        u"lên đầu trang"_s,
                                        u"link bài gốc"_s,
                                        u"lấy link"_s,
                                        u"play"_s,
                                        u"0:00"_s,
                                        u"0:00 / 0:00"_s,
                                        u"thích"_s,
                                        u"like"_s,
                                        u"share"_s,
                                        u"menu"_s,
                                        u"rss"_s,
                                        u"đóng"_s,
                                        u"hủy"_s};
    static const QRegularExpression follow(
        u"^(mời )?(quý |bạn |độc giả |bạn đọc )*theo dõi .{2,60} trên( google news| facebook| zalo)?\\s*:?$"_s);
    static const QRegularExpression address(u"^(https?://\\S+|www\\.\\S+|[\\w.\\-]+@[\\w.\\-]+)$"_s);
    static const QRegularExpression counter(
        u"^(lượt xem|số lượt xem|lượt đọc|\\d+ lượt xem)\\s*:?\\s*[\\d.,]*$"_s);
    return exact.contains(key) || exact.contains(bare(key)) || follow.match(key).hasMatch() ||
           address.match(key).hasMatch() || counter.match(key).hasMatch();
}

bool isBreadcrumb(const QString &key)
{
    static const QRegularExpression path(u"^[^.!?]{2,40}( [>»›/|] ?[^.!?>»›/|]{2,40}){1,11}$"_s);
    const bool home = key.startsWith(u"trang chủ"_s) || key.startsWith(u"trang nhất"_s);
    return (home && (wordCount(key) <= 10 || path.match(key).hasMatch())) ||
           (wordCount(key) <= 14 && (key.contains(u'>') || key.contains(u'»') || key.contains(u'›')) &&
            path.match(key).hasMatch());
}

bool isRelatedMarker(const QString &key)
{
    static const QRegularExpression marker(
        u"^((các )?(tin|bài|tin bài|tin tức|bài viết|tin, bài) (liên quan|khác|mới|mới nhất|mới hơn|cũ "
        u"hơn|nổi bật|đã đưa"
        u"|cùng chuyên mục|cùng chủ đề|cùng loại|đọc nhiều|đọc nhiều nhất|xem nhiều|xem nhiều nhất|mới cập "
        u"nhật)"
        u"|cùng (chuyên mục|chủ đề|tác giả|sự kiện)|đọc (nhiều|nhiều nhất|thêm|tiếp)|xem (nhiều|nhiều "
        u"nhất|thêm|tiếp)"
        u"|nổi bật|có thể bạn quan tâm|bạn có thể quan tâm|có thể quan tâm|bạn nên đọc|đừng bỏ lỡ|tin nóng"
        u"|được quan tâm|tin được quan tâm|mời đọc thêm|ý kiến bạn đọc|ý kiến|phản hồi|bình luận|bình luận "
        u"mới nhất|chuyên "
        u"mục khác"
        u"|theo dòng sự kiện|tin cùng mục|tags|từ khóa|từ khoá|chủ đề)$"_s);
    static const QRegularExpression labelled(u"^(tags?|từ kh(óa|oá)|chủ đề|thẻ)\\s*:"_s);
    return key.size() <= 120 && (marker.match(bare(key)).hasMatch() || labelled.match(key).hasMatch());
}

bool isDeclaredLink(QStringView text, const QString &key)
{
    static const QRegularExpression label(
        u"^\\[?(video|infographic|ảnh|photo|longform|podcast|e-?magazine|mega ?story|audio|trực tiếp)\\]"_s);
    static const QRegularExpression invitation(
        u"^[>»›*• ]*(xem thêm|đọc thêm|tin liên quan|bài liên quan|mời (bạn|quý)[^:]{0,30})\\s*:\\s*\\S"_s);
    static const QRegularExpression arrows(u"^(>>|»|››)"_s);
    if (wordCount(text) > 30)
        return false;
    const bool bracketed = text.startsWith(u'[') && text.endsWith(u']') && wordCount(text) >= 4 &&
                           !QStringView(u".;,:").contains(text.chopped(1).back());
    return bracketed || arrows.match(key).hasMatch() ||
           (!endsSentence(text) && (label.match(key).hasMatch() || invitation.match(key).hasMatch()));
}

bool isFooterLine(const QString &key)
{
    static const QRegularExpression footer(
        u"^(phiên bản di động|phiên bản đầy đủ|©|bản quyền (thuộc|©)|cơ quan chủ quản|tổng biên "
        u"tập\\s*:|giấy phép (số|hoạt)"
        u"|tòa soạn\\s*:|toà soạn\\s*:|trụ sở( chính)?\\s*:|hotline\\s*:|đường dây nóng\\s*:|issn|liên hệ "
        u"quảng cáo"
        u"|ghi rõ nguồn|® ghi rõ|copyright|powered by|thiết kế bởi)"_s);
    return footer.match(key).hasMatch();
}

bool hasPictureCredit(const QString &text)
{
    static const QRegularExpression credit =
        pattern(u"\\((ảnh|nguồn( ảnh)?|photo|đồ họa|ảnh minh h(ọa|oạ)|ảnh tư liệu)\\b[^()]{0,60}\\)\\W*$"
                u"|(^|[.\\s])(ảnh( minh h(ọa|oạ))?|nguồn ảnh)\\s*:\\s*[^.:]{2,50}\\.?$"_s);
    return credit.match(text).hasMatch();
}

} // namespace verbale::text
