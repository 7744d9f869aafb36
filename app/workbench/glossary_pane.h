#pragma once

#include "document/document.h"

#include <QtCore/QAbstractListModel>
#include <QtWidgets/QWidget>

#include <optional>

class QLabel;
class QListView;

namespace verbale::workbench {

/// A term of the current segment with the text that stands for it in the source.
struct ShownTerm
{
    QString surface; ///< empty: wording that is avoided whatever the source says
    TermHit hit;
    std::optional<TermReceipt> receipt; ///< of the occurrence that has most to say
    bool inShort = false;               ///< a short form stands for it, after the full one
};

/// The terms of one segment, in the order of its text, each entry once.
class TermListModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { TermRole = Qt::UserRole + 1 };
    using QAbstractListModel::QAbstractListModel;

    /// `shortForms`: DocumentController::shortForms.
    void show(const Segment *segment, const QList<qsizetype> &shortForms = {});
    [[nodiscard]] const QList<ShownTerm> &terms() const { return m_terms; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void addAvoided(const Segment &segment);

    QList<ShownTerm> m_terms;
};

/// Beside the grid: the current segment's terms as numbered cards. A double click, Enter or Alt+number asks
/// for the English to be inserted.
class GlossaryPane final : public QWidget
{
    Q_OBJECT
public:
    explicit GlossaryPane(QWidget *parent = nullptr);

    void showSegment(const Segment *segment, const QList<qsizetype> &shortForms = {});
    /// What stands in the pane while there is no term: that they are looked for, or that there are none.
    void setSearching(bool searching);
    [[nodiscard]] int termCount() const { return m_model->rowCount(); }
    /// The English of the n-th term, from 0; empty beyond the last.
    [[nodiscard]] QString term(int number) const;

    void takeFocus();

signals:
    void insertRequested(const QString &english);
    void replaceRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showMenu(const QPoint &at);
    void updateState();

    TermListModel *m_model;
    QListView *m_list;
    QLabel *m_title;
    QLabel *m_hint;
    bool m_searching = false;
    bool m_hasSegment = false;
};

} // namespace verbale::workbench

Q_DECLARE_METATYPE(verbale::workbench::ShownTerm)
