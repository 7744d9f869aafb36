#include "session/seams.h"

#include "session/source_text.h"
#include "text/code_points.h"

#include <algorithm>

namespace verbale::session {

namespace {

/// How much of the text on either side of a seam is looked at: more than the longest term.
constexpr qsizetype reach = 400;

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r' || c == QChar(0x85) || c == QChar::LineSeparator ||
           c == QChar::ParagraphSeparator;
}

/// White space with at most one line end, and characters that take no room.
bool isSeam(QStringView gap)
{
    int lineEnds = 0;
    for (qsizetype i = 0; i < gap.size(); ++i) {
        const QChar c = gap[i];
        if (isLineEnd(c))
            lineEnds += c == u'\n' && i > 0 && gap[i - 1] == u'\r' ? 0 : 1;
        else if (!c.isSpace() && c.category() != QChar::Other_Format)
            return false;
    }
    return lineEnds <= 1;
}

/// Where a word begins at or after `from`, so that no word is looked at in part; `limit` when there is none.
qsizetype wordAfter(QStringView text, qsizetype from, qsizetype limit)
{
    while (from > 0 && from < limit && !text[from - 1].isSpace())
        ++from;
    return from;
}

qsizetype wordBefore(QStringView text, qsizetype until, qsizetype limit)
{
    while (until > limit && until < text.size() && !text[until].isSpace())
        --until;
    return until;
}

} // namespace

Seams seamsOf(const OpenedDocument &opened)
{
    Seams seams;
    if (opened.text.isEmpty())
        return seams;
    const QStringView text(opened.text);
    const text::CodePointIndex index(text);
    seams.document.sourceLanguage = opened.document.sourceLanguage;
    seams.document.targetLanguage = opened.document.targetLanguage;
    const QList<SegmentRef> refs = opened.document.segments();
    for (qsizetype i = 0; i + 1 < refs.size(); ++i) {
        const Segment &before = opened.document.at(refs[i]);
        const Segment &after = opened.document.at(refs[i + 1]);
        if (before.sourceEnd < 0 || after.sourceStart < before.sourceEnd)
            continue;
        const Span gap{index.toUtf16(before.sourceEnd), index.toUtf16(after.sourceStart)};
        if (!isSeam(text.mid(gap.start, gap.length())) ||
            opened.document.units[refs[i].unit].language != opened.document.units[refs[i + 1].unit].language)
            continue;
        const qsizetype first = index.toUtf16(before.sourceStart);
        const qsizetype last = index.toUtf16(after.sourceEnd);
        const qsizetype start = wordAfter(text, qMax(first, gap.start - reach), gap.start);
        const qsizetype end = wordBefore(text, qMin(last, gap.end + reach), gap.end);
        Unit unit;
        unit.id = QStringLiteral("u%1").arg(seams.seams.size() + 1);
        unit.language = opened.document.units[refs[i].unit].language;
        Segment segment;
        segment.id = QStringLiteral("s1");
        segment.source = inlineFromPlain(text.mid(start, end - start));
        unit.segments.append(std::move(segment));
        seams.document.units.append(std::move(unit));
        seams.seams.push_back({refs[i], index.toCodePoints(start), {gap.start - start, gap.end - start}});
    }
    return seams;
}

QList<SeamTerm> termsAcross(const Seams &seams)
{
    QList<SeamTerm> terms;
    for (std::size_t i = 0; i < seams.seams.size(); ++i) {
        const Seam &seam = seams.seams[i];
        const Segment &segment = seams.document.units[static_cast<qsizetype>(i)].segments.first();
        const text::CodePointIndex index(segment.source.text);
        for (const TermHit &hit : segment.terms) {
            if (hit.span.start >= seam.gap.start || hit.span.end <= seam.gap.end)
                continue;
            terms.append({seam.before, seam.start + index.toCodePoints(hit.span.start),
                          seam.start + index.toCodePoints(hit.span.end),
                          plainFromInline(segment.source, hit.span), hit});
        }
    }
    return terms;
}

} // namespace verbale::session
