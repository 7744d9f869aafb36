#pragma once

#include <verbale/sdk/result.h>

#include <optional>
#include <string>
#include <string_view>

namespace verbale::host {

/// The numbers of JSON-RPC 2.0, of LSP for a cancel, and ours for an Error of a plugin.
enum class ErrorNumber {
    ParseError = -32700,
    InvalidRequest = -32600,
    MethodNotFound = -32601,
    InvalidParams = -32602,
    InternalError = -32603,
    Plugin = -32000,    ///< the plugin's own Error; data: {"code", "where"}
    Cancelled = -32800, ///< after $/cancel
};

/// A JSON-RPC 2.0 message. What it carries stays JSON text: a codec reads it straight into a struct.
struct Message
{
    enum class Kind {
        Request,      ///< method, id, value = params
        Notification, ///< method, value = params
        Answer,       ///< id, value = result
        Failure,      ///< id (-1: the other side could not tell which request), number, error
    };
    Kind kind = Kind::Notification;
    qint64 id = -1;
    std::string method;
    /// JSON text inside the body that was read: valid as long as the body is. It has been checked: whole,
    /// UTF-8, not too deep. "null" when the message has none.
    std::string_view value = "null";
    int number = 0;   ///< of a Failure
    Error error = {}; ///< of a Failure: its data's code and place, or "protocol.error"
};

/// JSON nested more deeply is refused.
constexpr int messageDepthLimit = 64;

/// Reads one message; batches are refused, ids are whole numbers. `body` has to outlive the message. Error:
/// protocol.message, with a sentence that says what is wrong.
Result<Message> readMessage(std::string_view body);

/// The texts of messages, without their frames. `params` and `result` are JSON.
std::string requestText(qint64 id, std::string_view method, std::string_view params);
std::string notificationText(std::string_view method, std::string_view params);
std::string answerText(qint64 id, std::string_view result);
/// No id: the request's id could not be read.
std::string errorText(std::optional<qint64> id, ErrorNumber number, const Error &error);

/// The params of the notifications.
std::string cancelParams(qint64 id);                              ///< $/cancel
std::string progressParams(qint64 id, qint64 done, qint64 total); ///< $/progress
Result<qint64> readCancel(std::string_view params);

struct ProgressReport
{
    qint64 id = -1; ///< of the request
    qint64 done = 0;
    qint64 total = 0; ///< 0: unknown
};
Result<ProgressReport> readProgress(std::string_view params);

struct LogLine
{
    QString level; ///< "debug", "info", "warning" or "error"; anything else counts as "info"
    QString message;
};
Result<LogLine> readLogLine(std::string_view params); ///< $/log

} // namespace verbale::host
