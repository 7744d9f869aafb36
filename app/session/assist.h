#pragma once

#include "document/document.h"
#include "host/plugin_host.h"
#include "session/gathering.h"

#include <verbale/sdk/control.h>
#include <verbale/sdk/result.h>

#include <QtCore/QStringList>

namespace verbale::session {

struct AssistOptions
{
    QStringList glossaries; ///< files, strongest first; empty: the shipped glossary
    bool includeNested = false;
    QString profile = {};           ///< the house style; empty: the shipped one
    QStringList domains = {};       ///< of the document, the likeliest first
    QStringList chosenEntries = {}; ///< "TERMBASE#ID": the senses that the translator chose
};

/// Asks every running provider of verbale.terms/1 for the terms of these segments (all, when the list is
/// empty), and waits for all of them, each within its time limits. Values in, values out; the document is not
/// touched. Blocks until done: not for the GUI thread. A plugin that fails is a warning that names it, as
/// long as another one has an answer. Errors: assist.no-terms-provider, and what the plugin says.
Result<TermsAnswer> findTerms(const Document &document, const QList<SegmentRef> &segments,
                              host::PluginHost &host, const AssistOptions &options,
                              const StopToken &stop = {}, const Progress &progress = {});

/// Asks every running provider of verbale.suggest/1. The segments' terms go with the request. As findTerms.
Result<SuggestAnswer> suggest(const Document &document, const QList<SegmentRef> &segments,
                              host::PluginHost &host, const StopToken &stop = {},
                              const Progress &progress = {});

/// Asks every running provider of verbale.receipts/1 what became of the segments' terms in their targets.
/// Segments without a target are left out: an empty one lacks every term, which says nothing. As findTerms;
/// no provider, or nothing to ask about, is an empty answer.
Result<ReceiptsAnswer> findReceipts(const Document &document, const QList<SegmentRef> &segments,
                                    host::PluginHost &host, const AssistOptions &options,
                                    const StopToken &stop = {}, const Progress &progress = {});

/// The same for the window: puts the question to every plugin and waits for none. The request is taken from
/// the document now, on the caller's thread; the answers are the caller's to gather as they come, those of
/// the plugins that came with Verbale first. Errors: assist.no-terms-provider,
/// assist.no-suggestion-provider.
Result<Question<TermsRequest, TermsAnswer>> askForTerms(const Document &document,
                                                        const QList<SegmentRef> &segments,
                                                        host::PluginHost &host, const AssistOptions &options,
                                                        const StopToken &stop, const Progress &progress = {});
Result<Question<SuggestRequest, SuggestAnswer>>
askForSuggestions(const Document &document, const QList<SegmentRef> &segments, host::PluginHost &host,
                  const StopToken &stop, const Progress &progress = {});
/// Nobody is asked when there is nothing to ask about.
Question<ReceiptsRequest, ReceiptsAnswer>
askForReceipts(const Document &document, const QList<SegmentRef> &segments, host::PluginHost &host,
               const AssistOptions &options, const StopToken &stop, const Progress &progress = {});

/// Puts answers into the document's segments. An answer for another revision of a segment is dropped.
/// Terms that change take the receipts of the former ones with them.
void storeTerms(Document &document, const TermsAnswer &answer);
/// Receipts that point outside the segment's terms or target are left out.
void storeReceipts(Document &document, const ReceiptsAnswer &answer);
/// Suggestions take the place of those of the same kind and origin; others stay, such as matches that came
/// with the file. Best first: by coverage, then a memory's match before a draft. What `former` proposed goes.
void storeSuggestions(Document &document, const SuggestAnswer &answer, const SuggestAnswer &former = {});

/// Gives a target to each segment whose suggestion is complete (terms and figures only) and that has none
/// yet and was never edited: state initial, subState "verbale:pretranslated", a note that says where it came
/// from. Returns how many.
qsizetype pretranslate(Document &document);

} // namespace verbale::session
