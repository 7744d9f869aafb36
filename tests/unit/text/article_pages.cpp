#include "article_pages.h"

#include <QtTest>

using namespace Qt::StringLiterals;

namespace verbale::text::articlepages {

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

void savedPageRows()
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

} // namespace verbale::text::articlepages
