#include "workbench/machine_switch.h"

#include "workbench/later.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QSaveFile>

namespace verbale::workbench {

namespace {

constexpr qsizetype mostRemembered = 500;

QJsonObject enginesOf(const session::Settings &settings)
{
    return settings.machineTranslation.value(QLatin1String("engines")).toObject();
}

/// Whoever agreed to an engine did not agree to another address under its name.
QString setupHash(const QString &engine, const session::Settings &settings)
{
    const QJsonObject own = enginesOf(settings).value(engine).toObject();
    QByteArray bytes = engine.toUtf8() + '\n' + QJsonDocument(own).toJson(QJsonDocument::Compact);
    const QJsonObject redact = settings.machineTranslation.value(QLatin1String("redact")).toObject();
    if (!redact.isEmpty()) // else as it was before there were such rules
        bytes += QJsonDocument(redact).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(32));
}

QJsonObject readMemory(const QString &path)
{
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

/// All but this plugin and those that it needs: they run in the window's own host.
QSet<QString> othersThan(const QString &pluginId, const QList<host::PluginInfo> &plugins)
{
    QSet<QString> others;
    QHash<QString, QStringList> needs;
    for (const host::PluginInfo &plugin : plugins) {
        others.insert(plugin.descriptor.id);
        for (const host::Requirement &needed : plugin.descriptor.needs)
            needs[plugin.descriptor.id].append(needed.id);
    }
    QStringList wanted{pluginId};
    while (!wanted.isEmpty()) {
        const QString id = wanted.takeLast();
        if (others.remove(id))
            wanted += needs.value(id);
    }
    return others;
}

/// Lines {document, engine, setup}, the newest first. What cannot be written is asked for again next time.
void writeMemory(const QString &path, const QString &document, const QJsonObject &line)
{
    QJsonArray lines = readMemory(path).value(QLatin1String("documents")).toArray();
    for (qsizetype i = lines.size() - 1; i >= 0; --i) {
        if (lines[i].toObject().value(QLatin1String("document")).toString() == document)
            lines.removeAt(i);
    }
    if (!line.isEmpty())
        lines.prepend(line);
    while (lines.size() > mostRemembered)
        lines.removeLast();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(QJsonDocument(QJsonObject{{QLatin1String("documents"), lines}}).toJson());
    file.commit();
}

} // namespace

MachineSwitch::MachineSwitch(DocumentController &controller, MachineSetup setup, QObject *parent)
    : QObject(parent), m_controller(controller), m_setup(std::move(setup))
{
    m_setup.plugins.onChange = {};
    m_disk.setMaxThreadCount(1);
    connect(&controller, &DocumentController::opened, this, &MachineSwitch::recall);
    connect(&controller, &DocumentController::closed, this, [this] {
        drop();
        m_engine.clear();
        setState(State::Off);
    });
}

MachineSwitch::~MachineSwitch()
{
    drop();
}

QStringList MachineSwitch::engines() const
{
    return enginesOf(m_setup.settings).keys() + m_pluginEngines;
}

void MachineSwitch::setSettings(const session::Settings &settings)
{
    const QString before = setupHash(m_engine, m_setup.settings);
    m_setup.settings = settings;
    if (m_engine.isEmpty())
        emit changed();
    else if (!engines().contains(m_engine))
        choose({});
    else
        begin(m_engine, isOn() && before == setupHash(m_engine, settings));
}

void MachineSwitch::setPlugins(const host::HostOptions &plugins, const QStringList &engines,
                               const QSet<QString> &touched)
{
    m_setup.plugins = plugins;
    m_setup.plugins.onChange = {};
    m_pluginEngines = engines;
    const bool isSetUp = session::isEngineSetUp(m_engine, m_setup.settings);
    const QString plugin = isSetUp ? QString(session::machineTranslationPlugin) : m_engine;
    // A plugin that the window's host could not ask any more is not touched when it is switched off.
    const bool isThere = isSetUp ? !plugins.disabled.contains(plugin) : engines.contains(plugin);
    if (!m_engine.isEmpty() && isThere && !touched.contains(plugin))
        emit changed(); // what runs is as it was
    else if (!m_engine.isEmpty())
        begin(m_engine, isOn());
    else if (m_controller.hasDocument())
        recall();
    else
        emit changed();
}

std::shared_ptr<host::PluginHost> MachineSwitch::host() const
{
    return isOn() ? m_host : nullptr;
}

session::MachineOptions MachineSwitch::options() const
{
    return m_options;
}

void MachineSwitch::setState(State state)
{
    m_state = state;
    emit changed();
}

/// The host's process may take a moment to end; nobody waits for it here.
void MachineSwitch::drop()
{
    ++m_request;
    m_stop.request_stop();
    m_stop = StopSource();
    if (m_host)
        runLater([host = std::exchange(m_host, {})] { return host->stop(), true; });
}

void MachineSwitch::choose(const QString &engine)
{
    if (!m_controller.hasDocument())
        return;
    if (!engine.isEmpty()) {
        begin(engine, isOn() && engine == m_engine);
        return;
    }
    drop();
    m_engine.clear();
    remember();
    setState(State::Off);
}

void MachineSwitch::begin(const QString &engine, bool decided)
{
    drop();
    m_engine = engine;
    setState(State::Preparing);
    session::MachineOptions options;
    options.engine = engine;
    options.document = m_controller.path();
    options.isSetUp = session::isEngineSetUp(engine, m_setup.settings);
    auto work = [setup = m_setup, options, document = m_controller.document()] {
        return prepare(setup, options, document);
    };
    whenDone(this, runLater(std::move(work)),
             [this, decided, request = m_request](const Result<Prepared> &prepared) {
                 if (request == m_request)
                     takePrepared(prepared, decided);
             });
}

/// On a worker. No code of a plugin runs.
Result<MachineSwitch::Prepared> MachineSwitch::prepare(const MachineSetup &setup,
                                                       const session::MachineOptions &wanted,
                                                       const Document &document)
{
    Prepared prepared{{}, wanted, {}};
    const Result<session::HandlingLevel> allowed = session::handlingAllowed(wanted.engine, setup.settings);
    if (!allowed)
        return allowed.error();
    prepared.options.allowed = *allowed;
    Result<std::shared_ptr<const session::Redactor>> redactor =
        session::machineRedactor(setup.settings, document);
    if (!redactor)
        return redactor.error();
    prepared.options.redactor = *std::move(redactor);
    host::HostOptions plugins = setup.plugins;
    QFuture<session::FoundKey> key = setup.keys->find(wanted.engine);
    key.waitForFinished(); // the keyring may ask for its password first
    if (const Result<void> on = session::switchOn(wanted.engine, setup.settings, key.result().key, plugins);
        !on)
        return on.error();
    {
        host::PluginHost found(plugins);
        found.discover();
        plugins.disabled += othersThan(
            wanted.isSetUp ? QString(session::machineTranslationPlugin) : wanted.engine, found.plugins());
    }
    prepared.host = std::make_shared<host::PluginHost>(plugins);
    prepared.host->discover();
    prepared.host->start(); // nothing but the means to start the process when it is asked
    Result<session::TranslateQuestion> question =
        session::translateQuestion(document, *prepared.host, prepared.options);
    if (!question)
        return question.error();
    prepared.question = *question;
    return prepared;
}

void MachineSwitch::takePrepared(const Result<Prepared> &prepared, bool decided)
{
    if (!prepared) {
        refuse(prepared.error());
        return;
    }
    m_host = prepared->host;
    m_options = prepared->options;
    if (decided)
        decide(true);
    else
        askForPreview(MachinePurpose::SwitchOn, prepared->question);
}

void MachineSwitch::refuse(const Error &error)
{
    drop();
    if (error.code == QLatin1String("mt.handling")) {
        const session::HandlingMark mark = session::handlingOf(m_controller.document());
        m_marking = mark.text.isEmpty() ? session::handlingName(mark.level) : mark.text;
        setState(State::Refused);
    } else {
        m_engine.clear();
        setState(State::Off);
    }
    emit failed(error);
}

void MachineSwitch::askForPreview(MachinePurpose purpose, const session::TranslateQuestion &question)
{
    const auto tell = [this, purpose, question](const Result<TranslatePreview> &preview) {
        MachineOutlook outlook{purpose, question, {}, {}};
        if (preview)
            outlook.preview = *preview;
        else
            outlook.problem = preview.error().message;
        emit decisionNeeded(outlook);
    };
    whenDone(this, m_host->previewTranslation(question.pluginId, question.request, m_stop.get_token()),
             [this, tell, request = m_request](const Result<TranslatePreview> &preview) {
                 if (request == m_request)
                     tell(preview);
             });
}

void MachineSwitch::decide(bool on)
{
    if (m_state != State::Preparing)
        return;
    if (!on) {
        choose({});
        return;
    }
    remember();
    setState(State::On);
}

void MachineSwitch::putTogether(const session::MachineOptions &options, const QList<SegmentRef> &only,
                                const std::function<void(const session::TranslateQuestion &)> &then)
{
    if (!isOn())
        return;
    auto work = [host = m_host, options, only, document = m_controller.document()] {
        return session::translateQuestion(document, *host, options, only);
    };
    whenDone(this, runLater(std::move(work)),
             [this, then, request = m_request](const Result<session::TranslateQuestion> &question) {
                 if (request != m_request || !isOn())
                     return;
                 if (!question)
                     refuse(question.error());
                 else
                     then(*question);
             });
}

void MachineSwitch::ask(const SegmentRef &segment, bool evenEdited)
{
    session::MachineOptions options = m_options;
    options.evenEdited = evenEdited;
    putTogether(options, {segment},
                [this](const session::TranslateQuestion &question) { emit asked(question); });
}

void MachineSwitch::look(MachinePurpose purpose, const QList<SegmentRef> &only)
{
    session::MachineOptions options = m_options;
    options.again = purpose == MachinePurpose::Again;
    putTogether(options, only, [this, purpose](const session::TranslateQuestion &question) {
        askForPreview(purpose, question);
    });
}

/// What was decided for this document before.
void MachineSwitch::recall()
{
    drop();
    m_engine.clear();
    setState(State::Off);
    auto promise = std::make_shared<QPromise<QJsonArray>>();
    promise->start();
    whenDone(this, promise->future(), [this, request = m_request](const QJsonArray &lines) {
        if (request == m_request && m_controller.hasDocument())
            recallFrom(lines);
    });
    m_disk.start([promise, path = m_setup.memoryFile] {
        promise->addResult(readMemory(path).value(QLatin1String("documents")).toArray());
        promise->finish();
    });
}

void MachineSwitch::recallFrom(const QJsonArray &lines)
{
    for (const auto &value : lines) {
        const QJsonObject line = value.toObject();
        const QString engine = line.value(QLatin1String("engine")).toString();
        const bool isHere = line.value(QLatin1String("document")).toString() == m_controller.workingFile();
        if (isHere && engines().contains(engine) &&
            line.value(QLatin1String("setup")).toString() == setupHash(engine, m_setup.settings)) {
            begin(engine, true);
            return;
        }
    }
}

void MachineSwitch::remember()
{
    if (m_setup.memoryFile.isEmpty())
        return;
    const QString document = m_controller.workingFile();
    QJsonObject line;
    if (!m_engine.isEmpty())
        line = {{QLatin1String("document"), document},
                {QLatin1String("engine"), m_engine},
                {QLatin1String("setup"), setupHash(m_engine, m_setup.settings)}};
    m_disk.start([path = m_setup.memoryFile, document, line] { writeMemory(path, document, line); });
}

} // namespace verbale::workbench
