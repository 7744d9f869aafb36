#include "host/protocol/initialize.h"

#include "host/protocol/json_cursor.h"
#include "host/protocol/json_writer.h"
#include "host/protocol/message.h"

#include <QtCore/QJsonDocument>

namespace verbale::host {

namespace {

constexpr qsizetype bytesLimit = 16 * 1024 * 1024;

/// One member of the JSON object that `cursor` is in.
class Members
{
public:
    explicit Members(std::string_view json) : m_cursor(json, messageDepthLimit, bytesLimit) {}

    /// Calls take(key) for each; take() reads the value and says whether that went well.
    template <typename Take>
    Result<void> each(Take take)
    {
        bool first = true;
        std::string_view key;
        if (m_cursor.openObject()) {
            while (m_cursor.nextKey(key, first)) {
                if (!take(m_cursor, key))
                    m_cursor.failedIn(key);
            }
        }
        if (m_cursor.end())
            return {};
        return Error{QStringLiteral("protocol.value"), m_cursor.fault() + QLatin1Char('.')};
    }

private:
    JsonCursor m_cursor;
};

bool readSettings(JsonCursor &cursor, QJsonObject &settings)
{
    std::string_view text;
    if (!cursor.atObject())
        return cursor.fail(QStringLiteral("has to be an object"));
    if (!cursor.skip(&text))
        return false;
    settings = QJsonDocument::fromJson(QByteArray(text.data(), qsizetype(text.size()))).object();
    return true;
}

bool readRaw(JsonCursor &cursor, std::string &json)
{
    std::string_view text;
    if (!cursor.skip(&text))
        return false;
    json = text;
    return true;
}

bool readVersion(JsonCursor &cursor, int &version)
{
    qint64 number = 0;
    if (!cursor.read(number))
        return false;
    version = number > 0 && number < 1000 ? int(number) : 0;
    return true;
}

bool readTexts(JsonCursor &cursor, QStringList &texts)
{
    bool first = true;
    if (!cursor.openArray())
        return false;
    while (cursor.nextElement(first)) {
        QString text;
        if (cursor.read(text))
            texts.append(text);
        else
            cursor.failedAt(texts.size());
    }
    return !cursor.failed();
}

Result<void> judgeVersion(int version)
{
    if (version == protocolVersion)
        return {};
    return Error{
        QStringLiteral("plugins.protocol"),
        QStringLiteral("The other side speaks another version of the plugin protocol than %1, or none: "
                       "\"protocol\" has to be %1.")
            .arg(protocolVersion)};
}

void appendMember(std::string &out, const char *key, const QString &value)
{
    out += ",\"";
    out += key;
    out += "\":";
    appendJsonText(out, value);
}

} // namespace

std::string toJson(const InitializeRequest &request)
{
    std::string out = "{\"protocol\":" + std::to_string(request.protocol);
    appendMember(out, "sdk", request.sdk);
    appendMember(out, "pluginId", request.context.pluginId);
    appendMember(out, "pluginFolder", request.context.pluginFolder);
    appendMember(out, "dataFolder", request.context.dataFolder);
    appendMember(out, "locale", request.context.locale);
    out += ",\"settings\":";
    out += QJsonDocument(request.context.settings).toJson(QJsonDocument::Compact).toStdString();
    out += ",\"sandbox\":" + request.sandbox + '}';
    return out;
}

std::string toJson(const InitializeAnswer &answer)
{
    std::string out = "{\"protocol\":" + std::to_string(answer.protocol);
    appendMember(out, "name", answer.name);
    out += ",\"provides\":[";
    for (const QString &id : answer.provides) {
        if (out.back() != '[')
            out += ',';
        appendJsonText(out, id);
    }
    out += "],\"sandbox\":" + answer.sandbox + '}';
    return out;
}

Result<InitializeRequest> readInitializeRequest(std::string_view params)
{
    InitializeRequest request;
    request.protocol = 0;
    const auto read = Members(params).each([&request](JsonCursor &cursor, std::string_view key) {
        if (key == "protocol")
            return readVersion(cursor, request.protocol);
        if (key == "sdk")
            return cursor.read(request.sdk);
        if (key == "pluginId")
            return cursor.read(request.context.pluginId);
        if (key == "pluginFolder")
            return cursor.read(request.context.pluginFolder);
        if (key == "dataFolder")
            return cursor.read(request.context.dataFolder);
        if (key == "locale")
            return cursor.read(request.context.locale);
        if (key == "settings")
            return readSettings(cursor, request.context.settings);
        return key == "sandbox" ? readRaw(cursor, request.sandbox) : cursor.skip();
    });
    if (!read)
        return read.error();
    if (const auto version = judgeVersion(request.protocol); !version)
        return version.error();
    return request;
}

Result<InitializeAnswer> readInitializeAnswer(std::string_view result)
{
    InitializeAnswer answer;
    answer.protocol = 0;
    const auto read = Members(result).each([&answer](JsonCursor &cursor, std::string_view key) {
        if (key == "protocol")
            return readVersion(cursor, answer.protocol);
        if (key == "name")
            return cursor.takeNull() || cursor.read(answer.name);
        if (key == "provides")
            return cursor.takeNull() || readTexts(cursor, answer.provides);
        return key == "sandbox" ? readRaw(cursor, answer.sandbox) : cursor.skip();
    });
    if (!read)
        return read.error();
    if (const auto version = judgeVersion(answer.protocol); !version)
        return version.error();
    answer.name.truncate(200);
    return answer;
}

} // namespace verbale::host
