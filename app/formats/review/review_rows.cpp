#include "formats/review/review_rows.h"

#include "document/machine_remarks.h"
#include "formats/review/review_text.h"

#include <QtCore/QStringList>

namespace verbale::review {

namespace {

QString notesOf(const Unit &unit, qsizetype segment)
{
    QStringList lines;
    for (const Note &note : currentNotes(unit)) {
        const bool ofUnit = note.segmentId.isEmpty() && segment == 0;
        if (ofUnit || note.segmentId == unit.segments[segment].id)
            lines.append(note.author.isEmpty() ? note.text : note.author + QLatin1String(": ") + note.text);
    }
    return lines.join(u'\n');
}

} // namespace

QList<ReviewRow> reviewRows(const Document &document)
{
    QList<ReviewRow> rows;
    for (const SegmentRef &ref : document.segments()) {
        const Segment &segment = document.at(ref);
        const ReviewTexts texts = reviewTexts(segment);
        rows.append({document.segmentKey(ref), texts.source, texts.target,
                     segment.hasTarget ? stateName(segment.state) : QStringLiteral("untranslated"),
                     notesOf(document.units[ref.unit], ref.segment)});
    }
    return rows;
}

} // namespace verbale::review
