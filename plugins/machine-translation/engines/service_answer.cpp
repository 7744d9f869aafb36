#include "plugins/machine-translation/engines/service_answer.h"

#include "plugins/machine-translation/transport/answer_reader.h"

#include <algorithm>
#include <array>
#include <limits>

namespace verbale::mt {

namespace {

using Json = nlohmann::json;

constexpr qsizetype maximumMessage = 200;
constexpr qint64 maximumCharge = 1'000'000'000;

QByteArrayView withoutMark(QByteArrayView body)
{
    return body.startsWith("\xEF\xBB\xBF") ? body.sliced(3) : body;
}

bool isWebPage(QByteArrayView body)
{
    const QByteArray start = body.trimmed().toByteArray().left(200).toLower();
    return start.startsWith("<!doctype html") || start.startsWith("<html") || start.contains("<head") ||
           start.contains("<body");
}

/// A discarded value for whatever is no JSON.
Json parse(QByteArrayView body)
{
    if (nestsDeeperThan(body, AnswerReader::deepest))
        return Json(Json::value_t::discarded);
    return Json::parse(body.begin(), body.end(), nullptr, false);
}

const char *sentenceOf(FailureKind kind)
{
    switch (kind) {
    case FailureKind::NotSent:
        return "The text did not reach %1";
    case FailureKind::Unbilled:
        return "%1 cannot translate at the moment, and charges nothing for it";
    case FailureKind::Limited:
        return "%1 was asked too fast and wants a pause";
    case FailureKind::Quota:
        return "What %1 translates for this account is used up; see the account's page there";
    case FailureKind::Key:
        return "%1 does not accept the key in the environment variable VERBALE_MT_KEY_ followed by the "
               "engine's name in capitals";
    case FailureKind::Setup:
        return "%1 does not have what the settings ask for: address, languages, model or glossary";
    case FailureKind::BadRequest:
        return "%1 refuses what was sent";
    case FailureKind::BadAnswer:
        return "%1 answered with something that is no translation";
    case FailureKind::Cancelled:
        return "The request to %1 was cancelled";
    case FailureKind::Unreachable:
        return "%1 cannot be reached";
    case FailureKind::Certificate:
        return "Somebody else answered in the name of %1";
    case FailureKind::Refused:
        return "Nothing more was sent to %1";
    case FailureKind::Ambiguous:
        break;
    }
    return "%1 failed after it had the text, which may have been charged; it is not sent again by itself";
}

FailureKind carefully(int status)
{
    if (status == 401 || status == 403)
        return FailureKind::Key;
    if (status == 404 || status == 405 || status == 407 || status == 410)
        return FailureKind::Setup;
    if (status == 429)
        return FailureKind::Limited;
    if (status >= 300 && status < 400)
        return FailureKind::Refused;
    if (status >= 400 && status < 500)
        return FailureKind::BadRequest;
    return status >= 500 ? FailureKind::Ambiguous : FailureKind::BadAnswer;
}

/// The objects in which a message or a code may stand.
QList<const Json *> errorObjects(const Json &json)
{
    QList<const Json *> objects;
    const Json *first = json.is_array() && !json.empty() ? &json.front() : &json;
    if (const Json *error = member(*first, "error"))
        objects.append(error);
    objects.append(first);
    return objects;
}

std::optional<qint64> soundCharge(std::optional<qint64> charged)
{
    return charged && *charged >= 0 && *charged <= maximumCharge ? charged : std::nullopt;
}

} // namespace

QString codeOf(FailureKind kind)
{
    static constexpr std::array codes{"mt.not-sent",   "mt.unbilled",  "mt.limited",     "mt.quota",
                                      "mt.key",        "mt.setup",     "mt.bad-request", "mt.ambiguous",
                                      "mt.bad-answer", "mt.cancelled", "mt.unreachable", "mt.certificate",
                                      "mt.refused"};
    return QLatin1String(codes.at(static_cast<std::size_t>(kind)));
}

Failure failureOf(FailureKind kind, const QString &service, int status, const QString &message)
{
    QString sentence = QString::fromLatin1(sentenceOf(kind)).arg(service);
    if (status > 0)
        sentence += QStringLiteral(" (%1)").arg(status);
    sentence += message.isEmpty() ? QStringLiteral(".") : QStringLiteral(": ") + message;
    return {kind, {codeOf(kind), sentence}, {}};
}

Failure goneGlossary(const QString &service, const HttpAnswer &answer)
{
    const QString message = serviceMessage(answer.body);
    return {FailureKind::Refused,
            {QStringLiteral("mt.no-glossary"),
             QStringLiteral("%1 does not have the glossary of the terms any more, or refuses it (%2)%3")
                 .arg(service)
                 .arg(answer.status)
                 .arg(message.isEmpty() ? QStringLiteral(".") : QStringLiteral(": ") + message)}};
}

Failure failureOf(const QString &service, std::span<const StatusRule> rules, const HttpAnswer &answer)
{
    const auto rule = std::find_if(rules.begin(), rules.end(),
                                   [&answer](const StatusRule &one) { return one.status == answer.status; });
    const FailureKind kind = rule == rules.end() ? carefully(answer.status) : rule->kind;
    Failure failure = failureOf(kind, service, answer.status, serviceMessage(answer.body));
    if (answer.status >= 300 && answer.status < 400)
        failure.error = {
            QStringLiteral("mt.redirected"),
            QStringLiteral("%1 sends the request on to another address (%2); texts are never sent there. "
                           "Look at the address in the settings, or log in to the network.")
                .arg(service)
                .arg(answer.status)};
    if (kind == FailureKind::Limited || kind == FailureKind::Unbilled)
        failure.retryAfter = answer.retryAfter;
    return failure;
}

Failure badAnswer(const QString &service, const char *code, const QString &what)
{
    return {FailureKind::BadAnswer,
            {QLatin1String(code),
             QStringLiteral("%1 answered, but %2; it may have been charged.").arg(service, what)},
            {}};
}

std::variant<Json, Failure> readAnswer(const QString &service, const QByteArray &body)
{
    const QByteArrayView bytes = withoutMark(body);
    if (bytes.trimmed().isEmpty())
        return badAnswer(service, "mt.empty", QStringLiteral("with nothing at all"));
    Json json = parse(bytes);
    if (!json.is_discarded())
        return json;
    if (isWebPage(bytes))
        return badAnswer(service, "mt.web-page",
                         QStringLiteral("with a web page: a network login or a proxy may stand between"));
    return badAnswer(service, "mt.not-json", QStringLiteral("what came is damaged or cut short"));
}

QString serviceMessage(const QByteArray &body)
{
    const Json json = parse(withoutMark(body));
    if (json.is_discarded())
        return {};
    for (const Json *object : errorObjects(json)) {
        std::optional<QString> text = textOf(object);
        for (const char *name : {"message", "Message", "explanation", "detail", "title"}) {
            if (!text)
                text = textOf(member(*object, name));
        }
        if (text && !text->isEmpty())
            return text->simplified().left(maximumMessage);
    }
    return {};
}

QString serviceCode(const QByteArray &body)
{
    const Json json = parse(withoutMark(body));
    if (json.is_discarded())
        return {};
    for (const Json *object : errorObjects(json)) {
        const Json *code = member(*object, "code");
        if (const std::optional<QString> text = textOf(code))
            return *text;
        if (const std::optional<qint64> number = numberOf(code))
            return QString::number(*number);
    }
    return {};
}

const Json *member(const Json &json, const char *name)
{
    if (!json.is_object())
        return nullptr;
    const auto found = json.find(name);
    return found == json.end() ? nullptr : &*found;
}

std::optional<QString> textOf(const Json *json)
{
    if (!json || !json->is_string())
        return std::nullopt;
    return QString::fromStdString(json->get_ref<const std::string &>());
}

std::optional<qint64> numberOf(const Json *json)
{
    if (!json || !json->is_number_integer())
        return std::nullopt;
    if (json->is_number_unsigned() &&
        json->get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<qint64>::max()))
        return std::nullopt;
    return json->get<qint64>();
}

std::optional<qint64> chargeOf(const Json *json)
{
    return soundCharge(numberOf(json));
}

std::optional<qint64> chargeOf(const QByteArray &header)
{
    bool isNumber = false;
    const qint64 charged = header.toLongLong(&isNumber);
    return soundCharge(isNumber ? std::optional(charged) : std::nullopt);
}

void shareCharge(QList<ItemAnswer> &answers, const Batch &batch, qint64 charged)
{
    qint64 rest = 0;
    for (const ItemAnswer &answer : answers)
        rest += qMax<qint64>(1, batch.items.at(answer.item).text.size());
    for (ItemAnswer &answer : answers) {
        const qint64 length = qMax<qint64>(1, batch.items.at(answer.item).text.size());
        const qint64 share = static_cast<qint64>(static_cast<double>(charged) * static_cast<double>(length) /
                                                 static_cast<double>(rest));
        answer.billedCharacters = share;
        charged -= share;
        rest -= length;
    }
}

} // namespace verbale::mt
