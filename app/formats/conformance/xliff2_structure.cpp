#include "formats/conformance/xliff2_structure.h"

#include "formats/conformance/xliff2_values.h"

#include <algorithm>

namespace verbale::conformance::xliff2 {

namespace {

QString qualified(Space space, const QString &name)
{
    const QLatin1String prefix = prefixOf(space);
    return prefix.isEmpty() ? name : QString(prefix + QLatin1Char(':') + name);
}

bool isModule(Space space)
{
    return space > Space::OtherCore && space < Space::Foreign;
}

QString choicesOf(const Step &step)
{
    QStringList names;
    for (const ChildRule &child : step.choices)
        names.append(QStringLiteral("<%1>").arg(qualified(child.space, child.name)));
    return names.join(QLatin1String(" or "));
}

const ChildRule *choice(const Step &step, Space space, const QString &name)
{
    const auto found =
        std::find_if(step.choices.begin(), step.choices.end(), [&](const ChildRule &candidate) {
            return candidate.space == space && candidate.name == name;
        });
    return found == step.choices.end() ? nullptr : &*found;
}

void checkValue(const xml::Element &element, const ElementRule &rule, const QString &name,
                const QString &section, int type, const QString &value, const Context &context)
{
    const QString expectation = expectationOf(type, value);
    if (expectation.isEmpty())
        return;
    context.sink.error(element.start, "invalid-value", section,
                       QStringLiteral("The attribute %1 of %2 is \"%3\"; it has to be %4.")
                           .arg(name, tagOf(rule), value.left(80), expectation));
}

void checkXmlAttribute(const xml::Element &element, const ElementRule &rule, const xml::Attribute &attribute,
                       const Context &context)
{
    const QString name = QLatin1String("xml:") + attribute.name;
    if (rule.otherAttributes != Others::All) {
        context.sink.error(
            element.start, "misplaced-attribute", rule.section,
            QStringLiteral("The attribute %1 must not stand on %2; take it out.").arg(name, tagOf(rule)));
        return;
    }
    const QString type = attribute.name == QLatin1String("lang")    ? QStringLiteral("langOrEmpty")
                         : attribute.name == QLatin1String("space") ? QStringLiteral("space")
                         : attribute.name == QLatin1String("id")    ? QStringLiteral("xmlId")
                                                                    : QString();
    checkValue(element, rule, name,
               attribute.name == QLatin1String("lang")    ? QStringLiteral("4.3.2.1 xml:lang")
               : attribute.name == QLatin1String("space") ? QStringLiteral("4.3.2.2 xml:space")
                                                          : rule.section,
               typeNamed(type), attribute.value, context);
}

/// Of a module, on an element of the core or of a module that names its companions.
void checkModuleAttribute(const xml::Element &element, const ElementRule &rule,
                          const xml::Attribute &attribute, Space space, const Context &context)
{
    const QString name = qualified(space, attribute.name);
    const ModuleAttribute *known = context.grammar.moduleAttribute(space, attribute.name);
    if (known == nullptr) {
        // ITS has more attributes than the module takes up; they are an extension like any other.
        if (space == Space::Its && rule.otherAttributes != Others::Modules)
            return;
        context.sink.error(
            element.start, "unknown-attribute", rule.section,
            QStringLiteral("No module defines the attribute %1, which stands on %2; take it out or "
                           "correct its name.")
                .arg(name, tagOf(rule)));
        return;
    }
    const bool isPlaced =
        std::find(known->elements.begin(), known->elements.end(), &rule) != known->elements.end();
    const bool isConstrained = rule.space == Space::Core || rule.space == Space::Matches;
    if (isConstrained && !isPlaced) {
        context.sink.error(
            element.start, "misplaced-attribute", known->section,
            QStringLiteral("The attribute %1 must not stand on %2; take it out.").arg(name, tagOf(rule)));
        return;
    }
    checkValue(element, rule, name, known->section, known->type, attribute.value, context);
}

void checkOtherAttribute(const xml::Element &element, const ElementRule &rule,
                         const xml::Attribute &attribute, Space space, const Context &context)
{
    if (space == Space::None) {
        context.sink.error(element.start, "unknown-attribute", rule.section,
                           QStringLiteral("%1 has no attribute %2; take it out or correct its name.")
                               .arg(tagOf(rule), attribute.name));
    } else if (space == Space::Xml) {
        checkXmlAttribute(element, rule, attribute, context);
    } else if (space == Space::Core || space == Space::OtherCore) {
        context.sink.error(
            element.start, "unknown-attribute", rule.section,
            QStringLiteral("The attribute %1 of %2 has the namespace of XLIFF, whose attributes have "
                           "none; write it without a prefix.")
                .arg(attribute.name, tagOf(rule)));
    } else if (isModule(space) && rule.otherAttributes != Others::None) {
        checkModuleAttribute(element, rule, attribute, space, context);
    } else if ((rule.otherAttributes == Others::None || rule.otherAttributes == Others::Modules) &&
               attribute.ns != schemaUri) {
        context.sink.error(
            element.start, "foreign-attribute", rule.section,
            QStringLiteral("%1 takes no attributes of other namespaces, but has %2; take it out.")
                .arg(tagOf(rule), qualified(space, attribute.name)));
    }
}

void checkRequired(const xml::Element &element, const ElementRule &rule, const Context &context)
{
    for (const AttributeRule &known : rule.attributes) {
        if (!known.required)
            continue;
        const bool isThere = std::any_of(
            element.attributes.begin(), element.attributes.end(), [&](const xml::Attribute &attribute) {
                return attribute.name == known.name && context.spaceOf(attribute.ns) == known.space;
            });
        if (!isThere) {
            context.sink.error(element.start, "missing-attribute", attributeSection(known.name, rule),
                               QStringLiteral("%1 has no attribute %2, which is required; add it.")
                                   .arg(tagOf(rule), qualified(known.space, known.name)));
        }
    }
}

bool isBlank(QStringView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c == u' ' || c == u'\n' || c == u'\t' || c == u'\r'; });
}

} // namespace

QString tagOf(const ElementRule &rule)
{
    return QStringLiteral("<%1>").arg(qualified(rule.space, rule.name));
}

QString tagOf(const xml::Element &element, const Context &context)
{
    return QStringLiteral("<%1>").arg(qualified(context.spaceOf(element.ns), element.name));
}

void Sequence::advance(std::size_t step, const Context &context)
{
    for (std::size_t i = m_step; i < step; ++i) {
        const bool isEmpty = i != m_step || m_count == 0;
        if (m_rule->steps[i].required && isEmpty) {
            context.sink.error(m_offset, "missing-element", m_rule->section,
                               QStringLiteral("%1 has no %2 where one is required; add it.")
                                   .arg(tagOf(*m_rule), choicesOf(m_rule->steps[i])));
        }
    }
    if (step != m_step)
        m_count = 0;
    m_step = step;
}

const ElementRule *Sequence::accept(const xml::Element &child, const Context &context)
{
    const Space space = context.spaceOf(child.ns);
    for (std::size_t i = m_step; i < m_rule->steps.size(); ++i) {
        const Step &step = m_rule->steps[i];
        const ChildRule *found = choice(step, space, child.name);
        if (found == nullptr || (i == m_step && m_count > 0 && !step.repeats))
            continue;
        advance(i, context);
        ++m_count;
        return found->rule;
    }
    return acceptOther(child, space, context);
}

std::size_t Sequence::otherStep() const
{
    const auto found = std::find_if(m_rule->steps.begin(), m_rule->steps.end(),
                                    [](const Step &step) { return step.others; });
    return static_cast<std::size_t>(found - m_rule->steps.begin());
}

const ElementRule *Sequence::acceptOther(const xml::Element &child, Space space, const Context &context)
{
    const std::size_t step = otherStep();
    const bool takesCore = step < m_rule->steps.size() && m_rule->steps[step].core;
    const bool isCore = space == Space::Core || space == Space::OtherCore;
    const bool isOther = space != m_rule->space && space != Space::None && (takesCore || !isCore);
    if (!isOther || step == m_rule->steps.size() || step < m_step) {
        refuse(child, space, context);
        return isModule(space) && space != m_rule->space ? context.grammar.element(space, child.name)
                                                         : nullptr;
    }
    advance(step, context);
    if (!isModule(space))
        return takesCore && space == Space::Core ? context.grammar.element(space, child.name) : nullptr;
    const ElementRule *rule = context.grammar.element(space, child.name);
    if (rule == nullptr) {
        if (space != Space::Its) {
            context.sink.error(
                child.start, "unknown-element", m_rule->section,
                QStringLiteral("No module defines the element %1; take it out or correct its name.")
                    .arg(tagOf(child, context)));
        }
        return nullptr;
    }
    acceptModule(child, space, context);
    return rule;
}

void Sequence::acceptModule(const xml::Element &child, Space space, const Context &context)
{
    if (m_rule->modules.empty())
        return;
    const auto found =
        std::find_if(m_rule->modules.begin(), m_rule->modules.end(),
                     [&](const ModuleChild &one) { return one.space == space && one.name == child.name; });
    if (found == m_rule->modules.end()) {
        context.sink.error(child.start, "misplaced-element", m_rule->section,
                           QStringLiteral("The module's element %1 must not stand in %2; move or remove it.")
                               .arg(tagOf(child, context), tagOf(*m_rule)));
        return;
    }
    const bool isSecond = std::find(m_modules.begin(), m_modules.end(), &*found) != m_modules.end();
    if (isSecond && !found->repeats) {
        context.sink.error(child.start, "repeated-element", m_rule->section,
                           QStringLiteral("%1 has %2 more than once; join them into one.")
                               .arg(tagOf(*m_rule), tagOf(child, context)));
    }
    if (!isSecond)
        m_modules.push_back(&*found);
}

void Sequence::refuse(const xml::Element &child, Space space, const Context &context) const
{
    const QString tag = tagOf(child, context);
    const bool isListed = std::any_of(m_rule->steps.begin(), m_rule->steps.end(), [&](const Step &step) {
        return choice(step, space, child.name) != nullptr;
    });
    if (isListed) {
        context.sink.error(
            child.start, "misplaced-element", m_rule->section,
            QStringLiteral("%1 stands a second time or after what it has to precede in %2; put the "
                           "children into their order.")
                .arg(tag, tagOf(*m_rule)));
    } else if (space == Space::OtherCore) {
        context.sink.error(
            child.start, "wrong-namespace", m_rule->section,
            QStringLiteral("%1 has the namespace of another version of XLIFF (%2); write it in that "
                           "of the root.")
                .arg(tag, child.ns));
    } else if (space == Space::Core && context.grammar.element(space, child.name) == nullptr) {
        context.sink.error(
            child.start, "unknown-element", m_rule->section,
            QStringLiteral("XLIFF has no element %1; take it out or correct its name.").arg(tag));
    } else if (space == Space::Core || space == m_rule->space) {
        context.sink.error(
            child.start, "misplaced-element", m_rule->section,
            QStringLiteral("%1 must not stand in %2; move or remove it.").arg(tag, tagOf(*m_rule)));
    } else {
        context.sink.error(
            child.start, "foreign-element", m_rule->section,
            (otherStep() < m_rule->steps.size()
                 ? QStringLiteral(
                       "%1 of another namespace stands after what it has to precede in %2; move it "
                       "before the notes and the content.")
                 : QStringLiteral("%1 of another namespace must not stand in %2; move or remove it."))
                .arg(tag, tagOf(*m_rule)));
    }
}

void Sequence::end(const Context &context)
{
    advance(m_rule->steps.size(), context);
}

void checkAttributes(const xml::Element &element, const ElementRule &rule, const Context &context)
{
    for (const xml::Attribute &attribute : element.attributes) {
        const Space space = context.spaceOf(attribute.ns);
        const auto known =
            std::find_if(rule.attributes.begin(), rule.attributes.end(), [&](const AttributeRule &candidate) {
                return candidate.space == space && candidate.name == attribute.name;
            });
        if (known == rule.attributes.end())
            checkOtherAttribute(element, rule, attribute, space, context);
        else if (!expectationOf(known->type, attribute.value).isEmpty())
            checkValue(element, rule, qualified(space, attribute.name),
                       attributeSection(attribute.name, rule), known->type, attribute.value, context);
    }
    checkRequired(element, rule, context);
}

void reportText(qint64 offset, const ElementRule &rule, QStringView text, const Context &context)
{
    if (isBlank(text))
        return;
    context.sink.error(offset, "stray-text", rule.section,
                       QStringLiteral("%1 takes elements only, but has the text \"%2\"; take it out.")
                           .arg(tagOf(rule), text.trimmed().left(40).toString()));
}

void checkForeign(const xml::Element &element, const Context &context)
{
    for (const xml::Node &node : element.children) {
        if (!node.element)
            continue;
        const Space space = context.spaceOf(node.element->ns);
        const ElementRule *rule = space == Space::Core || isModule(space)
                                      ? context.grammar.element(space, node.element->name)
                                      : nullptr;
        if (rule != nullptr)
            checkStructure(*node.element, *rule, context);
        else
            checkForeign(*node.element, context);
    }
}

void checkStructure(const xml::Element &element, const ElementRule &rule, const Context &context)
{
    checkAttributes(element, rule, context);
    Sequence sequence(&rule, element.start);
    for (const xml::Node &node : element.children) {
        if (!node.element) {
            if (!rule.takesText)
                reportText(element.start, rule, node.text, context);
            continue;
        }
        if (const ElementRule *child = sequence.accept(*node.element, context))
            checkStructure(*node.element, *child, context);
        else if (context.spaceOf(node.element->ns) == Space::Foreign)
            checkForeign(*node.element, context);
    }
    sequence.end(context);
}

} // namespace verbale::conformance::xliff2
