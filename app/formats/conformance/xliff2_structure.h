#pragma once

#include "formats/conformance/xliff2_grammar.h"
#include "formats/conformance/xliff2_sink.h"

namespace verbale::conformance::xliff2 {

/// What every rule needs of the document around it.
struct Context
{
    Sink &sink;
    const Grammar &grammar;
    QString core; ///< the namespace of the root
    QString version;
    QString sourceLanguage;
    QString targetLanguage; ///< empty: none is declared

    [[nodiscard]] Space spaceOf(const QString &uri) const { return xliff2::spaceOf(uri, core); }
    [[nodiscard]] bool is(const xml::Element &element, QLatin1String name) const
    {
        return element.name == name && element.ns == core;
    }
    [[nodiscard]] bool is(const xml::Element &element, Space space, QLatin1String name) const
    {
        return element.name == name && spaceOf(element.ns) == space;
    }
};

/// Follows the children of one element through the sequence that its rule prescribes.
class Sequence
{
public:
    Sequence(const ElementRule *rule, qint64 offset) : m_rule(rule), m_offset(offset) {}
    /// The child's own rule, or nullptr when it has none or is out of place (which is reported).
    const ElementRule *accept(const xml::Element &child, const Context &context);
    void end(const Context &context);
    [[nodiscard]] const ElementRule *rule() const { return m_rule; }

private:
    void advance(std::size_t step, const Context &context);
    const ElementRule *acceptOther(const xml::Element &child, Space space, const Context &context);
    void acceptModule(const xml::Element &child, Space space, const Context &context);
    void refuse(const xml::Element &child, Space space, const Context &context) const;
    [[nodiscard]] std::size_t otherStep() const;

    const ElementRule *m_rule;
    qint64 m_offset;
    std::size_t m_step = 0;
    int m_count = 0; ///< in the current step
    std::vector<const ModuleChild *> m_modules;
};

/// The attributes of one element against its rule.
void checkAttributes(const xml::Element &element, const ElementRule &rule, const Context &context);

/// An element and all in it that the specifications define.
void checkStructure(const xml::Element &element, const ElementRule &rule, const Context &context);

/// An extension: what it has of XLIFF has to be complete in itself.
void checkForeign(const xml::Element &element, const Context &context);

/// Text that stands where only elements may.
void reportText(qint64 offset, const ElementRule &rule, QStringView text, const Context &context);

/// "<mda:meta>"
QString tagOf(const ElementRule &rule);
QString tagOf(const xml::Element &element, const Context &context);

} // namespace verbale::conformance::xliff2
