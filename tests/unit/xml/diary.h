#pragma once

#include "xml/parse.h"

#include <QtCore/QStringList>

namespace verbale::test {

/// All that xml::parse() tells of `bytes`, and how it ends, line by line. Elements whose names begin with "w"
/// are walked through, with "s" skipped, others taken as trees; those with "e" have no text of their own,
/// those with "t" text without remarks; at <stop> the visitor stops.
QStringList diary(const QByteArray &bytes, xml::ParseOptions options, bool onlyExpat);

} // namespace verbale::test
