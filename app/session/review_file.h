#pragma once

#include "document/document.h"

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

#include <optional>

namespace verbale::session {

/// How the inline codes of a reviewed copy stand: as codes, in an XLIFF; in the texts of a table as their
/// markup or, where people read it, as "⟦1⟧".
enum class ReviewedCodes { Codes, Markup, Numbers };

/// A segment as a reviser gave it back.
struct ReviewedSegment
{
    QString key;   ///< "FILE/UNIT/SEGMENT", or "UNIT/SEGMENT"; empty: the copy names none
    QString place; ///< for people: "line 12", or the key
    InlineText source;
    InlineText target;
    bool hasTarget = true;
    bool hasSource = true;
    bool isCut = false; ///< a row of a table that ends before its target, which is not to be emptied for it
    std::optional<SegmentState> state; ///< nothing where the copy has no states
    QString subState;
    QList<Note> notes; ///< that the copy has of the segment or its unit
};

/// A copy of a document that came back from a reviser.
struct ReviewedCopy
{
    QString path;
    QString format; ///< "xliff-2.1" ..., "tsv", "review-html", "review-docx"
    ReviewedCodes codes = ReviewedCodes::Codes;
    bool keepsSpaces = true; ///< false: a run of spaces may have become one on the way
    QList<ReviewedSegment> segments;
    QStringList warnings; ///< sentences for people

    [[nodiscard]] bool isTable() const { return codes != ReviewedCodes::Codes; }
};

/// Reads a reviewed copy: XLIFF of any version that openDocument() reads, or a table as `export --to tsv`,
/// review-html or review-docx writes it (a header line with `target` and with `source`, `id`, or `unit` and
/// `segment`; other columns may be missing or stand in another order). What it is is decided by what the file
/// holds. Comments that stand on no segment and rows that are not whole are warnings. Errors: those of
/// text::readFile, openBytes and review::readReviewHtml/Docx; review.unknown-format, review.columns,
/// review.empty.
Result<ReviewedCopy> readReview(const QString &path);
Result<ReviewedCopy> readReviewBytes(const QByteArray &bytes, const QString &path);

} // namespace verbale::session
