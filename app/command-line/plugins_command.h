#pragma once

#include "command-line/command.h"

#include <QtCore/QJsonObject>

#include <chrono>

namespace verbale::commandline {

/// What `verbale plugins` can do; an object for each action.
class PluginsAction
{
public:
    PluginsAction() = default;
    virtual ~PluginsAction() = default;
    PluginsAction(const PluginsAction &) = delete;
    PluginsAction &operator=(const PluginsAction &) = delete;

    [[nodiscard]] virtual const char *name() const = 0;
    [[nodiscard]] virtual const char *summary() const = 0;
    virtual void declare(VerbOptions &options) = 0;
    /// The exit status. An Error has not been said yet.
    virtual Result<int> work(Context &context) = 0;

    bool chosen = false;
};

/// `plugins list|enable|disable|new|check|run`.
class PluginsCommand : public Command
{
public:
    PluginsCommand();
    const char *name() const override { return "plugins"; }
    const char *summary() const override { return "List, switch, write, check and try plugins"; }
    void declare(VerbOptions &options) override;
    int run(Context &context) override;

private:
    std::vector<std::unique_ptr<PluginsAction>> m_actions;
};

std::unique_ptr<PluginsAction> pluginsList();
std::unique_ptr<PluginsAction> pluginsEnable();
std::unique_ptr<PluginsAction> pluginsDisable();
std::unique_ptr<PluginsAction> pluginsNew();
std::unique_ptr<PluginsAction> pluginsCheck();
std::unique_ptr<PluginsAction> pluginsRun();

/// What `check` and `run` share: --set KEY=VALUE, --engine and --time-limit.
class PluginTrialOptions
{
public:
    void declare(VerbOptions &options);
    /// The value of --set is JSON where it can be read as such, else a text. Error: usage.set.
    [[nodiscard]] Result<QJsonObject> settings() const;
    /// Error: usage.time-limit.
    [[nodiscard]] Result<std::chrono::milliseconds> timeLimit() const;
    [[nodiscard]] QString engine() const { return m_engine; }

private:
    QStringList m_settings;
    QString m_engine;
    QString m_timeLimit;
};

} // namespace verbale::commandline
