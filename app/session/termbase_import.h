#pragma once

#include "session/glossaries.h"

namespace verbale::session {

/// Whether a name is that of a termbase that can be edited (.vtb).
bool isTermbaseFile(const QString &path);

/// Brings glossaries into the termbase at `path`, which is made if need be: all of them or nothing, as one
/// step that can be undone. What it has already is left out. `entries` are those that were added; `bytes`
/// are empty. Errors: as importGlossaries, and those of glossary::TermStore.
Result<GlossaryFile> importIntoTermbase(const QList<GlossarySource> &sources,
                                        const GlossaryImportOptions &options, const QString &path);

} // namespace verbale::session
