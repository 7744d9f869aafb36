#include "formats/xliff/names.h"
#include "formats/xliff/parsed.h"
#include "formats/xliff/terms.h"

#include <algorithm>

namespace verbale::xliff {

namespace {

using xml::Element;

/// "m1" of "#m1", "m1" or "#f=f1/u=u1/m1"; `prefix` "gls=" asks for a reference with that selector.
QString lastSelector(const QString &ref, QLatin1String prefix = {})
{
    QString last = ref.mid(ref.lastIndexOf(u'#') + 1);
    last = last.mid(last.lastIndexOf(u'/') + 1);
    if (!prefix.isEmpty())
        return last.startsWith(prefix) ? last.mid(prefix.size()) : QString();
    return last.contains(u'=') ? QString() : last;
}

void addWords(QSet<QString> &words, const QString &text)
{
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts))
        words.insert(word);
}

/// A text that its tool has broken into lines is joined again.
QString termText(const Element &element)
{
    const QString text = element.text();
    return text.contains(u'\n') ? text.simplified() : text;
}

void readMetadata(const Element &metadata, TermHit &hit, QSet<QString> &nested)
{
    for (const xml::Node &groupNode : metadata.children) {
        const Element *group = groupNode.element.get();
        if (group == nullptr || group->value(QLatin1String("category")) != names::entryCategory)
            continue;
        for (const xml::Node &node : group->children) {
            if (!node.element || !node.element->is(names::metadata, QLatin1String("meta")))
                continue;
            const QString type = node.element->value(QLatin1String("type"));
            const QString text = node.element->text();
            if (type == names::entryId)
                hit.entryId = text;
            else if (type == names::entryStatus)
                hit.status = termStatus(text);
            else if (type == names::entryDomain)
                hit.domain = text;
            else if (type == names::entryNested)
                addWords(nested, text);
        }
    }
}

void readTranslation(const Element &translation, TermHit &hit, bool first)
{
    if (!first) {
        hit.alternatives.append(termText(translation));
        return;
    }
    hit.target = termText(translation);
    hit.authority = translation.value(QLatin1String("source"));
}

} // namespace

void UnitGlossary::read(const Element &glossary)
{
    for (const xml::Node &entryNode : glossary.children) {
        const Element *entry = entryNode.element.get();
        if (entry == nullptr || !entry->is(names::glossary, QLatin1String("glossEntry")))
            continue;
        const qsizetype number = m_entries.size();
        TermHit hit;
        QSet<QString> nested;
        bool first = true;
        hit.entryId = entry->value(QLatin1String("id"));
        for (const xml::Node &node : entry->children) {
            if (!node.element)
                continue;
            const Element &part = *node.element;
            if (part.is(names::glossary, QLatin1String("term"))) {
                hit.glossary = part.value(QLatin1String("source"));
            } else if (part.is(names::glossary, QLatin1String("translation"))) {
                readTranslation(part, hit, first);
                first = false;
            } else if (part.is(names::glossary, QLatin1String("definition"))) {
                hit.note = termText(part);
                if (first)
                    hit.authority = part.value(QLatin1String("source"));
            } else if (part.is(names::metadata, QLatin1String("metadata"))) {
                readMetadata(part, hit, nested);
            }
        }
        const QString id = entry->value(QLatin1String("id"));
        if (!id.isEmpty() && !m_byId.contains(id))
            m_byId.insert(id, number);
        const QString annotation = lastSelector(entry->value(QLatin1String("ref")));
        if (!annotation.isEmpty() && !m_byAnnotation.contains(annotation))
            m_byAnnotation.insert(annotation, number);
        m_entries.append(hit);
        m_nested.append(nested);
    }
}

qsizetype UnitGlossary::entryOf(const Element &annotation) const
{
    const QString entry = lastSelector(annotation.value(QLatin1String("ref")), QLatin1String("gls="));
    if (m_byId.contains(entry))
        return m_byId.value(entry);
    return m_byAnnotation.value(annotation.value(QLatin1String("id")), -1);
}

bool UnitGlossary::knows(const Element &annotation) const
{
    if (m_entries.isEmpty() || annotation.value(QLatin1String("type")) != QLatin1String("term"))
        return false;
    const qsizetype entry = entryOf(annotation);
    if (entry >= 0)
        m_marked.insert(annotation.value(QLatin1String("id")), entry);
    return entry >= 0;
}

TermHit UnitGlossary::hit(const LiftedMark &mark) const
{
    const qsizetype entry = m_marked.value(mark.id);
    TermHit hit = m_entries[entry];
    hit.span = mark.span;
    hit.nested = m_nested[entry].contains(mark.id);
    return hit;
}

bool UnitGlossary::carries(const Element &annotation, const QList<LiftedMark> &ofSource) const
{
    const bool more = annotation.has(QLatin1String("translate")) || annotation.has(QLatin1String("value"));
    if (more || lastSelector(annotation.value(QLatin1String("ref")), QLatin1String("gls=")).isEmpty() ||
        !knows(annotation))
        return false;
    const qsizetype entry = entryOf(annotation);
    return std::any_of(ofSource.begin(), ofSource.end(),
                       [&](const LiftedMark &mark) { return m_marked.value(mark.id, -1) == entry; });
}

/// The n-th place of an entry carries its n-th hit, the last place all the others.
QList<TermReceipt> UnitGlossary::receipts(const QList<LiftedMark> &ofTarget,
                                          const QList<LiftedMark> &ofSource, const QString &target) const
{
    QList<TermReceipt> receipts;
    QHash<qsizetype, QList<Span>> places;
    for (const LiftedMark &mark : ofTarget)
        places[m_marked.value(mark.id)].append(mark.span);
    QHash<qsizetype, qsizetype> used;
    for (qsizetype hit = 0; hit < ofSource.size(); ++hit) {
        const qsizetype entry = m_marked.value(ofSource[hit].id);
        const QList<Span> spans = places.value(entry);
        if (spans.isEmpty())
            continue;
        const Span span = spans[qMin(used[entry]++, spans.size() - 1)];
        const QString words = target.mid(span.start, span.length());
        const bool isTarget = words == m_entries[entry].target;
        receipts.append({hit,
                         ReceiptState::Used,
                         isTarget ? m_entries[entry].status : TermStatus::Admitted,
                         {span},
                         words,
                         {},
                         {}});
    }
    return receipts;
}

} // namespace verbale::xliff
