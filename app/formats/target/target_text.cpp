#include "formats/target/target_text.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <optional>

namespace verbale {

namespace {

bool isLineBreak(const InlineCode &code)
{
    return code.type == QLatin1String("xlf:lb") || code.type == QLatin1String("lb") ||
           code.data.startsWith(QLatin1String("<br")) || code.data == QLatin1String("\n");
}

QString plain(const InlineText &text)
{
    QString out;
    qsizetype code = 0;
    for (const QChar unit : text.text) {
        if (unit != inlineCodeMark || code >= text.codes.size()) {
            out += unit;
        } else if (isLineBreak(text.codes[code++])) {
            out += u'\n';
        }
    }
    return out;
}

bool isBlank(QStringView text)
{
    return text.trimmed().isEmpty();
}

/// Two sentences that had nothing between them are parted in the target by a space.
bool needsSpace(const QString &before, const QString &after)
{
    return !isBlank(before) && !isBlank(after) && !before.back().isSpace() && !after.front().isSpace();
}

QString unitText(const Document &document, const Unit &unit)
{
    const bool stays =
        !unit.translate || (!unit.language.isEmpty() && unit.language == document.targetLanguage);
    QString out;
    for (qsizetype i = 0; i < unit.segments.size(); ++i) {
        const Segment &segment = unit.segments[i];
        QString text = plain(segment.target);
        if (!segment.hasTarget || isBlank(text) || (stays && !segment.hasTarget))
            text = plain(segment.source);
        if (i > 0) {
            const QString &gap = unit.segments[i - 1].gapAfter;
            out += gap.isEmpty() && !stays && needsSpace(out, text) ? QStringLiteral(" ") : gap;
        }
        out += text;
    }
    return out;
}

/// A paragraph or a left-out line, and where it stood in the source.
struct Item
{
    qint64 start = -1;
    qint64 end = -1;
    qint64 line = 0; ///< 1-based; 0: unknown
    QString text;
    bool leftOut = false;
};

/// The paragraphs in order, and the left-out lines between them; nothing when offsets are missing or out of
/// order.
std::optional<QList<Item>> itemsOf(const Document &document)
{
    QList<Item> items;
    for (const Unit &unit : document.units) {
        if (unit.segments.isEmpty())
            continue;
        items.append({unit.segments.first().sourceStart, unit.segments.last().sourceEnd, 0,
                      unitText(document, unit), false});
    }
    for (const LeftOutLine &line : document.leftOut)
        items.append({line.start, line.end, line.line, line.text, true});
    if (!std::is_sorted(items.begin(), items.begin() + (items.size() - document.leftOut.size()),
                        [](const Item &a, const Item &b) { return a.start < b.start; }))
        return std::nullopt;
    std::stable_sort(items.begin(), items.end(),
                     [](const Item &a, const Item &b) { return a.start < b.start; });
    qint64 end = 0;
    for (const Item &item : items) {
        if (item.start < end || item.end < item.start)
            return std::nullopt;
        end = item.end;
    }
    return items;
}

/// What a line's end is in the source: where two neighbours of known lines are two characters a line apart,
/// it is CR LF.
qint64 lineEndLength(const QList<Item> &items)
{
    for (qsizetype i = 1; i < items.size(); ++i) {
        const qint64 lines = items[i].line - items[i - 1].line;
        if (items[i].line > 0 && items[i - 1].line > 0 && lines > 0)
            return items[i].start - items[i - 1].end >= 2 * lines ? 2 : 1;
    }
    return 1;
}

QString part(const QList<uint> &points, qint64 start, qint64 end)
{
    QString text;
    for (qint64 i = start; i < end; ++i) {
        const char32_t point = points[i];
        text += QString::fromUcs4(&point, 1);
    }
    return text;
}

/// What stood between two items, by the source's own characters or by how many there were.
class Layout
{
public:
    Layout(const QList<Item> &items, const QString &source) : m_source(source)
    {
        m_lineEnd = lineEndLength(items);
        if (m_source.isEmpty())
            return;
        m_points = m_source.toUcs4();
        for (const Item &item : items) {
            if (item.end > m_points.size())
                m_points.clear();
        }
    }

    [[nodiscard]] bool isExact() const { return !m_points.isEmpty(); }
    [[nodiscard]] QString lineEnd() const
    {
        return QLatin1String(m_source.contains(QLatin1String("\r\n")) ? "\r\n" : "\n");
    }

    [[nodiscard]] QString between(qint64 start, qint64 end) const
    {
        if (isExact()) {
            const QString text = part(m_points, start, end);
            return isBlank(text) ? text : QString(lineEnd()); // a part of the text that nobody told of
        }
        constexpr qint64 most = 4;
        return QString(std::clamp<qint64>((end - start) / m_lineEnd, 1, most), u'\n');
    }

    [[nodiscard]] QString before(qint64 start) const
    {
        return isExact() && start > 0 ? blankPart(0, start) : QString();
    }
    [[nodiscard]] QString after(qint64 end) const
    {
        const QString rest = isExact() ? blankPart(end, m_points.size()) : QString();
        return rest.isEmpty() && !isExact() ? QStringLiteral("\n") : rest;
    }

private:
    [[nodiscard]] QString blankPart(qint64 start, qint64 end) const
    {
        QString text = part(m_points, start, end);
        return isBlank(text.remove(QChar::ByteOrderMark)) ? text : QString();
    }

    QString m_source;
    QList<uint> m_points;
    qint64 m_lineEnd = 1;
};

/// Whether the source has, at the places that the document tells of, what the document says.
bool fits(const Document &document, const QString &source)
{
    const QList<uint> points = source.toUcs4();
    for (const Unit &unit : document.units) {
        for (const Segment &segment : unit.segments) {
            if (segment.sourceStart < 0 || segment.sourceEnd > points.size() ||
                segment.sourceEnd < segment.sourceStart)
                return false;
            if (part(points, segment.sourceStart, segment.sourceEnd) != segment.source.text)
                return false;
        }
    }
    return true;
}

qsizetype lineEnds(const QString &text)
{
    return std::max(text.count(u'\n'), text.count(u'\r'));
}

QString laidOut(const QList<Item> &items, const Layout &layout, bool keepLeftOut)
{
    QString out;
    QString gap = layout.before(items.first().start); // since the last item that was written
    bool any = false;
    bool skipped = false;
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (i > 0) {
            const QString here = layout.between(items[i - 1].end, items[i].start);
            gap = skipped && lineEnds(gap) > lineEnds(here) ? gap : here;
        }
        skipped = items[i].leftOut && !keepLeftOut;
        if (skipped)
            continue;
        if (any || i == 0)
            out += gap;
        out += items[i].text;
        any = true;
        gap.clear();
    }
    const QString end = layout.after(items.last().end);
    if (!skipped)
        return out + end;
    return out + layout.lineEnd();
}

} // namespace

QString targetText(const Document &document, const TargetTextOptions &options)
{
    const std::optional<QList<Item>> items = itemsOf(document);
    if (items && !items->isEmpty()) {
        const bool known = !options.sourceText.isEmpty() && fits(document, options.sourceText);
        return laidOut(*items, Layout(*items, known ? options.sourceText : QString()), options.keepLeftOut);
    }
    QStringList paragraphs;
    for (const Unit &unit : document.units)
        paragraphs.append(unitText(document, unit));
    return paragraphs.join(QLatin1String("\n\n")) + u'\n';
}

} // namespace verbale
