#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QSet>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <functional>

namespace verbale::session {

/// What the user has chosen. A value: main() loads it and passes it down.
struct Settings
{
    QSet<QString> disabledPlugins;
    QSet<QString> trustedPlugins;   ///< of others, that may run inside the program
    QSet<QString> knownQuarantines; ///< plugins of which it was told that they are in quarantine
    QStringList glossaries;         ///< files; empty: the shipped glossary
    QStringList unusedGlossaries;   ///< that are known and not used
    QString profile;                ///< the house style: a file or a shipped one's name; empty: the default
    QStringList recentFiles;        ///< newest first, at most ten
    QString interfaceLanguage;      ///< "en", "vi"; empty: the system's
    QString userName;               ///< who edits, in histories; empty: the login name
    QString colourScheme;           ///< "light", "dark"; empty: the system's
    QByteArray windowGeometry;
    QByteArray windowState;
    QByteArray glossaryWindow; ///< its size, columns and filters
    /// Services of machine translation that the user has set up, without their keys:
    /// docs/manual/machine-translation.md. saveSettings() leaves it as it is in the file.
    QJsonObject machineTranslation;
};

/// Where settings and state live: $XDG_CONFIG_HOME/verbale/settings.json, $XDG_STATE_HOME/verbale.
QString settingsFile();
QString stateFolder();

/// A missing file gives the defaults; a damaged one is an error and is not overwritten until save is asked
/// for.
Result<Settings> loadSettings(const QString &file);
Result<void> saveSettings(const Settings &settings, const QString &file);
/// That member alone, made of what it is in the file now; a damaged file is an error and stays as it is.
Result<void> changeMachineTranslation(const QString &file,
                                      const std::function<QJsonObject(const QJsonObject &)> &change);

} // namespace verbale::session
