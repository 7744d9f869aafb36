#include "formats/xliff12/xliff12.h"

#include "xliff12_samples.h"

#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::testing;

namespace {

using Kind = InlineCode::Kind;

Document opened(const QByteArray &bytes)
{
    const auto read = xliff12::read(bytes, QStringLiteral("test.xlf"));
    if (!read)
        qWarning("%s", qPrintable(read.error().text()));
    return read ? read->document : Document();
}

/// The first segment of a unit with this source (and target, where there is one).
Segment segmentOf(const QByteArray &inner)
{
    const Document document = opened(plainFile("<trans-unit id=\"u\">" + inner + "</trans-unit>"));
    return document.units.isEmpty() ? Segment() : document.units.first().segments.first();
}

QString shown(const InlineText &text)
{
    QString out = text.text;
    for (const InlineCode &code : text.codes) {
        const QString kind = code.kind == Kind::Opening   ? QStringLiteral("<")
                             : code.kind == Kind::Closing ? QStringLiteral(">")
                                                          : QStringLiteral("=");
        const qsizetype at = out.indexOf(inlineCodeMark);
        out.replace(
            at, 1, u'{' + kind + code.id + (code.data.isEmpty() ? QString() : u'|' + code.data.get()) + u'}');
    }
    return out;
}

} // namespace

class TestXliff12Read : public QObject
{
    Q_OBJECT

private slots:
    void namesAndLanguages();
    void groupsAndBinUnits();
    void codes_data();
    void codes();
    void codesSayMore();
    void codesThatAreText();
    void segments();
    void segmentsInCodes();
    void targetThatLacksMarks();
    void marksOfNoSegment_data();
    void marksOfNoSegment();
    void flavours_data();
    void flavours();
    void locked();
    void notesAndContexts();
    void alternatives();
    void qualities_data();
    void qualities();
    void oldVersions_data();
    void oldVersions();
    void withoutSource();
    void refused_data();
    void refused();
};

void TestXliff12Read::namesAndLanguages()
{
    const Document document = opened(sample("strict"));
    QCOMPARE(document.originalFormat, QStringLiteral("xliff-1.2"));
    QCOMPARE(document.originalName, QStringLiteral("thong-cao.html"));
    QCOMPARE(document.sourceLanguage, QStringLiteral("vi"));
    QCOMPARE(document.targetLanguage, QStringLiteral("en"));
    QVERIFY(document.units.size() >= 4);
    for (const Unit &unit : document.units) {
        QVERIFY(unit.placeStart >= 0);
        const QByteArray element = document.originalBytes.view()
                                       .sliced(unit.placeStart, unit.placeEnd - unit.placeStart)
                                       .toByteArray();
        QVERIFY(element.startsWith("<trans-unit ") && element.endsWith("</trans-unit>"));
    }
}

void TestXliff12Read::groupsAndBinUnits()
{
    const Document document = opened(plainFile(
        "<group id='g1' translate='no' resname='menu'><group id='g2'><trans-unit id='a'><source>A</source>"
        "</trans-unit><trans-unit id='b' translate='yes' "
        "resname='file'><source>B</source></trans-unit></group></group>"
        "<bin-unit id='c' mime-type='image/png' translate='no'><bin-source><internal-file form='base64'>AAAA"
        "</internal-file></bin-source><trans-unit id='d'><source>D</source></trans-unit></bin-unit>"
        "<trans-unit id='a'><source>E</source></trans-unit>"));
    QCOMPARE(document.units.size(), 4);
    QCOMPARE(document.units[0].translate, false);
    QCOMPARE(document.units[1].translate, true);
    QCOMPARE(document.units[1].notes.first().text, QStringLiteral("menu / file"));
    QCOMPARE(document.units[2].translate, false);
    QCOMPARE(document.units[3].id, QStringLiteral("a-2")); // the file is wrong, but every unit has a name
}

void TestXliff12Read::codes_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *source, const char *expected) {
        QTest::newRow(name) << QByteArray(source) << QString::fromUtf8(expected);
    };
    row("g", "a<g id='1'>b<g id='2'>c</g></g>", "a{<1}b{<2}c{>2}{>1}");
    row("empty g", "a<g id='1'/>", "a{=1}");
    row("x", "a<x id='1'/>b", "a{=1}b");
    row("bx ex by rid", "<bx id='1' rid='7'/>a<ex id='2' rid='7'/>", "{<1}a{>1}");
    row("bpt ept by rid", "<bpt id='3' rid='1'>&lt;b></bpt>a<ept id='4' rid='1'>&lt;/b></ept>",
        "{<3|<b>}a{>3|</b>}");
    row("bpt ept by id", "<bpt id='3'>{</bpt>a<ept id='3'>}</ept>", "{<3|{}a{>3|}}");
    row("ph with sub", "a<ph id='1'>&lt;img alt=\"<sub>Ảnh</sub>\"/></ph>b", "a{=1|<img alt=\"Ảnh\"/>}b");
    row("it", "<it id='1' pos='open'>(</it>a<it id='2' pos='close'>)</it>", "{<1|(}a{>2|)}");
    row("mrk", "a<mrk mtype='x-name' mid='m1'>b</mrk>", "a{<m1}b{>m1}");
    row("protected", "a<mrk mtype='protected'>b</mrk>c", "a{=|b}c");
    row("deleted by a reviser", "a<mrk mtype='x-sdl-deleted'>b</mrk>c", "a{=|b}c");
    row("CDATA", "<![CDATA[a<b>]]>&amp;&#x1EC7;", "a<b>&ệ");
}

void TestXliff12Read::codes()
{
    QFETCH(QByteArray, source);
    QFETCH(QString, expected);
    const Segment segment = segmentOf("<source>" + source + "</source><target>" + source + "</target>");
    QCOMPARE(shown(segment.source), expected);
    QCOMPARE(shown(segment.target), expected);
    QString markup;
    for (const InlineCode &code : segment.source.codes)
        markup += code.markup;
    for (const QByteArray &tag : {QByteArray("id='1'"), QByteArray("rid='7'")})
        QCOMPARE(markup.toUtf8().count(tag), source.count(tag));
}

void TestXliff12Read::codesSayMore()
{
    const Segment segment = segmentOf("<source><x id='1' ctype='image' equiv-text='[map]' clone='no'/>"
                                      "<g id='2' ctype='bold'>a</g>\xEF\xBF\xBC<x id='3'/></source>");
    const QList<InlineCode> codes = segment.source.codes;
    QCOMPARE(codes.size(), 5);
    QCOMPARE(codes[0].display.get(), QStringLiteral("[map]"));
    QCOMPARE(codes[0].type.get(), QStringLiteral("image"));
    QVERIFY(!codes[0].canCopy && codes[1].canCopy);
    QCOMPARE(codes[1].type.get(), QStringLiteral("bold"));
    QCOMPARE(codes[3].markup, QString(inlineCodeMark)); // the file's own U+FFFC is a code, too
    QCOMPARE(codes[4].id, QStringLiteral("3"));
}

void TestXliff12Read::codesThatAreText()
{
    const Document document = opened(sample(QStringLiteral("mxliff")));
    const Segment first = document.units[0].segments[0];
    QCOMPARE(shown(first.source), QStringLiteral("{<1|<b>}Ngày 9/5.{>1|<b>}"));
    QCOMPARE(first.source.codes[0].markup, QStringLiteral("{1&gt;"));
    QCOMPARE(document.units[1].segments[0].source.text, QStringLiteral("Tại {Hà Nội}."));
}

void TestXliff12Read::segments()
{
    const Document document = opened(plainFile(
        "<trans-unit id='u'><source>Một. Hai.</source><seg-source><mrk mtype='seg' mid='1'>Một.</mrk> "
        "<mrk mtype='seg' mid='2'>Hai.</mrk>\n<mrk mtype='seg' mid='3'>Ba.</mrk></seg-source>"
        "<target state='signed-off'><mrk mtype='seg' mid='2' comment='state: final'>Two.</mrk> "
        "<mrk mtype='seg' mid='1'>One.</mrk><mrk mtype='seg' mid='3'/></target></trans-unit>"));
    const QList<Segment> segments = document.units.first().segments;
    QCOMPARE(segments.size(), 3);
    QCOMPARE(segments[0].target.text, QStringLiteral("One."));
    QCOMPARE(segments[0].state, SegmentState::Reviewed);
    QCOMPARE(segments[0].gapAfter.get(), QStringLiteral(" "));
    QCOMPARE(segments[1].id, QStringLiteral("2"));
    QCOMPARE(segments[1].target.text, QStringLiteral("Two."));
    QCOMPARE(segments[1].state, SegmentState::Final);
    QCOMPARE(segments[1].gapAfter.get(), QStringLiteral("\n"));
    QVERIFY(!segments[2].hasTarget);
    QCOMPARE(segments[2].state, SegmentState::Initial);
}

void TestXliff12Read::segmentsInCodes()
{
    const Document document = opened(plainFile(
        "<trans-unit id='u'><source><g id='1'>A. B.</g></source><seg-source><g id='1'><mrk mtype='seg' "
        "mid='1'>A.</mrk> <mrk mtype='seg' mid='2'><x id='2'/>B.</mrk></g></seg-source></trans-unit>"));
    const QList<Segment> segments = document.units.first().segments;
    QCOMPARE(segments.size(), 2);
    QVERIFY(segments[0].mergesWithNext);
    QVERIFY(!segments[1].mergesWithNext);
    QCOMPARE(shown(segments[1].source), QStringLiteral("{=2}B."));
}

void TestXliff12Read::targetThatLacksMarks()
{
    // Nothing says which segment the target belongs to: the unit stays whole.
    const Document document = opened(plainFile(
        "<trans-unit id='u'><source>A. B.</source><seg-source><mrk mtype='seg' mid='1'>A.</mrk> <mrk "
        "mtype='seg' mid='2'>B.</mrk></seg-source><target>C. D.</target></trans-unit>"));
    QCOMPARE(document.units.first().segments.size(), 1);
    QCOMPARE(document.units.first().segments.first().target.text, QStringLiteral("C. D."));
}

void TestXliff12Read::marksOfNoSegment_data()
{
    QTest::addColumn<QByteArray>("mids"); // of two segments
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QStringList>("targets"); // of the segments
    const auto row = [](const char *name, const char *mids, const char *target, const QStringList &targets) {
        QTest::newRow(name) << QByteArray(mids) << QByteArray(target) << targets;
    };
    row("a text too many", "12",
        "<mrk mtype='seg' mid='1'>C.</mrk> <mrk mtype='seg' mid='3'>D.</mrk> <mrk mtype='seg' "
        "mid='2'>E.</mrk>",
        {"\uFFFCC.\uFFFC \uFFFCD.\uFFFC \uFFFCE.\uFFFC"});
    row("a mark too many", "12", "<mrk mtype='seg' mid='2'>C.</mrk> <mrk mtype='seg' mid='3'/>", {"", "C."});
    row("a text twice", "12", "<mrk mtype='seg' mid='1'>C.</mrk> <mrk mtype='seg' mid='1'>D.</mrk>",
        {"\uFFFCC.\uFFFC \uFFFCD.\uFFFC"});
    row("an empty mark before its text", "12", "<mrk mtype='seg' mid='1'/> <mrk mtype='seg' mid='1'>D.</mrk>",
        {"\uFFFC \uFFFCD.\uFFFC"});
    row("a mark twice", "12", "<mrk mtype='seg' mid='1'>C.</mrk> <mrk mtype='seg' mid='1'/>", {"C.", ""});
    row("one text for two segments", "11", "<mrk mtype='seg' mid='1'>C.</mrk>", {"\uFFFCC.\uFFFC"});
    row("two texts for two segments", "11",
        "<mrk mtype='seg' mid='1'>C.</mrk> <mrk mtype='seg' mid='1'>D.</mrk>", {"C.", "D."});
    row("one mark for two segments", "11", "<mrk mtype='seg' mid='1'/>", {"", ""});
}

/// A text that belongs to no segment, or to one of several, would be shown nowhere or beside a wrong source.
void TestXliff12Read::marksOfNoSegment()
{
    QFETCH(QByteArray, mids);
    QFETCH(QByteArray, target);
    QFETCH(QStringList, targets);
    const Document document =
        opened(plainFile("<trans-unit id='u'><source>A. B.</source><seg-source><mrk mtype='seg' mid='" +
                         mids.first(1) + "'>A.</mrk> <mrk mtype='seg' mid='" + mids.last(1) +
                         "'>B.</mrk></seg-source><target>" + target + "</target></trans-unit>"));
    QStringList found;
    for (const Segment &segment : document.units.first().segments)
        found.append(segment.target.text);
    QCOMPARE(found, targets);
}

void TestXliff12Read::flavours_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("expected"); // unit/segment state subState
    QTest::newRow("sdl") << QStringLiteral("sdlxliff")
                         << QStringList{QStringLiteral("u1/1 translated "),
                                        QStringLiteral("u1/2 reviewed sdl:RejectedSignOff"),
                                        QStringLiteral("u1/3 initial "),
                                        QStringLiteral("u1-code/s1 initial "), QStringLiteral("u2/4 final ")};
    QTest::newRow("memoQ") << QStringLiteral("mqxliff")
                           << QStringList{QStringLiteral("1/s1 translated "),
                                          QStringLiteral("2/s1 initial memoq:Pretranslated"),
                                          QStringLiteral("3/s1 initial memoq:NotStarted"),
                                          QStringLiteral("4/s1 final ")};
    QTest::newRow("memsource") << QStringLiteral("mxliff")
                               << QStringList{QStringLiteral("job:0/s1 translated "),
                                              QStringLiteral("job:1/s1 initial "),
                                              QStringLiteral("job:2/s1 reviewed ")};
    QTest::newRow("worldserver") << QStringLiteral("worldserver")
                                 << QStringList{QStringLiteral("1/s1 translated "),
                                                QStringLiteral("2/s1 initial "),
                                                QStringLiteral("3/s1 translated iws:rejected")};
    QTest::newRow("matecat") << QStringLiteral("matecat")
                             << QStringList{QStringLiteral("NFDBB2FA9-tu1/0 translated "),
                                            QStringLiteral("NFDBB2FA9-tu1/1 translated ")};
    QTest::newRow("qt") << QStringLiteral("qt")
                        << QStringList{QStringLiteral("_msg1/s1 final "),
                                       QStringLiteral("_msg2/s1 initial ")};
    QTest::newRow("toolkit") << QStringLiteral("translate-toolkit")
                             << QStringList{
                                    QStringLiteral("1/s1 final "),
                                    QStringLiteral("2/s1 translated xliff12:needs-review-translation"),
                                    QStringLiteral("3/s1 initial ")};
}

void TestXliff12Read::flavours()
{
    QFETCH(QString, name);
    QFETCH(QStringList, expected);
    const Document document = opened(sample(name));
    QStringList found;
    for (const Unit &unit : document.units) {
        for (const Segment &segment : unit.segments)
            found << unit.id + u'/' + segment.id + u' ' + stateName(segment.state) + u' ' + segment.subState;
    }
    QCOMPARE(found, expected);
}

void TestXliff12Read::locked()
{
    const auto lockedOf = [](const QString &name) {
        QStringList found;
        const Document document = opened(sample(name));
        for (const Unit &unit : document.units) {
            for (const Segment &segment : unit.segments) {
                if (segment.locked)
                    found << unit.id + u'/' + segment.id +
                                 (unit.translate ? QStringLiteral(" alone") : QString());
            }
        }
        return found;
    };
    QCOMPARE(lockedOf(QStringLiteral("sdlxliff")),
             (QStringList{QStringLiteral("u1/2 alone"), QStringLiteral("u2/4")}));
    QCOMPARE(lockedOf(QStringLiteral("mqxliff")), QStringList{QStringLiteral("4/s1")});
    QCOMPARE(lockedOf(QStringLiteral("mxliff")), QStringList{QStringLiteral("job:2/s1")});
}

void TestXliff12Read::notesAndContexts()
{
    const Document document = opened(
        plainFile("<trans-unit id='u' maxwidth='20' size-unit='char' resname='IDS_OK'><source>A</source>"
                  "<note from='Reviser' priority='2' annotates='target'>Look &amp; see</note><note>B</note>"
                  "<context-group purpose='location'><context context-type='sourcefile'>a.cpp</context>"
                  "<context context-type='linenumber'>12</context></context-group></trans-unit>"));
    const QList<Note> notes = document.units.first().notes;
    QCOMPARE(notes.size(), 4);
    QCOMPARE(notes[0].text, QStringLiteral("Look & see"));
    QCOMPARE(notes[0].author, QStringLiteral("Reviser"));
    QCOMPARE(notes[0].priority, 2);
    QCOMPARE(notes[0].appliesTo, QStringLiteral("target"));
    QCOMPARE(notes[1].priority, 0);
    QCOMPARE(notes[2].category, QStringLiteral("context"));
    QCOMPARE(notes[2].text, QStringLiteral("IDS_OK\nsourcefile: a.cpp\nlinenumber: 12"));
    QCOMPARE(notes[3].text, QStringLiteral("maxwidth 20 char"));
}

void TestXliff12Read::alternatives()
{
    const Segment segment = segmentOf(
        "<source>A</source>"
        "<alt-trans match-quality='85' origin='TM'><source>A</source><target xml:lang='en'>x<x "
        "id='1'/></target></alt-trans>"
        "<alt-trans match-quality='0.5' "
        "origin='machine-trans'><target>y</target><target>z</target></alt-trans>"
        "<alt-trans match-quality='100%' alttranstype='previous-version'><target>p</target></alt-trans>"
        "<alt-trans alttranstype='rejected'><target>no</target></alt-trans>"
        "<alt-trans><target xml:lang='de'>nein</target></alt-trans>");
    const QList<Suggestion> found = segment.suggestions;
    QCOMPARE(found.size(), 4);
    QCOMPARE(found[0].text, QStringLiteral("x\uFFFC"));
    QCOMPARE(found[0].coverage, 0.85);
    QCOMPARE(found[0].kind, SuggestionKind::MemoryMatch);
    QCOMPARE(found[0].segmentId, QStringLiteral("f1/u/s1"));
    QCOMPARE(found[1].coverage, 0.5);
    QCOMPARE(found[1].kind, SuggestionKind::MachineTranslation);
    QCOMPARE(found[2].text, QStringLiteral("z"));
    QCOMPARE(found[3].coverage, 1.0);
    QCOMPARE(found[3].origin, QStringLiteral("previous version"));
}

void TestXliff12Read::qualities_data()
{
    QTest::addColumn<QByteArray>("quality");
    QTest::addColumn<double>("coverage");
    QTest::newRow("huge") << QByteArray("8e55") << 1.0;
    QTest::newRow("huge, negative") << QByteArray("-8e55%") << 0.0;
    QTest::newRow("infinite") << QByteArray("inf") << 1.0;
    QTest::newRow("infinite, negative") << QByteArray("-inf") << 0.0;
    QTest::newRow("no number") << QByteArray("nan") << 0.0;
    QTest::newRow("beyond a double") << QByteArray("1e999") << 0.0;
    QTest::newRow("rounded") << QByteArray("33.33333") << 0.3333;
}

void TestXliff12Read::qualities()
{
    QFETCH(QByteArray, quality);
    QFETCH(double, coverage);
    const Segment segment = segmentOf("<source>A</source><alt-trans match-quality='" + quality +
                                      "'><target>x</target></alt-trans>");
    QCOMPARE(segment.suggestions.size(), 1);
    QCOMPARE(segment.suggestions.first().coverage, coverage);
}

void TestXliff12Read::oldVersions_data()
{
    QTest::addColumn<QByteArray>("root");
    QTest::newRow("1.0") << QByteArray(
        "<!DOCTYPE xliff PUBLIC '-//XLIFF//DTD XLIFF//EN' 'xliff.dtd'>\n<xliff version='1.0'>");
    QTest::newRow("1.1") << QByteArray("<xliff version='1.1' xmlns='urn:oasis:names:tc:xliff:document:1.1'>");
    QTest::newRow("1.2 without a namespace") << QByteArray("<xliff version='1.2'>");
}

void TestXliff12Read::oldVersions()
{
    QFETCH(QByteArray, root);
    const Document document =
        opened(root + "<file original='a' source-language='vi' datatype='plaintext'><body><trans-unit id='1'>"
                      "<source>Chào</source><target>Hello</target></trans-unit></body></file></xliff>");
    QCOMPARE(document.units.size(), 1);
    QCOMPARE(document.units.first().segments.first().target.text, QStringLiteral("Hello"));
    QCOMPARE(*xliff12::patch(document), document.originalBytes.toByteArray());
}

/// Not valid, but no reason to keep the rest of the file from its translator.
void TestXliff12Read::withoutSource()
{
    const auto read =
        xliff12::read(plainFile("\n<trans-unit id='1'><note>n</note></trans-unit>"), QStringLiteral("a.xlf"));
    QVERIFY(read);
    QCOMPARE(read->warnings.size(), 1);
    QVERIFY(read->warnings.first().contains(QStringLiteral("line 5, column 1")));
    Document document = read->document;
    Segment &segment = document.units.first().segments.first();
    segment.hasTarget = true;
    segment.target.text = QStringLiteral("x");
    QCOMPARE(*xliff12::patch(document),
             plainFile("\n<trans-unit id='1'><target "
                       "state=\"needs-translation\">x</target><note>n</note></trans-unit>"));
}

void TestXliff12Read::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("line");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("xliff.not-xliff") << 1;
    QTest::newRow("another root") << QByteArray("\n<tmx version='1.4'/>") << QStringLiteral("xliff.not-xliff")
                                  << 2;
    QTest::newRow("2.1") << QByteArray("<xliff version='2.1' xmlns='urn:oasis:names:tc:xliff:document:2.0'/>")
                         << QStringLiteral("xliff.unsupported-version") << 1;
    QTest::newRow("torn") << QByteArray("<xliff version='1.2'><file>") << QStringLiteral("xliff.malformed")
                          << 1;
}

void TestXliff12Read::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    QFETCH(int, line);
    const auto read = xliff12::read(bytes, QStringLiteral("a.xlf"));
    QVERIFY(!read);
    QCOMPARE(read.error().code, code);
    QCOMPARE(read.error().where.line, line);
    QCOMPARE(read.error().where.file, QStringLiteral("a.xlf"));
}

QTEST_APPLESS_MAIN(TestXliff12Read)
#include "tst_xliff12_read.moc"
