#include "formats/conformance/grammar.h"

namespace verbale::conformance {

namespace {

/// The next of the words that white space separates; empty at the end.
std::string_view nextWord(std::string_view &rest)
{
    const auto start = rest.find_first_not_of(" \n");
    if (start == std::string_view::npos)
        return {};
    const auto end = std::min(rest.find_first_of(" \n", start), rest.size());
    const std::string_view word = rest.substr(start, end - start);
    rest.remove_prefix(end);
    return word;
}

[[noreturn]] void refuse(std::string_view what)
{
    qFatal("a grammar does not know \"%s\"", std::string(what).c_str());
}

/// "name!:type", "xml:lang:type", "name"
AttributeRule parseAttribute(std::string_view word, const Grammar::Types &types)
{
    AttributeRule rule;
    const auto afterPrefix = word.substr(0, 4) == "xml:" ? std::size_t{4} : 0;
    const auto colon = word.find(':', afterPrefix);
    std::string_view name = word.substr(0, colon);
    if (name.back() == '!') {
        rule.isRequired = true;
        name.remove_suffix(1);
    }
    rule.name = name;
    if (colon != std::string_view::npos) {
        const auto type = types.find(std::string(word.substr(colon + 1)));
        if (type == types.end())
            refuse(word);
        rule.type = type->second;
    }
    return rule;
}

} // namespace

Grammar::Grammar(const std::vector<ElementText> &elements, const Types &types)
{
    m_elements.reserve(elements.size());
    for (const ElementText &text : elements) {
        ElementRule rule;
        rule.name = text.name;
        rule.section = QString::fromLatin1(text.section);
        std::string_view rest = text.attributes;
        for (std::string_view word = nextWord(rest); !word.empty(); word = nextWord(rest)) {
            if (word == "##other")
                rule.others = OtherAttributes::Foreign;
            else if (word == "##any")
                rule.others = OtherAttributes::Any;
            else
                rule.attributes.push_back(parseAttribute(word, types));
        }
        m_elements.push_back(std::move(rule));
    }
    for (std::size_t i = 0; i < m_elements.size(); ++i)
        m_index.emplace(m_elements[i].name, static_cast<int>(i));
    auto rule = m_elements.begin();
    for (const ElementText &text : elements) {
        rule->model = parseModel(*rule, text.content);
        ++rule;
    }
}

std::vector<Particle> Grammar::parseModel(ElementRule &rule, std::string_view content) const
{
    std::vector<Particle> model;
    for (std::string_view word = nextWord(content); !word.empty(); word = nextWord(content)) {
        if (word == "#text" || word == "#any") {
            rule.text = word == "#any" ? Text::Anything : Text::Allowed;
            continue;
        }
        Particle particle;
        const char last = word.back();
        particle.isRequired = last != '?' && last != '*';
        particle.isRepeatable = last == '*' || last == '+';
        if (last == '?' || last == '*' || last == '+')
            word.remove_suffix(1);
        if (word.front() == '(')
            word = word.substr(1, word.size() - 2);
        while (!word.empty()) {
            const auto bar = std::min(word.find('|'), word.size());
            const std::string_view name = word.substr(0, bar);
            const int element = find(name);
            if (name != "##other" && element < 0)
                refuse(name);
            particle.elements |= element < 0 ? foreignElements : ElementSet{1} << element;
            word.remove_prefix(std::min(bar + 1, word.size()));
        }
        model.push_back(particle);
    }
    return model;
}

int Grammar::find(std::string_view name) const
{
    const auto found = m_index.find(name);
    return found == m_index.end() ? -1 : found->second;
}

ElementSet Grammar::set(std::initializer_list<const char *> names) const
{
    ElementSet all = 0;
    for (const char *name : names)
        all |= ElementSet{1} << find(name);
    return all;
}

} // namespace verbale::conformance
