#include "document/segmentation.h"

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QTextBoundaryFinder>

#include <algorithm>

namespace verbale {

namespace {

Error refusal(const char *code, const char *message)
{
    return {QLatin1String(code), QLatin1String(message)};
}

Error fixedError()
{
    return refusal("structure.fixed",
                   "The file says that this segment must stay as it is, so it is neither split nor merged.");
}

bool opensPair(const InlineCode &code)
{
    return code.kind == InlineCode::Kind::Opening && !code.markup.endsWith(QLatin1String("/>")) &&
           !code.markup.contains(QLatin1String("</"));
}

bool closesPair(const InlineCode &code)
{
    return code.markup.startsWith(QLatin1String("</"));
}

qsizetype endWithoutSpace(QStringView text, qsizetype end)
{
    while (end > 0 && text[end - 1].isSpace())
        --end;
    return end;
}

qsizetype startWithoutSpace(QStringView text, qsizetype start)
{
    while (start < text.size() && text[start].isSpace())
        ++start;
    return start;
}

bool isBlank(QStringView text)
{
    return text.trimmed().isEmpty();
}

/// The place itself, or the one before the letter whose marks it would cut off.
qsizetype wholeLetterPlace(const QString &text, qsizetype at)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(at);
    if (at <= 0 || at >= text.size() || finder.isAtBoundary())
        return qBound(qsizetype(0), at, text.size());
    return std::max<qsizetype>(0, finder.toPreviousBoundary());
}

QList<TermHit> termsIn(const QList<TermHit> &terms, const Span &part)
{
    QList<TermHit> inside;
    for (TermHit hit : terms) {
        if (!part.contains(hit.span))
            continue;
        hit.span = {hit.span.start - part.start, hit.span.end - part.start};
        inside.append(hit);
    }
    return inside;
}

/// A part of a segment's source as a segment without a target.
Segment sourcePart(const Segment &segment, const Span &part)
{
    Segment result;
    result.source = inlinePart(segment.source, part);
    result.terms = termsIn(segment.terms, part);
    result.revision = segment.revision;
    if (segment.sourceStart >= 0) {
        const QStringView text = segment.source.text;
        result.sourceStart = segment.sourceStart + codePointCount(text.first(part.start));
        result.sourceEnd = result.sourceStart + codePointCount(text.sliced(part.start, part.length()));
    }
    return result;
}

/// Hands the target out to the two parts.
void divideTarget(const Segment &whole, qsizetype targetAt, Segment &first, Segment &second)
{
    const QString &text = whole.target.text;
    const qsizetype at = targetAt < 0 ? text.size() : wholeLetterPlace(text, targetAt);
    const bool divides = !isBlank(QStringView(text).first(at)) && !isBlank(QStringView(text).sliced(at));
    if (!divides) {
        const bool toSecond = at == 0 && !isBlank(text);
        (toSecond ? second : first).target = whole.target;
        (toSecond ? second : first).hasTarget = whole.hasTarget;
        return;
    }
    first.target = inlinePart(whole.target, {0, endWithoutSpace(text, at)});
    second.target = inlinePart(whole.target, {startWithoutSpace(text, at), text.size()});
    first.hasTarget = second.hasTarget = true;
    first.state = second.state = std::min(whole.state, SegmentState::Translated);
}

InlineText joined(const InlineText &first, const QString &gap, const InlineText &second)
{
    return {first.text + gap + second.text, first.codes + second.codes};
}

/// Between two targets: the source's gap, but a space where it is a line's end or where there is none.
QString targetGap(const Segment &first, const Segment &second)
{
    const QString &before = first.target.text;
    const QString &after = second.target.text;
    if (isBlank(before) || isBlank(after) || before.back().isSpace() || after.front().isSpace())
        return {};
    const bool plain = !first.gapAfter.isEmpty() && !first.gapAfter.contains(u'\n') &&
                       !first.gapAfter.contains(u'\r') && isBlank(first.gapAfter.get());
    return plain ? first.gapAfter.get() : QStringLiteral(" ");
}

Segment joinedSegment(const Segment &first, const Segment &second)
{
    Segment result = first;
    const qsizetype shift = first.source.text.size() + first.gapAfter.size();
    result.source = joined(first.source, first.gapAfter, second.source);
    for (TermHit hit : second.terms) {
        hit.span = {hit.span.start + shift, hit.span.end + shift};
        result.terms.append(hit);
    }
    result.suggestions.clear();
    result.target = joined(first.target, targetGap(first, second), second.target);
    result.hasTarget = first.hasTarget || second.hasTarget;
    if (second.state < first.state) {
        result.state = second.state;
        result.subState = second.subState;
    } else if (second.state == first.state && second.subState != first.subState) {
        result.subState.clear();
    }
    if (isBlank(first.target.text) || isBlank(second.target.text)) {
        result.state = SegmentState::Initial;
        result.subState.clear();
    }
    result.gapAfter = second.gapAfter;
    result.sourceEnd = second.sourceEnd;
    result.revision = std::max(first.revision, second.revision);
    result.mergesWithNext = second.mergesWithNext;
    return result;
}

} // namespace

bool isEditable(const Unit &unit, const Segment &segment)
{
    return unit.translate && !segment.locked;
}

bool isProposed(const QString &subState)
{
    return subState == QLatin1String("verbale:pretranslated") ||
           subState == QLatin1String("verbale:machine-translated");
}

bool isRejected(const Segment &segment)
{
    const QString &subState = segment.subState;
    return QStringView(subState)
        .sliced(subState.indexOf(u':') + 1)
        .startsWith(u"rejected", Qt::CaseInsensitive);
}

InlineText unitSource(const Unit &unit)
{
    InlineText whole;
    for (qsizetype i = 0; i < unit.segments.size(); ++i) {
        const Segment &segment = unit.segments[i];
        whole.text += segment.source.text;
        whole.codes += segment.source.codes;
        if (i + 1 < unit.segments.size())
            whole.text += segment.gapAfter;
    }
    return whole;
}

qsizetype sourcePosition(const Unit &unit, qsizetype segment)
{
    qsizetype position = 0;
    for (qsizetype i = 0; i < segment; ++i)
        position += unit.segments[i].source.text.size() + unit.segments[i].gapAfter.size();
    return position;
}

InlineText inlinePart(const InlineText &text, const Span &part)
{
    const QStringView all = text.text;
    const QStringView wanted = all.sliced(part.start, part.length());
    return {wanted.toString(),
            text.codes.mid(all.first(part.start).count(inlineCodeMark), wanted.count(inlineCodeMark))};
}

bool isInsidePair(const InlineText &text, qsizetype position)
{
    const qsizetype before = QStringView(text.text).first(position).count(inlineCodeMark);
    qsizetype open = 0;
    for (qsizetype i = 0; i < std::min(before, text.codes.size()); ++i) {
        if (opensPair(text.codes[i]))
            ++open;
        else if (closesPair(text.codes[i]))
            open = std::max<qsizetype>(0, open - 1);
    }
    return open > 0;
}

Result<Unit> splitSegment(const Unit &unit, qsizetype segment, qsizetype at, qsizetype targetAt)
{
    const Segment &whole = unit.segments[segment];
    const QString &text = whole.source.text;
    const qsizetype place = wholeLetterPlace(text, at);
    const qsizetype firstEnd = endWithoutSpace(text, place);
    const qsizetype secondStart = startWithoutSpace(text, place);
    if (!unit.translate)
        return refusal("structure.not-translated",
                       "This paragraph is not to be translated, so it is neither split nor merged.");
    if (!whole.canResegment || whole.locked)
        return fixedError();
    if (isBlank(QStringView(text).first(firstEnd)) || isBlank(QStringView(text).sliced(secondStart)))
        return refusal("structure.nothing-to-split",
                       "There is text on one side of the cursor only; put it between two words.");
    if (isInsidePair(whole.source, place))
        return refusal("structure.inside-pair", "The cursor stands between two tags that belong together; "
                                                "put it before the first or behind the second.");
    if (targetAt > 0 && targetAt < whole.target.text.size() && isInsidePair(whole.target, targetAt))
        return refusal("structure.inside-target-pair",
                       "In the translation the cursor stands between two tags that belong together; put it "
                       "before the first or behind the second.");

    Segment first = sourcePart(whole, {0, firstEnd});
    Segment second = sourcePart(whole, {secondStart, text.size()});
    first.id = whole.id;
    second.id = freeSegmentId(unit.segments, whole.id);
    first.gapAfter = text.sliced(firstEnd, secondStart - firstEnd);
    second.gapAfter = whole.gapAfter;
    second.mergesWithNext = whole.mergesWithNext;
    divideTarget(whole, targetAt, first, second);

    Unit result = unit;
    decideBoundary(result.boundaries.edit(), {sourcePosition(unit, segment) + secondStart, true});
    result.segments[segment] = first;
    result.segments.insert(segment + 1, second);
    return result;
}

Result<Unit> mergeWithNext(const Unit &unit, qsizetype segment)
{
    if (!unit.translate)
        return refusal("structure.not-translated",
                       "This paragraph is not to be translated, so it is neither split nor merged.");
    if (segment + 1 >= unit.segments.size())
        return refusal("structure.last-of-unit",
                       "The paragraph ends here; only segments of one paragraph can be merged.");
    const Segment &first = unit.segments[segment];
    const Segment &second = unit.segments[segment + 1];
    if (!first.canResegment || !second.canResegment || !first.mergesWithNext || first.locked || second.locked)
        return fixedError();
    if (first.source.isEmpty() || second.source.isEmpty())
        return refusal("structure.nothing-to-merge", "One of the two segments has no text to be merged.");
    Unit result = unit;
    decideBoundary(result.boundaries.edit(), {sourcePosition(unit, segment + 1), false});
    for (Note &note : result.notes) {
        if (!note.segmentId.isEmpty() && note.segmentId == second.id)
            note.segmentId = first.id;
    }
    result.segments[segment] = joinedSegment(first, second);
    result.segments.removeAt(segment + 1);
    return result;
}

QList<Segment> segmentsFromPieces(const Unit &unit, const QList<Span> &pieces)
{
    const InlineText source = unitSource(unit);
    // One segment with everything that belongs to the source: the pieces are parts of it.
    Segment all = unit.segments.first();
    QHash<qsizetype, qsizetype> byStart;
    QSet<qsizetype> fixedEnds; // behind them stands what cannot be part of a segment
    for (qsizetype i = 0, position = 0; i < unit.segments.size(); ++i) {
        const Segment &segment = unit.segments[i];
        byStart.insert(position, i);
        position += segment.source.text.size();
        if (!segment.mergesWithNext)
            fixedEnds.insert(position);
        position += segment.gapAfter.size();
        if (i > 0)
            all = joinedSegment(all, segment);
    }
    QList<Segment> result;
    QList<Segment> named = unit.segments; // whose ids are taken
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const Span &piece = pieces[i];
        const qsizetype before = byStart.value(piece.start, -1);
        const qsizetype next = i + 1 < pieces.size() ? pieces[i + 1].start : source.text.size();
        const bool stays = before >= 0 && unit.segments[before].source.text.size() == piece.length();
        Segment segment = stays ? unit.segments[before] : sourcePart(all, piece);
        if (!stays)
            segment.id =
                before >= 0 ? unit.segments[before].id : freeSegmentId(named, unit.segments.first().id);
        segment.mergesWithNext = !fixedEnds.contains(piece.end);
        if (i + 1 < pieces.size())
            segment.gapAfter = source.text.sliced(piece.end, next - piece.end);
        else
            segment.gapAfter = unit.segments.last().gapAfter;
        named.append(segment);
        result.append(segment);
    }
    return result;
}

void decideBoundary(QList<BoundaryDecision> &boundaries, const BoundaryDecision &decision)
{
    const auto place = std::lower_bound(
        boundaries.begin(), boundaries.end(), decision.position,
        [](const BoundaryDecision &known, qsizetype position) { return known.position < position; });
    if (place != boundaries.end() && place->position == decision.position)
        *place = decision;
    else
        boundaries.insert(place, decision);
}

QString freeSegmentId(const QList<Segment> &segments, const QString &wanted)
{
    const auto isTaken = [&segments](const QString &id) {
        const auto has = [&id](const QList<InlineCode> &codes) {
            return std::any_of(codes.begin(), codes.end(), [&id](const InlineCode &c) { return c.id == id; });
        };
        return std::any_of(segments.begin(), segments.end(), [&](const Segment &segment) {
            return segment.id == id || has(segment.source.codes) || has(segment.target.codes);
        });
    };
    for (int number = 2;; ++number) {
        QString id = wanted + QLatin1Char('-') + QString::number(number);
        if (!isTaken(id))
            return id;
    }
}

qsizetype codePointCount(QStringView text)
{
    qsizetype count = text.size();
    for (qsizetype i = 0; i + 1 < text.size(); ++i)
        count -= text[i].isHighSurrogate() && text[i + 1].isLowSurrogate() ? 1 : 0;
    return count;
}

qsizetype utf16Position(QStringView text, qsizetype codePoints)
{
    qsizetype position = 0;
    for (; codePoints > 0 && position < text.size(); --codePoints) {
        const bool pair = text[position].isHighSurrogate() && position + 1 < text.size() &&
                          text[position + 1].isLowSurrogate();
        position += pair ? 2 : 1;
    }
    return position;
}

} // namespace verbale
