#pragma once

#include "command-line/context.h"

#include <QtCore/QStringList>

namespace verbale::commandline {

/// Parses the arguments (without the program's name), runs the verb and returns the exit status
/// (exit_status.h). Wrong use is one line on standard error and status 2.
int runCommandLine(const QStringList &arguments, Context &context);

} // namespace verbale::commandline
