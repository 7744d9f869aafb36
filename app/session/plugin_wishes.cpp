#include "session/plugin_wishes.h"

namespace verbale::session {

namespace {

using Kind = PluginWish::Kind;

constexpr qint64 usualMemoryMiB = 1024;

void addNamedInSettings(const host::Descriptor &descriptor, QList<PluginWish> &wishes)
{
    const QJsonObject properties = descriptor.settingsSchema.value(QLatin1String("properties")).toObject();
    for (auto it = properties.constBegin(); it != properties.constEnd(); ++it) {
        const QString format = it.value().toObject().value(QLatin1String("format")).toString();
        if (format == QLatin1String("file"))
            wishes.append({Kind::NamedFile, it.key()});
        else if (format == QLatin1String("folder"))
            wishes.append({Kind::NamedFolder, it.key()});
        else if (format == QLatin1String("uri") && descriptor.network)
            wishes.append({Kind::NamedHost, it.key()});
    }
}

} // namespace

QList<PluginWish> wishesOf(const host::Descriptor &descriptor)
{
    QList<PluginWish> wishes;
    if (descriptor.network && descriptor.hosts.isEmpty())
        wishes.append({Kind::AnyHost, {}});
    for (const QString &host : descriptor.hosts)
        wishes.append({Kind::Host, host});
    addNamedInSettings(descriptor, wishes);
    if (descriptor.memoryMiB > usualMemoryMiB)
        wishes.append({Kind::Memory, QString::number(descriptor.memoryMiB)});
    for (const host::Requirement &need : descriptor.needs)
        wishes.append({Kind::Plugin, need.id});
    if (descriptor.runs == QLatin1String("process"))
        wishes.append({Kind::Program, descriptor.command.join(u' ')});
    for (const QString &interface : descriptor.provides)
        wishes.append({Kind::Interface, interface});
    return wishes;
}

QList<PluginWish> addedWishes(const host::Descriptor &before, const host::Descriptor &now)
{
    const QList<PluginWish> old = wishesOf(before);
    QList<PluginWish> added = wishesOf(now);
    added.removeIf([&old, &before](const PluginWish &wish) {
        const bool less = wish.kind == Kind::Memory && wish.value.toLongLong() <= before.memoryMiB;
        return less || old.contains(wish);
    });
    return added;
}

} // namespace verbale::session
