#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QByteArrayView>
#include <QtCore/QIODevice>
#include <QtCore/QString>

#include <functional>
#include <optional>

namespace verbale::xml {

/// A start tag as it is told: everything is UTF-8 and valid only during the call. Names have their prefix.
struct StreamTag
{
    const char *name = nullptr;
    const char *const *attributes = nullptr; ///< name, value, name, value ...
    int attributeCount = 0;

    /// The attribute's value, or nullptr.
    [[nodiscard]] const char *value(const char *attribute) const;
};

/// What a reading visitor is told of, in the order of the file. A text may come in several pieces. Comments
/// and processing instructions are not told.
class StreamVisitor
{
public:
    virtual ~StreamVisitor() = default;
    virtual void begin(const StreamTag &tag) = 0;
    virtual void end(const char *name) = 0;
    virtual void text(QByteArrayView utf8) = 0;

    /// Set by the visitor to stop with it; one that names no file gets file, line and column.
    std::optional<Error> error;
    /// Where the reading is, set before begin(). A line costs a look at the bytes: ask seldom.
    std::function<Place()> place;
    std::function<qint64()> offset; ///< in bytes of the file, for nothing
};

struct StreamOptions
{
    QString fileName;   ///< for messages
    QString codePrefix; ///< of error codes: "tmx" for "tmx.malformed"
    int maximumDepth = 64;
    qint64 maximumTagBytes = 4 * 1024 * 1024; ///< of one tag, comment or declaration, about
    qsizetype chunkBytes = 64 * 1024;
    /// Told how many bytes have been read, once a chunk; false stops with PREFIX.cancelled.
    std::function<bool(qint64)> progress;
};

/// Reads XML of any length from where the device stands, in memory that does not depend on it. UTF-8, UTF-16,
/// US-ASCII, ISO-8859-1, and every other encoding of one byte a character that ICU knows by its declared name
/// (windows-1258, KOI8-R). A DOCTYPE may stand in it and is never fetched, nor is any other file; a file that
/// needs one, or declares an entity with markup or with other entities in it, is refused. Errors:
/// PREFIX.malformed, .encoding, .entity, .too-deep, .too-large, .read-failed, .cancelled and the visitor's.
Result<void> parseStream(QIODevice &device, const StreamOptions &options, StreamVisitor &visitor);

} // namespace verbale::xml
