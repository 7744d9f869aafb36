#pragma once

#include "glossary/engine/contents.h"
#include "glossary/engine/store_values.h"

namespace verbale::glossary {

struct AdditionOptions
{
    bool skipSame = true;        ///< leave out what the target has, and what says nothing new
    bool replaceSameIds = false; ///< an entry with the id of one of the target's takes its place
};

/// What bringing glossaries into a termbase comes to.
struct Additions
{
    QList<EntryEdit> edits;
    QList<Error> duplicates; ///< as in MergedGlossary
    qint64 left = 0;         ///< entries that are left out
};

/// Compares as mergeGlossaries does; the target's own entries stay as they are.
Additions additionsTo(const Termbase &target, const QList<GlossaryContents> &files,
                      const AdditionOptions &options);

} // namespace verbale::glossary
