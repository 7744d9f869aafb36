#pragma once

#include "host/protocol/framing.h"
#include "host/protocol/message.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>

#include <memory>

namespace verbale::host {

/// A child that speaks the protocol, as a test talks to it.
class SpeakingProcess
{
public:
    SpeakingProcess(const QString &program, const QStringList &arguments, const QString &folder = {})
    {
        if (!folder.isEmpty())
            m_process.setWorkingDirectory(folder);
        m_process.start(program, arguments);
        m_process.waitForStarted();
    }
    ~SpeakingProcess()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    void write(const std::string &bytes)
    {
        m_process.write(bytes.data(), qint64(bytes.size()));
        m_process.waitForBytesWritten();
    }
    void send(const std::string &message) { write(frame(message)); }
    void initialize(const std::string &pluginId = {})
    {
        send(
            requestText(1, "initialize", R"({"protocol":1,"pluginId":")" + pluginId + R"(","locale":"en"})"));
    }

    /// The next message that is no notification.
    std::shared_ptr<std::pair<std::string, Message>> receive()
    {
        auto next = receiveAny();
        while (next && next->second.kind == Message::Kind::Notification)
            next = receiveAny();
        return next;
    }

    /// The next message, with its body. nullptr when the child ends first, says nothing for ten seconds, or
    /// says what is no message (see `fault`).
    std::shared_ptr<std::pair<std::string, Message>> receiveAny()
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 10'000) {
            if (auto body = m_reader.next()) {
                auto received =
                    std::make_shared<std::pair<std::string, Message>>(std::move(*body), Message{});
                auto message = readMessage(received->first);
                if (!message) {
                    fault = message.error();
                    return nullptr;
                }
                received->second = std::move(message).value();
                return received;
            }
            if (m_process.bytesAvailable() == 0 && !m_process.waitForReadyRead(100) &&
                m_process.state() == QProcess::NotRunning && m_process.bytesAvailable() == 0)
                return nullptr;
            const QByteArray bytes = m_process.readAllStandardOutput();
            if (const auto fed = m_reader.feed(bytes.constData(), size_t(bytes.size())); !fed) {
                fault = fed.error();
                return nullptr;
            }
        }
        return nullptr;
    }

    void closeInput() { m_process.closeWriteChannel(); }
    /// The exit status; -1 when it crashed or did not end.
    int end()
    {
        m_process.waitForFinished(10'000);
        return m_process.state() == QProcess::NotRunning && m_process.exitStatus() == QProcess::NormalExit
                   ? m_process.exitCode()
                   : -1;
    }
    QByteArray log() { return m_process.readAllStandardError(); }
    [[nodiscard]] bool runs() const { return m_process.state() == QProcess::Running; }

    Error fault;

private:
    QProcess m_process;
    FrameReader m_reader;
};

} // namespace verbale::host
