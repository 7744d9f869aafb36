#include "session/export.h"

#include "formats/conformance/xliff2_validate.h"
#include "formats/losses/model_losses.h"
#include "formats/losses/original_losses.h"
#include "formats/review/review_rows.h"
#include "formats/target/target_text.h"
#include "formats/tmx/write_document.h"
#include "formats/xliff/convert.h"
#include "formats/xliff/xliff.h"
#include "formats/xliff12/xliff12.h"
#include "session/markup_text.h"
#include "session/open.h"
#include "session/tsv.h"
#include "session/unit_names.h"
#include "text/decode.h"
#include "text/file_io.h"

#include <QtCore/QBuffer>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>

namespace verbale::session {

namespace {

const QString xliff2 = QStringLiteral("xliff-2.");

QList<ExportLoss> told(const LossList &losses)
{
    QList<ExportLoss> result;
    for (const Loss &loss : losses.all())
        result.append({loss.code, loss.message, loss.count, loss.firstUnit});
    return result;
}

QString versionOf(const QString &format)
{
    return format.section(u'-', 1);
}

QString toolName(const ExportOptions &options)
{
    return options.toolVersion.isEmpty() ? QString() : QLatin1String("Verbale ") + options.toolVersion;
}

/// Written from the document's own values.
ExportedDocument writtenAnew(const Document &document, const QByteArray &bytes, const QString &format)
{
    LossList losses;
    losses.add(originalLosses(document));
    losses.add(modelLosses(document, format));
    return {bytes, told(losses)};
}

bool isValid(const QByteArray &xliff)
{
    const Result<conformance::Report> report = conformance::validateXliff2(xliff, {});
    return report.ok() && report->isValid();
}

/// A 2.x file in another version of 2.x: its own bytes, unless what was valid would be so no more.
Result<ExportedDocument> inOtherVersion(const Document &document, const ExportOptions &options)
{
    const Result<QByteArray> patched = xliff::patch(document);
    if (!patched)
        return patched.error();
    Result<xliff::Converted> converted =
        xliff::convertVersion(*patched, versionOf(options.format), document.originalName);
    if (!converted)
        return converted.error();
    if (!isValid(converted->bytes) && isValid(*patched)) {
        const xliff::WriteOptions how{versionOf(options.format), toolName(options)};
        return writtenAnew(document, xliff::write(document, how), options.format);
    }
    LossList losses;
    losses.add(converted->losses);
    return ExportedDocument{converted->bytes, told(losses)};
}

Result<ExportedDocument> toXliff(const Document &document, const ExportOptions &options)
{
    if (document.originalFormat == options.format && !document.originalBytes.isEmpty()) {
        const Result<QByteArray> bytes = documentBytes(document);
        if (!bytes)
            return bytes.error();
        return ExportedDocument{*bytes, {}};
    }
    if (document.originalFormat.startsWith(xliff2) && options.format.startsWith(xliff2) &&
        !document.originalBytes.isEmpty())
        return inOtherVersion(document, options);
    if (options.format == QLatin1String("xliff-1.2")) {
        xliff12::WriteOptions how;
        how.conformance =
            options.transitional ? xliff12::Conformance::Transitional : xliff12::Conformance::Strict;
        how.toolVersion = options.toolVersion;
        return writtenAnew(document, xliff12::write(document, how), options.format);
    }
    const xliff::WriteOptions how{versionOf(options.format), toolName(options)};
    return writtenAnew(document, xliff::write(document, how), options.format);
}

/// "Marked terms are not in TMX: 3." as a loss.
void addSentence(LossList &losses, const QString &sentence)
{
    static const QRegularExpression counted(QStringLiteral("^(.*): (\\d+)\\.$"));
    const QRegularExpressionMatch match = counted.match(sentence);
    if (match.hasMatch())
        losses.add("tmx", match.captured(1) + u'.', {}, match.captured(2).toLongLong());
    else
        losses.add("tmx", sentence);
}

Result<ExportedDocument> toTmx(const Document &document, const ExportOptions &options)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    tmx::TmxExportOptions how;
    how.toolVersion = options.toolVersion;
    const Result<tmx::TmxExport> written = tmx::writeTmx(document, buffer, how);
    if (!written)
        return written.error();
    LossList losses;
    losses.add("untranslated", QStringLiteral("Segments without a translation are not in TMX."), {},
               written->withoutTarget);
    for (const QString &sentence : written->losses)
        addSentence(losses, sentence);
    return ExportedDocument{buffer.data(), told(losses)};
}

QByteArray toTsv(const Document &document)
{
    const UnitNames names(document);
    QString rows = tsvRow({QStringLiteral("unit"), QStringLiteral("segment"), QStringLiteral("state"),
                           QStringLiteral("source"), QStringLiteral("target")});
    for (const Unit &unit : document.units) {
        for (const Segment &segment : unit.segments)
            rows += tsvRow({names.of(unit), segment.id, stateName(segment.state), withMarkup(segment.source),
                            withMarkup(segment.target)});
    }
    return rows.toUtf8();
}

} // namespace

QStringList exportFormats()
{
    return {QStringLiteral("xliff-1.2"),   QStringLiteral("xliff-2.0"),   QStringLiteral("xliff-2.1"),
            QStringLiteral("xliff-2.2"),   QStringLiteral("tmx"),         QStringLiteral("target"),
            QStringLiteral("review-html"), QStringLiteral("review-docx"), QStringLiteral("tsv")};
}

QString exportSuffix(const QString &format)
{
    if (format.startsWith(QLatin1String("xliff")))
        return QStringLiteral("xlf");
    if (format == QLatin1String("target"))
        return QStringLiteral("txt");
    return format.startsWith(QLatin1String("review-")) ? format.section(u'-', 1) : format;
}

Result<ExportedDocument> exportDocument(const Document &document, const ExportOptions &options)
{
    const QString &format = options.format;
    if (format.startsWith(QLatin1String("xliff-")) && exportFormats().contains(format))
        return toXliff(document, options);
    if (format == QLatin1String("tmx"))
        return toTmx(document, options);
    LossList losses;
    losses.add(modelLosses(document, format));
    if (options.keepLeftOut)
        losses.remove("left-out");
    if (format == QLatin1String("target"))
        return ExportedDocument{targetText(document, {options.sourceText, options.keepLeftOut}).toUtf8(),
                                told(losses)};
    if (format == QLatin1String("review-html"))
        return ExportedDocument{review::writeReviewHtml(document), told(losses)};
    if (format == QLatin1String("review-docx"))
        return ExportedDocument{review::writeReviewDocx(document), told(losses)};
    if (format == QLatin1String("tsv"))
        return ExportedDocument{toTsv(document), {}}; // a table of these columns by its nature
    return Error{QStringLiteral("export.unknown-format"),
                 QStringLiteral("Unknown format '%1'. Use %2.")
                     .arg(format, exportFormats().join(QLatin1String(", ")))};
}

QString originalBeside(const Document &document, const QString &documentPath)
{
    const QString name = QFileInfo(document.originalName).fileName();
    if (name.isEmpty() || documentPath == QLatin1String("-"))
        return {};
    const QFileInfo info(QFileInfo(documentPath).dir().filePath(name));
    return info.isFile() ? info.filePath() : QString();
}

QString sourceTextBeside(const Document &document, const QString &documentPath)
{
    const QString original = originalBeside(document, documentPath);
    if (original.isEmpty() || QFileInfo(original) == QFileInfo(documentPath))
        return {};
    const Result<QByteArray> bytes = text::readFile(original);
    if (!bytes)
        return {};
    const Result<text::DecodedText> decoded = text::decode(*bytes, original, {});
    return decoded ? decoded->text : QString();
}

QString lossText(const ExportLoss &loss)
{
    QString text = loss.message;
    if (text.endsWith(u'.'))
        text.chop(1);
    if (loss.count > 1 || !loss.firstUnit.isEmpty()) {
        text += QLatin1String(" (") + QString::number(loss.count);
        if (!loss.firstUnit.isEmpty())
            text += (loss.count > 1 ? QLatin1String(", first in ") : QLatin1String(", in ")) + loss.firstUnit;
        text += u')';
    }
    return text + u'.';
}

} // namespace verbale::session
