#pragma once

#include "host/plugin_host.h"
#include "session/plugin_source.h"

#include <verbale/sdk/control.h>

#include <optional>

namespace verbale::session {

/// Where plugins are installed, and what is there already.
struct InstallPlace
{
    QString userFolder;                ///< the user's plugins; made when it is not there
    QList<host::PluginFolder> folders; ///< all that plugins are looked for in, as HostOptions::folders
    InstallLimits limits = {};
};

/// What somebody is shown who is asked to install a plugin. None of its code has run.
struct PluginOffer
{
    QString source;
    host::Descriptor descriptor;
    host::SandboxReport sandbox; ///< as this system would shut its process in
    qint64 bytes = 0;
    qsizetype files = 0;
    QByteArray
        sha256; ///< as hexadecimal digits: of the archive, or of a folder's list of files (see the manual)
    QString folder;                            ///< where it would stand
    std::optional<host::Descriptor> installed; ///< what stands there now: this would be an update
};

/// A copy of a plugin in a folder where no plugin is looked for, on the disk of the user's plugins. What was
/// shown is what is installed, whatever becomes of the source. Removed with this object.
struct StagedPlugin
{
    StagedPlugin() = default;
    ~StagedPlugin();
    StagedPlugin(const StagedPlugin &) = delete;
    StagedPlugin &operator=(const StagedPlugin &) = delete;

    PluginOffer offer;
    QString copy; ///< empty: installed
};

/// Reads a folder, its plugin.json or a ZIP archive, judges it and copies it. Errors: those of
/// openPluginFolder(); install.not-a-plugin (neither of them), install.descriptor (plugin.json is not
/// usable), install.shipped-id, install.elsewhere (a plugin of this id comes from another folder),
/// install.already-there, install.changed (the source, meanwhile), install.not-written, install.stopped.
Result<std::shared_ptr<StagedPlugin>> stagePlugin(const QString &source, const InstallPlace &place,
                                                  const StopToken &stop = {});

/// What was done to the user's plugins, so that it can be undone.
struct PluginChange
{
    QString folder; ///< where a plugin stands now, or stood
    QString kept;   ///< what stood there before; empty: nothing
    bool removed = false;
};

/// Puts the copy in its place, all of it in one step: at every moment the old version stands there or the
/// new one. Errors: install.not-written.
Result<PluginChange> installPlugin(StagedPlugin &staged);

/// Takes a plugin out of the user's folder. Errors: install.not-yours (it does not lie there),
/// install.not-written.
Result<PluginChange> removePlugin(const QString &folder, const QString &userFolder);

Result<void> undoChange(const PluginChange &change); ///< Errors: install.not-written

/// What was kept goes to the desktop's trash; where there is none, for good.
void forgetChange(const PluginChange &change);

/// As this system would shut in a process of the plugin.
host::SandboxReport expectedSandbox(const host::Descriptor &descriptor, const QJsonObject &settings = {});

} // namespace verbale::session
