#pragma once

#include "plugins/machine-translation/registry/member_reader.h"
#include "plugins/machine-translation/registry/named_engine.h"
#include "plugins/machine-translation/store/ledger.h"
#include "plugins/machine-translation/transport/network_settings.h"

#include <QtCore/QJsonObject>

#include <map>

namespace verbale::mt {

/// What the user has set up: the engines with their keys, the budget and the way to the network.
/// JSON: {"engines": {"deepl": {"type": "deepl", "key": "...", ...}, "ollama": {"type": "chat", ...}},
/// "budget": {"document": 200000, "month": 2000000}, "network": {"proxy": "", "authorities": ""}}
/// Without a "type" the name is the type. An empty text stands for the default; a budget that is absent is
/// none, of 0 lets nothing out. "proxy": "" as the environment says, "none", or an address; "authorities": a
/// PEM file or a folder instead of the system's. These and the file of a "description" can be read where the
/// settings name them as "authoritiesFile" and "descriptionFile" too, which plugin.json calls files.
/// docs/manual/machine-translation.md
class EngineRegistry
{
public:
    struct Entry
    {
        std::shared_ptr<const Engine> engine;
        Secret key;
    };

    /// Takes every "key" out into a Secret, and overwrites the copies that it makes on the way.
    static EngineRegistry fromSettings(const QJsonObject &settings);

    /// "mt.no-engine": no such engine, the message names those that are there. "mt.settings": its settings,
    /// the budget or the network have mistakes, which the message tells; the other engines still work.
    [[nodiscard]] Result<Entry> find(const QString &name) const;
    /// Every mistake in all settings, a sentence each that names engine and member ("mt.settings").
    [[nodiscard]] QList<Error> mistakes() const;

    [[nodiscard]] const Budget &budget() const { return m_budget; }
    [[nodiscard]] const NetworkSettings &network() const { return m_network; }

private:
    struct Named
    {
        Entry entry;
        QList<Error> mistakes;
    };
    static Named read(const QString &name, QJsonObject settings);
    void readBudget(MemberReader &reader);
    void readNetwork(MemberReader &reader);

    std::map<QString, Named> m_engines;
    Budget m_budget;
    NetworkSettings m_network;
    QList<Error> m_mistakes; ///< of what all engines need
};

} // namespace verbale::mt
