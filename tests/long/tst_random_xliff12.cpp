#include "formats/xliff/xliff.h"
#include "formats/xliff12/xliff12.h"
#include "support/document_description.h"
#include "support/random_documents.h"
#include "support/schema_check.h"

#include <QtTest/QtTest>

using namespace verbale;
using verbale::testing::described;
using verbale::testing::DescriptionOptions;
using verbale::testing::firstDifference;
using verbale::testing::RandomDocuments;

/// Documents made by chance, from XLIFF 2.1 to 1.2 and back.
class TestRandomXliff12 : public QObject
{
    Q_OBJECT

private slots:
    void thereAndBack_data();
    void thereAndBack();
    void bothSchemasHold_data();
    void bothSchemasHold();
};

namespace {

int documentCount()
{
    const int wanted = qEnvironmentVariableIntValue("VERBALE_RANDOM_DOCUMENTS");
    return wanted > 0 ? wanted : 200;
}

} // namespace

void TestRandomXliff12::thereAndBack_data()
{
    QTest::addColumn<bool>("torn");
    QTest::newRow("whole codes") << false;
    QTest::newRow("torn codes") << true;
}

void TestRandomXliff12::thereAndBack()
{
    QFETCH(bool, torn);
    verbale::testing::RandomOptions how;
    how.tornCodes = torn;
    how.annotations = false; // protected text is read from 1.2 as a code
    RandomDocuments documents(torn ? 121 : 12, how);
    // What docs/xliff-versions.md says of 1.2.
    DescriptionOptions kept;
    kept.forbiddenInData = false;
    kept.hints = false;
    kept.resegmentation = false;
    kept.terms = false; // those that cross tags are left out
    kept.codeIds = !torn;
    for (int i = 0; i < documentCount() / 2; ++i) {
        Document document = documents.next();
        for (const SegmentRef &ref : document.segments()) {
            if (!document.at(ref).hasTarget)
                document.at(ref).subState.clear();
        }
        const auto first = xliff::read(xliff::write(document), {});
        QVERIFY(first.ok());
        const QByteArray old = xliff12::write(first->document);
        const auto older = xliff12::read(old, {});
        QVERIFY2(older.ok(), old.constData());
        QCOMPARE(*xliff12::patch(older->document), old);
        const QByteArray again = xliff::write(older->document);
        const auto last = xliff::read(again, {});
        QVERIFY2(last.ok(), again.constData());
        const QString difference =
            firstDifference(described(last->document, kept), described(first->document, kept));
        QVERIFY2(difference.isEmpty(), (difference.toUtf8() + "\ndocument " + QByteArray::number(i) + "\n" +
                                        xliff::write(document) + old + again)
                                           .constData());
    }
}

void TestRandomXliff12::bothSchemasHold_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<bool>("strict");
    QTest::newRow("strict") << QStringLiteral("1.2") << true;
    QTest::newRow("transitional") << QStringLiteral("1.2-transitional") << false;
}

void TestRandomXliff12::bothSchemasHold()
{
    QFETCH(QString, schema);
    QFETCH(bool, strict);
    if (const QString why = verbale::testing::whyNoSchema(schema); !why.isEmpty())
        QSKIP(qPrintable(why));
    RandomDocuments documents(122);
    xliff12::WriteOptions options;
    options.conformance = strict ? xliff12::Conformance::Strict : xliff12::Conformance::Transitional;
    QList<QByteArray> files;
    for (int i = 0; i < documentCount() / 2; ++i)
        files.append(xliff12::write(documents.next(), options));
    for (const QString &errors : verbale::testing::schemaErrors(schema, files))
        QVERIFY2(errors.isEmpty(), qPrintable(errors));
}

QTEST_APPLESS_MAIN(TestRandomXliff12)
#include "tst_random_xliff12.moc"
