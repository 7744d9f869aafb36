#pragma once

#include "session/key.h"

#include <verbale/sdk/result.h>

#include <QtCore/QFuture>
#include <QtCore/QHash>
#include <QtCore/QMutex>
#include <QtCore/QProcessEnvironment>

#include <chrono>
#include <memory>

namespace verbale::session {

/// Where an engine's key is.
enum class KeyPlace {
    Nowhere,
    Environment, ///< keyVariable(), which comes before the others
    Session,     ///< in this program's memory, until it ends
    Keyring,     ///< the system's: Secret Service or KWallet
};

struct FoundKey
{
    Key key;
    KeyPlace place = KeyPlace::Nowhere;
    /// Why the keyring could not be asked, a sentence; empty: it was, or did not have to be. A locked keyring
    /// whose user does not unlock it says that it has none.
    QString problem;
};

struct KeptKey
{
    KeyPlace place = KeyPlace::Session;
    QString problem; ///< why it is not in the keyring, a sentence
};

/// The keys of engines, by the engines' names: in the system's keyring, or where there is none in memory
/// until the program ends; never in a file of ours. Once it has a key, the program keeps itself out of core
/// dumps. Calls come back at once and may be made on any thread; the answer of the keyring, which may ask its
/// user for a password first, comes later. docs/adr/0042-keys-in-the-keyring.md
class KeyStore
{
public:
    struct Options
    {
        QProcessEnvironment environment; ///< one without a session bus has no keyring
        /// For which an answer is waited; a person needs time to unlock a keyring.
        std::chrono::milliseconds patience{10'000};
    };
    explicit KeyStore(Options options);
    ~KeyStore();

    /// Whether there is a keyring to be asked at all.
    [[nodiscard]] bool hasKeyring() const;

    [[nodiscard]] QFuture<FoundKey> find(const QString &engine) const;
    /// In the keyring; for this session where that does not take it. An empty key is none and is not kept.
    [[nodiscard]] QFuture<KeptKey> keep(const QString &engine, const Key &key);
    /// Out of memory and keyring. False: neither had one, or the keyring is locked. Errors: mt.keyring.
    [[nodiscard]] QFuture<Result<bool>> remove(const QString &engine);

private:
    struct Memory
    {
        QMutex mutex;
        QHash<QString, Key> keys; ///< of this session
    };
    Options m_options;
    std::shared_ptr<Memory> m_memory; ///< outlives this, where an answer is still out
};

} // namespace verbale::session
