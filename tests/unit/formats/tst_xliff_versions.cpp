#include "formats/xliff/convert.h"
#include "formats/xliff/xliff.h"
#include "support/document_description.h"
#include "support/random_documents.h"
#include "support/schema_check.h"

#include <QtTest/QtTest>

using namespace verbale;
using verbale::testing::described;
using verbale::testing::firstDifference;
using verbale::testing::schemaErrors;

/// XLIFF 2.0, 2.1 and 2.2 as written, and a file of one version as another.
class TestXliffVersions : public QObject
{
    Q_OBJECT

private slots:
    void everyVersionIsValid_data();
    void everyVersionIsValid();
    void codesOfOtherFormats_data();
    void codesOfOtherFormats();
    void aTargetsCodesAreThoseOfItsSource();
    void copiesSaySo();
    void notesKeepWhatTheySay();
    void theToolIsNamed_data();
    void theToolIsNamed();
    void anotherVersionKeepsEveryByte_data();
    void anotherVersionKeepsEveryByte();
    void whatOnly22HasIsListed();
};

namespace {

InlineCode code(InlineCode::Kind kind, const QString &id, const QString &markup, const QString &data = {})
{
    InlineCode result;
    result.kind = kind;
    result.id = id;
    result.markup = markup;
    result.data = data;
    return result;
}

/// A document of one unit whose texts are written like "a{}b": a brace pair for each code.
Document withSegment(const QString &source, const QList<InlineCode> &sourceCodes, const QString &target = {},
                     const QList<InlineCode> &targetCodes = {})
{
    Document document;
    document.sourceLanguage = QStringLiteral("vi");
    document.targetLanguage = QStringLiteral("en");
    Unit unit;
    unit.id = QStringLiteral("u1");
    Segment segment;
    segment.id = QStringLiteral("s1");
    segment.source = {QString(source).replace(QLatin1String("{}"), QString(inlineCodeMark)), sourceCodes};
    segment.hasTarget = !target.isNull();
    segment.target = {QString(target).replace(QLatin1String("{}"), QString(inlineCodeMark)), targetCodes};
    unit.segments = {segment};
    document.units = {unit};
    return document;
}

QString element(const QByteArray &file, const QString &name)
{
    const QString text = QString::fromUtf8(file);
    const qsizetype start = text.indexOf(u'<' + name + u'>');
    const qsizetype end = text.indexOf(QLatin1String("</") + name + u'>');
    return start < 0 ? QString() : text.mid(start + name.size() + 2, end - start - name.size() - 2);
}

using Kind = InlineCode::Kind;

const QByteArray plural = R"(<?xml version="1.0"?>
<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.2" xmlns:pgs="urn:oasis:names:tc:xliff:pgs:1.0"
  version="2.2" srcLang="vi" trgLang="en">
  <x:notes><x:note>whole</x:note></x:notes>
  <x:file id="f1">
    <x:unit id="u1" pgs:switch="gender:x"><x:notes><x:note id="n1" ref="#u1">a</x:note></x:notes>
      <x:segment pgs:case="male"><x:source>Chào <x:ph id="1"/></x:source></x:segment>
    </x:unit>
  </x:file>
</x:xliff>
)";

} // namespace

void TestXliffVersions::everyVersionIsValid_data()
{
    QTest::addColumn<QString>("version");
    for (const char *version : {"2.0", "2.1", "2.2"})
        QTest::newRow(version) << QString::fromLatin1(version);
}

void TestXliffVersions::everyVersionIsValid()
{
    QFETCH(QString, version);
    if (const QString why = verbale::testing::whyNoSchema(version); !why.isEmpty())
        QSKIP(qPrintable(why));
    verbale::testing::RandomDocuments documents(22);
    QList<QByteArray> files;
    for (int i = 0; i < 60; ++i)
        files.append(xliff::write(documents.next(), {version, QStringLiteral("Verbale 1.0")}));
    for (const QString &errors : schemaErrors(version, files))
        QVERIFY2(errors.isEmpty(), qPrintable(errors));
}

void TestXliffVersions::codesOfOtherFormats_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QList<InlineCode>>("codes");
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("data");
    using Codes = QList<InlineCode>;
    const InlineCode g = code(Kind::Opening, "1", "<g id=\"1\" ctype=\"bold\">");
    const InlineCode gEnd = code(Kind::Closing, "1", "</g>");
    const InlineCode bpt = code(Kind::Opening, "2", "<bpt id=\"2\">&lt;i></bpt>", "<i>");
    const InlineCode ept = code(Kind::Closing, "2", "<ept id=\"2\">&lt;/i></ept>", "</i>");
    const InlineCode it = code(Kind::Standalone, "3", "<it id=\"3\" pos=\"open\">{</it>", "{");
    QTest::newRow("g") << "a{}b{}c" << Codes{g, gEnd} << "a<pc id=\"1\">b</pc>c"
                       << "";
    QTest::newRow("x") << "a{}" << Codes{code(Kind::Standalone, "4", "<x id=\"4\"/>")} << "a<ph id=\"4\"/>"
                       << "";
    QTest::newRow("bpt") << "{}b{}" << Codes{bpt, ept}
                         << "<pc id=\"2\" dataRefStart=\"d1\" dataRefEnd=\"d2\">b</pc>"
                         << "<data id=\"d1\">&lt;i&gt;</data> <data id=\"d2\">&lt;/i&gt;</data>";
    QTest::newRow("overlap") << "{}a{}b{}c{}" << Codes{g, bpt, gEnd, ept}
                             << "<sc id=\"1\"/>a<pc id=\"2\" dataRefStart=\"d1\" dataRefEnd=\"d2\">b"
                                "<ec startRef=\"1\"/>c</pc>"
                             << "<data id=\"d1\">&lt;i&gt;</data> <data id=\"d2\">&lt;/i&gt;</data>";
    QTest::newRow("it") << "{}a" << Codes{it} << "<sc id=\"3\" isolated=\"yes\" dataRef=\"d1\"/>a"
                        << "<data id=\"d1\">{</data>";
    QTest::newRow("an end without its start")
        << "a{}b" << Codes{ept} << "a<ec id=\"2\" isolated=\"yes\" dataRef=\"d1\"/>b"
        << "<data id=\"d1\">&lt;/i&gt;</data>";
    QTest::newRow("a start after its end")
        << "a{}b{}c" << Codes{gEnd, g}
        << "a<ec id=\"1\" isolated=\"yes\"/>b<sc id=\"1-2\" isolated=\"yes\"/>c"
        << "";
    QTest::newRow("protected") << "{}a{}"
                               << Codes{code(Kind::Opening, "5", "<mrk mid=\"5\" mtype=\"protected\">"),
                                        code(Kind::Closing, "5", "</mrk>")}
                               << "<mrk id=\"5\" translate=\"no\">a</mrk>"
                               << "";
    QTest::newRow("no markup at all")
        << "a{}" << Codes{code(Kind::Standalone, {}, "{0} & more")} << "a<ph id=\"c1\" dataRef=\"d1\"/>"
        << "<data id=\"d1\">{0} &amp; more</data>";
    QTest::newRow("a control character")
        << "a{}" << Codes{code(Kind::Standalone, "1", {}, QChar(3))} << "a<ph id=\"1\" dataRef=\"d1\"/>"
        << "<data id=\"d1\"><cp hex=\"0003\"/></data>";
}

void TestXliffVersions::codesOfOtherFormats()
{
    QFETCH(QString, source);
    QFETCH(QList<InlineCode>, codes);
    QFETCH(QString, written);
    QFETCH(QString, data);
    const QByteArray file = xliff::write(withSegment(source, codes));
    QCOMPARE(element(file, QStringLiteral("source")), written);
    QCOMPARE(element(file, QStringLiteral("originalData")).simplified(), data);
    QVERIFY(xliff::read(file, {}).ok());
}

void TestXliffVersions::aTargetsCodesAreThoseOfItsSource()
{
    const InlineCode g = code(Kind::Opening, "1", "<g id=\"1\">");
    const InlineCode gEnd = code(Kind::Closing, "1", "</g>");
    // Only half of the pair is left in the target: both texts use the elements that can stand alone.
    QByteArray file = xliff::write(withSegment("{}a{}", {g, gEnd}, "{}b", {g}));
    QCOMPARE(element(file, QStringLiteral("source")), QStringLiteral("<sc id=\"1\"/>a<ec startRef=\"1\"/>"));
    QCOMPARE(element(file, QStringLiteral("target")), QStringLiteral("<sc id=\"1\" isolated=\"yes\"/>b"));
    // A code of another kind cannot have the id of the source's.
    file =
        xliff::write(withSegment("{}a{}", {g, gEnd}, "b{}", {code(Kind::Standalone, "1", "<x id=\"1\"/>")}));
    QCOMPARE(element(file, QStringLiteral("source")), QStringLiteral("<pc id=\"1\">a</pc>"));
    QCOMPARE(element(file, QStringLiteral("target")), QStringLiteral("b<ph id=\"1-2\"/>"));
}

void TestXliffVersions::copiesSaySo()
{
    const InlineCode x = code(Kind::Standalone, "1", "<x id=\"1\"/>");
    const InlineCode ph = code(Kind::Standalone, "2", "<ph id=\"2\">{0}</ph>", "{0}");
    const QByteArray file = xliff::write(withSegment("{}{}", {x, ph}, "{}{}{}{}", {x, x, ph, ph}));
    QCOMPARE(element(file, QStringLiteral("target")),
             QStringLiteral("<ph id=\"1\"/><ph id=\"1-2\" copyOf=\"1\"/><ph id=\"2\" dataRef=\"d1\"/>"
                            "<ph id=\"2-2\" dataRef=\"d1\"/>"));
}

void TestXliffVersions::notesKeepWhatTheySay()
{
    Document document = withSegment("a", {});
    Note note;
    note.id = QStringLiteral("n1");
    note.category = QStringLiteral("style");
    note.text = QStringLiteral("Xem lại");
    note.author = QStringLiteral("A & B");
    note.appliesTo = QStringLiteral("target");
    note.priority = 3;
    document.units[0].notes = {note};
    const QByteArray file = xliff::write(document);
    QVERIFY(file.contains("<note id=\"n1\" appliesTo=\"target\" category=\"style\" priority=\"3\">"));
    QVERIFY(file.contains("<mda:meta type=\"n1\">A &amp; B</mda:meta>"));
}

void TestXliffVersions::theToolIsNamed_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("2.0") << "2.0" << QByteArray("<mda:meta type=\"tool\">Verbale 1.0</mda:meta>");
    QTest::newRow("2.1") << "2.1" << QByteArray("its:tool=\"Verbale 1.0\"");
    QTest::newRow("2.2") << "2.2" << QByteArray("<mda:meta type=\"tool\">Verbale 1.0</mda:meta>");
}

void TestXliffVersions::theToolIsNamed()
{
    QFETCH(QString, version);
    QFETCH(QByteArray, says);
    Document document = withSegment("a", {}, "b");
    const xliff::WriteOptions options{version, QStringLiteral("Verbale 1.0")};
    QVERIFY(!xliff::write(document, options).contains(says)); // a translator's own work
    document.units[0].segments[0].subState = QStringLiteral("verbale:pretranslated");
    QVERIFY(xliff::write(document, options).contains(says));
    QVERIFY(!xliff::write(document, {version, {}}).contains("Verbale 1.0"));
}

void TestXliffVersions::anotherVersionKeepsEveryByte_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    for (const char *from : {"2.0", "2.1", "2.2"}) {
        for (const char *to : {"2.0", "2.1", "2.2"})
            QTest::addRow("%s to %s", from, to) << QString::fromLatin1(from) << QString::fromLatin1(to);
    }
}

void TestXliffVersions::anotherVersionKeepsEveryByte()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    verbale::testing::RandomDocuments documents(23);
    for (int i = 0; i < 20; ++i) {
        const Document document = documents.next();
        const auto converted = xliff::convertVersion(xliff::write(document, {from, {}}), to, {});
        QVERIFY(converted.ok());
        QCOMPARE(converted->bytes, xliff::write(document, {to, {}}));
        QVERIFY(converted->losses.isEmpty());
    }
}

void TestXliffVersions::whatOnly22HasIsListed()
{
    const auto converted = xliff::convertVersion(plural, QStringLiteral("2.1"), {});
    QVERIFY(converted.ok());
    QStringList codes;
    for (const Loss &loss : converted->losses)
        codes.append(loss.code + u' ' + QString::number(loss.count) + u' ' + loss.firstUnit);
    QCOMPARE(codes, (QStringList{QStringLiteral("document-notes 1 "), QStringLiteral("plurals 2 f1/u1"),
                                 QStringLiteral("note-references 1 f1/u1")}));
    QVERIFY2(!converted->bytes.contains("pgs"), converted->bytes.constData());
    QVERIFY(converted->bytes.contains("<x:note id=\"n1\">a</x:note>"));
    QVERIFY(converted->bytes.contains("version=\"2.1\""));
    if (const QString why = verbale::testing::whyNoSchema(QStringLiteral("2.1")); why.isEmpty())
        QCOMPARE(schemaErrors(QStringLiteral("2.1"), {converted->bytes}).first(), QString());
    // Upwards nothing is lost.
    const auto up = xliff::convertVersion(converted->bytes, QStringLiteral("2.2"), {});
    QVERIFY(up.ok() && up->losses.isEmpty());
}

QTEST_APPLESS_MAIN(TestXliffVersions)
#include "tst_xliff_versions.moc"
