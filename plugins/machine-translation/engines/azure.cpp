#include "plugins/machine-translation/engines/azure.h"

#include "plugins/machine-translation/engines/positional.h"
#include "plugins/machine-translation/engines/service_request.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace verbale::mt {

namespace {

constexpr StatusRule rules[] = {
    {400, FailureKind::BadRequest}, {401, FailureKind::Key},     {403, FailureKind::Key},
    {408, FailureKind::Unbilled},   {429, FailureKind::Limited}, {500, FailureKind::Unbilled},
    {503, FailureKind::Unbilled},
};

bool isWordPart(const QString &text, qsizetype at)
{
    return at >= 0 && at < text.size() && (text[at].isLetterOrNumber() || text[at].isMark());
}

/// As texts come (judge/tag_codec.h): quotation marks stand as they are, in attributes alone they do not.
QString escapedText(const QString &text)
{
    return text.toHtmlEscaped().replace(QLatin1String("&quot;"), QLatin1String("\""));
}

/// A stretch of text without tags; the terms are escaped as it is.
QString markStretch(const QString &stretch, const QList<TermPair> &longestFirst)
{
    QString marked;
    for (qsizetype at = 0; at < stretch.size();) {
        const auto term = std::find_if(longestFirst.begin(), longestFirst.end(), [&](const TermPair &one) {
            return QStringView(stretch).mid(at).startsWith(one.source) && !isWordPart(stretch, at - 1) &&
                   !isWordPart(stretch, at + one.source.size());
        });
        if (term == longestFirst.end()) {
            marked += stretch[at++];
            continue;
        }
        marked += QStringLiteral("<mstrans:dictionary translation=\"%1\">%2</mstrans:dictionary>")
                      .arg(term->target, term->source);
        at += term->source.size();
    }
    return marked;
}

/// Terms are markup for English alone; elsewhere the service passes over them without a word.
bool withEnglish(const Batch &batch)
{
    return primaryLanguage(batch.sourceLanguage) == QLatin1String("en") ||
           primaryLanguage(batch.targetLanguage) == QLatin1String("en");
}

QString withoutDictionary(QString text)
{
    static const QRegularExpression markup(QStringLiteral("</?mstrans:dictionary[^>]*>"));
    return text.remove(markup);
}

/// Both versions name a failure by a number of six figures that begins with the status.
Failure azureFailure(const QString &service, const HttpAnswer &answer)
{
    const QString code = serviceCode(answer.body);
    const QString message = serviceMessage(answer.body);
    if (answer.status == 403 && code == QLatin1String("403001")) // the free quota is gone
        return failureOf(FailureKind::Quota, service, answer.status, message);
    static const QStringList settings{"400003", "400004", "400005", "400018",
                                      "400019", "400035", "400036", "400071"};
    if (answer.status == 400 && settings.contains(code))
        return failureOf(FailureKind::Setup, service, answer.status, message);
    return failureOf(service, rules, answer);
}

} // namespace

QString withDictionary(const QString &html, const QList<TermPair> &terms)
{
    QList<TermPair> longestFirst;
    for (const TermPair &term : terms) {
        if (!term.source.isEmpty() && !term.target.isEmpty())
            longestFirst.append({escapedText(term.source), term.target.toHtmlEscaped()});
    }
    std::stable_sort(longestFirst.begin(), longestFirst.end(),
                     [](const TermPair &a, const TermPair &b) { return a.source.size() > b.source.size(); });
    QString marked;
    for (qsizetype at = 0; at < html.size();) {
        const qsizetype tag = html.indexOf(QLatin1Char('<'), at);
        const qsizetype end = tag < 0 ? html.size() : tag;
        marked += markStretch(html.mid(at, end - at), longestFirst);
        if (tag < 0)
            break;
        const qsizetype close = html.indexOf(QLatin1Char('>'), tag);
        at = close < 0 ? html.size() : close + 1;
        marked += QStringView(html).mid(tag, at - tag);
    }
    return marked;
}

QByteArray AzureEngine::options() const
{
    return optionFields({{"address", m_options.address},
                         {"version", m_options.version == AzureVersion::V3 ? "3.0" : "2026-06-06"},
                         {"category", m_options.category},
                         {"deployment", m_options.deployment},
                         {"tone", m_options.tone},
                         {"terms", m_options.sendsTerms ? "yes" : "no"}});
}

EngineLimits AzureEngine::limits() const
{
    EngineLimits limits;
    limits.maxItems = 100;         // of 1,000: an answer takes longer the more there is in it
    limits.maxCharacters = 30'000; // of 50,000: the free plan counts 33,300 a minute
    limits.firstByte = std::chrono::milliseconds(20'000);
    return limits;
}

qint64 AzureEngine::estimatedCharacters(const Item &item) const
{
    Item sent = item;
    if (m_options.sendsTerms)
        sent.text = withDictionary(item.text, item.terms);
    return Engine::estimatedCharacters(sent);
}

Result<HttpRequest> AzureEngine::request(const Batch &batch, const Secret &key) const
{
    if (const Result<void> sound = checkAddress(m_options.address, name()); !sound)
        return sound.error();
    if (const Result<void> sound = checkKey(key, name()); !sound)
        return sound.error();
    const bool terms = m_options.sendsTerms && withEnglish(batch);
    const QString source = primaryLanguage(batch.sourceLanguage);
    const QString target = primaryLanguage(batch.targetLanguage);
    RequestJson texts = RequestJson::array();
    for (const Item &item : batch.items) {
        const QString text = terms ? withDictionary(item.text, item.terms) : item.text;
        if (m_options.version == AzureVersion::V3) {
            texts.push_back(RequestJson{{"Text", toJson(text)}});
            continue;
        }
        RequestJson to{{"language", toJson(target)}};
        if (!m_options.deployment.isEmpty())
            to["deploymentName"] = toJson(m_options.deployment);
        if (!m_options.tone.isEmpty())
            to["tone"] = toJson(m_options.tone);
        texts.push_back(RequestJson{{"text", toJson(text)},
                                    {"language", toJson(source)},
                                    {"textType", "Html"},
                                    {"targets", RequestJson::array({to})}});
    }
    QString address = url();
    if (m_options.version == AzureVersion::V3) {
        address += QStringLiteral("?api-version=3.0&from=%1&to=%2&textType=html").arg(source, target);
        if (!m_options.category.isEmpty())
            address += QLatin1String("&category=") + m_options.category;
    } else {
        address += QLatin1String("?api-version=2026-06-06");
        texts = RequestJson{{"inputs", texts}};
    }
    HttpRequest request = jsonRequest(address, texts, limits());
    request.secretHeaders = {{"Ocp-Apim-Subscription-Key", key}};
    if (!m_options.region.isEmpty())
        request.headers.append(Header{"Ocp-Apim-Subscription-Region", m_options.region.toLatin1()});
    return request;
}

EngineAnswer AzureEngine::answer(const Batch &batch, const HttpAnswer &answer) const
{
    if (answer.status != 200)
        return azureFailure(name(), answer);
    const auto read = readAnswer(name(), answer.body);
    if (const auto *failure = std::get_if<Failure>(&read))
        return *failure;
    const auto &json = std::get<nlohmann::json>(read);
    const nlohmann::json *list = m_options.version == AzureVersion::V3 ? &json : member(json, "value");
    EngineAnswer answers =
        positionalAnswers(name(), batch, list, [](const nlohmann::json &one) -> std::optional<QString> {
            const nlohmann::json *translations = member(one, "translations");
            if (!translations || !translations->is_array() || translations->size() != 1)
                return std::nullopt; // one target was asked for
            const std::optional<QString> text = textOf(member(translations->front(), "text"));
            return text ? std::optional(withoutDictionary(*text)) : std::nullopt;
        });
    const std::optional<qint64> charged = chargeOf(answer.header("x-metered-usage"));
    if (auto *translated = std::get_if<QList<ItemAnswer>>(&answers); translated && charged)
        shareCharge(*translated, batch, *charged);
    return answers;
}

} // namespace verbale::mt
