#include "text/page_words.h"

#include "text/key_pattern.h"
#include "text/page_lines.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace verbale::text {

namespace {

/// How long the "(12)" at its end is; 0 when there is none.
qsizetype countLength(QStringView key)
{
    if (!key.endsWith(u')'))
        return 0;
    qsizetype begin = key.size() - 1;
    while (begin > 0 && key[begin - 1] >= u'0' && key[begin - 1] <= u'9')
        --begin;
    return begin > 0 && begin + 1 < key.size() && key[begin - 1] == u'(' ? key.size() - begin + 1 : 0;
}

/// The key without the bullets, counts and colons that pages put around a heading.
QString bare(const QString &key)
{
    const QStringView before = u" >»›•*|+-:#◾▶►";
    const QStringView after = u" >»›•*|+-:.…▼▶►";
    QStringView rest = key;
    while (!rest.isEmpty() && before.contains(rest.front()))
        rest = rest.mid(1);
    rest.chop(countLength(rest));
    while (!rest.isEmpty() && after.contains(rest.back()))
        rest.chop(1);
    return rest.size() == key.size() ? key : rest.toString();
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

/// Cheap: "©", or the start of "quyền" or "rights".
bool mayClaimRights(QStringView key)
{
    for (qsizetype i = 0; i < key.size(); ++i) {
        const char16_t unit = key[i].unicode();
        if (unit == u'©' || (unit == u'q' && key.mid(i, 3) == u"quy") ||
            (unit == u'r' && key.mid(i, 3) == u"rig"))
            return true;
    }
    return false;
}

} // namespace

bool isFurniture(const QString &key)
{
    static const KeySet exact(
        u"aa|a a|a|a-|a+|a- a+|a+ a-|a- a a+|cỡ chữ|cỡ chữ:|giãn dòng|nhỏ|vừa|lớn|mặc định|"
        u"tương phản|đọc bài viết|video đang hot|chia sẻ|chia sẻ:|chia sẻ bài viết|"
        u"chia sẻ qua email|chia sẻ facebook|chia sẻ zalo|facebook|twitter|x|zalo|email|e-mail|"
        u"linkedin|pinterest|youtube|tiktok|messenger|telegram|whatsapp|instagram|copy link|copy|"
        u"sao chép liên kết|in bài|in bài viết|in|in trang|print|bản in|lưu bài|lưu bài viết|lưu|"
        u"gửi email|gửi bài viết|gửi cho bạn bè|góp ý|báo lỗi|0 bình luận|viết bình luận|"
        u"gửi bình luận|gửi ý kiến|gửi phản hồi|ý kiến của bạn|nhập ý kiến của bạn|xem tất cả|"
        u"xem tất cả bình luận|tải thêm|tải thêm bình luận|trả lời|nghe đọc bài|nghe audio|"
        u"nghe bài viết|nghe tin|quảng cáo|advertisement|advertisements|ads|tin tài trợ|"
        u"được tài trợ|sponsored|xin chờ trong giây lát|đang tải|đang tải dữ liệu|loading|"
        u"đăng nhập|đăng xuất|đăng ký|đăng kí|đăng ký nhận bản tin|đăng ký nhận tin|"
        u"nhập email của bạn|nhận tin mới|tìm kiếm|tìm kiếm nâng cao|search|google news|quay lại|"
        u"[ quay lại ]|[quay lại]|trở về|trở lại|về trang chủ|về trang trước|lên đầu trang|"
        u"về đầu trang|đầu trang|link bài gốc|lấy link|play|pause|mute|0:00|0:00 / 0:00|0:00/0:00|"
        u"thích|like|share|tweet|follow|follow us|theo dõi|menu|rss|đóng|close|hủy|huỷ|sitemap|"
        u"sơ đồ trang|sơ đồ cổng|liên hệ quảng cáo|liên hệ tòa soạn|liên hệ toà soạn|tòa soạn|"
        u"toà soạn|đặt báo|tải ứng dụng|app store|google play|chọn ngôn ngữ|chú thích ảnh|"
        u"chuyển đến nội dung|bỏ qua nội dung|skip to content|skip to main content|trang trước|"
        u"trang sau|trang tiếp|bài trước|bài tiếp theo|bài sau|tin trước|tin sau|previous|next|"
        u"trước|sau|mục lục|nội dung chính|ẩn|hiện|trang chủ|home|đánh giá bài viết|bình chọn|"
        u"lượt xem"_s);
    static const KeyPattern follow(
        u"^(mời )?(quý |bạn |độc giả |bạn đọc |hãy )*theo dõi .{2,60} trên( google news| facebook| zalo| "
        u"kênh.{0,30})?\\s*:?$"
        u"|^(tải ứng dụng|tải app|cài đặt ứng dụng) .{2,40}$|^(bạn|vui lòng|hãy) (cần )?đăng nhập .{2,40}$"
        u"|^(đăng ký|đăng kí|nhập email).{0,20}(bản tin|nhận tin|newsletter).{0,20}$"_s);
    const QString name = bare(key);
    return exact.contains(key) || (name.size() != key.size() && exact.contains(name)) || follow.matches(key);
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
    const bool addressed = key.startsWith(u'h') || key.startsWith(u'w') || key.contains(u'@');
    return key.size() <= 200 && ((addressed && address.match(key).hasMatch()) || counter.matches(key));
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
    static const KeySet sections(
        u"chính trị|thời sự|thế giới|quốc tế|trong nước|xã hội|kinh tế|văn hóa|văn hoá|thể thao|"
        u"giáo dục|pháp luật|đời sống|khoa học|công nghệ|du lịch|đối ngoại|ngoại giao|biển đảo|"
        u"hữu nghị|bạn đọc|tin tức|tin nóng|sự kiện|sức khỏe|sức khoẻ|y tế|môi trường|"
        u"đa phương tiện|quân sự|bình luận|kiều bào|người việt|asean|tiếng việt|english|"
        u"multimedia|video|videos|ảnh|photo|media|podcast|infographic|infographics|longform|"
        u"emagazine|e-magazine|megastory|liên hệ|giới thiệu|kinh doanh|giải trí|xe|ô tô|"
        u"ô tô - xe máy|bất động sản|tài chính|chứng khoán|doanh nghiệp|thị trường|góc nhìn|"
        u"ý kiến|tâm sự|thư giãn|phóng sự|phân tích|hồ sơ|tư liệu|văn bản|quốc phòng|an ninh|"
        u"địa phương|hà nội|tp.hcm|mới nhất|tin mới|nổi bật|thông tin|hỏi đáp|lãnh sự|"
        u"thủ tục lãnh sự|bảo hộ công dân|chính sách|chính sách mới|chỉ đạo, điều hành|"
        u"văn hóa - xã hội|văn hoá - xã hội|khoa học - công nghệ|kinh tế - xã hội|"
        u"chính trị - xã hội|français|русский|中文|español|tiếng anh|news|about us|contact|"
        u"contact us|politics|world|business|society|sports|culture|travel"_s);
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
    const bool arrow = !key.isEmpty() && (QStringView(u">»›►▶☞=-").contains(key[0]) || key[0].isSurrogate());
    return bracketed || (arrow && arrows.match(key).hasMatch()) || invitation.matches(key) ||
           invited.matches(key) || (!endsSentence(text) && label.matches(key));
}

bool isSourceLine(QStringView text, const QString &key)
{
    static const KeyPattern source(u"^[(\\[]?(nguồn( tin)?( ảnh)?|source)\\s*:"_s);
    static const KeyPattern cited(u"^\\(?(theo|nguồn|source|ảnh và tin)[ :]"_s);
    if (text.size() > 120 || hasPictureCredit(text.toString()))
        return source.matches(key) && text.size() <= 60 && !key.contains(u"ảnh"_s);
    const int words = wordCount(text);
    if (bare(key) == u"nguồn" || bare(key) == u"nguon" || (source.matches(key) && words <= 10))
        return true;
    const bool bracketed =
        (text.startsWith(u'(') && text.endsWith(u')')) || (text.startsWith(u'[') && text.endsWith(u']'));
    return words <= 6 && !endsSentence(text.chopped(bracketed ? 1 : 0)) &&
           (bracketed || words == 1 || cited.matches(key)) && namesAgency(key);
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
    return key.size() <= 400 && (footer.matches(key) || (mayClaimRights(key) && inside.matches(key)));
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
