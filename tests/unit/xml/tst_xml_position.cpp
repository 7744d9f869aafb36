#include "xml/position.h"

#include <QtTest/QtTest>

using namespace verbale;
using xml::Encoding;

/// Lines and columns, held against counting in the decoded text.
class TestXmlPosition : public QObject
{
    Q_OBJECT
private slots:
    void linesAndColumns_data();
    void linesAndColumns();
};

void TestXmlPosition::linesAndColumns_data()
{
    QTest::addColumn<QByteArray>("before"); // a byte order mark
    QTest::addColumn<int>("encoding");
    QTest::newRow("UTF-8") << QByteArray() << static_cast<int>(Encoding::Utf8);
    QTest::newRow("UTF-8 with a mark") << QByteArray("\xEF\xBB\xBF") << static_cast<int>(Encoding::Utf8);
    QTest::newRow("UTF-16 LE") << QByteArray() << static_cast<int>(Encoding::Utf16LittleEndian);
    QTest::newRow("UTF-16 LE with a mark")
        << QByteArray("\xFF\xFE") << static_cast<int>(Encoding::Utf16LittleEndian);
    QTest::newRow("UTF-16 BE with a mark")
        << QByteArray("\xFE\xFF") << static_cast<int>(Encoding::Utf16BigEndian);
    QTest::newRow("Latin 1") << QByteArray() << static_cast<int>(Encoding::Latin1);
}

void TestXmlPosition::linesAndColumns()
{
    QFETCH(QByteArray, before);
    QFETCH(int, encoding);
    const auto how = static_cast<Encoding>(encoding);
    const bool isNarrow = how == Encoding::Latin1;
    const QString text = isNarrow ? QStringLiteral("<a>\r\nï\rb\n\n<ÿ/>\n\r")
                                  : QStringLiteral("<a>\r\nđường 😀\rb\n\n<𠀀/>\n\r");
    const QByteArray bytes = before + xml::encode(text, how);
    xml::Locator locator(bytes, how);
    qint64 line = 1;
    qint64 column = 1;
    QChar last;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qint64 offset = before.size() + xml::encode(text.first(i), how).size();
        if (!text[i].isLowSurrogate()) {
            const Place rising = locator.placeOf(offset);
            const Place single = xml::locate(bytes, how, offset);
            QCOMPARE(rising.line, line);
            QCOMPARE(rising.column, column);
            QCOMPARE(rising.offset, offset);
            QCOMPARE(single.line, line);
            QCOMPARE(single.column, column);
        }
        const bool isSecondHalf = text[i] == u'\n' && last == u'\r';
        if ((text[i] == u'\n' || text[i] == u'\r') && !isSecondHalf) {
            ++line;
            column = 1;
        } else if (!isSecondHalf && !text[i].isLowSurrogate()) {
            ++column;
        }
        last = isSecondHalf ? QChar() : text[i];
    }
    QCOMPARE(xml::locate(bytes, how, 0).column, 1);
}

QTEST_APPLESS_MAIN(TestXmlPosition)
#include "tst_xml_position.moc"
