#pragma once

#include "session/edit.h"

#include <QtCore/QByteArray>

namespace verbale::commandline {

/// The edits in a table: a header line with "unit" and at least one of "target" and "state", perhaps
/// "segment", in any order; other columns are not looked at. An empty state is none. What is odd about the
/// encoding goes to `warnings`. Errors, with the line: edit.table, and those of session::decodeTable.
Result<QList<session::EditRequest>> readEditTable(const QByteArray &bytes, const QString &fileName,
                                                  QStringList &warnings);

} // namespace verbale::commandline
