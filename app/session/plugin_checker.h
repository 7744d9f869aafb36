#pragma once

#include "host/single_plugin.h"
#include "session/plugin_check.h"

#include <algorithm>
#include <optional>

namespace verbale::session {

/// Asks a plugin one thing after the other and writes down what came of it.
class PluginChecker
{
public:
    using Outcome = PluginCheckRow::Outcome;
    using OnRow = std::function<void(const PluginCheckRow &)>;

    /// What is to be said of a good answer.
    struct Remark
    {
        QString text;
        bool worthALook = false;
        bool isWrong = false; ///< whatever it looks like, it breaks what the interface promises
    };

    PluginChecker(PluginCheckReport &report, const PluginCheckOptions &options, StopToken stop, OnRow onRow)
        : m_report(report), m_options(options), m_stop(std::move(stop)), m_onRow(std::move(onRow))
    {
    }

    void setPart(const QString &part) { m_part = part; }
    void add(Outcome outcome, const QString &name, const QString &message, double milliseconds = -1);

    /// Starts it; false: there is nothing to ask.
    bool start(std::unique_ptr<host::SinglePlugin> plugin);
    void askInterface(const QString &interfaceId);
    void look(); ///< at what the system kept it from
    void stop();

private:
    // plugin_check_interfaces.cpp
    void askTerms();
    void askSuggest();
    void askTranslate();
    void askUnknownService();
    void askCheck();
    void askReceipts();
    void askAlign();
    void askFormat();
    void askSampleFile();
    void askCommands();

    /// False, with a row, when it cannot be asked any more.
    bool mayAsk(const QString &name);
    void addFailure(const QString &name, const Error &error, double milliseconds);

    template <typename Request>
    using AnswerTo = typename host::Remote<Request>::Answer;

    /// A row for one question; its answer, when that is good.
    template <typename Request, typename Describe>
    std::optional<AnswerTo<Request>> ask(const QString &name, const Request &request, Describe describe,
                                         double *milliseconds = nullptr)
    {
        if (!mayAsk(name))
            return std::nullopt;
        auto reply = m_plugin->ask(request, m_stop);
        if (!reply.answer) {
            addFailure(name, reply.answer.error(), reply.milliseconds);
            return std::nullopt;
        }
        if (!reply.faults.isEmpty()) {
            add(Outcome::Failed, name, reply.faults.join(QLatin1Char(' ')), reply.milliseconds);
            return std::nullopt;
        }
        if (milliseconds != nullptr)
            *milliseconds = reply.milliseconds;
        const Remark remark = describe(*reply.answer);
        add(remark.isWrong      ? Outcome::Failed
            : remark.worthALook ? Outcome::Noted
                                : Outcome::Passed,
            name, remark.text, reply.milliseconds);
        return *std::move(reply.answer);
    }

    /// The rows that every interface of segments has: the samples, the same question again, a cancel, time.
    template <typename Make, typename Describe>
    void askSamples(Make make, Describe describe);
    template <typename Request>
    void askAgain(const Request &request);
    template <typename Request>
    void askAndCancel(const Request &large, const Request &small);
    template <typename Request>
    void measure(const Request &request);

    PluginCheckReport &m_report;
    const PluginCheckOptions &m_options;
    const StopToken m_stop;
    const OnRow m_onRow;
    QString m_part;
    std::unique_ptr<host::SinglePlugin> m_plugin;
    QStringList m_errors; ///< what it answered with, for look()
};

} // namespace verbale::session
