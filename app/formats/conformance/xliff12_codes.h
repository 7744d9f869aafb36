#pragma once

#include "formats/conformance/findings.h"
#include "formats/conformance/xml_events.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace verbale::conformance {

/// The inline codes of one text of XLIFF 1.2 (a source, seg-source or target, with the sub-flows in it):
/// their ids, and that what begins also ends.
class Xliff12Codes
{
public:
    enum class Role { Source, Target, Suggestion };

    explicit Xliff12Codes(Findings &findings) : m_findings(findings) {}

    /// Ids name formats, as in the files of SDL Trados Studio, not places: a text may have one several times.
    void setIdsAreShared(bool shared) { m_idsAreShared = shared; }
    /// A seg-source repeats codes that its segments divide, as a target may.
    void start(Role role);
    /// `element`: one of xliff12::Element.
    void add(int element, const XmlTag &tag, Position position);
    void finish();

private:
    struct Code
    {
        int element = 0;
        std::string id;
        std::string rid;
        bool hasRid = false;
        bool isPaired = false;
        bool mayBeCloned = true;
        std::string attributes; ///< of x: two that are alike stand for one and the same
        Position position;
    };

    void checkIds();
    void checkDuplicate(const Code &first, const Code &again);
    void checkRids(int begin, int end);
    void pair(int begin, int end);
    using Openings = std::unordered_map<std::string_view, std::vector<Code *>>;
    static Code *takeLast(Openings &openings, const std::string &key);
    static bool hasRid(Openings &openings, const std::string &key);
    void pairLeftOver(int begin, int end);
    void unpaired(const Code &code);

    Findings &m_findings;
    Role m_role = Role::Source;
    bool m_idsAreShared = false;
    std::vector<Code> m_codes; ///< kept with its memory from text to text
    std::size_t m_count = 0;
};

} // namespace verbale::conformance
