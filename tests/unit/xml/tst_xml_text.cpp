#include "xml/characters.h"
#include "xml/tag.h"

#include <QtTest/QtTest>

using namespace verbale;

class TestXmlText : public QObject
{
    Q_OBJECT

private slots:
    void textIsEscaped();
    void attributesKeepTheirLineEnds();
    void tokensAreChecked_data();
    void tokensAreChecked();
    void tagsAreTakenApart_data();
    void tagsAreTakenApart();
    void attributePlacesAreExact();
};

void TestXmlText::textIsEscaped()
{
    QString out;
    xml::appendText(out, u"a<b>&\"'\r\n\t\u0001\uFFFF\U0001F30F");
    QCOMPARE(out, QStringLiteral("a&lt;b&gt;&amp;\"'&#13;\n\t\uFFFD\uFFFD\U0001F30F"));
    out.clear();
    const QString wild = QStringLiteral("\u001F") + QChar(0xD800) + QStringLiteral("z\n");
    xml::appendText(out, wild, {QStringLiteral("<cp hex=\"%1\"/>"), QStringLiteral("\r\n")});
    QCOMPARE(out, QStringLiteral("<cp hex=\"001F\"/><cp hex=\"D800\"/>z\r\n"));
}

void TestXmlText::attributesKeepTheirLineEnds()
{
    QString out;
    xml::appendAttribute(out, u"a", u"\t\r\n\"'<&>\u0002\U0001F30F");
    QCOMPARE(out, QStringLiteral(" a=\"&#9;&#13;&#10;&quot;'&lt;&amp;&gt;\uFFFD\U0001F30F\""));
}

void TestXmlText::tokensAreChecked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<QString>("token");
    QTest::newRow("plain") << QStringLiteral("a-1.b:c_") << true << QStringLiteral("a-1.b:c_");
    QTest::newRow("digits first") << QStringLiteral("1") << true << QStringLiteral("1");
    QTest::newRow("Vietnamese") << QStringLiteral("đoạn") << true << QStringLiteral("_o_n");
    QTest::newRow("space") << QStringLiteral("a b") << false << QStringLiteral("a_b");
    QTest::newRow("slash") << QStringLiteral("a/b") << false << QStringLiteral("a_b");
    QTest::newRow("multiplication sign") << QStringLiteral("a×") << false << QStringLiteral("a_");
    QTest::newRow("empty") << QString() << false << QStringLiteral("fallback");
    QTest::newRow("nothing left") << QStringLiteral("!?") << false << QStringLiteral("fallback");
}

void TestXmlText::tokensAreChecked()
{
    QFETCH(QString, text);
    QFETCH(bool, valid);
    QFETCH(QString, token);
    QCOMPARE(xml::isNmtoken(text), valid);
    QCOMPARE(xml::toNmtoken(text, QStringLiteral("fallback")), token);
    QVERIFY(xml::isNmtoken(token));
}

void TestXmlText::tagsAreTakenApart_data()
{
    QTest::addColumn<QString>("markup");
    QTest::addColumn<QString>("parts");
    QTest::newRow("opening") << QStringLiteral("<a>") << QStringLiteral("open a");
    QTest::newRow("closing") << QStringLiteral("</x:a >") << QStringLiteral("close x:a");
    QTest::newRow("empty") << QStringLiteral("<a/>") << QStringLiteral("empty a");
    QTest::newRow("attributes") << QStringLiteral("<a b='1>'\n x:c = \"&lt;'\" />")
                                << QStringLiteral("empty a b=1> x:c=&lt;'");
    QTest::newRow("no space between") << QStringLiteral("<a b='1'c='2'>") << QString();
    QTest::newRow("two tags") << QStringLiteral("<a></a>") << QString();
    QTest::newRow("text before") << QStringLiteral("x<a>") << QString();
    QTest::newRow("no quote") << QStringLiteral("<a b=1>") << QString();
    QTest::newRow("quote not closed") << QStringLiteral("<a b='1>") << QString();
    QTest::newRow("comment") << QStringLiteral("<!-- a -->") << QString();
    QTest::newRow("instruction") << QStringLiteral("<?a b?>") << QString();
    QTest::newRow("tag in a value") << QStringLiteral("<a b='<'>") << QString();
    QTest::newRow("closing with a slash") << QStringLiteral("</a/>") << QString();
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("brackets") << QStringLiteral("< >") << QString();
}

void TestXmlText::tagsAreTakenApart()
{
    QFETCH(QString, markup);
    QFETCH(QString, parts);
    const auto tag = xml::scanTag(markup);
    if (!tag) {
        QCOMPARE(QString(), parts);
        return;
    }
    static const QStringList kinds = {QStringLiteral("open "), QStringLiteral("close "),
                                      QStringLiteral("empty ")};
    QString found = kinds[static_cast<int>(tag->kind)] + tag->name;
    for (const xml::TagAttribute &attribute : tag->attributes)
        found += u' ' + attribute.name + u'=' + attribute.raw;
    QCOMPARE(found, parts);
}

void TestXmlText::attributePlacesAreExact()
{
    const QString markup = QStringLiteral("<x:seg  id='1'  state = \"final\">");
    const auto tag = xml::scanTag(markup);
    QVERIFY(tag);
    QCOMPARE(tag->prefix(), QStringLiteral("x:"));
    QCOMPARE(tag->localName(), QStringLiteral("seg"));
    const xml::TagAttribute *state = tag->attribute(u"state");
    QVERIFY(state);
    QVERIFY(!tag->attribute(u"none"));
    QCOMPARE(markup.mid(state->start, state->end - state->start), QStringLiteral("  state = \"final\""));
    QCOMPARE(markup.mid(state->valueStart, 5), QStringLiteral("final"));
    QCOMPARE(markup.left(tag->nameEnd), QStringLiteral("<x:seg"));
}

QTEST_APPLESS_MAIN(TestXmlText)
#include "tst_xml_text.moc"
