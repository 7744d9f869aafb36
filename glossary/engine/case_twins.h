#pragma once

#include "glossary/engine/concept_entry.h"

namespace verbale::glossary {

/// The first term of a language, the entry's name in it; empty where there is none.
QString mainText(const ConceptEntry &entry, const QString &language);

/// Whether two entries differ in their capitals alone, in both languages: "Đại sứ" = "Ambassador" before a
/// name, "đại sứ" = "ambassador" elsewhere. The matcher tells them apart by the text's own capitals.
bool areCaseTwins(const ConceptEntry &one, const ConceptEntry &other);

} // namespace verbale::glossary
