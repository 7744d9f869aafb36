#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace verbale::host {

/// How far a plugin's process is kept from doing harm, as the plugins page shows it. A value.
struct SandboxReport
{
    enum class Strength {
        Enforced,    ///< the kernel refuses what is not allowed
        Partly,      ///< some of it; the sentence says what is not
        NotEnforced, ///< nothing but the plugin's good manners, or it is allowed
    };
    enum class Aspect { Network, Files, Programs, Processes, Memory };
    struct Line
    {
        Aspect aspect = Aspect::Network;
        Strength strength = Strength::NotEnforced;
        QString code;     ///< stable: "network.none"; a window finds its translation by it
        QString sentence; ///< English
        bool operator==(const Line &) const = default;
    };
    QList<Line> lines; ///< one an aspect, in the order of Aspect; empty: nothing is known yet

    [[nodiscard]] Line line(Aspect aspect) const;
    [[nodiscard]] Strength weakest() const; ///< NotEnforced when nothing is known
    bool operator==(const SandboxReport &) const = default;
};

QString aspectName(SandboxReport::Aspect aspect);       ///< "network", "files" ...
QString strengthName(SandboxReport::Strength strength); ///< "enforced", "partly", "not-enforced"

} // namespace verbale::host
