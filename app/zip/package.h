#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <functional>
#include <memory>

namespace verbale::zip {

/// What a packed file is, for its errors.
struct PackageKind
{
    const char *codePrefix; ///< "xlsx" for "xlsx.damaged"
    const char *noun;       ///< "spreadsheet"
    const char *advice;     ///< what to do about one that is too large
};

/// What a packed file says of one of its parts.
struct Part
{
    QString name;         ///< as it stands there: may be absolute, lead outside or name a folder ("a/")
    qint64 size = 0;      ///< that it says it unpacks to
    qint64 packed = 0;    ///< bytes in the file
    quint32 unixMode = 0; ///< kind and permissions of a file, where it was packed on such a system; else 0
    bool encrypted = false;
};

/// The parts of a packed file, read by name and never written anywhere. What all parts hold together is
/// limited, whatever the file says of its sizes. Errors: PREFIX.encrypted, PREFIX.damaged, PREFIX.too-large.
class Package
{
public:
    /// `bytes` have to outlive the package; all parts together may unpack to `mostBytes`.
    static Result<Package> open(const QByteArray &bytes, const QString &fileName, const PackageKind &kind,
                                qint64 mostBytes = 384LL * 1024 * 1024);
    ~Package();
    Package(Package &&) noexcept;
    Package &operator=(Package &&) = delete;

    [[nodiscard]] bool has(const QString &part) const;
    Result<QByteArray> read(const QString &part);

    /// All of them, in the file's order; a name that is not UTF-8 is read as code page 437.
    Result<QList<Part>> parts() const;
    /// Unpacks the part of that place in parts(), piece by piece; `take` may end it with an Error.
    Result<void> unpack(qsizetype part, const std::function<Result<void>(const QByteArray &piece)> &take);

    [[nodiscard]] const QString &fileName() const { return m_fileName; }
    /// PREFIX with `code`, which begins with a dot, behind it.
    [[nodiscard]] Error error(const char *code, const QString &message) const;

private:
    struct Archive;
    Package(std::unique_ptr<Archive> archive, QString fileName, const PackageKind &kind, qint64 mostBytes);
    [[nodiscard]] Error damagedPart(const QString &part) const;

    std::unique_ptr<Archive> m_archive;
    QString m_fileName;
    PackageKind m_kind;
    qint64 m_most;
    qint64 m_left; ///< bytes that may still be unpacked
};

} // namespace verbale::zip
