#include "glossary/engine/table.h"

#include <QtCore/QFileInfo>
#include <QtCore/QSet>

#include <algorithm>
#include <array>

namespace verbale::glossary {

namespace {

enum Column {
    Id,
    Vi,
    En,
    Pos,
    Domain,
    Status,
    ViVariants,
    EnVariants,
    AbbreviationVi,
    AbbreviationEn,
    Note,
    Authority,
    ValidFrom,
    ValidTo,
    DeprecatedEn,
    ForbiddenEn,
    Reason,
    Replacement
};

/// Where each column stands in the file; -1 where the file has none.
struct Layout
{
    std::array<int, tsvColumns.size()> cellOf;
    bool header = false;
    QList<Error> unknownColumns;
};

Error problem(const char *code, const QString &message, const QString &file, qint64 line, qint64 column)
{
    return {QString::fromLatin1(code), message, {file, line, column, -1}};
}

int columnNamed(const QString &written, const TableOptions &options)
{
    const QString name = options.columnNames.value(written.toCaseFolded(), written);
    for (std::size_t i = 0; i < tsvColumns.size(); ++i) {
        if (name.compare(QLatin1String(tsvColumns[i]), Qt::CaseInsensitive) == 0)
            return static_cast<int>(i);
    }
    return -1;
}

Result<Layout> headerLayout(const TsvRow &row, const TableOptions &options)
{
    const QString &file = options.fileName;
    Layout layout;
    layout.cellOf.fill(-1);
    layout.header = true;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const TsvCell &cell = row.cells[i];
        const QString name = unescapeCell(cell.raw);
        const int column = columnNamed(name, options);
        if (column < 0) {
            if (!name.isEmpty())
                layout.unknownColumns.append(
                    problem("glossary.unknown-column",
                            QStringLiteral("column \"%1\" is not known and was left out").arg(name), file,
                            row.line, cell.column));
            continue;
        }
        int &place = layout.cellOf[static_cast<std::size_t>(column)];
        if (place >= 0)
            return problem("glossary.bad-header",
                           QStringLiteral("column \"%1\" stands twice; remove one of the two").arg(name),
                           file, row.line, cell.column);
        place = static_cast<int>(i);
    }
    for (const Column needed : {Vi, En}) {
        if (layout.cellOf[needed] < 0)
            return problem(
                "glossary.bad-header",
                QStringLiteral("the header has no column \"%1\"; a glossary needs \"vi\" and \"en\"")
                    .arg(QLatin1String(tsvColumns[needed])),
                file, row.line, 1);
    }
    return layout;
}

/// A first line is a header when it names both languages' columns, or any two columns: then a missing
/// language is worth an error rather than a glossary with the entry "id = en".
Result<Layout> findLayout(const TsvRow &row, const TableOptions &options)
{
    int known = 0;
    for (const TsvCell &cell : row.cells)
        known += columnNamed(unescapeCell(cell.raw), options) >= 0 ? 1 : 0;
    if (known >= 2)
        return headerLayout(row, options);
    if (row.cells.size() < 2 || row.cells.size() > 3)
        return problem(
            "glossary.bad-header",
            QStringLiteral("not a glossary: the first line is neither a header with the columns \"vi\" and "
                           "\"en\" nor OmegaT's source, target and comment"),
            options.fileName, row.line, 1);
    Layout layout;
    layout.cellOf.fill(-1);
    layout.cellOf[Vi] = 0;
    layout.cellOf[En] = 1;
    layout.cellOf[Note] = 2;
    return layout;
}

TermStatus atBestAdmitted(TermStatus status)
{
    return status == TermStatus::Preferred ? TermStatus::Admitted : status;
}

class RowReader
{
public:
    RowReader(const Layout &layout, std::size_t columns, const TableOptions &options)
        : m_layout(layout), m_columns(columns), m_file(options.fileName), m_escapes(options.escapes)
    {
    }

    Result<ConceptEntry> read(const TsvRow &row) const
    {
        for (std::size_t i = m_columns; i < row.cells.size(); ++i) {
            if (!row.cells[i].raw.trimmed().isEmpty())
                return problem("glossary.too-many-cells",
                               QStringLiteral("the row has more cells than the header; remove a separator"),
                               m_file, row.line, row.cells[i].column);
        }
        ConceptEntry entry;
        entry.id = cell(row, Id);
        entry.domain = cell(row, Domain);
        entry.partOfSpeech = cell(row, Pos);
        entry.note = cell(row, Note);
        entry.authority = cell(row, Authority);
        const QString word = cell(row, Status);
        const std::optional<TermStatus> status = word.isEmpty() ? TermStatus::Preferred : statusNamed(word);
        if (!status)
            return problem(
                "glossary.unknown-status",
                QStringLiteral("status \"%1\" is not known; write preferred, admitted, deprecated or "
                               "forbidden")
                    .arg(word),
                m_file, row.line, columnOf(row, Status));
        entry.validFrom = cell(row, ValidFrom);
        entry.validTo = cell(row, ValidTo);
        for (const Column date : {ValidFrom, ValidTo}) {
            if (const QString written = cell(row, date); !written.isEmpty() && !isReducedDate(written))
                return problem(
                    "glossary.bad-date",
                    QStringLiteral("\"%1\" is no date; write 2025, 2025-03 or 2025-03-01").arg(written),
                    m_file, row.line, columnOf(row, date));
        }
        for (const Column main : {Vi, En}) {
            if (cell(row, main).isEmpty())
                return problem("glossary.missing-term",
                               QStringLiteral("the row has no term in column \"%1\"")
                                   .arg(m_layout.header ? QLatin1String(tsvColumns[main])
                                                        : QLatin1String(main == Vi ? "1" : "2")),
                               m_file, row.line, columnOf(row, main));
        }
        addTerms(entry, QStringLiteral("vi"), row, *status, {Vi, ViVariants, AbbreviationVi});
        addTerms(entry, QStringLiteral("en"), row, *status, {En, EnVariants, AbbreviationEn});
        addAvoided(entry, row, DeprecatedEn, TermStatus::Deprecated);
        addAvoided(entry, row, ForbiddenEn, TermStatus::Forbidden);
        explainAvoided(entry, row);
        return entry;
    }

private:
    [[nodiscard]] const TsvCell *find(const TsvRow &row, Column column) const
    {
        const int place = m_layout.cellOf[column];
        return place < 0 || static_cast<std::size_t>(place) >= row.cells.size()
                   ? nullptr
                   : &row.cells[static_cast<std::size_t>(place)];
    }

    [[nodiscard]] QString cell(const TsvRow &row, Column column) const
    {
        const TsvCell *found = find(row, column);
        if (found == nullptr)
            return {};
        return m_escapes ? unescapeCell(found->raw) : found->raw.trimmed().toString();
    }

    [[nodiscard]] qint64 columnOf(const TsvRow &row, Column column) const
    {
        const TsvCell *found = find(row, column);
        return found ? found->column : 0;
    }

    void addTerms(ConceptEntry &entry, const QString &language, const TsvRow &row, TermStatus status,
                  const std::array<Column, 3> &columns) const
    {
        entry.terms.append({language, cell(row, columns[0]), status, false});
        for (const std::size_t extra : {1U, 2U}) {
            const TsvCell *found = find(row, columns[extra]);
            const QStringList texts = found ? unescapeList(found->raw) : QStringList();
            for (const QString &text : texts)
                entry.terms.append({language, text, atBestAdmitted(status), extra == 2});
        }
    }

    void addAvoided(ConceptEntry &entry, const TsvRow &row, Column column, TermStatus status) const
    {
        const TsvCell *found = find(row, column);
        for (const QString &text : found ? unescapeList(found->raw) : QStringList())
            entry.terms.append({QStringLiteral("en"), text, status, false});
    }

    /// A row has one reason and one replacement for all of its English that is not to be used.
    void explainAvoided(ConceptEntry &entry, const TsvRow &row) const
    {
        for (Term &term : entry.terms) {
            if (term.status < TermStatus::Deprecated || term.language != QLatin1String("en"))
                continue;
            term.reason = cell(row, Reason);
            term.replacement = cell(row, Replacement);
        }
    }

    const Layout &m_layout;
    std::size_t m_columns;
    QString m_file;
    bool m_escapes;
};

/// Gives an id to entries that have none, and another to those whose id an earlier one has.
QList<Error> makeIdsUnique(QList<ConceptEntry> &entries, const QList<Place> &places)
{
    QList<Error> renamed;
    QSet<QString> taken;
    for (const ConceptEntry &entry : entries)
        taken.insert(entry.id);
    QSet<QString> seen;
    QHash<QString, int> copies;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        QString &id = entries[i].id;
        const bool own = !id.isEmpty() && !seen.contains(id);
        const QString wanted = id.isEmpty() ? QStringLiteral("row-%1").arg(places[i].line) : id;
        id = wanted;
        while (!own && taken.contains(id))
            id = QStringLiteral("%1-%2").arg(wanted).arg(++copies[wanted] + 1);
        if (id != wanted)
            renamed.append(
                {QStringLiteral("glossary.same-id"),
                 QStringLiteral("the id \"%1\" is taken by an earlier row; this one is called \"%2\"")
                     .arg(wanted, id),
                 places[i]});
        seen.insert(id);
        taken.insert(id);
    }
    return renamed;
}

} // namespace

Result<GlossaryContents> readTable(std::vector<TsvRow> rows, const TableOptions &options)
{
    const QString &fileName = options.fileName;
    const auto isComment = [](const TsvRow &row) { return row.cells.front().raw.startsWith(u'#'); };
    rows.erase(rows.begin(), std::find_if_not(rows.begin(), rows.end(), isComment));
    if (rows.empty())
        return problem("glossary.no-terms", QStringLiteral("the glossary holds no terms"), fileName, 0, 0);
    const Result<Layout> layout = findLayout(rows.front(), options);
    if (!layout)
        return layout.error();

    if (!layout->header)
        std::erase_if(rows, isComment);
    GlossaryContents contents;
    contents.rejectedRows = layout->unknownColumns;
    const RowReader reader(*layout, layout->header ? rows.front().cells.size() : 3, options);
    QList<ConceptEntry> entries;
    for (std::size_t i = layout->header ? 1 : 0; i < rows.size(); ++i) {
        Result<ConceptEntry> entry = reader.read(rows[i]);
        if (entry) {
            entries.append(*std::move(entry));
            contents.places.append({fileName, rows[i].line, 0, -1});
        } else {
            contents.rejectedRows.append(entry.error());
        }
    }
    if (entries.isEmpty() && contents.rejectedRows.isEmpty())
        return problem("glossary.no-terms", QStringLiteral("the glossary holds a header and no terms"),
                       fileName, 0, 0);
    if (entries.isEmpty()) {
        const Error &first = contents.rejectedRows.first();
        return Error{QStringLiteral("glossary.no-terms"),
                     QStringLiteral("the glossary holds no usable row; the first: ") + first.message,
                     first.where};
    }
    contents.renamed = makeIdsUnique(entries, contents.places);
    contents.termbase = Termbase(QFileInfo(fileName).completeBaseName(), std::move(entries));
    return contents;
}

} // namespace verbale::glossary
