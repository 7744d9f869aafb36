#include "xml/parse.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QXmlStreamReader>
#include <QtTest/QtTest>

using namespace verbale;

/// Trees, offsets, namespaces and limits, held against QXmlStreamReader where it can judge.
class TestXmlParse : public QObject
{
    Q_OBJECT

private slots:
    void treesAreWhatQtReads_data();
    void treesAreWhatQtReads();
    void randomFilesAreWhatQtReads();
    void offsetsCutOutTheElements_data();
    void offsetsCutOutTheElements();
    void faultsHaveTheirPlace_data();
    void faultsHaveTheirPlace();
    void prefixesAreBoundWhereTheyStand();
    void entitiesOfTextAreTaken();
    void remarksAreNodesWhereAskedFor();
    void unwantedTextIsNotKept();
    void elementsAreUsedAgainWithoutTraces();
    void partsOfFilesAreRead();
    void largeItemsAreRefused_data();
    void largeItemsAreRefused();
    void depthIsLimitedEverywhere();
    void readingTellsHowFarItIs();
};

namespace {

/// Takes every child of the root as a tree and writes it down.
class Recorder : public xml::Visitor
{
public:
    Take begin(const xml::Element &) override
    {
        ++depth;
        if (depth == 1 && !wholeRoot)
            return Take::Walk;
        --depth;
        return skipAll ? Take::Skip : Take::Tree;
    }
    void tree(const xml::Element &element) override
    {
        trees.append(written(element));
        collect(element);
    }
    void end() override { --depth; }
    Content contentOf(const QString &, const QString &name) override
    {
        return bare.contains(name) ? Content::Elements : content;
    }

    static QString written(const xml::Element &element)
    {
        QString out = QLatin1String("<{") + element.ns + QLatin1Char('}') + element.name;
        QStringList attributes;
        for (const xml::Attribute &attribute : element.attributes)
            attributes.append(QLatin1String(" {") + attribute.ns + QLatin1Char('}') + attribute.name +
                              QLatin1Char('=') + attribute.value);
        attributes.sort();
        out += attributes.join(QString()) + QLatin1Char('>');
        for (const xml::Node &node : element.children)
            out += node.element ? written(*node.element) : node.text;
        return out + QLatin1String("</>");
    }

    void collect(const xml::Element &element)
    {
        places.append({element.start, element.startTagEnd, element.endTagStart, element.end});
        for (const xml::Node &node : element.children) {
            if (node.element)
                collect(*node.element);
        }
    }

    bool wholeRoot = false;
    bool skipAll = false;
    Content content = Content::Text;
    QStringList bare;
    QStringList trees;
    QList<std::array<qint64, 4>> places;
    int depth = 0;
};

/// What Qt makes of the file, written down in the same way.
QString qtReads(const QByteArray &bytes)
{
    QXmlStreamReader reader(bytes);
    QString out;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            out += QLatin1String("<{") + reader.namespaceUri().toString() + QLatin1Char('}') +
                   reader.name().toString();
            QStringList attributes;
            for (const QXmlStreamAttribute &attribute : reader.attributes())
                attributes.append(QLatin1String(" {") + attribute.namespaceUri().toString() +
                                  QLatin1Char('}') + attribute.name().toString() + QLatin1Char('=') +
                                  attribute.value().toString());
            attributes.sort();
            out += attributes.join(QString()) + QLatin1Char('>');
        } else if (reader.isEndElement()) {
            out += QLatin1String("</>");
        } else if (reader.isCharacters() && !out.isEmpty()) {
            out += reader.text().toString();
        }
    }
    return reader.hasError() ? QStringLiteral("error: ") + reader.errorString() : out;
}

QString weRead(const QByteArray &bytes)
{
    Recorder recorder;
    recorder.wholeRoot = true;
    const Result<void> done = xml::parse(bytes, {}, recorder);
    return done ? recorder.trees.value(0) : QStringLiteral("error: ") + done.error().message;
}

QByteArray randomElement(QRandomGenerator &random, int depth)
{
    static const QByteArrayList names = {"a", "p:a", "q:b", "longer-name", "c"};
    static const QByteArrayList texts = {
        "x",      "Việt Nam đổi mới",   "&amp;&#x1F600;", "<![CDATA[<&]]>", " \r\n\t",
        "&#233;", "🌏 and some English", "<!-- c -->",     "<?pi d?>"};
    static const QByteArrayList declarations = {" xmlns='urn:d'", " xmlns:p='urn:1'", " xmlns:p='urn:2'",
                                                " xmlns=''"};
    const QByteArray name = names[random.bounded(static_cast<int>(names.size()))];
    QByteArray out = '<' + name;
    if (random.bounded(4) == 0)
        out += declarations[random.bounded(static_cast<int>(declarations.size()))];
    for (int i = random.bounded(3); i > 0; --i)
        out += " k" + QByteArray::number(i) + "='v" + QByteArray::number(random.bounded(3000)) + " đ\n&lt;'";
    if (random.bounded(3) == 0)
        out += " p:k1='w'";
    if (random.bounded(5) == 0)
        return out + "/>";
    out += '>';
    for (int i = random.bounded(5); i > 0; --i) {
        if (depth < 6 && random.bounded(2) == 0)
            out += randomElement(random, depth + 1);
        else
            out += texts[random.bounded(static_cast<int>(texts.size()))];
    }
    return out + "</" + name + '>';
}

QByteArray encoded(const QByteArray &utf8, xml::Encoding encoding)
{
    return xml::encode(QString::fromUtf8(utf8), encoding);
}

} // namespace

void TestXmlParse::treesAreWhatQtReads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
    row("plain", "<a b='1'>x<c/>y</a>");
    row("default namespace undone", "<a xmlns='urn:1'><b xmlns=''><c/></b><d/></a>");
    row("prefix bound anew", "<p:a xmlns:p='urn:1'><p:a xmlns:p='urn:2' p:k=''/><p:a p:k='1'/></p:a>");
    row("two prefixes, one namespace", "<a xmlns:p='urn:1' xmlns:q='urn:1'><p:b/><q:b/></a>");
    row("the xml prefix", "<a xml:space='preserve' xml:lang='vi'/>");
    row("line ends", "<a b='1\r\n2\t3&#10;'>1\r\n2\r3</a>");
    row("long text over the edges of pieces",
        "<a>" + QByteArray("Nghị quyết số 5 &amp; ").repeated(20000) + "</a>");
    row("long value", "<a b='" + QByteArray("Đổi mới ").repeated(30000) + "'/>");
    row("byte order mark that is text", "<a b='\xEF\xBB\xBFx'>\xEF\xBB\xBFx</a>");
    row("byte order mark", "\xEF\xBB\xBF<a>Việt</a>");
    for (const xml::Encoding encoding : {xml::Encoding::Utf16LittleEndian, xml::Encoding::Utf16BigEndian})
        row(encoding == xml::Encoding::Utf16LittleEndian ? "UTF-16LE" : "UTF-16BE",
            encoded("\xEF\xBB\xBF<a b='đ'>" + QByteArray("Việt 🌏").repeated(9000) + "</a>", encoding));
    row("Latin-1", "<?xml version='1.0' encoding='ISO-8859-1'?><a b='\xE9'>caf\xE9 &#x110;</a>");
    row("entity", "<!DOCTYPE a [<!ENTITY vn 'Vi&#7879;t Nam'>]><a b='&vn;'>&vn;</a>");
}

void TestXmlParse::treesAreWhatQtReads()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(weRead(bytes), qtReads(bytes));
}

void TestXmlParse::randomFilesAreWhatQtReads()
{
    QRandomGenerator random(20260);
    for (int i = 0; i < 400; ++i) {
        const QByteArray bytes =
            "<root xmlns:p='urn:p' xmlns:q='urn:q'>" + randomElement(random, 0) + "</root>";
        const QString wanted = qtReads(bytes);
        const QString found = weRead(bytes);
        if (!wanted.startsWith(QLatin1String("error")) || !found.startsWith(QLatin1String("error")))
            QVERIFY2(found == wanted, bytes.constData());
    }
}

void TestXmlParse::offsetsCutOutTheElements_data()
{
    QTest::addColumn<xml::Encoding>("encoding");
    QTest::newRow("UTF-8") << xml::Encoding::Utf8;
    QTest::newRow("UTF-16LE") << xml::Encoding::Utf16LittleEndian;
    QTest::newRow("UTF-16BE") << xml::Encoding::Utf16BigEndian;
}

void TestXmlParse::offsetsCutOutTheElements()
{
    QFETCH(xml::Encoding, encoding);
    const QByteArray utf8 = "\xEF\xBB\xBF<r>đ<one a='>'>Việt<two/><three></three></one></r>";
    const QByteArray bytes = encoded(utf8, encoding);
    Recorder recorder;
    QVERIFY(xml::parse(bytes, {}, recorder).ok());
    QStringList parts;
    for (const auto &place : std::as_const(recorder.places)) {
        for (const auto &[from, to] : {std::pair(place[0], place[1]), std::pair(place[2], place[3])})
            parts.append(xml::decode(QByteArrayView(bytes).sliced(from, to - from), encoding));
    }
    QCOMPARE(parts, QStringList({"<one a='>'>", "</one>", "<two/>", "", "<three>", "</three>"}));
}

void TestXmlParse::faultsHaveTheirPlace_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &bytes, int line, int column, const char *words) {
        QTest::newRow(name) << bytes << line << column << QString::fromLatin1(words);
    };
    row("unbound prefix", "<a>\n <x:b/></a>", 2, 2, "unbound prefix");
    row("unbound prefix of an attribute", "<a>\r <b x:c=''/></a>", 2, 2, "unbound prefix");
    row("unbound in what is skipped", "<a><b xmlns:x='urn:x'/>\r\n<x:c/></a>", 2, 1, "unbound prefix");
    row("twice under two prefixes", "<a xmlns:p='urn:1' xmlns:q='urn:1'>đ<b p:k='' q:k=''/></a>", 1, 37,
        "duplicate attribute");
    QByteArray many = "<a xmlns:p='urn:1' xmlns:q='urn:1'><b p:k='1'";
    for (int i = 0; i < 40; ++i)
        many += " k" + QByteArray::number(i) + "='' p:k" + QByteArray::number(i) + "=''";
    row("twice among many", many + " q:k=''/></a>", 1, 36, "duplicate attribute");
    row("prefix undeclared", "<a xmlns:p=''/>", 1, 1, "undeclare prefix");
    row("xml bound elsewhere", "<a xmlns:xml='urn:1'/>", 1, 1, "xml");
    row("xmlns declared", "<a xmlns:xmlns='urn:1'/>", 1, 1, "xmlns");
    row("the namespace of xml", "<a xmlns='http://www.w3.org/XML/1998/namespace'/>", 1, 1, "reserved");
    row("two colons", "<a xmlns:b='urn:1'><b:c:d/></a>", 1, 20, "token");
    row("not closed", "<a>\n<b>\n</a>", 3, 3, "mismatched");
}

void TestXmlParse::faultsHaveTheirPlace()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QString, words);
    Recorder recorder;
    const Result<void> done = xml::parse(bytes, {QStringLiteral("a.xml"), QStringLiteral("t")}, recorder);
    QVERIFY(!done);
    QCOMPARE(done.error().code, QStringLiteral("t.malformed"));
    QVERIFY2(done.error().message.contains(words), qPrintable(done.error().message));
    QCOMPARE(done.error().where.file, QStringLiteral("a.xml"));
    QCOMPARE(done.error().where.line, line);
    QCOMPARE(done.error().where.column, column);
}

/// The same tag, told apart by where it stands.
void TestXmlParse::prefixesAreBoundWhereTheyStand()
{
    Recorder recorder;
    QVERIFY(
        xml::parse("<r xmlns:p='urn:1'><p:a/><b xmlns:p='urn:2'><p:a/></b><p:a/></r>", {}, recorder).ok());
    QCOMPARE(recorder.trees, QStringList({"<{urn:1}a></>", "<{}b><{urn:2}a></></>", "<{urn:1}a></>"}));
}

/// Which Qt's reader does not do.
void TestXmlParse::entitiesOfTextAreTaken()
{
    Recorder recorder;
    QVERIFY(xml::parse("<!DOCTYPE r [<!ENTITY lt '&#38;#60;'><!ENTITY rd 'R&#38;#38;D'>]>"
                       "<r><a b='&rd;'>&lt;&rd;</a></r>",
                       {}, recorder)
                .ok());
    QCOMPARE(recorder.trees, QStringList("<{}a {}b=R&D><R&D</>"));
}

void TestXmlParse::remarksAreNodesWhereAskedFor()
{
    const QByteArray bytes = "<r><!-- out --><a>x<!-- đ -->y<?do it?></a></r>";
    Recorder recorder;
    recorder.content = xml::Visitor::Content::TextAndRemarks;
    QVERIFY(xml::parse(bytes, {}, recorder).ok());
    QCOMPARE(recorder.trees, QStringList("<{}a>x<{}#comment></>y<{}#instruction></></>"));
    const auto place = recorder.places[1];
    QCOMPARE(bytes.mid(place[0], place[3] - place[0]), QByteArray("<!-- đ -->"));
    const auto last = recorder.places[2];
    QCOMPARE(bytes.mid(last[0], last[3] - last[0]), QByteArray("<?do it?>"));

    Recorder without;
    QVERIFY(xml::parse(bytes, {}, without).ok());
    QCOMPARE(without.trees, QStringList("<{}a>xy</>"));
}

void TestXmlParse::unwantedTextIsNotKept()
{
    Recorder recorder;
    recorder.bare = QStringList("list");
    QVERIFY(xml::parse("<r><list>\n <a> b </a>\n</list></r>", {}, recorder).ok());
    QCOMPARE(recorder.trees, QStringList("<{}list><{}a> b </></>"));
}

void TestXmlParse::elementsAreUsedAgainWithoutTraces()
{
    Recorder recorder;
    QVERIFY(xml::parse("<r xmlns:p='urn:p'><a b='1' p:c='2' d='3'>x<e f='4'/>y</a><p:g/><h i='5'>z</h></r>",
                       {}, recorder)
                .ok());
    QCOMPARE(recorder.trees, QStringList({"<{}a {urn:p}c=2 {}b=1 {}d=3>x<{}e {}f=4></>y</>", "<{urn:p}g></>",
                                          "<{}h {}i=5>z</>"}));
}

void TestXmlParse::partsOfFilesAreRead()
{
    xml::ParseOptions options;
    options.isWhole = false;
    options.offsetShift = 1000;
    Recorder recorder;
    QVERIFY(xml::parse("<r><a>x</a>", options, recorder).ok());
    QCOMPARE(recorder.trees, QStringList("<{}a>x</>"));
    QCOMPARE(recorder.places.first()[0], qint64(1003));
    QVERIFY(!xml::parse("<r><a>x</b>", options, recorder).ok());
}

void TestXmlParse::largeItemsAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray large(3 * 1024 * 1024, 'x');
    QTest::newRow("text") << "<r><a>" + large + "</a></r>";
    QTest::newRow("text in pieces") << "<r><a>" + QByteArray("xxxx xxxx\n").repeated(300000) + "</a></r>";
    QTest::newRow("attribute") << "<r><a b='" + large + "'/></r>";
    QTest::newRow("attribute that never ends") << "<r><a b='" + large;
    QTest::newRow("comment") << "<r><!--" + large + "--></r>";
    QTest::newRow("name") << "<r><" + large + "/></r>";
}

void TestXmlParse::largeItemsAreRefused()
{
    QFETCH(QByteArray, bytes);
    xml::ParseOptions options{QStringLiteral("a.xml"), QStringLiteral("t")};
    options.maximumItem = 1024 * 1024;
    Recorder recorder;
    const Result<void> done = xml::parse(bytes, options, recorder);
    QVERIFY(!done);
    QCOMPARE(done.error().code, QStringLiteral("t.too-large"));
    QVERIFY(done.error().where.line >= 1);
    options.maximumItem = 4 * 1024 * 1024;
    Recorder generous;
    QCOMPARE(xml::parse(bytes, options, generous).ok(), bytes.endsWith("</r>"));
}

void TestXmlParse::depthIsLimitedEverywhere()
{
    const QByteArray deep =
        "<r>" + QByteArray("<a>").repeated(10000) + QByteArray("</a>").repeated(10000) + "</r>";
    for (const bool skip : {false, true}) {
        Recorder recorder;
        recorder.skipAll = skip;
        const Result<void> done = xml::parse(deep, {{}, QStringLiteral("t")}, recorder);
        QVERIFY(!done);
        QCOMPARE(done.error().code, QStringLiteral("t.too-deep"));
        QCOMPARE(done.error().where.column, qint64(4 + 255 * 3));
    }
}

void TestXmlParse::readingTellsHowFarItIs()
{
    const QByteArray bytes = "<r>" + QByteArray("<a>b</a>").repeated(100000) + "</r>";
    qint64 furthest = 0;
    int told = 0;
    xml::ParseOptions options;
    options.passed = [&](qint64 offset) {
        QVERIFY(offset >= furthest && offset <= bytes.size());
        furthest = offset;
        ++told;
    };
    Recorder recorder;
    QVERIFY(xml::parse(bytes, options, recorder).ok());
    QCOMPARE(recorder.trees.size(), 100000);
    QVERIFY(told > 5);
}

QTEST_APPLESS_MAIN(TestXmlParse)
#include "tst_xml_parse.moc"
