#include "text/segmentation_rules.h"

#include "text/rule_pattern.h"
#include "text/rule_regex.h"
#include "text/rules/shipped_rules.h"

namespace verbale::text {

Result<void> checkPattern(const QString &written)
{
    const QString pattern = written.normalized(QString::NormalizationForm_C);
    if (parsePattern(pattern))
        return {};
    const Result<RuleRegex> regex = RuleRegex::compile(pattern);
    if (!regex)
        return regex.error();
    return {};
}

const SegmentationRules &shippedRules()
{
    static const SegmentationRules rules = [] {
        SegmentationRules made;
        for (const ShippedRule &rule : shippedRuleTable())
            made.rules.append({rule.breaks, QString::fromUtf16(rule.before), QString::fromUtf16(rule.after)});
        return made;
    }();
    return rules;
}

QByteArray shippedRulesFile()
{
    const auto bytes = shippedRuleBytes();
    return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

} // namespace verbale::text
