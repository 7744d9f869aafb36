#include "glossary/engine/xlsx_package.h"

#include <zip.h>

#include <QtCore/QStringList>

namespace verbale::glossary::xlsx {

namespace {

constexpr zip_int64_t mostParts = 10000;

struct FileCloser
{
    void operator()(zip_file_t *file) const { (void)zip_fclose(file); }
};

} // namespace

struct Package::Archive
{
    zip_t *zip = nullptr;
    ~Archive()
    {
        if (zip != nullptr)
            zip_discard(zip);
    }
};

Package::Package(std::unique_ptr<Archive> archive, QString fileName, qint64 mostBytes)
    : m_archive(std::move(archive)), m_fileName(std::move(fileName)), m_most(mostBytes), m_left(mostBytes)
{
}
Package::~Package() = default;
Package::Package(Package &&) noexcept = default;

Error Package::error(const char *code, const QString &message) const
{
    return {QString::fromLatin1(code), message, {m_fileName}};
}

Result<Package> Package::open(const QByteArray &bytes, const QString &fileName, qint64 mostBytes)
{
    Package package(std::make_unique<Archive>(), fileName, mostBytes);
    zip_source_t *source =
        zip_source_buffer_create(bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0, nullptr);
    if (source != nullptr) {
        package.m_archive->zip = zip_open_from_source(source, ZIP_RDONLY, nullptr);
        if (package.m_archive->zip == nullptr)
            zip_source_free(source);
    }
    if (package.m_archive->zip == nullptr)
        return package.error(
            "xlsx.damaged",
            QStringLiteral(
                "the spreadsheet is damaged: it cannot be unpacked; save it again or open a backup"));
    if (zip_get_num_entries(package.m_archive->zip, 0) > mostParts)
        return package.error(
            "xlsx.too-large",
            QStringLiteral("the packed file has more than %1 parts, which no spreadsheet needs")
                .arg(mostParts));
    return package;
}

bool Package::has(const QString &part) const
{
    return zip_name_locate(m_archive->zip, part.toUtf8().constData(), ZIP_FL_NOCASE) >= 0;
}

Result<QByteArray> Package::read(const QString &part)
{
    const auto damaged = [&] {
        return error("xlsx.damaged", QStringLiteral("the spreadsheet is damaged: its part %1 cannot be read; "
                                                    "save it again or open a backup")
                                         .arg(part));
    };
    const zip_int64_t index = zip_name_locate(m_archive->zip, part.toUtf8().constData(), ZIP_FL_NOCASE);
    zip_stat_t about;
    zip_stat_init(&about);
    if (index < 0 || zip_stat_index(m_archive->zip, static_cast<zip_uint64_t>(index), 0, &about) != 0)
        return damaged();
    if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE)
        return error("xlsx.encrypted",
                     QStringLiteral("the spreadsheet has a password; save it without one and read that"));
    const std::unique_ptr<zip_file_t, FileCloser> file(
        zip_fopen_index(m_archive->zip, static_cast<zip_uint64_t>(index), 0));
    if (!file)
        return damaged();
    constexpr qsizetype piece = 256 * 1024;
    QByteArray bytes;
    for (;;) {
        const qsizetype old = bytes.size();
        bytes.resize(old + piece);
        const zip_int64_t got = zip_fread(file.get(), bytes.data() + old, static_cast<zip_uint64_t>(piece));
        bytes.resize(old + static_cast<qsizetype>(qMax<zip_int64_t>(got, 0)));
        if (got < 0)
            return damaged();
        if (got == 0)
            break;
        m_left -= got;
        if (m_left < 0)
            return error("xlsx.too-large",
                         QStringLiteral("the spreadsheet unpacks to more than %1 MB; split it, "
                                        "or save the sheet as CSV")
                             .arg(m_most / (1024 * 1024)));
    }
    return bytes;
}

QString resolvePart(const QString &from, const QString &target)
{
    QStringList parts = target.startsWith(u'/') ? QStringList() : from.split(u'/').mid(0, from.count(u'/'));
    for (const QString &part : target.split(u'/', Qt::SkipEmptyParts)) {
        if (part == QLatin1String("..")) {
            if (!parts.isEmpty())
                parts.removeLast();
        } else if (part != QLatin1String(".")) {
            parts.append(part);
        }
    }
    return parts.join(u'/');
}

} // namespace verbale::glossary::xlsx
