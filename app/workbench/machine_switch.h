#pragma once

#include "session/key_store.h"
#include "session/machine_translation.h"
#include "workbench/document_controller.h"

#include <QtCore/QThreadPool>

#include <functional>
#include <memory>

namespace verbale::workbench {

/// What machine translation is made with.
struct MachineSetup
{
    session::Settings settings;
    host::HostOptions plugins; ///< the engine in use has a host of its own, with these
    QString memoryFile;        ///< which documents it is switched on for; empty: forgotten at the end
    std::shared_ptr<session::KeyStore> keys;
};

/// Why something would be sent.
enum class MachinePurpose {
    SwitchOn, ///< nothing yet; from then on, segments that the translator comes to
    Rest,     ///< what has no translation
    Again,    ///< what may have been charged before
};

/// What would be sent, before anything is: for the one who decides.
struct MachineOutlook
{
    MachinePurpose purpose = MachinePurpose::Rest;
    session::TranslateQuestion question;
    TranslatePreview preview;
    QString problem; ///< why the engine does not say what it would send; empty: it does
};

/// The switch "machine translation for this document": off, until the translator has chosen an engine and
/// has seen what it would be sent; remembered by document and engine, and as long as the engine is set up as
/// it was then. While it is off no plugin that translates is started. Lives on the GUI thread; plugins
/// and keys are looked for on others.
class MachineSwitch final : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Off,
        Preparing, ///< an engine was chosen; its outlook is on its way, or waits for the decision
        On,
        Refused, ///< the engine may not have this document: nothing is sent
    };

    MachineSwitch(DocumentController &controller, MachineSetup setup, QObject *parent = nullptr);
    ~MachineSwitch() override;

    /// Those of the settings, then plugins that are engines themselves, by their ids.
    [[nodiscard]] QStringList engines() const;
    /// Engines were added, changed or taken away, or their keys: the one in use is started anew.
    void setSettings(const session::Settings &settings);
    /// The plugins are others, or the translator has switched some off. `engines`: those that translate, but
    /// for the one that came with Verbale. `touched`: ids of those that are not as they were; while the one
    /// in use is none of them, it goes on.
    void setPlugins(const host::HostOptions &plugins, const QStringList &engines,
                    const QSet<QString> &touched);
    [[nodiscard]] const session::Settings &settings() const { return m_setup.settings; }

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isOn() const { return m_state == State::On; }
    /// The chosen one, by the user's name; empty: none.
    [[nodiscard]] const QString &engine() const { return m_engine; }
    /// The line that marks the document, where the engine was refused for it; its level where none does.
    [[nodiscard]] const QString &marking() const { return m_marking; }
    /// Of the engine; null unless it is on.
    [[nodiscard]] std::shared_ptr<host::PluginHost> host() const;
    [[nodiscard]] session::MachineOptions options() const;

    /// Empty: off. Ends in changed(), after decisionNeeded() where nobody has decided yet, or failed().
    void choose(const QString &engine);
    /// What decisionNeeded() asked with MachinePurpose::SwitchOn.
    void decide(bool on);
    /// Only while it is on; ends in asked(): the question about one segment. `evenEdited`: also where there
    /// is a translation, or was one.
    void ask(const SegmentRef &segment, bool evenEdited);
    /// Only while it is on; ends in decisionNeeded() or failed(). `only`: segments, empty: all.
    void look(MachinePurpose purpose, const QList<SegmentRef> &only = {});

signals:
    void changed();
    void asked(const verbale::session::TranslateQuestion &question);
    void decisionNeeded(const verbale::workbench::MachineOutlook &outlook);
    void failed(const verbale::Error &error);

private:
    struct Prepared
    {
        std::shared_ptr<host::PluginHost> host;
        session::MachineOptions options;
        session::TranslateQuestion question;
    };
    static Result<Prepared> prepare(const MachineSetup &setup, const session::MachineOptions &wanted,
                                    const Document &document);
    void begin(const QString &engine, bool decided);
    void takePrepared(const Result<Prepared> &prepared, bool decided);
    void putTogether(const session::MachineOptions &options, const QList<SegmentRef> &only,
                     const std::function<void(const session::TranslateQuestion &)> &then);
    void askForPreview(MachinePurpose purpose, const session::TranslateQuestion &question);
    void refuse(const Error &error);
    void recall();
    void remember();
    void recallFrom(const QJsonArray &lines);
    void setState(State state);
    void drop();

    DocumentController &m_controller;
    MachineSetup m_setup;
    QStringList m_pluginEngines;
    State m_state = State::Off;
    QString m_engine;
    QString m_marking;
    std::shared_ptr<host::PluginHost> m_host;
    session::MachineOptions m_options;
    StopSource m_stop;
    QThreadPool m_disk; ///< of one thread: what is read was written before
    int m_request = 0;  ///< what was asked for before is not waited for any more
};

} // namespace verbale::workbench

Q_DECLARE_METATYPE(verbale::workbench::MachineOutlook)
