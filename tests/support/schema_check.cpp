#include "support/schema_check.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>

#include <algorithm>

namespace verbale::testing {

namespace {

constexpr int minutes = 60 * 1000;

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QString folderOf(const QString &version)
{
    const QString standards = standardsFolder();
    if (version.startsWith(QLatin1String("1.2")))
        return standards + QStringLiteral("/xliff-1.2/schemas");
    const QString folder = standards + QStringLiteral("/xliff-2/oasis-2") + version.mid(2);
    return folder + (version == QLatin1String("2.0") ? QStringLiteral("/schemas-resolvable")
                                                     : QStringLiteral("/schemas"));
}

/// Namespaces and files of a version: the core and what is beside it.
QList<std::pair<QString, QString>> schemasOf(const QString &version)
{
    const QString modules = version == QLatin1String("2.0") ? QStringLiteral("modules/") : QString();
    const QString core = version == QLatin1String("2.2") ? QStringLiteral("2.2") : QStringLiteral("2.0");
    const auto oasis = [](const char *name, const QString &number = QStringLiteral("2.0")) {
        return QStringLiteral("urn:oasis:names:tc:xliff:") + QLatin1String(name) + u':' + number;
    };
    QList<std::pair<QString, QString>> schemas = {
        {oasis("document", core), QStringLiteral("xliff_core_%1.xsd").arg(core)},
        {oasis("glossary"), modules + QStringLiteral("glossary.xsd")},
        {oasis("matches"), modules + QStringLiteral("matches.xsd")},
        {oasis("metadata"), modules + QStringLiteral("metadata.xsd")},
        {oasis("fs"), modules + QStringLiteral("fs.xsd")},
        {oasis("resourcedata"), modules + QStringLiteral("resource_data.xsd")},
        {oasis("sizerestriction"), modules + QStringLiteral("size_restriction.xsd")},
        {oasis("validation"), modules + QStringLiteral("validation.xsd")}};
    if (version == QLatin1String("2.1"))
        schemas.append({QStringLiteral("http://www.w3.org/2005/11/its"), QStringLiteral("its.xsd")});
    if (version == QLatin1String("2.2"))
        schemas.append(
            {QStringLiteral("urn:oasis:names:tc:xliff:pgs:1.0"), QStringLiteral("plural_gender_select.xsd")});
    return schemas;
}

/// A schema that knows the core and the modules at once: else xmllint lets module elements pass unseen.
QByteArray driverOf(const QString &version)
{
    if (version == QLatin1String("1.2") || version == QLatin1String("1.2-transitional")) {
        const QString name =
            version == QLatin1String("1.2") ? QStringLiteral("strict") : QStringLiteral("transitional");
        return QStringLiteral("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">\n<xs:import "
                              "namespace=\"urn:oasis:names:tc:xliff:document:1.2\" "
                              "schemaLocation=\"%1/xliff-core-1.2-%2.xsd\"/>\n</xs:schema>\n")
            .arg(folderOf(version), name)
            .toUtf8();
    }
    QString out = QStringLiteral("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">\n");
    for (const auto &[uri, file] : schemasOf(version))
        out += QStringLiteral("<xs:import namespace=\"%1\" schemaLocation=\"%2/%3\"/>\n")
                   .arg(uri, folderOf(version), file);
    return (out + QStringLiteral("</xs:schema>\n")).toUtf8();
}

/// Where the W3C's schema of xml:lang and xml:space is: the schemas name it by its place on the net.
QByteArray catalog()
{
    return QStringLiteral("<catalog xmlns=\"urn:oasis:names:tc:entity:xmlns:xml:catalog\">"
                          "<system systemId=\"http://www.w3.org/2001/xml.xsd\" uri=\"file://%1\"/>"
                          "<uri name=\"http://www.w3.org/2001/xml.xsd\" uri=\"file://%1\"/></catalog>\n")
        .arg(folderOf(QStringLiteral("1.2")) + QStringLiteral("/xml.xsd"))
        .toUtf8();
}

/// Asks about some files, by one call.
QStringList errorsOf(const QString &version, const QList<QByteArray> &files)
{
    const QTemporaryDir folder;
    const QString driver = folder.filePath(QStringLiteral("driver.xsd"));
    const QString list = folder.filePath(QStringLiteral("catalog.xml"));
    bool written = writeFile(driver, driverOf(version)) && writeFile(list, catalog());
    QStringList arguments = {QStringLiteral("--nonet"), QStringLiteral("--noout"), QStringLiteral("--schema"),
                             driver};
    QStringList paths;
    for (qsizetype i = 0; i < files.size(); ++i) {
        paths.append(folder.filePath(QStringLiteral("file%1.xlf").arg(i)));
        written = written && writeFile(paths.last(), files[i]);
    }
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XML_CATALOG_FILES"), list);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral("xmllint"), arguments + paths);
    if (!written || !process.waitForFinished(5 * minutes))
        return QStringList(files.size(), QStringLiteral("xmllint cannot be asked"));
    const QString all = QString::fromUtf8(process.readAllStandardError());
    const QStringList lines = all.split(u'\n');
    QStringList errors;
    for (qsizetype i = 0; i < files.size(); ++i) {
        const bool valid = lines.contains(paths[i] + QStringLiteral(" validates"));
        const QStringList own = lines.filter(paths[i] + u':');
        errors << (valid ? QString()
                         : (own.isEmpty() ? all : own.join(u'\n')) + QStringLiteral("\nin:\n") +
                               QString::fromUtf8(files[i]));
    }
    return errors;
}

} // namespace

QString standardsFolder()
{
    const QString named = qEnvironmentVariable("VERBALE_SHARED");
    const QString folder = named.isEmpty() ? QStringLiteral(VERBALE_SOURCE_DIR "/../shared") : named;
    const QDir standards(folder + QStringLiteral("/standards"));
    return standards.exists() ? standards.absolutePath() : QString();
}

QString whyNoSchema(const QString &version)
{
    if (QStandardPaths::findExecutable(QStringLiteral("xmllint")).isEmpty())
        return QStringLiteral("xmllint is not installed (libxml2-utils)");
    if (standardsFolder().isEmpty() || !QDir(folderOf(version)).exists())
        return QStringLiteral(
            "the OASIS schemas are not here; set VERBALE_SHARED to the folder that holds them");
    return {};
}

QStringList schemaErrors(const QString &version, const QList<QByteArray> &files)
{
    constexpr qsizetype most = 250; // a command line holds so many paths
    QStringList errors;
    for (qsizetype from = 0; from < files.size(); from += most)
        errors += errorsOf(version, files.mid(from, most));
    return errors;
}

} // namespace verbale::testing
