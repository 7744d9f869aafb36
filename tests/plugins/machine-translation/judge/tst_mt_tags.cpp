#include "tag_mutations.h"

#include "text/compose.h"

#include <QtTest/QTest>

using namespace verbale;
using namespace verbale::mt;
using Kind = SegmentCode::Kind;

Q_DECLARE_METATYPE(verbale::mt::TagNotation)

namespace {

constexpr int casesOfEach = 10'000;

MarkedText pairAndCode()
{
    return {QStringLiteral("Số \uFFFC12\uFFFC & \uFFFC"),
            {{Kind::Opening, 1, "<b>"}, {Kind::Closing, 1, "</b>"}, {Kind::Standalone, 2, "<br/>"}}};
}

} // namespace

class tst_MtTags : public QObject
{
    Q_OBJECT

private slots:
    void written_data();
    void written();
    void read_data();
    void read();
    void comesBackAsItWent_data();
    void comesBackAsItWent();
    void nothingBrokenIsAccepted_data();
    void nothingBrokenIsAccepted();
    void whatEnginesAddIsPassedOver();
    void textsThatSpeakOfTags();
    void crossingPairsStayPairs();
    void longAnswersAreReadInTime();

private:
    static void notations()
    {
        QTest::addColumn<TagNotation>("notation");
        QTest::newRow("xml") << TagNotation::Xml;
        QTest::newRow("html") << TagNotation::Html;
        QTest::newRow("tokens") << TagNotation::Tokens;
    }
};

void tst_MtTags::written_data()
{
    QTest::addColumn<TagNotation>("notation");
    QTest::addColumn<QString>("text");
    QTest::newRow("xml") << TagNotation::Xml << "Số <g1>12</g1> &amp; <x3/>";
    QTest::newRow("html") << TagNotation::Html
                          << "Số <span id=\"g1\">12</span> &amp; <span id=\"x3\" "
                             "class=\"notranslate\"></span>";
    QTest::newRow("tokens") << TagNotation::Tokens << "Số <g1>12</g1> & <x3/>";
}

void tst_MtTags::written()
{
    QFETCH(TagNotation, notation);
    QFETCH(QString, text);
    QCOMPARE(encodeTags(pairAndCode(), notation).text, text);
}

void tst_MtTags::read_data()
{
    QTest::addColumn<QString>("answer"); // XML, of pairAndCode()
    QTest::addColumn<QString>("result"); // the text with the codes' indices, or the refusal's code
    QTest::newRow("as sent") << "No. <g1>12</g1> &amp; <x3/>"
                             << "No. {0}12{1} & {2}";
    QTest::newRow("moved") << "<x3/>No. <g1>12</g1>"
                           << "{2}No. {0}12{1}";
    QTest::newRow("nested") << "<g1>No.<x3/></g1>"
                            << "{0}No.{2}{1}";
    QTest::newRow("spaces within") << "<g1 >12</g1 ><x3 />"
                                   << "{0}12{1}{2}";
    QTest::newRow("an empty pair") << "12 <g1/><x3/>"
                                   << "12 {0}{1}{2}";
    QTest::newRow("an element for a code") << "<g1>12</g1><x3></x3>"
                                           << "{0}12{1}{2}";
    QTest::newRow("not escaped") << "<g1>a < b</g1><x3/>"
                                 << "mt.tags-broken";
    QTest::newRow("entities") << "<g1>&quot;&#225;&#x1F600;&apos;</g1><x3/>"
                              << "{0}\"á😀'{1}{2}";
    QTest::newRow("escaped twice") << "<g1>A &amp;amp; B</g1><x3/>"
                                   << "{0}A &amp; B{1}{2}";
    QTest::newRow("no character") << "<g1>&#0;&#xD800;&#xFFFFFF;</g1><x3/>"
                                  << "{0}&#0;&#xD800;&#xFFFFFF;{1}{2}";
    QTest::newRow("lost") << "<g1>12</g1>"
                          << "mt.tags-missing";
    QTest::newRow("all lost") << "12"
                              << "mt.tags-missing";
    QTest::newRow("half a pair") << "<g1>12<x3/>"
                                 << "mt.tags-broken";
    QTest::newRow("twice") << "<g1>12</g1><x3/><x3/>"
                           << "mt.tags-twice";
    QTest::newRow("pair twice") << "<g1>1</g1><g1>2</g1><x3/>"
                                << "mt.tags-twice";
    QTest::newRow("turned round") << "</g1>12<g1><x3/>"
                                  << "mt.tags-broken";
    QTest::newRow("renamed") << "<g2>12</g2><x3/>"
                             << "mt.tags-strange";
    QTest::newRow("of another kind") << "<x1/>12<g3></g3>"
                                     << "mt.tags-strange";
    QTest::newRow("a stranger") << "<b><g1>12</g1></b><x3/>"
                                << "mt.tags-strange";
    QTest::newRow("words in a code") << "<g1>12</g1><x3>word</x3>"
                                     << "mt.tags-broken";
    QTest::newRow("a code in a code") << "<x3><g1>12</g1></x3>"
                                      << "mt.tags-broken";
    QTest::newRow("escaped") << "<g1>12</g1>&lt;x3/&gt;"
                             << "mt.tags-missing";
    QTest::newRow("there, and escaped") << "<g1>12</g1><x3/>&lt;x3/&gt;"
                                        << "mt.tags-strange";
    QTest::newRow("torn") << "<g1>12</g1><x3/"
                          << "mt.tags-broken";
    QTest::newRow("a placeholder") << "<g1>12</g1><x3/>\uFFFC"
                                   << "mt.tags-strange";
    QTest::newRow("a comment") << "<g1>12</g1><x3/><!-- x -->"
                               << "mt.tags-broken";
    QTest::newRow("CDATA") << "<g1><![CDATA[12]]></g1><x3/>"
                           << "mt.tags-broken";
    QTest::newRow("a huge number") << "<g1>12</g1><x99999999999999999999/>"
                                   << "mt.tags-strange";
}

void tst_MtTags::read()
{
    QFETCH(QString, answer);
    QFETCH(QString, result);
    const auto decoded = decodeTags(answer, encodeTags(pairAndCode(), TagNotation::Xml), TagNotation::Xml);
    if (!decoded) {
        QVERIFY(!decoded.error().message.isEmpty());
        QCOMPARE(decoded.error().code, result);
        return;
    }
    QString text = decoded->text;
    for (const qsizetype code : decoded->codes)
        text.replace(text.indexOf(u'\uFFFC'), 1, QStringLiteral("{%1}").arg(code));
    QCOMPARE(text, result);
}

void tst_MtTags::comesBackAsItWent_data()
{
    notations();
}

void tst_MtTags::comesBackAsItWent()
{
    QFETCH(TagNotation, notation);
    samples::Random random(20251);
    for (int i = 0; i < 1000; ++i) {
        const MarkedText marked = samples::randomText(random);
        const EncodedText encoded = encodeTags(marked, notation);
        QVERIFY(!encoded.text.contains(u'\uFFFC'));
        const auto decoded = decodeTags(encoded.text, encoded, notation);
        QVERIFY2(decoded.ok(), qPrintable(encoded.text));
        QCOMPARE(decoded->text, text::composed(marked.text));
        for (qsizetype code = 0; code < decoded->codes.size(); ++code)
            QCOMPARE(decoded->codes.at(code), code);
        QCOMPARE(samples::broken(marked, *decoded), QString());
    }
}

void tst_MtTags::nothingBrokenIsAccepted_data()
{
    notations();
}

/// 30,000 answers in all. An oracle that knows the source alone looks at each that is accepted.
void tst_MtTags::nothingBrokenIsAccepted()
{
    QFETCH(TagNotation, notation);
    samples::Random random(71);
    int changed = 0;
    int accepted = 0;
    for (int i = 0; i < casesOfEach; ++i) {
        const MarkedText marked = samples::randomText(random);
        const EncodedText encoded = encodeTags(marked, notation);
        const int times = 1 + static_cast<int>(samples::anyBelow(random, 4));
        const QString answer = samples::mutated(encoded.text, times, random);
        changed += answer != encoded.text ? 1 : 0;
        const auto decoded = decodeTags(answer, encoded, notation);
        if (!decoded) {
            QVERIFY(decoded.error().code.startsWith("mt.tags-"));
            continue;
        }
        accepted += answer != encoded.text ? 1 : 0;
        const QString wrong = samples::broken(marked, *decoded);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong + ": " + encoded.text + "\n" + answer));
    }
    qInfo("%d of %d changed answers were sound and accepted", accepted, changed);
    QVERIFY(changed > casesOfEach / 2);
    QVERIFY(accepted > changed / 50 && accepted < changed * 2 / 3); // neither everything nor nothing
}

void tst_MtTags::whatEnginesAddIsPassedOver()
{
    const EncodedText html = encodeTags(pairAndCode(), TagNotation::Html);
    for (const char *answer :
         {"No. <span id=\"g1\">12</span> &amp; <span id=\"x3\" class=\"notranslate\"></span>",
          "No. <span id=g1>12</span> <span class='notranslate' id='x3'> </span>",
          "<span id=\"g1\">1 < 2</span><span id=\"x3\"></span>",
          "No. <SPAN ID=\"g1\" dir=\"ltr\">12</SPAN><span id=\"x3\" class=\"notranslate\"/>"})
        QVERIFY2(decodeTags(answer, html, TagNotation::Html).ok(), answer);
    QVERIFY(!decodeTags("<span id=\"g1\">12<span id=\"x3\"></span>", html, TagNotation::Html).ok());
    QVERIFY(
        !decodeTags("<span data-id=\"g1\">1</span><span id=\"x3\"></span>", html, TagNotation::Html).ok());
    const EncodedText tokens = encodeTags(pairAndCode(), TagNotation::Tokens);
    const auto model = decodeTags("No. <g1>12</g1> & <x3/> if a<b>c", tokens, TagNotation::Tokens);
    QVERIFY(model.ok());
    QVERIFY(model->text.endsWith("if a<b>c"));
}

/// A document about tags has its own "<x1/>"; ours have other numbers, so that neither is taken for the
/// other.
void tst_MtTags::textsThatSpeakOfTags()
{
    const MarkedText marked{QStringLiteral("Thẻ <x1/> và <g4> \uFFFC"), {{Kind::Standalone, 1, {}}}};
    const EncodedText xml = encodeTags(marked, TagNotation::Xml);
    QCOMPARE(xml.text, QString("Thẻ &lt;x1/&gt; và &lt;g4&gt; <x5/>"));
    QVERIFY(decodeTags("Tag &lt;x1/&gt; and &lt;g4&gt; <x5/>", xml, TagNotation::Xml).ok());
    QVERIFY(!decodeTags("Tag <x1/> and &lt;g4&gt; &lt;x5/&gt;", xml, TagNotation::Xml).ok());
    const EncodedText tokens = encodeTags(marked, TagNotation::Tokens);
    const auto decoded = decodeTags("Tag <x1/> and <g4> <x5/>", tokens, TagNotation::Tokens);
    QVERIFY(decoded.ok());
    QCOMPARE(decoded->text, QString("Tag <x1/> and <g4> \uFFFC"));
    QVERIFY(!decodeTags("Tag <x1/> and <g4>", tokens, TagNotation::Tokens).ok());
}

void tst_MtTags::crossingPairsStayPairs()
{
    const MarkedText marked{
        QStringLiteral("\uFFFCa\uFFFCb\uFFFCc\uFFFC"),
        {{Kind::Opening, 1, {}}, {Kind::Opening, 2, {}}, {Kind::Closing, 1, {}}, {Kind::Closing, 2, {}}}};
    const EncodedText encoded = encodeTags(marked, TagNotation::Xml);
    QCOMPARE(encoded.text, QString("<g1>a<x2/>b</g1>c<x4/>"));
    QVERIFY(decodeTags("<x2/><g1>a b</g1><x4/>", encoded, TagNotation::Xml).ok());
    QCOMPARE(decodeTags("<x4/><g1>a b</g1><x2/>", encoded, TagNotation::Xml).error().code,
             QString("mt.tags-broken"));
    // A code without its place in the text is not written, nor is half of its pair an element.
    const MarkedText cut{QStringLiteral("\uFFFCa"), {{Kind::Opening, 1, {}}, {Kind::Closing, 1, {}}}};
    QCOMPARE(encodeTags(cut, TagNotation::Xml).text, QString("<x1/>a"));
    QCOMPARE(encodeTags({QStringLiteral("a\uFFFCb"), {}}, TagNotation::Xml).text, QString("ab"));
}

/// Megabytes of what could make a careless reader turn back again and again.
void tst_MtTags::longAnswersAreReadInTime()
{
    const EncodedText encoded = encodeTags(pairAndCode(), TagNotation::Xml);
    for (const char *piece : {"<", "<g", "<g1 ", "<a b=\"", "<a b c d ", "&#", "&amp", "<x3>", "< /"}) {
        const QString answer = QString::fromLatin1(piece).repeated(200'000);
        for (const TagNotation notation : {TagNotation::Xml, TagNotation::Html, TagNotation::Tokens})
            QVERIFY(!decodeTags(answer, encoded, notation).ok());
    }
}

QTEST_GUILESS_MAIN(tst_MtTags)
#include "tst_mt_tags.moc"
