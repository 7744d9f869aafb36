#include "workbench/row_cache.h"

#include "workbench/cell_text.h"
#include "workbench/code_words.h"

#include <QtCore/QtMath>
#include <QtGui/QFontMetricsF>

namespace verbale::workbench {

void RowCache::setFont(const QFont &font)
{
    m_font = font;
    QTextDocument sample;
    setUpCellDocument(sample, font);
    fillCellDocument(sample, {QStringLiteral("Ắg"), {}});
    m_lineHeight = qCeil(sample.size().height());
    m_minimum = m_lineHeight + 2 * cellPaddingY;
    const QString usual = QStringLiteral("Hội nghị thông qua Tuyên bố chung của các Bộ trưởng");
    m_letterWidth = QFontMetricsF(font).horizontalAdvance(usual) / static_cast<double>(usual.size());
    reset();
}

bool RowCache::setTextWidths(int source, int target)
{
    source = qMax(40, source);
    target = qMax(40, target);
    if (source == m_sourceWidth && target == m_targetWidth)
        return false;
    m_sourceWidth = source;
    m_targetWidth = target;
    reset();
    return true;
}

void RowCache::reset()
{
    m_documents.clear();
    const int count = m_controller.rowCount();
    m_measured.fill(false, count);
    m_heights.resize(count);
    for (int row = 0; row < count; ++row)
        m_heights[row] = estimate(row);
}

void RowCache::replaceRows(int first, int removed, int added)
{
    m_documents.clear(); // they are known by their rows; those on the screen are laid out again
    m_measured.remove(first, removed);
    m_heights.remove(first, removed);
    m_measured.insert(first, added, false);
    m_heights.insert(first, added, m_minimum);
    for (int row = first; row < first + added; ++row)
        m_heights[row] = estimate(row);
}

void RowCache::forget(int row)
{
    if (row < 0 || row >= m_measured.size())
        return;
    m_documents.remove(row * 2LL);
    m_documents.remove(row * 2LL + 1);
    m_measured[row] = false;
}

int RowCache::estimate(int row) const
{
    const Segment &segment = m_controller.segment(row);
    // Lines break before they are full: a twelfth is lost on the average.
    const auto lines = [this](qsizetype letters, int width) {
        return qMax(1, qCeil(static_cast<double>(letters) * m_letterWidth * 1.08 / width));
    };
    const int count = qMax(lines(segment.source.text.size(), m_sourceWidth),
                           lines(segment.target.text.size(), m_targetWidth));
    return count * m_lineHeight + 2 * cellPaddingY;
}

QTextDocument *RowCache::document(int row, bool target)
{
    const qint64 key = row * 2LL + (target ? 1 : 0);
    if (QTextDocument *known = m_documents.object(key))
        return known;
    auto *document = new QTextDocument;
    setUpCellDocument(*document, m_font);
    document->setTextWidth(target ? m_targetWidth : m_sourceWidth);
    const Segment &segment = m_controller.segment(row);
    if (target)
        fillCellDocument(*document, segment.target, targetChips(segment.source, segment.target));
    else
        fillCellDocument(*document, segment.source, sourceChips(segment));
    m_documents.insert(key, document);
    return document;
}

int RowCache::measure(int row)
{
    const double source = sourceDocument(row)->size().height();
    const double target = targetDocument(row)->size().height();
    m_heights[row] = qMax(m_minimum, qCeil(qMax(source, target)) + 2 * cellPaddingY);
    m_measured[row] = true;
    return m_heights[row];
}

} // namespace verbale::workbench
