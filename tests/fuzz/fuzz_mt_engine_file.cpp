// Any bytes as the description of an engine: refused with a sentence, or every text goes out in its requests,
// to https alone, with headers that are headers; and its answers are read.

#include "promise.h"

#include "plugins/machine-translation/engines/generic.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>

using namespace verbale;
using namespace verbale::mt;

namespace {

using Json = nlohmann::json;

bool holds(const Json &json, const std::string &text)
{
    if (json.is_structured())
        return std::any_of(json.begin(), json.end(), [&text](const Json &one) { return holds(one, text); });
    return json.is_string() && json.get_ref<const std::string &>() == text;
}

void send(const GenericEngine &engine)
{
    Batch batch{QStringLiteral("vi"), QStringLiteral("en"), {{"1", QStringLiteral("${source} một")}}};
    if (engine.limits().maxItems > 1)
        batch.items.append({"2", QStringLiteral("\"hai\"\n${text}")});
    const auto request = engine.request(batch, Secret(QByteArray("canary")));
    fuzz::require(request.ok(), "a sound description makes requests");
    const Json body = Json::parse(request->body.toStdString(), nullptr, false);
    for (const Item &item : batch.items)
        fuzz::require(holds(body, item.text.toStdString()), "every text goes out");
    fuzz::require(!request->body.contains("canary"), "no key in the body");
    fuzz::require(request->url.startsWith(QLatin1String("https://")) ||
                      request->url.startsWith(QLatin1String("http://"), Qt::CaseInsensitive) ||
                      request->url.startsWith(QLatin1String("https://"), Qt::CaseInsensitive),
                  "an address of the web");
    for (const Header &header : request->headers) {
        for (const char c : header.name + header.value)
            fuzz::require(c >= 0x20 && c < 0x7F, "headers of one line");
    }
    fuzz::require(request->secretHeaders.isEmpty() != engine.needsKey(), "the key goes where it is wanted");
    for (const char *answer :
         {R"({"data":[{"translation":"a"},{"translation":"b"}]})", R"(["a","b"])", "{}"}) {
        HttpAnswer one;
        one.status = 200;
        one.body = answer;
        const EngineAnswer read = engine.answer(batch, one);
        if (const auto *list = std::get_if<QList<ItemAnswer>>(&read))
            fuzz::require(list->size() == batch.items.size(), "as many answers as texts");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray json(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto engine = GenericEngine::fromJson(json, QStringLiteral("fuzz.json"));
    if (!engine) {
        fuzz::require(engine.error().code == QLatin1String("mt.engine-file") &&
                          engine.error().where.file == QLatin1String("fuzz.json") &&
                          !engine.error().message.isEmpty(),
                      "errors say where");
        return 0;
    }
    const EngineLimits limits = (*engine)->limits();
    fuzz::require(limits.maxItems >= 1 && limits.maxCharacters >= 1 && limits.maxInFlight >= 1 &&
                      limits.requestsPerSecond >= 0 && limits.firstByte.count() > 0,
                  "limits that can be kept");
    send(**engine);
    return 0;
}
