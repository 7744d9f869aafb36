#pragma once

#include <QtCore/QString>
#include <QtCore/QStringView>

namespace verbale::text {

// The words and phrases of a page's furniture, general to Vietnamese news sites and ministries; no rule knows
// a site. `key` is a line's lineKey(), `text` the line as its reader sees it. Keys without Vietnamese marks
// are understood too.

/// Buttons and notes of the page: "aa", "Theo dõi ... trên", "Chia sẻ", "Video đang HOT".
bool isFurniture(const QString &key);
/// The same, and long enough to be no heading of a document by chance.
bool isPlainFurniture(const QString &key);
/// Addresses of the web and of mail, counters: dropped with a page, but letters have them too.
bool isAddressOrCounter(const QString &key);
/// "Trang chủ ...", "Tin tức > Đối ngoại".
bool isBreadcrumb(const QString &key);
/// The name of a site's section: "Chính trị", "Đối ngoại".
bool isSectionName(const QString &key);
/// The name of a kind of document: "Thông cáo báo chí", "Toàn văn phát biểu ...".
bool isDocumentName(const QString &key);
/// The heading of a list of other articles: "Tin liên quan", "Đọc nhiều".
bool isRelatedMarker(const QString &key);
/// One of them that could as well be a heading or a label of a document: "Phản hồi", "Chủ đề: ...".
bool isWeakMarker(const QString &key);
/// Markers that stand below an article, never inside it: "Bình luận", "Tags", "Các tin khác".
bool isEndMarker(const QString &key);
/// A link to another article that says so: "[Video] ...", "Xem thêm: ...", ">> ...", "[...]".
bool isDeclaredLink(QStringView text, const QString &key);
/// "Nguồn: ...", "(TTXVN/Vietnam+)", "Theo TTXVN".
bool isSourceLine(QStringView text, const QString &key);
/// The publisher at the page's end: "Phiên bản di động", licence, editor in chief, copyright.
bool isPublisherLine(const QString &key);
/// Address, telephone, mail: part of a footer where a publisher is named, part of a letter elsewhere.
bool isContactLine(const QString &key);

} // namespace verbale::text
