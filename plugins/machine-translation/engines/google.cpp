#include "plugins/machine-translation/engines/google.h"

#include "plugins/machine-translation/engines/positional.h"
#include "plugins/machine-translation/engines/service_request.h"

#include <QtCore/QRegularExpression>

namespace verbale::mt {

namespace {

constexpr StatusRule rulesV2[] = {
    {400, FailureKind::BadRequest}, {401, FailureKind::Key},        {403, FailureKind::Key},
    {404, FailureKind::Setup},      {413, FailureKind::BadRequest}, {429, FailureKind::Limited},
    {500, FailureKind::Unbilled},   {502, FailureKind::Unbilled},   {503, FailureKind::Unbilled},
    {504, FailureKind::Unbilled},
};

/// Of v3 the contract names but two states that may be tried again.
constexpr StatusRule rulesV3[] = {
    {400, FailureKind::BadRequest}, {401, FailureKind::Key},        {403, FailureKind::Key},
    {404, FailureKind::Setup},      {413, FailureKind::BadRequest}, {429, FailureKind::Limited},
    {503, FailureKind::Unbilled},
};

/// {"error": {"errors": [{"reason": "..."}], "status": "..."}}
QString reasonOf(const nlohmann::json &error)
{
    const nlohmann::json *errors = member(error, "errors");
    if (errors && errors->is_array() && !errors->empty()) {
        if (const auto reason = textOf(member(errors->front(), "reason")))
            return *reason;
    }
    return textOf(member(error, "status")).value_or(QString());
}

Failure googleFailure(const QString &service, std::span<const StatusRule> rules, const HttpAnswer &answer)
{
    Failure failure = failureOf(service, rules, answer);
    const auto read = readAnswer(service, answer.body);
    const auto *json = std::get_if<nlohmann::json>(&read);
    const nlohmann::json *error = json ? member(*json, "error") : nullptr;
    if (!error)
        return failure;
    const QString reason = reasonOf(*error);
    const QString message = serviceMessage(answer.body);
    const auto as = [&](FailureKind kind) { return failureOf(kind, service, answer.status, message); };
    if (answer.status == 403 || answer.status == 429) {
        if (reason == QLatin1String("dailyLimitExceeded") || reason == QLatin1String("quotaExceeded") ||
            message.contains(QLatin1String("Daily Limit"), Qt::CaseInsensitive))
            return as(FailureKind::Quota);
        if (reason.endsWith(QLatin1String("ateLimitExceeded")) ||
            reason == QLatin1String("RESOURCE_EXHAUSTED") ||
            message.contains(QLatin1String("Rate Limit"), Qt::CaseInsensitive)) {
            failure = as(FailureKind::Limited);
            failure.retryAfter = answer.retryAfter;
            return failure;
        }
    }
    if (answer.status == 400 &&
        (reason == QLatin1String("keyInvalid") || message.contains(QLatin1String("API key"))))
        return as(FailureKind::Key);
    if (answer.status == 400 &&
        (message.contains(QLatin1String("lossary")) || message.contains(QLatin1String("anguage"))))
        return as(FailureKind::Setup);
    return failure;
}

bool isResourceName(const QString &name)
{
    static const QRegularExpression allowed(QStringLiteral("^[A-Za-z0-9._:-]{1,128}\\z"));
    return allowed.match(name).hasMatch();
}

} // namespace

QByteArray GoogleV2Engine::options() const
{
    return optionFields({{"address", m_options.address}});
}

EngineLimits GoogleV2Engine::limits() const
{
    EngineLimits limits;
    limits.maxItems = 128;
    limits.maxCharacters = 5'000;
    limits.maxInFlight = 6;
    return limits;
}

Result<HttpRequest> GoogleV2Engine::request(const Batch &batch, const Secret &key) const
{
    if (const Result<void> sound = checkAddress(m_options.address, name()); !sound)
        return sound.error();
    if (const Result<void> sound = checkKey(key, name()); !sound)
        return sound.error();
    RequestJson body{{"q", textsOf(batch)}};
    body["source"] = toJson(primaryLanguage(batch.sourceLanguage));
    body["target"] = toJson(primaryLanguage(batch.targetLanguage));
    body["format"] = "html";
    HttpRequest request = jsonRequest(url(), body, limits());
    request.secretHeaders = {{"x-goog-api-key", key}};
    return request;
}

EngineAnswer GoogleV2Engine::answer(const Batch &batch, const HttpAnswer &answer) const
{
    if (answer.status != 200)
        return googleFailure(name(), rulesV2, answer);
    const auto read = readAnswer(name(), answer.body);
    if (const auto *failure = std::get_if<Failure>(&read))
        return *failure;
    const nlohmann::json *data = member(std::get<nlohmann::json>(read), "data");
    return positionalAnswers(name(), batch, data ? member(*data, "translations") : nullptr,
                             [](const nlohmann::json &one) { return textOf(member(one, "translatedText")); });
}

QString GoogleV3Engine::parent() const
{
    return QStringLiteral("projects/%1/locations/%2").arg(m_options.project, m_options.location);
}

QString GoogleV3Engine::url() const
{
    return m_options.address + QLatin1String("/v3/") + parent() + QLatin1String(":translateText");
}

QByteArray GoogleV3Engine::options() const
{
    return optionFields({{"address", m_options.address},
                         {"project", m_options.project},
                         {"glossary", m_options.glossary},
                         {"version", m_options.glossaryVersion},
                         {"model", m_options.model},
                         {"location", m_options.location}});
}

EngineLimits GoogleV3Engine::limits() const
{
    EngineLimits limits;
    limits.maxItems = 128;
    limits.maxCharacters = 10'000;
    return limits;
}

Result<HttpRequest> GoogleV3Engine::request(const Batch &batch, const Secret &key) const
{
    if (const Result<void> sound = checkAddress(m_options.address, name()); !sound)
        return sound.error();
    if (!isResourceName(m_options.project) || !isResourceName(m_options.location))
        return Error{
            QStringLiteral("mt.address"),
            QStringLiteral("%1 needs the name of a project and of a location in the settings.").arg(name())};
    if (const Result<void> sound = checkKey(key, name()); !sound)
        return sound.error();
    RequestJson body{{"contents", textsOf(batch)}};
    body["mimeType"] = "text/html";
    body["sourceLanguageCode"] = toJson(primaryLanguage(batch.sourceLanguage));
    body["targetLanguageCode"] = toJson(primaryLanguage(batch.targetLanguage));
    if (!m_options.model.isEmpty())
        body["model"] = toJson(parent() + QLatin1String("/models/") + m_options.model);
    if (!m_options.glossary.isEmpty())
        body["glossaryConfig"] = {
            {"glossary", toJson(parent() + QLatin1String("/glossaries/") + m_options.glossary)},
            {"ignoreCase", true}};
    HttpRequest request = jsonRequest(url(), body, limits());
    request.secretHeaders = {{"Authorization", key.prefixed("Bearer ")}};
    request.headers.append(Header{"x-goog-user-project", m_options.project.toLatin1()});
    return request;
}

EngineAnswer GoogleV3Engine::answer(const Batch &batch, const HttpAnswer &answer) const
{
    if (answer.status != 200)
        return googleFailure(name(), rulesV3, answer);
    const auto read = readAnswer(name(), answer.body);
    if (const auto *failure = std::get_if<Failure>(&read))
        return *failure;
    const auto &json = std::get<nlohmann::json>(read);
    // With a glossary there are two lists; the one made without it is not what was asked for.
    const char *list = m_options.glossary.isEmpty() ? "translations" : "glossaryTranslations";
    return positionalAnswers(
        name(), batch, member(json, list),
        [](const nlohmann::json &one) { return textOf(member(one, "translatedText")); }, true);
}

} // namespace verbale::mt
