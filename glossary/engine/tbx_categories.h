#pragma once

#include <QtCore/QString>
#include <QtCore/QStringView>

#include <optional>

namespace verbale::glossary::tbx {

enum class Version { V2, V3 };

/// How much of TBX a file says that it uses. Open: the core structure, with any data categories (TBX-Default,
/// and dialects that are not of the standard).
enum class Dialect { Core, Min, Basic, Open };

/// Where in an entry something stands; InGroup: beside the value that it goes with.
enum Level { InGroup = 0, OnConcept = 1, OnLanguage = 2, OnTerm = 4 };

/// A data category of TBX-Basic, as TBX v3 has it.
struct Category
{
    const char *name;
    const char *kind;          ///< the element that carries it in DCA style
    Dialect module;            ///< Min or Basic: its name space in DCT style
    int levels;                ///< Levels in v3
    int levelsV2;              ///< Levels in v2
    const char *values = {};   ///< what it may say, separated by spaces; nullptr: anything
    const char *valuesV2 = {}; ///< as `values`, for v2
};

inline constexpr const char *coreNamespace = "urn:iso:std:iso:30042:ed-2";
inline constexpr const char *minNamespace = "http://www.tbxinfo.net/ns/min";
inline constexpr const char *basicNamespace = "http://www.tbxinfo.net/ns/basic";

/// nullptr for a category that TBX-Basic does not have.
const Category *findCategory(QStringView name);

bool isInDialect(const Category &category, Dialect dialect);
int levelsOf(const Category &category, Version version);

/// Whether a category may say this.
bool allowsValue(const Category &category, Version version, QStringView value);

/// What older files of these dialects write instead, in the words of today: "usageStatus" is the category
/// administrativeStatus, "creation" is "origination", and v2 may
/// display preferredTerm-admn-sts as "preferred". None for anything that is not such a word.
struct Modern
{
    QString name;
    QString value;
};
std::optional<Modern> modernForm(Version version, QStringView name, QStringView value);

} // namespace verbale::glossary::tbx
