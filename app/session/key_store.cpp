#include "session/key_store.h"

#include "host/memory_dumps.h"
#include "session/machine_translation.h"

#include <qt6keychain/keychain.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>
#include <QtCore/QLibrary>
#include <QtCore/QMutexLocker>
#include <QtCore/QPromise>
#include <QtCore/QThread>
#include <QtCore/QTimer>

#include <functional>
#include <utility>

namespace verbale::session {

namespace {

const QString service = QStringLiteral("Verbale");

void overwrite(char *bytes, qsizetype size)
{
    volatile char *at = bytes; // written even though nobody reads it again
    for (qsizetype i = 0; i < size; ++i)
        at[i] = 0;
}

/// The array's own bytes, shared or not: who shares them holds the same key and has no more use for it.
void overwriteShared(const QByteArray &bytes)
{
    if (bytes.capacity() > 0) // a literal has none and cannot be written to
        overwrite(const_cast<char *>(bytes.constData()), bytes.size());
}

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
/// GLib, by which the keyring is asked, ends the whole program with SIGTERM when the session's bus goes. It
/// is told not to, by way of the library that QtKeychain has loaded.
void outliveTheBus()
{
    QLibrary gio(QStringLiteral("gio-2.0"), 0);
    using GetBus = void *(*)(int type, void *stop, void **error);
    using SetExit = void (*)(void *bus, int exits);
    const auto getBus = reinterpret_cast<GetBus>(gio.resolve("g_bus_get_sync"));
    const auto setExit = reinterpret_cast<SetExit>(gio.resolve("g_dbus_connection_set_exit_on_close"));
    constexpr int sessionBus = 2;
    if (getBus == nullptr || setExit == nullptr)
        return;
    if (void *bus = getBus(sessionBus, nullptr, nullptr)) // is kept, so that nobody is given another one
        setExit(bus, 0);
}
#else
void outliveTheBus() {}
#endif

/// QtKeychain has one queue for a whole program, which belongs to the thread that asks first. So there is one
/// thread that asks, from the first question until the program ends. A keyring that waits for its user never
/// holds up any other.
class KeyringThread
{
public:
    static KeyringThread &instance()
    {
        static auto *thread = new KeyringThread; // never deleted: QtKeychain's queue lives as long
        return *thread;
    }

    void run(std::function<void()> work)
    {
        QMetaObject::invokeMethod(&m_context, std::move(work), Qt::QueuedConnection);
    }
    QObject *context() { return &m_context; }

private:
    KeyringThread()
    {
        m_thread.setObjectName(QStringLiteral("keyring"));
        m_context.moveToThread(&m_thread);
        m_thread.start();
        run(outliveTheBus);
        qAddPostRoutine([] {
            instance().m_thread.quit();
            instance().m_thread.wait();
        });
    }

    QThread m_thread;
    QObject m_context;
};

/// What the keyring said.
struct Reply
{
    QKeychain::Error error = QKeychain::NoError;
    QString message; ///< why it could not be asked; empty: it could
    Key key;
};

using Told = std::function<void(Reply)>;

Reply replyOf(QKeychain::Job &job)
{
    Reply reply{job.error(), {}, {}};
    if (const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(&job))
        reply.key = Key(read->binaryData());
    if (reply.error == QKeychain::NoError || reply.error == QKeychain::EntryNotFound)
        return reply;
    const QString said = job.errorString().simplified();
    reply.message = said.isEmpty() ? QStringLiteral("The system's keyring cannot be used.")
                                   : QStringLiteral("The system's keyring cannot be used: %1.")
                                         .arg(said.endsWith(u'.') ? said.chopped(1) : said);
    return reply;
}

/// In the keyring's thread. `told` is called once: with the reply, or when nobody waits for it any more. A
/// job that was given up goes on by itself, as it cannot be taken back, and those after it wait.
void start(QKeychain::Job *job, const QString &engine, std::chrono::milliseconds patience, Told told)
{
    auto *late = new QTimer(job);
    const auto once = std::make_shared<Told>(std::move(told));
    const auto tell = [once](Reply reply) {
        if (const Told waiting = std::exchange(*once, {}))
            waiting(std::move(reply));
    };
    QObject::connect(job, &QKeychain::Job::finished, KeyringThread::instance().context(),
                     [tell](QKeychain::Job *done) { tell(replyOf(*done)); });
    QObject::connect(late, &QTimer::timeout, KeyringThread::instance().context(), [tell] {
        tell({QKeychain::OtherError,
              QStringLiteral("The system's keyring does not answer; it may be waiting to be unlocked."),
              {}});
    });
    late->setSingleShot(true);
    late->start(patience);
    job->setKey(QLatin1String("machine-translation/") + engine);
    job->setInsecureFallback(false); // it would write the key into a settings file in clear
    job->start();
}

void read(const QString &engine, std::chrono::milliseconds patience, Told told)
{
    start(new QKeychain::ReadPasswordJob(service), engine, patience, std::move(told));
}

template <typename Value>
QFuture<Value> finished(Value value)
{
    QPromise<Value> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

template <typename Value>
void finish(QPromise<Value> &promise, Value value)
{
    promise.addResult(std::move(value));
    promise.finish();
}

const QString noKeyring =
    QStringLiteral("This computer's session has no keyring that keys could be kept in.");

} // namespace

Key::Key(QString &&clear) : Key(clear.toUtf8())
{
    clear.fill(QChar(0));
    clear.clear();
}

Key::Key(QByteArray &&clear)
{
    const auto bytes = std::make_shared<Bytes>();
    const QByteArray kept = clear.trimmed();
    bytes->bytes = QByteArray(kept.constData(), kept.size());
    overwriteShared(clear);
    overwriteShared(kept);
    clear.clear();
    m_bytes = bytes;
}

Key::Bytes::~Bytes()
{
    overwrite(bytes.data(), bytes.size());
}

KeyStore::KeyStore(Options options) : m_options(std::move(options)), m_memory(std::make_shared<Memory>()) {}

KeyStore::~KeyStore() = default;

bool KeyStore::hasKeyring() const
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    // Without a bus the keyring's library would start one, which nobody asked for and nobody ends.
    const QString folder = m_options.environment.value(QStringLiteral("XDG_RUNTIME_DIR"));
    return !m_options.environment.value(QStringLiteral("DBUS_SESSION_BUS_ADDRESS")).isEmpty() ||
           (!folder.isEmpty() && QFileInfo::exists(folder + QLatin1String("/bus")));
#else
    return true;
#endif
}

QFuture<FoundKey> KeyStore::find(const QString &engine) const
{
    if (QString given = m_options.environment.value(keyVariable(engine)); !given.isEmpty()) {
        host::keepOutOfDumps();
        return finished(FoundKey{Key(std::move(given)), KeyPlace::Environment, {}});
    }
    {
        const QMutexLocker locker(&m_memory->mutex);
        if (const auto found = m_memory->keys.constFind(engine); found != m_memory->keys.constEnd())
            return finished(FoundKey{*found, KeyPlace::Session, {}});
    }
    if (!hasKeyring())
        return finished(FoundKey{{}, KeyPlace::Nowhere, noKeyring});
    const auto promise = std::make_shared<QPromise<FoundKey>>();
    promise->start();
    QFuture<FoundKey> future = promise->future();
    KeyringThread::instance().run([promise, engine, patience = m_options.patience] {
        read(engine, patience, [promise](const Reply &reply) {
            if (!reply.key.isEmpty())
                host::keepOutOfDumps();
            finish(*promise, FoundKey{reply.key, reply.key.isEmpty() ? KeyPlace::Nowhere : KeyPlace::Keyring,
                                      reply.message});
        });
    });
    return future;
}

QFuture<KeptKey> KeyStore::keep(const QString &engine, const Key &key)
{
    if (key.isEmpty())
        return finished(KeptKey{KeyPlace::Nowhere, QStringLiteral("There is no key to keep.")});
    host::keepOutOfDumps();
    {
        // At once, so that whoever asks in the meantime gets this one.
        const QMutexLocker locker(&m_memory->mutex);
        m_memory->keys.insert(engine, key);
    }
    if (!hasKeyring())
        return finished(KeptKey{KeyPlace::Session, noKeyring});
    const auto promise = std::make_shared<QPromise<KeptKey>>();
    promise->start();
    QFuture<KeptKey> future = promise->future();
    KeyringThread::instance().run([promise, engine, key, memory = m_memory, patience = m_options.patience] {
        auto *job = new QKeychain::WritePasswordJob(service);
        const QByteArray clear = key.reveal().toByteArray();
        job->setBinaryData(clear);
        QObject::connect(job, &QKeychain::Job::finished, KeyringThread::instance().context(),
                         [clear] { overwriteShared(clear); });
        start(job, engine, patience, [promise, engine, key, memory](const Reply &reply) {
            if (reply.error != QKeychain::NoError)
                return finish(*promise, KeptKey{KeyPlace::Session, reply.message});
            {
                const QMutexLocker locker(&memory->mutex);
                const auto kept = memory->keys.constFind(engine);
                if (kept != memory->keys.constEnd() && kept->reveal().data() == key.reveal().data())
                    memory->keys.erase(kept); // unless there is a later one by now
            }
            finish(*promise, KeptKey{KeyPlace::Keyring, {}});
        });
    });
    return future;
}

QFuture<Result<bool>> KeyStore::remove(const QString &engine)
{
    bool had = false;
    {
        const QMutexLocker locker(&m_memory->mutex);
        had = m_memory->keys.remove(engine) > 0;
    }
    if (!hasKeyring())
        return finished(Result<bool>(had));
    const auto promise = std::make_shared<QPromise<Result<bool>>>();
    promise->start();
    QFuture<Result<bool>> future = promise->future();
    KeyringThread::instance().run([promise, engine, had, patience = m_options.patience] {
        // A locked keyring says that it has removed what it did not look for. So it is asked first.
        read(engine, patience, [promise, engine, had, patience](const Reply &found) {
            if (!found.message.isEmpty())
                return finish(*promise, Result<bool>(Error{QStringLiteral("mt.keyring"), found.message}));
            if (found.key.isEmpty())
                return finish(*promise, Result<bool>(had));
            start(new QKeychain::DeletePasswordJob(service), engine, patience, [promise](const Reply &gone) {
                if (!gone.message.isEmpty())
                    return finish(*promise, Result<bool>(Error{QStringLiteral("mt.keyring"), gone.message}));
                finish(*promise, Result<bool>(true));
            });
        });
    });
    return future;
}

} // namespace verbale::session
