#pragma once

#include "host/plugin_host.h"
#include "session/plugin_wishes.h"

namespace verbale::workbench {

// What the host says of plugins, in words that a translator understands and in the interface's language.

/// A text of somebody else on one line: without control characters, and not longer than a line needs to be.
QString tamed(const QString &text);
QString pluginName(const host::PluginInfo &plugin);
QString pluginName(const host::Descriptor &descriptor);
QString pluginDescription(const host::Descriptor &descriptor);

/// "Running", "Switched off" ...
QString pluginStateText(host::PluginState state);
/// The same, knowing how this one is run.
QString pluginStateText(const host::PluginInfo &plugin);
QString pluginOriginText(host::Origin origin);
/// What its problem means, where that has a translation, and what the host says.
QString problemText(const host::Problem &problem);

/// "checks translations" for "verbale.check/1".
QString interfaceText(const QString &interfaceId);
QString wishText(const session::PluginWish &wish);
/// What it asks for, a line each; "nothing" has its line too.
QStringList wishTexts(const host::Descriptor &descriptor);

QString aspectText(host::SandboxReport::Aspect aspect);
QString strengthText(host::SandboxReport::Strength strength);
QString sandboxText(const host::SandboxReport::Line &line);

QString secondsText(qint64 milliseconds); ///< "0.35 s"

} // namespace verbale::workbench
