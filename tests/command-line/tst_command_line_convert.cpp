#include "command_line_test.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace verbale;
using namespace verbale::commandline::testing;

/// convert, and --encoding on the verbs that read text.
class tst_CommandLineConvert : public QObject
{
    Q_OBJECT

private slots:
    void converts_data();
    void converts();
    void json();
    void standardStreams();
    void capitals();
    void refuses_data();
    void refuses();
    void replaces();
    void encodingOfVerbs();
    void draftNamesTheEncoding();
};

namespace {

// "Hội nghị Bộ trưởng Việt Nam" in five encodings.
const QString title = QStringLiteral("Hội nghị Bộ trưởng Việt Nam\r\n");
const QByteArray tcvn3("H\xE9i ngh\xDE B\xE9 tr\xAD\xEBng Vi\xD6t Nam\r\n");

QByteArray contents(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void tst_CommandLineConvert::converts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::newRow("tcvn3") << tcvn3 << u"TCVN3 (ABC), "_s;
    QTest::newRow("vni") << QByteArray("Ho\xE4i ngh\xF2 Bo\xE4 tr\xF6\xF4\xFBng Vie\xE4t Nam\r\n")
                         << u"VNI"_s;
    QTest::newRow("viqr") << QByteArray("Ho^.i nghi. Bo^. tru+o+?ng Vie^.t Nam\r\n") << u"VIQR, "_s;
    QTest::newRow("telex") << QByteArray("Hooij nghij Booj truwowngr Vieetj Nam\r\n") << u"Telex text, "_s;
    QTest::newRow("utf-8 with BOM") << "\xEF\xBB\xBF" + title.toUtf8() << u"UTF-8\n"_s;
    QTest::newRow("nfd") << title.normalized(QString::NormalizationForm_D).toUtf8() << u"UTF-8\n"_s;
}

void tst_CommandLineConvert::converts()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    Workplace place;
    place.put(u"in.txt"_s, bytes);
    const Outcome outcome = place.run({u"convert"_s, u"in.txt"_s, u"-o"_s, u"out.txt"_s});
    QVERIFY2(outcome.status == 0, outcome.text().constData());
    QCOMPARE(QString::fromUtf8(contents(u"out.txt"_s)), title);
    QVERIFY2(outcome.out.contains(u"encoding   "_s + name), outcome.text().constData());
    QCOMPARE(contents(u"in.txt"_s), bytes);
}

void tst_CommandLineConvert::json()
{
    Workplace place;
    place.put(u"in.txt"_s, tcvn3);
    const Outcome outcome = place.run({u"convert"_s, u"in.txt"_s, u"-o"_s, u"out.txt"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    const QJsonObject summary = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    QCOMPARE(summary[u"file"_s].toString(), u"in.txt"_s);
    QCOMPARE(summary[u"encoding"_s].toString(), u"tcvn3"_s);
    QVERIFY(summary[u"confidence"_s].toDouble() > 0.9);
    QCOMPARE(summary[u"bytes"_s].toInt(), tcvn3.size());
    QCOMPARE(summary[u"characters"_s].toInt(), title.size());
    QVERIFY(!summary[u"warnings"_s].toVariant().toStringList().isEmpty());
}

void tst_CommandLineConvert::standardStreams()
{
    Workplace place;
    const Outcome outcome = place.run({u"convert"_s, u"-"_s, u"-o"_s, u"-"_s, u"--from"_s, u"ABC"_s}, tcvn3);
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.out, title);
}

void tst_CommandLineConvert::capitals()
{
    Workplace place;
    place.put(u"in.txt"_s, "VI\xD6T NAM\n");
    QCOMPARE(place.run({u"convert"_s, u"in.txt"_s, u"--from"_s, u"tcvn3"_s, u"-o"_s, u"out.txt"_s}).status,
             0);
    QCOMPARE(QString::fromUtf8(contents(u"out.txt"_s)), u"VIệT NAM\n"_s);
    const Outcome outcome = place.run(
        {u"convert"_s, u"in.txt"_s, u"--from"_s, u"tcvn3"_s, u"--capitals"_s, u"-o"_s, u"out.txt"_s});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(QString::fromUtf8(contents(u"out.txt"_s)), u"VIỆT NAM\n"_s);
    QVERIFY(outcome.err.contains(u"1 capital was restored"_s));
}

void tst_CommandLineConvert::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("line");
    const QStringList out{u"-o"_s, u"out.txt"_s};
    QTest::newRow("pdf") << QByteArray("%PDF-1.7") << out << u"verbale: in.txt: This is a PDF"_s;
    QTest::newRow("zip") << QByteArray("PK\x03\x04xx") << out
                         << u"verbale: in.txt: This is a Word document"_s;
    QTest::newRow("doc") << QByteArray("\xD0\xCF\x11\xE0xx") << out
                         << u"verbale: in.txt: This is an old Word"_s;
    QTest::newRow("unclear") << QByteArray("z\xE1w\n") << out << u"verbale: in.txt:1:2: At byte offset 1"_s;
    QTest::newRow("no output") << tcvn3 << QStringList() << u"verbale: Say where"_s;
    QTest::newRow("onto itself") << tcvn3 << QStringList{u"-o"_s, u"in.txt"_s}
                                 << u"verbale: in.txt: The text would"_s;
    QTest::newRow("unknown name") << tcvn3 << out + QStringList{u"--from"_s, u"klingon"_s}
                                  << u"verbale: Unknown encoding 'klingon'. It is one of: utf-8, "_s;
    QTest::newRow("bad byte") << QByteArray("a\nVi\xE4t") << out + QStringList{u"--from"_s, u"vni"_s}
                              << u"verbale: in.txt:2:3: At byte offset 4: byte 0xE4"_s;
    QTest::newRow("no folder") << tcvn3 << QStringList{u"-o"_s, u"nowhere/out.txt"_s}
                               << u"verbale: nowhere/out.txt: "_s;
}

void tst_CommandLineConvert::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, options);
    QFETCH(QString, line);
    Workplace place;
    place.put(u"in.txt"_s, bytes);
    const Outcome outcome = place.run(QStringList{u"convert"_s, u"in.txt"_s} + options);
    QVERIFY2(outcome.status == 2 && outcome.err.startsWith(line), outcome.text().constData());
    QCOMPARE(outcome.err.count(u'\n'), 1);
    QCOMPARE(place.files(), QStringList{u"in.txt"_s});
    QCOMPARE(contents(u"in.txt"_s), bytes);
}

void tst_CommandLineConvert::replaces()
{
    Workplace place;
    place.put(u"in.txt"_s, "Vi\xE4t Nam");
    const Outcome outcome = place.run(
        {u"convert"_s, u"in.txt"_s, u"--from"_s, u"vni"_s, u"--replace-bad-bytes"_s, u"-o"_s, u"out.txt"_s});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(QString::fromUtf8(contents(u"out.txt"_s)), u"Vi\uFFFDt Nam"_s);
    QVERIFY(outcome.err.contains(u"1 byte could not be decoded"_s));
}

void tst_CommandLineConvert::encodingOfVerbs()
{
    Workplace place;
    place.put(u"in.txt"_s, tcvn3);
    for (const QString &verb : {u"segment"_s, u"terms"_s}) {
        const Outcome found = place.run({verb, u"in.txt"_s, u"--tsv"_s, u"--whole-file"_s});
        const Outcome told =
            place.run({verb, u"in.txt"_s, u"--tsv"_s, u"--whole-file"_s, u"--encoding"_s, u"tcvn"_s});
        QVERIFY2(found.status == 0 && found.out.contains(u"Việt Nam"_s), found.text().constData());
        QCOMPARE(told.out, found.out);
        QVERIFY(found.err.contains(u"--capitals"_s));
        const Outcome wrong = place.run({verb, u"in.txt"_s, u"--encoding"_s, u"utf-8"_s});
        QCOMPARE(wrong.status, 2);
        const Outcome unknown = place.run({verb, u"in.txt"_s, u"--encoding"_s, u"x"_s});
        QVERIFY(unknown.status == 2 && unknown.err.contains(u"It is one of"_s));
    }
    const Outcome segments = place.run({u"segment"_s, u"in.txt"_s, u"--tsv"_s, u"--whole-file"_s});
    QVERIFY(segments.out.contains(u"0\t27\tHội nghị Bộ trưởng Việt Nam"_s));
    const Outcome asItIs =
        place.run({u"segment"_s, u"-"_s, u"--tsv"_s, u"--whole-file"_s, u"--encoding"_s, u"utf-8"_s},
                  "Vieejt Nam ddax kys keest.");
    QVERIFY(asItIs.out.contains(u"Vieejt Nam"_s));
    QCOMPARE(place.run({u"stats"_s, u"in.txt"_s, u"--encoding"_s, u"abc"_s, u"--whole-file"_s}).status, 0);
}

void tst_CommandLineConvert::draftNamesTheEncoding()
{
    Workplace place;
    place.put(u"in.txt"_s, tcvn3);
    place.put(u"g.tsv"_s,
              "vi\ten\nVi\xD6t Nam\tViet Nam\nB\xE9 tr\xAD\xEBng\tMinister\n"); // in TCVN3 as well
    const Outcome outcome =
        place.run({u"draft"_s, u"in.txt"_s, u"--whole-file"_s, u"--json"_s, u"--glossary"_s, u"g.tsv"_s});
    QVERIFY2(outcome.status == 0, outcome.text().constData());
    const QJsonObject file =
        QJsonDocument::fromJson(outcome.out.toUtf8()).object()[u"files"_s].toArray()[0].toObject();
    QCOMPARE(file[u"encoding"_s].toString(), u"tcvn3"_s);
    QVERIFY(file[u"encodingConfidence"_s].toDouble() > 0.9);
    QCOMPARE(file[u"termHits"_s].toInt(), 2);
}

QTEST_GUILESS_MAIN(tst_CommandLineConvert)
#include "tst_command_line_convert.moc"
