#pragma once

#include "session/glossaries.h"
#include "session/termbase_values.h"

namespace verbale::session {

/// Entries as a file of one of glossaryFormats(), and what of them that format cannot hold; writeFile()
/// writes it. Thread-safe; for a worker. Error glossary.unknown-format.
Result<GlossaryFile> entriesAsFile(const QList<glossary::ConceptEntry> &entries, const QString &name,
                                   const QString &format);

/// Makes an empty termbase that can be edited, NAME.vtb. Errors: of glossary::TermStore; termbase.exists.
Result<void> createTermbase(const QString &path);

} // namespace verbale::session
