#pragma once

#include "glossary/engine/contents.h"

#include <QtCore/QHash>

namespace verbale::glossary {

using TsvContents = GlossaryContents;

/// Reads a TSV glossary: a header line with any of id, vi, en, pos, domain, status, vi_variants, en_variants
/// (|-separated), abbreviation_vi, abbreviation_en, note, authority, valid_from, valid_to, deprecated_en,
/// forbidden_en (|-separated), reason, replacement in any order, vi and en among them; or
/// OmegaT's three columns (source, target, comment) without a header, in which a line beginning with # is a
/// comment. \t \n \r \\ stand for tab, newline, carriage return and backslash, \| for a bar in a list. UTF-8
/// or UTF-16.
///
/// The row's status is that of its vi and en; variants and abbreviations are at best Admitted. A row needs
/// both vi and en. A row without an id is called row-LINE; of two rows with one id the later is called ID-2.
/// The termbase's name is the file's without folder and suffix. A column of an unknown name is left out and
/// reported with the rows. Errors: glossary.no-terms, glossary.bad-header, and those of text::decode.
/// `columnNames` says what the file calls a column, case-folded.
Result<TsvContents> readTsv(const QByteArray &bytes, const QString &fileName,
                            const QHash<QString, QString> &columnNames = {});

/// A header line with the columns that the termbase needs, rows in the termbase's order. readTsv gives back
/// what it read: the entries of readTsv(writeTsv(t)) are t's for every t that readTsv made. Of a termbase
/// that holds more than a row can say the row's columns are kept; entries without a Vietnamese or an English
/// term, and terms of a worse status than their row's, are left out: see tableLosses.
QByteArray writeTsv(const Termbase &termbase);

} // namespace verbale::glossary
