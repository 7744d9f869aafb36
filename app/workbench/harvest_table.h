#pragma once

#include "session/harvest.h"
#include "session/termbase_values.h"

#include <QtCore/QAbstractTableModel>

namespace verbale::workbench {

/// A name that may become an entry, and what the user made of it.
struct HarvestCandidate
{
    session::HarvestedTerm term;
    QString english;                             ///< as it is proposed, or as it was typed
    QStringList places = {};                     ///< Document::segmentKey of its segments, each once
    std::optional<session::EntryKey> entry = {}; ///< where it went, when it was accepted
    bool accepted = false;                       ///< the entry is there now
    bool dismissed = false;
};

/// The candidates that nothing was decided about, the likeliest first. The English can be edited.
class HarvestTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Vietnamese, English, Count, Context, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void show(QList<HarvestCandidate> candidates);
    /// Changes a candidate; its row comes or goes as it was decided about.
    void change(qsizetype candidate, const std::function<void(HarvestCandidate &)> &change);

    [[nodiscard]] const QList<HarvestCandidate> &candidates() const { return m_candidates; }
    /// The candidate of a row, as an index into candidates(); -1: none.
    [[nodiscard]] qsizetype candidateAt(int row) const { return m_rows.value(row, -1); }
    [[nodiscard]] int rowOf(qsizetype candidate) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// The words of the interface or the colours are others.
    void renew();

private:
    [[nodiscard]] QString text(const HarvestCandidate &candidate, int column) const;

    QList<HarvestCandidate> m_candidates;
    QList<qsizetype> m_rows;
};

} // namespace verbale::workbench
