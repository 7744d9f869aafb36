#pragma once

#include "host/plugin_state.h"
#include "host/version_range.h"

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
    VersionRange version;
};

/// A kind of file that a plugin with verbale.format/1 reads.
struct FileFormat
{
    QHash<QString, QString> names; ///< by language; may be empty
    QStringList extensions;        ///< of file names, without the dot, in small letters: "srt"
};

/// What plugin.json says. Nothing in it comes from running the plugin.
struct Descriptor
{
    QString id;                    ///< reverse-DNS or dotted: letters, digits, '.', '-'
    QHash<QString, QString> names; ///< by language: "en", "vi"
    QHash<QString, QString> descriptions;
    QVersionNumber version;
    VersionRange sdk;     ///< the versions of the SDK that it works with; the host's has to be one of them
    QString library;      ///< base name of the shared library beside plugin.json
    QStringList provides; ///< "verbale.terms/1" ...
    QList<Requirement> needs;
    bool network = false;      ///< needs the network: never runs in-process
    QStringList hosts;         ///< "HOST" or "HOST:PORT" that it talks to; empty: any. Only with network
    qint64 memoryMiB = 0;      ///< that its process may use; 0: the host's default
    QString runs;              ///< "library" or "process"
    QStringList command;       ///< for "process"
    QList<FileFormat> formats; ///< files that it is asked about when they are opened
    QJsonObject settingsSchema;
    QString vendor;
    QString licence;
    QString folder; ///< where plugin.json lies

    [[nodiscard]] QString name(const QString &locale) const; ///< falls back to "en", then to the id
};

struct DescriptorReading
{
    Descriptor descriptor; ///< filled as far as it could be read
    QList<Problem> problems;
    bool ours = true; ///< false: another program's plugin.json, to be passed over in silence
    [[nodiscard]] bool usable() const { return ours && problems.isEmpty(); }
};

/// The text for a language, else the English one; empty when there is neither.
QString inLanguage(const QHash<QString, QString> &texts, const QString &locale);

/// Reads and judges a descriptor: syntax, duplicate and missing keys, types, versions, known interfaces.
/// Every problem that can be found is listed, not only the first, each as "FILE:LINE:COLUMN: what is wrong
/// and what to do". A file that is JSON but names another schema, or none and neither "id" nor "provides", is
/// not ours.
DescriptorReading readDescriptor(const QByteArray &json, const QString &fileName);

/// Whether a text can be the id of a plugin.
bool isPluginId(const QString &text);
constexpr qsizetype pluginIdLimit = 128;

/// A larger plugin.json is not read.
constexpr qint64 descriptorSizeLimit = 256 * 1024;

/// The interfaces that this host knows, with their revisions: "verbale.terms/1" ...
QStringList knownInterfaces();

} // namespace verbale::host
