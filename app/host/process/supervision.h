#pragma once

#include <QtCore/QList>

#include <chrono>

namespace verbale::host {

/// How plugins in processes are watched. The defaults are the program's; tests shorten them.
struct Supervision
{
    using Milliseconds = std::chrono::milliseconds;

    int inFlight = 8; ///< questions that a child has at once; the others wait here
    Milliseconds startTimeLimit{10'000};
    Milliseconds callTimeLimit{0}; ///< for every interface; 0: each its own (see protocol/interfaces.h)
    Milliseconds shutdownTimeLimit{1'000};
    QList<Milliseconds> restartAfter{Milliseconds(500), Milliseconds(2'000), Milliseconds(8'000)};
    int crashLimit = 3; ///< so many crashes inside the window are a quarantine
    Milliseconds crashWindow{5 * 60 * 1000};
    int resends = 1;              ///< how often a question that a crash has swallowed is asked again
    int unaskedPerSecond = 2'000; ///< messages that answer nothing: progress and log
    qint64 messageLimit = 64 * 1024 * 1024;
};

} // namespace verbale::host
