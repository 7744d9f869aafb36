#pragma once

#include "host/plugin_host.h"
#include "session/connection_test.h"
#include "session/engine_settings.h"
#include "session/key_store.h"

#include <QtWidgets/QDialog>

#include <functional>

class QLabel;
class QListWidget;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace verbale::workbench {

class EngineForm;
class MachineForm;
class MessageBar;
class Questions;

/// What the engines page works with.
struct EngineServices
{
    session::KeyStore &keys;
    Questions &questions;
    QString settingsFile; ///< empty: nothing is kept
    std::function<host::HostOptions()> plugins;
};

/// The engines page: the services of machine translation that are set up, and everything about the one that
/// is chosen. What is changed is kept with Save, keys too; what others have written into the settings file
/// meanwhile stays. Not modal.
class EnginesDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit EnginesDialog(EngineServices services, QWidget *parent = nullptr);

    void add(const QString &type);
    void removeCurrent();
    /// Of an engine; empty: what counts for all of them.
    void goTo(const QString &engine);
    void save();
    [[nodiscard]] bool isModified() const;
    /// False, and the question is asked in the page: there is something that was not saved.
    bool mayClose();
    void reject() override;

    [[nodiscard]] QListWidget *list() const { return m_list; }
    [[nodiscard]] EngineForm *form() const { return m_form; }
    [[nodiscard]] MachineForm *machine() const { return m_machine; }
    [[nodiscard]] MessageBar *messageBar() const { return m_bar; }
    [[nodiscard]] QPushButton *saveButton() const { return m_save; }
    [[nodiscard]] QMenu *addMenu() const { return m_types; }

signals:
    /// The settings file is another now, or a key is.
    void saved();

private:
    struct Line
    {
        session::EngineSetup setup;
        QString storedAs;   ///< its name in the file; empty: it is new
        session::Key typed; ///< kept with the next saving
        QString price = {}; ///< as it was typed, a number or not; empty: as the setup has it
    };

    void layOut();
    void load(const QString &goTo);
    void fill();
    void showRow(int row);
    void takeForm();
    void look();
    [[nodiscard]] session::MachineSettings settings() const;
    [[nodiscard]] QList<session::EngineSetup> othersThan(int row) const;
    [[nodiscard]] int firstWrongRow();
    [[nodiscard]] session::ConnectionTest connectionTest() const;
    void afterSaving(const Result<void> &saved, const session::MachineSettings &own);
    void keepKeys();
    void tellKept(const QString &engine, const session::KeptKey &kept);
    void removeKey();

    EngineServices m_services;
    session::Settings m_all;         ///< as they were read
    session::MachineSettings m_read; ///< of these
    QList<Line> m_lines;
    QStringList m_gone; ///< names in the file of engines that were removed here
    int m_row = -1;     ///< that the form shows; that of the machine form is m_lines.size()
    bool m_filling = false;
    bool m_saving = false;
    QString m_goAfterSaving;
    QListWidget *m_list;
    QPushButton *m_add;
    QMenu *m_types;
    QPushButton *m_remove;
    QStackedWidget *m_pages;
    EngineForm *m_form;
    MachineForm *m_machine;
    MessageBar *m_bar;
    QPushButton *m_save;
};

} // namespace verbale::workbench
