#include "command-line/inputs.h"

#include "session/files.h"
#include "session/invalid_file.h"

#include <QtCore/QRegularExpression>

namespace verbale::commandline {

Result<session::OpenOptions> openOptions(bool wholeFile, const QString &encoding, const QString &rules)
{
    session::OpenOptions options;
    options.wholeFile = wholeFile;
    options.segmentationRules = rules;
    if (!encoding.isNull()) {
        const Result<text::Encoding> known = text::encodingFromId(encoding);
        if (!known)
            return known.error();
        options.encoding = *known;
    }
    return options;
}

void declareEncoding(VerbOptions &options, QString &encoding)
{
    options.text("--encoding", encoding, "NAME",
                 "Take texts for this encoding instead of finding it: utf-8, tcvn3, vni, windows-1258, ...");
}

Result<session::OpenedDocument> openInput(Context &context, const QString &path,
                                          const session::OpenOptions &options)
{
    if (path != QLatin1String("-"))
        return session::openDocument(path, options);
    const Result<QByteArray> bytes = session::readDevice(context.in, path);
    if (!bytes)
        return bytes.error();
    return session::openBytes(*bytes, path, options);
}

void warnOfInvalid(Context &context, const QString &path, const session::OpenedDocument &opened)
{
    if (opened.isText())
        return;
    const session::InvalidFile invalid =
        path == QLatin1String("-") ? session::findInvalidBytes(opened.document.originalBytes.toByteArray())
                                   : session::findInvalid(path);
    if (!invalid.isValid())
        warn(context, session::describeInvalid(invalid, path));
}

void declareSegmentationRules(VerbOptions &options, QString &file)
{
    options.text("--srx,--rules", file, "FILE.srx",
                 "Cut a text by these segmentation rules (SRX 2.0) instead of the shipped ones");
}

QString shellQuoted(const QString &path)
{
    static const QRegularExpression plain(QStringLiteral("^[\\p{L}\\p{M}\\p{N}_./+:@%=,-]+$"));
    if (plain.match(path).hasMatch())
        return path;
    QString escaped = path;
    escaped.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + escaped + QLatin1Char('\'');
}

} // namespace verbale::commandline
