#include "command_line_test.h"

#include "session/open.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::commandline::testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray glossary =
    u"id\tvi\ten\tstatus\n"
    "mofa\tBộ Ngoại giao\tMinistry of Foreign Affairs\tpreferred\n"
    "mofa-vn\tBộ Ngoại giao Việt Nam\tMinistry of Foreign Affairs of Viet Nam\tadmitted\n"
    "talks\thội đàm\ttalks\tdeprecated\n"_s.toUtf8();

const QString bilingual =
    u"<?xml version=\"1.0\"?>\n<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "
    "version=\"2.0\" srcLang=\"vi\" trgLang=\"en\">\n"
    "<file id=\"f1\"><unit id=\"1\"><segment id=\"a\" state=\"final\"><source>\U0001F1FB Bộ Ngoại "
    "giao</source><target>Ministry\tof \\ Affairs</target></segment></unit></file>\n"
    "<file id=\"f2\"><unit id=\"1\"><segment id=\"a\"><source>Xin <ph id=\"p\"/>chào.</source>"
    "</segment></unit></file></xliff>\n"_s;

} // namespace

class tst_CommandLineVerbs : public QObject
{
    Q_OBJECT
private slots:
    void offsetsAreCodePointsOfTheFile();
    void offsetsAreCodePointsOfTheFile_data();
    void nestedTerms();
    void termsOfAnXliff();
    void receiptsOfAnXliff();
    void termsOfSeveralFiles();
    void segmentRefusesXliff();
    void segmentForPeople();
    void segmentByOwnRules();
    void segmentComplainsAboutRules();
    void segmentExportsRules();
    void exportToTsv();
    void exportToXliff();
    void exportNeverReplacesItsInput();
    void statistics();
    void standardInput();
};

void tst_CommandLineVerbs::offsetsAreCodePointsOfTheFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const QString text = u"\U0001F1FB\U0001F1F3 Chiều nay, Bộ Ngoại\r\ngiao Việt Nam họp báo.\r\n\r\n"
                         "Hai bên hội đàm. Ho\u0323\u0302i đa\u0300m\u00A0mới \\ cũ.\n"_s;
    QTest::newRow("UTF-8") << text.toUtf8() << text;
    const QString marked = QChar(QChar::ByteOrderMark) + text;
    QTest::newRow("UTF-8 with a byte order mark") << marked.toUtf8() << marked;
    QByteArray utf16;
    for (const QChar unit : marked) {
        utf16.append(char(unit.unicode() & 0xff));
        utf16.append(char(unit.unicode() >> 8));
    }
    QTest::newRow("UTF-16") << utf16 << marked;
}

void tst_CommandLineVerbs::offsetsAreCodePointsOfTheFile()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    Workplace place;
    place.put(u"a.txt"_s, bytes);
    place.put(u"g.tsv"_s, glossary);
    const Outcome segments = place.run({u"segment"_s, u"a.txt"_s, u"--tsv"_s, u"--whole-file"_s});
    QVERIFY2(segments.status == 0, segments.text().constData());
    QVERIFY(segments.out.startsWith(u"start\tend\ttext\n"_s));
    QVERIFY(tsvRows(segments.out).size() >= 3);
    for (const QStringList &row : tsvRows(segments.out)) {
        QCOMPARE(row.size(), 3);
        QCOMPARE(row[2], codePoints(text, row[0].toLongLong(), row[1].toLongLong()));
    }
    const Outcome terms =
        place.run({u"terms"_s, u"a.txt"_s, u"--tsv"_s, u"--whole-file"_s, u"--glossary"_s, u"g.tsv"_s});
    QVERIFY2(terms.status == 0, terms.text().constData());
    QVERIFY(terms.out.startsWith(u"file\tstart\tend\tsurface\tentry\ttarget\tstatus\n"_s));
    QStringList entries;
    for (const QStringList &row : tsvRows(terms.out)) {
        QCOMPARE(row.size(), 7);
        QCOMPARE(row[0], u"a.txt"_s);
        QCOMPARE(row[3], codePoints(text, row[1].toLongLong(), row[2].toLongLong()));
        entries.append(row[4]);
    }
    QCOMPARE(entries.count(u"talks"_s), 2);
}

void tst_CommandLineVerbs::nestedTerms()
{
    Workplace place;
    place.put(u"a.txt"_s, u"Bộ Ngoại giao Việt Nam họp."_s.toUtf8());
    place.put(u"g.tsv"_s, glossary);
    const QStringList base{u"terms"_s, u"a.txt"_s, u"--tsv"_s, u"--glossary"_s, u"g.tsv"_s};
    const Outcome longest = place.run(base);
    QCOMPARE(longest.out,
             u"file\tstart\tend\tsurface\tentry\ttarget\tstatus\n"
             "a.txt\t0\t22\tBộ Ngoại giao Việt Nam\tmofa-vn\tMinistry of Foreign Affairs of Viet Nam\t"
             "admitted\n"_s);
    const Outcome all = place.run(base + QStringList{u"--all"_s});
    QCOMPARE(tsvRows(all.out).size(), 2);
    QCOMPARE(tsvRows(all.out)[1][4], u"mofa"_s);
    const Outcome people = place.run({u"terms"_s, u"a.txt"_s, u"--glossary"_s, u"g.tsv"_s});
    QVERIFY2(people.out.contains(u"Bộ Ngoại giao Việt Nam -> Ministry of Foreign Affairs of Viet Nam"_s),
             people.text().constData());
}

void tst_CommandLineVerbs::termsOfAnXliff()
{
    Workplace place;
    place.put(u"a.xlf"_s, bilingual.toUtf8());
    place.put(u"g.tsv"_s, glossary);
    const Outcome outcome = place.run({u"terms"_s, u"a.xlf"_s, u"--tsv"_s, u"--glossary"_s, u"g.tsv"_s});
    const QList<QStringList> rows = tsvRows(outcome.out);
    QVERIFY2(rows.size() == 1, outcome.text().constData());
    QCOMPARE(rows[0][0], u"a.xlf#/f=f1/u=1/a"_s);
    QCOMPARE(rows[0][1], u"2"_s); // the flag's letter is one code point
    QCOMPARE(rows[0][3], u"Bộ Ngoại giao"_s);
}

void tst_CommandLineVerbs::receiptsOfAnXliff()
{
    Workplace place;
    QString translated = bilingual;
    translated.replace(u"Ministry\tof \\ Affairs"_s, u"\U0001F1FB The Ministry of Foreign Affairs"_s);
    place.put(u"a.xlf"_s, translated.toUtf8());
    place.put(u"b.xlf"_s, bilingual.toUtf8());
    place.put(u"g.tsv"_s, glossary);
    const Outcome terms =
        place.run({u"terms"_s, u"a.xlf"_s, u"b.xlf"_s, u"--json"_s, u"--glossary"_s, u"g.tsv"_s});
    QVERIFY2(terms.status == 0, terms.text().constData());
    const QJsonObject json = QJsonDocument::fromJson(terms.out.toUtf8()).object();
    QCOMPARE(json[u"hits"_s].toArray().size(), 2);
    const QJsonArray receipts = json[u"receipts"_s].toArray();
    QCOMPARE(receipts.size(), 2); // a segment without a target has none
    const QJsonObject used = receipts[0].toObject();
    QCOMPARE(used[u"file"_s].toString(), u"a.xlf#/f=f1/u=1/a"_s);
    QCOMPARE(used[u"state"_s].toString(), u"used"_s);
    QCOMPARE(used[u"start"_s].toInt(), 2);
    QCOMPARE(used[u"entry"_s].toString(), u"mofa"_s);
    const QJsonArray span = used[u"spans"_s].toArray()[0].toArray();
    const QString target = u"\U0001F1FB The Ministry of Foreign Affairs"_s;
    QVERIFY(codePoints(target, span[0].toInt(), span[1].toInt()).endsWith(u"Ministry of Foreign Affairs"_s));
    QCOMPARE(receipts[1].toObject()[u"state"_s].toString(), u"missing"_s);
    QVERIFY(receipts[1].toObject()[u"spans"_s].toArray().isEmpty());

    place.put(u"c.txt"_s, u"Bộ Ngoại giao."_s.toUtf8());
    const Outcome text = place.run({u"terms"_s, u"c.txt"_s, u"--json"_s, u"--glossary"_s, u"g.tsv"_s});
    QVERIFY(!QJsonDocument::fromJson(text.out.toUtf8()).object().contains(u"receipts"_s));

    const Outcome stats = place.run({u"stats"_s, u"a.xlf"_s, u"b.xlf"_s, u"c.txt"_s, u"--json"_s});
    QVERIFY2(stats.status == 0, stats.text().constData());
    const QJsonObject counts = QJsonDocument::fromJson(stats.out.toUtf8()).object();
    const QJsonArray files = counts[u"files"_s].toArray();
    QCOMPARE(files[0].toObject()[u"receipts"_s].toObject()[u"used"_s].toInt(), 1); // the shipped glossary
    QCOMPARE(files[1].toObject()[u"receipts"_s].toObject()[u"missing"_s].toInt(), 1);
    QVERIFY(!files[2].toObject().contains(u"receipts"_s));
    const QJsonObject total = counts[u"total"_s].toObject()[u"receipts"_s].toObject();
    QCOMPARE(total[u"used"_s].toInt(), 1);
    QCOMPARE(total[u"missing"_s].toInt(), 1);
    QCOMPARE(total[u"shortForms"_s].toInt(), 0);
}

void tst_CommandLineVerbs::termsOfSeveralFiles()
{
    Workplace place;
    place.put(u"a.txt"_s, u"Hai bên hội đàm."_s.toUtf8());
    place.put(u"b.txt"_s, u"Ba bên hội đàm."_s.toUtf8());
    place.put(u"g.tsv"_s, glossary);
    const Outcome outcome = place.run(
        {u"terms"_s, u"a.txt"_s, u"missing.txt"_s, u"b.txt"_s, u"--tsv"_s, u"--glossary"_s, u"g.tsv"_s});
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.err.count(u'\n'), 1);
    QCOMPARE(tsvRows(outcome.out).size(), 2);
    QCOMPARE(tsvRows(outcome.out)[1][0], u"b.txt"_s);
    QCOMPARE(tsvRows(outcome.out)[1][6], u"deprecated"_s);
}

void tst_CommandLineVerbs::segmentRefusesXliff()
{
    Workplace place;
    place.put(u"a.xlf"_s, bilingual.toUtf8());
    const Outcome outcome = place.run({u"segment"_s, u"a.xlf"_s});
    QVERIFY2(outcome.status == 2 && outcome.err.contains(u"export --to tsv"_s), outcome.text().constData());
}

namespace {

/// Rules that end a segment at each semicolon.
QByteArray ownRules(const QByteArray &pattern)
{
    return "<srx xmlns='http://www.lisa.org/srx20' version='2.0'><header segmentsubflows='yes' cascade='no'/>"
           "<body><languagerules><languagerule languagerulename='a'><rule break='yes'>\n<beforebreak>" +
           pattern +
           "</beforebreak></rule></languagerule></languagerules><maprules><languagemap languagepattern='vi' "
           "languagerulename='a'/></maprules></body></srx>";
}

} // namespace

void tst_CommandLineVerbs::segmentByOwnRules()
{
    Workplace place;
    place.put(u"a.txt"_s, "Một. Hai; ba.\n");
    place.put(u"own.srx"_s, ownRules(";"));
    for (const QString &option : {u"--srx"_s, u"--rules"_s}) {
        const Outcome outcome =
            place.run({u"segment"_s, u"a.txt"_s, u"--tsv"_s, u"--whole-file"_s, option, u"own.srx"_s});
        QVERIFY2(outcome.status == 0 && outcome.err.isEmpty(), outcome.text().constData());
        QCOMPARE(tsvRows(outcome.out),
                 (QList<QStringList>{{u"0"_s, u"9"_s, u"Một. Hai;"_s}, {u"10"_s, u"13"_s, u"ba."_s}}));
    }
    for (const QString &verb : {u"stats"_s, u"draft"_s, u"terms"_s}) {
        const Outcome outcome = place.run({verb, u"a.txt"_s, u"--whole-file"_s, u"--srx"_s, u"own.srx"_s});
        QVERIFY2(outcome.status == 0, outcome.text().constData());
    }
    const Outcome listed = place.run({u"export"_s, u"a.xlf"_s, u"--to"_s, u"tsv"_s});
    QVERIFY2(listed.out.contains(u"Một. Hai;"_s), listed.text().constData());
}

void tst_CommandLineVerbs::segmentComplainsAboutRules()
{
    Workplace place;
    place.put(u"a.txt"_s, "Một. Hai; ba.\n");
    place.put(u"bad.srx"_s, ownRules("(;"));
    const QStringList segment{u"segment"_s, u"a.txt"_s, u"--srx"_s};
    const Outcome bad = place.run(segment + QStringList{u"bad.srx"_s});
    QCOMPARE(bad.status, 2);
    QVERIFY2(bad.err.startsWith(u"verbale: bad.srx:2:"_s) && bad.err.count(u'\n') == 1,
             bad.text().constData());
    QCOMPARE(place.run(segment + QStringList{u"none.srx"_s}).status, 2);
    place.put(u"other.srx"_s, ownRules(";").replace("='vi'", "='lo'"));
    const Outcome other = place.run(segment + QStringList{u"other.srx"_s});
    QCOMPARE(other.status, 2);
    QVERIFY(other.err.contains(u"language vi"_s));
    QCOMPARE(place.run({u"segment"_s}).status, 2);
    QCOMPARE(place.run({u"segment"_s, u"a.txt"_s, u"--export-rules"_s, u"b.srx"_s}).status, 2);
}

void tst_CommandLineVerbs::segmentExportsRules()
{
    Workplace place;
    QCOMPARE(place.run({u"segment"_s, u"--export-rules"_s, u"shipped.srx"_s}).status, 0);
    const Outcome printed = place.run({u"segment"_s, u"--export-rules"_s, u"-"_s});
    QCOMPARE(printed.out.toUtf8(), place.content(u"shipped.srx"_s));
    QFile file(QStringLiteral(VERBALE_SOURCE_DIR "/app/text/rules/vi.srx"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(place.content(u"shipped.srx"_s), file.readAll());

    place.put(u"a.txt"_s, "Đoàn thăm TP. Huế. 15 đại biểu đã đến./.\n");
    const QStringList segment{u"segment"_s, u"a.txt"_s, u"--tsv"_s, u"--whole-file"_s};
    const Outcome plain = place.run(segment);
    QCOMPARE(place.run(segment + QStringList{u"--srx"_s, u"shipped.srx"_s}).out, plain.out);
    QCOMPARE(tsvRows(plain.out).size(), 2);

    place.put(u"own.srx"_s, ownRules(";"));
    QCOMPARE(place.run({u"segment"_s, u"--srx"_s, u"own.srx"_s, u"--export-rules"_s, u"again.srx"_s}).status,
             0);
    QVERIFY(place.content(u"again.srx"_s).contains("<beforebreak>;</beforebreak>"));
}

void tst_CommandLineVerbs::segmentForPeople()
{
    Workplace place;
    place.put(u"a.txt"_s, u"Một câu. Hai câu.\nBa câu.\n"_s.toUtf8());
    const Outcome outcome = place.run({u"segment"_s, u"a.txt"_s, u"--whole-file"_s});
    QCOMPARE(outcome.out, u"   1  Một câu.\n   2  Hai câu.\n\n   3  Ba câu.\n"_s);
}

void tst_CommandLineVerbs::exportToTsv()
{
    Workplace place;
    place.put(u"a.xlf"_s, bilingual.toUtf8());
    const Outcome outcome = place.run({u"export"_s, u"a.xlf"_s, u"--to"_s, u"tsv"_s});
    QVERIFY2(outcome.status == 0, outcome.text().constData());
    QCOMPARE(outcome.out, u"unit\tsegment\tstate\tsource\ttarget\n"
                          "f1/1\ta\tfinal\t\U0001F1FB Bộ Ngoại giao\tMinistry\\tof \\\\ Affairs\n"
                          "f2/1\ta\tinitial\tXin <ph id=\"p\"/>chào.\t\n"_s);
    QCOMPARE(place.run({u"export"_s, u"a.xlf"_s, u"--to"_s, u"tsv"_s, u"-o"_s, u"a.tsv"_s}).status, 0);
    QCOMPARE(QString::fromUtf8(place.content(u"a.tsv"_s)), outcome.out);
}

void tst_CommandLineVerbs::exportToXliff()
{
    Workplace place;
    place.put(u"a.xlf"_s, bilingual.toUtf8());
    QCOMPARE(place.run({u"export"_s, u"a.xlf"_s, u"--to"_s, u"xliff-2.1"_s, u"-o"_s, u"b.xlf"_s}).status, 0);
    const auto before = session::openDocument(u"a.xlf"_s);
    const auto after = session::openDocument(u"b.xlf"_s);
    QVERIFY(before.ok() && after.ok());
    QCOMPARE(after->xliffVersion, u"2.1"_s);
    QCOMPARE(after->document.segments(), before->document.segments());
    for (const SegmentRef &ref : after->document.segments()) {
        QCOMPARE(after->document.at(ref).source.text, before->document.at(ref).source.text);
        QCOMPARE(after->document.at(ref).target, before->document.at(ref).target);
        QCOMPARE(after->document.at(ref).state, before->document.at(ref).state);
    }
    // What is XLIFF 2.1 already is given back byte for byte.
    const Outcome again = place.run({u"export"_s, u"b.xlf"_s, u"--to"_s, u"xliff-2.1"_s, u"-o"_s, u"-"_s});
    QCOMPARE(again.out.toUtf8(), place.content(u"b.xlf"_s));
}

void tst_CommandLineVerbs::exportNeverReplacesItsInput()
{
    Workplace place;
    place.put(u"a.xlf"_s, bilingual.toUtf8());
    const Outcome outcome = place.run({u"export"_s, u"a.xlf"_s, u"--to"_s, u"tsv"_s, u"-o"_s, u"./a.xlf"_s});
    QVERIFY2(outcome.status == 2, outcome.text().constData());
    QCOMPARE(place.content(u"a.xlf"_s), bilingual.toUtf8());
}

void tst_CommandLineVerbs::statistics()
{
    Workplace place;
    place.put(u"a.xlf"_s, bilingual.toUtf8());
    place.put(u"b.txt"_s, u"Một câu. Một câu.\n"_s.toUtf8());
    const Outcome outcome = place.run({u"stats"_s, u"a.xlf"_s, u"b.txt"_s, u"--json"_s, u"--whole-file"_s});
    QVERIFY2(outcome.status == 0, outcome.text().constData());
    const QJsonObject json = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    const QJsonObject xliff = json[u"files"_s].toArray()[0].toObject();
    QCOMPARE(xliff[u"file"_s].toString(), u"a.xlf"_s);
    QCOMPARE(xliff[u"segments"_s].toInt(), 2);
    QCOMPARE(xliff[u"confirmed"_s].toInt(), 1);
    QCOMPARE(xliff[u"untranslated"_s].toInt(), 1);
    QCOMPARE(json[u"files"_s].toArray()[1].toObject()[u"repeatedSegments"_s].toInt(), 1);
    const QJsonObject total = json[u"total"_s].toObject();
    QCOMPARE(total[u"segments"_s].toInt(), 4);
    QCOMPARE(total[u"sourceWords"_s].toInt(), xliff[u"sourceWords"_s].toInt() + 4);
    const Outcome people = place.run({u"stats"_s, u"a.xlf"_s, u"b.txt"_s});
    QVERIFY2(people.status == 0 && people.out.contains(u"total of 2 files"_s), people.text().constData());
}

void tst_CommandLineVerbs::standardInput()
{
    Workplace place;
    const QByteArray text = u"Hai bên hội đàm."_s.toUtf8();
    place.put(u"g.tsv"_s, glossary);
    const Outcome segments = place.run({u"segment"_s, u"-"_s, u"--tsv"_s}, text);
    QCOMPARE(segments.out, u"start\tend\ttext\n0\t16\tHai bên hội đàm.\n"_s);
    const Outcome terms = place.run({u"terms"_s, u"-"_s, u"--tsv"_s, u"--glossary"_s, u"g.tsv"_s}, text);
    QCOMPARE(tsvRows(terms.out).first(),
             (QStringList{u"-"_s, u"8"_s, u"15"_s, u"hội đàm"_s, u"talks"_s, u"talks"_s, u"deprecated"_s}));
    QCOMPARE(place.run({u"stats"_s, u"-"_s, u"--json"_s}, text).status, 0);
    QCOMPARE(place.run({u"export"_s, u"-"_s, u"--to"_s, u"tsv"_s}, bilingual.toUtf8()).status, 0);
    const Outcome bad = place.run({u"segment"_s, u"-"_s}, "\xff\xff\xff");
    QVERIFY2(bad.status == 2 && bad.err.startsWith(u"verbale: "_s) && bad.err.count(u'\n') == 1,
             bad.text().constData());
}

QTEST_GUILESS_MAIN(tst_CommandLineVerbs)
#include "tst_command_line_verbs.moc"
