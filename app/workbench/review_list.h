#pragma once

#include "session/merge_review.h"

#include <QtCore/QAbstractTableModel>
#include <QtWidgets/QStyledItemDelegate>

namespace verbale::workbench {

/// What has been said about a change so far.
enum class ReviewDecision { Open, Accepted, Rejected, NotFound };

/// Which changes a list of them shows.
enum class ReviewFilter { All, Open, Text, StateOnly, ToLookAt };

/// A line of the list: a change of a segment, or a segment of the copy that was not found.
struct ReviewLine
{
    int row = -1; ///< of the document; -1: not found
    ReviewDecision decision = ReviewDecision::Open;
    qsizetype number = 0; ///< in ReviewComparison::changes or ::unmatched
};

/// Whether a person has to look at the change before it is accepted.
bool needsALook(const session::ReviewChange &change);

/// A comparison with a review as a table: mark, number of the segment, what changes.
class ReviewModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { MarkColumn, NumberColumn, ChangeColumn, ColumnCount };
    static constexpr int htmlRole = Qt::UserRole + 1; ///< of ChangeColumn: as the delegate draws it

    /// `rows`: the document's row of each change.
    ReviewModel(const Document &document, session::ReviewComparison comparison, const QList<int> &rows,
                QObject *parent = nullptr);

    [[nodiscard]] const QList<ReviewLine> &lines() const { return m_lines; }
    [[nodiscard]] const session::ReviewComparison &comparison() const { return m_comparison; }
    [[nodiscard]] const session::ReviewChange *change(int line) const; ///< nullptr: it was not found
    void decide(const QList<int> &lines, ReviewDecision decision);
    [[nodiscard]] int count(ReviewDecision decision) const;
    [[nodiscard]] bool passes(int line, ReviewFilter filter, const QString &words) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(int line) const;

    session::ReviewComparison m_comparison;
    QStringList m_sources; ///< of each change
    QList<ReviewLine> m_lines;
};

/// Draws a change on one line, what goes struck out and what comes underlined.
class ReviewDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// A comparison of two texts as HTML: removed words are struck out, added ones bold and underlined, both in a
/// colour that stands on the palette's page.
/// A paragraph under a quiet title.
QString titledHtml(const QString &title, const QString &html, const QPalette &palette);
QString diffHtml(const QList<text::DiffPiece> &pieces, const QPalette &palette);

} // namespace verbale::workbench
