#include "command-line/inputs.h"

#include "session/files.h"

#include <QtCore/QRegularExpression>

namespace verbale::commandline {

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
