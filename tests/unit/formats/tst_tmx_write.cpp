#include "formats/tmx/write_document.h"
#include "support.h"
#include "tmx_support.h"

#include <QtCore/QBuffer>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtTest/QtTest>

using namespace verbale;
using verbale::testing::readTmxFile;
using verbale::testing::TmxFile;
using verbale::testing::writeTmxFile;
using Kind = InlineCode::Kind;

class TestTmxWrite : public QObject
{
    Q_OBJECT

private slots:
    void whatIsReadAgainIsTheSame();
    void codesOfOtherFormats_data();
    void codesOfOtherFormats();
    void anyTextGivesAValidFile();
    void whatTmxCannotHoldIsTold();
    void markupIsChecked_data();
    void markupIsChecked();
    void documentsAreWritten();
    void randomDocumentsAreValid();
    void whatIsWrittenStays_data();
    void whatIsWrittenStays();
    void samplesSurvive();
    void aFullDiskIsTold();
};

namespace {

QString firstDifference(const TmxFile &a, const TmxFile &b)
{
    if (!(a.header == b.header))
        return QStringLiteral("the headers differ");
    if (a.units.size() != b.units.size())
        return QStringLiteral("%1 units, not %2").arg(b.units.size()).arg(a.units.size());
    for (qsizetype i = 0; i < a.units.size(); ++i) {
        if (!(a.units[i] == b.units[i]))
            return QStringLiteral("unit %1 differs").arg(i);
    }
    return {};
}

QString written(const InlineText &text)
{
    tmx::InlineWriter writer;
    QString out;
    writer.append(out, text);
    return out;
}

InlineText withCodes(const QString &text, const QList<InlineCode> &codes)
{
    InlineText result;
    result.text = text;
    for (const InlineCode &code : codes)
        result.codes.append(code);
    return result;
}

InlineCode code(Kind kind, const QString &id, const QString &markup, const QString &data = {})
{
    InlineCode result;
    result.kind = kind;
    result.id = id;
    result.markup = markup;
    result.data = data;
    return result;
}

Result<tmx::TmxExport> exported(const Document &document, QByteArray &bytes,
                                const tmx::TmxExportOptions &options = {})
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return tmx::writeTmx(document, buffer, options);
}

/// A disk that takes so many bytes and no more.
class SmallDisk : public QIODevice
{
public:
    explicit SmallDisk(qint64 room) : m_room(room) { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override
    {
        const qint64 taken = qMin(size, m_room);
        m_room -= taken;
        if (taken < size)
            setErrorString(QStringLiteral("No space left"));
        return taken;
    }

private:
    qint64 m_room;
};

} // namespace

void TestTmxWrite::whatIsReadAgainIsTheSame()
{
    verbale::testing::RandomTmx random(20240501);
    QList<QByteArray> files;
    for (int i = 0; i < 300; ++i) {
        TmxFile file = random.next();
        const QByteArray bytes = writeTmxFile(file);
        const Result<TmxFile> again = readTmxFile(bytes);
        QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().text() + QString::fromUtf8(bytes)));
        const QString difference = firstDifference(file, *again);
        QVERIFY2(difference.isEmpty(), qPrintable(difference + u'\n' + QString::fromUtf8(bytes)));
        QVERIFY2(again->warnings.isEmpty(), qPrintable(again->warnings.join(u'\n')));
        QVERIFY2(file.losses.isEmpty(), qPrintable(file.losses.join(u'\n')));
        if (!file.units.isEmpty() && files.size() < 60)
            files.append(bytes);
    }
    if (const QString why = verbale::testing::whyNoTmxDtd(); !why.isEmpty())
        QSKIP(qPrintable(QStringLiteral("round trip done; not validated: ") + why));
    const QString errors = verbale::testing::tmxDtdErrors(files);
    QVERIFY2(errors.isEmpty(), qPrintable(errors));
}

void TestTmxWrite::codesOfOtherFormats_data()
{
    QTest::addColumn<InlineText>("text");
    QTest::addColumn<QString>("xml");
    QTest::newRow("pair") << withCodes(QStringLiteral("\uFFFCa\uFFFC"),
                                       {code(Kind::Opening, "9", "<pc id=\"9\">", "<b>"),
                                        code(Kind::Closing, "9", "</pc>", "</b>")})
                          << "<bpt i=\"1\" x=\"1\">&lt;b&gt;</bpt>a<ept i=\"1\">&lt;/b&gt;</ept>";
    QTest::newRow("without data") << withCodes(QStringLiteral("\uFFFC"),
                                               {code(Kind::Standalone, "a", "<x id=\"a\"/>")})
                                  << "<ph x=\"1\">&lt;x id=\"a\"/&gt;</ph>";
    QTest::newRow("torn apart")
        << withCodes(QStringLiteral("\uFFFCa\uFFFC"),
                     {code(Kind::Closing, "1", "</g>"), code(Kind::Opening, "1", "<g>")})
        << "<it pos=\"end\" x=\"1\">&lt;/g&gt;</it>a<it pos=\"begin\" x=\"1\">&lt;g&gt;</it>";
    QTest::newRow("crossed")
        << withCodes(QStringLiteral("\uFFFC\uFFFC\uFFFC\uFFFC"),
                     {code(Kind::Opening, "1", "a"), code(Kind::Opening, "2", "b"),
                      code(Kind::Closing, "1", "c"), code(Kind::Closing, "2", "d")})
        << "<bpt i=\"1\" x=\"1\">a</bpt><bpt i=\"2\" x=\"2\">b</bpt><ept i=\"1\">c</ept><ept i=\"2\">d</ept>";
    QTest::newRow("beside those of TMX")
        << withCodes(QStringLiteral("\uFFFC\uFFFC\uFFFC\uFFFC"),
                     {code(Kind::Opening, "1", "<bpt i=\"1\"/>"), code(Kind::Closing, "1", "<ept i=\"1\"/>"),
                      code(Kind::Opening, "1", "<pc>"), code(Kind::Closing, "1", "</pc>")})
        << "<bpt i=\"1\"/><ept i=\"1\"/><bpt i=\"2\" x=\"1\">&lt;pc&gt;</bpt><ept i=\"2\">&lt;/pc&gt;</ept>";
    QTest::newRow("hi torn apart") << withCodes(
                                          QStringLiteral("\uFFFCa\uFFFC"),
                                          {code(Kind::Closing, {}, "</hi>"), code(Kind::Opening, {}, "<hi>")})
                                   << "a<hi></hi>";
    const auto opening = [](const char *id, const char *markup) { return code(Kind::Opening, id, markup); };
    const auto closing = [](const char *id, const char *markup) { return code(Kind::Closing, id, markup); };
    const auto row = [](const char *name, const QString &text, const QList<InlineCode> &codes,
                        const char *xml) { QTest::newRow(name) << withCodes(text, codes) << QString(xml); };
    row("hi with an attribute of its own", QStringLiteral("\uFFFCSum\uFFFCmit"),
        {opening("", "<hi Type=\"t\">"), closing("", "</hi>")},
        "<bpt i=\"1\">&lt;hi Type=\"t\"&gt;</bpt>Sum<ept i=\"1\">&lt;/hi&gt;</ept>mit");
    row("hi with an attribute of its own in hi", QStringLiteral("\uFFFCa\uFFFCb\uFFFCc\uFFFC"),
        {opening("", "<hi>"), opening("", "<hi Type=\"t\">"), closing("", "</hi>"), closing("", "</hi>")},
        "<hi>a<bpt i=\"1\">&lt;hi Type=\"t\"&gt;</bpt>b<ept i=\"1\">&lt;/hi&gt;</ept>c</hi>");
    row("hi in hi with an attribute of its own", QStringLiteral("\uFFFCa\uFFFCb\uFFFCc\uFFFC"),
        {opening("", "<hi Type=\"t\">"), opening("", "<hi>"), closing("", "</hi>"), closing("", "</hi>")},
        "<bpt i=\"1\">&lt;hi Type=\"t\"&gt;</bpt>a<hi>b</hi>c<ept i=\"1\">&lt;/hi&gt;</ept>");
    row("the closing tag of another hi", QStringLiteral("\uFFFCa\uFFFCb\uFFFC"),
        {opening("1", "<hi x=\"1\">"), closing("2", "</hi>"), closing("1", "</hi>")}, "<hi x=\"1\">ab</hi>");
    row("hi of two ids", QStringLiteral("\uFFFCa\uFFFC"),
        {opening("1", "<hi x=\"1\">"), closing("", "</hi>")}, "<hi x=\"1\">a</hi>");
    row("hint is no hi", QStringLiteral("\uFFFCa\uFFFC"), {opening("", "<hint>"), closing("", "</hi>")},
        "<it pos=\"begin\">&lt;hint&gt;</it>a");
    row("bpt with an attribute of its own", QStringLiteral("\uFFFCa\uFFFC"),
        {opening("1", "<bpt i=\"1\" Type=\"b\">{</bpt>"), closing("1", "<ept i=\"1\">}</ept>")},
        "<bpt i=\"1\" x=\"1\">&lt;bpt i=\"1\" Type=\"b\"&gt;{&lt;/bpt&gt;</bpt>a"
        "<ept i=\"1\">&lt;ept i=\"1\"&gt;}&lt;/ept&gt;</ept>");
    row("ept with an attribute of its own", QStringLiteral("\uFFFCa\uFFFC\uFFFCb\uFFFC"),
        {code(Kind::Opening, "1", "<bpt i=\"1\" type=\"bold\">{</bpt>", "{"),
         code(Kind::Closing, "1", "<ept i=\"1\" x=\"1\">}</ept>", "}"),
         code(Kind::Opening, "2", "<bpt i=\"2\">[</bpt>", "["),
         code(Kind::Closing, "2", "<ept i=\"2\">]</ept>", "]")},
        "<bpt i=\"3\" x=\"1\">{</bpt>a<ept i=\"3\">}</ept><bpt i=\"2\">[</bpt>b<ept i=\"2\">]</ept>");
    QTest::newRow("the same id twice")
        << withCodes(
               QStringLiteral("\uFFFC\uFFFC\uFFFC"),
               {code(Kind::Opening, "1", "a"), code(Kind::Opening, "1", "b"), code(Kind::Closing, "1", "c")})
        << "<it pos=\"begin\" x=\"1\">a</it><bpt i=\"1\" x=\"1\">b</bpt><ept i=\"1\">c</ept>";
}

void TestTmxWrite::codesOfOtherFormats()
{
    QFETCH(InlineText, text);
    QFETCH(QString, xml);
    QCOMPARE(written(text), xml);
}

void TestTmxWrite::anyTextGivesAValidFile()
{
    verbale::testing::RandomTmx random(7);
    TmxFile file;
    for (int i = 0; i < 500; ++i) {
        tmx::TmxUnit unit;
        unit.variants.append({QStringLiteral("vi"), {}, {}, random.foreignText()});
        unit.variants.append({QStringLiteral("en"), {}, {}, random.foreignText()});
        file.units.append(unit);
    }
    const QByteArray bytes = writeTmxFile(file);
    const Result<TmxFile> again = readTmxFile(bytes);
    QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().text()));
    QCOMPARE(again->units.size(), 500);
    const auto plain = [](const InlineText &text) {
        QString result;
        const QString all = QString(text.text).remove(inlineCodeMark);
        for (const QChar c : all)
            result +=
                c.isSurrogate() || (c < u' ' && c != u'\t' && c != u'\n' && c != u'\r') ? QChar(0xFFFD) : c;
        return result.replace(QRegularExpression(QStringLiteral("\uFFFD+")), QStringLiteral("?"));
    };
    for (qsizetype i = 0; i < 500; ++i) {
        for (qsizetype k = 0; k < 2; ++k)
            QCOMPARE(plain(again->units[i].variants[k].text), plain(file.units[i].variants[k].text));
    }
    if (const QString why = verbale::testing::whyNoTmxDtd(); !why.isEmpty())
        QSKIP(qPrintable(QStringLiteral("read again; not validated: ") + why));
    const QString errors = verbale::testing::tmxDtdErrors({bytes});
    QVERIFY2(errors.isEmpty(), qPrintable(errors));
}

void TestTmxWrite::whatTmxCannotHoldIsTold()
{
    TmxFile file;
    tmx::TmxUnit unit;
    unit.attributes.append({QStringLiteral("tuid"), QStringLiteral("1")});
    unit.attributes.append({QStringLiteral("tuid"), QStringLiteral("2")});
    unit.attributes.append({QStringLiteral("own:note"), QStringLiteral("<>")});
    unit.attributes.append({QStringLiteral("segtype"), QStringLiteral("line")});
    unit.variants.append({QString(), {}, {}, withCodes(QStringLiteral("a\u0001"), {})});
    file.units = {unit, tmx::TmxUnit()};
    file.header.encodings.append({QStringLiteral("n"), {}, {}});
    file.header.attributes.append({QStringLiteral("segtype"), QStringLiteral("line")});
    const QByteArray bytes = writeTmxFile(file);
    QCOMPARE(file.losses.size(), 5);
    const Result<TmxFile> again = readTmxFile(bytes);
    QVERIFY(again.ok());
    QVERIFY(again->warnings.isEmpty());
    QCOMPARE(again->units.size(), 1);
    QCOMPARE(again->units[0].id(), QStringLiteral("1"));
    QCOMPARE(again->units[0].details.size(), 3);
    QCOMPARE(again->units[0].details[1].type, QStringLiteral("x-attribute-own:note"));
    QCOMPARE(again->units[0].details[1].text, QStringLiteral("<>"));
    QCOMPARE(again->units[0].variants[0].language, QStringLiteral("und"));
    QCOMPARE(again->units[0].variants[0].text.text, QStringLiteral("a\uFFFD"));
    QCOMPARE(again->header.attributes.value(QLatin1String("segtype")), QStringLiteral("sentence"));
    QCOMPARE(again->header.attributes.value(QLatin1String("srclang")), QStringLiteral("*all*"));
}

void TestTmxWrite::markupIsChecked_data()
{
    QTest::addColumn<QString>("markup");
    QTest::addColumn<bool>("valid");
    QTest::newRow("ph") << "<ph x=\"1\">a</ph>" << true;
    QTest::newRow("sub with codes") << "<ph><sub>a<bpt i=\"1\"/><hi>b<it pos=\"end\"/></hi></sub></ph>"
                                    << true;
    QTest::newRow("sub alone") << "<sub>a</sub>" << false;
    QTest::newRow("ph in ph") << "<ph><ph/></ph>" << false;
    QTest::newRow("bpt without i") << "<bpt>a</bpt>" << false;
    QTest::newRow("it with another pos") << "<it pos=\"open\"/>" << false;
    QTest::newRow("another attribute") << "<ph id=\"1\"/>" << false;
    QTest::newRow("another element") << "<pc/>" << false;
    QTest::newRow("two") << "<ph/><ph/>" << false;
    QTest::newRow("text after") << "<ph/>a>" << false;
    QTest::newRow("declaration") << "<?xml version=\"1.0\"?><ph/>" << false;
    QTest::newRow("doctype") << "<!DOCTYPE ph><ph/>" << false;
    QTest::newRow("entity") << "<ph>&nbsp;</ph>" << false;
    QTest::newRow("not well-formed") << "<ph>" << false;
    QTest::newRow("comment") << "<ph><!-- --></ph>" << true;
}

void TestTmxWrite::markupIsChecked()
{
    QFETCH(QString, markup);
    QFETCH(bool, valid);
    QCOMPARE(tmx::isValidMarkup(markup), valid);
}

void TestTmxWrite::documentsAreWritten()
{
    Document document;
    document.originalName = QStringLiteral("thông cáo.txt");
    document.sourceLanguage = QStringLiteral("vi");
    document.targetLanguage = QStringLiteral("en");
    Unit unit;
    unit.id = QStringLiteral("u1");
    unit.type = QStringLiteral("title");
    Segment segment;
    segment.id = QStringLiteral("s1");
    segment.source =
        withCodes(QStringLiteral("\uFFFCxin chào"), {code(Kind::Standalone, "1", "<ph id=\"1\"/>")});
    segment.target =
        withCodes(QStringLiteral("hello\uFFFC"), {code(Kind::Standalone, "1", "<ph id=\"1\"/>")});
    segment.hasTarget = true;
    segment.state = SegmentState::Reviewed;
    Segment untranslated;
    untranslated.id = QStringLiteral("s2");
    untranslated.source.text = QStringLiteral("chưa");
    Segment draft = segment;
    draft.id = QStringLiteral("s3");
    draft.state = SegmentState::Initial;
    unit.segments = {segment, untranslated, draft};
    Note note;
    note.text = QStringLiteral("Look again");
    note.segmentId = QStringLiteral("s1");
    note.author = QStringLiteral("reviser");
    note.priority = 2;
    unit.notes.append(note);
    document.units.append(unit);

    QByteArray bytes;
    tmx::TmxExportOptions options;
    options.date = QDateTime(QDate(2024, 5, 6), QTime(7, 8, 9), Qt::UTC);
    options.author = QStringLiteral("lan");
    const Result<tmx::TmxExport> all = exported(document, bytes, options);
    QVERIFY(all.ok());
    QCOMPARE(all->units, 2);
    QCOMPARE(all->withoutTarget, 1);
    QVERIFY2(all->losses.isEmpty(), qPrintable(all->losses.join(u'\n')));
    const Result<TmxFile> file = readTmxFile(bytes);
    QVERIFY(file.ok());
    QCOMPARE(file->header.attributes.value(QLatin1String("creationdate")),
             QStringLiteral("20240506T070809Z"));
    QCOMPARE(file->header.attributes.value(QLatin1String("creationid")), QStringLiteral("lan"));
    const tmx::TmxUnit &read = file->units.first();
    QCOMPARE(read.id(), QStringLiteral("f1/u1/s1"));
    QStringList details;
    for (const tmx::TmxDetail &detail : read.details)
        details.append(detail.type + u'=' + detail.text);
    QCOMPARE(details, QStringList({"x-state=reviewed", "x-unit-type=title", "=Look again",
                                   "x-note-author=reviser", "x-note-priority=2"}));
    QCOMPARE(read.variant(u"vi")->text.codes[0].markup,
             QStringLiteral("<ph x=\"1\">&lt;ph id=\"1\"/&gt;</ph>"));
    QCOMPARE(read.variant(u"en")->text.text, QStringLiteral("hello\uFFFC"));

    options.onlyConfirmed = true;
    bytes.clear();
    const Result<tmx::TmxExport> confirmed = exported(document, bytes, options);
    QVERIFY(confirmed.ok());
    QCOMPARE(confirmed->units, 1);
    QCOMPARE(confirmed->unconfirmed, 1);
}

void TestTmxWrite::randomDocumentsAreValid()
{
    verbale::testing::XliffDocuments random(11);
    QList<QByteArray> files;
    for (int i = 0; i < 40; ++i) {
        const Document document = random.next();
        QByteArray bytes;
        const Result<tmx::TmxExport> done = exported(document, bytes);
        QVERIFY(done.ok());
        const Result<TmxFile> again = readTmxFile(bytes);
        QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().text()));
        QCOMPARE(again->units.size(), done->units);
        QCOMPARE(done->units + done->withoutTarget, document.segments().size());
        if (done->units > 0)
            files.append(bytes);
    }
    QVERIFY(files.size() > 10);
    if (const QString why = verbale::testing::whyNoTmxDtd(); !why.isEmpty())
        QSKIP(qPrintable(QStringLiteral("read again; not validated: ") + why));
    const QString errors = verbale::testing::tmxDtdErrors(files);
    QVERIFY2(errors.isEmpty(), qPrintable(errors));
}

void TestTmxWrite::whatIsWrittenStays_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("written"); // of the text
    QTest::newRow("encodings without characters")
        << QByteArray("<header><ude name=\"n\" base=\"b\"/></header>") << QByteArray("a") << QByteArray("a");
    QTest::newRow("one encoding without characters")
        << QByteArray("<header><ude name=\"n\"/><ude name=\"m\" base=\"b\"><map unicode=\"#xF8FF\" "
                      "code=\"#xF0\"/></ude></header>")
        << QByteArray("a") << QByteArray("a");
    QTest::newRow("an attribute that hi does not have")
        << QByteArray("<header/>") << QByteArray("<hi Type=\"t\">Sum</hi>mit")
        << QByteArray("<bpt i=\"1\">&lt;hi Type=\"t\"&gt;</bpt>Sum<ept i=\"1\">&lt;/hi&gt;</ept>mit");
    QTest::newRow("an attribute that ept does not have")
        << QByteArray("<header/>") << QByteArray("<bpt i=\"1\">{</bpt>Sum<ept i=\"1\" x=\"1\">}</ept>mit")
        << QByteArray("<bpt i=\"1\" x=\"1\">{</bpt>Sum<ept i=\"1\">}</ept>mit");
}

void TestTmxWrite::whatIsWrittenStays()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, written);
    Result<TmxFile> first =
        readTmxFile("<tmx version=\"1.4\">" + header + "<body><tu><tuv xml:lang=\"en\"><seg>" + text +
                    "</seg></tuv></tu></body></tmx>");
    QVERIFY2(first.ok(), first.ok() ? "" : qPrintable(first.error().text()));
    const QByteArray once = writeTmxFile(*first);
    QVERIFY2(once.contains("<seg>" + written + "</seg>"), once.constData());
    Result<TmxFile> second = readTmxFile(once);
    QVERIFY(second.ok());
    QCOMPARE(writeTmxFile(*second), once);
}

void TestTmxWrite::samplesSurvive()
{
    const QString why = verbale::testing::whyNoTmxDtd();
    if (!why.isEmpty())
        QSKIP(qPrintable(why));
    const QDir folder(verbale::testing::sharedFolder() + QStringLiteral("/standards/tmx/samples"));
    QList<QByteArray> files;
    for (const QString &sub : {QStringLiteral("."), QStringLiteral("compkit")}) {
        const QDir inner(folder.filePath(sub));
        for (const QString &name : inner.entryList({QStringLiteral("*.tmx")})) {
            QFile sample(inner.filePath(name));
            QVERIFY(sample.open(QIODevice::ReadOnly));
            Result<TmxFile> read = readTmxFile(sample.readAll(), name);
            QVERIFY(read.ok());
            files.append(writeTmxFile(*read));
            QVERIFY2(read->losses.isEmpty(), qPrintable(name + u'\n' + read->losses.join(u'\n')));
            const Result<TmxFile> again = readTmxFile(files.last(), name);
            QVERIFY(again.ok());
            const QString difference = firstDifference(*read, *again);
            QVERIFY2(difference.isEmpty(), qPrintable(name + QStringLiteral(": ") + difference));
        }
    }
    const QString errors = verbale::testing::tmxDtdErrors(files);
    QVERIFY2(errors.isEmpty(), qPrintable(errors));
}

void TestTmxWrite::aFullDiskIsTold()
{
    verbale::testing::RandomTmx random(3);
    TmxFile file = random.next();
    while (file.units.isEmpty())
        file = random.next();
    SmallDisk disk(100000);
    tmx::TmxWriter writer(disk, QStringLiteral("out.tmx"));
    Result<void> result = writer.begin(file.header);
    for (int i = 0; i < 10000 && result.ok(); ++i)
        result = writer.write(file.units.first());
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, QStringLiteral("file.write-failed"));
    QCOMPARE(result.error().where.file, QStringLiteral("out.tmx"));
    QVERIFY(result.error().message.contains(QLatin1String("No space left")));
}

QTEST_APPLESS_MAIN(TestTmxWrite)
#include "tst_tmx_write.moc"
