#pragma once

#include <QtCore/QString>
#include <QtCore/QStringView>

namespace verbale::text {

// What a single line of a saved web page looks like by itself. `text` is the line as it stands (composed
// letters), `key` its folded form. Each answer is about the line's shape alone; whether it is then left out
// is article.cpp's decision. The word lists come from Vietnamese news sites' page furniture.

/// Words of the line, counted by white space.
int wordCount(QStringView text);

/// Ends like a sentence: . ! ? … or one of them before closing quotation marks or brackets.
bool endsSentence(QStringView text);
/// Ends in "..." or "…": a text that was cut for a list of links, or an open enumeration.
bool endsInDots(QStringView text);

/// "10:47 | 12/09/2020 GMT+7": nothing but time and date; a name may stand beside them.
bool isTimeStamp(const QString &text);
/// A date without the time of day: "Thứ Năm, 06/01/2022".
bool isDateLine(const QString &text);
/// "5011 ttxvnabc1109 1", "hop-bao-01.jpg": what a picture's file is called.
bool isImageName(QStringView text);
/// "Nguồn: ...", "(TTXVN/Vietnam+)", "Theo TTXVN".
bool isSourceLine(QStringView text, const QString &key);
/// Two to six capitalised words and nothing else: a name, as under or above an article.
bool isNameLine(const QString &text);
/// Says that it is a byline: "Mai Anh (t/h)", "Tác giả: ...".
bool isDeclaredByline(const QString &text, const QString &key);
/// Buttons and notes of the page: "aa", "Theo dõi ... trên", "Chia sẻ", "Video đang HOT".
bool isFurniture(const QString &key);
/// "Trang chủ ...", "Tin tức > Đối ngoại".
bool isBreadcrumb(const QString &key);
/// The heading of a list of other articles: "Tin liên quan", "Đọc nhiều".
bool isRelatedMarker(const QString &key);
/// A link to another article that says so: "[Video] ...", "Xem thêm: ...", ">> ...", "[...]".
bool isDeclaredLink(QStringView text, const QString &key);
/// The page's end: "Phiên bản di động", the publisher's address and licence.
bool isFooterLine(const QString &key);
/// Ends with a credit: "(Ảnh: ...)", "Ảnh: ...".
bool hasPictureCredit(const QString &text);

} // namespace verbale::text
