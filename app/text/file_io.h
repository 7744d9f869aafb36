#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QFileDevice>
#include <QtCore/QIODevice>
#include <QtCore/QString>

#include <functional>

namespace verbale::text {

/// The largest text, XLIFF or glossary file that is read into memory; a larger one is refused with its size.
inline constexpr qint64 maximumFileBytes = 64LL * 1024 * 1024;

/// The whole file's bytes. "-" is standard input. Errors: file.missing, file.is-directory,
/// file.no-permission, file.too-large, file.read-failed; each message says what to do.
Result<QByteArray> readFile(const QString &path, qint64 maximumBytes = maximumFileBytes);

/// Replaces the file or leaves it as it was: written beside it, brought to the disk, then renamed, every step
/// checked. Permissions, group and links stay.
/// "-" is standard output. Errors: file.no-permission, file.write-failed (a full disk, a read-only folder).
Result<void> writeFileAtomically(const QString &path, const QByteArray &bytes);

/// The same for what is written in pieces: `write` gets an open device. Its error is returned as it is, and
/// the file stays as it was. For a large file, or one whose bytes come one after another. `mayReplace`, where
/// there is one, gets the new file when all of it is on the disk, as the last thing before it gets the name;
/// its error too leaves the old file as it was. A device or a pipe is not asked about.
Result<void> writeFileAtomically(const QString &path,
                                 const std::function<Result<void>(QIODevice &device)> &write,
                                 const std::function<Result<void>(const QFileDevice &)> &mayReplace = {});

/// When a file that is open was changed last, in milliseconds since 1970, by the system's own word at this
/// moment: Qt's is the one that it got when it first asked. The file keeps it when it gets another name.
qint64 modifiedTime(const QFileDevice &file);

} // namespace verbale::text
