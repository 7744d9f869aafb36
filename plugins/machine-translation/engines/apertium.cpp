#include "plugins/machine-translation/engines/apertium.h"

#include "plugins/machine-translation/engines/service_answer.h"
#include "plugins/machine-translation/engines/service_request.h"

#include <QtCore/QHash>
#include <QtCore/QUrl>

namespace verbale::mt {

namespace {

constexpr StatusRule rules[] = {
    {400, FailureKind::BadRequest}, {404, FailureKind::Setup},    {500, FailureKind::Unbilled},
    {502, FailureKind::Unbilled},   {503, FailureKind::Unbilled}, {504, FailureKind::Unbilled},
};

/// It names languages by three letters, of ISO 639-3.
QString threeLetters(const QString &tag)
{
    static const QHash<QString, QString> known{{"vi", "vie"}, {"en", "eng"}, {"es", "spa"}, {"fr", "fra"},
                                               {"ca", "cat"}, {"pt", "por"}, {"it", "ita"}, {"ro", "ron"},
                                               {"de", "deu"}, {"ru", "rus"}, {"id", "ind"}, {"ms", "msa"}};
    const QString primary = primaryLanguage(tag);
    return primary.size() == 3 ? primary : known.value(primary);
}

QByteArray formField(const char *name, const QString &value)
{
    return QByteArray(name) + '=' + QUrl::toPercentEncoding(value);
}

} // namespace

QByteArray ApertiumEngine::options() const
{
    return optionFields({{"address", m_options.address}});
}

EngineLimits ApertiumEngine::limits() const
{
    EngineLimits limits;
    limits.maxItems = 1;
    limits.maxInFlight = 2; // it translates with one process for each pair of languages
    return limits;
}

Result<HttpRequest> ApertiumEngine::request(const Batch &batch, const Secret &) const
{
    if (const Result<void> sound = checkAddress(m_options.address, name()); !sound)
        return sound.error();
    const QString source = threeLetters(batch.sourceLanguage);
    const QString target = threeLetters(batch.targetLanguage);
    if (source.isEmpty() || target.isEmpty() || batch.items.size() != 1)
        return Error{QStringLiteral("mt.language"),
                     QStringLiteral("%1 does not know the languages %2 and %3.")
                         .arg(name(), batch.sourceLanguage, batch.targetLanguage)};
    HttpRequest request;
    request.url = url();
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}};
    request.body = formField("langpair", source + QLatin1Char('|') + target) +
                   "&format=html&markUnknown=no&" + formField("q", batch.items.first().text);
    setTimeouts(request, limits());
    return request;
}

EngineAnswer ApertiumEngine::answer(const Batch &, const HttpAnswer &answer) const
{
    if (answer.status != 200) {
        const QString message = serviceMessage(answer.body);
        if (answer.status == 400 && answer.body.contains("not installed"))
            return failureOf(FailureKind::Setup, name(), answer.status, message);
        return failureOf(name(), rules, answer);
    }
    const auto read = readAnswer(name(), answer.body);
    if (const auto *failure = std::get_if<Failure>(&read))
        return *failure;
    const auto &json = std::get<nlohmann::json>(read);
    const nlohmann::json *data = member(json, "responseData");
    const std::optional<QString> text = data ? textOf(member(*data, "translatedText")) : std::nullopt;
    if (!text || numberOf(member(json, "responseStatus")).value_or(200) != 200)
        return badAnswer(name(), "mt.wrong-shape", QStringLiteral("without a translation"));
    return QList<ItemAnswer>{{0, *text, 0}}; // it costs nothing
}

} // namespace verbale::mt
