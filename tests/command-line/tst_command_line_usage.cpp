#include "command_line_test.h"

#include <QtTest/QtTest>

using namespace verbale::commandline::testing;
using namespace Qt::StringLiterals;

class tst_CommandLineUsage : public QObject
{
    Q_OBJECT
private slots:
    void help();
    void help_data();
    void version();
    void wrongUse();
    void wrongUse_data();
    void unusableInput();
    void unusableInput_data();
    void damagedSettings();
};

void tst_CommandLineUsage::help_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("expected");
    const QStringList verbs{u"draft"_s,    u"segment"_s, u"terms"_s,    u"export"_s,
                            u"validate"_s, u"stats"_s,   u"glossary"_s, u"plugins"_s};
    QTest::newRow("all") << QStringList{u"--help"_s}
                         << verbs + QStringList{u"--plugin-path"_s, u"--safe-mode"_s, u"--version"_s,
                                                u"Exit status"_s};
    QTest::newRow("short") << QStringList{u"-h"_s} << verbs;
    const QHash<QString, QStringList> options{
        {u"draft"_s,
         {u"IN"_s, u"--output"_s, u"--glossary"_s, u"--show-dropped"_s, u"--whole-file"_s, u"--force"_s}},
        {u"segment"_s, {u"IN"_s, u"--tsv"_s}},
        {u"terms"_s, {u"IN"_s, u"--tsv"_s, u"--all"_s, u"--glossary"_s}},
        {u"export"_s, {u"FILE"_s, u"--to"_s, u"--output"_s}},
        {u"validate"_s, {u"FILE"_s, u"--json"_s, u"Exit status 1"_s}},
        {u"stats"_s, {u"FILE"_s, u"--json"_s}},
        {u"glossary"_s, {u"import"_s, u"export"_s, u"lint"_s, u"stats"_s, u"find"_s}},
        {u"plugins"_s, {u"list"_s, u"new"_s, u"check"_s, u"run"_s, u"--plugin-path"_s}},
    };
    for (const QString &verb : verbs)
        QTest::newRow(qPrintable(verb))
            << QStringList{verb, u"--help"_s} << options[verb] + QStringList{u"--help"_s};
}

void tst_CommandLineUsage::help()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, expected);
    Workplace place;
    const Outcome outcome = place.run(arguments);
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.err, QString());
    for (const QString &word : expected)
        QVERIFY2(outcome.out.contains(word), outcome.text().constData());
}

void tst_CommandLineUsage::version()
{
    Workplace place;
    const Outcome outcome = place.run({u"--version"_s});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.out, u"verbale 1.2.3\n"_s);
}

void tst_CommandLineUsage::wrongUse_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    QTest::newRow("unknown verb") << QStringList{u"translate"_s, u"a.txt"_s} << u"Unknown verb 'translate'"_s;
    QTest::newRow("unknown verb with options")
        << QStringList{u"translate"_s, u"--tsv"_s, u"a.txt"_s} << u"Unknown verb 'translate'"_s;
    QTest::newRow("unknown option") << QStringList{u"--nope"_s} << u"Unknown option --nope"_s;
    QTest::newRow("unknown option of a verb")
        << QStringList{u"draft"_s, u"--nope"_s, u"a.txt"_s} << u"--nope"_s;
    QTest::newRow("verb of a later version")
        << QStringList{u"memory"_s, u"a"_s, u"b"_s} << u"not in this version"_s;
    QTest::newRow("an option of a later version")
        << QStringList{u"align"_s, u"a"_s, u"b"_s, u"--glossary"_s, u"g.tsv"_s} << u"not in this version"_s;
    QTest::newRow("align into something else")
        << QStringList{u"align"_s, u"a"_s, u"b"_s, u"-o"_s, u"c.docx"_s} << u".tsv, .tmx or .xlf"_s;
    QTest::newRow("no input") << QStringList{u"draft"_s} << u"`verbale draft --help`"_s;
    QTest::newRow("two inputs for one") << QStringList{u"segment"_s, u"a"_s, u"b"_s} << u"b"_s;
    QTest::newRow("option without its value")
        << QStringList{u"draft"_s, u"a.txt"_s, u"-o"_s} << u"--output"_s;
    QTest::newRow("memory") << QStringList{u"draft"_s, u"a.txt"_s, u"--memory"_s, u"m.tmx"_s}
                            << u"not in this version"_s;
    QTest::newRow("machine") << QStringList{u"draft"_s, u"a.txt"_s, u"--mt"_s, u"x"_s}
                             << u"No machine translation engine is called"_s;
    QTest::newRow("XLIFF 3") << QStringList{u"draft"_s, u"a.txt"_s, u"--xliff"_s, u"3.0"_s} << u"3.0"_s;
    QTest::newRow("no format") << QStringList{u"export"_s, u"a.txt"_s} << u"--to"_s;
    QTest::newRow("two documents for one output")
        << QStringList{u"export"_s, u"a.txt"_s, u"--to"_s, u"tsv"_s, u"--json"_s} << u"-o OUT"_s;
    QTest::newRow("unknown format") << QStringList{u"export"_s, u"a.txt"_s, u"--to"_s, u"pdf"_s}
                                    << u"Unknown format"_s;
    QTest::newRow("no action") << QStringList{u"plugins"_s} << u"`verbale plugins --help`"_s;
    QTest::newRow("unknown action") << QStringList{u"plugins"_s, u"explode"_s}
                                    << u"`verbale plugins --help`"_s;
    QTest::newRow("action without an ID") << QStringList{u"plugins"_s, u"disable"_s} << u"ID"_s;
    QTest::newRow("list with an ID") << QStringList{u"plugins"_s, u"list"_s, u"x"_s} << u"x"_s;
    const QStringList write{u"plugins"_s, u"new"_s};
    QTest::newRow("a plugin without a name")
        << write + QStringList{u"--language"_s, u"cpp"_s, u"--provides"_s, u"terms"_s} << u"NAME"_s;
    QTest::newRow("a plugin in no language")
        << write + QStringList{u"x"_s, u"--provides"_s, u"terms"_s} << u"--language"_s;
    QTest::newRow("a plugin in another language")
        << write + QStringList{u"x"_s, u"--language"_s, u"cobol"_s, u"--provides"_s, u"terms"_s}
        << u"'cobol'; choose one of cpp, python"_s;
    QTest::newRow("a plugin for nothing")
        << write + QStringList{u"x"_s, u"--language"_s, u"cpp"_s} << u"--provides"_s;
    QTest::newRow("a plugin for something else")
        << write + QStringList{u"x"_s, u"--language"_s, u"cpp"_s, u"--provides"_s, u"poetry"_s}
        << u"'poetry'; choose one of terms, suggest"_s;
    for (const QString &name : {u"../x"_s, u"a b"_s, u"x/y"_s, u"."_s, u"a..b"_s, u"tiếng-việt"_s})
        QTest::newRow(qPrintable(u"a plugin named "_s + name))
            << write + QStringList{name, u"--language"_s, u"python"_s, u"--provides"_s, u"terms"_s}
            << u"is no plugin id"_s;
    QTest::newRow("a plugin where a file is")
        << write + QStringList{u"a.txt"_s, u"--language"_s, u"python"_s, u"--provides"_s, u"terms"_s}
        << u"verbale: a.txt: is there already"_s;
    QTest::newRow("check of nothing") << QStringList{u"plugins"_s, u"check"_s, u"nowhere"_s}
                                      << u"verbale: nowhere: There is no such folder"_s;
    QTest::newRow("check of a folder without a plugin")
        << QStringList{u"plugins"_s, u"check"_s, u"."_s} << u"a folder with a plugin.json"_s;
    QTest::newRow("a setting without a value")
        << QStringList{u"plugins"_s, u"check"_s, u"."_s, u"--set"_s, u"mode"_s} << u"KEY=VALUE"_s;
    QTest::newRow("a time limit that is none")
        << QStringList{u"plugins"_s, u"check"_s, u"."_s, u"--time-limit"_s, u"soon"_s} << u"'soon'"_s;
    QTest::newRow("run without an interface")
        << QStringList{u"plugins"_s, u"run"_s, u"."_s} << u"--interface"_s;
}

void tst_CommandLineUsage::wrongUse()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    Workplace place;
    place.put(u"a.txt"_s, "Xin chào.");
    const Outcome outcome = place.run(arguments);
    QVERIFY2(outcome.status == 2, outcome.text().constData());
    QVERIFY2(outcome.err.startsWith(u"verbale: "_s) && outcome.err.contains(says),
             outcome.text().constData());
    QCOMPARE(outcome.err.count(u'\n'), 1);
    QCOMPARE(outcome.out, QString());
    QCOMPARE(place.files(), QStringList{u"a.txt"_s});
}

void tst_CommandLineUsage::unusableInput_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("line");
    QTest::newRow("empty") << QByteArray("") << u"verbale: in.txt: "_s;
    QTest::newRow("blank") << QByteArray(" \n\n") << u"verbale: in.txt: "_s;
    QTest::newRow("binary") << QByteArray("MZ89a\0\1\0\1\0\0\0\0;", 15) << u"verbale: in.txt:1:"_s;
    QTest::newRow("bad UTF-8") << QByteArray("Xin chào.\nBộ \xff\n") << u"verbale: in.txt:2:4: "_s;
    QTest::newRow("XLIFF 3.0") << QByteArray(
                                      "<?xml version=\"1.0\"?>\n<xliff version=\"3.0\" "
                                      "xmlns=\"urn:oasis:names:tc:xliff:document:3.0\"><file/></xliff>")
                               << u"verbale: in.txt:2:"_s;
    QTest::newRow("broken XLIFF") << QByteArray(
                                         "<?xml version=\"1.0\"?>\n<xliff version=\"2.1\" "
                                         "xmlns=\"urn:oasis:names:tc:xliff:document:2.0\">\n<file></xliff>")
                                  << u"verbale: in.txt:3:"_s;
    QTest::newRow("HTML") << QByteArray("<!DOCTYPE html>\n<html></html>") << u"verbale: in.txt:1:1: "_s;
}

void tst_CommandLineUsage::unusableInput()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, line);
    Workplace place;
    place.put(u"in.txt"_s, bytes);
    for (const QStringList &verb :
         {QStringList{u"draft"_s}, QStringList{u"segment"_s, u"--tsv"_s}, QStringList{u"terms"_s},
          QStringList{u"stats"_s}, QStringList{u"export"_s, u"--to"_s, u"tsv"_s}}) {
        const Outcome outcome = place.run(verb + QStringList{u"in.txt"_s});
        QVERIFY2(outcome.status == 2 && outcome.err.startsWith(line), outcome.text().constData());
        QCOMPARE(outcome.err.count(u'\n'), 1);
        QCOMPARE(place.files(), QStringList{u"in.txt"_s});
    }
    const Outcome missing = place.run({u"draft"_s, u"missing.txt"_s});
    QVERIFY2(missing.status == 2 && missing.err.startsWith(u"verbale: missing.txt: "_s),
             missing.text().constData());
}

void tst_CommandLineUsage::damagedSettings()
{
    Workplace place;
    place.put(u"a.txt"_s, u"Bộ Ngoại giao thông báo."_s.toUtf8());
    place.put(u"settings.json"_s, "{ damaged");
    const Outcome reading = place.run({u"terms"_s, u"a.txt"_s, u"--settings"_s, u"settings.json"_s});
    QVERIFY2(reading.status == 0 && reading.err.startsWith(u"verbale: warning: settings.json"_s),
             reading.text().constData());
    const Outcome writing = place.run({u"--settings"_s, u"settings.json"_s, u"plugins"_s, u"disable"_s,
                                       u"org.verbale.glossary-alignment"_s});
    QVERIFY2(writing.status == 2 && writing.err.startsWith(u"verbale: settings.json"_s),
             writing.text().constData());
    QCOMPARE(place.content(u"settings.json"_s), QByteArray("{ damaged"));
}

QTEST_GUILESS_MAIN(tst_CommandLineUsage)
#include "tst_command_line_usage.moc"
