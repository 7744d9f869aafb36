#pragma once

#include <verbale/sdk/term_receipt.h>

#include <QtWidgets/QStyledItemDelegate>

namespace verbale::workbench {

class RowCache;
class SourceCaret;

/// Draws a source text with its terms underlined, and shows a term's entry in a tooltip.
class SourceDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    SourceDelegate(RowCache &cache, const SourceCaret &caret, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    RowCache &m_cache;
    const SourceCaret &m_caret;
};

/// The cell's background with the line below it; the current row is tinted.
void drawCellBackground(QPainter &painter, const QStyleOptionViewItem &option, bool currentRow);

/// A term's entry as rich text: its English, other accepted terms, status, domain, authority, note.
QString termToolTip(const TermHit &hit, const TermReceipt *receipt, const QPalette &palette);

} // namespace verbale::workbench
