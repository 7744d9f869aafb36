#pragma once

#include "session/glossaries.h"

namespace verbale::session {

/// What a column of a table can be: the names that GlossaryImportOptions::columns maps to (vi, en, note ...).
QStringList glossaryFields();

/// A column of a table that is about to be imported.
struct GlossaryColumn
{
    QString name;  ///< as the header has it; empty in a table without one
    QString key;   ///< what GlossaryImportOptions::columns calls it: "#1" for the first
    QString field; ///< of glossaryFields(), as it will be read; empty: it is left out
    bool guessed =
        false; ///< `field` comes from a synonym ("Tiếng Việt", "Source") or from what the cells say
};

/// What an import of one file would do. Nothing is written.
struct GlossaryPreview
{
    QString format;                ///< of glossaryFormats()
    QString encoding;              ///< for people: "UTF-8"; empty for spreadsheets and XML
    QStringList sheets;            ///< of a spreadsheet, in its order
    QString sheet;                 ///< the one that is read
    bool header = false;           ///< the first row of the table names its columns
    QList<GlossaryColumn> columns; ///< those of the file; of XML, the columns that its entries would fill
    QList<QStringList> rows;       ///< the first rows, without the header, a text for each of `columns`
    qint64 rowCount = 0;           ///< rows without the header, or entries of XML
    qint64 entries = 0;            ///< that would be imported
    QList<Error> rejected;         ///< rows and entries that would be left out, with line and reason
    QList<Error> duplicates;       ///< what entries share, and what would be done about it
    QStringList warnings;          ///< what else would be left out, a sentence a kind
    /// Why nothing can be imported with these options (no column for English ...). The fields above are
    /// filled all the same, so that a person can say what the columns are.
    std::optional<Error> problem;
};

/// Looks at a file as importGlossaries with the same options would read it; `options.to` and `dct` do not
/// count. At most `rows` rows are returned. Thread-safe; to be called on a worker for large files.
/// Errors: what cannot be read at all (a missing file, a spreadsheet with a password), unknown names in the
/// options.
Result<GlossaryPreview> previewGlossary(const GlossarySource &source, const GlossaryImportOptions &options,
                                        qsizetype rows = 20);

} // namespace verbale::session
