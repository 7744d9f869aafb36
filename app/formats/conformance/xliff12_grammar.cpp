#include "formats/conformance/xliff12_grammar.h"

#include "formats/conformance/xliff12_values.h"

namespace verbale::conformance {

namespace {

constexpr const char *headerSection = "3.2.1 Top Level and Header Elements";
constexpr const char *namedSection = "3.2.2 Named Group Elements";
constexpr const char *structureSection = "3.2.3 Structural Elements";
constexpr const char *inlineSection = "3.2.4 Inline Elements";
constexpr const char *delimiterSection = "3.2.5 Delimiter Element";

/// The content of a text with codes.
const std::string codedText = "#text (g|bpt|ept|ph|it|mrk|x|bx|ex)*";
const std::string embeddedFile = "(internal-file|external-file)";

const std::string resource = " restype:restype resname extradata extype help-id:nmtoken menu menu-option "
                             "menu-name coord:coord font css-style style:nmtoken exstyle:nmtoken ";
const std::string size = " size-unit:size-unit maxwidth:nmtoken minwidth:nmtoken maxheight:nmtoken "
                         "minheight:nmtoken maxbytes:nmtoken minbytes:nmtoken charclass ";

/// In what the two schemas differ.
struct Schema
{
    std::string any;        ///< attributes that are not named
    std::string stamped;    ///< the same and the deprecated attribute ts
    std::string tool;       ///< the deprecated attribute tool
    std::string targets;    ///< how many in an alt-trans
    std::string restype;    ///< of target
    std::string properties; ///< the deprecated prop-group, in a sequence
    std::string details;    ///< in a choice: counts, properties, notes
};

Schema schemaOf(bool strict)
{
    if (strict)
        return {" ##other", " ##other", "", "", "", "", "count-group|note"};
    return {" ##any",
            " ts ##any",
            " tool",
            "+",
            " restype:restype",
            "prop-group* ",
            "count-group|prop-group|note"};
}

std::vector<ElementText> headerElements(const Schema &schema)
{
    return {
        {"xliff", headerSection, "(file|##other)+", "version!:version xml:lang:xml-language" + schema.any},
        {"file", headerSection, "header? body",
         "original! source-language!:language datatype!:datatype tool-id date:date xml:space:space category "
         "target-language:language product-name product-version build-num" +
             schema.tool + schema.stamped},
        {"header", headerSection,
         "skl? phase-group? (glossary|reference|tool|" + schema.details + ")* ##other*", ""},
        {"skl", headerSection, embeddedFile, ""},
        {"glossary", headerSection, embeddedFile, ""},
        {"reference", headerSection, embeddedFile, ""},
        {"internal-file", headerSection, "#text", "form crc:nmtoken"},
        {"external-file", headerSection, "", "href! crc:nmtoken uid:nmtoken"},
        {"note", headerSection, "#text", "xml:lang:xml-language priority:priority from annotates:annotates"},
        {"phase-group", headerSection, "phase+", ""},
        {"phase", headerSection, "note*",
         "phase-name! process-name! company-name tool-id date:date job-id contact-name contact-email "
         "contact-phone" +
             schema.tool},
        {"tool", headerSection, "#any", "tool-id! tool-name! tool-version tool-company" + schema.any},
        {"count-group", namedSection, "count*", "name!"},
        {"count", namedSection, "#text", "count-type:count-type phase-name unit:unit"},
        {"context-group", namedSection, "context+", "name crc:nmtoken purpose:purpose"},
        {"context", namedSection, "#text", "context-type!:context-type match-mandatory:yes-no crc:nmtoken"},
        // Nothing leads to the properties in the strict schema.
        {"prop-group", namedSection, "prop+", "name"},
        {"prop", namedSection, "#text", "prop-type! xml:lang:xml-language"},
    };
}

std::vector<ElementText> structuralElements(const Schema &schema)
{
    const std::string text = "xml:lang:xml-language" + schema.stamped;
    return {
        {"body", structureSection, "(group|trans-unit|bin-unit)*", ""},
        {"group", structureSection,
         "context-group* count-group* " + schema.properties + "note* ##other* (group|trans-unit|bin-unit)*",
         "id datatype:datatype xml:space:space translate:yes-no reformat:reformat merged-trans:yes-no" +
             resource + size + schema.stamped},
        {"trans-unit", structureSection,
         "source seg-source? target? (context-group|alt-trans|" + schema.details + ")* ##other*",
         "id! approved:yes-no translate:yes-no reformat:reformat xml:space:space datatype:datatype "
         "phase-name "
         "merged-trans:yes-no" +
             resource + size + schema.stamped},
        {"source", structureSection, codedText, text},
        {"seg-source", structureSection, codedText, text},
        {"target", structureSection, codedText,
         "state:state state-qualifier:qualifier phase-name:nmtoken xml:lang:xml-language resname coord:coord "
         "font css-style style:nmtoken exstyle:nmtoken equiv-trans:yes-no" +
             schema.restype + schema.stamped},
        {"alt-trans", structureSection,
         "source? seg-source? target" + schema.targets + " context-group* " + schema.properties +
             "note* ##other*",
         "match-quality tool-id crc:nmtoken xml:lang:xml-language origin datatype:datatype xml:space:space "
         "mid:nmtoken phase-name:nmtoken alttranstype:alternative" +
             resource + schema.tool + schema.stamped},
        {"bin-unit", structureSection,
         "bin-source bin-target? (context-group|trans-unit|" + schema.details + ")* ##other*",
         "id! mime-type!:mime approved:yes-no translate:yes-no reformat:reformat restype:restype resname "
         "phase-name" +
             schema.stamped},
        {"bin-source", structureSection, embeddedFile, schema.stamped},
        {"bin-target", structureSection, embeddedFile,
         "mime-type:mime state:state state-qualifier:qualifier phase-name:nmtoken restype:restype resname" +
             schema.stamped},
    };
}

std::vector<ElementText> inlineElements(const Schema &schema)
{
    const std::string code = " id! xid equiv-text" + schema.stamped;
    return {
        {"g", inlineSection, codedText, "ctype:pair-type clone:yes-no" + code},
        {"x", inlineSection, "", "ctype:single-type clone:yes-no" + code},
        {"bx", inlineSection, "", "rid:nmtoken ctype:pair-type clone:yes-no" + code},
        {"ex", inlineSection, "", "rid:nmtoken" + code},
        {"ph", inlineSection, "#text sub*", "ctype:single-type crc assoc:assoc" + code},
        {"bpt", inlineSection, "#text sub*", "rid:nmtoken ctype:pair-type crc" + code},
        {"ept", inlineSection, "#text sub*", "rid:nmtoken crc" + code},
        {"it", inlineSection, "#text sub*", "pos!:pos rid:nmtoken ctype:pair-type crc" + code},
        {"sub", inlineSection, codedText, "datatype:datatype ctype:pair-type xid"},
        {"mrk", delimiterSection, codedText, "mtype!:mtype mid:nmtoken comment" + schema.stamped},
    };
}

} // namespace

Grammar xliff12Grammar(bool strict)
{
    const Schema schema = schemaOf(strict);
    std::vector<ElementText> elements = headerElements(schema);
    for (const std::vector<ElementText> &more : {structuralElements(schema), inlineElements(schema)})
        elements.insert(elements.end(), more.begin(), more.end());
    return {elements, xliff12Types()};
}

} // namespace verbale::conformance
