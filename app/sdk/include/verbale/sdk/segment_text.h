#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace verbale {

/// An inline code of a segment's source, for a plugin that treats codes by what they are: an engine that
/// wants tags, a check that looks at their order.
/// JSON: {"kind": "standalone" | "opening" | "closing", "number": 1, "data": "<b>"}
struct SegmentCode
{
    enum class Kind { Standalone, Opening, Closing };
    Kind kind = Kind::Standalone;
    int number = 0; ///< counts from 1 in the order of the source; the two codes of a pair share one
    QString data;   ///< what it stands for in the original, "<b>" or "%s"; empty when unknown
};

/// A segment as a plugin sees it: its texts without inline codes (each code stands as one U+FFFC, and nothing
/// else does: a U+FFFC of the text itself is a code too), its id in the document and the revision that an
/// answer has to name; an answer for an older revision is dropped.
/// JSON: {"id": "7", "revision": 3, "source": "...", "target": "...", "codes": [...]}
struct SegmentText
{
    QString id;
    qint64 revision = 0;
    QString source;
    QString target;
    QList<SegmentCode> codes = {}; ///< the n-th U+FFFC of `source` is codes[n]
};

} // namespace verbale
