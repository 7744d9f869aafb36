#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QString>

namespace verbale::workbench {

/// The sample text that was installed with the program, or that of its source tree; empty when there is none.
QString findSample(const QString &programFolder);

/// A copy of the sample that can be worked on: in the user's documents, or in a folder of the user's data
/// that nobody else can enter. A copy
/// that is there already is gone on with.
Result<QString> writableSample(const QString &sample);

} // namespace verbale::workbench
