#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace verbale::review {

/// A line of a review table that came back. Its texts stand as in reviewTexts(), with codes as "⟦1⟧".
struct ReviewedRow
{
    QString key; ///< of ReviewRow; empty where the table has no ids
    QString source;
    QString target;
    QString state;        ///< as it stands; empty where the table has no states
    QStringList comments; ///< of the notes' column a line each, then what was written at the margin
    QStringList warnings; ///< sentences: what of it could not be read
    qsizetype number = 0; ///< of the row below the header, from 1
};

struct ReviewedTable
{
    bool hasSource = false;
    bool keepsSpaces = true;   ///< false: a run of spaces may have become one
    QList<ReviewedRow> rows;   ///< those with an id or a source
    qsizetype cutRow = 0;      ///< the first of them that ends before its target; 0: none does
    QStringList strayComments; ///< on none of the rows: on the header, the title, a row without id and source
};

/// Cells of a table as they were found, the header row first.
struct FoundTable
{
    struct Row
    {
        QString key; ///< said by something other than a cell
        QStringList cells;
        QStringList comments;
        QStringList warnings;
    };
    QList<Row> rows;
};

/// Takes a table for a review table by its header: a row with `target` and with `id` or `source`, in small or
/// capital letters; rows before it are passed over. nullopt: it is none.
std::optional<ReviewedTable> reviewedTable(const FoundTable &found);

// In pages and documents alike, struck text is deleted text, whether changes were tracked or somebody struck
// it by hand. The tables that go out carry no formatting (what the source had struck is a code, "⟦1⟧"), so
// that a line through a text is the reviewer's, who means that it goes; kept, it would end up in the
// translation, where nothing shows the line any more.

/// Larger files are not read.
constexpr qint64 reviewedSizeLimit = 256LL * 1024 * 1024;

/// The first review table of an HTML page, as `export --to review-html` writes it and a browser or a word
/// processor saves it: its lines are those that a browser shows, deleted text is gone. `utf8` is the whole
/// page. Errors: review.columns, review.too-large, review.too-deep.
Result<ReviewedTable> readReviewHtml(const QByteArray &utf8, const QString &fileName);

/// The first review table of a DOCX, as `export --to review-docx` writes it and a word processor saves it:
/// with its tracked changes accepted, comments at the margin with their authors. A symbol that is no letter
/// outside of its font is U+FFFD, with a warning. Errors: review.columns, review.damaged, review.encrypted,
/// review.too-large, and those of xml::parseStream by that prefix.
Result<ReviewedTable> readReviewDocx(const QByteArray &bytes, const QString &fileName);

/// A table without the columns that make a review.
Error noReviewTable(const QString &fileName);

} // namespace verbale::review
