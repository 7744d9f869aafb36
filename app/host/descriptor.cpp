#include "host/descriptor.h"

#include "host/json_reader.h"
#include "host/protocol/interfaces.h"

#include <verbale/sdk/format_provider.h>
#include <verbale/sdk/version.h>

#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>

namespace verbale::host {

namespace {

using nlohmann::json;

constexpr const char *schemaName = "verbale.plugin/1";
constexpr qsizetype textLimit = 2000;
constexpr quint64 memoryMinimum = 64; // MiB
constexpr quint64 memoryMaximum = 64 * 1024;

QString quoted(const QString &text)
{
    return QLatin1Char('"') + text.left(80) + QLatin1Char('"');
}

bool isWholly(const QString &text, const char *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(pattern)))
        .match(text)
        .hasMatch();
}

/// Takes the descriptor out of the JSON value key by key and notes each thing that is wrong.
class Reader
{
public:
    Reader(const QByteArray &bytes, const QString &fileName, DescriptorReading &reading)
        : m_bytes(bytes)
        , m_fileName(fileName)
        , m_text(readJson(bytes))
        , m_reading(reading)
        , m_descriptor(reading.descriptor)
    {
    }

    void read();

private:
    enum class Need { Required, Optional };

    void problem(const char *code, const QString &message, qsizetype offset);
    void problemAt(const char *code, const QString &message, const std::string &pointer);
    [[nodiscard]] bool judgeOurs();
    void readSchema();
    const json *find(const char *key, Need need, json::value_t type, const char *typeName);
    QString readString(const char *key, Need need);
    QString stringOf(const json &value, const std::string &pointer);
    QHash<QString, QString> readTexts(const char *key, Need need);
    QHash<QString, QString> textsOf(const json &object, const std::string &pointer, Need need);
    void readId();
    void readVersion();
    void readSdk();
    void readProvides();
    void readNeeds();
    void readNeed(const json &need, const std::string &pointer);
    void readRunning();
    void readWishes();
    void readHost(const json &host, const std::string &pointer);
    void readFormats();
    void readFormat(const json &format, const std::string &pointer);
    void readSettings();

    const QByteArray &m_bytes;
    const QString &m_fileName;
    const JsonText m_text;
    DescriptorReading &m_reading;
    Descriptor &m_descriptor;
};

void Reader::problem(const char *code, const QString &message, qsizetype offset)
{
    m_reading.problems.append({QStringLiteral("read"), QLatin1String("descriptor.") + QLatin1String(code),
                               m_fileName + linePlace(m_bytes, offset) + QLatin1String(": ") + message});
}

void Reader::problemAt(const char *code, const QString &message, const std::string &pointer)
{
    const auto place = m_text.places.find(pointer);
    problem(code, message, place == m_text.places.end() ? 0 : place->second);
}

void Reader::read()
{
    for (const JsonFault &fault : m_text.faults)
        problem(fault.code.toLatin1().constData(), fault.message, fault.offset);
    if (!m_text.complete)
        return;
    if (!m_text.root.is_object()) {
        problem("not-an-object", QStringLiteral("the descriptor has to be a JSON object: { ... }"), 0);
        return;
    }
    m_reading.ours = judgeOurs();
    if (!m_reading.ours) {
        m_reading.problems.clear();
        return;
    }
    readSchema();
    readId();
    m_descriptor.names = readTexts("name", Need::Required);
    m_descriptor.descriptions = readTexts("description", Need::Optional);
    readVersion();
    readSdk();
    readProvides();
    readNeeds();
    readRunning();
    readWishes();
    readFormats();
    readSettings();
    m_descriptor.vendor = readString("vendor", Need::Optional);
    m_descriptor.licence = readString("licence", Need::Optional);
}

bool Reader::judgeOurs()
{
    const auto schema = m_text.root.find("schema");
    if (schema != m_text.root.end() && schema->is_string())
        return schema->get_ref<const std::string &>().starts_with("verbale.plugin");
    return schema != m_text.root.end() || (m_text.root.contains("id") && m_text.root.contains("provides"));
}

void Reader::readSchema()
{
    const QString schema = readString("schema", Need::Required);
    if (!schema.isEmpty() && schema != QLatin1String(schemaName)) {
        problemAt("schema",
                  QStringLiteral("\"schema\" is %1; this version of Verbale reads \"%2\"")
                      .arg(quoted(schema), QLatin1String(schemaName)),
                  "/schema");
    }
}

const json *Reader::find(const char *key, Need need, json::value_t type, const char *typeName)
{
    const auto found = m_text.root.find(key);
    if (found == m_text.root.end()) {
        if (need == Need::Required)
            problem("missing-key", QStringLiteral("the key \"%1\" is missing").arg(QLatin1String(key)), 0);
        return nullptr;
    }
    if (found->type() == type)
        return &*found;
    problemAt("wrong-type",
              QStringLiteral("\"%1\" has to be %2").arg(QLatin1String(key), QLatin1String(typeName)),
              std::string("/") + key);
    return nullptr;
}

QString Reader::stringOf(const json &value, const std::string &pointer)
{
    QString text = QString::fromStdString(value.get_ref<const std::string &>());
    if (text.size() <= textLimit)
        return text;
    problemAt("string-too-long",
              QStringLiteral("this text is longer than %1 characters; shorten it").arg(textLimit), pointer);
    return {};
}

QString Reader::readString(const char *key, Need need)
{
    const json *value = find(key, need, json::value_t::string, "a text");
    if (value == nullptr)
        return {};
    QString text = stringOf(*value, std::string("/") + key);
    if (text.trimmed().isEmpty() && need == Need::Required)
        problemAt("bad-value", QStringLiteral("\"%1\" is empty").arg(QLatin1String(key)),
                  std::string("/") + key);
    return text;
}

QHash<QString, QString> Reader::readTexts(const char *key, Need need)
{
    const json *value = find(key, need, json::value_t::object,
                             "an object with a text for each language: {\"en\": ..., \"vi\": ...}");
    return value == nullptr ? QHash<QString, QString>() : textsOf(*value, std::string("/") + key, need);
}

QHash<QString, QString> Reader::textsOf(const json &object, const std::string &pointer, Need need)
{
    QHash<QString, QString> texts;
    for (const auto &[language, text] : object.items()) {
        const std::string at = pointer + '/' + language;
        const QString name = QString::fromStdString(language);
        if (!text.is_string())
            problemAt("wrong-type", QStringLiteral("the text for %1 has to be a text").arg(quoted(name)), at);
        else
            texts.insert(name, stringOf(text, at));
    }
    if (need == Need::Required && !object.contains("en")) {
        problemAt("missing-key",
                  QStringLiteral("\"%1\" has no text for \"en\"")
                      .arg(QString::fromStdString(pointer).section(u'/', -1)),
                  pointer);
    }
    return texts;
}

void Reader::readId()
{
    const QString id = readString("id", Need::Required);
    if (id.trimmed().isEmpty())
        return;
    if (isPluginId(id)) {
        m_descriptor.id = id;
        return;
    }
    problemAt("bad-id",
              QStringLiteral("%1 is no plugin id: at most %2 letters, digits, dots and hyphens, "
                             "as in \"org.example.my-plugin\"")
                  .arg(quoted(id))
                  .arg(pluginIdLimit),
              "/id");
}

void Reader::readVersion()
{
    const QString text = readString("version", Need::Required);
    if (text.isEmpty())
        return;
    if (const auto version = parseVersion(text))
        m_descriptor.version = *version;
    else
        problemAt("bad-version", QStringLiteral("%1 is no version; write it as \"1.4.0\"").arg(quoted(text)),
                  "/version");
}

void Reader::readSdk()
{
    const QString text = readString("sdk", Need::Required);
    if (text.isEmpty())
        return;
    const auto range = VersionRange::parse(text);
    if (!range) {
        problemAt("bad-version",
                  QStringLiteral("%1 is no range of versions; write it as \">=1.0 <2\"").arg(quoted(text)),
                  "/sdk");
        return;
    }
    m_descriptor.sdk = *range;
    const QVersionNumber own(VERBALE_SDK_MAJOR, VERBALE_SDK_MINOR, VERBALE_SDK_PATCH);
    if (!range->contains(own)) {
        problemAt(
            "sdk-mismatch",
            QStringLiteral("the plugin works with the plugin SDK %1, and this version of Verbale has %2; "
                           "get a version of the plugin that fits")
                .arg(range->text(), own.toString()),
            "/sdk");
    }
}

void Reader::readProvides()
{
    const json *list = find("provides", Need::Required, json::value_t::array, "a list of interfaces");
    if (list == nullptr)
        return;
    if (list->empty())
        problemAt("bad-value", QStringLiteral("\"provides\" is empty; a plugin has to provide something"),
                  "/provides");
    const QStringList known = knownInterfaces();
    for (size_t i = 0; i < list->size(); ++i) {
        const json &item = (*list)[i];
        const std::string pointer = "/provides/" + std::to_string(i);
        if (!item.is_string()) {
            problemAt("wrong-type", QStringLiteral("an interface has to be a text"), pointer);
            continue;
        }
        const QString id = stringOf(item, pointer);
        const QString stem = id.section(QLatin1Char('/'), 0, 0) + QLatin1Char('/');
        const QStringList revisions =
            known.filter(QRegularExpression(QLatin1Char('^') + QRegularExpression::escape(stem)));
        if (m_descriptor.provides.contains(id)) {
            problemAt("bad-value", QStringLiteral("%1 is listed twice").arg(quoted(id)), pointer);
        } else if (known.contains(id)) {
            m_descriptor.provides.append(id);
        } else if (!revisions.isEmpty()) {
            problemAt("wrong-revision",
                      QStringLiteral(
                          "%1 is a revision of the interface that this version of Verbale does not have; "
                          "it has \"%2\"")
                          .arg(quoted(id), revisions.join(QLatin1String("\", \""))),
                      pointer);
        } else {
            problemAt("unknown-interface",
                      QStringLiteral("%1 is no interface that this version of Verbale knows; it knows \"%2\"")
                          .arg(quoted(id), known.join(QLatin1String("\", \""))),
                      pointer);
        }
    }
}

void Reader::readNeeds()
{
    const json *list = find("needs", Need::Optional, json::value_t::array, "a list of plugins");
    if (list == nullptr)
        return;
    for (size_t i = 0; i < list->size(); ++i)
        readNeed((*list)[i], "/needs/" + std::to_string(i));
}

void Reader::readNeed(const json &need, const std::string &pointer)
{
    const auto id = need.is_object() ? need.find("id") : need.end();
    if (!need.is_object() || id == need.end() || !id->is_string()) {
        problemAt("wrong-type",
                  QStringLiteral("a needed plugin is written as {\"id\": \"org.example.other\", "
                                 "\"version\": \">=1.2\"}"),
                  pointer);
        return;
    }
    Requirement requirement{stringOf(*id, pointer + "/id"), {}};
    if (!isPluginId(requirement.id)) {
        problemAt("bad-id", QStringLiteral("%1 is no plugin id").arg(quoted(requirement.id)),
                  pointer + "/id");
        return;
    }
    if (const auto version = need.find("version"); version != need.end()) {
        const auto range = version->is_string()
                               ? VersionRange::parse(stringOf(*version, pointer + "/version"))
                               : std::nullopt;
        if (!range) {
            problemAt("bad-version",
                      QStringLiteral("the version of %1 is no range of versions; write it as \">=1.2\"")
                          .arg(quoted(requirement.id)),
                      pointer + "/version");
            return;
        }
        requirement.version = *range;
    }
    m_descriptor.needs.append(requirement);
}

void Reader::readRunning()
{
    m_descriptor.runs =
        m_text.root.contains("runs") ? readString("runs", Need::Required) : QStringLiteral("library");
    if (m_descriptor.runs == QLatin1String("library")) {
        const QString library = readString("library", Need::Required);
        if (library.isEmpty() || isWholly(library, "[A-Za-z0-9_][A-Za-z0-9_.+-]{0,127}"))
            m_descriptor.library = library;
        else
            problemAt("bad-value",
                      QStringLiteral("%1 is no library's base name: the file lies beside plugin.json, "
                                     "and its name stands without folder, \"lib\" and \".so\"")
                          .arg(quoted(library)),
                      "/library");
    } else if (m_descriptor.runs == QLatin1String("process")) {
        const json *command = find("command", Need::Required, json::value_t::array, "a list of texts");
        if (command == nullptr)
            return;
        for (const json &word : *command) {
            if (word.is_string())
                m_descriptor.command.append(stringOf(word, "/command"));
        }
        if (m_descriptor.command.isEmpty() || m_descriptor.command.size() != qsizetype(command->size()))
            problemAt("wrong-type",
                      QStringLiteral("\"command\" has to be a list of texts, the program first"), "/command");
    } else if (!m_descriptor.runs.isEmpty()) {
        problemAt("bad-value",
                  QStringLiteral("\"runs\" is %1; it has to be \"library\" or \"process\"")
                      .arg(quoted(m_descriptor.runs)),
                  "/runs");
    }
}

/// What it asks for beyond its own folders.
void Reader::readWishes()
{
    const json *network = find("network", Need::Optional, json::value_t::boolean, "true or false");
    m_descriptor.network = network != nullptr && network->get<bool>();
    if (const json *hosts = find("hosts", Need::Optional, json::value_t::array, "a list of hosts")) {
        for (size_t i = 0; i < hosts->size(); ++i)
            readHost((*hosts)[i], "/hosts/" + std::to_string(i));
        const bool denied = network != nullptr ? !m_descriptor.network : !m_text.root.contains("network");
        if (denied) {
            problemAt(
                "bad-value",
                QStringLiteral("\"hosts\" are named, but \"network\" is not true; set it or leave them out"),
                "/hosts");
        }
    }
    const json *memory =
        find("memory", Need::Optional, json::value_t::number_unsigned, "a number of MiB, as in 2048");
    if (memory == nullptr)
        return;
    const auto wanted = memory->get<quint64>();
    if (wanted >= memoryMinimum && wanted <= memoryMaximum)
        m_descriptor.memoryMiB = static_cast<qint64>(wanted);
    else
        problemAt("bad-value",
                  QStringLiteral("\"memory\" has to be between %1 and %2 MiB")
                      .arg(memoryMinimum)
                      .arg(memoryMaximum),
                  "/memory");
}

void Reader::readHost(const json &host, const std::string &pointer)
{
    const QString name = host.is_string() ? stringOf(host, pointer) : QString();
    const QString port = name.section(QLatin1Char(':'), 1);
    if (isWholly(name, "[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?(:[1-9][0-9]{0,4})?") &&
        (port.isEmpty() || port.toUInt() <= 65535)) {
        m_descriptor.hosts.append(name);
        return;
    }
    problemAt(
        "bad-value",
        QStringLiteral("a host is written as \"api.example.org\" or \"localhost:5000\", without a scheme "
                       "or a path"),
        pointer);
}

/// The files that it reads, so that it is not asked about all others.
void Reader::readFormats()
{
    const json *list = find("formats", Need::Optional, json::value_t::array, "a list of formats");
    if (list == nullptr)
        return;
    if (!m_descriptor.provides.contains(QLatin1String(FormatProvider::interfaceId)))
        problemAt("bad-value",
                  QStringLiteral("\"formats\" are named, but \"provides\" has no \"%1\"")
                      .arg(QLatin1String(FormatProvider::interfaceId)),
                  "/formats");
    for (size_t i = 0; i < list->size(); ++i)
        readFormat((*list)[i], "/formats/" + std::to_string(i));
}

void Reader::readFormat(const json &format, const std::string &pointer)
{
    const auto extensions = format.is_object() ? format.find("extensions") : format.end();
    const auto name = format.is_object() ? format.find("name") : format.end();
    const bool named = name == format.end() || name->is_object();
    if (!format.is_object() || extensions == format.end() || !extensions->is_array() || extensions->empty() ||
        !named) {
        problemAt("wrong-type",
                  QStringLiteral("a format is written as {\"name\": {\"en\": \"SubRip subtitles\"}, "
                                 "\"extensions\": [\"srt\"]}"),
                  pointer);
        return;
    }
    FileFormat read;
    if (name != format.end())
        read.names = textsOf(*name, pointer + "/name", Need::Required);
    for (const json &extension : *extensions) {
        const QString text = extension.is_string() ? stringOf(extension, pointer + "/extensions") : QString();
        if (isWholly(text, "[A-Za-z0-9][A-Za-z0-9._+-]{0,31}"))
            read.extensions.append(text.toLower());
        else
            problemAt("bad-value",
                      QStringLiteral("%1 is no extension of file names; write it without the dot: \"srt\"")
                          .arg(quoted(text)),
                      pointer + "/extensions");
    }
    m_descriptor.formats.append(read);
}

void Reader::readSettings()
{
    if (const json *schema =
            find("settings", Need::Optional, json::value_t::object, "a JSON schema object")) {
        const std::string dumped = schema->dump(-1, ' ', false, json::error_handler_t::replace);
        m_descriptor.settingsSchema = QJsonDocument::fromJson(QByteArray::fromStdString(dumped)).object();
    }
}

} // namespace

QString inLanguage(const QHash<QString, QString> &texts, const QString &locale)
{
    const QString language = locale.section(QRegularExpression(QStringLiteral("[-_]")), 0, 0);
    for (const QString &key : {locale, language, QStringLiteral("en")}) {
        if (QString text = texts.value(key); !text.isEmpty())
            return text;
    }
    return {};
}

QString Descriptor::name(const QString &locale) const
{
    const QString text = inLanguage(names, locale);
    return text.isEmpty() ? id : text;
}

DescriptorReading readDescriptor(const QByteArray &bytes, const QString &fileName)
{
    DescriptorReading reading;
    if (bytes.size() > descriptorSizeLimit) {
        reading.problems.append({QStringLiteral("read"), QStringLiteral("descriptor.too-large"),
                                 QStringLiteral("%1: larger than %2 KiB; a descriptor is a short file")
                                     .arg(fileName)
                                     .arg(descriptorSizeLimit / 1024)});
        return reading;
    }
    try {
        Reader(bytes, fileName, reading).read();
    } catch (const std::exception &e) {
        reading.problems.append({QStringLiteral("read"), QStringLiteral("descriptor.unreadable"),
                                 fileName + QLatin1String(": ") + QString::fromUtf8(e.what())});
    }
    return reading;
}

bool isPluginId(const QString &text)
{
    return text.size() <= pluginIdLimit && isWholly(text, "[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?") &&
           !text.contains(QLatin1String(".."));
}

QStringList knownInterfaces()
{
    QStringList ids;
    for (const InterfaceInfo &info : interfaces())
        ids.append(QString::fromLatin1(info.id.data(), qsizetype(info.id.size())));
    return ids;
}

} // namespace verbale::host
