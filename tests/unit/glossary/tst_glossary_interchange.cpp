#include "glossary/engine/interchange.h"
#include "glossary/engine/statistics.h"
#include "glossary/engine/tsv.h"

#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::glossary;
using namespace Qt::StringLiterals;

namespace {

GlossaryContents rows(const QString &text, const QString &name)
{
    const Result<GlossaryContents> contents = readTsv(text.toUtf8(), name);
    if (contents)
        return *contents;
    QTest::qFail(qPrintable(contents.error().text()), __FILE__, __LINE__);
    return {};
}

QStringList ids(const Termbase &termbase)
{
    QStringList list;
    for (const ConceptEntry &entry : termbase.entries())
        list.append(entry.id);
    return list;
}

QStringList told(const QList<Error> &errors)
{
    QStringList list;
    for (const Error &error : errors)
        list.append(u"%1:%2:%3"_s.arg(error.where.file).arg(error.where.line).arg(error.code));
    return list;
}

const QString tbx =
    u"<tbx type=\"TBX-Min\" style=\"dca\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\">"
    u"<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>"
    u"<conceptEntry id=\"a\"><langSec xml:lang=\"en\"><termSec><term>summit</term></termSec></langSec>"
    u"</conceptEntry></body></text></tbx>"_s;

} // namespace

class TestGlossaryInterchange : public QObject
{
    Q_OBJECT

private slots:
    void findsTheFormat_data();
    void findsTheFormat();
    void obeysAFormat();
    void refusesAnOldSpreadsheet();
    void namesFormats();
    void merges_data();
    void merges();
    void tellsOfEqualIdsInOneFile();
    void writesOmegaT();
    void readsBackWhatItWrites_data();
    void readsBackWhatItWrites();
    void counts();
};

void TestGlossaryInterchange::findsTheFormat_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("term"); ///< the first entry's English
    QTest::newRow("tsv") << QByteArray("vi\ten\nx\ta,b\n") << u"a.tsv"_s << u"a,b"_s;
    QTest::newRow("csv") << QByteArray("vi,en\nx,y\n") << u"a.csv"_s << u"y"_s;
    QTest::newRow("semicolons") << QByteArray("vi;en\nx;y\n") << u"a.csv"_s << u"y"_s;
    QTest::newRow("csv called txt") << QByteArray("vi,en\nx,y\n") << u"a.txt"_s << u"y"_s;
    QTest::newRow("csv on standard input") << QByteArray("vi;en\nx;y\n") << u"-"_s << u"y"_s;
    QTest::newRow("omegat") << QByteArray("x\ty\tz\n") << u"a.txt"_s << u"y"_s;
    QTest::newRow("tbx") << tbx.toUtf8() << u"a.tbx"_s << u"summit"_s;
    QTest::newRow("tbx called tsv") << tbx.toUtf8() << u"a.tsv"_s << u"summit"_s;
    QTest::newRow("tbx with a mark") << QByteArray("\xEF\xBB\xBF" + tbx.toUtf8()) << u"a"_s << u"summit"_s;
    QByteArray wide("\xFF\xFE", 2);
    for (const QChar c : tbx) {
        wide += static_cast<char>(c.unicode() & 0xFF);
        wide += static_cast<char>(c.unicode() >> 8);
    }
    QTest::newRow("tbx in UTF-16") << wide << u"a"_s << u"summit"_s;
}

void TestGlossaryInterchange::findsTheFormat()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    QFETCH(QString, term);
    const Result<GlossaryContents> contents = readGlossary(bytes, name);
    QVERIFY2(contents.ok(), contents ? "" : qPrintable(contents.error().text()));
    QCOMPARE(contents->termbase.entries().size(), 1);
    QCOMPARE(contents->termbase.entries().first().termsIn(u"en"_s).first().text, term);
}

void TestGlossaryInterchange::obeysAFormat()
{
    const Result<GlossaryContents> contents = readGlossary("x,y\n", u"a.tsv"_s, {FileFormat::Csv, {}});
    QVERIFY(contents.ok());
    QVERIFY(!readGlossary("x,y\n", u"a.tsv"_s).ok());
    const Result<GlossaryContents> wrong = readGlossary("x,y\n", u"a.csv"_s, {FileFormat::TbxBasic, {}});
    QVERIFY(!wrong.ok());
    QCOMPARE(wrong.error().code, u"tbx.malformed"_s);
}

void TestGlossaryInterchange::refusesAnOldSpreadsheet()
{
    const Result<GlossaryContents> contents = readGlossary(QByteArray("\xD0\xCF\x11\xE0"), u"a.xls"_s);
    QVERIFY(!contents.ok());
    QCOMPARE(contents.error().code, u"glossary.unknown-format"_s);
}

void TestGlossaryInterchange::namesFormats()
{
    for (const FileFormat format : {FileFormat::Tsv, FileFormat::Csv, FileFormat::OmegaT,
                                    FileFormat::TbxBasic, FileFormat::TbxV2, FileFormat::Xlsx})
        QVERIFY(formatNamed(formatName(format)) == format);
    QVERIFY(formatNamed(u"tbx") == FileFormat::TbxBasic);
    QVERIFY(!formatNamed(u"xls"));
    QVERIFY(formatOfFile(u"A.XLSX"_s) == FileFormat::Xlsx);
    QVERIFY(formatOfFile(u"dir/A.TBX"_s) == FileFormat::TbxBasic);
    QVERIFY(!formatOfFile(u"dir.tsv/a"_s));
}

void TestGlossaryInterchange::merges_data()
{
    QTest::addColumn<QString>("second");
    QTest::addColumn<QStringList>("expectedIds");
    QTest::addColumn<QStringList>("expectedTold");
    QTest::newRow("nothing shared") << u"b\thợp tác\tcooperation\t\n"_s << QStringList{u"a"_s, u"b"_s}
                                    << QStringList();
    QTest::newRow("the same again") << u"a\tHội  nghị\tSummit\t\n"_s << QStringList{u"a"_s, u"a-2"_s}
                                    << QStringList{u"two.tsv:2:glossary.same-terms"_s,
                                                   u"two.tsv:2:glossary.same-id"_s};
    QTest::newRow("exactly the same") << u"b\thội nghị\tsummit\t\n"_s << QStringList{u"a"_s}
                                      << QStringList{u"two.tsv:2:glossary.same-terms"_s};
    QTest::newRow("the same with less") << u"a\thội nghị\tsummit\t\n"_s << QStringList{u"a"_s}
                                        << QStringList{u"two.tsv:2:glossary.same-terms"_s};
    QTest::newRow("the same with a note")
        << u"b\thội nghị\tsummit\tof leaders\n"_s << QStringList{u"a"_s, u"b"_s}
        << QStringList{u"two.tsv:2:glossary.same-terms"_s};
    QTest::newRow("another with its id") << u"a\thợp tác\tcooperation\t\n"_s << QStringList{u"a"_s, u"a-2"_s}
                                         << QStringList{u"two.tsv:2:glossary.same-id"_s};
}

void TestGlossaryInterchange::merges()
{
    QFETCH(QString, second);
    QFETCH(QStringList, expectedIds);
    QFETCH(QStringList, expectedTold);
    const QString header = u"id\tvi\ten\tnote\n"_s;
    const MergedGlossary merged =
        mergeGlossaries({rows(u"id\tvi\ten\tdomain\na\thội nghị\tsummit\tasean\n"_s, u"one.tsv"_s),
                         rows(header + second, u"two.tsv"_s)});
    QCOMPARE(ids(merged.termbase), expectedIds);
    QCOMPARE(told(merged.duplicates), expectedTold);
    QCOMPARE(merged.termbase.name(), u"one"_s);
}

void TestGlossaryInterchange::tellsOfEqualIdsInOneFile()
{
    const GlossaryContents contents = rows(u"id\tvi\ten\na\tx\ty\na\tz\tw\n"_s, u"one.tsv"_s);
    QCOMPARE(told(contents.renamed), QStringList{u"one.tsv:3:glossary.same-id"_s});
    QCOMPARE(told(mergeGlossaries({contents}).duplicates), QStringList{u"one.tsv:3:glossary.same-id"_s});
}

void TestGlossaryInterchange::writesOmegaT()
{
    const GlossaryContents contents = rows(
        u"vi\ten\tstatus\tvi_variants\ten_variants\tabbreviation_vi\tabbreviation_en\tnote\tdomain\n"
        u"Liên hợp quốc\tUnited Nations\tpreferred\tLiên Hiệp Quốc\tUN Organization\tLHQ\tUN\ta\\nb\tun\n"
        u"biển Đông\tSouth China Sea\tforbidden\t\t\t\t\t\t\n"_s,
        u"a.tsv"_s);
    const GlossaryBytes written = writeOmegaT(contents.termbase);
    QCOMPARE(QString::fromUtf8(written.bytes), u"Liên hợp quốc\tUnited Nations\ta b\n"
                                               u"Liên Hiệp Quốc\tUnited Nations\ta b\n"
                                               u"LHQ\tUN\ta b\n"
                                               u"Liên hợp quốc\tUN Organization\ta b\n"_s);
    QCOMPARE(written.warnings,
             (QStringList{u"2 deprecated or forbidden terms are left out."_s,
                          u"1 entries are left out that have no Vietnamese or English term to use."_s,
                          u"1 entries lose their domain, part of speech or authority."_s}));
}

void TestGlossaryInterchange::readsBackWhatItWrites_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<bool>("dct");
    QTest::newRow("tsv") << static_cast<int>(FileFormat::Tsv) << false;
    QTest::newRow("csv") << static_cast<int>(FileFormat::Csv) << false;
    QTest::newRow("tbx dca") << static_cast<int>(FileFormat::TbxBasic) << false;
    QTest::newRow("tbx dct") << static_cast<int>(FileFormat::TbxBasic) << true;
    QTest::newRow("tbx v2") << static_cast<int>(FileFormat::TbxV2) << false;
}

void TestGlossaryInterchange::readsBackWhatItWrites()
{
    QFETCH(int, format);
    QFETCH(bool, dct);
    const GlossaryContents contents =
        rows(u"id\tvi\ten\tpos\tstatus\ten_variants\tabbreviation_en\tnote\tauthority\n"
             u"1\tLiên hợp quốc\tUnited Nations\tproper noun\tpreferred\ta\\|b|c\tUN\tx\\ny\tUN Charter\n"
             u"b c\tbiển Đông\tSouth China Sea\t\tforbidden\t\t\tEast Sea\t\n"_s,
             u"a.tsv"_s);
    const Result<GlossaryBytes> written =
        writeGlossary(contents.termbase, static_cast<FileFormat>(format), dct);
    QVERIFY(written.ok());
    QCOMPARE(written->warnings, QStringList());
    const Result<GlossaryContents> again = readGlossary(written->bytes, u"a"_s);
    QVERIFY2(again.ok(), again ? "" : qPrintable(again.error().text()));
    QVERIFY(again->termbase.entries() == contents.termbase.entries());
}

void TestGlossaryInterchange::counts()
{
    const GlossaryContents contents =
        rows(u"vi\ten\tpos\tdomain\tstatus\tabbreviation_en\tauthority\n"
             u"x\ty\tnoun\tasean\tpreferred\tY\tCharter\nz\tw\t\t\tforbidden\t\t\n"_s,
             u"a.tsv"_s);
    GlossaryStatistics figures;
    countGlossary(contents.termbase, figures);
    countGlossary(contents.termbase, figures);
    QCOMPARE(figures.entries, 4);
    QCOMPARE(figures.terms, 10);
    QCOMPARE(figures.abbreviations, 2);
    QCOMPARE(figures.withAuthority, 2);
    QCOMPARE(figures.byDomain, (QMap<QString, qint64>{{u""_s, 2}, {u"asean"_s, 2}}));
    QCOMPARE(figures.byStatus, (QMap<QString, qint64>{{u"forbidden"_s, 2}, {u"preferred"_s, 2}}));
    QCOMPARE(figures.termsByLanguage, (QMap<QString, qint64>{{u"en"_s, 6}, {u"vi"_s, 4}}));
    QCOMPARE(figures.termsByStatus,
             (QMap<QString, qint64>{{u"admitted"_s, 2}, {u"forbidden"_s, 4}, {u"preferred"_s, 4}}));
}

QTEST_GUILESS_MAIN(TestGlossaryInterchange)
#include "tst_glossary_interchange.moc"
