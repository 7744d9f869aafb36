#include "host/crash_ledger.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <atomic>
#include <cstdio>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace verbale::host {

namespace {

constexpr const char *header = "verbale-crash-ledger/1\n";
constexpr qint64 sizeLimit = 1024 * 1024;

bool writeAll(int file, const QByteArray &bytes, qint64 at)
{
    return ::pwrite(file, bytes.constData(), static_cast<size_t>(bytes.size()), at) == bytes.size();
}

/// "C org.example.plugin<TAB>stamp"
bool readLine(const QByteArray &line, Leftover &leftover)
{
    const qsizetype tab = line.indexOf('\t');
    if (tab < 3 || line[1] != ' ' || !QByteArray("-SCE").contains(line[0]))
        return false;
    leftover.activity = static_cast<Activity>(line[0]);
    leftover.pluginId = QString::fromUtf8(line.mid(2, tab - 2));
    leftover.stamp = QString::fromUtf8(line.mid(tab + 1));
    return true;
}

bool readLedger(int file, QList<Leftover> &leftovers)
{
    QFile source;
    struct stat status = {};
    if (::fstat(file, &status) != 0 || !source.open(file, QIODevice::ReadOnly, QFileDevice::DontCloseHandle))
        return false;
    const QByteArray bytes = source.read(sizeLimit);
    if (!bytes.startsWith(header))
        return false;
    const auto when = QDateTime::fromSecsSinceEpoch(status.st_mtime, Qt::UTC);
    bool whole = true;
    for (const QByteArray &line : bytes.mid(qstrlen(header)).split('\n')) {
        Leftover leftover{{}, {}, Activity::Idle, when};
        if (line.isEmpty())
            continue;
        if (!readLine(line, leftover))
            whole = false;
        else if (leftover.activity != Activity::Idle)
            leftovers.append(leftover);
    }
    return whole;
}

} // namespace

std::shared_ptr<CrashLedger> CrashLedger::open(const QString &folder)
{
    if (folder.isEmpty() || !QDir().mkpath(folder))
        return nullptr;
    static std::atomic<int> count =
        0; // a process may have several hosts, one after the other or side by side
    const QString path = QStringLiteral("%1/running-%2-%3.ledger").arg(folder).arg(::getpid()).arg(++count);
    // It gets its name only when it is locked: another process would take an unlocked ledger for a dead
    // one's.
    const QByteArray made = QFile::encodeName(path + QLatin1String(".new"));
    const int file = ::open(made.constData(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0)
        return nullptr;
    std::shared_ptr<CrashLedger> ledger(new CrashLedger(file, path));
    ledger->m_size = static_cast<qint64>(qstrlen(header));
    if (::flock(file, LOCK_EX | LOCK_NB) == 0 && writeAll(file, header, 0) &&
        std::rename(made.constData(), QFile::encodeName(path).constData()) == 0)
        return ledger;
    ::unlink(made.constData());
    return nullptr;
}

CrashLedger::~CrashLedger()
{
    ::close(m_file);
}

qint64 CrashLedger::addPlugin(const QString &id, const QString &stamp)
{
    const std::lock_guard lock(m_mutex);
    const QByteArray line = "- " + id.toUtf8() + '\t' + stamp.toUtf8() + '\n';
    if (!writeAll(m_file, line, m_size))
        return -1;
    const qint64 place = m_size;
    m_size += line.size();
    return place;
}

void CrashLedger::mark(qint64 place, Activity activity) noexcept
{
    const char byte = static_cast<char>(activity);
    if (place >= 0 && ::pwrite(m_file, &byte, 1, place) != 1)
        return; // a full disk: the ledger is then silent, and the plugin works on
}

void CrashLedger::retire()
{
    ::unlink(QFile::encodeName(m_path).constData());
}

CrashMark::CrashMark(std::shared_ptr<CrashLedger> ledger, const QString &id, const QString &stamp)
    : m_inside(std::make_shared<Inside>()), m_ledger(std::move(ledger))
{
    if (m_ledger)
        m_place = m_ledger->addPlugin(id, stamp);
}

void CrashMark::enter() const noexcept
{
    if (!m_inside)
        return;
    const std::lock_guard lock(m_inside->mutex);
    if (++m_inside->calls == 1)
        set(Activity::Called);
}

void CrashMark::leave() const noexcept
{
    if (!m_inside)
        return;
    const std::lock_guard lock(m_inside->mutex);
    if (--m_inside->calls == 0)
        set(Activity::Idle);
}

QList<Leftover> takeLeftovers(const QString &folder, QList<Problem> &problems)
{
    QList<Leftover> leftovers;
    const QDir dir(folder);
    const QStringList names = dir.entryList({QStringLiteral("running-*.ledger")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const QString path = dir.filePath(name);
        const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
        if (file < 0)
            continue;
        // The lock lives as long as its process, whatever its number is used for later.
        if (::flock(file, LOCK_EX | LOCK_NB) == 0) {
            if (!readLedger(file, leftovers)) {
                problems.append(
                    {QStringLiteral("ledger"), QStringLiteral("ledger.damaged"),
                     QStringLiteral("%1: a damaged crash ledger was cleared away; a crash of a plugin may "
                                    "have gone unnoticed")
                         .arg(path)});
            }
            ::unlink(QFile::encodeName(path).constData());
        }
        ::close(file);
    }
    return leftovers;
}

} // namespace verbale::host
