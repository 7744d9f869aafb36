#include "house.h"

#include <QtCore/QHash>

namespace verbale::architecture {

namespace {

const QList<RoomRule> &rules()
{
    // The session's public headers speak of texts, documents and plugins; who uses the session may name these
    // too.
    static const QList<RoomRule> table{
        {"sdk", {}, {"QtCore"}, {}},
        {"text", {"sdk"}, {"QtCore"}, {"unicode", "posix"}},
        {"sqlite", {"sdk"}, {"QtCore"}, {"sqlite3", "posix"}},
        {"zip", {"sdk"}, {"QtCore"}, {"zip"}},
        {"ledger", {"sdk", "sqlite"}, {"QtCore"}, {"nlohmann", "sqlite3"}},
        {"document", {"sdk", "text", "sqlite"}, {"QtCore"}, {"sqlite3"}},
        {"xml", {"sdk"}, {"QtCore"}, {"expat", "unicode"}},
        {"formats",
         {"sdk", "text", "document", "xml", "zip"},
         {"QtCore"},
         {"expat", "libxml", "unicode", "posix"}},
        {"glossary",
         {"sdk", "text", "xml", "sqlite", "zip"},
         {"QtCore"},
         {"libstemmer", "nlohmann", "sqlite3", "xlsxwriter"}},
        {"host", {"sdk"}, {"QtCore"}, {"QtConcurrent", "nlohmann", "posix", "linux", "seccomp"}},
        {"session",
         {"sdk", "text", "xml", "zip", "ledger", "document", "formats", "glossary", "host"},
         {"QtCore"},
         {"QtConcurrent", "nlohmann", "posix", "qt6keychain"}},
        {"command-line", {"sdk", "text", "document", "host", "session"}, {"QtCore"}, {"CLI", "nlohmann"}},
        {"workbench",
         {"sdk", "document", "host", "session"},
         {"QtCore", "QtGui", "QtWidgets"},
         {"QtConcurrent"}},
        {"plugins/glossary-alignment", {"sdk", "text", "glossary"}, {"QtCore"}, {"nlohmann"}},
        {"plugins/machine-translation",
         {"sdk", "text", "sqlite", "ledger"},
         {"QtCore"},
         {"nlohmann", "curl", "posix", "linux", "sqlite3"}},
        {"programs",
         {"sdk", "host", "session", "command-line", "workbench"},
         {"QtCore", "QtGui", "QtWidgets"},
         {"posix"}},
    };
    return table;
}

QString libraryOfTarget(const QString &target)
{
    static const QHash<QString, QString> known{
        {"ICU::uc", "unicode"},
        {"ICU::i18n", "unicode"},
        {"EXPAT::EXPAT", "expat"},
        {"Libstemmer::stemmer", "libstemmer"},
        {"Libseccomp::seccomp", "seccomp"},
        {"CLI11::CLI11", "CLI"},
        {"CURL::libcurl", "curl"},
        {"SQLite::SQLite3", "sqlite3"},
        {"nlohmann_json::nlohmann_json", "nlohmann"},
        {"Threads::Threads", "std"},
        {"dl", "posix"},
        {"${CMAKE_DL_LIBS}", "posix"},
        {"LibXml2::LibXml2", "libxml"},
        {"Zip::Zip", "zip"},
        {"Keychain::Keychain", "qt6keychain"},
        {"XlsxWriter::XlsxWriter", "xlsxwriter"},
    };
    if (target.startsWith("Qt6::"))
        return "Qt" + target.mid(5);
    return known.value(target, target);
}

} // namespace

std::optional<RoomRule> ruleOf(const QString &room)
{
    for (const RoomRule &rule : rules()) {
        if (rule.room == room)
            return rule;
    }
    return std::nullopt;
}

QString roomOfFile(const QString &path)
{
    const QStringList parts = path.split('/');
    if (parts.size() < 2)
        return {};
    if (parts[0] == "glossary")
        return parts[0];
    if (parts[0] == "app" && parts.size() > 2)
        return parts[1];
    if (parts[0] == "plugins" && parts.size() > 2)
        return parts[0] + '/' + parts[1];
    return {};
}

QString Breach::toString() const
{
    return QString("%1:%2: %3").arg(file).arg(line).arg(text);
}

QList<Breach> judgeIncludes(const QString &path, bool publicHeader, const QList<Included> &includes)
{
    const QString room = roomOfFile(path);
    const std::optional<RoomRule> rule = ruleOf(room);
    if (!rule)
        return {{path, 1,
                 QString("the plan knows no room \"%1\": add its rule to house.cpp and say why").arg(room)}};

    QList<Breach> breaches;
    for (const Included &included : includes) {
        if (included.file.isEmpty()) {
            const bool allowed = included.library == "std" || rule->libraries.contains(included.library);
            const bool inside = rule->ownLibraries.contains(included.library);
            if (!allowed && !inside)
                breaches.append(
                    {path, included.line, QString("%1 may not use %2").arg(room, included.library)});
            else if (!allowed && publicHeader)
                breaches.append(
                    {path, included.line,
                     QString("%1 may use %2 inside, not in a public header").arg(room, included.library)});
            continue;
        }
        const QString other = roomOfFile(included.file);
        if (other != room && !rule->rooms.contains(other))
            breaches.append({path, included.line, QString("%1 may not include %2").arg(room, included.file)});
    }
    return breaches;
}

QList<Breach> judgeLinks(const QString &path, const QList<Link> &links,
                         const QHash<QString, QString> &roomOfTarget)
{
    const QString room = roomOfFile(path);
    const std::optional<RoomRule> rule = ruleOf(room);
    if (!rule)
        return {};

    QList<Breach> breaches;
    for (const Link &link : links) {
        if (link.name.startsWith("Verbale::") || link.name.startsWith("verbale_")) {
            if (!roomOfTarget.contains(link.name))
                breaches.append({path, link.line, QString("no room makes the target %1").arg(link.name)});
            const QString other = roomOfTarget.value(link.name, room);
            if (other != room && !rule->rooms.contains(other))
                breaches.append({path, link.line, QString("%1 may not link %2").arg(room, link.name)});
            continue;
        }
        const QString library = libraryOfTarget(link.name);
        if (library != "std" && !rule->libraries.contains(library) && !rule->ownLibraries.contains(library))
            breaches.append({path, link.line, QString("%1 may not link %2").arg(room, link.name)});
    }
    return breaches;
}

} // namespace verbale::architecture
