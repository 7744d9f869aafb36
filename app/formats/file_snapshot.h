#pragma once

#include "document/original_bytes.h"

#include <QtCore/QFileDevice>
#include <QtCore/QIODevice>
#include <QtCore/QString>

namespace verbale::bilingual {

/// A private copy of what `device` gives from here on: an unlinked file (mode 0600) in `folder`, of which
/// only what is looked at takes memory, and that no other program can change. Null when it cannot be made
/// (no space, no such folder) or when the device gives nothing; what was read of the device is lost then.
std::shared_ptr<const OriginalBytes::Holder> takeSnapshot(QIODevice &device, const QString &folder);

/// Lets the system copy bytes [start, end) of a snapshot to where `file` is being written, without their
/// being looked at. Returns how many it has copied; 0 where it does not do that, or `holder` is no snapshot;
/// -1 when `file` can no longer be written.
qint64 copyInSystem(const OriginalBytes::Holder *holder, qint64 start, qint64 end, QFileDevice &file);

} // namespace verbale::bilingual
