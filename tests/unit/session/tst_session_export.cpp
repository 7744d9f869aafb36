#include "session/export.h"
#include "session/open.h"

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::session;

/// Documents in other forms, and what those lack.
class TestSessionExport : public QObject
{
    Q_OBJECT

private slots:
    void theTargetIsLaidOutAsItsSource_data();
    void theTargetIsLaidOutAsItsSource();
    void theTargetOfASavedDraft();
    void untranslatedIsTold();
    void leftOutLinesStayOut();
    void theReviewPageHoldsEverySegment();
    void theReviewDocumentIsAWholePackage();
    void anotherVersionIsSpliced();
    void theSameVersionIsGivenBack();
    void fromOlderVersionsWhatIsLeftIsListed();
    void unknownFormatsAreRefused();
    void lossesAreSentences();
};

namespace {

OpenedDocument openedText(const QByteArray &bytes, bool wholeFile = true)
{
    OpenOptions options;
    options.wholeFile = wholeFile;
    Result<OpenedDocument> opened = openBytes(bytes, QStringLiteral("a.txt"), options);
    return opened ? *opened : OpenedDocument();
}

/// Each segment gets its number as its target.
void translate(Document &document)
{
    int number = 0;
    for (const SegmentRef &ref : document.segments()) {
        document.at(ref).target.text = QStringLiteral("Sentence %1.").arg(++number);
        document.at(ref).hasTarget = true;
    }
}

ExportedDocument exported(const Document &document, const QString &format, const QString &source = {})
{
    ExportOptions options;
    options.format = format;
    options.sourceText = source;
    const Result<ExportedDocument> result = exportDocument(document, options);
    return result ? *result : ExportedDocument();
}

QStringList codes(const QList<ExportLoss> &losses)
{
    QStringList result;
    for (const ExportLoss &loss : losses)
        result.append(loss.code + u' ' + QString::number(loss.count));
    return result;
}

const QByteArray grouped = R"(<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="vi" trgLang="en"
       xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0">
  <file id="f1">
    <notes><note>whole file</note></notes>
    <group id="g1"><unit id="u1" fs:fs="p"><segment id="s1"><source>Xin <ph id='1'/>chào</source></segment></unit>
    </group>
  </file>
</xliff>
)";

} // namespace

void TestSessionExport::theTargetIsLaidOutAsItsSource_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("lines") << QByteArray("Một câu.\nHai câu.\n") << QByteArray("Sentence 1.\nSentence 2.\n");
    QTest::newRow("blank lines") << QByteArray("Một câu. Hai câu.\n\n\nBa câu.")
                                 << QByteArray("Sentence 1. Sentence 2.\n\n\nSentence 3.");
    QTest::newRow("CR LF") << QByteArray("\r\nMột câu.\r\n\r\nHai câu.\r\n")
                           << QByteArray("\r\nSentence 1.\r\n\r\nSentence 2.\r\n");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFMột câu.\n") << QByteArray("Sentence 1.\n");
}

void TestSessionExport::theTargetIsLaidOutAsItsSource()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, target);
    OpenedDocument opened = openedText(source);
    translate(opened.document);
    QCOMPARE(exported(opened.document, QStringLiteral("target"), opened.text).bytes, target);
}

/// Beside the XLIFF the text may be there or not: the layout is exact, or that of the offsets.
void TestSessionExport::theTargetOfASavedDraft()
{
    const QTemporaryDir folder;
    const QString textPath = folder.filePath(QStringLiteral("a.txt"));
    const QString draft = folder.filePath(QStringLiteral("a.xlf"));
    QFile text(textPath);
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("Một câu.\n\n\nHai câu. \nBa câu.\n");
    text.close();
    OpenOptions options;
    options.wholeFile = true;
    Result<OpenedDocument> opened = openDocument(textPath, options);
    QVERIFY(opened.ok());
    translate(opened->document);
    QVERIFY(saveDocument(opened->document, draft).ok());
    const Result<OpenedDocument> again = openDocument(draft);
    QVERIFY(again.ok());
    const QString source = sourceTextBeside(again->document, draft);
    QCOMPARE(exported(again->document, QStringLiteral("target"), source).bytes,
             QByteArray("Sentence 1.\n\n\nSentence 2. \nSentence 3.\n"));
    QVERIFY(text.remove());
    QCOMPARE(sourceTextBeside(again->document, draft), QString());
    QCOMPARE(exported(again->document, QStringLiteral("target")).bytes.count('\n'), 6);
    // A text of that name which is another one is not taken for the source.
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("Một câu khác hẳn, dài hơn nhiều so với câu trước đây, và chỉ có một dòng thôi.");
    text.close();
    QVERIFY(exported(again->document, QStringLiteral("target"), sourceTextBeside(again->document, draft))
                .bytes.startsWith("Sentence 1.\n\n\nSentence 2."));
}

void TestSessionExport::untranslatedIsTold()
{
    OpenedDocument opened = openedText("Một câu. Hai câu.\n");
    translate(opened.document);
    opened.document.units[0].segments[1].hasTarget = false;
    const ExportedDocument target = exported(opened.document, QStringLiteral("target"), opened.text);
    QCOMPARE(target.bytes, QByteArray("Sentence 1. Hai câu.\n"));
    QCOMPARE(codes(target.losses), QStringList{QStringLiteral("untranslated 1")});
    QCOMPARE(target.losses[0].firstUnit, QStringLiteral("f1/u1"));
    // A paragraph that is in English already is no gap.
    opened.document.units[0].language = QStringLiteral("en");
    QCOMPARE(exported(opened.document, QStringLiteral("target"), opened.text).losses.size(), 0);
}

void TestSessionExport::leftOutLinesStayOut()
{
    OpenedDocument opened = openedText("Trang chủ\n\nMột câu.\nXem thêm\n\nHai câu.\n");
    translate(opened.document);
    QCOMPARE(opened.document.units.size(), 4);
    for (const int left : {2, 0}) { // "Xem thêm", "Trang chủ"
        const Unit unit = opened.document.units.takeAt(left);
        const Segment &segment = unit.segments[0];
        opened.document.leftOut.prepend({left == 0 ? 1 : 4, segment.sourceStart, segment.sourceEnd,
                                         QStringLiteral("menu"), segment.source.text, QStringLiteral("f1")});
    }
    const QByteArray without = "Sentence 2.\n\nSentence 4.\n";
    QCOMPARE(exported(opened.document, QStringLiteral("target"), opened.text).bytes, without);
    QCOMPARE(exported(opened.document, QStringLiteral("target")).bytes, without);
    ExportOptions options;
    options.format = QStringLiteral("target");
    options.sourceText = opened.text;
    options.keepLeftOut = true;
    const Result<ExportedDocument> kept = exportDocument(opened.document, options);
    QVERIFY(kept.ok());
    QCOMPARE(codes(kept->losses), QStringList());
    QCOMPARE(kept->bytes, QByteArray("Trang chủ\n\nSentence 2.\nXem thêm\n\nSentence 4.\n"));
}

void TestSessionExport::theReviewPageHoldsEverySegment()
{
    OpenedDocument opened = openedText("Một <câu> & \"hai\".\n");
    translate(opened.document);
    opened.document.units[0].notes = {Note()};
    opened.document.units[0].notes[0].text = QStringLiteral("Xem lại");
    opened.document.units[0].notes[0].author = QStringLiteral("Lan");
    const QByteArray page = exported(opened.document, QStringLiteral("review-html")).bytes;
    QVERIFY(page.contains("<tr data-id=\"f1/u1/s1\"><td class=\"id\">f1/u1/s1</td>"));
    QVERIFY(page.contains("<td class=\"source\" lang=\"vi\">Một &lt;câu&gt; &amp; &quot;hai&quot;.</td>"));
    QVERIFY(page.contains("contenteditable=\"true\" spellcheck=\"true\">Sentence 1.</td>"));
    QVERIFY(page.contains("<td class=\"notes\">Lan: Xem lại</td>"));
    for (const char *outside : {"http:", "https:", "<script", "<link", "src="})
        QVERIFY2(!page.contains(outside), outside);
}

void TestSessionExport::theReviewDocumentIsAWholePackage()
{
    OpenedDocument opened = openedText("Một câu\tcột <hai>.\n");
    translate(opened.document);
    const QByteArray first = exported(opened.document, QStringLiteral("review-docx")).bytes;
    QCOMPARE(first, exported(opened.document, QStringLiteral("review-docx")).bytes);
    QVERIFY(first.startsWith("PK"));
    if (QStandardPaths::findExecutable(QStringLiteral("unzip")).isEmpty())
        QSKIP("unzip is not installed");
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.docx"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(first) == first.size());
    file.close();
    QProcess unzip;
    unzip.start(QStringLiteral("unzip"), {QStringLiteral("-p"), path, QStringLiteral("word/document.xml")});
    QVERIFY(unzip.waitForFinished());
    const QByteArray document = unzip.readAllStandardOutput();
    QVERIFY(document.contains(">f1/u1/s1</w:t>"));
    QVERIFY(document.contains("<w:tab/><w:t xml:space=\"preserve\">cột &lt;hai&gt;.</w:t>"));
    QVERIFY(document.contains(">comment</w:t>"));
}

void TestSessionExport::anotherVersionIsSpliced()
{
    const Result<OpenedDocument> opened = openBytes(grouped, QStringLiteral("a.xlf"));
    QVERIFY(opened.ok());
    const ExportedDocument up = exported(opened->document, QStringLiteral("xliff-2.2"));
    QByteArray expected = grouped;
    expected.replace("document:2.0", "document:2.2").replace("version=\"2.0\"", "version=\"2.2\"");
    QCOMPARE(up.bytes, expected);
    QVERIFY(up.losses.isEmpty());
}

void TestSessionExport::theSameVersionIsGivenBack()
{
    const Result<OpenedDocument> opened = openBytes(grouped, QStringLiteral("a.xlf"));
    QVERIFY(opened.ok());
    const ExportedDocument same = exported(opened->document, QStringLiteral("xliff-2.0"));
    QCOMPARE(same.bytes, grouped);
    QVERIFY(same.losses.isEmpty());
}

void TestSessionExport::fromOlderVersionsWhatIsLeftIsListed()
{
    const Result<OpenedDocument> opened = openBytes(grouped, QStringLiteral("a.xlf"));
    QVERIFY(opened.ok());
    const QStringList lost = codes(exported(opened->document, QStringLiteral("xliff-1.2")).losses);
    QVERIFY2(lost.contains(QStringLiteral("groups 1")), qPrintable(lost.join(u'\n')));
    QVERIFY(lost.contains(QStringLiteral("file-notes 1")));
    QVERIFY(lost.contains(QStringLiteral("format-style 1")));
}

void TestSessionExport::unknownFormatsAreRefused()
{
    ExportOptions options;
    options.format = QStringLiteral("pdf");
    const Result<ExportedDocument> result = exportDocument({}, options);
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, QStringLiteral("export.unknown-format"));
    for (const QString &format : exportFormats())
        QVERIFY(!exportSuffix(format).isEmpty());
}

void TestSessionExport::lossesAreSentences()
{
    QCOMPARE(
        lossText({QStringLiteral("a"), QStringLiteral("Groups are not kept."), 3, QStringLiteral("f1/u2")}),
        QStringLiteral("Groups are not kept (3, first in f1/u2)."));
    QCOMPARE(
        lossText({QStringLiteral("a"), QStringLiteral("Groups are not kept."), 1, QStringLiteral("f1/u2")}),
        QStringLiteral("Groups are not kept (1, in f1/u2)."));
    QCOMPARE(lossText({QStringLiteral("a"), QStringLiteral("No header."), 1, {}}),
             QStringLiteral("No header."));
}

QTEST_GUILESS_MAIN(TestSessionExport)
#include "tst_session_export.moc"
