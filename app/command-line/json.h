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

/// Indented, one line end at the end, UTF-8. Every control character is escaped, those after U+007E too: the
/// reader may be a terminal.
inline QString toText(const Json &json)
{
    const QString text = QString::fromStdString(json.dump(2, ' ', false, Json::error_handler_t::replace));
    QString escaped;
    escaped.reserve(text.size() + 1);
    for (const QChar character : text) {
        const uint code = character.unicode();
        if (code >= 0x7f && code <= 0x9f)
            escaped += QStringLiteral("\\u%1").arg(code, 4, 16, QLatin1Char('0'));
        else
            escaped += character;
    }
    return escaped + QLatin1Char('\n');
}

} // namespace verbale::commandline
