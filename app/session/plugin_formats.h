#pragma once

#include "host/plugin_host.h"
#include "session/export.h"
#include "session/open.h"

#include <verbale/sdk/control.h>

#include <optional>

namespace verbale::session {

/// Whether Verbale knows by the name alone that it reads the file itself. No plugin is asked for such files.
bool isOwnFormat(const QString &path);

/// Whether a plugin says that it reads files with such a name. No plugin is asked.
bool isPluginFile(const host::PluginHost &host, const QString &path);

/// Reads a file through the plugins that name its extension: the one that is surest of it when it looks at
/// the beginning, of equals the first. Its texts are cut into sentences; what is translated already stays
/// whole. Nothing when none of them takes it, so that it is opened as any other. Blocks until done: not for
/// the GUI thread. Errors: those of text::readFile, document.no-text, plugins.*, each with the plugin's name.
Result<std::optional<OpenedDocument>> openWithPlugin(const QString &path, const OpenOptions &options,
                                                     host::PluginHost &host, const StopToken &stop = {},
                                                     const Progress &progress = {});

/// The document in the target language as a file of the kind that it was made from: the plugin that reads
/// such files puts the translations into the original, which has to stand beside the document
/// (`documentPath`) and is not touched. What has no translation stays in the source language. What the plugin
/// has to say is among the losses. Nothing when no plugin reads such files, the original is not there, or the
/// document is another program's.
/// Blocks until done. Errors: those of openWithPlugin; format.changed when the original has other texts by
/// now; format.empty when the plugin made nothing of it.
Result<std::optional<ExportedDocument>> exportWithPlugin(const Document &document,
                                                         const QString &documentPath, host::PluginHost &host,
                                                         const StopToken &stop = {});

} // namespace verbale::session
