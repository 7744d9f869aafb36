#include "formats/conformance/tbx_categories.h"

namespace verbale::conformance {

namespace {

using enum TbxCategory::Inside;

constexpr unsigned entry = TbxCategory::Entry;
constexpr unsigned language = TbxCategory::Language;
constexpr unsigned term = TbxCategory::Term;
constexpr unsigned everywhere = entry | language | term;

constexpr std::string_view statuses[]{"admittedTerm-admn-sts", "deprecatedTerm-admn-sts",
                                      "supersededTerm-admn-sts", "preferredTerm-admn-sts"};
constexpr std::string_view partsOfSpeech[]{"adjective", "noun", "other", "verb", "adverb"};
constexpr std::string_view genders[]{"masculine", "feminine", "neuter", "other"};
constexpr std::string_view locations[]{"checkBox",
                                       "comboBox",
                                       "comboBoxElement",
                                       "dialogBox",
                                       "groupBox",
                                       "informativeMessage",
                                       "interactiveMessage",
                                       "menuItem",
                                       "progressBar",
                                       "pushButton",
                                       "radioButton",
                                       "slider",
                                       "spinBox",
                                       "tab",
                                       "tableText",
                                       "textBox",
                                       "toolTip",
                                       "user-definedType"};
constexpr std::string_view termTypes[]{"fullForm",  "acronym", "abbreviation",
                                       "shortForm", "variant", "phrase"};
constexpr std::string_view transactions[]{"origination", "modification"};

constexpr TbxCategory categories[]{
    {"admin", "customerSubset", false, entry | term, NoTransaction, {}},
    {"descrip", "subjectField", false, entry, DescriptionOnly, {}},
    {"termNote", "administrativeStatus", false, term, AnyGroup, statuses},
    {"termNote", "partOfSpeech", false, term, AnyGroup, partsOfSpeech},
    {"xref", "externalCrossReference", false, everywhere, Directly, {}},
    {"admin", "projectSubset", true, entry | term, NoTransaction, {}},
    {"admin", "source", true, everywhere, NoTransaction, {}},
    {"descrip", "context", true, term, DescriptionOnly, {}},
    {"descrip", "definition", true, entry | language, DescriptionOnly, {}},
    {"ref", "crossReference", true, entry | term, AnyGroup, {}},
    {"termNote", "geographicalUsage", true, term, AnyGroup, {}},
    {"termNote", "grammaticalGender", true, term, AnyGroup, genders},
    {"termNote", "termLocation", true, term, AnyGroup, locations},
    {"termNote", "termType", true, term, AnyGroup, termTypes},
    {"transac", "transactionType", true, everywhere, AnyGroup, transactions},
    {"transacNote", "responsibility", true, everywhere, AnyGroup, {}},
    {"xref", "xGraphic", true, entry | language, Directly, {}},
};

} // namespace

const TbxCategory *findTbxCategory(std::string_view element, std::string_view name)
{
    for (const TbxCategory &category : categories) {
        if (category.element == element && category.name == name)
            return &category;
    }
    return nullptr;
}

const TbxCategory *findTbxTag(std::string_view name, bool isBasic)
{
    for (const TbxCategory &category : categories) {
        if (category.name == name && category.isBasic == isBasic)
            return &category;
    }
    return nullptr;
}

} // namespace verbale::conformance
