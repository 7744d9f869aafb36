#pragma once

#include "workbench/document_controller.h"

#include <QtCore/QAbstractTableModel>

namespace verbale::workbench {

/// The segments of the open document as a table. Texts show an inline code as its label in brackets; the grid
/// draws chips in its place from segment().
class SegmentModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Number, Status, Source, Target, ColumnCount };

    explicit SegmentModel(DocumentController &controller, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    [[nodiscard]] const Segment &segment(int row) const { return m_controller.segment(row); }
    /// Whether the file leaves the segment to the translator; locked ones, and `translate="no"`, are not.
    [[nodiscard]] bool mayBeTranslated(int row) const;
    [[nodiscard]] DocumentController &controller() const { return m_controller; }

private:
    void reset();
    void replaceRows(int first, int removed, int added);
    [[nodiscard]] QString statusDescription(int row) const;

    DocumentController &m_controller;
    int m_rowCount = 0;
};

/// A text with each inline code as "[1]".
QString readableText(const InlineText &text, const QList<InlineCode> &sourceCodes);

} // namespace verbale::workbench
