#include "host/sandbox/sandbox_sentences.h"

namespace verbale::host {

namespace {

using Aspect = SandboxReport::Aspect;
using Strength = SandboxReport::Strength;
using Line = SandboxReport::Line;

Line line(Aspect aspect, Strength strength, const char *code, const QString &sentence)
{
    return {aspect, strength, QLatin1String(code), sentence};
}

QString joined(const QList<quint16> &ports)
{
    QStringList texts;
    for (const quint16 port : ports)
        texts.append(QString::number(port));
    return texts.join(QLatin1String(", "));
}

Line networkWithPermission(const Permissions &permissions, const KernelSupport &support)
{
    if (permissions.hosts.isEmpty()) {
        return line(
            Aspect::Network, Strength::NotEnforced, "network.any",
            QStringLiteral("It may use the network, and nothing limits where to. It cannot be called from "
                           "outside."));
    }
    const QString hosts = permissions.hosts.join(QLatin1String(", "));
    if (support.landlock >= 4) {
        const QString proxies =
            permissions.proxyPorts.isEmpty() ? QString() : QStringLiteral(" (with those of your proxies)");
        return line(
            Aspect::Network, Strength::Partly, "network.ports",
            QStringLiteral("It may use the network. It says that it talks to %1; this system holds it to "
                           "the TCP ports %2%3, but not to these hosts.")
                .arg(hosts, joined(portsOf(permissions)), proxies));
    }
    return line(
        Aspect::Network, Strength::NotEnforced, "network.hosts",
        QStringLiteral("It may use the network. It says that it talks to %1; this system does not hold it "
                       "to that.")
            .arg(hosts));
}

Line networkOf(const Permissions &permissions, const KernelSupport &support)
{
    if (permissions.network)
        return networkWithPermission(permissions, support);
    if (support.seccomp) {
        return line(Aspect::Network, Strength::Enforced, "network.none",
                    QStringLiteral("It cannot use the network: no connection, no name of a host."));
    }
    if (support.landlock >= 4) {
        return line(
            Aspect::Network, Strength::Partly, "network.no-tcp",
            QStringLiteral("It cannot open TCP connections; other ways into the network are open to it."));
    }
    return line(
        Aspect::Network, Strength::NotEnforced, "network.open",
        QStringLiteral("It says that it does not use the network; this system does not hold it to that."));
}

Line filesOf(const KernelSupport &support)
{
    if (support.landlock > 0 && support.seccomp) {
        return line(
            Aspect::Files, Strength::Enforced, "files.own",
            QStringLiteral("It reads its own folder, the system's libraries and what its settings name, "
                           "and writes only into its data folder. Of other files it can tell whether they "
                           "are there."));
    }
    if (support.landlock > 0) {
        return line(
            Aspect::Files, Strength::Partly, "files.attributes",
            QStringLiteral("It reads its own folder, the system's libraries and what its settings name, "
                           "and writes only into its data folder; but it can change who may read your "
                           "other files."));
    }
    if (support.seccomp) {
        return line(
            Aspect::Files, Strength::Partly, "files.no-changes",
            QStringLiteral("It can read every file that you can read, for this system has no Landlock; "
                           "it can change none, not even in its data folder."));
    }
    return line(Aspect::Files, Strength::NotEnforced, "files.open",
                QStringLiteral("It can read and change every file that you can."));
}

Line programsOf(const KernelSupport &support, bool program)
{
    if (support.seccomp && (support.oneExec || !program)) {
        return line(Aspect::Programs, Strength::Enforced, "programs.none",
                    QStringLiteral("It cannot start programs."));
    }
    if (support.seccomp) {
        return line(
            Aspect::Programs, Strength::Partly, "programs.become",
            QStringLiteral("It cannot start programs beside itself, but it can become another one, which "
                           "is shut in as it is."));
    }
    return line(Aspect::Programs, Strength::NotEnforced, "programs.open",
                QStringLiteral("It can start programs; they are shut in as it is."));
}

Line processesOf(const KernelSupport &support)
{
    if (support.seccomp) {
        return line(
            Aspect::Processes, Strength::Enforced, "processes.none",
            QStringLiteral("It cannot make processes, and neither end other processes nor look into them."));
    }
    if (support.landlock > 0) {
        return line(Aspect::Processes, Strength::Partly, "processes.no-tracing",
                    support.landlock >= 6
                        ? QStringLiteral("It can make processes, but neither end others nor look into them.")
                        : QStringLiteral("It can make processes and end others, but not look into them."));
    }
    return line(Aspect::Processes, Strength::NotEnforced, "processes.open",
                QStringLiteral("It can make processes, end yours and look into them."));
}

Line memoryOf(const Permissions &permissions, const KernelSupport &support)
{
    constexpr qint64 mebi = 1024 * 1024;
    const QString others = QStringLiteral("files of at most %1 MiB, %2 minutes of computing")
                               .arg(permissions.fileBytes / mebi)
                               .arg(permissions.cpuSeconds / 60);
    if (support.memory && support.seccomp && permissions.memoryBytes > 0) {
        return line(
            Aspect::Memory, Strength::Enforced, "memory.limited",
            QStringLiteral("At most %1 MiB of memory, %2.").arg(permissions.memoryBytes / mebi).arg(others));
    }
    return line(Aspect::Memory, Strength::Partly, "memory.open",
                QStringLiteral("Its memory is not limited; %1.").arg(others));
}

} // namespace

SandboxReport reportOf(const Permissions &permissions, const KernelSupport &support, bool program)
{
    return {{networkOf(permissions, support), filesOf(support), programsOf(support, program),
             processesOf(support), memoryOf(permissions, support)}};
}

} // namespace verbale::host
