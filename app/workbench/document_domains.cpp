#include "workbench/document_domains.h"

#include <QtCore/QMap>

#include <algorithm>

namespace verbale::workbench {

namespace {

constexpr qsizetype mostDomains = 5;

using Counts = QMap<QString, qsizetype>;

void count(Counts &counts, const QList<TermHit> &hits)
{
    for (const TermHit &hit : hits) {
        if (!hit.nested && hit.senses.isEmpty() && !hit.domain.isEmpty())
            ++counts[hit.domain];
    }
}

QStringList byFrequency(const Counts &counts)
{
    QStringList domains = counts.keys();
    std::stable_sort(domains.begin(), domains.end(), [&counts](const QString &one, const QString &other) {
        return counts.value(one) > counts.value(other);
    });
    return domains;
}

} // namespace

QStringList likelyDomains(const QList<TermHit> &hits)
{
    Counts counts;
    count(counts, hits);
    return byFrequency(counts);
}

QStringList likelyDomains(const Document &document)
{
    Counts counts;
    for (const Unit &unit : document.units) {
        for (const Segment &segment : unit.segments)
            count(counts, segment.terms);
    }
    return byFrequency(counts).mid(0, mostDomains);
}

QString likelyDomain(const Document &document, qsizetype unit)
{
    QList<TermHit> hits;
    for (const Segment &segment : document.units[unit].segments)
        hits += segment.terms;
    const QStringList domains = likelyDomains(hits);
    return domains.isEmpty() ? likelyDomains(document).value(0) : domains.first();
}

} // namespace verbale::workbench
