#include "glossary/engine/house_style.h"

#include "glossary/engine/tsv_cells.h"
#include "text/decode.h"

#include <QtCore/QFileInfo>
#include <QtCore/QSet>

#include <array>

namespace verbale::glossary {

namespace {

constexpr std::array kindNames{u"avoid", u"prefer", u"setting", u"spell", u"write"};
constexpr std::array<const char *, 9> columns{"kind",   "wording", "replacement", "source", "status",
                                              "exempt", "reason",  "authority",   "note"};
enum Column : std::size_t { Kind, Wording, Replacement, Source, Status, Exempt, Reason, Authority, Note };

constexpr qsizetype mostBytes = 16 * 1024 * 1024;

std::optional<StyleRuleKind> kindNamed(QStringView name)
{
    for (std::size_t i = 0; i < kindNames.size(); ++i) {
        if (name == QStringView(kindNames[i]))
            return static_cast<StyleRuleKind>(i);
    }
    return std::nullopt;
}

/// A row's cells, and what is wrong with the first one that is wrong.
struct Row
{
    StyleRule rule;
    std::size_t column = 0;
    QString fault; ///< empty: nothing
};

QStringList valuesOf(const QString &setting)
{
    if (setting == QLatin1String("dates"))
        return {QStringLiteral("day-month-year"), QStringLiteral("month-day-year")};
    if (setting == QLatin1String("percent"))
        return {QStringLiteral("sign"), QStringLiteral("words")};
    if (setting == QLatin1String("diacritics"))
        return {QStringLiteral("none"), QStringLiteral("kept")};
    return {};
}

void checkSetting(Row &row)
{
    const QStringList values = valuesOf(row.rule.wording);
    if (values.isEmpty()) {
        row.column = Wording;
        row.fault = QStringLiteral("there is no setting \"%1\"; write dates, percent or diacritics")
                        .arg(row.rule.wording);
    } else if (!values.contains(row.rule.replacement)) {
        row.column = Replacement;
        row.fault = QStringLiteral("%1 cannot be \"%2\"; write %3")
                        .arg(row.rule.wording, row.rule.replacement, values.join(QLatin1String(" or ")));
    }
}

void checkRule(Row &row)
{
    const StyleRule &rule = row.rule;
    const auto refuse = [&row](std::size_t column, const QString &fault) {
        if (!row.fault.isEmpty())
            return;
        row.column = column;
        row.fault = fault;
    };
    if (rule.wording.isEmpty())
        refuse(Wording, QStringLiteral("the row has no wording"));
    if (rule.kind == StyleRuleKind::Setting) {
        checkSetting(row);
        return;
    }
    if (rule.kind == StyleRuleKind::Prefer) {
        if (rule.source.isEmpty())
            refuse(Source, QStringLiteral("say of which Vietnamese term or #entry \"%1\" is the English")
                               .arg(rule.wording));
        return;
    }
    if (rule.replacement.isEmpty())
        refuse(Replacement, QStringLiteral("say what to write instead of \"%1\"").arg(rule.wording));
    if (rule.wording == rule.replacement)
        refuse(Replacement, QStringLiteral("\"%1\" would stand for itself").arg(rule.wording));
    if (rule.kind == StyleRuleKind::Spell)
        return;
    if (rule.reason.isEmpty())
        refuse(Reason, QStringLiteral("say why \"%1\" is not to be used").arg(rule.wording));
    if (rule.authority.isEmpty())
        refuse(Authority,
               QStringLiteral("say on whose authority \"%1\" is not to be used").arg(rule.wording));
}

Row rowOf(const TsvRow &cells)
{
    const auto cell = [&cells](std::size_t column) {
        return column < cells.cells.size() ? unescapeCell(cells.cells[column].raw) : QString();
    };
    Row row;
    StyleRule &rule = row.rule;
    const std::optional<StyleRuleKind> kind = kindNamed(cell(Kind));
    if (!kind) {
        row.fault = QStringLiteral("\"%1\" is no kind of rule; write avoid, prefer, setting, spell or write")
                        .arg(cell(Kind));
        return row;
    }
    rule = {*kind, cell(Wording), cell(Replacement), cell(Source), TermStatus::Deprecated,
            {},    cell(Reason),  cell(Authority),   cell(Note)};
    if (cells.cells.size() > Exempt)
        rule.exempt = unescapeList(cells.cells[Exempt].raw);
    if (const QString status = cell(Status); !status.isEmpty()) {
        const std::optional<TermStatus> named = statusNamed(status);
        if (!named || (*named != TermStatus::Deprecated && *named != TermStatus::Forbidden)) {
            row.column = Status;
            row.fault = QStringLiteral("the status is \"%1\"; write deprecated or forbidden").arg(status);
            return row;
        }
        rule.status = *named;
    }
    if (cells.cells.size() > columns.size()) {
        row.column = columns.size();
        row.fault = QStringLiteral("the row has more cells than there are columns");
        return row;
    }
    checkRule(row);
    return row;
}

} // namespace

QString styleRuleKindName(StyleRuleKind kind)
{
    return QString::fromUtf16(kindNames[static_cast<std::size_t>(kind)]);
}

Result<StyleContents> readHouseStyle(const QByteArray &bytes, const QString &fileName)
{
    const auto refuse = [&fileName](const QString &message) {
        return Error{QStringLiteral("glossary.bad-style"), message, {fileName, 1, 1, -1}};
    };
    if (bytes.size() > mostBytes)
        return refuse(QStringLiteral("the file is too large for a house style"));
    const Result<text::DecodedText> decoded = text::decode(bytes, fileName);
    if (!decoded)
        return decoded.error();
    const std::vector<TsvRow> rows = splitTsv(decoded->text);
    QStringList wanted;
    for (const char *column : columns)
        wanted.append(QLatin1String(column));
    QStringList header;
    if (!rows.empty()) {
        for (const TsvCell &cell : rows.front().cells)
            header.append(unescapeCell(cell.raw));
    }
    if (header != wanted)
        return refuse(QStringLiteral("the first line has to be the columns %1, separated by tabs")
                          .arg(wanted.join(u' ')));
    StyleContents contents;
    QList<StyleRule> rules;
    QSet<QString> known;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        Row row = rowOf(rows[i]);
        const QString key =
            styleRuleKindName(row.rule.kind) + u'\n' + row.rule.wording + u'\n' + row.rule.source;
        if (row.fault.isEmpty() && known.contains(key)) {
            row.column = Wording;
            row.fault = QStringLiteral("\"%1\" stands twice").arg(row.rule.wording);
        }
        known.insert(key);
        if (row.fault.isEmpty()) {
            rules.append(std::move(row.rule));
            continue;
        }
        const qint64 at = row.column < rows[i].cells.size() ? rows[i].cells[row.column].column : 0;
        contents.rejected.append(
            {QStringLiteral("glossary.bad-rule"), row.fault, {fileName, rows[i].line, at, -1}});
    }
    contents.style = HouseStyle(QFileInfo(fileName).completeBaseName(), std::move(rules));
    return contents;
}

QByteArray writeHouseStyle(const HouseStyle &style)
{
    QStringList header;
    for (const char *column : columns)
        header.append(QLatin1String(column));
    QString text = header.join(u'\t') + u'\n';
    for (const StyleRule &rule : style.rules()) {
        const bool told = rule.kind == StyleRuleKind::Avoid || rule.kind == StyleRuleKind::Write;
        const QStringList cells{styleRuleKindName(rule.kind),
                                escapeCell(rule.wording),
                                escapeCell(rule.replacement),
                                escapeCell(rule.source),
                                told ? statusName(rule.status) : QString(),
                                escapeList(rule.exempt),
                                escapeCell(rule.reason),
                                escapeCell(rule.authority),
                                escapeCell(rule.note)};
        text += cells.join(u'\t') + u'\n';
    }
    return text.toUtf8();
}

} // namespace verbale::glossary
