#include "command_line_test.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QtTest>

using namespace verbale::commandline::testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray terms = u"id\tvi\ten\tdomain\tstatus\tauthority\n"
                         u"un\tLiên hợp quốc\tUnited Nations\tun\tpreferred\tUN Charter\n"
                         u"summit\thội nghị cấp cao\tsummit\tmeetings\tadmitted\tCharter\n"_s.toUtf8();

QJsonObject json(const Outcome &outcome)
{
    return QJsonDocument::fromJson(outcome.out.toUtf8()).object();
}

} // namespace

class tst_CommandLineGlossary : public QObject
{
    Q_OBJECT
private slots:
    void convertsBackAndForth_data();
    void convertsBackAndForth();
    void bringsIntoATermbase();
    void mergesAndTells();
    void writesNothingWhenRowsAreWrong();
    void skipsBadRowsWhenAsked();
    void mapsColumns();
    void previews();
    void readsStandardInput();
    void refusesTbxByItsRules();
    void refusesUse_data();
    void refusesUse();
    void exportsTheShippedGlossary();
    void lints();
    void counts();
    void finds();
    void harvests();
    void termsPrintNothingOfNothing();
    void termsReadTbx();
};

void tst_CommandLineGlossary::convertsBackAndForth_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("tbx") << u"b.tbx"_s << QStringList();
    QTest::newRow("tbx dct") << u"b.tbx"_s << QStringList{u"--style"_s, u"dct"_s};
    QTest::newRow("csv") << u"b.csv"_s << QStringList();
    QTest::newRow("xlsx") << u"b.xlsx"_s << QStringList();
}

void tst_CommandLineGlossary::convertsBackAndForth()
{
    QFETCH(QString, name);
    QFETCH(QStringList, options);
    Workplace place;
    place.put(u"a.tsv"_s, terms);
    const Outcome tsv = place.run({u"glossary"_s, u"import"_s, u"a.tsv"_s, u"-o"_s, u"one.tsv"_s});
    QVERIFY2(tsv.status == 0 && tsv.err.isEmpty(), tsv.text().constData());
    const Outcome there =
        place.run(QStringList{u"glossary"_s, u"import"_s, u"a.tsv"_s, u"-o"_s, name} + options);
    QVERIFY2(there.status == 0 && there.err.isEmpty(), there.text().constData());
    QCOMPARE(there.out, name + u": 2 entries\n"_s);
    const Outcome back = place.run({u"glossary"_s, u"import"_s, name, u"-o"_s, u"two.tsv"_s});
    QVERIFY2(back.status == 0 && back.err.isEmpty(), back.text().constData());
    QCOMPARE(place.content(u"two.tsv"_s), place.content(u"one.tsv"_s));
}

void tst_CommandLineGlossary::bringsIntoATermbase()
{
    Workplace place;
    place.put(u"a.tsv"_s, terms);
    const QStringList import{u"glossary"_s, u"import"_s, u"a.tsv"_s, u"-o"_s, u"own.vtb"_s};
    const Outcome first = place.run(import);
    QVERIFY2(first.status == 0 && first.err.isEmpty(), first.text().constData());
    QCOMPARE(first.out, u"own.vtb: 2 entries were added\n"_s);
    place.put(u"a.tsv"_s, terms + "x\t\tnothing\t\t\t\ny\tviệc\tmatter\t\t\t\n");
    QCOMPARE(place.run(import).status, 2); // nothing of a file with a wrong row
    const Outcome again = place.run(import + QStringList{u"--skip-bad-rows"_s});
    QCOMPARE(again.status, 1);
    QCOMPARE(again.out, u"own.vtb: 1 entries were added\n"_s);
    const Outcome out =
        place.run({u"glossary"_s, u"export"_s, u"--glossary"_s, u"own.vtb"_s, u"--to"_s, u"tsv"_s});
    QVERIFY2(out.status == 0, out.text().constData());
    QVERIFY(out.out.contains(u"Liên hợp quốc\tUnited Nations"_s) && out.out.contains(u"việc\tmatter"_s));
    const Outcome stats = place.run({u"glossary"_s, u"stats"_s, u"--glossary"_s, u"own.vtb"_s, u"--json"_s});
    QCOMPARE(json(stats)[u"entries"_s].toInt(), 3);
    const Outcome bare = place.run({u"glossary"_s, u"stats"_s, u"own.vtb"_s, u"--json"_s});
    QCOMPARE(bare.out, stats.out);
    const Outcome found =
        place.run({u"glossary"_s, u"find"_s, u"lien hop"_s, u"--glossary"_s, u"own.vtb"_s, u"--json"_s});
    QVERIFY2(found.status == 0 && found.out.contains(u"United Nations"_s), found.text().constData());
    QVERIFY(place.run({u"glossary"_s, u"lint"_s, u"own.vtb"_s}).status <= 1);
    place.put(u"bad.vtb"_s, "no termbase");
    const Outcome bad =
        place.run({u"glossary"_s, u"import"_s, u"a.tsv"_s, u"-o"_s, u"bad.vtb"_s, u"--skip-bad-rows"_s});
    QCOMPARE(bad.status, 2);
    QVERIFY(bad.err.contains(u"bad.vtb: This is not a termbase"_s));
    QCOMPARE(place.content(u"bad.vtb"_s), QByteArray("no termbase"));
}

void tst_CommandLineGlossary::mergesAndTells()
{
    Workplace place;
    place.put(u"a.tsv"_s, terms);
    place.put(u"b.csv"_s,
              u"id,vi,en,note\nun,Liên Hợp Quốc,united nations,\nun,hợp tác,cooperation,n\n"_s.toUtf8());
    const Outcome outcome =
        place.run({u"glossary"_s, u"import"_s, u"a.tsv"_s, u"b.csv"_s, u"-o"_s, u"c.tsv"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    const QJsonObject told = json(outcome);
    QCOMPARE(told[u"entries"_s].toInt(), 4);
    QVERIFY(told[u"written"_s].toBool());
    QCOMPARE(told[u"format"_s].toString(), u"tsv"_s);
    const QJsonArray duplicates = told[u"duplicates"_s].toArray();
    QVERIFY(duplicates.size() >= 2);
    QCOMPARE(duplicates.first()[u"file"_s].toString(), u"b.csv"_s);
    QVERIFY(place.content(u"c.tsv"_s).contains(u"\thợp tác\t"_s.toUtf8()));
}

void tst_CommandLineGlossary::writesNothingWhenRowsAreWrong()
{
    Workplace place;
    place.put(u"a.tsv"_s, terms + "x\t\tnothing\t\t\t\ny\tviệc\tmatter\t\tgood\t\n");
    const Outcome outcome = place.run({u"glossary"_s, u"import"_s, u"a.tsv"_s, u"-o"_s, u"b.tbx"_s});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains(u"verbale: a.tsv:4:3: the row has no term in column \"vi\""_s),
             outcome.text().constData());
    QVERIFY(outcome.err.contains(u"verbale: a.tsv:5:"_s));
    QVERIFY(outcome.err.contains(u"--skip-bad-rows"_s));
    QCOMPARE(place.files(), QStringList{u"a.tsv"_s});
}

void tst_CommandLineGlossary::skipsBadRowsWhenAsked()
{
    Workplace place;
    place.put(u"a.tsv"_s, terms + "x\t\tnothing\t\t\t\n");
    const Outcome outcome = place.run(
        {u"glossary"_s, u"import"_s, u"a.tsv"_s, u"-o"_s, u"b.tsv"_s, u"--skip-bad-rows"_s, u"--json"_s});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(json(outcome)[u"entries"_s].toInt(), 2);
    const QJsonObject row = json(outcome)[u"rejected"_s].toArray().first().toObject();
    QCOMPARE(row[u"line"_s].toInt(), 4);
    QCOMPARE(row[u"code"_s].toString(), u"glossary.missing-term"_s);
}

void tst_CommandLineGlossary::mapsColumns()
{
    Workplace place;
    place.put(u"a.csv"_s, u"Cột 1;Cột 2;Region\nhội nghị;summit;n\n"_s.toUtf8());
    const Outcome outcome = place.run({u"glossary"_s, u"import"_s, u"a.csv"_s, u"-o"_s, u"b.tsv"_s,
                                       u"--column"_s, u"cột 1=vi"_s, u"--column"_s, u"Cột 2=en"_s});
    QVERIFY2(outcome.status == 0, outcome.text().constData());
    QVERIFY(outcome.err.contains(u"Region"_s)); // what is lost is said
    QVERIFY(place.content(u"b.tsv"_s).contains(u"\thội nghị\tsummit\t"_s.toUtf8()));
}

/// What people call columns is understood; a preview says so and writes nothing.
void tst_CommandLineGlossary::previews()
{
    Workplace place;
    place.put(u"a.csv"_s,
              u"STT;Tiếng Việt;Tiếng Anh\n1;hội nghị;summit\n2;đại sứ;\n3;Nga;Russia\n"_s.toUtf8());
    const QStringList import{u"glossary"_s, u"import"_s, u"a.csv"_s, u"--preview"_s};
    const Outcome text = place.run(import);
    QCOMPARE(text.status, 1);
    QVERIFY(text.text().contains("en (guessed)"));
    QVERIFY(text.err.contains(u"a.csv:3"_s));
    const Outcome outcome = place.run(import + QStringList{u"--json"_s});
    const QJsonObject file = json(outcome)[u"files"_s].toArray().first().toObject();
    QCOMPARE(file[u"format"_s].toString(), u"csv"_s);
    QCOMPARE(file[u"encoding"_s].toString(), u"UTF-8"_s);
    QCOMPARE(file[u"entries"_s].toInt(), 2);
    QCOMPARE(file[u"rowCount"_s].toInt(), 3);
    QCOMPARE(file[u"rejected"_s].toArray().size(), 1);
    const QJsonArray columns = file[u"columns"_s].toArray();
    QCOMPARE(columns.size(), 3);
    QCOMPARE(columns[0].toObject()[u"field"_s].toString(), QString());
    QCOMPARE(columns[1].toObject()[u"field"_s].toString(), u"vi"_s);
    QCOMPARE(columns[2].toObject()[u"key"_s].toString(), u"#3"_s);
    const Outcome lost = place.run(import + QStringList{u"--column"_s, u"Tiếng Anh=note"_s, u"--json"_s});
    QCOMPARE(lost.status, 1);
    const QJsonObject why = json(lost)[u"files"_s].toArray().first().toObject()[u"problem"_s].toObject();
    QCOMPARE(why[u"code"_s].toString(), u"glossary.bad-header"_s);
    const Outcome numbered =
        place.run({u"glossary"_s, u"import"_s, u"a.csv"_s, u"--preview"_s, u"--no-header"_s, u"--column"_s,
                   u"#2=vi"_s, u"--column"_s, u"#3=en"_s, u"--json"_s});
    QCOMPARE(json(numbered)[u"files"_s].toArray().first().toObject()[u"entries"_s].toInt(), 3);
}

void tst_CommandLineGlossary::readsStandardInput()
{
    Workplace place;
    const Outcome outcome = place.run({u"glossary"_s, u"import"_s, u"-"_s, u"-o"_s, u"b.csv"_s}, terms);
    QVERIFY2(outcome.status == 0, outcome.text().constData());
    QVERIFY(place.content(u"b.csv"_s).contains("United Nations"));
}

void tst_CommandLineGlossary::refusesTbxByItsRules()
{
    Workplace place;
    place.put(u"a.tbx"_s,
              "<tbx type='TBX-Basic' style='dca' xml:lang='en' "
              "xmlns='urn:iso:std:iso:30042:ed-2'><tbxHeader><fileDesc>"
              "<sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>\n<conceptEntry id='a'>\n"
              "<descrip type='context'>c</descrip><langSec "
              "xml:lang='en'><termSec><term>t</term></termSec></langSec>"
              "</conceptEntry></body></text></tbx>");
    const Outcome outcome = place.run({u"glossary"_s, u"import"_s, u"a.tbx"_s, u"-o"_s, u"b.tbx"_s});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains(u"a.tbx:3:1: "_s) && outcome.err.contains(u"context"_s),
             outcome.text().constData());
    QVERIFY(!place.files().contains(u"b.tbx"_s));
}

void tst_CommandLineGlossary::refusesUse_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("said");
    QTest::newRow("no action") << QStringList() << u"subcommand is required"_s;
    QTest::newRow("unknown action") << QStringList{u"polish"_s} << u"glossary --help"_s;
    QTest::newRow("import without -o") << QStringList{u"import"_s, u"a.tsv"_s} << u"needs -o OUT"_s;
    QTest::newRow("import to nothing known")
        << QStringList{u"import"_s, u"a.tsv"_s, u"-o"_s, u"b.doc"_s} << u".tbx"_s;
    QTest::newRow("import from nothing known")
        << QStringList{u"import"_s, u"a.tsv"_s, u"-o"_s, u"b.tsv"_s, u"--from"_s, u"doc"_s}
        << u"Unknown format 'doc'"_s;
    QTest::newRow("import onto itself")
        << QStringList{u"import"_s, u"a.tsv"_s, u"-o"_s, u"./a.tsv"_s} << u"would replace"_s;
    QTest::newRow("missing file") << QStringList{u"import"_s, u"none.tsv"_s, u"-o"_s, u"b.tsv"_s}
                                  << u"none.tsv"_s;
    QTest::newRow("bad column") << QStringList{u"import"_s, u"a.tsv"_s,    u"-o"_s,
                                               u"b.tsv"_s,  u"--column"_s, u"vi"_s}
                                << u"NAME=COLUMN"_s;
    QTest::newRow("no such column") << QStringList{u"import"_s, u"a.tsv"_s,    u"-o"_s,
                                                   u"b.tsv"_s,  u"--column"_s, u"x=english"_s}
                                    << u"no column 'english'"_s;
    QTest::newRow("no such encoding")
        << QStringList{u"import"_s, u"a.tsv"_s, u"-o"_s, u"b.tsv"_s, u"--encoding"_s, u"klingon"_s}
        << u"klingon"_s;
    QTest::newRow("export without --to") << QStringList{u"export"_s} << u"needs --to"_s;
    QTest::newRow("export to nothing known")
        << QStringList{u"export"_s, u"--to"_s, u"doc"_s} << u"Unknown format 'doc'"_s;
    QTest::newRow("unknown style") << QStringList{u"export"_s, u"--to"_s, u"tbx-basic"_s, u"--style"_s,
                                                  u"x"_s}
                                   << u"Unknown style"_s;
    QTest::newRow("json into the glossary")
        << QStringList{u"export"_s, u"--to"_s, u"tsv"_s, u"--json"_s} << u"needs -o"_s;
    QTest::newRow("limit") << QStringList{u"find"_s, u"x"_s, u"--limit"_s, u"none"_s} << u"--limit"_s;
}

void tst_CommandLineGlossary::refusesUse()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, said);
    Workplace place;
    place.put(u"a.tsv"_s, terms);
    const Outcome outcome = place.run(QStringList{u"glossary"_s} + arguments);
    QVERIFY2(outcome.status == 2 && outcome.err.contains(said) && outcome.err.count(u'\n') == 1,
             outcome.text().constData());
    QVERIFY(outcome.out.isEmpty());
    QCOMPARE(place.content(u"a.tsv"_s), terms);
}

void tst_CommandLineGlossary::exportsTheShippedGlossary()
{
    Workplace place;
    const Outcome tsv = place.run({u"glossary"_s, u"export"_s, u"--to"_s, u"tsv"_s, u"-o"_s, u"a.tsv"_s});
    QVERIFY2(tsv.status == 0 && tsv.err.isEmpty(), tsv.text().constData());
    for (const QString &format : {u"tbx-basic"_s, u"tbx-v2"_s, u"csv"_s}) {
        const Outcome there =
            place.run({u"glossary"_s, u"export"_s, u"--to"_s, format, u"--glossary"_s, u"builtin"_s});
        QVERIFY2(there.status == 0 && there.err.isEmpty(), there.err.toUtf8().constData());
        place.put(u"b"_s, there.out.toUtf8());
        const Outcome back = place.run({u"glossary"_s, u"import"_s, u"b"_s, u"-o"_s, u"b.tsv"_s, u"--from"_s,
                                        format == u"csv"_s ? u"csv"_s : u"tbx-basic"_s});
        QCOMPARE(back.status, 0);
        QCOMPARE(place.content(u"b.tsv"_s).count('\n'), place.content(u"a.tsv"_s).count('\n'));
    }
}

void tst_CommandLineGlossary::lints()
{
    Workplace place;
    place.put(u"a.tsv"_s, terms);
    place.put(u"b.tsv"_s,
              u"id\tvi\ten\tdomain\tauthority\nx\thội nghị cấp cao\tSummit\tmeetings\t\n"_s.toUtf8());
    const Outcome clear = place.run({u"glossary"_s, u"lint"_s, u"a.tsv"_s});
    QVERIFY2(clear.status == 0 && clear.out == u"Nothing was found.\n"_s, clear.text().constData());
    const Outcome found = place.run({u"glossary"_s, u"lint"_s, u"a.tsv"_s, u"b.tsv"_s, u"--json"_s});
    QCOMPARE(found.status, 1);
    QStringList codes;
    for (const QJsonValue &finding : json(found)[u"findings"_s].toArray())
        codes.append(finding[u"file"_s].toString() + u':' + finding[u"code"_s].toString());
    QCOMPARE(codes, (QStringList{u"b.tsv:no-authority"_s, u"b.tsv:duplicate-sense"_s,
                                 u"b.tsv:unexplained-homograph"_s}));
    const Outcome people = place.run({u"glossary"_s, u"lint"_s, u"b.tsv"_s});
    QVERIFY2(people.out.startsWith(u"b.tsv:2: warning: x: no authority is named [no-authority]\n"_s),
             people.text().constData());
}

void tst_CommandLineGlossary::counts()
{
    Workplace place;
    place.put(u"a.tsv"_s, terms);
    const Outcome outcome = place.run({u"glossary"_s, u"stats"_s, u"--glossary"_s, u"a.tsv"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    const QJsonObject figures = json(outcome);
    QCOMPARE(figures[u"entries"_s].toInt(), 2);
    QCOMPARE(figures[u"byDomain"_s][u"un"_s].toInt(), 1);
    QCOMPARE(figures[u"termsByLanguage"_s][u"vi"_s].toInt(), 2);
    QCOMPARE(figures[u"byStatus"_s][u"admitted"_s].toInt(), 1);
    const Outcome shipped = place.run({u"glossary"_s, u"stats"_s});
    QVERIFY(shipped.out.contains(u"entries by domain"_s));
}

void tst_CommandLineGlossary::finds()
{
    Workplace place;
    place.put(u"a.tsv"_s, terms);
    const Outcome outcome =
        place.run({u"glossary"_s, u"find"_s, u"hoi"_s, u"nghi"_s, u"--glossary"_s, u"a.tsv"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    const QJsonArray hits = json(outcome)[u"hits"_s].toArray();
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits.first()[u"entry"_s].toString(), u"summit"_s);
    QCOMPARE(hits.first()[u"rank"_s].toString(), u"no-diacritics"_s);
    QCOMPARE(hits.first()[u"en"_s].toArray().first().toString(), u"summit"_s);
    const Outcome none = place.run({u"glossary"_s, u"find"_s, u"zzz"_s, u"--glossary"_s, u"a.tsv"_s});
    QVERIFY2(none.status == 0 && none.out == u"Nothing was found.\n"_s, none.text().constData());
    const Outcome people = place.run({u"glossary"_s, u"find"_s, u"united"_s, u"--glossary"_s, u"a.tsv"_s});
    QVERIFY2(people.out.startsWith(u"Liên hợp quốc = United Nations\n    un, preferred, prefix\n"_s),
             people.text().constData());
}

/// A verb that takes a glossary takes TBX.
void tst_CommandLineGlossary::harvests()
{
    Workplace place;
    place.put(u"vi.txt"_s, u"Họ dự Diễn đàn Sông Ngân (Silver River Forum - SRF).\nTrời mưa.\n"_s.toUtf8());
    place.put(u"en.txt"_s, "They attended the Silver River Forum (SRF).\nIt rains.\n");
    place.put(u"short.txt"_s, "They attended.\n");
    place.put(u"a.tsv"_s, terms);
    const QStringList harvest{u"glossary"_s, u"harvest"_s,   u"vi.txt"_s, u"--glossary"_s,
                              u"a.tsv"_s,    u"--english"_s, u"en.txt"_s};
    const Outcome table = place.run(harvest + QStringList{u"--tsv"_s});
    QVERIFY2(table.status == 0, table.text().constData());
    QCOMPARE(table.out.section(u'\n', 0, 0), u"vi\ten\tabbreviation_en\tcount\tevidence\tcontext"_s);
    QVERIFY(table.out.section(u'\n', 1, 1)
                .startsWith(u"Diễn đàn Sông Ngân\tSilver River Forum\tSRF\t1\tbracket"_s));
    const QJsonArray found = json(place.run(harvest + QStringList{u"--json"_s}))[u"candidates"_s].toArray();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].toObject()[u"contexts"_s].toArray().size(), 1);
    QCOMPARE(place.run({u"glossary"_s, u"harvest"_s, u"vi.txt"_s, u"--english"_s, u"short.txt"_s}).status, 2);
    QCOMPARE(place.run({u"glossary"_s, u"harvest"_s, u"vi.txt"_s, u"--limit"_s, u"none"_s}).status, 2);
    QCOMPARE(place.run({u"glossary"_s, u"harvest"_s, u"none.txt"_s}).status, 2);
}

/// An input that cannot be used is no empty list.
void tst_CommandLineGlossary::termsPrintNothingOfNothing()
{
    Workplace place;
    for (const QString &form : {u"--json"_s, u"--tsv"_s}) {
        const Outcome outcome = place.run({u"terms"_s, u"none.txt"_s, form});
        QCOMPARE(outcome.status, 2);
        QVERIFY(outcome.out.isEmpty());
    }
}

void tst_CommandLineGlossary::termsReadTbx()
{
    Workplace place;
    place.put(u"a.tsv"_s, terms);
    place.put(u"t.txt"_s, u"Liên hợp quốc họp hôm nay.\n"_s.toUtf8());
    QCOMPARE(place.run({u"glossary"_s, u"import"_s, u"a.tsv"_s, u"-o"_s, u"a.tbx"_s}).status, 0);
    const Outcome outcome = place.run({u"terms"_s, u"t.txt"_s, u"--tsv"_s, u"--glossary"_s, u"a.tbx"_s});
    QVERIFY2(outcome.status == 0, outcome.text().constData());
    const QList<QStringList> rows = tsvRows(outcome.out);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().mid(4), (QStringList{u"un"_s, u"United Nations"_s, u"preferred"_s}));
}

QTEST_GUILESS_MAIN(tst_CommandLineGlossary)
#include "tst_command_line_glossary.moc"
