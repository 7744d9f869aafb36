#pragma once

#include "session/termbase_values.h"

#include <QtCore/QAbstractListModel>
#include <QtWidgets/QWidget>

class QLabel;
class QListView;

namespace verbale::workbench {

class FindingsModel;

/// What lint says of the termbases, a line each. One walks it with the window's keys; Enter opens the entry.
class FindingsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit FindingsPanel(QWidget *parent = nullptr);

    void setBusy();
    /// The place in the list stays.
    void show(const QList<session::GlossaryFinding> &findings);
    void tell(const QString &problem);
    /// One further, by `by`, from the current one; begins anew after the end. False when there is none.
    bool step(int by);
    [[nodiscard]] int count() const;
    [[nodiscard]] int currentRow() const;
    [[nodiscard]] QListView *list() const { return m_list; }

signals:
    void openRequested(const verbale::session::EntryKey &key);

protected:
    void changeEvent(QEvent *event) override;

private:
    void openCurrent();
    void retranslate();

    enum class State { Nothing, Busy, Shown, Failed };
    State m_state = State::Nothing;
    QString m_problem;
    QLabel *m_title;
    QListView *m_list;
    FindingsModel *m_model;
};

} // namespace verbale::workbench
