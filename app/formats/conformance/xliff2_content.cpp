#include "formats/conformance/xliff2_content.h"

#include <algorithm>
#include <array>
#include <optional>

namespace verbale::conformance::xliff2 {

namespace {

std::optional<Kind> kindOf(const QString &name)
{
    constexpr std::array names{QLatin1String("ph"), QLatin1String("pc"),  QLatin1String("sc"),
                               QLatin1String("ec"), QLatin1String("mrk"), QLatin1String("sm"),
                               QLatin1String("em"), QLatin1String("cp")};
    const auto *found =
        std::find_if(names.begin(), names.end(), [&name](QLatin1String one) { return name == one; });
    if (found == names.end())
        return std::nullopt;
    return static_cast<Kind>(found - names.begin());
}

void collect(const xml::Element &parent, int part, std::vector<Code> &codes, const Context &context)
{
    for (const xml::Node &node : parent.children) {
        if (!node.element || node.element->ns != context.core)
            continue;
        const auto kind = kindOf(node.element->name);
        if (!kind)
            continue;
        codes.push_back({node.element.get(), &parent, *kind, part, find(*node.element, QLatin1String("id")),
                         *kind == Kind::Ec || *kind == Kind::Em
                             ? find(*node.element, QLatin1String("startRef"))
                             : nullptr});
        collect(*node.element, part, codes, context);
    }
}

void addPart(InlineContent &content, const xml::Element &element, const Context &context)
{
    Part part;
    part.element = &element;
    part.isSegment = context.is(element, QLatin1String("segment"));
    for (const xml::Node &node : element.children) {
        if (!node.element)
            continue;
        if (part.source == nullptr && context.is(*node.element, QLatin1String("source")))
            part.source = node.element.get();
        else if (part.target == nullptr && context.is(*node.element, QLatin1String("target")))
            part.target = node.element.get();
    }
    const QString *id = find(element, QLatin1String("id"));
    if (id != nullptr && !content.isMatch)
        content.partIds.insert(*id);
    const int index = static_cast<int>(content.parts.size());
    if (part.source != nullptr)
        collect(*part.source, index, content.source, context);
    if (part.target != nullptr)
        collect(*part.target, index, content.target, context);
    content.parts.push_back(part);
}

void addIds(const xml::Element &parent, QSet<QString> &ids)
{
    for (const xml::Node &node : parent.children) {
        if (!node.element)
            continue;
        if (const QString *id = find(*node.element, QLatin1String("id")))
            ids.insert(*id);
    }
}

void indexIds(const std::vector<Code> &codes, QHash<QString, qsizetype> &ids)
{
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (codes[i].id != nullptr && !ids.contains(*codes[i].id))
            ids.insert(*codes[i].id, static_cast<qsizetype>(i));
    }
}

const Code *lookUp(const QHash<QString, qsizetype> &ids, const std::vector<Code> &codes, const QString &id)
{
    const auto found = ids.find(id);
    return found == ids.end() ? nullptr : &codes[static_cast<std::size_t>(*found)];
}

} // namespace

const Code *InlineContent::inSource(const QString &id) const
{
    return lookUp(sourceIds, source, id);
}

const Code *InlineContent::inTarget(const QString &id) const
{
    return lookUp(targetIds, target, id);
}

bool InlineContent::hasTarget() const
{
    return std::any_of(parts.begin(), parts.end(), [](const Part &part) { return part.target != nullptr; });
}

InlineContent contentOfUnit(const xml::Element &unit, const Context &context)
{
    InlineContent content;
    content.owner = &unit;
    for (const xml::Node &node : unit.children) {
        if (!node.element || node.element->ns != context.core)
            continue;
        const xml::Element &child = *node.element;
        if (child.name == QLatin1String("segment") || child.name == QLatin1String("ignorable"))
            addPart(content, child, context);
        else if (child.name == QLatin1String("originalData"))
            addIds(child, content.data);
        else if (child.name == QLatin1String("notes"))
            addIds(child, content.notes);
    }
    indexIds(content.source, content.sourceIds);
    indexIds(content.target, content.targetIds);
    return content;
}

InlineContent contentOfMatch(const xml::Element &match, const Context &context)
{
    InlineContent content;
    content.owner = &match;
    content.isMatch = true;
    for (const xml::Node &node : match.children) {
        if (node.element && context.is(*node.element, QLatin1String("originalData")))
            addIds(*node.element, content.data);
    }
    addPart(content, match, context);
    indexIds(content.source, content.sourceIds);
    indexIds(content.target, content.targetIds);
    return content;
}

} // namespace verbale::conformance::xliff2
