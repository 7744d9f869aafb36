#include "glossary/engine/tbx_categories.h"

#include <QtCore/QHash>

#include <array>

namespace verbale::glossary::tbx {

namespace {

constexpr int anywhere = OnConcept | OnLanguage | OnTerm;
constexpr const char *statuses =
    "admittedTerm-admn-sts deprecatedTerm-admn-sts supersededTerm-admn-sts preferredTerm-admn-sts";
constexpr const char *locations =
    "checkBox comboBox comboBoxElement dialogBox groupBox informativeMessage interactiveMessage menuItem "
    "progressBar pushButton radioButton slider spinBox tab tableText textBox toolTip user-definedType";
constexpr const char *types = "fullForm acronym abbreviation shortForm variant phrase";

// TBX-Basic 1.2.1 (LTAC/TerminOrgs) for v3, TBXBasicRNGV02 for v2.
constexpr std::array<Category, 17> categories{{
    {"customerSubset", "admin", Dialect::Min, OnConcept | OnTerm, OnTerm},
    {"subjectField", "descrip", Dialect::Min, OnConcept, OnConcept},
    {"administrativeStatus", "termNote", Dialect::Min, OnTerm, OnTerm, statuses, statuses},
    {"partOfSpeech", "termNote", Dialect::Min, OnTerm, OnTerm, "adjective noun other verb adverb",
     "adjective noun other verb adverb properNoun"},
    {"externalCrossReference", "xref", Dialect::Min, anywhere, OnConcept | OnTerm},
    {"projectSubset", "admin", Dialect::Basic, OnConcept | OnTerm, OnTerm},
    {"source", "admin", Dialect::Basic, anywhere, anywhere},
    {"context", "descrip", Dialect::Basic, OnTerm, OnTerm},
    {"definition", "descrip", Dialect::Basic, OnConcept | OnLanguage, OnConcept | OnLanguage},
    {"crossReference", "ref", Dialect::Basic, OnConcept | OnTerm, OnConcept | OnTerm},
    {"geographicalUsage", "termNote", Dialect::Basic, OnTerm, OnTerm},
    {"grammaticalGender", "termNote", Dialect::Basic, OnTerm, OnTerm, "masculine feminine neuter other",
     "masculine feminine neuter other"},
    {"termLocation", "termNote", Dialect::Basic, OnTerm, OnTerm, locations},
    {"termType", "termNote", Dialect::Basic, OnTerm, OnTerm, types, types},
    {"transactionType", "transac", Dialect::Basic, anywhere, anywhere, "origination modification",
     "origination modification"},
    {"responsibility", "transacNote", Dialect::Basic, anywhere, anywhere},
    {"xGraphic", "xref", Dialect::Basic, OnConcept | OnLanguage, OnConcept},
}};

struct OldWord
{
    const char *name;
    const char *value;
    const char *modernName;
    const char *modernValue;
};

// The dialects' own test files and the display values of TBX-Basic v2 write these.
constexpr std::array<OldWord, 13> oldWords{{
    {"usageStatus", "preferred", "administrativeStatus", "preferredTerm-admn-sts"},
    {"usageStatus", "admitted", "administrativeStatus", "admittedTerm-admn-sts"},
    {"usageStatus", "deprecated", "administrativeStatus", "deprecatedTerm-admn-sts"},
    {"usageStatus", "notRecommended", "administrativeStatus", "deprecatedTerm-admn-sts"},
    {"usageStatus", "superseded", "administrativeStatus", "supersededTerm-admn-sts"},
    {"usageStatus", "obsolete", "administrativeStatus", "supersededTerm-admn-sts"},
    {"administrativeStatus", "preferred", "administrativeStatus", "preferredTerm-admn-sts"},
    {"administrativeStatus", "admitted", "administrativeStatus", "admittedTerm-admn-sts"},
    {"administrativeStatus", "notRecommended", "administrativeStatus", "deprecatedTerm-admn-sts"},
    {"administrativeStatus", "obsolete", "administrativeStatus", "supersededTerm-admn-sts"},
    {"transactionType", "creation", "transactionType", "origination"},
    {"transactionType", "input", "transactionType", "origination"},
    {"transactionType", "importation", "transactionType", "origination"},
}};

} // namespace

const Category *findCategory(QStringView name)
{
    static const QHash<QString, const Category *> byName = [] {
        QHash<QString, const Category *> index;
        for (const Category &category : categories)
            index.insert(QLatin1String(category.name), &category);
        return index;
    }();
    return byName.value(name.toString());
}

bool isInDialect(const Category &category, Dialect dialect)
{
    return dialect == Dialect::Open || category.module == dialect ||
           (category.module == Dialect::Min && dialect == Dialect::Basic);
}

int levelsOf(const Category &category, Version version)
{
    return version == Version::V3 ? category.levels : category.levelsV2;
}

bool allowsValue(const Category &category, Version version, QStringView value)
{
    const char *values = version == Version::V3 ? category.values : category.valuesV2;
    if (values == nullptr)
        return true;
    const QString list = QLatin1Char(' ') + QLatin1String(values) + QLatin1Char(' ');
    return !value.isEmpty() && !value.contains(u' ') && list.contains(u' ' + value.toString() + u' ');
}

std::optional<Modern> modernForm(Version version, QStringView name, QStringView value)
{
    for (const OldWord &word : oldWords) {
        const bool display = QLatin1String(word.name) == QLatin1String("administrativeStatus");
        if (display && version == Version::V3)
            continue;
        if (name == QLatin1String(word.name) && value == QLatin1String(word.value))
            return Modern{QLatin1String(word.modernName), QLatin1String(word.modernValue)};
    }
    return std::nullopt;
}

} // namespace verbale::glossary::tbx
