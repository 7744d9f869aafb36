#pragma once

#include "plugins/machine-translation/engines/service_answer.h"
#include "plugins/machine-translation/engines/service_request.h"

#include <QtCore/QHash>

#include <vector>

namespace verbale::mt {

/// Where texts lie in an answer: a JSON pointer, in which one "*" may stand for each element of a list.
struct AnswerPath
{
    QStringList list;    ///< to the list; to the text itself when `isList` is false
    QStringList element; ///< from an element of the list
    bool isList = false;
};

/// What a JSON file says of an engine (generic.h), read and found sound.
struct GenericDescription
{
    QString id;
    QString name;
    QString url;
    QByteArray fingerprint; ///< of what shapes translations: all but "name", "limits" and "statuses"
    QByteArray keyHeader;   ///< empty: no key
    QByteArray keyPrefix;
    QList<Header> headers;
    QHash<QString, QString> languages;
    RequestJson body;
    AnswerPath texts;
    std::optional<AnswerPath> billed;
    TagNotation notation = TagNotation::Html;
    EngineLimits limits;
    std::vector<StatusRule> statuses;
};

/// Errors: "mt.engine-file", with the first thing that is wrong. Pure, thread-safe.
Result<GenericDescription> readDescription(const QByteArray &json, const QString &file);

} // namespace verbale::mt
