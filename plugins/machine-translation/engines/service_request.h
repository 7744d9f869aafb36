#pragma once

#include "plugins/machine-translation/engines/engine.h"

#include <nlohmann/json.hpp>

namespace verbale::mt {

/// JSON of a request, in the order in which it is built.
using RequestJson = nlohmann::ordered_json;

/// A POST of JSON with the engine's timeouts.
HttpRequest jsonRequest(const QString &url, const RequestJson &body, const EngineLimits &limits);
void setTimeouts(HttpRequest &request, const EngineLimits &limits);

RequestJson toJson(const QString &text);
/// The batch's texts as a list, in their order.
RequestJson textsOf(const Batch &batch);

/// Whether a key may stand in a header or between quotation marks: printable ASCII alone, so that no line end
/// makes a header of its own. "mt.no-key", "mt.key-characters"; neither tells anything of the key.
Result<void> checkKey(const Secret &key, const QString &service);

/// An address that readAddress() allows, without a fragment. "mt.address"
Result<void> checkAddress(const QString &url, const QString &service);

/// "vi" of "vi-VN".
QString primaryLanguage(const QString &tag);

/// Fields with their names and lengths, for Engine::options().
QByteArray optionFields(std::initializer_list<std::pair<const char *, QString>> fields);

} // namespace verbale::mt
