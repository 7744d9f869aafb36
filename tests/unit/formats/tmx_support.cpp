#include "tmx_support.h"

#include "support.h"

#include <QtCore/QBuffer>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>

namespace verbale::testing {

namespace {

QString dtd()
{
    return sharedFolder() + QStringLiteral("/standards/tmx/schemas/tmx14.dtd");
}

InlineCode code(InlineCode::Kind kind, const QString &id, const QString &markup, const QString &data,
                const QString &type = {})
{
    InlineCode result;
    result.kind = kind;
    result.id = id;
    result.markup = markup;
    result.data = data;
    result.type = type;
    for (const QString &shown : {data, type, id}) {
        if (result.display.isEmpty())
            result.display = shown;
    }
    return result;
}

void append(InlineText &text, const InlineCode &added)
{
    text.text += inlineCodeMark;
    text.codes.append(added);
}

} // namespace

Result<TmxFile> readTmxFile(QByteArray bytes, const QString &name)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    TmxFile file;
    tmx::TmxReadOptions options;
    options.fileName = name;
    options.header = [&file](const tmx::TmxHeader &header) { file.header = header; };
    Result<tmx::TmxReadSummary> read = tmx::readTmx(
        buffer,
        [&file](tmx::TmxUnit &unit) -> Result<void> {
            file.units.append(std::move(unit));
            return {};
        },
        options);
    if (!read)
        return read.error();
    file.warnings = read->warnings;
    return file;
}

QByteArray writeTmxFile(TmxFile &file)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    tmx::TmxWriter writer(buffer, QStringLiteral("f.tmx"));
    bool ok = writer.begin(file.header).ok();
    for (const tmx::TmxUnit &unit : file.units)
        ok = writer.write(unit).ok() && ok;
    ok = writer.end().ok() && ok;
    file.losses = writer.losses();
    return ok ? bytes : QByteArray();
}

QByteArray tmxAround(const QByteArray &body)
{
    return "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\">\n<header creationtool=\"t\" "
           "creationtoolversion=\"1\" "
           "segtype=\"sentence\" o-tmf=\"x\" adminlang=\"en\" srclang=\"vi\" "
           "datatype=\"plaintext\"/>\n<body>\n" +
           body + "\n</body>\n</tmx>\n";
}

QString RandomTmx::text(int longest)
{
    static const QString pieces[] = {
        QStringLiteral("đường "),     QStringLiteral("a"),  QStringLiteral("<&>\"'"),
        QStringLiteral("\r\n\t"),     QStringLiteral("ế"),  QStringLiteral("]]>"),
        QStringLiteral("\U0001F30F"), QStringLiteral("  "), QStringLiteral("-->")};
    QString result;
    for (int count = below(longest + 1); count > 0; --count)
        result += pieces[below(static_cast<int>(std::size(pieces)))];
    return result;
}

void RandomTmx::appendSpan(InlineText &result, int depth)
{
    using Kind = InlineCode::Kind;
    const QString number = QString::number(++m_pair);
    switch (below(6)) {
    case 0:
        append(result, code(Kind::Opening, number,
                            QStringLiteral("<bpt i=\"%1\" x=\"1\">&lt;b&gt;</bpt>").arg(number),
                            QStringLiteral("<b>")));
        result.text += text(2);
        append(result,
               code(Kind::Closing, number, QStringLiteral("<ept i=\"%1\">&lt;/b&gt;</ept>").arg(number),
                    QStringLiteral("</b>")));
        break;
    case 1:
        append(result, code(Kind::Standalone, number,
                            QStringLiteral("<ph x=\"%1\" type=\"image\" assoc=\"p\"/>").arg(number), {},
                            QStringLiteral("image")));
        break;
    case 2:
        append(result,
               code(Kind::Closing, {}, QStringLiteral("<it pos=\"end\">{/<sub type=\"t\">s<ph/></sub>}</it>"),
                    QStringLiteral("{/s}")));
        break;
    case 3:
        append(result, code(Kind::Standalone, {}, QStringLiteral("<ut>u</ut>"), QStringLiteral("u")));
        break;
    default:
        append(result, code(Kind::Opening, number, QStringLiteral("<hi x=\"%1\" type=\"v\">").arg(number), {},
                            QStringLiteral("v")));
        result.text += QLatin1Char('h');
        if (depth > 0)
            appendSpan(result, depth - 1);
        append(result, code(Kind::Closing, number, QStringLiteral("</hi>"), {}));
        break;
    }
}

InlineText RandomTmx::inlineText(int depth)
{
    InlineText result;
    for (int count = below(4); count > 0; --count) {
        result.text += text(3);
        appendSpan(result, depth);
    }
    result.text += text(3);
    return result;
}

InlineText RandomTmx::foreignText()
{
    InlineText result;
    for (int count = below(6); count > 0; --count) {
        result.text += text(2);
        if (below(4) == 0)
            result.text += QChar(static_cast<char16_t>(below(2) == 0 ? below(0x20) : 0xD800 + below(0x800)));
        static const QString markups[] = {QStringLiteral("<pc id=\"1\">"), QStringLiteral("<x/>"),
                                          QStringLiteral("</hi>"),         QStringLiteral("<hi>"),
                                          QStringLiteral("<bpt i=\"1\">"), QStringLiteral("<!--"),
                                          QStringLiteral("<ph a=\"b\"/>"), QStringLiteral("&")};
        append(result, code(static_cast<InlineCode::Kind>(below(3)), QString::number(below(3)),
                            markups[below(static_cast<int>(std::size(markups)))], text(1), text(1)));
    }
    return result;
}

QList<tmx::TmxDetail> RandomTmx::details()
{
    QList<tmx::TmxDetail> result;
    for (int count = below(3); count > 0; --count) {
        const bool property = below(2) == 0;
        result.append({property ? tmx::TmxDetail::Kind::Property : tmx::TmxDetail::Kind::Note,
                       property ? text(2) : QString(), text(4), text(1), text(1)});
    }
    return result;
}

tmx::TmxAttributes RandomTmx::attributes(const QStringList &names)
{
    tmx::TmxAttributes result;
    for (const QString &name : names) {
        if (below(2) == 0)
            result.append({name, text(2)});
    }
    return result;
}

TmxFile RandomTmx::next()
{
    static const QStringList shared{QStringLiteral("o-encoding"),   QStringLiteral("datatype"),
                                    QStringLiteral("usagecount"),   QStringLiteral("lastusagedate"),
                                    QStringLiteral("creationtool"), QStringLiteral("creationdate"),
                                    QStringLiteral("creationid"),   QStringLiteral("changedate"),
                                    QStringLiteral("changeid"),     QStringLiteral("o-tmf")};
    TmxFile file;
    for (const char *name :
         {"creationtool", "creationtoolversion", "o-tmf", "adminlang", "srclang", "datatype"})
        file.header.attributes.append({QLatin1String(name), text(2)});
    file.header.attributes.append({QStringLiteral("segtype"), QStringLiteral("phrase")});
    file.header.details = details();
    if (below(3) == 0)
        file.header.encodings = {{text(2), text(1), {{text(1), text(1), text(1), text(1)}}}};
    for (int count = below(4); count > 0; --count) {
        tmx::TmxUnit unit;
        unit.attributes = attributes(shared + QStringList{QStringLiteral("tuid"), QStringLiteral("srclang")});
        unit.details = details();
        m_pair = 0;
        for (int variants = 1 + below(3); variants > 0; --variants)
            unit.variants.append(
                {QStringLiteral("l%1").arg(variants), attributes(shared), details(), inlineText(2)});
        file.units.append(unit);
    }
    return file;
}

QString tmxDtdErrors(const QList<QByteArray> &files)
{
    QTemporaryDir folder;
    QStringList arguments{QStringLiteral("--noout"), QStringLiteral("--nonet"), QStringLiteral("--dtdvalid"),
                          dtd()};
    for (qsizetype i = 0; i < files.size(); ++i) {
        const QString path = folder.filePath(QStringLiteral("%1.tmx").arg(i));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(files[i]) != files[i].size())
            return QStringLiteral("cannot write ") + path;
        arguments.append(path);
    }
    QProcess process;
    process.start(QStringLiteral("xmllint"), arguments);
    if (!process.waitForFinished(60000))
        return QStringLiteral("xmllint cannot be asked");
    return process.exitCode() == 0 ? QString() : QString::fromUtf8(process.readAllStandardError());
}

QString whyNoTmxDtd()
{
    if (QStandardPaths::findExecutable(QStringLiteral("xmllint")).isEmpty())
        return QStringLiteral("xmllint is not installed (libxml2-utils)");
    if (sharedFolder().isEmpty() || !QFile::exists(dtd()))
        return QStringLiteral("tmx14.dtd is not here; set VERBALE_SHARED to the folder that holds it");
    return {};
}

} // namespace verbale::testing
