#pragma once

#include "ledger/ledger.h"
#include "support.h"

#include "session/machine_translation.h"
#include "workbench/engine_fields.h"
#include "workbench/engine_form.h"
#include "workbench/engines_dialog.h"
#include "workbench/ledger_dialog.h"

#include <QtCore/QDir>
#include <QtCore/QJsonDocument>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <memory>
#include <utility>

namespace verbale::workbench {

/// An engine of the settings.
inline QJsonObject libre(const QString &address)
{
    return {{"type", "libretranslate"}, {"address", address}};
}

/// A request with these texts, as the plugin would have written it down.
inline qint64 send(ledger::Ledger &ledger, const QString &engine, const QString &document,
                   const QStringList &texts)
{
    ledger::ExitRequest request{engine, engine + ".example.org", document, {}, {}};
    for (const QString &text : texts)
        request.texts.append({QString::number(request.texts.size() + 1), text.toUtf8(), text, text.size()});
    request.body = "{\"q\":[\"" + texts.join("\",\"").toUtf8() + "\"]}";
    const Result<qint64> number = ledger.sending(request, {});
    return number ? *number : -1;
}

/// Takes connections on this computer and says nothing.
class SilentServer
{
public:
    SilentServer() : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto *place = reinterpret_cast<sockaddr *>(&address);
        if (::bind(m_socket, place, size) == 0 && ::listen(m_socket, 5) == 0 &&
            ::getsockname(m_socket, place, &size) == 0)
            m_port = ntohs(address.sin_port);
    }
    ~SilentServer() { close(); }
    SilentServer(const SilentServer &) = delete;
    SilentServer &operator=(const SilentServer &) = delete;

    [[nodiscard]] QString address() const { return "http://127.0.0.1:" + QString::number(m_port); }
    /// From then on connections are refused.
    void close()
    {
        if (m_socket >= 0)
            ::close(std::exchange(m_socket, -1));
    }
    [[nodiscard]] bool hasVisitor() const
    {
        pollfd asked{m_socket, POLLIN, 0};
        return ::poll(&asked, 1, 0) == 1;
    }

private:
    int m_socket;
    int m_port = 0;
};

/// A folder with settings and a ledger, and the pages that show them.
class EnginePages
{
protected:
    std::unique_ptr<QTemporaryDir> m_root;
    SetAnswers::Record m_answers;

    [[nodiscard]] QString in(const QString &path) const { return m_root->filePath(path); }
    [[nodiscard]] QString settingsFile() const { return in("settings.json"); }
    [[nodiscard]] QByteArray content(const QString &name = "settings.json") const
    {
        QFile file(in(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QJsonObject engines() const
    {
        return QJsonDocument::fromJson(content())["machineTranslation"]["engines"].toObject();
    }
    void put(const QJsonObject &engines) const
    {
        QFile file(settingsFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            QJsonDocument(QJsonObject{{"machineTranslation", QJsonObject{{"engines", engines}}}}).toJson());
    }
    [[nodiscard]] QProcessEnvironment environment() const
    {
        QProcessEnvironment environment;
        environment.insert("XDG_STATE_HOME", m_root->path());
        environment.insert("VERBALE_MT_KEY_OUTSIDE", "from-outside");
        return environment;
    }
    [[nodiscard]] host::HostOptions plugins() const
    {
        host::HostOptions options;
        options.folders = {{SHIPPED_PLUGINS, host::Origin::Shipped}};
        options.stateFolder = in("verbale");
        options.trialProgram = TRIAL_PROGRAM;
        return options;
    }
    std::unique_ptr<ledger::Ledger> openLedger() const
    {
        const QString folder = in("verbale/data/" + session::machineTranslationPlugin);
        QDir().mkpath(folder);
        auto opened = ledger::Ledger::open(folder + "/ledger.sqlite");
        return opened ? *std::move(opened) : nullptr;
    }

    /// A page with the settings file of the moment.
    struct Page
    {
        explicit Page(EnginePages &test)
            : keys({test.environment()})
            , questions(test.m_answers)
            , dialog({keys, questions, test.settingsFile(), [&test] { return test.plugins(); }})
            , saved(&dialog, &EnginesDialog::saved)
        {
            dialog.show();
        }
        session::KeyStore keys;
        SetAnswers questions;
        EnginesDialog dialog;
        QSignalSpy saved;

        [[nodiscard]] QStringList names() const
        {
            QStringList names;
            for (int row = 0; row < dialog.list()->count(); ++row)
                names.append(dialog.list()->item(row)->text().section('\n', 0, 0));
            return names;
        }
        [[nodiscard]] QLineEdit *field(const char *member) const
        {
            return qobject_cast<QLineEdit *>(dialog.form()->fields()->editor(QLatin1String(member)));
        }
        /// What can be read below the fields.
        [[nodiscard]] QString notes() const
        {
            QString all;
            for (const QLabel *label : dialog.form()->findChildren<QLabel *>())
                all += label->isHidden() ? QString() : label->text() + '\n';
            return all;
        }
        void save()
        {
            saved.clear();
            dialog.saveButton()->click();
            QTRY_VERIFY(!saved.isEmpty());
        }
        [[nodiscard]] session::FoundKey key(const QString &engine)
        {
            QFuture<session::FoundKey> found = keys.find(engine);
            found.waitForFinished();
            return found.result();
        }
    };

    /// A list of what left, read to its end.
    struct List
    {
        explicit List(EnginePages &test, const session::MachineSettings &budget = {})
            : questions(test.m_answers)
            , dialog(test.environment(), questions, [budget] { return budget; })
            , ready(&dialog, &LedgerDialog::ready)
        {
            dialog.show();
            wait();
        }
        SetAnswers questions;
        LedgerDialog dialog;
        QSignalSpy ready;

        void wait()
        {
            QTRY_VERIFY(!ready.isEmpty());
            QTRY_VERIFY(!dialog.isBusy());
            ready.clear();
        }
        [[nodiscard]] QStringList texts() const
        {
            QStringList texts;
            for (int row = 0; row < dialog.model()->rowCount(); ++row)
                texts.append(dialog.model()->at(row)->text);
            return texts;
        }
    };
};

} // namespace verbale::workbench
