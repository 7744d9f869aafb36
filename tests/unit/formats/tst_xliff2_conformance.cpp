#include "formats/conformance/xliff2_validate.h"
#include "xliff2_samples.h"

#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::xliff2samples;
using conformance::Finding;
using conformance::Severity;

/// Every rule once, on samples of our own: "§" stands before the element that breaks it.
class TestXliff2Conformance : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void accepts_data();
    void accepts();
    void warns_data();
    void warns();
    void tellsLinesAndColumns();
    void tellsTheSectionOfTheVersion();
    void findsWhatIsNotXml();
    void stopsCounting();
    void warningsHideNoError();
    void goesOnAfterAFinding();
    void isNotQuadratic();
};

namespace {

/// Takes the mark out; its place is that of what follows.
struct Marked
{
    QByteArray bytes;
    qint64 line = 0;
    qint64 column = 0;
};

Marked unmarked(QString text)
{
    Marked marked;
    const qsizetype mark = text.indexOf(u'§');
    if (mark >= 0) {
        const QString before = text.first(mark);
        marked.line = before.count(u'\n') + 1;
        marked.column = before.sliced(before.lastIndexOf(u'\n') + 1).toUcs4().size() + 1;
        text.remove(mark, 1);
    }
    marked.bytes = text.toUtf8();
    return marked;
}

QString describe(const QList<Finding> &findings)
{
    QStringList lines;
    for (const Finding &finding : findings) {
        lines.append(QStringLiteral("%1:%2 %3 %4")
                         .arg(finding.line)
                         .arg(finding.column)
                         .arg(finding.code, finding.message));
    }
    return lines.join(u'\n');
}

void good(const char *name, const QString &content, const QString &version = QStringLiteral("2.1"))
{
    QTest::newRow(name) << document(version, content);
}

} // namespace

void TestXliff2Conformance::finds_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("sample");
    brokenRows();
}

void TestXliff2Conformance::finds()
{
    QFETCH(QString, code);
    QFETCH(QString, sample);
    if (code == QLatin1String("xliff.its-without-version"))
        sample.replace(QLatin1String("its:version=\"2.0\""), QString());
    const Marked marked = unmarked(sample);
    QVERIFY2(marked.line > 0, "the sample has no mark");
    const auto report = conformance::validateXliff2(marked.bytes, QStringLiteral("sample.xlf"));
    QVERIFY(report.ok());
    const bool found =
        std::any_of(report->findings.begin(), report->findings.end(), [&](const Finding &finding) {
            return finding.code == code && finding.line == marked.line && finding.column == marked.column &&
                   finding.severity == Severity::Error;
        });
    QVERIFY2(found, qPrintable(QStringLiteral("wanted %1:%2 %3, found:\n%4")
                                   .arg(marked.line)
                                   .arg(marked.column)
                                   .arg(code, describe(report->findings))));
    QVERIFY(!report->isValid());
}

void TestXliff2Conformance::accepts_data()
{
    QTest::addColumn<QString>("sample");
    good("a file", inFile({}));
    good("nothing but a group", QStringLiteral("<file id='f1'><group id='g1'/></file>"));
    good("all of the core",
         inFile(QStringLiteral(
             "<skeleton><my:x/></skeleton><my:y id='1'>a</my:y><notes><note id='n1' priority='2' "
             "appliesTo='target' category='a'>b</note></notes><group id='g1' type='my:x' name='a' "
             "my:z='1'><unit id='u1' canResegment='no'><notes><note>a</note></notes><originalData>"
             "<data id='d1' dir='rtl'>x<cp hex='001A'/></data></originalData><segment id='s1' "
             "state='translated' subState='my:x y'><source>a<pc id='1' dataRefStart='d1' "
             "dataRefEnd='d1' subFlowsStart='last'>b</pc></source><target order='3'>a<sc id='1' "
             "dataRef='d1'/>b<ec startRef='1' dataRef='d1'/></target></segment><ignorable><source> "
             "</source></ignorable><segment><source>c</source><target order='1'>d</target></segment>"
             "</unit></group>")));
    good("pairs over segments",
         inUnit(QStringLiteral(
             "<segment><source><sc id='1'/>a</source><target order='2'>b<ec startRef='1'/></target>"
             "</segment><segment><source>c<ec startRef='1'/></source><target order='1'><sc id='1'/>d"
             "</target></segment>")));
    good("orphans",
         inSource(QStringLiteral("<sc id='1' isolated='yes'/><ec id='2' isolated='yes' dir='rtl'/>")));
    good("annotations", inSource(QStringLiteral(
                            "<mrk id='1' type='comment' ref='#n=n1'>a</mrk><mrk id='2' type='comment' "
                            "ref='#f=f1/u=u1/n=n1'>a</mrk><mrk id='3' type='term' "
                            "ref='https://example.org/a'>b</mrk><sm id='4' type='my:x'/>c<em startRef='4'/>"
                            "<mrk id='5' translate='no' my:x='1'>d</mrk>")));
    good("a code in another segment's target",
         inUnit(QStringLiteral(
             "<segment><source>a<ph id='1' canDelete='no'/></source><target>b</target></segment>"
             "<segment><source>c</source><target>d<ph id='1' canDelete='no'/></target></segment>")));
    good("a sequence",
         inUnit(QStringLiteral(
             "<segment><source><pc id='1' canReorder='firstNo' canCopy='no' canDelete='no'>a<ph "
             "id='2' canReorder='no' canCopy='no' canDelete='no'/></pc></source><target><sc id='1' "
             "canReorder='firstNo' canCopy='no' canDelete='no'/>a<ph id='2' canReorder='no' "
             "canCopy='no' canDelete='no'/><ec startRef='1' canReorder='no' canCopy='no' "
             "canDelete='no'/></target></segment>")));
    const auto half = [](const QString &first, const QString &second) {
        const QString hints = QStringLiteral("canCopy='no' canDelete='no'");
        return inUnit(
            QStringLiteral("<segment><source>a<ph id='1' canReorder='firstNo' %1/></source>%2</segment>"
                           "<segment><source><ph id='2' canReorder='no' %1/>b</source>%3</segment>"
                           "<segment><source><ph id='3' canReorder='no' %1/></source></segment>")
                .arg(hints, first, second));
    };
    good("a sequence whose first part has no target",
         half({},
              QStringLiteral("<target><ph id='2' canReorder='no' canCopy='no' canDelete='no'/>b</target>")));
    good("a sequence whose first part has an empty source's target elsewhere",
         half({}, QStringLiteral(
                      "<target><ph id='1' canReorder='firstNo' canCopy='no' canDelete='no'/><ph id='2' "
                      "canReorder='no' canCopy='no' canDelete='no'/>b</target>")));
    good(
        "white space around name tokens",
        inUnit(QStringLiteral("<originalData><data id='d1 '>x</data></originalData><segment id=' s1'><source>"
                              "<sc id=' 1 ' dataRef='d1'/>x<ec startRef='\n1'/></source></segment>")));
    good("tracked changes",
         inUnit(QStringLiteral(
             "<ctr:changeTrack><ctr:revisions appliesTo='note' ref=' n1'><ctr:revision datetime='2026'>"
             "<ctr:item property='my:id'>x</ctr:item><ctr:item property='id'>x</ctr:item></ctr:revision>"
             "<ctr:revision datetime='2026-11'><ctr:item property='content'>x</ctr:item></ctr:revision>"
             "<ctr:revision datetime='2024-02-29'><ctr:item property='content'>x</ctr:item></ctr:revision>"
             "<ctr:revision datetime='2026-11-22T09:30+07:00'><ctr:item property='content'>x</ctr:item>"
             "</ctr:revision><ctr:revision datetime='2026-11-22T09:30:00.5Z'><ctr:item property='content'>x"
             "</ctr:item></ctr:revision></ctr:revisions></ctr:changeTrack><notes><note id='n1'>x</note>"
             "</notes><segment><source>x</source></segment>")));
    good("a candidate in another language",
         inMatch(QStringLiteral("<source>a</source><target xml:lang='fr'>b</target><my:x/>"),
                 QStringLiteral(
                     "id='1' ref='#t=m2' reference='yes' matchQuality='99.5' type='tm' subType='my:x'")));
    good("an own size profile",
         inFile(QStringLiteral(
             "<slr:profiles generalProfile='my:boxes'><slr:normalization general='nfc'/><my:x/>"
             "</slr:profiles><group id='g1' slr:sizeRestriction='{10,20}'/>")));
    good("an own rule",
         inFile(QStringLiteral("<val:validation><val:rule my:test='x' disabled='yes'/></val:validation>")));
    good("references to the file's metadata",
         inFile(QStringLiteral("<mda:metadata id='m'><mda:metaGroup id='g'><mda:meta type='x'>y</mda:meta>"
                               "</mda:metaGroup></mda:metadata><unit id='u1'><segment><source><mrk id='1' "
                               "type='my:x' ref='#f=f1/mda=g'>a</mrk></source></segment></unit>")));
    good("quality issues",
         beforeSegment(QStringLiteral("<its:locQualityIssues xml:id='q1'><its:locQualityIssue "
                                      "locQualityIssueType='grammar'/></its:locQualityIssues>"))
             .replace(QLatin1String("<mrk id='m1' type='term'>"),
                      QLatin1String("<mrk id='m1' type='its:generic' its:locQualityIssuesRef='#its=q1'>")));
    good("notes of the document",
         QStringLiteral("<notes><note id='n'>x</note></notes><mda:metadata><mda:metaGroup>"
                        "<mda:meta type='x'>y</mda:meta></mda:metaGroup></mda:metadata>") +
             inFile({}),
         QStringLiteral("2.2"));
    good("hints for schema validators",
         QStringLiteral(
             "<file id='f1' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'><unit id='u1'><segment "
             "xsi:schemaLocation='a b'><source>x</source></segment></unit></file>"));
    good("plurals",
         QStringLiteral(
             "<file id='f1'><unit id='u1' pgs:switch='plural:n gender:g'><notes><note ref='#s1' "
             "appliesTo='target'>x</note></notes><segment id='s1' pgs:case='one feminine'>"
             "<source>x</source></segment><segment pgs:case='0 other'><source>x</source></segment></unit>"
             "</file>"),
         QStringLiteral("2.2"));
    good("2.1 in the namespace of 2.2", inFile({}), QStringLiteral("2.2"));
}

void TestXliff2Conformance::accepts()
{
    QFETCH(QString, sample);
    const auto report = conformance::validateXliff2(sample.toUtf8(), QStringLiteral("sample.xlf"));
    QVERIFY(report.ok());
    QCOMPARE(describe(report->findings), QString());
    QCOMPARE(report->format, QStringLiteral("xliff"));
}

void TestXliff2Conformance::warns_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("sample");
    row("annotation-without-translate", inSource(QStringLiteral("§<mrk id='1'>x</mrk>")));
    row("dangling-reference", inSource(QStringLiteral("§<mrk id='1' type='term' ref='#n=n9'>x</mrk>")));
    row("dangling-reference", inSource(QStringLiteral("§<mrk id='1' type='term' ref='#f=f2'>x</mrk>")));
    row("subfs-pairs", inFile(QStringLiteral("§<group id='g1' fs:fs='p' fs:subFs='class'/>")));
    row("unknown-resource",
        inUnit(QStringLiteral("<res:resourceData>§<res:resourceItemRef ref='r9'/>"
                              "</res:resourceData><segment><source>x</source></segment>")));
    row("misspelt-reference",
        beforeSegment(QStringLiteral("<its:locQualityIssues xml:id='q1'><its:locQualityIssue "
                                     "locQualityIssueType='grammar'/></its:locQualityIssues>"))
            .replace(QLatin1String("<mrk id='m1' type='term'>"),
                     QLatin1String("§<mrk id='m1' its:locQualityIssuesRef='#q1'>")));
    row("its-orphan",
        beforeSegment(QStringLiteral("§<its:locQualityIssues xml:id='q1'><its:locQualityIssue "
                                     "locQualityIssueType='grammar'/></its:locQualityIssues>")));
    row("revision-date",
        inUnit(QStringLiteral("<ctr:changeTrack><ctr:revisions appliesTo='unit'>§<ctr:revision "
                              "datetime='yesterday'><ctr:item property='content'>x</ctr:item></ctr:revision>"
                              "</ctr:revisions></ctr:changeTrack><segment><source>x</source></segment>")));
    for (const char *day : {"2026-99-99", "2026-13", "2025-02-29", "2026-11-22T25:00Z", "2026-11-22T09:61Z",
                            "2026-11T09:30Z"}) {
        row("revision-date",
            inUnit(QStringLiteral("<ctr:changeTrack><ctr:revisions appliesTo='unit'>§<ctr:revision "
                                  "datetime='%1'><ctr:item property='content'>x</ctr:item></ctr:revision>"
                                  "</ctr:revisions></ctr:changeTrack><segment><source>x</source></segment>")
                       .arg(QLatin1String(day))));
    }
    row("profile-name", inFile(QStringLiteral("§<slr:profiles generalProfile='boxes'/>")));
    row("occurs-without-present",
        inFile(QStringLiteral("<val:validation>§<val:rule isNotPresent='x' occurs='1'/></val:validation>")),
        QStringLiteral("2.0"));
    row("misspelt-reference", beforeSegment(QStringLiteral(
                                  "<gls:glossary>§<gls:glossEntry ref='t=#m2'><gls:term>x</gls:term>"
                                  "<gls:translation>x</gls:translation></gls:glossEntry></gls:glossary>")));
    row("language-mismatch",
        inFile(QStringLiteral("<res:resourceData><res:resourceItem mimeType='a/b'>§<res:target "
                              "href='a' xml:lang='fr'/></res:resourceItem></res:resourceData>")));
}

void TestXliff2Conformance::warns()
{
    QFETCH(QString, code);
    QFETCH(QString, sample);
    const Marked marked = unmarked(sample);
    const auto report = conformance::validateXliff2(marked.bytes, QStringLiteral("sample.xlf"));
    QVERIFY(report.ok());
    QVERIFY2(report->findings.size() == 1, qPrintable(describe(report->findings)));
    QCOMPARE(report->findings.first().code, code);
    QCOMPARE(report->findings.first().severity, Severity::Warning);
    QCOMPARE(report->findings.first().line, marked.line);
    QCOMPARE(report->findings.first().column, marked.column);
    QVERIFY(report->isValid());
}

void TestXliff2Conformance::tellsLinesAndColumns()
{
    const QString sample = document(QStringLiteral("2.1"), inSource(QStringLiteral("đường 😀\r\n  𠀀§<ph/>")));
    Marked marked = unmarked(sample);
    const auto at = [&](const QByteArray &bytes) {
        const auto report = conformance::validateXliff2(bytes, QStringLiteral("sample.xlf"));
        return report.ok() && report->findings.size() == 1 && report->findings.first().line == marked.line &&
               report->findings.first().column == marked.column;
    };
    QVERIFY(at(marked.bytes));
    QVERIFY(at("\xEF\xBB\xBF" + marked.bytes));
    const QString text = QString::fromUtf8(marked.bytes);
    QStringEncoder wide(QStringEncoder::Utf16BE, QStringEncoder::Flag::WriteBom);
    const QByteArray encoded = wide(text);
    QVERIFY(at(encoded));
}

void TestXliff2Conformance::tellsTheSectionOfTheVersion()
{
    const auto section = [](const QString &version, const QString &content) {
        const auto report =
            conformance::validateXliff2(document(version, content).toUtf8(), QStringLiteral("sample.xlf"));
        return report.ok() && !report->findings.isEmpty() ? report->findings.first().section : QString();
    };
    const QString id = inSource(QStringLiteral("<ph/>"));
    QCOMPARE(section(QStringLiteral("2.1"), id), QStringLiteral("XLIFF 2.1, 4.3.1.21 id"));
    QCOMPARE(section(QStringLiteral("2.2"), id), QStringLiteral("XLIFF 2.2, 3.3.1.21 id"));
    const QString rule = inFile(QStringLiteral("<val:validation><val:rule/></val:validation>"));
    QCOMPARE(section(QStringLiteral("2.0"), rule), QStringLiteral("XLIFF 2.1, 5.8.4.3 rule"));
    QCOMPARE(section(QStringLiteral("2.2"), rule), QStringLiteral("XLIFF 2.2, 4.7.4.3 rule"));
    const QString match =
        inMatch(QStringLiteral("<source>x</source><target>x</target>"), QStringLiteral("ref='x'"));
    QCOMPARE(section(QStringLiteral("2.2"), match), QStringLiteral("XLIFF 2.2, 4.1.7.5 ref"));
}

void TestXliff2Conformance::findsWhatIsNotXml()
{
    QByteArray bytes = document(QStringLiteral("2.1"), inSource(QStringLiteral("<ph/>"))).toUtf8();
    bytes.chop(3);
    const auto report = conformance::validateXliff2(bytes, QStringLiteral("sample.xlf"));
    QVERIFY(report.ok());
    QCOMPARE(report->findings.size(), 2);
    QCOMPARE(report->findings[0].code, QStringLiteral("xliff.missing-attribute"));
    QCOMPARE(report->findings[1].code, QStringLiteral("xml.malformed"));
    QVERIFY(!report->isValid());

    const auto empty = conformance::validateXliff2(QByteArray(), QStringLiteral("empty.xlf"));
    QVERIFY(empty.ok());
    QCOMPARE(empty->format, QString());
    QCOMPARE(empty->findings.size(), 1);

    const auto other = conformance::validateXliff2("<tmx version='1.4'/>", QStringLiteral("a.tmx"));
    QVERIFY(other.ok());
    QCOMPARE(other->findings.first().code, QStringLiteral("xliff.wrong-root"));

    const auto next =
        conformance::validateXliff2("<xliff version='3.0' xmlns='urn:example:3'/>", QStringLiteral("a.xlf"));
    QVERIFY(next.ok());
    QCOMPARE(next->format, QStringLiteral("xliff"));
    QCOMPARE(next->version, QStringLiteral("3.0"));
    QCOMPARE(next->findings.first().code, QStringLiteral("xliff.wrong-namespace"));
}

void TestXliff2Conformance::stopsCounting()
{
    QString codes;
    for (int i = 0; i < 30'000; ++i)
        codes += QStringLiteral("<ph/>");
    const auto report = conformance::validateXliff2(document(QStringLiteral("2.1"), inSource(codes)).toUtf8(),
                                                    QStringLiteral("sample.xlf"));
    QVERIFY(report.ok());
    QCOMPARE(report->findings.size(), 1001);
    QCOMPARE(report->findings.last().code, QStringLiteral("xliff.more"));
    QVERIFY(report->findings.last().message.contains(QLatin1String("29000")));
}

void TestXliff2Conformance::warningsHideNoError()
{
    QString codes;
    for (int i = 0; i < 25'000; ++i)
        codes += QStringLiteral("<mrk id='m%1'>x</mrk>").arg(i);
    QByteArray bytes = document(QStringLiteral("2.1"), inSource(codes + QStringLiteral("<ph/>"))).toUtf8();
    bytes.chop(3);
    const auto report = conformance::validateXliff2(bytes, QStringLiteral("sample.xlf"));
    QVERIFY(report.ok());
    QVERIFY(!report->isValid());
    QCOMPARE(report->findings.size(), 1003);
    QCOMPARE(report->findings[1000].code, QStringLiteral("xliff.missing-attribute"));
    QCOMPARE(report->findings[1001].code, QStringLiteral("xml.malformed"));
    const Finding &rest = report->findings.last();
    QVERIFY(rest.isRest() && rest.severity == Severity::Warning);
    QVERIFY(rest.message.contains(QLatin1String("24000")));
}

void TestXliff2Conformance::goesOnAfterAFinding()
{
    const QString sample =
        document(QStringLiteral("2.1"),
                 inUnit(QStringLiteral(
                     "<segment state='final'><source><ph/><ec id='1'/></source></segment><my:x id=' '/>")));
    const auto report = conformance::validateXliff2(sample.toUtf8(), QStringLiteral("sample.xlf"));
    QVERIFY(report.ok());
    QStringList codes;
    qint64 line = 0;
    for (const Finding &finding : report->findings) {
        codes.append(finding.code);
        QVERIFY(finding.line >= line);
        line = finding.line;
    }
    QCOMPARE(codes,
             (QStringList{QStringLiteral("xliff.state-without-target"),
                          QStringLiteral("xliff.missing-attribute"), QStringLiteral("xliff.end-reference"),
                          QStringLiteral("xliff.foreign-element"), QStringLiteral("xliff.invalid-value")}));
}

/// Many ids, codes, parts and references in one place: a square of these would not end.
void TestXliff2Conformance::isNotQuadratic()
{
    constexpr int count = 10'000;
    QString parts;
    QString entries;
    QString tracks;
    for (int i = 0; i < count; ++i) {
        parts += QStringLiteral(
                     "<segment id='s%1'><source><sc id='c%1'/><sm id='m%1' type='comment' ref='#n=n1'/>x"
                     "<em startRef='m%1'/><ec startRef='c%1'/><mrk id='r%1' type='term' ref='#gls=e%1'>x"
                     "</mrk></source><target order='%2'><pc id='c%1'>x</pc></target></segment>")
                     .arg(i)
                     .arg(count - i);
        entries +=
            QStringLiteral("<gls:glossEntry id='e%1' ref='#s%1'><gls:term>x</gls:term><gls:definition>y"
                           "</gls:definition></gls:glossEntry>")
                .arg(i);
        tracks +=
            QStringLiteral("<ctr:changeTrack><ctr:revisions appliesTo='segment' ref='s%1'><ctr:revision>"
                           "<ctr:item property='id'>x</ctr:item></ctr:revision></ctr:revisions>"
                           "</ctr:changeTrack>")
                .arg(i);
    }
    const QString unit =
        QStringLiteral("<gls:glossary>%1</gls:glossary>%2<notes><note id='n1'>x</note></notes>%3")
            .arg(entries, tracks, parts);
    const QString sample = document(QStringLiteral("2.1"), inUnit(unit));
    const auto report = conformance::validateXliff2(sample.toUtf8(), QStringLiteral("sample.xlf"));
    QVERIFY(report.ok());
    QCOMPARE(describe(report->findings), QString());
}

QTEST_APPLESS_MAIN(TestXliff2Conformance)
#include "tst_xliff2_conformance.moc"
