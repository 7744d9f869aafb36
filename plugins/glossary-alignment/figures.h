#pragma once

#include <QtCore/QString>
#include <QtCore/QStringView>

#include <optional>

namespace verbale::alignment {

/// A part of a text that could be carried over, and its English.
struct Carried
{
    qsizetype length = 0; ///< UTF-16 code units of the source
    QString english;      ///< empty when a reader of English could take the figure for another
};

/// The figure at the start of the text, which begins with a digit: digits joined by . , / or -. Vietnamese
/// number formats are turned into English ones where there is no doubt ("1.234.567,8" is 1,234,567.8; "2,5"
/// is 2.5). In doubt are "1.234" and "1,234" (thousand or decimal), "10/9" and "10/9/2020" (which is the
/// month?).
Carried figureAt(QStringView text);

/// A written-out date at the start of the text: "ngày 14/4/2020", "ngày 14/4", "ngày 14 tháng 4 năm 2020".
/// Not one end of a span of dates.
std::optional<Carried> dateAt(QStringView text);

} // namespace verbale::alignment
