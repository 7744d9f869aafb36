#include "formats/conformance/xliff2_grammar.h"

#include "formats/conformance/xliff2_grammar_tables.h"
#include "formats/conformance/xliff2_values.h"

#include <algorithm>
#include <array>

namespace verbale::conformance::xliff2 {

namespace {

QList<QStringView> parts(QStringView text, QChar separator)
{
    return text.split(separator, Qt::SkipEmptyParts);
}

/// "mda:metadata", or "match" in the module `home`.
ChildRule childNamed(QStringView name, Space home)
{
    const qsizetype colon = name.indexOf(u':');
    if (colon < 0)
        return {home, name.toString(), nullptr};
    return {spaceOfPrefix(name.first(colon)), name.sliced(colon + 1).toString(), nullptr};
}

Step stepOf(QStringView text, Space home)
{
    Step step;
    const QChar last = text.back();
    step.required = last != u'?' && last != u'*';
    step.repeats = last == u'*' || last == u'+';
    QStringView names = last == u'?' || last == u'*' || last == u'+' ? text.chopped(1) : text;
    if (names.startsWith(u'%')) {
        step.others = true;
        step.core = names == u"%%";
        return step;
    }
    if (names.startsWith(u'('))
        names = names.sliced(1).chopped(1);
    for (const QStringView name : parts(names, u'|'))
        step.choices.push_back(childNamed(name, home));
    return step;
}

/// "id!:nmtoken", "xml:space:space", "pgs:case".
AttributeRule attributeOf(QStringView text)
{
    AttributeRule rule;
    for (const QLatin1String prefix : {QLatin1String("xml:"), QLatin1String("pgs:")}) {
        if (text.startsWith(prefix)) {
            rule.space = spaceOfPrefix(text.first(3));
            text = text.sliced(4);
        }
    }
    const qsizetype colon = text.indexOf(u':');
    QStringView name = colon < 0 ? text : text.first(colon);
    rule.required = name.endsWith(u'!');
    if (rule.required)
        name.chop(1);
    rule.name = name.toString();
    if (colon >= 0)
        rule.type = typeNamed(text.sliced(colon + 1));
    return rule;
}

void addContent(ElementRule &rule, const QString &content)
{
    for (const QStringView word : parts(content, u' ')) {
        if (word == u"#text")
            rule.takesText = true;
        else if (word == u"#inline")
            rule.steps.push_back(stepOf(u"(ph|pc|mrk|sc|ec|sm|em|cp)*", Space::Core));
        else
            rule.steps.push_back(stepOf(word, rule.space));
    }
}

void addAttributes(ElementRule &rule, const QString &attributes)
{
    for (const QStringView word : parts(attributes, u' ')) {
        if (word == u"*")
            rule.otherAttributes = Others::All;
        else if (word == u"~")
            rule.otherAttributes = Others::WithoutXml;
        else if (word == u"@")
            rule.otherAttributes = Others::Modules;
        else
            rule.attributes.push_back(attributeOf(word));
    }
}

} // namespace

Grammar::Grammar(bool is22)
{
    for (const ElementText &text : elementTexts()) {
        addElement(text.space, text.name, text.section,
                   is22 && text.content22 != nullptr ? text.content22 : text.content,
                   is22 && text.attributes22 != nullptr ? text.attributes22 : text.attributes);
    }
    resolve();
    for (const ModuleAttributeText &text : moduleAttributeTexts())
        addModuleAttribute(text.space, text.name, text.type, text.elements, text.section);
}

void Grammar::addElement(Space space, const char *name, const char *section, const char *content,
                         const char *attributes)
{
    ElementRule rule;
    rule.space = space;
    rule.name = QLatin1String(name);
    rule.section = QLatin1String(section);
    addContent(rule, QLatin1String(content));
    addAttributes(rule, QLatin1String(attributes));
    m_elements.push_back(std::move(rule));
}

void Grammar::addModuleAttribute(Space space, const char *name, const char *type, const char *elements,
                                 const char *section)
{
    ModuleAttribute attribute{
        space, QLatin1String(name), typeNamed(QString(QLatin1String(type))), {}, QLatin1String(section)};
    const QString names = QLatin1String(elements);
    for (const QStringView word : parts(names, u' ')) {
        const ChildRule child = childNamed(word, Space::Core);
        attribute.elements.push_back(element(child.space, child.name));
    }
    m_moduleAttributes.push_back(std::move(attribute));
}

/// Fills in what refers to other elements.
void Grammar::resolve()
{
    for (ElementRule &rule : m_elements) {
        for (Step &step : rule.steps) {
            for (ChildRule &child : step.choices)
                child.rule = element(child.space, child.name);
        }
        for (const ModulesText &text : modulesTexts()) {
            if (text.space != rule.space || rule.name != QLatin1String(text.element))
                continue;
            const QString names = QLatin1String(text.modules);
            for (const QStringView word : parts(names, u' ')) {
                const ChildRule child = childNamed(word.chopped(1), rule.space);
                rule.modules.push_back({child.space, child.name, word.endsWith(u'*')});
            }
        }
    }
}

const ElementRule *Grammar::element(Space space, QStringView name) const
{
    const auto found = std::find_if(m_elements.begin(), m_elements.end(), [&](const ElementRule &rule) {
        return rule.space == space && rule.name == name;
    });
    return found == m_elements.end() ? nullptr : &*found;
}

const ModuleAttribute *Grammar::moduleAttribute(Space space, QStringView name) const
{
    const auto found =
        std::find_if(m_moduleAttributes.begin(), m_moduleAttributes.end(),
                     [&](const ModuleAttribute &rule) { return rule.space == space && rule.name == name; });
    return found == m_moduleAttributes.end() ? nullptr : &*found;
}

QString attributeSection(const QString &name, const ElementRule &element)
{
    if (element.space != Space::Core)
        return element.section;
    // Their order is that of section 4.3.1.
    static constexpr std::array names{
        u"appliesTo", u"canCopy",   u"canDelete",   u"canOverlap",    u"canReorder",   u"canResegment",
        u"category",  u"copyOf",    u"dataRef",     u"dataRefEnd",    u"dataRefStart", u"dir",
        u"disp",      u"dispEnd",   u"dispStart",   u"equiv",         u"equivEnd",     u"equivStart",
        u"hex",       u"href",      u"id",          u"isolated",      u"name",         u"order",
        u"original",  u"priority",  u"ref",         u"srcDir",        u"srcLang",      u"startRef",
        u"state",     u"subFlows",  u"subFlowsEnd", u"subFlowsStart", u"subState",     u"subType",
        u"trgLang",   u"translate", u"trgDir",      u"type",          u"value",        u"version"};
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&name](const char16_t *one) { return name == QStringView(one); });
    if (found == names.end())
        return element.section;
    return QStringLiteral("4.3.1.%1 %2").arg(found - names.begin() + 1).arg(name);
}

} // namespace verbale::conformance::xliff2
