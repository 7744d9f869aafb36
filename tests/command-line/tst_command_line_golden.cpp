#include "command_line_test.h"

#include <QtCore/QFile>
#include <QtTest/QtTest>

using namespace verbale::commandline::testing;
using namespace Qt::StringLiterals;

/// Each output is compared byte by byte with a file of tests/golden/command-line. After a wanted change run
/// this test with VERBALE_UPDATE_GOLDEN=1 and read the difference before committing it.
class tst_CommandLineGolden : public QObject
{
    Q_OBJECT
private slots:
    void output();
    void output_data();
};

void tst_CommandLineGolden::output_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QStringList own{u"--glossary"_s, u"thuat-ngu.tsv"_s};
    QTest::newRow("help.txt") << QStringList{u"--help"_s};
    for (const QString &verb : {u"draft"_s, u"segment"_s, u"terms"_s, u"validate"_s, u"edit"_s, u"export"_s,
                                u"merge"_s, u"stats"_s, u"glossary"_s, u"plugins"_s, u"ledger"_s})
        QTest::newRow(qPrintable(u"help-%1.txt"_s.arg(verb))) << QStringList{verb, u"--help"_s};
    QTest::newRow("draft.txt") << QStringList{u"draft"_s, u"tin-van.txt"_s} + own;
    QTest::newRow("draft-dropped.txt")
        << QStringList{u"draft"_s, u"tin-van.txt"_s, u"--show-dropped"_s} + own;
    QTest::newRow("draft.json") << QStringList{u"draft"_s, u"tin-van.txt"_s, u"--json"_s,
                                               u"--show-dropped"_s} +
                                       own;
    QTest::newRow("segment.txt") << QStringList{u"segment"_s, u"tin-van.txt"_s};
    QTest::newRow("segment.tsv") << QStringList{u"segment"_s, u"tin-van.txt"_s, u"--tsv"_s};
    QTest::newRow("segment-wrapped.tsv") << QStringList{u"segment"_s, u"ngat-dong.txt"_s, u"--tsv"_s};
    QTest::newRow("terms.txt") << QStringList{u"terms"_s, u"tin-van.txt"_s} + own;
    QTest::newRow("terms.tsv") << QStringList{u"terms"_s, u"tin-van.txt"_s, u"ngat-dong.txt"_s, u"--tsv"_s} +
                                      own;
    QTest::newRow("terms-all.tsv") << QStringList{u"terms"_s, u"tin-van.txt"_s, u"--tsv"_s, u"--all"_s} + own;
    QTest::newRow("export.tsv") << QStringList{u"export"_s, u"tin-van.txt"_s, u"--to"_s, u"tsv"_s};
    for (const QString &action : {u"import"_s, u"export"_s, u"lint"_s, u"stats"_s, u"find"_s, u"profile"_s})
        QTest::newRow(qPrintable(u"help-glossary-%1.txt"_s.arg(action)))
            << QStringList{u"glossary"_s, action, u"--help"_s};
    for (const QString &action : {u"list"_s, u"enable"_s, u"new"_s, u"check"_s, u"run"_s})
        QTest::newRow(qPrintable(u"help-plugins-%1.txt"_s.arg(action)))
            << QStringList{u"plugins"_s, action, u"--help"_s};
    for (const QString &format : {u"tsv"_s, u"csv"_s, u"tbx-basic"_s, u"tbx-v2"_s})
        QTest::newRow(qPrintable(u"glossary-export.%1"_s.arg(format)))
            << QStringList{u"glossary"_s, u"export"_s, u"--to"_s, format} + own;
    QTest::newRow("glossary-export-dct.tbx")
        << QStringList{u"glossary"_s, u"export"_s, u"--to"_s, u"tbx-basic"_s, u"--style"_s, u"dct"_s} + own;
    QTest::newRow("glossary-stats.txt") << QStringList{u"glossary"_s, u"stats"_s} + own;
    QTest::newRow("glossary-stats.json") << QStringList{u"glossary"_s, u"stats"_s, u"--json"_s} + own;
    QTest::newRow("glossary-find.txt") << QStringList{u"glossary"_s, u"find"_s, u"bo ngoai giao"_s} + own;
    QTest::newRow("glossary-find.json")
        << QStringList{u"glossary"_s, u"find"_s, u"asean"_s, u"--json"_s} + own;
    QTest::newRow("stats.txt") << QStringList{u"stats"_s, u"tin-van.txt"_s, u"ngat-dong.txt"_s};
    QTest::newRow("stats.json") << QStringList{u"stats"_s, u"tin-van.txt"_s, u"--json"_s};
}

void tst_CommandLineGolden::output()
{
    QFETCH(QStringList, arguments);
    const QString folder = QStringLiteral(VERBALE_SOURCE_DIR "/tests/golden/command-line/");
    Workplace place;
    for (const QString &name : {u"tin-van.txt"_s, u"ngat-dong.txt"_s, u"thuat-ngu.tsv"_s})
        QVERIFY(QFile::copy(folder + name, name));
    const Outcome outcome = place.run(arguments);
    QVERIFY2(outcome.status == 0 && outcome.err.isEmpty(), outcome.text().constData());

    QFile golden(folder + u"expected/"_s + QString::fromUtf8(QTest::currentDataTag()));
    if (qEnvironmentVariableIsSet("VERBALE_UPDATE_GOLDEN")) {
        QVERIFY(golden.open(QIODevice::WriteOnly));
        golden.write(outcome.out.toUtf8());
        QSKIP("the golden file was written anew");
    }
    QVERIFY2(golden.open(QIODevice::ReadOnly), qPrintable(golden.fileName()));
    const QStringList expected = QString::fromUtf8(golden.readAll()).split(u'\n');
    const QStringList actual = outcome.out.split(u'\n');
    for (qsizetype line = 0; line < qMin(expected.size(), actual.size()); ++line)
        QCOMPARE(u"%1: %2"_s.arg(line + 1).arg(actual[line]), u"%1: %2"_s.arg(line + 1).arg(expected[line]));
    QCOMPARE(actual.size(), expected.size());
}

QTEST_GUILESS_MAIN(tst_CommandLineGolden)
#include "tst_command_line_golden.moc"
