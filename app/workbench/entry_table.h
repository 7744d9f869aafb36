#pragma once

#include "session/termbases.h"
#include "workbench/glossary_filters.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QCache>
#include <QtCore/QSet>
#include <QtWidgets/QStyledItemDelegate>

namespace verbale::workbench {

class TermbaseService;

/// The entries that the glossary window shows. Found some thousand at a time as the reader scrolls; what a
/// row needs beyond its entry is looked up when it is shown.
class EntryTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Vietnamese, English, Domain, Status, Source, Changed, ColumnCount };
    enum Role { StatusRole = Qt::UserRole + 1, DimRole, MarkRole };

    explicit EntryTable(const TermbaseService &service, QObject *parent = nullptr);

    /// Finds again. The first ones now, more as they are needed.
    void show(const session::TermFilter &filter);
    [[nodiscard]] const session::TermRow *row(int row) const;
    /// -1: not among those that were found so far.
    [[nodiscard]] int rowOf(const session::EntryKey &key) const;
    [[nodiscard]] bool hasMore() const { return m_found.more; }
    /// Entries with something typed that is not saved; their rows carry a mark.
    void setDrafts(const QSet<QString> &keys);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    [[nodiscard]] QString text(const session::TermRow &row, int column) const;
    [[nodiscard]] QString termbaseName(const QString &path) const;
    [[nodiscard]] QString changedOf(const session::TermRow &row) const;

    const TermbaseService &m_service;
    session::TermFilter m_filter;
    session::TermRows m_found;
    QHash<QString, QString> m_names; ///< of the termbases
    QSet<QString> m_drafts;
    mutable QCache<QString, QString> m_changed; ///< last change by key, of rows that were on the screen
};

/// Draws a row: the status with its mark, what is overridden dimmed, long terms cut with an ellipsis.
class EntryDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

/// The words for a termbase: "Shipped glossary", "My terms", or its name.
QString termbaseText(const session::TermbaseInfo &termbase);

} // namespace verbale::workbench
