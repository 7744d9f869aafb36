#include "formats/conformance/xliff2_modules.h"

namespace verbale::conformance::xliff2 {

namespace {

void checkCandidate(const xml::Element &match, const UnitScope &scope)
{
    const Context &context = scope.context();
    if (find(match, xmlUri, QLatin1String("lang")) != nullptr) {
        context.sink.error(
            match.start, "misplaced-attribute", QStringLiteral("5.1.6.3 match"),
            QStringLiteral("xml:lang on <mtc:match> contradicts srcLang and trgLang; take it out and "
                           "put it on the target, with reference=\"yes\"."));
    }
    const QString *subType = find(match, QLatin1String("subType"));
    if (subType != nullptr && find(match, QLatin1String("type")) == nullptr) {
        context.sink.error(match.start, "subtype-without-type", QStringLiteral("5.1.7.8 subType"),
                           QStringLiteral("The candidate has a subType and no type; add its type."));
    }
    if (subType != nullptr && subType->startsWith(QLatin1String("xlf:"))) {
        context.sink.error(
            match.start, "reserved-prefix", QStringLiteral("5.1.7.8 subType"),
            QStringLiteral("The prefix xlf of the subType \"%1\" is reserved; use one of your own.")
                .arg(*subType));
    }
    checkTextReference(match, QStringLiteral("5.1.7.5 ref"), scope);
    for (const xml::Node &node : match.children) {
        if (node.element && context.is(*node.element, QLatin1String("originalData")))
            checkData(*node.element, context);
    }
    const InlineContent content = contentOfMatch(match, context);
    for (const auto *codes : {&content.source, &content.target}) {
        for (const Code &code : *codes) {
            checkStyle(*code.element, context);
            checkSizes(*code.element, {}, context);
        }
    }
    checkIds(content, context);
    checkCodes(content, context);
    checkEditingHints(content, context);
    checkAnnotations(content, context);
    checkSegments(content, {}, context);
}

} // namespace

void checkMatches(const xml::Element &matches, const UnitScope &scope)
{
    QSet<QString> ids;
    for (const xml::Node &node : matches.children) {
        if (!node.element || !scope.context().is(*node.element, Space::Matches, QLatin1String("match")))
            continue;
        const QString *id = find(*node.element, QLatin1String("id"));
        if (id != nullptr && ids.contains(*id)) {
            scope.context().sink.error(
                node.element->start, "duplicate-id", QStringLiteral("5.1.7.1 id"),
                QStringLiteral("Another candidate of the unit has the id \"%1\"; give this one "
                               "its own.")
                    .arg(*id));
        }
        if (id != nullptr)
            ids.insert(*id);
        checkCandidate(*node.element, scope);
    }
}

} // namespace verbale::conformance::xliff2
