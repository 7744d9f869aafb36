#include "formats/xliff/xliff.h"
#include "session/open.h"
#include "text/file_io.h"

#include <QtCore/QFileInfo>

namespace verbale::session {

QString workingFileFor(const QString &textPath)
{
    if (textPath == QLatin1String("-"))
        return textPath;
    const QFileInfo info(textPath);
    // A name like ".notes" has no base name before its only dot.
    const QString base = info.completeBaseName().isEmpty() ? info.fileName() : info.completeBaseName();
    const QString name = base + QLatin1String(".xlf");
    return textPath.left(textPath.size() - info.fileName().size()) + name;
}

Result<QByteArray> documentBytes(const Document &document)
{
    if (document.originalBytes.isEmpty())
        return xliff::write(document);
    return xliff::patch(document);
}

Result<void> saveDocument(const Document &document, const QString &path)
{
    Result<QByteArray> bytes = documentBytes(document);
    if (!bytes)
        return bytes.error();
    return text::writeFileAtomically(path, *bytes);
}

} // namespace verbale::session
