#include "glossary/data/glossary_checks.h"

#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::glossary;
using namespace Qt::StringLiterals;

namespace {

const QString header = u"id\tvi\ten\tpos\tdomain\tstatus\tvi_variants\ten_variants\tabbreviation_vi\t"
                       u"abbreviation_en\tnote\tauthority\tvalid_from\tvalid_to\n"_s;

QString row(const QString &id, const QString &vi, const QString &domain = u"asean"_s,
            const QString &note = {}, const QString &variants = {})
{
    return QStringList{id, vi,   u"English"_s, u"noun"_s, domain, u"preferred"_s, variants, {}, {},
                       {}, note, u"Charter"_s, {},        {}}
               .join(u'\t') +
           u'\n';
}

} // namespace

class TestGlossaryChecks : public QObject
{
    Q_OBJECT

private slots:
    void acceptsGoodFiles();
    void findsOneFault_data();
    void findsOneFault();
    void comparesFiles();
    void listsEveryProblem();
};

void TestGlossaryChecks::acceptsGoodFiles()
{
    GlossaryChecks checks;
    checks.addFile(
        (header + row(u"a"_s, u"Nga"_s, u"x"_s, {}, u"nga|NGA"_s) + row(u"b"_s, u"Nga"_s, u"y"_s)).toUtf8(),
        u"one.tsv"_s);
    checks.addFile((header + row(u"a.a"_s, u"Nga"_s, u"x"_s, u"the river"_s)).toUtf8(), u"two.tsv"_s);
    QVERIFY2(checks.problems().isEmpty(),
             checks.problems().isEmpty() ? "" : qPrintable(checks.problems().first().text()));
    QCOMPARE(checks.entries().size(), 3);
    QCOMPARE(checks.entries().last().id, u"a.a"_s);
}

void TestGlossaryChecks::findsOneFault_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const QString good = row(u"a"_s, u"Nga"_s);
    const auto without = [&](int column) {
        QStringList cells = row(u"b"_s, u"Pháp"_s).split(u'\t');
        cells[column].clear();
        return header + good + cells.join(u'\t');
    };
    QTest::newRow("no header") << good << u"f.tsv:1:1: the first line has to be the columns"_s;
    QTest::newRow("columns in another order") << QString(header).replace(u"id\tvi"_s, u"vi\tid"_s) + good
                                              << u"f.tsv:1:1: the first line has to be"_s;
    QTest::newRow("id twice") << header + good + row(u"a"_s, u"Pháp"_s)
                              << u"f.tsv:3:1: the id a is taken by f.tsv:2"_s;
    QTest::newRow("not sorted") << header + row(u"b"_s, u"Pháp"_s) + good
                                << u"f.tsv:3:1: the rows are not sorted by id: a stands after b"_s;
    QTest::newRow("no en") << without(2) << u"f.tsv:3:8: no en is given"_s;
    QTest::newRow("no domain") << without(4) << u"f.tsv:3:21: no domain is given"_s;
    QTest::newRow("no status") << without(5) << u"f.tsv:3:27: no status is given"_s;
    QTest::newRow("no authority") << without(11) << u"f.tsv:3:42: no authority is given"_s;
    QTest::newRow("decomposed") << header + good +
                                       row(u"b"_s, u"Pháp"_s.normalized(QString::NormalizationForm_D))
                                << u"is not in normalisation form C"_s;
    QTest::newRow("space at the end")
        << header + good + row(u"b"_s, u"Pháp "_s) << u"f.tsv:3:3: \"Pháp \" has white"_s;
    QTest::newRow("two spaces") << header + good + row(u"b"_s, u"Hoa  Kỳ"_s)
                                << u"has white space at an end, or twice"_s;
    QTest::newRow("too few cells") << header + u"a\tb\n"_s + good
                                   << u"f.tsv:2:1: the row has 2 cells instead of 14"_s;
    QTest::newRow("unknown status") << header + QString(good).replace(u"preferred"_s, u"best"_s)
                                    << u"status \"best\" is not known"_s;
    QTest::newRow("claimed twice") << header + good + row(u"b"_s, u"Pháp"_s, u"asean"_s, {}, u"Hoa Kỳ|NGA"_s)
                                   << u"f.tsv:3: \"NGA\" also belongs to a (f.tsv:2); say in a note"_s;
    QTest::newRow("bad UTF-8") << QString() << u"f.tsv"_s;
}

void TestGlossaryChecks::findsOneFault()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    GlossaryChecks checks;
    checks.addFile(text.isEmpty() ? QByteArray("id\t\xFF\n") : text.toUtf8(), u"f.tsv"_s);
    QVERIFY(!checks.problems().isEmpty());
    QVERIFY2(checks.problems().first().text().contains(expected),
             qPrintable(checks.problems().first().text()));
}

void TestGlossaryChecks::comparesFiles()
{
    GlossaryChecks checks;
    checks.addFile((header + row(u"a"_s, u"Nga"_s)).toUtf8(), u"one.tsv"_s);
    checks.addFile((header + row(u"a"_s, u"Pháp"_s) + row(u"b"_s, u"nga"_s)).toUtf8(), u"two.tsv"_s);
    QCOMPARE(checks.problems().size(), 1);
    QCOMPARE(checks.problems().first().text(), u"two.tsv:2:1: the id a is taken by one.tsv:2"_s);
    checks.addFile((header + row(u"c"_s, u"nga"_s)).toUtf8(), u"three.tsv"_s);
    QCOMPARE(checks.problems().last().text(),
             u"three.tsv:2: \"nga\" also belongs to a (one.tsv:2); say in a note which to use when"_s);
}

void TestGlossaryChecks::listsEveryProblem()
{
    GlossaryChecks checks;
    checks.addFile((header + u"x\ty\n"_s + u"p\tq\n"_s).toUtf8(), u"f.tsv"_s);
    QVERIFY(checks.problems().size() >= 2);
    QCOMPARE(checks.problems()[1].where.line, 3);
}

QTEST_GUILESS_MAIN(TestGlossaryChecks)
#include "tst_glossary_checks.moc"
