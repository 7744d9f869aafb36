#include "session/tsv.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::session;
using namespace Qt::StringLiterals;

/// The tables that go out and come back.
class tst_SessionTsv : public QObject
{
    Q_OBJECT
private slots:
    void fields_data();
    void fields();
    void rowsComeBack();
    void columnsHaveNames();
    void rowsHaveTheFieldsOfTheHeader();
    void encodings();
};

void tst_SessionTsv::fields_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("escaped");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("plain") << u"Bộ Ngoại giao"_s << u"Bộ Ngoại giao"_s;
    QTest::newRow("tab") << u"a\tb"_s << u"a\\tb"_s;
    QTest::newRow("line ends") << u"a\r\nb"_s << u"a\\r\\nb"_s;
    QTest::newRow("backslash") << u"a\\nb"_s << u"a\\\\nb"_s;
    QTest::newRow("other controls stay") << u"a\u000Bb\u2028"_s << u"a\u000Bb\u2028"_s;
}

void tst_SessionTsv::fields()
{
    QFETCH(QString, field);
    QFETCH(QString, escaped);
    QCOMPARE(escapeTsv(field), escaped);
    QCOMPARE(unescapeTsv(escaped), field);
}

void tst_SessionTsv::rowsComeBack()
{
    QRandomGenerator random(7);
    static const QString alphabet = u"\\tnr\t\n\rộ\U0001F1FB a"_s;
    for (int round = 0; round < 2000; ++round) {
        QString field;
        for (int length = random.bounded(12); length > 0; --length)
            field += alphabet[random.bounded(int(alphabet.size()))];
        const QString row = tsvRow({field, u"x"_s});
        QCOMPARE(row.count(u'\t'), 1);
        QCOMPARE(row.count(u'\n'), 1);
        const Result<TsvTable> table = TsvTable::read(tsvRow({u"a"_s, u"b"_s}) + row, u"t.tsv"_s, u"x"_s);
        QVERIFY(table.ok());
        QCOMPARE(table->rowCount(), 1);
        QCOMPARE(table->value(0, "a"), field);
        QCOMPARE(table->value(0, "b"), u"x"_s);
    }
    QCOMPARE(unescapeTsv(u"\\x\\"_s), u"\\x\\"_s);
}

void tst_SessionTsv::columnsHaveNames()
{
    const QString text = u"\uFEFFUnit\t Target \ttarget\r\nu1\ta\tb\r\n\r\n \t\t\nu2\tc\t"_s;
    QCOMPARE(TsvTable::columnsOf(text), (QStringList{u"unit"_s, u"target"_s, u"target"_s}));
    const Result<TsvTable> table = TsvTable::read(text, u"t.tsv"_s, u"x"_s);
    QVERIFY(table.ok());
    QVERIFY(table->has("unit") && table->has("target") && !table->has("segment"));
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(table->lineOf(0), 2);
    QCOMPARE(table->lineOf(1), 5);
    QCOMPARE(table->value(0, "target"), u"a"_s);
    QCOMPARE(table->value(1, "target"), u"c"_s);
    QCOMPARE(table->value(1, "segment"), QString());
}

void tst_SessionTsv::rowsHaveTheFieldsOfTheHeader()
{
    for (const QString &row : {u"1"_s, u"1\t2\t3"_s}) {
        const Result<TsvTable> table = TsvTable::read(u"a\tb\n1\t2\n"_s + row, u"t.tsv"_s, u"my.code"_s);
        QVERIFY(!table.ok());
        QCOMPARE(table.error().code, u"my.code"_s);
        QVERIFY2(table.error().text().startsWith(u"t.tsv:3: "_s), qPrintable(table.error().text()));
    }
    const Result<TsvTable> cut = TsvTable::read(u"a\tb\tc\n1\t2\n1\t2\t"_s, u"t.tsv"_s, u"my.code"_s, 2);
    QVERIFY(cut.ok());
    QVERIFY(cut->isGiven(0, "b") && !cut->isGiven(0, "c") && !cut->isGiven(0, "d") && cut->isGiven(1, "c"));
    QVERIFY(!cut->isWhole(0) && cut->isWhole(1));
    QCOMPARE(cut->value(0, "c"), QString());
    QVERIFY(!TsvTable::read(u"a\tb\tc\n1"_s, u"t.tsv"_s, u"my.code"_s, 2).ok());
    QVERIFY(!TsvTable::read(u"a\tb\tc\n1\t2\t3\t4"_s, u"t.tsv"_s, u"my.code"_s, 2).ok());
}

void tst_SessionTsv::encodings()
{
    const QString text = u"unit\ttarget\nu1\tHà Nội\n"_s;
    const auto decoded = [](const QByteArray &bytes) {
        const Result<text::DecodedText> read = decodeTable(bytes, u"t.tsv"_s);
        if (!read)
            return read.error().text();
        const Result<TsvTable> table = TsvTable::read(read->text, {}, {});
        return table ? table->value(0, "target") : table.error().text();
    };
    QCOMPARE(decoded(text.toUtf8()), u"Hà Nội"_s);
    QCOMPARE(decoded(QStringEncoder(QStringConverter::Utf16LE).encode(text)), u"Hà Nội"_s);
    QCOMPARE(
        decoded(QStringEncoder(QStringConverter::Utf16BE, QStringConverter::Flag::WriteBom).encode(text)),
        u"Hà Nội"_s);
    // "Bộ trưởng Ngoại giao" in TCVN3.
    QCOMPARE(decoded("unit\ttarget\nu1\tB\xE9 tr\xAD\xEBng Ngo\xB9i giao th\xA8m ch\xDDnh th\xF8"
                     "c Vi\xD6t Nam\n"),
             u"Bộ trưởng Ngoại giao thăm chính thức Việt Nam"_s);
    QVERIFY2(decoded("unit\ttarget\nu1\t\x81\x8D\x8F\n").startsWith(u"t.tsv:2:4: The table is not UTF-8"_s),
             qPrintable(decoded("unit\ttarget\nu1\t\x81\x8D\x8F\n")));
    QVERIFY(!decodeTable({}, u"t.tsv"_s).ok());
}

QTEST_APPLESS_MAIN(tst_SessionTsv)
#include "tst_session_tsv.moc"
