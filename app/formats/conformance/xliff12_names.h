#pragma once

#include "formats/conformance/findings.h"

#include <array>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace verbale::conformance {

/// What is named in a <file> of XLIFF 1.2 and referred to from elsewhere in it.
class Xliff12Names
{
public:
    enum Kind { Unit, Group, Phase, Tool, CountGroup, ContextGroup, ExternalFile };

    explicit Xliff12Names(Findings &findings) : m_findings(findings) {}

    /// Complains about a name that is there already.
    void define(Kind kind, std::string_view name, Position position);
    /// Complains at the end of the file about a name that is nowhere defined in it. `from` is said in the
    /// message: "phase-name of <target>".
    void refer(Kind kind, std::string_view name, const char *from, Position position);
    /// The end of the file element.
    void finish();

private:
    struct Reference
    {
        Kind kind = Unit;
        std::string name;
        const char *from = "";
        Position position;
    };

    [[nodiscard]] bool isDefined(Kind kind, std::string_view name) const;

    Findings &m_findings;
    std::array<std::unordered_set<std::string>, 7> m_names;
    std::vector<Reference> m_pending;
};

} // namespace verbale::conformance
