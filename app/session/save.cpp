#include "session/save.h"

#include "formats/bilingual.h"
#include "session/open.h"
#include "text/file_io.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDateTime>
#include <QtCore/QFileInfo>

namespace verbale::session {

namespace {

/// Passes on what is written, and knows what it was.
class HashingDevice final : public QIODevice
{
public:
    explicit HashingDevice(QIODevice &target) : m_target(target)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 written() const { return m_written; }
    [[nodiscard]] QByteArray digest() const { return m_hash.result(); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        const qint64 taken = m_target.write(data, size);
        if (taken > 0) {
            m_hash.addData(QByteArrayView(data, taken));
            m_written += taken;
        }
        if (taken < size)
            setErrorString(m_target.errorString());
        return taken;
    }

private:
    QIODevice &m_target;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_written = 0;
};

} // namespace

FileStamp FileStamp::of(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return {};
    return {true, info.size(), info.lastModified().toMSecsSinceEpoch()};
}

FileStamp FileStamp::of(const FileIdentity &file)
{
    return file.size < 0 ? FileStamp() : FileStamp{true, file.size, file.modified};
}

QString workingFileFor(const QString &textPath)
{
    if (textPath == QLatin1String("-"))
        return textPath;
    const QFileInfo info(textPath);
    // A name like ".notes" has no base name before its only dot.
    const QString base = info.completeBaseName().isEmpty() ? info.fileName() : info.completeBaseName();
    const QString name = base + QLatin1String(".xlf");
    return textPath.left(textPath.size() - info.fileName().size()) + name;
}

Result<QByteArray> documentBytes(const Document &document)
{
    return bilingual::patch(document);
}

Result<void> saveDocument(const Document &document, const QString &path)
{
    return text::writeFileAtomically(
        path, [&document](QIODevice &device) { return bilingual::patchTo(document, device); });
}

Result<FileIdentity> saveWorkingFile(const Document &document, const QString &path,
                                     const std::optional<FileStamp> &expected)
{
    FileIdentity identity;
    identity.name = QFileInfo(path).fileName();
    const auto write = [&](QIODevice &device) {
        HashingDevice hashing(device);
        const Result<void> written = bilingual::patchTo(document, hashing);
        identity.size = hashing.written();
        identity.digest = hashing.digest();
        return written;
    };
    const auto mayReplace = [&](const QFileDevice &written) -> Result<void> {
        identity.modified = text::modifiedTime(written);
        const FileStamp now = FileStamp::of(path);
        if (expected && now.exists && now != *expected)
            return Error{QStringLiteral("file.changed-on-disk"),
                         QStringLiteral("Another program has written the file. Nothing was changed; read it "
                                        "again or save under another name."),
                         {path}};
        return {};
    };
    const Result<void> saved = text::writeFileAtomically(path, write, mayReplace);
    return saved ? Result<FileIdentity>(identity) : saved.error();
}

} // namespace verbale::session
