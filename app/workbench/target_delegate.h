#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace verbale::workbench {

class RowCache;

/// Draws a target text; a pre-translated one that nobody has confirmed in the quiet colour, wording that is
/// not to be used with a line below it.
class TargetDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    TargetDelegate(RowCache &cache, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    RowCache &m_cache;
};

/// Draws a segment's number and the mark of its state.
class StatusDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace verbale::workbench
