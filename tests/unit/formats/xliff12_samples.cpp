#include "xliff12_samples.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QStringConverter>

namespace verbale::testing {

namespace {

QString withoutTarget(QString unit)
{
    static const QRegularExpression target(
        QStringLiteral("\\s*<(\\w+:)?target\\b(?:[^>]*/>|.*?</(\\w+:)?target\\s*>)"),
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression state(
        QStringLiteral("\\s+(approved|conf|mq:status|m:confirmed|translation_status|translation_type|"
                       "target_content)\\s*=\\s*(\"[^\"]*\"|'[^']*')"));
    static const QRegularExpression others(QStringLiteral("<(\\w+:)?(alt-trans|historical-unit)"));
    const QRegularExpressionMatch first = target.match(unit.left(unit.indexOf(others)));
    if (first.hasMatch())
        unit.remove(first.capturedStart(), first.capturedLength());
    return unit.remove(state);
}

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

QString masked(const Document &document, qsizetype unit)
{
    const QByteArrayView file = document.originalBytes.view();
    const Unit &place = document.units[unit];
    const QByteArrayView bytes = file.sliced(place.placeStart, place.placeEnd - place.placeStart);
    auto encoding = QStringConverter::Utf8;
    if (file.startsWith("\xFF\xFE"))
        encoding = QStringConverter::Utf16LE;
    else if (file.startsWith("\xFE\xFF"))
        encoding = QStringConverter::Utf16BE;
    else if (file.first(100).contains("ISO-8859-1"))
        encoding = QStringConverter::Latin1;
    return withoutTarget(QStringDecoder(encoding, QStringConverter::Flag::Stateless).decode(bytes));
}

} // namespace verbale::testing
