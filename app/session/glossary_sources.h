#pragma once

#include "glossary/engine/interchange.h"
#include "session/glossaries.h"

namespace verbale::session {

/// How the inputs of an import are to be read. Errors: unknown names of formats and encodings.
Result<glossary::ReadOptions> readOptions(const GlossaryImportOptions &options);

/// The bytes of a source that is a file. Errors: those of text::readFile.
Result<QByteArray> bytesOf(const GlossarySource &source);

/// A source's entries. Errors: as glossary::readGlossary and text::readFile.
Result<glossary::GlossaryContents> loadGlossary(const GlossarySource &source,
                                                const glossary::ReadOptions &options = {});

/// Rejected rows of a file that cost a row or an entry, and the rest as sentences.
void sortFindings(const glossary::GlossaryContents &contents, QList<Error> &rejected, QStringList &warnings);

} // namespace verbale::session
