#include "plugins/machine-translation/engines/generic_description.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QRegularExpression>

#include <array>

namespace verbale::mt {

namespace {

using Json = nlohmann::json;

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
    return path;
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

/// Also "generic:ID" in the cache, the ledger and the names of environment variables.
bool isId(const QString &id)
{
    static const QRegularExpression allowed(QStringLiteral("^[A-Za-z0-9._-]{1,64}\\z"));
    return allowed.match(id).hasMatch();
}

/// Those that the transport writes itself are not for a file to set.
bool isHeaderName(const QString &name)
{
    static const QRegularExpression own(
        QStringLiteral("^(?:host|content-length|content-type|transfer-encoding|connection|expect|te|trailer|"
                       "upgrade)\\z"),
        QRegularExpression::CaseInsensitiveOption);
    if (own.match(name).hasMatch())
        return false;
    static const QRegularExpression token(QStringLiteral("^[A-Za-z0-9-]{1,64}\\z"));
    return token.match(name).hasMatch();
}

bool isHeaderValue(const QString &value)
{
    static const QRegularExpression printable(QStringLiteral("^[\\x20-\\x7e]{0,500}\\z"));
    return printable.match(value).hasMatch();
}

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
        limits.requestsPerSecond = static_cast<double>(number("perSecond", 0, 0, 1000));
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
            if (!list->is_array())
                complain(QStringLiteral("\"statuses\" has to hold lists"));
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

/// An object of the description whose absence means nothing; nullptr as well for what is none.
const Json *objectOf(const Json &json, const char *name, DescriptionReader &reader)
{
    const Json *object = member(json, name);
    if (!object || object->is_object())
        return object;
    reader.complain(QStringLiteral("\"%1\" has to be an object").arg(QLatin1String(name)));
    return nullptr;
}

QList<Header> headersOf(const Json &json, DescriptionReader &reader)
{
    QList<Header> headers;
    const Json *object = objectOf(json, "headers", reader);
    if (!object)
        return headers;
    for (const auto &[name, value] : object->items()) {
        const QString key = QString::fromStdString(name);
        const std::optional<QString> text = textOf(&value);
        if (!text || !isHeaderName(key) || !isHeaderValue(*text))
            reader.complain(QStringLiteral("\"headers\" has a name or value that it may not have"));
        else
            headers.append(Header{key.toLatin1(), text->toLatin1()});
    }
    return headers;
}

QHash<QString, QString> languagesOf(const Json &json, DescriptionReader &reader)
{
    QHash<QString, QString> languages;
    const Json *object = objectOf(json, "languages", reader);
    if (!object)
        return languages;
    for (const auto &[tag, name] : object->items()) {
        const std::optional<QString> text = textOf(&name);
        if (!text || text->isEmpty())
            reader.complain(QStringLiteral("\"languages\" has to give each language a name"));
        else
            languages.insert(QString::fromStdString(tag).toLower(), *text);
    }
    return languages;
}

void readAuth(const Json &json, DescriptionReader &reader, GenericDescription &description)
{
    const Json *auth = objectOf(json, "auth", reader);
    if (!auth)
        return;
    const QString header = textOf(member(*auth, "header")).value_or(QString());
    const QString prefix = textOf(member(*auth, "prefix")).value_or(QString());
    if (!isHeaderName(header) || !isHeaderValue(prefix))
        reader.complain(QStringLiteral("\"auth\" needs the name of a \"header\""));
    description.keyHeader = header.toLatin1();
    description.keyPrefix = prefix.toLatin1();
}

/// The places that a body has.
struct Places
{
    bool text = false;  ///< "${text}" outside of any list
    bool texts = false; ///< "${texts}" or ["${each}", ...]
};

/// A place is a whole string: what is only part of one would go out as it stands, without the text.
void findPlaces(const RequestJson &pattern, bool inEach, Places &places, DescriptionReader &reader)
{
    if (pattern.is_array() && !pattern.empty() && pattern.front() == "${each}") {
        Places inner;
        if (pattern.size() == 2 && !inEach)
            findPlaces(pattern.back(), true, inner, reader);
        if (!inner.text)
            reader.complain(QStringLiteral("[\"${each}\", X] needs one X with \"${text}\" in it"));
        places.texts = true;
        return;
    }
    if (pattern.is_structured()) {
        for (const RequestJson &value : pattern)
            findPlaces(value, inEach, places, reader);
        return;
    }
    if (!pattern.is_string())
        return;
    const auto &words = pattern.get_ref<const std::string &>();
    if (words == "${text}")
        places.text = true;
    else if (words == "${texts}" && !inEach)
        places.texts = true;
    else if (words.find("${text") != std::string::npos || words.find("${each") != std::string::npos)
        reader.complain(QStringLiteral("\"${text}\", \"${texts}\" and \"${each}\" have to stand alone"));
}

Places readBody(const Json &json, DescriptionReader &reader, GenericDescription &description)
{
    Places places;
    if (const Json *body = member(json, "body")) {
        description.body = RequestJson::parse(body->dump(-1, ' ', false, Json::error_handler_t::replace));
        findPlaces(description.body, false, places, reader);
    }
    if (!places.text && !places.texts)
        reader.complain(
            QStringLiteral("\"body\" has to hold \"${texts}\", \"${text}\" or [\"${each}\", ...]"));
    return places;
}

void readPaths(const Json &json, DescriptionReader &reader, GenericDescription &description)
{
    const Json *answer = objectOf(json, "answer", reader);
    const auto texts = pathOf(answer ? textOf(member(*answer, "texts")).value_or(QString()) : QString());
    if (texts)
        description.texts = *texts;
    else
        reader.complain(QStringLiteral("\"answer\" needs \"texts\", a JSON pointer with at most one *"));
    const Json *billed = answer ? member(*answer, "billed") : nullptr;
    if (!billed)
        return;
    description.billed = pathOf(textOf(billed).value_or(QString()));
    if (!description.billed)
        reader.complain(QStringLiteral("\"billed\" has to be a JSON pointer with at most one *"));
}

/// What answers are kept by: how a service is asked, and how often, makes no other translation of a text.
QByteArray fingerprintOf(Json root)
{
    for (const char *name : {"name", "limits", "statuses"})
        root.erase(name);
    const std::string rest = root.dump(-1, ' ', false, Json::error_handler_t::replace);
    return QCryptographicHash::hash(QByteArray::fromStdString(rest), QCryptographicHash::Sha256).toHex();
}

} // namespace

Result<GenericDescription> readDescription(const QByteArray &json, const QString &file)
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
    if (reader.text("schema", true) != QLatin1String("verbale.engine/1"))
        return wrong(QStringLiteral("\"schema\" has to be \"verbale.engine/1\""));
    GenericDescription description;
    const QString id = reader.text("id", true);
    if (!isId(id))
        reader.complain(QStringLiteral("\"id\" has to be of letters, figures, \".\", \"_\" and \"-\""));
    description.id = QLatin1String("generic:") + id;
    description.name = reader.text("name", true);
    description.url = reader.text("url", true);
    description.fingerprint = fingerprintOf(root);
    if (objectOf(root, "limits", reader) || !member(root, "limits"))
        description.limits = reader.limits();
    description.notation = reader.notation();
    description.statuses = reader.statuses();
    description.headers = headersOf(root, reader);
    description.languages = languagesOf(root, reader);
    readAuth(root, reader, description);
    const Places places = readBody(root, reader, description);
    readPaths(root, reader, description);
    if (!description.texts.isList || !places.texts)
        description.limits.maxItems = 1;
    if (const Result<void> sound = checkAddress(description.url, description.name); !sound)
        reader.complain(sound.error().message);
    if (!reader.problem.isEmpty())
        return wrong(reader.problem);
    return description;
}

} // namespace verbale::mt
