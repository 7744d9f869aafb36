#include "formats/conformance/xliff2_modules.h"

#include <algorithm>
#include <array>

namespace verbale::conformance::xliff2 {

namespace {

bool hasAny(const xml::Element &rule, std::initializer_list<QLatin1String> names)
{
    return std::any_of(names.begin(), names.end(),
                       [&rule](QLatin1String name) { return find(rule, name) != nullptr; });
}

void checkRule(const xml::Element &rule, const Context &context)
{
    constexpr std::array tests{QLatin1String("isPresent"), QLatin1String("isNotPresent"),
                               QLatin1String("startsWith"), QLatin1String("endsWith")};
    const auto own = std::count_if(tests.begin(), tests.end(),
                                   [&rule](QLatin1String name) { return find(rule, name) != nullptr; });
    const bool isCustom =
        std::any_of(rule.attributes.begin(), rule.attributes.end(),
                    [](const xml::Attribute &attribute) { return !attribute.ns.isEmpty(); });
    if (own > 1 || (own == 0 && !isCustom) || (own == 1 && isCustom)) {
        context.sink.error(
            rule.start, "rule-tests", QStringLiteral("5.8.4.3 rule"),
            QStringLiteral("A rule has exactly one of isPresent, isNotPresent, startsWith, endsWith and "
                           "a test of another namespace, and this one has %1; correct it.")
                .arg(own == 0 ? QStringLiteral("none") : QStringLiteral("more")));
    }
    if (find(rule, QLatin1String("occurs")) != nullptr && !hasAny(rule, {QLatin1String("isPresent")})) {
        const QString section = QStringLiteral("5.8.5.2 occurs");
        const QString message =
            QStringLiteral("occurs counts what isPresent names; add isPresent or take occurs out.");
        if (context.version == QLatin1String("2.0")) // which does not forbid it
            context.sink.warning(rule.start, "occurs-without-present", section, message);
        else
            context.sink.error(rule.start, "occurs-without-present", section, message);
    }
    if (find(rule, QLatin1String("existsInSource")) != nullptr &&
        !hasAny(rule, {QLatin1String("isPresent"), QLatin1String("startsWith"), QLatin1String("endsWith")})) {
        context.sink.error(
            rule.start, "source-without-test", QStringLiteral("5.8.5.6 existsInSource"),
            QStringLiteral("existsInSource goes with isPresent, startsWith or endsWith; add one or take "
                           "it out."));
    }
}

} // namespace

void checkValidation(const xml::Element &validation, const Context &context)
{
    for (const xml::Node &node : validation.children) {
        if (node.element && context.is(*node.element, Space::Validation, QLatin1String("rule")))
            checkRule(*node.element, context);
    }
}

} // namespace verbale::conformance::xliff2
