#include "xliff2_samples.h"

#include <QtTest/QtTest>

namespace verbale::xliff2samples {

QString document(const QString &version, const QString &content, const QString &attributes)
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

QString inMatch(const QString &content, const QString &attributes)
{
    return beforeSegment(QStringLiteral("<mtc:matches>\n<mtc:match %1>\n%2</mtc:match></mtc:matches>")
                             .arg(attributes, content));
}

void row(const char *code, const QString &content, const QString &version)
{
    static int number = 0;
    QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(code)).arg(++number)))
        << QStringLiteral("xliff.") + QLatin1String(code) << document(version, content);
}

namespace {

void row22(const char *code, const QString &content)
{
    row(code, content, QStringLiteral("2.2"));
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
    row("invalid-value", inFile(QStringLiteral("§<group id='\u00A0g1'/>")));
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
        inFile(QStringLiteral("<unit id='u1'><segment><source>x</source></segment></unit>\n"
                              "§<unit id=' u1 '><segment><source>x</source></segment></unit>")));
    row("duplicate-id", inFile(QStringLiteral("<group id='g1\t'/>§<group id='g1'/>")));
    row("duplicate-id", inSource(QStringLiteral("<ph id='1'/>§<ph id='1 '/>")));
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
                              "</source></segment><segment><source><ph id='2' canReorder='no' canCopy='no' "
                              "canDelete='no'/></source><target>§<ph id='2' canCopy='no' canDelete='no'/>"
                              "<ph id='1' canCopy='no' canDelete='no'/></target></segment>")));
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
    row("unknown-property",
        track(QStringLiteral(
            "<ctr:revisions appliesTo='note' ref='n2'><ctr:revision>§<ctr:item property='grid'>1"
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

void brokenRows()
{
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

} // namespace verbale::xliff2samples
