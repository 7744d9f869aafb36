#pragma once

#include <verbale/sdk/control.h>
#include <verbale/sdk/result.h>
#include <verbale/sdk/segment_text.h>
#include <verbale/sdk/term.h>

namespace verbale {

/// JSON: {"sourceLanguage": "vi", "targetLanguage": "en", "glossaries": ["..."], "includeNested": false,
/// "segments": [...], "profile": "", "domains": ["..."], "chosenEntries": ["..."]}
struct TermsRequest
{
    QString sourceLanguage; ///< BCP 47
    QString targetLanguage; ///< BCP 47
    QStringList glossaries; ///< files, strongest first; empty or "builtin" means the shipped glossary
    bool includeNested = false;
    QList<SegmentText> segments;
    QString profile = {};           ///< the house style: a file, or a shipped one's name; empty: "mofa"
    QStringList domains = {};       ///< of the document, the likeliest first: they rank the senses
    QStringList chosenEntries = {}; ///< "TERMBASE#ID": senses that the translator chose in this document
};

/// JSON: {"segmentId": "7", "revision": 3, "hits": [...]}
struct SegmentTerms
{
    QString segmentId;
    qint64 revision = 0;
    QList<TermHit> hits; ///< in the order of the text
};

/// JSON: {"segments": [...], "warnings": ["..."]}
struct TermsAnswer
{
    QList<SegmentTerms> segments; ///< one for each segment of the request, in its order
    QStringList warnings;         ///< for people: rows of a glossary that were left out, and the like
};

/// Finds glossary terms in source segments. Called on the plugin's worker thread, one call at a time.
class TermsProvider
{
public:
    static constexpr const char *interfaceId = "verbale.terms/1";
    virtual ~TermsProvider() = default;
    virtual Result<TermsAnswer> findTerms(const TermsRequest &request, const StopToken &stop,
                                          const Progress &progress) = 0;
};

} // namespace verbale
