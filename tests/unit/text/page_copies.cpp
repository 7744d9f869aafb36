#include "page_copies.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace verbale::test {

namespace {

using LineChange = std::function<QString(const QString &)>;

/// The same change to every line and to what is kept of it.
PageChange each(const char *name, const LineChange &change)
{
    return {name,
            [change](const Page &page) {
                Page result;
                for (const PageLine &line : page)
                    result.append({line.text.isEmpty() ? QString() : change(line.text),
                                   line.kept.isEmpty() ? QString() : change(line.kept)});
                return result;
            },
            {}};
}

PageChange whole(const char *name, const std::function<QString(const QString &)> &change)
{
    return {name, {}, change};
}

PageChange replaced(const char *name, const QString &from, const QString &to)
{
    return each(name, [=](const QString &line) { return QString(line).replace(from, to); });
}

PageChange lineEnds(const char *name, const QString &end)
{
    return whole(name, [end](const QString &text) { return QString(text).replace(u'\n', end); });
}

Page dropped(const QStringList &lines)
{
    Page page;
    for (const QString &line : lines)
        page.append({line, {}});
    return page;
}

PageChange above(const char *name, const QStringList &lines)
{
    return {name, [lines](const Page &page) { return dropped(lines) + page; }, {}};
}

PageChange below(const char *name, const QStringList &lines)
{
    return {name, [lines](const Page &page) { return page + dropped(lines); }, {}};
}

/// Lines after every fourth line of the article.
PageChange between(const char *name, const QStringList &lines)
{
    return {name,
            [lines](const Page &page) {
                Page result;
                int kept = 0;
                for (const PageLine &line : page) {
                    result.append(line);
                    kept += line.kept.isEmpty() ? 0 : 1;
                    if (!line.kept.isEmpty() && kept > 4 && kept % 4 == 0)
                        result += dropped(lines);
                }
                return result;
            },
            {}};
}

/// Each line cut at spaces so that no part is longer than the width.
QString wrapped(const QString &text, qsizetype width, const QString &first, const QString &next)
{
    QStringList result;
    for (const QString &line : text.split(u'\n')) {
        QString part = line.isEmpty() ? QString() : first;
        bool empty = true;
        for (const QString &word : line.split(u' ', Qt::SkipEmptyParts)) {
            if (!empty && part.size() + 1 + word.size() > width) {
                result.append(part);
                part = next;
                empty = true;
            }
            part += (empty ? QString() : QStringLiteral(" ")) + word;
            empty = false;
        }
        result.append(part);
    }
    return result.join(u'\n');
}

PageChange wrap(const char *name, qsizetype width, const QString &first = {}, const QString &next = {})
{
    return whole(name, [=](const QString &text) { return wrapped(text, width, first, next); });
}

QString newToneStyle(QString line)
{
    return line.replace(u"òa"_s, u"oà"_s)
        .replace(u"óa"_s, u"oá"_s)
        .replace(u"ọa"_s, u"oạ"_s)
        .replace(u"ủy"_s, u"uỷ"_s);
}

/// "ấ" with its tone before the mark of the letter, which no normal form repairs.
QString badlyOrdered(const QString &line)
{
    return line.normalized(QString::NormalizationForm_D)
        .replace(u"\u0302\u0301"_s, u"\u0301\u0302"_s)
        .replace(u"\u0302\u0300"_s, u"\u0300\u0302"_s);
}

QString fullWidth(QString line)
{
    for (QChar &c : line) {
        if (c.isLetterOrNumber() && c.unicode() < 0x80)
            c = QChar(c.unicode() + 0xFEE0);
    }
    return line;
}

QString softHyphens(QString line)
{
    return line.replace(
        QRegularExpression(u"(\\w\\w)(\\w\\w)"_s, QRegularExpression::UseUnicodePropertiesOption),
        u"\\1\u00AD\\2"_s);
}

Page withoutBlanks(const Page &page)
{
    Page result;
    for (const PageLine &line : page) {
        if (!line.text.trimmed().isEmpty())
            result.append(line);
    }
    return result;
}

Page withBlanks(const Page &page, int count)
{
    Page result;
    for (const PageLine &line : withoutBlanks(page)) {
        result.append(line);
        result += dropped(QStringList(count));
    }
    return result;
}

Page capitalTitle(Page page)
{
    for (PageLine &line : page) {
        if (line.kept.isEmpty())
            continue;
        line = {line.text.toUpper(), line.kept.toUpper()};
        break;
    }
    return page;
}

Page repeatedParagraph(Page page)
{
    QList<qsizetype> kept;
    for (qsizetype i = 0; i < page.size(); ++i) {
        if (!page[i].kept.isEmpty())
            kept.append(i);
    }
    page.insert(kept.last() + 1, {page[kept[kept.size() / 2]].text, {}});
    return page;
}

PageChange credits(const char *name, const QString &form)
{
    return each(name, [form](const QString &line) {
        return QString(line).replace(QRegularExpression(u"\\s*\\(Ảnh: ([^()]*)\\)"_s), form);
    });
}

std::vector<PageChange> changesOfLetters()
{
    return {each("decomposed", [](const QString &s) { return s.normalized(QString::NormalizationForm_D); }),
            each("marks in bad order", badlyOrdered),
            each("new tone style", newToneStyle),
            each("full width", fullWidth),
            each("soft hyphens", softHyphens),
            each("all capitals", [](const QString &s) { return s.toUpper(); }),
            {"title in capitals", capitalTitle, {}},
            replaced("eth", u"đ"_s, u"ð"_s),
            replaced("en dashes", u"-"_s, u"–"_s),
            replaced("non-breaking hyphens", u"-"_s, u"\u2011"_s),
            replaced("straight quotes", u"“"_s, u"\""_s),
            replaced("no-break spaces", u" "_s, u"\u00A0"_s),
            replaced("narrow spaces", u" "_s, u"\u202F"_s),
            replaced("double spaces", u" "_s, u"  "_s),
            replaced("zero width spaces", u" "_s, u" \u200B"_s),
            replaced("references", u"“"_s, u"&ldquo;"_s),
            replaced("one sign for dots", u"..."_s, u"…"_s),
            each("emoji", [](const QString &s) { return s.endsWith(u'.') ? s + u" 😀"_s : s; })};
}

std::vector<PageChange> changesOfLines()
{
    return {lineEnds("CR LF", u"\r\n"_s),
            lineEnds("CR", u"\r"_s),
            lineEnds("NEL", u"\u0085"_s),
            lineEnds("line separators", u"\u2028"_s),
            whole("byte order mark", [](const QString &text) { return u"\uFEFF"_s + text; }),
            {"no blank lines", withoutBlanks, {}},
            {"a blank line everywhere", [](const Page &page) { return withBlanks(page, 1); }, {}},
            {"two blank lines everywhere", [](const Page &page) { return withBlanks(page, 2); }, {}},
            each("white space at the end", [](const QString &s) { return s + u" \t "_s; }),
            each("zero width space at the start", [](const QString &s) { return u"\u200B"_s + s; }),
            each("tabs before", [](const QString &s) { return u'\t' + s; }),
            each("spaces before", [](const QString &s) { return u"    "_s + s; }),
            wrap("wrapped at 72", 72),
            wrap("wrapped at 66", 66),
            wrap("wrapped at 60", 60),
            wrap("wrapped at 100", 100),
            wrap("wrapped, first line indented", 76, u"    "_s, {}),
            wrap("wrapped, indented", 80, u"  "_s, u"  "_s),
            wrap("wrapped, hanging", 80, {}, u"    "_s),
            whole("wrapped, decomposed",
                  [](const QString &s) {
                      return wrapped(s.normalized(QString::NormalizationForm_D), 90, {}, {});
                  }),
            whole("wrapped, CR LF",
                  [](const QString &s) { return wrapped(s, 72, {}, {}).replace(u'\n', u"\r\n"_s); })};
}

std::vector<PageChange> changesOfFurniture()
{
    return {
        above("menu above", {u"Trang chủ"_s, u"Chính trị"_s, u"Thế giới"_s, u"Kinh tế"_s, u"Đăng nhập"_s}),
        above("menu and time above", {u"Trang chủ | Chính trị | Xã hội | Thế giới | Kinh tế"_s,
                                      u"Thứ Bảy, 12/09/2020, 10:47 (GMT+7)"_s}),
        above("breadcrumb", {u"Trang chủ > Chính trị > Đối ngoại"_s}),
        above("share bar above",
              {u"Chia sẻ"_s, u"Facebook"_s, u"Zalo"_s, u"In bài viết"_s, u"A-"_s, u"A+"_s}),
        below("menu below", {u"Trang chủ"_s, u"Chính trị"_s, u"Thế giới"_s, u"Liên hệ"_s}),
        below("publisher",
              {u"Cơ quan chủ quản: Liên minh Biển Xanh"_s, u"Giấy phép số 12/GP cấp ngày 01/01/2015"_s,
               u"Địa chỉ: Số 1, phố Cảng, Sao Mai"_s, u"Điện thoại: 024 0000 0000"_s,
               u"© 2020 Bản quyền thuộc về trang tin"_s}),
        below("copyright", {u"Hotline: 0900 000 000"_s, u"Copyright © 2020. All rights reserved."_s}),
        below("comments",
              {u"Bình luận"_s, u"Ý kiến của bạn"_s, u"Gửi bình luận"_s, u"Trả lời"_s, u"2 giờ trước"_s}),
        below("tags", {u"Từ khóa: nghề cá, hợp tác"_s, u"Tags:"_s, u"nghề cá"_s}),
        below("newsletter", {u"Đăng ký nhận bản tin"_s, u"Nhập email của bạn"_s, u"Tải ứng dụng"_s}),
        below("links below", {u"TIN MỚI NHẤT"_s, u"Khai trương thư viện số của thành phố ven biển"_s,
                              u"Ngày hội sách mở cửa tự do cho mọi người"_s, u"TIN ĐỌC NHIỀU"_s,
                              u"Mưa lớn ở các tỉnh miền núi trong tuần này"_s}),
        between("see also", {u""_s, u"Xem thêm: Khai trương tuyến phà nối hai thành phố"_s, u""_s}),
        between("links with teasers",
                {u""_s, u"Khai trương tuyến phà nối hai thành phố"_s, u""_s,
                 u"Khai trương tuyến phà nối hai thành phố"_s, u""_s,
                 u"Tuyến phà mới giúp du khách đi lại thuận tiện hơn và rút ngắn ..."_s, u""_s}),
        between("advertisements", {u""_s, u"Quảng cáo"_s, u""_s}),
        {"a paragraph repeated at the end", repeatedParagraph, {}},
        credits("credit without brackets", u" Ảnh: \\1"_s),
        credits("credit after a dash", u" - Ảnh: \\1"_s),
        credits("credit in square brackets", u" [Ảnh: \\1]"_s),
        credits("credit as source", u" (Nguồn: \\1)"_s)};
}

} // namespace

std::vector<PageChange> pageChanges()
{
    std::vector<PageChange> all = {{"as it is", {}, {}}};
    for (const std::vector<PageChange> &some : {changesOfLetters(), changesOfLines(), changesOfFurniture()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

QString fileOf(const Page &page)
{
    QStringList lines;
    for (const PageLine &line : page)
        lines.append(line.text);
    return lines.join(u'\n') + u'\n';
}

QString dense(const QString &text)
{
    return text.normalized(QString::NormalizationForm_C)
        .remove(QRegularExpression(u"[\\s\u0085\u00AD\u200B\u200C\u200D\uFEFF]+"_s,
                                   QRegularExpression::UseUnicodePropertiesOption));
}

} // namespace verbale::test
