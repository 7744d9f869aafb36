#include "session/review_file.h"

#include "formats/review/reviewed_table.h"
#include "session/open.h"
#include "session/root_element.h"
#include "session/tsv.h"
#include "text/file_io.h"

namespace verbale::session {

namespace {

/// Of a file's beginning, to tell a page.
constexpr qsizetype sniffed = 4096;

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

QString tellCutLines(const QStringList &lines)
{
    constexpr qsizetype named = 5;
    return QStringLiteral("Rows end before the last column of the table, in line %1; what they lack is taken "
                          "as not given.")
        .arg(lines.first(qMin(lines.size(), named)).join(QLatin1String(", ")) +
             (lines.size() > named ? QStringLiteral(" and %1 more").arg(lines.size() - named) : QString()));
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
    segment.hasSource = table.isGiven(row, "source");
    segment.source.text = table.value(row, "source");
    segment.target.text = table.value(row, "target");
    segment.hasTarget = !segment.target.text.isEmpty();
    segment.isCut = !table.isGiven(row, "target");
    if (table.has("state"))
        segment.state = stateNamed(table.value(row, "state"));
    for (const char *name : {"comment", "note", "remark"}) {
        const QString note = table.value(row, name);
        if (!note.trimmed().isEmpty())
            segment.notes.append(reviewNote(note));
    }
    return segment;
}

/// How many fields say which segment a row is of.
qsizetype fieldsOfKey(const QStringList &columns)
{
    const qsizetype ids = qMax(columns.indexOf(u"unit"), columns.indexOf(u"segment"));
    const bool hasIds = columns.contains(u"unit") && columns.contains(u"segment");
    return 1 + (hasIds ? ids : columns.indexOf(u"source"));
}

Result<ReviewedCopy> readTable(const text::DecodedText &decoded, const QString &path)
{
    const Result<TsvTable> table = TsvTable::read(decoded.text, path, QStringLiteral("review.columns"),
                                                  fieldsOfKey(TsvTable::columnsOf(decoded.text)));
    if (!table)
        return table.error();
    ReviewedCopy copy;
    copy.path = path;
    copy.format = QStringLiteral("tsv");
    copy.codes = ReviewedCodes::Markup;
    copy.warnings = decoded.warnings;
    qsizetype unknownStates = 0;
    QStringList cutLines;
    for (qsizetype row = 0; row < table->rowCount(); ++row) {
        copy.segments.append(segmentOfRow(*table, row));
        if (table->isGiven(row, "state") && !copy.segments.last().state)
            ++unknownStates;
        if (!table->isWhole(row))
            cutLines.append(QString::number(table->lineOf(row)));
    }
    if (unknownStates > 0)
        copy.warnings.append(tellUnknownStates(unknownStates));
    if (!cutLines.isEmpty())
        copy.warnings.append(tellCutLines(cutLines));
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
        for (const QString &warning : row.warnings)
            copy.warnings.append(QStringLiteral("Row %1: %2").arg(row.number).arg(warning));
        copy.segments.append(segment);
    }
    for (const QString &comment : table.strayComments)
        copy.warnings.append(QStringLiteral("A comment stands on no segment: %1").arg(comment));
    if (unknownStates > 0)
        copy.warnings.append(tellUnknownStates(unknownStates));
    return copy;
}

/// Whether the root element or, where a page has none, the beginning of the text is that of an HTML page.
bool isPage(const QString &root, QStringView text)
{
    const auto isRoot = [&root](QLatin1String name) { return root.compare(name, Qt::CaseInsensitive) == 0; };
    if (isRoot(QLatin1String("html")) || isRoot(QLatin1String("table")))
        return true;
    const QStringView head = text.first(qMin(text.size(), sniffed));
    const bool isXml = head.startsWith(u"<?xml") || head.startsWith(u"\uFEFF<?xml");
    if (isRoot(QLatin1String("xliff")) || (isXml && root != QLatin1String("?")))
        return false;
    return head.contains(u"<html", Qt::CaseInsensitive) ||
           head.contains(u"<!doctype html", Qt::CaseInsensitive) ||
           head.contains(u"<table", Qt::CaseInsensitive);
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

/// By what the bytes are.
Result<ReviewedCopy> readAny(const QByteArray &bytes, const QString &path)
{
    if (bytes.startsWith("PK\x03\x04"))
        return readPeoplesTable(review::readReviewDocx(bytes, path), path, "review-docx");
    const QString root = rootElement(bytes);
    if (root == QLatin1String("xliff"))
        return readXliff(bytes, path);
    // A browser or a word processor may have saved its page in another encoding than UTF-8.
    const Result<text::DecodedText> decoded = decodeTable(bytes, path);
    if (!decoded) {
        const bool page = isPage(root, QString::fromLatin1(bytes.first(qMin(bytes.size(), sniffed))));
        return page ? Result<ReviewedCopy>(decoded.error()) : readXliff(bytes, path);
    }
    if (root.isEmpty() && isReviewTable(TsvTable::columnsOf(decoded->text)))
        return readTable(*decoded, path);
    if (!isPage(root, decoded->text))
        return readXliff(bytes, path);
    Result<ReviewedCopy> copy =
        readPeoplesTable(review::readReviewHtml(decoded->text.toUtf8(), path), path, "review-html");
    if (copy)
        copy->warnings = decoded->warnings + copy->warnings;
    return copy;
}

} // namespace

Result<ReviewedCopy> readReviewBytes(const QByteArray &bytes, const QString &path)
{
    Result<ReviewedCopy> copy = readAny(bytes, path);
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
