#pragma once

#include "session/edit.h"

#include <QtCore/QByteArray>

namespace verbale::commandline {

/// The edits in a table: a header line with "unit" and at least one of "target" and "state", perhaps
/// "segment", in any order; other columns are not looked at. Fields are as escapeTsv writes them, UTF-8. An
/// empty state is none; an empty line is no row. Errors with the line: edit.table.
Result<QList<session::EditRequest>> readEditTable(const QByteArray &bytes, const QString &fileName);

} // namespace verbale::commandline
