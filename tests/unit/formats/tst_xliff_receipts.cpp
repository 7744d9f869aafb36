#include "formats/xliff/xliff.h"
#include "support.h"
#include "support/schema_check.h"

#include <QtTest/QtTest>

using namespace verbale;
using namespace Qt::StringLiterals;

namespace {

TermHit hit(const QString &source, const QString &surface, const QString &entry, const QString &target)
{
    TermHit made;
    const qsizetype start = source.indexOf(surface);
    made.span = {start, start + surface.size()};
    made.entryId = entry;
    made.target = target;
    return made;
}

TermReceipt used(qsizetype number, const QString &target, const QString &words)
{
    const qsizetype start = target.indexOf(words);
    return {number, ReceiptState::Used, TermStatus::Preferred, {{start, start + words.size()}}, words, {},
            {}};
}

/// "Hà Nội và Biển Đông": the target names the sea in a variant, and the capital not at all.
Document sea()
{
    Segment segment;
    segment.id = u"s1"_s;
    segment.source.text = u"Hà Nội và Biển Đông"_s;
    segment.target.text = u"The capital & the East Seas"_s;
    segment.hasTarget = true;
    segment.terms = {hit(segment.source.text, u"Hà Nội"_s, u"ha noi"_s, u"Ha Noi"_s),
                     hit(segment.source.text, u"Biển Đông"_s, u"sea"_s, u"East Sea"_s)};
    segment.receipts = {{0, ReceiptState::Missing, TermStatus::Preferred, {}, {}, u"Ha Noi"_s, {}},
                        used(1, segment.target.text, u"East Seas"_s)};
    segment.receiptsRevision = 0;
    Unit unit;
    unit.id = u"u1"_s;
    unit.segments = {segment};
    Document document;
    document.sourceLanguage = u"vi"_s;
    document.targetLanguage = u"en"_s;
    document.units = {unit};
    return document;
}

Document opened(const QByteArray &bytes)
{
    auto read = xliff::read(bytes, u"test.xlf"_s);
    if (!read)
        qFatal("%s", qPrintable(read.error().text()));
    Document document = read->document;
    document.originalBytes = bytes;
    return document;
}

const Segment &only(const Document &document)
{
    return document.units.first().segments.first();
}

} // namespace

class TestXliffReceipts : public QObject
{
    Q_OBJECT

private slots:
    void carriedTermsAreMarked();
    void theyComeBackAsReceipts();
    void whatWasTypedSinceIsNotMarked();
    void aTermWithWordsBetweenIsOneStretch();
    void onePlaceIsMarkedOnce();
    void nestedPlaces();
    void unchangedFilesKeepTheirBytes();
    void anEditWritesItsOwnMarks();
    void foreignFilesGetNoMarks();
    void foreignMarksStayCodes_data();
    void foreignMarksStayCodes();
    void theyAreValid();
};

void TestXliffReceipts::carriedTermsAreMarked()
{
    const QByteArray bytes = xliff::write(sea());
    QVERIFY2(
        bytes.contains("<target>The capital &amp; the <mrk id=\"m3\" type=\"term\" ref=\"#gls=sea\">East "
                       "Seas</mrk></target>"),
        bytes.constData());
}

void TestXliffReceipts::theyComeBackAsReceipts()
{
    const Segment segment = only(opened(xliff::write(sea())));
    QCOMPARE(segment.target, only(sea()).target);
    QVERIFY(segment.target.codes.isEmpty());
    QCOMPARE(segment.terms.size(), 2);
    QCOMPARE(segment.receipts.size(), 1);
    TermReceipt expected = used(1, segment.target.text, u"East Seas"_s);
    expected.status = TermStatus::Admitted; // not the entry's best term to the letter
    QCOMPARE(segment.receipts.first(), expected);
    QCOMPARE(segment.receiptsRevision, -1); // only what was found, so somebody has to look
}

void TestXliffReceipts::whatWasTypedSinceIsNotMarked()
{
    Document document = sea();
    document.units[0].segments[0].target.text = u"A capital & the East Seas"_s;
    QVERIFY(!xliff::write(document).contains("id=\"m3\""));
}

void TestXliffReceipts::aTermWithWordsBetweenIsOneStretch()
{
    Document document = sea();
    Segment &segment = document.units[0].segments[0];
    segment.target.text = u"They held long talks"_s;
    segment.receipts = {
        {1, ReceiptState::Used, TermStatus::Preferred, {{5, 9}, {15, 20}}, u"held"_s, {}, {}}};
    QVERIFY(xliff::write(document).contains("ref=\"#gls=sea\">held long talks</mrk>"));
}

void TestXliffReceipts::onePlaceIsMarkedOnce()
{
    Document document = sea();
    Segment &segment = document.units[0].segments[0];
    segment.terms.append(segment.terms[1]);
    segment.terms[2].span = {7, 9};
    segment.receipts.append(segment.receipts[1]);
    segment.receipts[2].hit = 2;
    const QByteArray bytes = xliff::write(document);
    QCOMPARE(bytes.count("East Seas"), 1);
    QCOMPARE(bytes.count("<mrk"), 4);
    const QList<TermReceipt> receipts = only(opened(bytes)).receipts;
    QCOMPARE(receipts.size(), 2);
    QCOMPARE(receipts[0].spans, receipts[1].spans);
}

void TestXliffReceipts::nestedPlaces()
{
    Document document = sea();
    Segment &segment = document.units[0].segments[0];
    segment.target.text = u"Ha Noi by the East Sea"_s;
    segment.receipts = {used(0, segment.target.text, u"Ha Noi"_s),
                        used(1, segment.target.text, u"Ha Noi by the East Sea"_s)};
    const QByteArray bytes = xliff::write(document);
    QVERIFY2(bytes.contains("<target><mrk id=\"m3\" type=\"term\" ref=\"#gls=sea\"><mrk id=\"m4\" "),
             bytes.constData());
    QCOMPARE(only(opened(bytes)).receipts.size(), 2);
    QCOMPARE(only(opened(bytes)).target, segment.target);
}

void TestXliffReceipts::unchangedFilesKeepTheirBytes()
{
    const QByteArray bytes = xliff::write(sea());
    Document document = opened(bytes);
    QCOMPARE(*xliff::patch(document), bytes);
    document.units[0].segments[0].receipts.clear(); // found anew, or not
    QCOMPARE(*xliff::patch(document), bytes);
}

void TestXliffReceipts::anEditWritesItsOwnMarks()
{
    const QByteArray bytes = xliff::write(sea());
    Document document = opened(bytes);
    Segment &segment = document.units[0].segments[0];
    segment.target.text = u"Ha Noi and the East Sea"_s;
    segment.receipts = {used(0, segment.target.text, u"Ha Noi"_s),
                        used(1, segment.target.text, u"East Sea"_s)};
    const QByteArray saved = *xliff::patch(document);
    const qsizetype at = bytes.indexOf("<target>");
    QCOMPARE(saved.first(at), bytes.first(at)); // nothing but the target
    QCOMPARE(saved.sliced(saved.indexOf("</target>")), bytes.sliced(bytes.indexOf("</target>")));
    QCOMPARE(only(opened(saved)).target, segment.target);
    QCOMPARE(only(opened(saved)).receipts, segment.receipts);
    // The words that were read may move by an edit that nobody has looked at yet.
    Document moved = opened(bytes);
    moved.units[0].segments[0].target.text = u"Nothing of it"_s;
    const QByteArray plain = *xliff::patch(moved);
    QVERIFY(plain.contains("<target>Nothing of it</target>"));
}

void TestXliffReceipts::foreignFilesGetNoMarks()
{
    const QByteArray bytes = "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" "
                             "srcLang=\"vi\" trgLang=\"en\"><file id=\"f1\"><unit id=\"u1\"><segment>"
                             "<source>Biển Đông</source><target>x</target></segment></unit></file></xliff>";
    Document document = opened(bytes);
    Segment &segment = document.units[0].segments[0];
    segment.target.text = u"East Sea"_s;
    segment.terms = {hit(segment.source.text, u"Biển Đông"_s, u"sea"_s, u"East Sea"_s)};
    segment.receipts = {used(0, segment.target.text, u"East Sea"_s)};
    QByteArray expected = bytes;
    QCOMPARE(*xliff::patch(document), expected.replace(">x<", ">East Sea<"));
}

void TestXliffReceipts::foreignMarksStayCodes_data()
{
    QTest::addColumn<QByteArray>("attributes");
    QTest::newRow("no entry") << QByteArray("type=\"term\"");
    QTest::newRow("another entry") << QByteArray("type=\"term\" ref=\"#gls=other\"");
    QTest::newRow("more to say") << QByteArray("type=\"term\" ref=\"#gls=sea\" value=\"a sea\"");
    QTest::newRow("not translated") << QByteArray("type=\"term\" ref=\"#gls=sea\" translate=\"no\"");
    QTest::newRow("a comment") << QByteArray("type=\"comment\" value=\"x\"");
}

void TestXliffReceipts::foreignMarksStayCodes()
{
    QFETCH(QByteArray, attributes);
    QByteArray bytes = xliff::write(sea());
    bytes.replace("type=\"term\" ref=\"#gls=sea\">East Seas", attributes + ">East Seas");
    const Document document = opened(bytes);
    QCOMPARE(only(document).target.codes.size(), 2);
    QVERIFY(only(document).receipts.isEmpty());
    QCOMPARE(*xliff::patch(document), bytes);
}

void TestXliffReceipts::theyAreValid()
{
    if (const QString why = verbale::testing::whyNoSchema(QStringLiteral("2.1")); !why.isEmpty())
        QSKIP(qPrintable(why));
    QCOMPARE(verbale::testing::schemaErrors(QStringLiteral("2.1"), {xliff::write(sea())}).first(), QString());
}

QTEST_APPLESS_MAIN(TestXliffReceipts)

#include "tst_xliff_receipts.moc"
