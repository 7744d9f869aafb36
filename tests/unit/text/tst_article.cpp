#include "text/article.h"
#include "text/decode.h"
#include "text/file_io.h"

#include <QtTest>

using namespace verbale;
using namespace verbale::text;
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

// Running text for the samples: long enough to be paragraphs.
const QString lead =
    u"Chiều 3/4, tại Thành phố Sao Mai, Hội nghị Liên minh Biển Xanh đã khai mạc với sự tham dự của đại diện "
    "mười nước thành viên và các đối tác."_s;
const QString body1 =
    u"Phát biểu khai mạc, Chủ tịch Liên minh Biển Xanh nhấn mạnh các nước cần giữ vững đoàn kết, tin cậy "
    "lẫn nhau và cùng chia sẻ trách nhiệm trước những thách thức chung."_s;
const QString body2 =
    u"Các đại biểu hoan nghênh kết quả hợp tác của Liên minh Biển Xanh trong năm qua, nhất là về y tế, "
    "giáo dục, quản lý nghề cá và bảo vệ môi trường biển."_s;
const QString body3 =
    u"Hội nghị cũng thảo luận kế hoạch hành động ba năm của Liên minh Biển Xanh, trong đó ưu tiên kết nối "
    "hạ tầng, chuyển đổi số và phát triển nguồn nhân lực."_s;
const QString body4 =
    u"Theo chương trình, Liên minh Biển Xanh sẽ thông qua tuyên bố chung vào ngày làm việc cuối cùng và "
    "chuyển giao vai trò chủ tịch cho nước thành viên kế tiếp./."_s;
const QString title = u"Liên minh Biển Xanh thúc đẩy hợp tác vì phát triển bền vững"_s;

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

QStringList mixedPage()
{
    return {
        u"menu|Trang chủ Đối ngoại"_s,
        u"date-line|08:15 | 04/04/2023 GMT+7"_s,
        u""_s,
        u"title|"_s + title,
        u""_s,
        u"menu|aa"_s,
        u"lead|"_s + lead,
        u"related-link|Ra mắt quỹ hỗ trợ ngư dân vùng đảo xa Ra mắt quỹ hỗ trợ ngư dân vùng đảo xa"_s,
        u""_s,
        u"related-link|Quỹ do các nước thành viên cùng đóng góp nhằm giúp ngư dân vùng đảo xa ổn định ..."_s,
        u""_s,
        u"image-name|3021 khaimachoinghi0304 1"_s,
        u"caption|Quang cảnh phiên khai mạc. (Ảnh: Ban Tổ chức)"_s,
        u""_s,
        u"body|"_s + body1,
        u"body|"_s + body2,
        u"body|"_s + body3,
        u"body|"_s + body4,
        u""_s,
        u"related-link|Tàu nghiên cứu biển cập cảng Sao Mai Tàu nghiên cứu biển cập cảng Sao Mai"_s,
        u""_s,
        u"related-link|Con tàu sẽ ở lại một tuần để khảo sát vùng biển ven bờ và ..."_s,
        u""_s,
        u"byline|Lan Hương (t/h)"_s,
        u"source|Nguồn:"_s,
        u""_s,
        u"related-link|Tin bài liên quan"_s,
        u""_s,
        u"related-link|Mở tuyến phà mới nối hai bờ vịnh"_s,
        u""_s,
        u"related-link|Mở tuyến phà mới nối hai bờ vịnh"_s,
        u""_s,
        u"related-link|"_s + lead,
        u"related-link|Đọc nhiều"_s,
        u"image-name|infographic muoi nam hop tac bien xanh"_s,
        u"menu|Xin chờ trong giây lát..."_s,
        u"related-link|[Video] Toàn cảnh lễ khai mạc hội nghị"_s,
        u"footer|Phiên bản di động"_s};
}

} // namespace

void ArticleTest::savedPages_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("time line, doubled links, tail") << mixedPage();
    QTest::newRow("byline, follow us, list in the middle")
        << QStringList{u"title|"_s + title,
                       u"byline|Minh Châu"_s,
                       u"lead|TBX. "_s + lead,
                       u"menu|Theo dõi trangtin.vn trên"_s,
                       u"related-link|TIN LIÊN QUAN"_s,
                       u"related-link|Điểm tin sáng: Phiên họp trù bị đã kết thúc tốt đẹp"_s,
                       u"related-link|Vì sao Biển Xanh cần một quỹ chung?"_s,
                       u"image-name|0417-hnbx"_s,
                       u"caption|Các trưởng đoàn chụp ảnh chung tại phiên khai mạc. (Ảnh: Hải Đăng)"_s,
                       u""_s,
                       u"heading|Giữ vững đoàn kết và tin cậy"_s,
                       u""_s,
                       u"body|"_s + body1,
                       u"body|"_s + body2,
                       u""_s,
                       u"heading|Kế hoạch hành động ba năm"_s,
                       u""_s,
                       u"body|"_s + body3,
                       u"body|"_s + body4,
                       u""_s,
                       u"related-link|Ba đề xuất cho nghề cá bền vững"_s,
                       u""_s,
                       u"related-link|Ba đề xuất cho nghề cá bền vững"_s,
                       u""_s,
                       u"related-link|Bài viết điểm lại ba đề xuất được quan tâm nhất."_s,
                       u""_s,
                       u"related-link|Cảng Sao Mai đón chuyến tàu đầu tiên"_s,
                       u""_s,
                       u"related-link|Cảng Sao Mai đón chuyến tàu đầu tiên"_s,
                       u""_s,
                       u"related-link|Chuyến tàu chở hàng của bảy doanh nghiệp trong vùng đã ..."_s,
                       u""_s,
                       u"related-link|Bài viết cùng chủ đề"_s,
                       u"related-link|Biển Xanh"_s,
                       u"related-link|Đọc thêm"_s,
                       u"related-link|Lịch thi đấu bóng đá hôm nay"_s,
                       u"related-link|Lịch thi đấu bóng đá hôm nay"_s};
    QTest::newRow("bracketed link, agency, list below")
        << QStringList{u"title|"_s + title,
                       u""_s,
                       u"lead|"_s + lead,
                       u""_s,
                       u"body|"_s + body1,
                       u""_s,
                       u"related-link|[Họp báo quốc tế về kết quả hội nghị Biển Xanh]"_s,
                       u""_s,
                       u"body|"_s + body2,
                       u"body|"_s + body4,
                       u""_s,
                       u"source|(TTXVN/Vietnam+)"_s,
                       u""_s,
                       u"related-link|Tin cùng chuyên mục"_s,
                       u""_s,
                       u"related-link|Bộ trưởng một nước láng giềng phát biểu. (Ảnh: Reuters)"_s,
                       u""_s,
                       u"related-link|Khánh thành cây cầu dài nhất vùng"_s,
                       u"related-link|"_s + body3};
    QTest::newRow("alternative text above captions")
        << QStringList{u"title|"_s + title,
                       u"date-line|Thứ Ba, 04/04/2023, 08:15 (GMT+7)"_s,
                       u"lead|"_s + lead,
                       u"repeated-line|"_s + title,
                       u"caption|Toàn cảnh hội trường. (Ảnh: Minh Châu)"_s,
                       u"body|"_s + body1,
                       u"repeated-line|Trưởng đoàn nước chủ nhà phát biểu tại phiên họp"_s,
                       u"caption|Trưởng đoàn nước chủ nhà phát biểu tại phiên họp. (Ảnh: Minh Châu)"_s,
                       u"body|"_s + body2,
                       u"body|"_s + body4};
    QTest::newRow("menu of sections above the title")
        << QStringList{u"menu|Trang chủ"_s,
                       u"menu|Chính trị"_s,
                       u"menu|Thế giới"_s,
                       u"menu|Văn hóa - Xã hội"_s,
                       u"title|"_s + title,
                       u"date-line|04/04/2023 08:15"_s,
                       u"menu|Chia sẻ"_s,
                       u"lead|"_s + lead,
                       u"body|"_s + body1,
                       u"body|"_s + body2,
                       u"body|"_s + body4,
                       u"byline|THANH BÌNH"_s,
                       u"related-link|Tags: Biển Xanh, hội nghị"_s};
    QTest::newRow("menu in one line above the title")
        << QStringList{u"menu|Trang chủ | Thời sự | Ngoại giao | Biển Xanh | Kinh tế | Văn hóa | Du lịch"_s,
                       u"date-line|08:15 | 04/04/2023 GMT+7"_s,
                       u"title|"_s + title,
                       u"lead|"_s + lead,
                       u"body|"_s + body1,
                       u"body|"_s + body2,
                       u"body|"_s + body3};
    QTest::newRow("list above the title")
        << QStringList{u"menu|Trang chủ"_s,
                       u"related-link|Tin mới"_s,
                       u"related-link|Khai trương thư viện số của thành phố Sao Mai"_s,
                       u"related-link|Ngày hội sách mở cửa tự do"_s,
                       u"title|"_s + title,
                       u"date-line|04/04/2023 08:15"_s,
                       u"lead|"_s + lead,
                       u"body|"_s + body1,
                       u"body|"_s + body2,
                       u"body|"_s + body3};
    QTest::newRow("other stories below") << QStringList{
        u"title|"_s + title,
        u"lead|"_s + lead,
        u"body|"_s + body1,
        u"menu|Video đang HOT"_s,
        u"body|"_s + body2,
        u"body|"_s + body3,
        u"body|"_s + QString(body4).remove(u"/."_s),
        u"other-story|Núi Cao: Khánh thành đập thủy điện"_s,
        u"other-story|Hãng tin nước này cho biết, hôm qua, con đập lớn nhất vùng núi đã được khánh thành sau "
        u"sáu năm xây dựng, "
        "với sự chứng kiến của đông đảo người dân."_s,
        u"other-story|Đồng Bằng: Được mùa lúa sớm"_s,
        u"other-story|Nông dân ở vùng châu thổ đang bước vào vụ thu hoạch, năng suất tăng một phần năm so "
        u"với năm ngoái nhờ "
        "giống mới và thời tiết thuận lợi."_s,
        u"related-link|Ra mắt bản đồ số về nghề cá của Biển Xanh Trên cương vị chủ tịch, nước chủ nhà vừa "
        u"giới thiệu bản đồ "
        "số về nghề cá của Biển Xanh nhằm giúp ngư dân và cơ quan quản lý chia sẻ thông tin và..."_s};
    QTest::newRow("round-up under one roof is kept")
        << QStringList{u"title|Điểm tin Biển Xanh trong tuần: nhiều hoạt động"_s,
                       u"date-line|04/04/2023 08:15"_s,
                       u"lead|"_s + lead,
                       u"heading|Họp nhóm công tác tại Sao Mai"_s,
                       u"body|"_s + body1,
                       u"body|"_s + body2,
                       u"heading|Mùa du lịch bắt đầu sớm"_s,
                       u"body|Du khách đến các bãi biển trong vùng tăng gấp đôi so với cùng kỳ, các khách "
                       u"sạn ven biển gần như kín phòng "
                       "trong những ngày cuối tuần."_s,
                       u"heading|Thời tiết thuận lợi cho vụ cá"_s,
                       u"body|Cơ quan khí tượng dự báo trời nắng, gió nhẹ trong mười ngày tới, tàu thuyền có "
                       u"thể ra khơi an toàn trên hầu "
                       "hết các ngư trường ven bờ."_s};
    QTest::newRow("last section without the names is kept")
        << QStringList{u"title|"_s + title,
                       u"date-line|04/04/2023 08:15"_s,
                       u"lead|"_s + lead,
                       u"heading|Khai mạc trọng thể"_s,
                       u"body|"_s + body1,
                       u"body|"_s + body2,
                       u"body|"_s + body3,
                       u"heading|Câu chuyện bên lề"_s,
                       u"body|Trong giờ giải lao, các đại biểu đã thưởng thức cá nướng và nghe hát dân ca do "
                       u"học sinh địa phương biểu diễn ở "
                       "sân trước hội trường."_s};
    QTest::newRow("links without a heading at the end")
        << QStringList{u"title|"_s + title,
                       u"date-line|04/04/2023 08:15"_s,
                       u"lead|"_s + lead,
                       u"body|"_s + body1,
                       u"body|"_s + body2,
                       u"body|"_s + body4,
                       u"related-link|Khai trương thư viện số của thành phố Sao Mai"_s,
                       u"related-link|Ngày hội sách mở cửa tự do cho mọi người"_s,
                       u"related-link|Đội tuyển bơi lội lên đường tập huấn"_s};
    QTest::newRow("short heading above the title is kept")
        << QStringList{u"body|Thông cáo chung"_s, u"title|"_s + title, u"date-line|04/04/2023 08:15"_s,
                       u"body|Thưa quý vị,"_s,    u"body|"_s + body1,  u"body|"_s + body2,
                       u"body|"_s + body3};
    QTest::newRow("names with agencies") << QStringList{u"title|"_s + title,
                                                        u"byline|Lan Hương - Minh Châu"_s,
                                                        u"date-line|Cập nhật: 08:15 04/04/2023"_s,
                                                        u"lead|"_s + lead,
                                                        u"body|"_s + body1,
                                                        u"body|"_s + body2,
                                                        u"byline|Lan Hương-Minh Châu (TTXVN/Vietnam+)"_s,
                                                        u"source|Nguồn TTXVN"_s,
                                                        u"related-link|Bình luận (2)"_s,
                                                        u"related-link|Tin rất hay và bổ ích."_s};
    QTest::newRow("cut headlines at the end")
        << QStringList{u"title|"_s + title,
                       u"menu|Video đang HOT"_s,
                       u"lead|"_s + lead,
                       u"body|"_s + body1,
                       u"body|"_s + body2,
                       u"related-link|Ra mắt bản đồ số về nghề cá của Biển Xanh Hôm nay, nước chủ nhà ra mắt "
                       u"bản đồ số về nghề cá nhằm giúp ngư "
                       "dân và cơ quan quản lý chia sẻ thông tin và..."_s};
    QTest::newRow("cut headline that runs into its text")
        << QStringList{u"title|"_s + title,
                       u"menu|Video đang HOT"_s,
                       u"lead|"_s + lead,
                       u"body|"_s + body1,
                       u"body|"_s + body2,
                       u"related-link|Ngư dân Sao Mai trúng đậm mùa cá đầu năm Sáng nay, hàng chục tàu cá đã "
                       u"cập cảng với khoang đầy ắp, giá bán "
                       "tại bến cao hơn năm ngoái và..."_s};
    QTest::newRow("open enumeration at the end is kept")
        << QStringList{u"title|"_s + title,
                       u"date-line|04/04/2023 08:15"_s,
                       u"lead|"_s + lead,
                       u"body|"_s + body1,
                       u"body|"_s + body2,
                       u"body|Trong những ngày tới, các nước sẽ tiếp tục trao đổi về nghề cá, du lịch, vận "
                       u"tải biển, đào tạo thuyền viên, cứu hộ, "
                       "cứu nạn và nhiều lĩnh vực khác..."_s};
    QTest::newRow("short lead before doubled links")
        << QStringList{u"title|"_s + title,
                       u"date-line|04/04/2023 08:15"_s,
                       u"lead|Hội nghị Biển Xanh đã khai mạc tại Sao Mai chiều nay."_s,
                       u"related-link|Mở tuyến phà mới nối hai bờ vịnh"_s,
                       u"related-link|Mở tuyến phà mới nối hai bờ vịnh"_s,
                       u"related-link|Tuyến phà giúp người dân hai bờ đi lại thuận tiện hơn và ..."_s,
                       u"body|"_s + body1,
                       u"body|"_s + body2};
    QTest::newRow("title printed twice")
        << QStringList{u"title|"_s + title, u"repeated-line|"_s + title, u"date-line|04/04/2023 08:15"_s,
                       u"lead|"_s + lead, u"body|"_s + body1};
    QTest::newRow("picture names with hyphens") << QStringList{u"title|"_s + title,
                                                               u"date-line|04/04/2023 08:15"_s,
                                                               u"lead|"_s + lead,
                                                               u"image-name|hop-bao-khai-mac"_s,
                                                               u"caption|Toàn cảnh buổi họp báo."_s,
                                                               u"body|"_s + body1,
                                                               u"image-name|IMG_2041.JPG"_s,
                                                               u"body|"_s + body2};
    QTest::newRow("links that say so")
        << QStringList{u"title|"_s + title,
                       u"date-line|04/04/2023 08:15"_s,
                       u"lead|"_s + lead,
                       u"body|"_s + body1,
                       u"related-link|>>> Khai trương thư viện số của thành phố"_s,
                       u"related-link|Xem thêm: Ngày hội sách mở cửa tự do"_s,
                       u"body|"_s + body2,
                       u"body|"_s + body3,
                       u"source|Theo TTXVN"_s};
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
