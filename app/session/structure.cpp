#include "session/structure.h"

#include "document/segmentation.h"
#include "session/segmentation.h"
#include "session/source_text.h"
#include "text/sentences.h"

#include <QtCore/QSet>

#include <algorithm>
#include <set>

namespace verbale::session {

namespace {

Error refusal(const char *code, const char *message)
{
    return {QLatin1String(code), QLatin1String(message)};
}

StructureEdit inPlace(const SegmentRef &ref, const Unit &unit)
{
    StructureEdit edit;
    edit.units = {{ref.unit, 1, {unit}}};
    edit.before = edit.after = ref;
    return edit;
}

QString freeUnitId(const Document &document, const QString &fileId)
{
    QSet<QString> taken;
    for (const Unit &unit : document.units) {
        if (unit.fileId == fileId)
            taken.insert(unit.id);
    }
    for (qsizetype number = document.units.size() + 1;; ++number) {
        QString id = QStringLiteral("u%1").arg(number);
        if (!taken.contains(id))
            return id;
    }
}

qint64 startOf(const Unit &unit)
{
    return unit.segments.isEmpty() ? -1 : unit.segments.first().sourceStart;
}

/// Before the first unit that begins behind the line, else behind the last one of its file.
qsizetype placeFor(const Document &document, const LeftOutLine &line)
{
    qsizetype place = 0;
    for (qsizetype i = 0; i < document.units.size(); ++i) {
        if (document.units[i].fileId != line.fileId)
            continue;
        if (startOf(document.units[i]) > line.start)
            return i;
        place = i + 1;
    }
    return place;
}

Unit unitOf(const LeftOutLine &line)
{
    Unit unit;
    unit.type = QStringLiteral("body");
    unit.fileId = line.fileId;
    unit.broughtBackFrom = line.reason.isEmpty() ? QStringLiteral("by-hand") : line.reason;
    unit.line = line.line;
    const QStringView text = line.text;
    qsizetype end = 0;
    for (const Span &sentence : text::sentences(onOneLine(line.text))) {
        if (!unit.segments.isEmpty())
            unit.segments.last().gapAfter = text.sliced(end, sentence.start - end).toString();
        Segment segment;
        segment.id = QStringLiteral("s%1").arg(unit.segments.size() + 1);
        segment.source = inlineFromPlain(text.sliced(sentence.start, sentence.length()));
        if (line.start >= 0) {
            segment.sourceStart = line.start + codePointCount(text.first(sentence.start));
            segment.sourceEnd = line.start + codePointCount(text.first(sentence.end));
        }
        unit.segments.append(segment);
        end = sentence.end;
    }
    return unit;
}

bool isTranslated(const Segment &segment)
{
    if (segment.state != SegmentState::Initial)
        return true;
    return !segment.target.text.trimmed().isEmpty() && !isProposed(segment.subState);
}

/// Whether a segment stays as it is whatever the rules say.
bool isKept(const Segment &segment)
{
    return !segment.canResegment || segment.state != SegmentState::Initial || !segment.target.isEmpty();
}

/// Where segments begin after cutting anew, the first one's beginning included.
std::set<qsizetype> beginnings(const Unit &unit, const InlineText &source, const QList<Span> &sentences)
{
    std::set<qsizetype> places = {0};
    for (const Span &sentence : sentences) {
        if (sentence.start > 0 && sentence.start < source.text.size() &&
            !isInsidePair(source, sentence.start))
            places.insert(sentence.start);
    }
    for (const BoundaryDecision &decision : unit.boundaries) {
        if (decision.splits)
            places.insert(decision.position);
        else
            places.erase(decision.position);
    }
    qsizetype start = 0;
    for (const Segment &segment : unit.segments) {
        const qsizetype end = start + segment.source.text.size();
        const qsizetype next = end + segment.gapAfter.size();
        if (isKept(segment)) {
            places.insert(start);
            places.erase(places.upper_bound(start), places.lower_bound(next));
        }
        if ((isKept(segment) || !segment.mergesWithNext) && next < source.text.size())
            places.insert(next);
        start = next;
    }
    places.insert(0);
    return places;
}

/// The pieces between the beginnings, without the white space at their ends.
QList<Span> piecesOf(const Unit &unit, const QString &source, const std::set<qsizetype> &beginnings)
{
    QHash<qsizetype, Span> present; // by their beginnings
    QHash<qsizetype, qsizetype> nextOf;
    qsizetype start = 0;
    for (const Segment &segment : unit.segments) {
        present.insert(start, {start, start + segment.source.text.size()});
        nextOf.insert(start, start + segment.source.text.size() + segment.gapAfter.size());
        start = nextOf.value(start);
    }
    QList<Span> pieces;
    for (auto place = beginnings.begin(); place != beginnings.end();) {
        const qsizetype from = *place;
        qsizetype to = 0;
        do { // nothing but white space makes no segment
            ++place;
            to = place == beginnings.end() ? source.size() : *place;
        } while (QStringView(source).sliced(from, to - from).trimmed().isEmpty() &&
                 place != beginnings.end());
        const bool asNow = present.contains(from) &&
                           (nextOf.value(from) == to || (to == source.size() && nextOf.value(from) >= to));
        Span piece{from, to};
        while (piece.end > from && source[piece.end - 1].isSpace())
            --piece.end;
        pieces.append(asNow ? present.value(from) : piece);
    }
    return pieces;
}

} // namespace

Result<StructureEdit> splitAt(const Document &document, const SegmentRef &ref, qsizetype at,
                              qsizetype targetAt)
{
    const Result<Unit> unit = splitSegment(document.units[ref.unit], ref.segment, at, targetAt);
    if (!unit)
        return unit.error();
    return inPlace(ref, *unit);
}

Result<StructureEdit> mergeNext(const Document &document, const SegmentRef &ref)
{
    const Result<Unit> unit = mergeWithNext(document.units[ref.unit], ref.segment);
    if (!unit)
        return unit.error();
    return inPlace(ref, *unit);
}

Result<StructureEdit> bringBack(const Document &document, qsizetype leftOut)
{
    const LeftOutLine &line = document.leftOut[leftOut];
    Unit unit = unitOf(line);
    if (unit.segments.isEmpty())
        return refusal("structure.empty-line", "There is no text in this line.");
    unit.id = freeUnitId(document, line.fileId);
    StructureEdit edit;
    const qsizetype place = placeFor(document, line);
    edit.units = {{place, 0, {unit}}};
    edit.leftOut = document.leftOut;
    edit.leftOut->removeAt(leftOut);
    edit.before = {std::max<qsizetype>(0, place - 1), 0};
    edit.after = {place, 0};
    return edit;
}

Result<StructureEdit> leaveOut(const Document &document, qsizetype unit)
{
    const Unit &gone = document.units[unit];
    if (startOf(gone) < 0)
        return refusal("structure.not-from-text",
                       "Only paragraphs of a text can be left out; this file is another program's.");
    if (std::any_of(gone.segments.begin(), gone.segments.end(), isTranslated))
        return refusal("structure.has-translation",
                       "This paragraph has a translation; empty it first, so that nothing is lost unseen.");
    const auto ofFile = [&gone](const Unit &other) { return other.fileId == gone.fileId; };
    if (std::count_if(document.units.begin(), document.units.end(), ofFile) < 2)
        return refusal("structure.last-unit", "The last paragraph of a document cannot be left out.");

    LeftOutLine line;
    line.line = gone.line;
    line.start = startOf(gone);
    line.end = gone.segments.last().sourceEnd;
    line.reason = gone.broughtBackFrom.isEmpty() ? QStringLiteral("by-hand") : gone.broughtBackFrom.get();
    line.text = plainFromInline(unitSource(gone));
    line.fileId = gone.fileId;
    StructureEdit edit;
    edit.units = {{unit, 1, {}}};
    edit.leftOut = document.leftOut;
    const auto place = std::find_if(edit.leftOut->begin(), edit.leftOut->end(),
                                    [&line](const LeftOutLine &other) { return other.start > line.start; });
    edit.leftOut->insert(place, line);
    edit.before = {unit, 0};
    edit.after = {std::min(unit, document.units.size() - 2), 0};
    return edit;
}

QList<Span> sentencesOf(const Unit &unit)
{
    return text::sentences(onOneLine(unitSource(unit).text));
}

Unit resegmented(const Unit &unit, const QList<Span> &sentences)
{
    const auto isBlank = [](const Segment &segment) { return segment.source.text.trimmed().isEmpty(); };
    if (!unit.translate || unit.segments.isEmpty() ||
        std::any_of(unit.segments.begin(), unit.segments.end(), isBlank))
        return unit;
    const InlineText source = unitSource(unit);
    const QList<Span> pieces = piecesOf(unit, source.text, beginnings(unit, source, sentences));
    Unit result = unit;
    result.segments = segmentsFromPieces(unit, pieces);
    return result;
}

StructureEdit segmentAgain(const Document &document)
{
    StructureEdit edit;
    for (qsizetype i = 0; i < document.units.size(); ++i) {
        const Unit &unit = document.units[i];
        const Unit changed = resegmented(unit, sentencesOf(unit));
        const bool same = std::equal(unit.segments.begin(), unit.segments.end(), changed.segments.begin(),
                                     changed.segments.end(), [](const Segment &a, const Segment &b) {
                                         return a.source == b.source && a.gapAfter == b.gapAfter;
                                     });
        if (same)
            continue;
        if (edit.units.isEmpty())
            edit.before = edit.after = {i, 0};
        edit.units.append({i, 1, {changed}});
    }
    return edit;
}

} // namespace verbale::session
