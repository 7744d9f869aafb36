#pragma once

#include "document/document.h"

#include <QtCore/QList>
#include <QtCore/QString>

namespace verbale::review {

/// A segment as a line of a review table.
struct ReviewRow
{
    QString key; ///< Document::segmentKey(): "FILE/UNIT/SEGMENT"
    QString source;
    QString target;
    QString state; ///< stateName(), or "untranslated" where there is no target
    QString notes; ///< "AUTHOR: TEXT", a line a note; those of the whole unit stand with its first segment
};

/// Every segment in reading order, its texts as in reviewTexts().
QList<ReviewRow> reviewRows(const Document &document);

/// A self-contained HTML page: a table with the columns id, source, target, state and notes, in which the
/// targets can be edited in a browser. Each row has its key as data-id, each cell its column's name as class.
QByteArray writeReviewHtml(const Document &document);

/// A DOCX (ECMA-376, transitional) with a table: id, source, target, comment. Deterministic.
QByteArray writeReviewDocx(const Document &document);

} // namespace verbale::review
