#include "glossary/engine/tsv.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::glossary;
using namespace Qt::StringLiterals;

namespace {

TsvContents read(const QString &text)
{
    const Result<TsvContents> contents = readTsv(text.toUtf8(), u"folder/mine.tsv"_s);
    if (!contents) {
        QTest::qFail(qPrintable(contents.error().text()), __FILE__, __LINE__);
        return {};
    }
    return *contents;
}

QString terms(const ConceptEntry &entry)
{
    QStringList parts;
    for (const Term &term : entry.terms)
        parts.append(u"%1:%2:%3%4"_s.arg(term.language, term.text, statusName(term.status),
                                         term.abbreviation ? u":abbr"_s : QString()));
    return parts.join(u" / "_s);
}

} // namespace

class TestGlossaryTsv : public QObject
{
    Q_OBJECT

private slots:
    void readsAllColumns();
    void readsDatesAndAvoidedEnglish();
    void writesOnlyTheColumnsItNeeds();
    void readsColumnsInAnyOrder();
    void readsOmegaT();
    void readsEncodingsAndLineEnds_data();
    void readsEncodingsAndLineEnds();
    void readsEscapes();
    void readsStatusInAnyCase();
    void leavesRowsOut_data();
    void leavesRowsOut();
    void reportsUnknownColumns();
    void refusesFiles_data();
    void refusesFiles();
    void makesIds();
    void manyEqualIdsStayQuick();
    void findsById();
    void knowsLanguageTags();
    void writesWhatItReads();
    void writesRandomTermbases();
};

void TestGlossaryTsv::readsAllColumns()
{
    const TsvContents contents = read(
        u"id\tvi\ten\tpos\tdomain\tstatus\tvi_variants\ten_variants\tabbreviation_vi\tabbreviation_"
        u"en\tnote\tauthority\n"
        u"x.1\tLiên hợp quốc\tUnited Nations\tproper noun\tun\tpreferred\tLiên hiệp quốc|Liên Hợp Quốc\tUN "
        u"Organisation\tLHQ\tUN\tnot in treaties\tUN Charter\n"_s);
    QVERIFY(contents.rejectedRows.isEmpty());
    QCOMPARE(contents.termbase.name(), u"mine"_s);
    QCOMPARE(contents.termbase.entries().size(), 1);
    const ConceptEntry &entry = contents.termbase.entries().first();
    QCOMPARE(entry.id, u"x.1"_s);
    QCOMPARE(entry.partOfSpeech, u"proper noun"_s);
    QCOMPARE(entry.domain, u"un"_s);
    QCOMPARE(entry.note, u"not in treaties"_s);
    QCOMPARE(entry.authority, u"UN Charter"_s);
    QCOMPARE(terms(entry),
             u"vi:Liên hợp quốc:preferred / vi:Liên hiệp quốc:admitted / vi:Liên Hợp Quốc:admitted / "
             u"vi:LHQ:admitted:abbr / en:United Nations:preferred / en:UN Organisation:admitted / "
             u"en:UN:admitted:abbr"_s);
}

void TestGlossaryTsv::readsDatesAndAvoidedEnglish()
{
    const TsvContents contents = read(
        u"vi\ten\tvalid_from\tvalid_to\tdeprecated_en\tforbidden_en\treason\treplacement\n"
        u"Biển Đông\tEast Sea\t1945-09-02\t\tBien Dong\tSouth China Sea|China Sea\thouse style\tEast Sea\n"
        u"Bộ Thương mại\tMinistry of Trade\t\t2007\t\t\t\t\n"
        u"Bộ Nội thương\tMinistry of Home Trade\t\t1990-13\t\t\t\t\n"_s);
    QCOMPARE(contents.rejectedRows.size(), 1);
    QCOMPARE(contents.rejectedRows.first().text(),
             u"folder/mine.tsv:4:39: \"1990-13\" is no date; write 2025, 2025-03 or 2025-03-01"_s);
    const ConceptEntry &sea = contents.termbase.entries().first();
    QCOMPARE(sea.validFrom, u"1945-09-02"_s);
    QCOMPARE(terms(sea), u"vi:Biển Đông:preferred / en:East Sea:preferred / en:Bien Dong:deprecated / "
                         u"en:South China Sea:forbidden / en:China Sea:forbidden"_s);
    QCOMPARE(sea.terms.last().reason, u"house style"_s);
    QCOMPARE(sea.terms.last().replacement, u"East Sea"_s);
    QCOMPARE(contents.termbase.entries().last().validTo, u"2007"_s);
}

void TestGlossaryTsv::writesOnlyTheColumnsItNeeds()
{
    const auto header = [](const QString &text) {
        return QString::fromUtf8(writeTsv(read(text).termbase)).section(u'\n', 0, 0).section(u'\t', 12);
    };
    QCOMPARE(header(u"vi\ten\na\tb\n"_s), QString());
    QCOMPARE(header(u"vi\ten\tvalid_to\tforbidden_en\na\tb\t2025\tc\n"_s), u"valid_to\tforbidden_en"_s);
}

void TestGlossaryTsv::readsColumnsInAnyOrder()
{
    const TsvContents contents =
        read(u"# my own words\nEN\tNote\tvi\nRussia\tshort form\tNga\nFrance\t\tPháp\n"_s);
    QCOMPARE(contents.termbase.entries().size(), 2);
    QCOMPARE(terms(contents.termbase.entries()[0]), u"vi:Nga:preferred / en:Russia:preferred"_s);
    QCOMPARE(contents.termbase.entries()[0].note, u"short form"_s);
    QCOMPARE(contents.termbase.entries()[0].id, u"row-3"_s);
}

void TestGlossaryTsv::readsOmegaT()
{
    const TsvContents contents =
        read(u"# comment\nNga\tRussia\tshort form\nPháp\tFrance\n# another\n\nnote\tword\n"_s);
    QVERIFY(contents.rejectedRows.isEmpty());
    QCOMPARE(contents.termbase.entries().size(), 3);
    QCOMPARE(contents.termbase.entries()[0].note, u"short form"_s);
    QCOMPARE(terms(contents.termbase.entries()[1]), u"vi:Pháp:preferred / en:France:preferred"_s);
    QCOMPARE(contents.termbase.entries()[2].id, u"row-6"_s);
}

void TestGlossaryTsv::readsEncodingsAndLineEnds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString text = u"id\tvi\ten\na\tĐức\tGermany\nb\tNga\tRussia"_s;
    const QString crLf = QString(text).replace(u'\n', u"\r\n"_s);
    const auto utf16 = [](const QString &s) {
        return QByteArray("\xFF\xFE", 2) +
               QByteArray(reinterpret_cast<const char *>(s.utf16()), s.size() * 2);
    };
    QTest::newRow("plain") << text.toUtf8();
    QTest::newRow("last line ended") << text.toUtf8() + "\n";
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF") + text.toUtf8();
    QTest::newRow("CR LF") << crLf.toUtf8();
    QTest::newRow("CR") << QString(text).replace(u'\n', u'\r').toUtf8();
    QTest::newRow("BOM and CR LF") << QByteArray("\xEF\xBB\xBF") + crLf.toUtf8();
    QTest::newRow("UTF-16") << utf16(text);
    QTest::newRow("spaces around") << QString(text).replace(u'\t', u" \t "_s).toUtf8();
}

void TestGlossaryTsv::readsEncodingsAndLineEnds()
{
    QFETCH(QByteArray, bytes);
    const Result<TsvContents> contents = readTsv(bytes, u"a.tsv"_s);
    QVERIFY2(contents.ok(), contents ? "" : qPrintable(contents.error().text()));
    QVERIFY(contents->rejectedRows.isEmpty());
    QCOMPARE(contents->termbase.entries().size(), 2);
    QCOMPARE(contents->termbase.entries()[0].id, u"a"_s);
    QCOMPARE(terms(contents->termbase.entries()[0]), u"vi:Đức:preferred / en:Germany:preferred"_s);
    QCOMPARE(terms(contents->termbase.entries()[1]), u"vi:Nga:preferred / en:Russia:preferred"_s);
}

void TestGlossaryTsv::readsEscapes()
{
    const TsvContents contents = read(
        u"vi\ten\tnote\tvi_variants\nmột|hai\tone\\ttab\tline\\nline\\r C:\\\\dir \\x\tba\\|bốn|năm||\\\\|sáu\\\n"_s);
    const ConceptEntry &entry = contents.termbase.entries().first();
    QCOMPARE(entry.note, u"line\nline\r C:\\dir \\x"_s);
    QCOMPARE(terms(entry), u"vi:một|hai:preferred / vi:ba|bốn:admitted / vi:năm:admitted / vi:\\:admitted / "
                           u"vi:sáu\\:admitted / en:one\ttab:preferred"_s);
}

void TestGlossaryTsv::readsStatusInAnyCase()
{
    const TsvContents contents =
        read(u"vi\ten\tstatus\ten_variants\na\tb\tForbidden\tc\nd\te\tDEPRECATED\t\nf\tg\t\th"_s);
    QCOMPARE(terms(contents.termbase.entries()[0]), u"vi:a:forbidden / en:b:forbidden / en:c:forbidden"_s);
    QCOMPARE(terms(contents.termbase.entries()[1]), u"vi:d:deprecated / en:e:deprecated"_s);
    QCOMPARE(terms(contents.termbase.entries()[2]), u"vi:f:preferred / en:g:preferred / en:h:admitted"_s);
}

void TestGlossaryTsv::leavesRowsOut_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("code");
    QTest::addColumn<qint64>("column");
    QTest::newRow("status") << u"Đức 😀\tGermany\tgood"_s << u"glossary.unknown-status"_s << qint64(15);
    QTest::newRow("no en") << u"Đức\t\tpreferred"_s << u"glossary.missing-term"_s << qint64(5);
    QTest::newRow("no vi") << u"\tGermany\tpreferred"_s << u"glossary.missing-term"_s << qint64(1);
    QTest::newRow("only one cell") << u"Đức"_s << u"glossary.missing-term"_s << qint64(0);
    QTest::newRow("too many") << u"Đức\tGermany\t\tmore"_s << u"glossary.too-many-cells"_s << qint64(14);
}

void TestGlossaryTsv::leavesRowsOut()
{
    QFETCH(QString, row);
    QFETCH(QString, code);
    QFETCH(qint64, column);
    const TsvContents contents =
        read(u"vi\ten\tstatus\nNga\tRussia\t\t\t\n\n"_s + row + u"\nPháp\tFrance\n"_s);
    QCOMPARE(contents.termbase.entries().size(), 2);
    QCOMPARE(contents.rejectedRows.size(), 1);
    const Error &error = contents.rejectedRows.first();
    QCOMPARE(error.code, code);
    QCOMPARE(error.where.file, u"folder/mine.tsv"_s);
    QCOMPARE(error.where.line, 4);
    QCOMPARE(error.where.column, column);
    QVERIFY(!error.message.isEmpty());
}

void TestGlossaryTsv::reportsUnknownColumns()
{
    const TsvContents contents = read(u"vi\tregion\ten\nNga\tx\tRussia\n"_s);
    QCOMPARE(contents.termbase.entries().size(), 1);
    QCOMPARE(contents.rejectedRows.size(), 1);
    QCOMPARE(contents.rejectedRows.first().text(),
             u"folder/mine.tsv:1:4: column \"region\" is not known and was left out"_s);
}

void TestGlossaryTsv::refusesFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << QByteArray() << u"text.empty"_s;
    QTest::newRow("header only") << QByteArray("vi\ten\n") << u"glossary.no-terms"_s;
    QTest::newRow("comments only") << QByteArray("# one\n#two\tb\n") << u"glossary.no-terms"_s;
    QTest::newRow("blank") << QByteArray("\n \n\t\n") << u"text.empty"_s;
    QTest::newRow("no usable row") << QByteArray("vi\ten\na\t\n") << u"glossary.no-terms"_s;
    QTest::newRow("no language") << QByteArray("id\tvi\tnote\na\tb\tc\n") << u"glossary.bad-header"_s;
    QTest::newRow("column twice") << QByteArray("vi\ten\tvi\na\tb\tc\n") << u"glossary.bad-header"_s;
    QTest::newRow("prose") << QByteArray("Just a sentence.\n") << u"glossary.bad-header"_s;
    QTest::newRow("four columns") << QByteArray("a\tb\tc\td\n") << u"glossary.bad-header"_s;
    QTest::newRow("bad UTF-8") << QByteArray("vi\ten\na\t\xC3\x28\n") << u"text.unknown-encoding"_s;
    QTest::newRow("binary") << QByteArray("PK\x03\x04\x00\x00\x00\x00\x08\x00", 10) << u"text.binary"_s;
}

void TestGlossaryTsv::refusesFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const Result<TsvContents> contents = readTsv(bytes, u"a.tsv"_s);
    QVERIFY(!contents.ok());
    QCOMPARE(contents.error().code, code);
    QCOMPARE(contents.error().where.file, u"a.tsv"_s);
    QVERIFY(!contents.error().message.isEmpty());
}

void TestGlossaryTsv::makesIds()
{
    const TsvContents contents =
        read(u"id\tvi\ten\nx\ta\ta\nx\tb\tb\nx-2\tc\tc\nx\td\td\n\te\te\nrow-6\tf\tf\n"_s);
    QStringList ids;
    for (const ConceptEntry &entry : contents.termbase.entries())
        ids.append(entry.id);
    QCOMPARE(ids, (QStringList{u"x"_s, u"x-3"_s, u"x-2"_s, u"x-4"_s, u"row-6-2"_s, u"row-6"_s}));
}

void TestGlossaryTsv::manyEqualIdsStayQuick()
{
    QString text = u"id\tvi\ten\n"_s;
    for (int i = 0; i < 20000; ++i)
        text += u"x\ta\tb\n"_s;
    const TsvContents contents = read(text);
    QCOMPARE(contents.termbase.entries().last().id, u"x-20000"_s);
}

void TestGlossaryTsv::findsById()
{
    const Termbase base = read(u"id\tvi\ten\nx\ta\ta\ny\tb\tb\n"_s).termbase;
    QCOMPARE(base.find(u"y"_s), &base.entries()[1]);
    QCOMPARE(base.find(u"z"_s), nullptr);
    const Termbase copy = base;
    QCOMPARE(copy.find(u"y"_s)->terms.first().text, u"b"_s);
}

void TestGlossaryTsv::knowsLanguageTags()
{
    QVERIFY(sameLanguage(u"en", u"EN"));
    QVERIFY(sameLanguage(u"en", u"en-GB"));
    QVERIFY(sameLanguage(u"en-GB", u"en"));
    QVERIFY(!sameLanguage(u"en-GB", u"en-US"));
    QVERIFY(!sameLanguage(u"en", u"enm"));
    QVERIFY(!sameLanguage(u"vi", u"en"));
}

void TestGlossaryTsv::writesWhatItReads()
{
    const Termbase base = read(u"vi\ten\tnote\tvi_variants\tabbreviation_vi\tstatus\n"
                               u"một|hai\t\\\\n\tA\\tB\\n\tba\\|bốn|\\\\\tAB|CD\tforbidden\nx\ty\t\t\t\t\n"_s)
                              .termbase;
    const QByteArray bytes = writeTsv(base);
    QVERIFY(bytes.startsWith("id\tvi\ten\tpos\tdomain\tstatus\tvi_variants\ten_variants\tabbreviation_vi\t"
                             "abbreviation_en\tnote\tauthority\nrow-2\tmột|hai\t"));
    QCOMPARE(bytes.count('\n'), 3);
    const Result<TsvContents> again = readTsv(bytes, u"mine.tsv"_s);
    QVERIFY(again.ok());
    QCOMPARE(again->termbase.entries(), base.entries());
}

void TestGlossaryTsv::writesRandomTermbases()
{
    QRandomGenerator random(20260101);
    const QString letters = u"aăđ \\|ntr#\u00A0"_s;
    const auto word = [&](int minimum) {
        QString text;
        for (int i = random.bounded(minimum, 8); i > 0; --i)
            text += letters[random.bounded(letters.size())];
        return text;
    };
    for (int round = 0; round < 300; ++round) {
        QString file =
            u"id\tvi\ten\tpos\tdomain\tstatus\tvi_variants\ten_variants\tabbreviation_vi\tabbreviation_en\t"
            u"note\tauthority\tvalid_from\tvalid_to\tdeprecated_en\tforbidden_en\treason\treplacement\n"_s;
        for (int row = random.bounded(1, 6); row > 0; --row) {
            QStringList cells;
            for (int cell = 0; cell < 12; ++cell)
                cells.append(word(0));
            cells[1].prepend(u'v');
            cells[2].prepend(u'e');
            const auto status = static_cast<TermStatus>(random.bounded(4));
            cells[5] = statusName(status);
            cells.append({random.bounded(2) == 0 ? QString() : u"2025-02"_s, {}, {}, {}, {}, {}});
            if (status < TermStatus::Deprecated && random.bounded(2) == 0) {
                cells[14] = u'd' + word(0);
                cells[15] = word(0);
                cells[16] = word(0);
                cells[17] = word(0);
            }
            file += cells.join(u'\t') + u'\n';
        }
        const TsvContents first = read(file);
        QVERIFY2(first.rejectedRows.isEmpty(), qPrintable(file));
        const Result<TsvContents> second = readTsv(writeTsv(first.termbase), u"mine.tsv"_s);
        QVERIFY2(second.ok(), qPrintable(file));
        QVERIFY2(second->termbase.entries() == first.termbase.entries(), qPrintable(file));
    }
}

QTEST_GUILESS_MAIN(TestGlossaryTsv)
#include "tst_glossary_tsv.moc"
