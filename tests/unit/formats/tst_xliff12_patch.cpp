#include "document/machine_remarks.h"
#include "formats/xliff12/xliff12.h"
#include "stray_change.h"
#include "support.h"
#include "xliff12_samples.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtTest/QtTest>

#include <random>

using namespace verbale;
using namespace verbale::testing;

namespace {

Document opened(const QByteArray &bytes)
{
    const auto read = xliff12::read(bytes, QStringLiteral("test.xlf"));
    if (!read)
        qWarning("%s", qPrintable(read.error().text()));
    return read ? read->document : Document();
}

QByteArray saved(const Document &document)
{
    const auto bytes = xliff12::patch(document);
    if (!bytes)
        qWarning("%s", qPrintable(bytes.error().text()));
    return bytes ? *bytes : QByteArray();
}

void setTarget(Segment &segment, const QString &text, SegmentState state = SegmentState::Translated)
{
    segment.target = {text, {}};
    segment.hasTarget = true;
    segment.state = state;
    segment.subState.clear();
    ++segment.revision;
}

} // namespace

class TestXliff12Patch : public QObject
{
    Q_OBJECT

private slots:
    void unedited_data();
    void unedited();
    void remarksOnMachinesGoWhenTheyAreConfirmed_data();
    void remarksOnMachinesGoWhenTheyAreConfirmed();
    void suiteFilesUnedited();
    void oneTarget_data();
    void oneTarget();
    void exactly_data();
    void exactly();
    void foreignStates_data();
    void foreignStates();
    void statesOfSegments();
    void removedTarget();
    void withoutATargetNothingIsApproved_data();
    void withoutATargetNothingIsApproved();
    void groupsOutsideOfFiles();
    void otherSegmentsAreRefused();
    void paragraphsOfText();
    void badCodeIsRefused();
    void tornTagsAreBalanced();
};

void TestXliff12Patch::unedited_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names = sampleNames();
    QVERIFY(names.size() >= 10);
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void TestXliff12Patch::unedited()
{
    QFETCH(QString, name);
    const Document document = opened(sample(name));
    QVERIFY(!document.units.isEmpty());
    QCOMPARE(saved(document), sample(name));
}

void TestXliff12Patch::remarksOnMachinesGoWhenTheyAreConfirmed_data()
{
    QTest::addColumn<bool>("withOther");
    QTest::addColumn<bool>("withOffsets");
    QTest::addColumn<int>("segments");
    for (const bool withOther : {false, true}) {
        for (const bool withOffsets : {false, true}) {
            for (const int segments : {1, 2})
                QTest::addRow("other note %d, offsets %d, %d segments", withOther, withOffsets, segments)
                    << withOther << withOffsets << segments;
        }
    }
}

/// As in 2.x: the remarks on the segment that is confirmed go, with whatever says where they belong.
void TestXliff12Patch::remarksOnMachinesGoWhenTheyAreConfirmed()
{
    QFETCH(bool, withOther);
    QFETCH(bool, withOffsets);
    QFETCH(int, segments);
    Document draft;
    draft.sourceLanguage = QStringLiteral("vi");
    draft.targetLanguage = QStringLiteral("en");
    Unit unit;
    unit.id = QStringLiteral("u1");
    for (int i = 1; i <= segments; ++i) {
        Segment segment;
        segment.id = QStringLiteral("s%1").arg(i);
        segment.source.text = QStringLiteral("Câu. ");
        segment.target.text = QStringLiteral("A sentence. ");
        segment.hasTarget = true;
        segment.sourceStart = segment.sourceEnd = withOffsets ? 4 : -1;
        unit.segments.append(segment);
        setMachineRemarks(unit, segment.id, {QStringLiteral("its figures differ"), QStringLiteral("short")});
    }
    if (withOther)
        unit.notes.append(
            Note{{}, QStringLiteral("mine"), QStringLiteral("kept"), QStringLiteral("s1"), {}, {}, 0});
    draft.units.append(unit);
    const QByteArray written = xliff12::write(draft);
    QCOMPARE(written.count("<note"), 2 * segments + (withOther ? 1 : 0));
    QCOMPARE(written.count("x-verbale-note"), 2 * segments + (withOther ? 1 : 0));

    Document document = opened(written);
    QCOMPARE(saved(document), written);
    for (int i = 0; i < segments; ++i) {
        document.units[0].segments[i].state = SegmentState::Translated;
        const QByteArray now = saved(document);
        const QList<Note> left = currentNotes(document.units[0]);
        QCOMPARE(left.size(), 2 * (segments - 1 - i) + (withOther ? 1 : 0));
        QCOMPARE(now.count("<note"), left.size());
        QCOMPARE(now.count("x-verbale-note"), left.size());
        QCOMPARE(now.contains("x-verbale-offsets"), withOffsets);
        QCOMPARE(now.contains("context-group"), withOffsets || !left.isEmpty());
        const Document again = opened(now);
        QCOMPARE(again.units[0].notes.get(), left);
        QCOMPARE(again.units[0].segments[i].state, SegmentState::Translated);
        QCOMPARE(saved(again), now);
    }

    // The target is put where the white space of the notes begins.
    for (Segment &segment : draft.units[0].segments) {
        segment.hasTarget = false;
        segment.target = {};
    }
    document = opened(xliff12::write(draft));
    setTarget(document.units[0].segments[0], QStringLiteral("Mine. "));
    const Document again = opened(saved(document));
    QCOMPARE(again.units[0].segments[0].target.text, QStringLiteral("Mine. "));
    QCOMPARE(again.units[0].notes.get(), currentNotes(document.units[0]));
}

void TestXliff12Patch::suiteFilesUnedited()
{
    const QDir folder(sharedFolder() + QStringLiteral("/standards/xliff-1.2/samples"));
    if (sharedFolder().isEmpty() || !folder.exists())
        QSKIP("the shared samples are not here; set VERBALE_SHARED to the folder that holds them");
    const QStringList names = folder.entryList(QDir::Files);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const Document document = opened(bytes);
        QVERIFY2(!document.units.isEmpty(), qPrintable(name));
        QCOMPARE(saved(document), bytes);
    }
}

void TestXliff12Patch::oneTarget_data()
{
    unedited_data();
}

/// One target edited, each in turn: it comes back, and nothing but it and its state has changed.
void TestXliff12Patch::oneTarget()
{
    QFETCH(QString, name);
    const Document before = opened(sample(name));
    std::mt19937 random(12);
    for (const SegmentRef &ref : before.segments()) {
        Document document = before;
        Segment &segment = document.at(ref);
        setTarget(segment, QStringLiteral("Đã <sửa> & \"xong\"\n"), static_cast<SegmentState>(random() % 4));
        segment.target.text += QString(segment.source.codes.size(), inlineCodeMark);
        segment.target.codes = segment.source.codes;
        const QByteArray bytes = saved(document);
        const Document after = opened(bytes);
        QCOMPARE(after.segments(), before.segments());
        const QString stray = strayChange12(before, ref, bytes);
        QVERIFY2(stray.isEmpty(), (stray.toUtf8() + "\n" + bytes).constData());
        QCOMPARE(masked(after, ref.unit), masked(before, ref.unit));
        for (const SegmentRef &other : before.segments()) {
            const Segment &found = after.at(other);
            QCOMPARE(found.source, before.at(other).source);
            QCOMPARE(found.target, document.at(other).target);
            if (other == ref)
                QVERIFY2(found.state == segment.state && found.hasTarget, qPrintable(bytes));
            else
                QCOMPARE(found.state, before.at(other).state);
        }
    }
}

void TestXliff12Patch::exactly_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("segment");
    QTest::addColumn<int>("state");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const char *before, int segment, SegmentState state,
                        const char *after) {
        QTest::newRow(name) << QByteArray(before) << segment << static_cast<int>(state) << QByteArray(after);
    };
    using enum SegmentState;
    row("text alone", "<trans-unit id='1'><source>a</source><target xml:lang=\"en\" >b</target></trans-unit>",
        0, Translated,
        "<trans-unit id='1'><source>a</source><target xml:lang=\"en\" >NEW</target></trans-unit>");
    row("with its state",
        "<trans-unit id='1'><source>a</source><target  state = 'new' phase-name='p'>b</target></trans-unit>",
        0, Translated,
        "<trans-unit id='1'><source>a</source><target  state = 'translated' "
        "phase-name='p'>NEW</target></trans-unit>");
    row("to final", "<trans-unit id='1'><source>a</source><target>b</target></trans-unit>", 0, Final,
        "<trans-unit id='1' approved=\"yes\"><source>a</source><target "
        "state=\"final\">NEW</target></trans-unit>");
    row("no longer final",
        "<trans-unit approved='yes' id='1'><source>a</source><target>b</target></trans-unit>", 0, Translated,
        "<trans-unit approved='no' id='1'><source>a</source><target "
        "state=\"translated\">NEW</target></trans-unit>");
    row("added, on its own line", "<trans-unit id='1'>\n\t<source>a</source>\n</trans-unit>", 0, Translated,
        "<trans-unit id='1'>\n\t<source>a</source>\n\t<target "
        "state=\"translated\">NEW</target>\n</trans-unit>");
    row("added, on the same line", "<trans-unit id='1'><source>a</source><note>n</note></trans-unit>", 0,
        Translated,
        "<trans-unit id='1'><source>a</source><target "
        "state=\"translated\">NEW</target><note>n</note></trans-unit>");
    row("into an empty element", "<trans-unit id='1'><source>a</source><target xml:lang='en'/></trans-unit>",
        0, Translated,
        "<trans-unit id='1'><source>a</source><target xml:lang='en'>NEW</target></trans-unit>");
    row("into a unit with nothing in it", "<trans-unit id='1' />", 0, Final,
        "<trans-unit id='1' approved=\"yes\" ><target state=\"final\">NEW</target></trans-unit>");
    row("the right one of two states",
        "<trans-unit id='1' xmlns:foo='urn:foo' foo:status='x' xmlns:mq='MQXliff' mq:status='NotStarted' "
        "xmlns:bar='urn:bar' bar:status='y'><source>a</source></trans-unit>",
        0, Translated,
        "<trans-unit id='1' xmlns:foo='urn:foo' foo:status='x' xmlns:mq='MQXliff' "
        "mq:status='ManuallyConfirmed' xmlns:bar='urn:bar' bar:status='y'><source>a</source>"
        "<target>NEW</target></trans-unit>");
    const char *const two = "<trans-unit id='1'><source>a b</source><seg-source><g id='1'><mrk mtype='seg' "
                            "mid='1'>a</mrk> <mrk mtype='seg' mid='2'>b</mrk></g></seg-source>";
    const auto unit = [two](const char *rest) { return QByteArray(two) + rest; };
    const auto segments = [&](const char *name, const char *before, int segment, const char *after) {
        QTest::newRow(name) << unit(before) << segment << static_cast<int>(Translated) << unit(after);
    };
    segments("one mark",
             "<target><g id='1'><mrk mtype='seg' mid='1'>A</mrk>  <mrk mid='2' mtype='seg' "
             ">B</mrk></g></target></trans-unit>",
             1,
             "<target><g id='1'><mrk mtype='seg' mid='1'>A</mrk>  <mrk mid='2' mtype='seg' "
             ">NEW</mrk></g></target></trans-unit>");
    segments("a mark that lacks",
             "<target><g id='1'><mrk mtype='seg' mid='1'>A</mrk></g></target></trans-unit>", 1,
             "<target><g id='1'><mrk mtype='seg' mid='1'>A</mrk> <mrk mtype='seg' "
             "mid='2'>NEW</mrk></g></target></trans-unit>");
    segments("the first mark lacks",
             "<target><g id='1'><mrk mtype='seg' mid='2'>B</mrk></g></target></trans-unit>", 0,
             "<target><g id='1'><mrk mtype='seg' mid='1'>NEW</mrk> <mrk mtype='seg' "
             "mid='2'>B</mrk></g></target></trans-unit>");
    segments(
        "an empty mark",
        "<target><g id='1'><mrk mtype='seg' mid='1'/> <mrk mtype='seg' mid='2'/></g></target></trans-unit>",
        1,
        "<target><g id='1'><mrk mtype='seg' mid='1'/> <mrk mtype='seg' "
        "mid='2'>NEW</mrk></g></target></trans-unit>");
    segments("the empty element of a target", "<target/></trans-unit>", 1,
             "<target><g id='1'><mrk mtype='seg' mid='1'></mrk> <mrk mtype='seg' "
             "mid='2'>NEW</mrk></g></target></trans-unit>");
    const char *const same = "<trans-unit id='1'><source>a b c</source><seg-source><mrk mtype='seg' "
                             "mid='1'>a</mrk> <mrk mtype='seg' mid='2'>b</mrk> <mrk mtype='seg' "
                             "mid='1'>c</mrk></seg-source>";
    QTest::newRow("segments of one mid, told apart by the order of their marks")
        << same + QByteArray("<target><mrk mtype='seg' mid='2'>B</mrk> <mrk mtype='seg' "
                             "mid='1'/></target></trans-unit>")
        << 2 << static_cast<int>(Translated)
        << same + QByteArray("<target><mrk mtype='seg' mid='2'>B</mrk> <mrk mtype='seg' mid='1'/> <mrk "
                             "mtype='seg' mid='1'>NEW</mrk></target></trans-unit>");
    QTest::newRow("segments of one mid without any mark")
        << same + QByteArray("<target><mrk mtype='seg' mid='2'>B</mrk></target></trans-unit>") << 2
        << static_cast<int>(Translated)
        << same + QByteArray("<target><mrk mtype='seg' mid='2'>B</mrk><mrk mtype='seg' mid='1'></mrk> <mrk "
                             "mtype='seg' mid='1'>NEW</mrk></target></trans-unit>");
    segments("no target at all", "</trans-unit>", 1,
             "<target state=\"translated\"><g id='1'><mrk mtype='seg' mid='1'></mrk> <mrk mtype='seg' "
             "mid='2'>NEW</mrk></g></target></trans-unit>");
}

void TestXliff12Patch::exactly()
{
    QFETCH(QByteArray, before);
    QFETCH(int, segment);
    QFETCH(int, state);
    QFETCH(QByteArray, after);
    Document document = opened(plainFile(before));
    setTarget(document.units.first().segments[segment], QStringLiteral("NEW"),
              static_cast<SegmentState>(state));
    QCOMPARE(saved(document), plainFile(after));
}

void TestXliff12Patch::foreignStates_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("unit");
    QTest::addColumn<int>("segment");
    QTest::addColumn<int>("state");
    QTest::addColumn<QByteArrayList>("gone");
    QTest::addColumn<QByteArrayList>("here");
    const auto row = [](const char *name, const char *file, int unit, int segment, SegmentState state,
                        const QByteArrayList &gone, const QByteArrayList &here) {
        QTest::newRow(name) << QString::fromLatin1(file) << unit << segment << static_cast<int>(state) << gone
                            << here;
    };
    using enum SegmentState;
    row("sdl, confirmed", "sdlxliff", 0, 2, Translated,
        {"<mrk mtype=\"seg\" mid=\"3\"/>", "<sdl:seg id=\"3\"/>"},
        {"<mrk mtype=\"seg\" mid=\"3\">NEW</mrk>", "<sdl:seg id=\"3\" conf=\"Translated\"/>"});
    row("sdl, a draft", "sdlxliff", 0, 2, Initial, {"<sdl:seg id=\"3\"/>"},
        {"<sdl:seg id=\"3\" conf=\"Draft\"/>"});
    row("sdl, signed off", "sdlxliff", 0, 0, Final, {"<sdl:seg id=\"1\" conf=\"Translated\""},
        {"<sdl:seg id=\"1\" conf=\"ApprovedSignOff\" origin=\"interactive\">"});
    row("memoQ, typed", "mqxliff", 2, 0, Initial, {"mq:status=\"NotStarted\""},
        {"id=\"3\" mq:status=\"PartiallyEdited\""});
    row("memoQ, reviewed", "mqxliff", 0, 0, Reviewed, {"id=\"1\" mq:status=\"ManuallyConfirmed\""},
        {"id=\"1\" mq:status=\"Reviewer1Confirmed\""});
    row("memsource", "mxliff", 1, 0, Translated, {"m:confirmed=\"0\""}, {"<target>NEW</target>"});
    row("worldserver", "worldserver", 1, 0, Translated, {"target_content", "translation_status=\"pending\""},
        {"<iws:status translation_type=\"manual_translation\" translation_status=\"finished\"/>",
         "<target>NEW</target>"});
    row("qt", "qt", 1, 0, Final, {},
        {"<trans-unit id=\"_msg2\" approved=\"yes\">",
         "<target xml:space=\"preserve\" state=\"final\">NEW</target>"});
}

void TestXliff12Patch::foreignStates()
{
    QFETCH(QString, name);
    QFETCH(int, unit);
    QFETCH(int, segment);
    QFETCH(int, state);
    QFETCH(QByteArrayList, gone);
    QFETCH(QByteArrayList, here);
    Document document = opened(sample(name));
    setTarget(document.units[unit].segments[segment], QStringLiteral("NEW"),
              static_cast<SegmentState>(state));
    const QByteArray bytes = saved(document);
    for (const QByteArray &part : gone) {
        QVERIFY2(sample(name).contains(part), part.constData());
        QVERIFY2(!bytes.contains(part), bytes.constData());
    }
    for (const QByteArray &part : here)
        QVERIFY2(bytes.contains(part), bytes.constData());
}

void TestXliff12Patch::statesOfSegments()
{
    Document document = opened(sample(QStringLiteral("matecat")));
    Segment &second = document.units.first().segments[1];
    second.state = SegmentState::Final;
    ++second.revision;
    QByteArray bytes = saved(document);
    QVERIFY(bytes.contains("state=\"translated\"><mrk mid=\"0\" mtype=\"seg\">On 9 May. </mrk><mrk mid=\"1\" "
                           "mtype=\"seg\" comment=\"state: final\">In"));
    Document again = opened(bytes);
    QCOMPARE(again.units.first().segments[0].state, SegmentState::Translated);
    QCOMPARE(again.units.first().segments[1].state, SegmentState::Final);

    again.units.first().segments[0].state = SegmentState::Final;
    bytes = saved(again);
    QVERIFY(bytes.contains("state=\"final\"><mrk mid=\"0\" mtype=\"seg\">On"));
    QVERIFY(!bytes.contains("comment="));
    QVERIFY(bytes.contains("xml:space=\"preserve\" approved=\"yes\">"));
}

void TestXliff12Patch::removedTarget()
{
    Document document = opened(sample(QStringLiteral("strict")));
    for (Unit &unit : document.units) {
        unit.segments.first().hasTarget = false;
        unit.segments.first().target = {};
    }
    const QByteArray bytes = saved(document);
    const Document after = opened(bytes);
    for (const Unit &unit : after.units)
        QVERIFY(!unit.segments.first().hasTarget);
    QVERIFY(bytes.contains("ASEAN</source>\n          <context-group"));
    QCOMPARE(after.units[2].segments[1].target.text, QStringLiteral("In Ha Noi."));
}

void TestXliff12Patch::withoutATargetNothingIsApproved_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("one target")
        << QByteArray("<trans-unit id='1' approved='yes'><source>a</source><target>b</target></trans-unit>")
        << QByteArray("<trans-unit id='1' approved='no'><source>a</source></trans-unit>");
    const QByteArray head = "><source>a b</source><seg-source><mrk mtype='seg' mid='1'>a</mrk> "
                            "<mrk mtype='seg' mid='2'>b</mrk></seg-source><target><mrk mtype='seg' mid='1'>";
    QTest::newRow("segments") << "<trans-unit id='1' approved='yes'" + head +
                                     "A</mrk> <mrk mtype='seg' mid='2'>B</mrk></target></trans-unit>"
                              << "<trans-unit id='1' approved='no'" + head +
                                     "</mrk> <mrk mtype='seg' mid='2'></mrk></target></trans-unit>";
}

void TestXliff12Patch::withoutATargetNothingIsApproved()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    Document document = opened(plainFile(before));
    for (Segment &segment : document.units.first().segments) {
        QVERIFY(segment.hasTarget);
        segment.hasTarget = false;
        segment.target = {};
        segment.state = SegmentState::Initial;
    }
    QCOMPARE(saved(document), plainFile(after));
}

/// Not valid, but opened like everything that is well-formed, and saved.
void TestXliff12Patch::groupsOutsideOfFiles()
{
    const QByteArray group = "<group><trans-unit id='g1'><source>G</source></trans-unit></group>";
    const QByteArray file = "<file original='a' source-language='vi' datatype='plaintext'><body>"
                            "<trans-unit id='1'><source>a</source></trans-unit></body></file>";
    for (const QByteArray &body : {group, group + file, file + group, group + file + group}) {
        const QByteArray bytes =
            "<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'>" + body + "</xliff>";
        const Document document = opened(bytes);
        QCOMPARE(saved(document), bytes);
        for (const SegmentRef &ref : document.segments()) {
            Document edited = document;
            setTarget(edited.at(ref), QStringLiteral("NEW"));
            const QByteArray patched = saved(edited);
            QCOMPARE(patched.count("NEW</target></trans-unit>"), 1);
            QCOMPARE(opened(patched).at(ref).target.text, QStringLiteral("NEW"));
        }
    }
}

void TestXliff12Patch::otherSegmentsAreRefused()
{
    Document document = opened(sample(QStringLiteral("strict")));
    document.units[2].segments.removeLast();
    QCOMPARE(xliff12::patch(document).error().code, QStringLiteral("xliff.fixed-segments"));
    document = opened(sample(QStringLiteral("strict")));
    document.units.removeLast();
    QCOMPARE(xliff12::patch(document).error().code, QStringLiteral("xliff.fixed-segments"));
    document = opened(sample(QStringLiteral("strict")));
    Unit other = document.units.first();
    other.id = QStringLiteral("other");
    document.units.append(other);
    QCOMPARE(xliff12::patch(document).error().code, QStringLiteral("xliff.segment-vanished"));
}

/// In a file of ours paragraphs of the text are left out and brought back.
void TestXliff12Patch::paragraphsOfText()
{
    Document draft = sampleDocument();
    draft.units[1].segments[1].sourceStart = 90;
    const QByteArray bytes = xliff12::write(draft);
    Document document = opened(bytes);
    const Unit gone = document.units.takeAt(1);
    document.leftOut = {
        {2, 33, 100, QStringLiteral("by-hand"), QStringLiteral("Hội nghị\t<ASEAN>"), QStringLiteral("f1")}};
    const QByteArray without = saved(document);
    Document again = opened(without);
    QCOMPARE(again.units.size(), 2);
    QCOMPARE(again.leftOut, document.leftOut);

    Unit back = gone;
    back.placeStart = -1;
    back.broughtBackFrom = QStringLiteral("by-hand");
    again.units.insert(1, back);
    again.leftOut.clear();
    const Document whole = opened(saved(again));
    QCOMPARE(whole.units.size(), 3);
    QCOMPARE(whole.units[1].id, gone.id);
    QCOMPARE(whole.units[1].broughtBackFrom, QStringLiteral("by-hand"));
    QCOMPARE(whole.units[1].segments[0].source.text, gone.segments[0].source.text);
    QVERIFY(whole.leftOut.isEmpty());
}

void TestXliff12Patch::badCodeIsRefused()
{
    Document document = opened(sample(QStringLiteral("strict")));
    InlineText &target = document.units.first().segments.first().target;
    target.codes[0].markup = QStringLiteral("<g id='1");
    const auto saved = xliff12::patch(document);
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, QStringLiteral("xliff.bad-code"));
    const QString named = QStringLiteral("unit %1 ").arg(document.units.first().id);
    QVERIFY2(saved.error().message.contains(named), qPrintable(saved.error().message));
}

void TestXliff12Patch::tornTagsAreBalanced()
{
    Document document = opened(sample(QStringLiteral("strict")));
    Segment &segment = document.units.first().segments.first();
    segment.target.codes = {segment.source.codes[1], segment.source.codes[0]};
    segment.target.text = QStringLiteral("a\uFFFCb\uFFFCc");
    const Document after = opened(saved(document));
    QCOMPARE(QString(after.units.first().segments.first().target.text).remove(inlineCodeMark),
             QStringLiteral("abc"));
}

QTEST_APPLESS_MAIN(TestXliff12Patch)
#include "tst_xliff12_patch.moc"
