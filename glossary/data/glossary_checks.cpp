#include "glossary/data/glossary_checks.h"

#include "glossary/engine/tsv.h"
#include "glossary/engine/tsv_cells.h"
#include "text/decode.h"
#include "text/term_key.h"

#include <QtCore/QSet>

namespace verbale::glossary {

namespace {

/// A shipped file has the columns up to valid_to: what is not to be used belongs to the house styles.
constexpr std::size_t shippedColumns = 14;

enum Column { Id = 0, Vi = 1, En = 2, Domain = 4, Status = 5, Authority = 11 };

bool isHeader(const TsvRow &row)
{
    if (row.cells.size() != shippedColumns)
        return false;
    for (std::size_t i = 0; i < shippedColumns; ++i) {
        if (row.cells[i].raw != QLatin1String(tsvColumns[i]))
            return false;
    }
    return true;
}

QString placeText(const Place &place)
{
    return QStringLiteral("%1:%2").arg(place.file).arg(place.line);
}

} // namespace

void GlossaryChecks::report(const QString &message, const Place &place)
{
    m_problems.append({QStringLiteral("glossary.check"), message, place});
}

void GlossaryChecks::checkRow(const TsvRow &row, const QString &fileName, QString &previousId)
{
    const auto placeOf = [&](std::size_t column) -> Place {
        return {fileName, row.line, column < row.cells.size() ? row.cells[column].column : 0, -1};
    };
    if (row.cells.size() != shippedColumns) {
        report(QStringLiteral("the row has %1 cells instead of %2").arg(row.cells.size()).arg(shippedColumns),
               placeOf(0));
        return;
    }
    for (const Column needed : {Id, Vi, En, Domain, Status, Authority}) {
        if (row.cells[needed].raw.isEmpty())
            report(QStringLiteral("no %1 is given").arg(QLatin1String(tsvColumns[needed])), placeOf(needed));
    }
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const QString cell = row.cells[i].raw.toString();
        if (cell != cell.normalized(QString::NormalizationForm_C))
            report(QStringLiteral("\"%1\" is not in normalisation form C").arg(cell), placeOf(i));
        if (cell != cell.simplified())
            report(QStringLiteral("\"%1\" has white space at an end, or twice").arg(cell), placeOf(i));
    }
    const QString id = row.cells[Id].raw.toString();
    if (const auto known = m_ids.constFind(id); known != m_ids.cend())
        report(QStringLiteral("the id %1 is taken by %2").arg(id, placeText(*known)), placeOf(Id));
    else
        m_ids.insert(id, placeOf(Id));
    if (id < previousId)
        report(QStringLiteral("the rows are not sorted by id: %1 stands after %2").arg(id, previousId),
               placeOf(Id));
    previousId = id;
}

void GlossaryChecks::checkClaims(const ConceptEntry &entry, const Place &place)
{
    QSet<QString> own;
    for (const Term &term : entry.termsIn(QStringLiteral("vi"))) {
        const QString key = entry.domain + u'\n' + text::foldTerm(term.text);
        if (own.contains(key))
            continue;
        own.insert(key);
        const auto known = m_claims.constFind(key);
        if (known == m_claims.cend())
            m_claims.insert(key, {place, entry.id, !entry.note.isEmpty()});
        else if (!known->explained && entry.note.isEmpty())
            report(QStringLiteral("\"%1\" also belongs to %2 (%3); say in a note which to use when")
                       .arg(term.text, known->id, placeText(known->place)),
                   place);
    }
}

void GlossaryChecks::addFile(const QByteArray &bytes, const QString &fileName)
{
    const Result<text::DecodedText> decoded = text::decode(bytes, fileName);
    if (!decoded) {
        m_problems.append(decoded.error());
        return;
    }
    const std::vector<TsvRow> rows = splitTsv(decoded->text);
    if (rows.empty() || !isHeader(rows.front())) {
        QStringList columns;
        for (std::size_t i = 0; i < shippedColumns; ++i)
            columns.append(QLatin1String(tsvColumns[i]));
        report(QStringLiteral("the first line has to be the columns %1, separated by tabs")
                   .arg(columns.join(u' ')),
               {fileName, 1, 1, -1});
        return;
    }
    const qsizetype problemsBefore = m_problems.size();
    QString previousId;
    for (std::size_t i = 1; i < rows.size(); ++i)
        checkRow(rows[i], fileName, previousId);
    const Result<TsvContents> contents = readTsv(bytes, fileName);
    if (!contents) {
        m_problems.append(contents.error());
        return;
    }
    m_problems.append(contents->rejectedRows);
    if (m_problems.size() > problemsBefore)
        return; // rows and entries no longer correspond
    const QList<ConceptEntry> &entries = contents->termbase.entries();
    for (qsizetype i = 0; i < entries.size(); ++i)
        checkClaims(entries[i], {fileName, rows[static_cast<std::size_t>(i) + 1].line, 0, -1});
    m_entries.append(entries);
}

} // namespace verbale::glossary
