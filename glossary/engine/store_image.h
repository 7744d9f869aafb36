#pragma once

#include "glossary/engine/concept_entry.h"

#include <QtCore/QByteArrayView>

#include <optional>

namespace verbale::glossary {

/// An entry as JSON (UTF-8), for a store's history; empty values are left out.
QString entryImage(const ConceptEntry &entry);
/// None for what entryImage did not write.
std::optional<ConceptEntry> entryOfImage(QByteArrayView json);

} // namespace verbale::glossary
