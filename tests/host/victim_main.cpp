// victim FOLDER STATE_FOLDER [CALL]: starts the plugins of a folder as shipped ones and calls each that finds
// terms with CALL as its glossary. Prints "alive" when it comes to its end.

#include "host/plugin_host.h"

#include <QtCore/QCoreApplication>

#include <cstdio>

#include <sys/resource.h>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3)
        return 2;
    const rlimit noCore{0, 0};
    ::setrlimit(RLIMIT_CORE, &noCore);

    verbale::host::HostOptions options;
    options.folders = {{arguments[1], verbale::host::Origin::Shipped}};
    options.stateFolder = arguments[2];
    verbale::host::PluginHost host(options);
    host.discover();
    host.start();
    for (const QString &id : host.providersOf(QStringLiteral("verbale.terms/1"))) {
        verbale::TermsRequest request;
        request.glossaries = arguments.mid(3);
        request.segments = {{QStringLiteral("1"), 0, QStringLiteral("ASEAN"), {}}};
        if (!host.findTerms(id, request, {}).result().ok())
            std::puts("refused");
    }
    std::puts("alive");
    return 0;
}
