#pragma once

#include <QtCore/QString>
#include <QtCore/QStringView>

namespace verbale::text {

// What a single line of a saved web page looks like by itself. `text` is the line as its reader sees it
// (readable(), page_text.h), `key` its lineKey(). Each answer is about the line's shape alone; whether it is
// then left out is article.cpp's decision. Words and phrases are those of page_words.h.

/// Words of the line, counted by white space.
int wordCount(QStringView text);

/// Ends like a sentence: . ! ? … or one of them before closing quotation marks or brackets.
bool endsSentence(QStringView text);
/// Ends in "..." or "…": a text that was cut for a list of links, or an open enumeration.
bool endsInDots(QStringView text);
/// Every letter that has a case is a capital; at least two of them.
bool isAllCapitals(QStringView text);

/// "10:47 | 12/09/2020 GMT+7": nothing but time and date; a name may stand beside them.
bool isTimeStamp(const QString &text);
/// A date without the time of day: "Thứ Năm, 06/01/2022"; or "2 giờ trước".
bool isDateLine(const QString &text);
/// "Ngày 10 tháng 9 năm 2020": a date in words, as documents write it too.
bool isDateInWords(const QString &text);
/// "5011 ttxvnabc1109 1", "hop-bao-01.jpg": what a picture's file is called.
bool isImageName(QStringView text);
/// A picture's file name with its ending or its camera's number: plain even in a text without marks.
bool isImageFile(QStringView text);
/// Two to six capitalised words and nothing else: a name, as under or above an article.
bool isNameLine(const QString &text);
/// Says that it is a byline: "Mai Anh (t/h)", "Tác giả: ...", "Hải An/VOV.VN".
bool isDeclaredByline(const QString &text, const QString &key);
/// Ends with a credit ("(Ảnh: ...)", "Ảnh: ...", "| Ảnh ...") or begins with "Chú thích ảnh:".
bool hasPictureCredit(const QString &text);

} // namespace verbale::text
