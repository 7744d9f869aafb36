#pragma once

#include "host/crash_ledger.h"

#include <verbale/sdk/result.h>

#include <QtCore/QHash>

#include <functional>

namespace verbale::host {

/// Why a plugin is in quarantine, and which build of its library (see libraryStamp()) it is about.
struct Quarantine
{
    QString reason;
    QString stamp;
};

/// What the host remembers from one run of the program to the next.
struct HostMemory
{
    QHash<QString, QList<qint64>>
        crashes; ///< by plugin id: milliseconds since 1970, the last five minutes' only
    QHash<QString, Quarantine> quarantine; ///< by plugin id
    QHash<QString, QString> trials; ///< by library path: the stamp of the build that came through its trial
};

/// So many crashes in so much time are a quarantine, for this reason; a limit of 0: never.
struct CrashRule
{
    int limit = 3;
    qint64 windowMilliseconds = 0;
    QString reason;
};

/// Adds one crash. True when that puts the plugin into quarantine.
bool recordCrash(HostMemory &memory, const Leftover &crash, const CrashRule &rule);

/// A crash of the program while it was starting a plugin puts that into quarantine, and so do three crashes
/// in five minutes.
void recordCrashes(HostMemory &memory, const QList<Leftover> &leftovers);

/// Keeps a HostMemory in the file plugins.json of a folder. Processes that change it at the same time wait
/// for each other. An empty folder name keeps it in this object only.
class HostState
{
public:
    explicit HostState(QString folder) : m_folder(std::move(folder)) {}

    /// A damaged file is a problem and counts as empty; it is kept beside as plugins.json.damaged.
    HostMemory load(QList<Problem> &problems) const;

    /// Reads, changes and writes in one piece. Error: plugins.state-not-saved.
    Result<void> change(const std::function<void(HostMemory &)> &edit);

private:
    [[nodiscard]] QString path() const { return m_folder + QLatin1String("/plugins.json"); }

    QString m_folder;
    HostMemory m_unsaved; ///< stands in for the file when there is no folder
};

} // namespace verbale::host
