#include "host/discovery.h"

#include "host_test.h"

#include <QtCore/QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

namespace verbale::host {

namespace {

QByteArray descriptorOf(const QByteArray &id)
{
    QByteArray text =
        "{'schema': 'verbale.plugin/1', 'id': 'ID', 'name': {'en': 'N'}, 'version': '1', 'sdk': '>=1.0', "
        "'library': 'x', 'provides': ['verbale.terms/1']}";
    return text.replace("ID", id).replace('\'', '"');
}

QStringList idsOf(const Discovery &discovery)
{
    QStringList ids;
    for (const FoundPlugin &found : discovery.plugins)
        ids.append(found.reading.descriptor.id);
    return ids;
}

} // namespace

class TestDiscovery : public QObject
{
    Q_OBJECT

private slots:
    void foldersInOrderAndNamesInside()
    {
        const QTemporaryDir a;
        const QTemporaryDir b;
        QVERIFY(writeFile(a.filePath("zeta/plugin.json"), descriptorOf("a.zeta")));
        QVERIFY(writeFile(a.filePath("alpha/plugin.json"), descriptorOf("a.alpha")));
        QVERIFY(writeFile(a.filePath("alpha/deeper/plugin.json"), descriptorOf("a.deeper")));
        QVERIFY(writeFile(a.filePath("no-plugin/readme.txt"), "nothing"));
        QVERIFY(writeFile(a.filePath("other/plugin.json"), "{\"main\": \"index.js\"}"));
        QVERIFY(writeFile(b.filePath("plugin.json"), descriptorOf("b.itself")));
        QVERIFY(writeFile(b.filePath("inside/plugin.json"), descriptorOf("b.inside")));
        const Discovery found =
            findPlugins({{b.path(), Origin::CommandLine}, {a.path() + "/./alpha/..", Origin::Shipped}});
        QCOMPARE(idsOf(found), QStringList({"b.itself", "a.alpha", "a.zeta"}));
        QCOMPARE(found.plugins[0].origin, Origin::CommandLine);
        QCOMPARE(found.plugins[1].folder, a.filePath("alpha"));
        QVERIFY2(found.problems.isEmpty(), qPrintable(messagesOf(found.problems)));
    }

    void onePlaceCountsOnce()
    {
        const QTemporaryDir dir;
        QVERIFY(writeFile(dir.filePath("one/plugin.json"), descriptorOf("one")));
        QVERIFY(QFile::link(dir.filePath("one"), dir.filePath("the-same")));
        const Discovery found = findPlugins({{dir.path(), Origin::User},
                                             {dir.path(), Origin::Shipped},
                                             {dir.filePath("one"), Origin::CommandLine}});
        QCOMPARE(idsOf(found), QStringList({"one"}));
        QVERIFY(found.problems.isEmpty());
    }

    void linksInACircle()
    {
        const QTemporaryDir dir;
        QVERIFY(writeFile(dir.filePath("good/plugin.json"), descriptorOf("good")));
        QCOMPARE(::symlink("loop-b", QFile::encodeName(dir.filePath("loop-a")).constData()), 0);
        QCOMPARE(::symlink("loop-a", QFile::encodeName(dir.filePath("loop-b")).constData()), 0);
        QVERIFY(QFile::link(dir.path(), dir.filePath("parent")));
        QVERIFY(QFile::link(dir.filePath("gone"), dir.filePath("nowhere")));
        const Discovery found = findPlugins({{dir.path(), Origin::User}});
        QCOMPARE(idsOf(found), QStringList({"good"}));
        QCOMPARE(found.problems.size(), 3);
        for (const Problem &problem : found.problems)
            QCOMPARE(problem.code, QStringLiteral("folder.broken-link"));
        QVERIFY(findPlugins({{dir.filePath("loop-a"), Origin::User}}).plugins.isEmpty());
    }

    void foldersThatAreNone()
    {
        const QTemporaryDir dir;
        QVERIFY(writeFile(dir.filePath("file"), "x"));
        const QString missing = dir.filePath("missing");
        QVERIFY(findPlugins({{missing, Origin::Shipped}, {missing, Origin::User}, {QString(), Origin::User}})
                    .problems.isEmpty());
        const Discovery asked = findPlugins({{missing, Origin::CommandLine}, {missing, Origin::Environment}});
        QCOMPARE(asked.problems.size(), 2);
        QCOMPARE(asked.problems.first().code, QStringLiteral("folder.missing"));
        QVERIFY(asked.problems.first().message.startsWith(missing));
        const Discovery file = findPlugins({{dir.filePath("file"), Origin::User}});
        QCOMPARE(file.problems.first().code, QStringLiteral("folder.not-a-folder"));
    }

    void whatIsNoFileIsNotRead()
    {
        const QTemporaryDir dir;
        QVERIFY(QDir().mkpath(dir.filePath("folder/plugin.json")));
        QVERIFY(QDir().mkpath(dir.filePath("pipe")));
        QCOMPARE(::mkfifo(QFile::encodeName(dir.filePath("pipe/plugin.json")).constData(), 0600), 0);
        QVERIFY(QDir().mkpath(dir.filePath("link")));
        QVERIFY(QFile::link(dir.filePath("gone"), dir.filePath("link/plugin.json")));
        QVERIFY(writeFile(dir.filePath("large/plugin.json"), QByteArray(5'000'000, ' ')));
        const Discovery found = findPlugins({{dir.path(), Origin::User}});
        QCOMPARE(found.plugins.size(), 4);
        for (const FoundPlugin &plugin : found.plugins) {
            QVERIFY(!plugin.reading.usable());
            QCOMPARE(plugin.reading.problems.size(), 1);
            QCOMPARE(plugin.reading.problems.first().code, plugin.folder.endsWith("large")
                                                               ? QStringLiteral("descriptor.too-large")
                                                               : QStringLiteral("descriptor.unreadable"));
        }
    }

    void noPermission()
    {
        if (::geteuid() == 0)
            QSKIP("the superuser may read every folder");
        const QTemporaryDir dir;
        QVERIFY(writeFile(dir.filePath("closed/plugin.json"), descriptorOf("closed")));
        QVERIFY(writeFile(dir.filePath("secret/plugin.json"), descriptorOf("secret")));
        ::chmod(QFile::encodeName(dir.filePath("closed")).constData(), 0);
        ::chmod(QFile::encodeName(dir.filePath("secret/plugin.json")).constData(), 0);
        const Discovery found =
            findPlugins({{dir.path(), Origin::User}, {dir.filePath("closed"), Origin::User}});
        ::chmod(QFile::encodeName(dir.filePath("closed")).constData(), 0700);
        QCOMPARE(found.problems.size(), 2);
        QCOMPARE(found.problems.first().code, QStringLiteral("folder.unreadable"));
        QCOMPARE(found.plugins.size(), 1);
        QCOMPARE(found.plugins.first().reading.problems.first().code,
                 QStringLiteral("descriptor.unreadable"));
    }

    void tooMany()
    {
        const QTemporaryDir dir;
        for (int i = 0; i < 202; ++i)
            QVERIFY(writeFile(dir.filePath(QString::number(i) + "/plugin.json"), "{]"));
        const Discovery found = findPlugins({{dir.path(), Origin::User}});
        QCOMPARE(found.plugins.size(), 200);
        QCOMPARE(found.problems.first().code, QStringLiteral("folder.too-many"));
    }
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestDiscovery)
#include "tst_discovery.moc"
