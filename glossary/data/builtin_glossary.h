#pragma once

#include "glossary/engine/match_rules.h"
#include "glossary/engine/termbase.h"

#include <verbale/sdk/result.h>

namespace verbale::glossary {

/// The name by which verbs and settings call the shipped glossary.
inline constexpr const char *builtinGlossaryName = "builtin";

/// The shipped Vietnamese-English diplomatic glossary, compiled into the program at build time from
/// glossary/data. Errors only when the program was built wrongly.
Result<Termbase> builtinGlossary();

/// The shipped stop expressions and pairs of spellings, from glossary/data/context. Errors as above.
Result<MatchRules> builtinMatchRules();

} // namespace verbale::glossary
