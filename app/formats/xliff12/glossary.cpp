#include "formats/xliff12/glossary.h"

#include "formats/xliff/terms.h"
#include "formats/xliff12/table_text.h"

namespace verbale::xliff12 {

namespace {

const QString &header()
{
    static const QString line =
        QStringLiteral("mark\tid\tvi\ten\ten_variants\tstatus\tdomain\tauthority\tnote\tglossary");
    return line;
}

} // namespace

TermEntries readTerms(const QString &table)
{
    TermEntries entries;
    const QStringList lines = table.split(u'\n', Qt::SkipEmptyParts);
    if (lines.isEmpty() || lines.first() != header())
        return entries;
    for (const QString &line : lines.mid(1)) {
        const QStringList cells = cellsOf(line);
        if (cells.size() != 10 || cells[0].isEmpty())
            continue;
        TermHit hit;
        hit.entryId = cells[1];
        hit.target = cells[3];
        hit.alternatives = variantsOf(cells[4]);
        hit.status = xliff::termStatus(cells[5]);
        hit.domain = cells[6];
        hit.authority = cells[7];
        hit.note = cells[8];
        hit.glossary = cells[9];
        entries.insert(cells[0], hit);
    }
    return entries;
}

QString GlossaryTable::mid(const TermHit &hit, const QString &surface)
{
    // Entries that differ in nothing but how the text spells their term are one line.
    const QString line =
        lineOf({hit.target, variantsText(hit.alternatives), xliff::termStatusName(hit.status), hit.domain,
                hit.authority, hit.note, hit.glossary});
    const QString key = hit.entryId + u'\n' + line;
    auto known = m_known.constFind(key);
    if (known == m_known.cend()) {
        known = m_known.insert(key, m_lines.size() + 1);
        m_lines.append(lineOf({QLatin1Char('t') + QString::number(*known), hit.entryId, surface}) + u'\t' +
                       line);
    }
    return QLatin1Char('t') + QString::number(*known) + u'.' + QString::number(++m_marks) +
           QLatin1String(hit.nested ? "-nested" : "");
}

QString GlossaryTable::text() const
{
    return header() + u'\n' + m_lines.join(u'\n') + u'\n';
}

} // namespace verbale::xliff12
