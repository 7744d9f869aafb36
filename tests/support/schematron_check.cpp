#include "support/schema_check.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>

namespace verbale::testing {

namespace {

constexpr int minutes = 60 * 1000;

QString saxon()
{
    return QStringLiteral("/usr/share/java/Saxon-HE.jar");
}

QString schemas()
{
    return standardsFolder() + QStringLiteral("/xliff-2/oasis-21/schemas/");
}

/// Runs a stylesheet over a file or all files of a folder.
bool transform(const QString &input, const QString &stylesheet, const QString &output)
{
    QProcess process;
    process.start(QStringLiteral("java"),
                  {QStringLiteral("-cp"), saxon(), QStringLiteral("net.sf.saxon.Transform"),
                   QStringLiteral("-s:") + input, QStringLiteral("-xsl:") + stylesheet,
                   QStringLiteral("-o:") + output});
    return process.waitForFinished(10 * minutes) && process.exitCode() == 0;
}

} // namespace

QString whyNoSchematron()
{
    if (QStandardPaths::findExecutable(QStringLiteral("java")).isEmpty() || !QFile::exists(saxon()))
        return QStringLiteral("Saxon-HE is not installed (libsaxonhe-java)");
    if (standardsFolder().isEmpty() || !QFile::exists(schemas() + QStringLiteral("xliff_core_2.1.sch")))
        return QStringLiteral(
            "the OASIS schemas are not here; set VERBALE_SHARED to the folder that holds them");
    return {};
}

QStringList schematronErrors(const QList<QByteArray> &files)
{
    const QTemporaryDir folder;
    const QDir root(folder.path());
    root.mkdir(QStringLiteral("in"));
    for (qsizetype i = 0; i < files.size(); ++i) {
        QFile file(root.filePath(QStringLiteral("in/%1.xlf").arg(i)));
        if (!file.open(QIODevice::WriteOnly) || file.write(files[i]) != files[i].size())
            return QStringList(files.size(), QStringLiteral("a file cannot be written"));
    }
    QStringList errors(files.size(), QString());
    for (const char *name : {"xliff_core_2.1", "matches", "glossary", "metadata", "its"}) {
        const QString schema = QString::fromLatin1(name);
        const QString stylesheet = root.filePath(schema + QStringLiteral(".xsl"));
        const QString output = root.filePath(schema);
        root.mkdir(schema);
        if (!transform(schemas() + schema + QStringLiteral(".sch"),
                       QStringLiteral(VERBALE_SOURCE_DIR "/tests/support/schematron.xsl"), stylesheet) ||
            !transform(root.filePath(QStringLiteral("in")), stylesheet, output))
            return QStringList(files.size(), QStringLiteral("Saxon cannot be asked about ") + schema);
        for (qsizetype i = 0; i < files.size(); ++i) {
            const QStringList found = QDir(output).entryList({QStringLiteral("%1.*").arg(i)}, QDir::Files);
            for (const QString &file : found) {
                QFile report(QDir(output).filePath(file));
                if (report.open(QIODevice::ReadOnly))
                    errors[i] += QString::fromUtf8(report.readAll());
            }
        }
    }
    for (qsizetype i = 0; i < files.size(); ++i) {
        if (!errors[i].isEmpty())
            errors[i] += QStringLiteral("in:\n") + QString::fromUtf8(files[i]);
    }
    return errors;
}

} // namespace verbale::testing
