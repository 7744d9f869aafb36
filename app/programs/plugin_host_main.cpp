// verbale-plugin-host: runs a plugin outside the program that uses it, so that a crash in there harms nobody.

#include "host/child/serve.h"
#include "host/sandbox/plugin_process.h"
#include "host/trial.h"

#include <verbale/sdk/version.h>

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>

#include <cstdio>

#include <sys/resource.h>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("verbale-plugin-host"));
    QCoreApplication::setApplicationVersion(QStringLiteral(VERBALE_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Runs a plugin of Verbale in a process of its own."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption tryOption(
        QStringLiteral("try"),
        QStringLiteral("Load, start and stop the plugin in <folder>; write the outcome as one line of JSON."),
        QStringLiteral("folder"));
    parser.addOption(tryOption);
    const QCommandLineOption serveOption(
        QStringLiteral("serve"),
        QStringLiteral("Load the plugin in <folder> and answer the requests that come on standard input; "
                       "docs/plugin-protocol.md describes them."),
        QStringLiteral("folder"));
    parser.addOption(serveOption);
    const QCommandLineOption execOption(
        QStringLiteral("exec"),
        QStringLiteral(
            "Become the program that the plugin in <folder> names, which answers the same requests."),
        QStringLiteral("folder"));
    parser.addOption(execOption);
    const QCommandLineOption permissionsOption(
        QStringLiteral("permissions"),
        QStringLiteral(
            "With --exec: what the program may do, as Verbale writes it; else what plugin.json asks for."),
        QStringLiteral("json"));
    parser.addOption(permissionsOption);
    parser.process(application);
    const int tasks = parser.isSet(tryOption) + parser.isSet(serveOption) + parser.isSet(execOption);
    if (tasks != 1 || !parser.positionalArguments().isEmpty()) {
        std::fputs("verbale-plugin-host: name a plugin's folder: --serve, --exec or --try FOLDER\n", stderr);
        return 2;
    }
    // A crash is expected here and told by the caller; nobody needs its core file.
    const rlimit noCore{0, 0};
    ::setrlimit(RLIMIT_CORE, &noCore);
    if (parser.isSet(execOption))
        return verbale::host::execPlugin(parser.value(execOption), parser.value(permissionsOption).toUtf8());
    if (parser.isSet(serveOption)) {
        verbale::host::ServeOptions options;
        options.folder = parser.value(serveOption);
        if (!verbale::host::takeStandardStreams(options)) {
            std::fputs("verbale-plugin-host: the system has no descriptors left\n", stderr);
            return 2;
        }
        options.beforeLoad = [answers = options.answers](const auto &descriptor, const auto &context,
                                                         std::string_view permissions) {
            return verbale::host::shutPluginIn(descriptor, context, permissions, answers);
        };
        return verbale::host::serve(options);
    }
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly))
        return 2;
    return verbale::host::tryHere(parser.value(tryOption), out);
}
