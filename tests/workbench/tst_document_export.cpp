#include "support.h"
#include "workbench/document_export.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace verbale;
using namespace verbale::workbench;

/// The page that exports the document: formats, what they cannot carry, the file.
class TestDocumentExport : public QObject
{
    Q_OBJECT
private slots:
    void tellsWhatIsLostAndWrites();
    void neverWritesOverTheDocumentsOwnFile();
};

namespace {

Document twoSegments()
{
    Document document;
    document.sourceLanguage = QStringLiteral("vi");
    document.targetLanguage = QStringLiteral("en");
    Unit unit;
    unit.id = QStringLiteral("u1");
    for (const char *id : {"s1", "s2"}) {
        Segment segment;
        segment.id = QString::fromLatin1(id);
        segment.source.text = QStringLiteral("Một câu.");
        unit.segments.append(segment);
    }
    unit.segments[0].target.text = QStringLiteral("A sentence.");
    unit.segments[0].hasTarget = true;
    unit.segments[0].gapAfter = QStringLiteral(" ");
    document.units = {unit};
    return document;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestDocumentExport::tellsWhatIsLostAndWrites()
{
    const QTemporaryDir folder;
    SetAnswers::Record record;
    record.glossary = folder.filePath(QStringLiteral("a.en"));
    SetAnswers answers(record);
    DocumentExport page(twoSegments(), folder.filePath(QStringLiteral("a.xlf")), answers);
    QCOMPARE(page.format()->currentData().toString(), QStringLiteral("target"));
    QTRY_VERIFY(page.writeButton()->isEnabled());
    QVERIFY(page.losses()->text().contains(QStringLiteral("Untranslated segments")));
    QVERIFY(!page.keepLeftOut()->isEnabled());
    page.format()->setCurrentIndex(page.format()->findData(QStringLiteral("xliff-2.2")));
    QVERIFY(!page.writeButton()->isEnabled());
    QTRY_VERIFY(page.writeButton()->isEnabled());
    QVERIFY(page.losses()->text().contains(QStringLiteral("carries all of it")));
    QSignalSpy exported(&page, &DocumentExport::exported);
    page.writeButton()->click();
    QCOMPARE(exported.count(), 1);
    QVERIFY(contentOf(exported[0][0].toString()).contains("version=\"2.2\""));
}

void TestDocumentExport::neverWritesOverTheDocumentsOwnFile()
{
    const QTemporaryDir folder;
    const QString own = folder.filePath(QStringLiteral("a.xlf"));
    QFile file(own);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("own") == 3);
    file.close();
    SetAnswers::Record record;
    record.glossary = own;
    SetAnswers answers(record);
    DocumentExport page(twoSegments(), own, answers);
    QSignalSpy exported(&page, &DocumentExport::exported);
    QTRY_VERIFY(page.writeButton()->isEnabled());
    page.writeButton()->click();
    QCOMPARE(exported.count(), 0);
    QCOMPARE(contentOf(own), QByteArray("own"));
}

QTEST_MAIN(TestDocumentExport)
#include "tst_document_export.moc"
