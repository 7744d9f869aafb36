#include "text/code_points.h"

#include "text/page_text.h"

#include <algorithm>

namespace verbale::text {

CodePointIndex::CodePointIndex(QStringView text) : m_size(text.size())
{
    m_lines.push_back(0);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        const bool hasNext = i + 1 < text.size();
        if (isLineEnd(text[i]) && !(unit == u'\r' && hasNext && text[i + 1] == u'\n')) {
            m_lines.push_back(i + 1);
        } else if (QChar::isHighSurrogate(unit) && hasNext && text[i + 1].isLowSurrogate()) {
            m_pairs.push_back(i);
            ++i;
        }
    }
}

qsizetype CodePointIndex::toCodePoints(qsizetype utf16) const
{
    const qsizetype offset = std::clamp<qsizetype>(utf16, 0, m_size);
    // A pair that starts before the offset takes one unit more than it counts; inside it this gives its
    // start.
    return offset - (std::lower_bound(m_pairs.begin(), m_pairs.end(), offset) - m_pairs.begin());
}

qsizetype CodePointIndex::toUtf16(qsizetype codePoints) const
{
    // The i-th pair starts at code point m_pairs[i] - i, which grows with i.
    qsizetype low = 0;
    qsizetype high = static_cast<qsizetype>(m_pairs.size());
    while (low < high) {
        const qsizetype middle = low + (high - low) / 2;
        if (m_pairs[static_cast<size_t>(middle)] - middle < codePoints)
            low = middle + 1;
        else
            high = middle;
    }
    return std::clamp<qsizetype>(codePoints + low, 0, m_size);
}

qsizetype CodePointIndex::line(qsizetype utf16) const
{
    return std::upper_bound(m_lines.begin(), m_lines.end(), std::clamp<qsizetype>(utf16, 0, m_size)) -
           m_lines.begin();
}

qsizetype CodePointIndex::column(qsizetype utf16) const
{
    const qsizetype start = m_lines[static_cast<size_t>(line(utf16) - 1)];
    return toCodePoints(utf16) - toCodePoints(start) + 1;
}

} // namespace verbale::text
