#include "command_line_test.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::commandline::testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray bilingual =
    u"<?xml version='1.0'?>\r\n<x:xliff xmlns:x='urn:oasis:names:tc:xliff:document:2.0' version='2.1' "
    "srcLang='vi' trgLang='en'>\r\n<x:file id='f1'>\r\n"
    "<x:unit id='u1'><x:segment id='s1' state='translated'><x:source>Hội nghị <x:ph id='1'/>khai "
    "mạc.</x:source>"
    "<x:target>The Conference <x:ph id='1'/>opened.</x:target></x:segment></x:unit>\r\n"
    "<x:unit id='u2'><x:segment id='s1'><x:source>Hai bên ký kết.</x:source><x:target>Both sides "
    "signed.</x:target>"
    "</x:segment></x:unit>\r\n"
    "<x:unit id='u3'><x:segment id='s1'><x:source>Bế mạc.</x:source></x:segment></x:unit>\r\n"
    "</x:file>\r\n</x:xliff>\r\n"_s.toUtf8();

QByteArray changed(const QByteArray &from, const QByteArray &to)
{
    QByteArray bytes = bilingual;
    return bytes.replace(from, to);
}

QJsonObject json(const Outcome &outcome)
{
    return QJsonDocument::fromJson(outcome.out.toUtf8()).object();
}

} // namespace

class tst_CommandLineMerge : public QObject
{
    Q_OBJECT
private slots:
    void changesComeInPlace();
    void anotherFileIsWritten();
    void withoutChangesNothingIsWritten();
    void tablesComeBack();
    void onlyWhatIsWrittenIsTold();
    void anInvalidFileIsTold();
    void whatDoesNotFitIsAFinding_data();
    void whatDoesNotFitIsAFinding();
    void refusals_data();
    void refusals();
};

void tst_CommandLineMerge::changesComeInPlace()
{
    Workplace place;
    place.put(u"a.xlf"_s, bilingual);
    place.put(u"b.xlf"_s, changed("The Conference", "The Summit"));
    const Outcome outcome = place.run({u"merge"_s, u"a.xlf"_s, u"--from"_s, u"b.xlf"_s, u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.text().constData());
    QCOMPARE(place.content(u"a.xlf"_s), changed("The Conference", "The Summit"));
    const QJsonObject report = json(outcome);
    QCOMPARE(report[u"changed"].toArray().size(), 1);
    const QJsonObject change = report[u"changed"].toArray()[0].toObject();
    QCOMPARE(change[u"unit"].toString(), u"u1"_s);
    QCOMPARE(change[u"segment"].toString(), u"s1"_s);
    QCOMPARE(change[u"before"].toString(), u"The Conference <x:ph id='1'/>opened."_s);
    QCOMPARE(change[u"after"].toString(), u"The Summit <x:ph id='1'/>opened."_s);
    QCOMPARE(change[u"state"].toString(), u"translated"_s);
    QCOMPARE(change[u"matchedBy"].toString(), u"id"_s);
    QCOMPARE(report[u"unchanged"].toInt(), 2);
    QVERIFY(report[u"unmatched"].toArray().isEmpty());
}

void tst_CommandLineMerge::anotherFileIsWritten()
{
    Workplace place;
    place.put(u"a.xlf"_s, bilingual);
    place.put(u"b.xlf"_s, changed("Both sides signed.", "The two sides signed."));
    const Outcome outcome = place.run({u"merge"_s, u"a.xlf"_s, u"--from"_s, u"b.xlf"_s, u"-o"_s, u"c.xlf"_s});
    QVERIFY2(outcome.status == 0, outcome.text().constData());
    QCOMPARE(place.content(u"a.xlf"_s), bilingual);
    QCOMPARE(place.content(u"c.xlf"_s), changed("Both sides signed.", "The two sides signed."));
    QVERIFY2(outcome.out.contains(u"u2/s1: [-Both-]{+The two+} sides signed."_s), outcome.text().constData());
    QVERIFY2(outcome.out.contains(u"1 segment changed, 2 unchanged."_s), outcome.text().constData());

    const Outcome streamed =
        place.run({u"merge"_s, u"-"_s, u"--from"_s, u"b.xlf"_s, u"-o"_s, u"-"_s}, bilingual);
    QCOMPARE(streamed.out.toUtf8(), changed("Both sides signed.", "The two sides signed."));
}

void tst_CommandLineMerge::withoutChangesNothingIsWritten()
{
    Workplace place;
    place.put(u"a.xlf"_s, bilingual);
    place.put(u"b.xlf"_s, changed("'1'/>", "\"1\" />"));
    const Outcome outcome = place.run({u"merge"_s, u"a.xlf"_s, u"--from"_s, u"b.xlf"_s});
    QVERIFY2(outcome.status == 0, outcome.text().constData());
    QCOMPARE(place.content(u"a.xlf"_s), bilingual);
    QVERIFY2(outcome.out.contains(u"0 segments changed, 3 unchanged."_s), outcome.text().constData());
}

void tst_CommandLineMerge::tablesComeBack()
{
    Workplace place;
    place.put(u"a.xlf"_s, bilingual);
    const Outcome exported = place.run({u"export"_s, u"a.xlf"_s, u"--to"_s, u"tsv"_s, u"-o"_s, u"b.tsv"_s});
    QVERIFY2(exported.status == 0, exported.text().constData());
    QByteArray table = place.content(u"b.tsv"_s);
    table.replace("The Conference", "The Summit").replace("translated", "reviewed");
    place.put(u"b.tsv"_s, table);
    const Outcome outcome = place.run({u"merge"_s, u"a.xlf"_s, u"--from"_s, u"b.tsv"_s, u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.text().constData());
    QCOMPARE(json(outcome)[u"changed"].toArray().size(), 1);
    QByteArray wanted = changed("The Conference", "The Summit");
    QCOMPARE(place.content(u"a.xlf"_s), wanted.replace("state='translated'", "state='reviewed'"));
}

void tst_CommandLineMerge::onlyWhatIsWrittenIsTold()
{
    // A state is one of a target: where there is none, there is nothing to write.
    Workplace place;
    place.put(u"a.xlf"_s, bilingual);
    place.put(u"b.tsv"_s, u"unit\tsegment\tstate\tsource\ttarget\nu3\ts1\tfinal\tBế mạc.\t\n"_s.toUtf8());
    const Outcome table = place.run({u"merge"_s, u"a.xlf"_s, u"--from"_s, u"b.tsv"_s, u"--json"_s});
    QVERIFY2(table.status == 0, table.text().constData());
    QVERIFY2(json(table)[u"changed"].toArray().isEmpty(), table.text().constData());
    QCOMPARE(place.content(u"a.xlf"_s), bilingual);

    // And a copy that has no target says nothing of the state.
    place.put(u"b.xlf"_s, changed("<x:target>The Conference <x:ph id='1'/>opened.</x:target>", "")
                              .replace(" state='translated'", ""));
    const Outcome copy = place.run({u"merge"_s, u"a.xlf"_s, u"--from"_s, u"b.xlf"_s, u"--json"_s});
    QVERIFY2(copy.status == 0, copy.text().constData());
    QVERIFY2(json(copy)[u"changed"].toArray().isEmpty(), copy.text().constData());
    QCOMPARE(place.content(u"a.xlf"_s), bilingual);
}

void tst_CommandLineMerge::anInvalidFileIsTold()
{
    Workplace place;
    place.put(u"a.xlf"_s, changed("unit id='u2'", "unit id='u1'"));
    place.put(u"b.tsv"_s, "unit\tsegment\ttarget\nu3\ts1\tClosed.\n");
    const Outcome outcome = place.run({u"merge"_s, u"a.xlf"_s, u"--from"_s, u"b.tsv"_s});
    QVERIFY2(outcome.err.contains(u"verbale: warning: a.xlf is not valid XLIFF 2.1: line "_s),
             outcome.text().constData());
    QVERIFY(place.content(u"a.xlf"_s).contains("Closed."));
    // Not a large one, which would take long.
    place.put(u"a.xlf"_s, changed("unit id='u2'", "unit id='u1'") + QByteArray(16 * 1024 * 1024, ' '));
    const Outcome large = place.run({u"merge"_s, u"a.xlf"_s, u"--from"_s, u"b.tsv"_s, u"-o"_s, u"c.xlf"_s});
    QVERIFY2(!large.err.contains(u"is not valid"_s), large.text().constData());
    QVERIFY(place.content(u"c.xlf"_s).contains("Closed."));
}

void tst_CommandLineMerge::whatDoesNotFitIsAFinding_data()
{
    QTest::addColumn<QByteArray>("reviewed");
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("warning");
    QTest::addColumn<bool>("changes");
    QTest::newRow("no such segment") << QByteArray(
                                            "unit\tsegment\tsource\ttarget\nu9\ts1\tKhông có.\tNothing.\n")
                                     << "unmatched"
                                     << "No segment has this id or this source" << false;
    QTest::newRow("another source")
        << changed("Hai bên ký kết.", "Ba bên ký kết.").replace("Both sides", "Three sides")
        << "sourceDiffers"
        << "u2/s1: not changed, because the reviewed copy has another source: Ba bên" << false;
    QTest::newRow("a lost code") << changed("The Conference <x:ph id='1'/>opened", "The Conference opened")
                                 << "changed"
                                 << "u1/s1: the reviewed target has lost the codes" << true;
}

void tst_CommandLineMerge::whatDoesNotFitIsAFinding()
{
    QFETCH(QByteArray, reviewed);
    QFETCH(QString, list);
    QFETCH(QString, warning);
    QFETCH(bool, changes);
    Workplace place;
    place.put(u"a.xlf"_s, bilingual);
    place.put(u"b"_s, reviewed);
    const Outcome outcome = place.run({u"merge"_s, u"a.xlf"_s, u"--from"_s, u"b"_s, u"--json"_s});
    QVERIFY2(outcome.status == 1, outcome.text().constData());
    QCOMPARE(json(outcome)[list].toArray().size(), 1);
    QVERIFY2(outcome.err.contains(warning), outcome.text().constData());
    QCOMPARE(place.content(u"a.xlf"_s) != bilingual, changes);
}

void tst_CommandLineMerge::refusals_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("message");
    QTest::newRow("no copy") << QStringList{u"a.xlf"_s} << "merge needs --from REVIEWED";
    QTest::newRow("no file") << QStringList{u"none.xlf"_s, u"--from"_s, u"b.xlf"_s} << "none.xlf";
    QTest::newRow("no reviewed file") << QStringList{u"a.xlf"_s, u"--from"_s, u"none.xlf"_s} << "none.xlf";
    QTest::newRow("the same file") << QStringList{u"a.xlf"_s, u"--from"_s, u"a.xlf"_s} << "are the same file";
    QTest::newRow("over the copy") << QStringList{u"a.xlf"_s, u"--from"_s, u"b.xlf"_s, u"-o"_s, u"b.xlf"_s}
                                   << "are the same file";
    QTest::newRow("a text") << QStringList{u"t.txt"_s, u"--from"_s, u"b.xlf"_s}
                            << "a text without a translation";
    QTest::newRow("no review") << QStringList{u"a.xlf"_s, u"--from"_s, u"t.txt"_s}
                               << "neither XLIFF nor a table";
    QTest::newRow("a row too short") << QStringList{u"a.xlf"_s, u"--from"_s, u"short.tsv"_s}
                                     << "short.tsv:3: The row has 1 fields and the header 4";
    QTest::newRow("a row too long") << QStringList{u"a.xlf"_s, u"--from"_s, u"long.tsv"_s}
                                    << "long.tsv:2: The row has 5 fields and the header 4";
    QTest::newRow("in place of a stream") << QStringList{u"-"_s, u"--from"_s, u"b.xlf"_s} << "Give -o OUT";
}

void tst_CommandLineMerge::refusals()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, message);
    Workplace place;
    place.put(u"a.xlf"_s, bilingual);
    place.put(u"b.xlf"_s, changed("The Conference", "The Summit"));
    const QByteArray header = "unit\tsegment\tsource\ttarget\n";
    const QByteArray row = u"u2\ts1\tHai bên ký kết."_s.toUtf8();
    place.put(u"short.tsv"_s, header + row + "\tBoth sides signed.\nu2\n");
    place.put(u"long.tsv"_s, header + row + "\tBoth\tsides\n");
    place.put(u"t.txt"_s, u"Bộ trưởng Ngoại giao đã tiếp Đại sứ Nhật Bản tại Hà Nội hôm nay.\n"_s.toUtf8());
    const Outcome outcome = place.run(QStringList{u"merge"_s} + arguments, bilingual);
    QVERIFY2(outcome.status == 2, outcome.text().constData());
    QVERIFY2(outcome.err.contains(message), outcome.text().constData());
    QCOMPARE(outcome.err.count(u'\n'), 1);
    QCOMPARE(place.content(u"a.xlf"_s), bilingual);
}

QTEST_GUILESS_MAIN(tst_CommandLineMerge)
#include "tst_command_line_merge.moc"
