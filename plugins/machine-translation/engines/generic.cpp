#include "plugins/machine-translation/engines/generic.h"

#include "plugins/machine-translation/engines/generic_description.h"
#include "plugins/machine-translation/engines/positional.h"

namespace verbale::mt {

namespace {

using Json = nlohmann::json;

const Json *follow(const Json *json, const QStringList &path)
{
    for (const QString &step : path) {
        if (!json)
            return nullptr;
        bool isNumber = false;
        const qulonglong place = step.toULongLong(&isNumber);
        if (json->is_array())
            json = isNumber && place < json->size() ? &(*json)[static_cast<std::size_t>(place)] : nullptr;
        else
            json = member(*json, step.toUtf8().constData());
    }
    return json;
}

/// What fills the places of a body.
struct Filling
{
    QString source;
    QString target;
    QStringList texts;
    QString text;
};

RequestJson filled(const RequestJson &pattern, const Filling &filling)
{
    if (pattern.is_object()) {
        RequestJson object = RequestJson::object();
        for (const auto &[name, value] : pattern.items())
            object[name] = filled(value, filling);
        return object;
    }
    if (pattern.is_array()) {
        RequestJson array = RequestJson::array();
        const bool each = pattern.size() == 2 && pattern.front() == "${each}";
        if (!each) {
            for (const RequestJson &value : pattern)
                array.push_back(filled(value, filling));
            return array;
        }
        for (const QString &text : filling.texts) {
            Filling one = filling;
            one.text = text;
            array.push_back(filled(pattern.back(), one));
        }
        return array;
    }
    if (!pattern.is_string())
        return pattern;
    const auto &words = pattern.get_ref<const std::string &>();
    if (words == "${texts}") {
        RequestJson array = RequestJson::array();
        for (const QString &text : filling.texts)
            array.push_back(toJson(text));
        return array;
    }
    if (words == "${text}") // whole: what stands in a text is no place to fill
        return toJson(filling.text);
    QString text = QString::fromStdString(words);
    return toJson(text.replace(QLatin1String("${source}"), filling.source)
                      .replace(QLatin1String("${target}"), filling.target));
}

} // namespace

struct GenericEngine::Description : GenericDescription
{
};

GenericEngine::GenericEngine(std::unique_ptr<Description> description) : m_description(std::move(description))
{
}
GenericEngine::~GenericEngine() = default;

Result<std::unique_ptr<GenericEngine>> GenericEngine::fromJson(const QByteArray &json, const QString &file)
{
    Result<GenericDescription> read = readDescription(json, file);
    if (!read)
        return read.error();
    auto description = std::make_unique<Description>(Description{*std::move(read)});
    return std::unique_ptr<GenericEngine>(new GenericEngine(std::move(description)));
}

QString GenericEngine::id() const
{
    return m_description->id;
}

QString GenericEngine::name() const
{
    return m_description->name;
}

QString GenericEngine::url() const
{
    return m_description->url;
}

QByteArray GenericEngine::options() const
{
    return m_description->fingerprint;
}

EngineLimits GenericEngine::limits() const
{
    return m_description->limits;
}

TagNotation GenericEngine::notation() const
{
    return m_description->notation;
}

bool GenericEngine::needsKey() const
{
    return !m_description->keyHeader.isEmpty();
}

Result<HttpRequest> GenericEngine::request(const Batch &batch, const Secret &key) const
{
    if (needsKey()) {
        if (const Result<void> sound = checkKey(key, name()); !sound)
            return sound.error();
    }
    const auto languageOf = [this](const QString &tag) {
        const QString primary = primaryLanguage(tag);
        const QHash<QString, QString> &names = m_description->languages;
        return names.value(tag.toLower(), names.value(primary, primary));
    };
    Filling filling{languageOf(batch.sourceLanguage), languageOf(batch.targetLanguage), {}, {}};
    for (const Item &item : batch.items)
        filling.texts.append(item.text);
    filling.text = filling.texts.value(0);
    HttpRequest request = jsonRequest(url(), filled(m_description->body, filling), limits());
    request.headers += m_description->headers;
    if (needsKey())
        request.secretHeaders = {{m_description->keyHeader, key.prefixed(m_description->keyPrefix)}};
    return request;
}

EngineAnswer GenericEngine::answer(const Batch &batch, const HttpAnswer &answer) const
{
    if (answer.status != 200)
        return failureOf(name(), m_description->statuses, answer);
    const auto read = readAnswer(name(), answer.body);
    if (const auto *failure = std::get_if<Failure>(&read))
        return *failure;
    const auto &json = std::get<Json>(read);
    const AnswerPath &path = m_description->texts;
    const Json *found = follow(&json, path.list);
    if (!path.isList) {
        const std::optional<QString> text = textOf(found);
        if (!text || batch.items.size() != 1)
            return badAnswer(name(), "mt.wrong-shape", QStringLiteral("without a translation"));
        QList<ItemAnswer> one{{0, *text}};
        if (m_description->billed && !m_description->billed->isList)
            one.first().billedCharacters = chargeOf(follow(&json, m_description->billed->list));
        return one;
    }
    EngineAnswer answers = positionalAnswers(
        name(), batch, found, [&path](const Json &one) { return textOf(follow(&one, path.element)); });
    auto *list = std::get_if<QList<ItemAnswer>>(&answers);
    if (!list || !m_description->billed)
        return answers;
    const Json *billed = follow(&json, m_description->billed->list);
    if (!m_description->billed->isList) {
        if (const std::optional<qint64> charged = chargeOf(billed))
            shareCharge(*list, batch, *charged);
        return answers;
    }
    for (ItemAnswer &one : *list) {
        const bool has = billed && billed->is_array() && static_cast<std::size_t>(one.item) < billed->size();
        if (has)
            one.billedCharacters = chargeOf(
                follow(&(*billed)[static_cast<std::size_t>(one.item)], m_description->billed->element));
    }
    return answers;
}

} // namespace verbale::mt
