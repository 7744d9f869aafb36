#pragma once

#include "formats/xliff/metadata.h"
#include "formats/xliff/splices.h"

#include <functional>

namespace verbale::xliff {

/// Where one of our groups of metadata stands in a file, or would stand.
struct GroupPlace
{
    ElementPlace group;
    ElementPlace metadata;
    qsizetype groups = 0;  ///< how many there are in the metadata
    qint64 otherwise = -1; ///< where new metadata would go: behind a start tag, or before an element
};

/// Puts the group that `group` writes in the place of the present one, into the metadata that is there, or
/// into new metadata. An empty group takes the present one away, and the metadata with the last one.
void patchGroup(Splices &splices, const GroupPlace &place, const QString &lineEnd,
                const std::function<QString(const MetaStyle &)> &group);

} // namespace verbale::xliff
