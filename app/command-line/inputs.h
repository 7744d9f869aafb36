#pragma once

#include "command-line/context.h"
#include "command-line/verb_options.h"
#include "session/open.h"

#include <verbale/sdk/result.h>

namespace verbale::commandline {

/// Opens a text or an XLIFF file; "-" is the context's standard input.
Result<session::OpenedDocument> openInput(Context &context, const QString &path,
                                          const session::OpenOptions &options = {});

/// --srx, the same for every verb that cuts a text.
void declareSegmentationRules(VerbOptions &options, QString &file);

/// A file's name for a command that a person is to type: quoted where the shell needs it.
QString shellQuoted(const QString &path);

} // namespace verbale::commandline
