#include "formats/review/review_rows.h"
#include "session/markup_text.h"
#include "session/merge_review.h"
#include "session/open.h"
#include "zip/package.h"
#include "zip/writer.h"

#include <QtTest/QtTest>

#include <functional>

using namespace verbale;
using namespace verbale::session;
using namespace Qt::StringLiterals;

namespace {

Document sent()
{
    const QByteArray xliff =
        "<?xml version=\"1.0\"?>\n<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" "
        "srcLang=\"vi\" trgLang=\"en\">\n<file id=\"f1\">\n"
        "<unit id=\"u1\"><notes><note category=\"query\">Check the title.</note></notes>"
        "<segment id=\"s1\" state=\"translated\"><source>Thứ trưởng <pc id=\"1\">Nguyễn Văn A</pc> phát "
        "biểu.</source><target>Vice Minister <pc id=\"1\">Nguyen Van A</pc> "
        "spoke.</target></segment></unit>\n"
        "<unit id=\"u2\"><segment id=\"s1\" state=\"translated\"><source>Hai bên  ký.</source>"
        "<target>Both sides  signed &lt;it&gt; ⟦1⟧.\n</target></segment></unit>\n"
        "<unit id=\"u3\"><segment id=\"s1\"><source>Chưa dịch.</source></segment></unit>\n"
        "<unit id=\"u4\"><segment id=\"s1\" state=\"final\"><source>Dòng một\ndòng hai</source>"
        "<target>Line one\nline two</target></segment></unit>\n</file>\n</xliff>\n";
    const Result<OpenedDocument> opened = openBytes(xliff, u"sent.xlf"_s);
    if (!opened)
        QTest::qFail(qPrintable(opened.error().text()), __FILE__, __LINE__);
    return opened ? opened->document : Document();
}

using Write = std::function<QByteArray(const Document &)>;
const QList<std::pair<const char *, Write>> &writers()
{
    static const QList<std::pair<const char *, Write>> all{{"html", review::writeReviewHtml},
                                                           {"docx", review::writeReviewDocx}};
    return all;
}

/// The DOCX with a part changed by its user's word processor.
QByteArray repacked(const QByteArray &docx, const std::function<void(QByteArray &)> &change,
                    const QList<std::pair<QString, QByteArray>> &more = {})
{
    constexpr zip::PackageKind kind{"test", "document", ""};
    Result<zip::Package> package = zip::Package::open(docx, u"a.docx"_s, kind);
    QList<std::pair<QString, QByteArray>> parts = more;
    for (const QString &name : {u"[Content_Types].xml"_s, u"_rels/.rels"_s, u"word/document.xml"_s}) {
        QByteArray part = package->read(name).value();
        if (name == u"word/document.xml")
            change(part);
        parts.append({name, part});
    }
    return zip::zipped(parts);
}

ReviewComparison back(const QByteArray &bytes, const QString &name = u"back"_s)
{
    const Result<ReviewedCopy> copy = readReviewBytes(bytes, name);
    if (!copy) {
        QTest::qFail(qPrintable(copy.error().text()), __FILE__, __LINE__);
        return {};
    }
    return compareReview(sent(), *copy);
}

QString after(const ReviewComparison &comparison, qsizetype change)
{
    return change < comparison.changes.size() ? withMarkup(comparison.changes[change].after.target)
                                              : QString();
}

} // namespace

class tst_SessionReviewTables : public QObject
{
    Q_OBJECT
private slots:
    void untouchedTablesChangeNothing_data();
    void untouchedTablesChangeNothing();
    void editsOfABrowser_data();
    void editsOfABrowser();
    void pagesThatWereSavedElsewhere();
    void trackedChangesAndComments();
    void emptiedCellsEmptyTheTarget();
    void whatIsNoReview_data();
    void whatIsNoReview();
};

void tst_SessionReviewTables::untouchedTablesChangeNothing_data()
{
    QTest::addColumn<int>("writer");
    for (int i = 0; i < writers().size(); ++i)
        QTest::newRow(writers()[i].first) << i;
}

void tst_SessionReviewTables::untouchedTablesChangeNothing()
{
    QFETCH(int, writer);
    const Document document = sent();
    const ReviewComparison comparison = back(writers()[writer].second(document));
    QCOMPARE(comparison.unchanged, qsizetype(4));
    QVERIFY(comparison.changes.isEmpty());
    QVERIFY(comparison.unmatched.isEmpty());
    QVERIFY(comparison.missing.isEmpty());
}

void tst_SessionReviewTables::editsOfABrowser_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("target");
    const QByteArray whole = "Vice Minister ⟦1⟧Nguyen Van A⟦/1⟧ spoke.";
    const QString name = u"<pc id=\"1\">Nguyen Van A</pc>"_s;
    QTest::newRow("words") << whole << QByteArray("Deputy Minister ⟦1⟧Nguyen Van A⟦/1⟧ spoke.")
                           << u"Deputy Minister %1 spoke."_s.arg(name);
    QTest::newRow("moved tags") << whole << QByteArray("⟦1⟧Nguyen Van A⟦/1⟧, Deputy Minister, spoke.")
                                << u"%1, Deputy Minister, spoke."_s.arg(name);
    QTest::newRow("inner elements") << whole
                                    << QByteArray("<span style=\"x\">Deputy</span> Minister <b>⟦1⟧Nguyen Van "
                                                  "A⟦/1⟧</b> spoke.<br>")
                                    << u"Deputy Minister %1 spoke."_s.arg(name);
    QTest::newRow("deleted and inserted") << whole
                                          << QByteArray("<del>Vice</del><ins>Deputy</ins> Minister ⟦1⟧Nguyen "
                                                        "Van A⟦/1⟧ spoke.")
                                          << u"Deputy Minister %1 spoke."_s.arg(name);
    QTest::newRow("lines of divisions")
        << QByteArray("Line one\nline two") << QByteArray("Line one<div>line two</div><div>line three</div>")
        << u"Line one\nline two\nline three"_s;
    QTest::newRow("spaces count") << QByteArray("Both sides  signed &lt;it&gt; ⟦⟦1⟧.\n")
                                  << QByteArray("Both sides signed &lt;it&gt;&amp;it.")
                                  << u"Both sides signed <it>&it."_s;
    QTest::newRow("a table in a cell")
        << whole << QByteArray("See<table><tr><td>one</td><td>two</td></tr></table>below")
        << u"See\none two\nbelow"_s;
}

void tst_SessionReviewTables::editsOfABrowser()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, target);
    QByteArray page = review::writeReviewHtml(sent());
    QVERIFY(page.contains(from));
    page.replace(from, to);
    const ReviewComparison comparison = back(page);
    QCOMPARE(comparison.changes.size(), qsizetype(1));
    QCOMPARE(after(comparison, 0), target);
    QCOMPARE(comparison.unchanged, qsizetype(3));
}

/// A word processor wraps lines, names the encoding in words of its own, and knows nothing of our classes.
void tst_SessionReviewTables::pagesThatWereSavedElsewhere()
{
    const QString page = u"<HTML><HEAD><META http-equiv=Content-Type content=\"text/html; charset=utf-16\">"
                         "</HEAD><BODY><TABLE><TR><TD><P>ID<TD><P>Source<TD><P>Target</TR>\n"
                         "<TR><TD><P>f1/u2/s1<TD><P>Hai bên ký.<TD><P>The two\n   sides signed.</P></TR>\n"
                         "<TR><TD><P>f1/u4/s1<TD><P>Dòng một dòng hai<TD><P>Line one\nline two</TABLE>"_s;
    QByteArray utf16("\xFF\xFE");
    utf16.append(reinterpret_cast<const char *>(page.utf16()), page.size() * 2);
    const ReviewComparison comparison = back(utf16, u"word.htm"_s);
    QCOMPARE(comparison.changes.size(), qsizetype(1));
    QCOMPARE(after(comparison, 0), u"The two sides signed."_s);
    QCOMPARE(comparison.unchanged, qsizetype(1));
    QCOMPARE(comparison.missing.size(), qsizetype(2));
}

void tst_SessionReviewTables::trackedChangesAndComments()
{
    const QByteArray comments =
        "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:comment "
        "w:id=\"4\" w:author=\"Reviser\"><w:p><w:r><w:t>Is this the title?</w:t></w:r></w:p></w:comment>"
        "</w:comments>";
    const QByteArray docx = repacked(
        review::writeReviewDocx(sent()),
        [](QByteArray &part) {
            part.replace("<w:t xml:space=\"preserve\">Vice Minister ⟦1⟧",
                         "<w:t xml:space=\"preserve\"></w:t></w:r><w:del w:id=\"1\"><w:r><w:delText>Vice"
                         "</w:delText></w:r></w:del><w:moveFrom w:id=\"3\"><w:r><w:t>gone</w:t></w:r>"
                         "</w:moveFrom><w:ins w:id=\"2\"><w:r><w:t>Deputy</w:t></w:r></w:ins><w:r>"
                         "<w:commentReference w:id=\"4\"/><w:t xml:space=\"preserve\"> Minister ⟦1⟧");
        },
        {{u"word/comments.xml"_s, comments}});
    const ReviewComparison comparison = back(docx);
    QCOMPARE(comparison.changes.size(), qsizetype(1));
    QCOMPARE(after(comparison, 0), u"Deputy Minister <pc id=\"1\">Nguyen Van A</pc> spoke."_s);
    QCOMPARE(comparison.changes[0].notes.size(), qsizetype(1));
    QCOMPARE(comparison.changes[0].notes[0].text, u"Reviser: Is this the title?"_s);
}

void tst_SessionReviewTables::emptiedCellsEmptyTheTarget()
{
    QByteArray page = review::writeReviewHtml(sent());
    page.replace(">Line one\nline two<", "><br><");
    const ReviewComparison comparison = back(page);
    QCOMPARE(comparison.changes.size(), qsizetype(1));
    QVERIFY(comparison.changes[0].changesTarget());
    QVERIFY(comparison.changes[0].after.target.isEmpty());
}

void tst_SessionReviewTables::whatIsNoReview_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    const QByteArray head = "<html><table><tr><th>id<th>source<th>target</tr>";
    QTest::newRow("a page without a table") << QByteArray("<html><p>Text</p>") << u"review.columns"_s;
    QTest::newRow("another table") << QByteArray("<table><tr><td>a<td>b</table>") << u"review.columns"_s;
    QTest::newRow("a row without its target")
        << head + "<tr><td>f1/u4/s1<td>Dòng</table>" << u"review.columns"_s;
    QTest::newRow("a header alone") << head + "</table>" << u"review.empty"_s;
    QTest::newRow("nested too deep") << "<html>" + QByteArray("<div>").repeated(100'000)
                                     << u"review.too-deep"_s;
    QTest::newRow("hidden nesting") << "<html>" + QByteArray("<div><!--</div>-->").repeated(100'000)
                                    << u"review.too-deep"_s;
    QTest::newRow("no archive") << QByteArray("PK\x03\x04 nothing") << u"review.damaged"_s;
    QTest::newRow("another archive") << zip::zipped({{u"a.txt"_s, "a"}}) << u"review.columns"_s;
    QTest::newRow("not well-formed") << zip::zipped({{u"word/document.xml"_s, "<w:document><w:tbl>"}})
                                     << u"review.malformed"_s;
}

void tst_SessionReviewTables::whatIsNoReview()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const Result<ReviewedCopy> copy = readReviewBytes(bytes, u"back"_s);
    QVERIFY(!copy.ok());
    QCOMPARE(copy.error().code, code);
    QVERIFY(copy.error().where.file.startsWith(u"back"_s));
}

QTEST_GUILESS_MAIN(tst_SessionReviewTables)
#include "tst_session_review_tables.moc"
