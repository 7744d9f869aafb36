#include "plugins/machine-translation/engines/libretranslate.h"

#include "plugins/machine-translation/engines/positional.h"
#include "plugins/machine-translation/engines/service_request.h"

namespace verbale::mt {

namespace {

/// 500 says that the server could not translate; nothing but 429 is to be tried again, and that slowly.
constexpr StatusRule rules[] = {
    {400, FailureKind::BadRequest}, {403, FailureKind::Quota},   {404, FailureKind::Setup},
    {413, FailureKind::BadRequest}, {429, FailureKind::Limited}, {500, FailureKind::BadAnswer},
};

constexpr std::chrono::milliseconds slowly{60'000};
constexpr QByteArrayView emptyKey = "{\"api_key\":\"";

} // namespace

QByteArray LibreTranslateEngine::options() const
{
    return optionFields({{"address", m_options.address}});
}

EngineLimits LibreTranslateEngine::limits() const
{
    EngineLimits limits;
    limits.maxItems = m_options.batchLimit;
    limits.maxCharacters = m_options.charLimit;
    limits.maxInFlight = 4;
    limits.firstByte = std::chrono::milliseconds(60'000);
    return limits;
}

Result<HttpRequest> LibreTranslateEngine::request(const Batch &batch, const Secret &key) const
{
    if (const Result<void> sound = checkAddress(m_options.address, name()); !sound)
        return sound.error();
    if (m_options.withKey) {
        if (const Result<void> sound = checkKey(key, name()); !sound)
            return sound.error();
    }
    RequestJson body;
    if (m_options.withKey)
        body["api_key"] = ""; // the first member: the key's place is known
    body["q"] = textsOf(batch);
    body["source"] = toJson(primaryLanguage(batch.sourceLanguage));
    body["target"] = toJson(primaryLanguage(batch.targetLanguage));
    body["format"] = "html";
    body["alternatives"] = 0;
    HttpRequest request = jsonRequest(url(), body, limits());
    if (m_options.withKey)
        request.bodySecret = BodySecret{emptyKey.size(), key};
    return request;
}

EngineAnswer LibreTranslateEngine::answer(const Batch &batch, const HttpAnswer &answer) const
{
    if (answer.status != 200) {
        const QString message = serviceMessage(answer.body);
        if (answer.status == 403 && message.contains(QLatin1String("API key"), Qt::CaseInsensitive))
            return failureOf(FailureKind::Key, name(), answer.status, message);
        if (answer.status == 400 && message.endsWith(QLatin1String("is not supported")))
            return failureOf(FailureKind::Setup, name(), answer.status, message);
        Failure failure = failureOf(name(), rules, answer);
        if (failure.kind == FailureKind::Quota)
            failure.error.message =
                QStringLiteral("%1 has shut this computer out for asking too much; ask whoever runs "
                               "the server.")
                    .arg(name());
        if (failure.kind == FailureKind::Limited && !failure.retryAfter)
            failure.retryAfter = slowly;
        return failure;
    }
    const auto read = readAnswer(name(), answer.body);
    if (const auto *failure = std::get_if<Failure>(&read))
        return *failure;
    // To somebody whom it takes for a nuisance the server answers 200 with one string, and no list.
    return positionalAnswers(name(), batch, member(std::get<nlohmann::json>(read), "translatedText"),
                             [](const nlohmann::json &one) { return textOf(&one); });
}

} // namespace verbale::mt
