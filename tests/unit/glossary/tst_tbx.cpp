#include "glossary/engine/tbx.h"
#include "glossary/engine/tbx_words.h"
#include "glossary/engine/tsv.h"

#include <QtCore/QProcess>
#include <QtCore/QRandomGenerator>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::glossary;
using namespace Qt::StringLiterals;

namespace {

const QString header = u"<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>"_s;

QByteArray v3(const QString &entries, const QString &dialect = u"TBX-Basic"_s,
              const QString &style = u"dca"_s)
{
    return (u"<tbx type=\"%1\" style=\"%2\" xml:lang=\"vi\" xmlns=\"urn:iso:std:iso:30042:ed-2\" "
            u"xmlns:min=\"http://www.tbxinfo.net/ns/min\" xmlns:basic=\"http://www.tbxinfo.net/ns/basic\">"_s
                .arg(dialect, style) +
            header + u"<text><body>\n"_s + entries + u"\n</body></text></tbx>"_s)
        .toUtf8();
}

QByteArray v2(const QString &entries, const QString &type = u"TBX-Default"_s)
{
    return (u"<?xml version='1.0'?>\n<!DOCTYPE martif SYSTEM \"TBXcoreStructV02.dtd\">\n"
            u"<martif type=\"%1\" "
            u"xml:lang=\"en\"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc>"
            u"<encodingDesc><p type=\"XCSURI\">x.xcs</p></encodingDesc></martifHeader><text><body>\n"_s.arg(
                type) +
            entries + u"\n</body></text></martif>"_s)
        .toUtf8();
}

QString section(const QString &language, const QString &term, const QString &more = {})
{
    return u"<langSec xml:lang=\"%1\"><termSec><term>%2</term>%3</termSec></langSec>"_s.arg(language, term,
                                                                                            more);
}

QStringList findings(const Result<GlossaryContents> &contents)
{
    if (!contents)
        return {u"%1:%2:%3"_s.arg(contents.error().where.line)
                    .arg(contents.error().where.column)
                    .arg(contents.error().code)};
    QStringList list;
    for (const Error &error : contents->rejectedRows)
        list.append(u"%1:%2:%3"_s.arg(error.where.line).arg(error.where.column).arg(error.code));
    return list;
}

ConceptEntry only(const Result<GlossaryContents> &contents)
{
    if (contents && contents->rejectedRows.isEmpty() && contents->termbase.entries().size() == 1)
        return contents->termbase.entries().first();
    QTest::qFail(qPrintable(findings(contents).join(u' ')), __FILE__, __LINE__);
    return {};
}

QString shown(const ConceptEntry &entry)
{
    QStringList parts;
    for (const Term &term : entry.terms)
        parts.append(u"%1:%2:%3%4"_s.arg(term.language, term.text, statusName(term.status),
                                         term.abbreviation ? u":abbr"_s : QString()));
    return parts.join(u" / "_s);
}

} // namespace

class TestTbx : public QObject
{
    Q_OBJECT

private slots:
    void readsAnIateExport();
    void readsAMultiTermExport();
    void readsMinV2();
    void readsDct();
    void readsStatuses_data();
    void readsStatuses();
    void readsTypes();
    void keepsPartsOfSpeech();
    void keepsGroups();
    void refusesEntries_data();
    void refusesEntries();
    void refusesFiles_data();
    void refusesFiles();
    void tellsWhatItLeavesOut();
    void namesIds_data();
    void namesIds();
    void writesWhatTbxCannotSay();
    void writesRandomTermbases_data();
    void writesRandomTermbases();
    void fitsTheSchemas_data();
    void fitsTheSchemas();
};

void TestTbx::readsAnIateExport()
{
    const ConceptEntry entry = only(
        readTbx(v2(u"<termEntry id=\"IATE-84\"><descripGrp><descrip type=\"subjectField\">international "
                   u"relations</descrip>"
                   u"</descripGrp><langSet xml:lang=\"en\"><tig><term>notice  of\n termination</term>"
                   u"<termNote type=\"termType\">fullForm</termNote><descrip "
                   u"type=\"reliabilityCode\">3</descrip></tig>"
                   u"<tig><term>NoT</term><termNote type=\"termType\">abbreviation</termNote></tig></langSet>"
                   u"<langSet xml:lang=\"mul\"><tig><term>X</term><termNote "
                   u"type=\"termType\">appellation</termNote></tig>"
                   u"</langSet></termEntry>"_s),
                u"a.tbx"_s));
    QCOMPARE(entry.id, u"IATE-84"_s);
    QCOMPARE(entry.domain, u"international relations"_s);
    QCOMPARE(shown(entry), u"en:notice of termination:preferred / en:NoT:admitted:abbr / mul:X:preferred"_s);
    const Property *reliability = tbx::findProperty(entry.terms.first().extra, QLatin1String("descrip"),
                                                    QLatin1String("reliabilityCode"));
    QVERIFY(reliability != nullptr);
    QCOMPARE(reliability->value, u"3"_s);
}

void TestTbx::readsAMultiTermExport()
{
    const ConceptEntry entry = only(readTbx(
        v2(u"<termEntry id=\"c12\"><transacGrp><transac type=\"transactionType\">origination</transac>"
           u"<transacNote "
           u"type=\"responsibility\">super</transacNote><date>2019-03-01T09:00:00</date></transacGrp>"
           u"<langSet xml:lang=\"EN-GB\"><descripGrp><descrip type=\"definition\">A note.</descrip>"
           u"<admin type=\"source\">Satow</admin></descripGrp><ntig><termGrp><term>note verbale</term>"
           u"<termNote type=\"partOfSpeech\">Noun</termNote>"
           u"<termNote type=\"normativeAuthorization\">deprecatedTerm</termNote></termGrp>"
           u"<descrip type=\"context\">In a note verbale.</descrip></ntig></langSet></termEntry>"_s,
           u"TBX"_s),
        u"a.tbx"_s));
    QCOMPARE(entry.partOfSpeech, u"Noun"_s);
    QCOMPARE(shown(entry), u"EN-GB:note verbale:deprecated"_s);
    QCOMPARE(entry.extra.size(), 5);
    QCOMPARE(entry.extra[0].name, u"transactionType"_s);
    QCOMPARE(entry.extra[0].group, entry.extra[2].group);
    QCOMPARE(entry.extra[3].language, u"EN-GB"_s);
    QCOMPARE(entry.extra[4].group, entry.extra[3].group);
    QVERIFY(entry.extra[3].group != entry.extra[0].group);
}

void TestTbx::readsMinV2()
{
    const ConceptEntry entry = only(
        readTbx("<TBX dialect='TBX-Min'><header><id>x</id><languages source='vi' target='en'/></header><body>"
                "<termEntry id='C1'><langSet "
                "xml:lang='en'><tig><partOfSpeech>properNoun</partOfSpeech><term>ASEAN</term>"
                "<noteGrp><note><noteKey>use</noteKey><noteValue>often</noteValue></note></noteGrp>"
                "<termStatus>notRecommended</termStatus><customer>SAP</customer></tig></langSet>"
                "<subjectField>region</subjectField></termEntry></body></TBX>",
                u"a.tbx"_s));
    QCOMPARE(entry.domain, u"region"_s);
    QCOMPARE(entry.partOfSpeech, u"proper noun"_s);
    QCOMPARE(shown(entry), u"en:ASEAN:deprecated"_s);
    QVERIFY(tbx::findProperty(entry.terms.first().extra, QLatin1String("admin"),
                              QLatin1String("customerSubset")));
}

void TestTbx::readsDct()
{
    const QString dct =
        u"<conceptEntry id=\"c1\"><min:subjectField>sea</min:subjectField><note>n</note>"
        u"<basic:source>UNCLOS</basic:source><langSec xml:lang=\"en\"><termSec><term>high seas</term>"
        u"<descripGrp><basic:context>On the high seas.</basic:context><basic:source>Art. "
        u"87</basic:source></descripGrp>"
        u"<min:partOfSpeech>noun</min:partOfSpeech>"
        u"<min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec></langSec></conceptEntry>"_s;
    const QString dca =
        u"<conceptEntry id=\"c1\"><descrip type=\"subjectField\">sea</descrip><note>n</note>"
        u"<admin type=\"source\">UNCLOS</admin><langSec xml:lang=\"en\"><termSec><term>high seas</term>"
        u"<termNote type=\"partOfSpeech\">noun</termNote>"
        u"<termNote type=\"administrativeStatus\">admittedTerm-admn-sts</termNote>"
        u"<descripGrp><descrip type=\"context\">On the high seas.</descrip><admin type=\"source\">Art. "
        u"87</admin>"
        u"</descripGrp></termSec></langSec></conceptEntry>"_s;
    const ConceptEntry one = only(readTbx(v3(dct, u"TBX-Basic"_s, u"dct"_s), u"a.tbx"_s));
    const ConceptEntry other = only(readTbx(v3(dca), u"a.tbx"_s));
    QCOMPARE(one.authority, u"UNCLOS"_s);
    QCOMPARE(one.note, u"n"_s);
    QVERIFY(one == other);
}

void TestTbx::readsStatuses_data()
{
    QTest::addColumn<QStringList>("words"); ///< of the terms of one language; empty: not stated
    QTest::addColumn<QString>("expected");
    const QString p = u"preferredTerm-admn-sts"_s;
    const QString a = u"admittedTerm-admn-sts"_s;
    const QString d = u"deprecatedTerm-admn-sts"_s;
    const QString s = u"supersededTerm-admn-sts"_s;
    QTest::newRow("stated") << QStringList{p, a, d} << u"0:preferred 1:admitted 2:deprecated"_s;
    QTest::newRow("superseded") << QStringList{s} << u"0:deprecated"_s;
    QTest::newRow("none stated") << QStringList{u""_s, u""_s} << u"0:preferred 1:admitted"_s;
    QTest::newRow("another is preferred") << QStringList{u""_s, p} << u"1:preferred 0:admitted"_s;
    QTest::newRow("the best first") << QStringList{d, u""_s, a} << u"1:preferred 2:admitted 0:deprecated"_s;
}

void TestTbx::readsStatuses()
{
    QFETCH(QStringList, words);
    QFETCH(QString, expected);
    QString terms;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString note = words[i].isEmpty()
                                 ? QString()
                                 : u"<termNote type=\"administrativeStatus\">%1</termNote>"_s.arg(words[i]);
        terms += u"<termSec><term>%1</term>%2</termSec>"_s.arg(i).arg(note);
    }
    const Result<GlossaryContents> contents = readTbx(
        v3(u"<conceptEntry id=\"c\"><langSec xml:lang=\"en\">"_s + terms + u"</langSec></conceptEntry>"_s),
        u"a.tbx"_s);
    QStringList found;
    for (const Term &term : only(contents).terms)
        found.append(term.text + u':' + statusName(term.status));
    QCOMPARE(found.join(u' '), expected);
    const Result<GlossaryContents> again =
        readTbx(writeTbx(contents->termbase, TbxForm::BasicDca).bytes, u"a.tbx"_s);
    QVERIFY(only(again) == only(contents));
    const QByteArray text = writeTbx(contents->termbase, TbxForm::BasicDca).bytes;
    QCOMPARE(text.count("administrativeStatus"), words.size() - words.count(u""_s)); // no more than was said
}

void TestTbx::readsTypes()
{
    const QString type = u"<termNote type=\"termType\">%1</termNote>"_s;
    for (const QString &word :
         {u"acronym"_s, u"abbreviation"_s, u"fullForm"_s, u"shortForm"_s, u"variant"_s}) {
        const Result<GlossaryContents> contents =
            readTbx(v3(u"<conceptEntry id=\"c\">"_s + section(u"en"_s, u"UN"_s, type.arg(word)) +
                       u"</conceptEntry>"_s),
                    u"a.tbx"_s);
        QCOMPARE(only(contents).terms.first().abbreviation,
                 word == u"acronym"_s || word == u"abbreviation"_s);
        const QByteArray text = writeTbx(contents->termbase, TbxForm::BasicV2).bytes;
        QVERIFY2(text.contains(type.arg(word).toUtf8()), text.constData());
        QVERIFY(only(readTbx(text, u"a.tbx"_s)) == only(contents));
    }
}

void TestTbx::keepsPartsOfSpeech()
{
    const QString speech = u"<termNote type=\"partOfSpeech\">%1</termNote>"_s;
    const Result<GlossaryContents> contents = readTbx(
        v3(u"<conceptEntry id=\"c\"><langSec xml:lang=\"en\"><termSec><term>a</term>"_s +
           speech.arg(u"noun"_s) + u"</termSec><termSec><term>b</term></termSec><termSec><term>c</term>"_s +
           speech.arg(u"verb"_s) + u"</termSec></langSec></conceptEntry>"_s),
        u"a.tbx"_s);
    QCOMPARE(only(contents).partOfSpeech, u"noun"_s);
    for (const TbxForm form : {TbxForm::BasicDca, TbxForm::BasicDct, TbxForm::BasicV2}) {
        const QByteArray text = writeTbx(contents->termbase, form).bytes;
        QCOMPARE(text.count("partOfSpeech"), form == TbxForm::BasicDct ? 4 : 2);
        QVERIFY(only(readTbx(text, u"a.tbx"_s)) == only(contents));
    }
}

void TestTbx::keepsGroups()
{
    const QString entry =
        u"<conceptEntry id=\"c\"><transacGrp><transac type=\"transactionType\">origination</transac>"
        u"<date>2020-02-29</date><transacNote type=\"responsibility\" "
        u"target=\"p1\">Lan</transacNote></transacGrp>"
        u"<langSec xml:lang=\"en\"><descripGrp><descrip type=\"definition\">one</descrip><admin "
        u"type=\"source\">S"
        u"</admin><note>n</note></descripGrp><xref type=\"xGraphic\" "
        u"target=\"https://example.org/a.png\">g</xref>"
        u"<termSec id=\"t1\"><term>a</term><ref type=\"crossReference\" "
        u"target=\"c\">see</ref></termSec></langSec>"
        u"</conceptEntry>"_s;
    QByteArray file = v3(entry);
    file.replace("</body>",
                 "</body><back><refObjectSec type=\"respPerson\"><refObject id=\"p1\"><item type=\"fn\">Lan"
                 "</item></refObject></refObjectSec></back>");
    const Result<GlossaryContents> contents = readTbx(file, u"a.tbx"_s);
    QCOMPARE(only(contents).extra.size(), 7);
    const GlossaryBytes written = writeTbx(contents->termbase, TbxForm::BasicDca);
    QCOMPARE(written.warnings, QStringList());
    QVERIFY(only(readTbx(written.bytes, u"a.tbx"_s)) == only(contents));
    QVERIFY(written.bytes.contains("<refObject id=\"p1\">"));
    QVERIFY(written.bytes.contains("<termSec id=\"t1\">"));
}

void TestTbx::refusesEntries_data()
{
    QTest::addColumn<QString>("entry"); ///< stands on line 2
    QTest::addColumn<QString>("style");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QString &inside, const QStringList &expected) {
        QTest::newRow(name) << u"<conceptEntry id=\"c\">"_s + inside + u"</conceptEntry>"_s << u"dca"_s
                            << expected;
    };
    const QString good = section(u"en"_s, u"a"_s);
    row("no language", u"<note>n</note>"_s, {u"2:1:tbx.structure"_s});
    row("note after the languages", good + u"<note>n</note>"_s, {u"2:88:tbx.structure"_s});
    row("term missing", u"<langSec xml:lang=\"en\"><termSec><note>n</note></termSec></langSec>"_s,
        {u"2:54:tbx.structure"_s});
    row("two terms", section(u"en"_s, u"a"_s, u"<term>b</term>"_s), {u"2:68:tbx.structure"_s});
    row("empty term", section(u"en"_s, u" "_s), {u"2:1:tbx.empty-term"_s});
    row("no xml:lang", u"<langSec><termSec><term>a</term></termSec></langSec>"_s, {u"2:22:tbx.attribute"_s});
    row("unknown element", u"<thing/>"_s + good, {u"2:22:tbx.structure"_s});
    row("stray text", u"stray"_s + good, {u"2:1:tbx.structure"_s});
    row("unknown attribute", u"<note colour=\"red\">n</note>"_s + good, {u"2:22:tbx.attribute"_s});
    row("no category", u"<descrip>n</descrip>"_s + good, {u"2:22:tbx.attribute"_s});
    row("empty category", u"<descrip type=\"\">n</descrip>"_s + good, {u"2:22:tbx.data-category"_s});
    row("category of another dialect", u"<descrip type=\"reliabilityCode\">3</descrip>"_s + good,
        {u"2:22:tbx.data-category"_s});
    row("category of another element", u"<admin type=\"definition\">d</admin>"_s + good,
        {u"2:22:tbx.data-category"_s});
    row("level", u"<descrip type=\"context\">d</descrip>"_s + good, {u"2:22:tbx.level"_s});
    row("value", section(u"en"_s, u"a"_s, u"<termNote type=\"partOfSpeech\">nominal</termNote>"_s),
        {u"2:68:tbx.value"_s});
    row("two words of a list",
        section(u"en"_s, u"a"_s, u"<termNote type=\"partOfSpeech\">noun verb</termNote>"_s),
        {u"2:68:tbx.value"_s});
    row("date",
        u"<transacGrp><transac type=\"transactionType\">origination</transac><date>30 February</date></transacGrp>"_s +
            good,
        {u"2:87:tbx.value"_s});
    row("no such day",
        u"<transacGrp><transac type=\"transactionType\">origination</transac><date>2021-02-30</date></transacGrp>"_s +
            good,
        {u"2:87:tbx.value"_s});
    row("target nowhere", u"<ref type=\"crossReference\" target=\"c9\">x</ref>"_s + good,
        {u"2:22:tbx.reference"_s});
    row("not an address", u"<xref type=\"xGraphic\" target=\"c\">x</xref>"_s + good,
        {u"2:22:tbx.reference"_s});
    row("foreign element", u"<min:subjectField>x</min:subjectField>"_s + good,
        {u"2:22:tbx.structure"_s, u"2:22:tbx.namespace"_s});
    row("a second descrip in a group",
        u"<descripGrp><descrip type=\"definition\">a</descrip><descrip type=\"definition\">b</descrip></descripGrp>"_s +
            good,
        {u"2:72:tbx.structure"_s});
    QTest::newRow("no id") << u"<conceptEntry>"_s + good + u"</conceptEntry>"_s << u"dca"_s
                           << QStringList{u"2:1:tbx.attribute"_s};
    QTest::newRow("id is no name") << u"<conceptEntry id=\"1 2\">"_s + good + u"</conceptEntry>"_s << u"dca"_s
                                   << QStringList{u"2:1:tbx.id"_s};
    QTest::newRow("DCA in DCT") << u"<conceptEntry id=\"c\"><descrip type=\"subjectField\">s</descrip>"_s +
                                       good + u"</conceptEntry>"_s
                                << u"dct"_s << QStringList{u"2:22:tbx.style"_s};
    QTest::newRow("wrong name space")
        << u"<conceptEntry id=\"c\"><basic:subjectField>s</basic:subjectField>"_s + good +
               u"</conceptEntry>"_s
        << u"dct"_s << QStringList{u"2:22:tbx.data-category"_s};
}

/// A wrong entry is left out and told with its place and rule; the good one beside it stays.
void TestTbx::refusesEntries()
{
    QFETCH(QString, entry);
    QFETCH(QString, style);
    QFETCH(QStringList, expected);
    const QString good = u"\n<conceptEntry id=\"good\">"_s + section(u"en"_s, u"b"_s) + u"</conceptEntry>"_s;
    const Result<GlossaryContents> contents = readTbx(v3(entry + good, u"TBX-Basic"_s, style), u"a.tbx"_s);
    QVERIFY(contents.ok());
    QCOMPARE(findings(contents), expected);
    QCOMPARE(contents->termbase.entries().size(), 1);
    QCOMPARE(contents->termbase.entries().first().id, u"good"_s);
    QCOMPARE(contents->places.first().line, 3);
}

void TestTbx::refusesFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const QString entry = u"<conceptEntry id=\"c\">"_s + section(u"en"_s, u"a"_s) + u"</conceptEntry>"_s;
    QTest::newRow("empty") << QByteArray() << u"1:1:tbx.malformed"_s;
    QTest::newRow("other XML") << QByteArray("<html/>") << u"1:1:tbx.not-tbx"_s;
    QTest::newRow("no name space") << QByteArray("<tbx type='TBX-Basic' style='dca'/>")
                                   << u"1:1:tbx.not-tbx"_s;
    QTest::newRow("no style") << v3(entry, u"TBX-Basic"_s, u"dcx"_s) << u"1:1:tbx.not-tbx"_s;
    QTest::newRow("no dialect") << v3(entry, u"Basic"_s) << u"1:1:tbx.not-tbx"_s;
    QTest::newRow("cut off") << v3(entry).chopped(9) << u"3:8:tbx.malformed"_s;
    QTest::newRow("no entry") << v3({}) << u"1:255:tbx.no-terms"_s;
    QTest::newRow("external entity")
        << QByteArray("<!DOCTYPE martif [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<martif>&x;</martif>")
        << u"2:9:tbx.entity"_s;
    QByteArray bomb = "<!DOCTYPE martif [<!ENTITY a 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'>";
    bomb += "<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>\n<martif>&b;</martif>";
    QTest::newRow("entities in entities") << bomb << u"1:76:tbx.entity"_s;
    QTest::newRow("too deep") << v3(u"<conceptEntry id=\"c\">"_s + u"<note>"_s.repeated(100))
                              << u"2:382:tbx.too-deep"_s;
}

void TestTbx::refusesFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    const Result<GlossaryContents> contents = readTbx(bytes, u"a.tbx"_s);
    QVERIFY(!contents.ok());
    QCOMPARE(findings(contents).join(u' '), expected);
    QCOMPARE(contents.error().where.file, u"a.tbx"_s);
}

void TestTbx::tellsWhatItLeavesOut()
{
    const Result<GlossaryContents> contents = readTbx(
        v3(u"<conceptEntry id=\"c\"><note xml:lang=\"en\">some <hi>bold</hi> <hi>words</hi></note>"_s +
           section(u"en"_s, u"a"_s) + u"</conceptEntry>"_s),
        u"a.tbx"_s);
    QCOMPARE(only(contents).note, u"some bold words"_s);
    QCOMPARE(contents->warnings,
             (QStringList{u"1 language tags of texts are left out."_s,
                          u"2 pieces of markup inside texts are left out; their text is kept (<hi>)."_s}));
}

void TestTbx::namesIds_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    QTest::newRow("name") << u"state.minister-1"_s << u"state.minister-1"_s;
    QTest::newRow("digit first") << u"12"_s << u"_x0031_2"_s;
    QTest::newRow("space") << u"a b"_s << u"a_x0020_b"_s;
    QTest::newRow("Vietnamese") << u"bộ-ngoại-giao"_s << u"bộ-ngoại-giao"_s;
    QTest::newRow("looks escaped") << u"a_x0020_b"_s << u"a_x005F_x0020_b"_s;
    QTest::newRow("beyond 16 bits") << u"a😀"_s << u"a_x1F600_"_s;
}

void TestTbx::namesIds()
{
    QFETCH(QString, id);
    QFETCH(QString, name);
    QCOMPARE(tbx::toXmlId(id), name);
    QCOMPARE(tbx::fromXmlId(name), id);
}

void TestTbx::writesWhatTbxCannotSay()
{
    ConceptEntry entry;
    entry.id = u"c"_s;
    entry.partOfSpeech = u"verb phrase"_s;
    entry.terms = {{u"vi"_s, u"Biển Đông"_s},
                   {u"en"_s, u"East Sea"_s},
                   {u"en"_s, u"South China Sea"_s, TermStatus::Forbidden}};
    entry.terms.last().extra = {{u"termNote"_s, u"register"_s, u"neutralRegister"_s},
                                {u"descrip"_s, u"reliabilityCode"_s, u"2 = [3]"_s, u"x"_s}};
    const QByteArray bytes = writeTbx(Termbase(u"x"_s, {entry}), TbxForm::BasicDca).bytes;
    QVERIFY(bytes.contains("<note>verbale:status=forbidden</note>"));
    QVERIFY(bytes.contains("<note>verbale:partOfSpeech=verb phrase</note>"));
    QVERIFY(bytes.contains("<note>verbale:descrip/reliabilityCode[x]=2 = [3]</note>"));
    QCOMPARE(bytes.count("deprecatedTerm-admn-sts"), 1);
    QVERIFY(only(readTbx(bytes, u"a.tbx"_s)) == entry);

    entry.note = u"bell \x07"_s;
    const GlossaryBytes belled = writeTbx(Termbase(u"x"_s, {entry, ConceptEntry()}), TbxForm::BasicDca);
    QCOMPARE(belled.warnings, (QStringList{u"1 characters that XML does not allow are replaced."_s,
                                           u"1 entries without a term are left out."_s}));
}

void TestTbx::writesRandomTermbases_data()
{
    QTest::addColumn<int>("form");
    QTest::newRow("DCA") << static_cast<int>(TbxForm::BasicDca);
    QTest::newRow("DCT") << static_cast<int>(TbxForm::BasicDct);
    QTest::newRow("v2") << static_cast<int>(TbxForm::BasicV2);
}

/// Whatever a TSV glossary can hold comes back from TBX in each form, ids and statuses included.
void TestTbx::writesRandomTermbases()
{
    QFETCH(int, form);
    QRandomGenerator random(30042);
    const QStringList words{u"Việt Nam"_s, u"a<b>&\"c\""_s, u"ASEAN"_s, u"verbale:x"_s,
                            u"_x0041_"_s,  u"T.Ư"_s,        u"9"_s};
    const auto word = [&] {
        return words[random.bounded(words.size())] + QString::number(random.bounded(50));
    };
    const QStringList speeches{u""_s, u"noun"_s, u"proper noun"_s, u"phrase"_s, u"verb"_s};
    for (int round = 0; round < 60; ++round) {
        QByteArray rows =
            "id\tvi\ten\tpos\tdomain\tstatus\tvi_variants\ten_variants\tabbreviation_en\tnote\tauthority\n";
        for (int i = 0; i < 5; ++i) {
            const QStringList cells{word(),
                                    word(),
                                    word(),
                                    speeches[random.bounded(speeches.size())],
                                    random.bounded(2) ? word() : QString(),
                                    statusName(static_cast<TermStatus>(random.bounded(4))),
                                    random.bounded(2) ? word() : QString(),
                                    word() + u'|' + word(),
                                    random.bounded(2) ? word() : QString(),
                                    random.bounded(2) ? word() : QString(),
                                    random.bounded(2) ? word() : QString()};
            rows += cells.join(u'\t').toUtf8() + '\n';
        }
        const Result<TsvContents> first = readTsv(rows, u"a.tsv"_s);
        QVERIFY(first.ok() && first->rejectedRows.isEmpty());
        const GlossaryBytes written = writeTbx(first->termbase, static_cast<TbxForm>(form));
        const Result<GlossaryContents> second = readTbx(written.bytes, u"a.tbx"_s);
        QVERIFY2(second.ok(), second ? "" : qPrintable(second.error().text()));
        QCOMPARE(findings(second), QStringList());
        QVERIFY2(second->termbase.entries() == first->termbase.entries(), written.bytes.constData());
        QCOMPARE(writeTsv(second->termbase), writeTsv(first->termbase));
    }
}

void TestTbx::fitsTheSchemas_data()
{
    writesRandomTermbases_data();
}

/// What is written is valid by the published schemas, as far as RELAX NG says it.
void TestTbx::fitsTheSchemas()
{
    QFETCH(int, form);
    const QString xmllint = QStandardPaths::findExecutable(u"xmllint"_s);
    if (xmllint.isEmpty())
        QSKIP("xmllint is not installed");
    const QString folder =
        qEnvironmentVariable("VERBALE_SHARED", QStringLiteral(VERBALE_SOURCE_DIR "/../shared")) +
        u"/standards/tbx/"_s;
    const bool older = static_cast<TbxForm>(form) == TbxForm::BasicV2;
    QFile schemaFile(folder +
                     (older ? u"v2/byutrg-TBX-Spec/TBX-Basic/Validation/TBXBasicRNGV02.rng"_s
                            : u"ltac-TBX-Core_dialect/Schemas/TBXcoreStructV03_TBX-Core_integrated.rng"_s));
    if (!schemaFile.open(QIODevice::ReadOnly))
        QSKIP("the folder of standards is not there: set VERBALE_SHARED");
    QByteArray schema = schemaFile.readAll();
    // TBX-Core's schema asks dialects to fill in their categories, v2's to add their languages.
    schema.replace("<empty/>\n      </choice>", "<text/>\n      </choice>");
    schema.replace("<empty/>\r\n      </choice>", "<text/>\r\n      </choice>");
    schema.replace("<rng:value>de</rng:value>", "<rng:value>de</rng:value><rng:value>vi</rng:value>");

    const QString rows = u"id\tvi\ten\tpos\tdomain\tstatus\ten_variants\tabbreviation_en\tnote\tauthority\n"
                         u"1\tLiên hợp quốc\tUnited Nations\tproper noun\tun\tpreferred\tUN "
                         u"Organization\tUN\tsee <x>\tCharter\n"
                         u"b\tBiển Đông\tSouth China Sea\t\tsea\tforbidden\t\t\tEast Sea\t\n"_s;
    Result<TsvContents> contents = readTsv(rows.toUtf8(), u"a.tsv"_s);
    QList<ConceptEntry> entries = contents->termbase.entries();
    entries.first().extra = {{u"transac"_s, u"transactionType"_s, u"origination"_s, {}, {}, 1},
                             {u"date"_s, {}, u"2026-11-22"_s, {}, {}, 1},
                             {u"transacNote"_s, u"responsibility"_s, u"Lan"_s, u"p1"_s, {}, 1},
                             {u"descrip"_s, u"definition"_s, u"d"_s, {}, u"en"_s, 2},
                             {u"admin"_s, u"source"_s, u"s"_s, {}, u"en"_s, 2},
                             {u"note"_s, {}, u"n"_s, {}, u"en"_s, 2}};
    QTemporaryDir place;
    const auto put = [&](const QString &name, const QByteArray &bytes) {
        QFile file(place.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    QVERIFY(put(u"a.rng"_s, schema));
    QVERIFY(put(u"a.tbx"_s, writeTbx(Termbase(u"x"_s, entries), static_cast<TbxForm>(form)).bytes));
    QProcess lint;
    lint.setWorkingDirectory(place.path());
    lint.start(xmllint, {u"--nonet"_s, u"--noout"_s, u"--relaxng"_s, u"a.rng"_s, u"a.tbx"_s});
    QVERIFY(lint.waitForFinished());
    QVERIFY2(lint.exitCode() == 0, lint.readAllStandardError().constData());
}

QTEST_GUILESS_MAIN(TestTbx)
#include "tst_tbx.moc"
