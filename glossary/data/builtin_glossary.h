#pragma once

#include "glossary/engine/termbase.h"

#include <verbale/sdk/result.h>

namespace verbale::glossary {

/// The name by which verbs and settings call the shipped glossary.
inline constexpr const char *builtinGlossaryName = "builtin";

/// The shipped Vietnamese-English diplomatic glossary, compiled into the program at build time from
/// glossary/data. Errors only when the program was built wrongly.
Result<Termbase> builtinGlossary();

} // namespace verbale::glossary
