#include "session/review_file.h"

#include "formats/review/reviewed_table.h"
#include "session/open.h"
#include "session/tsv.h"
#include "text/file_io.h"

namespace verbale::session {

namespace {

constexpr qsizetype sniffedBytes = 4096;

std::optional<SegmentState> stateNamed(const QString &name)
{
    for (const SegmentState state :
         {SegmentState::Initial, SegmentState::Translated, SegmentState::Reviewed, SegmentState::Final}) {
        if (stateName(state) == name.trimmed().toLower())
            return state;
    }
    return std::nullopt;
}

QString tellUnknownStates(qsizetype count)
{
    return QStringLiteral(
               "%1 rows have a state that is none of initial, translated, reviewed and final; their "
               "segments keep their states.")
        .arg(count);
}

bool isReviewTable(const QStringList &columns)
{
    const auto has = [&columns](const char *name) { return columns.contains(QLatin1String(name)); };
    return has("target") && (has("source") || (has("unit") && has("segment")));
}

Note reviewNote(const QString &text)
{
    return {{}, QStringLiteral("review"), text, {}, {}, {}, 0};
}

ReviewedSegment segmentOfRow(const TsvTable &table, qsizetype row)
{
    ReviewedSegment segment;
    const QString unit = table.value(row, "unit");
    const QString id = table.value(row, "segment");
    if (!unit.isEmpty() && !id.isEmpty())
        segment.key = unit + QLatin1Char('/') + id;
    segment.place = QStringLiteral("line %1").arg(table.lineOf(row));
    segment.hasSource = table.has("source");
    segment.source.text = table.value(row, "source");
    segment.target.text = table.value(row, "target");
    segment.hasTarget = !segment.target.text.isEmpty();
    if (table.has("state"))
        segment.state = stateNamed(table.value(row, "state"));
    for (const char *name : {"comment", "note", "remark"}) {
        const QString note = table.value(row, name);
        if (!note.trimmed().isEmpty())
            segment.notes.append(reviewNote(note));
    }
    return segment;
}

Result<ReviewedCopy> readTable(const text::DecodedText &decoded, const QString &path)
{
    const Result<TsvTable> table = TsvTable::read(decoded.text, path, QStringLiteral("review.columns"));
    if (!table)
        return table.error();
    ReviewedCopy copy;
    copy.path = path;
    copy.format = QStringLiteral("tsv");
    copy.codes = ReviewedCodes::Markup;
    copy.warnings = decoded.warnings;
    qsizetype unknownStates = 0;
    for (qsizetype row = 0; row < table->rowCount(); ++row) {
        copy.segments.append(segmentOfRow(*table, row));
        if (table->has("state") && !copy.segments.last().state)
            ++unknownStates;
    }
    if (unknownStates > 0)
        copy.warnings.append(tellUnknownStates(unknownStates));
    return copy;
}

/// A table for people, as read from a page or a word processor's document.
ReviewedCopy copyOf(const review::ReviewedTable &table, const QString &path, const char *format)
{
    ReviewedCopy copy;
    copy.path = path;
    copy.format = QLatin1String(format);
    copy.codes = ReviewedCodes::Numbers;
    copy.keepsSpaces = table.keepsSpaces;
    qsizetype unknownStates = 0;
    for (const review::ReviewedRow &row : table.rows) {
        ReviewedSegment segment;
        segment.key = row.key;
        segment.place = QStringLiteral("row %1").arg(row.number);
        segment.hasSource = table.hasSource;
        segment.source.text = row.source;
        segment.target.text = row.target;
        segment.hasTarget = !row.target.isEmpty();
        segment.state = stateNamed(row.state);
        if (!segment.state && !row.state.isEmpty() && row.state != QLatin1String("untranslated"))
            ++unknownStates;
        for (const QString &comment : row.comments)
            segment.notes.append(reviewNote(comment));
        copy.segments.append(segment);
    }
    if (unknownStates > 0)
        copy.warnings.append(tellUnknownStates(unknownStates));
    return copy;
}

bool isPage(const QString &head)
{
    return head.contains(QLatin1String("<html"), Qt::CaseInsensitive) ||
           head.contains(QLatin1String("<!doctype html"), Qt::CaseInsensitive) ||
           head.contains(QLatin1String("<table"), Qt::CaseInsensitive);
}

/// The file in UTF-8 when it is an HTML page; a browser or a word processor may have saved it in another
/// encoding.
std::optional<QByteArray> pageOf(const QByteArray &bytes, const QString &path)
{
    const Result<text::DecodedText> head = decodeTable(bytes.first(qMin(bytes.size(), sniffedBytes)), path);
    if (!head || !isPage(head->text))
        return std::nullopt;
    const Result<text::DecodedText> page = decodeTable(bytes, path);
    if (!page)
        return std::nullopt;
    return page->text.toUtf8();
}

Result<ReviewedCopy> readPeoplesTable(const Result<review::ReviewedTable> &table, const QString &path,
                                      const char *format)
{
    if (!table)
        return table.error();
    if (table->cutRow > 0) {
        return Error{
            QStringLiteral("review.columns"),
            QStringLiteral("Row %1 of the table has no cell for its target; give it one, or take the "
                           "row out.")
                .arg(table->cutRow),
            {path}};
    }
    return copyOf(*table, path, format);
}

QList<Note> notesOf(const Unit &unit, const Segment &segment)
{
    QList<Note> notes;
    for (const Note &note : unit.notes) {
        if (note.segmentId.isEmpty() || note.segmentId == segment.id)
            notes.append(note);
    }
    return notes;
}

Result<ReviewedCopy> readXliff(const QByteArray &bytes, const QString &path)
{
    Result<OpenedDocument> opened = openBytes(bytes, path);
    if (!opened)
        return opened.error();
    if (opened->isText()) {
        return Error{
            QStringLiteral("review.unknown-format"),
            QStringLiteral("This is neither XLIFF nor a table with the columns source and target, so "
                           "that it cannot be a reviewed copy."),
            {path}};
    }
    ReviewedCopy copy;
    copy.path = path;
    copy.format = QLatin1String("xliff-") + opened->xliffVersion;
    copy.warnings = opened->warnings;
    const Document &document = opened->document;
    for (const SegmentRef &ref : document.segments()) {
        const Unit &unit = document.units[ref.unit];
        const Segment &found = document.at(ref);
        ReviewedSegment segment;
        segment.key = document.segmentKey(ref);
        segment.place = segment.key;
        segment.source = found.source;
        segment.target = found.target;
        segment.hasTarget = found.hasTarget;
        segment.state = found.state;
        segment.subState = found.subState;
        segment.notes = notesOf(unit, found);
        copy.segments.append(segment);
    }
    return copy;
}

} // namespace

Result<ReviewedCopy> readReviewBytes(const QByteArray &bytes, const QString &path)
{
    const QByteArrayView head = QByteArrayView(bytes).first(qMin(bytes.size(), sniffedBytes)).trimmed();
    const bool markup = head.startsWith('<') || head.startsWith("\xEF\xBB\xBF<");
    Result<ReviewedCopy> copy = [&]() -> Result<ReviewedCopy> {
        if (!markup) {
            const Result<text::DecodedText> decoded = decodeTable(bytes, path);
            if (decoded && isReviewTable(TsvTable::columnsOf(decoded->text)))
                return readTable(*decoded, path);
        }
        if (bytes.startsWith("PK\x03\x04"))
            return readPeoplesTable(review::readReviewDocx(bytes, path), path, "review-docx");
        if (const std::optional<QByteArray> page = pageOf(bytes, path))
            return readPeoplesTable(review::readReviewHtml(*page, path), path, "review-html");
        return readXliff(bytes, path);
    }();
    if (copy && copy->segments.isEmpty()) {
        return Error{QStringLiteral("review.empty"),
                     QStringLiteral("There is no segment in the reviewed copy."),
                     {path}};
    }
    return copy;
}

Result<ReviewedCopy> readReview(const QString &path)
{
    const Result<QByteArray> bytes = text::readFile(path);
    if (!bytes)
        return bytes.error();
    return readReviewBytes(*bytes, path);
}

} // namespace verbale::session
