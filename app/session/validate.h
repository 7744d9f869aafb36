#pragma once

#include "formats/conformance/finding.h"

#include <verbale/sdk/control.h>
#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace verbale::session {

/// Holds a file against its standard: XLIFF 1.2 or 2.x, TMX or TBX, as its root element says. What is no XML,
/// or XML of another kind, has a finding that says so. XLIFF 1.2, TMX and TBX are read piece by piece and may
/// be of any size; XLIFF 2.x may have 2 GB (file.too-large) and is read from a copy that no other program
/// changes. `progress` counts bytes. Errors: those of reading the file (file.missing ...); stopped by `stop`:
/// validate.stopped.
Result<conformance::Report> validateFile(const QString &path, const Progress &progress = {},
                                         const StopToken &stop = {});

/// The same for bytes that were read elsewhere; `name` is for messages.
Result<conformance::Report> validateBytes(const QByteArray &bytes, const QString &name);

} // namespace verbale::session
