#pragma once

#include "formats/conformance/findings.h"
#include "formats/conformance/xml_events.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <unordered_map>
#include <vector>

namespace verbale::conformance {

/// A set of a grammar's elements, a bit each; the highest bit is any element of another namespace.
using ElementSet = std::uint64_t;
inline constexpr ElementSet foreignElements = ElementSet{1} << 63;

/// What an attribute's value may be.
struct ValueType
{
    const char *code;    ///< of the finding: "invalid-date"
    const char *expects; ///< for its message: "a date as 2025-03-01T09:30:00Z"
    bool (*accepts)(std::string_view value);
};

struct AttributeRule
{
    std::string name; ///< "xml:lang" for one of the XML namespace
    const ValueType *type = nullptr;
    bool isRequired = false;
};

/// One place in a content model.
struct Particle
{
    ElementSet elements = 0;
    bool isRequired = false;
    bool isRepeatable = false;
};

enum class Text { None, Allowed, Anything }; ///< Anything: text and any elements, none of them checked
enum class OtherAttributes { None, Foreign, Any };

struct ElementRule
{
    std::string name;
    QString section;
    Text text = Text::None;
    OtherAttributes others = OtherAttributes::None;
    std::vector<Particle> model;
    std::vector<AttributeRule> attributes;
};

/// How a grammar's author writes an element down: `content` as in a DTD, "source seg-source? (note|prop)*",
/// with #text, #any and ##other; `attributes` as "id! state:state xml:lang:language", an exclamation mark for
/// a required one, ##other and ##any for those that are not named.
struct ElementText
{
    const char *name;
    const char *section;
    std::string content;
    std::string attributes;
};

/// The elements of a format: what may stand in them, in which order, how often, with which attributes.
class Grammar
{
public:
    using Types = std::unordered_map<std::string, const ValueType *>;

    /// The first element is the root. A mistake in the texts is a fault of the program and ends it.
    Grammar(const std::vector<ElementText> &elements, const Types &types);

    /// -1 for an element that is not of this grammar.
    [[nodiscard]] int find(std::string_view name) const;
    [[nodiscard]] const ElementRule &at(int element) const
    {
        return m_elements[static_cast<std::size_t>(element)];
    }
    [[nodiscard]] ElementSet set(std::initializer_list<const char *> names) const;

private:
    std::vector<Particle> parseModel(ElementRule &rule, std::string_view content) const;

    std::vector<ElementRule> m_elements;
    std::unordered_map<std::string_view, int> m_index; ///< keys live in m_elements
};

} // namespace verbale::conformance
