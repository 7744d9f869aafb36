#pragma once

#include "document/inline_text.h"
#include "xml/parse.h"

#include <QtCore/QHash>

namespace verbale::xliff12 {

/// MXLIFF keeps the codes of a text as plain text, "{1}", "{b>" and "<b}", and says in the unit's metadata
/// what they stand for. By their ids: what that is, where it says so.
QHash<QString, QString> memsourceMarks(const xml::Element &unit);

/// The text with such pieces made codes; only those whose id is known.
InlineText withMemsourceCodes(const InlineText &text, const QHash<QString, QString> &marks);

} // namespace verbale::xliff12
