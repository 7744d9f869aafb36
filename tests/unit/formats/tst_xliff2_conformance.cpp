#include "formats/conformance/xliff2_validate.h"

#include <QtTest/QtTest>

using namespace verbale;
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
    void goesOnAfterAFinding();
    void isNotQuadratic();
};

namespace {

QString document(const QString &version, const QString &content, const QString &attributes = {})
{
    const QString ns = version == QLatin1String("2.2") ? QStringLiteral("2.2") : QStringLiteral("2.0");
    return QStringLiteral(
               "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:%1\" version=\"%2\" srcLang=\"vi\" "
               "trgLang=\"en\"\n xmlns:mtc=\"urn:oasis:names:tc:xliff:matches:2.0\" "
               "xmlns:gls=\"urn:oasis:names:tc:xliff:glossary:2.0\" "
               "xmlns:fs=\"urn:oasis:names:tc:xliff:fs:2.0\" "
               "xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\" "
               "xmlns:res=\"urn:oasis:names:tc:xliff:resourcedata:2.0\" "
               "xmlns:ctr=\"urn:oasis:names:tc:xliff:changetracking:2.0\" "
               "xmlns:slr=\"urn:oasis:names:tc:xliff:sizerestriction:2.0\" "
               "xmlns:val=\"urn:oasis:names:tc:xliff:validation:2.0\" "
               "xmlns:its=\"http://www.w3.org/2005/11/its\" its:version=\"2.0\" "
               "xmlns:itsm=\"urn:oasis:names:tc:xliff:itsm:2.1\" "
               "xmlns:pgs=\"urn:oasis:names:tc:xliff:pgs:1.0\" xmlns:my=\"urn:example:my\"%3>\n%4</xliff>")
        .arg(ns, version, attributes, content);
}

/// In a file with a unit after it, so that the file is complete.
QString inFile(const QString &content)
{
    return QStringLiteral(
               "<file id='f1'>\n%1\n<unit id='last'><segment><source>x</source></segment></unit></file>")
        .arg(content);
}

QString inUnit(const QString &content)
{
    return QStringLiteral("<file id='f1'>\n<unit id='u1'>\n%1\n</unit></file>").arg(content);
}

QString inSource(const QString &content)
{
    return inUnit(QStringLiteral("<notes><note id='n1'>x</note></notes>"
                                 "<originalData><data id='d1'>x</data></originalData>"
                                 "<segment id='s1'>\n<source>Một %1 hai</source></segment>")
                      .arg(content));
}

/// A module's element before a segment "s1".
QString beforeSegment(const QString &content)
{
    return inUnit(content +
                  QStringLiteral("\n<segment id='s1'><source>Hà Nội <mrk id='m1' type='term'>x</mrk>"
                                 "</source><target>Hanoi <mrk id='m2' type='term'>x</mrk></target>"
                                 "</segment>"));
}

QString inMatch(const QString &content, const QString &attributes = QStringLiteral("ref='#m1'"))
{
    return beforeSegment(QStringLiteral("<mtc:matches>\n<mtc:match %1>\n%2</mtc:match></mtc:matches>")
                             .arg(attributes, content));
}

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

void row(const char *code, const QString &content, const QString &version = QStringLiteral("2.1"))
{
    static int number = 0;
    QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(code)).arg(++number)))
        << QStringLiteral("xliff.") + QLatin1String(code) << document(version, content);
}

void row22(const char *code, const QString &content)
{
    row(code, content, QStringLiteral("2.2"));
}

void good(const char *name, const QString &content, const QString &version = QStringLiteral("2.1"))
{
    QTest::newRow(name) << document(version, content);
}

void structureRows()
{
    row("missing-element", QStringLiteral("§<file id='f1'></file>"));
    row("missing-element", inUnit(QStringLiteral("§<segment/>")));
    row("missing-element", QStringLiteral("<file id='f1'>§<unit id='u1'/></file>"));
    row("missing-element", inFile(QStringLiteral("§<notes/>")));
    row("missing-element", beforeSegment(QStringLiteral("§<mtc:matches/>")));
    row("missing-element", beforeSegment(QStringLiteral("<gls:glossary>§<gls:glossEntry>"
                                                        "<gls:definition>x</gls:definition></gls:glossEntry>"
                                                        "</gls:glossary>")));
    row("missing-element", inMatch(QStringLiteral("<source>x</source>"))
                               .replace(QLatin1String("<mtc:match "), QLatin1String("§<mtc:match ")));
    row("missing-attribute", inFile(QStringLiteral("§<group/>")));
    row("missing-attribute", inSource(QStringLiteral("§<ph/>")));
    row("missing-attribute",
        inSource(QStringLiteral("<sm id='m1' translate='no'/>x<em startRef='m1'/>§<em/>")));
    row("missing-attribute",
        beforeSegment(QStringLiteral("<mda:metadata><mda:metaGroup>§<mda:meta>x</mda:meta>"
                                     "</mda:metaGroup></mda:metadata>")));
    row("unknown-attribute", inFile(QStringLiteral("§<group id='g1' colour='red'/>")));
    row("unknown-attribute", inFile(QStringLiteral("§<group id='g1' fs:style='b'/>")));
    row("unknown-attribute", inUnit(QStringLiteral("§<segment translate='no'><source>x</source></segment>")));
    row("unknown-element", inFile(QStringLiteral("§<body/>")));
    row("unknown-element", beforeSegment(QStringLiteral("§<gls:terms/>")));
    row("misplaced-element",
        inUnit(QStringLiteral("<segment><source>x</source></segment>§<notes><note>x</note>"
                              "</notes>")));
    row("misplaced-element",
        inUnit(QStringLiteral("<segment><target>x</target>§<source>x</source></segment>")));
    row("misplaced-element", inFile(QStringLiteral("§<segment><source>x</source></segment>")));
    row("misplaced-element", inFile(QStringLiteral("§<gls:glossary><gls:glossEntry><gls:term>x</gls:term>"
                                                   "<gls:definition>x</gls:definition></gls:glossEntry>"
                                                   "</gls:glossary>")));
    row("misplaced-element", QStringLiteral("§<notes><note>x</note></notes>") + inFile({}));
    row("repeated-element",
        inFile(QStringLiteral("<val:validation><val:rule isPresent='x'/></val:validation>\n§<val:validation>"
                              "<val:rule isPresent='x'/></val:validation>")));
    row("foreign-element", inUnit(QStringLiteral("<segment>§<my:x/><source>x</source></segment>")));
    row("foreign-element", inSource(QStringLiteral("§<my:x/>")));
    row("foreign-element", QStringLiteral("§<my:x/>") + inFile({}));
    row("foreign-attribute", inUnit(QStringLiteral("§<segment my:x='1'><source>x</source></segment>")));
    row("foreign-attribute", inSource(QStringLiteral("§<pc id='1' my:x='1'>x</pc>")));
    row("misplaced-attribute", inSource(QStringLiteral("§<ph id='1' its:org='x'/>")));
    row("misplaced-attribute", inSource(QStringLiteral("§<mrk id='1' translate='no' xml:lang='vi'>x</mrk>")));
    row("misplaced-attribute",
        inSource(QStringLiteral("§<mrk id='1' translate='no' slr:equivStorage='1'>x</mrk>")));
    row("foreign-element", inFile(QStringLiteral("§<own xmlns=''/>")));
    row("foreign-element", inFile(QStringLiteral("§<own xmlns=''/>")));
    row("missing-attribute", inFile(QStringLiteral("<my:x><my:y>§<ph/></my:y></my:x>")));
    row("missing-element", beforeSegment(QStringLiteral("<my:x>§<gls:glossary/></my:x>")));
    row("stray-text",
        QStringLiteral("<file id='f1'>§stray<unit id='u1'><segment><source>x</source></segment></unit>"
                       "</file>"));
    row("stray-text", inUnit(QStringLiteral("§<segment>stray<source>x</source></segment>")));
    row("wrong-namespace", inUnit(QStringLiteral("§<segment xmlns='urn:oasis:names:tc:xliff:document:2.2'/>"
                                                 "<segment><source>x</source></segment>")));
    row22("misplaced-element",
          QStringLiteral("<mda:metadata><mda:metaGroup><mda:meta type='x'/></mda:metaGroup>"
                         "</mda:metadata>\n§<notes><note>x</note></notes>") +
              inFile({}));
}

void valueRows()
{
    row("invalid-value", inFile(QStringLiteral("§<group id='g 1'/>")));
    row("invalid-value", inFile(QStringLiteral("§<group id='g1' translate='true'/>")));
    row("invalid-value", inFile(QStringLiteral("§<group id='g1' srcDir='left'/>")));
    row("invalid-value", inFile(QStringLiteral("§<group id='g1' type='menu'/>")));
    row("invalid-value", inFile(QStringLiteral("§<group id='g1' xml:space='keep'/>")));
    row("invalid-value", inFile(QStringLiteral("§<group id='g1' fs:fs='paragraph'/>")));
    row("invalid-value", inFile(QStringLiteral("<notes>§<note priority='11'>x</note></notes>")));
    row("invalid-value", inFile(QStringLiteral("<notes>§<note appliesTo='both'>x</note></notes>")));
    row("invalid-value", inUnit(QStringLiteral("§<segment state='done'><source>x</source></segment>")));
    row("invalid-value",
        inUnit(QStringLiteral("§<segment state='initial' subState='x'><source>x</source></segment>")));
    row("invalid-value",
        inUnit(QStringLiteral("<segment><source>x</source>§<target order='0'>x</target></segment>")));
    row("invalid-value", inUnit(QStringLiteral("<originalData>§<data id='d' xml:space='default'>x</data>"
                                               "</originalData><segment><source>x</source></segment>")));
    row("invalid-value", inSource(QStringLiteral("§<ph id='1' type='bold'/>")));
    row("invalid-value",
        inSource(QStringLiteral("§<ph id='1' canReorder='never' canCopy='no' canDelete='no'/>")));
    row("invalid-value", inSource(QStringLiteral("§<cp hex='1'/>")));
    row("invalid-value", inSource(QStringLiteral("§<mrk id='1' type='remark'>x</mrk>")));
    row("invalid-value", inMatch(QStringLiteral("<source>x</source><target>x</target>"),
                                 QStringLiteral("ref='#m1' matchQuality='101'"))
                             .replace(QLatin1String("<mtc:match "), QLatin1String("§<mtc:match ")));
    row("invalid-value", inMatch(QStringLiteral("<source>x</source><target>x</target>"),
                                 QStringLiteral("ref='#m1' type='fuzzy'"))
                             .replace(QLatin1String("<mtc:match "), QLatin1String("§<mtc:match ")));
    row("invalid-value", inFile(QStringLiteral("<val:validation>§<val:rule isPresent='x' occurs='0'/>"
                                               "</val:validation>")));
    row("invalid-value",
        beforeSegment(QStringLiteral("<mda:metadata>§<mda:metaGroup appliesTo='unit'>"
                                     "<mda:meta type='x'/></mda:metaGroup></mda:metadata>")));
    row("invalid-value", inFile(QStringLiteral("§<my:x id='a b'/>")));
    row("invalid-value", inSource(QStringLiteral("§<mrk id='1' its:mtConfidence='2' "
                                                 "its:annotatorsRef='mt-confidence|x'>x</mrk>")));
}

void idRows()
{
    row("duplicate-id",
        inFile({}) + QStringLiteral("\n§<file id='f1'><unit id='u1'><segment><source>x</source>"
                                    "</segment></unit></file>"));
    row("duplicate-id", inFile(QStringLiteral("<group id='g1'/>\n<group id='g2'>§<group id='g1'/></group>")));
    row("duplicate-id",
        inFile(QStringLiteral("<unit id='u1'><segment><source>x</source></segment></unit>\n"
                              "<group id='g1'>§<unit id='u1'><segment><source>x</source></segment>"
                              "</unit></group>")));
    row("duplicate-id",
        inFile(QStringLiteral("<notes><note id='n1'>x</note>§<note id='n1'>y</note></notes>")));
    row("duplicate-id", inUnit(QStringLiteral("<notes><note id='n1'>x</note>§<note id='n1'>y</note></notes>"
                                              "<segment><source>x</source></segment>")));
    row("duplicate-id", inUnit(QStringLiteral("<originalData><data id='d1'>x</data>§<data id='d1'>y</data>"
                                              "</originalData><segment><source>x</source></segment>")));
    row("duplicate-id",
        inUnit(QStringLiteral("<segment id='1'><source>x</source></segment>\n§<ignorable id='1'>"
                              "<source> </source></ignorable>")));
    row("duplicate-id", inUnit(QStringLiteral("<segment id='1'><source>§<ph id='1'/></source></segment>")));
    row("duplicate-id",
        inSource(QStringLiteral("<ph id='1'/><mrk id='2' translate='no'>§<ph id='1'/></mrk>")));
    row("duplicate-id",
        inUnit(QStringLiteral("<segment><source><ph id='1'/></source><target><ph id='1'/>§<ph id='1'/>"
                              "</target></segment>")));
    row("mismatched-id",
        inUnit(QStringLiteral("<segment><source><ph id='1'/></source><target>§<pc id='1'>x</pc>"
                              "</target></segment>")));
    row("duplicate-id", inFile(QStringLiteral("<my:x id='e'/>\n<my:y>§<my:x xml:id='e'/></my:y>")));
    row("duplicate-id", beforeSegment(QStringLiteral("<my:x id='e'/>\n<my:y>§<my:x id='e'/></my:y>")));
}

void codeRows()
{
    row("unknown-data", inSource(QStringLiteral("§<ph id='1' dataRef='d2'/>")));
    row("unknown-data", inSource(QStringLiteral("§<pc id='1' dataRefStart='d1' dataRefEnd='d2'>x</pc>")));
    row("subtype-without-type", inSource(QStringLiteral("§<ph id='1' subType='my:x'/>")));
    row("unknown-subtype", inSource(QStringLiteral("§<ph id='1' type='fmt' subType='xlf:blink'/>")));
    row("subtype-of-other-type", inSource(QStringLiteral("§<ph id='1' type='ui' subType='xlf:b'/>")));
    row("subtype-of-other-type", inSource(QStringLiteral("§<ph id='1' type='fmt' subType='xlf:var'/>")));
    row("copy-with-data", inSource(QStringLiteral("<ph id='1'/>§<ph id='2' copyOf='1' dataRef='d1'/>")));
    row("unknown-base-code", inSource(QStringLiteral("§<ph id='2' copyOf='1'/>")));
    row("copy-of-code-with-data",
        inSource(QStringLiteral("<ph id='1' dataRef='d1'/>§<ph id='2' copyOf='1'/>")));
    row("copy-of-uncopyable-code",
        inSource(QStringLiteral("<ph id='1' canCopy='no'/>§<ph id='2' copyOf='1'/>")));
    row("differing-pair", inSource(QStringLiteral("<sc id='1' canDelete='no'/>x§<ec startRef='1'/>")));
    row("differing-pair", inSource(QStringLiteral("<sc id='1' type='fmt'/>x§<ec startRef='1' type='ui'/>")));
    row("isolated-end", inSource(QStringLiteral("§<ec isolated='yes' startRef='1'/>")));
    row("end-reference", inSource(QStringLiteral("§<ec id='1'/>")));
    row("direction-of-end", inSource(QStringLiteral("<sc id='1'/>x§<ec startRef='1' dir='ltr'/>")));
    row("end-without-start", inSource(QStringLiteral("§<ec startRef='1'/>")));
    row("end-without-start", inSource(QStringLiteral("§<em startRef='1'/>")));
    row("end-before-start", inSource(QStringLiteral("§<ec startRef='1'/>x<sc id='1'/>")));
    row("second-end", inSource(QStringLiteral("<sc id='1'/>x<ec startRef='1'/>§<ec startRef='1'/>")));
    row("start-without-end", inSource(QStringLiteral("§<sc id='1'/>x")));
    row("start-without-end", inSource(QStringLiteral("§<sm id='1' translate='no'/>x")));
    row("isolated-pair", inSource(QStringLiteral("§<sc id='1' isolated='yes'/>x<ec startRef='1'/>")));
    row("needless-cp", inSource(QStringLiteral("§<cp hex='0041'/>")));
    row("no-code-point", inSource(QStringLiteral("§<cp hex='110000'/>")));
    row("unknown-subflow", inSource(QStringLiteral("§<ph id='1' subFlows='u1 u2'/>")));
    row("reorder-without-hints", inSource(QStringLiteral("§<ph id='1' canReorder='firstNo' canCopy='no'/>")));
    row("sequence-without-first",
        inSource(QStringLiteral("§<ph id='1' canReorder='no' canCopy='no' canDelete='no'/>")));
    row("broken-sequence",
        inUnit(QStringLiteral("<segment><source><ph id='1' canReorder='firstNo' canCopy='no' canDelete='no'/>"
                              "<ph id='2' canReorder='no' canCopy='no' canDelete='no'/></source>\n"
                              "<target>§<ph id='2' canCopy='no' canDelete='no'/><ph id='1' canCopy='no' "
                              "canDelete='no'/></target></segment>")));
    row("missing-code",
        inUnit(QStringLiteral("<segment><source><ph id='1' canDelete='no'/></source>\n§<target/>"
                              "</segment>")));
}

void segmentRows()
{
    row("language-mismatch", inUnit(QStringLiteral("<segment>§<source xml:lang='en'>x</source></segment>")));
    row("language-mismatch",
        inUnit(QStringLiteral("<segment><source>x</source>§<target xml:lang='fr'>x</target></segment>")));
    row("differing-white-space",
        inUnit(
            QStringLiteral("<segment><source xml:space='preserve'>x</source>§<target>x</target></segment>")));
    row("substate-without-state",
        inUnit(QStringLiteral("§<segment subState='my:x'><source>x</source></segment>")));
    row("reserved-prefix",
        inUnit(QStringLiteral("§<segment state='initial' subState='xlf:x'><source>x</source></segment>")));
    row("reserved-prefix", inFile(QStringLiteral("§<group id='g1' type='xlf:menu'/>")));
    row("state-without-target",
        inUnit(QStringLiteral("§<segment state='final'><source>x</source></segment>")));
    row("unit-without-segment",
        QStringLiteral(
            "<file id='f1'>§<unit id='u1'><ignorable><source> </source></ignorable></unit></file>"));
    row("order-out-of-range",
        inUnit(QStringLiteral("<segment><source>x</source>§<target order='2'>x</target></segment>")));
    row("duplicate-order",
        inUnit(QStringLiteral("<segment><source>x</source><target>x</target></segment>\n"
                              "<segment><source>x</source>§<target order='1'>x</target></segment>")));
    row("skeleton-content", inFile(QStringLiteral("§<skeleton/>")));
    row("skeleton-content", inFile(QStringLiteral("§<skeleton href='a'>x</skeleton>")));
    row("comment-value-or-reference", inSource(QStringLiteral("§<mrk id='1' type='comment'>x</mrk>")));
    row("comment-value-or-reference",
        inSource(QStringLiteral("§<mrk id='1' type='comment' value='x' ref='#n=n1'>x</mrk>")));
    row("comment-without-note", inSource(QStringLiteral("§<mrk id='1' type='comment' ref='#n=n2'>x</mrk>")));
    row("comment-without-note",
        inSource(QStringLiteral("§<mrk id='1' type='comment' ref='#f=f1/n=n1'>x</mrk>")));
    row("candidate-with-reference",
        inSource(QStringLiteral("§<mrk id='1' type='mtc:match' ref='#n=n1'>x</mrk>")));
    row("invalid-fragment", inSource(QStringLiteral("§<mrk id='1' type='term' ref='#u=u1/f=f1'>x</mrk>")));
    row("invalid-fragment", inSource(QStringLiteral("§<mrk id='1' type='term' ref='#u=u1/u=u1'>x</mrk>")));
    row("invalid-fragment", inSource(QStringLiteral("§<mrk id='1' type='term' ref='#n=n1/u=u1'>x</mrk>")));
    row("invalid-fragment", inSource(QStringLiteral("§<mrk id='1' type='term' ref='#s1/1'>x</mrk>")));
    row("invalid-fragment", inSource(QStringLiteral("§<mrk id='1' type='term' ref='#z=1'>x</mrk>")));
    row("invalid-fragment", inSource(QStringLiteral("§<mrk id='1' type='term' ref='#xyz=1'>x</mrk>")));
    row22("dangling-reference", inUnit(QStringLiteral("<notes>§<note ref='#s2'>x</note></notes>"
                                                      "<segment id='s1'><source>x</source></segment>")));
}

void matchRows()
{
    const QString both = QStringLiteral("<source>x</source><target>x</target>");
    const auto marked = [](QString text) {
        return text.replace(QLatin1String("<mtc:match "), QLatin1String("§<mtc:match "));
    };
    row("reference-without-text", marked(inMatch(both, QStringLiteral("ref='#m9'"))));
    row("reference-without-text", marked(inMatch(both, QStringLiteral("ref='s1'"))));
    row("subtype-without-type", marked(inMatch(both, QStringLiteral("ref='#m1' subType='my:x'"))));
    row("reserved-prefix", marked(inMatch(both, QStringLiteral("ref='#m1' type='tm' subType='xlf:x'"))));
    row("misplaced-attribute", marked(inMatch(both, QStringLiteral("ref='#m1' xml:lang='fr'"))));
    row("language-mismatch", inMatch(QStringLiteral("<source>x</source>§<target xml:lang='fr'>x</target>")));
    row("duplicate-id",
        inMatch(QStringLiteral("<source><ph id='1'/>§<ph id='1'/></source><target>x</target>")));
    row("unknown-data",
        inMatch(QStringLiteral("<source>§<ph id='1' dataRef='d1'/></source><target>x</target>")));
    row("start-without-end", inMatch(QStringLiteral("<source>§<sc id='1'/></source><target>x</target>")));
    row("duplicate-id",
        beforeSegment(QStringLiteral("<mtc:matches><mtc:match id='1' ref='#m1'>%1</mtc:match>\n"
                                     "§<mtc:match id='1' ref='#m1'>%1</mtc:match></mtc:matches>")
                          .arg(both)));
    row("duplicate-id", inMatch(QStringLiteral("<originalData><data id='d1'>x</data>§<data id='d1'>y</data>"
                                               "</originalData><source>x</source><target>x</target>")));
    row("style-on-end", inMatch(QStringLiteral("<source><sc id='1'/>§<ec startRef='1' fs:fs='b'/></source>"
                                               "<target>x</target>")));
    row("duplicate-id", inMatch(QStringLiteral("<originalData><data id='d1'>x</data>§<data id='d1'>y</data>"
                                               "</originalData><source>x</source><target>x</target>")));
    row("style-on-end", inMatch(QStringLiteral("<source><sc id='1'/>§<ec startRef='1' fs:fs='b'/></source>"
                                               "<target>x</target>")));
}

void glossaryRows()
{
    const auto glossary = [](const QString &entries) {
        return beforeSegment(QStringLiteral("<gls:glossary>%1</gls:glossary>").arg(entries));
    };
    row("empty-entry", glossary(QStringLiteral("§<gls:glossEntry><gls:term>x</gls:term></gls:glossEntry>")));
    row("duplicate-id",
        glossary(QStringLiteral("<gls:glossEntry id='1'><gls:term>x</gls:term>\n§<gls:translation "
                                "id='1'>x</gls:translation></gls:glossEntry>")));
    row("reference-without-text",
        glossary(QStringLiteral("§<gls:glossEntry ref='#m9'><gls:term>x</gls:term>"
                                "<gls:translation>x</gls:translation></gls:glossEntry>")));
    row("duplicate-id",
        beforeSegment(QStringLiteral("<mda:metadata id='1'>§<mda:metaGroup id='1'><mda:meta type='x'/>"
                                     "</mda:metaGroup></mda:metadata>")));
}

void resourceRows()
{
    const auto data = [](const QString &items) {
        return inFile(QStringLiteral("<res:resourceData>%1</res:resourceData>").arg(items));
    };
    row("empty-resource", inFile(QStringLiteral("§<res:resourceData/>")));
    row("empty-resource", data(QStringLiteral("§<res:resourceItem id='r1'/>")));
    row("missing-attribute",
        data(QStringLiteral("§<res:resourceItem><res:source href='a'/></res:resourceItem>")));
    row("resource-content",
        data(QStringLiteral("<res:resourceItem mimeType='a/b'>§<res:source/></res:resourceItem>")));
    row("resource-content", data(QStringLiteral("<res:resourceItem>§<res:source href='a'><my:x/></res:source>"
                                                "</res:resourceItem>")));
    row("invalid-value", data(QStringLiteral("§<res:resourceItem mimeType='jpeg'><res:source href='a'/>"
                                             "</res:resourceItem>")));
    row("resource-without-source", data(QStringLiteral("§<res:resourceItem mimeType='a/b' context='no'>"
                                                       "<res:target href='a'/></res:resourceItem>")));
    row("language-mismatch", data(QStringLiteral("<res:resourceItem mimeType='a/b'>§<res:source href='a' "
                                                 "xml:lang='en'/></res:resourceItem>")));
    row("duplicate-id",
        data(QStringLiteral("<res:resourceItemRef id='r1' ref='x'/>\n§<res:resourceItem id='r1' "
                            "mimeType='a/b'><res:source href='a'/></res:resourceItem>")));
}

void changeRows()
{
    const auto track = [](const QString &revisions) {
        return inUnit(
            QStringLiteral("<ctr:changeTrack>%1</ctr:changeTrack>"
                           "<notes><note id='n1' category='a'>x</note><note id='n2'>y</note></notes>"
                           "<segment id='s1'><source>x</source></segment>")
                .arg(revisions));
    };
    const QString revision =
        QStringLiteral("<ctr:revision version='v1'><ctr:item property='content'>x</ctr:item>"
                       "</ctr:revision>");
    row("revisions-reference",
        track(QStringLiteral("§<ctr:revisions appliesTo='note' ref='n9'>%1</ctr:revisions>").arg(revision)));
    row("revisions-without-reference",
        track(QStringLiteral("§<ctr:revisions appliesTo='note'>%1</ctr:revisions>").arg(revision)));
    row("unknown-version",
        track(
            QStringLiteral("§<ctr:revisions appliesTo='note' ref='n1' currentVersion='v2'>%1</ctr:revisions>")
                .arg(revision)));
    row("unknown-property",
        track(QStringLiteral(
            "<ctr:revisions appliesTo='note' ref='n2'><ctr:revision>§<ctr:item property='priority'>1"
            "</ctr:item></ctr:revision></ctr:revisions>")));
    row("repeated-property",
        track(QStringLiteral(
            "<ctr:revisions appliesTo='note' ref='n1'><ctr:revision><ctr:item property='category'>a"
            "</ctr:item>\n§<ctr:item property='category'>b</ctr:item></ctr:revision>"
            "</ctr:revisions>")));
}

void sizeRows()
{
    row("style-on-end", inSource(QStringLiteral("<sc id='1' fs:fs='b'/>x§<ec startRef='1' fs:fs='b'/>")));
    row("subfs-without-fs", inFile(QStringLiteral("§<group id='g1' fs:subFs='class,x'/>")));
    row("size-on-end", inSource(QStringLiteral("<sc id='1'/>x§<ec startRef='1' slr:sizeInfo='1'/>")));
    row("size-twice",
        inFile(QStringLiteral("<slr:data profile='my:x'><my:x id='a'/></slr:data>\n§<group id='g1' "
                              "slr:sizeInfo='1' slr:sizeInfoRef='a'/>")));
    row("invalid-size", inFile(QStringLiteral("§<group id='g1' slr:sizeRestriction='10,5'/>")));
    row("invalid-size",
        inFile(QStringLiteral("<slr:profiles generalProfile='xliff:codepoints'/>\n§<group id='g1' "
                              "slr:sizeRestriction='ten'/>")));
    row("invalid-size", inFile(QStringLiteral("<slr:profiles storageProfile='xliff:utf8'/>\n§<group id='g1' "
                                              "slr:storageRestriction='5,'/>")));
    row("invalid-size", inSource(QStringLiteral("§<ph id='1' slr:equivStorage='1.5'/>")));
    row("unknown-size-data", inFile(QStringLiteral("§<group id='g1' slr:sizeInfoRef='a'/>")));
    row("unknown-profile", inFile(QStringLiteral("§<slr:profiles generalProfile='xliff:pixels'/>")));
    const auto rule = [](const QString &attributes) {
        return inFile(QStringLiteral("<val:validation>§<val:rule %1/></val:validation>").arg(attributes));
    };
    row("rule-tests", rule(QString()));
    row("rule-tests", rule(QStringLiteral("isPresent='x' endsWith='x'")));
    row("rule-tests", rule(QStringLiteral("isPresent='x' my:test='x'")));
    row("occurs-without-present", rule(QStringLiteral("startsWith='x' occurs='1'")));
    row("source-without-test", rule(QStringLiteral("isNotPresent='x' existsInSource='yes'")));
}

void itsRows()
{
    const auto mark = [](const QString &attributes) {
        return inSource(QStringLiteral("§<mrk id='1' %1>x</mrk>").arg(attributes));
    };
    row("its-annotators", mark(QStringLiteral("its:annotatorsRef='magic|x'")));
    row("its-annotators", mark(QStringLiteral("its:annotatorsRef='domain|x domain|y'")));
    row("its-annotators", mark(QStringLiteral("its:mtConfidence='0.5'")));
    row("its-annotators", mark(QStringLiteral("its:taClassRef='x' its:taConfidence='0.5'")));
    row("its-type", mark(QStringLiteral("type='my:x' itsm:domains='law'")));
    row("its-type",
        mark(QStringLiteral("type='my:x' its:termConfidence='1' its:annotatorsRef='terminology|x'")));
    row("its-exclusive", mark(QStringLiteral("its:locQualityRatingScore='1' its:locQualityRatingVote='1'")));
    row("its-exclusive", mark(QStringLiteral("its:taIdentRef='x' its:taIdent='y' its:taSource='z'")));
    row("its-pair", mark(QStringLiteral("its:taIdent='y'")));
    row("its-pair", mark(QStringLiteral("its:localeFilterType='include'")));
    row("its-confidence", mark(QStringLiteral("its:taConfidence='1' its:annotatorsRef='text-analysis|x'")));
    row("its-threshold", mark(QStringLiteral("its:locQualityRatingScoreThreshold='1'")));
    row("its-issue", mark(QStringLiteral("its:locQualityIssueSeverity='1'")));
    row("its-reference", mark(QStringLiteral("its:locQualityIssuesRef='#its=q1'")));
    row("its-reference", mark(QStringLiteral("its:provenanceRecordsRef='#its=p1'")));
    row("its-issue", beforeSegment(QStringLiteral("<its:locQualityIssues xml:id='q1'>§<its:locQualityIssue "
                                                  "locQualityIssueSeverity='1'/></its:locQualityIssues>")));
    row("its-record",
        beforeSegment(QStringLiteral("<its:provenanceRecords xml:id='p1'>§<its:provenanceRecord/>"
                                     "</its:provenanceRecords>")));
    row("duplicate-id",
        inFile(QStringLiteral("<its:provenanceRecords xml:id='p1'><its:provenanceRecord person='x'/>"
                              "</its:provenanceRecords>\n§<its:provenanceRecords xml:id='p1'>"
                              "<its:provenanceRecord person='x'/></its:provenanceRecords>")));
    row("its-without-version",
        QStringLiteral("<file id='f1'><unit id='u1'><segment><source>§<mrk id='1' "
                       "its:allowedCharacters='a'>x</mrk></source></segment></unit></file>"));
}

void pluralRows()
{
    const auto unit = [](const QString &switches, const QString &cases) {
        return QStringLiteral("<file id='f1'>\n%1<segment %2><source>x</source></segment></unit></file>")
            .arg(switches, cases);
    };
    row22("plural-switch", unit(QStringLiteral("§<unit id='u' pgs:switch='number:x'>"), QString()));
    row22("plural-case",
          unit(QStringLiteral("<unit id='u' pgs:switch='plural:x'>"), QStringLiteral("pgs:case='one other'"))
              .replace(QLatin1String("<segment"), QLatin1String("§<segment")));
    row22("plural-case",
          unit(QStringLiteral("<unit id='u' pgs:switch='plural:x'>"), QStringLiteral("pgs:case='single'"))
              .replace(QLatin1String("<segment"), QLatin1String("§<segment")));
    row22("plural-case", unit(QStringLiteral("<unit id='u'>"), QStringLiteral("pgs:case='one'"))
                             .replace(QLatin1String("<segment"), QLatin1String("§<segment")));
}

} // namespace

void TestXliff2Conformance::finds_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("sample");
    structureRows();
    valueRows();
    idRows();
    codeRows();
    segmentRows();
    matchRows();
    glossaryRows();
    resourceRows();
    changeRows();
    sizeRows();
    itsRows();
    pluralRows();
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
    QCOMPARE(report->findings.last().code, QStringLiteral("xliff.too-many-findings"));
    QVERIFY(report->findings.last().message.contains(QLatin1String("29000")));
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
