#include "session/open.h"

#include "formats/bilingual.h"
#include "session/languages.h"
#include "session/root_element.h"
#include "session/text_document.h"
#include "text/file_io.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

namespace verbale::session {

namespace {

bool hasXliffName(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == QLatin1String("xlf") || suffix == QLatin1String("xliff");
}

Result<OpenedDocument> openXliff(const OriginalBytes &bytes, const QString &path, const OpenOptions &options)
{
    Result<xliff::ReadXliff> read = bilingual::read(bytes, path);
    if (!read)
        return read.error();
    OpenedDocument opened;
    opened.document = std::move(read->document);
    opened.path = path;
    opened.workingFile = path;
    opened.xliffVersion = read->version;
    opened.warnings = read->warnings;
    readLanguages(opened.document);
    if (!options.sourceLanguage.isEmpty())
        opened.document.sourceLanguage = options.sourceLanguage;
    if (!options.targetLanguage.isEmpty())
        opened.document.targetLanguage = options.targetLanguage;
    if (!options.segmentationRules.isEmpty()) {
        opened.warnings.append(
            QStringLiteral("%1 is XLIFF, cut into segments already: the segmentation rules are not used.")
                .arg(path));
    }
    return opened;
}

/// What was dropped, as the document keeps it.
QList<LeftOutLine> leftOutLines(const QList<DroppedLine> &dropped)
{
    QList<LeftOutLine> lines;
    for (const DroppedLine &line : dropped)
        lines.append({line.line, line.start, line.end, text::dropReasonName(line.reason), line.text,
                      QStringLiteral("f1")});
    return lines;
}

/// Whether the XLIFF at `path` was made from a text of this name. One that cannot be read may have been.
bool isMadeFrom(const QString &path, const QString &textPath)
{
    const Result<OriginalBytes> bytes = bilingual::openFile(path);
    if (!bytes)
        return true;
    const Result<xliff::ReadXliff> read = bilingual::read(*bytes, path);
    const auto composed = [](const QString &name) {
        return name.normalized(QString::NormalizationForm_C); // file systems differ
    };
    return !read || composed(read->document.originalName) == composed(QFileInfo(textPath).fileName());
}

bool holdsXliff(const QString &path)
{
    QFile file(path);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) &&
           rootElement(file.read(sniffedForRoot)) == QLatin1String("xliff");
}

/// NAME.EXT.xlf, for a text whose NAME.xlf is taken.
QString longWorkingFileFor(const QString &textPath)
{
    return textPath + QLatin1String(".xlf");
}

} // namespace

QString freeWorkingFileFor(const QString &textPath)
{
    const QString path = workingFileFor(textPath);
    return QFileInfo(path).isFile() && !isMadeFrom(path, textPath) ? longWorkingFileFor(textPath) : path;
}

std::optional<QString> existingWorkingFile(const QString &textPath)
{
    if (textPath == QLatin1String("-") || hasXliffName(textPath) || holdsXliff(textPath))
        return std::nullopt;
    for (const QString &path : {workingFileFor(textPath), longWorkingFileFor(textPath)}) {
        if (QFileInfo(path).isFile() && isMadeFrom(path, textPath))
            return path;
    }
    return std::nullopt;
}

Result<OpenedDocument> openBytes(const QByteArray &bytes, const QString &path, const OpenOptions &options)
{
    const QString root = rootElement(bytes);
    if (root == QLatin1String("xliff") || (hasXliffName(path) && !bytes.isEmpty()))
        return openXliff(bytes, path, options);
    if (!root.isEmpty()) {
        return Error{
            QStringLiteral("document.unknown-format"),
            QStringLiteral("This is %1, which this version does not read. Save it as plain text or as "
                           "XLIFF 2.1.")
                .arg(root.compare(QLatin1String("html"), Qt::CaseInsensitive) == 0
                         ? QStringLiteral("an HTML page")
                         : QStringLiteral("XML of another kind than XLIFF")),
            {path, 1, 1}};
    }
    text::DecodeOptions decoding;
    decoding.encoding = options.encoding;
    const Result<text::DecodedText> decoded = text::decode(bytes, path, decoding);
    if (!decoded)
        return decoded.error();
    Result<OpenedDocument> opened = makeTextDocument(*decoded, path, options);
    if (opened) {
        opened->document.leftOut = leftOutLines(opened->dropped);
        opened->encoding = decoded->encoding;
        opened->encodingConfidence = decoded->confidence;
        opened->warnings = decoded->warnings + opened->warnings;
    }
    return opened;
}

Result<OpenedDocument> openDocument(const QString &path, const OpenOptions &options)
{
    if (holdsXliff(path)) { // which may be large
        const Result<OriginalBytes> bytes = bilingual::openFile(path);
        return bytes ? openXliff(*bytes, path, options) : Result<OpenedDocument>(bytes.error());
    }
    const Result<QByteArray> bytes = text::readFile(path);
    if (!bytes)
        return bytes.error();
    Result<OpenedDocument> opened = openBytes(*bytes, path, options);
    if (opened && opened->isText())
        opened->workingFile = freeWorkingFileFor(path);
    return opened;
}

} // namespace verbale::session
