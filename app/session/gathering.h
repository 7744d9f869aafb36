#pragma once

#include "host/plugin_host.h"
#include "session/merge_answers.h"

#include <algorithm>
#include <optional>

namespace verbale::session {

inline Result<TermsAnswer> merged(const TermsRequest &request, const QList<Result<TermsAnswer>> &answers)
{
    return mergeTerms(request, answers);
}
inline Result<SuggestAnswer> merged(const SuggestRequest &request,
                                    const QList<Result<SuggestAnswer>> &answers)
{
    return mergeSuggestions(request, answers);
}
inline Result<ReceiptsAnswer> merged(const ReceiptsRequest &request,
                                     const QList<Result<ReceiptsAnswer>> &answers)
{
    return mergeReceipts(request, answers);
}

/// "NAME: message": what a plugin says of itself does not tell which it is. Its Error is one of a plugin, so
/// its code begins with "plugins.".
Error named(const host::Provider &provider, Error error);

/// Whether an Error says no more than that nobody wants the answer any more.
bool isOnlyOutdated(const Error &error);

/// Whether an Error says no more than that, or than what becomes of the plugin itself, of which the host
/// tells too: that it crashed, could not be started, or is in quarantine.
bool isToldByHost(const Error &error);

/// The answers of several plugins to one question, in whatever order they come. What has come is put together
/// in the order of the plugins, so the same answers give the same result. What a plugin that did not come
/// with Verbale complains of carries its name. A value; it belongs to one thread.
template <typename Request, typename Answer>
class Gathering
{
public:
    Gathering(Request request, QList<host::Provider> providers)
        : m_request(std::move(request))
        , m_providers(std::move(providers))
        , m_answers(m_providers.size())
        , m_standIns(m_providers.size())
    {
    }

    [[nodiscard]] const Request &request() const { return m_request; }
    [[nodiscard]] const QList<host::Provider> &providers() const { return m_providers; }

    void add(qsizetype provider, Result<Answer> answer)
    {
        const host::Provider &who = m_providers[provider];
        if (!who.shipped && !answer) {
            answer = Result<Answer>(named(who, answer.error()));
        } else if (!who.shipped) {
            for (QString &warning : answer->warnings)
                warning = named(who, {{}, warning}).message;
        }
        m_answers[provider] = std::move(answer);
    }

    /// Counts as the plugin's answer as long as that has not come: what it said before.
    void standIn(qsizetype provider, Answer former) { m_standIns[provider] = std::move(former); }

    /// A plugin's own answer, as it was added; nothing while it has not come.
    [[nodiscard]] const std::optional<Result<Answer>> &answerOf(qsizetype provider) const
    {
        return m_answers[provider];
    }

    [[nodiscard]] bool isComplete() const
    {
        return std::all_of(m_answers.begin(), m_answers.end(), [](const auto &a) { return a.has_value(); });
    }

    /// Whether the plugins that came with Verbale have answered, if there are any. Others are not waited for.
    [[nodiscard]] bool isOwnComplete() const
    {
        for (qsizetype i = 0; i < m_providers.size(); ++i) {
            if (m_providers[i].shipped && !m_answers[i])
                return false;
        }
        return true;
    }

    /// Whether there is something to show already, or for good.
    [[nodiscard]] bool isPresentable() const
    {
        const bool any =
            std::any_of(m_answers.begin(), m_answers.end(), [](const auto &a) { return a && a->ok(); });
        return isComplete() || (any && isOwnComplete());
    }

    /// What there is so far, without the Errors of which nothing is to be said. The Error of the first plugin
    /// when none has an answer.
    [[nodiscard]] Result<Answer> merged(bool (*isNotSaid)(const Error &) = isOnlyOutdated) const
    {
        QList<Result<Answer>> known;
        std::optional<Error> notSaid;
        for (qsizetype i = 0; i < m_providers.size(); ++i) {
            if (m_answers[i] && !m_answers[i]->ok() && isNotSaid(m_answers[i]->error()))
                notSaid = m_answers[i]->error();
            else if (m_answers[i])
                known.append(*m_answers[i]);
            else if (m_standIns[i])
                known.append(*m_standIns[i]);
        }
        if (known.isEmpty() && notSaid)
            return *notSaid;
        return session::merged(m_request, known);
    }

private:
    Request m_request;
    QList<host::Provider> m_providers;
    QList<std::optional<Result<Answer>>> m_answers;
    QList<std::optional<Answer>> m_standIns;
};

/// A question that has been put to its plugins.
template <typename Request, typename Answer>
struct Question
{
    Gathering<Request, Answer> gathering;
    QList<QFuture<Result<Answer>>> answers; ///< of gathering.providers(), in their order
};

using TermsGathering = Gathering<TermsRequest, TermsAnswer>;
using SuggestGathering = Gathering<SuggestRequest, SuggestAnswer>;
using ReceiptsGathering = Gathering<ReceiptsRequest, ReceiptsAnswer>;

} // namespace verbale::session
