#include "edited_document.h"

#include "document/segmentation.h"

namespace verbale {

namespace {

InlineCode code(InlineCode::Kind kind, const QString &id, const QString &markup)
{
    InlineCode made;
    made.kind = kind;
    made.id = id;
    made.markup = markup;
    made.display = QStringLiteral("b");
    return made;
}

Segment madeSegment(int unit, int number)
{
    Segment segment;
    segment.id = QStringLiteral("s%1").arg(number + 1);
    segment.source.text = QStringLiteral("Đoạn %1 câu %2 nói về hợp tác.").arg(unit).arg(number);
    if ((unit + number) % 3 == 0) {
        segment.source.text = inlineCodeMark + segment.source.text + inlineCodeMark;
        segment.source.codes = {
            code(InlineCode::Kind::Opening, QStringLiteral("c%1").arg(number),
                 QStringLiteral("<pc id=\"c%1\">").arg(number)),
            code(InlineCode::Kind::Closing, QStringLiteral("c%1").arg(number), QStringLiteral("</pc>"))};
    }
    segment.sourceStart = unit * 1000 + number * 100;
    segment.sourceEnd = segment.sourceStart + 50;
    return segment;
}

QString describedInline(const InlineText &text)
{
    QString all = text.text;
    for (const InlineCode &each : text.codes)
        all += QStringLiteral("|%1 %2 %3 %4")
                   .arg(static_cast<int>(each.kind))
                   .arg(each.id, each.markup, QString(each.display));
    return all;
}

} // namespace

Document madeDocument(int units)
{
    Document document;
    document.sourceLanguage = QStringLiteral("vi");
    document.targetLanguage = QStringLiteral("en");
    for (int i = 0; i < units; ++i) {
        Unit unit;
        unit.id = QStringLiteral("u%1").arg(i + 1);
        unit.type = i == 0 ? QStringLiteral("title") : QStringLiteral("body");
        for (int number = 0; number <= i % 3; ++number) {
            unit.segments.append(madeSegment(i, number));
            if (number < i % 3)
                unit.segments.last().gapAfter = QStringLiteral(" ");
        }
        if (i % 4 == 1) {
            Note note;
            note.id = QStringLiteral("n1");
            note.text = QStringLiteral("Ghi chú %1").arg(i);
            unit.notes.append(note);
        }
        document.units.append(unit);
        if (i % 2 == 0)
            document.leftOut.append({i + 1, i * 1000 + 500, i * 1000 + 520, QStringLiteral("menu"),
                                     QStringLiteral("Trang chủ %1").arg(i), QStringLiteral("f1")});
    }
    return document;
}

QString described(const Document &document)
{
    QString all;
    for (const Unit &unit : document.units) {
        all += QStringLiteral("unit %1 %2 %3 %4 %5 %6\n")
                   .arg(unit.fileId, unit.id, QString(unit.type), QString(unit.language),
                        QString(unit.broughtBackFrom))
                   .arg(unit.line);
        for (const Note &note : unit.notes)
            all += QStringLiteral(" note %1 %2 %3\n").arg(note.id, note.text, note.segmentId);
        for (const BoundaryDecision &decision : unit.boundaries)
            all += QStringLiteral(" boundary %1 %2\n").arg(decision.position).arg(decision.splits);
        for (const Segment &segment : unit.segments) {
            all += QStringLiteral(" segment %1 [%2] [%3] %4 %5 %6 [%7] %8 %9\n")
                       .arg(segment.id, describedInline(segment.source), describedInline(segment.target))
                       .arg(segment.hasTarget)
                       .arg(stateName(segment.state), QString(segment.subState), QString(segment.gapAfter))
                       .arg(segment.sourceStart)
                       .arg(segment.mergesWithNext);
        }
    }
    for (const LeftOutLine &line : document.leftOut)
        all += QStringLiteral("left out %1 %2 %3\n").arg(line.line).arg(line.reason, line.text);
    return all;
}

SegmentRef EditedDocument::anySegment()
{
    const int unit = upTo(static_cast<int>(m_document.units.size()));
    return {unit, upTo(static_cast<int>(m_document.units[unit].segments.size()))};
}

std::optional<JournalEntry> EditedDocument::noted(const std::optional<DocumentChange> &change, bool typing)
{
    if (!change)
        return std::nullopt;
    JournalEntry entry = journalEntry(m_document, *change);
    m_time += 100;
    entry.time = m_time;
    entry.who = QStringLiteral("An");
    entry.label = typing ? QStringLiteral("Typing") : QStringLiteral("Edit");
    entry.typing = typing;
    return entry;
}

std::optional<JournalEntry> EditedDocument::type()
{
    const SegmentRef ref = anySegment();
    const Segment &segment = m_document.at(ref);
    TargetEdit edit{ref, segment.target, true, SegmentState::Initial, {}, QStringLiteral("Typing")};
    if (segment.target.isEmpty() && !segment.source.codes.isEmpty() && upTo(2) == 0)
        edit.target = segment.source;
    edit.target.text += QChar(u'a' + upTo(26));
    return noted(m_history.apply(m_document, edit, 1 + upTo(3)), true);
}

std::optional<JournalEntry> EditedDocument::confirm()
{
    const SegmentRef ref = anySegment();
    const Segment &segment = m_document.at(ref);
    const TargetEdit edit{ref,
                          upTo(4) == 0 ? InlineText() : segment.target,
                          upTo(4) != 0,
                          static_cast<SegmentState>(upTo(4)),
                          upTo(2) == 0 ? QString() : QStringLiteral("verbale:pretranslated"),
                          QStringLiteral("Confirming")};
    return noted(m_history.apply(m_document, edit));
}

std::optional<JournalEntry> EditedDocument::split()
{
    const SegmentRef ref = anySegment();
    const qsizetype length = m_document.at(ref).source.text.size();
    const Result<Unit> unit =
        splitSegment(m_document.units[ref.unit], ref.segment, upTo(static_cast<int>(length) + 1));
    if (!unit)
        return std::nullopt;
    StructureEdit edit{{{ref.unit, 1, {*unit}}}, std::nullopt, ref, ref, QStringLiteral("Splitting")};
    return noted(m_history.apply(m_document, edit));
}

std::optional<JournalEntry> EditedDocument::merge()
{
    const SegmentRef ref = anySegment();
    const Result<Unit> unit = mergeWithNext(m_document.units[ref.unit], ref.segment);
    if (!unit)
        return std::nullopt;
    StructureEdit edit{{{ref.unit, 1, {*unit}}}, std::nullopt, ref, ref, QStringLiteral("Merging")};
    return noted(m_history.apply(m_document, edit));
}

std::optional<JournalEntry> EditedDocument::leaveOut()
{
    const SegmentRef ref = anySegment();
    if (m_document.units.size() < 2)
        return std::nullopt;
    const Unit &unit = m_document.units[ref.unit];
    const LeftOutLine line{unit.line,
                           unit.segments.first().sourceStart,
                           unit.segments.last().sourceEnd,
                           QStringLiteral("by-hand"),
                           unitSource(unit).text,
                           unit.fileId};
    StructureEdit edit{{{ref.unit, 1, {}}}, m_document.leftOut, {ref.unit, 0}, {0, 0}, {}};
    qsizetype place = 0;
    while (place < edit.leftOut->size() && edit.leftOut->at(place).start <= line.start)
        ++place;
    edit.leftOut->insert(place, line);
    return noted(m_history.apply(m_document, edit));
}

std::optional<JournalEntry> EditedDocument::bringBack()
{
    if (m_document.leftOut.isEmpty())
        return std::nullopt;
    const int number = upTo(static_cast<int>(m_document.leftOut.size()));
    const LeftOutLine line = m_document.leftOut[number];
    Unit unit;
    unit.id = QStringLiteral("b%1").arg(m_random() % 100000);
    unit.broughtBackFrom = line.reason;
    unit.line = line.line;
    Segment segment;
    segment.id = QStringLiteral("s1");
    segment.source.text = line.text;
    segment.source.text.remove(inlineCodeMark);
    segment.sourceStart = line.start;
    segment.sourceEnd = line.end;
    unit.segments.append(segment);
    qsizetype place = 0;
    while (place < m_document.units.size() &&
           m_document.units[place].segments.first().sourceStart <= line.start)
        ++place;
    StructureEdit edit{{{place, 0, {unit}}}, m_document.leftOut, {0, 0}, {place, 0}, {}};
    edit.leftOut->removeAt(number);
    return noted(m_history.apply(m_document, edit));
}

std::optional<JournalEntry> EditedDocument::step()
{
    const int chance = upTo(100);
    if (chance < 50)
        return type();
    if (chance < 60)
        return confirm();
    if (chance < 68)
        return split();
    if (chance < 74)
        return merge();
    if (chance < 78)
        return leaveOut();
    if (chance < 82)
        return bringBack();
    if (chance < 93)
        return noted(m_history.undo(m_document));
    return noted(m_history.redo(m_document));
}

} // namespace verbale
