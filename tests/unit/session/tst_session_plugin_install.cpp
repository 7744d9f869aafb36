// Installing a plugin: each way in which a folder or an archive is refused is a row, and what is refused
// leaves nothing behind; what is installed stands there whole, and can be taken back.
#include "plugin_archive.h"

#include "host/discovery.h"
#include "session/plugin_install.h"
#include "session/plugin_source.h"
#include "session/plugin_wishes.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <fcntl.h>
#include <sys/stat.h>

#include <cstdio>
#include <thread>

namespace verbale::session {

namespace {

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) &&
           file.write(bytes) == bytes.size();
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("missing");
}

} // namespace

class TestSessionPluginInstall : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_root;

    [[nodiscard]] QString in(const QString &path) const { return m_root->filePath(path); }
    [[nodiscard]] QString installed() const { return in("data/plugins/org.example.hello"); }
    [[nodiscard]] InstallPlace place() const
    {
        InstallPlace place{in("data/plugins"), {{in("shipped"), host::Origin::Shipped}}};
        place.limits = {8, 64 * 1024, 32 * 1024, 3, 50};
        return place;
    }
    /// Every file and folder under the user's plugins, hidden ones too.
    [[nodiscard]] QStringList everything() const
    {
        QStringList all;
        QDirIterator files(in("data/plugins"),
                           QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                           QDirIterator::Subdirectories);
        while (files.hasNext())
            all.append(files.next().mid(in("data/plugins").size() + 1));
        all.sort();
        return all;
    }
    void writePlugin(const QString &folder, const QByteArray &version = "1.0.0") const
    {
        QVERIFY(writeFile(in(folder + "/plugin.json"), pluginJson("org.example.hello", version)));
        QVERIFY(writeFile(in(folder + "/main.py"), "print('hello')\n"));
        QVERIFY(writeFile(in(folder + "/data/words.txt"), "một\nhai\n"));
    }

private slots:
    void init()
    {
        m_root = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_root->path()).mkpath("shipped") && QDir(m_root->path()).mkpath("home-data"));
        qputenv("XDG_DATA_HOME", in("home-data").toUtf8()); // the trash
    }

    void refusesArchives_data();
    void refusesArchives();
    void refusesFolders_data();
    void refusesFolders();
    void installsAnArchive();
    void installsAFolderAsItWasShown();
    void whatIsShownIsWhatIsInstalled();
    void followsNoLinkThatTookAPlace_data();
    void followsNoLinkThatTookAPlace();
    void removesLeftoversAfterADay();
    void updatesAndUndoes();
    void removesAndUndoes();
    void keepsToTheUsersFolder();
    void stops();
    void saysWhatIsNew();
};

void TestSessionPluginInstall::refusesArchives_data()
{
    QTest::addColumn<PackedParts>("parts");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("where");
    const PackedPart good{"plugin.json", pluginJson()};
    const auto row = [&](const char *name, const PackedParts &parts, const char *code,
                         const QString &where = {}) {
        QTest::newRow(name) << parts << QString::fromLatin1(code) << where;
    };
    row("a way out", {good, {"../evil.py", "x"}}, "install.outside", "../evil.py");
    row("a way out in the middle", {good, {"a/../../evil.py", "x"}}, "install.outside", "a/../../evil.py");
    row("a way out at the end", {good, {"a/..", "x"}}, "install.outside", "a/..");
    row("a folder that is a way out", {good, {"a/../", {}}}, "install.outside");
    row("an absolute path", {good, {"/etc/passwd", "x"}}, "install.outside", "/etc/passwd");
    row("a drive", {good, {"C:evil.dll", "x"}}, "install.outside");
    row("backslashes", {good, {"..\\evil.py", "x"}}, "install.name");
    row("a name of nothing", {good, {"a//b", "x"}}, "install.name");
    row("a dot", {good, {"./a", "x"}}, "install.name");
    row("a line end in a name", {good, {"a\nb", "x"}}, "install.name");
    row("a name that turns round", {good, {"a\u202Ecod.exe", "x"}}, "install.name");
    row("a name that is too long", {good, {QString(256, 'n'), "x"}}, "install.name");
    row("a link", {good, {"passwd", "/etc/passwd", 0120777}}, "install.link", "passwd");
    row("a link to a folder", {good, {"data", "/home", 0120777}, {"data/x", "x"}}, "install.link");
    row("a device", {good, {"sda", {}, 0060660}}, "install.special", "sda");
    row("a pipe", {good, {"pipe", {}, 0010644}}, "install.special");
    row("a socket", {good, {"socket", {}, 0140644}}, "install.special");
    row("a file twice", {good, {"a.py", "x"}, {"a.py", "y"}}, "install.double", "a.py");
    row("plugin.json twice", {good, good}, "install.double");
    row("a file and a folder", {good, {"a", "x"}, {"a/b", "y"}}, "install.double", "a");
    row("a folder and a file", {good, {"a/b", "y"}, {"a", "x"}}, "install.double");
    row("too many files",
        PackedParts{good} +
            PackedParts{
                {"1", ""}, {"2", ""}, {"3", ""}, {"4", ""}, {"5", ""}, {"6", ""}, {"7", ""}, {"8", ""}},
        "install.too-many", "8");
    row("too many folders",
        PackedParts{good} + PackedParts{{"1/", ""},
                                        {"2/", ""},
                                        {"3/", ""},
                                        {"4/", ""},
                                        {"5/", ""},
                                        {"6/", ""},
                                        {"7/", ""},
                                        {"8/", ""}},
        "install.too-many");
    row("too deep", {good, {"1/2/3/4/x", "x"}}, "install.too-deep");
    row("too large in all", {good, {"a", QByteArray(40'000, 'a')}, {"b", QByteArray(40'000, 'b')}},
        "install.too-large", "b");
    row("a password", {good, {"secret", "x", 0, "geheim"}}, "install.encrypted", "secret");
    row("no plugin.json", {{"main.py", "x"}}, "install.no-descriptor");
    row("plugin.json too deep", {{"a/b/plugin.json", pluginJson()}}, "install.no-descriptor");
    row("plugin.json in one of two folders", {{"a/plugin.json", pluginJson()}, {"b/x", "x"}},
        "install.no-descriptor");
    row("nothing", {}, "install.not-a-plugin");
    row("another program's plugin.json", {{"plugin.json", "{\"schema\": \"other\"}"}},
        "install.no-descriptor");
    row("plugin.json is no JSON", {{"plugin.json", "{"}}, "install.descriptor");
    row("an interface that is none", {{"plugin.json", pluginJson().replace("check/1", "poetry/1")}},
        "install.descriptor");
    row("an id of Verbale's", {{"plugin.json", pluginJson("org.verbale.new")}}, "install.shipped-id");
    row("an id like Verbale's", {{"plugin.json", pluginJson("Org.Verbale.new")}}, "install.shipped-id");
    row("an id that came with Verbale", {{"plugin.json", pluginJson("org.example.shipped")}},
        "install.shipped-id");
}

void TestSessionPluginInstall::refusesArchives()
{
    QFETCH(PackedParts, parts);
    QFETCH(QString, code);
    QFETCH(QString, where);
    QVERIFY(writeFile(in("shipped/s/plugin.json"), pluginJson("org.example.shipped")));
    const QString path = in("hello.zip");
    QVERIFY(writeFile(path, parts.isEmpty() ? QByteArray("nothing") : packedPlugin(parts)));
    const auto staged = stagePlugin(path, place());
    QVERIFY(!staged.ok());
    QCOMPARE(staged.error().code, code);
    if (!where.isEmpty())
        QCOMPARE(staged.error().where.file, where);
    QVERIFY(staged.error().message.size() > 20);
    QCOMPARE(everything(), QStringList());
    QVERIFY(!QFileInfo::exists(in("data/evil.py")) && !QFileInfo::exists(in("evil.py")));
}

void TestSessionPluginInstall::refusesFolders_data()
{
    QTest::addColumn<QString>("spoil");
    QTest::addColumn<QString>("code");
    QTest::newRow("a link") << "link"
                            << "install.link";
    QTest::newRow("a link to a folder") << "folder-link"
                                        << "install.link";
    QTest::newRow("a link that leads nowhere") << "broken-link"
                                               << "install.link";
    QTest::newRow("plugin.json is a link") << "descriptor-link"
                                           << "install.link";
    QTest::newRow("a pipe") << "pipe"
                            << "install.special";
    QTest::newRow("a name that turns round") << "name"
                                             << "install.name";
    QTest::newRow("too many") << "many"
                              << "install.too-many";
    QTest::newRow("too large") << "large"
                               << "install.too-large";
    QTest::newRow("too deep") << "deep"
                              << "install.too-deep";
    QTest::newRow("no plugin.json") << "none"
                                    << "install.no-descriptor";
    QTest::newRow("not there") << "gone"
                               << "install.not-a-plugin";
    QTest::newRow("a text") << "text"
                            << "install.not-a-plugin";
    QTest::newRow("an archive that is cut") << "cut"
                                            << "install.damaged";
    QTest::newRow("an archive that says another size") << "lie"
                                                       << "install.damaged";
    QTest::newRow("an archive that is a bomb") << "bomb"
                                               << "install.ratio";
    QTest::newRow("an archive that is too large") << "archive"
                                                  << "install.too-large";
    QTest::newRow("used from another folder") << "elsewhere"
                                              << "install.elsewhere";
    QTest::newRow("installed already, from there") << "same"
                                                   << "install.already-there";
    QTest::newRow("the folder cannot be made") << "unwritable"
                                               << "install.not-written";
}

void TestSessionPluginInstall::refusesFolders()
{
    QFETCH(QString, spoil);
    QFETCH(QString, code);
    InstallPlace where = place();
    QString source = in("hello");
    writePlugin("hello");
    const PackedParts parts{{"plugin.json", pluginJson()}, {"words", QByteArray(9'000, 'w')}};
    const QByteArray packed = packedPlugin(parts);
    if (spoil == "link")
        QVERIFY(QFile::link(in("hello/main.py"), in("hello/other.py")));
    else if (spoil == "folder-link")
        QVERIFY(QFile::link("/usr", in("hello/usr")));
    else if (spoil == "broken-link")
        QVERIFY(QFile::link("nowhere", in("hello/broken")));
    else if (spoil == "descriptor-link")
        QVERIFY(QFile::rename(in("hello/plugin.json"), in("p.json")) &&
                QFile::link(in("p.json"), in("hello/plugin.json")));
    else if (spoil == "pipe")
        QCOMPARE(::mkfifo(in("hello/pipe").toUtf8().constData(), 0600), 0);
    else if (spoil == "name")
        QVERIFY(writeFile(in("hello/a\u202Eb"), "x"));
    else if (spoil == "many")
        for (int i = 0; i < 8; ++i)
            QVERIFY(writeFile(in("hello/%1").arg(i), "x"));
    else if (spoil == "large")
        QVERIFY(writeFile(in("hello/large"), QByteArray(70'000, 'x')));
    else if (spoil == "deep")
        QVERIFY(writeFile(in("hello/1/2/3/4/x"), "x"));
    else if (spoil == "none")
        QVERIFY(QFile::remove(in("hello/plugin.json")));
    else if (spoil == "gone")
        source = in("nowhere");
    else if (spoil == "elsewhere")
        where.folders.append({in("hello"), host::Origin::CommandLine});
    else if (spoil == "unwritable")
        QVERIFY(writeFile(in("data"), "a file where the folder would be"));
    else if (spoil == "same") {
        writePlugin("data/plugins/org.example.hello");
        source = installed();
    } else {
        source = in("hello.zip");
        QByteArray bytes = packed;
        if (spoil == "text")
            bytes = "a text";
        else if (spoil == "cut")
            bytes.chop(30);
        else if (spoil == "lie")
            bytes = withSize(packed, 9'000, 8'999);
        else if (spoil == "bomb") {
            where.limits.bytes = 64 * 1024 * 1024;
            bytes =
                packedPlugin({{"plugin.json", pluginJson()}, {"zeros", QByteArray(4 * 1024 * 1024, '\0')}});
        } else if (spoil == "archive")
            where.limits.archiveBytes = 100;
        QVERIFY(writeFile(source, bytes));
    }
    const QStringList before = everything();
    const auto staged = stagePlugin(source, where);
    QVERIFY(!staged.ok());
    QCOMPARE(staged.error().code, code);
    QVERIFY(staged.error().message.size() > 15);
    QCOMPARE(everything(), before);
}

void TestSessionPluginInstall::installsAnArchive()
{
    // As a desktop packs a folder: all of it in one, and what only that desktop needs.
    const QByteArray packed = packedPlugin({{"hello/", {}, 0040755},
                                            {"hello/plugin.json", pluginJson(), 0100644},
                                            {"hello/main.py", "print()", 0104755},
                                            {"__MACOSX/hello/._main.py", "x"},
                                            {"hello/.DS_Store", "x"}});
    QVERIFY(writeFile(in("hello.zip"), packed));
    const auto staged = stagePlugin(in("hello.zip"), place());
    QVERIFY2(staged.ok(), staged.ok() ? "" : qPrintable(staged.error().text()));
    const PluginOffer &offer = staged.value()->offer;
    QCOMPARE(offer.descriptor.id, "org.example.hello");
    QCOMPARE(offer.files, 2);
    QCOMPARE(offer.bytes, pluginJson().size() + 7);
    QCOMPARE(offer.sha256, QCryptographicHash::hash(packed, QCryptographicHash::Sha256).toHex());
    QCOMPARE(offer.folder, installed());
    QVERIFY(!offer.installed);
    QCOMPARE(offer.sandbox.lines.size(), 5);
    QVERIFY(!QFileInfo::exists(installed()));
    QVERIFY(host::findPlugins({{in("data/plugins"), host::Origin::User}}).plugins.isEmpty());

    const auto done = installPlugin(*staged.value());
    QVERIFY(done.ok());
    QCOMPARE(everything(), QStringList({"org.example.hello", "org.example.hello/main.py",
                                        "org.example.hello/plugin.json"}));
    QCOMPARE(readFile(installed() + "/main.py"), "print()");
    struct stat about = {};
    QCOMPARE(::stat((installed() + "/main.py").toUtf8().constData(), &about), 0);
    QCOMPARE(about.st_mode & 07777, 0755U); // and nobody becomes another user by it
    QVERIFY(!QFileInfo(installed() + "/plugin.json").isExecutable());

    QVERIFY(undoChange(*done).ok());
    QCOMPARE(everything(), QStringList());
}

void TestSessionPluginInstall::installsAFolderAsItWasShown()
{
    writePlugin("hello");
    const auto staged = stagePlugin(in("hello/plugin.json"), place());
    QVERIFY(staged.ok());
    // sha256sum's own format, so that anybody can look at it.
    const auto digest = [](const QByteArray &bytes) {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    };
    const QByteArray list = digest("một\nhai\n") + "  data/words.txt\n" + digest("print('hello')\n") +
                            "  main.py\n" + digest(pluginJson()) + "  plugin.json\n";
    QCOMPARE(staged.value()->offer.sha256, digest(list));
    QVERIFY(writeFile(in("hello/main.py"), "something else by now"));
    QVERIFY(installPlugin(*staged.value()).ok());
    QCOMPARE(readFile(installed() + "/main.py"), "print('hello')\n");

    // A folder that is in the way and is no plugin stays where it is.
    QVERIFY(QDir(installed()).removeRecursively());
    QVERIFY(writeFile(installed() + "/notes.txt", "mine"));
    const auto second = stagePlugin(in("hello"), place());
    QVERIFY(second.ok());
    QCOMPARE(second.value()->offer.folder, installed() + "-2");
    QVERIFY(installPlugin(*second.value()).ok());
    QCOMPARE(readFile(installed() + "/notes.txt"), "mine");
}

/// Somebody writes another plugin.json between its judging and its copying.
void TestSessionPluginInstall::whatIsShownIsWhatIsInstalled()
{
    writePlugin("hello");
    for (int i = 0; i < 64; ++i) // copied before plugin.json
        QVERIFY(writeFile(in("hello/a%1").arg(i), "x"));
    InstallPlace roomy = place();
    roomy.limits = {};
    bool refused = false;
    for (int attempt = 0; attempt < 50 && !refused; ++attempt) {
        QVERIFY(writeFile(in("hello/plugin.json"), pluginJson("org.example.hello", "1.0.0")));
        QVERIFY(writeFile(in("other.json"), pluginJson("org.example.hello", "6.6.6")));
        std::jthread writer([this](const std::stop_token &stop) {
            while (!stop.stop_requested() && everything().filter("/a0").isEmpty())
                std::this_thread::sleep_for(std::chrono::microseconds(50));
            std::rename(qPrintable(in("other.json")), qPrintable(in("hello/plugin.json")));
        });
        const auto staged = stagePlugin(in("hello"), roomy);
        writer.request_stop();
        writer.join();
        refused = !staged.ok();
        if (refused)
            QCOMPARE(staged.error().code, "install.changed");
        else // it came too late
            QCOMPARE(readFile(staged.value()->copy + "/plugin.json"),
                     pluginJson("org.example.hello",
                                staged.value()->offer.descriptor.version.toString().toUtf8()));
    }
    QVERIFY(refused);
    QCOMPARE(everything(), QStringList());
}

void TestSessionPluginInstall::followsNoLinkThatTookAPlace_data()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("of a file") << "hello/data/words.txt";
    QTest::newRow("of the folder that it is in") << "hello/data";
    QTest::newRow("of the plugin's folder") << "hello";
}

void TestSessionPluginInstall::followsNoLinkThatTookAPlace()
{
    QFETCH(const QString, place);
    writePlugin("hello");
    const auto source = openPluginFolder(in("hello"), this->place().limits);
    QVERIFY(source.ok());
    const auto words = [&]() -> Result<QByteArray> {
        QByteArray all;
        for (qsizetype i = 0; i < source.value()->files().size(); ++i) {
            if (source.value()->files()[i].path != "data/words.txt")
                continue;
            const auto read = source.value()->read(i, [&all](const QByteArray &piece) -> Result<void> {
                all += QByteArray(piece.constData(), piece.size());
                return {};
            });
            if (!read)
                return read.error();
        }
        return all;
    };
    QCOMPARE(words().value(), QByteArray("một\nhai\n"));
    // What the link leads to has the same names and sizes.
    QVERIFY(QFile::rename(in(place), in("moved")));
    QVERIFY(QFile::link(in("moved"), in(place)));
    QCOMPARE(readFile(in("hello/data/words.txt")), "một\nhai\n");
    QVERIFY(!words().ok());
    QCOMPARE(words().error().code, "install.unreadable");
}

void TestSessionPluginInstall::removesLeftoversAfterADay()
{
    writePlugin("hello");
    const auto leave = [this](const QString &name, int hours) {
        const QString folder = in("data/plugins/.verbale-staging-" + name);
        const timespec then{QDateTime::currentSecsSinceEpoch() - hours * 3600, 0};
        const timespec times[] = {then, then};
        return writeFile(folder + "/x/main.py", "x") &&
               ::utimensat(AT_FDCWD, qPrintable(folder), times, 0) == 0;
    };
    QVERIFY(leave("old", 25) && leave("young", 23));
    QVERIFY(stagePlugin(in("hello"), place()).ok());
    QVERIFY(everything().filter("staging-old").isEmpty());
    QVERIFY(!everything().filter("staging-young").isEmpty());
}

void TestSessionPluginInstall::updatesAndUndoes()
{
    writePlugin("data/plugins/my-hello");
    writePlugin("hello", "1.1.0");
    const QStringList before = everything();
    auto staged = stagePlugin(in("hello"), place());
    QVERIFY(staged.ok());
    QCOMPARE(staged.value()->offer.installed->version.toString(), "1.0.0");
    QCOMPARE(staged.value()->offer.folder, in("data/plugins/my-hello"));
    staged.value().reset(); // the user thought better of it
    QCOMPARE(everything(), before);

    staged = stagePlugin(in("hello"), place());
    const auto done = installPlugin(*staged.value());
    QVERIFY(done.ok());
    const auto version = [this] {
        const auto found = host::findPlugins({{in("data/plugins"), host::Origin::User}}).plugins;
        return found.size() == 1 ? found.first().reading.descriptor.version.toString() : QString();
    };
    QCOMPARE(version(), "1.1.0");
    staged.value().reset();
    QVERIFY(QFileInfo::exists(done->kept + "/plugin.json"));
    QVERIFY(undoChange(*done).ok());
    QCOMPARE(version(), "1.0.0");
    QCOMPARE(everything(), before);

    staged = stagePlugin(in("hello"), place());
    const auto again = installPlugin(*staged.value());
    QVERIFY(again.ok());
    forgetChange(*again);
    QCOMPARE(everything(), before);
    QCOMPARE(version(), "1.1.0");
}

void TestSessionPluginInstall::removesAndUndoes()
{
    writePlugin("data/plugins/org.example.hello");
    const QStringList before = everything();
    const auto removed = removePlugin(installed(), in("data/plugins"));
    QVERIFY(removed.ok());
    QVERIFY(!QFileInfo::exists(installed()));
    QVERIFY(undoChange(*removed).ok());
    QCOMPARE(everything(), before);

    // A link to where somebody writes a plugin: the link goes, the work stays.
    QVERIFY(QDir(installed()).removeRecursively());
    writePlugin("work");
    QVERIFY(QFile::link(in("work"), installed()));
    const auto unlinked = removePlugin(installed(), in("data/plugins"));
    QVERIFY(unlinked.ok());
    forgetChange(*unlinked);
    QCOMPARE(everything(), QStringList());
    QVERIFY(QFileInfo::exists(in("work/main.py")));
}

void TestSessionPluginInstall::keepsToTheUsersFolder()
{
    writePlugin("shipped/hello");
    for (const QString &folder : {in("shipped/hello"), in("data/plugins"), in("nowhere/x"), QString()}) {
        const auto removed = removePlugin(folder, in("data/plugins"));
        QVERIFY(!removed.ok());
        QCOMPARE(removed.error().code, "install.not-yours");
    }
    QVERIFY(QFileInfo::exists(in("shipped/hello/plugin.json")));
    QVERIFY(!undoChange({installed(), in("data/plugins/gone/x"), true}).ok());
}

void TestSessionPluginInstall::stops()
{
    writePlugin("hello");
    StopSource stop;
    stop.request_stop();
    const auto staged = stagePlugin(in("hello"), place(), stop.get_token());
    QVERIFY(!staged.ok());
    QCOMPARE(staged.error().code, "install.stopped");
    QCOMPARE(everything(), QStringList());
}

void TestSessionPluginInstall::saysWhatIsNew()
{
    using Kind = PluginWish::Kind;
    host::Descriptor old;
    old.provides = {"verbale.check/1"};
    old.memoryMiB = 4096;
    host::Descriptor now = old;
    QCOMPARE(addedWishes(old, now), QList<PluginWish>());
    now.memoryMiB = 2048; // less than before
    now.network = true;
    now.provides.append("verbale.suggest/1");
    now.settingsSchema = {{"properties", QJsonObject{{"memory", QJsonObject{{"format", "file"}}},
                                                     {"server", QJsonObject{{"format", "uri"}}},
                                                     {"name", QJsonObject{{"type", "string"}}}}}};
    QCOMPARE(addedWishes(old, now), QList<PluginWish>({{Kind::AnyHost, {}},
                                                       {Kind::NamedFile, "memory"},
                                                       {Kind::NamedHost, "server"},
                                                       {Kind::Interface, "verbale.suggest/1"}}));
    now.hosts = {"api.example.org", "localhost:5000"};
    now.memoryMiB = 8192;
    now.runs = "process";
    now.command = {"python3", "main.py"};
    const QList<PluginWish> added = addedWishes(old, now);
    QVERIFY(!added.contains({Kind::AnyHost, {}}));
    QVERIFY(added.contains({Kind::Host, "localhost:5000"}));
    QVERIFY(added.contains({Kind::Memory, "8192"}));
    QVERIFY(added.contains({Kind::Program, "python3 main.py"}));
}

} // namespace verbale::session

QTEST_GUILESS_MAIN(verbale::session::TestSessionPluginInstall)
#include "tst_session_plugin_install.moc"
