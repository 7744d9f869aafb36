#pragma once

#include <verbale/sdk/span.h>

#include <QtCore/QStringView>

#include <vector>

namespace verbale::text {

/// Converts UTF-16 offsets of one text into code point offsets (and back), lines and columns.
/// Built in one pass; look-ups are logarithmic and need no second look at the text. Holds no reference to the
/// text.
class CodePointIndex
{
public:
    explicit CodePointIndex(QStringView text);

    /// 0-based code points before the UTF-16 offset; an offset inside a surrogate pair counts as its start.
    [[nodiscard]] qsizetype toCodePoints(qsizetype utf16) const;
    [[nodiscard]] qsizetype toUtf16(qsizetype codePoints) const;

    /// 1-based. Lines end with LF, CR LF, CR, NEL, U+2028 or U+2029 (isLineEnd(), page_text.h); the column
    /// counts code points.
    [[nodiscard]] qsizetype line(qsizetype utf16) const;
    [[nodiscard]] qsizetype column(qsizetype utf16) const;

private:
    std::vector<qsizetype> m_pairs; ///< UTF-16 offsets of surrogate pairs
    std::vector<qsizetype> m_lines; ///< UTF-16 offsets of line starts
    qsizetype m_size = 0;
};

} // namespace verbale::text
