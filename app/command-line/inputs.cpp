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
