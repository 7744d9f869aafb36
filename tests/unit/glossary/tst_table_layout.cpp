#include "glossary/engine/csv.h"
#include "glossary/engine/table_layout.h"
#include "glossary/engine/tsv.h"

#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::glossary;
using namespace Qt::StringLiterals;

namespace {

/// "vi,en,-": the fields that the columns of a TSV get.
QString fieldsOf(const QString &text, const TableOptions &options = {})
{
    const TableLayout layout = layoutTable(splitTsv(text), options);
    QStringList fields;
    for (const TableColumn &column : layout.columns)
        fields.append(column.field < 0 ? u"-"_s
                                       : QLatin1String(tsvColumns[static_cast<std::size_t>(column.field)]) +
                                             (column.guessed ? u"?"_s : QString()));
    return fields.join(u',') + (layout.problem ? u" !"_s + layout.problem->code : QString());
}

} // namespace

/// How the columns of a table are found: by their names, by what people call them, by their cells, by the
/// user's word.
class TestTableLayout : public QObject
{
    Q_OBJECT

private slots:
    void namesSayFields_data();
    void namesSayFields();
    void findsColumns_data();
    void findsColumns();
    void obeysTheUser_data();
    void obeysTheUser();
    void titleAboveAHeader();
    void readsByGuessedColumns();
};

void TestTableLayout::namesSayFields_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("field"); ///< "-": none
    const auto add = [](const char *name, const char *field) {
        QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(field);
    };
    add("vi", "vi");
    add("VI", "vi");
    add("Tiếng Việt", "vi");
    add("TIẾNG VIỆT", "vi");
    add("Thuật ngữ tiếng Việt", "vi");
    add("Vietnamese term", "vi");
    add("Term (VI)", "vi");
    add("vi-VN", "vi");
    add("Tên tiếng Anh", "en");
    add("Anh", "en");
    add("English", "en");
    add("English_term", "en");
    add("en-GB", "en");
    add("Nghĩa tiếng Anh", "en");
    add("Official English name", "en");
    add("Ghi chú", "note");
    add("Notes / Remarks", "note");
    add("Lĩnh vực", "domain");
    add("Subject field", "domain");
    add("Từ loại", "pos");
    add("Part of Speech", "pos");
    add("Trạng thái", "status");
    add("Viết tắt", "abbreviation_en");
    add("Viết tắt tiếng Việt", "abbreviation_vi");
    add("Vietnamese synonyms", "vi_variants");
    add("English variants", "en_variants");
    add("Biến thể tiếng Việt", "vi_variants");
    add("Do not use", "forbidden_en");
    add("Thay bằng", "replacement");
    add("Lý do", "reason");
    add("Valid from", "valid_from");
    add("Hiệu lực từ", "valid_from");
    add("Căn cứ", "authority");
    add("Mã", "id");
    add("French", "-");
    add("Tiếng Pháp", "-");
    add("STT", "-");
    add("English teacher", "-");
    add("", "-");
}

void TestTableLayout::namesSayFields()
{
    QFETCH(QString, name);
    QFETCH(QString, field);
    const int found = fieldNamed(name);
    QCOMPARE(found < 0 ? u"-"_s : QString::fromLatin1(tsvColumns[static_cast<std::size_t>(found)]), field);
}

void TestTableLayout::findsColumns_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("fields");
    QTest::newRow("own names") << u"vi\ten\tnote\n"_s << u"vi,en,note"_s;
    QTest::newRow("Vietnamese names") << u"STT\tTiếng Việt\tTiếng Anh\tGhi chú\n"_s << u"-,vi?,en?,note?"_s;
    QTest::newRow("own names win") << u"English\ten\tvi\n"_s << u"-,en,vi"_s;
    QTest::newRow("source and target") << u"Source\tTarget\na\tb\n"_s << u"vi?,en?"_s;
    QTest::newRow("turned by their cells")
        << u"Source\tTarget\nsummit\thội nghị cấp cao\nminister\tbộ trưởng\n"_s << u"en?,vi?"_s;
    QTest::newRow("one language is named") << u"Thuật ngữ\tEnglish\n"_s << u"vi?,en?"_s;
    QTest::newRow("where it comes from") << u"Tiếng Việt\tTiếng Anh\tNguồn\n"_s << u"vi?,en?,authority?"_s;
    QTest::newRow("no header") << u"đại sứ\tambassador\tx\n"_s << u"vi?,en?,note"_s;
    QTest::newRow("no header, turned") << u"ambassador\tđại sứ\nsummit\tthượng đỉnh\n"_s << u"en?,vi?,note"_s;
    QTest::newRow("too many, no header") << u"a\tb\tc\td\n"_s << u"-,-,-,- !glossary.bad-header"_s;
    QTest::newRow("no English") << u"vi\tnote\n"_s << u"vi,note !glossary.bad-header"_s;
    QTest::newRow("twice") << u"vi\ten\ten\n"_s << u"vi,en,en !glossary.bad-header"_s;
}

void TestTableLayout::findsColumns()
{
    QFETCH(QString, text);
    QFETCH(QString, fields);
    QCOMPARE(fieldsOf(text), fields);
}

void TestTableLayout::obeysTheUser_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("columns"); ///< name, field, name, field ...
    QTest::addColumn<int>("header");          ///< 0 no, 1 yes, -1 as it looks
    QTest::addColumn<QString>("fields");
    QTest::newRow("by name") << u"Alpha\tBeta\n"_s << QStringList{u"alpha"_s, u"vi"_s, u"beta"_s, u"en"_s}
                             << -1 << u"vi,en"_s;
    QTest::newRow("by number") << u"x\ty\tz\tw\n"_s << QStringList{u"#2"_s, u"vi"_s, u"#4"_s, u"en"_s} << -1
                               << u"-,vi,-,en"_s;
    QTest::newRow("number before name")
        << u"vi\ten\n"_s << QStringList{u"#1"_s, u"en"_s, u"#2"_s, u"vi"_s} << -1 << u"en,vi"_s;
    QTest::newRow("left out") << u"vi\ten\tnote\n"_s << QStringList{u"note"_s, QString()} << -1
                              << u"vi,en,-"_s;
    QTest::newRow("a header it is") << u"x\ty\n"_s << QStringList{u"#1"_s, u"vi"_s, u"#2"_s, u"en"_s} << 1
                                    << u"vi,en"_s;
    QTest::newRow("no header it is") << u"vi\ten\n"_s << QStringList() << 0 << u"vi?,en?,note"_s;
    QTest::newRow("two for one") << u"x\ty\n"_s << QStringList{u"#1"_s, u"vi"_s, u"#2"_s, u"vi"_s} << 0
                                 << u"vi,vi !glossary.bad-header"_s;
}

void TestTableLayout::obeysTheUser()
{
    QFETCH(QString, text);
    QFETCH(QStringList, columns);
    QFETCH(int, header);
    QFETCH(QString, fields);
    TableOptions options;
    for (qsizetype i = 0; i < columns.size(); i += 2)
        options.columnNames.insert(columns[i], columns[i + 1]);
    if (header >= 0)
        options.header = header == 1;
    QCOMPARE(fieldsOf(text, options), fields);
}

/// Spreadsheets have titles above their tables; the place of an error is a cell there.
void TestTableLayout::titleAboveAHeader()
{
    TableOptions options;
    options.sheet = u"Terms"_s;
    const QString text = u"Glossary of 2024\n\t\nTiếng Việt\tTiếng Anh\nđại sứ\tambassador\n"_s;
    const TableLayout layout = layoutTable(splitTsv(text), options);
    QVERIFY(layout.header);
    QCOMPARE(layout.firstRow, std::size_t(2)); // the blank row is no row
    QVERIFY(!layoutTable(splitTsv(text), {}).header);
    const Error error = tableError("glossary.x", u"wrong"_s, options, 12, 28);
    QCOMPARE(error.message, u"sheet \"Terms\", cell AB12: wrong"_s);
    QCOMPARE(error.where.line, 12);
}

void TestTableLayout::readsByGuessedColumns()
{
    const Result<GlossaryContents> contents = readCsv(
        u"STT;Tiếng Anh;Tiếng Việt;Lĩnh vực\n1;note verbale;công hàm;protocol\n"_s.toUtf8(), u"a.csv"_s);
    QVERIFY2(contents.ok(), contents ? "" : qPrintable(contents.error().text()));
    const ConceptEntry entry = contents->termbase.entries().value(0);
    QCOMPARE(entry.termsIn(u"vi"_s).value(0).text, u"công hàm"_s);
    QCOMPARE(entry.termsIn(u"en"_s).value(0).text, u"note verbale"_s);
    QCOMPARE(entry.domain, u"protocol"_s);
    QCOMPARE(contents->rejectedRows.size(), 1);
    QCOMPARE(contents->rejectedRows.value(0).code, u"glossary.unknown-column"_s);
}

QTEST_GUILESS_MAIN(TestTableLayout)
#include "tst_table_layout.moc"
