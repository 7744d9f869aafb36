#include "glossary/engine/interchange.h"

#include "glossary/engine/csv.h"
#include "glossary/engine/table_file.h"
#include "glossary/engine/tsv.h"
#include "glossary/engine/xlsx.h"

#include <QtCore/QFileInfo>

#include <array>

namespace verbale::glossary {

namespace {

constexpr std::array formatNames{"tsv", "csv", "omegat", "tbx-basic", "tbx-v2", "xlsx"};

/// The first characters of a file, of UTF-8 or UTF-16 in either order, without what is not ASCII.
QByteArray beginning(const QByteArray &bytes)
{
    constexpr qsizetype enough = 4096;
    QByteArray ascii;
    for (const char c : bytes.first(qMin(enough, bytes.size()))) {
        if (c > 0)
            ascii += c;
    }
    return ascii;
}

bool isXml(const QByteArray &start)
{
    return start.trimmed().startsWith('<');
}

bool looksLikeCsv(const QByteArray &start)
{
    const QByteArray line = start.left(start.indexOf('\n'));
    return !line.contains('\t') && (line.contains(',') || line.contains(';'));
}

FileFormat formatOf(const QByteArray &bytes, const QString &fileName)
{
    if (isPacked(bytes))
        return FileFormat::Xlsx;
    const QByteArray start = beginning(bytes);
    if (isXml(start))
        return FileFormat::TbxBasic;
    const std::optional<FileFormat> named = formatOfFile(fileName);
    if (named == FileFormat::Csv || named == FileFormat::TbxBasic)
        return *named;
    const bool isTsv = fileName.endsWith(QLatin1String(".tsv"), Qt::CaseInsensitive);
    return !isTsv && looksLikeCsv(start) ? FileFormat::Csv : FileFormat::Tsv;
}

TbxForm formOf(FileFormat format, bool dct)
{
    if (format == FileFormat::TbxV2)
        return TbxForm::BasicV2;
    return dct ? TbxForm::BasicDct : TbxForm::BasicDca;
}

} // namespace

QString formatName(FileFormat format)
{
    return QLatin1String(formatNames[static_cast<std::size_t>(format)]);
}

std::optional<FileFormat> formatNamed(QStringView name)
{
    for (std::size_t i = 0; i < formatNames.size(); ++i) {
        if (name == QLatin1String(formatNames[i]))
            return static_cast<FileFormat>(i);
    }
    return name == u"tbx" ? std::optional(FileFormat::TbxBasic) : std::nullopt;
}

std::optional<FileFormat> formatOfFile(const QString &fileName)
{
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    if (suffix == QLatin1String("tsv") || suffix == QLatin1String("txt") || suffix == QLatin1String("tab"))
        return FileFormat::Tsv;
    if (suffix == QLatin1String("csv"))
        return FileFormat::Csv;
    if (suffix == QLatin1String("xlsx") || suffix == QLatin1String("xlsm"))
        return FileFormat::Xlsx;
    if (suffix == QLatin1String("tbx") || suffix == QLatin1String("xml"))
        return FileFormat::TbxBasic;
    return std::nullopt;
}

FileFormat formatOfGlossary(const QByteArray &bytes, const QString &fileName, const ReadOptions &options)
{
    return options.format.value_or(formatOf(bytes, fileName));
}

Result<GlossaryContents> readGlossary(const QByteArray &bytes, const QString &fileName,
                                      const ReadOptions &options)
{
    if (bytes.startsWith("\xD0\xCF\x11\xE0"))
        return Error{
            QStringLiteral("glossary.unknown-format"),
            QStringLiteral("this is a spreadsheet with a password or in the old form (.xls); save it "
                           "as XLSX without a password and read that"),
            {fileName}};
    const FileFormat format = formatOfGlossary(bytes, fileName, options);
    if (!isTable(format))
        return readTbx(bytes, fileName);
    Result<TableFile> file = openTable(bytes, fileName, format, options);
    if (!file)
        return file.error();
    return readTable(*std::move(file));
}

bool writesBack(FileFormat format, bool dct, const TbxSourceUse &use)
{
    const bool isTbx = format == FileFormat::TbxBasic || format == FileFormat::TbxV2;
    if (!isTbx || !use.source)
        return false;
    return use.keepForm || (use.source->isForm && use.source->form == formOf(format, dct));
}

Result<GlossaryBytes> writeGlossary(const Termbase &termbase, FileFormat format, bool dct,
                                    const TbxSourceUse &use)
{
    switch (format) {
    case FileFormat::Tsv:
        return GlossaryBytes{writeTsv(termbase), tableLosses(termbase)};
    case FileFormat::Csv:
        return GlossaryBytes{writeCsv(termbase), tableLosses(termbase)};
    case FileFormat::OmegaT:
        return writeOmegaT(termbase);
    case FileFormat::Xlsx:
        return writeXlsx(termbase);
    case FileFormat::TbxBasic:
    case FileFormat::TbxV2:
        break;
    }
    if (!writesBack(format, dct, use))
        return writeTbx(termbase, formOf(format, dct), use.source.get());
    if (std::optional<QByteArray> patched = patchTbx(*use.source, termbase))
        return GlossaryBytes{*std::move(patched), {}, true};
    const TbxForm form = use.keepForm ? use.source->form : formOf(format, dct);
    GlossaryBytes written = writeTbx(termbase, form, use.source.get());
    if (!use.source->isForm)
        written.warnings.prepend(
            QStringLiteral("The entries are no longer those of a file in %1; they are written as TBX-Basic.")
                .arg(use.source->dialect));
    return written;
}

} // namespace verbale::glossary
