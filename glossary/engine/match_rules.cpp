#include "glossary/engine/match_rules.h"

#include "glossary/engine/tsv_cells.h"
#include "text/decode.h"
#include "text/term_key.h"

#include <QtCore/QSet>

#include <array>
#include <optional>

namespace verbale::glossary {

namespace {

constexpr std::array kindNames{u"order", u"transliteration", u"abbreviation"};

std::optional<SpellingKind> kindNamed(QStringView name)
{
    for (std::size_t i = 0; i < kindNames.size(); ++i) {
        if (name == QStringView(kindNames[i]))
            return static_cast<SpellingKind>(i);
    }
    return std::nullopt;
}

/// The rows of a file of rules, with a way to say what is wrong with a cell.
class RuleTable
{
public:
    /// A file whose header line is exactly `columns`.
    static Result<RuleTable> read(const QByteArray &bytes, const QString &fileName,
                                  const QStringList &columns)
    {
        const Result<text::DecodedText> decoded = text::decode(bytes, fileName);
        if (!decoded)
            return decoded.error();
        RuleTable table;
        table.m_file = fileName;
        table.m_text = decoded->text;
        table.m_rows = splitTsv(table.m_text);
        QStringList header;
        if (!table.m_rows.empty()) {
            for (const TsvCell &cell : table.m_rows.front().cells)
                header.append(unescapeCell(cell.raw));
        }
        if (header != columns)
            return Error{QStringLiteral("glossary.bad-rules"),
                         QStringLiteral("the first line has to be the columns %1, separated by tabs")
                             .arg(columns.join(u' ')),
                         {fileName, 1, 1, -1}};
        table.m_rows.erase(table.m_rows.begin());
        return table;
    }

    [[nodiscard]] const std::vector<TsvRow> &rows() const { return m_rows; }

    [[nodiscard]] static QStringView cell(const TsvRow &row, std::size_t column)
    {
        return column < row.cells.size() ? row.cells[column].raw : QStringView();
    }

    [[nodiscard]] Error problem(const TsvRow &row, std::size_t column, const QString &message) const
    {
        const qint64 at = column < row.cells.size() ? row.cells[column].column : 0;
        return {QStringLiteral("glossary.bad-rule"), message, {m_file, row.line, at, -1}};
    }

private:
    QString m_file;
    QString m_text; ///< the cells look into it
    std::vector<TsvRow> m_rows;
};

/// What is wrong with an expression and what it blocks; empty when nothing is.
QString faultOf(const StopExpression &rule, QSet<QString> &known)
{
    const QString key = text::foldTerm(rule.expression);
    if (key.isEmpty())
        return QStringLiteral("the row has no expression");
    if (known.contains(key))
        return QStringLiteral("\"%1\" stands twice").arg(rule.expression);
    known.insert(key);
    QSet<QString> blocked;
    for (const QString &term : rule.blocks) {
        const QString termKey = text::foldTerm(term);
        if (blocked.contains(termKey))
            return QStringLiteral("\"%1\" is blocked twice").arg(term);
        blocked.insert(termKey);
        if (termKey.size() >= key.size())
            return QStringLiteral("\"%1\" is not shorter than \"%2\" and can never be blocked by it")
                .arg(term, rule.expression);
    }
    return {};
}

QString faultOf(const SpellingPair &pair, QSet<QString> &known)
{
    const QString a = text::foldTerm(pair.a);
    const QString b = text::foldTerm(pair.b);
    if (a.isEmpty() || b.isEmpty())
        return QStringLiteral("the row needs both spellings, a and b");
    if (a == b)
        return QStringLiteral("\"%1\" and \"%2\" are one spelling already").arg(pair.a, pair.b);
    const QString key = a < b ? a + u'\t' + b : b + u'\t' + a;
    if (known.contains(key))
        return QStringLiteral("\"%1\" and \"%2\" stand twice").arg(pair.a, pair.b);
    known.insert(key);
    return {};
}

} // namespace

QString spellingKindName(SpellingKind kind)
{
    return QString::fromUtf16(kindNames[static_cast<std::size_t>(kind)]);
}

Result<RuleRows<StopExpression>> readStopExpressions(const QByteArray &bytes, const QString &fileName)
{
    const Result<RuleTable> table = RuleTable::read(
        bytes, fileName, {QStringLiteral("expression"), QStringLiteral("blocks"), QStringLiteral("note")});
    if (!table)
        return table.error();
    RuleRows<StopExpression> read;
    QSet<QString> known;
    for (const TsvRow &row : table->rows()) {
        StopExpression rule{unescapeCell(RuleTable::cell(row, 0)), unescapeList(RuleTable::cell(row, 1))};
        if (const QString fault = faultOf(rule, known); !fault.isEmpty())
            read.rejected.append(table->problem(row, 0, fault));
        else
            read.rows.append(std::move(rule));
    }
    return read;
}

Result<RuleRows<SpellingPair>> readSpellings(const QByteArray &bytes, const QString &fileName)
{
    const Result<RuleTable> table = RuleTable::read(
        bytes, fileName,
        {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("kind"), QStringLiteral("note")});
    if (!table)
        return table.error();
    RuleRows<SpellingPair> read;
    QSet<QString> known;
    for (const TsvRow &row : table->rows()) {
        SpellingPair pair{unescapeCell(RuleTable::cell(row, 0)), unescapeCell(RuleTable::cell(row, 1)), {}};
        const std::optional<SpellingKind> kind = kindNamed(unescapeCell(RuleTable::cell(row, 2)));
        pair.kind = kind.value_or(SpellingKind::Order);
        if (const QString fault = faultOf(pair, known); !fault.isEmpty())
            read.rejected.append(table->problem(row, 0, fault));
        else if (!kind)
            read.rejected.append(table->problem(
                row, 2,
                QStringLiteral("kind \"%1\" is not known; write order, transliteration or abbreviation")
                    .arg(RuleTable::cell(row, 2))));
        else
            read.rows.append(std::move(pair));
    }
    return read;
}

} // namespace verbale::glossary
