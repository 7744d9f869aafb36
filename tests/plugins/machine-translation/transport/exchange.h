#pragma once

#include "plugins/machine-translation/transport/transport.h"

#include <chrono>
#include <future>

namespace verbale::mt::test {

/// Sends and waits for what comes of it, at most half a minute.
inline HttpOutcome exchange(Sender &sender, HttpRequest request)
{
    auto promise = std::make_shared<std::promise<HttpOutcome>>();
    std::future<HttpOutcome> future = promise->get_future();
    sender.send(std::move(request),
                [promise](HttpOutcome outcome) { promise->set_value(std::move(outcome)); });
    if (future.wait_for(std::chrono::seconds(30)) != std::future_status::ready)
        return TransportError{{QStringLiteral("test.nothing-came"), {}}, false, 0, std::nullopt};
    return future.get();
}

/// "200" or "transport.reset", with "+" where the text may have been charged.
inline QByteArray nameOf(const HttpOutcome &outcome)
{
    if (const auto *const answer = std::get_if<HttpAnswer>(&outcome))
        return QByteArray::number(answer->status);
    const auto &error = std::get<TransportError>(outcome);
    return error.error.code.toUtf8() + (error.requestMayHaveArrived ? "+" : "");
}

/// A request with a body; impatient only where a fault is one of time, so that a busy computer makes no
/// faults.
inline HttpRequest impatient(const QString &url, const QByteArray &expected = {})
{
    HttpRequest request;
    request.url = url;
    request.headers = {{"Content-Type", "application/json"}};
    request.body = R"({"text":["Xin chào"]})";
    const bool connecting = expected.contains("timeout-connect") || expected.contains("timeout-dns");
    request.timeouts.connect = milliseconds(connecting ? 500 : 20'000);
    request.timeouts.firstByte = milliseconds(expected.contains("first-byte") ? 300 : 20'000);
    request.timeouts.stalled = milliseconds(expected.contains("stalled") ? 300 : 20'000);
    return request;
}

} // namespace verbale::mt::test
