#include "glossary/engine/store_image.h"

#include <nlohmann/json.hpp>

namespace verbale::glossary {

namespace {

using Json = nlohmann::json;

void put(Json &object, const char *key, const QString &value)
{
    if (!value.isEmpty())
        object[key] = value.toStdString();
}

void put(Json &object, const QList<Property> &extra)
{
    for (const Property &property : extra) {
        Json one = Json::object();
        put(one, "kind", property.kind);
        put(one, "name", property.name);
        put(one, "value", property.value);
        put(one, "target", property.target);
        put(one, "language", property.language);
        if (property.group != 0)
            one["group"] = property.group;
        object["extra"].push_back(std::move(one));
    }
}

Json imageOf(const Term &term)
{
    Json object = Json::object();
    put(object, "language", term.language);
    put(object, "text", term.text);
    put(object, "status", statusName(term.status));
    if (term.abbreviation)
        object["abbreviation"] = true;
    put(object, "reason", term.reason);
    put(object, "replacement", term.replacement);
    put(object, term.extra);
    return object;
}

QString text(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? QString::fromStdString(found->get<std::string>())
                                                       : QString();
}

const Json &list(const Json &object, const char *key)
{
    static const Json none = Json::array();
    const auto found = object.find(key);
    return found != object.end() && found->is_array() ? *found : none;
}

QList<Property> extraOf(const Json &object)
{
    QList<Property> extra;
    for (const Json &one : list(object, "extra")) {
        const auto group = one.find("group");
        extra.append({text(one, "kind"), text(one, "name"), text(one, "value"), text(one, "target"),
                      text(one, "language"),
                      group != one.end() && group->is_number_integer() ? group->get<int>() : 0});
    }
    return extra;
}

std::optional<Term> termOf(const Json &object)
{
    const std::optional<TermStatus> status = statusNamed(text(object, "status"));
    if (!status)
        return std::nullopt;
    return Term{text(object, "language"),        text(object, "text"), *status,
                object.contains("abbreviation"), extraOf(object),      text(object, "reason"),
                text(object, "replacement")};
}

} // namespace

QString entryImage(const ConceptEntry &entry)
{
    Json object = Json::object();
    put(object, "id", entry.id);
    put(object, "domain", entry.domain);
    put(object, "partOfSpeech", entry.partOfSpeech);
    put(object, "note", entry.note);
    put(object, "authority", entry.authority);
    put(object, "validFrom", entry.validFrom);
    put(object, "validTo", entry.validTo);
    put(object, "overrides", entry.overrides);
    for (const Term &term : entry.terms)
        object["terms"].push_back(imageOf(term));
    put(object, entry.extra);
    return QString::fromStdString(object.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::optional<ConceptEntry> entryOfImage(QByteArrayView json)
{
    const Json object = Json::parse(json.begin(), json.end(), nullptr, false);
    if (!object.is_object())
        return std::nullopt;
    ConceptEntry entry;
    entry.id = text(object, "id");
    entry.domain = text(object, "domain");
    entry.partOfSpeech = text(object, "partOfSpeech");
    entry.note = text(object, "note");
    entry.authority = text(object, "authority");
    entry.validFrom = text(object, "validFrom");
    entry.validTo = text(object, "validTo");
    entry.overrides = text(object, "overrides");
    for (const Json &one : list(object, "terms")) {
        std::optional<Term> term = one.is_object() ? termOf(one) : std::nullopt;
        if (!term)
            return std::nullopt;
        entry.terms.append(*std::move(term));
    }
    entry.extra = extraOf(object);
    return entry;
}

} // namespace verbale::glossary
