#include "session/settings.h"

#include "session/xdg_folders.h"
#include "text/file_io.h"

#include <nlohmann/json.hpp>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>

namespace verbale::session {

using Json = nlohmann::json;

namespace {

constexpr qsizetype maximumRecentFiles = 10;

Json fromString(const QString &text)
{
    return text.toStdString();
}

Json fromStrings(const QStringList &texts)
{
    Json array = Json::array();
    for (const QString &text : texts)
        array.push_back(text.toStdString());
    return array;
}

Json fromNames(const QSet<QString> &names)
{
    QStringList list(names.begin(), names.end());
    list.sort();
    return fromStrings(list);
}

/// Takes known keys out of the settings object; remembers the first one whose value is of the wrong kind.
class Reader
{
public:
    explicit Reader(const Json &object) : m_object(object) {}

    QString text(const char *key)
    {
        const auto found = m_object.find(key);
        if (found == m_object.end())
            return {};
        if (!found->is_string())
            return refuse(key, "a string");
        return QString::fromStdString(found->get<std::string>());
    }

    QStringList texts(const char *key)
    {
        QStringList result;
        const auto found = m_object.find(key);
        if (found == m_object.end())
            return result;
        if (!found->is_array())
            refuse(key, "a list of strings");
        for (const Json &item : *found) {
            if (item.is_string())
                result.append(QString::fromStdString(item.get<std::string>()));
            else
                refuse(key, "a list of strings");
        }
        return result;
    }

    QSet<QString> names(const char *key)
    {
        const QStringList list = texts(key);
        return QSet<QString>(list.begin(), list.end());
    }

    QJsonObject object(const char *key)
    {
        const auto found = m_object.find(key);
        if (found == m_object.end())
            return {};
        if (!found->is_object())
            refuse(key, "an object");
        return QJsonDocument::fromJson(QByteArray::fromStdString(found->dump())).object();
    }

    QByteArray bytes(const char *key) { return QByteArray::fromBase64(text(key).toLatin1()); }

    [[nodiscard]] const QString &complaint() const { return m_complaint; }

private:
    QString refuse(const char *key, const char *expected)
    {
        if (m_complaint.isEmpty())
            m_complaint =
                QStringLiteral("\"%1\" has to be %2").arg(QLatin1String(key), QLatin1String(expected));
        return {};
    }

    const Json &m_object;
    QString m_complaint;
};

Error damaged(const QString &file, const QString &what)
{
    return {QStringLiteral("settings.damaged"),
            QStringLiteral("The settings are damaged: %1. Correct the file or move it away.").arg(what),
            {file}};
}

/// The file's object as it is, with keys that this version does not know.
Result<Json> readObject(const QString &file)
{
    if (!QFileInfo::exists(file))
        return Json::object();
    const Result<QByteArray> bytes = text::readFile(file);
    if (!bytes)
        return bytes.error();
    Json json = Json::parse(bytes->begin(), bytes->end(), nullptr, false);
    if (json.is_discarded())
        return damaged(file, QStringLiteral("not JSON"));
    if (!json.is_object())
        return damaged(file, QStringLiteral("not a JSON object"));
    return json;
}

Result<Settings> fromObject(const Json &object, const QString &file)
{
    Reader reader(object);
    Settings settings;
    settings.disabledPlugins = reader.names("disabledPlugins");
    settings.trustedPlugins = reader.names("trustedPlugins");
    settings.knownQuarantines = reader.names("knownQuarantines");
    settings.glossaries = reader.texts("glossaries");
    settings.unusedGlossaries = reader.texts("unusedGlossaries");
    settings.profile = reader.text("profile");
    settings.recentFiles = reader.texts("recentFiles").mid(0, maximumRecentFiles);
    settings.interfaceLanguage = reader.text("interfaceLanguage");
    settings.userName = reader.text("userName");
    settings.colourScheme = reader.text("colourScheme");
    settings.windowGeometry = reader.bytes("windowGeometry");
    settings.windowState = reader.bytes("windowState");
    settings.glossaryWindow = reader.bytes("glossaryWindow");
    settings.machineTranslation = reader.object("machineTranslation");
    if (!reader.complaint().isEmpty())
        return damaged(file, reader.complaint());
    return settings;
}

/// Moves a damaged file to NAME.damaged (NAME.damaged-2 ...), so that nothing in it is lost.
Result<void> moveAway(const QString &file)
{
    QString kept = file + QLatin1String(".damaged");
    for (int number = 2; QFileInfo::exists(kept); ++number)
        kept = file + QStringLiteral(".damaged-%1").arg(number);
    if (!QFile::rename(file, kept)) {
        return Error{QStringLiteral("settings.damaged"),
                     QStringLiteral("The settings are damaged and could not be moved to %1.").arg(kept),
                     {file}};
    }
    return {};
}

Result<void> writeObject(const Json &object, const QString &file)
{
    const QString folder = QFileInfo(file).path();
    if (!QDir().mkpath(folder)) {
        return Error{QStringLiteral("settings.no-folder"),
                     QStringLiteral("The folder for the settings could not be made. Check its permissions."),
                     {folder}};
    }
    const std::string text = object.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
    return text::writeFileAtomically(file, QByteArray::fromStdString(text));
}

} // namespace

QString xdgFolder(const QProcessEnvironment &environment, const QString &variable, const QString &fallback)
{
    const QString value = environment.value(variable);
    return QDir::isAbsolutePath(value) ? QDir::cleanPath(value) : QDir::home().filePath(fallback);
}

QString settingsFile()
{
    return xdgFolder(QProcessEnvironment::systemEnvironment(), QStringLiteral("XDG_CONFIG_HOME"),
                     QStringLiteral(".config")) +
           QLatin1String("/verbale/settings.json");
}

QString stateFolder()
{
    return xdgFolder(QProcessEnvironment::systemEnvironment(), QStringLiteral("XDG_STATE_HOME"),
                     QStringLiteral(".local/state")) +
           QLatin1String("/verbale");
}

Result<Settings> loadSettings(const QString &file)
{
    const Result<Json> object = readObject(file);
    if (!object)
        return object.error();
    return fromObject(*object, file);
}

Result<void> saveSettings(const Settings &settings, const QString &file)
{
    Result<Json> existing = readObject(file);
    if (!existing && existing.error().code != QLatin1String("settings.damaged"))
        return existing.error();
    if (!existing || !fromObject(*existing, file)) {
        if (const Result<void> moved = moveAway(file); !moved)
            return moved.error();
        existing = Json::object();
    }
    Json &object = *existing;
    object["disabledPlugins"] = fromNames(settings.disabledPlugins);
    object["trustedPlugins"] = fromNames(settings.trustedPlugins);
    object["knownQuarantines"] = fromNames(settings.knownQuarantines);
    object["glossaries"] = fromStrings(settings.glossaries);
    object["unusedGlossaries"] = fromStrings(settings.unusedGlossaries);
    object["profile"] = fromString(settings.profile);
    object["recentFiles"] = fromStrings(settings.recentFiles.mid(0, maximumRecentFiles));
    object["interfaceLanguage"] = fromString(settings.interfaceLanguage);
    if (!settings.userName.isEmpty())
        object["userName"] = fromString(settings.userName);
    object["colourScheme"] = fromString(settings.colourScheme);
    object["windowGeometry"] = settings.windowGeometry.toBase64().toStdString();
    object["windowState"] = settings.windowState.toBase64().toStdString();
    object["glossaryWindow"] = settings.glossaryWindow.toBase64().toStdString();
    return writeObject(object, file);
}

Result<void> changeMachineTranslation(const QString &file,
                                      const std::function<QJsonObject(const QJsonObject &)> &change)
{
    Result<Json> object = readObject(file);
    if (!object)
        return object.error();
    const Result<Settings> settings = fromObject(*object, file);
    if (!settings)
        return settings.error();
    const QByteArray json =
        QJsonDocument(change(settings->machineTranslation)).toJson(QJsonDocument::Compact);
    (*object)["machineTranslation"] = Json::parse(json.begin(), json.end());
    return writeObject(*object, file);
}

} // namespace verbale::session
