#pragma once

#include "document/document.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace verbale::xliff {

/// How the elements of the metadata module are written in a file.
struct MetaStyle
{
    QString prefix;  ///< of the module's namespace: "mda:"
    QString indent;  ///< before the group
    QString lineEnd; ///< empty: everything on one line
};

/// Our own groups of metadata, each with its indent before it and a line's end behind it; empty when there is
/// nothing to say. `ids` are those that the segments have in the file, `noteIds` those of the notes.
QString offsetsGroup(const Unit &unit, const QStringList &ids, const MetaStyle &style);
QString noteSegmentsGroup(const Unit &unit, const QStringList &noteIds, const MetaStyle &style);
QString noteAuthorsGroup(const Unit &unit, const QStringList &noteIds, const MetaStyle &style);
QString provenanceGroup(const QString &tool, const MetaStyle &style);
QString boundariesGroup(const Unit &unit, const MetaStyle &style);
QString broughtBackGroup(const Unit &unit, const MetaStyle &style);
/// At most 5,000 lines and 1 Mi characters of text; how many are beyond is said in the group.
QString leftOutGroup(const QList<LeftOutLine> &lines, const MetaStyle &style);

} // namespace verbale::xliff
