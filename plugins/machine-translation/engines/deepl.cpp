#include "plugins/machine-translation/engines/deepl.h"

#include "plugins/machine-translation/engines/deepl_glossary.h"
#include "plugins/machine-translation/engines/positional.h"
#include "plugins/machine-translation/engines/service_request.h"

namespace verbale::mt {

namespace {

constexpr StatusRule rules[] = {
    {400, FailureKind::BadRequest}, {403, FailureKind::Key},        {404, FailureKind::Setup},
    {413, FailureKind::BadRequest}, {414, FailureKind::BadRequest}, {429, FailureKind::Limited},
    {456, FailureKind::Quota},      {500, FailureKind::Unbilled},   {503, FailureKind::Unbilled},
    {504, FailureKind::Unbilled},   {529, FailureKind::Limited},
};

constexpr QLatin1String paidAddress("https://api.deepl.com");
constexpr QLatin1String freeAddress("https://api-free.deepl.com");

/// 400s that lie in the settings: no half of the batch would fare better.
bool isAboutSettings(const QString &message)
{
    for (const char *part :
         {"target_lang", "source_lang", "lossary", "formality", "model_type", "tag_handling_version"}) {
        if (message.contains(QLatin1String(part)))
            return true;
    }
    return false;
}

/// A region or script is named for the few targets that have one: any other is refused.
QString targetOf(const QString &tag, const QString &english)
{
    static const QStringList regional{"EN-GB", "EN-US", "ES-419", "PT-BR", "PT-PT", "ZH-HANS", "ZH-HANT"};
    const QString target = tag.section(QLatin1Char('-'), 0, 1).toUpper();
    if (regional.contains(target))
        return target;
    const QString primary = primaryLanguage(tag);
    return primary == QLatin1String("en") ? english : primary.toUpper();
}

/// What goes with a batch but its texts: that is the same for all items.
const Item &firstOf(const Batch &batch)
{
    static const Item none;
    return batch.items.isEmpty() ? none : batch.items.first();
}

} // namespace

QString deepLAddress(const Secret &key)
{
    const bool isFree = key.reveal().endsWith(":fx");
    return isFree ? freeAddress : paidAddress;
}

QByteArray DeepLEngine::options() const
{
    // The free and the paid host translate alike; addresses of one's own may not.
    const bool isOwn = m_options.address != paidAddress && m_options.address != freeAddress;
    return optionFields({{"address", isOwn ? m_options.address : QString()},
                         {"glossary", m_options.glossary},
                         {"version", m_options.glossaryVersion},
                         {"formality", m_options.formality},
                         {"model", m_options.model},
                         {"context", m_options.documentContext},
                         {"english", m_options.english}});
}

EngineLimits DeepLEngine::limits() const
{
    EngineLimits limits;
    limits.maxItems = 50;
    limits.maxBodyBytes = 128 * 1024;
    limits.maxInFlight = 8;
    limits.firstByte = std::chrono::milliseconds(30'000);
    return limits;
}

GlossaryPlan DeepLEngine::planGlossary(const GlossaryState &known, const QList<TermPair> &wanted) const
{
    return DeepLGlossary::plan(known, wanted);
}

qint64 DeepLEngine::estimatedCharacters(const Item &item) const
{
    return item.step ? 0 : Engine::estimatedCharacters(item);
}

Result<HttpRequest> DeepLEngine::request(const Batch &batch, const Secret &key) const
{
    if (const auto &step = firstOf(batch).step)
        return DeepLGlossary(m_options.address).request(*step, batch, key);
    if (const Result<void> sound = checkAddress(m_options.address, name()); !sound)
        return sound.error();
    if (const Result<void> sound = checkKey(key, name()); !sound)
        return sound.error();
    RequestJson body;
    body["text"] = textsOf(batch);
    body["source_lang"] = toJson(primaryLanguage(batch.sourceLanguage).toUpper());
    body["target_lang"] = toJson(targetOf(batch.targetLanguage, m_options.english));
    body["tag_handling"] = "xml";
    body["tag_handling_version"] = "v2";
    body["show_billed_characters"] = true;
    if (!m_options.model.isEmpty())
        body["model_type"] = toJson(m_options.model);
    const QString &ofTerms = firstOf(batch).glossary;
    if (const QString &glossary = ofTerms.isEmpty() ? m_options.glossary : ofTerms; !glossary.isEmpty())
        body["glossary_id"] = toJson(glossary);
    if (!m_options.formality.isEmpty())
        body["formality"] = toJson(m_options.formality);
    if (!m_options.documentContext.isEmpty())
        body["context"] = toJson(m_options.documentContext);
    HttpRequest request = jsonRequest(url(), body, limits());
    request.secretHeaders = {{"Authorization", key.prefixed("DeepL-Auth-Key ")}};
    return request;
}

EngineAnswer DeepLEngine::answer(const Batch &batch, const HttpAnswer &answer) const
{
    if (const auto &step = firstOf(batch).step)
        return DeepLGlossary::answer(*step, answer);
    if (answer.status != 200) {
        Failure failure = failureOf(name(), rules, answer);
        const bool isRefusal = answer.status == 400 || answer.status == 404;
        if (isRefusal && !firstOf(batch).glossary.isEmpty() &&
            serviceMessage(answer.body).contains(QLatin1String("lossary")))
            return goneGlossary(name(), answer);
        if (failure.kind == FailureKind::BadRequest && isAboutSettings(serviceMessage(answer.body)))
            failure = failureOf(FailureKind::Setup, name(), answer.status, serviceMessage(answer.body));
        return failure;
    }
    const auto read = readAnswer(name(), answer.body);
    if (const auto *failure = std::get_if<Failure>(&read))
        return *failure;
    const nlohmann::json *translations = member(std::get<nlohmann::json>(read), "translations");
    EngineAnswer answers = positionalAnswers(
        name(), batch, translations, [](const nlohmann::json &one) { return textOf(member(one, "text")); });
    if (auto *list = std::get_if<QList<ItemAnswer>>(&answers)) {
        for (ItemAnswer &one : *list) {
            const nlohmann::json &translation = (*translations)[static_cast<std::size_t>(one.item)];
            one.billedCharacters = chargeOf(member(translation, "billed_characters"));
        }
    }
    return answers;
}

} // namespace verbale::mt
