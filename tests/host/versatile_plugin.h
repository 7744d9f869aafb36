#pragma once

#include "host_test.h"

#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>

namespace verbale::host {

/// A copy of tests/host/versatile, a plugin in Python with every interface, that behaves as a test says:
/// "{\"verbale.terms/1\": {\"hang\": true}}".
class VersatilePlugin
{
public:
    explicit VersatilePlugin(const QByteArray &behaviour = {})
    {
        const QString folder = m_root.filePath(QStringLiteral("plugins/versatile"));
        m_made = QDir().mkpath(folder) && QDir().mkpath(state());
        for (const QString &name : {QStringLiteral("plugin.json"), QStringLiteral("main.py")})
            m_made =
                m_made && QFile::copy(QStringLiteral(VERSATILE "/") + name, folder + QLatin1Char('/') + name);
        behave(behaviour);
    }

    /// From the next question on.
    void behave(const QByteArray &behaviour)
    {
        if (!behaviour.isEmpty())
            m_made = m_made && writeFile(m_root.filePath(QStringLiteral("plugins/versatile/behaviour.json")),
                                         behaviour);
    }

    /// The files that its descriptor says it reads; before a host looks at it.
    [[nodiscard]] bool nameExtensions(const QStringList &extensions) const
    {
        const QString path = m_root.filePath(QStringLiteral("plugins/versatile/plugin.json"));
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return false;
        const QByteArray names = extensions.join(QStringLiteral("\", \"")).toUtf8();
        return writeFile(path, file.readAll().replace("[\"kv\"]", "[\"" + names + "\"]"));
    }

    /// Whether it can be run here.
    [[nodiscard]] bool isUsable() const
    {
        const QStringList folders{QStringLiteral("/usr/local/bin"), QStringLiteral("/usr/bin"),
                                  QStringLiteral("/bin")};
        return m_made && !QStandardPaths::findExecutable(QStringLiteral("python3"), folders).isEmpty();
    }

    [[nodiscard]] QString folder() const { return m_root.filePath(QStringLiteral("plugins")); }
    [[nodiscard]] QString state() const { return m_root.filePath(QStringLiteral("state")); }

    /// With a plugin that came with Verbale where `shipped` names its folder.
    [[nodiscard]] HostOptions options(const QString &shipped = {}) const
    {
        HostOptions options = optionsFor(folder(), Origin::User);
        if (!shipped.isEmpty())
            options.folders.append({shipped, Origin::Shipped});
        options.trialProgram = QStringLiteral(TRIAL_PROGRAM);
        options.stateFolder = state();
        options.locale = QStringLiteral("en");
        options.supervision.restartAfter = {std::chrono::milliseconds(1)};
        return options;
    }

private:
    const QTemporaryDir m_root;
    bool m_made = false;
};

} // namespace verbale::host
