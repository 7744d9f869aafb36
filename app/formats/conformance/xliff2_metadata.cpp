#include "formats/conformance/xliff2_modules.h"

namespace verbale::conformance::xliff2 {

namespace {

void checkGroupIds(const xml::Element &element, QSet<QString> &ids, const Context &context)
{
    if (context.spaceOf(element.ns) != Space::Metadata)
        return;
    const QString *id = find(element, QLatin1String("id"));
    if (id != nullptr && ids.contains(*id)) {
        context.sink.error(
            element.start, "duplicate-id", QStringLiteral("5.4.5.3 id"),
            QStringLiteral("The metadata use the id \"%1\" before; give this group its own.").arg(*id));
    }
    if (id != nullptr)
        ids.insert(*id);
    for (const xml::Node &node : element.children) {
        if (node.element)
            checkGroupIds(*node.element, ids, context);
    }
}

} // namespace

void checkMetadata(const xml::Element &metadata, const Context &context)
{
    QSet<QString> ids;
    checkGroupIds(metadata, ids, context);
}

} // namespace verbale::conformance::xliff2
