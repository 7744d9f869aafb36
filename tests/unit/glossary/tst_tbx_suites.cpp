#include "glossary/engine/tbx.h"
#include "text/file_io.h"

#include <QtCore/QDirIterator>
#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::glossary;
using namespace Qt::StringLiterals;

namespace {

QString suites()
{
    const QString shared =
        qEnvironmentVariable("VERBALE_SHARED", QStringLiteral(VERBALE_SOURCE_DIR "/../shared"));
    return shared + u"/standards/tbx/"_s;
}

Result<GlossaryContents> load(const QString &path)
{
    const Result<QByteArray> bytes = text::readFile(path);
    if (!bytes)
        return bytes.error();
    return readTbx(*bytes, path);
}

/// "LINE:rule" of each finding.
QStringList rulesOf(const QList<Error> &findings)
{
    QStringList rules;
    for (const Error &finding : findings)
        rules.append(u"%1:%2"_s.arg(finding.where.line).arg(finding.code));
    return rules;
}

const ConceptEntry *entryOf(const GlossaryContents &contents, const QString &id)
{
    return contents.termbase.find(id);
}

} // namespace

/// The test files and examples of the dialects' makers, where the folder of standards is at hand.
class TestTbxSuites : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void validFiles_data();
    void validFiles();
    void invalidFiles_data();
    void invalidFiles();
    void readsWhatEveryStyleSays();
    void olderWords();
};

void TestTbxSuites::initTestCase()
{
    if (!QDir(suites()).exists())
        QSKIP("the folder of standards is not there: set VERBALE_SHARED");
}

void TestTbxSuites::validFiles_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("form");
    for (QDirIterator it(suites(), {u"*.tbx"_s}, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        const QString path = it.next();
        const QString name = path.mid(suites().size());
        if (name.contains(u"bad"_s) || name.contains(u"poorly"_s))
            continue;
        for (const TbxForm form : {TbxForm::BasicDca, TbxForm::BasicDct, TbxForm::BasicV2})
            QTest::newRow(qPrintable(name + u" as "_s + QString::number(static_cast<int>(form))))
                << path << static_cast<int>(form);
    }
}

/// A valid file has no finding, and what was read is the same after it was written and read again.
void TestTbxSuites::validFiles()
{
    QFETCH(QString, path);
    QFETCH(int, form);
    const Result<GlossaryContents> first = load(path);
    QVERIFY2(first.ok(), first ? "" : qPrintable(first.error().text()));
    QCOMPARE(rulesOf(first->rejectedRows), QStringList());
    QCOMPARE(first->places.size(), first->termbase.entries().size());
    const GlossaryBytes written = writeTbx(first->termbase, static_cast<TbxForm>(form));
    QCOMPARE(written.warnings, QStringList());
    const Result<GlossaryContents> second = readTbx(written.bytes, path);
    QVERIFY2(second.ok(), second ? "" : qPrintable(second.error().text()));
    QCOMPARE(rulesOf(second->rejectedRows), QStringList());
    QCOMPARE(second->termbase.entries().size(), first->termbase.entries().size());
    for (qsizetype i = 0; i < first->termbase.entries().size(); ++i) {
        const ConceptEntry &a = first->termbase.entries()[i];
        const ConceptEntry &b = second->termbase.entries()[i];
        QCOMPARE(b.terms.size(), a.terms.size());
        for (qsizetype t = 0; t < a.terms.size(); ++t)
            QVERIFY2(a.terms[t] == b.terms[t], qPrintable(a.id + u' ' + a.terms[t].text));
        QVERIFY2(a.extra == b.extra, qPrintable(a.id));
        QVERIFY2(a == b, qPrintable(a.id));
    }
}

void TestTbxSuites::invalidFiles_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("min") << u"ltac-test_files/min_bad.tbx"_s
                         << QStringList{u"21:tbx.data-category"_s, u"41:tbx.data-category"_s,
                                        u"803:tbx.value"_s};
    QTest::newRow("basic") << u"ltac-test_files/basic_bad.tbx"_s
                           << QStringList{u"26:tbx.data-category"_s, u"69:tbx.value"_s, u"97:tbx.level"_s,
                                          u"140:tbx.data-category"_s};
    QTest::newRow("core") << u"ltac-test_files/core_structure_bad.tbx"_s
                          << QStringList{u"15:tbx.structure"_s, u"15:tbx.structure"_s, u"21:tbx.structure"_s};
}

/// Each of the faults that the files' own comments name is found, on its line.
void TestTbxSuites::invalidFiles()
{
    QFETCH(QString, file);
    QFETCH(QStringList, expected);
    const Result<GlossaryContents> contents = load(suites() + file);
    QVERIFY(contents.ok());
    const QStringList found = rulesOf(contents->rejectedRows);
    for (const QString &rule : expected)
        QVERIFY2(found.contains(rule), qPrintable(rule + u" is not among "_s + found.join(u' ')));
}

void TestTbxSuites::readsWhatEveryStyleSays()
{
    const Result<GlossaryContents> dca =
        load(suites() + u"ltac-TBX-Basic_dialect/DCA/Example_Astronomy_DCA_VALID.tbx"_s);
    const Result<GlossaryContents> dct =
        load(suites() + u"ltac-TBX-Basic_dialect/DCT/Example_Astronomy_DCT_VALID.tbx"_s);
    QVERIFY(dca.ok() && dct.ok());
    QCOMPARE(dct->termbase.entries().size(), 45);
    const ConceptEntry *one = entryOf(*dct, u"c1"_s);
    const ConceptEntry *other = entryOf(*dca, u"c1"_s);
    QVERIFY(one != nullptr && other != nullptr);
    QCOMPARE(one->domain, u"General"_s);
    QCOMPARE(one->partOfSpeech, u"noun"_s);
    QCOMPARE(one->terms.first().text, u"open cluster"_s);
    QCOMPARE(one->terms.first().status, TermStatus::Preferred);
    QCOMPARE(one->terms.at(1).status, TermStatus::Deprecated);
    QCOMPARE(other->domain, one->domain);
    QCOMPARE(other->terms.size(), one->terms.size());
}

/// The test files of the dialects say usageStatus, which the dialects themselves call administrativeStatus.
void TestTbxSuites::olderWords()
{
    const Result<GlossaryContents> contents = load(suites() + u"ltac-test_files/min_good.tbx"_s);
    QVERIFY(contents.ok());
    QVERIFY(contents->warnings.join(u' ').contains(u"usageStatus"_s));
    QCOMPARE(entryOf(*contents, u"c1"_s)->terms.at(1).status, TermStatus::Deprecated);
}

QTEST_GUILESS_MAIN(TestTbxSuites)
#include "tst_tbx_suites.moc"
