#pragma once

#include "session/termbase_values.h"
#include "workbench/glossary_filters.h"

#include <QtCore/QTimer>
#include <QtWidgets/QMainWindow>

class QLabel;
class QModelIndex;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace verbale::workbench {

class DocumentController;
class EntryPane;
class EntryTable;
class FindingsPanel;
class GlossaryActions;
class MessageBar;
class Questions;
class TermbaseService;
class UsesPanel;

/// The window for those who keep the terms: search and filters, the table, and the entry's form beside it.
class GlossaryWindow final : public QMainWindow
{
    Q_OBJECT
public:
    /// All of them outlive the window. `state`: of keptState().
    GlossaryWindow(TermbaseService &service, DocumentController &document, Questions &questions,
                   const QByteArray &state, QWidget *parent = nullptr);
    ~GlossaryWindow() override;

    /// Size, columns, filters: for the settings.
    [[nodiscard]] QByteArray keptState() const;
    /// Shows an entry wherever the filters stand.
    void openEntry(const session::EntryKey &key);
    void newEntry(const glossary::ConceptEntry &entry = {});
    /// False when the user thought better of it.
    bool mayClose();
    /// Termbases that are known and not used, for the list of them.
    void setUnusedGlossaries(const QStringList &paths) { m_unusedGlossaries = paths; }

    [[nodiscard]] GlossaryActions &actions() const { return *m_actions; }
    [[nodiscard]] GlossaryFilters *filters() const { return m_filters; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] EntryTable *model() const { return m_model; }
    [[nodiscard]] EntryPane *pane() const { return m_pane; }
    [[nodiscard]] FindingsPanel *findings() const { return m_findings; }
    [[nodiscard]] UsesPanel *uses() const { return m_uses; }
    [[nodiscard]] MessageBar *messageBar() const { return m_bar; }

signals:
    void segmentRequested(int row);
    /// Those that are used from now on, and those that are only known.
    void glossariesChosen(const QStringList &used, const QStringList &unused);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void makeTable();
    void shareColumns(int width);
    void makeToolBar();
    void connectActions();
    void connectPane();
    void connectService();
    void connectDocument();
    void restore(const QByteArray &state);

    [[nodiscard]] session::TermFilter filter() const;
    void find();
    void findAgain();
    void fillChoices();
    void showCurrent();
    void select(const session::EntryKey &key, bool scroll);
    void step(int by);
    [[nodiscard]] QList<session::EntryKey> selectedKeys() const;
    void duplicate();
    void confirmSelected();
    void removeSelected();
    void mergeEntries(const QList<session::EntryKey> &keys);
    void undo();
    void redo();
    void lint();
    void stepFinding(int by);
    void togglePanel(QWidget *panel);
    void showUses();
    void unifyUses();
    void openImport();
    void openExport();
    void openTermbases();
    [[nodiscard]] int usesOfEntry(const session::EntryKey &key) const;
    void updateActions();
    void updateStatus();
    void updateDrafts();
    void tellFailure(const Error &error);
    void retranslate();

    TermbaseService &m_service;
    DocumentController &m_document;
    Questions &m_questions;
    GlossaryActions *m_actions;
    MessageBar *m_bar;
    GlossaryFilters *m_filters;
    QTableView *m_table;
    EntryTable *m_model;
    EntryPane *m_pane;
    QSplitter *m_columns;
    QSplitter *m_rows;
    QStackedWidget *m_panels;
    FindingsPanel *m_findings;
    UsesPanel *m_uses;
    QToolBar *m_tools;
    QLabel *m_count;
    QLabel *m_unsaved;
    QTimer m_preview; ///< shows the first entry that was found, once the reader pauses
    QTimer m_lintSoon;
    QTimer m_usesSoon;
    QHash<QString, int> m_usesByEntry;
    QStringList m_unusedGlossaries;
    int m_lintRun = 0;
    bool m_selecting = false;
    bool m_firstFind = true;
};

} // namespace verbale::workbench
