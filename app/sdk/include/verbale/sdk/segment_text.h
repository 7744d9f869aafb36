#pragma once

#include <QtCore/QString>

namespace verbale {

/// A segment as a plugin sees it: its texts without inline codes (each code stands as one U+FFFC), its id
/// in the document and the revision that an answer has to name; an answer for an older revision is dropped.
struct SegmentText
{
    QString id;
    qint64 revision = 0;
    QString source;
    QString target;
};

} // namespace verbale
