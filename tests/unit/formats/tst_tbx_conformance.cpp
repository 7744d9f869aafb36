#include "conformance_rows.h"
#include "formats/conformance/tbx.h"
#include "support.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QStandardPaths>
#include <QtTest/QtTest>

#include <array>
#include <span>

using namespace verbale;
using namespace verbale::testing;

/// TBX: each rule of the core structure and of the dialects, by a file that breaks it.
class TestTbxConformance : public QObject
{
    Q_OBJECT
private slots:
    void rules_data();
    void rules();
    void isNotQuadratic();
    void theDtdOfVersionTwoAgrees();
    void suites_data();
    void suites();
};

namespace {

const QByteArray attributes = R"(<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="vi" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc>
      <titleStmt><title>Thuật ngữ</title></titleStmt>
      <sourceDesc><p>Own</p></sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
      <conceptEntry id="c1">
        <descrip type="subjectField">diplomacy</descrip>
        <admin type="customerSubset">MOFA</admin>
        <transacGrp>
          <transac type="transactionType">origination</transac>
          <date>2025-03-01</date>
          <transacNote type="responsibility" target="p1">A</transacNote>
        </transacGrp>
        <ref type="crossReference" target="c2">c2</ref>
        <xref type="xGraphic" target="https://example.org/a.png">a</xref>
        <langSec xml:lang="vi">
          <descripGrp>
            <descrip type="definition">Cơ quan <hi type="entailedTerm" target="c2">nhà nước</hi> <sc id="s1"/>về<ec startRef="s1" isolated="no"/></descrip>
            <admin type="source">Luật</admin>
          </descripGrp>
          <termSec id="t1">
            <term>Bộ Ngoại giao</term>
            <termNote type="partOfSpeech">noun</termNote>
            <termNoteGrp><termNote type="termType">fullForm</termNote><note>n</note></termNoteGrp>
            <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
            <descrip type="context">Người phát ngôn Bộ Ngoại giao</descrip>
          </termSec>
        </langSec>
        <langSec xml:lang="en">
          <termSec><term>Ministry of Foreign Affairs</term></termSec>
        </langSec>
      </conceptEntry>
      <conceptEntry id="c2">
        <langSec xml:lang="vi"><termSec><term>nhà nước</term></termSec></langSec>
      </conceptEntry>
    </body>
    <back>
      <refObjectSec type="responsiblePerson"><refObject id="p1"><item type="fn">A</item></refObject></refObjectSec>
    </back>
  </text>
</tbx>
)";

constexpr Row attributeRows[]{
    {"as it is", "MOFA", "Bộ", ""},
    {"no style", " style=\"dca\"", "", "tbx.missing-attribute"},
    {"style", "style=\"dca\"", "style=\"xyz\"", "tbx.invalid-style"},
    {"no type", "tbx type=\"TBX-Basic\"", "tbx", "tbx.missing-attribute"},
    {"type", "\"TBX-Basic\"", "\"Basic\"", "tbx.invalid-dialect"},
    {"another dialect", "\"TBX-Basic\"", "\"TBX-Own\"", "warning:tbx.unknown-dialect"},
    {"no language", " xml:lang=\"vi\" xmlns", " xmlns", "tbx.missing-attribute"},
    {"namespace", "ed-2", "ed-1", "tbx.namespace"},
    {"no header", "<text>", "<tbxHeader/><text>", "tbx.too-many-elements"},
    {"no sourceDesc", "<sourceDesc><p>Own</p></sourceDesc>", "", "elsewhere:tbx.missing-element"},
    {"no p", "<p>Own</p>", "Own", "tbx.missing-element"},
    {"no entry id", "<conceptEntry id=\"c1\">", "<conceptEntry>", "tbx.missing-attribute"},
    {"id twice", "<conceptEntry id=\"c2\">", "<conceptEntry id=\"t1\">", "tbx.duplicate-id"},
    {"id of digits", "id=\"t1\"", "id=\"1\"", "tbx.invalid-id"},
    {"id of other letters", "id=\"t1\"", "id=\"tđ1\"", ""},
    {"id with a quotation mark", "id=\"t1\"", "id=\"t“1\"", "tbx.invalid-id"},
    {"no language of a section", "<langSec xml:lang=\"en\">", "<langSec>", "tbx.missing-attribute"},
    {"language", "<langSec xml:lang=\"en\">", "<langSec xml:lang=\"en_GB\">", "tbx.invalid-language"},
    {"unknown language", "<langSec xml:lang=\"en\">", "<langSec xml:lang=\"xq\">",
     "warning:tbx.unknown-language"},
    {"no section", "<langSec xml:lang=\"vi\"><termSec><term>nhà nước</term></termSec></langSec>", "",
     "tbx.missing-element"},
    {"no termSec", "<termSec><term>Ministry of Foreign Affairs</term></termSec>", "", "tbx.missing-element"},
    {"no term", "<term>Ministry of Foreign Affairs</term>", "", "tbx.missing-element"},
    {"empty term", "<term>Ministry of Foreign Affairs</term>", "<term> </term>", "tbx.empty-term"},
    {"two terms", "<term>Ministry of Foreign Affairs</term>", "<term>a</term><term>b</term>",
     "tbx.too-many-elements"},
    {"term late", "<term>Bộ Ngoại giao</term>", "<note>n</note><term>Bộ</term>", "tbx.element-order"},
    {"entry information late", "</conceptEntry>", "<note>n</note></conceptEntry>", "tbx.element-order"},
    {"termNote of an entry", "<admin type=\"customerSubset\">MOFA</admin>",
     "<termNote type=\"partOfSpeech\">noun</termNote>", "tbx.unexpected-element"},
    {"unknown element", "<admin type=\"customerSubset\">MOFA</admin>", "<nonsense/>", "tbx.unknown-element"},
    {"a tag of the other style", "<admin type=\"customerSubset\">MOFA</admin>",
     "<m:customerSubset xmlns:m=\"http://www.tbxinfo.net/ns/min\">x</m:customerSubset>",
     "tbx.foreign-element"},
    {"no type of a category", "<admin type=\"customerSubset\">", "<admin>", "tbx.missing-attribute"},
    {"unknown category", "\"customerSubset\"", "\"usageStatus\"", "tbx.unknown-category"},
    {"a category of another element", "<admin type=\"customerSubset\">", "<admin type=\"subjectField\">",
     "tbx.unknown-category"},
    {"a value", ">noun<", ">nominal<", "tbx.invalid-category-value"},
    {"a status", "preferredTerm-admn-sts", "preferred", "tbx.invalid-category-value"},
    {"a transaction", ">origination<", ">creation<", "tbx.invalid-category-value"},
    {"a level", "<termSec><term>Ministry of Foreign Affairs</term>",
     "<termSec><term>m</term><descrip type=\"definition\">d</descrip>", "tbx.category-level"},
    {"another level", "<langSec xml:lang=\"en\">",
     "<langSec xml:lang=\"en\"><descrip type=\"subjectField\">d</descrip>", "tbx.category-level"},
    {"a level in a group", "<langSec xml:lang=\"en\">",
     "<langSec xml:lang=\"en\"><descripGrp><descrip type=\"context\">d</descrip></descripGrp>",
     "tbx.category-level"},
    {"a graphic of a term", "<termSec><term>Ministry of Foreign Affairs</term>",
     "<termSec><term>m</term><xref type=\"xGraphic\" target=\"http://a\">d</xref>", "tbx.category-level"},
    {"the categories of Core", "\"TBX-Basic\"", "\"TBX-Core\"", "elsewhere:tbx.unknown-category"},
    {"date", "<date>2025-03-01</date>", "<date>1.3.2025</date>", "tbx.invalid-date"},
    {"no such day", "<date>2025-03-01</date>", "<date>2025-02-30</date>", "tbx.invalid-date"},
    {"a target nowhere", "target=\"p1\"", "target=\"p9\"", "tbx.unknown-target"},
    {"a reference nowhere", "<ref type=\"crossReference\" target=\"c2\">",
     "<ref type=\"crossReference\" target=\"c9\">", "tbx.unknown-target"},
    {"an address as a target", "<ref type=\"crossReference\" target=\"c2\">",
     "<ref type=\"crossReference\" target=\"https://example.org\">", ""},
    {"xref without address", "target=\"https://example.org/a.png\"", "target=\"a.png\"",
     "tbx.invalid-target"},
    {"hi's type", "type=\"entailedTerm\"", "type=\"red\"", "tbx.invalid-type"},
    {"sc isolated", "<sc id=\"s1\"/>", "<sc id=\"s1\" isolated=\"yes\"/>", "tbx.isolated"},
    {"ec without startRef", "<ec startRef=\"s1\" isolated=\"no\"/>", "<ec/>", "tbx.missing-attribute"},
    {"ec alone", "<sc id=\"s1\"/>", "", "tbx.isolated"},
    {"startRef nowhere", "startRef=\"s1\"", "startRef=\"s9\"", "tbx.unknown-target"},
    {"sc without id", "<sc id=\"s1\"/>", "<sc/>", "tbx.missing-attribute"},
};

const QByteArray tags = R"(<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dct" xml:lang="vi" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
  <tbxHeader><fileDesc><sourceDesc><p>Own</p></sourceDesc></fileDesc></tbxHeader>
  <text>
    <body>
      <conceptEntry id="c1">
        <min:subjectField>diplomacy</min:subjectField>
        <langSec xml:lang="vi">
          <descripGrp><basic:definition>d</basic:definition><basic:source>s</basic:source></descripGrp>
          <transacGrp><basic:transactionType>modification</basic:transactionType><date>2025-03-01</date></transacGrp>
          <termSec><term>Bộ</term><min:partOfSpeech>noun</min:partOfSpeech><basic:crossReference target="c1">x</basic:crossReference></termSec>
        </langSec>
      </conceptEntry>
    </body>
  </text>
</tbx>
)";

constexpr Row tagRows[]{
    {"as it is", "diplomacy", "x", ""},
    {"a value", ">noun<", ">word<", "tbx.invalid-category-value"},
    {"a level", "<term>Bộ</term>", "<term>Bộ</term><min:subjectField>s</min:subjectField>",
     "tbx.category-level"},
    {"the other module", "min:subjectField>diplomacy</min:subjectField",
     "basic:subjectField>d</basic:subjectField", "tbx.unknown-category"},
    {"an unknown tag", "<term>Bộ</term>", "<term>Bộ</term><min:colour>s</min:colour>",
     "tbx.unknown-category"},
    {"another namespace", "http://www.tbxinfo.net/ns/min", "urn:example:min",
     "elsewhere:tbx.unknown-category"},
    {"an attribute category", "<term>Bộ</term>",
     "<term>Bộ</term><termNote type=\"partOfSpeech\">noun</termNote>", "tbx.unexpected-element"},
    {"a basic tag in Min", "\"TBX-Basic\"", "\"TBX-Min\"", "elsewhere:tbx.unknown-category"},
    {"a target nowhere", "target=\"c1\"", "target=\"c9\"", "tbx.unknown-target"},
    {"a graphic beside the file", "<min:subjectField>",
     "<basic:xGraphic target=\"a.png\">a</basic:xGraphic><min:subjectField>", ""},
    {"an address of another kind", "<min:subjectField>",
     "<min:externalCrossReference target=\"ftp://example.org/a\">a</min:externalCrossReference>"
     "<min:subjectField>",
     ""},
    {"id of a tag twice", "<min:partOfSpeech>", "<min:partOfSpeech id=\"c1\">", "tbx.duplicate-id"},
    {"a reference to a tag", "<min:partOfSpeech>noun</min:partOfSpeech><basic:crossReference target=\"c1\">",
     "<min:partOfSpeech id=\"p1\">noun</min:partOfSpeech><basic:crossReference target=\"p1\">", ""},
    {"an empty group", "<basic:definition>d</basic:definition><basic:source>s</basic:source>", "",
     "tbx.missing-element"},
    {"date", "2025-03-01", "2025-13-01", "tbx.invalid-date"},
};

const QByteArray old = R"(<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX" xml:lang="en">
  <martifHeader>
    <fileDesc><sourceDesc><p>Own</p></sourceDesc></fileDesc>
    <encodingDesc><p type="XCSURI">TBXXCSV02.xcs</p></encodingDesc>
  </martifHeader>
  <text>
    <body>
      <termEntry id="e1">
        <descrip type="subjectField">diplomacy</descrip>
        <langSet xml:lang="vi">
          <tig><term>Bộ</term><termNote type="partOfSpeech">noun</termNote><ref type="crossReference" target="e1">x</ref></tig>
          <ntig><termGrp><term>Bộ <hi>NG</hi></term><termNote type="x">y</termNote></termGrp><admin type="source">s</admin></ntig>
        </langSet>
      </termEntry>
    </body>
    <back><refObjectList type="bibl"><refObject id="b1"><item>x</item></refObject></refObjectList></back>
  </text>
</martif>
)";

constexpr Row oldRows[]{
    {"as it is", "diplomacy", "x", ""},
    {"no type", "<martif type=\"TBX\"", "<martif", "tbx.missing-attribute"},
    {"no language", "<langSet xml:lang=\"vi\">", "<langSet>", "tbx.missing-attribute"},
    {"no term", "<term>Bộ</term>", "", "tbx.missing-element"},
    {"termNote late", "<ref type=\"crossReference\" target=\"e1\">x</ref>",
     "<note>n</note><termNote type=\"a\">b</termNote>", "tbx.element-order"},
    {"an element of version 3", "<descrip type=\"subjectField\">diplomacy</descrip>", "<langSec/>",
     "tbx.unknown-element"},
    {"no type of a category", "<descrip type=\"subjectField\">", "<descrip>", "tbx.missing-attribute"},
    {"p's type", "XCSURI", "URI", "tbx.invalid-type"},
    {"a target nowhere", "target=\"e1\"", "target=\"e9\"", "tbx.unknown-target"},
    {"id twice", "id=\"b1\"", "id=\"e1\"", "tbx.duplicate-id"},
    {"id of digits", "id=\"b1\"", "id=\"1\"", "tbx.invalid-id"},
    {"text in a langSet", "<langSet xml:lang=\"vi\">", "<langSet xml:lang=\"vi\">x", "tbx.unexpected-text"},
    {"unknown attribute", "<tig>", "<tig lang=\"vi\">", "tbx.unknown-attribute"},
    {"empty body", "<termEntry id=\"e1\">", "<termEntry id=\"e1\"/><termEntry>", "tbx.missing-element"},
    {"empty term", "<term>Bộ</term>", "<term/>", "tbx.empty-term", false},
};

conformance::Report validated(const QByteArray &bytes)
{
    const Result<conformance::Report> report = conformance::validateTbx(conformance::piecesOf(bytes));
    return report ? *report : conformance::Report{};
}

struct Table
{
    const char *name;
    const QByteArray &valid;
    std::span<const Row> rows;
    QString version;
};

std::array<Table, 3> tables()
{
    return {Table{"attributes", attributes, attributeRows, QStringLiteral("3")},
            Table{"tags", tags, tagRows, QStringLiteral("3")},
            Table{"version 2", old, oldRows, QStringLiteral("2")}};
}

} // namespace

void TestTbxConformance::rules_data()
{
    QTest::addColumn<int>("table");
    QTest::addColumn<int>("row");
    int number = 0;
    for (const Table &table : tables()) {
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            QTest::addRow("%s: %s", table.name, table.rows[row].name) << number << static_cast<int>(row);
        ++number;
    }
}

void TestTbxConformance::rules()
{
    QFETCH(int, table);
    QFETCH(int, row);
    const Table of = tables()[static_cast<std::size_t>(table)];
    const Row &rule = of.rows[static_cast<std::size_t>(row)];
    const QString why = whyNot(of.valid, rule, validated(changed(of.valid, rule)));
    QVERIFY2(why.isEmpty(), qPrintable(why));
    QCOMPARE(validated(of.valid).version, of.version);
}

/// Many codes in one text: a square of these would not end.
void TestTbxConformance::isNotQuadratic()
{
    QByteArray codes;
    for (int i = 0; i < 300'000; ++i)
        codes += "<sc id=\"k" + QByteArray::number(i) + "\" isolated=\"yes\"/>";
    QByteArray bytes = attributes;
    bytes.replace("<sc id=\"s1\"/>về<ec startRef=\"s1\" isolated=\"no\"/>", codes);
    const conformance::Report report = validated(bytes);
    QVERIFY2(report.findings.isEmpty(), qPrintable(report.findings.value(0).message));
}

void TestTbxConformance::theDtdOfVersionTwoAgrees()
{
    const QString dtd =
        sharedFolder() +
        QStringLiteral("/standards/tbx/v2/byutrg-TBX-Spec/TBX-Default/Validation/TBXcoreStructV02.dtd");
    if (sharedFolder().isEmpty() || !QFile::exists(dtd))
        QSKIP("the DTD of TBX 2 is not here");
    if (QStandardPaths::findExecutable(QStringLiteral("xmllint")).isEmpty())
        QSKIP("xmllint is not installed");
    QList<QByteArray> files;
    for (const Row &row : oldRows)
        files.append(changed(old, row));
    const QList<qsizetype> refused = refusedByDtd(files, dtd);
    QStringList different;
    for (qsizetype i = 0; i < files.size(); ++i) {
        if (refused.contains(i) != (*oldRows[i].code != '\0' && oldRows[i].isOfDtd))
            different.append(QString::fromLatin1(oldRows[i].name));
    }
    QVERIFY2(different.isEmpty(), qPrintable(different.join(u'\n')));
}

void TestTbxConformance::suites_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isValid");
    QTest::newRow("Core") << QStringLiteral("ltac-TBX-Core_dialect/Schemas/Example_Astronomy_DCA_VALID.tbx")
                          << true;
    for (const char *dialect : {"Basic", "Min"}) {
        for (const char *style : {"DCA", "DCT"}) {
            QTest::addRow("%s %s", dialect, style)
                << QStringLiteral("ltac-TBX-%1_dialect/%2/Example_Astronomy_%2_VALID.tbx")
                       .arg(QLatin1String(dialect), QLatin1String(style))
                << true;
        }
    }
    QTest::newRow("core structure, good")
        << QStringLiteral("ltac-test_files/core_structure_good.tbx") << true;
    QTest::newRow("core structure, bad") << QStringLiteral("ltac-test_files/core_structure_bad.tbx") << false;
    QTest::newRow("Basic, bad") << QStringLiteral("ltac-test_files/basic_bad.tbx") << false;
    QTest::newRow("Min, bad") << QStringLiteral("ltac-test_files/min_bad.tbx") << false;
    QTest::newRow("not well-formed") << QStringLiteral("ltac-test_files/poorly_formed_xml.tbx") << false;
    // The two use usageStatus, and a transactionType "creation", which their dialects refuse.
    QTest::newRow("Basic, called good") << QStringLiteral("ltac-test_files/basic_good.tbx") << false;
    QTest::newRow("Min, called good") << QStringLiteral("ltac-test_files/min_good.tbx") << false;
}

void TestTbxConformance::suites()
{
    QFETCH(QString, name);
    QFETCH(bool, isValid);
    const QString folder = sharedFolder() + QStringLiteral("/standards/tbx/");
    if (sharedFolder().isEmpty() || !QDir(folder).exists())
        QSKIP("the suites of TBX are not here");
    QFile file(folder + name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const conformance::Report report = validated(file.readAll());
    QVERIFY2(report.isValid() == isValid,
             report.findings.isEmpty() ? "" : qPrintable(report.findings.first().message));
}

QTEST_GUILESS_MAIN(TestTbxConformance)
#include "tst_tbx_conformance.moc"
