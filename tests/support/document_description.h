#pragma once

#include "document/document.h"

#include <QtCore/QStringList>

namespace verbale::testing {

/// What to leave out of a description: what a format is known to lose.
struct DescriptionOptions
{
    bool markup = false;         ///< the exact markup of codes and what is shown for them
    bool codeContent = true;     ///< what codes stand for, their types and hints
    bool forbiddenInData = true; ///< characters that XML does not allow in what codes stand for; else U+FFFD
    bool noteDetails = true;     ///< authors, priorities and sides of notes
    bool hints = true;           ///< canCopy, canDelete, canReorder of codes
    bool codeTypes = true;
    bool codeIds = true;
    bool subStates = true;
    bool terms = true;
    bool suggestions = true;
    bool offsets = true;     ///< places of segments in the source text
    bool ownMetadata = true; ///< boundaries, left-out lines, brought-back units
    bool noteCategories = true;
    bool resegmentation = true;
    bool unitTypes = true;
};

/// Every value of a document that an exchange format keeps, as lines of text in ASCII: equal lists mean equal
/// documents, and a failed comparison shows the line that differs.
QStringList described(const Document &document, const DescriptionOptions &options = {});

/// The first line in which they differ, with the unit it is in; empty when they are equal.
QString firstDifference(const QStringList &actual, const QStringList &expected);

} // namespace verbale::testing
