#include "text/person_name_words.h"

#include "text/term_key.h"

#include <QtCore/QStringList>

namespace verbale::text::names {

Phrases::Phrases(const char16_t *list)
{
    for (const QStringView phrase : QStringView(list).split(u'|')) {
        const QStringList words = foldTerm(phrase).split(u' ', Qt::SkipEmptyParts);
        if (!words.isEmpty())
            m_phrases[words.first()].append(words);
    }
}

qsizetype Phrases::lengthAt(const QList<QStringView> &words, qsizetype first) const
{
    const QStringView word = words[first];
    const auto found = m_phrases.constFind(QString::fromRawData(word.data(), word.size()));
    if (found == m_phrases.constEnd())
        return 0;
    qsizetype longest = 0;
    for (const QStringList &phrase : *found) {
        qsizetype same = 1;
        while (same < phrase.size() && first + same < words.size() && words[first + same] == phrase[same])
            ++same;
        if (same == phrase.size())
            longest = std::max(longest, same);
    }
    return longest;
}

bool Phrases::has(QStringView word) const
{
    return lengthAt({word}, 0) == 1;
}

// The fourteen that nine in ten Vietnamese bear are those of Lê Trung Hoa, "Họ và tên người Việt Nam" (2005);
// the others are the less common ones that the article "Vietnamese name" of the English Wikipedia lists, and
// family names of the Thai, Mông and Tày, as far as they are no common words. The last lines are without
// marks.
const Phrases &familyNames()
{
    static const Phrases words(
        u"Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|"
        u"Đinh|Đào|Trịnh|Trương|Vương|Phùng|Nghiêm|Quách|Doãn|Khuất|Thiều|Mạc|Tạ|Lưu|Tô|Lương|"
        u"Ngụy|Lữ|Lã|Diệp|Khổng|Đới|Nhâm|Bế|Sầm|Nông|Lò|Lường|Quàng|Giàng|Sùng|Vừ|Thào|Lù|Ksor|Siu|Niê|"
        u"Ng|Nguyen|Tran|Pham|Huynh|Phan|Vo|Dang|Bui|Ngo|Duong|Dinh|Truong|Trinh|Hoang|Vuong");
    return words;
}

const Phrases &doubtfulFamilyNames()
{
    static const Phrases words(
        u"Đoàn|Mai|Hà|Lâm|Thái|Tôn|Cao|Châu|Chu|Tăng|Kiều|La|Thân|Triệu|Thạch|Giang|"
        u"Kim|Bạch|Chung|Liễu|Tưởng|Từ|Văn|Cù|Ma|Hứa|Thẩm|Viên|Công|Đồng|Sơn|Danh|Ngân|"
        u"Hàn|Tập|Tần|Uông|Lỗ|Mao|Quan|Vi|Âu|Tống|Tiêu|Đàm|Lục|Cầm|Hầu|Vàng|Điểu|Rơ|"
        u"Do|Ho|Vu|Ha|Le|Ly");
    return words;
}

const Phrases &waysToAddress()
{
    static const Phrases words(
        u"ông|bà|ngài|đồng chí|đ c|cụ|cố|anh|chị|em|cô|chú|bác|cậu|cháu|dì|thầy|ông bà|quý ông|quý bà|"
        u"gs|ts|pgs|ths|bs|ks|ls|ts khoa học|gs ts|pgs ts|nhà báo|nhà văn|nhà thơ|nhà giáo|"
        u"nhà nghiên cứu|nhà ngoại giao|nhà sử học|nhà khoa học|nhạc sĩ|nghệ sĩ|ca sĩ|họa sĩ|bác sĩ|luật sư|"
        u"kỹ sư|phóng viên|"
        u"học giả|chuyên gia|liệt sĩ|anh hùng|vợ là|chồng là|phu nhân|phu quân|tên là|mang tên|mr|mrs|ms");
    return words;
}

const Phrases &smallWaysToAddress()
{
    static const Phrases words(u"anh|cô|em|chú|bác|cậu|cháu|dì|cố|thầy|anh hùng|mang tên|tên là");
    return words;
}

const Phrases &offices()
{
    static const Phrases words(
        u"tổng bí thư|bí thư|phó bí thư|chủ tịch|chủ tịch nước|phó chủ tịch|phó chủ tịch nước|thủ tướng|"
        u"phó thủ tướng|tổng thống|phó tổng thống|bộ trưởng|thứ trưởng|ngoại trưởng|quyền bộ trưởng|"
        u"quốc vụ khanh|quốc vương|nhà vua|vua|hoàng hậu|nữ hoàng|hoàng tử|công chúa|thái tử|hoàng thái "
        u"tử|hoàng thái hậu|quốc trưởng|"
        u"toàn quyền|thống đốc|tỉnh trưởng|thị trưởng|đại sứ|phó đại sứ|công sứ|tổng lãnh sự|"
        u"phó tổng lãnh sự|lãnh sự|tham tán|tham tán công sứ|bí thư thứ nhất|đại biện|đại biện lâm thời|"
        u"tùy viên|trợ lý|đặc phái viên|đặc sứ|cao ủy|tổng thư ký|phó tổng thư ký|thư ký|tổng giám đốc|"
        u"phó tổng giám đốc|giám đốc|phó giám đốc|giám đốc điều hành|trưởng đoàn|phó trưởng đoàn|"
        u"trưởng ban|phó trưởng ban|phó ban|trưởng phái đoàn|trưởng đại diện|đại diện thường trực|"
        u"đại diện đặc biệt|người phát ngôn|phó phát ngôn|phát ngôn viên|người đứng đầu|vụ trưởng|"
        u"phó vụ trưởng|cục trưởng|phó cục trưởng|viện trưởng|phó viện trưởng|hiệu trưởng|chánh văn phòng|"
        u"phó chánh văn phòng|chánh án|viện trưởng viện kiểm sát|tổng kiểm toán|tổng thanh tra|ủy viên|"
        u"ủy viên bộ chính trị|đại biểu|nghị sĩ|hạ nghị sĩ|thượng nghị sĩ|thủ hiến|thủ lĩnh|lãnh tụ|"
        u"nhà lãnh đạo|cố vấn|cố vấn nhà nước|đại tướng|thượng tướng|trung tướng|thiếu tướng|đại tá|"
        u"thượng tá|trung tá|thiếu tá|đô đốc|phó đô đốc|chuẩn đô đốc|tướng|tư lệnh|tổng tham mưu trưởng|"
        u"giáo sư|phó giáo sư|tiến sĩ|thạc sĩ|viện sĩ|giáo hoàng|hồng y|tổng giám mục|giám mục|linh mục|"
        u"hòa thượng|thượng tọa|đại đức|quốc vụ viện|cựu thủ tướng|cựu tổng thống|chủ nhiệm|phó chủ nhiệm|"
        u"trưởng phòng|phó trưởng phòng|trưởng nhóm|điều phối viên|chủ biên|tổng biên tập|ngoại giao đoàn");
    return words;
}

const Phrases &complements()
{
    static const Phrases words(
        u"nước|thường trú|nước chủ nhà|chủ nhà|tại|ở|của|và|kiêm|thường trực|phụ trách|đặc nhiệm|đặc "
        u"mệnh|toàn "
        u"quyền|danh dự|đặc biệt|bên "
        u"cạnh|"
        u"cộng hòa|liên bang|vương quốc|thứ nhất|thứ hai|thứ ba|cấp cao|cao cấp|điều hành|lâm thời|đương "
        u"nhiệm|"
        u"mới|cùng phu nhân|"
        u"phủ|hội|giao|phòng|an|chính|hoạch|đầu tư|tư|thương|thương mại|học|công nghệ|nghệ|dục|đào "
        u"tạo|tạo|tế|"
        u"nông nghiệp|nghiệp|phát triển|triển|nông thôn|tài nguyên|nguyên|môi trường|trường|lao động|động|"
        u"thương binh|xã hội|dựng|thông|tin|truyền thông|vụ|pháp|vận tải|tải|hóa|thể thao|thao|du lịch|lịch|"
        u"dân tộc|tộc|tôn giáo|giáo|ương|đảng|viện|chấp hành|đồng|nhà nước|đoàn|ngoại|đối ngoại|kinh tế|"
        u"đô thị|khoa|quản lý|kho bạc|năng lượng|lượng|ngoại khẩu|nghị|tỉnh|thành phố|phố|huyện|quận|phường|"
        u"thị xã|bộ|ngành|kế|dân|quân|khu vực|cựu|thư|trung ương|ngân hàng|hàng|chung|đông|nam|bắc|tây|phía|"
        u"trẻ em|liên hợp|hợp|hiệp|tổ chức|chức|chương trình|nhân quyền|người tị nạn|tân|ninh|mại|binh");
    return words;
}

const Phrases &bodies()
{
    static const Phrases words(
        u"bộ|sở|cục|vụ|ban|đảng|phòng|tỉnh|viện|đoàn|quỹ|chi cục|chính phủ|quốc hội|nhà nước|trung ương|"
        u"văn phòng|ngoại giao|quốc phòng|công an|công thương|công nghiệp|tài chính|kế hoạch|nông nghiệp|"
        u"giáo dục|y tế|khoa học|thông tin|lao động|tư pháp|nội vụ|nội các|giao thông|xây dựng|tòa án|"
        u"viện kiểm sát|thanh tra|thanh niên|ngân hàng|mặt trận|liên hợp quốc|liên hiệp|liên đoàn|liên bang|"
        u"liên minh|tổng cục|tổng công ty|công ty|học viện|đại học|trường|tập đoàn|hạ viện|thượng viện|"
        u"nghị viện|hoàng gia|thành phố|cơ quan|phái đoàn|tiểu ban|quân ủy|ủy ban|hội|hội đồng|hội nghị|"
        u"hội liên hiệp|"
        u"hiệp hội|câu lạc bộ|diễn đàn|tỉnh ủy|thành ủy|huyện ủy|quận ủy|đảng ủy|đảng cộng sản|bộ chính trị|"
        u"ban chấp hành|ban bí thư|nhân dân|cộng hòa|vương quốc|đại sứ quán|tổng lãnh sự quán|văn hóa|"
        u"thương mại|kinh tế|môi trường|tài nguyên|kiểm toán|dân tộc|tôn giáo|đối ngoại|tổ chức|tuyên giáo|"
        u"dân vận|kiểm tra|an ninh|tổng tham mưu|bộ đội|quân đội|quân khu|hải quân|biên phòng|lục quân|"
        u"không quân|cảnh sát|phụ nữ|nông dân|cựu chiến binh|quan hệ|hợp tác|hữu nghị|thường trực|đặc biệt|"
        u"lễ tân|thế giới|tổ quốc|nhóm|quốc gia|nghiên cứu|đầu tư|công nghệ|đại hội|đại hội đồng|quyết "
        u"định|nghị định|nghị "
        u"quyết|chỉ thị|thông tư|"
        u"công điện|hiệp định|hiệp ước|cấp cao|luật|kế hoạch|chương trình|thông báo|công hàm|"
        u"toàn quyền|danh dự|ngoại trưởng|chính trị|xã hội|ngoại thương|du lịch|thể thao|năng lượng|"
        u"hội nhập|chính quyền|liên minh châu âu|ủy viên|phu nhân|đặc mệnh|quốc vụ viện|quốc vụ|hội chữ thập|"
        u"chữ thập đỏ|dân chủ|xã hội chủ nghĩa|hợp chúng quốc|hồi giáo|hòa bình|tự do|thống nhất|đắc cử|chỉ "
        u"định|kế vị|"
        u"cảnh sát biển|vùng|đoàn "
        u"kết|asean|eu|imf|wb|adb|wto|who|unesco|unicef|undp|un|apec");
    return words;
}

const Phrases &countries()
{
    static const Phrases words(
        u"Việt|Việt Nam|Viet Nam|Vietnam|Trung Quốc|Trung Hoa|Đài Loan|Hồng Kông|Hong Kong|Ma Cao|Nhật "
        u"Bản|Nhật|"
        u"Hàn Quốc|Triều Tiên|"
        u"Mông Cổ|Lào|Cam-pu-chia|Campuchia|Thái Lan|Mi-an-ma|Myanmar|Ma-lai-xi-a|Malaysia|Xinh-ga-po|"
        u"Singapore|In-đô-nê-xi-a|Indonesia|Phi-líp-pin|Philippines|Philippin|Bru-nây|Brunei|Brunei "
        u"Darussalam|Đông Timor|"
        u"Timor Leste|Timor-Leste|Ti-mo Lét-xtê|Đông Ti-mo|Ấn Độ|Pa-ki-xtan|Pakistan|Băng-la-đét|Bangladesh|"
        u"Xri Lan-ca|Sri Lanka|Nê-pan|Nepal|Bu-tan|Bhutan|Man-đi-vơ|Maldives|Áp-ga-ni-xtan|Afghanistan|I-ran|"
        u"Iran|I-rắc|Iraq|I-xra-en|Israel|Pa-le-xtin|Palestine|Xy-ri|Syria|Li-băng|Lebanon|Gioóc-đa-ni|"
        u"Jordan|Ả-rập Xê-út|Ả Rập Xê Út|A-rập Xê-út|Saudi Arabia|Cô-oét|Kuwait|Ca-ta|Qatar|UAE|Ba-ranh|"
        u"Bahrain|Ô-man|Oman|Y-ê-men|Yemen|Thổ Nhĩ Kỳ|Ca-dắc-xtan|Kazakhstan|U-dơ-bê-ki-xtan|Uzbekistan|"
        u"Turkmenistan|Tajikistan|Kyrgyzstan|Kiếc-ghi-xtan|A-déc-bai-gian|Azerbaijan|Armenia|Ác-mê-ni-a|"
        u"Georgia|Gru-di-a|Nga|Liên bang Nga|"
        u"Liên Xô|Belarus|Bê-la-rút|U-crai-na|Ukraine|Ucraina|Môn-đô-va|Moldova|Anh|Vương quốc "
        u"Anh|Pháp|Đức|Ý|"
        u"I-ta-li-a|Italia|Italy|Tây Ban Nha|Bồ Đào Nha|Hà Lan|Bỉ|Luxembourg|Lúc-xăm-bua|Áo|Thụy Sĩ|Thụy "
        u"Điển|"
        u"Na Uy|Đan Mạch|Phần Lan|Ai-xơ-len|Iceland|Ai-len|Ireland|Ba Lan|Séc|Cộng hòa Séc|Xlô-va-ki-a|"
        u"Slovakia|Hung-ga-ri|Hun-ga-ri|Hungary|Ru-ma-ni|Rumani|Romania|Bun-ga-ri|Bulgaria|Xéc-bi-a|Serbia|"
        u"Crô-a-ti-a|"
        u"Croatia|Slovenia|Xlô-ve-ni-a|Hy Lạp|Síp|An-ba-ni|Albania|Lít-va|Litva|Lát-vi-a|Latvia|Estonia|"
        u"E-xtô-ni-a|Man-ta|Malta|Va-ti-căng|Vatican|Tòa thánh|Hoa Kỳ|Mỹ|Ca-na-đa|Canada|Mê-hi-cô|Mexico|"
        u"Mexicô|"
        u"Cu-ba|Cuba|Ni-ca-ra-goa|Nicaragua|Panama|Pa-na-ma|Cô-lôm-bi-a|Colombia|Vê-nê-xu-ê-la|Venezuela|"
        u"Ê-cu-a-đo|Ecuador|Pê-ru|Peru|Bô-li-vi-a|Bolivia|Chi-lê|Chile|Ác-hen-ti-na|Argentina|U-ru-goay|"
        u"Uruguay|Pa-ra-goay|Paraguay|Bra-xin|Brazil|Brasil|Haiti|Ha-i-ti|Dominica|Jamaica|Úc|Ô-xtrây-li-a|"
        u"Australia|Niu Di-lân|New Zealand|Papua New Guinea|Phi-gi|Fiji|Ai Cập|Nam Phi|An-giê-ri|Algeria|"
        u"Ma-rốc|Maroc|Morocco|Tuy-ni-di|Tunisia|Li-bi|Libya|Lybia|Xu-đăng|Sudan|Ê-ti-ô-pi-a|Ethiopia|"
        u"Kê-ni-a|Kenya|Tan-da-ni-a|Tanzania|Mô-dăm-bích|Mozambique|Ăng-gô-la|Angola|Ni-giê-ri-a|Nigeria|"
        u"Ga-na|Ghana|Xê-nê-gan|Senegal|Nam-mi-bi-a|Namibia|Zimbabwe|Dim-ba-bu-ê|Ru-an-đa|Rwanda|Burundi|"
        u"Công-gô|Congo|Ca-mơ-run|Cameroon|Bờ Biển Ngà|Guinea|Mali|Ma-đa-gát-xca|Madagascar|Uganda|Zambia|"
        u"châu Á|châu Âu|châu Phi|châu Mỹ|Đông Nam Á|Đông Á|Á|Âu|Phi|Trung Đông|Nam|Bắc|Đông|Tây|"
        u"Thái Bình Dương|Ấn Độ Dương|Biển Đông|Hoàng Sa|Trường Sa|Mê Công|Mekong|La Haye|La Hay|La "
        u"Habana|La "
        u"Ha-ba-na|La Mã|Giơ-ne-vơ|Geneva|Genève|Pa-ri|Paris|New York|Niu Y-oóc|Washington|Oa-sinh-tơn|"
        u"London|Luân Đôn|Bắc Kinh|Thượng Hải|Quảng Châu|Quảng Tây|Vân Nam|Vũ Hán|Giang Tây|Giang Tô|Mát-xcơ-"
        u"va|Moscow|Moskva|Tokyo|Tô-ky-ô|Seoul|Xơ-un|"
        u"Viêng Chăn|Vientiane|Phnôm Pênh|Phnom Penh|Bangkok|Băng Cốc|Jakarta|Gia-các-ta|Manila|Brussels|"
        u"Brúc-xen|Berlin|Béc-lin|Hà Nội|Hải Phòng|Đà Nẵng|Huế|Cần Thơ|Sài Gòn|An Giang|Bà Rịa|Bà Rịa Vũng "
        u"Tàu|Vũng "
        u"Tàu|Bạc Liêu|Bắc Giang|Bắc Kạn|Bắc Ninh|Bến Tre|Bình Dương|Bình Định|Bình Phước|Bình Thuận|Cà Mau|"
        u"Cao Bằng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Tĩnh|Hải Dương|"
        u"Hậu Giang|Hòa Bình|Hưng Yên|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lạng Sơn|Lào Cai|Lâm Đồng|"
        u"Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|"
        u"Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Thừa Thiên|"
        u"Thừa Thiên Huế|Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái|Hà Đông|Hà Tiên|Cao "
        u"Lãnh|"
        u"Phan Thiết|Phan Rang|Phan Rang Tháp Chàm|Lý Sơn|Châu Đốc|Hồ Tây|Hồ Gươm|Hồ Hoàn Kiếm|Hoàng Liên|"
        u"Hoàng Liên Sơn|Đông Hà|"
        u"Mai Châu|Kim Sơn|Kim Bôi|Triệu Phong|Triệu Sơn|Đồng Hới|Đồng Đăng|Đồng Văn|Bạch Long Vĩ|Bạch Đằng|"
        u"Chu Lai|Lam Sơn|Ba Đình|Cô Tô|Bà Nà|Bà Đen|Bà Triệu|Ông Đốc|Phú Quốc|Nha Trang|Đà Lạt|Hạ Long|Hội "
        u"An|Sa Pa|"
        u"Công Đảo|Côn Đảo|Vân Đồn|Tân Sơn Nhất|Nội Bài|Dung Quất|Thủ Đức|Thăng Long|Đông Kinh|Đông Đô|Điện "
        u"Biên Phủ|Sơn Tây|Sơn Trà|Thái Hòa|Tân Trào|Lũng Cú|Mường Thanh|Dương Đông|Dương Minh Châu|Đinh Vũ|"
        u"Lương Sơn|Lương Tài|Tô Lịch");
    return words;
}

const Phrases &placeHeads()
{
    static const Phrases words(
        u"tỉnh|huyện|quận|phường|xã|thị xã|thị trấn|đường|phố|đại lộ|ngõ|ngách|thôn|làng|ấp|đảo|quần "
        u"đảo|"
        u"bán đảo|sông|núi|biển|vịnh|vũng|đèo|cảng|sân bay|khu công nghiệp|trường|trường thpt|"
        u"trường đại học|trường tiểu học|quảng trường|công viên|bệnh viện|rạp|nhà hát|sân vận động|chùa|"
        u"nhà thờ|khách sạn|số nhà");
    return words;
}

const Phrases &memorials()
{
    static const Phrases words(u"thành phố|tp|tp.|tư tưởng|lăng|đường mòn|chiến dịch|đoàn tncs|"
                               u"cộng sản|đội thiếu niên tiền phong|huân chương|giải thưởng|chủ nghĩa|triều|"
                               u"nhà|thời|vương triều|họ|dòng họ|tạp chí|học viện chính trị quốc gia");
    return words;
}

const Phrases &verbs()
{
    static const Phrases words(
        u"tiếp|gặp|thăm|dự|hội|đàm|phát|biểu|chúc|chủ|trì|gửi|điện|trả|lời|và|với|tại|làm|kết|thúc|bắt|đầu|"
        u"sẽ|đã|đang|là|của|trong|về|đến|tới|rời|lên|đường|nói|nhận|nêu|bày|hoan|chia|cũng|vừa|mong|tin|đánh|"
        u"nhất|trao|ký|họp|thảo|luận|khẳng|định|"
        u"nhấn|mạnh|cho|biết|đề|nghị|yêu|cầu|hội|kiến|tiếp|xúc|điện|mừng|thư|cùng|được|bầu|giữ|chức|trúng|cử|"
        u"kêu|gọi|tuyên|bố|cảm|ơn|chào|xã|giao|ngày|từ|để|khi|sau|trước|những|các|một|do|bởi|theo|có|không");
    return words;
}

const Phrases &particles()
{
    static const Phrases words(
        u"von|van|der|den|de|da|do|dos|del|della|di|du|la|le|bin|bint|ibn|al|el|ul|y|e|ter|zu|af");
    return words;
}

} // namespace verbale::text::names
