#pragma once

#include "workbench/machine_run.h"
#include "workbench/machine_switch.h"

#include <QtCore/QPointer>

#include <functional>

class QActionGroup;
class QWidget;

namespace verbale::workbench {

class EditorPage;
class MachineDialog;
class MachineStatus;
class MessageBar;
class WindowActions;

/// Machine translation in the window: its menu, the lock in the status bar, what is asked before something is
/// sent, and what came of it. While it is on for the document, an empty segment that the translator comes to
/// is asked for by itself.
class MachineDesk final : public QObject
{
    Q_OBJECT
public:
    /// Its bar and its lock are for the window to lay out. All of them outlive the desk.
    MachineDesk(DocumentController &controller, EditorPage &page, WindowActions &actions, MachineSetup setup,
                QWidget *window);
    ~MachineDesk() override;

    [[nodiscard]] MessageBar *bar() const { return m_bar; }
    [[nodiscard]] MachineStatus *status() const { return m_status; }
    [[nodiscard]] MachineSwitch &onOff() { return m_switch; }
    [[nodiscard]] MachineRun &run() { return m_run; }
    /// What asks before something is sent; null while nothing is asked.
    [[nodiscard]] MachineDialog *dialog() const;

    /// While this says so, no segment is asked for by itself, for a few seconds at most: the glossary may
    /// still have its translation.
    void waitWhile(const std::function<bool()> &isDrafting) { m_isDrafting = isDrafting; }

    void translateSegment();
    void pretranslateRest();
    /// Words in the language of the moment.
    void retranslate();

signals:
    void hint(const QString &sentence); ///< for the status bar, for some seconds
    void enginesRequested();
    void ledgerRequested();

private:
    void fillMenu();
    void update();
    void showProgress();
    void ask(const MachineOutlook &outlook);
    void decide(const MachineOutlook &outlook, bool yes);
    void tellFailure(const Error &error);
    void tellResult(const session::MachineReport &report, bool cancelled);
    void tellOne(const session::MachineReport &report);
    void sendAgain();
    void lookAtRow();
    void tellOff();

    DocumentController &m_controller;
    EditorPage &m_page;
    WindowActions &m_actions;
    QWidget *m_window;
    MachineSwitch m_switch;
    MachineRun m_run;
    MessageBar *m_bar;
    MachineStatus *m_status;
    QActionGroup *m_choices = nullptr;
    QPointer<MachineDialog> m_dialog;
    QTimer m_pause;
    std::function<bool()> m_isDrafting;
    int m_waits = 0;        ///< in this document
    QSet<QString> m_tried;  ///< segments that were asked for by themselves
    QString m_trouble;      ///< for the lock, until the next run
    bool m_looking = false; ///< a question is being put together
};

} // namespace verbale::workbench
