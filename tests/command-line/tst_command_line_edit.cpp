#include "command_line_test.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace verbale::commandline::testing;

/// edit: targets and states by unit and segment, by options and by a table.
class tst_CommandLineEdit : public QObject
{
    Q_OBJECT

private slots:
    void withoutAnEditTheFileIsTheSame();
    void editsOneSegment();
    void severalGroupsInOneCall();
    void markupBecomesCodes();
    void otherMarkupIsText();
    void statesHaveTheNamesOfBothVersions();
    void unitsOfSeveralFilesAreTold();
    void aTableOfEdits();
    void tablesInOtherEncodings();
    void editsOfOneSegmentFollowEachOther();
    void anObjectReplacementCharacterIsText();
    void lockedTargetsStay();
    void anInvalidFileIsTold();
    void theTableOfExportComesBack();
    void standardStreams();
    void olderXliff();
    void refuses_data();
    void refuses();
};

namespace {

const QByteArray twoUnits =
    "<?xml version='1.0'?>\r\n"
    "<x:xliff xmlns:x='urn:oasis:names:tc:xliff:document:2.0' version='2.0' srcLang='vi' trgLang='en'>\r\n"
    "<x:file id='f1'>\r\n"
    " <x:unit id='u1'>\r\n"
    "  <x:segment id='s1'>\r\n"
    "   <x:source>Chào <x:ph id='1' disp='NAME'/> &lt;3</x:source>\r\n"
    "  </x:segment>\r\n"
    " </x:unit>\r\n"
    " <x:unit id='u2'>\r\n"
    "  <x:segment id='s1' state='final' "
    "subState='a:b'><x:source>Một</x:source><x:target>One</x:target></x:segment>\r\n"
    "  <x:segment id='s2'><x:source>Hai</x:source><x:target>Two</x:target></x:segment>\r\n"
    " </x:unit>\r\n"
    "</x:file>\r\n"
    "</x:xliff>\r\n";

QByteArray replaced(QByteArray bytes, const QList<std::pair<QByteArray, QByteArray>> &changes)
{
    for (const auto &[before, after] : changes)
        bytes.replace(before, after);
    return bytes;
}

QJsonArray changed(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object()[u"changed"].toArray();
}

const std::pair<QByteArray, QByteArray> greeting{
    "</x:source>\r\n  </x:segment>",
    "</x:source>\r\n   <x:target>Hello <x:ph id='1' disp='NAME'/> &lt;3</x:target>\r\n  </x:segment>"};

} // namespace

void tst_CommandLineEdit::withoutAnEditTheFileIsTheSame()
{
    Workplace place;
    place.put(u"a.xlf"_s, twoUnits);
    const Outcome outcome = place.run({u"edit"_s, u"a.xlf"_s, u"-o"_s, u"b.xlf"_s});
    QVERIFY2(outcome.status == 0 && outcome.err.isEmpty(), outcome.text().constData());
    QCOMPARE(outcome.out, u"0 segments changed.\n"_s);
    QCOMPARE(place.content(u"b.xlf"_s), twoUnits);
    QCOMPARE(place.run({u"edit"_s, u"a.xlf"_s}).status, 0);
    QCOMPARE(place.content(u"a.xlf"_s), twoUnits);
}

void tst_CommandLineEdit::editsOneSegment()
{
    Workplace place;
    place.put(u"a.xlf"_s, twoUnits);
    const Outcome outcome = place.run({u"edit"_s, u"a.xlf"_s, u"--unit"_s, u"u2"_s, u"--segment"_s, u"s1"_s,
                                       u"--target"_s, u"The <first> & last"_s, u"--json"_s});
    QVERIFY2(outcome.status == 0 && outcome.err.isEmpty(), outcome.text().constData());
    QCOMPARE(place.content(u"a.xlf"_s),
             replaced(twoUnits, {{"state='final' subState='a:b'", "state='initial'"},
                                 {"<x:target>One<", "<x:target>The &lt;first&gt; &amp; last<"}}));
    const QJsonObject one = changed(outcome.out)[0].toObject();
    QCOMPARE(one[u"unit"].toString(), u"u2"_s);
    QCOMPARE(one[u"segment"].toString(), u"s1"_s);
    QCOMPARE(one[u"before"].toString(), u"One"_s);
    QCOMPARE(one[u"after"].toString(), u"The <first> & last"_s);
    QCOMPARE(one[u"stateBefore"].toString(), u"final"_s);
    QCOMPARE(one[u"state"].toString(), u"initial"_s);
}

void tst_CommandLineEdit::severalGroupsInOneCall()
{
    Workplace place;
    place.put(u"a.xlf"_s, twoUnits);
    const Outcome outcome = place.run({u"edit"_s,
                                       u"a.xlf"_s,
                                       u"-o"_s,
                                       u"b.xlf"_s,
                                       u"--json"_s,
                                       u"--unit"_s,
                                       u"u2"_s,
                                       u"--segment"_s,
                                       u"s2"_s,
                                       u"--target"_s,
                                       u"2"_s,
                                       u"--state"_s,
                                       u"reviewed"_s,
                                       u"--unit"_s,
                                       u"u1"_s,
                                       u"--target"_s,
                                       u"Hello <x:ph id='1' disp='NAME'/> <3"_s,
                                       u"--unit"_s,
                                       u"u2"_s,
                                       u"--segment"_s,
                                       u"s1"_s,
                                       u"--state"_s,
                                       u"translated"_s});
    QVERIFY2(outcome.status == 0 && outcome.err.isEmpty(), outcome.text().constData());
    QCOMPARE(place.content(u"a.xlf"_s), twoUnits);
    QCOMPARE(place.content(u"b.xlf"_s),
             replaced(twoUnits, {greeting,
                                 {"state='final' subState='a:b'", "state='translated'"},
                                 {"id='s2'>", "id='s2' state=\"reviewed\">"},
                                 {">Two<", ">2<"}}));
    QCOMPARE(changed(outcome.out).size(), 3);
    QCOMPARE(changed(outcome.out)[1].toObject()[u"unit"].toString(), u"u1"_s);
}

void tst_CommandLineEdit::markupBecomesCodes()
{
    Workplace place;
    place.put(u"a.xlf"_s, twoUnits);
    Outcome outcome = place.run({u"edit"_s, u"a.xlf"_s, u"--unit"_s, u"u1"_s, u"--target"_s,
                                 u"Hello <x:ph id='1' disp='NAME'/> <3"_s});
    QVERIFY2(outcome.status == 0 && outcome.err.isEmpty(), outcome.text().constData());
    QCOMPARE(place.content(u"a.xlf"_s), replaced(twoUnits, {greeting}));

    // One that is missing is said, and the edit is made.
    outcome = place.run({u"edit"_s, u"a.xlf"_s, u"--unit"_s, u"u1"_s, u"--target"_s, u"Hello"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.err.startsWith(u"verbale: warning: u1/s1: "_s) && outcome.err.contains(u"NAME"_s),
             outcome.text().constData());
    QVERIFY(place.content(u"a.xlf"_s).contains("<x:target>Hello</x:target>"));

    // And no target at all takes the element away.
    outcome = place.run({u"edit"_s, u"a.xlf"_s, u"--unit"_s, u"u1"_s, u"--target"_s, QString()});
    QVERIFY2(outcome.status == 0 && outcome.err.isEmpty(), outcome.text().constData());
    QCOMPARE(place.content(u"a.xlf"_s), twoUnits);
}

void tst_CommandLineEdit::otherMarkupIsText()
{
    Workplace place;
    place.put(u"a.xlf"_s, twoUnits);
    const QString text = u"a < b <x:ph id='2'/> & ]]> \"đ\""_s;
    const Outcome outcome = place.run({u"edit"_s, u"a.xlf"_s, u"--json"_s, u"--unit"_s, u"u2"_s,
                                       u"--segment"_s, u"s2"_s, u"--target"_s, text});
    QVERIFY2(outcome.status == 0, outcome.text().constData());
    QVERIFY(place.content(u"a.xlf"_s)
                .contains("<x:target>a &lt; b &lt;x:ph id='2'/&gt; &amp; ]]&gt; \"đ\"</x:target>"));
    QCOMPARE(changed(outcome.out)[0].toObject()[u"after"].toString(), text);
}

void tst_CommandLineEdit::statesHaveTheNamesOfBothVersions()
{
    Workplace place;
    place.put(u"a.xlf"_s, twoUnits);
    const auto set = [&place](const QString &state) {
        return place.run(
            {u"edit"_s, u"a.xlf"_s, u"--unit"_s, u"u2"_s, u"--segment"_s, u"s2"_s, u"--state"_s, state});
    };
    for (const char *state : {"translated", "reviewed", "final", "initial"}) {
        QCOMPARE(set(QString::fromLatin1(state)).status, 0);
        QVERIFY2(place.content(u"a.xlf"_s).contains("id='s2' state=\"" + QByteArray(state) + '"'), state);
    }
    QCOMPARE(set(u"signed-off"_s).status, 0);
    QVERIFY(place.content(u"a.xlf"_s).contains("id='s2' state=\"reviewed\""));
    const Outcome unknown = set(u"finished"_s);
    QCOMPARE(unknown.status, 2);
    QVERIFY2(unknown.err.contains(u"finished"_s) && unknown.err.contains(u"reviewed"_s),
             unknown.text().constData());
}

void tst_CommandLineEdit::unitsOfSeveralFilesAreTold()
{
    const QByteArray unit = "<unit id='u1'><segment id='s1'><source>a</source></segment></unit>";
    const QByteArray bytes =
        "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.1' srcLang='vi' "
        "trgLang='en'><file id='f1'>" +
        unit + "</file><file id='f2'>" + unit + "</file></xliff>";
    Workplace place;
    place.put(u"a.xlf"_s, bytes);
    const Outcome ambiguous = place.run({u"edit"_s, u"a.xlf"_s, u"--unit"_s, u"u1"_s, u"--target"_s, u"b"_s});
    QCOMPARE(ambiguous.status, 2);
    QVERIFY2(ambiguous.err.contains(u"f1/u1, f2/u1"_s), ambiguous.text().constData());
    QCOMPARE(place.content(u"a.xlf"_s), bytes);
    const QByteArray wanted = bytes.first(bytes.lastIndexOf("</segment>")) + "<target>b</target>" +
                              bytes.sliced(bytes.lastIndexOf("</segment>"));
    for (const QString &name : {u"f2/u1"_s, u"#f=f2/u=u1"_s, u"#/f=f2/u=u1/s1"_s}) {
        place.put(u"a.xlf"_s, bytes);
        const Outcome outcome =
            place.run({u"edit"_s, u"a.xlf"_s, u"--unit"_s, name, u"--target"_s, u"b"_s, u"--json"_s});
        QVERIFY2(outcome.status == 0, outcome.text().constData());
        QCOMPARE(place.content(u"a.xlf"_s), wanted);
        QCOMPARE(changed(outcome.out)[0].toObject()[u"unit"].toString(), u"f2/u1"_s);
    }
}

void tst_CommandLineEdit::aTableOfEdits()
{
    Workplace place;
    place.put(u"a.xlf"_s, twoUnits);
    place.put(u"edits.tsv"_s, "\xEF\xBB\xBFtarget\tnote\tsegment\tunit\r\n"
                              "A\\tB\\nC\\\\D\t-\ts2\tu2\r\n"
                              "One\t-\ts1\tu2\r\n\r\n");
    const Outcome outcome = place.run({u"edit"_s, u"a.xlf"_s, u"--from-tsv"_s, u"edits.tsv"_s, u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.text().constData());
    QCOMPARE(place.content(u"a.xlf"_s), replaced(twoUnits, {{">Two<", ">A\tB\r\nC\\D<"}}));
    QCOMPARE(changed(outcome.out).size(), 1);

    place.put(u"edits.tsv"_s, "unit\ttarget\nu1\tx\nu9\ty\n");
    const QByteArray before = place.content(u"a.xlf"_s);
    const Outcome refused = place.run({u"edit"_s, u"a.xlf"_s, u"--from-tsv"_s, u"edits.tsv"_s});
    QCOMPARE(refused.status, 2);
    QVERIFY2(refused.err.startsWith(u"verbale: edits.tsv:3: "_s), refused.text().constData());
    QCOMPARE(place.content(u"a.xlf"_s), before);
}

void tst_CommandLineEdit::tablesInOtherEncodings()
{
    const QString table = u"Unit\tSegment\tTarget\r\nu2\ts2\tHà Nội\r\n\t\t\r\n"_s;
    const auto utf16 = [&table](QStringConverter::Encoding encoding, bool mark) {
        QStringEncoder encoder(encoding,
                               mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
        return QByteArray(encoder.encode(table));
    };
    for (const QByteArray &bytes :
         {utf16(QStringConverter::Utf16LE, true), utf16(QStringConverter::Utf16BE, true),
          utf16(QStringConverter::Utf16LE, false), "\xEF\xBB\xBF" + table.toUtf8()}) {
        Workplace place;
        place.put(u"a.xlf"_s, twoUnits);
        place.put(u"edits.tsv"_s, bytes);
        const Outcome outcome = place.run({u"edit"_s, u"a.xlf"_s, u"--from-tsv"_s, u"edits.tsv"_s});
        QVERIFY2(outcome.status == 0 && outcome.err.isEmpty(), outcome.text().constData());
        QCOMPARE(place.content(u"a.xlf"_s), replaced(twoUnits, {{">Two<", ">Hà Nội<"}}));
    }
    // What is UTF-8 is not taken for anything else, whatever its letters look like.
    Workplace place;
    place.put(u"a.xlf"_s, twoUnits);
    const QByteArray odd = "Viet^.t Nam ddu+o+.c, HÃ  Ná»™i, Vieejt Nam";
    place.put(u"edits.tsv"_s, "unit\tsegment\ttarget\nu2\ts2\t" + odd + '\n');
    const Outcome outcome = place.run({u"edit"_s, u"a.xlf"_s, u"--from-tsv"_s, u"edits.tsv"_s});
    QVERIFY2(outcome.status == 0 && outcome.err.isEmpty(), outcome.text().constData());
    QCOMPARE(place.content(u"a.xlf"_s), replaced(twoUnits, {{">Two<", '>' + odd + '<'}}));
}

void tst_CommandLineEdit::editsOfOneSegmentFollowEachOther()
{
    Workplace place;
    const QStringList unit{u"--unit"_s, u"u2"_s, u"--segment"_s, u"s1"_s};
    const QStringList edit{u"edit"_s, u"a.xlf"_s, u"--json"_s};
    const QStringList target = unit + QStringList{u"--target"_s, u"New"_s};
    const QStringList state = unit + QStringList{u"--state"_s, u"reviewed"_s};
    place.put(u"a.xlf"_s, twoUnits);
    Outcome outcome = place.run(edit + target + state);
    QVERIFY2(outcome.status == 0, outcome.text().constData());
    QCOMPARE(place.content(u"a.xlf"_s),
             replaced(twoUnits, {{"state='final' subState='a:b'", "state='reviewed'"}, {">One<", ">New<"}}));
    QCOMPARE(changed(outcome.out).size(), 1);
    QCOMPARE(changed(outcome.out)[0].toObject()[u"before"].toString(), u"One"_s);
    QCOMPARE(changed(outcome.out)[0].toObject()[u"stateBefore"].toString(), u"final"_s);

    // As in two calls: another text is a draft again.
    place.put(u"a.xlf"_s, twoUnits);
    outcome = place.run(edit + state + target);
    QVERIFY2(outcome.status == 0, outcome.text().constData());
    QCOMPARE(place.content(u"a.xlf"_s),
             replaced(twoUnits, {{"state='final' subState='a:b'", "state='initial'"}, {">One<", ">New<"}}));
}

void tst_CommandLineEdit::anObjectReplacementCharacterIsText()
{
    Workplace place;
    place.put(u"a.xlf"_s, twoUnits);
    const QString text = u"a\uFFFCb <x:ph id='1' disp='NAME'/> c"_s;
    const Outcome outcome =
        place.run({u"edit"_s, u"a.xlf"_s, u"--unit"_s, u"u1"_s, u"--target"_s, text, u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.text().constData());
    QVERIFY2(place.content(u"a.xlf"_s).contains(u"<x:target>%1</x:target>"_s.arg(text).toUtf8()),
             place.content(u"a.xlf"_s).constData());
    QCOMPARE(changed(outcome.out)[0].toObject()[u"after"].toString(), text);
    // The table of such a file brings no change.
    place.put(u"edits.tsv"_s, place.run({u"export"_s, u"a.xlf"_s, u"--to"_s, u"tsv"_s}).out.toUtf8());
    QCOMPARE(place.run({u"edit"_s, u"a.xlf"_s, u"--from-tsv"_s, u"edits.tsv"_s}).out,
             u"0 segments changed.\n"_s);
}

void tst_CommandLineEdit::lockedTargetsStay()
{
    const QByteArray notTranslated = replaced(twoUnits, {{"unit id='u2'", "unit id='u2' translate='no'"}});
    const QByteArray locked =
        "<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2' xmlns:mq='MQXliff'><file "
        "original='a' source-language='vi' target-language='en' datatype='plaintext'><body>"
        "<trans-unit id='u2' mq:locked='locked'><source>Một</source><target>One</target></trans-unit>"
        "</body></file></xliff>";
    for (const QByteArray &bytes : {notTranslated, locked}) {
        Workplace place;
        place.put(u"a.xlf"_s, bytes);
        place.put(u"same.tsv"_s, place.run({u"export"_s, u"a.xlf"_s, u"--to"_s, u"tsv"_s}).out.toUtf8());
        place.put(u"other.tsv"_s, place.content(u"same.tsv"_s).replace("\tOne\n", "\tOther\n"));
        place.put(u"state.tsv"_s, place.content(u"same.tsv"_s).replace("final", "reviewed"));
        const Outcome same = place.run({u"edit"_s, u"a.xlf"_s, u"--from-tsv"_s, u"same.tsv"_s});
        QVERIFY2(same.status == 0, same.text().constData());
        const Outcome other = place.run({u"edit"_s, u"a.xlf"_s, u"--from-tsv"_s, u"other.tsv"_s});
        QCOMPARE(other.status, 2);
        QVERIFY2(other.err.startsWith(u"verbale: other.tsv:"_s) && other.err.contains(u"is locked or not"_s),
                 other.text().constData());
        const bool hasState = place.content(u"state.tsv"_s) != place.content(u"same.tsv"_s);
        QCOMPARE(place.run({u"edit"_s, u"a.xlf"_s, u"--from-tsv"_s, u"state.tsv"_s}).status,
                 hasState ? 2 : 0);
        QCOMPARE(place.content(u"a.xlf"_s), bytes);
    }
}

void tst_CommandLineEdit::anInvalidFileIsTold()
{
    Workplace place;
    const QByteArray bytes = replaced(twoUnits, {{"<x:segment id='s2'>", "<x:segment id='s1'>"}});
    place.put(u"a.xlf"_s, bytes);
    const Outcome outcome = place.run({u"edit"_s, u"a.xlf"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.err.startsWith(u"verbale: warning: a.xlf is not valid XLIFF 2.0: line "_s) &&
                 outcome.err.count(u'\n') == 1,
             outcome.text().constData());
    QCOMPARE(place.content(u"a.xlf"_s), bytes);
    // Not a large one, which would take long.
    place.put(u"large.xlf"_s, bytes + QByteArray(16 * 1024 * 1024, ' '));
    const Outcome large = place.run({u"edit"_s, u"large.xlf"_s});
    QVERIFY2(large.status == 0 && large.err.isEmpty(), large.text().constData());
    const Outcome stream = place.run({u"edit"_s, u"-"_s, u"-o"_s, u"-"_s}, bytes);
    QVERIFY2(stream.err.startsWith(u"verbale: warning: - is not valid XLIFF 2.0: line "_s),
             stream.text().constData());
}

void tst_CommandLineEdit::theTableOfExportComesBack()
{
    Workplace place;
    place.put(u"a.xlf"_s, replaced(twoUnits, {greeting, {">Two</x:target>", "></x:target>"}}));
    const Outcome table = place.run({u"export"_s, u"a.xlf"_s, u"--to"_s, u"tsv"_s});
    place.put(u"edits.tsv"_s, table.out.toUtf8());
    const Outcome same =
        place.run({u"edit"_s, u"a.xlf"_s, u"--from-tsv"_s, u"edits.tsv"_s, u"-o"_s, u"b.xlf"_s});
    QVERIFY2(same.status == 0, same.text().constData());
    QCOMPARE(place.content(u"b.xlf"_s), place.content(u"a.xlf"_s));
    place.put(u"edits.tsv"_s, table.out.toUtf8().replace("Hello", "Hi"));
    QCOMPARE(place.run({u"edit"_s, u"a.xlf"_s, u"--from-tsv"_s, u"edits.tsv"_s}).status, 0);
    QCOMPARE(place.content(u"a.xlf"_s), place.content(u"b.xlf"_s).replace("Hello", "Hi"));
}

void tst_CommandLineEdit::standardStreams()
{
    Workplace place;
    const Outcome outcome = place.run({u"edit"_s, u"-"_s, u"-o"_s, u"-"_s, u"--unit"_s, u"u2"_s,
                                       u"--segment"_s, u"s2"_s, u"--target"_s, u"Deux"_s},
                                      twoUnits);
    QVERIFY2(outcome.status == 0 && outcome.err.isEmpty(), outcome.text().constData());
    QCOMPARE(outcome.out.toUtf8(), replaced(twoUnits, {{">Two<", ">Deux<"}}));
}

void tst_CommandLineEdit::olderXliff()
{
    const QByteArray bytes =
        "<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'><file original='a' "
        "source-language='vi' target-language='en' datatype='plaintext'><body>"
        "<trans-unit id='7'><source>Một</source><target>One</target></trans-unit>"
        "</body></file></xliff>";
    Workplace place;
    place.put(u"a.xlf"_s, bytes);
    const Outcome outcome = place.run({u"edit"_s, u"a.xlf"_s, u"--unit"_s, u"7"_s, u"--target"_s, u"1"_s});
    QVERIFY2(outcome.status == 0, outcome.text().constData());
    QVERIFY2(place.content(u"a.xlf"_s).contains(">1</target>"), place.content(u"a.xlf"_s).constData());
}

void tst_CommandLineEdit::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QStringList &arguments, const QString &words) {
        QTest::newRow(name) << arguments << words;
    };
    row("no such unit", {u"--unit"_s, u"u9"_s, u"--target"_s, u"x"_s}, u"no unit u9"_s);
    row("no such segment", {u"--unit"_s, u"u2"_s, u"--segment"_s, u"s9"_s, u"--target"_s, u"x"_s},
        u"It has: s1, s2"_s);
    row("which segment", {u"--unit"_s, u"u2"_s, u"--target"_s, u"x"_s}, u"--segment: s1, s2"_s);
    row("a state without a target", {u"--unit"_s, u"u1"_s, u"--state"_s, u"final"_s}, u"no target"_s);
    row("nothing to do", {u"--unit"_s, u"u1"_s}, u"Give --target or --state"_s);
    row("no unit", {u"--target"_s, u"x"_s}, u"before any --unit"_s);
    row("twice", {u"--unit"_s, u"u1"_s, u"--target"_s, u"x"_s, u"--target"_s, u"y"_s}, u"given twice"_s);
    row("two outputs", {u"-o"_s, u"-"_s, u"--json"_s}, u"standard output"_s);
    row("no table", {u"--from-tsv"_s, u"none.tsv"_s}, u"none.tsv"_s);
    row("a table without a header", {u"--from-tsv"_s, u"bad.tsv"_s}, u"bad.tsv:1: "_s);
    row("a row too short", {u"--from-tsv"_s, u"short.tsv"_s}, u"short.tsv:3: "_s);
    row("a table in no encoding", {u"--from-tsv"_s, u"bytes.tsv"_s}, u"bytes.tsv:2:4: "_s);
    row("an emptied target with a state",
        {u"--unit"_s, u"u2"_s, u"--segment"_s, u"s1"_s, u"--target"_s, QString(), u"--unit"_s, u"u2"_s,
         u"--segment"_s, u"s1"_s, u"--state"_s, u"final"_s},
        u"no target"_s);
    row("a later edit that is wrong",
        {u"--unit"_s, u"u1"_s, u"--target"_s, u"x"_s, u"--unit"_s, u"u9"_s, u"--target"_s, u"x"_s}, u"u9"_s);
}

void tst_CommandLineEdit::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, words);
    Workplace place;
    place.put(u"a.xlf"_s, twoUnits);
    place.put(u"bad.tsv"_s, "u1\tx\n");
    place.put(u"short.tsv"_s, "unit\ttarget\nu1\tx\nu1\n");
    place.put(u"bytes.tsv"_s, "unit\ttarget\nu1\t\x81\x8D\x8F\n");
    const Outcome outcome = place.run(QStringList{u"edit"_s, u"a.xlf"_s} + arguments);
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains(words) && outcome.err.count(u'\n') == 1, outcome.text().constData());
    QVERIFY(outcome.out.isEmpty());
    QCOMPARE(place.content(u"a.xlf"_s), twoUnits);

    place.put(u"t.txt"_s, "Hội nghị khai mạc. Hội nghị bế mạc.");
    QCOMPARE(place.run({u"edit"_s, u"t.txt"_s, u"-o"_s, u"b.xlf"_s}).status, 2);
}

QTEST_GUILESS_MAIN(tst_CommandLineEdit)
#include "tst_command_line_edit.moc"
