#include "command_line_test.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QStandardPaths>
#include <QtTest/QtTest>

#include <thread>

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
    void aNewPluginIsCheckedAndRun();
    void newPluginsOverwriteNothing();
    void theReportOfABadPlugin();
    void aFormatThatLosesTheFileFails();
    void aNewFormatIsReadAndExported();
    void runTakesTextOrJson();
    void runTellsWhatIsWrong_data();
    void runTellsWhatIsWrong();
    void runIsStopped();

private:
    bool makePlugin(Workplace &place, const QString &provides) const;
};

namespace {

bool hasPython()
{
    return !QStandardPaths::findExecutable(u"python3"_s, {u"/usr/local/bin"_s, u"/usr/bin"_s}).isEmpty();
}

QJsonObject objectOf(const Outcome &outcome)
{
    return QJsonDocument::fromJson(outcome.out.toUtf8()).object();
}

} // namespace

/// A plugin in Python, in the folder p.
bool tst_CommandLinePlugins::makePlugin(Workplace &place, const QString &provides) const
{
    return place
               .run({u"plugins"_s, u"new"_s, u"org.example.set-phrases"_s, u"--language"_s, u"python"_s,
                     u"--provides"_s, provides, u"--folder"_s, u"p/"_s})
               .status == 0;
}

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
    QCOMPARE(list.size(), 3); // with the two that came with Verbale
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

void tst_CommandLinePlugins::aNewPluginIsCheckedAndRun()
{
    if (!hasPython())
        QSKIP("python3 is not installed");
    Workplace place;
    const Outcome made = place.run({u"plugins"_s, u"new"_s, u"org.example.set-phrases"_s, u"--language"_s,
                                    u"python"_s, u"--provides"_s, u"suggest"_s, u"--folder"_s, u"a b"_s});
    QCOMPARE(made.out, u"a b/main.py\na b/plugin.json\na b/verbale_plugin.py\nNext:\n"
                       "  verbale plugins check 'a b'\n"_s);
    QVERIFY(place.content(u"a b/plugin.json"_s).contains("\"Set phrases\""));
    const Outcome people = place.run({u"plugins"_s, u"check"_s, u"a b"_s});
    QVERIFY2(people.status == 0 && people.err.isEmpty(), people.text().constData());
    QVERIFY2(people.out.startsWith(u"descriptor\n  ok    plugin.json "_s) &&
                 people.out.contains(u"\nverbale.suggest/1\n  ok    no segments "_s) &&
                 people.out.contains(u"        network, "_s) &&
                 people.out.contains(u"\nits log is empty\n"_s) && people.out.contains(u"\nGood: "_s),
             people.text().constData());
    const Outcome json = place.run({u"plugins"_s, u"check"_s, u"a b"_s, u"--json"_s});
    const QJsonObject report = objectOf(json);
    QVERIFY2(json.status == 0 && report[u"passed"_s].toBool(), json.text().constData());
    QCOMPARE(report[u"id"_s].toString(), u"org.example.set-phrases"_s);
    QVERIFY(report[u"startMilliseconds"_s].toDouble(-1) >= 0);
    QVERIFY(report[u"medianMilliseconds"_s].toObject()[u"verbale.suggest/1"_s].toDouble() > 0);
    QCOMPARE(report[u"sandbox"_s].toArray().size(), 5);
    const QJsonObject row = report[u"rows"_s].toArray().at(3).toObject();
    QCOMPARE(row[u"part"_s].toString(), u"verbale.suggest/1"_s);
    QCOMPARE(row[u"name"_s].toString(), u"an ordinary sentence"_s);
    QCOMPARE(row[u"outcome"_s].toString(), u"passed"_s);
    QCOMPARE(row[u"message"_s].toString(), u"1 suggestion"_s);
    QVERIFY(row[u"milliseconds"_s].toDouble() > 0);
}

void tst_CommandLinePlugins::newPluginsOverwriteNothing()
{
    Workplace place;
    QVERIFY(makePlugin(place, u"terms"_s));
    place.put(u"p/main.py"_s, "mine");
    QVERIFY(!makePlugin(place, u"terms"_s));
    QCOMPARE(place.content(u"p/main.py"_s), QByteArray("mine"));
    QVERIFY(QFile::link(u"nowhere"_s, u"q"_s)); // a link that leads nowhere is something too
    const Outcome linked =
        place.run({u"plugins"_s, u"new"_s, u"q"_s, u"--language"_s, u"cpp"_s, u"--provides"_s, u"terms"_s});
    QVERIFY2(linked.status == 2 && linked.err.startsWith(u"verbale: q: is there already"_s),
             linked.text().constData());
    // Below a file no folder can be made, and nothing is left of the attempt.
    place.put(u"file"_s, "x");
    const Outcome below = place.run({u"plugins"_s, u"new"_s, u"x"_s, u"--language"_s, u"cpp"_s,
                                     u"--provides"_s, u"terms"_s, u"--folder"_s, u"file/x"_s});
    QVERIFY2(below.status == 2 && below.err.startsWith(u"verbale: file/x: "_s), below.text().constData());
    QCOMPARE(below.err.count(u'\n'), 1);
}

void tst_CommandLinePlugins::theReportOfABadPlugin()
{
    if (!hasPython())
        QSKIP("python3 is not installed");
    Workplace place;
    QVERIFY(makePlugin(place, u"suggest"_s));
    place.put(u"p/main.py"_s, "import sys\nprint('I give up', file=sys.stderr)\nsys.exit(7)\n");
    const Outcome people = place.run({u"plugins"_s, u"check"_s, u"p"_s});
    QVERIFY2(people.status == 1 && people.err.isEmpty(), people.text().constData());
    QVERIFY2(people.out.contains(u"  FAIL  load and start "_s) && people.out.contains(u"exit status 7"_s) &&
                 people.out.contains(u"\nits log ends so\n        I give up\n"_s) &&
                 people.out.contains(u"\nNot good: "_s),
             people.text().constData());
    const Outcome json = place.run({u"plugins"_s, u"check"_s, u"p"_s, u"--json"_s});
    QVERIFY2(json.status == 1 && !objectOf(json)[u"passed"_s].toBool(true), json.text().constData());
    QCOMPARE(objectOf(json)[u"log"_s].toArray().at(0).toString(), u"I give up"_s);
    // What is checked is not what the user works with: nothing is remembered against it.
    QVERIFY(!QFileInfo::exists(u".home/verbale"_s));
    const Outcome asked =
        place.run({u"plugins"_s, u"run"_s, u"p"_s, u"--interface"_s, u"suggest"_s}, "Xin chào");
    QVERIFY2(asked.status == 2 && asked.out.isEmpty(), asked.text().constData());
    QVERIFY2(asked.err.startsWith(u"I give up\nverbale: "_s), asked.text().constData());
}

void tst_CommandLinePlugins::aFormatThatLosesTheFileFails()
{
    if (!hasPython())
        QSKIP("python3 is not installed");
    Workplace place;
    QVERIFY(makePlugin(place, u"format"_s));
    place.put(u"p/main.py"_s, R"(from verbale_plugin import serve
unit = {"id": "1", "source": "Xin chào."}
serve({"verbale.format/1/detect": lambda file: {"confidence": 0.9},
       "verbale.format/1/read": lambda file: {"sourceLanguage": "vi", "units": [unit]},
       "verbale.format/1/write": lambda file: {"bytes": ""}})
)");
    place.put(u"a.properties"_s, "a = b\n");
    const Outcome checked = place.run({u"plugins"_s, u"check"_s, u"p"_s, u"--sample"_s, u"a.properties"_s});
    QVERIFY2(checked.status == 1, checked.text().constData());
    for (const QString &part : {u"nothing"_s, u"everything"_s})
        QVERIFY2(checked.out.contains(u"  FAIL  write: %1 translated "_s.arg(part)),
                 checked.text().constData());
}

/// As it was written, without another word in its plugin.json.
void tst_CommandLinePlugins::aNewFormatIsReadAndExported()
{
    if (!hasPython())
        QSKIP("python3 is not installed");
    Workplace place;
    QVERIFY(makePlugin(place, u"format"_s));
    place.put(u"a.properties"_s, "title = Bộ Ngoại giao\n");
    const QStringList own{u"--plugin-path"_s, u"p"_s};
    const Outcome drafted = place.run(QStringList{u"draft"_s, u"a.properties"_s} + own);
    QVERIFY2(drafted.status == 0, drafted.text().constData());
    const Outcome exported = place.run(
        QStringList{u"export"_s, u"a.xlf"_s, u"--to"_s, u"target"_s, u"-o"_s, u"b.properties"_s} + own);
    QVERIFY2(exported.status == 0, exported.text().constData());
    QCOMPARE(place.content(u"b.properties"_s), QByteArray("title = Ministry of Foreign Affairs\n"));

    const QByteArray descriptor = place.content(u"p/plugin.json"_s);
    place.put(u"p/plugin.json"_s, descriptor.left(descriptor.indexOf(",\n    \"formats\"")) + "\n}\n");
    const Outcome checked = place.run({u"plugins"_s, u"check"_s, u"p"_s});
    QVERIFY2(checked.out.contains(u"names no extensions under \"formats\""_s), checked.text().constData());
}

void tst_CommandLinePlugins::runTakesTextOrJson()
{
    if (!hasPython())
        QSKIP("python3 is not installed");
    Workplace place;
    QVERIFY(makePlugin(place, u"check"_s));
    const QStringList ask{u"plugins"_s, u"run"_s, u"p"_s, u"--interface"_s, u"check"_s};
    const Outcome lines = place.run(ask, u"The the end.\r\nXin chào\tHello hello\r\n"_s.toUtf8());
    QVERIFY2(lines.status == 0 && lines.err.isEmpty(), lines.text().constData());
    const QJsonArray findings = objectOf(lines)[u"findings"_s].toArray();
    QCOMPARE(findings.size(), 2);
    QCOMPARE(findings[0].toObject()[u"target"_s].toArray(), (QJsonArray{0, 7}));
    QCOMPARE(findings[1].toObject()[u"segmentId"_s].toString(), u"2"_s);
    const QByteArray params = R"({"sourceLanguage": "vi", "targetLanguage": "en", "segments": [
        {"text": {"id": "x", "revision": 9, "source": "", "target": "of of"}, "terms": []}]})";
    place.put(u"params.json"_s, params);
    const Outcome json = place.run(ask + QStringList{u"--input"_s, u"params.json"_s});
    QVERIFY2(json.status == 0, json.text().constData());
    QCOMPARE(objectOf(json)[u"findings"_s].toArray().at(0).toObject()[u"revision"_s].toInt(), 9);
    QVERIFY(QDir(u"p"_s).removeRecursively());
    QVERIFY(makePlugin(place, u"format"_s));
    place.put(u"a.properties"_s, "a = b\n");
    const Outcome file = place.run(
        {u"plugins"_s, u"run"_s, u"p"_s, u"--interface"_s, u"format"_s, u"--input"_s, u"a.properties"_s});
    QVERIFY2(file.status == 0, file.text().constData());
    QCOMPARE(objectOf(file)[u"detect"_s].toObject()[u"confidence"_s].toDouble(), 0.9);
    QCOMPARE(objectOf(file)[u"read"_s].toObject()[u"units"_s].toArray().size(), 1);
    QVERIFY(QDir(u"p"_s).removeRecursively());
    QVERIFY(makePlugin(place, u"command"_s));
    const QStringList command{u"plugins"_s, u"run"_s, u"p"_s, u"--interface"_s, u"verbale.command/1"_s};
    QVERIFY(place.run(command).out.contains(u"\"two-words\""_s));
    const Outcome edits = place.run(command + QStringList{u"--command"_s, u"two-words"_s}, "Vietnam\n");
    QVERIFY2(edits.out.contains(u"\"Viet Nam\""_s), edits.text().constData());
    QVERIFY(QDir(u"p"_s).removeRecursively());
    QVERIFY(makePlugin(place, u"align"_s));
    const Outcome pairs = place.run({u"plugins"_s, u"run"_s, u"p"_s, u"--interface"_s, u"align"_s},
                                    u"Xin chào.\tHello.\nTạm biệt.\tGoodbye.\n"_s.toUtf8());
    QVERIFY2(objectOf(pairs)[u"parts"_s].toArray().size() == 2, pairs.text().constData());
}

void tst_CommandLinePlugins::runTellsWhatIsWrong_data()
{
    QTest::addColumn<QString>("interface");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("says");
    QTest::newRow("another interface") << u"terms"_s << QByteArray("x") << u"It provides verbale.check/1"_s;
    QTest::newRow("no interface") << u"poetry"_s << QByteArray("x") << u"does not provide 'poetry'"_s;
    QTest::newRow("no text") << u"check"_s << QByteArray() << u"verbale: -: "_s;
    QTest::newRow("no JSON") << u"check"_s << QByteArray("{oops") << u"verbale: -: "_s;
    QTest::newRow("JSON of another form")
        << u"check"_s << QByteArray("{\"segments\": 7}") << u"segments has to be a list"_s;
}

void tst_CommandLinePlugins::runTellsWhatIsWrong()
{
    QFETCH(QString, interface);
    QFETCH(QByteArray, input);
    QFETCH(QString, says);
    if (!hasPython())
        QSKIP("python3 is not installed");
    Workplace place;
    QVERIFY(makePlugin(place, u"check"_s));
    const Outcome outcome = place.run({u"plugins"_s, u"run"_s, u"p"_s, u"--interface"_s, interface}, input);
    QVERIFY2(outcome.status == 2 && outcome.out.isEmpty(), outcome.text().constData());
    QVERIFY2(outcome.err.contains(says) && outcome.err.count(u'\n') == 1, outcome.text().constData());
}

void tst_CommandLinePlugins::runIsStopped()
{
    if (!hasPython())
        QSKIP("python3 is not installed");
    Workplace place;
    QVERIFY(makePlugin(place, u"check"_s));
    place.put(u"p/main.py"_s, "import time\nfrom verbale_plugin import serve\n"
                              "serve({'verbale.check/1': lambda request: time.sleep(1000)})\n");
    std::stop_source stop;
    const std::jthread later([&stop] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        stop.request_stop();
    });
    const Outcome outcome =
        place.run({u"plugins"_s, u"run"_s, u"p"_s, u"--interface"_s, u"check"_s}, "of of", stop.get_token());
    QCOMPARE(outcome.status, 130);
    QCOMPARE(outcome.out, QString());
    // Without a cancel the time limit ends it.
    const Outcome late = place.run(
        {u"plugins"_s, u"run"_s, u"p"_s, u"--interface"_s, u"check"_s, u"--time-limit"_s, u"0.2"_s}, "of of");
    QVERIFY2(late.status == 2 && late.err.contains(u"within 0.2 seconds"_s), late.text().constData());
}

QTEST_GUILESS_MAIN(tst_CommandLinePlugins)
#include "tst_command_line_plugins.moc"
