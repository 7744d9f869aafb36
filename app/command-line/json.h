#pragma once

#include <nlohmann/json.hpp>

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace verbale::commandline {

/// Keys in the order in which they were set: documents that people read too.
using Json = nlohmann::ordered_json;

inline Json toJson(const QString &text)
{
    return text.toStdString();
}

inline Json toJson(const QStringList &texts)
{
    Json array = Json::array();
    for (const QString &text : texts)
        array.push_back(text.toStdString());
    return array;
}

/// Indented, one line end at the end, UTF-8.
inline QString toText(const Json &json)
{
    return QString::fromStdString(json.dump(2, ' ', false, Json::error_handler_t::replace)) +
           QLatin1Char('\n');
}

} // namespace verbale::commandline
