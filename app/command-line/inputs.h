#pragma once

#include "command-line/context.h"
#include "command-line/verb_options.h"
#include "host/plugin_host.h"
#include "session/open.h"

#include <verbale/sdk/result.h>

#include <memory>

namespace verbale::commandline {

/// How a verb opens its inputs: `encoding` as in text::encodingFromId, empty to look at the text; `rules` an
/// SRX file. Error: usage.encoding.
Result<session::OpenOptions> openOptions(bool wholeFile, const QString &encoding, const QString &rules);

/// The option --encoding.
void declareEncoding(VerbOptions &options, QString &encoding);

/// Says what the workbench has typed into a file and not saved: the verbs work on the file as it is saved.
void warnOfUnsaved(Context &context, const QString &workingFile);

/// The plugins, started, when one of them says that it reads files with such a name; else null, and at little
/// cost: nobody is started for what Verbale reads itself. Null, with a warning, where the settings cannot be
/// read: nobody knows which plugins are switched off.
std::unique_ptr<host::PluginHost> pluginsForFile(Context &context, const QString &name);

/// Opens a text or an XLIFF file, or one of a format that a plugin reads; "-" is the context's standard
/// input.
Result<session::OpenedDocument> openInput(Context &context, const QString &path,
                                          const session::OpenOptions &options = {});

/// One line on standard error for an XLIFF that breaks the rules of its standard: it is worked on all the
/// same.
void warnOfInvalid(Context &context, const QString &path, const session::OpenedDocument &opened);

/// The same for verbs that change a few targets: to hold a file of more than 16 MiB against its standard
/// takes longer than that, and `validate` does it.
void warnOfInvalidUnlessLarge(Context &context, const QString &path, const session::OpenedDocument &opened);

/// --srx, the same for every verb that cuts a text.
void declareSegmentationRules(VerbOptions &options, QString &file);

/// A file's name for a command that a person is to type: quoted where the shell needs it.
QString shellQuoted(const QString &path);

} // namespace verbale::commandline
