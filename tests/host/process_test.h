#pragma once

#include "host/process/process_runner.h"

#include <nlohmann/json.hpp>

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace verbale::host {

/// A question in the form that tests/host/scripted_child.cpp understands, with its answer.
class TestQuestion final : public RemoteQuestion
{
public:
    explicit TestQuestion(std::string how, QList<AskedSegment> segments = {{QStringLiteral("s1"), 1}})
        : m_how(std::move(how)), m_segments(std::move(segments))
    {
    }

    [[nodiscard]] std::string_view method() const override { return "verbale.terms/1"; }
    [[nodiscard]] std::string params() const override
    {
        nlohmann::json segments = nlohmann::json::array();
        for (const AskedSegment &segment : m_segments)
            segments.push_back({{"id", segment.id.toStdString()}, {"revision", segment.revision}});
        return nlohmann::json{{"glossaries", {m_how}}, {"segments", segments}}.dump();
    }
    [[nodiscard]] QList<AskedSegment> segments() const override { return m_segments; }
    [[nodiscard]] bool mayBeAskedAgain() const override { return !onceOnly; }
    [[nodiscard]] bool isAnswered() const override { return m_answered; }
    void progress(qint64, qint64) override { ++progressed; }
    void answer(std::string_view result) override { finish("ok", result); }
    void drop(const Error &reason) override { finish(reason.code, reason.message.toStdString()); }

    /// As a stop of the asker's token.
    void cancel(ProcessRunner &runner)
    {
        finish("plugins.cancelled", {});
        runner.cancel(*this);
    }

    /// "ok" or the code of the Error; "still waiting" after the limit.
    QString outcome(int milliseconds = 20'000)
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, std::chrono::milliseconds(milliseconds), [this] { return m_answered.load(); });
        return m_answered ? m_code : QStringLiteral("still waiting");
    }
    /// The result as JSON text, or the Error's message.
    QString text()
    {
        outcome();
        const std::lock_guard lock(m_mutex);
        return m_text;
    }

    std::atomic<int> progressed = 0;
    bool onceOnly = false;              ///< before it is posted
    std::function<void()> whenAnswered; ///< before it is posted

private:
    void finish(const QString &code, std::string_view text)
    {
        const std::lock_guard lock(m_mutex);
        if (m_answered)
            return;
        m_code = code;
        m_text = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
        m_answered = true;
        if (whenAnswered)
            whenAnswered();
        m_wake.notify_all();
    }

    const std::string m_how;
    const QList<AskedSegment> m_segments;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::atomic<bool> m_answered = false;
    QString m_code;
    QString m_text;
};

/// Notes what it is told, in one line, and says how long to wait after each crash.
class TestListener final : public ProcessListener
{
public:
    explicit TestListener(int crashesUntilQuarantine = 1000) : m_left(crashesUntilQuarantine) {}

    void starting() override { tell("starting"); }
    void running() override { tell("running"); }
    void failed(const Error &error) override { tell("failed " + error.code + ": " + error.message); }
    std::optional<std::chrono::milliseconds> crashed(const QString &message) override
    {
        tell("crashed: " + message);
        if (whenCrashed)
            whenCrashed();
        if (--m_left == 0)
            return std::nullopt;
        return pause;
    }

    [[nodiscard]] QStringList told() const
    {
        const std::lock_guard lock(m_mutex);
        return m_told;
    }

    std::atomic<std::chrono::milliseconds> pause{std::chrono::milliseconds(1)};
    std::function<void()> whenCrashed; ///< before the first question

private:
    void tell(const QString &what)
    {
        const std::lock_guard lock(m_mutex);
        m_told.append(what);
    }

    std::atomic<int> m_left;
    mutable std::mutex m_mutex;
    QStringList m_told;
};

/// A runner with a scripted child.
struct TestRunner
{
    explicit TestRunner(const char *mode = "echo", Supervision supervision = {}, int crashes = 1000,
                        bool network = false)
        : listener(std::make_shared<TestListener>(crashes))
    {
        ProcessPlan plan;
        plan.descriptor.id = QStringLiteral("test.scripted");
        plan.descriptor.network = network;
        plan.descriptor.provides = QStringList{QStringLiteral("verbale.terms/1")};
        plan.context.pluginId = plan.descriptor.id;
        plan.context.dataFolder = folder.filePath(QStringLiteral("data"));
        plan.program = QStringLiteral(SCRIPTED_CHILD);
        plan.arguments = {QStringLiteral("--serve"), QLatin1String(mode)};
        plan.supervision = supervision;
        runner = std::make_shared<ProcessRunner>(plan, listener);
    }

    std::shared_ptr<TestQuestion> ask(const std::string &how,
                                      QList<AskedSegment> segments = {{QStringLiteral("s1"), 1}})
    {
        auto question = std::make_shared<TestQuestion>(how, std::move(segments));
        runner->post(question);
        return question;
    }
    /// Until the child runs, so that what is asked next is sent at once.
    qint64 warm()
    {
        runner->warmUp();
        for (int i = 0; i < 2000 && runner->status().lastStartMilliseconds < 0; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        return runner->status().pid;
    }
    Result<void> stop(int milliseconds = 2000)
    {
        return runner->stop(std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds));
    }

    const QTemporaryDir folder;
    const std::shared_ptr<TestListener> listener;
    std::shared_ptr<ProcessRunner> runner;
};

} // namespace verbale::host
