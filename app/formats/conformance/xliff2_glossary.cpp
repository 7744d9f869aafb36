#include "formats/conformance/xliff2_modules.h"

namespace verbale::conformance::xliff2 {

namespace {

void checkId(const xml::Element &element, QSet<QString> &ids, const Context &context)
{
    const QString *id = find(element, QLatin1String("id"));
    if (id == nullptr)
        return;
    if (ids.contains(*id)) {
        context.sink.error(
            element.start, "duplicate-id", QStringLiteral("5.2.5.1 id"),
            QStringLiteral("Another entry or translation of the glossary has the id \"%1\"; give this "
                           "one its own.")
                .arg(*id));
    }
    ids.insert(*id);
}

void checkEntry(const xml::Element &entry, QSet<QString> &ids, const UnitScope &scope)
{
    const Context &context = scope.context();
    checkId(entry, ids, context);
    checkTextReference(entry, QStringLiteral("5.2.5.2 ref"), scope);
    bool isExplained = false;
    for (const xml::Node &node : entry.children) {
        if (!node.element)
            continue;
        const bool isTranslation = context.is(*node.element, Space::Glossary, QLatin1String("translation"));
        isExplained = isExplained || isTranslation ||
                      context.is(*node.element, Space::Glossary, QLatin1String("definition"));
        if (isTranslation) {
            checkId(*node.element, ids, context);
            checkTextReference(*node.element, QStringLiteral("5.2.5.2 ref"), scope);
        }
    }
    if (!isExplained) {
        context.sink.error(entry.start, "empty-entry", QStringLiteral("5.2.4.3 glossEntry"),
                           QStringLiteral("A glossary entry has a translation or a definition; add one."));
    }
}

} // namespace

void checkGlossary(const xml::Element &glossary, const UnitScope &scope)
{
    QSet<QString> ids;
    for (const xml::Node &node : glossary.children) {
        if (node.element && scope.context().is(*node.element, Space::Glossary, QLatin1String("glossEntry")))
            checkEntry(*node.element, ids, scope);
    }
}

} // namespace verbale::conformance::xliff2
