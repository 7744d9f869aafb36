#pragma once

#include "workbench/glossary_pane.h"

#include <QtWidgets/QStyledItemDelegate>

namespace verbale::workbench {

/// Draws a term as a card: its number, the English, the Vietnamese, status, domain, authority and note.
class TermCard final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /// "until 28 February 2025"; empty where the hit has no dates.
    static QString validityText(const TermHit &hit);
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    /// The state in the translation: a mark and a word, and what to write instead. Returns where it ends.
    int layOutReceipt(QPainter *painter, const QRect &rect, int top, const QStyleOptionViewItem &option,
                      const ShownTerm &term) const;
    /// Draws when there is a painter; returns the card's height for a width.
    int layOut(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
               const ShownTerm &term, int number) const;
};

} // namespace verbale::workbench
