#include "session/files.h"

#include "text/file_io.h"

#include <QtCore/QFileInfo>

namespace verbale::session {

Result<QByteArray> readFile(const QString &path)
{
    return text::readFile(path);
}

Result<QByteArray> readDevice(QIODevice &device, const QString &name)
{
    constexpr qint64 pieceBytes = 256 * 1024;
    QByteArray bytes;
    for (;;) {
        const QByteArray piece = device.read(pieceBytes);
        if (piece.isEmpty())
            return bytes;
        bytes += piece;
        if (bytes.size() > text::maximumFileBytes) {
            return Error{
                QStringLiteral("file.too-large"),
                QStringLiteral("The input is larger than %1 MiB, the limit. Split it into smaller files.")
                    .arg(text::maximumFileBytes / (1024 * 1024)),
                {name}};
        }
    }
}

Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    return text::writeFileAtomically(path, bytes);
}

bool isSameFile(const QString &one, const QString &other)
{
    const QString canonical = QFileInfo(one).canonicalFilePath();
    return !canonical.isEmpty() && canonical == QFileInfo(other).canonicalFilePath();
}

} // namespace verbale::session
