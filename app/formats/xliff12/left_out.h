#pragma once

#include "document/document.h"

namespace verbale::xliff12 {

/// The lines that a file of ours has left out, as a table: line, start, end, class, text.
QList<LeftOutLine> readLeftOut(const QString &table, const QString &fileId);
QString leftOutText(const QList<LeftOutLine> &lines);

} // namespace verbale::xliff12
