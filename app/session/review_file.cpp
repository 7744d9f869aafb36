#include "session/review_file.h"

#include "session/open.h"
#include "text/decode.h"
#include "text/file_io.h"

#include <QtCore/QHash>

namespace verbale::session {

namespace {

constexpr qsizetype sniffedCharacters = 4096;

QString unescaped(QStringView field)
{
    QString result;
    result.reserve(field.size());
    for (qsizetype i = 0; i < field.size(); ++i) {
        const char16_t next = field[i] == u'\\' && i + 1 < field.size() ? field[i + 1].unicode() : u'\0';
        const char16_t meant = next == u't'    ? u'\t'
                               : next == u'n'  ? u'\n'
                               : next == u'r'  ? u'\r'
                               : next == u'\\' ? u'\\'
                                               : u'\0';
        result += meant != u'\0' ? QChar(meant) : field[i];
        i += meant != u'\0' ? 1 : 0;
    }
    return result;
}

std::optional<SegmentState> stateNamed(const QString &name)
{
    for (const SegmentState state :
         {SegmentState::Initial, SegmentState::Translated, SegmentState::Reviewed, SegmentState::Final}) {
        if (stateName(state) == name.trimmed().toLower())
            return state;
    }
    return std::nullopt;
}

/// The columns of a table, by their names in its header line.
class Columns
{
public:
    explicit Columns(QStringView header)
    {
        const QList<QStringView> names = header.split(u'\t');
        for (qsizetype i = 0; i < names.size(); ++i)
            m_places.insert(names[i].trimmed().toString().toLower(), i);
    }
    [[nodiscard]] bool has(const char *name) const { return m_places.contains(QLatin1String(name)); }
    [[nodiscard]] QString value(const QList<QStringView> &fields, const char *name) const
    {
        const qsizetype place = m_places.value(QLatin1String(name), -1);
        return place >= 0 && place < fields.size() ? unescaped(fields[place]) : QString();
    }
    [[nodiscard]] bool suffice() const
    {
        return has("target") && (has("source") || (has("unit") && has("segment")));
    }

private:
    QHash<QString, qsizetype> m_places;
};

QStringView lineWithoutEnd(QStringView line)
{
    return line.endsWith(u'\r') ? line.chopped(1) : line;
}

bool looksLikeTable(QStringView text)
{
    return Columns(lineWithoutEnd(text.left(text.indexOf(u'\n')))).suffice();
}

ReviewedSegment segmentOfRow(const Columns &columns, const QList<QStringView> &fields, qint64 line)
{
    ReviewedSegment segment;
    const QString unit = columns.value(fields, "unit");
    const QString id = columns.value(fields, "segment");
    if (!unit.isEmpty() && !id.isEmpty())
        segment.key = unit + QLatin1Char('/') + id;
    segment.place = QStringLiteral("line %1").arg(line);
    segment.hasSource = columns.has("source");
    segment.source.text = columns.value(fields, "source");
    segment.target.text = columns.value(fields, "target");
    segment.hasTarget = !segment.target.text.isEmpty();
    if (columns.has("state"))
        segment.state = stateNamed(columns.value(fields, "state"));
    for (const char *name : {"comment", "note", "remark"}) {
        const QString note = columns.value(fields, name);
        if (!note.trimmed().isEmpty())
            segment.notes.append(Note{{}, QStringLiteral("review"), note, {}, {}, {}, 0});
    }
    return segment;
}

Result<ReviewedCopy> readTable(QStringView text, const QString &path)
{
    ReviewedCopy copy;
    copy.path = path;
    copy.format = QStringLiteral("tsv");
    copy.withMarkup = true;
    const QList<QStringView> lines = text.split(u'\n');
    const Columns columns(lineWithoutEnd(lines.first()));
    qsizetype unknownStates = 0;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QStringView line = lineWithoutEnd(lines[i]);
        if (line.trimmed().isEmpty())
            continue;
        const QList<QStringView> fields = line.split(u'\t');
        copy.segments.append(segmentOfRow(columns, fields, i + 1));
        if (columns.has("state") && !copy.segments.last().state)
            ++unknownStates;
    }
    if (unknownStates > 0) {
        copy.warnings.append(QStringLiteral("%1 rows have a state that is none of initial, translated, "
                                            "reviewed and final; their segments keep their states.")
                                 .arg(unknownStates));
    }
    return copy;
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
    const QByteArrayView head = QByteArrayView(bytes).first(qMin(bytes.size(), sniffedCharacters)).trimmed();
    const bool markup = head.startsWith('<') || head.startsWith("\xEF\xBB\xBF<") || head.contains("xliff");
    Result<ReviewedCopy> copy = [&]() -> Result<ReviewedCopy> {
        if (!markup) {
            const Result<text::DecodedText> decoded = text::decode(bytes, path, {});
            if (decoded && looksLikeTable(decoded->text))
                return readTable(decoded->text, path);
        }
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
