#pragma once

#include "glossary/engine/contents.h"

namespace verbale::glossary {

/// Whether the bytes are a packed file, as XLSX is.
bool isPacked(const QByteArray &bytes);

/// A termbase as a spreadsheet of one sheet, "Glossary": the columns and rules of writeCsv, every cell a
/// text, so that nothing is taken for a date, a number or a formula. The header row stays in view. Warnings:
/// what a table cannot hold, and texts longer than a cell. Error: xlsx.write-failed.
Result<GlossaryBytes> writeXlsx(const Termbase &termbase);

} // namespace verbale::glossary
