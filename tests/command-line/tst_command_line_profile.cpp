#include "command_line_test.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QtTest>

using namespace verbale::commandline::testing;
using namespace Qt::StringLiterals;

class tst_CommandLineProfile : public QObject
{
    Q_OBJECT
private slots:
    void lists();
    void shows();
    void copiesAndChecks();
    void refusesUse_data();
    void refusesUse();
    void termsFollowIt();
    void settingsChooseIt();
};

void tst_CommandLineProfile::lists()
{
    Workplace place;
    const Outcome outcome = place.run({u"glossary"_s, u"profile"_s, u"--list"_s});
    QVERIFY2(outcome.status == 0, outcome.text().constData());
    QCOMPARE(outcome.out, u"mofa\nneutral\n"_s);
}

void tst_CommandLineProfile::shows()
{
    Workplace place;
    const Outcome text = place.run({u"glossary"_s, u"profile"_s, u"--show"_s, u"mofa"_s});
    QVERIFY2(text.status == 0, text.text().constData());
    QVERIFY(text.out.contains(u"forbidden: South China Sea -> East Sea"_s));
    const Outcome json = place.run({u"glossary"_s, u"profile"_s, u"--show"_s, u"neutral"_s, u"--json"_s});
    const QJsonObject object = QJsonDocument::fromJson(json.out.toUtf8()).object();
    QCOMPARE(object.value(u"profile"_s).toString(), u"neutral"_s);
    QVERIFY(object.value(u"rules"_s).toArray().size() > 20);
    QCOMPARE(place.run({u"glossary"_s, u"profile"_s, u"--show"_s, u"none"_s}).status, 2);
}

void tst_CommandLineProfile::copiesAndChecks()
{
    Workplace place;
    const QStringList copy{u"glossary"_s, u"profile"_s, u"--export"_s, u"mofa"_s, u"-o"_s, u"own.tsv"_s};
    QCOMPARE(place.run(copy).status, 0);
    const QByteArray file = place.content(u"own.tsv"_s);
    QVERIFY(file.startsWith("kind\twording\treplacement"));
    const Outcome good = place.run({u"glossary"_s, u"profile"_s, u"--check"_s, u"own.tsv"_s});
    QVERIFY2(good.status == 0, good.text().constData());
    const Outcome again = place.run(copy);
    QCOMPARE(again.status, 2);
    QVERIFY2(again.err.contains(u"there already"_s), again.text().constData());
    place.put(u"own.tsv"_s, file + "avoid\tA\t\t\t\t\t\t\t\n");
    const Outcome bad = place.run({u"glossary"_s, u"profile"_s, u"--check"_s, u"own.tsv"_s, u"--json"_s});
    QCOMPARE(bad.status, 1);
    const QJsonArray findings =
        QJsonDocument::fromJson(bad.out.toUtf8()).object().value(u"findings"_s).toArray();
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0].toObject().value(u"line"_s).toInt(), static_cast<int>(file.count('\n')) + 1);
    place.put(u"none.tsv"_s, "id\tvi\ten\n");
    QCOMPARE(place.run({u"glossary"_s, u"profile"_s, u"--check"_s, u"none.tsv"_s}).status, 2);
}

void tst_CommandLineProfile::refusesUse_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("two things") << QStringList{u"--list"_s, u"--show"_s, u"mofa"_s};
    QTest::newRow("no output") << QStringList{u"--export"_s, u"mofa"_s};
    QTest::newRow("no export") << QStringList{u"--list"_s, u"-o"_s, u"x"_s};
    QTest::newRow("no such style") << QStringList{u"--export"_s, u"none"_s, u"-o"_s, u"x"_s};
    QTest::newRow("no such file") << QStringList{u"--check"_s, u"none.tsv"_s};
}

void tst_CommandLineProfile::refusesUse()
{
    QFETCH(QStringList, options);
    Workplace place;
    const Outcome outcome = place.run(QStringList{u"glossary"_s, u"profile"_s} + options);
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.err.count(u'\n'), 1);
}

void tst_CommandLineProfile::termsFollowIt()
{
    Workplace place;
    place.put(u"a.txt"_s, u"Việt Nam nói về Biển Đông.\n"_s.toUtf8());
    const QStringList terms{u"terms"_s, u"a.txt"_s, u"--tsv"_s};
    QVERIFY(place.run(terms).out.contains(u"\tEast Sea\t"_s));
    const Outcome neutral = place.run(terms + QStringList{u"--profile"_s, u"neutral"_s});
    QVERIFY2(neutral.out.contains(u"\tSouth China Sea\t"_s), neutral.text().constData());
    QVERIFY(neutral.out.contains(u"\tVietnam\t"_s));
    const Outcome none = place.run(terms + QStringList{u"--profile"_s, u"none"_s});
    QCOMPARE(none.status, 2);
    QVERIFY2(none.err.contains(u"no house style"_s), none.text().constData());
}

void tst_CommandLineProfile::settingsChooseIt()
{
    Workplace place;
    QVERIFY(QDir().mkpath(place.path(u".home/verbale"_s)));
    place.put(u".home/verbale/settings.json"_s, R"({"profile": "neutral"})");
    place.put(u"a.txt"_s, u"Việt Nam nói về Biển Đông.\n"_s.toUtf8());
    const Outcome outcome = place.run({u"terms"_s, u"a.txt"_s, u"--tsv"_s});
    QVERIFY2(outcome.out.contains(u"\tSouth China Sea\t"_s), outcome.text().constData());
}

QTEST_GUILESS_MAIN(tst_CommandLineProfile)
#include "tst_command_line_profile.moc"
