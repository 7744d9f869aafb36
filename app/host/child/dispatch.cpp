#include "host/child/dispatch.h"

#include "host/protocol/remote_call.h"

#include <array>
#include <functional>
#include <utility>

namespace verbale::host {

namespace {

template <typename Request>
Result<typename Remote<Request>::Answer> guarded(void *provider, const Request &request,
                                                 const StopToken &stop, const Progress &progress)
{
    using Provider = typename Remote<Request>::Provider;
    const auto threw = [](const QString &what) {
        return Error{QStringLiteral("plugins.threw"),
                     QStringLiteral("The plugin threw an exception: ") + what};
    };
    try {
        return std::invoke(Remote<Request>::function, *static_cast<Provider *>(provider), request, stop,
                           progress);
    } catch (const std::exception &e) {
        return threw(QString::fromUtf8(e.what()));
    } catch (...) {
        return threw(QStringLiteral("one that says nothing"));
    }
}

template <typename Request>
Outcome call(void *provider, std::string_view params, const StopToken &stop, const Progress &progress)
{
    const Result<Request> request = fromJson<Request>(params);
    if (!request)
        return failure(ErrorNumber::InvalidParams, request.error());
    const auto answer = guarded(provider, *request, stop, progress);
    if (answer)
        return {toJson(*answer)};
    if (stop.stop_requested()) {
        return failure(ErrorNumber::Cancelled,
                       {QStringLiteral("plugins.cancelled"), QStringLiteral("The request was cancelled.")});
    }
    return failure(ErrorNumber::Plugin, answer.error());
}

template <typename... Requests>
constexpr std::array<std::pair<std::string_view, Method>, sizeof...(Requests)> methodsOf()
{
    return {std::pair<std::string_view, Method>{Remote<Requests>::method, &call<Requests>}...};
}

constexpr auto methods =
    methodsOf<TermsRequest, SuggestRequest, TranslateRequest, TranslatePreviewRequest, CheckRequest,
              ReceiptsRequest, AlignRequest, FormatDetectRequest, FormatReadRequest, FormatWriteRequest,
              CommandListRequest, CommandRunRequest>();

} // namespace

Outcome failure(ErrorNumber number, Error error)
{
    return {{}, true, number, std::move(error)};
}

Method methodNamed(std::string_view name)
{
    for (const auto &[known, method] : methods) {
        if (known == name)
            return method;
    }
    return nullptr;
}

} // namespace verbale::host
