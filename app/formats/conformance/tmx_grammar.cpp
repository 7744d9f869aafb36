#include "formats/conformance/tmx_grammar.h"

#include "formats/conformance/language_tag.h"
#include "formats/conformance/values.h"

namespace verbale::conformance {

namespace {

bool isVersion(std::string_view value)
{
    return value == "1.1" || value == "1.2" || value == "1.3" || value == "1.4";
}

bool isSegmentType(std::string_view value)
{
    value = trimmed(value);
    return value == "block" || value == "paragraph" || value == "sentence" || value == "phrase";
}

bool isBeginOrEnd(std::string_view value)
{
    value = trimmed(value);
    return value == "begin" || value == "end";
}

bool isPrecedingOrFollowing(std::string_view value)
{
    return value == "p" || value == "f" || value == "b";
}

bool isLanguage(std::string_view value)
{
    return isWellFormedLanguage(value);
}

bool isSourceLanguage(std::string_view value)
{
    return value == "*all*" || isLanguage(value);
}

/// "#xF8FF"
bool isCodePoint(std::string_view value)
{
    if (value.size() < 3 || value.size() > 8 || value.substr(0, 2) != "#x")
        return false;
    return value.find_first_not_of("0123456789abcdefABCDEF", 2) == std::string_view::npos;
}

const Grammar::Types &types()
{
    static constexpr ValueType version{"invalid-version", "\"1.1\", \"1.2\", \"1.3\" or \"1.4\"", isVersion};
    static constexpr ValueType segtype{"invalid-segtype",
                                       "\"block\", \"paragraph\", \"sentence\" or \"phrase\"", isSegmentType};
    static constexpr ValueType pos{"invalid-pos", "\"begin\" or \"end\"", isBeginOrEnd};
    static constexpr ValueType assoc{"invalid-assoc", "\"p\", \"f\" or \"b\"", isPrecedingOrFollowing};
    static constexpr ValueType date{"invalid-date", "a date and time as 20250301T093000Z", isBasicDateTime};
    static constexpr ValueType language{"invalid-language", "a language tag of BCP 47 such as vi or en-GB",
                                        isLanguage};
    static constexpr ValueType source{"invalid-language", "a language tag of BCP 47 or \"*all*\"",
                                      isSourceLanguage};
    static constexpr ValueType number{"invalid-number", "a number", isDigits};
    static constexpr ValueType codePoint{"invalid-code-point", "a hexadecimal value as #xF8FF", isCodePoint};
    static const Grammar::Types all{{"version", &version}, {"segtype", &segtype}, {"pos", &pos},
                                    {"assoc", &assoc},     {"date", &date},       {"language", &language},
                                    {"source", &source},   {"number", &number},   {"code-point", &codePoint}};
    return all;
}

/// How a version says the language of a tuv, and of a note or prop.
struct Languages
{
    std::string ofVariant;
    std::string ofNote;
};

Languages languagesOf(int minor)
{
    if (minor < 3)
        return {" lang!:language", " lang:language"};
    return {" xml:lang!:language lang:language", " xml:lang:language lang:language"};
}

std::vector<ElementText> inlineElements(int minor)
{
    const std::string codes = "#text (bpt|ept|ph|it|ut";
    const std::string inSegment = codes + (minor == 1 ? "|sub)*" : "|hi)*");
    const std::string inFlow = codes + (minor == 1 ? ")*" : "|hi)*");
    return {
        {"seg", "seg", inSegment, ""},
        {"bpt", "bpt", "#text sub*", "i! x type"},
        {"ept", "ept", "#text sub*", "i!"},
        {"sub", "sub", inFlow, minor == 1 ? "" : "datatype type"},
        {"it", "it", "#text sub*", "pos!:pos x type"},
        {"ph", "ph", "#text sub*", "x assoc:assoc type"},
        {"hi", "hi", inFlow, "x type"}, // nothing leads to it in 1.1
        {"ut", "ut", minor == 4 ? "#text sub*" : "#text", "x"},
    };
}

} // namespace

Grammar tmxGrammar(int minor)
{
    const Languages languages = languagesOf(minor);
    const std::string dates = " creationdate:date creationid changedate:date changeid";
    const std::string usage = " o-encoding datatype usagecount:number lastusagedate:date creationtool "
                              "creationtoolversion o-tmf" +
                              dates;
    std::vector<ElementText> elements{
        {"tmx", "tmx", "header body", "version!:version"},
        {"header", "header", "(note|prop|ude)*",
         "creationtool! creationtoolversion! segtype!:segtype o-tmf! adminlang!:language srclang!:source "
         "datatype! o-encoding" +
             dates},
        {"body", "body", "tu*", ""},
        {"note", "note", "#text", "o-encoding" + languages.ofNote},
        {"ude", "ude", "map+", "name! base"},
        {"map", "map", "", "unicode!:code-point code:code-point ent subst"},
        {"prop", "prop", "#text", "type! o-encoding" + languages.ofNote},
        {"tu", "tu", "(note|prop)* tuv+", "tuid segtype:segtype srclang:source" + usage},
        {"tuv", "tuv", "(note|prop)* seg", languages.ofVariant + usage},
    };
    for (const ElementText &element : inlineElements(minor))
        elements.push_back(element);
    return {elements, types()};
}

} // namespace verbale::conformance
