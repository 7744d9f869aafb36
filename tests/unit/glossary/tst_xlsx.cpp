#include "glossary/engine/interchange.h"
#include "glossary/engine/table_file.h"
#include "glossary/engine/tsv.h"
#include "glossary/engine/xlsx.h"
#include "glossary/engine/xlsx_book.h"
#include "packed_file.h"

#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::glossary;
using namespace Qt::StringLiterals;

namespace {

/// Rows of inline texts: cells separated by |, rows by line ends.
QString rows(const QString &text)
{
    QString xml;
    for (const QString &line : text.split(u'\n')) {
        xml += u"<row>"_s;
        for (const QString &cell : line.split(u'|'))
            xml += u"<c t=\"inlineStr\"><is><t>"_s + cell.toHtmlEscaped() + u"</t></is></c>"_s;
        xml += u"</row>"_s;
    }
    return u"<sheetData>"_s + xml + u"</sheetData>"_s;
}

Result<GlossaryContents> read(const Workbook &book, const ReadOptions &options = {})
{
    return readGlossary(packed(book.parts()), u"a.xlsx"_s, options);
}

/// "vi=en (note)" of each entry.
QStringList shown(const Result<GlossaryContents> &contents)
{
    if (!contents)
        return {contents.error().text()};
    QStringList list;
    for (const ConceptEntry &entry : contents->termbase.entries())
        list.append(entry.termsIn(u"vi"_s).value(0).text + u'=' + entry.termsIn(u"en"_s).value(0).text +
                    (entry.note.isEmpty() ? QString() : u" ("_s + entry.note + u')'));
    return list;
}

} // namespace

class TestXlsx : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryKindOfText();
    void readsNumbers_data();
    void readsNumbers();
    void knowsDateFormats_data();
    void knowsDateFormats();
    void choosesTheSheet();
    void fillsMergedCells();
    void tellsWhatIsHidden();
    void placesErrors();
    void refuses_data();
    void refuses();
    void staysWithinLimits();
    void resolvesParts();
    void comesBack();
    void writesTextsAlone();
};

void TestXlsx::readsEveryKindOfText()
{
    Workbook book;
    book.strings = u"<si><t>Tiếng Việt</t></si><si><t>Tiếng Anh</t></si>"
                   u"<si><r><t>Bộ </t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">Ngoại giao</t></r>"
                   u"<rPh sb=\"0\" eb=\"1\"><t>nothing</t></rPh></si>"_s;
    book.sheets = {
        {u"S"_s, u"<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c>"
                 u"<c r=\"D1\" t=\"inlineStr\"><is><t>Ghi chú</t></is></c></row>"
                 u"<row r=\"4\"><c r=\"A4\" t=\"s\"><v>2</v></c>"
                 u"<c r=\"C4\" t=\"str\"><f>\"Ministry\"</f><v>Ministry of Foreign Affairs</v></c>"
                 u"<c r=\"D4\" t=\"inlineStr\"><is><t>one_x000D_two_x005F_x0041_</t></is></c></row>"
                 u"</sheetData>"_s}};
    const Result<GlossaryContents> contents = read(book);
    QCOMPARE(shown(contents), QStringList{u"Bộ Ngoại giao=Ministry of Foreign Affairs (one\rtwo_x0041_)"_s});
    QCOMPARE(contents->places.value(0).line, 4);
    QCOMPARE(contents->rejectedRows.size(), 0);
}

void TestXlsx::readsNumbers_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("from1904");
    QTest::addColumn<QString>("text");
    const auto add = [](const char *written, xlsx::NumberKind kind, const char *text, bool from1904 = false) {
        QTest::addRow("%s as %d", written, static_cast<int>(kind))
            << QString::fromLatin1(written) << static_cast<int>(kind) << from1904
            << QString::fromLatin1(text);
    };
    using enum xlsx::NumberKind;
    add("2025", Number, "2025");
    add("1.5", Number, "1.5");
    add("0.30000000000000004", Number, "0.3");
    add("1E3", Number, "1000");
    add("45717", Date, "2025-03-01");
    add("45717", Month, "2025-03");
    add("45717", Year, "2025");
    add("45717.5", DateTime, "2025-03-01 12:00");
    add("45717", DateTime, "2025-03-01");
    add("0.75", Time, "18:00");
    add("1", Date, "1900-01-01");
    add("61", Date, "1900-03-01");
    add("44255", Date, "2025-03-01", true);
    add("-5", Date, "-5");
    add("1E300", Date, "1e+300");
    add("nan", Number, "nan");
}

void TestXlsx::readsNumbers()
{
    QFETCH(QString, written);
    QFETCH(int, kind);
    QFETCH(bool, from1904);
    QFETCH(QString, text);
    QCOMPARE(xlsx::numberText(written, static_cast<xlsx::NumberKind>(kind), from1904), text);
}

void TestXlsx::knowsDateFormats_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("kind");
    using enum xlsx::NumberKind;
    const auto add = [](const char *code, xlsx::NumberKind kind) {
        QTest::newRow(code) << QString::fromLatin1(code) << static_cast<int>(kind);
    };
    add("General", Number);
    add("0.00", Number);
    add("@", Number);
    add("\"day\" 0", Number);
    add("[Red]0", Number);
    add("dd/mm/yyyy", Date);
    add("[$-42A]dd mmmm yyyy;@", Date);
    add("mm/yyyy", Month);
    add("yyyy", Year);
    add("h:mm", Time);
    add("yyyy\\-mm\\-dd hh:mm", DateTime);
}

void TestXlsx::knowsDateFormats()
{
    QFETCH(QString, code);
    QFETCH(int, kind);
    QCOMPARE(static_cast<int>(xlsx::kindOfFormat(code)), kind);
}

void TestXlsx::choosesTheSheet()
{
    Workbook book;
    book.sheets = {{u"Cover"_s, rows(u"Prepared in 2024"_s)},
                   {u"Loose"_s, rows(u"Nga|Russia"_s)},
                   {u"Terms"_s, rows(u"List of terms\n\nTiếng Việt|Tiếng Anh\nđại sứ|ambassador"_s)},
                   {u"Later"_s, rows(u"vi|en\nx|y"_s)}};
    QCOMPARE(shown(read(book)), QStringList{u"đại sứ=ambassador"_s});
    ReadOptions options;
    options.sheet = u"Later"_s;
    QCOMPARE(shown(read(book, options)), QStringList{u"x=y"_s});
    options.sheet = u"None"_s;
    const Result<GlossaryContents> none = read(book, options);
    QVERIFY(!none.ok());
    QCOMPARE(none.error().code, u"xlsx.no-such-sheet"_s);
    QVERIFY(none.error().message.contains(u"\"Cover\", \"Loose\", \"Terms\""_s));
    book.sheets = {{u"Only"_s, rows(u"Nga|Russia"_s)}};
    QCOMPARE(shown(read(book)), QStringList{u"Nga=Russia"_s});
}

void TestXlsx::fillsMergedCells()
{
    Workbook book;
    book.sheets = {
        {u"S"_s, rows(u"note|vi|en\nn|a|b\n|c|d\n|e|f"_s) +
                     u"<mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B1:C1\"/></mergeCells>"_s}};
    const Result<GlossaryContents> contents = read(book);
    QCOMPARE(shown(contents), (QStringList{u"a=b (n)"_s, u"c=d (n)"_s, u"e=f"_s}));
    QVERIFY(contents->warnings.join(u' ').contains(u"merged"_s));
}

void TestXlsx::tellsWhatIsHidden()
{
    Workbook book;
    book.sheets = {{u"S"_s, rows(u"vi|en\na|b"_s).replace(u"</row><row>"_s, u"</row><row hidden=\"1\">"_s)}};
    const Result<GlossaryContents> contents = read(book);
    QCOMPARE(shown(contents), QStringList{u"a=b"_s});
    QCOMPARE(contents->warnings, QStringList{u"1 hidden rows are read too."_s});
}

void TestXlsx::placesErrors()
{
    Workbook book;
    book.sheets = {
        {u"Của tôi"_s,
         rows(u"vi|en|status\na|b|good\n|y"_s)
             .replace(
                 u"</sheetData>"_s,
                 u"<row r=\"9\"><c r=\"A9\" t=\"e\"><v>#N/A</v></c><c r=\"B9\"><v>5</v></c></row></sheetData>"_s)}};
    const Result<TableFile> file = openTable(packed(book.parts()), u"a.xlsx"_s, FileFormat::Xlsx, {});
    QVERIFY(file.ok());
    QCOMPARE(file->sheets, QStringList{u"Của tôi"_s});
    const Result<GlossaryContents> contents = read(book);
    QVERIFY(!contents.ok()); // none is left
    QVERIFY2(contents.error().message.contains(u"sheet \"Của tôi\", cell C2: status \"good\""_s),
             qPrintable(contents.error().message));
    book.sheets[0].second.replace(u">good<"_s, u">admitted<"_s);
    const Result<GlossaryContents> one = read(book);
    QCOMPARE(shown(one), QStringList{u"a=b"_s});
    QCOMPARE(one->rejectedRows.size(), 3);
    QVERIFY(one->rejectedRows[0].message.startsWith(u"sheet \"Của tôi\", cell A3: "_s));
    QCOMPARE(one->rejectedRows[2].code, u"xlsx.bad-cell"_s);
    QCOMPARE(one->rejectedRows[2].where.line, 9);
}

void TestXlsx::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    Workbook book;
    book.sheets = {{u"S"_s, rows(u"vi|en\na|b"_s)}};
    const QByteArray good = packed(book.parts());
    QTest::newRow("cut") << good.left(good.size() / 2) << u"xlsx.damaged"_s;
    QTest::newRow("only its beginning") << QByteArray("PK\x03\x04rest") << u"xlsx.damaged"_s;
    QTest::newRow("with a password") << packed(book.parts(), "secret") << u"xlsx.encrypted"_s;
    QTest::newRow("old or with a password")
        << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") << u"glossary.unknown-format"_s;
    QTest::newRow("another packed file") << packed({{u"content.xml"_s, "<x/>"}}) << u"xlsx.not-xlsx"_s;
    Parts parts = book.parts();
    parts[0].second.chop(10);
    QTest::newRow("broken XML") << packed(parts) << u"xlsx.malformed"_s;
    parts.removeFirst();
    QTest::newRow("a part is missing") << packed(parts) << u"xlsx.damaged"_s;
    book.sheets[0].second = u"<sheetData/>"_s;
    QTest::newRow("empty") << packed(book.parts()) << u"glossary.no-terms"_s;
    parts = book.parts();
    parts[1].second.replace("xl/workbook.xml", "../../../etc/passwd");
    QTest::newRow("path out of the file") << packed(parts) << u"xlsx.not-xlsx"_s;
    book.sheets[0].second = u"<sheetData><row r=\"99999999\"><c t=\"str\"><v>x</v></c></row></sheetData>"_s;
    QTest::newRow("more rows than there are") << packed(book.parts()) << u"xlsx.too-large"_s;
    parts = book.parts();
    parts[0].second = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><worksheet>&a;</worksheet>";
    QTest::newRow("an entity of another file") << packed(parts) << u"xlsx.entity"_s;
}

void TestXlsx::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const Result<GlossaryContents> contents = readGlossary(bytes, u"a.xlsx"_s);
    QVERIFY(!contents.ok());
    QCOMPARE(contents.error().code, code);
    QVERIFY(contents.error().where.file.startsWith(u"a.xlsx"_s));
}

/// What is unpacked counts, whatever the file says of its sizes, and all parts together.
void TestXlsx::staysWithinLimits()
{
    const Parts parts{{u"a"_s, QByteArray(600 * 1024, ' ')}, {u"b"_s, QByteArray(600 * 1024, 'x')}};
    const QByteArray bytes = packed(parts);
    QVERIFY(bytes.size() < 16 * 1024);
    Result<xlsx::Package> package = xlsx::Package::open(bytes, u"a.xlsx"_s, xlsx::spreadsheet, 1024 * 1024);
    QVERIFY(package.ok());
    QVERIFY(package->read(u"a"_s).ok());
    const Result<QByteArray> second = package->read(u"b"_s);
    QVERIFY(!second.ok());
    QCOMPARE(second.error().code, u"xlsx.too-large"_s);
    Workbook book;
    book.sheets = {{u"S"_s, u"<sheetData>"_s +
                                u"<row><c r=\"IV1\" t=\"str\"><v>x</v></c></row>"_s.repeated(40000) +
                                u"</sheetData>"_s}};
    const Result<GlossaryContents> wide = read(book); // ten million cells in a megabyte
    QVERIFY(!wide.ok());
    QCOMPARE(wide.error().code, u"xlsx.too-large"_s);
}

void TestXlsx::resolvesParts()
{
    QCOMPARE(xlsx::resolvePart(u"xl/workbook.xml"_s, u"worksheets/a.xml"_s), u"xl/worksheets/a.xml"_s);
    QCOMPARE(xlsx::resolvePart(u"xl/workbook.xml"_s, u"/xl/a.xml"_s), u"xl/a.xml"_s);
    QCOMPARE(xlsx::resolvePart(u"xl/workbook.xml"_s, u"../b/./a.xml"_s), u"b/a.xml"_s);
    QCOMPARE(xlsx::resolvePart(u""_s, u"../../a.xml"_s), u"a.xml"_s);
}

void TestXlsx::comesBack()
{
    const QString text =
        u"id\tvi\ten\tpos\tdomain\tstatus\tvi_variants\ten_variants\tabbreviation_vi\tabbreviation_en\tnote\t"
        u"authority\tvalid_from\tvalid_to\tforbidden_en\treason\n"
        u"a-1\tBiển Đông\tEast Sea\tproper noun\tsea\tpreferred\t\tBien Dong\\|Dong\t\t\t=1+1\\nsecond "
        u"line\tx\t2025\t2025-03\tSouth China Sea|SCS\thouse style\n"
        u"002\t1/2\t007\t\t\tadmitted\t\t\t\t\t_x0041_ \\\\ \\t|\t\t\t\t\t\n"_s;
    const Result<GlossaryContents> first = readTsv(text.toUtf8(), u"a.tsv"_s);
    QVERIFY(first.ok() && first->rejectedRows.isEmpty());
    const Result<GlossaryBytes> written = writeXlsx(first->termbase);
    QVERIFY(written.ok());
    QCOMPARE(written->warnings, QStringList());
    const Result<GlossaryContents> second = readGlossary(written->bytes, u"a.xlsx"_s);
    QVERIFY2(second.ok(), second ? "" : qPrintable(second.error().text()));
    QCOMPARE(second->rejectedRows.size(), 0);
    QCOMPARE(second->warnings, QStringList());
    QVERIFY(second->termbase.entries() == first->termbase.entries());
}

/// No cell of what is written is a number, a date or a formula; the header stays in view.
void TestXlsx::writesTextsAlone()
{
    const Result<GlossaryContents> contents = readTsv("vi\ten\tnote\n=A1\t1/2/2025\t+84\n", u"a.tsv"_s);
    QVERIFY(contents.ok());
    const Result<GlossaryBytes> written = writeGlossary(contents->termbase, FileFormat::Xlsx);
    QVERIFY(written.ok());
    Result<xlsx::Package> package = xlsx::Package::open(written->bytes, u"a"_s, xlsx::spreadsheet);
    QVERIFY(package.ok());
    const Result<QByteArray> sheet = package->read(u"xl/worksheets/sheet1.xml"_s);
    QVERIFY(sheet.ok());
    QVERIFY(!sheet->contains("<f>"));
    QVERIFY(sheet->contains("state=\"frozen\""));
    const QString xml = QString::fromUtf8(*sheet);
    QCOMPARE(xml.count(u"<v>"_s), xml.count(u"t=\"s\""_s));
    const Result<QByteArray> styles = package->read(u"xl/styles.xml"_s);
    QVERIFY(styles.ok() && styles->contains("numFmtId=\"49\"")); // text
}

QTEST_GUILESS_MAIN(TestXlsx)
#include "tst_xlsx.moc"
