#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>

#include <memory>

namespace verbale::zip {

/// What a packed file is, for its errors.
struct PackageKind
{
    const char *codePrefix; ///< "xlsx" for "xlsx.damaged"
    const char *noun;       ///< "spreadsheet"
    const char *advice;     ///< what to do about one that is too large
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

    [[nodiscard]] const QString &fileName() const { return m_fileName; }
    /// PREFIX with `code`, which begins with a dot, behind it.
    [[nodiscard]] Error error(const char *code, const QString &message) const;

private:
    struct Archive;
    Package(std::unique_ptr<Archive> archive, QString fileName, const PackageKind &kind, qint64 mostBytes);

    std::unique_ptr<Archive> m_archive;
    QString m_fileName;
    PackageKind m_kind;
    qint64 m_most;
    qint64 m_left; ///< bytes that may still be unpacked
};

} // namespace verbale::zip
