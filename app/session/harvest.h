#pragma once

#include "document/document.h"
#include "session/glossaries.h"

#include <verbale/sdk/control.h>

namespace verbale::session {

struct HarvestOptions
{
    QList<GlossarySource> glossaries; ///< what is known already; empty: the shipped one
    qsizetype leastCount = 2;         ///< of names without an acronym
    qsizetype most = 200;
    StopToken stop = {};
    Progress progress = {}; ///< in segments
};

/// Where a candidate stands.
struct HarvestContext
{
    qsizetype segment = 0; ///< index into Document::segments(), or of the line
    QString vi;            ///< the sentence
    QString en;            ///< its translation, if it has one
    Span span;             ///< of the name in `vi`
};

/// A name that may be worth an entry.
struct HarvestedTerm
{
    QString vi;
    QString en;           ///< what it is likely called; empty: not known
    QString abbreviation; ///< the acronym in brackets after it
    QString evidence; ///< how the English was found: "bracket", "acronym", "spelling", "statistics", "none"
    qint64 count = 0;
    QList<HarvestContext> contexts; ///< at most ten
};

/// Names that the glossaries do not know, the best first: see glossary::harvestTerms. Not for the GUI thread.
/// Errors: those of reading a glossary, harvest.cancelled.
Result<QList<HarvestedTerm>> harvestDocument(const Document &document, const HarvestOptions &options = {});

/// The same for lines of a text and their translations, `en` may be empty. Error: harvest.lines when their
/// numbers differ.
Result<QList<HarvestedTerm>> harvestLines(const QStringList &vi, const QStringList &en,
                                          const HarvestOptions &options = {});

/// The lines of a text file in any encoding. Errors: those of text::readFile and text::decode.
Result<QStringList> linesOfFile(const QString &path);

} // namespace verbale::session
