#include "xml/stream.h"

#include <QtCore/QBuffer>
#include <QtCore/QStringEncoder>
#include <QtTest/QtTest>

using namespace verbale;

namespace {

/// Writes down what it is told.
class Recorder : public xml::StreamVisitor
{
public:
    void begin(const xml::StreamTag &tag) override
    {
        take();
        QString line = QLatin1Char('<') + QString::fromUtf8(tag.name);
        for (int i = 0; i < tag.attributeCount; ++i)
            line += QStringLiteral(" %1=%2").arg(QString::fromUtf8(tag.attributes[2 * i]),
                                                 QString::fromUtf8(tag.attributes[2 * i + 1]));
        told.append(line);
        if (stopAt == QLatin1String(tag.name))
            error = Error{QStringLiteral("own"), QStringLiteral("Enough.")};
    }
    void end(const char *name) override
    {
        take();
        told.append(QLatin1String("</") + QString::fromUtf8(name));
    }
    void text(QByteArrayView utf8) override
    {
        pending += QString::fromUtf8(utf8);
        longest = qMax(longest, utf8.size());
    }

    QStringList told;
    QString stopAt;
    QString pending;
    qsizetype longest = 0;

private:
    void take()
    {
        if (!pending.isEmpty())
            told.append(std::exchange(pending, {}));
    }
};

/// A device that gives `count` times the same bytes between a head and a tail, without holding them.
class Endless : public QIODevice
{
public:
    Endless(QByteArray head, QByteArray middle, qint64 count, QByteArray tail = {})
        : m_head(std::move(head)), m_middle(std::move(middle)), m_tail(std::move(tail)), m_count(count)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    qint64 given = 0;

protected:
    qint64 readData(char *data, qint64 most) override
    {
        qint64 size = 0;
        while (size < most && m_part < m_count + 2) {
            const QByteArray &part = m_part == 0 ? m_head : m_part <= m_count ? m_middle : m_tail;
            const qint64 length = qMin(most - size, part.size() - m_at);
            memcpy(data + size, part.constData() + m_at, static_cast<std::size_t>(length));
            size += length;
            m_at += length;
            if (m_at == part.size()) {
                m_at = 0;
                ++m_part;
            }
        }
        given += size;
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_head;
    QByteArray m_middle;
    QByteArray m_tail;
    qint64 m_count;
    qint64 m_part = 0;
    qint64 m_at = 0;
};

Result<void> parse(QByteArray bytes, Recorder &recorder, qsizetype chunk = 64 * 1024)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    xml::StreamOptions options;
    options.fileName = QStringLiteral("f.xml");
    options.codePrefix = QStringLiteral("x");
    options.chunkBytes = chunk;
    return xml::parseStream(buffer, options, recorder);
}

} // namespace

class TestXmlStream : public QObject
{
    Q_OBJECT

private slots:
    void chunksDoNotShow_data();
    void chunksDoNotShow();
    void encodings_data();
    void encodings();
    void refusals_data();
    void refusals();
    void entitiesOfTextAreTaken();
    void doctypeIsNotFetched();
    void aByteOrderMarkIsNoColumn();
    void theVisitorCanStop();
    void theCallerCanStop();
    void gigabytesAreRefusedEarly_data();
    void gigabytesAreRefusedEarly();
    void longTextsComeInPieces();
};

void TestXmlStream::chunksDoNotShow_data()
{
    QTest::addColumn<int>("chunk");
    for (const int chunk : {1, 2, 3, 7, 64, 4096})
        QTest::addRow("%d bytes", chunk) << chunk;
}

void TestXmlStream::chunksDoNotShow()
{
    QFETCH(int, chunk);
    Recorder recorder;
    const QByteArray bytes = "\xEF\xBB\xBF<?xml version='1.0'?><!-- no --><p:a b='1' xml:lang='vi'>đường "
                             "<![CDATA[<x>]]>&amp;&#x1F30F;<b/><?pi?></p:a>\n";
    QVERIFY(parse(bytes, recorder, chunk).ok());
    QCOMPARE(recorder.told, QStringList({"<p:a b=1 xml:lang=vi", QStringLiteral("đường <x>&\U0001F30F"), "<b",
                                         "</b", "</p:a"}));
}

void TestXmlStream::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const QString text = QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>đây \U0001F30F</a>");
    const auto utf16 = [&text](QStringConverter::Encoding encoding, QByteArray bom) {
        return bom + QByteArray(QStringEncoder(encoding, QStringConverter::Flag::Stateless).encode(text));
    };
    const QString wanted = QStringLiteral("đây \U0001F30F");
    QTest::newRow("UTF-16LE") << utf16(QStringConverter::Utf16LE, QByteArray("\xFF\xFE")) << wanted;
    QTest::newRow("UTF-16BE") << utf16(QStringConverter::Utf16BE, QByteArray("\xFE\xFF")) << wanted;
    QTest::newRow("Latin-1") << QByteArray("<?xml version='1.0' encoding='iso-8859-1'?><a>caf\xE9</a>")
                             << QStringLiteral("café");
    QTest::newRow("windows-1252") << QByteArray(
                                         "<?xml version='1.0' encoding='windows-1252'?><a>\x93q\x94</a>")
                                  << QStringLiteral("“q”");
    QTest::newRow("windows-1258") << QByteArray(
                                         "<?xml version='1.0' encoding='windows-1258'?><a>\xF0\xE2y</a>")
                                  << QStringLiteral("đây");
    QTest::newRow("KOI8-R") << QByteArray("<?xml version='1.0' encoding='KOI8-R'?><a>\xC4\xC1</a>")
                            << QStringLiteral("да");
    QTest::newRow("ASCII") << QByteArray("<?xml version='1.0' encoding='us-ascii'?><a>&#273;</a>")
                           << QStringLiteral("đ");
}

void TestXmlStream::encodings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    for (const qsizetype chunk : {qsizetype(1), qsizetype(64), qsizetype(4096)}) {
        Recorder recorder;
        const Result<void> parsed = parse(bytes, recorder, chunk);
        QVERIFY2(parsed.ok(), parsed.ok() ? "" : qPrintable(parsed.error().text()));
        QCOMPARE(recorder.told.value(1), text);
    }
}

void TestXmlStream::refusals_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("line");
    QTest::newRow("nothing") << QByteArray() << "x.malformed" << 1;
    QTest::newRow("not closed") << QByteArray("<a>\n<b>") << "x.malformed" << 2;
    QTest::newRow("crossed") << QByteArray("<a>\n\n<b></a>") << "x.malformed" << 3;
    QTest::newRow("bad UTF-8") << QByteArray("<a>\n\xFF</a>") << "x.malformed" << 2;
    QTest::newRow("unknown encoding")
        << QByteArray("<?xml version='1.0' encoding='no-such-thing'?><a/>") << "x.encoding" << 1;
    QTest::newRow("encoding of several bytes")
        << QByteArray("<?xml version='1.0' encoding='Shift_JIS'?><a/>") << "x.encoding" << 1;
    QTest::newRow("undeclared entity") << QByteArray("<a>\n&nbsp;</a>") << "x.entity" << 2;
    QTest::newRow("entity of a DTD that is not fetched")
        << QByteArray("<!DOCTYPE a SYSTEM 'file:///etc/passwd'>\n<a>&nbsp;</a>") << "x.entity" << 2;
    QTest::newRow("external entity")
        << QByteArray("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>\n<a>&e;</a>") << "x.entity"
        << 2;
    QTest::newRow("entity with markup")
        << QByteArray("<!DOCTYPE a [\n<!ENTITY e '<b/>'>]><a>&e;</a>") << "x.entity" << 2;
    QTest::newRow("billion laughs") << QByteArray(
                                           "<!DOCTYPE a [<!ENTITY a 'ha'>\n<!ENTITY b '&a;&a;&a;&a;'>\n"
                                           "<!ENTITY c '&b;&b;&b;&b;'>]><a>&c;</a>")
                                    << "x.entity" << 2;
    QTest::newRow("deep") << QByteArray("<a>\n") + QByteArray("<b>").repeated(20000) << "x.too-deep" << 2;
}

void TestXmlStream::refusals()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    QFETCH(int, line);
    Recorder recorder;
    const Result<void> parsed = parse(bytes, recorder);
    QVERIFY(!parsed.ok());
    QCOMPARE(parsed.error().code, code);
    QCOMPARE(parsed.error().where.line, line);
    QCOMPARE(parsed.error().where.file, QStringLiteral("f.xml"));
    QVERIFY(!parsed.error().message.isEmpty());
}

void TestXmlStream::entitiesOfTextAreTaken()
{
    const QByteArray bytes = "<!DOCTYPE a [<!ENTITY lt '&#38;#60;'><!ENTITY amp '&#38;#38;'>"
                             "<!ENTITY c 'copy &#38;#169;'>]><a>&lt;&amp;&c;</a>";
    Recorder recorder;
    QVERIFY(parse(bytes, recorder).ok());
    QCOMPARE(recorder.told.value(1), QStringLiteral("<&copy ©"));
}

void TestXmlStream::doctypeIsNotFetched()
{
    Recorder recorder;
    QVERIFY(parse("<!DOCTYPE a PUBLIC '-//X//Y' 'http://127.0.0.1:1/none.dtd' [<!ATTLIST a x CDATA 'added'>]>"
                  "<a y='1'/>",
                  recorder)
                .ok());
    QCOMPARE(recorder.told, QStringList({"<a y=1", "</a"}));
}

void TestXmlStream::aByteOrderMarkIsNoColumn()
{
    for (const QByteArray &mark : {QByteArray(), QByteArray("\xEF\xBB\xBF")}) {
        for (const qsizetype chunk : {qsizetype(1), qsizetype(4096)}) {
            Recorder recorder;
            recorder.stopAt = QStringLiteral("b");
            const Result<void> parsed = parse(mark + "<a>x<b/></a>", recorder, chunk);
            QVERIFY(!parsed.ok());
            QCOMPARE(parsed.error().where.line, 1);
            QCOMPARE(parsed.error().where.column, 5);
        }
    }
}

void TestXmlStream::theVisitorCanStop()
{
    Recorder recorder;
    recorder.stopAt = QStringLiteral("c");
    const Result<void> parsed = parse("<a>\n <c/><d/></a>", recorder);
    QVERIFY(!parsed.ok());
    QCOMPARE(parsed.error().text(), QStringLiteral("f.xml:2:2: Enough."));
    QCOMPARE(recorder.told.last(), QStringLiteral("<c"));
}

void TestXmlStream::theCallerCanStop()
{
    Endless device("<a>", "<b/>", 1000000, "</a>");
    Recorder recorder;
    xml::StreamOptions options;
    options.codePrefix = QStringLiteral("x");
    qint64 last = 0;
    bool rising = true;
    options.progress = [&](qint64 read) {
        rising = rising && read > last;
        last = read;
        return read < 200000;
    };
    const Result<void> parsed = xml::parseStream(device, options, recorder);
    QVERIFY(!parsed.ok());
    QCOMPARE(parsed.error().code, QStringLiteral("x.cancelled"));
    QVERIFY(rising && device.given < 400000);
}

void TestXmlStream::gigabytesAreRefusedEarly_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("attribute") << QByteArray("<a b='");
    QTest::newRow("name") << QByteArray("<a");
    QTest::newRow("comment") << QByteArray("<a><!--");
    QTest::newRow("processing instruction") << QByteArray("<a><?p ");
    QTest::newRow("entity") << QByteArray("<!DOCTYPE a [<!ENTITY e '");
    QTest::newRow("doctype") << QByteArray("<!DOCTYPE a SYSTEM '");
}

void TestXmlStream::gigabytesAreRefusedEarly()
{
    QFETCH(QByteArray, head);
    Endless device(head, QByteArray(1000, 'x'), 1000000);
    Recorder recorder;
    xml::StreamOptions options;
    options.codePrefix = QStringLiteral("x");
    options.maximumTagBytes = 1024 * 1024;
    const Result<void> parsed = xml::parseStream(device, options, recorder);
    QVERIFY(!parsed.ok());
    QCOMPARE(parsed.error().code, QStringLiteral("x.too-large"));
    QVERIFY2(device.given <= 3 * options.maximumTagBytes, qPrintable(QString::number(device.given)));
}

void TestXmlStream::longTextsComeInPieces()
{
    Endless device("<a>", QByteArray(1000, 'x'), 20000, "</a>");
    Recorder recorder;
    QVERIFY(xml::parseStream(device, {}, recorder).ok());
    QCOMPARE(recorder.told.value(1).size(), 20000000);
    QVERIFY(recorder.longest <= 64 * 1024);
}

QTEST_APPLESS_MAIN(TestXmlStream)
#include "tst_xml_stream.moc"
