#pragma once

#include "document/document.h"

#include <verbale/sdk/result.h>

#include <QtCore/QDateTime>
#include <QtCore/QIODevice>
#include <QtCore/QStringList>

namespace verbale::tmx {

/// What to say of a document beyond its texts.
struct TmxExportOptions
{
    QString fileName;           ///< of the TMX file, for messages
    QString toolVersion;        ///< of Verbale
    QDateTime date;             ///< creationdate of the header; invalid: none
    QString author;             ///< creationid of the header; may be empty
    bool onlyConfirmed = false; ///< leave out the segments in the state initial
};

struct TmxExport
{
    qint64 units = 0;
    qint64 withoutTarget = 0; ///< segments left out: nothing is translated in them
    qint64 unconfirmed = 0;   ///< segments left out because of onlyConfirmed
    QStringList losses;       ///< sentences: what of the document TMX does not hold
};

/// The segments that have a target, as TMX 1.4b: tuid is the segment's key ("f1/u1/s1"); the state stands in
/// the props "x-state" and "x-sub-state", the unit's type in "x-unit-type"; notes are notes of the unit, each
/// with its author, category and priority as props "x-note-..." after it. A unit in another language than
/// the document's has its own srclang. Errors: file.write-failed.
Result<TmxExport> writeTmx(const Document &document, QIODevice &device, const TmxExportOptions &options = {});

} // namespace verbale::tmx
