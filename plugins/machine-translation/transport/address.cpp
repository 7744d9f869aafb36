#include "plugins/machine-translation/transport/address.h"

#include <arpa/inet.h>
#include <curl/curl.h>

#include <algorithm>

namespace verbale::mt {

namespace {

constexpr qsizetype longestUrl = 4096;

struct UrlParts
{
    std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> handle{curl_url(), &curl_url_cleanup};

    [[nodiscard]] QByteArray part(CURLUPart which) const
    {
        char *text = nullptr;
        if (curl_url_get(handle.get(), which, &text, 0) != CURLUE_OK)
            return {};
        QByteArray copy(text);
        curl_free(text);
        return copy;
    }
};

Error wrongAddress(const QString &what)
{
    return {QStringLiteral("transport.address"), what};
}

bool isToken(const QByteArray &name)
{
    static const QByteArray others("!#$%&'*+-.^_`|~");
    return !name.isEmpty() && std::all_of(name.cbegin(), name.cend(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               others.contains(c);
    });
}

bool isOneLine(QByteArrayView value)
{
    return std::none_of(value.begin(), value.end(),
                        [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

} // namespace

bool isLoopback(const QByteArray &host)
{
    QByteArray bare = host;
    if (bare.startsWith('[') && bare.endsWith(']'))
        bare = bare.mid(1, bare.size() - 2);
    if (bare.compare("localhost", Qt::CaseInsensitive) == 0)
        return true;
    in_addr four{};
    if (::inet_pton(AF_INET, bare.constData(), &four) == 1)
        return (ntohl(four.s_addr) >> 24) == 127;
    in6_addr six{};
    return ::inet_pton(AF_INET6, bare.constData(), &six) == 1 && IN6_IS_ADDR_LOOPBACK(&six);
}

Result<Address> readAddress(const QString &url)
{
    const QByteArray bytes = url.toUtf8();
    const UrlParts parts;
    if (bytes.size() > longestUrl || bytes.contains('\0') || !isOneLine(bytes) ||
        curl_url_set(parts.handle.get(), CURLUPART_URL, bytes.constData(), 0) != CURLUE_OK)
        return wrongAddress(QStringLiteral(
            "The service's address cannot be read. Write it as in https://translate.example.org/v1."));
    const QByteArray scheme = parts.part(CURLUPART_SCHEME);
    const QByteArray host = parts.part(CURLUPART_HOST);
    if (!parts.part(CURLUPART_USER).isEmpty() || !parts.part(CURLUPART_PASSWORD).isEmpty())
        return wrongAddress(
            QStringLiteral("The service's address holds a user name or password. Addresses are "
                           "shown and kept; enter the key in its own field instead."));
    const bool loopback = isLoopback(host);
    if (scheme != "https" && !(scheme == "http" && loopback))
        return wrongAddress(
            QStringLiteral("%1 would be reached without encryption. Only https is allowed, and "
                           "http to this computer itself.")
                .arg(QString::fromUtf8(host)));
    return Address{QString::fromUtf8(host), loopback};
}

Result<Address> checkRequest(const HttpRequest &request)
{
    const Error badHeader{
        QStringLiteral("transport.header"),
        QStringLiteral("The key or a header holds a line break or a character that no header may "
                       "have. Enter the key again, without spaces or lines around it.")};
    for (const Header &one : request.headers) {
        if (!isToken(one.name) || !isOneLine(one.value))
            return badHeader;
    }
    for (const SecretHeader &one : request.secretHeaders) {
        if (!isToken(one.name) || !isOneLine(one.value.reveal()))
            return badHeader;
    }
    if (!isToken(request.method))
        return badHeader;
    if (request.bodySecret && (request.bodySecret->at < 0 || request.bodySecret->at > request.body.size()))
        return Error{
            QStringLiteral("transport.header"),
            QStringLiteral("The key's place lies outside the request. Check the engine's description.")};
    return readAddress(request.url);
}

} // namespace verbale::mt
