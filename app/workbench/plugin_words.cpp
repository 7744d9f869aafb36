#include "workbench/plugin_words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>

#include <algorithm>

namespace verbale::workbench {

namespace {

using host::PluginState;
using Aspect = host::SandboxReport::Aspect;
using Strength = host::SandboxReport::Strength;
using Wish = session::PluginWish::Kind;

constexpr qsizetype longestText = 300;

struct PluginWords
{
    Q_DECLARE_TR_FUNCTIONS(verbale::workbench::PluginWords)
};

/// The whole numbers of a sentence, in their order.
QStringList numbersOf(const QString &sentence)
{
    static const QRegularExpression number(QStringLiteral("[0-9]+"));
    QStringList numbers;
    for (auto found = number.globalMatch(sentence); found.hasNext();)
        numbers.append(found.next().captured());
    return numbers;
}

QString between(const QString &sentence, const QString &before, const QString &after)
{
    const qsizetype start = sentence.indexOf(before);
    const qsizetype end = start < 0 ? -1 : sentence.lastIndexOf(after);
    return end < start + before.size() ? QString()
                                       : sentence.mid(start + before.size(), end - start - before.size());
}

QString networkText(const QString &code, const QString &sentence)
{
    QStringList hosts = between(sentence, QStringLiteral("talks to "), QStringLiteral("; this system"))
                            .split(QStringLiteral(", "));
    std::transform(hosts.cbegin(), hosts.cend(), hosts.begin(), tamed);
    const QString shown = hosts.join(QStringLiteral(", "));
    if (code == QLatin1String("network.none"))
        return PluginWords::tr("It cannot use the network: no connection, no name of a host.");
    if (code == QLatin1String("network.any"))
        return PluginWords::tr(
            "It may use the network, and nothing limits where to. It cannot be called from "
            "outside.");
    if (code == QLatin1String("network.ports")) {
        const QString ports =
            numbersOf(between(sentence, QStringLiteral("the TCP ports "), QStringLiteral(", but not to")))
                .join(QStringLiteral(", "));
        const bool hasProxies = sentence.contains(QLatin1String("(with those of your proxies)"));
        return (hasProxies ? PluginWords::tr(
                                 "It may use the network. It says that it talks to %1; this system holds "
                                 "it to the TCP ports %2 (with those of your proxies), but not to these "
                                 "hosts.")
                           : PluginWords::tr(
                                 "It may use the network. It says that it talks to %1; this system holds "
                                 "it to the TCP ports %2, but not to these hosts."))
            .arg(shown, ports);
    }
    if (code == QLatin1String("network.hosts"))
        return PluginWords::tr("It may use the network. It says that it talks to %1; this system does not "
                               "hold it to that.")
            .arg(shown);
    if (code == QLatin1String("network.no-tcp"))
        return PluginWords::tr("It cannot open TCP connections; other ways into the network are open to it.");
    if (code == QLatin1String("network.open"))
        return PluginWords::tr("It says that it does not use the network; this system does not hold it to "
                               "that.");
    return tamed(sentence);
}

QString filesText(const QString &code, const QString &sentence)
{
    if (code == QLatin1String("files.own"))
        return PluginWords::tr("It reads its own folder, the system's libraries and what its settings name, "
                               "and writes only into its data folder. Of other files it can tell whether "
                               "they are there.");
    if (code == QLatin1String("files.attributes"))
        return PluginWords::tr("It reads its own folder, the system's libraries and what its settings name, "
                               "and writes only into its data folder; but it can change who may read your "
                               "other files.");
    if (code == QLatin1String("files.no-changes"))
        return PluginWords::tr("It can read every file that you can read, for this system has no Landlock; "
                               "it can change none, not even in its data folder.");
    if (code == QLatin1String("files.open"))
        return PluginWords::tr("It can read and change every file that you can.");
    return sentence;
}

QString processesText(const QString &code, const QString &sentence)
{
    if (code == QLatin1String("programs.none"))
        return PluginWords::tr("It cannot start programs.");
    if (code == QLatin1String("programs.become"))
        return PluginWords::tr("It cannot start programs beside itself, but it can become another one, which "
                               "is shut in as it is.");
    if (code == QLatin1String("programs.open"))
        return PluginWords::tr("It can start programs; they are shut in as it is.");
    if (code == QLatin1String("processes.none"))
        return PluginWords::tr("It cannot make processes, and neither end other processes nor look into "
                               "them.");
    if (code == QLatin1String("processes.no-tracing"))
        return sentence.contains(QLatin1String("neither"))
                   ? PluginWords::tr("It can make processes, but neither end others nor look into them.")
                   : PluginWords::tr("It can make processes and end others, but not look into them.");
    if (code == QLatin1String("processes.open"))
        return PluginWords::tr("It can make processes, end yours and look into them.");
    return sentence;
}

QString memoryText(const QString &code, const QString &sentence)
{
    const QStringList numbers = numbersOf(sentence);
    if (code == QLatin1String("memory.limited") && numbers.size() == 3)
        return PluginWords::tr("At most %1 MiB of memory, files of at most %2 MiB, %3 minutes of computing.")
            .arg(numbers[0], numbers[1], numbers[2]);
    if (code == QLatin1String("memory.open") && numbers.size() == 2)
        return PluginWords::tr("Its memory is not limited; files of at most %1 MiB, %2 minutes of computing.")
            .arg(numbers[0], numbers[1]);
    return sentence;
}

/// What a problem means; empty: nothing beyond what the host says.
QString meaningOf(const QString &code)
{
    if (code == QLatin1String("process.crashed"))
        return PluginWords::tr("It stopped unexpectedly. It is started again when it is needed.");
    if (code == QLatin1String("host.quarantined") || code == QLatin1String("trial.fatal"))
        return PluginWords::tr("It is not used until you switch it on again.");
    if (code == QLatin1String("host.disabled"))
        return PluginWords::tr("You have switched it off.");
    if (code == QLatin1String("host.safe-mode"))
        return PluginWords::tr("Verbale runs in safe mode, without plugins.");
    if (code == QLatin1String("host.needs-process"))
        return PluginWords::tr("A part of Verbale is missing that it needs. Install Verbale again.");
    if (code == QLatin1String("descriptor.duplicate-id"))
        return PluginWords::tr("The same plugin is there twice; this one is not used.");
    if (code == QLatin1String("descriptor.sdk-mismatch") || code == QLatin1String("load.sdk-mismatch"))
        return PluginWords::tr("It does not fit this version of Verbale. Get another version of it.");
    if (code.startsWith(QLatin1String("descriptor.")))
        return PluginWords::tr("Its description, plugin.json, has a fault. Tell its author.");
    if (code.startsWith(QLatin1String("resolve.")))
        return PluginWords::tr("Another plugin that it needs is not there or cannot be used.");
    if (code.endsWith(QLatin1String(".time-limit")))
        return PluginWords::tr("It took too long and was ended.");
    if (code.startsWith(QLatin1String("load.")))
        return PluginWords::tr("It could not be loaded. Install it again.");
    return {};
}

} // namespace

QString tamed(const QString &text)
{
    QString line;
    for (const QChar c : text.left(longestText)) {
        const QChar::Category kind = c.category();
        if (c.isSpace())
            line += u' ';
        else if (kind != QChar::Other_Control && kind != QChar::Other_Format)
            line += c;
    }
    line = line.simplified();
    return text.size() > longestText ? line + u'…' : line;
}

QString pluginName(const host::Descriptor &descriptor)
{
    return tamed(descriptor.name(QLocale().name()));
}

QString pluginName(const host::PluginInfo &plugin)
{
    const QString name = pluginName(plugin.descriptor);
    return name.isEmpty() ? tamed(plugin.folder.section(u'/', -1)) : name;
}

QString pluginDescription(const host::Descriptor &descriptor)
{
    const QString language = QLocale().name().section(u'_', 0, 0);
    return tamed(
        descriptor.descriptions.value(language, descriptor.descriptions.value(QStringLiteral("en"))));
}

QString pluginStateText(PluginState state)
{
    switch (state) {
    case PluginState::Running:
        return PluginWords::tr("Running");
    case PluginState::Disabled:
        return PluginWords::tr("Switched off");
    case PluginState::Rejected:
        return PluginWords::tr("Not usable");
    case PluginState::Unresolved:
        return PluginWords::tr("Something is missing");
    case PluginState::Quarantined:
        return PluginWords::tr("In quarantine");
    case PluginState::Failed:
        return PluginWords::tr("Failed");
    case PluginState::Found:
    case PluginState::Read:
    case PluginState::Resolved:
        return PluginWords::tr("Not started");
    case PluginState::Starting:
        return PluginWords::tr("Starting");
    case PluginState::Stopping:
    case PluginState::Stopped:
        return PluginWords::tr("Stopped");
    }
    return {};
}

QString pluginStateText(const host::PluginInfo &plugin)
{
    if (plugin.ownProcess && plugin.state == PluginState::Resolved)
        return PluginWords::tr("Ready");
    return pluginStateText(plugin.state);
}

QString pluginOriginText(host::Origin origin)
{
    switch (origin) {
    case host::Origin::Shipped:
        return PluginWords::tr("It came with Verbale.");
    case host::Origin::User:
        return PluginWords::tr("You installed it.");
    case host::Origin::Environment:
        return PluginWords::tr("It is used from a folder of VERBALE_PLUGIN_PATH.");
    case host::Origin::CommandLine:
        return PluginWords::tr("It is used from a folder that was named when Verbale was started.");
    }
    return {};
}

QString problemText(const host::Problem &problem)
{
    const QString meaning = meaningOf(problem.code);
    const bool saysAll =
        problem.code == QLatin1String("host.safe-mode") || problem.code == QLatin1String("host.disabled");
    if (saysAll)
        return meaning;
    return meaning.isEmpty() ? problem.message : meaning + u' ' + problem.message;
}

QString interfaceText(const QString &interfaceId)
{
    const QString name = interfaceId.section(u'/', 0, 0);
    if (name == QLatin1String("verbale.terms"))
        return PluginWords::tr("Finds terms in the source");
    if (name == QLatin1String("verbale.suggest"))
        return PluginWords::tr("Suggests translations");
    if (name == QLatin1String("verbale.translate"))
        return PluginWords::tr("Has texts translated by a service that you switch on");
    if (name == QLatin1String("verbale.check"))
        return PluginWords::tr("Checks translations");
    if (name == QLatin1String("verbale.receipts"))
        return PluginWords::tr("Says where a translation has its terms");
    if (name == QLatin1String("verbale.align"))
        return PluginWords::tr("Pairs the sentences of two texts");
    if (name == QLatin1String("verbale.format"))
        return PluginWords::tr("Reads and writes a kind of file");
    if (name == QLatin1String("verbale.command"))
        return PluginWords::tr("Adds commands that change chosen segments");
    return tamed(interfaceId);
}

QString wishText(const session::PluginWish &wish)
{
    const QString value = tamed(wish.value);
    switch (wish.kind) {
    case Wish::AnyHost:
        return PluginWords::tr(
            "To use the network, without saying where to. It can send your texts anywhere.");
    case Wish::Host:
        return PluginWords::tr(
                   "To use the network; it says that it talks to %1. It can send your texts there.")
            .arg(value);
    case Wish::NamedFile:
        return PluginWords::tr("To read a file that you name in its settings (%1).").arg(value);
    case Wish::NamedFolder:
        return PluginWords::tr("To read a folder that you name in its settings (%1).").arg(value);
    case Wish::NamedHost:
        return PluginWords::tr("To talk to a server that you name in its settings (%1).").arg(value);
    case Wish::Memory:
        return PluginWords::tr("Up to %1 MiB of memory.").arg(value);
    case Wish::Plugin:
        return PluginWords::tr("The plugin %1.").arg(value);
    case Wish::Program:
        return PluginWords::tr("To be run as a program: %1").arg(value);
    case Wish::Interface:
        return interfaceText(wish.value);
    }
    return {};
}

QStringList wishTexts(const host::Descriptor &descriptor)
{
    QStringList texts;
    for (const session::PluginWish &wish : session::wishesOf(descriptor)) {
        if (wish.kind != Wish::Interface)
            texts.append(wishText(wish));
    }
    if (!descriptor.network)
        texts.prepend(PluginWords::tr("No network."));
    texts.append(PluginWords::tr("The texts of the segments that it is asked about."));
    return texts;
}

QString aspectText(Aspect aspect)
{
    switch (aspect) {
    case Aspect::Network:
        return PluginWords::tr("Network");
    case Aspect::Files:
        return PluginWords::tr("Files");
    case Aspect::Programs:
        return PluginWords::tr("Programs");
    case Aspect::Processes:
        return PluginWords::tr("Processes");
    case Aspect::Memory:
        return PluginWords::tr("Memory");
    }
    return {};
}

QString strengthText(Strength strength)
{
    switch (strength) {
    case Strength::Enforced:
        return PluginWords::tr("Enforced");
    case Strength::Partly:
        return PluginWords::tr("Partly");
    case Strength::NotEnforced:
        return PluginWords::tr("Not enforced");
    }
    return {};
}

QString sandboxText(const host::SandboxReport::Line &line)
{
    const QString sentence = tamed(line.sentence);
    switch (line.aspect) {
    case Aspect::Network:
        return networkText(line.code, line.sentence); // however many hosts it names
    case Aspect::Files:
        return filesText(line.code, sentence);
    case Aspect::Programs:
    case Aspect::Processes:
        return processesText(line.code, sentence);
    case Aspect::Memory:
        return memoryText(line.code, sentence);
    }
    return sentence;
}

QString secondsText(qint64 milliseconds)
{
    return PluginWords::tr("%1 s").arg(
        QLocale().toString(static_cast<double>(milliseconds) / 1000.0, 'f', milliseconds < 10'000 ? 2 : 1));
}

} // namespace verbale::workbench
