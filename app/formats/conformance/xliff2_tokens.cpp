#include "formats/conformance/xliff2_tokens.h"

#include "formats/conformance/xliff2_names.h"
#include "formats/conformance/xliff2_values.h"

#include <algorithm>
#include <array>

namespace verbale::conformance::xliff2 {

namespace {

bool isOneOf(const QString &name, std::initializer_list<QLatin1String> names)
{
    return std::any_of(names.begin(), names.end(), [&name](QLatin1String one) { return name == one; });
}

/// Whether the grammar, or an extension, has a name token there.
bool isToken(const xml::Element &element, const xml::Attribute &attribute)
{
    const QString &name = attribute.name;
    if (isOneOf(name, {QLatin1String("id"), QLatin1String("startRef"), QLatin1String("copyOf"),
                       QLatin1String("dataRef"), QLatin1String("dataRefStart"), QLatin1String("dataRefEnd"),
                       QLatin1String("sizeInfoRef")}))
        return true;
    const Space space = spaceOf(element.ns, {});
    if (space == Space::Change)
        return isOneOf(name, {QLatin1String("ref"), QLatin1String("appliesTo"),
                              QLatin1String("currentVersion"), QLatin1String("version")});
    return space == Space::Resource && name == QLatin1String("ref");
}

bool isLoose(const xml::Element &element, const xml::Attribute &attribute)
{
    return collapsed(attribute.value).size() != attribute.value.size() && isToken(element, attribute);
}

} // namespace

bool hasLooseTokens(const xml::Element &element)
{
    return std::any_of(element.attributes.begin(), element.attributes.end(),
                       [&element](const xml::Attribute &attribute) { return isLoose(element, attribute); }) ||
           std::any_of(element.children.begin(), element.children.end(),
                       [](const xml::Node &node) { return node.element && hasLooseTokens(*node.element); });
}

xml::Element withCollapsedTokens(const xml::Element &element)
{
    xml::Element copy{element.ns,    element.name,        element.attributes,  {},
                      element.start, element.startTagEnd, element.endTagStart, element.end};
    for (xml::Attribute &attribute : copy.attributes) {
        if (isLoose(element, attribute))
            attribute.value = collapsed(attribute.value).toString();
    }
    for (const xml::Node &node : element.children) {
        copy.children.push_back(
            {node.text,
             node.element ? std::make_unique<xml::Element>(withCollapsedTokens(*node.element)) : nullptr});
    }
    return copy;
}

} // namespace verbale::conformance::xliff2
