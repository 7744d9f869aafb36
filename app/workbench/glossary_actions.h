#pragma once

#include <QtCore/QHash>
#include <QtCore/QObject>

#include <functional>

class QAction;
class QMainWindow;
class QMenu;

namespace verbale::workbench {

/// Everything that the glossary window's menus and keys do.
enum class GlossaryAct {
    Import,
    Export,
    Termbases,
    Close,
    Undo,
    Redo,
    Find,
    ClearFilters,
    New,
    Duplicate,
    Save,
    Revert,
    Confirm,
    Merge,
    Delete,
    Previous,
    Next,
    ToTable,
    ToForm,
    PreviousFinding,
    NextFinding,
    Findings,
    Uses,
    Unify,
};

/// Makes the glossary window's menus, and keeps their words in the language of the moment.
class GlossaryActions final : public QObject
{
    Q_OBJECT
public:
    explicit GlossaryActions(QMainWindow *window);

    [[nodiscard]] QAction *operator[](GlossaryAct act) const
    {
        return m_actions.value(static_cast<int>(act));
    }
    void on(GlossaryAct act, const std::function<void()> &run);
    /// The names of what can be undone and redone; empty: nothing.
    void setHistory(const QString &undo, const QString &redo);
    void retranslate();

private:
    QHash<int, QAction *> m_actions;
    QHash<int, QMenu *> m_menus;
    QString m_undo;
    QString m_redo;
};

} // namespace verbale::workbench
