#pragma once

#include "plugins/machine-translation/engines/engine.h"

#include <nlohmann/json.hpp>

#include <span>

namespace verbale::mt {

/// What a service's status means, by its contract.
struct StatusRule
{
    int status;
    FailureKind kind;
};

/// The codes of failures: "mt.limited", "mt.quota", "mt.key", "mt.setup" ...
QString codeOf(FailureKind kind);

/// A failure with its sentence: "DeepL refuses the key (403): MESSAGE". `message` is the service's own, may
/// be empty.
Failure failureOf(FailureKind kind, const QString &service, int status, const QString &message);

/// By the service's table; a status that it does not name is taken carefully: a redirect is never followed, a
/// 5xx may have been charged.
Failure failureOf(const QString &service, std::span<const StatusRule> rules, const HttpAnswer &answer);

/// The glossary at the service that was asked about, or was to be used, is not there ("mt.no-glossary").
Failure goneGlossary(const QString &service, const HttpAnswer &answer);

/// An answer with a good status and no translation in it: charged perhaps, never asked for again by itself.
/// `code`: "mt.not-json", "mt.web-page", "mt.wrong-count", "mt.wrong-shape", "mt.truncated", "mt.wrong-ids",
/// "mt.moved"
/// ...
Failure badAnswer(const QString &service, const char *code, const QString &what);

/// Reads JSON of a stranger: a byte order mark is passed over, depth is limited to 64, invalid UTF-8, lone
/// surrogates and everything cut short are refused with a Failure that says what came instead.
std::variant<nlohmann::json, Failure> readAnswer(const QString &service, const QByteArray &body);

/// The message in an error's body, whatever its shape: {"message"}, {"Message"}, {"error": "..."}, {"error":
/// {"message"}}, {"explanation"}, {"detail"}; at most 200 characters in one line. Empty for none, and for web
/// pages.
QString serviceMessage(const QByteArray &body);
/// The machine-readable code beside it, of whatever type: "insufficient_quota", "429001",
/// "RESOURCE_EXHAUSTED".
QString serviceCode(const QByteArray &body);

/// A member of an object; nullptr when there is none, or when it is no object.
const nlohmann::json *member(const nlohmann::json &json, const char *name);
/// A member's text; nothing unless it is a string.
std::optional<QString> textOf(const nlohmann::json *json);
std::optional<qint64> numberOf(const nlohmann::json *json);

/// What a service says that it charged, in characters: a number from 0 to 1,000,000,000. Nothing for any
/// other one, as the ledger keeps it for good and the budget adds it up: the cost that was reckoned counts
/// then.
std::optional<qint64> chargeOf(const nlohmann::json *json);
std::optional<qint64> chargeOf(const QByteArray &header);

/// Gives each item its share of what the whole request was charged, by their lengths; the shares add up.
void shareCharge(QList<ItemAnswer> &answers, const Batch &batch, qint64 charged);

} // namespace verbale::mt
