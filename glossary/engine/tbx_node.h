#pragma once

#include "glossary/engine/tbx_categories.h"
#include "xml/parse.h"

#include <verbale/sdk/result.h>

#include <vector>

namespace verbale::glossary::tbx {

/// What a file is, as its root element says.
struct FileKind
{
    Version version = Version::V3;
    Dialect dialect = Dialect::Open;
    bool dct = false;       ///< data categories as tags (v3), or TBX-Min as an XML format of its own (v2)
    bool minFormat = false; ///< the v2 format of TBX-Min: <TBX dialect="TBX-Min">
    QString name;           ///< "TBX-Basic"
    [[nodiscard]] QString text() const; ///< "TBX-Basic (v3, DCT)"
};

/// An element under the name that TBX v3 in DCA style has for it: <tig>, <min:partOfSpeech>noun... and
/// <termNote type="partOfSpeech"> are all told alike.
struct Node
{
    const xml::Element *element = nullptr;
    QString kind; ///< "conceptEntry", "termNote" ...; "dct" for a tag of a category that TBX-Basic has not;
                  ///< the element's own name where v3 has none for it
    QString category; ///< the data category, of the attribute `type` or of the tag
    std::vector<Node> children;
};

/// `element` has to outlive the node.
Node makeNode(const xml::Element &element, const FileKind &file);

/// Something that breaks a rule of the standard. `offset` counts bytes of the file.
struct Finding
{
    QString rule; ///< the error code: "tbx.structure", "tbx.level" ...
    QString message;
    qint64 offset = 0;
};

/// Judges a header, an entry or the back matter: elements and their order, attributes, data categories, their
/// levels and values. References between entries are not looked at.
class Judge
{
public:
    explicit Judge(const FileKind &file) : m_file(file) {}

    [[nodiscard]] std::vector<Finding> judge(const Node &node) const;

    /// The attributes of one element alone.
    void judgeAttributes(const Node &node, std::vector<Finding> &findings) const;

private:
    void judgeTree(const Node &node, int level, std::vector<Finding> &findings) const;
    void judgeContent(const Node &node, std::vector<Finding> &findings) const;
    void judgeCategory(const Node &node, int level, std::vector<Finding> &findings) const;
    [[nodiscard]] bool isInDialect(const Node &node) const;

    const FileKind &m_file;
};

} // namespace verbale::glossary::tbx
