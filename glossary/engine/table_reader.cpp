#include "glossary/engine/table.h"

#include "glossary/engine/table_layout.h"

#include <QtCore/QFileInfo>
#include <QtCore/QSet>

#include <algorithm>

namespace verbale::glossary {

namespace {

TermStatus atBestAdmitted(TermStatus status)
{
    return status == TermStatus::Preferred ? TermStatus::Admitted : status;
}

class RowReader
{
public:
    RowReader(const TableLayout &layout, std::size_t columns, const TableOptions &options)
        : m_layout(layout), m_columns(columns), m_options(options), m_escapes(options.escapes)
    {
    }

    Result<ConceptEntry> read(const TsvRow &row) const
    {
        for (std::size_t i = m_columns; i < row.cells.size(); ++i) {
            if (!row.cells[i].raw.trimmed().isEmpty())
                return tableError(
                    "glossary.too-many-cells",
                    QStringLiteral("the row has more cells than the header; remove a separator"), m_options,
                    row.line, row.cells[i].column);
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
            return tableError(
                "glossary.unknown-status",
                QStringLiteral("status \"%1\" is not known; write preferred, admitted, deprecated or "
                               "forbidden")
                    .arg(word),
                m_options, row.line, columnOf(row, Status));
        entry.validFrom = cell(row, ValidFrom);
        entry.validTo = cell(row, ValidTo);
        for (const TableField date : {ValidFrom, ValidTo}) {
            if (const QString written = cell(row, date); !written.isEmpty() && !isReducedDate(written))
                return tableError(
                    "glossary.bad-date",
                    QStringLiteral("\"%1\" is no date; write 2025, 2025-03 or 2025-03-01").arg(written),
                    m_options, row.line, columnOf(row, date));
        }
        for (const TableField main : {Vi, En}) {
            if (cell(row, main).isEmpty())
                return tableError("glossary.missing-term",
                                  QStringLiteral("the row has no term in column \"%1\"")
                                      .arg(m_layout.header ? QLatin1String(tsvColumns[main])
                                                           : QLatin1String(main == Vi ? "1" : "2")),
                                  m_options, row.line, columnOf(row, main));
        }
        addTerms(entry, QStringLiteral("vi"), row, *status, {Vi, ViVariants, AbbreviationVi});
        addTerms(entry, QStringLiteral("en"), row, *status, {En, EnVariants, AbbreviationEn});
        addAvoided(entry, row, DeprecatedEn, TermStatus::Deprecated);
        addAvoided(entry, row, ForbiddenEn, TermStatus::Forbidden);
        explainAvoided(entry, row);
        return entry;
    }

private:
    [[nodiscard]] const TsvCell *find(const TsvRow &row, TableField column) const
    {
        const int place = m_layout.cellOf[column];
        return place < 0 || static_cast<std::size_t>(place) >= row.cells.size()
                   ? nullptr
                   : &row.cells[static_cast<std::size_t>(place)];
    }

    [[nodiscard]] QString cell(const TsvRow &row, TableField column) const
    {
        const TsvCell *found = find(row, column);
        if (found == nullptr)
            return {};
        return m_escapes ? unescapeCell(found->raw) : found->raw.trimmed().toString();
    }

    [[nodiscard]] qint64 columnOf(const TsvRow &row, TableField column) const
    {
        const TsvCell *found = find(row, column);
        return found ? found->column : 0;
    }

    void addTerms(ConceptEntry &entry, const QString &language, const TsvRow &row, TermStatus status,
                  const std::array<TableField, 3> &columns) const
    {
        entry.terms.append({language, cell(row, columns[0]), status, false});
        for (const std::size_t extra : {1U, 2U}) {
            const TsvCell *found = find(row, columns[extra]);
            const QStringList texts = found ? unescapeList(found->raw) : QStringList();
            for (const QString &text : texts)
                entry.terms.append({language, text, atBestAdmitted(status), extra == 2});
        }
    }

    void addAvoided(ConceptEntry &entry, const TsvRow &row, TableField column, TermStatus status) const
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

    const TableLayout &m_layout;
    std::size_t m_columns;
    const TableOptions &m_options;
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

/// "#" alone is the name of a column of numbers.
bool isComment(const TsvRow &row)
{
    return row.cells.front().raw.startsWith(u'#') && row.cells.front().raw.size() > 1;
}

/// 28 is "AB".
QString columnLetters(qint64 column)
{
    QString letters;
    for (; column > 0; column = (column - 1) / 26)
        letters.prepend(QChar(static_cast<char16_t>(u'A' + (column - 1) % 26)));
    return letters;
}

} // namespace

Error tableError(const char *code, const QString &message, const TableOptions &options, qint64 line,
                 qint64 column)
{
    QString where;
    if (!options.sheet.isEmpty()) {
        where = QStringLiteral("sheet \"%1\"").arg(options.sheet);
        if (line > 0)
            where += column > 0 ? QStringLiteral(", cell %1%2").arg(columnLetters(column)).arg(line)
                                : QStringLiteral(", row %1").arg(line);
        where += QLatin1String(": ");
    }
    return {QString::fromLatin1(code), where + message, {options.fileName, line, column, -1}};
}

std::vector<TsvRow> withoutComments(std::vector<TsvRow> rows, const TableOptions &options)
{
    if (!options.sheet.isEmpty())
        return rows;
    rows.erase(rows.begin(), std::find_if_not(rows.begin(), rows.end(), isComment));
    return rows;
}

Result<GlossaryContents> readTable(std::vector<TsvRow> allRows, const TableOptions &options)
{
    const QString &fileName = options.fileName;
    std::vector<TsvRow> rows = withoutComments(std::move(allRows), options);
    if (rows.empty())
        return tableError("glossary.no-terms", QStringLiteral("the glossary holds no terms"), options, 0, 0);
    const TableLayout layout = layoutTable(rows, options);
    if (layout.problem)
        return *layout.problem;

    if (!layout.header && options.sheet.isEmpty())
        std::erase_if(rows, isComment);
    GlossaryContents contents;
    contents.rejectedRows = layout.unknownColumns;
    const RowReader reader(layout, layout.columns.size(), options);
    QList<ConceptEntry> entries;
    entries.reserve(static_cast<qsizetype>(rows.size()));
    contents.places.reserve(static_cast<qsizetype>(rows.size()));
    for (std::size_t i = layout.firstRow; i < rows.size(); ++i) {
        Result<ConceptEntry> entry = reader.read(rows[i]);
        if (entry) {
            entries.append(*std::move(entry));
            contents.places.append({fileName, rows[i].line, 0, -1});
        } else {
            contents.rejectedRows.append(entry.error());
        }
    }
    if (entries.isEmpty() && contents.rejectedRows.isEmpty())
        return tableError("glossary.no-terms", QStringLiteral("the glossary holds a header and no terms"),
                          options, 0, 0);
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
