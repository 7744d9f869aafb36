#pragma once

#include "glossary/engine/term_receipts.h"
#include "plugins/glossary-alignment/glossary_shelf.h"
#include "plugins/glossary-alignment/style_shelf.h"

#include <verbale/sdk/plugin.h>
#include <verbale/sdk/receipts_provider.h>
#include <verbale/sdk/suggestion_provider.h>
#include <verbale/sdk/terms_provider.h>

namespace verbale::alignment {

/// Finds the terms of glossaries in source segments, drafts from them, and tells where a target has them.
///
/// A hit's target is the entry's English of the best status; where the source has the abbreviation, the
/// English abbreviation goes first. The house style of the request says which English it prefers and how it
/// writes it; a draft's dates and figures follow the style of the terms that were found last. Errors of
/// findTerms: those of reading a glossary or a style, which name the file, and glossary-alignment.cancelled.
class GlossaryAlignment final : public Plugin,
                                public TermsProvider,
                                public SuggestionProvider,
                                public ReceiptsProvider
{
public:
    Result<void> start(const PluginContext &context) override;
    void stop() override;
    void *interfaceFor(std::string_view id) override;

    Result<TermsAnswer> findTerms(const TermsRequest &request, const StopToken &stop,
                                  const Progress &progress) override;

    /// Vietnamese into English only; for other languages there is a warning and no suggestion.
    Result<SuggestAnswer> suggest(const SuggestRequest &request, const StopToken &stop,
                                  const Progress &progress) override;

    /// English targets only; for other languages there is a warning and no receipt. See TermReceipts.
    Result<ReceiptsAnswer> receipts(const ReceiptsRequest &request, const StopToken &stop,
                                    const Progress &progress) override;

private:
    GlossaryShelf m_shelf;
    glossary::TermReceipts m_receipts;
    StyleShelf m_styles;
};

} // namespace verbale::alignment
