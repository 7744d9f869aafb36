#include "text/vietnamese_words.h"

#include <array>

namespace verbale::text::vietnamese {

namespace {

constexpr int id(Word word)
{
    return static_cast<int>(word);
}

constexpr int id(Context context)
{
    return static_cast<int>(context);
}

constexpr int id(Approximation approximation)
{
    return static_cast<int>(approximation);
}

/// ISO 4217.
constexpr std::array<const char *, 26> codes = {"",    "VND", "USD", "EUR", "JPY", "CNY", "KRW", "GBP", "THB",
                                                "LAK", "KHR", "AUD", "CAD", "SGD", "HKD", "NZD", "CHF", "RUB",
                                                "INR", "IDR", "MYR", "PHP", "MMK", "BND", "TWD", "CUP"};

const FigureWords &wordTable()
{
    static const FigureWords words{
        {u"một", id(Word::Digit), 1},
        {u"hai", id(Word::Digit), 2},
        {u"ba", id(Word::Digit), 3},
        {u"bốn", id(Word::Digit), 4},
        {u"sáu", id(Word::Digit), 6},
        {u"bảy|bẩy", id(Word::Digit), 7},
        {u"tám", id(Word::Digit), 8},
        {u"chín", id(Word::Digit), 9},
        {u"tư", id(Word::Four), 4},
        {u"năm", id(Word::FiveOrYear), 5},
        {u"lăm|nhăm", id(Word::FiveTail), 5},
        {u"mốt", id(Word::OneTail), 1},
        {u"nhất", id(Word::Best), 1},
        {u"nhì", id(Word::Best), 2},
        {u"không", id(Word::Zero), 0},
        {u"mười", id(Word::Ten), 10},
        {u"mươi", id(Word::Tens), 10},
        {u"chục", id(Word::TenCount), 10},
        {u"trăm", id(Word::Hundred), 2},
        {u"nghìn|ngàn", id(Word::Scale), 3},
        {u"vạn", id(Word::Scale), 4},
        {u"triệu", id(Word::Scale), 6},
        {u"tỷ|tỉ", id(Word::Scale), 9},
        {u"linh|lẻ", id(Word::Odd), 0},
        {u"nửa", id(Word::Half), 0},
        {u"rưỡi", id(Word::AndHalf), 0},
        {u"vài|dăm", id(Word::Few), 0},
        {u"hàng", id(Word::Rows), 0},
        {u"phẩy", id(Word::Point), 0},
        {u"phần", id(Word::Part), 0},
        {u"ngày", id(Word::Day), 0},
        {u"hôm", id(Word::Day), 1},
        {u"mùng|mồng", id(Word::Day), 2},
        {u"sáng|am", id(Word::PartOfDay), 0},
        {u"trưa", id(Word::PartOfDay), 1},
        {u"chiều|tối|pm", id(Word::PartOfDay), 12},
        {u"đêm", id(Word::PartOfDay), 13},
        {u"tháng", id(Word::Month), 0},
        {u"giêng", id(Word::January), 1},
        {u"quý|quí", id(Word::Quarter), 0},
        {u"từ", id(Word::From), 0},
        {u"đến|tới", id(Word::To), 0},
        {u"và", id(Word::And), 0},
        {u"thứ", id(Word::Nth), 0},
        {u"lần", id(Word::Time), 0},
        {u"giờ", id(Word::Hour), 0},
        {u"h|g", id(Word::HourSign), 0},
        {u"phút", id(Word::Minute), 0},
        {u"khóa", id(Word::Session), 0},
        {u"khoá", id(Word::Session), 0},
        {u"đầu", id(Word::First), 0},
        {u"cuối|sau", id(Word::Last), 0},
        {u"điểm", id(Word::Points), 0},
    };
    return words;
}

const FigureWords &contextTable()
{
    static const FigureWords words{
        {u"nghị quyết|nghị định|thông tư|quyết định|chỉ thị|công ước|kết luận|công văn|tờ trình|dự luật",
         id(Context::Label), 0},
        {u"điều|khoản|mục|chương|phụ lục|trang|quốc lộ|đường|tàu|lữ đoàn|trung đoàn|sư đoàn|tiểu đoàn|boeing",
         id(Context::Label), 0},
        {u"airbus|điện thoại|đt|tel|fax|hotline|đường dây nóng|kênh|vĩ tuyến|mã số|số|phòng",
         id(Context::Label), 0},
        {u"tổng|trong|con|chỉ|dân|chữ|tỷ|tỉ|doanh|hệ|đa|thiểu|chiếm", id(Context::NoLabel), 0},
        {u"số|nước|quốc gia|thành viên|dân số|người|tổng|ý kiến|phiếu|đại biểu|diện tích|thế giới|ghế|vốn",
         id(Context::Counted), 0},
        {u"cổ phần|trong tổng|thời gian|quãng đường|tỉnh|địa phương|nhiệm vụ|mục tiêu|chỉ tiêu|lượng|khối "
         u"lượng",
         id(Context::Counted), 0},
        {u"lĩnh vực|nội dung|nhóm|điểm|ngày|tháng|tuần|năm|giờ|phút|lần|trụ cột|bên|đoàn|kết quả|ưu tiên",
         id(Context::Counted), 0},
        {u"bộ trưởng|vấn đề|dự án|văn kiện|thỏa thuận|đối tác|nguyên tắc|hội nghị|cuộc|chuyến|tàu|trẻ em|con",
         id(Context::Counted), 0},
        {u"lần|kỳ họp|phiên họp|hội nghị|khóa họp|vị trí|hạng|đứng|bên|nước|thế giới|quốc gia|đợt|vòng|giải",
         id(Context::OrdinalNoun), 0},
        {u"đại hội|cuộc họp|phiên|tầng|người|năm|ngày|lớn|đông|cao|chiếc|con|nhiệm kỳ|tọa đàm|diễn đàn|thành "
         u"viên",
         id(Context::OrdinalNoun), 0},
        {u"ngày|hôm|sáng|trưa|chiều|tối|đêm|từ|đến|tới|trước|sau|nay|qua|vào|hồi|và|cho đến|tính đến|mai|hết",
         id(Context::DateLead), 0},
        {u"lúc|hồi|từ|đến|tới|khoảng|trước|sau|kể từ|vào", id(Context::ClockLead), 0},
        {u"sáng|trưa|chiều|tối|đêm|ngày|gmt|utc|cùng ngày|giờ|hôm|kém", id(Context::ClockTail), 0},
        {u"cao|thấp|lớn|nhỏ|tốt|dài|ngắn|nhanh|chậm|rộng|sâu|mạnh|xa|gần|rẻ|đắt|trẻ|già|sớm|muộn",
         id(Context::Comparative), 0},
        {u"km|m|cm|mm|kg|g|ha|l|kwh|mw|gw|kw|mwh|gwh|km²|m²|m³|km2|m2|m3|tấn|c|f|mb|gb|tb|ml|dwt|teu|tr|ct|s",
         id(Context::Unit), 0},
        {u"chứng|tập|hồi|phú|lệ|giá|số|trọng|suất|lụy|năng|đà|tượng|vật|hạnh|thọ|sự", id(Context::NotScale),
         0},
        {u"chí|minh|chủ|tác|nghiệp|bào|hồ|thời|loạt|đội|bộ|bằng|ruộng|hành|tổ|thuận|đều|dao|nai|tháp|phạm|ý",
         id(Context::NotDong), 0},
        {u"muồi|chắn|mẹ|má|lô|ria|lan|tư|đình|vì|bể|hoa|gai|láp|dở", id(Context::NotDigit), 0},
        {u"tuần|ngày|hôm|vừa qua|hằng tuần|hàng tuần", id(Context::WeekdayTail), 0},
        {u"tới|này|trước|sau", id(Context::WeekdayHint), 0},
        {u"vào|sáng|trưa|chiều|tối|đêm|hôm|ngày|từ|đến|tới|trước|sau|mỗi|nay", id(Context::YearLead), 0},
        {u"thập niên|thập kỷ|những năm|thập kỉ", id(Context::Decade), 0},
        {u"giai đoạn|thời kỳ", id(Context::Years), 0},
        {u"nhiệm kỳ", id(Context::Term), 0},
        {u"năm học|niên khóa", id(Context::SchoolYear), 0},
        {u"thế kỷ|thế kỉ", id(Context::Century), 0},
        {u"lần|kỳ họp|phiên họp|khóa họp|hội nghị|đại hội|vị trí|hạng|thế chiến|thế giới|chiến tranh",
         id(Context::Meeting), 0},
        {u"hôm|vào|nay", id(Context::WeekdayLead), 0},
        {u"của", id(Context::Of), 0},
        {u"chủ nhật", id(Context::Sunday), 0},
        {u"dân", id(Context::NotSunday), 0},
        {u"đầu tiên", id(Context::FirstOfAll), 0},
        {u"đại hội|đảng", id(Context::Congress), 0},
        {u"cuối", id(Context::End), 0},
        {u"trước", id(Context::LastCentury), 0},
        {u"khoảng", id(Context::Around), 0},
        {u"hơn", id(Context::Than), 0},
        {u"trên|dưới", id(Context::Limit), 0},
        {u"âm", id(Context::Minus), 0},
        {u"số", id(Context::NumberSign), 0},
        {u"bảng|đô|đ|cup|php|rm|lak|cad", id(Context::DoubtfulCurrency), 0},
        {u"nay|qua|ngoái|sau|tới|trước|học|mới|thứ|tháng|đó|này|kia|cuối|đầu|là|mà|có|nào",
         id(Context::NotFive), 0},
        {u"trở lên", id(Context::OrMore), 0},
        {u"trở xuống", id(Context::OrLess), 0},
    };
    return words;
}

const FigureWords &approximationTable()
{
    static const FigureWords words{
        {u"khoảng|chừng|xấp xỉ|ước chừng|ước khoảng|vào khoảng|khoảng chừng", 1, id(Approximation::About)},
        {u"gần", 1, id(Approximation::Nearly)},
        {u"hơn|trên|nhiều hơn", 1, id(Approximation::MoreThan)},
        {u"dưới|chưa đầy|chưa đến|chưa tới|ít hơn", 1, id(Approximation::LessThan)},
        {u"ít nhất|tối thiểu", 1, id(Approximation::AtLeast)},
        {u"tối đa|nhiều nhất|không quá", 1, id(Approximation::AtMost)},
    };
    return words;
}

const FigureWords &currencyTable()
{
    static const FigureWords words{
        {u"đồng|vnd|vnđ|đồng việt nam|đ|₫", 1, 1},
        {u"usd|đô la|đô-la|đôla|đô la mỹ|đô-la mỹ|đô la mĩ|đôla mỹ|đô|đô mỹ|$|us$|mỹ kim", 1, 2},
        {u"euro|eur|đồng euro|ơ-rô|€", 1, 3},
        {u"yên|yên nhật|yen|jpy|¥|đồng yên", 1, 4},
        {u"nhân dân tệ|ndt|cny|rmb|tệ", 1, 5},
        {u"won|krw|₩|đồng won", 1, 6},
        {u"bảng|bảng anh|gbp|£|￡", 1, 7},
        {u"baht|bạt|bath|thb|฿", 1, 8},
        {u"kíp|kip|lak", 1, 9},
        {u"riel|riên|khr", 1, 10},
        {u"aud|đô la úc|đô la australia|đô úc|đô-la úc|đô la ô-xtrây-li-a|a$", 1, 11},
        {u"cad|đô la canada|đô canada|đô-la canada", 1, 12},
        {u"sgd|đô singapore|đô la singapore|đô-la singapore|s$|đô la xin-ga-po", 1, 13},
        {u"hkd|đô la hồng kông|hk$|đô la hong kong", 1, 14},
        {u"nzd|đô la new zealand", 1, 15},
        {u"chf|franc thụy sĩ|phrăng thụy sĩ", 1, 16},
        {u"rúp|rub|ruble|rouble", 1, 17},
        {u"rupee|rupi|ru-pi|inr|rupee ấn độ", 1, 18},
        {u"rupiah|idr", 1, 19},
        {u"ringgit|myr|rm", 1, 20},
        {u"peso|php|pê-sô", 1, 21},
        {u"kyat|mmk", 1, 22},
        {u"bnd|đô la brunei", 1, 23},
        {u"twd|đài tệ|tân đài tệ|đô la đài loan", 1, 24},
        {u"cup|peso cuba", 1, 25},
    };
    return words;
}

} // namespace

FigureWord findWord(QStringView folded)
{
    return wordTable().find(folded);
}

bool hasContext(QStringView folded, Context context)
{
    return contextTable().has(folded, id(context));
}

FigureWord findApproximation(QStringView folded)
{
    return approximationTable().find(folded);
}

FigureWord findCurrency(QStringView folded)
{
    return currencyTable().find(folded);
}

bool mayBegin(QStringView folded)
{
    return wordTable().begins(folded) || approximationTable().begins(folded) ||
           currencyTable().begins(folded) || contextTable().begins(folded);
}

QString currencyCode(int index)
{
    return QString::fromLatin1(codes.at(static_cast<size_t>(index)));
}

Text::Text(QStringView source) : m_tokens(source)
{
    m_words.reserve(static_cast<size_t>(m_tokens.size()));
    for (int i = 0; i < m_tokens.size(); ++i)
        m_words.push_back(m_tokens.isWord(i) ? findWord(m_tokens.text(i)) : FigureWord{});
}

int Text::phraseEnd(int i, Context context) const
{
    for (int length = 3; length > 0; --length) {
        if (hasContext(m_tokens.text(i, i + length - 1), context))
            return i + length;
    }
    return i;
}

bool Text::follows(int i, Context context) const
{
    for (int length = 3; length > 0; --length) {
        if (hasContext(m_tokens.text(i - length, i - 1), context))
            return true;
    }
    return false;
}

} // namespace verbale::text::vietnamese
