#pragma once

#include "host/plugin_state.h"

#include <QtCore/QDateTime>

#include <memory>
#include <mutex>

namespace verbale::host {

/// What a plugin is doing in a process, as one byte of the ledger.
enum class Activity : char { Idle = '-', Starting = 'S', Called = 'C', Stopping = 'E' };

/// A file of one process that says at every moment which plugins it is in. The operating system keeps what
/// was written when the process dies, so the next one can say which plugin took it down. Thread-safe; POSIX
/// only.
class CrashLedger
{
public:
    /// Makes this process's file in `folder`. nullptr when that is not possible.
    static std::shared_ptr<CrashLedger> open(const QString &folder);
    ~CrashLedger();
    CrashLedger(const CrashLedger &) = delete;
    CrashLedger &operator=(const CrashLedger &) = delete;

    /// Adds a line for a plugin. `stamp` names its library's very build. Returns where to mark(), -1 on
    /// failure.
    qint64 addPlugin(const QString &id, const QString &stamp);

    /// One pwrite() of one byte.
    void mark(qint64 place, Activity activity) noexcept;

    /// Removes the file: this process has come to its end in good order.
    void retire();

private:
    CrashLedger(int file, QString path) : m_file(file), m_path(std::move(path)) {}

    const int m_file;
    const QString m_path;
    std::mutex m_mutex;
    qint64 m_size = 0;
};

/// A plugin's line in a CrashLedger. A default-made one marks nothing.
class CrashMark
{
public:
    CrashMark() = default;
    CrashMark(std::shared_ptr<CrashLedger> ledger, const QString &id, const QString &stamp);
    void set(Activity activity) const noexcept
    {
        if (m_ledger)
            m_ledger->mark(m_place, activity);
    }
    /// Around a call; several may be inside at once.
    void enter() const noexcept;
    void leave() const noexcept;

private:
    struct Inside
    {
        std::mutex mutex;
        int calls = 0;
    };
    std::shared_ptr<Inside> m_inside;
    std::shared_ptr<CrashLedger> m_ledger;
    qint64 m_place = -1;
};

/// A plugin that a process was in when it died.
struct Leftover
{
    QString pluginId;
    QString stamp;
    Activity activity = Activity::Idle;
    QDateTime when;
};

/// Reads and removes the ledgers of processes that are no more. Ledgers of living processes stay.
QList<Leftover> takeLeftovers(const QString &folder, QList<Problem> &problems);

} // namespace verbale::host
