#include "workbench/term_uses.h"

#include "workbench/document_controller.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <algorithm>

namespace verbale::workbench {

namespace {

/// A word without the endings of plural and possessive.
QString stemmed(QString word)
{
    for (const QStringView ending :
         {QStringView(u"'s"), QStringView(u"’s"), QStringView(u"'"), QStringView(u"’")}) {
        if (word.endsWith(ending)) {
            word.chop(ending.size());
            break;
        }
    }
    if (word.size() > 4 && word.endsWith(QLatin1String("ies")))
        return word.chopped(3) + u'y';
    if (word.size() > 3 && word.endsWith(u's') && !word.endsWith(QLatin1String("ss")))
        return word.chopped(1);
    return word;
}

QStringList wordsOf(QString text)
{
    text = text.toCaseFolded();
    text.replace(u'-', u' ');
    QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    static const QSet<QString> articles{QStringLiteral("the"), QStringLiteral("a"), QStringLiteral("an")};
    while (words.size() > 1 && articles.contains(words.first()))
        words.removeFirst();
    std::transform(words.begin(), words.end(), words.begin(), stemmed);
    return words;
}

TermUse useOf(const DocumentController &document, int row, qsizetype hit)
{
    const Segment &segment = document.segment(row);
    TermUse use;
    use.row = row;
    use.segment = document.document().segmentKey(document.refAt(row));
    use.revision = segment.revision;
    use.source = segment.terms[hit].span;
    use.surface = segment.source.text.mid(use.source.start, use.source.end - use.source.start);
    use.hasTarget = segment.hasTarget && !segment.target.text.trimmed().isEmpty();
    use.isKnown = segment.receiptsRevision == segment.revision;
    if (!use.isKnown)
        return use;
    for (const TermReceipt &receipt : segment.receipts) {
        if (receipt.hit != hit)
            continue;
        use.state = receipt.state;
        use.found = receipt.found;
        use.targets = receipt.spans;
    }
    return use;
}

/// At the beginning of a sentence the replacement keeps the capital that stands there.
QString fitted(const QString &english, QStringView replaced, QStringView before)
{
    const QStringView ahead = before.trimmed();
    const bool begins = ahead.isEmpty() || QStringView(u".!?:").contains(ahead.last());
    if (!begins || replaced.isEmpty() || !replaced.first().isUpper() || english.isEmpty())
        return english;
    return english.first(1).toUpper() + english.sliced(1);
}

} // namespace

bool isSameRendering(const QString &one, const QString &other)
{
    return wordsOf(one) == wordsOf(other);
}

QList<TermUse> usesOf(const DocumentController &document, const QString &termbase, const QString &entry)
{
    QList<TermUse> uses;
    for (int row = 0; row < document.rowCount(); ++row) {
        const QList<TermHit> &hits = document.segment(row).terms;
        for (qsizetype hit = 0; hit < hits.size(); ++hit) {
            if (hits[hit].entryId == entry && hits[hit].termbase == termbase)
                uses.append(useOf(document, row, hit));
        }
    }
    return uses;
}

QHash<QString, int> usesByEntry(const DocumentController &document)
{
    QHash<QString, int> uses;
    for (int row = 0; row < document.rowCount(); ++row) {
        for (const TermHit &hit : document.segment(row).terms)
            ++uses[hit.termbase + u'#' + hit.entryId];
    }
    return uses;
}

QList<Unified> unify(const DocumentController &document, const QList<TermUse> &uses, const QString &english)
{
    QHash<int, QList<Span>> spans;
    for (const TermUse &use : uses) {
        const bool stale = use.row >= document.rowCount() ||
                           document.segment(use.row).revision != use.revision || !use.isKnown;
        if (stale || !document.isEditable(use.row))
            continue;
        const QString &target = document.segment(use.row).target.text;
        for (const Span &span : use.targets) {
            const QString text = target.mid(span.start, span.end - span.start);
            if (!text.contains(inlineCodeMark) && !isSameRendering(text, english))
                spans[use.row].append(span);
        }
    }
    QList<int> rows = spans.keys();
    std::sort(rows.begin(), rows.end());
    QList<Unified> all;
    for (const int row : rows) {
        const Segment &segment = document.segment(row);
        Unified one{row, segment.revision, segment.target.text, segment.target, spans[row], {}};
        std::sort(one.changed.begin(), one.changed.end(),
                  [](const Span &a, const Span &b) { return a.start < b.start; });
        one.changed.erase(std::unique(one.changed.begin(), one.changed.end(),
                                      [](const Span &a, const Span &b) { return b.start < a.end; }),
                          one.changed.end());
        qsizetype moved = 0;
        for (const Span &span : one.changed) {
            const QStringView old = QStringView(one.before).sliced(span.start, span.end - span.start);
            const QString put = fitted(english, old, QStringView(one.before).first(span.start));
            one.after.text.replace(span.start + moved, old.size(), put);
            one.replaced.append({span.start + moved, span.start + moved + put.size()});
            moved += put.size() - old.size();
        }
        all.append(one);
    }
    return all;
}

QString excerpt(const QString &source, const Span &span, qsizetype around)
{
    const qsizetype from = qMax<qsizetype>(0, span.start - around);
    const qsizetype to = qMin(source.size(), span.end + around);
    QString text = source.mid(from, to - from);
    text.remove(inlineCodeMark);
    return (from > 0 ? QStringLiteral("…") : QString()) + text.simplified() +
           (to < source.size() ? QStringLiteral("…") : QString());
}

} // namespace verbale::workbench
