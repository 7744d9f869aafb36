#include "formats/xliff/xliff.h"
#include "formats/xliff12/xliff12.h"
#include "support.h"

#include <QtTest/QtTest>

using namespace verbale;
using verbale::testing::describe;

class TestXliffRoundtrip : public QObject
{
    Q_OBJECT

private slots:
    void theSampleComesBack();
    void randomDocumentsComeBack();
    void machinesSayNothingOfTheirQuality_data();
    void machinesSayNothingOfTheirQuality();
    void hitsThatCannotStandAreLeftOut();
    void sharedEntriesAreWrittenOnce();
    void tornCodesAreBalanced_data();
    void tornCodesAreBalanced();
    void namesThatXmlCannotHoldAreReplaced();
    void aDocumentWithoutSegmentsIsStillValid();
    void onlyUsedModulesAreDeclared();
};

namespace {

Document again(const Document &document)
{
    const QByteArray bytes = xliff::write(document);
    auto result = xliff::read(bytes, QStringLiteral("test.xlf"));
    if (!result) {
        qWarning().noquote() << result.error().text() << bytes;
        return {};
    }
    return result->document;
}

Document oneSegment(const QString &source)
{
    Document document;
    document.sourceLanguage = QStringLiteral("vi");
    document.targetLanguage = QStringLiteral("en");
    Unit unit;
    unit.id = QStringLiteral("u1");
    Segment segment;
    segment.id = QStringLiteral("s1");
    segment.source.text = source;
    unit.segments = {segment};
    document.units = {unit};
    return document;
}

TermHit hitAt(qsizetype start, qsizetype end, const QString &id = QStringLiteral("e1"))
{
    TermHit hit;
    hit.span = {start, end};
    hit.entryId = id;
    hit.target = QStringLiteral("target");
    return hit;
}

InlineCode code(const char *markup, const QString &id = QStringLiteral("1"))
{
    InlineCode result;
    result.id = id;
    result.markup = QLatin1String(markup);
    return result;
}

} // namespace

void TestXliffRoundtrip::theSampleComesBack()
{
    const Document sample = verbale::testing::sampleDocument();
    QCOMPARE(describe(again(sample)), describe(sample));
}

void TestXliffRoundtrip::randomDocumentsComeBack()
{
    verbale::testing::XliffDocuments documents(20240517);
    for (int i = 0; i < 300; ++i) {
        const Document document = documents.next();
        const Document back = again(document);
        QCOMPARE(describe(back), describe(document));
        QCOMPARE(xliff::write(back), xliff::write(document));
    }
}

void TestXliffRoundtrip::machinesSayNothingOfTheirQuality_data()
{
    QTest::addColumn<double>("coverage");
    QTest::addColumn<bool>("complete");
    QTest::addColumn<bool>("isSaid");
    QTest::newRow("an engine's") << 1.0 << true << false;
    QTest::newRow("with a quality of its own") << 0.85 << true << true;
    QTest::newRow("in part") << 1.0 << false << true;
}

/// A machine's match has its type and its engine's name in both versions, and no quality that nobody knows.
void TestXliffRoundtrip::machinesSayNothingOfTheirQuality()
{
    QFETCH(double, coverage);
    QFETCH(bool, complete);
    QFETCH(bool, isSaid);
    Document document = oneSegment(QStringLiteral("Một câu."));
    Suggestion suggestion;
    suggestion.segmentId = QStringLiteral("f1/u1/s1");
    suggestion.kind = SuggestionKind::MachineTranslation;
    suggestion.text = QStringLiteral("A sentence.");
    suggestion.origin = QStringLiteral("DeepL");
    suggestion.coverage = coverage;
    suggestion.complete = complete;
    document.units[0].segments[0].suggestions = {suggestion};
    const QByteArray bytes = xliff::write(document);
    QVERIFY(bytes.contains("<mtc:match ref=\"#s1\" type=\"mt\" origin=\"DeepL\""));
    QCOMPARE(bytes.contains("matchSuitability"), isSaid);
    QCOMPARE(describe(again(document)), describe(document));
    const QByteArray older = xliff12::write(document);
    QVERIFY(older.contains("origin=\"DeepL\""));
    QVERIFY(older.contains("state-qualifier=\"leveraged-mt\""));
    QCOMPARE(older.contains("match-quality"), isSaid);
    const auto back = xliff12::read(older, QStringLiteral("test.xlf"));
    QVERIFY(back);
    const Suggestion &read = back->document.units[0].segments[0].suggestions->first();
    QCOMPARE(read.kind, suggestion.kind);
    QCOMPARE(read.origin, suggestion.origin);
    QCOMPARE(read.coverage, coverage);
    QCOMPARE(read.complete, complete);
}

void TestXliffRoundtrip::hitsThatCannotStandAreLeftOut()
{
    Document document = oneSegment(QStringLiteral("a\U0001F30Fb"));
    document.units[0].segments[0].terms = {hitAt(-1, 1), hitAt(0, 0), hitAt(0, 2),
                                           hitAt(2, 4),  hitAt(3, 4), hitAt(3, 9)};
    const Document back = again(document);
    QCOMPARE(back.units[0].segments[0].source.text, QStringLiteral("a\U0001F30Fb"));
    QCOMPARE(back.units[0].segments[0].terms.size(), 1);
    QCOMPARE(back.units[0].segments[0].terms[0].span, (Span{3, 4}));
}

void TestXliffRoundtrip::sharedEntriesAreWrittenOnce()
{
    Document document = oneSegment(QStringLiteral("ASEAN ASEAN ASEAN"));
    TermHit other = hitAt(12, 17);
    other.target = QStringLiteral("another");
    document.units[0].segments[0].terms = {hitAt(0, 5), hitAt(6, 11), other};
    const QByteArray bytes = xliff::write(document);
    QCOMPARE(bytes.count("<gls:glossEntry "), 2);
    QCOMPARE(bytes.count("ref=\"#gls=e1\""), 2);
    QVERIFY(bytes.contains("<gls:glossEntry id=\"e1\" ref=\"#m1\">"));
    QVERIFY(bytes.contains("<gls:glossEntry id=\"e1-2\" ref=\"#m3\">"));
    QVERIFY(bytes.contains("<source><mrk id=\"m1\" type=\"term\" ref=\"#gls=e1\">ASEAN</mrk> "));
}

void TestXliffRoundtrip::tornCodesAreBalanced_data()
{
    QTest::addColumn<QList<InlineCode>>("codes");
    QTest::addColumn<QString>("xml");
    const InlineCode open = code("<pc id=\"1\">");
    const InlineCode close = code("</pc>");
    const InlineCode mark = code("<mrk id=\"2\" type=\"generic\" translate=\"no\">", "2");
    const InlineCode markEnd = code("</mrk>", "2");
    using Codes = QList<InlineCode>;
    QTest::newRow("opening alone") << Codes{open} << QStringLiteral("a<sc id=\"1\" isolated=\"yes\"/>b");
    QTest::newRow("closing alone") << Codes{close} << QStringLiteral("a<ec id=\"1\" isolated=\"yes\"/>b");
    QTest::newRow("wrong order")
        << Codes{close, open}
        << QStringLiteral("a<ec id=\"1\" isolated=\"yes\"/>b<sc id=\"1-2\" isolated=\"yes\"/>c");
    QTest::newRow("crossed") << Codes{open, mark, close, markEnd}
                             << QStringLiteral(
                                    "a<sc id=\"1\"/>b<mrk id=\"2\" translate=\"no\" type=\"generic\">c"
                                    "<ec startRef=\"1\"/>d</mrk>e");
    QTest::newRow("an annotation alone") << Codes{mark} << QStringLiteral("ab");
    QTest::newRow("no markup") << Codes{code("<pc"), code("x > y", {})}
                               << QStringLiteral(
                                      "a<ph id=\"1\" dataRef=\"d1\"/>b<ph id=\"c1\" dataRef=\"d2\"/>c");
    QTest::newRow("foreign parts") << Codes{code("<xlf:ph id=\"1\" dataRef=\"d1\" fs:fs=\"b\" disp='\"'/>")}
                                   << QStringLiteral("a<ph id=\"1\" disp=\"&quot;\"/>b");
}

void TestXliffRoundtrip::tornCodesAreBalanced()
{
    QFETCH(QList<InlineCode>, codes);
    QFETCH(QString, xml);
    Document document = oneSegment(QStringLiteral("x"));
    Segment &segment = document.units[0].segments[0];
    segment.hasTarget = true;
    for (int i = 0; i <= codes.size(); ++i) {
        segment.target.text += QChar(u'a' + i);
        if (i < codes.size())
            segment.target.text += inlineCodeMark;
    }
    segment.target.codes = codes;
    const QByteArray bytes = xliff::write(document);
    QVERIFY2(bytes.contains("<target>" + xml.toUtf8() + "</target>"), bytes.constData());
    QVERIFY(xliff::read(bytes, {}).ok());
}

void TestXliffRoundtrip::namesThatXmlCannotHoldAreReplaced()
{
    Document document = oneSegment(QStringLiteral("x"));
    document.sourceLanguage = QStringLiteral("tiếng Việt");
    document.units[0].id = QStringLiteral("đoạn 1 <>");
    document.units[0].segments[0].id = QStringLiteral("!");
    document.units[0].segments[0].subState = QStringLiteral("draft");
    document.units[0].segments.append(document.units[0].segments[0]);
    document.units.append(document.units[0]);
    const Document back = again(document);
    QCOMPARE(back.sourceLanguage, QStringLiteral("und"));
    QCOMPARE(back.units[0].id, QStringLiteral("_o_n_1___"));
    QCOMPARE(back.units[1].id, QStringLiteral("_o_n_1___-2"));
    QCOMPARE(back.units[0].segments[0].id, QStringLiteral("s"));
    QCOMPARE(back.units[0].segments[1].id, QStringLiteral("s-2"));
    QCOMPARE(back.units[0].segments[0].subState, QStringLiteral("verbale:draft"));
}

void TestXliffRoundtrip::aDocumentWithoutSegmentsIsStillValid()
{
    const Document back = again(Document());
    QCOMPARE(back.segments().size(), 1);
    QVERIFY(back.units[0].segments[0].source.isEmpty());
    Document noSegments = oneSegment({});
    noSegments.units[0].segments.clear();
    QCOMPARE(again(noSegments).segments().size(), 1);
}

void TestXliffRoundtrip::onlyUsedModulesAreDeclared()
{
    const QByteArray plain = xliff::write(oneSegment(QStringLiteral("x")));
    for (const char *prefix : {"xmlns:gls", "xmlns:mtc", "xmlns:mda"}) {
        QVERIFY(!plain.contains(prefix));
        QVERIFY(xliff::write(verbale::testing::sampleDocument()).contains(prefix));
    }
    QVERIFY(!plain.contains("state="));
}

QTEST_APPLESS_MAIN(TestXliffRoundtrip)
#include "tst_xliff_roundtrip.moc"
