#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>

#include <memory>

namespace verbale::glossary::xlsx {

/// The parts of a packed file, read by name and never written anywhere. What all parts hold together is
/// limited, whatever the file says of its sizes. Errors: xlsx.encrypted, xlsx.damaged, xlsx.too-large.
class Package
{
public:
    /// `bytes` have to outlive the package; all parts together may unpack to `mostBytes`.
    static Result<Package> open(const QByteArray &bytes, const QString &fileName,
                                qint64 mostBytes = 384LL * 1024 * 1024);
    ~Package();
    Package(Package &&) noexcept;
    Package &operator=(Package &&) = delete;

    [[nodiscard]] bool has(const QString &part) const;
    Result<QByteArray> read(const QString &part);

    [[nodiscard]] const QString &fileName() const { return m_fileName; }
    [[nodiscard]] Error error(const char *code, const QString &message) const;

private:
    struct Archive;
    Package(std::unique_ptr<Archive> archive, QString fileName, qint64 mostBytes);

    std::unique_ptr<Archive> m_archive;
    QString m_fileName;
    qint64 m_most;
    qint64 m_left; ///< bytes that may still be unpacked
};

/// The part that `target` means when part `from` refers to it: "xl/worksheets/sheet1.xml".
QString resolvePart(const QString &from, const QString &target);

} // namespace verbale::glossary::xlsx
