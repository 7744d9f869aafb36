#include "glossary/engine/csv.h"
#include "glossary/engine/table.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::glossary;
using namespace Qt::StringLiterals;

namespace {

/// The cells of a row in brackets, with its line in front.
QString shown(const TsvRow &row)
{
    QString text = QString::number(row.line);
    for (const TsvCell &cell : row.cells)
        text += u'[' + cell.raw.toString() + u']';
    return text;
}

QStringList places(const QList<Error> &errors)
{
    QStringList list;
    for (const Error &error : errors)
        list.append(u"%1:%2:%3"_s.arg(error.where.line).arg(error.where.column).arg(error.code));
    return list;
}

ConceptEntry entryWith(const QList<Term> &terms)
{
    ConceptEntry entry;
    entry.id = u"a"_s;
    entry.terms = terms;
    return entry;
}

} // namespace

class TestGlossaryCsv : public QObject
{
    Q_OBJECT

private slots:
    void splits_data();
    void splits();
    void findsTheSeparator_data();
    void findsTheSeparator();
    void readsAHeader();
    void readsOmegaT();
    void mapsColumns();
    void rejectsRows();
    void refusesAQuoteWithoutEnd();
    void quotesWhatItWrites();
    void writesRandomTermbases();
    void saysWhatARowCannotHold_data();
    void saysWhatARowCannotHold();
};

void TestGlossaryCsv::splits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("rows");
    QTest::addColumn<QStringList>("rejected");
    const QStringList none;
    QTest::newRow("plain") << u"a,b\nc,d"_s << QStringList{u"1[a][b]"_s, u"2[c][d]"_s} << none;
    QTest::newRow("line ends") << u"a,b\r\nc,d\re,f\n"_s
                               << QStringList{u"1[a][b]"_s, u"2[c][d]"_s, u"3[e][f]"_s} << none;
    QTest::newRow("blank rows") << u"\n\na,b\n,\n \nc,d\n"_s << QStringList{u"3[a][b]"_s, u"6[c][d]"_s}
                                << none;
    QTest::newRow("empty cells") << u"a,,\n,b,\n"_s << QStringList{u"1[a][][]"_s, u"2[][b][]"_s} << none;
    QTest::newRow("separator in quotes") << u"\"a,b\",c"_s << QStringList{u"1[a,b][c]"_s} << none;
    QTest::newRow("line end in quotes")
        << u"\"a\r\nb\",c\nd,e"_s << QStringList{u"1[a\r\nb][c]"_s, u"3[d][e]"_s} << none;
    QTest::newRow("doubled quotes") << u"\"say \"\"yes\"\"\",c"_s << QStringList{u"1[say \"yes\"][c]"_s}
                                    << none;
    QTest::newRow("empty quotes") << u"\"\",c"_s << QStringList{u"1[][c]"_s} << none;
    QTest::newRow("quote inside a bare cell")
        << u"12\" rule,c"_s << QStringList{u"1[12\" rule][c]"_s} << none;
    QTest::newRow("text after the quote")
        << u"\"a\" b,c\nd,e"_s << QStringList{u"2[d][e]"_s} << QStringList{u"1:4:glossary.bad-quotes"_s};
    QTest::newRow("never closed") << u"a,b\nc,\"d\ne,f\n"_s << QStringList{u"1[a][b]"_s}
                                  << QStringList{u"2:3:glossary.bad-quotes"_s};
    QTest::newRow("mark") << u"\uFEFFa,b"_s << QStringList{u"1[a][b]"_s} << none;
    QTest::newRow("named separator") << u"sep=,\na,b"_s << QStringList{u"2[a][b]"_s} << none;
}

void TestGlossaryCsv::splits()
{
    QFETCH(QString, text);
    QFETCH(QStringList, rows);
    QFETCH(QStringList, rejected);
    const CsvRows csv = splitCsv(text, u',', u"a.csv"_s);
    QStringList found;
    for (const TsvRow &row : csv.rows)
        found.append(shown(row));
    QCOMPARE(found, rows);
    QCOMPARE(places(csv.rejected), rejected);
}

void TestGlossaryCsv::findsTheSeparator_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QChar>("separator");
    QTest::newRow("comma") << u"vi,en\n"_s << QChar(u',');
    QTest::newRow("semicolon") << u"vi;en;note\n"_s << QChar(u';');
    QTest::newRow("tab") << u"vi\ten\n"_s << QChar(u'\t');
    QTest::newRow("header in quotes") << u"\"vi\";\"en\"\n"_s << QChar(u';');
    QTest::newRow("commas in a semicolon file") << u"vi;en;a,b,c,d\n"_s << QChar(u';');
    QTest::newRow("no header") << u"hội nghị;summit\n"_s << QChar(u';');
    QTest::newRow("separators in quotes") << u"\"a;b;c\",d\n"_s << QChar(u',');
    QTest::newRow("named") << u"sep=;\na,b\n"_s << QChar(u';');
    QTest::newRow("none") << u"word\n"_s << QChar(u',');
}

void TestGlossaryCsv::findsTheSeparator()
{
    QFETCH(QString, text);
    QFETCH(QChar, separator);
    QCOMPARE(csvSeparator(text), separator);
}

void TestGlossaryCsv::readsAHeader()
{
    const Result<GlossaryContents> contents =
        readCsv(u"en;vi;note;en_variants;status\r\n"
                u"\"summit; top meeting\";hội nghị cấp cao;\"two\nlines\";a\\|b|c;Admitted\r\n"_s.toUtf8(),
                u"dir/mine.csv"_s);
    QVERIFY2(contents.ok(), contents ? "" : qPrintable(contents.error().text()));
    QCOMPARE(contents->termbase.name(), u"mine"_s);
    const ConceptEntry &entry = contents->termbase.entries().first();
    QCOMPARE(entry.note, u"two\nlines"_s);
    QCOMPARE(entry.termsIn(u"en"_s).size(), 3);
    QCOMPARE(entry.termsIn(u"en"_s).first().text, u"summit; top meeting"_s);
    QCOMPARE(entry.termsIn(u"en"_s).at(1).text, u"a|b"_s);
    QCOMPARE(entry.termsIn(u"vi"_s).first().status, TermStatus::Admitted);
    QCOMPARE(contents->places.first().line, 2);
}

void TestGlossaryCsv::readsOmegaT()
{
    const Result<GlossaryContents> contents = readCsv("hội nghị,summit,C:\\new\n", u"a.csv"_s);
    QVERIFY(contents.ok());
    QCOMPARE(contents->termbase.entries().first().note, u"C:\\new"_s); // CSV has no escapes
}

void TestGlossaryCsv::mapsColumns()
{
    const QByteArray bytes = u"Danh mục A,Danh mục B\nhội nghị,summit\n"_s.toUtf8();
    const Result<GlossaryContents> plain = readCsv(bytes, u"a.csv"_s);
    QCOMPARE(plain->termbase.entries().size(), 2); // two columns without a header
    const Result<GlossaryContents> mapped =
        readCsv(bytes, u"a.csv"_s, {{u"danh mục a"_s, u"vi"_s}, {u"danh mục b"_s, u"en"_s}});
    QVERIFY(mapped.ok());
    QCOMPARE(mapped->termbase.entries().size(), 1);
    QCOMPARE(mapped->termbase.entries().first().termsIn(u"en"_s).first().text, u"summit"_s);
}

void TestGlossaryCsv::rejectsRows()
{
    const Result<GlossaryContents> contents =
        readCsv("vi,en,status\na,b,good\n,b\na,\n\"a\"x,b\na,b,,more\nviệc,matter\n", u"a.csv"_s);
    QVERIFY(contents.ok());
    QCOMPARE(places(contents->rejectedRows),
             (QStringList{u"2:5:glossary.unknown-status"_s, u"3:1:glossary.missing-term"_s,
                          u"4:3:glossary.missing-term"_s, u"6:6:glossary.too-many-cells"_s,
                          u"5:4:glossary.bad-quotes"_s}));
    QCOMPARE(contents->termbase.entries().size(), 1);
}

void TestGlossaryCsv::refusesAQuoteWithoutEnd()
{
    const Result<GlossaryContents> contents = readCsv("\"vi,en\na,b\n", u"a.csv"_s);
    QVERIFY(!contents.ok());
    QCOMPARE(contents.error().code, u"glossary.bad-quotes"_s);
    QCOMPARE(contents.error().where.line, 1);
}

void TestGlossaryCsv::quotesWhatItWrites()
{
    ConceptEntry entry = entryWith({{u"vi"_s, u"hội nghị, cấp cao"_s}, {u"en"_s, u"the \"summit\""_s}});
    entry.note = u"one\ntwo"_s;
    const QByteArray bytes = writeCsv(Termbase(u"x"_s, {entry}));
    QVERIFY(bytes.startsWith("\xEF\xBB\xBFid,vi,en,"));
    const QString text = QString::fromUtf8(bytes);
    QVERIFY(text.endsWith(
        u"\r\na,\"hội nghị, cấp cao\",\"the \"\"summit\"\"\",,,preferred,,,,,\"one\ntwo\",\r\n"_s));
}

/// What readCsv can have read comes back, whatever the characters; the separator does not matter.
void TestGlossaryCsv::writesRandomTermbases()
{
    QRandomGenerator random(20261122);
    const QString letters = u"aĐệ ,;|\\\"\n\tz"_s;
    const auto word = [&](int least) {
        QString text(u'x');
        for (int i = least; i < random.bounded(8); ++i)
            text += letters[random.bounded(letters.size())];
        return text + u'y';
    };
    for (int round = 0; round < 200; ++round) {
        QList<ConceptEntry> entries;
        for (int i = 0; i <= random.bounded(4); ++i) {
            ConceptEntry entry = entryWith({{u"vi"_s, word(0)}, {u"vi"_s, word(0), TermStatus::Admitted}});
            entry.terms.append({u"en"_s, word(0)});
            entry.terms.append({u"en"_s, word(1), TermStatus::Admitted});
            entry.terms.append({u"en"_s, word(1), TermStatus::Admitted, true});
            entry.id = u"e%1"_s.arg(i);
            entry.note = word(0);
            entries.append(entry);
        }
        const QChar separator = round % 2 == 0 ? u',' : u';';
        const Result<GlossaryContents> again =
            readCsv(writeCsv(Termbase(u"x"_s, entries), separator), u"x.csv"_s);
        QVERIFY2(again.ok(), again ? "" : qPrintable(again.error().text()));
        QVERIFY(again->rejectedRows.isEmpty());
        QVERIFY(again->termbase.entries() == entries);
    }
}

void TestGlossaryCsv::saysWhatARowCannotHold_data()
{
    QTest::addColumn<ConceptEntry>("entry");
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<QString>("variants");
    const Term vi{u"vi"_s, u"biển Đông"_s};
    const Term en{u"en"_s, u"East Sea"_s};
    QTest::newRow("all") << entryWith({vi, en}) << QStringList() << u""_s;
    QTest::newRow("no English")
        << entryWith({vi})
        << QStringList{u"1 entries are left out that lack a Vietnamese or an English term."_s} << u"-"_s;
    QTest::newRow("forbidden English has a column of its own")
        << entryWith({vi, en, {u"en"_s, u"South China Sea"_s, TermStatus::Forbidden}}) << QStringList{}
        << u""_s;
    QTest::newRow("a forbidden Vietnamese variant is not admitted")
        << entryWith({vi, en, {u"vi"_s, u"Biển Nam Trung Hoa"_s, TermStatus::Forbidden}})
        << QStringList{u"1 terms are left out whose status is worse than their row's."_s} << u""_s;
    QTest::newRow("other language") << entryWith({vi, en, {u"fr"_s, u"mer de l'Est"_s}})
                                    << QStringList{u"1 terms are left out in the language fr."_s} << u""_s;
    QTest::newRow("region") << entryWith({vi, {u"en-GB"_s, u"East Sea"_s}})
                            << QStringList{u"1 terms lose the region of their language en-GB."_s} << u""_s;
    QTest::newRow("better variant")
        << entryWith({vi, en, {u"en"_s, u"Eastern Sea"_s}})
        << QStringList{u"1 terms have the status of their row instead of a better one."_s}
        << u"Eastern Sea"_s;
    ConceptEntry more = entryWith({vi, en});
    more.extra = {{u"descrip"_s, u"definition"_s, u"a sea"_s}, {u"note"_s, {}, u"a second note"_s}};
    QTest::newRow("properties") << more
                                << QStringList{u"1 values are left out of the kind \"definition\"."_s,
                                               u"1 values are left out of the kind \"note\"."_s}
                                << u""_s;
}

void TestGlossaryCsv::saysWhatARowCannotHold()
{
    QFETCH(ConceptEntry, entry);
    QFETCH(QStringList, expected);
    QFETCH(QString, variants);
    QCOMPARE(tableLosses(Termbase(u"x"_s, {entry})), expected);
    Losses losses;
    const std::optional<EntryCells> cells = entryCells(entry, losses);
    QCOMPARE(cells ? (*cells)[7].join(u'|') : u"-"_s, variants);
}

QTEST_GUILESS_MAIN(TestGlossaryCsv)
#include "tst_glossary_csv.moc"
