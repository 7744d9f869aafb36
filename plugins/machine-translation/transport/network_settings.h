#pragma once

#include "plugins/machine-translation/transport/secret.h"

#include <QtCore/QList>
#include <QtCore/QString>

namespace verbale::mt {

/// How requests leave this computer. There is no way to switch off the check of certificates.
struct NetworkSettings
{
    enum class Proxy { FromEnvironment, None, Given };

    Proxy proxy =
        Proxy::FromEnvironment; ///< https_proxy, all_proxy and no_proxy, as other programs read them
    QString proxyUrl = {};      ///< http://proxy.example.org:3128, socks5h://...
    QString proxyUser = {};
    Secret proxyPassword = {};
    /// Hosts that are reached without the proxy: names, ".example.org", addresses, networks.
    QList<QString> withoutProxy = {QStringLiteral("localhost"), QStringLiteral("127.0.0.0/8"),
                                   QStringLiteral("::1")};
    QString authoritiesFile = {};   ///< PEM; instead of the system's file
    QString authoritiesFolder = {}; ///< as c_rehash leaves it; empty: the system's
    QString userAgent = QStringLiteral("Verbale");
};

} // namespace verbale::mt
