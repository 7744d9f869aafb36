#pragma once

#include "formats/tmx/tmx.h"

#include <verbale/sdk/result.h>

#include <QtCore/QIODevice>
#include <QtCore/QStringList>

#include <functional>

namespace verbale::tmx {

struct TmxReadOptions
{
    QString fileName; ///< for messages
    /// Told of the header, which every unit comes after.
    std::function<void(const TmxHeader &)> header;
    /// Told how many bytes have been read; false stops with tmx.cancelled.
    std::function<bool(qint64)> progress;
    qint64 maximumUnitBytes = 16 * 1024 * 1024; ///< text and attributes of one unit, or of the header
    int maximumWarnings = 100;
};

/// What a translator should know of a file that was read.
struct TmxReadSummary
{
    TmxHeader header;
    qint64 units = 0;
    QStringList warnings; ///< sentences with line and column
    qint64 moreWarnings = 0;
};

/// Takes a unit; an error stops the reading with it. The unit may be moved from.
using TakeUnit = std::function<Result<void>(TmxUnit &unit)>;

/// Reads TMX 1.1 to 1.4b of any length, a unit at a time, in memory that does not depend on the length.
/// Encodings and refusals are those of xml::parseStream(). What is not of TMX becomes a warning: elements in
/// texts are kept as codes with their markup, unknown attributes stay in the lists, elements elsewhere are
/// left out. Errors, each with line and column: tmx.not-tmx, tmx.unsupported-version, tmx.too-large and those
/// of xml::parseStream() with the prefix "tmx". Source of the rules: TMX 1.4b Specification, LISA 2005.
Result<TmxReadSummary> readTmx(QIODevice &device, const TakeUnit &take, const TmxReadOptions &options = {});

} // namespace verbale::tmx
