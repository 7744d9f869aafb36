// The verbs with a plugin of somebody else's beside the shipped ones: files of its formats, alignment, and
// what becomes of a draft when it fails.
#include "command_line_test.h"

#include "versatile_plugin.h"

using namespace verbale;
using namespace verbale::commandline::testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray keyValues = "#kv of somebody\ntitle=Bộ Ngoại giao\nbody=Ăn <b>phở</b> ngon. Có %d người.\n";
const QByteArray text =
    "Thư mời họp\n\nBộ Ngoại giao tăng cường hợp tác. Cuộc họp bắt đầu lúc chín giờ sáng.\n";

} // namespace

class tst_CommandLineHelpers : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void draftsFilesOfAPluginsFormat();
    void failingReadersAreToldAndNothingIsWritten();
    void theOriginalIsNeverReplaced();
    void nobodyIsAskedWhereTheSettingsCannotBeRead();
    void leadsNoTerminalAstray();
    void failingPluginsLoseNoDraft_data();
    void failingPluginsLoseNoDraft();
    void slowPluginsAreWaitedFor();
    void aligns();
    void saysThatNobodyAligns();
    void asksAServiceByHand();
};

void tst_CommandLineHelpers::initTestCase()
{
    if (!host::VersatilePlugin().isUsable())
        QSKIP("python3 is not installed");
}

void tst_CommandLineHelpers::asksAServiceByHand()
{
    Workplace place;
    const host::VersatilePlugin plugin;
    place.put(u"two.txt"_s, u"Xin chào.\nỞ đâu?\n"_s.toUtf8());
    const QStringList run{u"plugins"_s,   u"run"_s,      plugin.folder(), u"--interface"_s,
                          u"translate"_s, u"--engine"_s, u"office"_s,     u"--input"_s};
    const Outcome text = place.run(run + QStringList{u"two.txt"_s});
    QVERIFY2(text.status == 0, text.text().constData());
    QVERIFY2(text.out.contains(u"office: Xin chào."_s), text.text().constData());
    QVERIFY2(text.out.contains(u"versatile.question"_s), text.text().constData());
    place.put(u"params.json"_s, R"({"engine": "other", "segments": [
        {"text": {"id": "x", "revision": 9, "source": "Hai"}}]})");
    const Outcome json = place.run(run + QStringList{u"params.json"_s});
    QVERIFY2(json.status == 0, json.text().constData());
    QVERIFY2(json.out.contains(u"other: Hai"_s), json.text().constData());
}

void tst_CommandLineHelpers::draftsFilesOfAPluginsFormat()
{
    Workplace place;
    const host::VersatilePlugin plugin;
    place.put(u"words.kv"_s, keyValues);
    const Outcome drafted = place.run({u"draft"_s, u"words.kv"_s, u"--plugin-path"_s, plugin.folder()});
    QVERIFY2(drafted.status == 0, drafted.text().constData());
    QVERIFY2(drafted.out.contains(u"words.kv -> words.xlf"_s), drafted.text().constData());
    const Outcome edited = place.run(
        {u"edit"_s, u"words.xlf"_s, u"--unit"_s, u"u1"_s, u"--target"_s, u"Ministry of Foreign Affairs"_s});
    QVERIFY2(edited.status == 0, edited.text().constData());
    const Outcome exported = place.run({u"export"_s, u"words.xlf"_s, u"--to"_s, u"target"_s, u"-o"_s,
                                        u"words.en.kv"_s, u"--plugin-path"_s, plugin.folder()});
    QVERIFY2(exported.status == 0, exported.text().constData());
    QCOMPARE(place.content(u"words.en.kv"_s),
             QByteArray("#kv of somebody\ntitle=Ministry of Foreign Affairs\n"
                        "body=Ăn <b>phở</b> ngon. Có %d người.\n"));
    QVERIFY2(exported.err.contains(u"without a translation"_s), exported.text().constData());
    QCOMPARE(place.content(u"words.kv"_s), keyValues);
    // The other verbs that open texts read it too.
    const Outcome segments =
        place.run({u"segment"_s, u"words.kv"_s, u"--tsv"_s, u"--plugin-path"_s, plugin.folder()});
    QVERIFY2(segments.status == 0 && segments.out.contains(u"người."_s), segments.text().constData());
}

void tst_CommandLineHelpers::failingReadersAreToldAndNothingIsWritten()
{
    Workplace place;
    const host::VersatilePlugin plugin(R"({"verbale.format/1/read": {"error": "line 2 is odd"}})");
    place.put(u"words.kv"_s, keyValues);
    const Outcome drafted = place.run({u"draft"_s, u"words.kv"_s, u"--plugin-path"_s, plugin.folder()});
    QCOMPARE(drafted.status, 2);
    QCOMPARE(drafted.err, u"verbale: words.kv: Versatile: line 2 is odd\n"_s);
    QCOMPARE(place.files(), QStringList{u"words.kv"_s});
}

void tst_CommandLineHelpers::theOriginalIsNeverReplaced()
{
    Workplace place;
    const host::VersatilePlugin plugin;
    place.put(u"words.kv"_s, keyValues);
    QCOMPARE(place.run({u"draft"_s, u"words.kv"_s, u"--plugin-path"_s, plugin.folder()}).status, 0);
    QVERIFY(QDir().mkpath(u"sub"_s) && QFile::link(place.path(u"words.kv"_s), u"sub/link.kv"_s));
    const QStringList exported{u"export"_s, u"words.xlf"_s, u"--plugin-path"_s, plugin.folder(), u"--to"_s};
    for (const QString &format : {u"target"_s, u"tsv"_s}) {
        for (const QString &output : {u"words.kv"_s, u"./sub/../words.kv"_s, u"sub/link.kv"_s}) {
            const Outcome refused = place.run(exported + QStringList{format, u"-o"_s, output});
            QCOMPARE(refused.status, 2);
            QVERIFY2(refused.err.startsWith(u"verbale: "_s + output + u": The export would replace"_s),
                     refused.text().constData());
        }
    }
    QCOMPARE(place.content(u"words.kv"_s), keyValues);
    // A text's is not replaced either.
    place.put(u"a.txt"_s, text);
    QCOMPARE(place.run({u"draft"_s, u"a.txt"_s}).status, 0);
    const Outcome refused = place.run({u"export"_s, u"a.xlf"_s, u"--to"_s, u"target"_s, u"-o"_s, u"a.txt"_s});
    QCOMPARE(refused.status, 2);
    QCOMPARE(place.content(u"a.txt"_s), text);
    // Nor is the file of another name, when the plugin makes nothing of it.
    place.put(u"words.en.kv"_s, "former\n");
    const host::VersatilePlugin wiping(R"({"verbale.format/1/write": {"answer": {"bytes": ""}}})");
    const Outcome wiped = place.run({u"export"_s, u"words.xlf"_s, u"--to"_s, u"target"_s, u"-o"_s,
                                     u"words.en.kv"_s, u"--plugin-path"_s, wiping.folder()});
    QVERIFY2(wiped.status == 2 && wiped.err.contains(u"Versatile: It wrote an empty file"_s),
             wiped.text().constData());
    QCOMPARE(place.content(u"words.en.kv"_s), QByteArray("former\n"));
}

void tst_CommandLineHelpers::nobodyIsAskedWhereTheSettingsCannotBeRead()
{
    Workplace place;
    const host::VersatilePlugin plugin;
    place.put(u"words.kv"_s, keyValues);
    const QStringList asked{u"segment"_s, u"words.kv"_s, u"--tsv"_s, u"--plugin-path"_s, plugin.folder()};
    const auto isRead = [](const Outcome &outcome) { return !outcome.out.contains(u"title="_s); };
    QVERIFY(isRead(place.run(asked)));
    QVERIFY(QDir().mkpath(u".home/verbale"_s));
    place.put(u".home/verbale/settings.json"_s, "{\"disabledPlugins\": [\"test.versatile\"");
    const Outcome outcome = place.run(asked);
    QVERIFY2(!isRead(outcome), outcome.text().constData()); // as a text
    QVERIFY2(outcome.err.startsWith(u"verbale: warning: "_s) && outcome.err.contains(u"settings.json"_s),
             outcome.text().constData());
    const Outcome draft = place.run({u"draft"_s, u"words.kv"_s, u"--plugin-path"_s, plugin.folder()});
    QCOMPARE(draft.err.count(u"settings.json"_s), 1); // whoever wants to know them
}

/// What a plugin says must not move the cursor, name the window or hide what stood there.
void tst_CommandLineHelpers::leadsNoTerminalAstray()
{
    const QByteArray evil = R"(a\u001b]0;owned\u0007b\u009bc\rd\u007f\te\nf)";
    const host::VersatilePlugin plugin(R"({"verbale.terms/1": {"error": ")" + evil + R"(", "log": ")" + evil +
                                       R"("}, "verbale.suggest/1": {"log": ")" + evil + R"(",
                                       "answer": {"suggestions": [], "warnings": [")" +
                                       evil + R"("]}}})");
    Workplace place;
    place.put(u"a.txt"_s, text);
    QVERIFY(QDir().mkpath(u"plugins/bad"_s));
    place.put(u"plugins/bad/plugin.json"_s, R"({"schema": "verbale.plugin/1", "id": ")" + evil + R"("})");
    const QString folder = plugin.folder() + u"/versatile"_s;
    const QList<QStringList> verbs{
        {u"draft"_s, u"a.txt"_s, u"--plugin-path"_s, plugin.folder()},
        {u"plugins"_s, u"run"_s, folder, u"--interface"_s, u"terms"_s, u"--input"_s, u"a.txt"_s},
        {u"plugins"_s, u"run"_s, folder, u"--interface"_s, u"suggest"_s, u"--input"_s, u"a.txt"_s},
        {u"plugins"_s, u"list"_s, u"--plugin-path"_s, u"plugins"_s},
        {u"plugins"_s, u"check"_s, u"plugins/bad"_s}};
    for (const QStringList &verb : verbs) {
        const Outcome outcome = place.run(verb);
        const QString all = outcome.out + outcome.err;
        QVERIFY2(all.contains(u"owned"_s), outcome.text().constData());
        for (const QChar character : all)
            QVERIFY2(character.category() != QChar::Other_Control || character == u'\n' || character == u'\t',
                     qPrintable(QString::number(character.unicode(), 16) + u' ' + verb.join(u' ')));
    }
}

void tst_CommandLineHelpers::failingPluginsLoseNoDraft_data()
{
    QTest::addColumn<QByteArray>("behaviour");
    QTest::addColumn<QString>("words");
    QTest::newRow("terms") << QByteArray(R"({"verbale.terms/1": {"error": "no idea"}})")
                           << u"Versatile: no idea"_s;
    QTest::newRow("suggestions") << QByteArray(R"({"verbale.suggest/1": {"error": "no idea"}})")
                                 << u"Versatile: no idea"_s;
    QTest::newRow("crash") << QByteArray(R"({"verbale.suggest/1": {"crash": true}})") << u"Versatile: "_s;
}

void tst_CommandLineHelpers::failingPluginsLoseNoDraft()
{
    QFETCH(const QByteArray, behaviour);
    QFETCH(const QString, words);
    Workplace place;
    const host::VersatilePlugin plugin(behaviour);
    place.put(u"text.txt"_s, text);
    const Outcome alone = place.run({u"draft"_s, u"text.txt"_s, u"-o"_s, u"alone.xlf"_s});
    QVERIFY2(alone.status == 0, alone.text().constData());
    const Outcome drafted =
        place.run({u"draft"_s, u"text.txt"_s, u"-o"_s, u"out.xlf"_s, u"--plugin-path"_s, plugin.folder()});
    QVERIFY2(drafted.status == 0, drafted.text().constData());
    QVERIFY2(drafted.err.contains(words), drafted.text().constData());
    QVERIFY(place.content(u"alone.xlf"_s).contains("Ministry of Foreign Affairs"));
    QVERIFY(place.content(u"out.xlf"_s).contains("Ministry of Foreign Affairs"));
}

void tst_CommandLineHelpers::slowPluginsAreWaitedFor()
{
    Workplace place;
    place.put(u"text.txt"_s, text);
    QByteArray first;
    for (const QByteArray &behaviour :
         {QByteArray("{}"), QByteArray(R"({"verbale.terms/1": {"delay": 0.4}})"),
          QByteArray(R"({"verbale.suggest/1": {"delay": 0.4}})")}) {
        const host::VersatilePlugin plugin(behaviour);
        const Outcome drafted = place.run({u"draft"_s, u"text.txt"_s, u"-o"_s, u"out.xlf"_s, u"--force"_s,
                                           u"--plugin-path"_s, plugin.folder()});
        QVERIFY2(drafted.status == 0 && drafted.err.isEmpty(), drafted.text().constData());
        const QByteArray out = place.content(u"out.xlf"_s);
        QVERIFY(out.contains("joint work"));
        if (first.isEmpty())
            first = out;
        QCOMPARE(out, first);
    }
}

void tst_CommandLineHelpers::aligns()
{
    Workplace place;
    const host::VersatilePlugin plugin;
    place.put(u"vi.txt"_s, "Xin chào.\n\nHai bên nhất trí.\nHết.\n");
    place.put(u"en.txt"_s, "Hello.\nBoth sides agreed.\n");
    const QStringList begin{u"align"_s,   u"vi.txt"_s,        u"en.txt"_s,
                            u"--lines"_s, u"--plugin-path"_s, plugin.folder()};
    const Outcome table = place.run(begin);
    QVERIFY2(table.status == 0, table.text().constData());
    QCOMPARE(table.out, u"vi_lines\ten_lines\tscore\n1\t1\t0.500\n3\t2\t0.500\n4\t\t0.000\n"_s);
    for (const QString &name : {u"out.tmx"_s, u"out.xlf"_s}) {
        const Outcome written = place.run(begin + QStringList{u"-o"_s, name});
        QVERIFY2(written.status == 0, written.text().constData());
        QVERIFY2(written.err.contains(u"1 sentences or groups without a counterpart"_s),
                 written.text().constData());
        QVERIFY(place.content(name).contains("Both sides agreed."));
        const Outcome valid = place.run({u"validate"_s, name});
        QVERIFY2(valid.status == 0, valid.text().constData());
    }
    const Outcome again = place.run(begin + QStringList{u"-o"_s, u"out.xlf"_s});
    QCOMPARE(again.status, 2); // somebody's translations stand in it
}

void tst_CommandLineHelpers::saysThatNobodyAligns()
{
    Workplace place;
    place.put(u"vi.txt"_s, "Xin chào.\n");
    place.put(u"en.txt"_s, "Hello.\n");
    const Outcome alone =
        place.run({u"align"_s, u"vi.txt"_s, u"en.txt"_s, u"--lines"_s, u"-o"_s, u"out.tsv"_s});
    QCOMPARE(alone.status, 2);
    QVERIFY2(alone.err.startsWith(u"verbale: No plugin that aligns texts is installed"_s),
             alone.text().constData());
    QVERIFY(!place.files().contains(u"out.tsv"_s));
}

QTEST_GUILESS_MAIN(tst_CommandLineHelpers)
#include "tst_command_line_helpers.moc"
