#pragma once

#include "document/document.h"
#include "host/plugin_host.h"

#include <verbale/sdk/control.h>
#include <verbale/sdk/result.h>

#include <QtCore/QFuture>
#include <QtCore/QStringList>

namespace verbale::session {

struct AssistOptions
{
    QStringList glossaries; ///< files, strongest first; empty: the shipped glossary
    bool includeNested = false;
};

/// Asks every running provider of verbale.terms/1 for the terms of these segments (all, when the list is
/// empty). Values in, values out; the document is not touched. Blocks until done: not for the GUI thread.
/// Errors: assist.no-terms-provider, and what the plugin says.
Result<TermsAnswer> findTerms(const Document &document, const QList<SegmentRef> &segments,
                              host::PluginHost &host, const AssistOptions &options,
                              const StopToken &stop = {}, const Progress &progress = {});

/// Asks every running provider of verbale.suggest/1. The segments' terms go with the request. As findTerms.
Result<SuggestAnswer> suggest(const Document &document, const QList<SegmentRef> &segments,
                              host::PluginHost &host, const StopToken &stop = {},
                              const Progress &progress = {});

/// The same two for the window: the request is taken from the document now, on the caller's thread.
QFuture<Result<TermsAnswer>> findTermsLater(const Document &document, const QList<SegmentRef> &segments,
                                            host::PluginHost &host, const AssistOptions &options,
                                            StopToken stop);
QFuture<Result<SuggestAnswer>> suggestLater(const Document &document, const QList<SegmentRef> &segments,
                                            host::PluginHost &host, StopToken stop);

/// Puts answers into the document's segments. An answer for another revision of a segment is dropped.
void storeTerms(Document &document, const TermsAnswer &answer);
/// Suggestions take the place of those of the same kind and origin; others stay, such as matches that came
/// with the file. Best first: by coverage, then a memory's match before a draft.
void storeSuggestions(Document &document, const SuggestAnswer &answer);

/// Gives a target to each segment whose suggestion is complete (terms and figures only) and that has none
/// yet and was never edited: state initial, subState "verbale:pretranslated", a note that says where it came
/// from. Returns how many.
qsizetype pretranslate(Document &document);

} // namespace verbale::session
