#include "plugins/machine-translation/engines/service_request.h"

#include "plugins/machine-translation/transport/address.h"

#include <QtCore/QUrl>

#include <algorithm>

namespace verbale::mt {

HttpRequest jsonRequest(const QString &url, const RequestJson &body, const EngineLimits &limits)
{
    HttpRequest request;
    request.url = url;
    request.headers = {{"Content-Type", "application/json; charset=utf-8"}, {"Accept", "application/json"}};
    request.body =
        QByteArray::fromStdString(body.dump(-1, ' ', false, RequestJson::error_handler_t::replace));
    setTimeouts(request, limits);
    return request;
}

void setTimeouts(HttpRequest &request, const EngineLimits &limits)
{
    request.timeouts.firstByte = limits.firstByte;
    request.timeouts.total =
        std::max(request.timeouts.total, limits.firstByte + std::chrono::milliseconds(60'000));
}

RequestJson toJson(const QString &text)
{
    return text.toStdString();
}

RequestJson textsOf(const Batch &batch)
{
    RequestJson texts = RequestJson::array();
    for (const Item &item : batch.items)
        texts.push_back(toJson(item.text));
    return texts;
}

Result<void> checkKey(const Secret &key, const QString &service)
{
    if (key.isEmpty())
        return Error{QStringLiteral("mt.no-key"),
                     QStringLiteral("There is no key for %1; put it into the environment variable "
                                    "VERBALE_MT_KEY_ followed by the engine's name in capitals.")
                         .arg(service)};
    const QByteArrayView bytes = key.reveal();
    const bool fit = std::all_of(bytes.begin(), bytes.end(),
                                 [](char c) { return c > 0x20 && c < 0x7F && c != '"' && c != '\\'; });
    if (fit)
        return {};
    return Error{
        QStringLiteral("mt.key-characters"),
        QStringLiteral("The key for %1 holds a space, a line end or a letter that no key has; copy it again.")
            .arg(service)};
}

Result<void> checkAddress(const QString &url, const QString &service)
{
    if (readAddress(url) && !url.contains(QLatin1Char('#')))
        return {};
    const QUrl shown(url, QUrl::StrictMode);
    return Error{QStringLiteral("mt.address"),
                 QStringLiteral(
                     "\"%1\" is no address for %2: it has to begin with https:// (http:// for this computer "
                     "alone), without a name or password in it.")
                     .arg(shown.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery), service)};
}

QString primaryLanguage(const QString &tag)
{
    return tag.section(QLatin1Char('-'), 0, 0).toLower();
}

QByteArray optionFields(std::initializer_list<std::pair<const char *, QString>> fields)
{
    QByteArray all;
    for (const auto &[name, value] : fields) {
        const QByteArray bytes = value.toUtf8();
        all += QByteArray(name) + '=' + QByteArray::number(bytes.size()) + ':' + bytes + ';';
    }
    return all;
}

} // namespace verbale::mt
