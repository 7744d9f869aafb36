#pragma once

#include "formats/conformance/structure.h"

#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace verbale::conformance {

/// TMX, tag by tag.
class TmxChecker : public XmlHandler
{
public:
    explicit TmxChecker(Findings &findings) : m_findings(findings) {}

    void begin(const XmlTag &tag) override;
    void end() override;
    void text(std::string_view piece) override { m_structure->text(piece, *this); }

    [[nodiscard]] QString version() const { return m_version; }

private:
    struct Pair
    {
        Position opened;
        bool isOpen = false;
        bool isClosed = false;
    };

    void beginRoot(const XmlTag &tag, Position position);
    void beginVariant(const XmlTag &tag, Position position);
    void beginMap(const XmlTag &tag, Position position);
    void beginCode(int element, const XmlTag &tag, Position position);
    void openPair(const std::string &key, Position position);
    void closePair(const std::string &key, Position position);
    void checkMatching(int element, const XmlTag &tag, Position position);
    void finishSegment();
    void finishUnit();
    void warnOnce(const char *code, const QString &section, Position position, const QString &message);

    Findings &m_findings;
    std::optional<Grammar> m_grammar;
    std::optional<Structure> m_structure;
    QString m_version;
    std::unordered_set<std::string> m_warned;
    std::unordered_set<std::string> m_languages; ///< that have been looked at
    std::string m_headerLanguage;                ///< srclang of the header
    std::string m_sourceLanguage;                ///< of the tu
    Position m_unitPosition;
    bool m_hasSource = false; ///< the tu has a tuv in its source language
    bool m_hasVariants = false;
    bool m_hasBase = false;                                ///< of the ude
    std::unordered_map<std::string, Pair> m_pairs;         ///< of the seg, by i
    std::unordered_set<std::string> m_matching;            ///< x of the seg, by kind of element
    std::unordered_map<std::string, int> m_matchingOfUnit; ///< which element has an x in the tu
};

} // namespace verbale::conformance
