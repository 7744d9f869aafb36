#include "glossary/data/style_checks.h"

#include "glossary/engine/house_style.h"

#include <algorithm>
#include <tuple>

namespace verbale::glossary {

QList<Error> styleProblems(const QByteArray &bytes, const QString &fileName)
{
    const Result<StyleContents> contents = readHouseStyle(bytes, fileName);
    if (!contents)
        return {contents.error()};
    QList<Error> problems = contents->rejected;
    if (!problems.isEmpty())
        return problems;
    const QList<StyleRule> &rules = contents->style.rules();
    const auto place = [](const StyleRule &rule) {
        return std::tuple(styleRuleKindName(rule.kind), rule.wording, rule.source);
    };
    const auto report = [&](qsizetype row, const QString &message) {
        problems.append({QStringLiteral("glossary.check"), message, {fileName, row + 2, 0, -1}});
    };
    for (qsizetype i = 0; i < rules.size(); ++i) {
        const StyleRule &rule = rules[i];
        if (i > 0 && place(rule) < place(rules[i - 1]))
            report(i, QStringLiteral("the rows are not sorted: \"%1\" stands after \"%2\"")
                          .arg(rule.wording, rules[i - 1].wording));
        if (rule.authority.isEmpty() || rule.reason.isEmpty())
            report(i, QStringLiteral("\"%1\" has no reason or no authority").arg(rule.wording));
        const auto avoided = std::find_if(rules.begin(), rules.end(), [&](const StyleRule &other) {
            return other.kind == StyleRuleKind::Write && other.wording == rule.replacement;
        });
        if (!rule.replacement.isEmpty() && avoided != rules.end())
            report(i, QStringLiteral("\"%1\" is avoided itself").arg(rule.replacement));
    }
    return problems;
}

} // namespace verbale::glossary
