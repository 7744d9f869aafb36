#pragma once

#include "host/protocol/codec.h"
#include "host/protocol/judge.h"

#include <verbale/sdk/align_provider.h>
#include <verbale/sdk/check_provider.h>
#include <verbale/sdk/command_provider.h>
#include <verbale/sdk/format_provider.h>
#include <verbale/sdk/receipts_provider.h>
#include <verbale/sdk/suggestion_provider.h>
#include <verbale/sdk/terms_provider.h>
#include <verbale/sdk/translation_provider.h>

#include <string>
#include <string_view>

namespace verbale::host {

/// What a request becomes on the wire: the method's name there, the interface's function that it stands for,
/// and the type of its answer. One specialisation for each request type.
template <typename Request>
struct Remote;

template <typename ProviderType, typename RequestType, typename AnswerType>
struct RemoteMethod
{
    using Provider = ProviderType;
    using Request = RequestType;
    using Answer = AnswerType;
    /// Called with the provider before its own arguments (std::invoke).
    using Function = Result<Answer> (Provider::*)(const Request &, const StopToken &, const Progress &);

    /// Whether the host may ask once more when a crash has swallowed the answer. Not where it costs money.
    static constexpr bool mayBeAskedAgain = true;

    /// The params of the request.
    static std::string encode(const Request &request) { return toJson(request); }

    /// Reads a result and judges it against its request. Errors: protocol.value (not the answer's JSON
    /// form), plugins.bad-answer. Use only what is ok(): the parts that were wrong are left out, with
    /// warnings.
    static Result<Answer> decode(std::string_view result, const Request &request)
    {
        Result<Answer> answer = fromJson<Answer>(result);
        if (!answer)
            return answer;
        return judged(std::move(answer).value(), request);
    }
};

template <>
struct Remote<TermsRequest> : RemoteMethod<TermsProvider, TermsRequest, TermsAnswer>
{
    static constexpr std::string_view method = "verbale.terms/1";
    static constexpr Function function = &TermsProvider::findTerms;
};

template <>
struct Remote<SuggestRequest> : RemoteMethod<SuggestionProvider, SuggestRequest, SuggestAnswer>
{
    static constexpr std::string_view method = "verbale.suggest/1";
    static constexpr Function function = &SuggestionProvider::suggest;
};

template <>
struct Remote<TranslateRequest> : RemoteMethod<TranslationProvider, TranslateRequest, TranslateAnswer>
{
    static constexpr std::string_view method = "verbale.translate/1";
    static constexpr Function function = &TranslationProvider::translate;
    static constexpr bool mayBeAskedAgain = false;
};

/// A plugin in another language may lack the method: Error translate.no-preview.
template <>
struct Remote<TranslatePreviewRequest>
    : RemoteMethod<TranslationProvider, TranslatePreviewRequest, TranslatePreview>
{
    static constexpr std::string_view method = "verbale.translate/1/preview";
    static Result<TranslatePreview> function(TranslationProvider &provider,
                                             const TranslatePreviewRequest &request, const StopToken &stop,
                                             const Progress &)
    {
        return provider.preview(request, stop);
    }
};

template <>
struct Remote<CheckRequest> : RemoteMethod<CheckProvider, CheckRequest, CheckAnswer>
{
    static constexpr std::string_view method = "verbale.check/1";
    static constexpr Function function = &CheckProvider::check;
};

template <>
struct Remote<ReceiptsRequest> : RemoteMethod<ReceiptsProvider, ReceiptsRequest, ReceiptsAnswer>
{
    static constexpr std::string_view method = "verbale.receipts/1";
    static constexpr Function function = &ReceiptsProvider::receipts;
};

template <>
struct Remote<AlignRequest> : RemoteMethod<AlignProvider, AlignRequest, AlignAnswer>
{
    static constexpr std::string_view method = "verbale.align/1";
    static constexpr Function function = &AlignProvider::align;
};

template <>
struct Remote<FormatDetectRequest> : RemoteMethod<FormatProvider, FormatDetectRequest, FormatDetectAnswer>
{
    static constexpr std::string_view method = "verbale.format/1/detect";
    static constexpr Function function = &FormatProvider::detect;
};

template <>
struct Remote<FormatReadRequest> : RemoteMethod<FormatProvider, FormatReadRequest, FormatReadAnswer>
{
    static constexpr std::string_view method = "verbale.format/1/read";
    static constexpr Function function = &FormatProvider::read;
};

template <>
struct Remote<FormatWriteRequest> : RemoteMethod<FormatProvider, FormatWriteRequest, FormatWriteAnswer>
{
    static constexpr std::string_view method = "verbale.format/1/write";
    static constexpr Function function = &FormatProvider::write;
};

template <>
struct Remote<CommandListRequest> : RemoteMethod<CommandProvider, CommandListRequest, CommandListAnswer>
{
    static constexpr std::string_view method = "verbale.command/1/list";
    static constexpr Function function = &CommandProvider::list;
};

template <>
struct Remote<CommandRunRequest> : RemoteMethod<CommandProvider, CommandRunRequest, CommandRunAnswer>
{
    static constexpr std::string_view method = "verbale.command/1/run";
    static constexpr Function function = &CommandProvider::run;
};

} // namespace verbale::host
