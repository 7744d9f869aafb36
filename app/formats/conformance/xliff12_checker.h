#pragma once

#include "formats/conformance/structure.h"
#include "formats/conformance/xliff12_codes.h"
#include "formats/conformance/xliff12_names.h"

#include <optional>
#include <unordered_map>

namespace verbale::conformance {

/// XLIFF 1.2, tag by tag.
class Xliff12Checker : public XmlHandler
{
public:
    explicit Xliff12Checker(Findings &findings);

    void begin(const XmlTag &tag) override;
    void end() override;
    void text(std::string_view piece) override;

    [[nodiscard]] QString version() const { return m_version; }

private:
    /// The segments of a seg-source, and what refers to them in the same trans-unit or alt-trans.
    struct Segments
    {
        std::unordered_map<std::string, bool> mids;
        std::vector<std::pair<std::string, Position>> references;
        bool hasSegSource = false;
    };

    void beginRoot(const XmlTag &tag, Position position);
    void beginFile(const XmlTag &tag, Position position);
    void beginHeaderElement(int element, const XmlTag &tag, Position position);
    void beginUnit(int element, const XmlTag &tag, Position position);
    void beginText(int element, const XmlTag &tag, Position position);
    void beginMark(const XmlTag &tag, Position position);
    void checkDeprecated(int element, const XmlTag &tag, Position position);
    void checkSizes(const XmlTag &tag, Position position);
    void checkLanguage(const XmlTag &tag, const char *expectedName, const std::string &expected,
                       Position position);
    void warnOnce(const char *code, Position position, const QString &message);
    void referTo(Xliff12Names::Kind kind, const XmlTag &tag, const char *attribute, const char *from,
                 Position position);
    void referToUnits(const XmlTag &tag, Position position);
    void finishSegments(Segments &segments);
    void compareSources(Position position);

    Findings &m_findings;
    Xliff12Names m_names;
    Xliff12Codes m_codes;
    std::optional<Grammar> m_grammar;
    std::optional<Structure> m_structure;
    QString m_version;
    std::unordered_map<std::string, bool> m_warned; ///< of this file element
    std::string m_sourceLanguage;
    std::string m_targetLanguage;
    bool m_endsWithFile = false; ///< the last child of the root
    Segments m_unitSegments;
    Segments m_alternativeSegments;
    bool m_inAlternative = false;
    int m_text = -1; ///< the source, seg-source or target that is open
    std::size_t m_textDepth = 0;
    std::vector<std::size_t> m_segmentMarks; ///< depths of the open mrk mtype="seg"
    Position m_textPosition;
    std::string m_source;    ///< of the trans-unit, without white space
    std::string m_segSource; ///< the same of its seg-source
    std::string m_base64;    ///< of the internal-file that is open, only while it is one
    bool m_isBase64 = false;
};

} // namespace verbale::conformance
