#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace verbale::commandline {

/// An input and where its XLIFF goes; "-" is standard input or output.
struct DraftPlan
{
    QString input;
    QString output;
};

/// Where the XLIFF of each input goes: beside it without `output`; the file `output` for one input; into the
/// folder `output` for several (or where it is a folder). Errors: usage.output, when two would go to the same
/// file or one to its own input.
Result<QList<DraftPlan>> planOutputs(const QStringList &inputs, const QString &output);

} // namespace verbale::commandline
