#pragma once

#include "glossary/engine/term_index.h"

#include <vector>

namespace verbale::glossary {

/// Takes out the occurrences that are cut from something else: by the stop expressions, and by what signs and
/// capitals around them say of names.
/// - "+": ASEAN is no hit in "ASEAN+3", "ASEAN + 3", "ADMM+".
/// - A dash after a meeting or body that ends with a name: "Hội nghị Bộ trưởng ASEAN" is no hit in "... ASEAN
/// -
///   Canada", where ASEAN and Canada are.
/// - A foreign word with a capital before a foreign name: "Guinea" in "Papua New Guinea".
/// - Personal names: after a family name and up to three more syllables with capitals, nothing inside is a
///   term ("Nguyễn Văn Đức", "Dương Trung Quốc"), unless a term begins with the family name itself ("Hà
///   Lan"); a one-syllable name straight after another syllable with a capital ("Minh Đức").
void removeCutOuts(std::vector<Occurrence> &occurrences, const TermIndex &index, const TextTokens &text,
                   const std::vector<qint32> &numbers);

} // namespace verbale::glossary
