// Names of persons. The sentences were written for this test; names in braces are what is to be found.
#include "text/person_names.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QtTest>

#include <algorithm>

using namespace verbale;
using namespace verbale::text;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *sentences[] = {
    // Vietnamese, behind an office
    "Chủ tịch nước {Trần Quốc Bảo} đã tiếp Đại sứ các nước đến trình Quốc thư.",
    "Thủ tướng Chính phủ {Nguyễn Hoàng Long} chủ trì phiên họp thường kỳ.",
    "Bộ trưởng Bộ Ngoại giao {Lê Hữu Phước} hội đàm với người đồng cấp Lào.",
    "Phó Thủ tướng, Bộ trưởng Ngoại giao {Phạm Gia Minh} dự lễ khai mạc.",
    "Thứ trưởng Thường trực Bộ Ngoại giao {Đặng Thùy Linh} phát biểu tại Hội nghị.",
    "Tổng Bí thư {Vũ Đình Hòa} gửi điện mừng tới Đảng Nhân dân Cách mạng Lào.",
    "Chủ tịch Quốc hội {Hoàng Thị Kim Ngân} thăm chính thức Nhật Bản.",
    "Đại sứ Việt Nam tại Pháp {Đinh Công Tráng} trao huân chương.",
    "Trưởng đoàn đàm phán {Bùi Đức Thịnh} cho biết hai bên đã thống nhất.",
    "Người phát ngôn Bộ Ngoại giao {Phan Thu Trang} trả lời câu hỏi của phóng viên.",
    "Chủ tịch UBND thành phố Hà Nội {Trần Sĩ Nguyên} tiếp đoàn.",
    "Bí thư Tỉnh ủy Thái Bình {Ngô Đông Phong} chúc mừng.",
    "Tổng Lãnh sự {Võ Thị Sáng} cảm ơn kiều bào.",
    "Vụ trưởng Vụ Lễ tân {Hồ Quang Vinh} đón đoàn tại sân bay Nội Bài.",
    "Thượng tướng {Dương Văn Kỳ} dự Đối thoại Chính sách Quốc phòng.",
    "Giáo sư {Trịnh Xuân Lộc} trình bày tham luận.",
    "Bộ trưởng Bộ Kế hoạch và Đầu tư {Lý Thái Sơn} ký Bản ghi nhớ.",
    "Chủ nhiệm Ủy ban Đối ngoại của Quốc hội {Vương Hải Yến} tham dự.",
    "Chủ tịch nước {Lương Bằng} chủ trì lễ đón.",
    "Tổng Bí thư {Tô Lân} và Phu nhân rời Hà Nội.",
    "Ủy viên Bộ Chính trị, Thường trực Ban Bí thư {Trương Hòa Bình} tiếp đoàn.",
    "Phó Chủ tịch nước {Đào Thị Ánh} tiếp Đại sứ Cu-ba.",
    "Đại tướng {Phùng Quang Thái} gặp Bộ trưởng Quốc phòng Ấn Độ.",
    "Chánh Văn phòng Trung ương Đảng {Lưu Bình Nguyên} cùng dự.",
    "Tham tán Công sứ {Mai Phước Dũng} tham gia đoàn.",
    // Vietnamese, without an office
    "{Nguyễn Thị Minh Khai} sinh ra tại Nghệ An.",
    "Cùng dự có các đồng chí: {Trần Văn Tám}, {Lê Thị Bảy} và {Phạm Chín}.",
    "Theo {Huỳnh Tấn Phát}, hợp tác kinh tế là trụ cột.",
    "Tác giả {Đoàn Minh Huấn} nhấn mạnh vai trò của đối ngoại nhân dân.",
    "Năm 1946, {Hồ Chí Minh} sang thăm Pháp.",
    "Bài viết của {Đỗ Lai Thúy} được đăng lại.",
    "Em {Lò Thị Mai} đạt giải nhất.",
    "Nhóm tác giả gồm {Quách Thành Đạt} và {Tạ Bích Loan}.",
    "Người ký: {Doãn Khắc Xương}.",
    "Kính gửi: {Nguyễn Văn A}.",
    "Ảnh: {Nghiêm Phú}.",
    "Biên bản do {Thiều Quang Biên} lập.",
    "Trong đoàn có {Nguyễn Lê Hoài An} (Vụ châu Âu).",
    "Gia đình {Giàng A Páo} đã nhận nhà mới.",
    "{Lữ Văn Hùng} và {Nguyễn Hoà Thuận} là hai đại biểu của Cần Thơ.",
    // A way to address a person
    "Bà {Hằng} khẳng định lập trường nhất quán của Việt Nam.",
    "Ông {Sơn} đề nghị hai bên tiếp tục trao đổi đoàn.",
    "Đồng chí {Thắng} gửi lời thăm hỏi.",
    "Theo ông {Vinh}, kim ngạch tăng mạnh.",
    "Anh trai tôi và anh {Tuấn} cùng học tại Mát-xcơ-va.",
    "Chị {Mai Lan} đến từ Huế.",
    "Cụ {Phan Bội Châu} sang Nhật Bản năm ấy.",
    "GS.TS. {Trần Ngọc Thêm} phát biểu đề dẫn.",
    "TS. {Lê Đăng Doanh} cho rằng cần cải cách.",
    "PGS.TS {Vũ Minh Khương} dự hội thảo.",
    "Luật sư {Ngô Bá Thành} là khách mời.",
    "Nhà báo {Hữu Thọ} từng viết như vậy.",
    "Bà {Nga} là Đại sứ tại Anh.",
    "Ông {Đức} làm việc tại Đức.",
    "Thưa ngài {Smith}, chúng tôi xin cảm ơn.",
    "Ông bà {Peterson} đã sống tại Hà Nội mười năm.",
    "Mr. {Brown} là chuyên gia của dự án.",
    "Bà {Maria da Silva} thay mặt Đại sứ quán cảm ơn.",
    "Ông {O'Connor} là cựu binh.",
    "Chuyên gia {Carl Thayer} nhận định về Biển Đông.",
    // Foreign, behind an office
    "Tổng thống Hoa Kỳ {John Carter} tới Hà Nội.",
    "Tổng thống Pháp {Emmanuel Dupont} và Phu nhân thăm cấp Nhà nước Việt Nam.",
    "Thủ tướng Nhật Bản {Tanaka Ichiro} chủ trì lễ đón.",
    "Chủ tịch Trung Quốc {Tập Kính Bình} hội đàm tại Bắc Kinh.",
    "Bộ trưởng Ngoại giao Trung Quốc {Vương Nghĩa} đồng chủ trì.",
    "Ngoại trưởng Nga {Sergey Petrov} nhất trí.",
    "Thủ tướng Lào {Sonexay Vongsa} gửi lời chúc.",
    "Thủ tướng Campuchia {Hun Sokha} cảm ơn.",
    "Quốc vương Campuchia {Norodom Ranariddh} tiếp đoàn.",
    "Tổng thống Hàn Quốc {Lee Min Ho} nhấn mạnh.",
    "Thủ tướng Singapore {Lawrence Tan} và {Goh Keng Swee} cùng dự.",
    "Thủ tướng Malaysia {Anwar Hakim} bày tỏ.",
    "Tổng thống In-đô-nê-xi-a {Giô-cô Xu-bi-an-tô} phát biểu.",
    "Tổng thống {Pu-tin} điện đàm với Chủ tịch nước.",
    "Chủ tịch Ủy ban châu Âu {Ursula von der Berg} hoan nghênh.",
    "Tổng Thư ký Liên hợp quốc {António Gomes} kêu gọi.",
    "Tổng Thư ký ASEAN {Kao Sok Heng} báo cáo.",
    "Đại sứ Hoa Kỳ tại Việt Nam {Mark Napper} chào từ biệt.",
    "Đại sứ Đặc mệnh Toàn quyền Vương quốc Anh {Iain Frewer} trình Quốc thư.",
    "Tổng Bí thư, Chủ tịch nước Lào {Thongloun Sisavath} thăm Việt Nam.",
    "Chủ tịch Cu-ba {Miguel Díaz-Bermúdez} cảm ơn sự ủng hộ.",
    "Thủ tướng Ấn Độ {Narendra Mehta} tới dự.",
    "Thủ tướng Ô-xtrây-li-a {Anthony Albert} gặp gỡ.",
    "Quốc vụ khanh Thụy Sĩ {Helene Budliger} làm trưởng đoàn.",
    "Tổng Giám đốc UNESCO {Audrey Azoul} thăm Tràng An.",
    "Giám đốc điều hành IMF {Kristalina Georg} phát biểu.",
    "Hoàng Thái tử Nhật Bản thăm Việt Nam, Công chúa {Kako} cùng đi.",
    "Cựu Tổng thống {Barack Osman} trở lại Hà Nội.",
    "Thượng nghị sĩ {Patrick Leary} đóng góp lớn.",
    "Bộ trưởng Kinh tế, Thương mại và Công nghiệp Nhật Bản {Muto Yojiro} đồng chủ trì.",
    "Phó Tổng thống Ấn Độ {Jagdeep Dhan} tiếp đoàn.",
    "Giáo hoàng {Phanxicô} gửi thông điệp.",
    "Nhà lãnh đạo Triều Tiên {Kim Jong-un} đã gặp Tổng thống Mỹ {Donald Trumbull}.",
    "Bộ trưởng Quốc phòng Lào {Khamlieng Outhak} thăm Việt Nam.",
    "Tổng thống Bra-xin {Luiz Inácio da Costa} mời Thủ tướng dự Hội nghị.",
    // Lines of capitals, other spellings
    "THỦ TƯỚNG {NGUYỄN HOÀNG LONG} TIẾP ĐẠI SỨ LÀO",
    "CHỦ TỊCH NƯỚC {TRẦN QUỐC BẢO} THĂM NHẬT BẢN",
    "BỘ TRƯỞNG NGOẠI GIAO {LÊ HỮU PHƯỚC} HỘI ĐÀM VỚI NGOẠI TRƯỞNG NGA",
    "{PHẠM GIA MINH} VÀ {ĐẶNG THÙY LINH} DỰ HỘI NGHỊ",
    "TỔNG BÍ THƯ {TÔ LÂN} GỬI ĐIỆN MỪNG",
    "Chuyến thăm của Tổng thống {Emmanuel DUPONT} là dấu mốc.",
    "The letter of {Nguyen Van Thanh} and {Pham Minh Ha} was sent.",
    "Thu tuong {Pham Gia Minh} tham Nhat Ban.",
    "Đồng chí {Nguyễn Thuý Hoà} được bổ nhiệm.",
    "Ông {Nguyễn  Văn An} vắng mặt.",
    // No persons
    "Hà Nội và Hải Phòng là hai thành phố lớn.",
    "Đoàn Việt Nam do Bộ trưởng dẫn đầu tham dự Hội nghị tại La Haye.",
    "Thái Lan, Hà Lan và Phần Lan cử đại diện tham dự.",
    "Bộ Ngoại giao tổ chức họp báo thường kỳ.",
    "Đại sứ quán Việt Nam tại Vương quốc Anh ra thông báo.",
    "Thủ tướng Chính phủ ban hành Quyết định mới.",
    "Chủ tịch nước và Phu nhân rời Hà Nội.",
    "Tổng thống Hoa Kỳ và Phu nhân sẽ thăm Việt Nam.",
    "Bộ trưởng Bộ Quốc phòng Liên bang Nga đến Hà Nội.",
    "Trụ sở đặt tại số 1 đường Lê Lợi, quận Ba Đình.",
    "Trường Nguyễn Trãi nằm trên phố Trần Phú.",
    "Thành phố Hồ Chí Minh là trung tâm kinh tế.",
    "TP. Hồ Chí Minh và tỉnh Bình Dương ký thỏa thuận.",
    "Tư tưởng Hồ Chí Minh về ngoại giao.",
    "Cao ủy Liên hợp quốc về người tị nạn thăm Việt Nam.",
    "Đoàn Thanh niên Cộng sản Hồ Chí Minh phối hợp tổ chức.",
    "Lý do chính là khác biệt về thể chế.",
    "Hoàng Sa và Trường Sa là của Việt Nam.",
    "Mai Châu thuộc tỉnh Hòa Bình cũ.",
    "Kim ngạch thương mại hai chiều tăng.",
    "Văn phòng Chính phủ công bố lịch làm việc.",
    "Bà Rịa - Vũng Tàu thu hút đầu tư của Nhật Bản.",
    "Anh và Pháp là hai thành viên thường trực.",
    "Hội đồng Bảo an Liên hợp quốc họp khẩn.",
    "Chủ tịch Ủy ban châu Âu dự Hội nghị Cấp cao ASEAN - EU.",
    "Đại sứ các nước ASEAN tại Bắc Kinh gặp mặt.",
    "Bộ trưởng Ngoại giao các nước G20 ra tuyên bố chung.",
    "Công ước Viên về quan hệ ngoại giao năm 1961.",
    "Đàm phán Hiệp định thương mại tự do kết thúc.",
    "Từ Việt Nam, đoàn bay tới Giơ-ne-vơ.",
    "Hiệp hội các quốc gia Đông Nam Á kỷ niệm ngày thành lập.",
    "Quan hệ Đối tác Chiến lược Toàn diện Việt Nam - Trung Quốc.",
    "Tuyên bố của Nhóm G7 về Ukraine.",
    "Chủ tịch Hội Hữu nghị Việt - Nga trao kỷ niệm chương.",
    "Bí thư thứ nhất Đại sứ quán dự buổi lễ.",
    "TUYÊN BỐ CHUNG VIỆT NAM - NHẬT BẢN",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "ĐỘC LẬP - TỰ DO - HẠNH PHÚC",
    "Tổng Thư ký Liên hợp quốc và Chủ tịch Đại hội đồng phát biểu.",
    "Đông Timor trở thành thành viên thứ mười một.",
    "Ngân hàng Thế giới và Quỹ Tiền tệ Quốc tế cùng dự.",
    "Thủ tướng Lào và Thủ tướng Campuchia đồng chủ trì.",
    "Tăng cường hợp tác với Ấn Độ trong lĩnh vực quốc phòng.",
    "Bộ trưởng Bộ Khoa học và Công nghệ cho biết như vậy.",
    "Chủ tịch UBND tỉnh Quảng Ninh tiếp đoàn doanh nghiệp Hàn Quốc.",
    "Châu Á - Thái Bình Dương là khu vực năng động.",
    "Sông Mê Công chảy qua sáu nước.",
    "Hai bên ký Hiệp định tại Điện Elysée.",
    "Tập đoàn Samsung mở rộng nhà máy tại Thái Nguyên.",
    "Lễ kỷ niệm được tổ chức tại Nhà hát Lớn Hà Nội.",
    // A second sample, written when the rules stood; they found 39 of its 43 names then
    "Chiều nay tại Hà Nội, Chủ tịch nước {Đinh Quang Hưng} tiếp Tổng thống Ấn Độ {Priya Raman}.",
    "Bộ trưởng Bộ Công Thương {Trần Đức Kiên} cho biết xuất khẩu tăng.",
    "Trả lời phỏng vấn, Đại sứ {Lê Quỳnh Giao} nhấn mạnh vai trò của Quốc hội.",
    "Theo Phó Thủ tướng {Bùi Thế Vinh}, hai bên cần sớm ký hiệp định.",
    "Thủ tướng Đức {Karl Weber} và Thủ tướng Bỉ {Luc Peeters} gặp nhau tại Brussels.",
    "Ngoại trưởng Ba Lan {Anna Kowalska} đến thăm Việt Nam.",
    "Tổng thống Xri Lan-ca {Ranil Perera} điện đàm với Thủ tướng.",
    "Thủ tướng Thái Lan {Somchai Wattana} chủ trì hội đàm.",
    "Ông {Nguyễn Minh Triết}, Vụ trưởng Vụ Tổng hợp Kinh tế, tham dự cuộc họp.",
    "Bà {Kristina Olsen}, Đại sứ Na Uy, đánh giá cao Việt Nam.",
    "Nhà thơ {Xuân Diệu} là người Hà Tĩnh.",
    "Anh hùng {Võ Thị Sáu} được tưởng niệm ở Côn Đảo.",
    "Ký thay: {Phạm Quốc Toàn}, Chánh Văn phòng.",
    "Trưởng phái đoàn Việt Nam tại Giơ-ne-vơ, Đại sứ {Mai Phan Dũng} phát biểu.",
    "Chủ tịch Hạ viện Nhật Bản {Sato Kenji} tiếp đoàn đại biểu Quốc hội.",
    "Chủ tịch Thượng viện Cộng hòa Séc {Pavel Novak} thăm Huế.",
    "Phu nhân {Ngô Thị Mai} thăm bệnh viện.",
    "Tổng Giám đốc Tập đoàn Siemens {Hans Gruber} gặp Thủ tướng.",
    "Đặc phái viên của Tổng thống Hoa Kỳ {Peter Collins} tới Hà Nội.",
    "Trợ lý Ngoại trưởng Hoa Kỳ {Daniel Crane} hội kiến.",
    "Cố vấn An ninh quốc gia {Jake Sutter} điện đàm với người đồng cấp.",
    "Thủ tướng Hun-ga-ri {Viktor Orbányi} thăm chính thức Việt Nam.",
    "Quốc vương {Abdullah bin Saud} mời Chủ tịch nước thăm Riyadh.",
    "Thượng tá {Nguyễn Hữu Phúc} nhận nhiệm vụ tại Nam Sudan.",
    "TỔNG BÍ THƯ {VŨ ĐÌNH HÒA} HỘI ĐÀM VỚI TỔNG BÍ THƯ, CHỦ TỊCH TRUNG QUỐC {TẬP KÍNH BÌNH}",
    "CHỦ TỊCH QUỐC HỘI {HOÀNG THỊ KIM NGÂN} KẾT THÚC CHUYẾN THĂM CUBA",
    "Đồng chí {Lò Văn Pản} là người Thái ở Sơn La.",
    "Gia đình bà {Hoa} sống ở Praha đã hai mươi năm.",
    "Cuốn sách của {Trần Bạch Đằng} nói về chiến tranh.",
    "Tôi xin cảm ơn ngài Đại sứ {Tanaka Hiroshi} và các bạn Nhật Bản.",
    "Luật sư {Phan Văn Trường} từng sống ở Paris.",
    "Nguyên Phó Chủ tịch nước {Trương Mỹ Liên} dự lễ.",
    "Nguyên Bộ trưởng Ngoại giao {Nguyễn Dy Cơ} viết hồi ký.",
    "Ngoại trưởng Trung Quốc {Vương Nghĩa} và Ngoại trưởng Nga {Sergei Lavrenti} ra tuyên bố chung.",
    "Hội nghị do Cục trưởng Cục Lãnh sự {Đoàn Hoàng Minh} chủ trì.",
    "Giám đốc Quốc gia Ngân hàng Thế giới {Carolyn Turkey} chia sẻ kinh nghiệm.",
    "Điều phối viên thường trú Liên hợp quốc {Pauline Tames} hoan nghênh.",
    "Chủ tịch Hội Hữu nghị Hoa Kỳ - Việt Nam {John McAuliff} phát biểu.",
    "Bộ trưởng Quốc phòng Nhật Bản {Kihara Minoru} thăm Cam Ranh.",
    "Hội đồng Nhân dân tỉnh Nghệ An họp kỳ thứ hai.",
    "Đoàn Chủ tịch Mặt trận Tổ quốc thăm Lào.",
    "Cao Bằng, Lạng Sơn và Hà Giang giáp Trung Quốc.",
    "Lâm Đồng có nhiều rừng thông.",
    "Thái Bình Dương là đại dương lớn nhất.",
    "Bộ Tư pháp và Bộ Nội vụ phối hợp soạn thảo Luật.",
    "Đường Hồ Chí Minh đi qua nhiều tỉnh.",
    "Khu di tích Kim Liên đón khách quốc tế.",
    "Công ty Vinamilk xuất khẩu sang Philippines.",
    "Trường Đại học Ngoại thương khai giảng năm học mới.",
    "Vịnh Hạ Long được UNESCO công nhận.",
    "Tổng thống các nước thành viên ký tuyên bố.",
    "Thủ tướng sẽ dự Hội nghị Cấp cao ASEAN tại Kuala Lumpur.",
    "Bí thư Đoàn Thanh niên phát động phong trào.",
    "Hồ Tây là hồ lớn nhất Hà Nội.",
    "Lễ hội Áo dài diễn ra tại Huế.",
    "Giải thưởng Nguyễn Trãi được trao hằng năm.",
    "Viện Hàn lâm Khoa học Xã hội công bố báo cáo.",
};

struct Sentence
{
    QString text;
    std::vector<Span> names;
};

Sentence parsed(const char *marked)
{
    Sentence sentence;
    for (const QChar unit : QString::fromUtf8(marked)) {
        if (unit == u'{')
            sentence.names.push_back({sentence.text.size(), 0});
        else if (unit == u'}')
            sentence.names.back().end = sentence.text.size();
        else
            sentence.text += unit;
    }
    return sentence;
}

QStringList textsOf(const QString &text, const std::vector<Span> &spans)
{
    QStringList texts;
    for (const Span &span : spans)
        texts.append(text.mid(span.start, span.length()));
    return texts;
}

} // namespace

class tst_PersonNames : public QObject
{
    Q_OBJECT
private slots:
    void theSample();
    void everySpelling_data();
    void everySpelling();
    void linesOfCapitals();
    void whatIsSentOtherwise_data();
    void whatIsSentOtherwise();
    void wholeNames_data();
    void wholeNames();
    void laterMentions_data();
    void laterMentions();
    void spellings_data();
    void spellings();
    void knownNamesAreFoundWithoutTitles();
    void anyText();
};

/// Precision and recall: a name counts as found when nothing of it is left, and what is found counts as right
/// when it is a name to the letter.
void tst_PersonNames::theSample()
{
    int names = 0;
    int covered = 0;
    int exact = 0;
    int found = 0;
    for (const char *marked : sentences) {
        const Sentence sentence = parsed(marked);
        const std::vector<Span> spans = personNames(sentence.text);
        names += static_cast<int>(sentence.names.size());
        found += static_cast<int>(spans.size());
        for (const Span &name : sentence.names) {
            covered += std::any_of(spans.begin(), spans.end(),
                                   [&](const Span &span) { return span.contains(name); });
            exact += std::count(spans.begin(), spans.end(), name) > 0;
        }
        if (spans != sentence.names)
            qInfo("%s\n   found: %s", marked, qPrintable(textsOf(sentence.text, spans).join(u" | "_s)));
    }
    qInfo("%d sentences, %d names: %d covered, %d exact; %d found", int(std::size(sentences)), names, covered,
          exact, found);
    QVERIFY(std::size(sentences) >= 150);
    QVERIFY2(covered * 100 >= names * 99, "recall");
    QVERIFY2(exact * 100 >= found * 97, "precision");
}

void tst_PersonNames::everySpelling_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    const QString old = u"Bộ trưởng Nguyễn Hoà Thuý đến."_s;
    const QString modern = u"Bộ trưởng Nguyễn Hòa Thúy đến."_s;
    QTest::newRow("old tones") << old << u"Nguyễn Hoà Thuý"_s;
    QTest::newRow("new tones") << modern << u"Nguyễn Hòa Thúy"_s;
    QTest::newRow("decomposed") << modern.normalized(QString::NormalizationForm_D)
                                << u"Nguyễn Hòa Thúy"_s.normalized(QString::NormalizationForm_D);
    QTest::newRow("no-break spaces") << QString(modern).replace(u' ', QChar(0xA0))
                                     << u"Nguyễn Hòa Thúy"_s.replace(u' ', QChar(0xA0));
    QTest::newRow("line end") << u"Bộ trưởng Nguyễn\nHòa Thúy đến."_s << u"Nguyễn\nHòa Thúy"_s;
    QTest::newRow("zero width") << u"Bộ trưởng Ng\u200Buyễn Hòa\u200B đến."_s << u"Ng\u200Buyễn Hòa"_s;
    QTest::newRow("hyphen of a name") << u"Ông Ban Ki-moon đến."_s << u"Ban Ki-moon"_s;
    QTest::newRow("initials") << u"Tổng thống George W. Bushman đến."_s << u"George W. Bushman"_s;
    QTest::newRow("apostrophe") << u"Chị H’Hen Niê đến."_s << u"H’Hen Niê"_s;
    QTest::newRow("original in brackets") << u"Ông Mác-rông (Macron) đến."_s << u"Mác-rông|Macron"_s;
}

void tst_PersonNames::everySpelling()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    QCOMPARE(textsOf(text, personNames(text)), name.split(u'|'));
}

/// Each name of the sample that has no foreign part and is introduced by an office, in capitals.
void tst_PersonNames::linesOfCapitals()
{
    const QStringList names{u"Nguyễn Hoàng Long"_s, u"Lê Hữu Phước"_s, u"Hoàng Thị Kim Ngân"_s,
                            u"Võ Văn Kiệm"_s, u"Đặng Hùng"_s};
    for (const QString &name : names) {
        const QString text = u"Thủ tướng %1 tiếp Đại sứ Hoa Kỳ"_s.arg(name).toUpper();
        const std::vector<Span> spans = personNames(text);
        QVERIFY2(textsOf(text, spans).contains(name.toUpper()), qPrintable(text));
        QCOMPARE(spans.size(), 1U);
    }
    QVERIFY(personNames(u"PHÓ THỦ TƯỚNG TIẾP ĐOÀN HÀ LAN"_s).empty());
}

/// Sentences with the names in braces, to the letter.
void tst_PersonNames::whatIsSentOtherwise_data()
{
    QTest::addColumn<QString>("marked");
    for (const char *marked : {
             // Family names that are words, too
             "THỨ TRƯỞNG {HÀ KIM NGÂN} TIẾP ĐẠI SỨ {CAO XUÂN THẮNG}",
             "PHÓ THỦ TƯỚNG {MAI VĂN CHIẾN} DỰ LỄ",
             "NGƯỜI PHÁT NGÔN {ĐOÀN KHẮC TIẾN} TRẢ LỜI",
             "TỔNG BÍ THƯ {TẬP KÍNH BÌNH} HỘI ĐÀM VỚI TỔNG BÍ THƯ {TÔ LÂN}",
             "TM. ĐOÀN VIỆT NAM: {HÀ KIM NGÂN}",
             "{HÀ HOÀNG HẢO} KÝ",
             "TĂNG CƯỜNG HỢP TÁC, CÔNG ƯỚC VIÊN VỀ QUAN HỆ NGOẠI GIAO",
             "CHỦ ĐỀ: CHUNG TAY XÂY DỰNG HÒA BÌNH",
             "Người liên hệ: {Mai Lan}",
             "Biên tập: {Kim Anh}, {Thái Hà}",
             // Offices whose field is in no list
             "Bộ trưởng Chiến tranh Hoa Kỳ {Peter Hegsen} đến.",
             "Bộ trưởng Cơ sở hạ tầng Lào {Ngampasong Muong} đến.",
             "Bộ trưởng Di trú Canada {Marc Millerson} đến.",
             "Bộ trưởng Đất đai, Hạ tầng, Giao thông và Du lịch Nhật Bản {Nakano Hiroshi} đến.",
             "Đại diện Cao cấp của EU về Đối ngoại và Chính sách An ninh {Kaja Kallasen} đến.",
             "Công chúa Kế vị {Victoria} đến.",
             "Bí thư Trung ương Đảng Nhân dân Cách mạng Lào {Bounthong Chitman} đến.",
             "Giám đốc Quốc gia Ngân hàng Thế giới (WB) tại Việt Nam {Mariam Shermann} đến.",
             "Bộ trưởng Tài chính hoàn toàn ủng hộ Quỹ Vắc-xin.",
             "Bộ trưởng Chiến tranh đã gặp Bộ trưởng Di trú và cảm ơn Lào.",
             "Tổng Thư ký Cộng đồng Pháp ngữ {Louise Mushiki} đến.",
             "Chúng tôi gặp {Vladimir Petrov} và {Xi Jinwen}.",
             "Chúng tôi đến Papua New Guinea, ở Kuala Lumpur, và thăm Tập đoàn Samsung Electronics.",
             // Halves of words
             "Chủ tịch Đảng Dân chủ Tự do Nhật Bản đến.",
             "Bộ trưởng Thống nhất Hàn Quốc đến.",
             "Tổng thống Đắc cử {Prabowo} đến.",
             "Tư lệnh Vùng Cảnh sát biển đến.",
             "Hồ Chủ tịch đã sang thăm Pháp.",
             "Ông {Phạm Quang Vinh} Bộ Ngoại giao đến.",
             // The Central Highlands, places at a name's beginning
             "Bí thư Tỉnh ủy {Y Thanh Hải} {Niê Kđăn} đến.",
             "Bí thư Huyện ủy {Blong Tiến} đến.",
             "Bí thư Quận ủy {Minh Tuấn} đến.",
             "Đại sứ {Hà Nam Khánh Vân} đến.",
             "Chủ tịch Hà Nội {Trần Văn An} và Thủ tướng Hà Lan {Mark Smithson} đến.",
             // Other signs
             "Đ/c {Hà} và đ/c {Lan} đến.",
             "Tệp {Nguyễn_Văn_An}.doc",
         })
        QTest::newRow(marked) << QString::fromUtf8(marked);
}

void tst_PersonNames::whatIsSentOtherwise()
{
    QFETCH(QString, marked);
    const Sentence sentence = parsed(marked.toUtf8().constData());
    QCOMPARE(textsOf(sentence.text, personNames(sentence.text)), textsOf(sentence.text, sentence.names));
}

/// No part of a name stays when another one is taken out, and what follows a name stays.
void tst_PersonNames::wholeNames_data()
{
    QTest::addColumn<QString>("marked");
    for (const char *marked : {
             // Hyphens
             "{Nguyễn Thị Mai-Lan} phát biểu.",
             "Bà {Nguyễn Thị Lan-Anh} vắng mặt.",
             "Bà {Mai-Lan} và ông {Trần Minh-Đức} đến.",
             "Cuộc gặp {Lê Đức Thắng}-{Xuân Thịnh} kéo dài.",
             "Cuộc gặp {Lê Đức Thắng}–{Trần Văn Hảo} kéo dài.",
             "Văn kiện do {Nguyễn-Văn-Hảo} ký.",
             "Văn kiện do {Nguyễn-Văn Hảo} ký.",
             "Ông {Lee Hoi-Chang} đến.",
             "{NGUYỄN THỊ MAI-LAN}",
             "Hà Nội - Lan và Việt-Nga là hai chi nhánh.",
             "Ông {Nguyễn Văn An} - Lan cùng dự.",
             "Ông {Nguyễn Văn An}-Bộ Ngoại giao và ông {Lê Tám}-Việt Nam đến.",
             "Ông {Nguyễn Văn An}-Giám đốc đến, ông {Lê Tám}-UNDP cũng vậy.",
             "Ông {Smithson} - Giám đốc, bà {Annabel} – Đại sứ đến.",
             "Thời Lý-Trần và quan hệ Việt-Đức.",
             // Initials
             "Hồi ký của {John F. Kenmore} được dịch.",
             "Hồi ký của {John F Kenmore} được dịch.",
             "Hôm qua {J. D. Vancely} và {J.K. Rowlings} đến.",
             "Hôm qua {J.-C. Junckers} đến.",
             "{George H. W. Bushman} đã đến.",
             "Tổng thống {J. Bidenson} và ông {N.V. An} đến.",
             "Cuộc gặp với {Nguyễn Văn A}.",
             "Đoàn đã gặp ông {Nguyễn Văn A}. Hai bên thảo luận.",
             "Đoàn đã gặp ông {Nguyễn A}. Hai bên thảo luận.",
             "Đoàn đã gặp ông {A}. Hai bên thảo luận.",
             "Đoàn đã gặp ông {Nguyễn Văn A}. Thủ tướng cùng dự.",
             "Đoàn đã gặp ông {Nguyễn Văn A}. Samsung cùng dự.",
             "Đoàn đã gặp ông {A}. Việt Nam cùng dự.",
             "Đoàn đã gặp {Nguyễn Văn A}. {Trần Thị B} cùng dự.",
             "ĐOÀN GẶP ÔNG {NGUYỄN VĂN A}. HAI BÊN HỌP",
             "Bà {Trần T. B. Hà} vắng mặt.",
             "{Trần T. B. Hà} phát biểu.",
             "Ông {Nguyễn V. An} phát biểu, {Lê Th. Bình} vắng mặt.",
             "Bà {Nguyễn Thị T. Hà} nói và bà {Lê Thị T. Hoa}, Vụ trưởng, nghe.",
             "Hôm qua {Ng. Văn An} và {Tr. Văn Bảo} vắng mặt.",
             "Theo nhóm A. Facebook và vitamin C. Pfizer đều có.",
             "Tại Washington D.C. Samsung có văn phòng.",
             // Particles and apostrophes
             "Ông {Conan O'Briensen} và bà {Anna D’Alemano} đến.",
             "Quốc vương {Mohammed al-Sabahi} và ông {Valéry d'Estaingue} đến.",
             "Quốc vương {Tamim bin Hamad bin Khalifa bin Jassim Al Thanini} đến.",
             "Thái tử {Mohammed bin Salmani bin Abdulaziz al-Saudi} đến.",
             "Thủ tướng {Jan van der Bergen} và {Charles de Gaullen} đến.",
             "Ngoại trưởng {Pieter van An} đến do Bộ Ngoại giao mời.",
             "Ông {Smith} do Bộ Ngoại giao mời, bà {Maria Smith} do Lan mời.",
             "Tổng thống {Pu-tin} và Tổng Thư ký {Ban Ki-moon} đến.",
             "Theo lời {Ban Ki-moon}, {Tập Kính Bình} và {Kim Jong Un} sẽ đến.",
             "Việt kiều {Kevin Trần Anh} đến.",
             "Mr {Nguyễn Văn An} và GS {Trần Văn Bảo} đến.",
             "TỔNG THỐNG {PU-TIN} THĂM CAM-PU-CHIA",
             "CHỦ TỊCH {KIM JONG-UN} THĂM NGA",
         })
        QTest::newRow(marked) << QString::fromUtf8(marked);
}

void tst_PersonNames::wholeNames()
{
    QFETCH(QString, marked);
    for (const auto form : {QString::NormalizationForm_C, QString::NormalizationForm_D}) {
        const Sentence sentence = parsed(marked.normalized(form).toUtf8().constData());
        QCOMPARE(textsOf(sentence.text, personNames(sentence.text)), textsOf(sentence.text, sentence.names));
    }
}

/// What is found in the second text when the first one stands in the same document.
void tst_PersonNames::laterMentions_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("marked");
    const auto add = [](const char *first, const char *marked) {
        QTest::newRow(marked) << QString::fromUtf8(first) << QString::fromUtf8(marked);
    };
    add("Phó Thủ tướng Nguyễn Hòa Bình dự.", "Hòa bình và tỉnh Hòa Bình, ông {Hòa Bình}.");
    add("Ông Lê Hữu Nghị dự.", "Hội Hữu nghị Việt Nam - Lào, Hội Hữu Nghị.");
    add("Ông Vũ Quốc Khánh dự.", "Nhân dịp Quốc khánh, {Quốc Khánh} nói.");
    add("Ông Phạm Minh Chính dự.", "Văn Minh Chính trị gia, minh chính.");
    add("Ông Nguyễn Thái Bình dự.", "Thái Bình Dương rộng lớn.");
    add("Ông Nguyễn Việt Nam dự.", "Việt Nam và Lào.");
    add("Thứ trưởng Đỗ Hùng Việt dự.", "Thứ trưởng {Việt} phát biểu ở Việt Nam, Đại sứ Việt Nam dự.");
    add("Bà Trần Thanh Nga dự.", "Đại sứ {Nga} nói, nước Nga cũng vậy.");
    add("Bà Trần Thanh Lan dự.", "Đại sứ Nga nói.");
    add("Bộ trưởng Lê Hoài Trung dự.", "BỘ TRƯỞNG {TRUNG} NÓI VỚI BỘ TRƯỞNG TRUNG QUỐC");
    add("Bộ trưởng Lê Hoài Trung dự.", "{Trung} nói thêm, trung thành.");
    add("Bà Lê Thu Hồng dự.", "Theo {Hồng}, cần hợp tác.");
    add("Thứ trưởng Hà Kim Ngọc dự.", "{Kim Ngọc} nói.");
    add("Chủ tịch Trung Quốc Tập Kính Bình dự.", "{Kính Bình} nói.");
    add("Bà Nguyễn Thị Mai-Lan dự.", "{Mai-Lan} nói, {Nguyễn Thị Mai Lan} nghe.");
    add("Hôm qua J. D. Vancely dự.", "{Vancely} nói.");
    add("Chủ tịch Ursula von der Berg dự.", "{Ursula von der Berg} nói.");
}

void tst_PersonNames::laterMentions()
{
    QFETCH(QString, first);
    QFETCH(QString, marked);
    KnownNames known;
    known.learn(first, personNames(first));
    const Sentence later = parsed(marked.toUtf8().constData());
    QCOMPARE(textsOf(later.text, known.find(later.text)), textsOf(later.text, later.names));
}

void tst_PersonNames::spellings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isVietnamese");
    QTest::newRow("hyphens") << u"Tổng thống Pu-tin đến."_s << true;
    QTest::newRow("behind a country") << u"Chủ tịch Trung Quốc Tập Kính Bình đến."_s << true;
    QTest::newRow("as they write it") << u"Thủ tướng Nhật Bản Tanaka Ichiro đến."_s << false;
    QTest::newRow("of Vietnam") << u"Thủ tướng Việt Nam Nguyễn Văn An đến."_s << false;
    QTest::newRow("posted there") << u"Đại sứ Việt Nam tại Pháp Đinh Công Tráng đến."_s << false;
    QTest::newRow("no country") << u"Ông Nguyễn Văn An đến."_s << false;
}

void tst_PersonNames::spellings()
{
    QFETCH(QString, text);
    QFETCH(bool, isVietnamese);
    const std::vector<Span> names = personNames(text);
    QCOMPARE(names.size(), 1U);
    QCOMPARE(areSpeltInVietnamese(text, names), std::vector<bool>{isVietnamese});
}

void tst_PersonNames::knownNamesAreFoundWithoutTitles()
{
    const QString first = u"Tổng thống Mỹ Joe Bidenson gặp Chủ tịch nước Trần Quốc Bảo."_s;
    KnownNames known;
    QVERIFY(known.isEmpty());
    known.learn(first, personNames(first));
    const QString later =
        u"Bidenson nói: Quốc Bảo và JOE BIDENSON, còn quốc bảo thì không. TRẦN QUỐC BẢO đã dự."_s;
    const QStringList expected{u"Bidenson"_s, u"Quốc Bảo"_s, u"JOE BIDENSON"_s, u"TRẦN QUỐC BẢO"_s};
    QCOMPARE(textsOf(later, known.find(later)), expected);
    const QString decomposed = later.normalized(QString::NormalizationForm_D);
    QCOMPARE(known.find(decomposed).size(), 4U);
    QVERIFY(known.find(u"Hoa Kỳ và Việt Nam"_s).empty());
}

/// Spans are in order, apart, within the text and never begin or end within a character.
void tst_PersonNames::anyText()
{
    QRandomGenerator random(41);
    const QStringList pieces{
        u"Nguyễn"_s, u"Văn"_s,  u"ông"_s,    u"Thủ tướng"_s, u"Hà Nội"_s, u"Smith"_s, u"von"_s,
        u"NGUYỄN"_s, u"TIẾP"_s, u","_s,      u"."_s,         u"-"_s,      u"("_s,     u"a\u0302\u0301"_s,
        u"\u200B"_s, u"𐐀𐐨"_s,   u"\uFFFC"_s, u"'"_s,         u"\n"_s,     u"và"_s,    u"Anh"_s,
        u"1"_s};
    for (int round = 0; round < 3000; ++round) {
        QString text;
        for (int i = random.bounded(14); i > 0; --i) {
            text += pieces[random.bounded(pieces.size())];
            text += random.bounded(4) > 0 ? u" "_s : QString();
        }
        KnownNames known;
        const std::vector<Span> names = personNames(text);
        known.learn(text, names);
        for (const std::vector<Span> &spans : {names, known.find(text)}) {
            qsizetype end = 0;
            for (const Span &span : spans) {
                QVERIFY2(span.start >= end && !span.isEmpty() && span.end <= text.size(), qPrintable(text));
                QVERIFY(text[span.start].isLetter() || text[span.start].isSurrogate() ||
                        text[span.start].isMark());
                QVERIFY(span.end == text.size() || !text[span.end].isLowSurrogate());
                end = span.end;
            }
        }
    }
}

QTEST_GUILESS_MAIN(tst_PersonNames)
#include "tst_person_names.moc"
