#pragma once

#include "host/process/process_runner.h"
#include "host/protocol/remote_call.h"

namespace verbale::host {

/// What became of a question, for the author of the plugin.
template <typename AnswerType>
struct Reply
{
    Result<AnswerType> answer; ///< as the program would use it: what does not fit is left out
    QStringList faults;        ///< what did not fit, a sentence each
    double milliseconds = 0;   ///< from asking to the answer
    [[nodiscard]] bool isGood() const { return answer.ok() && faults.isEmpty(); }
};

/// One plugin in a process of its own, shut in and watched as the program does it, but by itself and for its
/// author: without quarantine, a crash is told to the question that it took along, and what does not fit in
/// an answer is told apart from the plugin's own warnings. For one thread.
class SinglePlugin
{
public:
    struct Options
    {
        QString program;      ///< verbale-plugin-host
        QJsonObject settings; ///< the user's values
        QString locale = QStringLiteral("en");
        std::chrono::milliseconds callTimeLimit{0}; ///< 0: each interface its own
        int endsAllowed = 3; ///< crashes, hangs and breaches after which the process is not started again
    };

    /// Of a descriptor that is usable. Its data folder is a temporary one. Errors: those of planOf(),
    /// plugins.no-host, plugins.no-folder.
    static Result<std::unique_ptr<SinglePlugin>> make(const Descriptor &descriptor, const Options &options);
    ~SinglePlugin();
    SinglePlugin(const SinglePlugin &) = delete;
    SinglePlugin &operator=(const SinglePlugin &) = delete;

    /// Starts it and waits until it runs. Errors: why it does not; plugins.cancelled.
    Result<void> start(const StopToken &stop);

    /// Asks and waits. Errors: as PluginHost's calls.
    template <typename Request>
    Reply<typename Remote<Request>::Answer> ask(const Request &request, const StopToken &stop = {},
                                                const Progress &progress = {})
    {
        double milliseconds = 0;
        const Result<std::string> text =
            askText(Remote<Request>::method, Remote<Request>::encode(request), stop, progress, milliseconds);
        using Answer = typename Remote<Request>::Answer;
        if (!text)
            return {text.error(), {}, milliseconds};
        Result<Answer> read = fromJson<Answer>(*text);
        if (!read)
            return {read.error(), {}, milliseconds};
        const qsizetype own = std::min(warningsOf(*read).size(), warningsLimit);
        Result<Answer> answer = judged(*std::move(read), request);
        QStringList faults;
        if (answer)
            faults = warningsOf(*answer).mid(own);
        return {std::move(answer), std::move(faults), milliseconds};
    }

    [[nodiscard]] ProcessStatus status() const;
    [[nodiscard]] int badEnds() const;    ///< how often the process crashed, hung or broke the protocol
    [[nodiscard]] bool isGivenUp() const; ///< as often as is allowed: nothing more is answered

    /// Ends it. Errors: it did not stop in time, or came to a bad end instead.
    Result<void> stop();

private:
    struct Private;
    explicit SinglePlugin(std::unique_ptr<Private> own);

    template <typename Answer>
    static QStringList warningsOf(const Answer &answer)
    {
        if constexpr (requires { answer.warnings; })
            return answer.warnings;
        else
            return {};
    }
    Result<std::string> askText(std::string_view method, std::string params, const StopToken &stop,
                                const Progress &progress, double &milliseconds);

    std::unique_ptr<Private> d;
};

} // namespace verbale::host
