#pragma once

#include "formats/conformance/grammar.h"

namespace verbale::conformance {

inline constexpr std::string_view tbxNamespace{"urn:iso:std:iso:30042:ed-2"};

/// TBX version 3. `dct`: data categories are tags of other namespaces, else they are type attributes.
Grammar tbx3Grammar(bool dct);

/// The core structure of TBX version 2, a MARTIF.
Grammar tbx2Grammar();

} // namespace verbale::conformance
