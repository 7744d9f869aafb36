#pragma once

#include "host/sandbox/sandbox_report.h"

#include <QtCore/QByteArray>

namespace verbale::host {

/// What is known of a plugin's own process, for people.
struct ProcessStatus
{
    qint64 pid = 0;             ///< 0: there is no process at the moment
    qint64 cpuMilliseconds = 0; ///< of all the processes it has had
    qint64 residentKiB = 0;     ///< memory, of the present one
    qint64 calls = 0;           ///< that the plugin answered
    qint64 restarts = 0;
    qint64 lastStartMilliseconds = -1; ///< from spawning to the answer to initialize; -1: never started
    QByteArray log;                    ///< the last 64 KiB of what it wrote for people
    SandboxReport sandbox;             ///< as verbale-plugin-host says; without lines: not known
};

} // namespace verbale::host
