#include "glossary/engine/table_layout.h"

#include <QtCore/QSet>

#include <algorithm>

namespace verbale::glossary {

namespace {

constexpr std::size_t rowsBeforeHeader = 10; ///< titles above the header of a spreadsheet
constexpr std::size_t rowsLookedAt = 200;    ///< when the cells have to say what their language is

int exactField(const QString &name)
{
    for (std::size_t i = 0; i < tsvColumns.size(); ++i) {
        if (name.compare(QLatin1String(tsvColumns[i]), Qt::CaseInsensitive) == 0)
            return static_cast<int>(i);
    }
    return -1;
}

class Layouter
{
public:
    Layouter(const std::vector<TsvRow> &rows, const TableOptions &options) : m_rows(rows), m_options(options)
    {
        m_layout.cellOf.fill(-1);
    }

    TableLayout layout();

private:
    [[nodiscard]] QString textOf(const TsvCell &cell) const;
    [[nodiscard]] const QString *userWord(const QString &name, std::size_t column) const;
    [[nodiscard]] bool isHeader(const TsvRow &row, bool isFirst) const;
    [[nodiscard]] double vietnameseShare(std::size_t column) const;
    void readHeader(const TsvRow &row);
    void readWithoutHeader();
    void give(std::size_t column, int field, bool guessed);
    void guessLoose();
    void orderLanguages(int first, int second);
    void judge(const TsvRow &row);
    Error problem(const QString &message, const TsvRow &row, qint64 column) const;

    const std::vector<TsvRow> &m_rows;
    const TableOptions &m_options;
    TableLayout m_layout;
};

QString Layouter::textOf(const TsvCell &cell) const
{
    return m_options.escapes ? unescapeCell(cell.raw) : cell.raw.trimmed().toString();
}

/// What the user says of a column: by its name, or by its number as "#2". nullptr: nothing.
const QString *Layouter::userWord(const QString &name, std::size_t column) const
{
    auto found = m_options.columnNames.constFind(QStringLiteral("#%1").arg(column + 1));
    if (found == m_options.columnNames.cend() && !name.isEmpty())
        found = m_options.columnNames.constFind(name.toCaseFolded());
    return found == m_options.columnNames.cend() ? nullptr : &*found;
}

/// A column that the user has named makes a header, and so do two by their own names, so that a missing
/// language is worth an error rather than a glossary with the entry "id = en"; by synonyms both languages are
/// needed.
bool Layouter::isHeader(const TsvRow &row, bool isFirst) const
{
    int known = 0;
    QSet<int> fields;
    bool first = false;
    bool second = false;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const QString name = textOf(row.cells[i]);
        const auto mapped = m_options.columnNames.constFind(name.toCaseFolded());
        if (mapped != m_options.columnNames.cend())
            return true;
        known += exactField(name) >= 0 ? 1 : 0;
        fields.insert(fieldNamed(name));
        first = first || looseName(name) == LooseName::First;
        second = second || looseName(name) == LooseName::Second;
    }
    const bool both = (fields.contains(Vi) || (fields.contains(En) && first)) &&
                      (fields.contains(En) || (fields.contains(Vi) && second));
    return (isFirst && known >= 2) || both || (first && second && (isFirst || row.cells.size() == 2));
}

Error Layouter::problem(const QString &message, const TsvRow &row, qint64 column) const
{
    return tableError("glossary.bad-header", message, m_options, row.line, column);
}

void Layouter::give(std::size_t column, int field, bool guessed)
{
    m_layout.columns[column].field = field;
    m_layout.columns[column].guessed = guessed;
    m_layout.cellOf[static_cast<std::size_t>(field)] = static_cast<int>(column);
}

void Layouter::readHeader(const TsvRow &row)
{
    m_layout.header = true;
    std::vector<bool> settled(row.cells.size());
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        m_layout.columns.push_back({textOf(row.cells[i]), -1, false, row.cells[i].column});
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const QString &name = m_layout.columns[i].name;
        const QString *said = userWord(name, i);
        settled[i] = said != nullptr && said->isEmpty();
        const int field = exactField(said != nullptr ? *said : name);
        if (field < 0)
            continue;
        if (m_layout.cellOf[static_cast<std::size_t>(field)] >= 0 && !m_layout.problem)
            m_layout.problem =
                problem(QStringLiteral("column \"%1\" stands twice; remove one of the two").arg(name), row,
                        row.cells[i].column);
        give(i, field, false);
        settled[i] = true;
    }
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const int field = settled[i] || userWord(m_layout.columns[i].name, i) != nullptr
                              ? -1
                              : fieldNamed(m_layout.columns[i].name);
        if (field >= 0 && m_layout.cellOf[static_cast<std::size_t>(field)] < 0)
            give(i, field, true);
    }
    guessLoose();
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const TableColumn &column = m_layout.columns[i];
        if (column.field < 0 && !settled[i] && !column.name.isEmpty())
            m_layout.unknownColumns.append(
                tableError("glossary.unknown-column",
                           QStringLiteral("column \"%1\" is not known and was left out").arg(column.name),
                           m_options, row.line, column.place));
    }
}

/// "Source" and "Target" take the languages that are left, by what their cells look like; beside both
/// languages "Source" is where a term comes from.
void Layouter::guessLoose()
{
    int first = -1;
    int second = -1;
    for (std::size_t i = 0; i < m_layout.columns.size(); ++i) {
        const TableColumn &column = m_layout.columns[i];
        if (column.field >= 0 || userWord(column.name, i) != nullptr)
            continue;
        const LooseName name = looseName(column.name);
        int &place = name == LooseName::First ? first : second;
        if (name != LooseName::None && place < 0)
            place = static_cast<int>(i);
    }
    const bool noVi = m_layout.cellOf[Vi] < 0;
    const bool noEn = m_layout.cellOf[En] < 0;
    if (noVi && noEn && first >= 0 && second >= 0) {
        orderLanguages(first, second);
        return;
    }
    if (noVi != noEn && (first >= 0 || second >= 0)) {
        give(static_cast<std::size_t>(first >= 0 ? first : second), noVi ? Vi : En, true);
        return;
    }
    if (!noVi && !noEn && first >= 0 && m_layout.cellOf[Authority] < 0) {
        const QString name = m_layout.columns[static_cast<std::size_t>(first)].name.toCaseFolded();
        if (name == QLatin1String("source") || name == QStringLiteral("nguồn"))
            give(static_cast<std::size_t>(first), Authority, true);
    }
}

/// The share of a column's cells that hold letters of Vietnamese alone.
double Layouter::vietnameseShare(std::size_t column) const
{
    int seen = 0;
    int marked = 0;
    for (std::size_t i = m_layout.firstRow; i < m_rows.size() && i < m_layout.firstRow + rowsLookedAt; ++i) {
        if (column >= m_rows[i].cells.size() || m_rows[i].cells[column].raw.trimmed().isEmpty())
            continue;
        ++seen;
        const QString text = m_rows[i].cells[column].raw.toString();
        marked += std::any_of(text.begin(), text.end(), [](QChar c) {
            const char16_t u = c.unicode();
            return (u >= 0x1EA0 && u <= 0x1EF9) || u == 0x111 || u == 0x110 || u == 0x1A1 || u == 0x1A0 ||
                   u == 0x1B0 || u == 0x1AF || u == 0x103 || u == 0x102;
        });
    }
    return seen == 0 ? 0 : static_cast<double>(marked) / seen;
}

/// Vietnamese comes first unless the cells say clearly otherwise.
void Layouter::orderLanguages(int first, int second)
{
    const auto one = static_cast<std::size_t>(first);
    const auto other = static_cast<std::size_t>(second);
    const bool turned = vietnameseShare(other) > 0.5 && vietnameseShare(one) < 0.1;
    give(one, turned ? En : Vi, true);
    give(other, turned ? Vi : En, true);
}

void Layouter::readWithoutHeader()
{
    std::size_t width = 0;
    for (std::size_t i = 0; i < m_rows.size() && i < rowsLookedAt; ++i)
        width = std::max(width, m_rows[i].cells.size());
    m_layout.columns.resize(width);
    bool said = false;
    for (std::size_t i = 0; i < width; ++i) {
        const QString *word = userWord({}, i);
        const int field = word != nullptr ? exactField(*word) : -1;
        said = said || word != nullptr;
        if (field < 0)
            continue;
        if (m_layout.cellOf[static_cast<std::size_t>(field)] >= 0)
            m_layout.problem = problem(QStringLiteral("two columns are to be \"%1\"; choose one").arg(*word),
                                       m_rows.front(), 1);
        give(i, field, false);
    }
    if (said)
        return;
    const std::size_t cells = m_rows.front().cells.size();
    if (cells < 2 || cells > 3) {
        m_layout.problem = problem(
            QStringLiteral("not a glossary: the first line is neither a header with the columns \"vi\" and "
                           "\"en\" nor OmegaT's source, target and comment"),
            m_rows.front(), 1);
        return;
    }
    m_layout.columns.resize(std::max<std::size_t>(width, 3));
    give(2, Note, false);
    orderLanguages(0, 1);
}

void Layouter::judge(const TsvRow &row)
{
    for (const TableField needed : {Vi, En}) {
        if (m_layout.cellOf[needed] >= 0 || m_layout.problem)
            continue;
        m_layout.problem = problem(
            (m_layout.header
                 ? QStringLiteral("the header has no column \"%1\"; a glossary needs \"vi\" and \"en\"")
                 : QStringLiteral("no column is chosen for \"%1\"; a glossary needs \"vi\" and \"en\""))
                .arg(QLatin1String(tsvColumns[needed])),
            row, 1);
    }
}

TableLayout Layouter::layout()
{
    std::size_t header = 0;
    bool found = m_options.header.value_or(false);
    const std::size_t searched = m_options.sheet.isEmpty() ? 1 : rowsBeforeHeader;
    for (std::size_t i = 0; !m_options.header && !found && i < m_rows.size() && i < searched; ++i) {
        found = isHeader(m_rows[i], i == 0);
        header = i;
    }
    m_layout.firstRow = found ? header + 1 : 0;
    if (found)
        readHeader(m_rows[header]);
    else
        readWithoutHeader();
    judge(m_rows[found ? header : 0]);
    return std::move(m_layout);
}

} // namespace

TableLayout layoutTable(const std::vector<TsvRow> &rows, const TableOptions &options)
{
    return Layouter(rows, options).layout();
}

} // namespace verbale::glossary
