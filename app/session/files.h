#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QIODevice>
#include <QtCore/QString>

namespace verbale::session {

/// The whole file's bytes: text::readFile, for what is no document.
Result<QByteArray> readFile(const QString &path);

/// Everything that a device gives, up to the limit of a file (text::maximumFileBytes). `name` is for
/// messages. Error: file.too-large.
Result<QByteArray> readDevice(QIODevice &device, const QString &name);

/// Replaces a file or leaves it as it was: text::writeFileAtomically, for what is no document.
Result<void> writeFile(const QString &path, const QByteArray &bytes);

/// Whether two paths lead to the same existing file.
bool isSameFile(const QString &one, const QString &other);

} // namespace verbale::session
