#pragma once

#include <nlohmann/json.hpp>

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

#include <string>
#include <unordered_map>

namespace verbale::host {

/// Something wrong in a JSON text, at a 0-based byte offset.
struct JsonFault
{
    QString code; ///< "syntax", "duplicate-key", "too-deep", "string-too-long"
    QString message;
    qsizetype offset = 0;
};

/// A JSON text with the place of each key. `root` is usable when `complete`, even when there are faults.
struct JsonText
{
    nlohmann::json root;
    std::unordered_map<std::string, qsizetype> places; ///< by JSON pointer, of the key or array element
    QList<JsonFault> faults;
    bool complete = false;
};

/// Reads JSON with bounds on depth (32) and on the length of a string (8192 bytes). Never throws for bad
/// input. Every duplicate key is a fault; its last value stands.
JsonText readJson(const QByteArray &bytes);

/// 1-based line and column (in code points) of a byte offset: ":3:14".
QString linePlace(const QByteArray &bytes, qsizetype offset);

} // namespace verbale::host
