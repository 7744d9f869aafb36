#include "text/page_words.h"

#include "text/key_pattern.h"
#include "text/page_lines.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace verbale::text {

namespace {

/// The key without the bullets and colons that pages put around a heading.
QString bare(const QString &key)
{
    static const QRegularExpression around(
        u"^[\\s>»›•*|+\\-:#◾▶►]+|[\\s>»›•*|+\\-:.…▼▶►]+(\\(\\d+\\))?$|\\s*\\(\\d+\\)$"_s);
    return QString(key).remove(around);
}

bool namesAgency(const QString &key)
{
    static const KeyPattern agency(
        u"\\b(ttxvn|vietnam\\+|vietnamplus|vov|vtv|vtc|vna|reuters|afp|ap|thx|tân hoa xã|xinhua|kyodo|yonhap"
        u"|tass|sputnik|bloomberg|cnn|bbc|ndo|đcsvn|tgvn|tg&vn|tg và vn|baoquocte|qđnd|cand|nhân dân|báo [^ "
        u"]+"
        u"|tạp chí [^ ]+|bộ ngoại giao|bng|thông tấn xã|cổng ttđt|vgp|vnexpress|dân trí|tuổi trẻ|thanh niên"
        u"|vietnamnet|tiền phong|lao động)(?!\\w)|[^\\s.]\\.(vn|com|net|org)(?!\\w)"_s);
    return agency.matches(key);
}

} // namespace

bool isFurniture(const QString &key)
{
    static const KeySet exact(QStringList{u"aa"_s,
                                          u"a a"_s,
                                          u"a"_s,
                                          u"a-"_s,
                                          u"a+"_s,
                                          u"a- a+"_s,
                                          u"a+ a-"_s,
                                          u"a- a a+"_s,
                                          u"cỡ chữ"_s,
                                          u"cỡ chữ:"_s,
                                          u"giãn dòng"_s,
                                          u"nhỏ"_s,
                                          u"vừa"_s,
                                          u"lớn"_s,
                                          u"mặc định"_s,
                                          u"tương phản"_s,
                                          u"đọc bài viết"_s,
                                          u"video đang hot"_s,
                                          u"chia sẻ"_s,
                                          u"chia sẻ:"_s,
                                          u"chia sẻ bài viết"_s,
                                          u"chia sẻ qua email"_s,
                                          u"chia sẻ facebook"_s,
                                          u"chia sẻ zalo"_s,
                                          u"facebook"_s,
                                          u"twitter"_s,
                                          u"x"_s,
                                          u"zalo"_s,
                                          u"email"_s,
                                          u"e-mail"_s,
                                          u"linkedin"_s,
                                          u"pinterest"_s,
                                          u"youtube"_s,
                                          u"tiktok"_s,
                                          u"messenger"_s,
                                          u"telegram"_s,
                                          u"whatsapp"_s,
                                          u"instagram"_s,
                                          u"copy link"_s,
                                          u"copy"_s,
                                          u"sao chép liên kết"_s,
                                          u"in bài"_s,
                                          u"in bài viết"_s,
                                          u"in"_s,
                                          u"in trang"_s,
                                          u"print"_s,
                                          u"bản in"_s,
                                          u"lưu bài"_s,
                                          u"lưu bài viết"_s,
                                          u"lưu"_s,
                                          u"gửi email"_s,
                                          u"gửi bài viết"_s,
                                          u"gửi cho bạn bè"_s,
                                          u"góp ý"_s,
                                          u"báo lỗi"_s,
                                          u"0 bình luận"_s,
                                          u"viết bình luận"_s,
                                          u"gửi bình luận"_s,
                                          u"gửi ý kiến"_s,
                                          u"gửi phản hồi"_s,
                                          u"ý kiến của bạn"_s,
                                          u"nhập ý kiến của bạn"_s,
                                          u"xem tất cả"_s,
                                          u"xem tất cả bình luận"_s,
                                          u"tải thêm"_s,
                                          u"tải thêm bình luận"_s,
                                          u"trả lời"_s,
                                          u"nghe đọc bài"_s,
                                          u"nghe audio"_s,
                                          u"nghe bài viết"_s,
                                          u"nghe tin"_s,
                                          u"quảng cáo"_s,
                                          u"advertisement"_s,
                                          u"advertisements"_s,
                                          u"ads"_s,
                                          u"tin tài trợ"_s,
                                          u"được tài trợ"_s,
                                          u"sponsored"_s,
                                          u"xin chờ trong giây lát"_s,
                                          u"đang tải"_s,
                                          u"đang tải dữ liệu"_s,
                                          u"loading"_s,
                                          u"đăng nhập"_s,
                                          u"đăng xuất"_s,
                                          u"đăng ký"_s,
                                          u"đăng kí"_s,
                                          u"đăng ký nhận bản tin"_s,
                                          u"đăng ký nhận tin"_s,
                                          u"nhập email của bạn"_s,
                                          u"nhận tin mới"_s,
                                          u"tìm kiếm"_s,
                                          u"tìm kiếm nâng cao"_s,
                                          u"search"_s,
                                          u"google news"_s,
                                          u"quay lại"_s,
                                          u"[ quay lại ]"_s,
                                          u"[quay lại]"_s,
                                          u"trở về"_s,
                                          u"trở lại"_s,
                                          u"về trang chủ"_s,
                                          u"về trang trước"_s,
                                          u"lên đầu trang"_s,
                                          u"về đầu trang"_s,
                                          u"đầu trang"_s,
                                          u"link bài gốc"_s,
                                          u"lấy link"_s,
                                          u"play"_s,
                                          u"pause"_s,
                                          u"mute"_s,
                                          u"0:00"_s,
                                          u"0:00 / 0:00"_s,
                                          u"0:00/0:00"_s,
                                          u"thích"_s,
                                          u"like"_s,
                                          u"share"_s,
                                          u"tweet"_s,
                                          u"follow"_s,
                                          u"follow us"_s,
                                          u"theo dõi"_s,
                                          u"menu"_s,
                                          u"rss"_s,
                                          u"đóng"_s,
                                          u"close"_s,
                                          u"hủy"_s,
                                          u"huỷ"_s,
                                          u"sitemap"_s,
                                          u"sơ đồ trang"_s,
                                          u"sơ đồ cổng"_s,
                                          u"liên hệ quảng cáo"_s,
                                          u"liên hệ tòa soạn"_s,
                                          u"liên hệ toà soạn"_s,
                                          u"tòa soạn"_s,
                                          u"toà soạn"_s,
                                          u"đặt báo"_s,
                                          u"tải ứng dụng"_s,
                                          u"app store"_s,
                                          u"google play"_s,
                                          u"chọn ngôn ngữ"_s,
                                          u"chú thích ảnh"_s,
                                          u"chuyển đến nội dung"_s,
                                          u"bỏ qua nội dung"_s,
                                          u"skip to content"_s,
                                          u"skip to main content"_s,
                                          u"trang trước"_s,
                                          u"trang sau"_s,
                                          u"trang tiếp"_s,
                                          u"bài trước"_s,
                                          u"bài tiếp theo"_s,
                                          u"bài sau"_s,
                                          u"tin trước"_s,
                                          u"tin sau"_s,
                                          u"previous"_s,
                                          u"next"_s,
                                          u"trước"_s,
                                          u"sau"_s,
                                          u"mục lục"_s,
                                          u"nội dung chính"_s,
                                          u"ẩn"_s,
                                          u"hiện"_s,
                                          u"trang chủ"_s,
                                          u"home"_s,
                                          u"đánh giá bài viết"_s,
                                          u"bình chọn"_s,
                                          u"lượt xem"_s});
    static const KeyPattern follow(
        u"^(mời )?(quý |bạn |độc giả |bạn đọc |hãy )*theo dõi .{2,60} trên( google news| facebook| zalo| "
        u"kênh.{0,30})?\\s*:?$"
        u"|^(tải ứng dụng|tải app|cài đặt ứng dụng) .{2,40}$|^(bạn|vui lòng|hãy) (cần )?đăng nhập .{2,40}$"
        u"|^(đăng ký|đăng kí|nhập email).{0,20}(bản tin|nhận tin|newsletter).{0,20}$"_s);
    const QString name = bare(key);
    return exact.contains(key) || exact.contains(name) || follow.matches(key);
}

bool isPlainFurniture(const QString &key)
{
    return wordCount(key) >= 3 && isFurniture(key) && !key.startsWith(u"nội dung"_s);
}

bool isAddressOrCounter(const QString &key)
{
    static const QRegularExpression address(u"^(https?://\\S+|www\\.\\S+|[\\w.\\-]+@[\\w.\\-]+)$"_s);
    static const KeyPattern counter(
        u"^(lượt xem|số lượt xem|số lần đọc|lượt đọc|\\d+ (lượt xem|lượt đọc|views?|bình luận|comments?)"
        u"|đã xem|views?|(trang|page) \\d+( ?/ ?\\d+)?|\\d{1,3}( \\d{1,3}){2,}( [>»]+)?"
        u"|[<«]? ?1( \\d{1,3})+ ?\\.{0,3}( [>»]+)?|\\d+ phút đọc|thời gian đọc|(đánh giá|rating))"
        u"\\s*:?\\s*[\\d.,/ ]*( phút)?$"_s);
    return key.size() <= 200 && (address.match(key).hasMatch() || counter.matches(key));
}

bool isBreadcrumb(const QString &key)
{
    static const QRegularExpression path(u"^[^.!?]{2,40}( ?[>»›/|→] ?[^.!?>»›/|→]{2,40}){1,15}$"_s);
    static const KeyPattern home(u"^(trang chủ|trang nhất|home(page)?)(?!\\w)"_s);
    if (key.size() > 250)
        return false;
    const bool arrows = key.contains(u'>') || key.contains(u'»') || key.contains(u'›') || key.contains(u'→');
    const bool starts = home.matches(key);
    return (starts && (wordCount(key) <= 10 || path.match(key).hasMatch())) ||
           (wordCount(key) <= 14 && arrows && path.match(key).hasMatch());
}

bool isSectionName(const QString &key)
{
    static const KeySet sections(QStringList{u"chính trị"_s,
                                             u"thời sự"_s,
                                             u"thế giới"_s,
                                             u"quốc tế"_s,
                                             u"trong nước"_s,
                                             u"xã hội"_s,
                                             u"kinh tế"_s,
                                             u"văn hóa"_s,
                                             u"văn hoá"_s,
                                             u"thể thao"_s,
                                             u"giáo dục"_s,
                                             u"pháp luật"_s,
                                             u"đời sống"_s,
                                             u"khoa học"_s,
                                             u"công nghệ"_s,
                                             u"du lịch"_s,
                                             u"đối ngoại"_s,
                                             u"ngoại giao"_s,
                                             u"biển đảo"_s,
                                             u"hữu nghị"_s,
                                             u"bạn đọc"_s,
                                             u"tin tức"_s,
                                             u"tin nóng"_s,
                                             u"sự kiện"_s,
                                             u"sức khỏe"_s,
                                             u"sức khoẻ"_s,
                                             u"y tế"_s,
                                             u"môi trường"_s,
                                             u"đa phương tiện"_s,
                                             u"quân sự"_s,
                                             u"bình luận"_s,
                                             u"kiều bào"_s,
                                             u"người việt"_s,
                                             u"asean"_s,
                                             u"tiếng việt"_s,
                                             u"english"_s,
                                             u"multimedia"_s,
                                             u"video"_s,
                                             u"videos"_s,
                                             u"ảnh"_s,
                                             u"photo"_s,
                                             u"media"_s,
                                             u"podcast"_s,
                                             u"infographic"_s,
                                             u"infographics"_s,
                                             u"longform"_s,
                                             u"emagazine"_s,
                                             u"e-magazine"_s,
                                             u"megastory"_s,
                                             u"liên hệ"_s,
                                             u"giới thiệu"_s,
                                             u"kinh doanh"_s,
                                             u"giải trí"_s,
                                             u"xe"_s,
                                             u"ô tô"_s,
                                             u"ô tô - xe máy"_s,
                                             u"bất động sản"_s,
                                             u"tài chính"_s,
                                             u"chứng khoán"_s,
                                             u"doanh nghiệp"_s,
                                             u"thị trường"_s,
                                             u"góc nhìn"_s,
                                             u"ý kiến"_s,
                                             u"tâm sự"_s,
                                             u"thư giãn"_s,
                                             u"phóng sự"_s,
                                             u"phân tích"_s,
                                             u"hồ sơ"_s,
                                             u"tư liệu"_s,
                                             u"văn bản"_s,
                                             u"quốc phòng"_s,
                                             u"an ninh"_s,
                                             u"địa phương"_s,
                                             u"hà nội"_s,
                                             u"tp.hcm"_s,
                                             u"mới nhất"_s,
                                             u"tin mới"_s,
                                             u"nổi bật"_s,
                                             u"thông tin"_s,
                                             u"hỏi đáp"_s,
                                             u"lãnh sự"_s,
                                             u"thủ tục lãnh sự"_s,
                                             u"bảo hộ công dân"_s,
                                             u"chính sách"_s,
                                             u"chính sách mới"_s,
                                             u"chỉ đạo, điều hành"_s,
                                             u"văn hóa - xã hội"_s,
                                             u"văn hoá - xã hội"_s,
                                             u"khoa học - công nghệ"_s,
                                             u"kinh tế - xã hội"_s,
                                             u"chính trị - xã hội"_s,
                                             u"français"_s,
                                             u"русский"_s,
                                             u"中文"_s,
                                             u"español"_s,
                                             u"tiếng anh"_s,
                                             u"news"_s,
                                             u"about us"_s,
                                             u"contact"_s,
                                             u"contact us"_s,
                                             u"politics"_s,
                                             u"world"_s,
                                             u"business"_s,
                                             u"society"_s,
                                             u"sports"_s,
                                             u"culture"_s,
                                             u"travel"_s});
    return sections.contains(key) || sections.contains(bare(key));
}

bool isDocumentName(const QString &key)
{
    static const KeyPattern document(
        u"^(toàn văn|thông cáo|tuyên bố|tuyên ngôn|bài phát biểu|phát biểu|diễn văn|công hàm|công thư|nghị "
        u"quyết"
        u"|hiệp định|hiệp ước|nghị định thư|biên bản|bản ghi nhớ|thỏa thuận|thoả thuận|chương trình|kế hoạch"
        u"|thư (ngỏ|chúc|mời)|thông điệp|lời (chào|chúc)|báo cáo|quyết định|thông báo|hội nghị|hội đàm)(?!\\w)"_s);
    return document.matches(key);
}

bool isRelatedMarker(const QString &key)
{
    static const KeyPattern marker(
        u"^((các )?(tin|bài|tin bài|tin/bài|tin tức|bài viết|tin, bài|bài báo|video|ảnh) (liên "
        u"quan|khác|mới|mới nhất"
        u"|mới hơn|cũ hơn|nổi bật|đã đưa|đã đăng|cùng chuyên mục|cùng chủ đề|cùng loại|cùng mục|cùng tác giả"
        u"|đọc nhiều|đọc nhiều nhất|xem nhiều|xem nhiều nhất|mới cập nhật|mới đăng|đọc nhiều trong tuần"
        u"|đáng chú ý|đáng đọc|nên đọc|hay|trong ngày)"
        u"|cùng (chuyên mục|chủ đề|tác giả|sự kiện|mục)|đọc (nhiều|nhiều nhất|thêm|tiếp|nhiều trong tuần)"
        u"|xem (nhiều|nhiều nhất|thêm|tiếp|thêm tin|thêm bài viết)|mới nhất|mới cập nhật"
        u"|nổi bật|có thể bạn quan tâm|bạn có thể quan tâm|có thể quan tâm|bạn quan tâm|bạn nên đọc|nên "
        u"đọc|đừng bỏ lỡ"
        u"|tin nóng|được quan tâm|tin được quan tâm|mời đọc thêm|mời bạn đọc thêm|dành cho bạn|gợi ý cho bạn"
        u"|đề xuất cho bạn|liên quan|chủ đề liên quan|sự kiện liên quan|chuyên mục khác|theo dòng sự kiện"
        u"|tin cùng mục|thông tin doanh nghiệp|tin tài trợ|bình luận mới nhất"
        u"|related( news| articles?| stories| posts?| topics?| contents?)?|(see|read) (also|more)|read "
        u"next|most (read|viewed|popular)"
        u"|latest( news)?|more (news|stories|from .{2,30})|other news|you may (also )?(like|be interested in))$"_s);
    return key.size() <= 120 && (isWeakMarker(key) || marker.matches(bare(key)));
}

bool isWeakMarker(const QString &key)
{
    static const KeyPattern marker(u"^(ý kiến bạn đọc|ý kiến|phản hồi|phản hồi của bạn|bình luận|bình luận "
                                   u"bài viết|comments?|leave a (comment|reply)"
                                   u"|tags?|từ khóa|từ khoá|từ khóa tìm kiếm|keywords?|chủ đề|thẻ)$"_s);
    static const KeyPattern labelled(u"^(tags?|từ kh(óa|oá)|chủ đề|thẻ|keywords?)\\s*:"_s);
    return key.size() <= 200 && (marker.matches(bare(key)) || labelled.matches(key));
}

bool isEndMarker(const QString &key)
{
    static const KeyPattern end(
        u"cùng (chuyên )?mục|cùng chủ đề|cùng tác giả|khác$|đã đưa|đã đăng|(đọc|xem) nhiều|bình luận|ý kiến "
        u"bạn đọc"
        u"|phản hồi|^tags?|^từ kh|^keywords?|^comments?|^leave a|^most |^latest|^other news"_s);
    return end.matches(bare(key)) || end.matches(key);
}

bool isDeclaredLink(QStringView text, const QString &key)
{
    static const KeyPattern label(
        u"^[>»›*• ]*\\[?(video|infographics?|ảnh|photo|longform|podcast|e-?magazine|mega ?story|audio|trực tiếp|inforaphic)\\]"_s);
    static const KeyPattern invitation(
        u"^[>»›*•\\- ]*(xem thêm|đọc thêm|xem tiếp|đọc tiếp|tin liên quan|bài liên quan|liên quan|xem thêm "
        u"bài viết|nên xem|tham khảo thêm"
        u"|read more|see also|related|mời (bạn|quý|độc giả)[^:]{0,30})\\s*:\\s*\\S"_s);
    static const KeyPattern invited(
        u"^[>»›*•\\- ]*(mời|xin mời) (bạn|quý|độc giả)[^.:]{0,30}(xem|đọc|theo dõi)[^:]{0,40}:?$"_s);
    static const QRegularExpression arrows(u"^(>>|»|››|►|▶|☞|👉|=>|->)"_s);
    if (text.size() > 400 || wordCount(text) > 30)
        return false;
    const bool bracketed = text.startsWith(u'[') && text.endsWith(u']') && wordCount(text) >= 4 &&
                           !QStringView(u".;,:").contains(text.chopped(1).back());
    return bracketed || arrows.match(key).hasMatch() || invitation.matches(key) || invited.matches(key) ||
           (!endsSentence(text) && label.matches(key));
}

bool isSourceLine(QStringView text, const QString &key)
{
    static const KeyPattern source(u"^[(\\[]?(nguồn( tin)?( ảnh)?|source)\\s*:"_s);
    static const KeyPattern cited(u"^\\(?(theo|nguồn|source|ảnh và tin)[ :]"_s);
    if (text.size() > 120)
        return false;
    const int words = wordCount(text);
    if (bare(key) == u"nguồn" || bare(key) == u"nguon" || (source.matches(key) && words <= 10))
        return true;
    const bool bracketed =
        (text.startsWith(u'(') && text.endsWith(u')')) || (text.startsWith(u'[') && text.endsWith(u']'));
    return words <= 6 && !endsSentence(text.chopped(bracketed ? 1 : 0)) && namesAgency(key) &&
           (bracketed || cited.matches(key) || words == 1);
}

bool isPublisherLine(const QString &key)
{
    static const KeyPattern footer(
        u"^(phiên bản (di động|đầy đủ|mobile|desktop)|©|\\(c\\) ?\\d{4}|bản quyền "
        u"(thuộc|©|của|\\d{4})|copyright|cơ quan chủ quản"
        u"|cơ quan của|(phó )?tổng biên tập( phụ trách)?\\s*:|chịu trách nhiệm (nội dung|chính|xuất "
        u"bản)|người chịu trách nhiệm|giấy phép "
        u"(số|hoạt|xuất|thiết|báo|trang)|(số )?giấy phép\\s*:|gpxb|gp số|issn|liên hệ quảng cáo|ghi rõ "
        u"nguồn|® ghi rõ|® |vui lòng ghi rõ|yêu cầu ghi rõ"
        u"|(cấm|không) (sao chép|được sao chép)|powered by|thiết kế bởi|phát triển bởi|designed by|all "
        u"rights reserved|developed by"
        u"|(đơn vị )?(thiết kế|vận hành)( và (phát triển|vận hành))?\\s*:|trưởng ban biên tập|ban biên tập\\s*:|mobile version)"_s);
    static const KeyPattern inside(
        u"all rights reserved|^[^.]{0,60}© ?(19|20)\\d{2}|^[^.]{0,80}(giữ bản quyền|bản quyền thuộc về)"_s);
    return key.size() <= 400 && (footer.matches(key) || inside.matches(key));
}

bool isContactLine(const QString &key)
{
    static const KeyPattern contact(u"^(tòa soạn|toà soạn|trụ sở( chính)?|hotline|đường dây nóng|địa "
                                    u"chỉ|điện thoại|đt|tel|phone|fax|email|e-mail|website"
                                    u"|văn phòng( đại diện)?( tại [^:]{2,30})?|liên hệ|quảng cáo|phát "
                                    u"hành|thư điện tử|vpđd[^:]{0,30})\\s*:"
                                    u"|^(hotline|đường dây nóng|đt|tel|fax)[ .]*[:+(\\d]"_s);
    return key.size() <= 300 && contact.matches(key);
}

} // namespace verbale::text
