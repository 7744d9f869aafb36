#pragma once

#include "workbench/icons.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtGui/QKeySequence>

#include <functional>
#include <optional>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;

namespace verbale::workbench {

/// Everything that the window's menus and keys do.
enum class Act {
    Open,
    OpenSample,
    Save,
    SaveAs,
    ExportDocument,
    BringBackReview,
    CloseDocument,
    Quit,
    Undo,
    Redo,
    UseDraft,
    CopySource,
    InsertTag,
    InsertAllTags,
    ReplaceAvoided,
    History,
    AddTerm,
    Split,
    Merge,
    LeaveOut,
    SegmentAgain,
    Confirm,
    TakeBack,
    Previous,
    Next,
    NextUnconfirmed,
    NextTagProblem,
    ToGlossary,
    ToGrid,
    ToSource,
    ToLeftOut,
    ToMessage,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    GlossaryWindow,
    FindCandidates,
    TranslateSegment,
    PretranslateRest,
    CancelTranslating,
    Engines,
    Ledger,
    Plugins,
    Shortcuts,
    About,
};

enum class Menu {
    File,
    Edit,
    Go,
    View,
    Tools,
    Machine, ///< machine translation, within Tools
    Help
};

/// A line of the list of keys in the help menu.
struct ShortcutLine
{
    QString keys;
    QString does;
};

/// Makes the window's menus, and keeps their words in the language of the moment.
class WindowActions final : public QObject
{
    Q_OBJECT
public:
    explicit WindowActions(QMainWindow *window);

    [[nodiscard]] QAction *operator[](Act act) const { return m_actions.value(static_cast<int>(act)); }
    void on(Act act, const std::function<void()> &run);
    [[nodiscard]] QMenu *menu(Menu menu) const { return m_menus.value(static_cast<int>(menu)); }
    [[nodiscard]] QMenu *recentMenu() const { return m_recent; }
    [[nodiscard]] QMenu *encodingMenu() const { return m_encodings; }
    [[nodiscard]] QAction *insertTerm(int number) const { return m_insert[number]; }
    void setDocumentOpen(bool open);

    /// "System", "Light", "Dark" and the languages, as exclusive choices whose data is the setting's value.
    [[nodiscard]] QActionGroup *appearance() const { return m_appearance; }
    [[nodiscard]] QActionGroup *language() const { return m_language; }

    /// Every key of the window: the editor leaves them alone.
    [[nodiscard]] QList<QKeySequence> keys() const;
    [[nodiscard]] QList<ShortcutLine> shortcutLines() const;

    void retranslate();

private:
    void makeMenus(QMainWindow *window);
    void makeChoices(QMainWindow *window);
    void makeInsertions(QMainWindow *window);

    QHash<int, QAction *> m_actions;
    QHash<int, QMenu *> m_menus;
    QList<QAction *> m_insert;
    QMenu *m_recent = nullptr;
    QMenu *m_encodings = nullptr;
    QMenu *m_insertMenu = nullptr;
    QMenu *m_appearanceMenu = nullptr;
    QMenu *m_languageMenu = nullptr;
    QActionGroup *m_appearance = nullptr;
    QActionGroup *m_language = nullptr;
};

} // namespace verbale::workbench
