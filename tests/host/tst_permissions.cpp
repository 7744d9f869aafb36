// What a plugin may do, worked out from its descriptor and its settings, and how that is told.
#include "host/sandbox/permissions.h"
#include "host/sandbox/sandbox_json.h"
#include "host/sandbox/sandbox_sentences.h"

#include "host_test.h"

#include <nlohmann/json.hpp>

#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>

namespace verbale::host {

namespace {

using Aspect = SandboxReport::Aspect;
using Strength = SandboxReport::Strength;

QJsonObject object(const char *text)
{
    return QJsonDocument::fromJson(QByteArray(text).replace('\'', '"')).object();
}

constexpr const char *schema = R"({'properties': {
    'list': {'type': 'string', 'format': 'file'}, 'server': {'type': 'string', 'format': 'uri'},
    'name': {'type': 'string'}}})";

} // namespace

class TestPermissions : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] PluginContext context() const
    {
        PluginContext context;
        context.pluginFolder = m_folder.filePath(QStringLiteral("plugin"));
        context.dataFolder = m_folder.filePath(QStringLiteral("data"));
        return context;
    }

private slots:
    void initTestCase()
    {
        QVERIFY(writeFile(m_folder.filePath(QStringLiteral("plugin/plugin.json")), "{}"));
        QVERIFY(writeFile(m_folder.filePath(QStringLiteral("list.tsv")), "a\tb\n"));
    }

    void aPluginHasItsFoldersAndNothingElse()
    {
        const auto permissions = permissionsOf({}, context());
        QVERIFY(permissions.ok());
        QVERIFY(!permissions->network);
        QCOMPARE(permissions->readFolders.first(), context().pluginFolder);
        QCOMPARE(permissions->writeFolders, QStringList(context().dataFolder));
        QCOMPARE(permissions->memoryBytes, defaultMemoryBytes);
        QCOMPARE(permissions->fileBytes, defaultFileBytes);
        QCOMPARE(permissions->cpuSeconds, defaultCpuSeconds);
    }

    void withoutADataFolderNothingIsWritten()
    {
        PluginContext without = context();
        without.dataFolder.clear();
        const auto permissions = permissionsOf({}, without);
        QVERIFY(permissions->writeFolders.isEmpty());
    }

    void theDescriptorAsksForMore()
    {
        Descriptor descriptor;
        descriptor.network = true;
        descriptor.hosts = QStringList{QStringLiteral("api.example.org")};
        descriptor.memoryMiB = 4096;
        const auto permissions = permissionsOf(descriptor, context());
        QVERIFY(permissions->network);
        QCOMPARE(permissions->hosts, descriptor.hosts);
        QCOMPARE(permissions->memoryBytes, qint64(4096) << 20);
    }

    void settingsOpenWhatTheUserNamed()
    {
        Descriptor descriptor;
        descriptor.network = true;
        descriptor.hosts = QStringList{QStringLiteral("api.example.org")};
        descriptor.settingsSchema = object(schema);
        PluginContext given = context();
        const QString list = m_folder.filePath(QStringLiteral("list.tsv"));
        given.settings =
            QJsonObject{{"list", list}, {"server", "http://localhost:5000/v1"}, {"name", "/etc"}};
        const auto permissions = permissionsOf(descriptor, given);
        QVERIFY(permissions->readFolders.contains(list));
        QVERIFY(!permissions->readFolders.contains(QStringLiteral("/etc")));
        QCOMPARE(permissions->hosts,
                 QStringList({QStringLiteral("api.example.org"), QStringLiteral("localhost:5000")}));
        QCOMPARE(portsOf(*permissions), QList<quint16>({53, 80, 443, 5000}));
    }

    void theProxiesOfTheEnvironmentCanBeReached_data()
    {
        QTest::addColumn<QByteArray>("proxy");
        QTest::addColumn<QList<quint16>>("ports");
        using Ports = QList<quint16>;
        QTest::newRow("none") << QByteArray() << Ports{53, 80, 443};
        QTest::newRow("whole") << QByteArray("http://anna:a:b@proxy.example:3128/")
                               << Ports{53, 80, 443, 3128};
        QTest::newRow("short") << QByteArray("proxy:8080") << Ports{53, 80, 443, 8080};
        QTest::newRow("no port") << QByteArray("socks5h://[fd00::1]") << Ports{53, 80, 443, 1080};
        QTest::newRow("IPv6") << QByteArray("http://[fd00::1]:3129") << Ports{53, 80, 443, 3129};
    }

    void theProxiesOfTheEnvironmentCanBeReached()
    {
        QFETCH(QByteArray, proxy);
        QFETCH(QList<quint16>, ports);
        for (const char *const name : proxyVariables)
            qunsetenv(name);
        if (!proxy.isEmpty())
            qputenv("https_proxy", proxy);
        Descriptor descriptor;
        descriptor.network = true;
        descriptor.hosts = QStringList{QStringLiteral("api.example.org")};
        const auto permissions = permissionsOf(descriptor, context());
        const auto again = readPermissions(permissionsText(*permissions));
        descriptor.hosts.clear();
        const auto open = permissionsOf(descriptor, context());
        qunsetenv("https_proxy");
        QCOMPARE(portsOf(*permissions), ports);
        QVERIFY(again.ok() && *again == *permissions);
        QVERIFY(portsOf(*open).isEmpty()); // every port already
        const QString told =
            reportOf(*permissions, {7, true, true, true}, false).line(Aspect::Network).sentence;
        QCOMPARE(told.contains(QLatin1String("proxies")), !proxy.isEmpty());
        QVERIFY(!told.contains(QLatin1String("anna")));
    }

    void settingsOpenNoNetworkByThemselves()
    {
        Descriptor descriptor;
        descriptor.settingsSchema = object(schema);
        PluginContext given = context();
        given.settings = QJsonObject{{"server", "https://example.org"}, {"list", "relative.tsv"}};
        const auto permissions = permissionsOf(descriptor, given);
        QVERIFY(!permissions->network);
        QVERIFY(permissions->hosts.isEmpty());
        QCOMPARE(permissions->readFolders.count(QStringLiteral("relative.tsv")), 0);
    }

    void aPluginMayNotLieInTheHomeFolderItself()
    {
        PluginContext wide = context();
        for (const QString &folder : {QDir::homePath(), QStringLiteral("/")}) {
            wide.pluginFolder = folder;
            const auto permissions = permissionsOf({}, wide);
            QVERIFY(!permissions.ok());
            QCOMPARE(permissions.error().code, QStringLiteral("sandbox.folder-too-wide"));
        }
    }

    void permissionsGoThroughText()
    {
        Permissions permissions = *permissionsOf({}, context());
        permissions.network = true;
        permissions.hosts = QStringList{QStringLiteral("a.example:1"), QStringLiteral("b.example")};
        permissions.readFolders.append(QStringLiteral("/thư mục/\"x\""));
        const auto again = readPermissions(permissionsText(permissions));
        QVERIFY(again.ok());
        QVERIFY(*again == permissions);
    }

    void permissionsThatAreNoneAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray whole = permissionsText({});
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a number") << QByteArray("7");
        QTest::newRow("no object") << QByteArray("[true]");
        QTest::newRow("cut off") << whole.chopped(1);
        QTest::newRow("a key is missing") << QByteArray(whole).replace("\"network\"", "\"net\"");
        QTest::newRow("a wrong type") << QByteArray(whole).replace("\"network\":false", "\"network\":0");
        QTest::newRow("a negative limit")
            << QByteArray(whole).replace("\"memoryBytes\":0", "\"memoryBytes\":-1");
        QTest::newRow("a limit without end")
            << QByteArray(whole).replace("\"memoryBytes\":0", "\"memoryBytes\":18446744073709551615");
        QTest::newRow("a folder that is no text")
            << QByteArray(whole).replace("\"readFolders\":[]", "\"readFolders\":[1]");
    }
    void permissionsThatAreNoneAreRefused()
    {
        QFETCH(const QByteArray, text);
        const auto read = readPermissions(text);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, QStringLiteral("sandbox.bad-permissions"));
    }

    void whatTheHostDidNotSendIsWorkedOut()
    {
        for (const char *text : {"", "null"})
            QVERIFY(*sentPermissions(text, {}, context()) == *permissionsOf({}, context()));
        QVERIFY(!sentPermissions("{}", {}, context()).ok());
    }

    void reports_data()
    {
        QTest::addColumn<KernelSupport>("support");
        QTest::addColumn<QStringList>("codes");
        QTest::addColumn<int>("weakest");
        const auto row = [](const char *name, const KernelSupport &support, const QStringList &codes,
                            Strength weakest) { QTest::newRow(name) << support << codes << int(weakest); };
        row("everything", {7, true, true, true},
            {"network.none", "files.own", "programs.none", "processes.none", "memory.limited"},
            Strength::Enforced);
        row("no counting of execs", {7, true, false, true},
            {"network.none", "files.own", "programs.become", "processes.none", "memory.limited"},
            Strength::Partly);
        row("no Landlock", {0, true, true, true},
            {"network.none", "files.no-changes", "programs.none", "processes.none", "memory.limited"},
            Strength::Partly);
        row("Landlock alone", {7, false, false, true},
            {"network.no-tcp", "files.attributes", "programs.open", "processes.no-tracing", "memory.open"},
            Strength::NotEnforced);
        row("nothing", {}, {"network.open", "files.open", "programs.open", "processes.open", "memory.open"},
            Strength::NotEnforced);
    }
    /// A report claims for each kernel what holds there and no more, in sentences, and goes through JSON
    /// whole.
    void reports()
    {
        QFETCH(const KernelSupport, support);
        QFETCH(const QStringList, codes);
        QFETCH(const int, weakest);
        const SandboxReport report = reportOf(*permissionsOf({}, context()), support, true);
        QStringList found;
        for (const SandboxReport::Line &line : report.lines) {
            found.append(line.code);
            QVERIFY(line.sentence.endsWith(QLatin1Char('.')));
        }
        QCOMPARE(found, codes);
        QCOMPARE(int(report.weakest()), weakest);
        const auto again = sandboxReportFromJson(toJson(report));
        QVERIFY(again.ok());
        QVERIFY(*again == report);
    }

    void theNetworkIsNeverSaidToBeHeldToHosts()
    {
        Permissions permissions = *permissionsOf({}, context());
        permissions.network = true;
        QCOMPARE(reportOf(permissions, {7, true, true, true}, false).line(Aspect::Network).strength,
                 Strength::NotEnforced);
        permissions.hosts = QStringList{QStringLiteral("api.example.org")};
        const auto line = reportOf(permissions, {7, true, true, true}, false).line(Aspect::Network);
        QCOMPARE(line.strength, Strength::Partly);
        QVERIFY(line.sentence.contains(QLatin1String("the TCP ports 53, 80, 443, but not to these hosts")));
        QCOMPARE(reportOf(permissions, {3, true, true, true}, false).line(Aspect::Network).strength,
                 Strength::NotEnforced);
    }

    void aReportThatIsNoneIsRefused()
    {
        using nlohmann::json;
        QVERIFY(!sandboxReportFromJson(json::array()).ok());
        QVERIFY(!sandboxReportFromJson({{"network", 1}}).ok());
        QVERIFY(!sandboxReportFromJson({{"network", {{"strength", "iron"}}}}).ok());
        const auto empty = sandboxReportFromJson(json::object());
        QCOMPARE(empty->weakest(), Strength::NotEnforced);
    }
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestPermissions)
#include "tst_permissions.moc"
