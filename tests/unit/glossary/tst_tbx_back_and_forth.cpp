#include "glossary/engine/interchange.h"
#include "text/file_io.h"

#include <QtCore/QDirIterator>
#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::glossary;
using namespace Qt::StringLiterals;

namespace {

const QString plain =
    u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    u"<tbx type=\"TBX-Basic\" style=\"dca\" xml:lang=\"vi\" xmlns=\"urn:iso:std:iso:30042:ed-2\">\n"
    u"<tbxHeader><fileDesc><titleStmt><title>Terms &amp; names</title><note>n</note></titleStmt>"
    u"<publicationStmt><p>Hà Nội</p></publicationStmt><sourceDesc><p>ministry</p></sourceDesc></fileDesc>"
    u"<revisionDesc><change><p>first</p></change></revisionDesc></tbxHeader>\n"
    u"<text><body>\n"
    u"  <conceptEntry id=\"c1\"><descrip type=\"subjectField\">law</descrip><note>see <hi "
    u"type=\"bold\">all</hi></note><ref type=\"crossReference\" target=\"c2\">x</ref>\n"
    u"    <langSec xml:lang=\"vi\"><termSec id=\"t1\"><term>công hàm</term><termNote "
    u"type=\"partOfSpeech\">noun</termNote><termNote "
    u"type=\"administrativeStatus\">preferredTerm-admn-sts</termNote><descripGrp><descrip "
    u"type=\"context\">Gửi công hàm.</descrip><admin "
    u"type=\"source\">s</admin></descripGrp></termSec></langSec>\n"
    u"    <langSec xml:lang=\"en\"><termSec><term>note <hi "
    u"type=\"italics\">verbale</hi></term></termSec></langSec>"
    u"</conceptEntry>\n"
    u"  <!-- a remark -->\n"
    u"  <conceptEntry id=\"c2\"><transacGrp><transac type=\"transactionType\">origination</transac>"
    u"<date>2024-02-29</date><transacNote type=\"responsibility\" "
    u"target=\"p1\">Lan</transacNote></transacGrp>"
    u"<langSec xml:lang=\"en\"><termSec><term>summit</term></termSec></langSec></conceptEntry>\n"
    u"</body><back><refObjectSec type=\"respPerson\"><refObject id=\"p1\"><item type=\"fn\">Lan</item>"
    u"<item type=\"email\">lan@example.org</item></refObject></refObjectSec></back></text></tbx>\n"_s;

GlossaryContents read(const QByteArray &bytes)
{
    const Result<GlossaryContents> contents = readTbx(bytes, u"a.tbx"_s);
    if (!contents)
        QTest::qFail(qPrintable(contents.error().text()), __FILE__, __LINE__);
    return contents ? *contents : GlossaryContents();
}

QByteArray write(const Termbase &termbase, const GlossaryContents &from, bool keepForm = true,
                 FileFormat format = FileFormat::TbxBasic, bool dct = false)
{
    const Result<GlossaryBytes> written = writeGlossary(termbase, format, dct, {from.tbx, keepForm});
    return written ? written->bytes : QByteArray();
}

QString suites()
{
    const QString shared =
        qEnvironmentVariable("VERBALE_SHARED", QStringLiteral(VERBALE_SOURCE_DIR "/../shared"));
    return shared + u"/standards/tbx/"_s;
}

} // namespace

/// What nobody edited comes back as it stood; what is wrong is refused, by line and rule.
class TestTbxBackAndForth : public QObject
{
    Q_OBJECT

private slots:
    void validFilesComeBack_data();
    void validFilesComeBack();
    void plainFileIsRight();
    void editsOneEntry();
    void addsAndRemoves();
    void keepsEncoding();
    void keepsTheFrameInAnotherForm_data();
    void keepsTheFrameInAnotherForm();
    void writesAnewWhatDoesNotFit();
    void keepsOwnFields();
    void refuses_data();
    void refuses();
};

void TestTbxBackAndForth::validFilesComeBack_data()
{
    QTest::addColumn<QString>("path");
    if (!QDir(suites()).exists())
        QSKIP("the folder of standards is not there: set VERBALE_SHARED");
    for (QDirIterator it(suites(), {u"*.tbx"_s}, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        const QString path = it.next();
        if (!path.contains(u"bad"_s) && !path.contains(u"poorly"_s))
            QTest::newRow(qPrintable(path.mid(suites().size()))) << path;
    }
}

void TestTbxBackAndForth::validFilesComeBack()
{
    QFETCH(QString, path);
    const Result<QByteArray> bytes = text::readFile(path);
    QVERIFY(bytes.ok());
    const GlossaryContents contents = read(*bytes);
    QVERIFY(write(contents.termbase, contents) == *bytes);
}

void TestTbxBackAndForth::plainFileIsRight()
{
    const GlossaryContents contents = read(plain.toUtf8());
    QCOMPARE(contents.rejectedRows.size(), 0);
    QCOMPARE(contents.termbase.entries().size(), 2);
    QCOMPARE(QString::fromUtf8(write(contents.termbase, contents)), plain);
    QCOMPARE(QString::fromUtf8(write(contents.termbase, contents, false)), plain); // it is TBX-Basic itself
    QVERIFY(QString::fromUtf8(write(contents.termbase, contents, false, FileFormat::TbxBasic, true)) !=
            plain);
}

void TestTbxBackAndForth::editsOneEntry()
{
    const GlossaryContents contents = read(plain.toUtf8());
    QList<ConceptEntry> entries = contents.termbase.entries();
    entries[1].terms[0].text = u"summit & meeting"_s;
    const QString now = QString::fromUtf8(write(Termbase(u"x"_s, entries), contents));
    QVERIFY(now.contains(u"summit &amp; meeting"_s));
    QVERIFY(now.contains(u"<!-- a remark -->"_s));
    const qsizetype cut = plain.indexOf(u"<conceptEntry id=\"c2\""_s);
    QCOMPARE(now.left(cut), plain.left(cut)); // with its markup
    QCOMPARE(now.mid(now.indexOf(u"</body>"_s)), plain.mid(plain.indexOf(u"</body>"_s)));
    QVERIFY(read(now.toUtf8()).termbase.entries() == entries);
}

void TestTbxBackAndForth::addsAndRemoves()
{
    const GlossaryContents contents = read(plain.toUtf8());
    ConceptEntry added{u"new 1"_s, u"law"_s, {}, {}, {}, {{u"en"_s, u"treaty"_s, TermStatus::Preferred}}};
    QList<ConceptEntry> entries = contents.termbase.entries();
    entries.append(added);
    const QByteArray more = write(Termbase(u"x"_s, entries), contents);
    QVERIFY(more.contains("<!-- a remark -->"));
    QVERIFY(read(more).termbase.entries() == entries);
    QCOMPARE(read(more).rejectedRows.size(), 0);
    entries = {contents.termbase.entries()[1]};
    const QByteArray fewer = write(Termbase(u"x"_s, entries), contents);
    QVERIFY(!fewer.contains("c1") && fewer.contains("<!-- a remark -->"));
    // c1 points to c2: without c2 the file has to be written anew.
    entries = {contents.termbase.entries()[0]};
    const QByteArray anew = write(Termbase(u"x"_s, entries), contents);
    QCOMPARE(read(anew).rejectedRows.size(), 0);
    QVERIFY(anew.contains("<title>Terms &amp; names</title>"));
}

void TestTbxBackAndForth::keepsEncoding()
{
    QString text = plain;
    text.replace(u"UTF-8"_s, u"UTF-16"_s);
    QByteArray wide = xml::encode(QChar(QChar::ByteOrderMark) + text, xml::Encoding::Utf16LittleEndian);
    const GlossaryContents contents = read(wide);
    QVERIFY(write(contents.termbase, contents) == wide);
    QList<ConceptEntry> entries = contents.termbase.entries();
    entries[1].terms[0].text = u"hội nghị"_s;
    const QByteArray now = write(Termbase(u"x"_s, entries), contents);
    QVERIFY(xml::decode(now, xml::Encoding::Utf16LittleEndian).contains(u"hội nghị"_s));
    QVERIFY(read(now).termbase.entries() == entries);
}

void TestTbxBackAndForth::keepsTheFrameInAnotherForm_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<bool>("dct");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("back");
    QTest::newRow("dct") << static_cast<int>(FileFormat::TbxBasic) << true << u"<tbxHeader>"_s
                         << u"<refObjectSec type=\"respPerson\">"_s;
    QTest::newRow("v2") << static_cast<int>(FileFormat::TbxV2) << false << u"<martifHeader>"_s
                        << u"<refObjectList type=\"respPerson\">"_s;
}

void TestTbxBackAndForth::keepsTheFrameInAnotherForm()
{
    QFETCH(int, format);
    QFETCH(bool, dct);
    QFETCH(QString, header);
    QFETCH(QString, back);
    const GlossaryContents contents = read(plain.toUtf8());
    const QByteArray bytes = write(contents.termbase, contents, false, static_cast<FileFormat>(format), dct);
    const QString text = QString::fromUtf8(bytes);
    QVERIFY(text.contains(header) && text.contains(back));
    QVERIFY(text.contains(u"<revisionDesc><change><p>first</p></change></revisionDesc>"_s));
    QVERIFY(text.contains(u"lan@example.org"_s));
    QCOMPARE(text.count(u"id=\"p1\""_s), 1);
    QCOMPARE(read(bytes).rejectedRows.size(), 0);
    QVERIFY(read(bytes).termbase.entries() == contents.termbase.entries());
}

/// An edit that the file's own dialect cannot say makes TBX-Basic of it, and that is told.
void TestTbxBackAndForth::writesAnewWhatDoesNotFit()
{
    const QByteArray min =
        u"<tbx type=\"TBX-Min\" style=\"dca\" xml:lang=\"en\" "
        u"xmlns=\"urn:iso:std:iso:30042:ed-2\"><tbxHeader><fileDesc><sourceDesc><p>mine</p>"
        u"</sourceDesc></fileDesc></tbxHeader><text><body><conceptEntry id=\"a\"><langSec "
        u"xml:lang=\"en\"><termSec><term>summit</term></termSec></langSec></conceptEntry>"
        u"</body></text></tbx>"_s.toUtf8();
    const GlossaryContents contents = read(min);
    QCOMPARE(write(contents.termbase, contents), min);
    QList<ConceptEntry> entries = contents.termbase.entries();
    entries[0].authority = u"Charter"_s; // admin "source" is not of TBX-Min
    const Result<GlossaryBytes> written =
        writeGlossary(Termbase(u"x"_s, entries), FileFormat::TbxBasic, false, {contents.tbx, true});
    QVERIFY(written.ok());
    QVERIFY(written->warnings.value(0).contains(u"TBX-Min (v3, DCA)"_s));
    QVERIFY(written->bytes.contains("type=\"TBX-Basic\"") && written->bytes.contains("<p>mine</p>"));
    QVERIFY(read(written->bytes).termbase.entries() == entries);
}

void TestTbxBackAndForth::keepsOwnFields()
{
    ConceptEntry entry{u"sea"_s, {}, {}, {}, {}, {}};
    entry.terms = {{u"vi"_s, u"Biển Đông"_s, TermStatus::Preferred},
                   {u"en"_s, u"East Sea"_s, TermStatus::Preferred},
                   {u"en"_s, u"South China Sea"_s, TermStatus::Forbidden}};
    entry.terms[2].reason = u"house style = [a]/b"_s;
    entry.terms[2].replacement = u"East Sea"_s;
    entry.validFrom = u"2025-03"_s;
    entry.validTo = u"2030"_s;
    entry.overrides = u"builtin#sea.1"_s;
    for (const TbxForm form : {TbxForm::BasicDca, TbxForm::BasicDct, TbxForm::BasicV2}) {
        const GlossaryBytes written = writeTbx(Termbase(u"x"_s, {entry}), form);
        QVERIFY(written.bytes.contains("verbale:validFrom=2025-03"));
        QVERIFY(read(written.bytes).termbase.entries() == QList<ConceptEntry>{entry});
    }
    QByteArray bytes = writeTbx(Termbase(u"x"_s, {entry}), TbxForm::BasicDca).bytes;
    bytes.replace("validTo=2030", "validTo=soon");
    const ConceptEntry odd = read(bytes).termbase.entries().value(0);
    QVERIFY(odd.validTo.isEmpty());
    QVERIFY(writeTbx(Termbase(u"x"_s, {odd}), TbxForm::BasicDca).bytes.contains("verbale:validTo=soon"));
}

void TestTbxBackAndForth::refuses_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("rule");
    const auto add = [](const char *name, const QString &from, const QString &to, const char *rule) {
        QTest::newRow(name) << from << to << QString::fromLatin1(rule);
    };
    const QString entry2 = u"<conceptEntry id=\"c2\">"_s;
    const QString summit = u"<termSec><term>summit</term></termSec>"_s;
    add("no id", entry2, u"<conceptEntry>"_s, "tbx.attribute");
    add("an id twice", entry2, u"<conceptEntry id=\"c1\">"_s, "tbx.id");
    add("the id of a term twice", entry2, u"<conceptEntry id=\"t1\">"_s, "tbx.id");
    add("an id that is no name", entry2, u"<conceptEntry id=\"2c\">"_s, "tbx.id");
    add("an unknown attribute", entry2, u"<conceptEntry id=\"c2\" lang=\"en\">"_s, "tbx.attribute");
    add("a term section without a term", summit, u"<termSec><note>x</note></termSec>"_s, "tbx.structure");
    add("an empty term", summit, u"<termSec><term> </term></termSec>"_s, "tbx.empty-term");
    add("two terms in a section", summit, u"<termSec><term>a</term><term>b</term></termSec>"_s,
        "tbx.structure");
    add("a note before the term", summit, u"<termSec><note>x</note><term>summit</term></termSec>"_s,
        "tbx.structure");
    add("a status after the source", summit,
        u"<termSec><term>a</term><admin type=\"source\">s</admin><termNote "
        u"type=\"partOfSpeech\">noun</termNote></termSec>"_s,
        "tbx.structure");
    add("an unknown element", summit, u"<termSec><term>a</term><remark>x</remark></termSec>"_s,
        "tbx.structure");
    add("an element of v2", summit, u"<tig><term>a</term></tig>"_s, "tbx.structure");
    add("a language without its tag", u"<langSec xml:lang=\"vi\">"_s, u"<langSec>"_s, "tbx.attribute");
    add("a language with an empty tag", u"<langSec xml:lang=\"vi\">"_s, u"<langSec xml:lang=\"\">"_s,
        "tbx.attribute");
    add("lang without xml", u"<langSec xml:lang=\"vi\">"_s, u"<langSec lang=\"vi\">"_s, "tbx.attribute");
    add("an entry without languages", u"<langSec xml:lang=\"en\">"_s + summit + u"</langSec>"_s, {},
        "tbx.structure");
    add("an empty language", summit, {}, "tbx.structure");
    add("a term outside its section", summit, u"<term>summit</term>"_s, "tbx.structure");
    add("text between elements", summit, u"and"_s + summit, "tbx.structure");
    add("a category of nobody", u"\"subjectField\""_s, u"\"shoeSize\""_s, "tbx.data-category");
    add("no category", u"<descrip type=\"subjectField\">"_s, u"<descrip>"_s, "tbx.attribute");
    add("an empty category", u"\"subjectField\""_s, u"\"\""_s, "tbx.data-category");
    add("a category with the wrong element", u"<descrip type=\"subjectField\">law</descrip>"_s,
        u"<admin type=\"subjectField\">law</admin>"_s, "tbx.data-category");
    add("a category of TBX-Default", u"\"subjectField\""_s, u"\"figure\""_s, "tbx.data-category");
    add("a concept's category at a term", u"type=\"context\""_s, u"type=\"subjectField\""_s, "tbx.level");
    add("a definition at a term", u"type=\"context\""_s, u"type=\"definition\""_s, "tbx.level");
    add("a context at a concept", u"\"subjectField\""_s, u"\"context\""_s, "tbx.level");
    add("an unknown part of speech", u">noun<"_s, u">nounish<"_s, "tbx.value");
    add("a part of speech of v2", u">noun<"_s, u">properNoun<"_s, "tbx.value");
    add("an unknown status", u"preferredTerm-admn-sts"_s, u"goodTerm"_s, "tbx.value");
    add("an empty status", u"preferredTerm-admn-sts"_s, {}, "tbx.value");
    add("an unknown transaction", u">origination<"_s, u">birth<"_s, "tbx.value");
    add("a day that is not", u"2024-02-29"_s, u"2023-02-29"_s, "tbx.value");
    add("a date of words", u"2024-02-29"_s, u"29 February"_s, "tbx.value");
    add("a reference to nothing", u"target=\"c2\""_s, u"target=\"c9\""_s, "tbx.reference");
    add("a person that is not there", u"refObject id=\"p1\""_s, u"refObject id=\"p2\""_s, "tbx.reference");
    add("a group without its value", u"<descrip type=\"context\">Gửi công hàm.</descrip>"_s, {},
        "tbx.structure");
    add("a transaction's date alone", u"<transac type=\"transactionType\">origination</transac>"_s, {},
        "tbx.structure");
    add("a header without a source", u"<sourceDesc><p>ministry</p></sourceDesc>"_s, {}, "tbx.structure");
    add("text in the header without a paragraph", u"<p>ministry</p>"_s, u"ministry"_s, "tbx.structure");
    add("no header",
        plain.mid(plain.indexOf(u"<tbxHeader>"_s),
                  plain.indexOf(u"<text>"_s) - plain.indexOf(u"<tbxHeader>"_s)),
        {}, "tbx.structure");
    add("an item outside its object", u"<refObject id=\"p1\">"_s,
        u"<item type=\"fn\">x</item><refObject id=\"p1\">"_s, "tbx.structure");
    add("back before the body", u"<text><body>"_s, u"<text><back/><body>"_s, "tbx.structure");
    add("a second body", u"</body>"_s, u"</body><body/>"_s, "tbx.structure");
    add("a tag of DCT style", u"<note>see "_s,
        u"<x:note xmlns:x=\"http://www.tbxinfo.net/ns/min\">q</x:note><note>see "_s, "tbx.namespace");
    add("a link that is no address", u"<note>see "_s,
        u"<xref type=\"xGraphic\" target=\"file:a\">x</xref><note>see "_s, "tbx.reference");
}

/// Every change of the plain file that breaks a rule is found, on its line, and nothing else is.
void TestTbxBackAndForth::refuses()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, rule);
    const qsizetype at = plain.indexOf(from);
    QVERIFY(at >= 0);
    QString bad = plain.left(at) + to + plain.mid(at + from.size());
    const QString good =
        u"<conceptEntry id=\"c3\"><langSec xml:lang=\"en\"><termSec><term>toast</term></termSec>"
        u"</langSec></conceptEntry>"_s;
    bad.insert(bad.indexOf(u"</body>"_s), good);
    const Result<GlossaryContents> contents = readTbx(bad.toUtf8(), u"a.tbx"_s);
    QVERIFY(contents.ok()); // the last entry is right
    QStringList rules;
    for (const Error &error : contents->rejectedRows) {
        rules.append(error.code);
        QVERIFY(error.where.line > 0 && error.where.column > 0 && !error.message.isEmpty());
    }
    QVERIFY2(rules.contains(rule), qPrintable(rules.join(u' ')));
}

QTEST_GUILESS_MAIN(TestTbxBackAndForth)
#include "tst_tbx_back_and_forth.moc"
