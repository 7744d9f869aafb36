#include "host/protocol/message.h"

#include "host/protocol/codec_detail.h"

namespace verbale::host {

namespace wire {

// Read in this file alone.
struct CancelParams
{
    qint64 id = -1;
};

template <typename F, Is<CancelParams> T>
void fields(F &f, T &v)
{
    f("id", v.id, Need::Required);
}

template <typename F, Is<ProgressReport> T>
void fields(F &f, T &v)
{
    f("id", v.id, Need::Required);
    f("done", v.done, Need::Required);
    f("total", v.total);
}

template <typename F, Is<LogLine> T>
void fields(F &f, T &v)
{
    f("level", v.level);
    f("message", v.message, Need::Required);
}

} // namespace wire

namespace {

constexpr qsizetype errorTextLimit = 2000;

Error wrong(const QString &what)
{
    return {QStringLiteral("protocol.message"), what};
}

/// A message's members as they stand in its text.
struct Envelope
{
    QString version;
    std::string_view id;
    std::string_view value; ///< params or result
    std::string_view failure;
    QString method;
    bool hasMethod = false;
    bool hasResult = false;
};

bool readMember(JsonCursor &cursor, std::string_view key, Envelope &envelope)
{
    const auto twice = [&cursor](bool seen) {
        return seen && !cursor.fail(QStringLiteral("stands there twice"));
    };
    if (key == "jsonrpc")
        return !twice(!envelope.version.isEmpty()) && cursor.read(envelope.version);
    if (key == "id")
        return !twice(!envelope.id.empty()) && cursor.skip(&envelope.id);
    if (key == "params" || key == "result") {
        envelope.hasResult = key == "result";
        return !twice(!envelope.value.empty()) && cursor.skip(&envelope.value);
    }
    if (key == "error")
        return !twice(!envelope.failure.empty()) && cursor.skip(&envelope.failure);
    if (key == "method") {
        const bool read = !twice(envelope.hasMethod) && cursor.read(envelope.method);
        envelope.hasMethod = true;
        return read;
    }
    return cursor.skip();
}

Result<Envelope> readEnvelope(std::string_view body)
{
    JsonCursor cursor(body, messageDepthLimit, decodedBytesLimit);
    if (!cursor.atObject() && JsonCursor(body, 1, 0).openArray())
        return wrong(QStringLiteral("A batch of messages came; send one message at a time."));
    Envelope envelope;
    bool first = true;
    std::string_view key;
    if (cursor.openObject()) {
        while (cursor.nextKey(key, first)) {
            if (!readMember(cursor, key, envelope))
                cursor.failedIn(key);
        }
    }
    if (!cursor.end())
        return wrong(QStringLiteral("A message cannot be read: ") + cursor.fault() + QLatin1Char('.'));
    if (envelope.version != QLatin1String("2.0"))
        return wrong(QStringLiteral("A message is not JSON-RPC 2.0: \"jsonrpc\" has to be \"2.0\"."));
    return envelope;
}

QString codeOf(int number)
{
    switch (static_cast<ErrorNumber>(number)) {
    case ErrorNumber::Cancelled:
        return QStringLiteral("plugins.cancelled");
    case ErrorNumber::MethodNotFound:
        return QStringLiteral("protocol.unknown-method");
    case ErrorNumber::InvalidParams:
        return QStringLiteral("protocol.bad-params");
    default:
        return QStringLiteral("plugins.error");
    }
}

/// The error object: {"code": -32000, "message": "...", "data": {"code": "...", "where": {...}}}. What its
/// data says is taken where it has our form.
Result<Message> readFailure(const Envelope &envelope, Message message)
{
    JsonCursor cursor(envelope.failure, messageDepthLimit, decodedBytesLimit);
    bool first = true;
    std::string_view key;
    std::string_view data;
    qint64 number = 0;
    if (cursor.openObject()) {
        while (cursor.nextKey(key, first)) {
            const bool read = key == "code"      ? cursor.read(number)
                              : key == "message" ? cursor.read(message.error.message)
                              : key == "data"    ? cursor.skip(&data)
                                                 : cursor.skip();
            if (!read)
                cursor.failedIn(key);
        }
    }
    if (cursor.failed() || number != qint32(number))
        return wrong(QStringLiteral("The error of an answer cannot be read: ") +
                     (cursor.failed() ? cursor.fault() : QStringLiteral("its code is too large")) +
                     QLatin1Char('.'));
    message.kind = Message::Kind::Failure;
    message.number = int(number);
    message.error.code = codeOf(message.number);
    if (const auto said = fromJson<wire::ErrorData>(data); said && !said->code.isEmpty()) {
        message.error.code = said->code.left(100);
        message.error.where = said->where;
        message.error.where.file.truncate(errorTextLimit);
    }
    if (message.error.message.isEmpty())
        message.error.message = QStringLiteral("The plugin does not say what is wrong.");
    message.error.message.truncate(errorTextLimit);
    return message;
}

Result<qint64> readId(std::string_view text)
{
    JsonCursor cursor(text, 0, 0);
    qint64 id = -1;
    if (cursor.read(id) && id >= 0)
        return id;
    return wrong(QStringLiteral("The \"id\" of a message has to be the whole number that its request had."));
}

std::string opened()
{
    return R"({"jsonrpc":"2.0",)";
}

} // namespace

Result<Message> readMessage(std::string_view body)
{
    const auto envelope = readEnvelope(body);
    if (!envelope)
        return envelope.error();
    Message message;
    if (!envelope->value.empty())
        message.value = envelope->value;
    const bool failure = !envelope->failure.empty();
    const int parts = int(envelope->hasMethod) + int(envelope->hasResult) + int(failure);
    if (parts != 1)
        return wrong(QStringLiteral("A message has to have one of \"method\", \"result\" and \"error\"."));
    if (failure && envelope->id == "null")
        return readFailure(*envelope, std::move(message));
    if (!envelope->hasMethod || !envelope->id.empty()) {
        const Result<qint64> id = readId(envelope->id);
        if (!id)
            return id.error();
        message.id = *id;
    }
    if (failure)
        return readFailure(*envelope, std::move(message));
    message.kind = Message::Kind::Answer;
    if (envelope->hasMethod) {
        message.kind = envelope->id.empty() ? Message::Kind::Notification : Message::Kind::Request;
        message.method = envelope->method.toStdString();
    }
    return message;
}

std::string requestText(qint64 id, std::string_view method, std::string_view params)
{
    std::string text = opened();
    text.reserve(text.size() + method.size() + params.size() + 64);
    text += "\"id\":";
    appendJsonNumber(text, id);
    text += ",\"method\":\"";
    text += method;
    text += "\",\"params\":";
    text += params;
    text += '}';
    return text;
}

std::string notificationText(std::string_view method, std::string_view params)
{
    std::string text = opened();
    text += "\"method\":\"";
    text += method;
    text += "\",\"params\":";
    text += params;
    text += '}';
    return text;
}

std::string answerText(qint64 id, std::string_view result)
{
    std::string text = opened();
    text.reserve(text.size() + result.size() + 64);
    text += "\"id\":";
    appendJsonNumber(text, id);
    text += ",\"result\":";
    text += result;
    text += '}';
    return text;
}

std::string errorText(std::optional<qint64> id, ErrorNumber number, const Error &error)
{
    std::string text = opened();
    text += "\"id\":";
    if (id)
        appendJsonNumber(text, *id);
    else
        text += "null";
    text += ",\"error\":{\"code\":";
    appendJsonNumber(text, qint64(number));
    text += ",\"message\":";
    appendJsonText(text, error.message);
    text += ",\"data\":";
    text += toJson(wire::ErrorData{error.code, error.where});
    text += "}}";
    return text;
}

std::string cancelParams(qint64 id)
{
    return toJson(wire::CancelParams{id});
}

std::string progressParams(qint64 id, qint64 done, qint64 total)
{
    return toJson(ProgressReport{id, done, total});
}

Result<qint64> readCancel(std::string_view params)
{
    const auto read = fromJson<wire::CancelParams>(params);
    return read ? Result<qint64>(read->id) : read.error();
}

Result<ProgressReport> readProgress(std::string_view params)
{
    return fromJson<ProgressReport>(params);
}

Result<LogLine> readLogLine(std::string_view params)
{
    auto line = fromJson<LogLine>(params);
    if (line && !QStringList{"debug", "info", "warning", "error"}.contains(line->level))
        line->level = QStringLiteral("info");
    return line;
}

} // namespace verbale::host
