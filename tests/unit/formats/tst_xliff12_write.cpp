#include "document/segmentation.h"
#include "formats/xliff12/xliff12.h"
#include "support.h"
#include "xliff12_samples.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::testing;

namespace {

QString schemaFolder()
{
    return sharedFolder() + QStringLiteral("/standards/xliff-1.2/schemas");
}

bool put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// The schema imports xml.xsd from the net; here it is told to take the one beside it.
bool putSchema(const QString &path, const QString &kind)
{
    QFile file(schemaFolder() + QStringLiteral("/xliff-core-1.2-%1.xsd").arg(kind));
    return file.open(QIODevice::ReadOnly) &&
           put(path, file.readAll().replace("http://www.w3.org/2001/xml.xsd",
                                            (schemaFolder() + QStringLiteral("/xml.xsd")).toUtf8()));
}

/// What xmllint says of the files that are not valid.
QString schemaErrors12(const QList<QByteArray> &files, const QString &kind)
{
    const QTemporaryDir folder;
    const QString schema = folder.filePath(QStringLiteral("schema.xsd"));
    QStringList arguments = {QStringLiteral("--nonet"), QStringLiteral("--noout"), QStringLiteral("--schema"),
                             schema};
    bool written = putSchema(schema, kind);
    for (qsizetype i = 0; i < files.size(); ++i) {
        arguments << folder.filePath(QStringLiteral("file%1.xlf").arg(i));
        written = written && put(arguments.last(), files[i]);
    }
    QProcess process;
    process.start(QStringLiteral("xmllint"), arguments);
    if (!written || !process.waitForFinished(60000))
        return QStringLiteral("xmllint cannot be asked");
    QString errors;
    const QString said = QString::fromUtf8(process.readAllStandardError());
    for (qsizetype i = 0; i < files.size(); ++i) {
        const QString &path = arguments[arguments.size() - files.size() + i];
        if (!said.contains(path + QStringLiteral(" validates")))
            errors +=
                said.split(u'\n').filter(path).join(u'\n') + u'\n' + QString::fromUtf8(files[i]) + u'\n';
    }
    return errors;
}

QString plain(const InlineText &text)
{
    return QString(text.text).remove(inlineCodeMark);
}

/// Terms that XLIFF 1.2 can mark: no two cross, and none cuts a pair of tags or of surrogates.
bool nests(const TermHit &hit, const QList<TermHit> &others)
{
    return std::none_of(others.begin(), others.end(), [&hit](const TermHit &other) {
        const bool overlaps = hit.span.start < other.span.end && other.span.start < hit.span.end;
        return overlaps && !hit.span.contains(other.span) && !other.span.contains(hit.span);
    });
}

QString shown(const TermHit &hit)
{
    return QStringList{QString::number(hit.span.start),
                       QString::number(hit.span.end),
                       hit.entryId,
                       hit.target,
                       hit.alternatives.join(u'|'),
                       QString::number(static_cast<int>(hit.status)),
                       hit.domain,
                       hit.authority,
                       hit.note,
                       hit.glossary,
                       hit.nested ? QStringLiteral("nested") : QString()}
        .join(u'/');
}

} // namespace

class TestXliff12Write : public QObject
{
    Q_OBJECT

private slots:
    void isValid_data();
    void isValid();
    void sampleComesBack();
    void randomDocumentsComeBack();
    void codesOfXliff2_data();
    void codesOfXliff2();
    void codesSayMore();
    void codesReachOverSegments();
    void filesAreKeptApart();
    void anotherFileIsWrittenAnew();
    void emptyDocument();
};

void TestXliff12Write::isValid_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("strict") << QStringLiteral("strict");
    QTest::newRow("transitional") << QStringLiteral("transitional");
}

void TestXliff12Write::isValid()
{
    QFETCH(QString, kind);
    if (QStandardPaths::findExecutable(QStringLiteral("xmllint")).isEmpty())
        QSKIP("xmllint is not installed (libxml2-utils)");
    if (sharedFolder().isEmpty() || !QDir(schemaFolder()).exists())
        QSKIP("the OASIS schemas are not here; set VERBALE_SHARED to the folder that holds them");
    xliff12::WriteOptions options;
    options.toolVersion = QStringLiteral("1.0");
    if (kind == QLatin1String("transitional"))
        options.conformance = xliff12::Conformance::Transitional;
    QList<QByteArray> files = {xliff12::write({}, options), xliff12::write(sampleDocument(), options)};
    XliffDocuments random(12);
    for (int i = 0; i < 150; ++i)
        files << xliff12::write(random.next(), options);
    for (const QString &name : sampleNames()) {
        const auto read = xliff12::read(sample(name), name);
        QVERIFY(read);
        files << xliff12::write(read->document, options);
    }
    const QString errors = schemaErrors12(files, kind);
    QVERIFY2(errors.isEmpty(), qPrintable(errors.left(4000)));
}

void TestXliff12Write::sampleComesBack()
{
    Document document = sampleDocument();
    document.units[1].notes = {Note{{},
                                    QStringLiteral("style guide"),
                                    QStringLiteral("Use \"Ha Noi\"."),
                                    QStringLiteral("s2"),
                                    QStringLiteral("Reviser"),
                                    QStringLiteral("target"),
                                    2}};
    document.units[2].language = QStringLiteral("fr");
    const auto read = xliff12::read(xliff12::write(document), {});
    QVERIFY(read);
    const Document &again = read->document;
    QCOMPARE(again.originalName, document.originalName);
    QCOMPARE(again.units.size(), 3);
    for (qsizetype i = 0; i < 3; ++i) {
        QCOMPARE(again.units[i].id, document.units[i].id);
        QCOMPARE(again.units[i].type, document.units[i].type);
        QCOMPARE(again.units[i].language, document.units[i].language);
        QCOMPARE(again.units[i].translate, document.units[i].translate);
        QCOMPARE(again.units[i].notes.get(), document.units[i].notes.get());
    }
    const Segment &title = again.units[0].segments[0];
    QCOMPARE(title.state, SegmentState::Initial);
    QCOMPARE(title.subState, QStringLiteral("verbale:pretranslated"));
    QCOMPARE(title.sourceEnd, document.units[0].segments[0].sourceEnd);
    QCOMPARE(shown(title.terms.first()), shown(document.units[0].segments[0].terms.first()));
    const Segment &summit = again.units[1].segments[0];
    QCOMPARE(summit.suggestions.size(), 1);
    QCOMPARE(summit.suggestions[0].text, document.units[1].segments[0].suggestions[0].text);
    QCOMPARE(summit.suggestions[0].untranslated, document.units[1].segments[0].suggestions[0].untranslated);
    QCOMPARE(summit.suggestions[0].kind, SuggestionKind::GlossaryDraft);
    QCOMPARE(summit.suggestions[0].coverage, 0.4167);
    QCOMPARE(again.units[1].segments[1].state, SegmentState::Reviewed);
}

void TestXliff12Write::randomDocumentsComeBack()
{
    XliffDocuments random(1212);
    for (int i = 0; i < 300; ++i) {
        const Document document = random.next();
        const QByteArray bytes = xliff12::write(document);
        const auto read = xliff12::read(bytes, {});
        QVERIFY2(read, bytes.constData());
        const Document &again = read->document;
        QCOMPARE(again.segments(), document.segments());
        QCOMPARE(again.leftOut.size(), document.leftOut.size());
        for (const SegmentRef &ref : document.segments()) {
            const Segment &wanted = document.at(ref);
            const Segment &found = again.at(ref);
            QVERIFY2(found.source.text.size() == wanted.source.text.size(), bytes.constData());
            QCOMPARE(found.source.codes.size(), wanted.source.codes.size());
            for (qsizetype k = 0; k < found.source.codes.size(); ++k) {
                QCOMPARE(found.source.codes[k].kind, wanted.source.codes[k].kind);
                QCOMPARE(found.source.codes[k].id, wanted.source.codes[k].id);
                QCOMPARE(found.source.codes[k].data, wanted.source.codes[k].data);
            }
            QCOMPARE(found.hasTarget, wanted.hasTarget);
            if (found.hasTarget) {
                QCOMPARE(plain(found.target).size(), plain(wanted.target).size());
                QCOMPARE(found.state, wanted.state);
                QCOMPARE(found.subState, wanted.subState);
            }
            QCOMPARE(found.suggestions.size(), wanted.suggestions.size());
            QCOMPARE(found.sourceStart, wanted.sourceStart);
            QStringList terms;
            for (const TermHit &hit : found.terms)
                terms << shown(hit);
            for (const TermHit &hit : wanted.terms) {
                if (wanted.source.codes.isEmpty() && nests(hit, wanted.terms))
                    QVERIFY2(terms.contains(shown(hit)) || wanted.source.text.contains(QChar(0xD83C)),
                             bytes.constData());
            }
        }
        for (qsizetype k = 0; k < document.units.size(); ++k) {
            QCOMPARE(again.units[k].type, document.units[k].type);
            QCOMPARE(again.units[k].notes.size(), document.units[k].notes.size());
            QCOMPARE(again.units[k].broughtBackFrom, document.units[k].broughtBackFrom);
            QCOMPARE(again.units[k].boundaries.get(), document.units[k].boundaries.get());
        }
        QCOMPARE(*xliff12::patch(again), bytes);
    }
}

void TestXliff12Write::codesOfXliff2_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *source, const char *expected) {
        QTest::newRow(name) << QByteArray(source) << QByteArray(expected);
    };
    row("pc", "a<pc id=\"1\">b</pc>", "a<g id=\"1\">b</g>");
    row("ph", "a<ph id=\"1\" disp=\"[br]\"/>", "a<x id=\"1\" equiv-text=\"[br]\"/>");
    row("sc ec nested", "<sc id=\"1\"/>a<ec startRef=\"1\"/>", "<g id=\"1\">a</g>");
    row("sc ec crossing", "<sc id=\"1\"/>a<sc id=\"2\"/>b<ec startRef=\"1\"/>c<ec startRef=\"2\"/>",
        "<bx id=\"1\"/>a<g id=\"2\">b<ex id=\"1\"/>c</g>");
    row("isolated", "a<sc id=\"1\" isolated=\"yes\"/>b", "a<it id=\"1\" pos=\"open\"/>b");
    row("mrk", "<mrk id=\"m1\" type=\"term\">a</mrk>", "<mrk mtype=\"term\">a</mrk>");
    row("mrk of another type", "<mrk id=\"m1\" type=\"my:name\" value=\"b\">a</mrk>",
        "<mrk mtype=\"x-my:name\" comment=\"b\">a</mrk>");
}

void TestXliff12Write::codesOfXliff2()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, expected);
    const auto read = xliff::read("<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" "
                                  "srcLang=\"vi\"><file id=\"f1\"><unit id=\"u1\">"
                                  "<segment id=\"s1\"><source>" +
                                      source + "</source></segment></unit></file></xliff>",
                                  {});
    QVERIFY(read);
    const QByteArray bytes = xliff12::write(read->document);
    QVERIFY2(bytes.contains("<source>" + expected + "</source>"), bytes.constData());
}

void TestXliff12Write::codesSayMore()
{
    InlineCode lineBreak;
    lineBreak.id = QStringLiteral("1");
    lineBreak.type = QStringLiteral("xlf:lb");
    lineBreak.canCopy = false;
    InlineCode own;
    own.id = QStringLiteral("2");
    own.type = QStringLiteral("my own");
    own.data = QStringLiteral("<hr>");
    own.display = QStringLiteral("[line]");
    Segment segment;
    segment.id = QStringLiteral("s1");
    segment.source = {QStringLiteral("\uFFFC\uFFFC"), {lineBreak, own}};
    Document document;
    document.units.append(Unit());
    document.units.first().id = QStringLiteral("u1");
    document.units.first().segments = {segment};
    const QByteArray bytes = xliff12::write(document);
    QVERIFY2(
        bytes.contains("<source><x id=\"1\" ctype=\"lb\" clone=\"no\"/><ph id=\"2\" ctype=\"x-my%20own\" "
                       "equiv-text=\"[line]\">&lt;hr&gt;</ph></source>"),
        bytes.constData());
}

void TestXliff12Write::codesReachOverSegments()
{
    using Kind = InlineCode::Kind;
    const auto code = [](Kind kind, const char *id, const char *data) {
        InlineCode result;
        result.kind = kind;
        result.id = QString::fromLatin1(id);
        result.data = QString::fromLatin1(data);
        return result;
    };
    Document document;
    document.sourceLanguage = QStringLiteral("vi");
    Unit unit;
    unit.id = QStringLiteral("u1");
    Segment first;
    first.id = QStringLiteral("s1");
    first.source = {QStringLiteral("\uFFFCa"), {code(Kind::Opening, "1", "<b>")}};
    first.gapAfter = QStringLiteral(" ");
    Segment second;
    second.id = QStringLiteral("s2");
    second.source = {QStringLiteral("b\uFFFC"), {code(Kind::Closing, "1", "</b>")}};
    second.target = second.source;
    second.hasTarget = true;
    second.state = SegmentState::Final;
    unit.segments = {first, second};
    document.units = {unit};
    const QByteArray bytes = xliff12::write(document);
    QVERIFY2(
        bytes.contains("<source><bpt id=\"1\">&lt;b&gt;</bpt>a b<ept id=\"1\">&lt;/b&gt;</ept></source>"),
        bytes.constData());
    QVERIFY2(bytes.contains(
                 "<seg-source><mrk mtype=\"seg\" mid=\"s1\"><bpt id=\"1\">&lt;b&gt;</bpt>a</mrk> <mrk "),
             bytes.constData());
    QVERIFY2(bytes.contains("<target state=\"final\"><mrk mtype=\"seg\" mid=\"s2\">b<it id=\"1\" "
                            "pos=\"close\">&lt;/b&gt;</it></mrk></target>"),
             bytes.constData());
}

void TestXliff12Write::filesAreKeptApart()
{
    Document document = sampleDocument();
    document.units[2].fileId = QStringLiteral("f2");
    document.leftOut = {
        {3, 10, 20, QStringLiteral("menu"), QStringLiteral("Trang\tchủ\\n"), QStringLiteral("f2")}};
    const auto read = xliff12::read(xliff12::write(document), {});
    QVERIFY(read);
    QCOMPARE(read->document.units[2].fileId, QStringLiteral("f2"));
    QCOMPARE(read->document.leftOut, document.leftOut);
}

void TestXliff12Write::anotherFileIsWrittenAnew()
{
    // Codes that were read from a 1.2 file have no prefix and no attributes of other tools in a new one.
    const auto read = xliff12::read(sample(QStringLiteral("sdlxliff")), {});
    QVERIFY(read);
    Document document = read->document;
    const QByteArray bytes = xliff12::write(document);
    QVERIFY2(!bytes.contains("sdl:"), bytes.constData());
    const auto again = xliff12::read(bytes, {});
    QVERIFY(again);
    QCOMPARE(again->document.units[0].segments[1].state, SegmentState::Translated); // to be reviewed again
    QCOMPARE(plain(again->document.units[0].segments[0].target), QStringLiteral("On 9 May."));
}

void TestXliff12Write::emptyDocument()
{
    const auto read = xliff12::read(xliff12::write({}), {});
    QVERIFY(read);
    QVERIFY(read->document.units.isEmpty());
    QCOMPARE(read->document.sourceLanguage, QStringLiteral("und"));
}

QTEST_APPLESS_MAIN(TestXliff12Write)
#include "tst_xliff12_write.moc"
