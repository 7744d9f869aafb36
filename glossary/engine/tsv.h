#pragma once

#include "glossary/engine/termbase.h"

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>

namespace verbale::glossary {

/// A termbase as read, and what was wrong with rows that were left out (each with line and column).
struct TsvContents
{
    Termbase termbase;
    QList<Error> rejectedRows;
};

/// Reads a TSV glossary: a header line with any of id, vi, en, pos, domain, status, vi_variants, en_variants
/// (|-separated), abbreviation_vi, abbreviation_en, note, authority in any order; or OmegaT's three columns (source,
/// target, comment) without a header. \t \n \r \\ stand for tab, newline, carriage return and backslash.
/// UTF-8 or UTF-16. Errors: glossary.no-terms, glossary.bad-header, and those of text::decode.
Result<TsvContents> readTsv(const QByteArray &bytes, const QString &fileName);

/// All columns, a header line, rows in the termbase's order. readTsv(writeTsv(t)) == t.
QByteArray writeTsv(const Termbase &termbase);

} // namespace verbale::glossary
