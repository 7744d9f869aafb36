#pragma once

#include "formats/conformance/grammar.h"

namespace verbale::conformance {

inline constexpr std::string_view xliff12Namespace{"urn:oasis:names:tc:xliff:document:1.2"};

/// The elements in the order of the grammar.
namespace xliff12 {
// clang-format off
enum Element : int {
    Xliff, File, Header, Skeleton, Glossary, Reference, InternalFile, ExternalFile, Note, PhaseGroup, Phase, Tool,
    CountGroup, Count, ContextGroup, Context, PropGroup, Prop,
    Body, Group, TransUnit, Source, SegSource, Target, AltTrans, BinUnit, BinSource, BinTarget,
    G, X, Bx, Ex, Ph, Bpt, Ept, It, Sub, Mrk,
};
// clang-format on
} // namespace xliff12

/// What the schemas of XLIFF 1.2 say of elements and attributes. `strict`: the strict one, else the
/// transitional one.
Grammar xliff12Grammar(bool strict);

} // namespace verbale::conformance
