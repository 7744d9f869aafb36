#include "plugins/machine-translation/engines/modernmt.h"

#include "plugins/machine-translation/engines/positional.h"
#include "plugins/machine-translation/engines/service_request.h"

#include <algorithm>

namespace verbale::mt {

namespace {

constexpr StatusRule rules[] = {
    {400, FailureKind::BadRequest}, {401, FailureKind::Key},      {402, FailureKind::Quota},
    {403, FailureKind::Key},        {404, FailureKind::Setup},    {413, FailureKind::BadRequest},
    {429, FailureKind::Limited},    {500, FailureKind::Unbilled}, {502, FailureKind::Unbilled},
    {503, FailureKind::Unbilled},   {504, FailureKind::Unbilled},
};

QString joined(const QList<qint64> &numbers)
{
    QStringList texts;
    for (const qint64 number : numbers)
        texts.append(QString::number(number));
    return texts.join(QLatin1Char(','));
}

RequestJson listOf(const QList<qint64> &numbers)
{
    RequestJson list = RequestJson::array();
    for (const qint64 number : numbers)
        list.push_back(number);
    return list;
}

} // namespace

QByteArray ModernMtEngine::options() const
{
    return optionFields({{"address", m_options.address},
                         {"hints", joined(m_options.hints)},
                         {"glossaries", joined(m_options.glossaries)},
                         {"version", m_options.glossaryVersion}});
}

EngineLimits ModernMtEngine::limits() const
{
    EngineLimits limits;
    limits.maxItems = 128;
    limits.maxCharacters = 10'000;
    return limits;
}

Result<HttpRequest> ModernMtEngine::request(const Batch &batch, const Secret &key) const
{
    if (const Result<void> sound = checkAddress(m_options.address, name()); !sound)
        return sound.error();
    if (const Result<void> sound = checkKey(key, name()); !sound)
        return sound.error();
    RequestJson body;
    body["source"] = toJson(primaryLanguage(batch.sourceLanguage));
    body["target"] = toJson(primaryLanguage(batch.targetLanguage));
    body["q"] = textsOf(batch);
    body["format"] = "text/html";
    body["multiline"] = false;
    if (!m_options.hints.isEmpty())
        body["hints"] = listOf(m_options.hints);
    if (!m_options.glossaries.isEmpty()) {
        body["glossaries"] = listOf(m_options.glossaries);
        body["ignore_glossary_case"] = true;
    }
    HttpRequest request = jsonRequest(url(), body, limits());
    request.headers.append(Header{"X-HTTP-Method-Override", "get"}); // a plain POST is another call
    request.headers.append(Header{"MMT-Platform", "Verbale"});
    request.secretHeaders = {{"MMT-ApiKey", key}};
    return request;
}

EngineAnswer ModernMtEngine::answer(const Batch &batch, const HttpAnswer &answer) const
{
    if (answer.status != 200)
        return failureOf(name(), rules, answer);
    const auto read = readAnswer(name(), answer.body);
    if (const auto *failure = std::get_if<Failure>(&read))
        return *failure;
    const auto &json = std::get<nlohmann::json>(read);
    // The status of HTTP may be good where that of the answer is not.
    const std::optional<qint64> status = numberOf(member(json, "status"));
    if (status && *status != 200) {
        HttpAnswer refused = answer;
        refused.status = static_cast<int>(std::clamp<qint64>(*status, 0, 999));
        return failureOf(name(), rules, refused);
    }
    const nlohmann::json *data = member(json, "data");
    EngineAnswer answers = positionalAnswers(
        name(), batch, data, [](const nlohmann::json &one) { return textOf(member(one, "translation")); });
    if (auto *list = std::get_if<QList<ItemAnswer>>(&answers)) {
        for (ItemAnswer &one : *list)
            one.billedCharacters =
                chargeOf(member((*data)[static_cast<std::size_t>(one.item)], "billedCharacters"));
    }
    return answers;
}

} // namespace verbale::mt
