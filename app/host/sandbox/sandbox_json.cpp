#include "host/sandbox/sandbox_json.h"

#include "host/protocol/framing.h"
#include "host/protocol/message.h"

#include <nlohmann/json.hpp>

namespace verbale::host {

namespace {

using nlohmann::json;
using Aspect = SandboxReport::Aspect;
using Strength = SandboxReport::Strength;

constexpr Aspect aspects[] = {Aspect::Network, Aspect::Files, Aspect::Programs, Aspect::Processes,
                              Aspect::Memory};
constexpr Strength strengths[] = {Strength::Enforced, Strength::Partly, Strength::NotEnforced};

json listOf(const QStringList &texts)
{
    json list = json::array();
    for (const QString &text : texts)
        list.push_back(text.toStdString());
    return list;
}

Error badReport()
{
    return {QStringLiteral("sandbox.bad-report"),
            QStringLiteral("What the plugin's process says of its sandbox is no report.")};
}

QString textAt(const json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string()
               ? QString::fromStdString(found->get_ref<const std::string &>())
               : QString();
}

/// Takes members out of an object and remembers whether each was what it has to be.
class Members
{
public:
    explicit Members(const json &object) : m_object(object) {}

    [[nodiscard]] bool good() const { return m_good; }

    void take(const char *key, bool &value)
    {
        if (const json *found = find(key, &json::is_boolean))
            value = found->get<bool>();
    }
    template <typename Number>
    void take(const char *key, Number &value)
    {
        if (const json *found = find(key, &json::is_number_unsigned)) {
            const auto given = found->get<quint64>();
            m_good = m_good && given <= quint64(std::numeric_limits<Number>::max());
            value = static_cast<Number>(given);
        }
    }
    void take(const char *key, QStringList &value)
    {
        const json *found = find(key, &json::is_array);
        if (found == nullptr)
            return;
        for (const json &item : *found) {
            m_good = m_good && item.is_string();
            if (item.is_string())
                value.append(QString::fromStdString(item.get_ref<const std::string &>()));
        }
    }

    void take(const char *key, QList<quint16> &value)
    {
        const json *found = find(key, &json::is_array);
        if (found == nullptr)
            return;
        for (const json &item : *found) {
            const quint64 number = item.is_number_unsigned() ? item.get<quint64>() : 0;
            m_good = m_good && number > 0 && number <= std::numeric_limits<quint16>::max();
            value.append(static_cast<quint16>(number));
        }
    }

private:
    const json *find(const char *key, bool (json::*is)() const noexcept)
    {
        const auto found = m_object.find(key);
        if (found != m_object.end() && ((*found).*is)())
            return &*found;
        m_good = false;
        return nullptr;
    }

    const json &m_object;
    bool m_good = true;
};

} // namespace

json toJson(const SandboxReport &report)
{
    json object = json::object();
    for (const SandboxReport::Line &line : report.lines) {
        object[aspectName(line.aspect).toStdString()] = {
            {"strength", strengthName(line.strength).toStdString()},
            {"code", line.code.toStdString()},
            {"sentence", line.sentence.toStdString()}};
    }
    return object;
}

std::string sandboxNotification(const SandboxReport &report)
{
    return frame(
        notificationText(sandboxMethod, toJson(report).dump(-1, ' ', false, json::error_handler_t::replace)));
}

Result<SandboxReport> sandboxReportFromJson(const json &object)
{
    if (!object.is_object())
        return badReport();
    SandboxReport report;
    for (const Aspect aspect : aspects) {
        const auto found = object.find(aspectName(aspect).toStdString());
        if (found == object.end())
            continue;
        if (!found->is_object())
            return badReport();
        const QString strength = textAt(*found, "strength");
        const auto known = std::find_if(std::begin(strengths), std::end(strengths),
                                        [&strength](Strength one) { return strengthName(one) == strength; });
        if (known == std::end(strengths))
            return badReport();
        report.lines.append(
            {aspect, *known, textAt(*found, "code").left(64), textAt(*found, "sentence").left(1000)});
    }
    return report;
}

QByteArray permissionsText(const Permissions &permissions)
{
    const json object = {{"network", permissions.network},
                         {"hosts", listOf(permissions.hosts)},
                         {"proxyPorts", permissions.proxyPorts},
                         {"readFolders", listOf(permissions.readFolders)},
                         {"writeFolders", listOf(permissions.writeFolders)},
                         {"memoryBytes", quint64(permissions.memoryBytes)},
                         {"cpuSeconds", quint64(permissions.cpuSeconds)},
                         {"fileBytes", quint64(permissions.fileBytes)},
                         {"openFiles", quint64(permissions.openFiles)}};
    return QByteArray::fromStdString(object.dump(-1, ' ', false, json::error_handler_t::replace));
}

Result<Permissions> readPermissions(const QByteArray &text)
{
    const json object = json::parse(text.cbegin(), text.cend(), nullptr, false);
    Permissions permissions;
    Members members(object);
    members.take("network", permissions.network);
    members.take("hosts", permissions.hosts);
    members.take("proxyPorts", permissions.proxyPorts);
    members.take("readFolders", permissions.readFolders);
    members.take("writeFolders", permissions.writeFolders);
    members.take("memoryBytes", permissions.memoryBytes);
    members.take("cpuSeconds", permissions.cpuSeconds);
    members.take("fileBytes", permissions.fileBytes);
    members.take("openFiles", permissions.openFiles);
    if (!object.is_object() || !members.good()) {
        return Error{QStringLiteral("sandbox.bad-permissions"),
                     QStringLiteral("The permissions are not those that Verbale writes: a JSON object with "
                                    "network, hosts, proxyPorts, readFolders, writeFolders and the limits.")};
    }
    return permissions;
}

Result<Permissions> sentPermissions(std::string_view text, const Descriptor &descriptor,
                                    const PluginContext &context)
{
    if (text.empty() || text == "null")
        return permissionsOf(descriptor, context);
    return readPermissions(QByteArray(text.data(), qsizetype(text.size())));
}

} // namespace verbale::host
