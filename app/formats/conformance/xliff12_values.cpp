#include "formats/conformance/xliff12_values.h"

#include "formats/conformance/language_tag.h"
#include "formats/conformance/values.h"

#include <algorithm>
#include <span>

namespace verbale::conformance {

namespace {

// The values of the specification, 3.3.1, in alphabetical order.
constexpr std::string_view contextTypes[]{"database",   "element", "elementtitle", "linenumber", "numparams",
                                          "paramnotes", "record",  "recordtitle",  "sourcefile"};
constexpr std::string_view countTypes[]{"num-usages", "repetition", "total"};
constexpr std::string_view delimiterTypes[]{"bold", "italic", "link", "underlined"};
constexpr std::string_view placeholderTypes[]{"image", "lb", "pb"};
constexpr std::string_view datatypes[]{"asp",
                                       "c",
                                       "cdf",
                                       "cfm",
                                       "cpp",
                                       "csharp",
                                       "cstring",
                                       "csv",
                                       "database",
                                       "documentfooter",
                                       "documentheader",
                                       "filedialog",
                                       "form",
                                       "html",
                                       "htmlbody",
                                       "ini",
                                       "interleaf",
                                       "javaclass",
                                       "javalistresourcebundle",
                                       "javapropertyresourcebundle",
                                       "javascript",
                                       "jscript",
                                       "layout",
                                       "lisp",
                                       "margin",
                                       "menufile",
                                       "messagefile",
                                       "mif",
                                       "mimetype",
                                       "mo",
                                       "msglib",
                                       "pagefooter",
                                       "pageheader",
                                       "parameters",
                                       "pascal",
                                       "php",
                                       "plaintext",
                                       "po",
                                       "report",
                                       "resources",
                                       "resx",
                                       "rtf",
                                       "sgml",
                                       "sgmldtd",
                                       "svg",
                                       "vbscript",
                                       "warning",
                                       "winres",
                                       "xhtml",
                                       "xml",
                                       "xmldtd",
                                       "xsl",
                                       "xul"};
constexpr std::string_view markTypes[]{"abbrev",
                                       "abbreviated-form",
                                       "abbreviation",
                                       "acronym",
                                       "appellation",
                                       "collocation",
                                       "common-name",
                                       "datetime",
                                       "equation",
                                       "expanded-form",
                                       "formula",
                                       "head-term",
                                       "initialism",
                                       "international-scientific-term",
                                       "internationalism",
                                       "logical-expression",
                                       "materials-management-unit",
                                       "name",
                                       "near-synonym",
                                       "part-number",
                                       "phrase",
                                       "phraseological-unit",
                                       "protected",
                                       "romanized-form",
                                       "seg",
                                       "set-phrase",
                                       "short-form",
                                       "sku",
                                       "standard-text",
                                       "symbol",
                                       "synonym",
                                       "synonymous-phrase",
                                       "term",
                                       "transcribed-form",
                                       "transliterated-form",
                                       "truncated-term",
                                       "variant"};
constexpr std::string_view resourceTypes[]{"auto3state",
                                           "autocheckbox",
                                           "autoradiobutton",
                                           "bedit",
                                           "bitmap",
                                           "button",
                                           "caption",
                                           "cell",
                                           "checkbox",
                                           "checkboxmenuitem",
                                           "checkedlistbox",
                                           "colorchooser",
                                           "combobox",
                                           "comboboxexitem",
                                           "comboboxitem",
                                           "component",
                                           "contextmenu",
                                           "ctext",
                                           "cursor",
                                           "datetimepicker",
                                           "defpushbutton",
                                           "dialog",
                                           "dlginit",
                                           "edit",
                                           "file",
                                           "filechooser",
                                           "fn",
                                           "font",
                                           "footer",
                                           "frame",
                                           "grid",
                                           "groupbox",
                                           "header",
                                           "heading",
                                           "hedit",
                                           "hscrollbar",
                                           "icon",
                                           "iedit",
                                           "keywords",
                                           "label",
                                           "linklabel",
                                           "list",
                                           "listbox",
                                           "listitem",
                                           "ltext",
                                           "menu",
                                           "menubar",
                                           "menuitem",
                                           "menuseparator",
                                           "message",
                                           "monthcalendar",
                                           "numericupdown",
                                           "panel",
                                           "popupmenu",
                                           "pushbox",
                                           "pushbutton",
                                           "radio",
                                           "radiobuttonmenuitem",
                                           "rcdata",
                                           "row",
                                           "rtext",
                                           "scrollpane",
                                           "separator",
                                           "shortcut",
                                           "spinner",
                                           "splitter",
                                           "state3",
                                           "statusbar",
                                           "string",
                                           "tabcontrol",
                                           "table",
                                           "textbox",
                                           "togglebutton",
                                           "toolbar",
                                           "tooltip",
                                           "trackbar",
                                           "tree",
                                           "uri",
                                           "userbutton",
                                           "usercontrol",
                                           "var",
                                           "versioninfo",
                                           "vscrollbar",
                                           "window"};
constexpr std::string_view sizeUnits[]{"byte",  "char", "cm", "col",     "dlgunit", "em",    "ex",
                                       "glyph", "in",   "mm", "percent", "pixel",   "point", "row"};
constexpr std::string_view states[]{"final",
                                    "needs-adaptation",
                                    "needs-l10n",
                                    "needs-review-adaptation",
                                    "needs-review-l10n",
                                    "needs-review-translation",
                                    "needs-translation",
                                    "new",
                                    "signed-off",
                                    "translated"};
constexpr std::string_view stateQualifiers[]{"exact-match",          "fuzzy-match",         "id-match",
                                             "leveraged-glossary",   "leveraged-inherited", "leveraged-mt",
                                             "leveraged-repository", "leveraged-tm",        "mt-suggestion",
                                             "rejected-grammar",     "rejected-inaccurate", "rejected-length",
                                             "rejected-spelling",    "tm-suggestion"};
constexpr std::string_view countUnits[]{"bin-unit", "character",  "glyph",     "instance",  "item",
                                        "line",     "page",       "paragraph", "placeable", "segment",
                                        "sentence", "trans-unit", "word"};
constexpr std::string_view reformatParts[]{"coord",     "coord-cx",  "coord-cy",    "coord-x",
                                           "coord-y",   "css-style", "ex-style",    "font",
                                           "font-name", "font-size", "font-weight", "style"};
constexpr std::string_view purposes[]{"information", "location", "match"};
constexpr std::string_view alternativeTypes[]{"accepted", "previous-version", "proposal", "reference",
                                              "rejected"};

using Values = std::span<const std::string_view>;

bool isOneOf(Values values, std::string_view value)
{
    return std::binary_search(values.begin(), values.end(), value);
}

/// One of the values or an extension "x-...".
template <const auto &values>
bool isListed(std::string_view value)
{
    return isOneOf(values, trimmed(value)) || isExtension(value);
}

/// For the attributes whose schema type keeps white space.
template <const auto &values>
bool isListedExactly(std::string_view value)
{
    return isOneOf(values, value) || isExtension(value);
}

/// Whether each of the words that white space separates is accepted.
template <typename Accepts>
bool isEach(std::string_view list, Accepts accepts)
{
    for (list = trimmed(list); !list.empty(); list = trimmed(list)) {
        const auto end = std::min(list.find_first_of(" \t\r\n"), list.size());
        if (!accepts(list.substr(0, end)))
            return false;
        list.remove_prefix(end);
    }
    return true;
}

bool isPurpose(std::string_view value)
{
    return isEach(value, isListedExactly<purposes>);
}

bool isReformat(std::string_view value)
{
    return value == "yes" || value == "no" || isEach(value, isListedExactly<reformatParts>);
}

bool isCountType(std::string_view value)
{
    return isListed<countTypes>(value) || isListed<resourceTypes>(value) || isListed<datatypes>(value) ||
           isListed<states>(value) || isListed<stateQualifiers>(value);
}

bool isYesNo(std::string_view value)
{
    value = trimmed(value);
    return value == "yes" || value == "no";
}

bool isOpenOrClose(std::string_view value)
{
    value = trimmed(value);
    return value == "open" || value == "close";
}

bool isAssociation(std::string_view value)
{
    value = trimmed(value);
    return value == "preceding" || value == "following" || value == "both";
}

bool isAnnotated(std::string_view value)
{
    value = trimmed(value);
    return value == "source" || value == "target" || value == "general";
}

bool isSpace(std::string_view value)
{
    value = trimmed(value);
    return value == "default" || value == "preserve";
}

bool isPriority(std::string_view value)
{
    value = trimmed(value);
    if (!value.empty() && value.front() == '+')
        value.remove_prefix(1);
    while (value.size() > 1 && value.front() == '0')
        value.remove_prefix(1);
    return value == "10" || (value.size() == 1 && value >= "1" && value <= "9");
}

bool isVersion(std::string_view value)
{
    return value == "1.2" || value == "1.1" || value == "1.0";
}

/// "-?\d+|#", four times, with semicolons between them.
bool isCoordinates(std::string_view value)
{
    int parts = 0;
    for (;;) {
        const auto end = std::min(value.find(';'), value.size());
        std::string_view part = value.substr(0, end);
        if (part != "#") {
            if (!part.empty() && part.front() == '-')
                part.remove_prefix(1);
            if (!isDigits(part))
                return false;
        }
        ++parts;
        if (end == value.size())
            return parts == 4;
        value.remove_prefix(end + 1);
    }
}

bool isMimeType(std::string_view value)
{
    constexpr std::string_view kinds[]{"application", "audio",     "image", "message",
                                       "model",       "multipart", "text",  "video"};
    const auto slash = value.find('/');
    if (!isOneOf(kinds, value.substr(0, slash)))
        return false;
    return slash == std::string_view::npos ||
           (slash + 1 < value.size() && value.find_first_of("\r\n", slash) == std::string_view::npos);
}

bool isLanguage(std::string_view value)
{
    return isWellFormedLanguage(trimmed(value));
}

bool isLanguageOrEmpty(std::string_view value)
{
    return trimmed(value).empty() || isLanguage(value);
}

constexpr ValueType nmtoken{"invalid-token", "a name token: letters, digits and . - _ : without spaces",
                            isNmtoken};
constexpr ValueType language{"invalid-language", "a language tag of BCP 47 such as vi or en-GB", isLanguage};
constexpr ValueType xmlLanguage{"invalid-language", "a language tag of BCP 47 such as vi or en-GB",
                                isLanguageOrEmpty};
constexpr ValueType dateTime{"invalid-date", "a date and time as 2025-03-01T09:30:00Z", isDateTime};
constexpr ValueType spaceType{"invalid-space", "\"default\" or \"preserve\"", isSpace};
constexpr ValueType versionType{"invalid-version", "\"1.2\"", isVersion};
constexpr ValueType yesNo{"invalid-yes-no", "\"yes\" or \"no\"", isYesNo};
constexpr ValueType positionType{"invalid-pos", "\"open\" or \"close\"", isOpenOrClose};
constexpr ValueType association{"invalid-assoc", "\"preceding\", \"following\" or \"both\"", isAssociation};
constexpr ValueType annotates{"invalid-annotates", "\"source\", \"target\" or \"general\"", isAnnotated};
constexpr ValueType priority{"invalid-priority", "a number from 1 to 10", isPriority};
constexpr ValueType coordinates{"invalid-coord", "four numbers or # as in \"0;0;-1;#\"", isCoordinates};
constexpr ValueType mimeType{"invalid-mime-type", "a MIME type such as image/png", isMimeType};
constexpr ValueType datatype{"invalid-datatype",
                             "a value of the specification's list or one that begins with x-",
                             isListed<datatypes>};
constexpr ValueType restype{"invalid-restype",
                            "a value of the specification's list or one that begins with x-",
                            isListed<resourceTypes>};
constexpr ValueType stateType{
    "invalid-state", "a state of the specification's list or one that begins with x-", isListed<states>};
constexpr ValueType qualifier{"invalid-state-qualifier",
                              "a value of the specification's list or one that begins with x-",
                              isListed<stateQualifiers>};
constexpr ValueType contextType{"invalid-context-type",
                                "a value of the specification's list or one that begins with x-",
                                isListedExactly<contextTypes>};
constexpr ValueType countType{"invalid-count-type",
                              "a value of the specification's list or one that begins with x-", isCountType};
constexpr ValueType unitType{"invalid-unit", "a unit of the specification's list or one that begins with x-",
                             isListed<countUnits>};
constexpr ValueType sizeUnit{"invalid-size-unit",
                             "a unit of the specification's list or one that begins with x-",
                             isListed<sizeUnits>};
constexpr ValueType mtype{"invalid-mtype", "a value of the specification's list or one that begins with x-",
                          isListed<markTypes>};
constexpr ValueType pairType{"invalid-ctype",
                             "\"bold\", \"italic\", \"underlined\", \"link\" or one that begins with x-",
                             isListed<delimiterTypes>};
constexpr ValueType singleType{"invalid-ctype", "\"image\", \"pb\", \"lb\" or one that begins with x-",
                               isListed<placeholderTypes>};
constexpr ValueType purposeType{
    "invalid-purpose", "a list of \"location\", \"match\", \"information\" or ones that begin with x-",
    isPurpose};
constexpr ValueType reformatType{"invalid-reformat",
                                 "\"yes\", \"no\" or a list of the specification's values", isReformat};
constexpr ValueType alternative{"invalid-alttranstype",
                                "a value of the specification's list or one that begins with x-",
                                isListedExactly<alternativeTypes>};

} // namespace

const Grammar::Types &xliff12Types()
{
    static const Grammar::Types all{
        {"nmtoken", &nmtoken},      {"language", &language},     {"xml-language", &xmlLanguage},
        {"date", &dateTime},        {"space", &spaceType},       {"version", &versionType},
        {"yes-no", &yesNo},         {"pos", &positionType},      {"assoc", &association},
        {"annotates", &annotates},  {"priority", &priority},     {"coord", &coordinates},
        {"mime", &mimeType},        {"datatype", &datatype},     {"restype", &restype},
        {"state", &stateType},      {"qualifier", &qualifier},   {"context-type", &contextType},
        {"count-type", &countType}, {"unit", &unitType},         {"size-unit", &sizeUnit},
        {"mtype", &mtype},          {"pair-type", &pairType},    {"single-type", &singleType},
        {"purpose", &purposeType},  {"reformat", &reformatType}, {"alternative", &alternative},
    };
    return all;
}

} // namespace verbale::conformance
