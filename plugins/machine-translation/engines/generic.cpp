#include "plugins/machine-translation/engines/generic.h"

#include "plugins/machine-translation/engines/positional.h"
#include "plugins/machine-translation/engines/service_request.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QHash>
#include <QtCore/QRegularExpression>

#include <array>

namespace verbale::mt {

namespace {

using Json = nlohmann::json;

/// Where texts lie in an answer: a JSON pointer, in which one "*" may stand for each element of a list.
struct AnswerPath
{
    QStringList list;    ///< to the list; to the text itself when `isList` is false
    QStringList element; ///< from an element of the list
    bool isList = false;
};

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

std::optional<AnswerPath> pathOf(const QString &pointer)
{
    if (!pointer.startsWith(QLatin1Char('/')) || pointer.count(QLatin1String("/*")) > 1)
        return std::nullopt;
    AnswerPath path;
    for (QString step : pointer.mid(1).split(QLatin1Char('/'))) {
        if (step == QLatin1String("*")) {
            path.isList = true;
            continue;
        }
        step.replace(QLatin1String("~1"), QLatin1String("/"))
            .replace(QLatin1String("~0"), QLatin1String("~"));
        (path.isList ? path.element : path.list).append(step);
    }
    if (pointer == QLatin1String("/*"))
        path.list.clear();
    return path;
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

bool mentions(const Json &pattern, const char *place)
{
    return pattern.dump(-1, ' ', false, Json::error_handler_t::replace).find(place) != std::string::npos;
}

struct NamedKind
{
    const char *name;
    FailureKind kind;
};
constexpr std::array namedKinds{
    NamedKind{"limited", FailureKind::Limited}, NamedKind{"unbilled", FailureKind::Unbilled},
    NamedKind{"quota", FailureKind::Quota},     NamedKind{"key", FailureKind::Key},
    NamedKind{"setup", FailureKind::Setup},     NamedKind{"badRequest", FailureKind::BadRequest},
};

} // namespace

struct GenericEngine::Description
{
    QString id;
    QString name;
    QString url;
    QByteArray fingerprint; ///< of the whole file
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

namespace {

/// Reads a description; what is wrong is kept, the first of it.
class DescriptionReader
{
public:
    explicit DescriptionReader(const Json &json) : m_json(json) {}

    QString problem;

    QString text(const char *name, bool needed)
    {
        const Json *value = member(m_json, name);
        if (!value && !needed)
            return {};
        const std::optional<QString> found = textOf(value);
        if (!found || found->isEmpty())
            complain(QStringLiteral("\"%1\" has to be a text").arg(QLatin1String(name)));
        return found.value_or(QString());
    }

    EngineLimits limits()
    {
        EngineLimits limits;
        limits.maxItems = static_cast<int>(number("items", 1, 1, 1000));
        limits.maxCharacters = number("characters", 5'000, 1, 1'000'000);
        limits.maxBodyBytes = number("bodyBytes", 0, 0, 16'000'000);
        limits.requestsPerSecond = static_cast<double>(number("perSecond", 5, 1, 1000));
        limits.maxInFlight = static_cast<int>(number("inFlight", 2, 1, 32));
        limits.firstByte = std::chrono::seconds(number("firstByteSeconds", 30, 1, 600));
        return limits;
    }

    TagNotation notation()
    {
        const QString tags = text("tags", false);
        if (tags.isEmpty() || tags == QLatin1String("html"))
            return TagNotation::Html;
        if (tags == QLatin1String("xml"))
            return TagNotation::Xml;
        if (tags != QLatin1String("tokens"))
            complain(QStringLiteral("\"tags\" has to be \"html\", \"xml\" or \"tokens\""));
        return TagNotation::Tokens;
    }

    std::vector<StatusRule> statuses()
    {
        std::vector<StatusRule> rules;
        const Json *statuses = member(m_json, "statuses");
        if (!statuses)
            return rules;
        if (!statuses->is_object())
            complain(QStringLiteral("\"statuses\" has to be an object"));
        for (const NamedKind &named : namedKinds) {
            const Json *list = member(*statuses, named.name);
            if (!list)
                continue;
            for (const Json &status : *list) {
                const std::optional<qint64> value = numberOf(&status);
                if (value && *value >= 400 && *value < 600)
                    rules.push_back({static_cast<int>(*value), named.kind});
                else
                    complain(QStringLiteral("\"statuses\" has to hold statuses from 400 to 599"));
            }
        }
        return rules;
    }

    void complain(const QString &what)
    {
        if (problem.isEmpty())
            problem = what;
    }

private:
    qint64 number(const char *name, qint64 otherwise, qint64 least, qint64 most)
    {
        const Json *limits = member(m_json, "limits");
        const Json *value = limits ? member(*limits, name) : nullptr;
        if (!value)
            return otherwise;
        const std::optional<qint64> found = numberOf(value);
        if (!found || *found < least || *found > most)
            complain(QStringLiteral("\"limits\": \"%1\" has to be from %2 to %3")
                         .arg(QLatin1String(name))
                         .arg(least)
                         .arg(most));
        return found.value_or(otherwise);
    }

    const Json &m_json;
};

bool isHeaderName(const QString &name)
{
    static const QRegularExpression token(QStringLiteral("^[A-Za-z0-9-]{1,64}$"));
    return token.match(name).hasMatch();
}

bool isHeaderValue(const QString &value)
{
    static const QRegularExpression printable(QStringLiteral("^[\\x20-\\x7e]{0,500}$"));
    return printable.match(value).hasMatch();
}

QList<Header> headersOf(const Json &json, DescriptionReader &reader)
{
    QList<Header> headers;
    const Json *object = member(json, "headers");
    if (!object)
        return headers;
    if (!object->is_object()) {
        reader.complain(QStringLiteral("\"headers\" has to be an object"));
        return headers;
    }
    for (const auto &[name, value] : object->items()) {
        const QString key = QString::fromStdString(name);
        const std::optional<QString> text = textOf(&value);
        if (!text || !isHeaderName(key) || !isHeaderValue(*text))
            reader.complain(QStringLiteral("\"headers\" has a name or value that no header can have"));
        else
            headers.append(Header{key.toLatin1(), text->toLatin1()});
    }
    return headers;
}

} // namespace

GenericEngine::GenericEngine(std::unique_ptr<Description> description) : m_description(std::move(description))
{
}
GenericEngine::~GenericEngine() = default;

Result<std::unique_ptr<GenericEngine>> GenericEngine::fromJson(const QByteArray &json, const QString &file)
{
    const auto wrong = [&file](const QString &what) {
        return Error{QStringLiteral("mt.engine-file"),
                     QStringLiteral("This description of an engine cannot be used: %1.").arg(what),
                     {file}};
    };
    const auto read = readAnswer(file, json);
    if (std::holds_alternative<Failure>(read))
        return wrong(QStringLiteral("it is no JSON"));
    const auto &root = std::get<Json>(read);
    DescriptionReader reader(root);
    auto description = std::make_unique<Description>();
    if (reader.text("schema", true) != QLatin1String("verbale.engine/1"))
        return wrong(QStringLiteral("\"schema\" has to be \"verbale.engine/1\""));
    description->id = QLatin1String("generic:") + reader.text("id", true);
    description->name = reader.text("name", true);
    description->url = reader.text("url", true);
    description->fingerprint = QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex();
    description->limits = reader.limits();
    description->notation = reader.notation();
    description->statuses = reader.statuses();
    description->headers = headersOf(root, reader);
    if (const Json *auth = member(root, "auth")) {
        const QString header = textOf(member(*auth, "header")).value_or(QString());
        const QString prefix = textOf(member(*auth, "prefix")).value_or(QString());
        if (!isHeaderName(header) || !isHeaderValue(prefix))
            reader.complain(QStringLiteral("\"auth\" needs the name of a \"header\""));
        description->keyHeader = header.toLatin1();
        description->keyPrefix = prefix.toLatin1();
    }
    if (const Json *languages = member(root, "languages"); languages && languages->is_object()) {
        for (const auto &[tag, name] : languages->items())
            description->languages.insert(QString::fromStdString(tag).toLower(),
                                          textOf(&name).value_or(QString()));
    }
    const Json *body = member(root, "body");
    if (!body || !(mentions(*body, "${texts}") || mentions(*body, "${text}")))
        reader.complain(
            QStringLiteral("\"body\" has to hold \"${texts}\", \"${text}\" or [\"${each}\", ...]"));
    else
        description->body = RequestJson::parse(body->dump(-1, ' ', false, Json::error_handler_t::replace));
    const Json *answer = member(root, "answer");
    const auto texts = pathOf(answer ? textOf(member(*answer, "texts")).value_or(QString()) : QString());
    if (!texts)
        reader.complain(QStringLiteral("\"answer\" needs \"texts\", a JSON pointer with at most one *"));
    else
        description->texts = *texts;
    if (const std::optional<QString> billed = answer ? textOf(member(*answer, "billed")) : std::nullopt)
        description->billed = pathOf(*billed);
    if (!description->texts.isList || (body && !mentions(*body, "${texts}") && !mentions(*body, "${each}")))
        description->limits.maxItems = 1;
    if (const Result<void> sound = checkAddress(description->url, description->name); !sound)
        reader.complain(sound.error().message);
    if (!reader.problem.isEmpty())
        return wrong(reader.problem);
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
        return m_description->languages.value(tag.toLower(), primaryLanguage(tag));
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
            one.first().billedCharacters = numberOf(follow(&json, m_description->billed->list));
        return one;
    }
    EngineAnswer answers = positionalAnswers(
        name(), batch, found, [&path](const Json &one) { return textOf(follow(&one, path.element)); });
    auto *list = std::get_if<QList<ItemAnswer>>(&answers);
    if (!list || !m_description->billed)
        return answers;
    const Json *billed = follow(&json, m_description->billed->list);
    if (!m_description->billed->isList) {
        if (const std::optional<qint64> charged = numberOf(billed))
            shareCharge(*list, batch, *charged);
        return answers;
    }
    for (ItemAnswer &one : *list) {
        const bool has = billed && billed->is_array() && static_cast<std::size_t>(one.item) < billed->size();
        if (has)
            one.billedCharacters = numberOf(
                follow(&(*billed)[static_cast<std::size_t>(one.item)], m_description->billed->element));
    }
    return answers;
}

} // namespace verbale::mt
