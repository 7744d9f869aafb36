#pragma once

#include "host/protocol/translate_preview.h"

#include <verbale/sdk/align_provider.h>
#include <verbale/sdk/check_provider.h>
#include <verbale/sdk/command_provider.h>
#include <verbale/sdk/format_provider.h>
#include <verbale/sdk/receipts_provider.h>
#include <verbale/sdk/suggestion_provider.h>
#include <verbale/sdk/terms_provider.h>
#include <verbale/sdk/translation_provider.h>

namespace verbale::host {

/// Holds an answer to its request, so that whoever uses it may rely on what the interface promises: segments
/// and revisions are those of the request, in its order where the interface says one for each; spans lie
/// inside their text and cut no surrogate pair; placeholders are those of the source; numbers are in range.
/// What is wrong is left out, and a warning for people says so; an answer that cannot be used at all is an
/// Error plugins.bad-answer, and so is what stands for a translation that was left out.
Result<TermsAnswer> judged(TermsAnswer answer, const TermsRequest &request);
Result<SuggestAnswer> judged(SuggestAnswer answer, const SuggestRequest &request);
Result<TranslateAnswer> judged(TranslateAnswer answer, const TranslateRequest &request);
Result<TranslatePreview> judged(TranslatePreview answer, const TranslatePreviewRequest &request);
Result<CheckAnswer> judged(CheckAnswer answer, const CheckRequest &request);
Result<ReceiptsAnswer> judged(ReceiptsAnswer answer, const ReceiptsRequest &request);
Result<AlignAnswer> judged(AlignAnswer answer, const AlignRequest &request);
Result<FormatDetectAnswer> judged(FormatDetectAnswer answer, const FormatDetectRequest &request);
Result<FormatReadAnswer> judged(FormatReadAnswer answer, const FormatReadRequest &request);
Result<FormatWriteAnswer> judged(FormatWriteAnswer answer, const FormatWriteRequest &request);
Result<CommandListAnswer> judged(CommandListAnswer answer, const CommandListRequest &request);
Result<CommandRunAnswer> judged(CommandRunAnswer answer, const CommandRunRequest &request);

/// Bounds of what a plugin may answer with; more is left out, with a warning.
constexpr qsizetype warningsLimit = 100;
constexpr qsizetype suggestionsLimit = 64; ///< for one segment
constexpr qsizetype hitsLimit = 10'000;    ///< of one segment
constexpr qsizetype findingsLimit = 1'000; ///< of one segment
constexpr qsizetype remarksLimit = 20;     ///< of one segment
constexpr qsizetype commandsLimit = 100;
constexpr qsizetype previewedRequestsLimit = 20;

} // namespace verbale::host
