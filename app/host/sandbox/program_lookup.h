#pragma once

#include "host/descriptor.h"

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace verbale::host {

/// What a descriptor's "command" comes to on this system.
struct ProgramLine
{
    QByteArray program;          ///< an absolute path, as the system spells it
    QList<QByteArray> arguments; ///< with argument 0
};

/// The folders in which a program without a slash in its name is looked for, in order.
QStringList programFolders();

/// Finds the program of "command". A word with a slash, and any further word that names a file in the
/// plugin's folder, is a path in that folder. A script's first line is followed here as far as it names a
/// program by "env", which would itself have to start a second one; the system follows any other. Errors:
/// sandbox.no-program.
Result<ProgramLine> lookUpProgram(const Descriptor &descriptor,
                                  const QStringList &folders = programFolders());

} // namespace verbale::host
