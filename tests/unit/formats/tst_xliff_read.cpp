#include "formats/xliff/parsed.h"
#include "formats/xliff/xliff.h"
#include "support.h"

#include <QtTest/QtTest>

using namespace verbale;

class TestXliffRead : public QObject
{
    Q_OBJECT

private slots:
    void errorsSayWhatAndWhere_data();
    void errorsSayWhatAndWhere();
    void depthAndSizeAreLimited();
    void textEntitiesAreRead();
    void segmentsWithoutSourceAreOpened();
    void whatACodeStandsForIsRead();
    void notesSayWhoseTheyAre();
    void remarksInTargetsAreCodes();
    void equalCodesShareTheirMemory();
    void namesAreUnique();
    void attributesThatADtdAddsAreNotRead();
    void structureIsRead();
    void inlineElementsBecomeCodes();
    void foreignTermsAndMatchesAreRead();
    void similarities_data();
    void similarities();
    void commentsLeadToTheirSegments();
    void missingAndDoubleIdsAreMendedTheSameWayEachTime();
    void whatIsNotShownIsSaid();
    void version22IsRead();
    void groupsOutsideOfFiles_data();
    void groupsOutsideOfFiles();
};

namespace {

const QByteArray rootTag =
    "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"vi\" "
    "trgLang=\"en\" xmlns:gls=\"urn:oasis:names:tc:xliff:glossary:2.0\" "
    "xmlns:mtc=\"urn:oasis:names:tc:xliff:matches:2.0\" xmlns:my=\"urn:my\">";

QByteArray inUnit(const QByteArray &content)
{
    return rootTag + "<file id='f1' original='a.txt'><unit id='u1'>" + content + "</unit></file></xliff>";
}

xliff::ReadXliff opened(const QByteArray &bytes)
{
    auto result = xliff::read(bytes, QStringLiteral("test.xlf"));
    if (!result) {
        qWarning().noquote() << result.error().text();
        return {};
    }
    return *result;
}

Segment firstSegment(const QByteArray &content)
{
    return opened(inUnit(content)).document.units.value(0).segments.value(0);
}

} // namespace

void TestXliffRead::errorsSayWhatAndWhere_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &bytes, const char *code, int line, int column,
                        const char *words) {
        QTest::newRow(name) << bytes << QString::fromLatin1(code) << line << column
                            << QString::fromLatin1(words);
    };
    row("empty", {}, "xliff.not-xliff", 1, 1, "empty");
    row("not XML", "Hội nghị", "xliff.malformed", 1, 1, "well-formed");
    row("other XML", "<?xml version=\"1.0\"?>\r\n <html/>", "xliff.not-xliff", 2, 2, "<html>");
    row("version 1.2", "<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'/>",
        "xliff.unsupported-version", 1, 1, "XLIFF 1.2");
    row("version 1.2 without a namespace", "<xliff version='1.2'/>", "xliff.unsupported-version", 1, 1,
        "XLIFF 1.2");
    row("no version", "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0'/>", "xliff.unsupported-version",
        1, 1, "without a version");
    row("cut off", inUnit("\n<segment>\n  <source>Việt").left(rootTag.size() + 40), "xliff.malformed", 1, 0,
        "");
    row("tags crossed", inUnit("\n <segment>Việt</unit>"), "xliff.malformed", 2, 17, "mismatched");
    row("bad bytes", inUnit("\n<segment><source>\xFF\xFE</source></segment>"), "xliff.malformed", 2, 18,
        "token");
    row("unbound prefix", inUnit("\n<x:a/>"), "xliff.malformed", 2, 1, "prefix");
    row("unknown encoding", "<?xml version='1.0' encoding='windows-1258'?>" + inUnit({}), "xliff.encoding", 1,
        31, "WINDOWS-1258");
    row("external entity",
        "<!DOCTYPE xliff [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>\n" +
            inUnit("\n<segment><source>&e;</source></segment>"),
        "xliff.entity", 3, 18, "not fetched");
    row("external subset",
        "<!DOCTYPE xliff SYSTEM 'http://example.org/x.dtd'>" +
            inUnit("\n<segment><source>a&e;</source></segment>"),
        "xliff.entity", 2, 19, "another file");
    row("undeclared entity", inUnit("\n<segment><source>&nbsp;</source></segment>"), "xliff.entity", 2, 18,
        "declare");
    row("entity with markup", "<!DOCTYPE xliff [\n<!ENTITY e '<a/>'>]>" + inUnit({}), "xliff.entity", 2, 0,
        "markup");
    row("billion laughs",
        "<!DOCTYPE xliff [\n<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>" +
            inUnit("<segment><source>&b;</source></segment>"),
        "xliff.entity", 2, 0, "\"b\"");
}

void TestXliffRead::errorsSayWhatAndWhere()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QString, words);
    const auto result = xliff::read(bytes, QStringLiteral("test.xlf"));
    QVERIFY(!result);
    const Error &error = result.error();
    QVERIFY2(error.code == code, qPrintable(error.code + u' ' + error.text()));
    QCOMPARE(error.where.file, QStringLiteral("test.xlf"));
    QCOMPARE(error.where.line, line);
    if (column > 0)
        QCOMPARE(error.where.column, column);
    QVERIFY2(error.message.contains(words), qPrintable(error.message));
    QVERIFY(error.message.endsWith(u'.'));
}

void TestXliffRead::depthAndSizeAreLimited()
{
    const auto nested = [](int depth) {
        return rootTag + "<file id='f1'>" + QByteArray("<group id='g'>").repeated(depth) +
               QByteArray("</group>").repeated(depth) + "</file></xliff>";
    };
    QVERIFY(xliff::read(nested(254), {}).ok());
    const auto tooDeep = xliff::read(nested(255), {});
    QVERIFY(!tooDeep);
    QCOMPARE(tooDeep.error().code, QStringLiteral("xliff.too-deep"));

    // 10 MB of text from 200 kB of file: more than a real file ever expands to.
    const QByteArray greedy =
        "<!DOCTYPE xliff [<!ENTITY a '" + QByteArray(1000, 'x') + "'>]>" +
        inUnit("<segment><source>" + QByteArray("&a;").repeated(60000) + "</source></segment>");
    QVERIFY(!xliff::read(greedy, {}).ok());
}

/// A file of which a part is wrong is opened as far as it goes, and can be translated there.
void TestXliffRead::segmentsWithoutSourceAreOpened()
{
    const QByteArray bytes = inUnit("\n <segment id='s1'><source>a</source></segment>\n "
                                    "<segment id='s2'><target>x</target></segment><segment id='s3'/>");
    auto result = opened(bytes);
    QCOMPARE(result.document.units[0].segments.size(), 3);
    QCOMPARE(result.document.units[0].segments[1].target.text, QStringLiteral("x"));
    QCOMPARE(result.warnings.size(), 1);
    QVERIFY2(result.warnings[0].contains(QLatin1String("line 3, column 2")), qPrintable(result.warnings[0]));
    QCOMPARE(*xliff::patch(result.document), bytes);
    Segment &last = result.document.units[0].segments[2];
    last.hasTarget = true;
    last.target.text = QStringLiteral("y");
    last.state = SegmentState::Translated;
    QCOMPARE(*xliff::patch(result.document),
             QByteArray(bytes).replace("<segment id='s3'/>",
                                       "<segment id='s3' state=\"translated\"><target>y</target></segment>"));
}

void TestXliffRead::whatACodeStandsForIsRead()
{
    const auto result = opened(inUnit(
        "<originalData><data id='d1'>&lt;b></data><data id='d2'>&lt;/b><cp hex='0007'/></data></originalData>"
        "<segment><source><pc id='1' dataRefStart='d1' dataRefEnd='d2' type='fmt' subType='xlf:b' "
        "canDelete='no'>x</pc><ph id='2' dataRef='d1' canCopy='no' canReorder='firstNo' type='link'/>"
        "<sc id='3' dataRef='gone'/></source></segment>"));
    const auto codes = result.document.units[0].segments[0].source.codes;
    QCOMPARE(codes.size(), 4);
    QCOMPARE(codes[0].data.get(), QStringLiteral("<b>"));
    QCOMPARE(codes[0].type.get(), QStringLiteral("xlf:b"));
    QVERIFY(!codes[0].canDelete && codes[0].canCopy && codes[0].canReorder);
    QCOMPARE(codes[1].data.get(), QStringLiteral("</b>\a"));
    QCOMPARE(codes[2].data.get(), QStringLiteral("<b>"));
    QCOMPARE(codes[2].type.get(), QStringLiteral("link"));
    QVERIFY(codes[2].canDelete && !codes[2].canCopy && !codes[2].canReorder);
    QVERIFY(codes[3].data.isEmpty());
}

void TestXliffRead::notesSayWhoseTheyAre()
{
    const auto result = opened(
        inUnit("<notes><note id='n1' priority='2' appliesTo='target' my:author='Reviser' category='c' "
               "ref='#s2'>x</note><note priority='99'>y</note></notes>"
               "<segment id='s1'><source>a</source></segment><segment id='s2'><source>b</source></segment>"));
    const Note first{QStringLiteral("n1"),
                     QStringLiteral("c"),
                     QStringLiteral("x"),
                     QStringLiteral("s2"),
                     QStringLiteral("Reviser"),
                     QStringLiteral("target"),
                     2};
    QCOMPARE(result.document.units[0].notes.size(), 2);
    QVERIFY(result.document.units[0].notes[0] == first);
    QCOMPARE(result.document.units[0].notes[1].priority, 10);
}

void TestXliffRead::remarksInTargetsAreCodes()
{
    const QByteArray bytes = inUnit("<!-- a --><segment><!-- b --><source>x<!-- c -->y</source>"
                                    "<target>x<!-- d -->y<pc id='1'><?e f?></pc></target></segment>");
    auto result = opened(bytes);
    Segment &segment = result.document.units[0].segments[0];
    QCOMPARE(segment.source.text, QStringLiteral("xy"));
    QCOMPARE(segment.target.codes.size(), 4);
    QCOMPARE(segment.target.codes[0].markup, QStringLiteral("<!-- d -->"));
    QCOMPARE(segment.target.codes[2].markup, QStringLiteral("<?e f?>"));
    segment.target.text.replace(u'y', u'z');
    QCOMPARE(*xliff::patch(result.document), QByteArray(bytes).replace("<!-- d -->y", "<!-- d -->z"));
    QVERIFY(result.warnings.isEmpty());
}

void TestXliffRead::equalCodesShareTheirMemory()
{
    const QByteArray segment = "<segment><source>a <ph id='1'/> b</source></segment>";
    const auto result = opened(inUnit(segment + segment));
    const QList<Segment> &segments = result.document.units[0].segments;
    QCOMPARE(segments[0].source.codes.get().constData(), segments[1].source.codes.get().constData());
}

void TestXliffRead::namesAreUnique()
{
    xliff::UniqueNames names;
    QSet<QString> taken;
    for (int i = 0; i < 5000; ++i) {
        const QString name = names.take(QString::number(i / 2), {});
        QVERIFY(!taken.contains(name));
        taken.insert(name);
    }
    QVERIFY(taken.contains(QStringLiteral("2499-2")));
    QCOMPARE(names.take({}, QStringLiteral("7")), QStringLiteral("7-3"));
}

void TestXliffRead::textEntitiesAreRead()
{
    const auto result = opened("<!DOCTYPE xliff [<!ENTITY vn 'Vi&#7879;t Nam'>]>" +
                               inUnit("<segment><source>a &vn; b</source></segment>"));
    QCOMPARE(result.document.units[0].segments[0].source.text, QStringLiteral("a Việt Nam b"));
}

void TestXliffRead::attributesThatADtdAddsAreNotRead()
{
    const QByteArray bytes = "<!DOCTYPE xliff [<!ATTLIST segment state CDATA 'final'>]>" +
                             inUnit("<segment><source>a</source><target>b</target></segment>");
    QCOMPARE(opened(bytes).document.units[0].segments[0].state, SegmentState::Initial);
}

void TestXliffRead::structureIsRead()
{
    const auto result = opened(
        rootTag +
        "<file id='f1' original='a.txt'><notes><note>x</note></notes><group id='g' translate='no'>"
        "<unit id='u1' type='my:p'><notes><note id='n1' category='c'>Note</note></notes>"
        "<segment id='s1' state='reviewed' subState='my:x'><source>a</source><target/></segment>"
        "<ignorable><source> <ph id='1'/></source></ignorable><ignorable><source>\t</source></ignorable>"
        "<segment><source>b</source></segment></unit>"
        "<unit id='u2' translate='yes'><segment state='wrong'><source/></segment></unit></group></file>"
        "<file id='f2'><unit id='u1' type='verbale:title'><segment><source>c</source></segment></unit></file>"
        "</xliff>");
    QCOMPARE(result.version, QStringLiteral("2.0"));
    const QStringList expected = {QStringLiteral("document a.txt vi en"),
                                  QStringLiteral("unit f1/u1 type my:p translate 0"),
                                  QStringLiteral("  note n1 c Note "),
                                  QStringLiteral("  segment s1 reviewed my:x offsets -1 -1 gap  \\u0009"),
                                  QStringLiteral("    source a"),
                                  QStringLiteral("    target "),
                                  QStringLiteral("  segment s2 initial  offsets -1 -1 gap "),
                                  QStringLiteral("    source b"),
                                  QStringLiteral("    no target"),
                                  QStringLiteral("unit f1/u2 type  translate 1"),
                                  QStringLiteral("  segment s1 initial  offsets -1 -1 gap "),
                                  QStringLiteral("    source "),
                                  QStringLiteral("    no target"),
                                  QStringLiteral("unit f2/u1 type title translate 1"),
                                  QStringLiteral("  segment s1 initial  offsets -1 -1 gap "),
                                  QStringLiteral("    source c"),
                                  QStringLiteral("    no target")};
    QCOMPARE(verbale::testing::describe(result.document), expected);
}

void TestXliffRead::inlineElementsBecomeCodes()
{
    const Segment segment =
        firstSegment("<segment><source>a<ph id='1' disp='[br]'/>b<pc id='2' equivStart='&lt;i>' "
                     "dispEnd='/i'>c<cp hex=\"0003\"/></pc>"
                     "<sc id='3' />d<ec startRef='3'/><mrk id='4' translate='no'>e</mrk><sm id='5' "
                     "type='my:x'/><em startRef='5'/>"
                     "<pc id='6'/><my:x><my:y/>z</my:x><cp hex='110000'/>\xEF\xBF\xBC</source></segment>");
    using Kind = InlineCode::Kind;
    const QList<InlineCode> expected = {
        {Kind::Standalone,
         QStringLiteral("1"),
         QStringLiteral("<ph id='1' disp='[br]'/>"),
         QStringLiteral("[br]"),
         {},
         {}},
        {Kind::Opening,
         QStringLiteral("2"),
         QStringLiteral("<pc id='2' equivStart='&lt;i>' dispEnd='/i'>"),
         QStringLiteral("<i>"),
         {},
         {}},
        {Kind::Closing, QStringLiteral("2"), QStringLiteral("</pc>"), QStringLiteral("/i"), {}, {}},
        {Kind::Opening, QStringLiteral("3"), QStringLiteral("<sc id='3' />"), QStringLiteral("3"), {}, {}},
        {Kind::Closing,
         QStringLiteral("3"),
         QStringLiteral("<ec startRef='3'/>"),
         QStringLiteral("3"),
         {},
         {}},
        {Kind::Opening,
         QStringLiteral("4"),
         QStringLiteral("<mrk id='4' translate='no'>"),
         QStringLiteral("4"),
         {},
         {}},
        {Kind::Closing, QStringLiteral("4"), QStringLiteral("</mrk>"), QStringLiteral("4"), {}, {}},
        {Kind::Opening,
         QStringLiteral("5"),
         QStringLiteral("<sm id='5' type='my:x'/>"),
         QStringLiteral("5"),
         {},
         {}},
        {Kind::Closing,
         QStringLiteral("5"),
         QStringLiteral("<em startRef='5'/>"),
         QStringLiteral("5"),
         {},
         {}},
        {Kind::Standalone, QStringLiteral("6"), QStringLiteral("<pc id='6'/>"), QStringLiteral("6"), {}, {}},
        {Kind::Standalone, {}, QStringLiteral("<my:x><my:y/>z</my:x>"), QStringLiteral("x"), {}, {}},
        {Kind::Standalone, {}, QStringLiteral("<cp hex='110000'/>"), QStringLiteral("cp"), {}, {}},
        {Kind::Standalone, {}, QStringLiteral("\uFFFC"), QStringLiteral("\uFFFC"), {}, {}}};
    for (qsizetype i = 0; i < expected.size(); ++i) {
        InlineCode code = segment.source.codes.value(i);
        QCOMPARE(code.markup, expected[i].markup);
        QCOMPARE(code.type.get(), QString(i == 7 ? QStringLiteral("my:x") : QString()));
        code.type = QString();
        QVERIFY2(code == expected[i], qPrintable(expected[i].markup));
    }
    QCOMPARE(segment.source.codes.size(), expected.size());
    QCOMPARE(segment.source.text,
             QStringLiteral("a~b~c\u0003~~d~~e~~~~~~~").replace(QLatin1Char('~'), inlineCodeMark));
}

void TestXliffRead::foreignTermsAndMatchesAreRead()
{
    const Segment segment = firstSegment(
        "<gls:glossary><gls:glossEntry ref='#m1'><gls:term source='My terms'>ASEAN</gls:term>"
        "<gls:translation source='Charter'>Association of\n "
        "Nations</gls:translation></gls:glossEntry></gls:glossary>"
        "<mtc:matches><mtc:match ref='#s1' type='mt' origin='Engine' "
        "matchSuitability='85.5'><source>ASEAN</source>"
        "<target>The <pc id='1'>ASEAN</pc></target></mtc:match>"
        "<mtc:match ref='#m1' similarity='70'><source>ASEAN</source><target>ASEAN</target></mtc:match>"
        "<mtc:match ref='#nowhere'><source>a</source><target>b</target></mtc:match>"
        "<mtc:match ref='#s1' "
        "reference='yes'><source>a</source><target>German</target></mtc:match></mtc:matches>"
        "<segment id='s1'><source><mrk id='m1' type='term'>ASEAN</mrk> <mrk id='m2' type='term' "
        "ref='http://example.org/'>x"
        "</mrk></source></segment>");
    QCOMPARE(segment.terms.size(), 1);
    QCOMPARE(segment.terms[0].span, (Span{0, 5}));
    QCOMPARE(segment.terms[0].target, QStringLiteral("Association of Nations"));
    QCOMPARE(segment.terms[0].authority, QStringLiteral("Charter"));
    QCOMPARE(segment.terms[0].glossary, QStringLiteral("My terms"));
    QCOMPARE(segment.source.codes.size(), 2); // the other annotation has no entry

    QCOMPARE(segment.suggestions.size(), 2);
    QCOMPARE(segment.suggestions[0].kind, SuggestionKind::MachineTranslation);
    QCOMPARE(segment.suggestions[0].text, QStringLiteral("The \uFFFCASEAN\uFFFC"));
    QCOMPARE(segment.suggestions[0].coverage, 0.855);
    QCOMPARE(segment.suggestions[0].segmentId, QStringLiteral("f1/u1/s1"));
    QCOMPARE(segment.suggestions[1].kind, SuggestionKind::MemoryMatch);
    QCOMPARE(segment.suggestions[1].coverage, 0.7);
}

void TestXliffRead::similarities_data()
{
    QTest::addColumn<QByteArray>("similarity");
    QTest::addColumn<double>("coverage");
    QTest::newRow("huge") << QByteArray("8e55") << 1.0;
    QTest::newRow("huge, negative") << QByteArray("-8e55") << 0.0;
    QTest::newRow("infinite") << QByteArray("inf") << 1.0;
    QTest::newRow("no number") << QByteArray("nan") << 0.0;
    QTest::newRow("rounded") << QByteArray("33.33333") << 0.3333;
}

void TestXliffRead::similarities()
{
    QFETCH(QByteArray, similarity);
    QFETCH(double, coverage);
    const Segment segment = firstSegment("<mtc:matches><mtc:match ref='#s1' similarity='" + similarity +
                                         "'><source>a</source><target>b</target></mtc:match></mtc:matches>"
                                         "<segment id='s1'><source>a</source></segment>");
    QCOMPARE(segment.suggestions.size(), 1);
    QCOMPARE(segment.suggestions.first().coverage, coverage);
}

void TestXliffRead::commentsLeadToTheirSegments()
{
    const auto result =
        opened(inUnit("<notes><note id='n1'>a</note><note id='n2'>b</note></notes>"
                      "<segment id='s1'><source>x</source></segment>"
                      "<segment id='s2'><source><mrk id='m1' type='comment' ref='#n=n2'>y</mrk></source>"
                      "</segment>"));
    QCOMPARE(result.document.units[0].notes[0].segmentId, QString());
    QCOMPARE(result.document.units[0].notes[1].segmentId, QStringLiteral("s2"));
}

void TestXliffRead::missingAndDoubleIdsAreMendedTheSameWayEachTime()
{
    const QByteArray unit =
        "<unit id='u'><segment><source>1</source></segment><segment id='s1'><source>2</source>"
        "</segment><segment id='s1'><source>3</source></segment></unit>";
    const QByteArray bytes =
        rootTag + "<file id='f'>" + unit + unit + "</file><file id='f'>" + unit + "</file></xliff>";
    const Document document = opened(bytes).document;
    QStringList keys;
    for (const SegmentRef &ref : document.segments())
        keys << document.segmentKey(ref);
    QCOMPARE(keys.join(u' '), QStringLiteral("f/u/s1-2 f/u/s1 f/u/s1-3 f/u-2/s1-2 f/u-2/s1 f/u-2/s1-3 "
                                             "f-2/u/s1-2 f-2/u/s1 f-2/u/s1-3"));
    Document edited = document;
    edited.units[1].segments[2].hasTarget = true;
    edited.units[1].segments[2].target.text = QStringLiteral("three");
    const QByteArray saved = *xliff::patch(edited);
    QCOMPARE(saved.count("<target>"), 1);
    QCOMPARE(opened(saved).document.units[1].segments[2].target.text, QStringLiteral("three"));
}

void TestXliffRead::whatIsNotShownIsSaid()
{
    const auto result =
        opened(rootTag + "<file id='f'><notes><note>x</note></notes><my:x/>"
                         "<unit id='u'><my:y/><segment><source/></segment></unit></file></xliff>");
    QCOMPARE(result.warnings.size(), 2);
    QVERIFY(result.warnings[0].contains(QStringLiteral("notes")));
    QVERIFY(result.warnings[1].contains(QStringLiteral("urn:my")));
    QVERIFY(opened(xliff::write(verbale::testing::sampleDocument())).warnings.isEmpty());
}

void TestXliffRead::version22IsRead()
{
    const auto result =
        opened("<xliff xmlns='urn:oasis:names:tc:xliff:document:2.2' version='2.2' srcLang='vi'><file id='f'>"
               "<unit id='u'><segment><source>a</source></segment></unit></file></xliff>");
    QCOMPARE(result.version, QStringLiteral("2.2"));
    QCOMPARE(result.document.segments().size(), 1);
}

void TestXliffRead::groupsOutsideOfFiles_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("inGroup");
    QTest::addColumn<int>("units");
    const QByteArray metadata = "<m:metadata xmlns:m='urn:oasis:names:tc:xliff:metadata:2.0'><m:metaGroup "
                                "category='verbale:left-out'><m:meta type='1 0 1 x'>t</m:meta></m:metaGroup>"
                                "</m:metadata>";
    const QByteArray file = "<file id='f'><unit id='v'><segment><source>b</source></segment></unit></file>";
    QTest::newRow("alone") << QByteArray() << QByteArray() << 1;
    QTest::newRow("with metadata") << QByteArray() << metadata << 1;
    QTest::newRow("behind a file") << file << metadata << 2;
    QTest::newRow("with a file in it") << QByteArray() << metadata + file << 2;
}

/// Not valid, but opened like everything that is well-formed, and saved.
void TestXliffRead::groupsOutsideOfFiles()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, inGroup);
    QFETCH(int, units);
    const QByteArray bytes = rootTag + before + "<group id='g'>" + inGroup +
                             "<unit id='u'><segment><source>a</source></segment></unit></group></xliff>";
    Document document = opened(bytes).document;
    QCOMPARE(document.units.size(), units);
    QVERIFY(document.leftOut.isEmpty());
    QCOMPARE(*xliff::patch(document), bytes);
    document.units.last().segments[0].hasTarget = true;
    document.units.last().segments[0].target.text = QStringLiteral("x");
    QByteArray wanted = bytes;
    QCOMPARE(*xliff::patch(document), wanted.replace("a</source>", "a</source><target>x</target>"));
}

QTEST_APPLESS_MAIN(TestXliffRead)
#include "tst_xliff_read.moc"
