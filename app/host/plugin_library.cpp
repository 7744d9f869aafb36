#include "host/plugin_library.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QLibrary>
#include <QtCore/QUrl>

namespace verbale::host {

namespace {

using MajorFunction = int (*)();
using CreateFunction = Plugin *(*)();

struct EntryPoint
{
    CreateFunction create = nullptr;
};

Error fault(const char *code, const QString &message)
{
    return {QLatin1String(code), message};
}

QStringList fileNames(const QString &base)
{
#if defined(Q_OS_WIN)
    return {base + QLatin1String(".dll")};
#elif defined(Q_OS_MACOS)
    return {base + QLatin1String(".dylib"), QLatin1String("lib") + base + QLatin1String(".dylib"),
            base + QLatin1String(".so")};
#else
    return {base + QLatin1String(".so"), QLatin1String("lib") + base + QLatin1String(".so")};
#endif
}

/// Runs a step of the plugin's own code; what it throws becomes an Error.
template <typename T, typename Step>
Result<T> guarded(const char *code, const QString &what, Step step)
{
    try {
        return step();
    } catch (const std::exception &e) {
        return fault(code,
                     QStringLiteral("%1 threw an exception: %2").arg(what, QString::fromUtf8(e.what())));
    } catch (...) {
        return fault(code, QStringLiteral("%1 threw an exception that says nothing.").arg(what));
    }
}

Result<EntryPoint> load(const Descriptor &descriptor)
{
    const QString path = libraryPath(descriptor);
    if (path.isEmpty()) {
        return fault("load.missing-library",
                     QStringLiteral("There is no library %1 in %2; install the plugin again.")
                         .arg(fileNames(descriptor.library).join(QLatin1String(" or ")), descriptor.folder));
    }
    QLibrary library(path);
    // Everything is bound now, so that a missing function is an error here and not a crash later.
    library.setLoadHints(QLibrary::ResolveAllSymbolsHint | QLibrary::PreventUnloadHint);
    if (!library.load()) {
        return fault("load.not-a-library",
                     QStringLiteral("The library could not be loaded: %1").arg(library.errorString()));
    }
    // A function comes out of a library as an address without a type.
    const auto major = reinterpret_cast<MajorFunction>(library.resolve("verbale_plugin_sdk_major"));
    const auto create = reinterpret_cast<CreateFunction>(library.resolve("verbale_plugin_create"));
    if (major == nullptr || create == nullptr) {
        return fault("load.missing-symbol",
                     QStringLiteral("%1 does not export %2; it needs VERBALE_EXPORT_PLUGIN(...) once.")
                         .arg(path, QLatin1String(major == nullptr ? "verbale_plugin_sdk_major"
                                                                   : "verbale_plugin_create")));
    }
    const auto built =
        guarded<int>("load.threw", QStringLiteral("verbale_plugin_sdk_major()"), [major] { return major(); });
    if (!built)
        return built.error();
    if (*built != VERBALE_SDK_MAJOR) {
        return fault("load.sdk-mismatch",
                     QStringLiteral(
                         "The library was built with the plugin SDK %1, and this version of Verbale has %2; "
                         "build it again.")
                         .arg(*built)
                         .arg(VERBALE_SDK_MAJOR));
    }
    return EntryPoint{create};
}

Result<QHash<QString, void *>> start(Plugin &plugin, const Descriptor &descriptor,
                                     const PluginContext &context)
{
    const Result<void> started = plugin.start(context);
    if (!started)
        return fault("start.failed",
                     QStringLiteral("The plugin could not start: %1").arg(started.error().text()));
    QHash<QString, void *> interfaces;
    for (const QString &id : descriptor.provides) {
        void *interface = plugin.interfaceFor(id.toStdString());
        if (interface == nullptr) {
            plugin.stop();
            return fault(
                "start.missing-interface",
                QStringLiteral("plugin.json lists %1 under \"provides\", but the plugin does not have it.")
                    .arg(id));
        }
        interfaces.insert(id, interface);
    }
    return interfaces;
}

} // namespace

QString libraryPath(const Descriptor &descriptor)
{
    if (descriptor.library.isEmpty())
        return {};
    for (const QString &name : fileNames(descriptor.library)) {
        const QFileInfo file(QDir(descriptor.folder).filePath(name));
        if (file.isFile())
            return file.absoluteFilePath();
    }
    return {};
}

namespace {

/// What stands for a build of a plugin that is a program: the first part of its command that lies in its
/// folder.
QString programPath(const Descriptor &descriptor)
{
    const QDir folder(descriptor.folder);
    for (const QString &part : descriptor.command) {
        const QFileInfo file(folder.filePath(part));
        if (!part.isEmpty() && file.isFile())
            return file.absoluteFilePath();
    }
    return folder.absoluteFilePath(QStringLiteral("plugin.json"));
}

} // namespace

QString libraryStamp(const Descriptor &descriptor)
{
    const QString path =
        descriptor.runs == QLatin1String("process") ? programPath(descriptor) : libraryPath(descriptor);
    const QFileInfo file(path);
    if (path.isEmpty())
        return {};
    return QStringLiteral("%1 %2 %3")
        .arg(file.size())
        .arg(file.lastModified().toMSecsSinceEpoch())
        .arg(QString::fromLatin1(QUrl::toPercentEncoding(path, "/")));
}

Result<StartedPlugin> loadAndStart(const Descriptor &descriptor, const PluginContext &context)
{
    const auto entry = load(descriptor);
    if (!entry)
        return entry.error();
    auto made =
        guarded<std::unique_ptr<Plugin>>("load.threw", QStringLiteral("The plugin's constructor"),
                                         [&entry] { return std::unique_ptr<Plugin>(entry->create()); });
    if (!made)
        return made.error();
    if (!*made)
        return fault("load.nothing-created", QStringLiteral("verbale_plugin_create() returned no plugin."));
    StartedPlugin started{std::move(*made), {}};
    auto interfaces =
        guarded<QHash<QString, void *>>("start.threw", QStringLiteral("The plugin's start()"),
                                        [&] { return start(*started.plugin, descriptor, context); });
    if (!interfaces)
        return interfaces.error();
    started.interfaces = *interfaces;
    return started;
}

} // namespace verbale::host
