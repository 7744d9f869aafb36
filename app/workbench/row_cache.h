#pragma once

#include "workbench/document_controller.h"

#include <QtCore/QCache>
#include <QtGui/QFont>
#include <QtGui/QTextDocument>

namespace verbale::workbench {

/// The laid-out texts of the rows on and near the screen, and every row's height: measured where it was
/// shown, estimated from the lengths of its texts elsewhere.
class RowCache
{
public:
    explicit RowCache(const DocumentController &controller) : m_controller(controller) {}

    void setFont(const QFont &font);
    [[nodiscard]] const QFont &font() const { return m_font; }
    /// Widths of the two texts, without the cells' padding. True when they are new.
    bool setTextWidths(int source, int target);

    /// Forgets everything; heights are estimated anew.
    void reset();
    /// `removed` rows from `first` on have become `added` ones.
    void replaceRows(int first, int removed, int added);
    /// Forgets one row: its target has changed.
    void forget(int row);

    [[nodiscard]] int height(int row) const { return m_heights.value(row, m_minimum); }
    [[nodiscard]] bool isMeasured(int row) const { return m_measured.value(row); }
    /// Lays the row out, and keeps its exact height.
    int measure(int row);

    /// Owned by the cache; good until the next call.
    QTextDocument *sourceDocument(int row) { return document(row, false); }
    QTextDocument *targetDocument(int row) { return document(row, true); }

private:
    QTextDocument *document(int row, bool target);
    [[nodiscard]] int estimate(int row) const;

    const DocumentController &m_controller;
    QCache<qint64, QTextDocument> m_documents{400};
    QList<int> m_heights;
    QList<bool> m_measured;
    QFont m_font;
    int m_sourceWidth = 300;
    int m_targetWidth = 300;
    int m_minimum = 36;
    int m_lineHeight = 20;
    double m_letterWidth = 8;
};

} // namespace verbale::workbench
