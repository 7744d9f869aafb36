#include "zip/package.h"

#include <zip.h>

#include <limits>

namespace verbale::zip {

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

Package::Package(std::unique_ptr<Archive> archive, QString fileName, const PackageKind &kind,
                 qint64 mostBytes)
    : m_archive(std::move(archive))
    , m_fileName(std::move(fileName))
    , m_kind(kind)
    , m_most(mostBytes)
    , m_left(mostBytes)
{
}
Package::~Package() = default;
Package::Package(Package &&) noexcept = default;

Error Package::error(const char *code, const QString &message) const
{
    return {QLatin1String(m_kind.codePrefix) + QLatin1String(code), message, {m_fileName}};
}

Result<Package> Package::open(const QByteArray &bytes, const QString &fileName, const PackageKind &kind,
                              qint64 mostBytes)
{
    Package package(std::make_unique<Archive>(), fileName, kind, mostBytes);
    zip_source_t *source =
        zip_source_buffer_create(bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0, nullptr);
    if (source != nullptr) {
        package.m_archive->zip = zip_open_from_source(source, ZIP_RDONLY, nullptr);
        if (package.m_archive->zip == nullptr)
            zip_source_free(source);
    }
    if (package.m_archive->zip == nullptr)
        return package.error(
            ".damaged",
            QStringLiteral("the %1 is damaged: it cannot be unpacked; save it again or open a backup")
                .arg(QLatin1String(kind.noun)));
    if (zip_get_num_entries(package.m_archive->zip, 0) > mostParts)
        return package.error(".too-large",
                             QStringLiteral("the packed file has more than %1 parts, which no %2 needs")
                                 .arg(QString::number(mostParts), QLatin1String(kind.noun)));
    return package;
}

bool Package::has(const QString &part) const
{
    return zip_name_locate(m_archive->zip, part.toUtf8().constData(), ZIP_FL_NOCASE) >= 0;
}

Error Package::damagedPart(const QString &part) const
{
    return error(".damaged", QStringLiteral("the %1 is damaged: its part %2 cannot be read; "
                                            "save it again or open a backup")
                                 .arg(QLatin1String(m_kind.noun), part));
}

Result<QByteArray> Package::read(const QString &part)
{
    const zip_int64_t index = zip_name_locate(m_archive->zip, part.toUtf8().constData(), ZIP_FL_NOCASE);
    if (index < 0)
        return damagedPart(part);
    QByteArray bytes;
    const Result<void> done = unpack(index, [&bytes](const QByteArray &piece) -> Result<void> {
        bytes += piece;
        return {};
    });
    if (!done)
        return done.error();
    return bytes;
}

Result<QList<Part>> Package::parts() const
{
    QList<Part> parts;
    const zip_int64_t count = zip_get_num_entries(m_archive->zip, 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        zip_stat_t about;
        zip_stat_init(&about);
        constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
        if (zip_stat_index(m_archive->zip, index, 0, &about) != 0 || (about.valid & needed) != needed)
            return damagedPart(QString::number(i + 1));
        constexpr auto most = static_cast<zip_uint64_t>(std::numeric_limits<qint64>::max());
        Part part{QString::fromUtf8(about.name), static_cast<qint64>(qMin<zip_uint64_t>(about.size, most)),
                  static_cast<qint64>(qMin<zip_uint64_t>(about.comp_size, most)), 0,
                  (about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE};
        zip_uint8_t system = 0;
        zip_uint32_t attributes = 0;
        if (zip_file_get_external_attributes(m_archive->zip, index, 0, &system, &attributes) == 0 &&
            system == ZIP_OPSYS_UNIX)
            part.unixMode = attributes >> 16;
        parts.append(part);
    }
    return parts;
}

Result<void> Package::unpack(qsizetype part, const std::function<Result<void>(const QByteArray &piece)> &take)
{
    const auto index = static_cast<zip_uint64_t>(part);
    zip_stat_t about;
    zip_stat_init(&about);
    if (part < 0 || zip_stat_index(m_archive->zip, index, 0, &about) != 0)
        return damagedPart(QString::number(part + 1));
    const QString name = QString::fromUtf8(about.name);
    if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE)
        return error(".encrypted", QStringLiteral("the %1 has a password; save it without one and read that")
                                       .arg(QLatin1String(m_kind.noun)));
    const std::unique_ptr<zip_file_t, FileCloser> file(zip_fopen_index(m_archive->zip, index, 0));
    if (!file)
        return damagedPart(name);
    QByteArray piece(256 * 1024, Qt::Uninitialized);
    for (;;) {
        const zip_int64_t got = zip_fread(file.get(), piece.data(), static_cast<zip_uint64_t>(piece.size()));
        if (got < 0)
            return damagedPart(name);
        if (got == 0)
            return {};
        m_left -= got;
        if (m_left < 0)
            return error(".too-large",
                         QStringLiteral("the %1 unpacks to more than %2 MB; %3")
                             .arg(QLatin1String(m_kind.noun), QString::number(m_most / (1024 * 1024)),
                                  QLatin1String(m_kind.advice)));
        const Result<void> taken =
            take(QByteArray::fromRawData(piece.constData(), static_cast<qsizetype>(got)));
        if (!taken)
            return taken;
    }
}

} // namespace verbale::zip
