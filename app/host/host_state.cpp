#include "host/host_state.h"

#include "host/json_reader.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QLockFile>
#include <QtCore/QSaveFile>

namespace verbale::host {

namespace {

using nlohmann::json;

constexpr const char *schemaName = "verbale.plugin-host-state/1";
constexpr qint64 crashWindow = 5 * 60 * 1000;
constexpr int crashLimit = 3;
constexpr qint64 sizeLimit = 4 * 1024 * 1024;

QString toQt(const json &text)
{
    return QString::fromStdString(text.get<std::string>());
}

/// Throws json::exception when a part is not as toJson() writes it.
HostMemory fromJson(const json &root)
{
    HostMemory memory;
    if (root.at("schema") != schemaName)
        throw json::other_error::create(501, "unknown schema", nullptr);
    for (const auto &[id, times] : root.at("crashes").items())
        for (const json &time : times)
            memory.crashes[QString::fromStdString(id)].append(time.get<qint64>());
    for (const auto &[id, entry] : root.at("quarantine").items())
        memory.quarantine.insert(QString::fromStdString(id),
                                 {toQt(entry.at("reason")), toQt(entry.at("stamp"))});
    for (const auto &[path, stamp] : root.at("trials").items())
        memory.trials.insert(QString::fromStdString(path), toQt(stamp));
    return memory;
}

QByteArray toJson(const HostMemory &memory)
{
    json root = {{"schema", schemaName},
                 {"crashes", json::object()},
                 {"quarantine", json::object()},
                 {"trials", json::object()}};
    for (auto it = memory.crashes.cbegin(); it != memory.crashes.cend(); ++it)
        root["crashes"][it.key().toStdString()] = std::vector<qint64>(it->cbegin(), it->cend());
    for (auto it = memory.quarantine.cbegin(); it != memory.quarantine.cend(); ++it)
        root["quarantine"][it.key().toStdString()] = {{"reason", it->reason.toStdString()},
                                                      {"stamp", it->stamp.toStdString()}};
    for (auto it = memory.trials.cbegin(); it != memory.trials.cend(); ++it)
        root["trials"][it.key().toStdString()] = it->toStdString();
    return QByteArray::fromStdString(root.dump(2, ' ', false, json::error_handler_t::replace)) + '\n';
}

Error notSaved(const QString &path, const QString &why)
{
    return {QStringLiteral("plugins.state-not-saved"),
            QStringLiteral("what is known of the plugins' crashes could not be saved: %1").arg(why),
            {path}};
}

} // namespace

bool recordCrash(HostMemory &memory, const Leftover &crash, const CrashRule &rule)
{
    const qint64 now = crash.when.toMSecsSinceEpoch();
    QList<qint64> &times = memory.crashes[crash.pluginId];
    times.append(now);
    times.removeIf([&](qint64 time) { return time < now - rule.windowMilliseconds; });
    if (rule.limit <= 0 || times.size() < rule.limit)
        return false;
    memory.quarantine.insert(crash.pluginId, {rule.reason, crash.stamp});
    memory.crashes.remove(crash.pluginId);
    return true;
}

void recordCrashes(HostMemory &memory, const QList<Leftover> &leftovers)
{
    for (const Leftover &leftover : leftovers) {
        if (leftover.activity == Activity::Starting) {
            memory.quarantine.insert(
                leftover.pluginId,
                {QStringLiteral("the program came to a sudden end while it was starting this plugin"),
                 leftover.stamp});
            continue;
        }
        recordCrash(
            memory, leftover,
            {crashLimit, crashWindow,
             QStringLiteral("the program came to a sudden end three times in five minutes while this plugin "
                            "was at work")});
    }
}

HostMemory HostState::load(QList<Problem> &problems) const
{
    if (m_folder.isEmpty())
        return m_unsaved;
    QFile file(path());
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly)) {
        problems.append({QStringLiteral("ledger"), QStringLiteral("ledger.unreadable"),
                         path() + QLatin1String(": ") + file.errorString()});
        return {};
    }
    const JsonText text = readJson(file.read(sizeLimit));
    try {
        if (text.complete)
            return fromJson(text.root);
    } catch (const std::exception &) {
        // Told below, as any other damage.
    }
    const QString kept = path() + QLatin1String(".damaged");
    QFile::remove(kept);
    QFile::copy(path(), kept);
    problems.append(
        {QStringLiteral("ledger"), QStringLiteral("ledger.damaged"),
         QStringLiteral("%1: damaged, and read as if it were empty: plugins in quarantine are tried again")
             .arg(path())});
    return {};
}

Result<void> HostState::change(const std::function<void(HostMemory &)> &edit)
{
    if (m_folder.isEmpty()) {
        edit(m_unsaved);
        return {};
    }
    if (!QDir().mkpath(m_folder))
        return notSaved(m_folder, QStringLiteral("the folder cannot be made"));
    QLockFile lock(path() + QLatin1String(".lock"));
    if (!lock.tryLock(2000))
        return notSaved(path(), QStringLiteral("another process holds the file"));
    QList<Problem> told; // load() at discovery has shown them
    HostMemory memory = load(told);
    edit(memory);
    QSaveFile file(path());
    const QByteArray bytes = toJson(memory);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return notSaved(path(), file.errorString());
    return {};
}

} // namespace verbale::host
