#include "document/apply_changes.h"
#include "document/segmentation.h"
#include "formats/bilingual.h"
#include "formats/xliff12/xliff12.h"
#include "support.h"
#include "support/schema_check.h"
#include "xml/characters.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtTest/QtTest>

#include <random>

using namespace verbale;
using verbale::testing::describe;

/// Segments split and merged, paragraphs left out and brought back, in files that were opened.
class TestXliffStructure : public QObject
{
    Q_OBJECT

private slots:
    void shapesChangeTheirOwnBytes_data();
    void shapesChangeTheirOwnBytes();
    void whatIsUndoneIsNotWritten();
    void theFileForbids_data();
    void theFileForbids();
    void referencesAreCorrected();
    void everyEncodingIsCut();
    void decisionsAreKept_data();
    void decisionsAreKept();
    void leftOutLinesAreKept();
    void leftOutLinesAreBounded();
    void aUnitIsBroughtBackAndLeftOut();
    void whatWasSavedAsLeftOutComesBackByUndo();
    void theLastUnitOfAFileStays();
    void randomShapesAreReadBack();
    void theSuitesFilesTakeOtherShapes();
};

namespace {

QByteArray file(const QByteArray &unit)
{
    return "<?xml version=\"1.0\"?>\n<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" "
           "srcLang='vi' trgLang=\"en\">\n <file id=\"f1\">\n  <unit id='u1'>" +
           unit +
           "</unit>\n  <unit id=\"u2\"><segment ><source>&#65;</source></segment></unit>\n </file>\n"
           "</xliff>\n";
}

Document opened(const QByteArray &bytes)
{
    auto result = xliff::read(bytes, QStringLiteral("test.xlf"));
    if (!result) {
        qWarning().noquote() << result.error().text();
        return {};
    }
    return result->document;
}

QByteArray patched(const Document &document)
{
    const auto saved = xliff::patch(document);
    return saved ? *saved : saved.error().text().toUtf8();
}

void split(Document &document, qsizetype segment, qsizetype at, qsizetype targetAt = -1)
{
    const auto result = splitSegment(document.units[0], segment, at, targetAt);
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    document.units[0] = *result;
    document.units[0].boundaries.clear(); // they have tests of their own
}

void merge(Document &document, qsizetype segment)
{
    const auto result = mergeWithNext(document.units[0], segment);
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    document.units[0] = *result;
    document.units[0].boundaries.clear();
}

using Change = void (*)(Document &);

/// What two documents must agree in after a structural edit: candidates of other tools are kept in the file,
/// and those that Verbale had made are made anew.
QStringList shape(const Document &document)
{
    QStringList lines = describe(document);
    lines.removeIf([](const QString &line) { return line.startsWith(QLatin1String("    suggestion")); });
    return lines;
}

/// As if the document had been read from a text: the offsets of its segments are those of the text.
Document withOffsets(Document document)
{
    qint64 start = 0;
    for (Unit &unit : document.units) {
        for (Segment &segment : unit.segments) {
            segment.sourceStart = start;
            segment.sourceEnd = start + codePointCount(segment.source.text);
            start = segment.sourceEnd + codePointCount(segment.gapAfter.get());
        }
    }
    return document;
}

/// With the segments of each unit numbered: what was merged and split again has the file's id, not that of
/// the moment.
Document numbered(Document document)
{
    for (Unit &unit : document.units) {
        QHash<QString, QString> names;
        for (Segment &segment : unit.segments) {
            names.insert(segment.id, QString::number(names.size()));
            segment.id = names.value(segment.id);
        }
        for (Note &note : unit.notes)
            note.segmentId = names.value(note.segmentId);
    }
    return document;
}

QStringList withoutTerms(QStringList lines)
{
    lines.removeIf([](const QString &line) { return line.startsWith(QLatin1String("    term")); });
    return lines;
}

} // namespace

Q_DECLARE_METATYPE(Change)

void TestXliffStructure::shapesChangeTheirOwnBytes_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const QByteArray &before, Change change, const QByteArray &after) {
        QTest::newRow(name) << before << change << after;
    };
    const Change splitAt3 = [](Document &document) { split(document, 0, 3); };
    const Change mergeFirst = [](Document &document) { merge(document, 0); };
    row("split, indented", "\n   <segment id='a' >\n    <source>A. B.</source>\n   </segment>\n  ", splitAt3,
        "\n   <segment id='a' >\n    <source>A.</source>\n   </segment>\n   <ignorable><source> "
        "</source></ignorable>\n   <segment id='a-2' >\n    <source>B.</source>\n   </segment>\n  ");
    row("split, on one line, attributes and target kept",
        "<segment id=\"a\" fs:x=\"1\" xmlns:fs=\"urn:x\" state='final' subState='my:x'>"
        "<source xml:space='preserve'>A. B.</source><target  xml:lang='en'>&#65;. B.</target></segment>",
        splitAt3,
        "<segment id=\"a\" fs:x=\"1\" xmlns:fs=\"urn:x\" state='initial'>"
        "<source xml:space='preserve'>A.</source><target  xml:lang='en'>&#65;. B.</target></segment>"
        "<ignorable><source xml:space='preserve'> </source></ignorable>"
        "<segment id=\"a-2\" fs:x=\"1\" xmlns:fs=\"urn:x\" state='initial'>"
        "<source xml:space='preserve'>B.</source></segment>");
    row(
        "target split with its source",
        "<segment id='a' state='reviewed'><source>A. B.</source>\n<target order2='x'>C. "
        "D.</target></segment>",
        [](Document &document) { split(document, 0, 3, 3); },
        "<segment id='a' state='translated'><source>A.</source><target order2='x'>C.</target></segment>"
        "<ignorable><source> </source></ignorable>"
        "<segment id='a-2' state='translated'><source>B.</source><target order2='x'>D.</target></segment>");
    row("no ids in the file", "<segment><source>A. B.</source></segment>", splitAt3,
        "<segment><source>A.</source></segment><ignorable><source> </source></ignorable>"
        "<segment id=\"s1-2\"><source>B.</source></segment>");
    row("an id that something else has",
        "<segment id='a'><source>A. B.</source></segment><segment><source><ph "
        "id='a-2'/>C</source></segment>",
        splitAt3,
        "<segment id='a'><source>A.</source></segment><ignorable><source> </source></ignorable>"
        "<segment id='a-3'><source>B.</source></segment><segment><source><ph id='a-2'/>C</source></segment>");
    row("an id that an annotation has",
        "<segment id='a'><source>A. B.</source></segment><ignorable id='a-2'><source> </source></ignorable>",
        splitAt3,
        "<segment id='a'><source>A.</source></segment><ignorable><source> </source></ignorable>"
        "<segment id='a-2-2'><source>B.</source></segment>"
        "<ignorable id='a-2'><source> </source></ignorable>");
    row(
        "codes keep their markup",
        "<originalData><data id='d1'>&lt;b></data></originalData>"
        "<segment id='a'><source>A<pc id='1' dataRefStart='d1'>.</pc> <ph id=\"2\"></ph>B</source></segment>",
        [](Document &document) { split(document, 0, 5); },
        "<originalData><data id='d1'>&lt;b></data></originalData>"
        "<segment id='a'><source>A<pc id='1' dataRefStart='d1'>.</pc></source></segment>"
        "<ignorable><source> </source></ignorable>"
        "<segment id='a-2'><source><ph id=\"2\"></ph>B</source></segment>");
    row("merge",
        "\n <segment id='a'>\n  <source>A.</source>\n </segment>\n <ignorable>\n  <source> </source>\n "
        "</ignorable>\n <segment id='b' state='final'>\n  <source>B.</source>\n  <target>b</target>\n "
        "</segment>\n ",
        mergeFirst,
        "\n <segment id='a' state='initial'>\n  <source>A. B.</source>\n  <target>b</target>\n "
        "</segment>\n ");
    row("merge, both translated, attributes joined",
        "<segment id='a' state='final'><source>A.</source><target>a</target></segment><ignorable><source> "
        "</source><target> </target></ignorable>"
        "<segment id='b' state='reviewed' subState='my:x' fs:fs='b' xmlns:fs='urn:fs'>"
        "<source xml:space='preserve'>B.</source><target>b</target></segment><!-- kept -->",
        mergeFirst,
        "<segment id='a' state='reviewed' subState='my:x' fs:fs='b' xmlns:fs='urn:fs'>"
        "<source xml:space=\"preserve\">A. B.</source><target>a b</target></segment><!-- kept -->");
    row(
        "merge without a gap",
        "<segment id='a'><source>A.</source></segment>\n<segment id='b'><source>B.</source></segment>",
        [](Document &document) { merge(document, 0); }, "<segment id='a'><source>A.B.</source></segment>");
    row(
        "the others keep their bytes",
        "<segment id='z'><source>&#65;<!-- c --></source></segment>\n<ignorable><source>&#32;</source>"
        "</ignorable><segment id='a'><source>A. B.</source></segment><ignorable><source>\n</source>"
        "</ignorable>\n<segment id='y' ><source>&#66;</source><target/></segment>",
        [](Document &document) { split(document, 1, 3); },
        "<segment id='z'><source>&#65;<!-- c --></source></segment>\n<ignorable><source>&#32;</source>"
        "</ignorable><segment id='a'><source>A.</source></segment><ignorable><source> </source></ignorable>"
        "<segment id='a-2'><source>B.</source></segment><ignorable><source>\n</source>"
        "</ignorable>\n<segment id='y' ><source>&#66;</source><target/></segment>");
    row(
        "split twice and a target elsewhere",
        "<segment id='a'><source>A. B. C.</source></segment><segment id='b'><source>D</source></segment>",
        [](Document &document) {
            split(document, 0, 6);
            split(document, 0, 3);
            document.units[0].segments[3].target.text = QStringLiteral("d");
            document.units[0].segments[3].hasTarget = true;
        },
        "<segment id='a'><source>A.</source></segment><ignorable><source> </source></ignorable>"
        "<segment id='a-3'><source>B.</source></segment><ignorable><source> </source></ignorable>"
        "<segment id='a-2'><source>C.</source></segment>"
        "<segment id='b'><source>D</source><target>d</target></segment>");
    row(
        "the boundary moved",
        "<segment id='a'><source>A. B.</source></segment><ignorable><source> </source></ignorable>"
        "<segment id='b'><source>C.</source></segment>",
        [](Document &document) {
            merge(document, 0);
            split(document, 0, 3);
        },
        "<segment id='a'><source>A.</source></segment><ignorable><source> </source></ignorable>"
        "<segment id='a-2'><source>B. C.</source></segment>");
}

void TestXliffStructure::shapesChangeTheirOwnBytes()
{
    QFETCH(QByteArray, before);
    QFETCH(Change, change);
    QFETCH(QByteArray, after);
    Document document = opened(file(before));
    change(document);
    const QByteArray saved = patched(document);
    QCOMPARE(saved, file(after));
    const Document again = opened(saved);
    QCOMPARE(unitSource(again.units[0]), unitSource(document.units[0]));
    QCOMPARE(again.units[0].segments.size(), document.units[0].segments.size());
}

void TestXliffStructure::whatIsUndoneIsNotWritten()
{
    const QByteArray bytes =
        file("<segment id='a'><source>A.</source></segment><ignorable id='i'><source> </source></ignorable>"
             "<segment id='b'><source>B.</source></segment>");
    Document document = opened(bytes);
    merge(document, 0);
    split(document, 0, 3);
    QCOMPARE(document.units[0].segments[1].id, QStringLiteral("a-2")); // "b" in the file, where it stays
    QCOMPARE(patched(document), bytes);
}

void TestXliffStructure::theFileForbids_data()
{
    QTest::addColumn<QByteArray>("unit");
    QTest::addColumn<bool>("splits");
    QTest::addColumn<bool>("merges");
    const auto row = [](const char *name, const char *attribute, const char *gap, const char *target,
                        bool splits, bool merges) {
        QTest::newRow(name) << QByteArray("<segment id='a'") + attribute + "><source>A. A.</source>" +
                                   target + "</segment>" + gap +
                                   "<segment id='b'><source>B.</source></segment>"
                            << splits << merges;
    };
    row("nothing", "", "", "", true, true);
    row("canResegment", " canResegment='no'", "", "", false, false);
    row("canResegment of the gap", "", "<ignorable canResegment='no'><source> </source></ignorable>", "",
        true, false);
    row("a code in the gap", "", "<ignorable><source> <ph id='1'/></source></ignorable>", "", true, false);
    row("an order of the targets", "", "", "<target order='2'>x</target>", false, false);
}

void TestXliffStructure::theFileForbids()
{
    QFETCH(QByteArray, unit);
    QFETCH(bool, splits);
    QFETCH(bool, merges);
    const Document document = opened(file(unit));
    QCOMPARE(splitSegment(document.units[0], 0, 3).ok(), splits);
    QCOMPARE(mergeWithNext(document.units[0], 0).ok(), merges);

    QByteArray bytes = file("<segment><source>A. A.</source></segment>");
    QVERIFY(splitSegment(opened(bytes).units[0], 0, 3).ok());
    QByteArray ofUnit = bytes;
    ofUnit.replace("id='u1'", "id='u1' canResegment='no'");
    QVERIFY(!splitSegment(opened(ofUnit).units[0], 0, 3).ok());
    QByteArray ofFile = bytes;
    ofFile.replace("id=\"f1\"", "id=\"f1\" canResegment='no'");
    QVERIFY(!splitSegment(opened(ofFile).units[0], 0, 3).ok());
    ofFile.replace("<segment>", "<segment canResegment='yes'>");
    QVERIFY(splitSegment(opened(ofFile).units[0], 0, 3).ok());
}

/// Entries, matches, notes and offsets of our own file name what is there after the edit.
void TestXliffStructure::referencesAreCorrected()
{
    Document document = opened(xliff::write(verbale::testing::sampleDocument()));
    Unit &body = document.units[1];
    body = *splitSegment(body, 0, 9); // through the term
    QVERIFY(body.segments[0].terms.isEmpty());
    const QByteArray saved = patched(document);
    QCOMPARE(shape(opened(saved)), shape(document));
    QVERIFY(saved.contains("<gls:glossEntry id=\"h_i_ngh__c_p_cao\">"));
    QVERIFY(!saved.contains("am\" subType=\"verbale:glossary-draft"));
    QVERIFY(saved.contains("<mda:meta type=\"s1-2\">42 76</mda:meta>"));

    Document joined = opened(saved);
    joined.units[1] = *mergeWithNext(joined.units[1], 1);
    joined.units[1] = *mergeWithNext(joined.units[1], 0);
    const QByteArray again = patched(joined);
    QCOMPARE(shape(opened(again)), shape(joined));
    if (verbale::testing::whyNoSchema(QStringLiteral("2.1")).isEmpty())
        QCOMPARE(verbale::testing::schemaErrors(QStringLiteral("2.1"), {saved, again}),
                 (QStringList{{}, {}}));

    const QByteArray foreign =
        file("<mtc:matches xmlns:mtc='urn:oasis:names:tc:xliff:matches:2.0'>"
             "<mtc:match ref='#b'><source>B.</source><target>b</target></mtc:match></mtc:matches>"
             "<segment id='a'><source>A. </source></segment><segment id='b'><source>B.</source></segment>");
    Document other = opened(foreign);
    merge(other, 0);
    const QByteArray kept = patched(other);
    QVERIFY(kept.contains("<mtc:match ref='#a'><source>B.</source><target>b</target></mtc:match>"));
}

void TestXliffStructure::everyEncodingIsCut()
{
    const QString head = QStringLiteral("<?xml version=\"1.0\" encoding=\"%1\"?>\r\n");
    QString body = QString::fromUtf8(
        file("\r\n  <segment id=\"s\"><source>Việt Nam. Đà Nẵng.</source>\r\n  </segment>\r\n"));
    body.remove(0, body.indexOf(u'\n') + 1);
    for (const auto &[name, encoding] : {std::pair("UTF-16LE", xml::Encoding::Utf16LittleEndian),
                                         std::pair("UTF-16BE", xml::Encoding::Utf16BigEndian),
                                         std::pair("US-ASCII", xml::Encoding::Ascii)}) {
        const QByteArray bytes = xml::encode(head.arg(QLatin1String(name)) + body, encoding);
        Document document = opened(bytes);
        document.units[0] = *splitSegment(document.units[0], 0, 10);
        const QByteArray saved = patched(document);
        QCOMPARE(shape(opened(saved)), shape(document));
        const QByteArray tail = xml::encode(body.sliced(body.indexOf(QLatin1String("</unit>"))), encoding);
        QVERIFY(saved.endsWith(tail));
    }
}

void TestXliffStructure::decisionsAreKept_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const QByteArray segment = "<segment id='a'><source>\U0001F30F. B.</source></segment>";
    const QByteArray own = "<mda:meta type=\"split\">1</mda:meta>";
    const QByteArray open = "<mda:metadata xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\">";
    QTest::newRow("one line") << segment
                              << open + "<mda:metaGroup category=\"verbale:boundaries\">" + own +
                                     "</mda:metaGroup></mda:metadata>" + segment;
    QTest::newRow("indented") << "\n   " + segment + "\n  "
                              << "\n   " + open +
                                     "\n     <mda:metaGroup category=\"verbale:boundaries\">\n"
                                     "       " +
                                     own + "\n     </mda:metaGroup>\n   </mda:metadata>\n   " + segment +
                                     "\n  ";
    const QByteArray theirs = "\n   <m:metadata xmlns:m='urn:oasis:names:tc:xliff:metadata:2.0'>\n"
                              "    <m:metaGroup><m:meta type='x'>y</m:meta></m:metaGroup>";
    QTest::newRow("with metadata of others")
        << theirs + "\n   </m:metadata>\n   " + segment
        << theirs +
               "\n     <m:metaGroup category=\"verbale:boundaries\">\n       "
               "<m:meta type=\"split\">1</m:meta>\n     </m:metaGroup>\n   </m:metadata>\n   " +
               segment;
}

void TestXliffStructure::decisionsAreKept()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    Document document = opened(file(before));
    document.units[0].boundaries = {{2, true}}; // behind the globe, which is one code point
    const QByteArray saved = patched(document);
    QCOMPARE(saved, file(after));
    Document again = opened(saved);
    QCOMPARE(again.units[0].boundaries, document.units[0].boundaries);
    again.units[0].boundaries.append({4, false});
    const QByteArray two = patched(again);
    QCOMPARE(opened(two).units[0].boundaries, again.units[0].boundaries);
    again.units[0].boundaries.clear();
    const QByteArray none = patched(again);
    QCOMPARE(none, file(before));
    if (verbale::testing::whyNoSchema(QStringLiteral("2.1")).isEmpty())
        QCOMPARE(verbale::testing::schemaErrors(QStringLiteral("2.1"), {saved, two, none}),
                 (QStringList{{}, {}, {}}));
}

void TestXliffStructure::leftOutLinesAreKept()
{
    const QByteArray before = file("<segment><source>A.</source></segment>");
    Document document = opened(before);
    document.leftOut = {
        {1, 0, 9, QStringLiteral("menu"), QStringLiteral("Trang chủ <&>"), QStringLiteral("f1")},
        {0, 40, 44, QStringLiteral("by-hand"), QStringLiteral("a\nb"), QStringLiteral("f1")}};
    const QByteArray saved = patched(document);
    Document again = opened(saved);
    QCOMPARE(again.leftOut, document.leftOut);
    QVERIFY(saved.contains("\n    <mda:metaGroup category=\"verbale:left-out\">\n"
                           "      <mda:meta type=\"1 0 9 menu\">Trang chủ &lt;&amp;&gt;</mda:meta>"));
    again.leftOut.removeFirst();
    const QByteArray one = patched(again);
    QCOMPARE(opened(one).leftOut, again.leftOut);
    again.leftOut.clear();
    QCOMPARE(patched(again), before);
    if (verbale::testing::whyNoSchema(QStringLiteral("2.1")).isEmpty())
        QCOMPARE(verbale::testing::schemaErrors(QStringLiteral("2.1"), {saved, one}), (QStringList{{}, {}}));
    const auto read = xliff::read(saved, QStringLiteral("test.xlf"));
    QVERIFY(read->warnings.isEmpty()); // our own metadata is nothing to warn of
}

void TestXliffStructure::leftOutLinesAreBounded()
{
    Document document = verbale::testing::sampleDocument();
    for (int i = 0; i < 5002; ++i)
        document.leftOut.append(
            {i + 1, i, i + 1, QStringLiteral("menu"), QStringLiteral("x"), QStringLiteral("f1")});
    const auto read = xliff::read(xliff::write(document), QStringLiteral("test.xlf"));
    QVERIFY(read.ok());
    QCOMPARE(read->document.leftOut.size(), 5000);
    QCOMPARE(read->warnings.size(), 1);
    QVERIFY(read->warnings[0].startsWith(QStringLiteral("2 more lines")));
}

void TestXliffStructure::aUnitIsBroughtBackAndLeftOut()
{
    const Document sample = verbale::testing::sampleDocument();
    const QByteArray bytes = xliff::write(sample);
    for (const qsizetype place : {0, 2, 3}) {
        Document document = opened(bytes);
        Unit back = sample.units[0];
        back.id = QStringLiteral("u9");
        back.broughtBackFrom = QStringLiteral("caption");
        back.line = 7;
        for (Suggestion &suggestion : back.segments[0].suggestions)
            suggestion.segmentId = QStringLiteral("f1/u9/s1");
        document.units.insert(place, back);
        const QByteArray saved = patched(document);
        Document again = opened(saved);
        QCOMPARE(describe(again), describe(document));
        if (verbale::testing::whyNoSchema(QStringLiteral("2.1")).isEmpty())
            QCOMPARE(verbale::testing::schemaErrors(QStringLiteral("2.1"), {saved}), QStringList{{}});
        again.units.removeAt(place);
        const QByteArray without = patched(again);
        QCOMPARE(without, bytes);
    }
    const QByteArray prefixed =
        "<x:xliff xmlns:x=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" "
        "srcLang=\"vi\" trgLang=\"en\"><x:file id=\"f1\"><x:unit id=\"u1\"><x:segment>"
        "<x:source>A</x:source></x:segment></x:unit></x:file></x:xliff>";
    Document document = opened(prefixed);
    Unit back = sample.units[1];
    back.broughtBackFrom = QStringLiteral("menu");
    document.units.append(back);
    QCOMPARE(describe(opened(patched(document))), describe(document));
}

/// A paragraph is left out, the file is saved, the leaving out is undone: the next opening has only the
/// journal to know that, and saves.
void TestXliffStructure::whatWasSavedAsLeftOutComesBackByUndo()
{
    for (const bool older : {false, true}) {
        Document draft = verbale::testing::sampleDocument();
        for (Unit &unit : draft.units)
            unit.segments.last().sourceStart = 90;
        const QByteArray bytes = older ? xliff12::write(draft) : xliff::write(draft);
        const auto read = [](const QByteArray &file) { return *bilingual::read(file, {}); };
        Document document = read(bytes).document;
        const QString gone = document.units[1].id;
        EditHistory history;
        history.apply(document, StructureEdit{{{1, 1, {}}}, std::nullopt, {1, 0}, {0, 0}, {}});
        const auto without = bilingual::patch(document);
        QVERIFY(without.ok());
        NetChanges changes; // since the file was saved
        changes.add(journalEntry(document, *history.undo(document)));

        Document again = read(*without).document;
        QCOMPARE(again.units.size(), 2);
        const AppliedChanges applied = applyChanges(again, changes, true);
        EditHistory another;
        another.apply(again, applied.edit);
        QCOMPARE(again.units.size(), 3);
        QCOMPARE(again.units[1].id, gone);
        const auto saved = bilingual::patch(again);
        QVERIFY2(saved.ok(), saved ? "" : qPrintable(saved.error().text()));
        const Document whole = read(*saved).document;
        QCOMPARE(whole.units.size(), 3);
        QCOMPARE(whole.units[1].id, gone);
        QCOMPARE(whole.units[1].segments[0].source, document.units[1].segments[0].source);
    }
}

void TestXliffStructure::theLastUnitOfAFileStays()
{
    Document document = opened(file("<segment><source>A</source></segment>"));
    document.units.removeFirst();
    QVERIFY(patched(document).contains("unit id=\"u2\""));
    document.units.clear();
    QCOMPARE(xliff::patch(document).error().code, QStringLiteral("xliff.empty-file"));
}

/// Splits and merges in any order: what the file says afterwards is what the document holds.
void TestXliffStructure::randomShapesAreReadBack()
{
    verbale::testing::XliffDocuments documents(4711);
    std::mt19937 random(4711);
    const auto below = [&random](qsizetype limit) {
        return static_cast<qsizetype>(random() % static_cast<unsigned>(limit));
    };
    QList<QByteArray> files;
    for (int round = 0; round < 120; ++round) {
        Document document = opened(xliff::write(withOffsets(documents.next())));
        for (int move = 0; move < 8; ++move) {
            Unit &unit = document.units[below(document.units.size())];
            const qsizetype segment = below(unit.segments.size());
            const Segment &cut = unit.segments[segment];
            const auto changed = below(2) == 0
                                     ? mergeWithNext(unit, segment)
                                     : splitSegment(unit, segment, below(cut.source.text.size() + 1),
                                                    below(cut.target.text.size() + 2) - 1);
            if (changed)
                unit = *changed;
        }
        const auto saved = xliff::patch(document);
        QVERIFY2(saved.ok(), saved ? "" : qPrintable(saved.error().text()));
        const Document again = opened(*saved);
        QCOMPARE(withoutTerms(shape(numbered(again))), withoutTerms(shape(numbered(document))));
        // A term that was cut and joined again is still in the file.
        const QStringList terms = shape(numbered(again));
        for (const QString &line : shape(numbered(document)))
            QVERIFY2(terms.contains(line), qPrintable(line));
        QCOMPARE(patched(again), *saved);
        files.append(*saved);
    }
    if (verbale::testing::whyNoSchema(QStringLiteral("2.1")).isEmpty()) {
        for (const QString &error : verbale::testing::schemaErrors(QStringLiteral("2.1"), files))
            QCOMPARE(error, QString());
    }
}

/// Every valid file of the OASIS suites, cut in two and merged wherever it may be.
void TestXliffStructure::theSuitesFilesTakeOtherShapes()
{
    if (const QString why = verbale::testing::whyNoSchema(QStringLiteral("2.1")); !why.isEmpty())
        QSKIP(qPrintable(why));
    QList<QByteArray> before;
    QList<QByteArray> after;
    const QString suites = verbale::testing::sharedFolder() + QStringLiteral("/standards/xliff-2");
    for (const char *part : {"20/test-suite/core", "20/test-suite/modules", "21/test-suite/core",
                             "21/test-suite/modules", "22/test-suite/core", "22/test-suite/modules"}) {
        const QDir folder(QStringLiteral("%1/oasis-%2/valid").arg(suites, QLatin1String(part)));
        for (const QString &name : folder.entryList({QStringLiteral("*.xlf")}, QDir::Files)) {
            QFile read(folder.filePath(name));
            QVERIFY(read.open(QIODevice::ReadOnly));
            const QByteArray bytes = read.readAll();
            const auto result = xliff::read(bytes, name);
            if (!result)
                continue;
            Document document = result->document;
            for (qsizetype unit = 0; unit < document.units.size(); ++unit) {
                Document changed = document;
                bool any = false;
                for (qsizetype segment = document.units[unit].segments.size() - 1; segment >= 0; --segment) {
                    const Unit &now = changed.units[unit];
                    const auto merged = mergeWithNext(now, segment);
                    const Unit &base = merged ? *merged : now;
                    const qsizetype middle = base.segments[segment].source.text.size() / 2;
                    const auto split = splitSegment(base, segment, middle);
                    any = any || merged.ok() || split.ok();
                    if (split)
                        changed.units[unit] = Unit(*split);
                    else if (merged)
                        changed.units[unit] = Unit(*merged);
                }
                if (!any)
                    continue;
                const auto saved = xliff::patch(changed);
                QVERIFY2(saved.ok(), qPrintable(name));
                const Unit &place = document.units[unit];
                QCOMPARE(saved->first(place.placeStart), bytes.first(place.placeStart));
                QVERIFY(saved->endsWith(bytes.sliced(place.placeEnd)));
                const auto again = xliff::read(*saved, name);
                QVERIFY2(again.ok(), qPrintable(name));
                const auto texts = [unit](const Document &doc) {
                    QStringList all;
                    for (const Segment &segment : doc.units[unit].segments)
                        all << segment.source.text << segment.target.text << segment.gapAfter;
                    return all;
                };
                QCOMPARE(texts(again->document), texts(changed));
                if (result->version != QLatin1String("2.2")) {
                    before.append(bytes);
                    after.append(*saved);
                }
            }
        }
    }
    const QStringList errorsBefore = verbale::testing::schemaErrors(QStringLiteral("2.1"), before);
    const QStringList errorsAfter = verbale::testing::schemaErrors(QStringLiteral("2.1"), after);
    for (qsizetype i = 0; i < after.size(); ++i) {
        if (errorsBefore[i].isEmpty())
            QCOMPARE(errorsAfter[i], QString());
    }
    QVERIFY(after.size() > 20);
}

QTEST_APPLESS_MAIN(TestXliffStructure)
#include "tst_xliff_structure.moc"
