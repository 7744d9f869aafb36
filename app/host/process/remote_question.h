#pragma once

#include <verbale/sdk/result.h>

#include <nlohmann/json.hpp>

#include <QtCore/QList>

#include <atomic>
#include <chrono>
#include <string>

namespace verbale::host {

/// A segment that a question is about; a newer revision of it makes an older question needless.
struct AskedSegment
{
    QString id;
    qint64 revision = 0;
};

/// One question to a plugin in a process, as the runner sees it: bytes one way, an answer the other.
/// Whoever comes first answers; later answers are dropped. Thread-safe.
class RemoteQuestion
{
public:
    RemoteQuestion() = default;
    virtual ~RemoteQuestion() = default;
    RemoteQuestion(const RemoteQuestion &) = delete;
    RemoteQuestion &operator=(const RemoteQuestion &) = delete;

    [[nodiscard]] virtual std::string_view method() const = 0;      ///< "verbale.terms/1"
    [[nodiscard]] virtual std::string_view interfaceId() const = 0; ///< "verbale.terms/1"
    [[nodiscard]] virtual nlohmann::json params() const = 0;
    /// Empty for questions that are never replaced by a later one.
    [[nodiscard]] virtual QList<AskedSegment> segments() const = 0;

    [[nodiscard]] virtual bool isAnswered() const = 0;
    virtual void progress(qint64 done, qint64 total) noexcept = 0;
    virtual void answer(const nlohmann::json &result) = 0; ///< what it is judged by is the question's to know
    virtual void drop(const Error &reason) = 0;

    /// Given by the runner when it takes the question, 0 before: its number on the wire.
    std::atomic<qint64> number = 0;
};

} // namespace verbale::host
