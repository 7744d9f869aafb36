#pragma once

#include <QtCore/QIODevice>
#include <QtCore/QString>

#include <chrono>

namespace verbale::host {

/// What came of loading and starting a plugin in a child process.
struct TrialVerdict
{
    enum class Outcome {
        Survived,    ///< the child came to its end, whether or not the plugin works
        Fatal,       ///< the child crashed, hung or was ended by the plugin
        Unavailable, ///< the child could not be started: nothing is known
    };
    Outcome outcome = Outcome::Survived;
    QString message; ///< for the last two: what happened, with the last lines that the child wrote
};

/// Runs `program --try FOLDER` (verbale-plugin-host). Blocks for at most the limit and a second.
TrialVerdict tryInChild(const QString &program, const QString &folder, std::chrono::milliseconds limit);

/// The child's side: enters the sandbox for good, loads, starts and stops the plugin in this process, then
/// writes one line of JSON,
/// {"trial": "done", "state": "running" | "rejected" | "failed", "problems": [...]}. Returns the exit status:
/// 0 it runs, 1 it does not.
int tryHere(const QString &folder, QIODevice &out);

} // namespace verbale::host
