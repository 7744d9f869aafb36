#include "engine_samples.h"

#include "plugins/machine-translation/engines/apertium.h"
#include "plugins/machine-translation/engines/azure.h"
#include "plugins/machine-translation/engines/chat.h"
#include "plugins/machine-translation/engines/deepl.h"
#include "plugins/machine-translation/engines/generic.h"
#include "plugins/machine-translation/engines/google.h"
#include "plugins/machine-translation/engines/libretranslate.h"
#include "plugins/machine-translation/engines/modernmt.h"

namespace verbale::mt::samples {

namespace {

constexpr const char *ministry = R"({"schema": "verbale.engine/1", "id": "ministry", "name": "Ministry",
 "url": "https://mt.example.org/translate", "auth": {"header": "X-Api-Key"},
 "body": {"from": "${source}", "to": "${target}", "texts": "${texts}"},
 "answer": {"texts": "/data/*/translation", "billed": "/data/*/characters"}, "limits": {"items": 20},
 "statuses": {"limited": [429], "unbilled": [503], "quota": [402], "key": [401, 403], "badRequest": [400]}})";

QByteArray quoted(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\t', "\\t");
    return '"' + bytes + '"';
}

QByteArray list(const QStringList &texts, const QByteArray &before, const QByteArray &after)
{
    QByteArrayList parts;
    for (const QString &text : texts)
        parts.append(before + quoted(text) + after);
    return '[' + parts.join(',') + ']';
}

QByteArray chatAnswer(const Batch &batch, const QStringList &translations)
{
    const QStringList ids = chatIds(batch);
    QByteArrayList parts;
    for (qsizetype i = 0; i < translations.size(); ++i)
        parts.append("{\"id\":" + quoted(ids.value(i, QStringLiteral("none"))) +
                     ",\"text\":" + quoted(translations.at(i)) + '}');
    const QString content = QString::fromUtf8("{\"translations\":[" + parts.join(',') + "]}");
    return R"({"id":"c","object":"chat.completion","choices":[{"index":0,"message":{"role":"assistant","content":)" +
           quoted(content) + R"(},"finish_reason":"stop"}]})";
}

} // namespace

std::map<QString, std::unique_ptr<Engine>> engines()
{
    std::map<QString, std::unique_ptr<Engine>> all;
    DeepLOptions deepl;
    deepl.glossary = QStringLiteral("4c67-1");
    deepl.glossaryVersion = QStringLiteral("7");
    deepl.documentContext = QStringLiteral("Công hàm của Bộ Ngoại giao");
    all["deepl"] = std::make_unique<DeepLEngine>(deepl);
    AzureOptions azure;
    azure.region = QStringLiteral("southeastasia");
    all["azure-3.0"] = std::make_unique<AzureEngine>(azure);
    azure.version = AzureVersion::V2026;
    azure.tone = QStringLiteral("formal");
    all["azure-2026"] = std::make_unique<AzureEngine>(azure);
    all["google-v2"] = std::make_unique<GoogleV2Engine>(GoogleV2Options{});
    GoogleV3Options google;
    google.project = QStringLiteral("embassy");
    google.glossary = QStringLiteral("diplo");
    all["google-v3"] = std::make_unique<GoogleV3Engine>(google);
    LibreTranslateOptions libre;
    libre.address = QStringLiteral("https://libre.example.org");
    libre.withKey = true;
    all["libretranslate"] = std::make_unique<LibreTranslateEngine>(libre);
    all["modernmt"] =
        std::make_unique<ModernMtEngine>(ModernMtOptions{"https://api.modernmt.com", {123}, {456}, "2"});
    all["apertium"] = std::make_unique<ApertiumEngine>(ApertiumOptions{});
    ChatOptions chat;
    chat.model = QStringLiteral("mock");
    all["chat"] = std::make_unique<ChatEngine>(chat);
    auto generic = GenericEngine::fromJson(ministry, QStringLiteral("ministry.json"));
    if (generic)
        all["generic"] = std::move(*generic);
    return all;
}

Batch batchOf(const QStringList &texts, const QString &source, const QString &target)
{
    Batch batch{source, target, {}};
    for (const QString &text : texts)
        batch.items.append({QByteArray::number(batch.items.size()), text});
    return batch;
}

QByteArray goodAnswer(const QString &engine, const Batch &batch, const QStringList &translations)
{
    if (engine == "deepl")
        return R"({"translations":)" +
               list(translations, R"({"detected_source_language":"VI","billed_characters":11,"text":)", "}") +
               '}';
    if (engine == "azure-3.0")
        return list(translations, R"({"translations":[{"to":"en","text":)", "}]}");
    if (engine == "azure-2026")
        return R"({"value":)" + list(translations, R"({"translations":[{"language":"en","text":)", "}]}") +
               '}';
    if (engine == "google-v2")
        return R"({"data":{"translations":)" + list(translations, R"({"translatedText":)", "}") + "}}";
    if (engine == "google-v3")
        return R"({"translations":[],"glossaryTranslations":)" +
               list(translations, R"({"glossaryConfig":{},"translatedText":)", "}") + '}';
    if (engine == "libretranslate")
        return R"({"translatedText":)" + list(translations, "", "") + '}';
    if (engine == "modernmt")
        return R"({"status":200,"data":)" +
               list(translations, R"({"characters":9,"billedCharacters":8,"translation":)", "}") + '}';
    if (engine == "apertium")
        return R"({"responseDetails":null,"responseStatus":200,"responseData":{"translatedText":)" +
               quoted(translations.value(0)) + "}}";
    if (engine == "chat")
        return chatAnswer(batch, translations);
    return R"({"data":)" + list(translations, R"({"characters":8,"translation":)", "}") + '}';
}

HttpAnswer answerOf(int status, const QByteArray &body)
{
    HttpAnswer answer;
    answer.status = status;
    answer.body = body;
    return answer;
}

Secret key()
{
    return Secret(QByteArray(keyText));
}

} // namespace verbale::mt::samples
