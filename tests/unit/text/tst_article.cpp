#include "article_pages.h"
#include "text/article.h"
#include "text/decode.h"
#include "text/file_io.h"

#include <QtTest>

using namespace verbale;
using namespace verbale::text;
using namespace verbale::text::articlepages;
using namespace Qt::StringLiterals;

class ArticleTest : public QObject
{
    Q_OBJECT

private slots:
    void savedPages_data();
    void savedPages();
    void cleanTextsComeBackWhole_data();
    void cleanTextsComeBackWhole();
    void gluedHeadlineIsCutOff();
    void wrappedLines_data();
    void wrappedLines();
    void wholeFileDropsNothing();
    void linesAreCounted();
    void everyCharacterIsInOnePiece();
    void staysQuickOnHostileInput_data();
    void staysQuickOnHostileInput();
    void names();
    void realArticles_data();
    void realArticles();
};

namespace {

/// A sample is written with one line a string: "role-or-reason|line"; a blank line is "".
struct Sample
{
    QString text;
    QStringList expected; ///< the part before the bar, for each non-blank line
};

Sample sample(const QStringList &lines)
{
    Sample made;
    for (const QString &line : lines) {
        const qsizetype bar = line.indexOf(u'|');
        if (bar > 0)
            made.expected.append(line.left(bar));
        made.text += line.mid(bar + 1) + u'\n';
    }
    return made;
}

QString shortName(const ArticlePiece &piece)
{
    return piece.role == LineRole::Dropped ? dropReasonName(piece.reason) : roleName(piece.role);
}

QStringList shortNames(const QList<ArticlePiece> &pieces)
{
    QStringList result;
    for (const ArticlePiece &piece : pieces)
        result.append(shortName(piece));
    return result;
}

QString sharedFolder()
{
    const QString named = qEnvironmentVariable("VERBALE_SHARED");
    return named.isEmpty() ? QStringLiteral(VERBALE_SOURCE_DIR "/../shared") : named;
}

} // namespace

void ArticleTest::savedPages_data()
{
    savedPageRows();
}

void ArticleTest::savedPages()
{
    QFETCH(QStringList, lines);
    const Sample page = sample(lines);
    QCOMPARE(shortNames(findArticle(page.text)), page.expected);
    // Decomposed letters, Windows line ends and a byte order mark make no difference.
    QString other = QChar(QChar::ByteOrderMark) + page.text.normalized(QString::NormalizationForm_D);
    other.replace(u'\n', u"\r\n"_s);
    QCOMPARE(shortNames(findArticle(other)), page.expected);
}

void ArticleTest::cleanTextsComeBackWhole_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("one word") << u"Xin chào"_s;
    QTest::newRow("one paragraph") << body1;
    QTest::newRow("an article without noise")
        << QStringList{title, lead, body1, body2, body4}.join(u"\n\n"_s);
    QTest::newRow("an article with captions") << QStringList{title,
                                                             lead,
                                                             u"Quang cảnh phiên họp. (Ảnh: Ban Tổ chức)"_s,
                                                             body1,
                                                             u"Ảnh: Ban Tổ chức"_s,
                                                             body2}
                                                     .join(u'\n');
    QTest::newRow("speech") << QStringList{u"BÀI PHÁT BIỂU"_s,
                                           u"CỦA CHỦ TỊCH LIÊN MINH BIỂN XANH"_s,
                                           u"Sao Mai, 03/04/2023"_s,
                                           u""_s,
                                           u"Kính thưa các Quý vị,"_s,
                                           u"Thưa toàn thể các bạn,"_s,
                                           body1,
                                           u"Thứ nhất, về đoàn kết"_s,
                                           body2,
                                           u"(Vỗ tay)"_s,
                                           u"Thứ hai, về hợp tác"_s,
                                           body3,
                                           u"Xin trân trọng cảm ơn."_s,
                                           u"Xin trân trọng cảm ơn."_s,
                                           u"Trần Hải Vân"_s}
                                   .join(u'\n');
    QTest::newRow("treaty") << QStringList{u"HIỆP ĐỊNH"_s,
                                           u"GIỮA CHÍNH PHỦ NƯỚC A VÀ CHÍNH PHỦ NƯỚC B"_s,
                                           u"VỀ HỢP TÁC NGHỀ CÁ"_s,
                                           u"Điều 1"_s,
                                           u"Phạm vi"_s,
                                           u"Hiệp định này áp dụng đối với:"_s,
                                           u"- tàu cá của hai Bên"_s,
                                           u"- cảng cá được chỉ định;"_s,
                                           u"- người lao động"_s,
                                           u"Điều 2"_s,
                                           u"Phạm vi"_s,
                                           body2,
                                           u"[Các Bên sẽ lập một ủy ban hỗn hợp về nghề cá;]"_s,
                                           u"Điều 3"_s,
                                           u"Làm tại Sao Mai, ngày 3 tháng 4 năm 2023"_s,
                                           u"THAY MẶT CHÍNH PHỦ NƯỚC A"_s,
                                           u"Trần Hải Vân"_s,
                                           u"THAY MẶT CHÍNH PHỦ NƯỚC B"_s,
                                           u"Lê Thu Hà"_s}
                                   .join(u"\r\n"_s);
    QTest::newRow("note")
        << QStringList{u"CÔNG HÀM"_s,
                       u"Số: 12/CH"_s,
                       u"Bộ Ngoại giao trân trọng gửi lời chào tới Đại sứ quán."_s,
                       body1,
                       u"Nhân dịp này, Bộ trân trọng gửi tới Quý Đại sứ quán lời chào trân trọng nhất."_s,
                       u"Sao Mai, ngày 03/04/2023"_s}
               .join(u'\n');
    QTest::newRow("letter with an address") << QStringList{u"Trụ sở: Số 1, phố Cảng, Sao Mai"_s,
                                                           u"Điện thoại: 024 0000 0000"_s,
                                                           u"Email: thuky@example.org"_s,
                                                           u"Ngày 3 tháng 4 năm 2023"_s,
                                                           u"Kính gửi: Ban Thư ký Liên minh Biển Xanh"_s,
                                                           u"Chủ đề: Hợp tác nghề cá"_s,
                                                           body1,
                                                           u"Các bài viết kèm theo:"_s,
                                                           u"1. Nghề cá bền vững"_s,
                                                           u"2. Bản đồ số về nghề cá"_s,
                                                           body2,
                                                           u"Trân trọng,"_s,
                                                           u"Trần Hải Vân"_s,
                                                           u"www.example.org"_s}
                                                   .join(u'\n');
    QTest::newRow("joint statement") << QStringList{u"TUYÊN BỐ CHUNG"_s,
                                                    u"Hội nghị Liên minh Biển Xanh"_s,
                                                    u"Chúng tôi, các Bộ trưởng,"_s,
                                                    u"NHẮC LẠI các nguyên tắc của Liên minh;"_s,
                                                    u"QUYẾT ĐỊNH:"_s,
                                                    u"1. Tăng cường hợp tác nghề cá;"_s,
                                                    u"2. Xem xét đề xuất lập quỹ chung."_s,
                                                    body3,
                                                    u"Phản hồi"_s,
                                                    body2,
                                                    u"Thông qua tại Sao Mai, ngày 4 tháng 4 năm 2023."_s}
                                            .join(u"\n\n"_s);
    QTest::newRow("list of short lines") << u"Việt Nam\nLào\nCampuchia\nThái Lan\nMyanmar\n"_s;
    QTest::newRow("without marks") << u"Thong cao bao chi\nbo ngoai giao thong bao ket qua hoi "
                                      u"nghi\n04/04/2023 08:15\nhai ben nhat tri 5 "
                                      "diem\nNguon: TTXVN\n"_s;
    QTest::newRow("poem with a refrain")
        << u"Sóng về bên bãi vắng chiều nay\nGió hát lời ru của biển\n\nSóng về bên bãi vắng "
           "chiều nay\nGió hát lời ru của biển\n"_s;
}

void ArticleTest::cleanTextsComeBackWhole()
{
    QFETCH(QString, text);
    QString joined;
    for (const ArticlePiece &piece : findArticle(text)) {
        QVERIFY2(piece.role != LineRole::Dropped,
                 qPrintable(text.mid(piece.span.start, piece.span.length())));
        QCOMPARE(piece.reason, DropReason::None);
        joined += text.mid(piece.span.start, piece.span.length()) + u'\n';
    }
    QStringList lines;
    for (const QString &line : text.split(QRegularExpression(u"[\r\n]+"_s), Qt::SkipEmptyParts))
        lines.append(line.trimmed() + u'\n');
    QCOMPARE(joined, lines.join(QString()));
}

void ArticleTest::gluedHeadlineIsCutOff()
{
    const QString glued = title + u" ảnh 1Chủ tịch Liên minh phát biểu. (Ảnh: Ban Tổ chức)"_s;
    for (const auto form : {QString::NormalizationForm_C, QString::NormalizationForm_D}) {
        const QString text = QStringList{title, lead, glued, body1, title + u" ảnh 2"_s, body2, u"(TTXVN)"_s}
                                 .join(u'\n')
                                 .normalized(form);
        const QList<ArticlePiece> pieces = findArticle(text);
        QCOMPARE(shortNames(pieces), (QStringList{u"title"_s, u"lead"_s, u"repeated-line"_s, u"caption"_s,
                                                  u"body"_s, u"repeated-line"_s, u"body"_s, u"source"_s}));
        QCOMPARE(
            text.mid(pieces[3].span.start, pieces[3].span.length()).normalized(QString::NormalizationForm_C),
            u"Chủ tịch Liên minh phát biểu. (Ảnh: Ban Tổ chức)"_s);
        QCOMPARE(pieces[2].line, pieces[3].line);
        QCOMPARE(pieces[2].span.end, pieces[3].span.start);
    }
}

void ArticleTest::wrappedLines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("continues"); // a sign a line: + goes on, . does not
    QTest::newRow("paragraphs")
        << u"Thông cáo chung\n\n"
           "Theo lời mời của Chính phủ nước chủ nhà, đoàn đại biểu cấp cao đã có chuyến\n"
           "thăm chính thức từ ngày 1 đến ngày 3 tháng 4. Trong thời gian thăm, Trưởng\n"
           "đoàn đã hội đàm với Bộ trưởng và gặp gỡ nhiều đại diện của giới doanh nhân ở\n"
           "Sao Mai. Hai bên nhất trí tăng cường hợp tác trên mọi lĩnh vực mà hai nước\n"
           "cùng quan tâm.\n\n"
           "Hai bên cũng trao đổi về các vấn đề khu vực và quốc tế, nhất trí phối hợp chặt\n"
           "chẽ tại các diễn đàn đa phương.\n"_s
        << u".++++.+."_s;
    QTest::newRow("before a capital, and in a title")
        << u"Bộ trưởng các nước Liên minh Biển Xanh họp bàn về nghề cá tại Thành\n"
           "phố Sao Mai\n"
           "Theo lời mời của nước chủ nhà, bộ trưởng các nước thành viên Liên\n"
           "minh Biển Xanh đã họp và trao đổi với đại diện của Hiệp hội Nghề\n"
           "Cá Ven Bờ về việc bảo vệ nguồn lợi và giúp đỡ ngư dân trong mùa\n"
           "bão (ảnh: Ban Tổ chức).\n"
           "Hội nghị sẽ bế mạc vào ngày mai.\n"_s
        << u"+.+++.."_s;
    QTest::newRow("indented, second line on")
        << u"Theo lời mời của nước chủ nhà, bộ trưởng các nước thành viên Liên\n"
           "    minh Biển Xanh đã họp và trao đổi với đại diện của Hiệp hội\n"
           "    Nghề Cá Ven Bờ về việc bảo vệ nguồn lợi và giúp đỡ ngư dân\n"
           "    trong mùa bão.\n"_s
        << u"+++."_s;
    QTest::newRow("list items are not joined")
        << u"Hai bên nhất trí về những việc mà mỗi nước sẽ làm ngay trong năm nay:\n"
           "mở rộng hợp tác nghề cá giữa các địa phương ven biển của hai nước;\n"
           "lập đường dây nóng giữa hai bộ để xử lý sự việc phát sinh trên biển;\n"_s
        << u"..."_s;
    QTest::newRow("a blank line ends it")
        << u"Theo lời mời của Chính phủ nước chủ nhà, đoàn đại biểu cấp cao đã có chuyến\n\n"
           "thăm chính thức từ ngày 1 đến ngày 3 tháng 4 năm nay.\n"_s
        << u".."_s;
    QTest::newRow("short lines are not wrapped") << u"Kính gửi\nông bà đại biểu\n"_s << u".."_s;
    QTest::newRow("paragraph lines") << lead + u'\n' + body1 + u'\n' + body2 << u"..."_s;
}

void ArticleTest::wrappedLines()
{
    QFETCH(QString, text);
    QFETCH(QString, continues);
    for (const QList<ArticlePiece> &pieces : {findArticle(text), wholeFile(text)}) {
        QString marks;
        for (qsizetype i = 0; i < pieces.size(); ++i) {
            marks += pieces[i].continues ? u'+' : u'.';
            if (pieces[i].continues) {
                QCOMPARE(pieces[i + 1].role, pieces[i].role);
                QCOMPARE(pieces[i + 1].line, pieces[i].line + 1);
            }
        }
        QCOMPARE(marks, continues);
    }
    QCOMPARE(wholeFile(text.normalized(QString::NormalizationForm_D)).size(), continues.size());
}

void ArticleTest::wholeFileDropsNothing()
{
    const QList<ArticlePiece> pieces = wholeFile(sample(mixedPage()).text);
    QCOMPARE(pieces.size(), sample(mixedPage()).expected.size());
    for (const ArticlePiece &piece : pieces)
        QCOMPARE(piece.role, LineRole::Body);
}

void ArticleTest::linesAreCounted()
{
    const QString text = QChar(QChar::ByteOrderMark) + u"  một  \r\n\r\nhai\rba\n \u00A0\nbốn"_s;
    const QList<ArticlePiece> pieces = wholeFile(text);
    QCOMPARE(pieces.size(), 4);
    const QList<qsizetype> lines = {1, 3, 4, 6};
    const QStringList words = {u"một"_s, u"hai"_s, u"ba"_s, u"bốn"_s};
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        QCOMPARE(pieces[i].line, lines[i]);
        QCOMPARE(text.mid(pieces[i].span.start, pieces[i].span.length()), words[i]);
    }
}

/// Pages made of random lines: every character but white space is in exactly one piece, in order.
void ArticleTest::everyCharacterIsInOnePiece()
{
    QRandomGenerator random(29);
    QStringList lines = {title,
                         lead,
                         body1,
                         body2,
                         body3,
                         body4,
                         u""_s,
                         u" "_s,
                         u"\uFEFF"_s,
                         u"[Một liên kết khác nữa]"_s,
                         title + u" ảnh 1Chú thích. (Ảnh: A)"_s,
                         u"😀"_s,
                         u"..."_s,
                         u"]"_s,
                         u"\u0301"_s,
                         u"ảnh 1"_s,
                         title + u" ảnh 1 "_s,
                         u"Một hai ba bốn ảnh 12Năm"_s,
                         u"Theo"_s,
                         u"Nguồn"_s};
    for (const QString &line : mixedPage())
        lines.append(line.mid(line.indexOf(u'|') + 1));
    for (int round = 0; round < 400; ++round) {
        QString text;
        for (int i = random.bounded(30); i > 0; --i)
            text += lines[random.bounded(static_cast<int>(lines.size()))] +
                    QStringList{u"\n"_s, u"\r\n"_s, u"\r"_s}[random.bounded(3)];
        for (const QList<ArticlePiece> &pieces : {findArticle(text), wholeFile(text)}) {
            QString joined;
            qsizetype last = 0;
            for (const ArticlePiece &piece : pieces) {
                QVERIFY(piece.span.start >= last && !piece.span.isEmpty());
                QCOMPARE(piece.role == LineRole::Dropped, piece.reason != DropReason::None);
                last = piece.span.end;
                joined += text.mid(piece.span.start, piece.span.length());
            }
            const auto dense = [](QString s) { return s.remove(QRegularExpression(u"[\\s\uFEFF]"_s)); };
            QCOMPARE(dense(joined), dense(text));
        }
    }
}

void ArticleTest::staysQuickOnHostileInput_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("many markers") << title + u'\n' + lead + u'\n' + body1 +
                                         u"\nĐọc thêm\n"_s.repeated(10'000) + body2;
    QTest::newRow("many headlines") << title + u"\n04/04/2023 08:15\n"_s + lead + u'\n' +
                                           (u"Một tiêu đề khác hẳn\n"_s + body1 + u'\n').repeated(1'500);
    QTest::newRow("the same line") << (title + u'\n').repeated(10'000);
    QTest::newRow("one long line") << (title + u' ').repeated(5'000);
    QTest::newRow("brackets") << u"04/04/2023 08:15\n"_s + u"(["_s.repeated(20'000);
    QTest::newRow("arrows") << u"04/04/2023 08:15\n"_s + u"a > "_s.repeated(20'000);
    QTest::newRow("footers") << lead + u"\nPhiên bản di động\n"_s.repeated(20'000) + body2;
}

void ArticleTest::staysQuickOnHostileInput()
{
    QFETCH(QString, text);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!findArticle(text).isEmpty());
    QVERIFY2(timer.elapsed() < 10'000, "the work has to grow with the text, not with its square");
}

void ArticleTest::names()
{
    QCOMPARE(roleName(LineRole::Title), u"title"_s);
    QCOMPARE(roleName(LineRole::Dropped), u"dropped"_s);
    QCOMPARE(dropReasonName(DropReason::RelatedLink), u"related-link"_s);
    QCOMPARE(dropReasonName(DropReason::OtherStory), u"other-story"_s);
}

void ArticleTest::realArticles_data()
{
    QTest::addColumn<QString>("start"); // of the file's name
    QTest::addColumn<int>("captions");
    QTest::addColumn<int>("headings");
    QTest::addColumn<int>("body");
    QTest::addColumn<qsizetype>("lastLine"); // of the article
    QTest::addColumn<QStringList>("reasons");
    const auto row = [](const char *name, int captions, int headings, int body, int last,
                        const QStringList &reasons) {
        QTest::newRow(name) << QString::fromLatin1(name) << captions << headings << body << qsizetype(last)
                            << reasons;
    };
    row("000", 2, 0, 13, 46,
        {u"byline"_s, u"date-line"_s, u"footer"_s, u"image-name"_s, u"menu"_s, u"related-link"_s,
         u"source"_s});
    row("001", 2, 0, 12, 34, {u"byline"_s, u"footer"_s, u"menu"_s, u"related-link"_s, u"repeated-line"_s});
    row("002", 1, 2, 10, 34, {u"byline"_s, u"footer"_s, u"image-name"_s, u"menu"_s, u"related-link"_s});
    row("003", 1, 0, 11, 28, {u"related-link"_s, u"repeated-line"_s, u"source"_s});
    row("004", 0, 0, 10, 13, {u"menu"_s, u"other-story"_s, u"related-link"_s});
}

void ArticleTest::realArticles()
{
    QFETCH(QString, start);
    const QDir folder(sharedFolder() + u"/real-input"_s);
    const QStringList files = folder.entryList({start + u"_*.txt"_s});
    if (files.isEmpty())
        QSKIP("the saved articles are not there");
    const Result<QByteArray> bytes = readFile(folder.filePath(files.first()));
    QVERIFY(bytes.ok());
    const Result<DecodedText> decoded = decode(*bytes, files.first());
    QVERIFY(decoded.ok());
    QHash<LineRole, int> roles;
    QSet<QString> reasons;
    qsizetype last = 0;
    for (const ArticlePiece &piece : findArticle(decoded->text)) {
        ++roles[piece.role];
        QVERIFY(!piece.continues);
        if (piece.role == LineRole::Dropped)
            reasons.insert(dropReasonName(piece.reason));
        else
            last = piece.line;
    }
    QCOMPARE(roles.value(LineRole::Title), 1);
    QCOMPARE(roles.value(LineRole::Lead), 1);
    QTEST(roles.value(LineRole::Caption), "captions");
    QTEST(roles.value(LineRole::Heading), "headings");
    QTEST(roles.value(LineRole::Body), "body");
    QTEST(last, "lastLine");
    QStringList sorted(reasons.begin(), reasons.end());
    sorted.sort();
    QTEST(sorted, "reasons");
}

QTEST_APPLESS_MAIN(ArticleTest)
#include "tst_article.moc"
