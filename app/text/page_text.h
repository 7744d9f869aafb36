#pragma once

#include <QtCore/QString>
#include <QtCore/QStringView>

#include <vector>

namespace verbale::text {

// The characters of a saved page: what ends a line, what is not seen, and a line as its reader sees it.

/// LF, CR, NEL, and the separators U+2028 and U+2029.
bool isLineEnd(QChar c);

/// White space or a character that takes no room: byte order mark, zero width space, joiners, soft hyphen,
/// direction marks.
bool isBlankOrUnseen(QChar c);

/// A line for the rules: composed letters, whatever the order of their marks, and plain ones for eth and
/// full-width type; characters that are not seen, and the tags and character references of HTML that a
/// careless copy leaves, taken away or replaced; white space as single spaces, none at the ends.
/// `origins`, where asked for, tells for each unit of the text before composition where it stood in `raw`.
QString readable(QStringView raw, std::vector<qsizetype> *origins = nullptr);

/// Where the character that stands at `offset` of readable(raw) begins in `raw`; raw.size() past the end.
qsizetype originOf(QStringView raw, qsizetype offset);

/// The form in which lines are compared and looked up: lower case, straight quotes, one kind of dash, the
/// tone of two vowels on the first. Never shown. As long as the text, but for rare letters whose small form
/// is two.
QString lineKey(const QString &readableText);

/// Small letters with the tone of two vowels on the first: "hoà" becomes "hòa", and "toàn" "tòan". For
/// comparing.
QString tonesOnFirst(QString text);

/// Without Vietnamese marks: "Đọc thêm" becomes "Doc them".
QString withoutMarks(QStringView text);

} // namespace verbale::text
