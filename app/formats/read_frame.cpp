#include "formats/read_frame.h"

namespace verbale::bilingual {

xml::ParseOptions readingOptions(const QString &fileName)
{
    xml::ParseOptions options;
    options.fileName = fileName;
    options.codePrefix = QStringLiteral("xliff");
    return options;
}

Result<void> readWhole(const OriginalBytes &bytes, const QString &fileName, xml::Visitor &visitor)
{
    constexpr qint64 mebibyte = 1024LL * 1024;
    constexpr qint64 mostBytes = 2048 * mebibyte;
    if (bytes.isEmpty())
        return Error{QStringLiteral("xliff.not-xliff"),
                     QStringLiteral("The file is empty; open an XLIFF file."),
                     {fileName, 1, 1, 0}};
    if (bytes.size() >= mostBytes)
        return Error{QStringLiteral("xliff.too-large"),
                     QStringLiteral("The file has %1 MiB, more than the 2 GiB that are read; split it.")
                         .arg(bytes.size() / mebibyte),
                     {fileName}};
    xml::ParseOptions options = readingOptions(fileName);
    qint64 forgotten = 0;
    options.passed = [&](qint64 offset) {
        if (offset < forgotten)
            forgotten = 0; // it goes on from the beginning
        if (offset - forgotten < 2 * mebibyte)
            return;
        bytes.holder()->forget(forgotten, offset - mebibyte); // the open unit is looked at again
        forgotten = offset - mebibyte;
    };
    return xml::parse(bytes.view(), options, visitor);
}

Error refusalAt(qint64 offset, const char *code, const QString &message)
{
    Error error{QLatin1String(code), message, {}};
    error.where.offset = offset;
    return error;
}

void keepUnit(Unit &&unit, const std::vector<Range> &openTags, qint64 fileSize, QList<Unit> &units,
              FileIndex &index)
{
    constexpr qsizetype sampleSize = 1000;
    if (units.size() == sampleSize) { // what is reserved and not used costs nothing but addresses
        const auto wanted = static_cast<double>(fileSize) / static_cast<double>(unit.placeEnd) *
                            static_cast<double>(sampleSize) * 1.05;
        units.reserve(static_cast<qsizetype>(wanted));
        index.units.reserve(static_cast<std::size_t>(wanted));
    }
    index.add(unit, openTags);
    units.append(std::move(unit));
}

void Unread::keep(const QString &what, QStringList &warnings)
{
    if (m_known.contains(what))
        return;
    m_known.append(what);
    warnings.append(QStringLiteral("The file holds %1: kept as they are, but not shown.").arg(what));
}

} // namespace verbale::bilingual
