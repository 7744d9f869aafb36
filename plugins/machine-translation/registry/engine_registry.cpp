#include "plugins/machine-translation/registry/engine_registry.h"

#include "plugins/machine-translation/registry/engine_kinds.h"

#include <QtCore/QFileInfo>
#include <QtCore/QUrl>

#include <algorithm>

namespace verbale::mt {

namespace {

/// The settings themselves are shared with whoever handed them over and stay as they are; every copy that is
/// made here is overwritten.
Secret takeKey(QJsonObject &settings, MemberReader &complaints)
{
    const QJsonValue value = settings.take(QStringLiteral("key"));
    if (!value.isUndefined() && !value.isString())
        complaints.complain(QStringLiteral("has a mistake: \"key\" has to be a text"));
    QString clear = value.toString();
    QByteArray bytes = clear.toUtf8();
    clear.fill(QLatin1Char('\0')); // its own: a value's text is made anew each time
    return Secret(std::move(bytes));
}

QString joined(const QList<Error> &mistakes)
{
    QStringList sentences;
    for (const Error &mistake : mistakes)
        sentences.append(mistake.message);
    return sentences.join(QLatin1Char(' '));
}

} // namespace

EngineRegistry EngineRegistry::fromSettings(const QJsonObject &settings)
{
    EngineRegistry registry;
    // Other members belong to whoever hands the settings over.
    QJsonObject own;
    for (const char *const part : {"engines", "budget", "network"}) {
        if (settings.contains(QLatin1String(part)))
            own.insert(QLatin1String(part), settings.value(QLatin1String(part)));
    }
    MemberReader top(own, QStringLiteral("The settings of machine translation"));
    const QJsonObject engines = top.object("engines");
    for (auto it = engines.begin(); it != engines.end(); ++it) {
        Named &named = registry.m_engines[it.key()];
        if (it->isObject())
            named = read(it.key(), it->toObject());
        else
            named.mistakes = {{QStringLiteral("mt.settings"),
                               QStringLiteral("Engine \"%1\" has to be an object.").arg(it.key()),
                               {}}};
    }
    MemberReader budget(top.object("budget"), QStringLiteral("The budget of machine translation"));
    registry.readBudget(budget);
    MemberReader network(top.object("network"), QStringLiteral("The network of machine translation"));
    registry.readNetwork(network);
    registry.m_mistakes = top.mistakes() + budget.mistakes() + network.mistakes();
    return registry;
}

EngineRegistry::Named EngineRegistry::read(const QString &name, QJsonObject settings)
{
    const QString what = QStringLiteral("Engine \"%1\"").arg(name.left(60));
    MemberReader key({}, what);
    Named named;
    named.entry.key = takeKey(settings, key);
    MemberReader reader(settings, what);
    const QString kind = reader.text("type", name);
    const double perSecond = reader.number("requestsPerSecond", 0, 1000);
    if (!engineKinds().contains(kind)) {
        named.mistakes = {{QStringLiteral("mt.settings"),
                           QStringLiteral("%1 has an unknown \"type\", \"%2\"; known are \"%3\".")
                               .arg(what, kind.left(60), engineKinds().join(QLatin1String("\", \""))),
                           {}}};
        return named;
    }
    std::unique_ptr<const Engine> engine = makeEngine(kind, reader, named.entry.key);
    named.mistakes = key.mistakes() + reader.mistakes();
    if (engine)
        named.entry.engine = std::make_shared<NamedEngine>(std::move(engine), name, perSecond);
    return named;
}

void EngineRegistry::readBudget(MemberReader &reader)
{
    m_budget.document = reader.optionalInteger("document");
    m_budget.month = reader.optionalInteger("month");
}

void EngineRegistry::readNetwork(MemberReader &reader)
{
    const QString proxy = reader.text("proxy");
    if (proxy == QLatin1String("none")) {
        m_network.proxy = NetworkSettings::Proxy::None;
    } else if (!proxy.isEmpty()) {
        QUrl url(proxy, QUrl::StrictMode);
        static const QStringList schemes{QStringLiteral("http"), QStringLiteral("https"),
                                         QStringLiteral("socks5"), QStringLiteral("socks5h")};
        if (!url.isValid() || url.host().isEmpty() || !schemes.contains(url.scheme()))
            reader.complain(
                QStringLiteral("has a mistake: \"proxy\" has to be \"none\" or an address such as "
                               "\"http://proxy.example.org:3128\""));
        m_network.proxy = NetworkSettings::Proxy::Given;
        m_network.proxyUser = url.userName(QUrl::FullyDecoded);
        m_network.proxyPassword = Secret(url.password(QUrl::FullyDecoded).toUtf8());
        url.setUserInfo({});
        m_network.proxyUrl = url.toString(QUrl::FullyEncoded);
    }
    const QString authorities = reader.text("authorities");
    if (authorities.isEmpty())
        return;
    const QFileInfo info(authorities);
    if (!info.isReadable())
        reader.complain(QStringLiteral("has a mistake: \"authorities\" cannot be read: %1").arg(authorities));
    (info.isDir() ? m_network.authoritiesFolder : m_network.authoritiesFile) = authorities;
}

Result<EngineRegistry::Entry> EngineRegistry::find(const QString &name) const
{
    const auto found = m_engines.find(name);
    if (found == m_engines.end()) {
        QStringList names;
        for (const auto &[known, named] : m_engines)
            names.append(QStringLiteral("\"%1\"").arg(known));
        return Error{QStringLiteral("mt.no-engine"),
                     names.isEmpty()
                         ? QStringLiteral("No engine is set up for machine translation; the settings' "
                                          "\"machineTranslation\" names them.")
                         : QStringLiteral("There is no engine \"%1\" for machine translation; set up are %2.")
                               .arg(name.left(60), names.join(QLatin1String(", "))),
                     {}};
    }
    const QList<Error> mistakes = m_mistakes + found->second.mistakes;
    if (!mistakes.isEmpty())
        return Error{QStringLiteral("mt.settings"), joined(mistakes), {}};
    return found->second.entry;
}

QList<Error> EngineRegistry::mistakes() const
{
    QList<Error> all = m_mistakes;
    for (const auto &[name, named] : m_engines)
        all += named.mistakes;
    return all;
}

} // namespace verbale::mt
