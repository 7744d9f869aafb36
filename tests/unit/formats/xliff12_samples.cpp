#include "xliff12_samples.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

namespace verbale::testing {

namespace {

const QString folder = QStringLiteral(VERBALE_SOURCE_DIR "/tests/golden/xliff12/");

} // namespace

QByteArray sample(const QString &name)
{
    QFile file(folder + name + QStringLiteral(".xlf"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList sampleNames()
{
    QStringList names;
    for (const QString &file : QDir(folder).entryList({QStringLiteral("*.xlf")}, QDir::Files))
        names << file.chopped(4);
    return names;
}

QByteArray plainFile(const QByteArray &body)
{
    return "<?xml version=\"1.0\"?>\n<xliff version=\"1.2\" "
           "xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n"
           "<file original=\"a.txt\" source-language=\"vi\" target-language=\"en\" "
           "datatype=\"plaintext\">\n<body>" +
           body + "</body>\n</file>\n</xliff>\n";
}

} // namespace verbale::testing
