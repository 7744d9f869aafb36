#pragma once

#include "host/descriptor.h"

namespace verbale::session {

/// One thing that a plugin asks for. Nothing is asked for what every plugin has.
struct PluginWish
{
    enum class Kind {
        AnyHost,   ///< the network, without saying where to
        Host,      ///< the network, to `value`
        NamedFile, ///< reads a file that the user names in the setting `value`
        NamedFolder,
        NamedHost, ///< talks to a host that the user names in the setting `value`
        Memory,    ///< `value` MiB, where that is more than usual
        Plugin,    ///< needs the plugin `value`
        Program,   ///< is a program: its command line
        Interface, ///< is asked for `value`, "verbale.check/1"
    };
    Kind kind = Kind::AnyHost;
    QString value;
    bool operator==(const PluginWish &) const = default;
};

QList<PluginWish> wishesOf(const host::Descriptor &descriptor);

/// What a new version asks for and the old one did not.
QList<PluginWish> addedWishes(const host::Descriptor &before, const host::Descriptor &now);

} // namespace verbale::session
