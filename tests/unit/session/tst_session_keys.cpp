// Where keys are kept: with no keyring at all, and with a real one (gnome-keyring-daemon) on a bus of its own
// that is unlocked, locked, silent, gone.
#include "session/key_store.h"

#include <QtCore/QDirIterator>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <csignal>

using namespace verbale;
using namespace verbale::session;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString deepl = u"deepl"_s;
const QByteArray canary = "canary-4711";

constexpr const char *busRules = R"(<busconfig><type>session</type><listen>unix:dir=%1</listen>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>)";

template <typename Value>
Value answer(QFuture<Value> future)
{
    future.waitForFinished();
    return future.result();
}

Key key(const QByteArray &bytes)
{
    return Key(QByteArray(bytes.constData(), bytes.size()));
}

} // namespace

class tst_SessionKeys : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void aKeyIsOverwritten();
    void withoutABusForThisSessionAlone();
    void theEnvironmentComesFirst();
    // One keyring, in the order of what becomes of it.
    void aRealKeyring();
    void aSilentKeyring();
    void aLockedKeyring();
    void aBusWithoutAKeyring();
    void theBusEnds();

private:
    [[nodiscard]] KeyStore::Options onTheBus(std::chrono::milliseconds patience = 10s) const
    {
        QProcessEnvironment environment;
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_address);
        return {environment, patience};
    }
    /// Unlocked, once it answers on the bus. It is not started again: what the program has agreed with the
    /// first one is of no use with another.
    void startKeyring();
    void lockKeyring();
    [[nodiscard]] bool holdsInClear(const QByteArray &bytes) const;

    QTemporaryDir m_folder;
    QString m_address; ///< empty: no bus could be started
    QProcess m_bus;
    QProcess m_keyring;
};

void tst_SessionKeys::initTestCase()
{
    qputenv("HOME", m_folder.path().toUtf8());
    qputenv("XDG_RUNTIME_DIR", m_folder.path().toUtf8());
    qputenv("XDG_DATA_HOME", m_folder.filePath(u"data"_s).toUtf8());
    qunsetenv("DISPLAY");
    qunsetenv("WAYLAND_DISPLAY");
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    const QString rules = m_folder.filePath(u"bus.conf"_s);
    QFile file(rules);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QString::fromLatin1(busRules).arg(m_folder.path()).toUtf8());
    file.close();
    m_bus.setProcessChannelMode(QProcess::SeparateChannels);
    m_bus.start(u"dbus-daemon"_s, {u"--nofork"_s, u"--print-address"_s, u"--config-file="_s + rules});
    if (m_bus.waitForReadyRead(10'000))
        m_address = QString::fromUtf8(m_bus.readLine().trimmed());
    if (!m_address.isEmpty())
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_address.toUtf8());
}

void tst_SessionKeys::startKeyring()
{
    if (m_address.isEmpty() || QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty())
        QSKIP("dbus-daemon or gnome-keyring-daemon is not installed");
    if (m_keyring.state() == QProcess::Running)
        return;
    m_keyring.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--components=secrets"_s, u"--unlock"_s});
    QVERIFY(m_keyring.waitForStarted());
    m_keyring.write("password");
    m_keyring.closeWriteChannel();
    const auto answers = [] {
        QProcess asks;
        asks.start(u"dbus-send"_s,
                   {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.DBus"_s, u"/"_s,
                    u"org.freedesktop.DBus.GetNameOwner"_s, u"string:org.freedesktop.secrets"_s});
        return asks.waitForFinished() && asks.exitCode() == 0;
    };
    QTRY_VERIFY(answers());
}

void tst_SessionKeys::lockKeyring()
{
    QProcess locks;
    locks.start(u"dbus-send"_s, {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.secrets"_s,
                                 u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service.Lock"_s,
                                 u"array:objpath:/org/freedesktop/secrets/collection/login"_s});
    QVERIFY(locks.waitForFinished());
    QCOMPARE(locks.exitCode(), 0);
}

bool tst_SessionKeys::holdsInClear(const QByteArray &bytes) const
{
    QDirIterator walk(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
            return true;
    }
    return false;
}

void tst_SessionKeys::aKeyIsOverwritten()
{
    QString typed = u"  secret\n"_s;
    typed.detach();
    const QChar *place = typed.constData();
    QByteArray bytes("secret ");
    bytes.detach();
    const QByteArray another = bytes; // of the same array
    const char *seen = nullptr;
    {
        const Key one(std::move(typed));
        const Key two(std::move(bytes));
        const Key copy = one; // NOLINT(performance-unnecessary-copy-initialization)
        QCOMPARE(copy.reveal(), QByteArrayView("secret"));
        QCOMPARE(copy.reveal().data(), one.reveal().data());
        QCOMPARE(two.reveal(), QByteArrayView("secret"));
        seen = one.reveal().data();
        QVERIFY(*seen == 's');
    }
    QVERIFY(place != nullptr);
    QCOMPARE(another, QByteArray(7, '\0'));
    QVERIFY(Key(u" \n"_s).isEmpty());
    QVERIFY(Key().isEmpty());
}

void tst_SessionKeys::withoutABusForThisSessionAlone()
{
    KeyStore keys(KeyStore::Options{});
    QVERIFY(!keys.hasKeyring());
    QCOMPARE(answer(keys.find(deepl)).place, KeyPlace::Nowhere);
    const KeptKey kept = answer(keys.keep(deepl, key(canary)));
    QCOMPARE(kept.place, KeyPlace::Session);
    QVERIFY(kept.problem.contains(u"no keyring"_s));
    const FoundKey found = answer(keys.find(deepl));
    QCOMPARE(found.place, KeyPlace::Session);
    QCOMPARE(found.key.reveal(), QByteArrayView(canary));
    QCOMPARE(answer(keys.find(u"another"_s)).place, KeyPlace::Nowhere);
    QCOMPARE(answer(keys.remove(deepl)).value(), true);
    QCOMPARE(answer(keys.remove(deepl)).value(), false);
    QVERIFY(answer(keys.find(deepl)).key.isEmpty());
    QCOMPARE(answer(keys.keep(deepl, {})).place, KeyPlace::Nowhere);
    QVERIFY(!holdsInClear(canary));
}

void tst_SessionKeys::theEnvironmentComesFirst()
{
    KeyStore::Options options;
    options.environment.insert(u"VERBALE_MT_KEY_MY_ENGINE"_s, u"from-outside"_s);
    KeyStore keys(options);
    QCOMPARE(answer(keys.keep(u"my-engine"_s, key(canary))).place, KeyPlace::Session);
    const FoundKey found = answer(keys.find(u"my-engine"_s));
    QCOMPARE(found.place, KeyPlace::Environment);
    QCOMPARE(found.key.reveal(), QByteArrayView("from-outside"));
}

void tst_SessionKeys::aRealKeyring()
{
    startKeyring();
    if (m_keyring.state() != QProcess::Running)
        return;
    KeyStore keys(onTheBus());
    QCOMPARE(answer(keys.find(deepl)).place, KeyPlace::Nowhere);
    const KeptKey kept = answer(keys.keep(deepl, key(canary)));
    QVERIFY2(kept.place == KeyPlace::Keyring, qPrintable(kept.problem));
    QCOMPARE(kept.problem, QString());
    const FoundKey found = answer(KeyStore(onTheBus()).find(deepl)); // another window's
    QVERIFY2(found.place == KeyPlace::Keyring, qPrintable(found.problem));
    QCOMPARE(found.key.reveal(), QByteArrayView(canary));
    QCOMPARE(answer(keys.find(u"another"_s)).place, KeyPlace::Nowhere);
    QCOMPARE(answer(keys.keep(deepl, key("another-key"))).place, KeyPlace::Keyring);
    QCOMPARE(answer(keys.find(deepl)).key.reveal(), QByteArrayView("another-key"));
    QCOMPARE(answer(keys.remove(deepl)).value(), true);
    QCOMPARE(answer(keys.find(deepl)).place, KeyPlace::Nowhere);
    QCOMPARE(answer(keys.remove(deepl)).value(), false);
    QVERIFY(!holdsInClear("another-key"));
}

/// Nobody waits for it.
void tst_SessionKeys::aSilentKeyring()
{
    startKeyring();
    if (m_keyring.state() != QProcess::Running)
        return;
    KeyStore quick(onTheBus(200ms));
    ::kill(static_cast<pid_t>(m_keyring.processId()), SIGSTOP);
    QElapsedTimer since;
    since.start();
    const KeptKey kept = answer(quick.keep(deepl, key(canary)));
    const qint64 waited = since.elapsed();
    ::kill(static_cast<pid_t>(m_keyring.processId()), SIGCONT);
    QVERIFY(waited < 5'000);
    QCOMPARE(kept.place, KeyPlace::Session);
    QVERIFY2(kept.problem.contains(u"does not answer"_s), qPrintable(kept.problem));
    QCOMPARE(answer(quick.find(deepl)).place, KeyPlace::Session);
    // Whether what was given up has come to its end is the keyring's matter; it takes the next one.
    const auto takes = [this] {
        KeyStore later(onTheBus());
        return answer(later.keep(deepl, key(canary))).place == KeyPlace::Keyring;
    };
    QTRY_VERIFY(takes());
    QCOMPARE(answer(KeyStore(onTheBus()).find(deepl)).place, KeyPlace::Keyring);
}

/// Nobody is there to unlock it.
void tst_SessionKeys::aLockedKeyring()
{
    startKeyring();
    if (m_keyring.state() != QProcess::Running)
        return;
    KeyStore keys(onTheBus(1s));
    QCOMPARE(answer(keys.keep(u"stays"_s, key(canary))).place, KeyPlace::Keyring);
    lockKeyring();
    const FoundKey none = answer(keys.find(u"stays"_s));
    QCOMPARE(none.place, KeyPlace::Nowhere);
    const Result<bool> removed = answer(keys.remove(u"stays"_s));
    QVERIFY(!removed.ok() || !*removed); // and does not say that it is gone
    const KeptKey kept = answer(keys.keep(u"stays"_s, key("newer")));
    QCOMPARE(kept.place, KeyPlace::Session);
    QVERIFY(!kept.problem.isEmpty());
    QCOMPARE(answer(keys.find(u"stays"_s)).key.reveal(), QByteArrayView("newer"));
    QVERIFY(!holdsInClear(canary));
}

void tst_SessionKeys::aBusWithoutAKeyring()
{
    if (m_address.isEmpty())
        QSKIP("dbus-daemon is not installed");
    m_keyring.terminate();
    m_keyring.waitForFinished();
    KeyStore keys(onTheBus(1s));
    QVERIFY(keys.hasKeyring());
    const KeptKey kept = answer(keys.keep(deepl, key(canary)));
    QCOMPARE(kept.place, KeyPlace::Session);
    QVERIFY2(kept.problem.startsWith(u"The system's keyring "_s), qPrintable(kept.problem));
    QCOMPARE(answer(keys.find(deepl)).place, KeyPlace::Session);
    QVERIFY(!answer(keys.remove(deepl)).ok()); // gone from memory, and nobody knows about the rest
    const FoundKey none = answer(keys.find(deepl));
    QCOMPARE(none.place, KeyPlace::Nowhere);
    QVERIFY(!none.problem.isEmpty());
    QVERIFY(!holdsInClear(canary));
}

/// GLib would end the program with it.
void tst_SessionKeys::theBusEnds()
{
    if (m_address.isEmpty())
        QSKIP("dbus-daemon is not installed");
    m_bus.terminate();
    QVERIFY(m_bus.waitForFinished());
    KeyStore keys(onTheBus(1s));
    QCOMPARE(answer(keys.keep(deepl, key(canary))).place, KeyPlace::Session);
    QCOMPARE(answer(keys.find(deepl)).place, KeyPlace::Session);
}

QTEST_GUILESS_MAIN(tst_SessionKeys)
#include "tst_session_keys.moc"
