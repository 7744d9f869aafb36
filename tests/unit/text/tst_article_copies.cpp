// Copies of saved pages in which something was changed that leaves the article what it is.

#include "page_copies.h"
#include "text/article.h"
#include "text/decode.h"
#include "text/file_io.h"

#include <QtTest>

using namespace verbale;
using namespace verbale::text;
using namespace verbale::test;
using namespace Qt::StringLiterals;

class ArticleCopiesTest : public QObject
{
    Q_OBJECT

private slots:
    void ownPages_data();
    void ownPages();
    void realPages_data();
    void realPages();
};

namespace {

const QStringList bodies = {
    u"Chiều 3/4, tại Thành phố Sao Mai, Hội nghị Liên minh Biển Xanh đã khai mạc với sự tham dự của đại diện "
    u"mười nước "
    "thành viên và các đối tác."_s,
    u"Phát biểu khai mạc, Chủ tịch Liên minh Biển Xanh nhấn mạnh các nước cần giữ vững đoàn kết, tin cậy lẫn "
    u"nhau và "
    "cùng chia sẻ trách nhiệm trước những thách thức chung."_s,
    u"Các đại biểu hoan nghênh kết quả hợp tác của Liên minh Biển Xanh trong năm qua, nhất là về y tế, giáo "
    u"dục, quản "
    "lý nghề cá và bảo vệ môi trường biển."_s,
    u"Hội nghị cũng thảo luận kế hoạch hành động ba năm của Liên minh Biển Xanh, trong đó ưu tiên kết nối hạ "
    u"tầng, "
    "chuyển đổi số và phát triển nguồn nhân lực. Ban Thư ký được giao chuẩn bị dự thảo đầu tiên."_s,
    u"Bên lề Hội nghị, Trưởng đoàn nước chủ nhà đã gặp Trưởng đoàn các nước; hai bên của mỗi cuộc gặp trao "
    u"đổi về “hợp "
    "tác vì ngư dân” và về thỏa thuận tìm kiếm cứu nạn của Liên minh Biển Xanh."_s,
    u"Theo chương trình, Liên minh Biển Xanh sẽ thông qua tuyên bố chung vào ngày làm việc cuối cùng và "
    u"chuyển giao "
    "vai trò chủ tịch cho nước thành viên kế tiếp./."_s};
const QString title = u"Liên minh Biển Xanh thúc đẩy hợp tác vì phát triển bền vững"_s;

PageLine kept(const QString &line)
{
    return {line, line};
}

PageLine dropped(const QString &line)
{
    return {line, {}};
}

/// A time line above, a link printed twice in the text, lists below.
Page timeLinePage()
{
    return {dropped(u"Trang chủ Đối ngoại"_s),
            dropped(u"08:15 | 04/04/2023 GMT+7"_s),
            {},
            kept(title),
            {},
            dropped(u"aa"_s),
            kept(bodies[0]),
            {},
            dropped(u"3021 khaimachoinghi0304 1"_s),
            kept(u"Quang cảnh phiên khai mạc. (Ảnh: Ban Tổ chức)"_s),
            {},
            kept(bodies[1]),
            {},
            kept(bodies[2]),
            {},
            kept(u"Kế hoạch hành động ba năm"_s),
            {},
            kept(bodies[3]),
            {},
            kept(bodies[4]),
            {},
            kept(bodies[5]),
            {},
            dropped(u"Lan Hương (t/h)"_s),
            dropped(u"Nguồn:"_s),
            {},
            dropped(u"Tin bài liên quan"_s),
            {},
            dropped(u"Mở tuyến phà mới nối hai bờ vịnh"_s),
            {},
            dropped(u"Mở tuyến phà mới nối hai bờ vịnh"_s),
            {},
            dropped(u"Tuyến phà giúp người dân hai bờ đi lại thuận tiện hơn và ..."_s),
            dropped(u"Phiên bản di động"_s)};
}

/// A byline under the title, a list in the text, the same headline again as a picture's text.
Page bylinePage()
{
    return {kept(title),
            {},
            dropped(u"Minh Châu"_s),
            kept(bodies[0]),
            dropped(u"Theo dõi trangtin.vn trên"_s),
            dropped(title),
            kept(u"Các trưởng đoàn chụp ảnh chung tại phiên khai mạc. (Ảnh: Hải Đăng)"_s),
            {},
            kept(bodies[1]),
            {},
            kept(bodies[2]),
            {},
            kept(bodies[3]),
            {},
            kept(bodies[5]),
            {},
            dropped(u"Bài viết cùng chủ đề"_s),
            {},
            dropped(u"Biển Xanh"_s),
            {},
            dropped(u"Đọc thêm"_s),
            {},
            dropped(u"Lịch thi đấu bóng đá hôm nay"_s),
            {},
            dropped(u"Lịch thi đấu bóng đá hôm nay"_s),
            {},
            dropped(u"Các trận đấu diễn ra trong buổi chiều và buổi tối."_s),
            dropped(u"Phiên bản di động"_s)};
}

Page realPage(const QString &text, const QList<int> &lines)
{
    Page page;
    for (const QString &line : text.split(u'\n')) {
        const bool isKept = lines.contains(static_cast<int>(page.size()) + 1);
        page.append({line, isKept ? line : QString()});
    }
    return page;
}

/// What the article's finder keeps of a changed page, against what it should.
void compare(const Page &page, const PageChange &change)
{
    const Page changed = change.lines ? change.lines(page) : page;
    const QString file = change.text ? change.text(fileOf(changed)) : fileOf(changed);
    QString expected;
    for (const PageLine &line : changed)
        expected += dense(line.kept);
    QString found;
    for (const ArticlePiece &piece : findArticle(file)) {
        if (piece.role != LineRole::Dropped)
            found += dense(file.mid(piece.span.start, piece.span.length()));
    }
    QCOMPARE(found, expected);
}

QDir realFolder()
{
    const QString named = qEnvironmentVariable("VERBALE_SHARED");
    return QDir((named.isEmpty() ? QStringLiteral(VERBALE_SOURCE_DIR "/../shared") : named) +
                u"/real-input"_s);
}

} // namespace

void ArticleCopiesTest::ownPages_data()
{
    QTest::addColumn<size_t>("change");
    QTest::addColumn<int>("layout");
    const std::vector<PageChange> changes = pageChanges();
    for (size_t i = 0; i < changes.size(); ++i) {
        QTest::addRow("time line: %s", changes[i].name) << i << 0;
        QTest::addRow("byline: %s", changes[i].name) << i << 1;
    }
}

void ArticleCopiesTest::ownPages()
{
    QFETCH(size_t, change);
    QFETCH(int, layout);
    compare(layout == 0 ? timeLinePage() : bylinePage(), pageChanges()[change]);
}

void ArticleCopiesTest::realPages_data()
{
    QTest::addColumn<size_t>("change");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QList<int>>("lines");
    const QHash<QString, QList<int>> articles = {
        {u"000"_s, {4, 7, 17, 19, 21, 23, 25, 27, 29, 31, 33, 35, 38, 40, 42, 44, 46}},
        {u"001"_s, {1, 4, 7, 9, 11, 13, 15, 17, 19, 21, 23, 26, 28, 30, 32, 34}},
        {u"002"_s, {1, 4, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34}},
        {u"004"_s, {1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13}}};
    const std::vector<PageChange> changes = pageChanges();
    for (auto article = articles.cbegin(); article != articles.cend(); ++article) {
        for (size_t i = 0; i < changes.size(); ++i)
            QTest::addRow("%s: %s", qPrintable(article.key()), changes[i].name)
                << i << article.key() << article.value();
    }
}

void ArticleCopiesTest::realPages()
{
    QFETCH(size_t, change);
    QFETCH(QString, start);
    QFETCH(QList<int>, lines);
    const QStringList files = realFolder().entryList({start + u"_*.txt"_s});
    if (files.isEmpty())
        QSKIP("the saved articles are not there");
    const Result<QByteArray> bytes = readFile(realFolder().filePath(files.first()));
    QVERIFY(bytes.ok());
    const Result<DecodedText> decoded = decode(*bytes, files.first());
    QVERIFY(decoded.ok());
    compare(realPage(decoded->text, lines), pageChanges()[change]);
}

QTEST_APPLESS_MAIN(ArticleCopiesTest)
#include "tst_article_copies.moc"
