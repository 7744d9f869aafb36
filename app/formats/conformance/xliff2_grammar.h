#pragma once

#include "formats/conformance/xliff2_names.h"

#include <deque>
#include <vector>

namespace verbale::conformance::xliff2 {

struct ElementRule;

struct AttributeRule
{
    Space space = Space::None;
    QString name;
    int type = -1; ///< of xliff2_values.h
    bool required = false;
};

struct ChildRule
{
    Space space = Space::Core;
    QString name;
    const ElementRule *rule = nullptr;
};

/// A place in the sequence of an element's children: one of some elements, or any of other namespaces.
struct Step
{
    std::vector<ChildRule> choices;
    bool others = false;
    bool core = false; ///< the others may be of the core too
    bool required = false;
    bool repeats = false;
};

/// A module's element that may stand among the others of an extension point.
struct ModuleChild
{
    Space space;
    QString name;
    bool repeats = false;
};

enum class Others { None, Modules, WithoutXml, All };

struct ElementRule
{
    Space space = Space::Core;
    QString name;
    QString section; ///< of XLIFF 2.1
    bool takesText = false;
    std::vector<Step> steps;
    std::vector<AttributeRule> attributes;
    Others otherAttributes = Others::None;
    std::vector<ModuleChild> modules; ///< empty: any may stand where others may
};

struct ModuleAttribute
{
    Space space;
    QString name;
    int type = -1;
    std::vector<const ElementRule *> elements; ///< that it may stand on
    QString section;
};

/// The elements and attributes of XLIFF 2.0 and 2.1, or of 2.2, as data.
class Grammar
{
public:
    explicit Grammar(bool is22);
    [[nodiscard]] const ElementRule *element(Space space, QStringView name) const;
    [[nodiscard]] const ModuleAttribute *moduleAttribute(Space space, QStringView name) const;

private:
    void addElement(Space space, const char *name, const char *section, const char *content,
                    const char *attributes);
    void addModuleAttribute(Space space, const char *name, const char *type, const char *elements,
                            const char *section);
    void resolve();

    std::deque<ElementRule> m_elements;
    std::vector<ModuleAttribute> m_moduleAttributes;
};

/// Where to read about a core attribute: "4.3.1.21 id"; about the element when it is none.
QString attributeSection(const QString &name, const ElementRule &element);

} // namespace verbale::conformance::xliff2
