#include "session/machine_translation.h"

#include "host/memory_dumps.h"

namespace verbale::session {

namespace {

Error wrong(const QString &engine, const QString &what)
{
    return {QStringLiteral("mt.settings"),
            QStringLiteral("The settings of the machine translation engine \"%1\": %2").arg(engine, what)};
}

Error unknown(const QString &engine, const QStringList &known)
{
    const QString there = known.isEmpty()
                              ? QStringLiteral("None is set up.")
                              : QStringLiteral("There are: %1.").arg(known.join(QLatin1String(", ")));
    return {QStringLiteral("mt.engine-unknown"),
            QStringLiteral("No machine translation engine is called \"%1\". %2 Set it up under "
                           "\"machineTranslation\" in the settings file.")
                .arg(engine, there)};
}

QJsonObject engineObjects(const Settings &settings)
{
    return settings.machineTranslation.value(QLatin1String("engines")).toObject();
}

bool isPlugin(const QString &engine, const Settings &settings)
{
    return !isEngineSetUp(engine, settings) && engine.contains(u'.') && host::isPluginId(engine);
}

/// A key that lies in the file, whichever engine's it is.
Result<void> refuseKeys(const QJsonObject &engines)
{
    for (auto engine = engines.begin(); engine != engines.end(); ++engine) {
        if (!engine->toObject().contains(QLatin1String("key")))
            continue;
        return wrong(engine.key(), QStringLiteral("a key does not belong in a file. Take it out, have it "
                                                  "replaced where it was issued, and give it in %1.")
                                       .arg(keyVariable(engine.key())));
    }
    return {};
}

Result<QJsonObject> settingsOf(const QString &engine, const Settings &settings)
{
    const QJsonObject engines = engineObjects(settings);
    if (const Result<void> clean = refuseKeys(engines); !clean)
        return clean.error();
    const auto found = engines.constFind(engine);
    if (found == engines.constEnd())
        return unknown(engine, engines.keys());
    if (!found->isObject())
        return wrong(engine, QStringLiteral("they have to be an object."));
    return found->toObject();
}

} // namespace

bool isEngineSetUp(const QString &engine, const Settings &settings)
{
    return engineObjects(settings).contains(engine);
}

QString keyVariable(const QString &engine)
{
    QString name = engine.toUpper();
    for (QChar &character : name) {
        const bool isPlain =
            (character >= u'A' && character <= u'Z') || (character >= u'0' && character <= u'9');
        if (!isPlain)
            character = u'_';
    }
    return QLatin1String("VERBALE_MT_KEY_") + name;
}

Result<HandlingLevel> handlingAllowed(const QString &engine, const Settings &settings)
{
    if (isPlugin(engine, settings))
        return HandlingLevel::Open;
    const Result<QJsonObject> own = settingsOf(engine, settings);
    if (!own)
        return own.error();
    const QJsonValue value = own->value(QLatin1String("handling"));
    if (value.isUndefined())
        return HandlingLevel::Open;
    const std::optional<HandlingLevel> level = handlingNamed(value.toString());
    if (!level) {
        return wrong(engine, QStringLiteral("\"handling\" has to be one of %1.")
                                 .arg(handlingNames().join(QLatin1String(", "))));
    }
    return *level;
}

Result<void> switchOn(const QString &engine, const Settings &settings, const QProcessEnvironment &environment,
                      host::HostOptions &options)
{
    return switchOn(engine, settings, Key(environment.value(keyVariable(engine))), options);
}

Result<void> switchOn(const QString &engine, const Settings &settings, const Key &key,
                      host::HostOptions &options)
{
    if (isPlugin(engine, settings))
        return {};
    const Result<QJsonObject> found = settingsOf(engine, settings);
    if (!found)
        return found.error();
    QJsonObject own = *found;
    for (const char *const ours : {"handling", "pricePerMillion", "currency"}) // no matter of the plugin's
        own.remove(QLatin1String(ours));
    if (!key.isEmpty()) {
        host::keepOutOfDumps();
        own.insert(QLatin1String("key"), QString::fromUtf8(key.reveal()));
    }
    QJsonObject all = settings.machineTranslation;
    all.insert(QLatin1String("engines"), QJsonObject{{engine, own}});
    // The files that the plugin's process may read, by its settings schema.
    all.insert(QLatin1String("descriptionFile"), own.value(QLatin1String("description")).toString());
    all.insert(QLatin1String("authoritiesFile"),
               all.value(QLatin1String("network")).toObject().value(QLatin1String("authorities")).toString());
    options.settings.insert(machineTranslationPlugin, all);
    return {};
}

} // namespace verbale::session
