#include "diary.h"
#include "xml/quick_scan.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QtTest>

using namespace verbale;
using Token = xml::QuickScan::Token;

/// What is read the quick way is what expat reads, and what is refused is refused in the same words.
class TestXmlQuickScan : public QObject
{
    Q_OBJECT

private slots:
    void plainFilesAreReadToTheirEnd_data();
    void plainFilesAreReadToTheirEnd();
    void theRestIsLeftToExpat_data();
    void theRestIsLeftToExpat();
    void contentIsDecoded_data();
    void contentIsDecoded();
    void expatTellsTheSame_data();
    void expatTellsTheSame();
    void expatTellsTheSameOfDamagedFiles();
    void readingBeginsAgainWhereExpatTakesOver_data();
    void readingBeginsAgainWhereExpatTakesOver();
};

using test::diary;

namespace {

/// The last token, and where it begins.
std::pair<Token, qint64> lastToken(const QByteArray &bytes, bool isWhole = true)
{
    xml::QuickScan scan(bytes, isWhole, 1024);
    Token token = scan.next();
    while (token != Token::Unknown && token != Token::Finished)
        token = scan.next();
    return {token, scan.start()};
}

/// A file with everything in it that XML has, but for entities of its own.
const QByteArray &rich()
{
    static const QByteArray bytes =
        "<?xml version='1.0' encoding=\"utf-8\" standalone='yes' ?>\n<!-- đầu -->\n<?go on?>\r\n"
        "<w xmlns='urn:d' xmlns:p=\"urn:p\" version = '2.1'>\r\n <p:e a='1'><t b='đ &lt;&#x110;\t\r\n\n>'>"
        "Nghị quyết &amp;&apos;&quot;&gt;&#65; số 5\r\nx\ry]] ]></t><!-- không -->\n<x/><x p:c='' "
        "c=''/></p:e>\n"
        "\t<w><s>Bỏ <a>&lt;</a><!-- --><![CDATA[<&]]> </s>\n</w><t>một<!-- - -->hai<?pi?>ba"
        "<![CDATA[]] <b>&amp;\r\n]]>🌏</t><x >a<!----><p:y\n/>b<?q r?></x ></w>\n<!-- cuối --><?p?> \n";
    return bytes;
}

QByteArray damaged(const QByteArray &bytes, QRandomGenerator &random)
{
    static const QByteArrayList pieces = {"<",
                                          ">",
                                          "&",
                                          "/",
                                          "]]>",
                                          "'",
                                          "\"",
                                          "=",
                                          "\r",
                                          "\n",
                                          " ",
                                          "\x01",
                                          "\xC3",
                                          "\xA9",
                                          "\xEF\xBF\xBE",
                                          "\xED\xA0\x80",
                                          "\xF4\x90\x80\x80",
                                          "\xC0\x80",
                                          "--",
                                          "<!--",
                                          "-->",
                                          "<?xml ?>",
                                          "?>",
                                          "<![CDATA[",
                                          "&lt;",
                                          "&none;",
                                          "&#0;",
                                          "&#xD800;",
                                          "đ",
                                          "p:",
                                          "xmlns='",
                                          "<a>",
                                          "</a>",
                                          "<stop/>",
                                          "<w>",
                                          "xml:lang=''",
                                          ":",
                                          "<x a='' a=''/>",
                                          "&#x",
                                          ";",
                                          "\xEF\xBB\xBF",
                                          "<q:r/>",
                                          "<!DOCTYPE w>",
                                          "\t",
                                          "<đ/>",
                                          "</w>"};
    QByteArray out = bytes;
    for (int i = random.bounded(2); i >= 0; --i) {
        const auto at = static_cast<qsizetype>(random.bounded(static_cast<int>(out.size()) + 1));
        const qsizetype gone = random.bounded(3) == 0 ? random.bounded(20) : 0;
        const bool puts = gone == 0 || random.bounded(2) == 0;
        out.replace(at, gone, puts ? pieces[random.bounded(static_cast<int>(pieces.size()))] : QByteArray());
    }
    if (random.bounded(8) == 0)
        out.truncate(random.bounded(static_cast<int>(out.size()) + 1));
    return out;
}

} // namespace

void TestXmlQuickScan::plainFilesAreReadToTheirEnd_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("element") << QByteArray("<a/>");
    QTest::newRow("rich") << rich();
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + rich();
    QTest::newRow("Windows") << QByteArray(rich()).replace("\n", "\r\n");
}

void TestXmlQuickScan::plainFilesAreReadToTheirEnd()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(lastToken(bytes), std::pair(Token::Finished, qint64{bytes.size()}));
}

void TestXmlQuickScan::theRestIsLeftToExpat_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("known"); ///< the bytes before it
    const auto row = [](const char *name, const QByteArray &known, const QByteArray &unknown) {
        QTest::newRow(name) << known + unknown << static_cast<int>(known.size());
    };
    row("nothing", "", "");
    row("no XML", "", "abc");
    row("a long declaration", "", "<?xml version='1.0'" + QByteArray(1024, ' ') + "?><a/>");
    row("another encoding", "", "<?xml version='1.0' encoding='ISO-8859-1'?><a/>");
    row("an empty encoding", "", "<?xml version='1.0' encoding=''?><a/>");
    row("a declaration without a version", "", "<?xml encoding='UTF-8'?><a/>");
    row("another version", "", "<?xml version='1.1'?><a/>");
    row("UTF-16", "", QByteArray("<\0a\0/\0>\0", 8));
    row("a document type", "<!-- x -->", "<!DOCTYPE a><a/>");
    row("a name beyond ASCII", "<a>", "<đ/></a>");
    row("an attribute beyond ASCII", "<a>", "<b đ=''/></a>");
    row("an attribute twice", "<a>", "<b c='' c=''/></a>");
    row("attributes that touch", "<a>", "<b c=''d=''/></a>");
    row("a tag in a value", "<a>", "<b c='<'/></a>");
    row("an entity in a value", "<a>", "<b c='&d;'/></a>");
    row("a character that is none", "<a>", "<b c='\xED\xA0\x80'/></a>");
    row("a reference to none", "<a>", "<b c='&#xFFFE;'/></a>");
    row("another end tag", "<a><b>", "</bc></b></a>");
    row("an end tag too many", "<a/>", "</a>");
    row("a second root", "<a/>", "<b/>");
    row("text behind the root", "<a/>\n", "x");
    row("a CDATA section around the root", "<a/>\n", "<![CDATA[]]>");
    row("two hyphens in a comment", "<a>", "<!-- x -- y --></a>");
    row("a control character in a comment", "<a>", "<!-- \x02 --></a>");
    row("an instruction named xml", "<a>", "<?XmL x?></a>");
    row("an end that is missing", "<a><b></b>", "");
    row("text that does not end", "<a><b>", "x");
    row("a token that is too long", "<a>", QByteArray(1025, 'x') + "</a>");
    row("a tag that is too long", "<a>", "<b c='" + QByteArray(1025, 'x') + "'/></a>");
}

void TestXmlQuickScan::theRestIsLeftToExpat()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, known);
    QCOMPARE(lastToken(bytes), std::pair(Token::Unknown, qint64{known}));
    QCOMPARE(diary(bytes, {}, false), diary(bytes, {}, true));
}

void TestXmlQuickScan::contentIsDecoded_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("wanted"); ///< null: it is not well-formed
    const auto row = [](const QByteArray &raw, const QString &wanted) {
        QTest::newRow(raw.toPercentEncoding().constData()) << raw << wanted;
    };
    row("Quan hệ Việt Nam - ASEAN", QStringLiteral("Quan hệ Việt Nam - ASEAN"));
    row("a&lt;b&gt;&amp;&quot;&apos;", QStringLiteral("a<b>&\"'"));
    row("&#65;&#x42;&#X43;", {});
    row("&#xA0;&#x1F30F;&#10;&#13;", QString::fromUcs4(U"\u00A0\U0001F30F\n\r"));
    row("a\r\nb\rc\n\td", QStringLiteral("a\nb\nc\n\td"));
    row("0123456\r", QStringLiteral("0123456\n"));
    row("0123456]]>", {});
    row("]] >]>]", QStringLiteral("]] >]>]"));
    for (const char *wrong : {"&",
                              "&;",
                              "&#;",
                              "&#x;",
                              "&lt",
                              "&nbsp;",
                              "&#-1;",
                              "&#x110000;",
                              "&#99999999999;",
                              "\x01",
                              "1234567\x1F",
                              "\x80",
                              "\xC1\xBF",
                              "\xE0\x9F\xBF",
                              "\xED\xA0\x80",
                              "\xEF\xBF\xBF",
                              "\xF0\x8F\xBF\xBF",
                              "\xF4\x90\x80\x80",
                              "\xF5\x80\x80\x80",
                              "\xC4",
                              "\xE1\xBA",
                              "\xF0\x9F\x8C"})
        row(wrong, {});
}

void TestXmlQuickScan::contentIsDecoded()
{
    QFETCH(QByteArray, raw);
    QFETCH(QString, wanted);
    for (const int before : {0, 1, 7, 8, 9}) {
        const std::string bytes = std::string(static_cast<std::size_t>(before), 'x') + raw.toStdString();
        std::vector<char16_t> units(bytes.size());
        const char16_t *end = xml::decodeContent(bytes, false, units.data());
        QCOMPARE(end == nullptr, wanted.isNull());
        if (end != nullptr)
            QCOMPARE(QString::fromUtf16(units.data(), end - units.data()), QString(before, u'x') + wanted);
    }
}

void TestXmlQuickScan::expatTellsTheSame_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("rich") << rich();
    QTest::newRow("Windows") << QByteArray(rich()).replace("\n", "\r\n");
    QTest::newRow("text where elements are walked through") << QByteArray("<w>\n <w/> đó\n&lt;<w/></w>");
    QTest::newRow("expat takes over behind an empty element") << QByteArray("<w><e/><e><x/><đ/></e><e/></w>");
    QTest::newRow("expat takes over in a text") << QByteArray("<w><t>một<b/>hai &#0000000000051; ba</t></w>");
    QTest::newRow("expat takes over behind a return") << QByteArray("<w><t>một\r<đ/>]<b/>]]<đ/></t></w>");
    QTest::newRow("expat takes over in a scope") << QByteArray("<w xmlns:p='urn:1'><x xmlns:p='urn:2'><p:x>"
                                                               "<đ/></p:x><p:x/></x><p:x/></w>");
    QTest::newRow("expat takes over in what is skipped") << QByteArray("<w><s><x/><đ/>a</s><t>b</t></w>");
    QTest::newRow("a bracket ends the file") << QByteArray("<w>]");
    QTest::newRow("a bracket ends the file in a text") << QByteArray("<w><e/><t>]]");
    QTest::newRow("a return ends the file") << QByteArray("<w><e/>\r");
    QTest::newRow("the visitor stops") << QByteArray("<w>\n<w/><stop/></w>");
    QTest::newRow("an unbound prefix") << QByteArray("<w>\n<w/><q:x/></w>");
    QTest::newRow("one attribute under two prefixes")
        << QByteArray("<w xmlns:p='urn:1' xmlns:q='urn:1'>\n<x p:a='' q:a=''/></w>");
}

void TestXmlQuickScan::expatTellsTheSame()
{
    QFETCH(QByteArray, bytes);
    for (const bool isWhole : {true, false}) {
        for (const qint64 shift : {0, 1000}) {
            xml::ParseOptions options;
            options.isWhole = isWhole;
            options.offsetShift = shift;
            QCOMPARE(diary(bytes, options, false), diary(bytes, options, true));
        }
    }
}

void TestXmlQuickScan::expatTellsTheSameOfDamagedFiles()
{
    QRandomGenerator random(4711);
    int refused = 0;
    constexpr int files = 6000;
    for (int i = 0; i < files; ++i) {
        const QByteArray bytes = damaged(rich(), random);
        xml::ParseOptions options;
        options.isWhole = i % 4 != 0;
        const QStringList told = diary(bytes, options, false);
        const QStringList wanted = diary(bytes, options, true);
        if (told != wanted)
            qWarning("%s", bytes.constData());
        QCOMPARE(told, wanted);
        refused += wanted.last() == QLatin1String("done") ? 0 : 1;
    }
    QVERIFY2(refused > files / 4 && refused < files - files / 10, qPrintable(QString::number(refused)));
}

void TestXmlQuickScan::readingBeginsAgainWhereExpatTakesOver_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("last");
    QTest::addColumn<bool>("again");
    QTest::newRow("plain") << QByteArray() << QByteArray("<t/>") << false;
    QTest::newRow("an empty CDATA section before any text")
        << QByteArray("<t/>\r\n").repeated(50000) + "<t><![CDATA[]]></t>" << QByteArray() << false;
    QTest::newRow("unusual") << QByteArray() << QByteArray("<đ/>") << true;
    QTest::newRow("text where elements are walked through") << QByteArray() << QByteArray("đ") << true;
}

void TestXmlQuickScan::readingBeginsAgainWhereExpatTakesOver()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, last);
    QFETCH(bool, again);
    const QByteArray bytes = "<w>" + first + QByteArray("<t>b</t>\r\n").repeated(50000) + last + "</w>";
    QList<qint64> told;
    xml::ParseOptions options;
    options.passed = [&told](qint64 offset) { told.append(offset); };
    QCOMPARE(diary(bytes, options, false).last(), QStringLiteral("done"));
    const auto drop = std::is_sorted_until(told.cbegin(), told.cend());
    QCOMPARE(drop != told.cend(), again);
    QVERIFY(drop == told.cend() || std::is_sorted(drop, told.cend()));
}

QTEST_APPLESS_MAIN(TestXmlQuickScan)
#include "tst_xml_quick_scan.moc"
