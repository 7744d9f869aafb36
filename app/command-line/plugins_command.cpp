#include "command-line/plugins_command.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace verbale::commandline {

PluginsCommand::PluginsCommand()
{
    m_actions.push_back(pluginsList());
    m_actions.push_back(pluginsEnable());
    m_actions.push_back(pluginsDisable());
    m_actions.push_back(pluginsNew());
    m_actions.push_back(pluginsCheck());
    m_actions.push_back(pluginsRun());
}

void PluginsCommand::declare(VerbOptions &options)
{
    for (const auto &action : m_actions) {
        VerbOptions own = options.action(action->name(), action->summary(), action->chosen);
        action->declare(own);
    }
}

int PluginsCommand::run(Context &context)
{
    for (const auto &action : m_actions) {
        if (!action->chosen)
            continue;
        const Result<int> status = action->work(context);
        if (status)
            return *status;
        complain(context, status.error());
        return status.error().code == QLatin1String("plugins.cancelled") ? Interrupted : Refused;
    }
    complain(context, QStringLiteral("plugins needs one of list, enable, disable, new, check and run. See "
                                     "`verbale plugins --help`."));
    return Refused;
}

void PluginTrialOptions::declare(VerbOptions &options)
{
    options.repeated("--set", m_settings, "KEY=VALUE", "A setting of the plugin: JSON, or a text");
    options.text("--engine", m_engine, "NAME",
                 "Of a plugin that translates: the service to ask, which may cost money");
    options.text("--time-limit", m_timeLimit, "SECONDS", "For each call, instead of its interface's own");
}

Result<QJsonObject> PluginTrialOptions::settings() const
{
    QJsonObject settings;
    for (const QString &setting : m_settings) {
        const QString key = setting.section(QLatin1Char('='), 0, 0);
        if (key.isEmpty() || !setting.contains(QLatin1Char('=')))
            return Error{QStringLiteral("usage.set"),
                         QStringLiteral("--set takes KEY=VALUE, not '%1'.").arg(setting)};
        const QString value = setting.section(QLatin1Char('='), 1);
        const QJsonArray read = QJsonDocument::fromJson('[' + value.toUtf8() + ']').array();
        settings.insert(key, read.size() == 1 ? read.first() : QJsonValue(value));
    }
    return settings;
}

Result<std::chrono::milliseconds> PluginTrialOptions::timeLimit() const
{
    if (m_timeLimit.isEmpty())
        return std::chrono::milliseconds(0);
    bool isNumber = false;
    const double seconds = m_timeLimit.toDouble(&isNumber);
    constexpr double most = 3600;
    if (!isNumber || !(seconds >= 0.001) || seconds > most)
        return Error{QStringLiteral("usage.time-limit"),
                     QStringLiteral("--time-limit takes seconds, up to 3600, not '%1'.").arg(m_timeLimit)};
    return std::chrono::milliseconds(static_cast<qint64>(seconds * 1000));
}

} // namespace verbale::commandline
