#pragma once

#include "formats/conformance/structure.h"
#include "formats/conformance/tbx_categories.h"

#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace verbale::conformance {

/// TBX, tag by tag.
class TbxChecker : public XmlHandler
{
public:
    explicit TbxChecker(Findings &findings) : m_findings(findings) {}

    void begin(const XmlTag &tag) override;
    void end() override;
    void text(std::string_view piece) override;

    /// "2" or "3"
    [[nodiscard]] QString version() const { return m_version; }

private:
    enum class Dialect { Unknown, Core, Min, Basic };

    /// A data category whose text is being read, and what its text may be.
    struct Reading
    {
        const TbxCategory *category = nullptr;
        bool isDate = false;
        bool isTerm = false;
        std::string text;
        Position position;
        std::size_t depth = 0;
    };

    /// A sc or ec of a text.
    struct Marker
    {
        bool isStart = false;
        bool hasId = false;
        bool hasStart = false;
        std::string isolated;
        Position position;
    };

    void beginRoot(const XmlTag &tag, Position position);
    void checkIds(const XmlTag &tag, bool isAddress, Position position);
    void checkLanguage(const XmlTag &tag, Position position);
    void beginElement(const std::string &name, const XmlTag &tag, Position position);
    void beginForeign(const XmlTag &tag, Position position);
    void noteForeignId(const XmlTag &tag);
    void checkCategory(const XmlTag &tag, Position position);
    void checkLevel(const TbxCategory &category, Position position);
    void addMarker(bool isStart, const XmlTag &tag, Position position);
    void finishMarkers(std::vector<Marker> &markers);
    void finishReading(const Reading &reading);
    void finishReferences();
    [[nodiscard]] std::string nameOfAncestor(std::size_t up) const;

    Findings &m_findings;
    std::optional<Grammar> m_grammar;
    std::optional<Structure> m_structure;
    QString m_version;
    QString m_section;
    Dialect m_dialect = Dialect::Unknown;
    bool m_isDct = false;
    std::size_t m_depth = 0; ///< open elements, foreign ones too
    std::vector<Reading> m_readings;
    std::vector<std::pair<std::size_t, std::vector<Marker>>> m_markers; ///< by the depth of their text
    std::unordered_set<std::string> m_ids;
    std::unordered_set<std::string> m_foreignIds;
    std::unordered_map<std::string, std::pair<std::string, Position>> m_references; ///< first place of each
    std::unordered_set<std::string> m_languages; ///< that have been looked at
};

} // namespace verbale::conformance
