#pragma once

#include "session/dismissed_terms.h"
#include "session/harvest.h"
#include "session/termbase_values.h"

#include <QtWidgets/QDockWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace verbale::workbench {

class DocumentController;
class HarvestTable;
class MessageBar;
class TermbaseService;

/// Below the document: names in it that no glossary knows, with their likely English. Enter puts one into the
/// user's own termbase, Delete dismisses it for good, Space goes to its places in the document.
class HarvestPane final : public QDockWidget
{
    Q_OBJECT
public:
    /// Both outlive the pane. `dismissedFile`: as DismissedTerms has it.
    HarvestPane(TermbaseService &service, DocumentController &document, const QString &dismissedFile,
                QWidget *parent = nullptr);
    ~HarvestPane() override;

    /// Opens the pane, looks for names when that was not done yet, and takes the keyboard; closes the pane
    /// when it has the keyboard already.
    void toggle();
    /// Looks through the document as it stands.
    void look();
    [[nodiscard]] bool isLooking() const { return m_looking; }

    [[nodiscard]] QTableView *table() const { return m_view; }
    [[nodiscard]] HarvestTable *model() const { return m_table; }
    [[nodiscard]] MessageBar *messageBar() const { return m_bar; }
    [[nodiscard]] QPushButton *button() const { return m_again; } ///< "Stop" or "Look again"
    /// What stands in the place of the list; empty: the list does.
    [[nodiscard]] QString emptyText() const;

    /// Enter, Delete, Space, Ctrl+Z and Ctrl+Shift+Z.
    void accept(bool inSpiteOfConflicts = false);
    void dismiss();
    void goToPlace();
    void undo();
    void redo();

signals:
    void segmentRequested(int row);
    void entryRequested(const verbale::session::EntryKey &key);
    void left(); ///< the keyboard goes back to the grid

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Deed { Accepted, Dismissed };
    struct Found
    {
        Result<QList<session::HarvestedTerm>> terms;
        Result<session::DismissedTerms> dismissed;
        QList<QString> keys; ///< of the document's segments
    };

    void layOut();
    void setUpView();
    void connectAll();
    void start();
    void take(const Found &found);
    void stop();
    void forget();
    void close();
    bool handle(int key, Qt::KeyboardModifiers modifiers);
    void settle();
    void select(qsizetype candidate);
    void put(qsizetype candidate);
    bool setDismissed(qsizetype candidate, bool dismissed);
    [[nodiscard]] qsizetype current() const;
    [[nodiscard]] QString shown(qsizetype candidate) const;
    void updateHead();
    void retranslate();

    TermbaseService &m_service;
    DocumentController &m_document;
    session::DismissedTerms m_dismissed;
    HarvestTable *m_table;
    QWidget *m_head = nullptr;
    QLabel *m_title;
    QProgressBar *m_progress;
    QPushButton *m_again;
    QToolButton *m_close;
    MessageBar *m_bar;
    QStackedWidget *m_pages;
    QTableView *m_view;
    QLabel *m_empty;
    QList<std::pair<qsizetype, Deed>> m_done; ///< what Ctrl+Z takes back, the last at the end
    QList<std::pair<qsizetype, Deed>> m_undone;
    qsizetype m_visited = -1; ///< whose places Space walks through
    qsizetype m_place = 0;
    StopSource m_stop;
    QString m_problem; ///< why the last search gave nothing
    int m_run = 0;
    bool m_looking = false;
    bool m_looked = false;
};

} // namespace verbale::workbench
