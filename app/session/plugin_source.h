#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

#include <functional>
#include <memory>

namespace verbale::session {

/// How large a plugin may be that is installed. Tests make them smaller.
struct InstallLimits
{
    qsizetype files = 10'000;
    qint64 bytes = 512LL * 1024 * 1024; ///< of all files together, unpacked
    qint64 archiveBytes = 256LL * 1024 * 1024;
    int depth = 16;     ///< folders inside each other
    qint64 ratio = 200; ///< bytes unpacked from one of the archive, where they are more than 1 MiB
};

/// The files of a plugin that somebody wants to install, before any of them is believed. A name is relative,
/// with '/' between its parts, and leads nowhere but into the folder that it is copied to.
class PluginSource
{
public:
    struct File
    {
        QString path;
        qint64 size = 0; ///< what comes is never more
        bool executable = false;
    };
    using Take = std::function<Result<void>(const QByteArray &piece)>;

    PluginSource() = default;
    virtual ~PluginSource() = default;
    PluginSource(const PluginSource &) = delete;
    PluginSource &operator=(const PluginSource &) = delete;

    [[nodiscard]] const QList<File> &files() const { return m_files; }
    [[nodiscard]] qint64 bytes() const;
    /// Of an archive its SHA-256, else empty.
    [[nodiscard]] const QByteArray &digest() const { return m_digest; }
    /// A file's bytes, piece by piece. Errors: install.changed, install.unreadable, install.damaged, and
    /// those of `take`.
    virtual Result<void> read(qsizetype file, const Take &take) = 0;

protected:
    QList<File> m_files;
    QByteArray m_digest;
};

/// Lists a folder with plugin.json in it, or an archive with it at its top or in its only folder. No file is
/// written. Errors, `where` being the file that it is about: install.no-descriptor, install.outside (an
/// absolute path, or ".."), install.name, install.link, install.special (a device, a pipe), install.double,
/// install.too-many, install.too-large, install.too-deep, install.ratio, install.encrypted, install.damaged,
/// install.unreadable.
Result<std::unique_ptr<PluginSource>> openPluginFolder(const QString &folder, const InstallLimits &limits);
Result<std::unique_ptr<PluginSource>> openPluginArchive(const QByteArray &bytes, const QString &fileName,
                                                        const InstallLimits &limits);

} // namespace verbale::session
