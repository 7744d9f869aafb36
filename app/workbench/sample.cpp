#include "workbench/sample.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>

namespace verbale::workbench {

namespace {

struct SampleWords
{
    Q_DECLARE_TR_FUNCTIONS(verbale::workbench::SampleWords)
};

} // namespace

QString findSample(const QString &programFolder)
{
    const QDir folder(programFolder);
    for (const char *place : {"../share/verbale/sample", "../../../docs/sample"}) {
        const QString file =
            folder.absoluteFilePath(QLatin1String(place) + QLatin1String("/thong-cao-mau.txt"));
        if (QFileInfo(file).isFile())
            return QDir::cleanPath(file);
    }
    return {};
}

Result<QString> writableSample(const QString &sample)
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    const QString own = data + QLatin1String("/verbale/sample");
    QStringList folders{own};
    if (QFileInfo(documents).isDir())
        folders.prepend(documents + QLatin1String("/Verbale"));
    QString reason;
    for (const QString &folder : folders) {
        const QString copy = folder + u'/' + QFileInfo(sample).fileName();
        if (QFileInfo(copy).isFile() && QFileInfo(folder).isWritable())
            return copy;
        QFile file(sample);
        const bool made = QDir().mkpath(folder) &&
                          (folder != own || QFile::setPermissions(own, QFile::ReadOwner | QFile::WriteOwner |
                                                                           QFile::ExeOwner));
        if (made && file.copy(copy)) {
            QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
            return copy;
        }
        reason = file.errorString();
    }
    return Error{QStringLiteral("workbench.no-sample"),
                 SampleWords::tr("The sample cannot be copied to %1: %2").arg(folders.last(), reason),
                 {sample}};
}

} // namespace verbale::workbench
