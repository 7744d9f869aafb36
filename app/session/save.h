#pragma once

#include "document/document.h"
#include "document/journal.h"

#include <optional>

namespace verbale::session {

/// A file as it stood at one moment: enough to see that somebody else has written it since.
struct FileStamp
{
    bool exists = false;
    qint64 size = 0;
    qint64 modified = 0; ///< ms since the epoch
    static FileStamp of(const QString &path);
    static FileStamp of(const FileIdentity &file);
    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};

/// As saveDocument(), for a file that other programs write as well. `expected` is what the caller knows to
/// stand at `path`; where something else does, just before it would be replaced, the error is
/// file.changed-on-disk and nothing is written. A file that is gone is no other. Without `expected` whatever
/// stands there is replaced. Gives what was written, which need not be what stands there by now.
Result<FileIdentity> saveWorkingFile(const Document &document, const QString &path,
                                     const std::optional<FileStamp> &expected);

} // namespace verbale::session
