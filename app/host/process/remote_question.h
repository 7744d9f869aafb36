#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QList>

#include <atomic>
#include <string>
#include <string_view>

namespace verbale::host {

/// A segment that a question is about; a newer revision of it makes an older question needless.
struct AskedSegment
{
    QString id;
    qint64 revision = 0;
};

/// One question to a plugin in a process, as the runner sees it: JSON one way, JSON the other. Whoever comes
/// first answers; later answers are dropped. Thread-safe.
class RemoteQuestion
{
public:
    RemoteQuestion() = default;
    virtual ~RemoteQuestion() = default;
    RemoteQuestion(const RemoteQuestion &) = delete;
    RemoteQuestion &operator=(const RemoteQuestion &) = delete;

    [[nodiscard]] virtual std::string_view method() const = 0; ///< "verbale.format/1/read"
    [[nodiscard]] virtual std::string params() const = 0;
    /// Empty for questions that no later one replaces.
    [[nodiscard]] virtual QList<AskedSegment> segments() const = 0;

    /// False: a crash that swallows it is its end, since asking once more could cost once more.
    [[nodiscard]] virtual bool mayBeAskedAgain() const { return true; }

    [[nodiscard]] virtual bool isAnswered() const = 0;
    virtual void progress(qint64 done, qint64 total) = 0;
    virtual void answer(std::string_view result) = 0; ///< reads and judges it
    virtual void drop(const Error &reason) = 0;

    /// What a cancel comes to of which the plugin says nothing: plugins.cancelled; plugins.not-answering
    /// where it may have cost something by then.
    [[nodiscard]] Error cancelled() const;

    /// Its number on the wire, given by the runner; 0 before.
    std::atomic<qint64> number = 0;
    std::atomic<bool> wasSent = false; ///< a child has it, or had it
};

} // namespace verbale::host
