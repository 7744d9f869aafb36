#include "formats/conformance/tbx_grammar.h"

#include "formats/conformance/language_tag.h"
#include "formats/conformance/values.h"

namespace verbale::conformance {

namespace {

bool isLanguage(std::string_view value)
{
    return isWellFormedLanguage(value);
}

/// A name that may be an ID of XML: no colon, and no digit, full stop or hyphen at its start.
bool isIdentifier(std::string_view value)
{
    value = trimmed(value);
    constexpr std::string_view notFirst{"0123456789-."};
    return isNmtoken(value) && value.find(':') == std::string_view::npos &&
           notFirst.find(value.front()) == std::string_view::npos;
}

bool isStyle(std::string_view value)
{
    return value == "dca" || value == "dct";
}

bool isDialect(std::string_view value)
{
    return value.size() > 4 && value.substr(0, 4) == "TBX-";
}

bool isYesOrNo(std::string_view value)
{
    return value == "yes" || value == "no";
}

bool isAddress(std::string_view value)
{
    return (value.substr(0, 7) == "http://" && value.size() > 7) ||
           (value.substr(0, 8) == "https://" && value.size() > 8);
}

bool isHighlight(std::string_view value)
{
    return value == "entailedTerm" || value == "hotkey" || value == "italics" || value == "bold" ||
           value == "superscript" || value == "subscript" || value == "math";
}

bool isInlineType(std::string_view value)
{
    return value == "fmt" || value == "ui" || value == "quote" || value == "link" || value == "image" ||
           value == "other";
}

bool isParagraphType(std::string_view value)
{
    value = trimmed(value);
    return value == "DCSName" || value == "XCSURI" || value == "XCSContent";
}

const Grammar::Types &types()
{
    static constexpr ValueType language{"invalid-language", "a language tag of BCP 47 such as vi or en-GB",
                                        isLanguage};
    static constexpr ValueType id{
        "invalid-id", "a name that begins with a letter or _ and has no spaces or colons", isIdentifier};
    static constexpr ValueType style{"invalid-style", "\"dca\" or \"dct\"", isStyle};
    static constexpr ValueType dialect{"invalid-dialect", "a dialect such as TBX-Basic", isDialect};
    static constexpr ValueType yesNo{"invalid-isolated", "\"yes\" or \"no\"", isYesOrNo};
    static constexpr ValueType address{"invalid-target", "an address that begins with http:// or https://",
                                       isAddress};
    static constexpr ValueType highlight{"invalid-type", "a value of the standard's list", isHighlight};
    static constexpr ValueType inlineType{"invalid-type", "a value of the standard's list", isInlineType};
    static constexpr ValueType paragraph{"invalid-type", "\"DCSName\", \"XCSURI\" or \"XCSContent\"",
                                         isParagraphType};
    static const Grammar::Types all{
        {"language", &language},  {"id", &id},           {"style", &style},         {"dialect", &dialect},
        {"yes-no", &yesNo},       {"address", &address}, {"highlight", &highlight}, {"inline", &inlineType},
        {"paragraph", &paragraph}};
    return all;
}

constexpr const char *headSection = "Header";
constexpr const char *bodySection = "Terminological entries";
constexpr const char *textSection = "Text markup";
constexpr const char *backSection = "Back matter";

/// In what the two versions differ.
struct Version
{
    std::string noteText;
    std::string category;   ///< attributes of an element that is a data category
    std::string links;      ///< what may follow a note in a group
    std::string paragraph;  ///< attributes of p
    std::string references; ///< the name of the lists in the back matter
};

std::vector<ElementText> headElements(const Version &version)
{
    return {
        {"fileDesc", headSection, "titleStmt? publicationStmt? sourceDesc+", "id:id"},
        {"titleStmt", headSection, "title note*", "id:id xml:lang:language"},
        {"title", headSection, "#text", "id:id xml:lang:language"},
        {"publicationStmt", headSection, "p+", "id:id"},
        {"sourceDesc", headSection, "p+", "id:id xml:lang:language"},
        {"encodingDesc", headSection, "p+", "id:id"},
        {"revisionDesc", headSection, "change+", "id:id xml:lang:language"},
        {"change", headSection, "p+", "id:id xml:lang:language"},
        {"p", headSection, version.noteText, version.paragraph},
        {"text", headSection, "body back?", "id:id"},
        {"back", backSection, version.references + "*", "id:id"},
        {version.references.c_str(), backSection, "refObject+", "id:id type!"},
        {"refObject", backSection, "(itemSet|itemGrp|item)+", "id:id"},
        {"item", backSection, version.noteText, "id:id type"},
        {"itemGrp", backSection, "item " + version.links, "id:id"},
        {"itemSet", backSection, "(item|itemGrp)+", "id:id type"},
        {"note", bodySection, version.noteText, "id:id xml:lang:language"},
        {"term", bodySection, "#text hi*", "id:id"},
        {"foreign", textSection, version.noteText, "id:id xml:lang:language"},
        {"date", bodySection, "#text", "id:id"},
    };
}

std::vector<ElementText> categoryElements(const Version &version)
{
    return {
        {"admin", bodySection, version.noteText, version.category},
        {"adminNote", bodySection, "#text", version.category},
        {"descrip", bodySection, version.noteText, version.category},
        {"descripNote", bodySection, "#text", version.category},
        {"ref", bodySection, "#text", version.category},
        {"termNote", bodySection, version.noteText, version.category},
        {"transac", bodySection, "#text", version.category},
        {"transacNote", bodySection, "#text", version.category},
    };
}

std::vector<ElementText> groupsOfAttributes(const Version &version)
{
    return {
        {"adminGrp", bodySection, "admin (adminNote|note|ref|xref)*", "id:id"},
        {"descripGrp", bodySection, "descrip (descripNote|admin|adminGrp|transacGrp|note|ref|xref)*",
         "id:id"},
        {"termNoteGrp", bodySection, "termNote " + version.links, "id:id"},
        {"transacGrp", bodySection, "transac (transacNote|date|note|ref|xref)*", "id:id"},
    };
}

std::vector<ElementText> groupsOfTags()
{
    return {
        {"adminGrp", bodySection, "##other (note|##other)*", "id:id"},
        {"descripGrp", bodySection, "##other (note|adminGrp|transacGrp|##other)*", "id:id"},
        {"termNoteGrp", bodySection, "##other (note|adminGrp|transacGrp|##other)*", "id:id"},
        {"transacGrp", bodySection, "##other (date|note|##other)*", "id:id"},
    };
}

void append(std::vector<ElementText> &to, const std::vector<ElementText> &more)
{
    to.insert(to.end(), more.begin(), more.end());
}

constexpr const char *details = "(descrip|descripGrp|admin|adminGrp|transacGrp|note|ref|xref)*";
constexpr const char *links = "(admin|adminGrp|transacGrp|note|ref|xref)*";

} // namespace

Grammar tbx3Grammar(bool dct)
{
    const std::string information = dct ? "(note|adminGrp|descripGrp|transacGrp|##other)*" : details;
    const std::string code = "disp equiv subType type:inline";
    const Version version{"#text (hi|foreign|sc|ec|ph)*",
                          "type! id:id xml:lang:language target datatype module", links,
                          "id:id xml:lang:language type", "refObjectSec"};
    std::vector<ElementText> elements{
        {"tbx", headSection, "tbxHeader text", "style!:style type!:dialect xml:lang!:language"},
        {"tbxHeader", headSection, "fileDesc encodingDesc? revisionDesc?", "id:id"},
        {"body", bodySection, "conceptEntry+", "id:id"},
        {"conceptEntry", bodySection, information + " langSec+", "id!:id"},
        {"langSec", bodySection, information + " termSec+", "xml:lang!:language"},
        {"termSec", bodySection, (dct ? "term termNoteGrp* " : "term (termNote|termNoteGrp)* ") + information,
         "id:id"},
        {"hi", textSection, "#text", "type:highlight target xml:lang:language"},
        {"sc", textSection, "", "id!:id target isolated:yes-no " + code},
        {"ec", textSection, "", "id:id startRef:id target isolated:yes-no " + code},
        {"ph", textSection, "", "id:id " + code},
        {"xref", bodySection, "#text", "type! target!:address id:id module"},
    };
    append(elements, headElements(version));
    append(elements, categoryElements(version));
    append(elements, dct ? groupsOfTags() : groupsOfAttributes(version));
    return {elements, types()};
}

Grammar tbx2Grammar()
{
    const std::string information = details;
    const Version version{"#text (hi|foreign|bpt|ept|ph)*", "type! id:id xml:lang:language target datatype",
                          links, "id:id xml:lang:language type:paragraph", "refObjectList"};
    std::vector<ElementText> elements{
        {"martif", headSection, "martifHeader text", "type! xml:lang!:language"},
        {"martifHeader", headSection, "fileDesc encodingDesc? revisionDesc?", "id:id"},
        {"body", bodySection, "termEntry+", "id:id"},
        {"termEntry", bodySection, information + " langSet+", "id:id"},
        {"langSet", bodySection, information + " (tig|ntig)+", "id:id xml:lang!:language"},
        {"tig", bodySection, "term termNote* " + information, "id:id"},
        {"ntig", bodySection, "termGrp " + information, "id:id"},
        {"termGrp", bodySection, "term (termNote|termNoteGrp)* termCompList*", "id:id"},
        {"termCompList", bodySection, information + " (termComp|termCompGrp)+", "id:id type!"},
        {"termComp", bodySection, "#text", "id:id xml:lang:language"},
        {"termCompGrp", bodySection, "termComp (termNote|termNoteGrp)* " + version.links, "id:id"},
        {"hi", textSection, "#text", "type target xml:lang:language"},
        {"bpt", textSection, "#text", "i type"},
        {"ept", textSection, "#text", "i"},
        {"ph", textSection, "#text", "type"},
        {"xref", bodySection, "#text", "id:id type target!"},
    };
    append(elements, headElements(version));
    append(elements, categoryElements(version));
    append(elements, groupsOfAttributes(version));
    return {elements, types()};
}

} // namespace verbale::conformance
