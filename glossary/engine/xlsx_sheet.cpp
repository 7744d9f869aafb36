#include "glossary/engine/xlsx_sheet.h"

#include "glossary/engine/table.h"
#include "xml/parse.h"

#include <QtCore/QHash>

#include <algorithm>

namespace verbale::glossary::xlsx {

namespace {

using xml::Element;

constexpr qint64 mostRows = 1048576; // of Excel
constexpr qint64 mostColumns = 256;  // a glossary needs twenty
constexpr qint64 mostCells = 8 * 1000 * 1000;
constexpr qint64 mostCharacters = 128LL * 1024 * 1024;
constexpr qsizetype longestCell = 32767; // of Excel

struct CellPlace
{
    qint64 row = 0;
    qint64 column = 0;
};

/// "B12" is row 12, column 2; zeros where the reference says nothing.
CellPlace placeOf(QStringView reference)
{
    CellPlace place;
    qsizetype i = 0;
    for (; i < reference.size() && reference[i] >= u'A' && reference[i] <= u'Z' && i < 4; ++i)
        place.column = place.column * 26 + (reference[i].unicode() - u'A' + 1);
    place.row = qMax<qint64>(reference.sliced(i).toLongLong(), 0);
    return place;
}

class SheetReader : public xml::Visitor
{
public:
    SheetReader(const Book &book, const Package &package) : m_book(book), m_package(package) {}

    Take begin(const Element &tag) override;
    void tree(const Element &element) override;
    void end() override {}
    Sheet take();

private:
    void readRow(const Element &row);
    void readCell(const Element &cell, TsvRow &row, qint64 &column);
    [[nodiscard]] QStringView textOf(const Element &cell, qint64 row, qint64 column);
    [[nodiscard]] QStringView kept(const QString &text);
    void fillMerged(const QString &range);
    void tooLarge(const QString &message);

    const Book &m_book;
    const Package &m_package;
    Sheet m_sheet;
    qint64 m_lastRow = 0;
    qint64 m_cells = 0;
    qint64 m_characters = 0;
    QStringList m_merged;
    Losses m_losses;
};

xml::Visitor::Take SheetReader::begin(const Element &tag)
{
    if (tag.name == QLatin1String("row") || tag.name == QLatin1String("mergeCell"))
        return Take::Tree;
    const bool isAround = tag.name == QLatin1String("worksheet") || tag.name == QLatin1String("sheetData") ||
                          tag.name == QLatin1String("mergeCells");
    return isAround ? Take::Walk : Take::Skip;
}

void SheetReader::tree(const Element &element)
{
    if (element.name == QLatin1String("row"))
        readRow(element);
    else
        m_merged.append(element.value(QLatin1String("ref")));
}

void SheetReader::tooLarge(const QString &message)
{
    error = m_package.error(".too-large", message);
}

void SheetReader::readRow(const Element &row)
{
    const qint64 number = row.value(QLatin1String("r")).toLongLong();
    m_lastRow = number > m_lastRow ? number : m_lastRow + 1;
    if (m_lastRow > mostRows)
        return tooLarge(QStringLiteral("the sheet has more than %1 rows").arg(mostRows));
    TsvRow read{m_lastRow, {}};
    qint64 column = 0;
    for (const xml::Node &child : row.children) {
        if (child.element && child.element->name == QLatin1String("c"))
            readCell(*child.element, read, column);
    }
    const bool blank = std::all_of(read.cells.begin(), read.cells.end(),
                                   [](const TsvCell &cell) { return cell.raw.trimmed().isEmpty(); });
    if (blank)
        return;
    const QString hidden = row.value(QLatin1String("hidden"));
    if (hidden == QLatin1String("1") || hidden == QLatin1String("true"))
        ++m_losses[QStringLiteral("hidden rows are read too")];
    m_cells += static_cast<qint64>(read.cells.size());
    if (m_cells > mostCells || m_characters > mostCharacters)
        return tooLarge(
            QStringLiteral("the sheet holds more than a glossary may; split it, or save it as CSV"));
    m_sheet.rows.push_back(std::move(read));
}

void SheetReader::readCell(const Element &cell, TsvRow &row, qint64 &column)
{
    const CellPlace place = placeOf(cell.value(QLatin1String("r")));
    column = place.column > column ? place.column : column + 1;
    const QStringView text = textOf(cell, row.line, column);
    if (text.isEmpty())
        return;
    if (column > mostColumns) {
        ++m_losses[QStringLiteral("cells are left out that stand right of column %1").arg(mostColumns)];
        return;
    }
    while (static_cast<qint64>(row.cells.size()) < column)
        row.cells.push_back({{}, static_cast<qint64>(row.cells.size()) + 1});
    row.cells.back().raw = text;
    m_characters += text.size();
}

QStringView SheetReader::kept(const QString &text)
{
    if (text.isEmpty())
        return {};
    m_sheet.texts.append(text);
    return m_sheet.texts.last();
}

QStringView SheetReader::textOf(const Element &cell, qint64 row, qint64 column)
{
    const QString type = cell.value(QLatin1String("t"));
    const Element *value = nullptr;
    const Element *inlined = nullptr;
    bool formula = false;
    for (const xml::Node &child : cell.children) {
        if (!child.element)
            continue;
        value = child.element->name == QLatin1String("v") ? child.element.get() : value;
        inlined = child.element->name == QLatin1String("is") ? child.element.get() : inlined;
        formula = formula || child.element->name == QLatin1String("f");
    }
    if (inlined != nullptr)
        return kept(stringText(*inlined).left(longestCell));
    if (value == nullptr) {
        if (formula)
            ++m_losses[QStringLiteral("formulas are left out that have no stored value")];
        return {};
    }
    const QString written = value->text();
    if (type == QLatin1String("s")) {
        bool isNumber = false;
        const qsizetype index = written.trimmed().toInt(&isNumber);
        if (isNumber && index >= 0 && index < m_book.strings.size())
            return QStringView(m_book.strings[index]).left(longestCell);
        m_sheet.badCells.push_back({QStringLiteral("?"), row, column});
        return {};
    }
    if (type == QLatin1String("e")) {
        m_sheet.badCells.push_back({written, row, column});
        return {};
    }
    if (type == QLatin1String("b"))
        return kept(written == QLatin1String("1") ? QStringLiteral("TRUE") : QStringLiteral("FALSE"));
    if (type == QLatin1String("str") || type == QLatin1String("d"))
        return kept(written.left(longestCell));
    const auto style = static_cast<std::size_t>(qMax(0, cell.value(QLatin1String("s")).toInt()));
    const NumberKind kind = style < m_book.styles.size() ? m_book.styles[style] : NumberKind::Number;
    return kept(numberText(written.trimmed(), kind, m_book.from1904));
}

/// "A2:A5": the rows below get the first one's text.
void SheetReader::fillMerged(const QString &range)
{
    const CellPlace from = placeOf(QStringView(range).left(range.indexOf(u':')));
    const CellPlace to = placeOf(QStringView(range).mid(range.indexOf(u':') + 1));
    if (from.column != to.column || from.column < 1 || from.column > mostColumns || to.row <= from.row)
        return;
    const auto begin = std::lower_bound(m_sheet.rows.begin(), m_sheet.rows.end(), from.row,
                                        [](const TsvRow &row, qint64 number) { return row.line < number; });
    const auto column = static_cast<std::size_t>(from.column);
    if (begin == m_sheet.rows.end() || begin->line != from.row || begin->cells.size() < column)
        return;
    const QStringView text = begin->cells[column - 1].raw;
    for (auto row = begin + 1; row != m_sheet.rows.end() && row->line <= to.row; ++row) {
        while (row->cells.size() < column)
            row->cells.push_back({{}, static_cast<qint64>(row->cells.size()) + 1});
        if (!row->cells[column - 1].raw.isEmpty())
            continue;
        row->cells[column - 1].raw = text;
        ++m_losses[QStringLiteral("merged cells are read as if their text stood in each row")];
    }
}

Sheet SheetReader::take()
{
    constexpr qsizetype mostMerged = 100000;
    for (const QString &range : m_merged.mid(0, mostMerged))
        fillMerged(range);
    m_sheet.warnings = lossSentences(m_losses);
    return std::move(m_sheet);
}

} // namespace

Result<Sheet> readSheet(Package &package, const Book &book, const SheetInfo &info)
{
    const Result<QByteArray> bytes = package.read(info.part);
    if (!bytes)
        return bytes.error();
    SheetReader reader(book, package);
    const Result<void> parsed =
        xml::parse(*bytes, {package.fileName() + u'/' + info.part, QStringLiteral("xlsx"), 64}, reader);
    if (!parsed)
        return parsed.error();
    return reader.take();
}

} // namespace verbale::glossary::xlsx
