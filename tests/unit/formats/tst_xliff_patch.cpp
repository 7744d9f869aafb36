#include "document/machine_remarks.h"
#include "formats/xliff/xliff.h"
#include "support.h"
#include "xml/characters.h"

#include <QtTest/QtTest>

using namespace verbale;

class TestXliffPatch : public QObject
{
    Q_OBJECT

private slots:
    void withoutOriginalBytesItIsWritten();
    void editsChangeTheirOwnBytes_data();
    void editsChangeTheirOwnBytes();
    void theSegmentAfterAnEditKeepsItsBytes();
    void everyEncodingIsKept_data();
    void everyEncodingIsKept();
    void aTargetsLanguageIsAdded();
    void aTextThatIsNotTheFilesIsAnError();
    void aBrokenCodeNeverReachesTheFile();
    void ourOwnFileTakesEdits();
    void remarksOnMachinesGoWhenTheyAreConfirmed_data();
    void remarksOnMachinesGoWhenTheyAreConfirmed();
    void randomEditsAreReadBack();
};

namespace {

QByteArray file(const QByteArray &segment, const QByteArray &root = " trgLang=\"en\"")
{
    return "<?xml version=\"1.0\"?>\n<!-- kept -->\n<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "
           "version=\"2.0\" srcLang='vi'" +
           root + ">\n<file id=\"f1\"><unit id=\"u1\">\n" + segment + "\n</unit></file>\n</xliff>";
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

InlineCode code(const InlineText &text, qsizetype number)
{
    return text.codes.value(number);
}

using Change = void (*)(Segment &);

} // namespace

Q_DECLARE_METATYPE(Change)

void TestXliffPatch::withoutOriginalBytesItIsWritten()
{
    const Document sample = verbale::testing::sampleDocument();
    QCOMPARE(*xliff::patch(sample), xliff::write(sample));
}

void TestXliffPatch::remarksOnMachinesGoWhenTheyAreConfirmed_data()
{
    QTest::addColumn<bool>("withOther");
    QTest::addColumn<bool>("withOffsets");
    for (const bool withOther : {false, true}) {
        for (const bool withOffsets : {false, true})
            QTest::addRow("other note %d, offsets %d", withOther, withOffsets) << withOther << withOffsets;
    }
}

/// Two segments with remarks in one unit: the one of the segment that is confirmed goes, with whatever says
/// where it belongs; then the other.
void TestXliffPatch::remarksOnMachinesGoWhenTheyAreConfirmed()
{
    QFETCH(bool, withOther);
    QFETCH(bool, withOffsets);
    Document draft;
    draft.sourceLanguage = QStringLiteral("vi");
    draft.targetLanguage = QStringLiteral("en");
    Unit unit;
    unit.id = QStringLiteral("u1");
    for (const char *id : {"s1", "s2"}) {
        Segment segment;
        segment.id = QLatin1String(id);
        segment.source.text = QStringLiteral("Câu. ");
        segment.target.text = QStringLiteral("A sentence. ");
        segment.hasTarget = true;
        segment.sourceStart = segment.sourceEnd = withOffsets ? 4 : -1;
        unit.segments.append(segment);
    }
    const QString first = QStringLiteral("its figures differ: 12 is missing");
    setMachineRemarks(unit, QStringLiteral("s1"), {QStringLiteral("an old one")});
    setMachineRemarks(unit, QStringLiteral("s1"), {first});
    setMachineRemarks(unit, QStringLiteral("s2"), {QStringLiteral("it is much shorter"), first});
    if (withOther)
        unit.notes.append(Note{{}, {}, QStringLiteral("kept"), QStringLiteral("s1"), {}, {}, 0});
    draft.units.append(unit);
    const QByteArray written = xliff::write(draft);
    QCOMPARE(written.count("category=\"verbale:machine-translation\""), 3);
    QCOMPARE(written.count("appliesTo=\"target\""), 3);

    Document document = opened(written);
    QCOMPARE(document.units[0].notes.size(), withOther ? 4 : 3);
    QCOMPARE(*xliff::patch(document), written);
    document.units[0].segments[0].state = SegmentState::Translated;
    QCOMPARE(currentNotes(document.units[0]).size(), withOther ? 3 : 2);
    const QByteArray once = *xliff::patch(document);
    QCOMPARE(once.count("<note "), withOther ? 3 : 2);
    const Document half = opened(once);
    QCOMPARE(half.units[0].notes.get(), currentNotes(document.units[0]));

    document.units[0].segments[1].state = SegmentState::Translated;
    const QByteArray twice = *xliff::patch(document);
    QCOMPARE(twice.count("<note"), withOther ? 2 : 0); // <notes> as well
    QCOMPARE(twice.contains("mda:metadata>"), withOther || withOffsets);
    QCOMPARE(opened(twice).units[0].notes.get(), currentNotes(document.units[0]));
    const QByteArray anew = xliff::write(document);
    QVERIFY(!anew.contains("verbale:machine-translation"));
}

void TestXliffPatch::editsChangeTheirOwnBytes_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("after");

    const Change type = [](Segment &segment) {
        segment.target.text = QStringLiteral("A & B");
        segment.hasTarget = true;
    };
    const Change confirm = [](Segment &segment) { segment.state = SegmentState::Translated; };
    const Change reset = [](Segment &segment) {
        segment.state = SegmentState::Initial;
        segment.subState.clear();
    };
    const Change mark = [](Segment &segment) { segment.subState = QStringLiteral("verbale:pretranslated"); };
    const Change clear = [](Segment &segment) {
        segment.hasTarget = false;
        segment.target = {};
    };
    const auto row = [](const char *name, const QByteArray &before, Change change, const QByteArray &after) {
        QTest::newRow(name) << before << change << after;
    };
    row("target replaced", "<segment><source>x</source>\n <target lang='1'>y <!-- c --></target></segment>",
        type, "<segment><source>x</source>\n <target lang='1'>A &amp; B</target></segment>");
    row("empty target filled", "<segment><source>x</source><target order=\"1\"  /></segment>", type,
        "<segment><source>x</source><target order=\"1\"  >A &amp; B</target></segment>");
    row("target added", "<segment>\r\n\t <source>x</source>\r\n</segment>", type,
        "<segment>\r\n\t <source>x</source>\r\n\t <target>A &amp; B</target>\r\n</segment>");
    row("target added on one line", "<segment><source>x</source></segment>", type,
        "<segment><source>x</source><target>A &amp; B</target></segment>");
    row("target added, white space kept", "<segment><source xml:space = 'preserve'>x</source></segment>",
        type,
        "<segment><source xml:space = 'preserve'>x</source><target xml:space=\"preserve\">A &amp; "
        "B</target></segment>");
    row("target added, the source has a prefix of its own",
        "<segment><x:source xmlns:x='urn:oasis:names:tc:xliff:document:2.0'>x</x:source></segment>", type,
        "<segment><x:source xmlns:x='urn:oasis:names:tc:xliff:document:2.0'>x</x:source><target>A &amp; "
        "B</target></segment>");
    row("target taken away", "<segment>\n <source>x</source>\n <target>y</target>\n</segment>", clear,
        "<segment>\n <source>x</source>\n</segment>");
    row("state added", "<segment id='s1' ><source>x</source><target/></segment>", confirm,
        "<segment id='s1' state=\"translated\" ><source>x</source><target/></segment>");
    row("state added to a bare tag", "<segment><source>x</source><target/></segment>", confirm,
        "<segment state=\"translated\"><source>x</source><target/></segment>");
    row("state changed in place", "<segment  state = 'final' id='a'><source>x</source><target/></segment>",
        confirm, "<segment  state = 'translated' id='a'><source>x</source><target/></segment>");
    row("default state not written", "<segment><source>x</source></segment>", reset,
        "<segment><source>x</source></segment>");
    row("default state written over another",
        "<segment state=\"final\"\n subState=\"my:x\" id=\"a\"><source>x</source></segment>", reset,
        "<segment state=\"initial\" id=\"a\"><source>x</source></segment>");
    row("subState brings its state", "<segment><source>x</source></segment>", mark,
        "<segment state=\"initial\" subState=\"verbale:pretranslated\"><source>x</source></segment>");
    row("target taken away before another",
        "<segment><source>x</source><target>y</target><target>z</target></segment>", clear,
        "<segment><source>x</source><target></target><target>z</target></segment>");
    row("no target, no state", "<segment state='final'><source>x</source><target>y</target></segment>", clear,
        "<segment state='initial'><source>x</source></segment>");
    row("no target, no state to set", "<segment><source>x</source></segment>", confirm,
        "<segment><source>x</source></segment>");
    row("no target, a state left alone", "<segment state='final'><source>x</source></segment>", mark,
        "<segment state='final' subState=\"verbale:pretranslated\"><source>x</source></segment>");
    row(
        "codes of the source",
        "<segment><source>a<pc id='1' dispStart='b'>b</pc><ph id='2'></ph></source></segment>",
        [](Segment &segment) {
            segment.hasTarget = true;
            segment.target = segment.source;
        },
        "<segment><source>a<pc id='1' dispStart='b'>b</pc><ph id='2'></ph></source>"
        "<target>a<pc id='1' dispStart='b'>b</pc><ph id='2'></ph></target></segment>");
    row(
        "a torn pair", "<segment><source>x</source><target>a<pc id='1'>b</pc>c</target></segment>",
        [](Segment &segment) {
            segment.target.text = QStringLiteral("\uFFFCabc");
            segment.target.codes = {code(segment.target, 1)};
        },
        "<segment><source>x</source><target>abc</target></segment>");
}

void TestXliffPatch::editsChangeTheirOwnBytes()
{
    QFETCH(QByteArray, before);
    QFETCH(Change, change);
    QFETCH(QByteArray, after);
    Document document = opened(file(before));
    change(document.units[0].segments[0]);
    const auto saved = xliff::patch(document);
    QVERIFY(saved.ok());
    QCOMPARE(*saved, file(after));
}

void TestXliffPatch::theSegmentAfterAnEditKeepsItsBytes()
{
    const QByteArray untouched =
        "<segment id='s2'\n><source>&#x110;<![CDATA[<]]></source >\n<target>&#65;</target></segment>";
    Document document = opened(file("<segment id='s1'><source>x</source></segment>" + untouched));
    document.units[0].segments[0].hasTarget = true;
    document.units[0].segments[0].target.text = QStringLiteral("y");
    const QByteArray saved = *xliff::patch(document);
    QVERIFY(saved.contains("<target>y</target>"));
    QVERIFY(saved.contains(untouched));
    QCOMPARE(document.units[0].segments[1].source.text, QStringLiteral("Đ<"));
}

void TestXliffPatch::everyEncodingIsKept_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("mark");
    QTest::addColumn<int>("encoding");
    const auto row = [](const char *name, const QByteArray &mark, xml::Encoding encoding) {
        QTest::newRow(
            qPrintable(QLatin1String(name) + (mark.isEmpty() ? QString() : QStringLiteral(" with a BOM"))))
            << QString::fromLatin1(name) << mark << static_cast<int>(encoding);
    };
    row("UTF-8", {}, xml::Encoding::Utf8);
    row("UTF-8", "\xEF\xBB\xBF", xml::Encoding::Utf8);
    row("UTF-16", "\xFF\xFE", xml::Encoding::Utf16LittleEndian);
    row("UTF-16", "\xFE\xFF", xml::Encoding::Utf16BigEndian);
    row("UTF-16LE", {}, xml::Encoding::Utf16LittleEndian);
    row("UTF-16BE", {}, xml::Encoding::Utf16BigEndian);
    row("ISO-8859-1", {}, xml::Encoding::Latin1);
    row("US-ASCII", {}, xml::Encoding::Ascii);
}

void TestXliffPatch::everyEncodingIsKept()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, mark);
    QFETCH(int, encoding);
    const auto to = static_cast<xml::Encoding>(encoding);
    const QString head = QStringLiteral("<?xml version=\"1.0\" encoding=\"%1\"?>\r\n").arg(name);
    QString body =
        QString::fromUtf8(file("<segment id=\"s\"><source>Việt <ph id=\"1\" disp=\"à\"/></source>\r\n"
                               "<target>a</target></segment>"));
    body.remove(0, body.indexOf(u'\n') + 1);
    const QByteArray bytes = mark + xml::encode(head + body, to);
    Document document = opened(bytes);
    QCOMPARE(document.units[0].segments[0].source.text, QStringLiteral("Việt \uFFFC"));
    QCOMPARE(*xliff::patch(document), bytes);

    Segment &segment = document.units[0].segments[0];
    segment.target = segment.source;
    segment.target.text += QStringLiteral("\nquốc \U0001F30F");
    const QString expected =
        body.replace(QLatin1String("<target>a<"),
                     QStringLiteral("<target>Việt <ph id=\"1\" disp=\"à\"/>\r\nquốc \U0001F30F<"));
    const QByteArray saved = *xliff::patch(document);
    QCOMPARE(saved, mark + xml::encode(head + expected, to));
    QCOMPARE(opened(saved).units[0].segments[0].target.text, segment.target.text);
}

void TestXliffPatch::aTargetsLanguageIsAdded()
{
    const QByteArray segment = "<segment><source>x</source></segment>";
    Document document = opened(file(segment, {}));
    QCOMPARE(document.targetLanguage, QString());
    QCOMPARE(*xliff::patch(document), file(segment, {}));
    document.targetLanguage = QStringLiteral("en");
    QCOMPARE(*xliff::patch(document), file(segment, {}));
    document.units[0].segments[0].hasTarget = true;
    QCOMPARE(*xliff::patch(document), file("<segment><source>x</source><target></target></segment>"));
}

void TestXliffPatch::aTextThatIsNotTheFilesIsAnError()
{
    Document document = opened(file("<segment><source>x</source></segment>"));
    document.units[0].segments[0].source.text = QStringLiteral("other");
    const auto saved = xliff::patch(document);
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, QStringLiteral("xliff.segment-vanished"));
    QVERIFY(saved.error().message.contains(QStringLiteral("f1/u1/s1")));
    document = opened(file("<segment><source>x</source></segment>"));
    document.units[0].id = QStringLiteral("other");
    document.units[0].placeStart = -1;
    QCOMPARE(xliff::patch(document).error().code, QStringLiteral("xliff.segment-vanished"));
}

void TestXliffPatch::aBrokenCodeNeverReachesTheFile()
{
    Document document = opened(file("<segment><source>x</source><target>y</target></segment>"));
    Segment &segment = document.units[0].segments[0];
    segment.target.text = QStringLiteral("a\uFFFCb");
    segment.target.codes = {{InlineCode::Kind::Standalone, {}, QStringLiteral("<a><b></a>"), {}, {}, {}}};
    const auto saved = xliff::patch(document);
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, QStringLiteral("xliff.bad-code"));
    QVERIFY2(saved.error().message.contains(QStringLiteral("unit f1/u1 ")),
             qPrintable(saved.error().message));
    segment.target.codes[0].markup = QStringLiteral("<a");
    QCOMPARE(*xliff::patch(document), file("<segment><source>x</source><target>ab</target></segment>"));
}

void TestXliffPatch::ourOwnFileTakesEdits()
{
    Document document = opened(xliff::write(verbale::testing::sampleDocument()));
    document.units[1].segments[0].target.text = QStringLiteral("The Summit opened.");
    document.units[1].segments[0].hasTarget = true;
    document.units[1].segments[0].state = SegmentState::Final;
    document.units[0].segments[0].subState.clear();
    const QByteArray saved = *xliff::patch(document);
    QCOMPARE(verbale::testing::describe(opened(saved)), verbale::testing::describe(document));
}

/// Whatever targets and states a document is given, they are what the saved file says.
void TestXliffPatch::randomEditsAreReadBack()
{
    verbale::testing::XliffDocuments documents(99);
    for (int i = 0; i < 100; ++i) {
        Document document = opened(xliff::write(documents.next()));
        const Document donor = documents.next();
        const QList<SegmentRef> donors = donor.segments();
        qsizetype turn = 0;
        for (const SegmentRef &ref : document.segments()) {
            const Segment &given = donor.at(donors[turn++ % donors.size()]);
            Segment &segment = document.at(ref);
            segment.target = given.target;
            segment.hasTarget = given.hasTarget;
            segment.state = given.state;
            segment.subState = given.subState;
        }
        const auto saved = xliff::patch(document);
        QVERIFY(saved.ok());
        QCOMPARE(verbale::testing::describe(opened(*saved)), verbale::testing::describe(document));
    }
}

QTEST_APPLESS_MAIN(TestXliffPatch)
#include "tst_xliff_patch.moc"
