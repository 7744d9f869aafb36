#include "formats/bilingual.h"
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
    return bilingual::patch(document);
}

Result<void> saveDocument(const Document &document, const QString &path)
{
    return text::writeFileAtomically(
        path, [&document](QIODevice &device) { return bilingual::patchTo(document, device); });
}

} // namespace verbale::session
