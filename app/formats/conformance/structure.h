#pragma once

#include "formats/conformance/grammar.h"

namespace verbale::conformance {

/// Holds a file's elements against a grammar: which elements stand where, in which order, how often, with
/// which attributes and values. What a grammar cannot say is the format's checker's business, which calls
/// this first.
class Structure
{
public:
    /// `ns`: the namespace of the grammar's elements, empty for a format without one.
    Structure(const Grammar &grammar, std::string ns, Findings &findings);

    enum Element : int { Foreign = -1, Unknown = -2, Skipped = -3 };

    /// The element of the grammar, or: Foreign, it is of another namespace and allowed here; Unknown, it has
    /// been complained about; Skipped, it stands in one of these.
    int begin(const XmlTag &tag, Position position);
    /// The element that ends, Skipped for one that is not of the grammar.
    int end();
    void text(std::string_view piece, const XmlHandler &handler);

    /// Open elements, the root being 0.
    [[nodiscard]] std::size_t depth() const { return m_open.size(); }
    /// Of the open element that stands `up` above the innermost; Unknown beyond the root.
    [[nodiscard]] int ancestor(std::size_t up) const;

private:
    struct Open
    {
        int element = Unknown;
        std::size_t particle = 0;
        bool isFilled = false; ///< the particle has had an element
        bool complainedOfText = false;
        Position position;
    };

    int identify(const XmlTag &tag) const;
    void place(Open &parent, int element, const XmlTag &tag, Position position);
    void checkAttributes(int element, const XmlTag &tag, Position position);
    void checkOtherAttribute(const ElementRule &rule, const XmlAttribute &attribute, Position position);
    void missing(const Open &open, const Particle &particle);

    const Grammar &m_grammar;
    std::string m_ns;
    Findings &m_findings;
    std::vector<Open> m_open;
    std::size_t m_skipped = 0;                         ///< open elements in a foreign or unknown one
    std::unordered_map<std::string, int> m_complained; ///< of unnamed attributes, "element attribute"
};

} // namespace verbale::conformance
