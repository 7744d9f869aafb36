#include "command_line_test.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QStandardPaths>
#include <QtTest/QtTest>

using namespace verbale::commandline::testing;
using namespace Qt::StringLiterals;

namespace {

const QString shippedId = u"org.verbale.glossary-alignment"_s;

QJsonObject pluginWithId(const Outcome &outcome, const QString &id)
{
    const QJsonArray list = QJsonDocument::fromJson(outcome.out.toUtf8()).object()[u"plugins"_s].toArray();
    for (const QJsonValue &plugin : list) {
        if (plugin.toObject()[u"id"_s].toString() == id)
            return plugin.toObject();
    }
    return {};
}

} // namespace

class tst_CommandLinePlugins : public QObject
{
    Q_OBJECT
private slots:
    void listAsJson();
    void listForPeople();
    void aPluginInAProcessIsListed();
    void aDamagedPluginIsListed();
    void safeMode();
    void disableAndEnable();
    void unknownPlugins();
};

void tst_CommandLinePlugins::listAsJson()
{
    Workplace place;
    const Outcome outcome = place.run({u"plugins"_s, u"list"_s, u"--json"_s});
    QVERIFY2(outcome.status == 0 && outcome.err.isEmpty(), outcome.text().constData());
    const QJsonObject plugin = pluginWithId(outcome, shippedId);
    QCOMPARE(plugin[u"state"_s].toString(), u"running"_s);
    QCOMPARE(plugin[u"origin"_s].toString(), u"shipped"_s);
    QVERIFY(plugin[u"provides"_s].toArray().contains(u"verbale.terms/1"_s));
    QVERIFY(plugin[u"problems"_s].toArray().isEmpty());
    for (const QString &key : {u"name"_s, u"version"_s, u"folder"_s})
        QVERIFY(!plugin[key].toString().isEmpty());
}

void tst_CommandLinePlugins::listForPeople()
{
    Workplace place;
    const Outcome outcome = place.run({u"plugins"_s, u"list"_s});
    QCOMPARE(outcome.status, 0);
    const QStringList lines = outcome.out.split(u'\n');
    QVERIFY2(lines.first().startsWith(u"PLUGIN"_s), outcome.text().constData());
    const QStringList row = lines.filter(shippedId);
    QCOMPARE(row.size(), 1);
    QCOMPARE(row.first().indexOf(u"running"_s), lines.first().indexOf(u"STATE"_s));
    QCOMPARE(row.first().indexOf(u"shipped"_s), lines.first().indexOf(u"FROM"_s));
}

void tst_CommandLinePlugins::aPluginInAProcessIsListed()
{
    if (QStandardPaths::findExecutable(u"python3"_s, {u"/usr/local/bin"_s, u"/usr/bin"_s}).isEmpty())
        QSKIP("python3 is not installed");
    Workplace place;
    const QString folder = QStringLiteral(VERBALE_SOURCE_DIR "/docs/examples/python-plugin");
    const QStringList list{u"--plugin-path"_s, folder, u"plugins"_s, u"list"_s};
    const Outcome json = place.run(list + QStringList{u"--json"_s});
    QVERIFY2(json.status == 0, json.text().constData());
    const QJsonObject plugin = pluginWithId(json, u"org.example.doubled"_s);
    QVERIFY2(plugin[u"state"_s].toString() == u"running"_s, json.text().constData());
    QStringList aspects;
    for (const QJsonValue &line : plugin[u"process"_s].toObject()[u"sandbox"_s].toArray()) {
        aspects.append(line.toObject()[u"aspect"_s].toString());
        QVERIFY(!line.toObject()[u"strength"_s].toString().isEmpty());
        QVERIFY(line.toObject()[u"message"_s].toString().endsWith(u'.'));
    }
    QCOMPARE(aspects, (QStringList{u"network"_s, u"files"_s, u"programs"_s, u"processes"_s, u"memory"_s}));
    QVERIFY(!pluginWithId(json, shippedId).contains(u"process"_s));
    const Outcome people = place.run(list);
    QVERIFY2(people.out.contains(u"    network, "_s), people.text().constData());
}

void tst_CommandLinePlugins::aDamagedPluginIsListed()
{
    Workplace place;
    QVERIFY(QDir().mkpath(u"plugins/broken"_s));
    place.put(u"plugins/broken/plugin.json"_s, "{\n  \"id\": \"org.example.broken\",\n  oops\n}\n");
    const QStringList option{u"--plugin-path"_s, u"plugins"_s};
    const Outcome json = place.run(option + QStringList{u"plugins"_s, u"list"_s, u"--json"_s});
    QVERIFY2(json.status == 0, json.text().constData());
    const QJsonArray list = QJsonDocument::fromJson(json.out.toUtf8()).object()[u"plugins"_s].toArray();
    QCOMPARE(list.size(), 2);
    QJsonObject broken;
    for (const QJsonValue &plugin : list) {
        if (plugin.toObject()[u"state"_s].toString() == u"rejected"_s)
            broken = plugin.toObject();
    }
    QCOMPARE(broken[u"origin"_s].toString(), u"command-line"_s);
    const QJsonObject problem = broken[u"problems"_s].toArray().first().toObject();
    QCOMPARE(problem[u"step"_s].toString(), u"read"_s);
    QVERIFY(!problem[u"code"_s].toString().isEmpty() && !problem[u"message"_s].toString().isEmpty());

    const Outcome people = place.run(QStringList{u"plugins"_s, u"list"_s} + option);
    QVERIFY2(people.status == 0 && people.out.contains(u"    read: "_s), people.text().constData());
    // The others go on working.
    place.put(u"a.txt"_s, u"Bộ Ngoại giao họp báo."_s.toUtf8());
    QCOMPARE(place.run(option + QStringList{u"terms"_s, u"a.txt"_s, u"--tsv"_s}).status, 0);
}

void tst_CommandLinePlugins::safeMode()
{
    Workplace place;
    const Outcome outcome = place.run({u"--safe-mode"_s, u"plugins"_s, u"list"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(pluginWithId(outcome, shippedId)[u"state"_s].toString(), u"disabled"_s);
}

void tst_CommandLinePlugins::disableAndEnable()
{
    Workplace place;
    place.put(u"a.txt"_s, u"Bộ Ngoại giao họp báo."_s.toUtf8());
    const QStringList list{u"plugins"_s, u"list"_s, u"--json"_s};
    const Outcome disabled = place.run({u"plugins"_s, u"disable"_s, shippedId});
    QVERIFY2(disabled.status == 0 && disabled.err.isEmpty(), disabled.text().constData());
    QCOMPARE(pluginWithId(place.run(list), shippedId)[u"state"_s].toString(), u"disabled"_s);
    QCOMPARE(place.run({u"terms"_s, u"a.txt"_s}).status, 2);
    const Outcome draft = place.run({u"draft"_s, u"a.txt"_s});
    QVERIFY2(draft.status == 0 && draft.err.startsWith(u"verbale: warning: "_s), draft.text().constData());
    QCOMPARE(place.run({u"plugins"_s, u"enable"_s, shippedId}).status, 0);
    QCOMPARE(pluginWithId(place.run(list), shippedId)[u"state"_s].toString(), u"running"_s);
    QCOMPARE(place.run({u"plugins"_s, u"enable"_s, shippedId}).status, 0);
}

void tst_CommandLinePlugins::unknownPlugins()
{
    Workplace place;
    for (const QString &action : {u"enable"_s, u"disable"_s}) {
        const Outcome outcome = place.run({u"plugins"_s, action, u"org.example.nowhere"_s});
        QVERIFY2(outcome.status == 2 && outcome.err.contains(u"org.example.nowhere"_s),
                 outcome.text().constData());
        QCOMPARE(outcome.err.count(u'\n'), 1);
    }
    QVERIFY(place.content(u".home/verbale/settings.json"_s).isEmpty());
}

QTEST_GUILESS_MAIN(tst_CommandLinePlugins)
#include "tst_command_line_plugins.moc"
