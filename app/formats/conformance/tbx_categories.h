#pragma once

#include <span>
#include <string_view>

namespace verbale::conformance {

/// What the dialects of TBX 3 say of a data category.
struct TbxCategory
{
    enum Level : unsigned { Entry = 1, Language = 2, Term = 4 };
    /// How it may stand in a level.
    enum class Inside { AnyGroup, NoTransaction, DescriptionOnly, Directly };

    std::string_view element; ///< of the DCA style: "admin"
    std::string_view name;    ///< the value of its type, or its tag in the DCT style
    bool isBasic = false;     ///< of the module basic, else of min
    unsigned levels = Entry | Language | Term;
    Inside inside = Inside::AnyGroup;
    std::span<const std::string_view> values; ///< empty: any text
};

/// Null when no module has it.
const TbxCategory *findTbxCategory(std::string_view element, std::string_view name);
/// By its tag and module; null when the module has none of the name.
const TbxCategory *findTbxTag(std::string_view name, bool isBasic);

} // namespace verbale::conformance
