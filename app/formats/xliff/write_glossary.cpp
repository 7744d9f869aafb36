#include "formats/xliff/names.h"
#include "formats/xliff/terms.h"
#include "xml/characters.h"

#include <algorithm>

namespace verbale::xliff {

namespace {

bool sameEntry(const TermHit &a, const TermHit &b)
{
    return a.entryId == b.entryId && a.target == b.target && a.alternatives == b.alternatives &&
           a.status == b.status && a.domain == b.domain && a.authority == b.authority && a.note == b.note &&
           a.glossary == b.glossary;
}

void appendElement(QString &out, const QString &indent, const char *name, const QString &attributes,
                   const QString &text)
{
    out += indent + QLatin1Char('<') + QLatin1String(name) + attributes + QLatin1Char('>');
    xml::appendText(out, text);
    out += QLatin1String("</") + QLatin1String(name) + QLatin1String(">\n");
}

void appendMetaAlways(QString &out, QLatin1String type, const QString &text)
{
    out += QLatin1String("<mda:meta type=\"") + type + QLatin1String("\">");
    xml::appendText(out, text);
    out += QLatin1String("</mda:meta>");
}

void appendMeta(QString &out, QLatin1String type, const QString &text)
{
    if (!text.isEmpty())
        appendMetaAlways(out, type, text);
}

/// Where a text comes from.
QString sourceAttribute(const QString &origin)
{
    QString attribute;
    if (!origin.isEmpty())
        xml::appendAttribute(attribute, u"source", origin);
    return attribute;
}

void appendTranslations(QString &out, const QString &indent, const TermHit &hit)
{
    const QString source = sourceAttribute(hit.authority);
    const bool definitionAlone = hit.target.isEmpty() && hit.alternatives.isEmpty() && !hit.note.isEmpty();
    if (!definitionAlone)
        appendElement(out, indent, "gls:translation", source, hit.target);
    for (const QString &alternative : hit.alternatives)
        appendElement(out, indent, "gls:translation", source, alternative);
    if (!hit.note.isEmpty())
        appendElement(out, indent, "gls:definition", definitionAlone ? source : QString(), hit.note);
}

} // namespace

QString termStatusName(TermStatus status)
{
    switch (status) {
    case TermStatus::Preferred:
        return QStringLiteral("preferred");
    case TermStatus::Admitted:
        return QStringLiteral("admitted");
    case TermStatus::Deprecated:
        return QStringLiteral("deprecated");
    case TermStatus::Forbidden:
        return QStringLiteral("forbidden");
    }
    return QStringLiteral("preferred");
}

TermStatus termStatus(const QString &name)
{
    for (const TermStatus status : {TermStatus::Admitted, TermStatus::Deprecated, TermStatus::Forbidden}) {
        if (name == termStatusName(status))
            return status;
    }
    return TermStatus::Preferred;
}

QList<CarriedTerm> carriedTerms(const Segment &segment)
{
    QList<CarriedTerm> carried;
    const QString &target = segment.target.text;
    for (const TermReceipt &receipt : segment.receipts) {
        if (receipt.state != ReceiptState::Used || receipt.hit < 0 || receipt.hit >= segment.terms.size() ||
            receipt.spans.isEmpty())
            continue;
        const Span first = receipt.spans.first();
        const Span whole{first.start, receipt.spans.last().end};
        const bool inside = first.start >= 0 && !first.isEmpty() && whole.end <= target.size();
        // What was typed since may have moved it.
        if (!inside || whole.end < first.end ||
            QStringView(target).sliced(first.start, first.length()) != receipt.found)
            continue;
        const bool known = std::any_of(carried.begin(), carried.end(),
                                       [&whole](const CarriedTerm &other) { return other.span == whole; });
        if (!known)
            carried.append({whole, receipt.hit});
    }
    std::stable_sort(carried.begin(), carried.end(), [](const CarriedTerm &a, const CarriedTerm &b) {
        return a.span.start != b.span.start ? a.span.start < b.span.start : a.span.end > b.span.end;
    });
    return carried;
}

QString UnitIds::next()
{
    QString id;
    do {
        id = QLatin1Char('m') + QString::number(++m_last);
    } while (m_taken.contains(id));
    m_taken.insert(id);
    return id;
}

QString UnitIds::take(const QString &wanted)
{
    const QString base = xml::isNmtoken(wanted) ? wanted : xml::toNmtoken(wanted, QStringLiteral("s"));
    QString id = base;
    for (int number = 2; m_taken.contains(id); ++number)
        id = base + QLatin1Char('-') + QString::number(number);
    m_taken.insert(id);
    return id;
}

QList<Mark> GlossaryWriter::marks(const Segment &segment, UnitIds &ids)
{
    QList<Mark> marks;
    for (const TermHit &hit : segment.terms) {
        Mark mark{hit.span, {}, {}};
        if (!canStand(mark, segment.source.text))
            continue;
        mark.id = ids.next();
        Entry &entry =
            m_entries[entryFor(hit, segment.source.text.sliced(hit.span.start, hit.span.length()))];
        if (entry.firstMark.isEmpty())
            entry.firstMark = mark.id;
        if (hit.nested)
            entry.nestedMarks.append(mark.id);
        mark.attributes = QLatin1String(" type=\"term\" ref=\"#gls=") + entry.id + QLatin1Char('"');
        marks.append(mark);
    }
    return marks;
}

QList<Mark> GlossaryWriter::targetMarks(const Segment &segment, UnitIds &ids) const
{
    QList<Mark> marks;
    for (const CarriedTerm &carried : carriedTerms(segment)) {
        const qsizetype entry = knownEntry(segment.terms[carried.hit]);
        Mark mark{carried.span, {}, {}};
        if (entry < 0 || !canStand(mark, segment.target.text))
            continue;
        mark.id = ids.next();
        mark.attributes =
            QLatin1String(" type=\"term\" ref=\"#gls=") + m_entries[entry].id + QLatin1Char('"');
        marks.append(mark);
    }
    return marks;
}

qsizetype GlossaryWriter::knownEntry(const TermHit &hit) const
{
    for (auto it = m_byEntryId.constFind(hit.entryId); it != m_byEntryId.cend() && it.key() == hit.entryId;
         ++it) {
        if (sameEntry(m_entries[it.value()].hit, hit))
            return it.value();
    }
    return -1;
}

qsizetype GlossaryWriter::entryFor(const TermHit &hit, const QString &surface)
{
    if (const qsizetype known = knownEntry(hit); known >= 0)
        return known;
    const QString base = xml::toNmtoken(hit.entryId, QStringLiteral("entry"));
    QString id = base;
    for (int number = 2; m_ids.contains(id); ++number)
        id = base + QLatin1Char('-') + QString::number(number);
    m_ids.insert(id);
    QString term = surface;
    m_entries.append({hit, id, term.remove(inlineCodeMark), {}, {}});
    m_byEntryId.insert(hit.entryId, m_entries.size() - 1);
    return m_entries.size() - 1;
}

/// What the glossary module has no place for. What is not said is the usual: a preferred term, a hit of its
/// own.
QString GlossaryWriter::Entry::metadata() const
{
    QString metas;
    if (id != hit.entryId)
        appendMetaAlways(metas, names::entryId, hit.entryId);
    appendMeta(metas, names::entryDomain, hit.domain);
    if (hit.status != TermStatus::Preferred)
        appendMeta(metas, names::entryStatus, termStatusName(hit.status));
    appendMeta(metas, names::entryNested, nestedMarks.join(u' '));
    return metas;
}

bool GlossaryWriter::usesMetadata() const
{
    return std::any_of(m_entries.cbegin(), m_entries.cend(),
                       [](const Entry &entry) { return !entry.metadata().isEmpty(); });
}

QString GlossaryWriter::xml(const QString &indent) const
{
    const QString step = QStringLiteral("  ");
    QString out = indent + QLatin1String("<gls:glossary>\n");
    for (const Entry &entry : m_entries) {
        const QString in = indent + step + step;
        out += indent + step + QLatin1String("<gls:glossEntry id=\"") + entry.id +
               QLatin1String("\" ref=\"#") + entry.firstMark + QLatin1String("\">\n");
        appendElement(out, in, "gls:term", sourceAttribute(entry.hit.glossary), entry.term);
        appendTranslations(out, in, entry.hit);
        if (const QString metas = entry.metadata(); !metas.isEmpty())
            out += in + QLatin1String("<mda:metadata><mda:metaGroup category=\"") + names::entryCategory +
                   QLatin1String("\">") + metas + QLatin1String("</mda:metaGroup></mda:metadata>\n");
        out += indent + step + QLatin1String("</gls:glossEntry>\n");
    }
    return out + indent + QLatin1String("</gls:glossary>\n");
}

} // namespace verbale::xliff
