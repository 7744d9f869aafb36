#pragma once

#include "document/document.h"

#include <QtCore/QStringList>

namespace verbale::workbench {

/// The domains of these terms, the most frequent first; of several, in the order of the alphabet. What may
/// stand for another concept too says nothing, nor does what is nested.
QStringList likelyDomains(const QList<TermHit> &hits);
/// Of all terms of a document, at most five.
QStringList likelyDomains(const Document &document);
/// The domain that a term of this unit most likely belongs to: the unit's, else the document's; may be empty.
QString likelyDomain(const Document &document, qsizetype unit);

} // namespace verbale::workbench
