#include "command-line/output_place.h"

#include "session/open.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSet>

namespace verbale::commandline {

namespace {

Error wrongOutput(const QString &place, const QString &message)
{
    return {QStringLiteral("usage.output"), message, {place}};
}

/// XLIFF stays where it is; a text gets NAME.xlf.
QString besideInput(const QString &input)
{
    const QString suffix = QFileInfo(input).suffix().toLower();
    const bool isXliff = suffix == QLatin1String("xlf") || suffix == QLatin1String("xliff");
    return isXliff ? input : session::workingFileFor(input);
}

QString inFolder(const QString &folder, const QString &input)
{
    const QString name =
        input == QLatin1String("-") ? QStringLiteral("stdin.xlf") : QFileInfo(besideInput(input)).fileName();
    return QDir(folder).filePath(name);
}

} // namespace

Result<QList<DraftPlan>> planOutputs(const QStringList &inputs, const QString &output)
{
    const bool isFolder = output != QLatin1String("-") && QFileInfo(output).isDir();
    if (!output.isEmpty() && inputs.size() > 1 && !isFolder)
        return wrongOutput(output, QStringLiteral("With several inputs -o has to be an existing folder."));
    QList<DraftPlan> plans;
    QSet<QString> taken;
    for (const QString &input : inputs) {
        DraftPlan plan{input, output};
        if (output.isEmpty())
            plan.output = besideInput(input);
        else if (isFolder)
            plan.output = inFolder(output, input);
        const QString key =
            plan.output == QLatin1String("-") ? plan.output : QFileInfo(plan.output).absoluteFilePath();
        if (taken.contains(key))
            return wrongOutput(
                plan.output,
                QStringLiteral("Two inputs would be written to this file. Draft them one by one with -o."));
        taken.insert(key);
        plans.append(plan);
    }
    return plans;
}

} // namespace verbale::commandline
