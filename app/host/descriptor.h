#pragma once

#include "host/plugin_state.h"

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QVersionNumber>

namespace verbale::host {

/// Another plugin that a plugin needs.
struct Requirement
{
    QString id;
    QVersionNumber minimum; ///< null: any version
};

/// What plugin.json says. Nothing in it comes from running the plugin.
struct Descriptor
{
    QString id; ///< reverse-DNS or dotted: letters, digits, '.', '-'
    QHash<QString, QString> names; ///< by language: "en", "vi"
    QHash<QString, QString> descriptions;
    QVersionNumber version;
    QVersionNumber sdkMinimum;  ///< the oldest SDK it works with
    int sdkMajor = 0;           ///< of sdkMinimum; has to be the host's
    QString library;            ///< base name of the shared library beside plugin.json
    QStringList provides;       ///< "verbale.terms/1" ...
    QList<Requirement> needs;
    bool network = false;       ///< needs the network: never runs in-process
    QString runs;               ///< "library" or "process"
    QStringList command;        ///< for "process"
    QJsonObject settingsSchema;
    QString vendor;
    QString licence;
    QString folder; ///< where plugin.json lies

    [[nodiscard]] QString name(const QString &locale) const; ///< falls back to "en", then to the id
};

/// Reads and judges a descriptor: syntax with line and column, required keys, types, versions, known interfaces.
/// Every problem that can be found is listed, not only the first.
struct DescriptorReading
{
    Descriptor descriptor; ///< filled as far as it could be read
    QList<Problem> problems;
    [[nodiscard]] bool usable() const { return problems.isEmpty(); }
};
DescriptorReading readDescriptor(const QByteArray &json, const QString &fileName);

/// The interfaces that this host knows, with their revisions: "verbale.terms/1" ...
QStringList knownInterfaces();

} // namespace verbale::host
