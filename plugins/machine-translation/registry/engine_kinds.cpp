#include "plugins/machine-translation/registry/engine_kinds.h"

#include "plugins/machine-translation/engines/apertium.h"
#include "plugins/machine-translation/engines/azure.h"
#include "plugins/machine-translation/engines/chat.h"
#include "plugins/machine-translation/engines/deepl.h"
#include "plugins/machine-translation/engines/generic.h"
#include "plugins/machine-translation/engines/google.h"
#include "plugins/machine-translation/engines/libretranslate.h"
#include "plugins/machine-translation/engines/modernmt.h"
#include "plugins/machine-translation/engines/service_request.h"

#include <QtCore/QFile>

#include <array>

namespace verbale::mt {

namespace {

using EnginePtr = std::unique_ptr<const Engine>;

constexpr qint64 longestDescription = 1 << 20;

/// The address that the settings give, or the kind's own. Empty: none was given and there is none of its own.
QString addressOf(MemberReader &reader, const QString &otherwise)
{
    QString address = otherwise.isEmpty() ? reader.neededText("address") : reader.text("address", otherwise);
    while (address.endsWith(QLatin1Char('/')))
        address.chop(1);
    if (!address.isEmpty()) {
        if (const Result<void> sound = checkAddress(address, QStringLiteral("it")); !sound)
            reader.complain(
                QStringLiteral("has a wrong \"address\": %1").arg(sound.error().message.chopped(1)));
    }
    return address;
}

EnginePtr makeDeepL(MemberReader &reader, const Secret &key)
{
    DeepLOptions options;
    options.address = addressOf(reader, deepLAddress(key));
    options.glossary = reader.text("glossary");
    options.glossaryVersion = reader.text("glossaryVersion");
    options.sendsTerms = reader.flag("terms", options.sendsTerms);
    if (options.sendsTerms && !options.glossary.isEmpty())
        reader.complain(QStringLiteral("has both a \"glossary\" and \"terms\": a text goes with one glossary "
                                       "alone, so take one of them out"));
    options.formality = reader.text("formality");
    options.model = reader.text("model", options.model);
    options.documentContext = reader.text("context");
    options.english = reader.text("english", options.english);
    return std::make_unique<DeepLEngine>(options);
}

EnginePtr makeAzure(MemberReader &reader, const Secret &)
{
    AzureOptions options;
    options.address = addressOf(reader, options.address);
    const QString version = reader.choice("version", {QStringLiteral("3.0"), QStringLiteral("2026-06-06")});
    options.version = version == QLatin1String("3.0") ? AzureVersion::V3 : AzureVersion::V2026;
    options.region = reader.text("region");
    options.category = reader.text("category");
    options.deployment = reader.text("deployment");
    options.tone = reader.text("tone");
    options.sendsTerms = reader.flag("terms", options.sendsTerms);
    return std::make_unique<AzureEngine>(options);
}

EnginePtr makeGoogleV2(MemberReader &reader, const Secret &)
{
    GoogleV2Options options;
    options.address = addressOf(reader, options.address);
    return std::make_unique<GoogleV2Engine>(options);
}

EnginePtr makeGoogleV3(MemberReader &reader, const Secret &)
{
    GoogleV3Options options;
    options.address = addressOf(reader, options.address);
    options.project = reader.neededText("project");
    options.location = reader.text("location", options.location);
    options.glossary = reader.text("glossary");
    options.glossaryVersion = reader.text("glossaryVersion");
    options.model = reader.text("model");
    return std::make_unique<GoogleV3Engine>(options);
}

EnginePtr makeModernMt(MemberReader &reader, const Secret &)
{
    ModernMtOptions options;
    options.address = addressOf(reader, options.address);
    options.hints = reader.integers("hints");
    options.glossaries = reader.integers("glossaries");
    options.glossaryVersion = reader.text("glossaryVersion");
    return std::make_unique<ModernMtEngine>(options);
}

EnginePtr makeLibreTranslate(MemberReader &reader, const Secret &key)
{
    LibreTranslateOptions options;
    options.address = addressOf(reader, {});
    options.batchLimit = static_cast<int>(reader.integer("items", options.batchLimit, 1, 1000));
    options.charLimit = reader.integer("characters", options.charLimit, 1, 1'000'000);
    options.withKey = !key.isEmpty();
    return std::make_unique<LibreTranslateEngine>(options);
}

EnginePtr makeApertium(MemberReader &reader, const Secret &)
{
    ApertiumOptions options;
    options.address = addressOf(reader, options.address);
    return std::make_unique<ApertiumEngine>(options);
}

EnginePtr makeChat(MemberReader &reader, const Secret &key)
{
    ChatOptions options;
    const QString own = options.address;
    options.address = addressOf(reader, own);
    options.model = reader.neededText("model");
    options.name = reader.text("name", options.name);
    // A server in the house may want none; the public one always does, and says so best before the way there.
    options.withKey = !key.isEmpty() || options.address == own;
    options.jsonMode = reader.flag("jsonMode", options.jsonMode);
    options.instructions = reader.text("instructions");
    options.maxItems = static_cast<int>(reader.integer("items", options.maxItems, 1, 100));
    options.maxCharacters = reader.integer("characters", options.maxCharacters, 1, 1'000'000);
    options.firstByte = std::chrono::seconds(reader.integer("firstByteSeconds", 180, 1, 540));
    return std::make_unique<ChatEngine>(options);
}

EnginePtr makeGeneric(MemberReader &reader, const Secret &)
{
    const QString path = reader.neededText("description");
    if (path.isEmpty())
        return nullptr;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        reader.complain(QStringLiteral("has a \"description\" that cannot be read: %1: %2")
                            .arg(path, file.errorString()));
        return nullptr;
    }
    const QByteArray json = file.read(longestDescription + 1);
    if (json.size() > longestDescription) {
        reader.complain(QStringLiteral("has a \"description\" of more than a megabyte: %1").arg(path));
        return nullptr;
    }
    Result<std::unique_ptr<GenericEngine>> engine = GenericEngine::fromJson(json, path);
    if (!engine) {
        reader.complain(
            QStringLiteral("has a wrong \"description\": %1").arg(engine.error().text().chopped(1)));
        return nullptr;
    }
    return *std::move(engine);
}

struct EngineKind
{
    const char *name;
    EnginePtr (*make)(MemberReader &reader, const Secret &key);
};

constexpr std::array kinds{
    EngineKind{"deepl", makeDeepL},       EngineKind{"azure", makeAzure},
    EngineKind{"google", makeGoogleV2},   EngineKind{"google-v3", makeGoogleV3},
    EngineKind{"modernmt", makeModernMt}, EngineKind{"libretranslate", makeLibreTranslate},
    EngineKind{"apertium", makeApertium}, EngineKind{"chat", makeChat},
    EngineKind{"generic", makeGeneric},
};

} // namespace

QStringList engineKinds()
{
    QStringList names;
    for (const EngineKind &kind : kinds)
        names.append(QLatin1String(kind.name));
    return names;
}

EnginePtr makeEngine(const QString &kind, MemberReader &reader, const Secret &key)
{
    for (const EngineKind &one : kinds) {
        if (kind == QLatin1String(one.name))
            return one.make(reader, key);
    }
    return nullptr;
}

} // namespace verbale::mt
