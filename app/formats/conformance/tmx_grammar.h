#pragma once

#include "formats/conformance/grammar.h"

namespace verbale::conformance {

/// The elements in the order of the grammar.
namespace tmx {
// clang-format off
enum Element : int {
    Tmx, Header, Body, Note, Ude, Map, Prop, Tu, Tuv, Seg,
    Bpt, Ept, Sub, It, Ph, Hi, Ut,
};
// clang-format on
} // namespace tmx

/// What the DTD of TMX 1.`minor` says; 1 to 4.
Grammar tmxGrammar(int minor);

} // namespace verbale::conformance
