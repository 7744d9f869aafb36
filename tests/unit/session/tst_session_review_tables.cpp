#include "formats/review/review_rows.h"
#include "formats/review/review_text.h"
#include "session/markup_text.h"
#include "session/merge_review.h"
#include "session/open.h"
#include "zip/package.h"
#include "zip/writer.h"

#include <QtTest/QtTest>

#include <functional>
#include <random>

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

QByteArray marginComment(const QByteArray &id, const QByteArray &text)
{
    return "<w:comment w:id=\"" + id + "\" w:author=\"Reviser\"><w:p><w:r><w:t>" + text +
           "</w:t></w:r></w:p></w:comment>";
}

QByteArray margin(const QByteArray &comments)
{
    return "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" +
           comments + "</w:comments>";
}

QByteArray commented(const QByteArray &id)
{
    return "<w:r><w:commentReference w:id=\"" + id + "\"/></w:r>";
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

/// For QVERIFY2, which asks also when all is well.
QByteArray whyNot(const Result<ReviewedCopy> &copy)
{
    return copy ? QByteArray() : copy.error().text().toUtf8();
}

} // namespace

class tst_SessionReviewTables : public QObject
{
    Q_OBJECT
private slots:
    void untouchedTablesChangeNothing_data();
    void untouchedTablesChangeNothing();
    void anyTextComesBack_data();
    void anyTextComesBack();
    void editsOfABrowser_data();
    void editsOfABrowser();
    void pagesThatWereSavedElsewhere();
    void whatWordPutsIntoEmptyParagraphs();
    void editsOfAWordProcessor_data();
    void editsOfAWordProcessor();
    void trackedChangesAndComments();
    void noCommentIsLost();
    void pagesInAnyPlaceOfTheirBytes();
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

void tst_SessionReviewTables::anyTextComesBack_data()
{
    untouchedTablesChangeNothing_data();
}

/// Blank lines, line ends at either end, tabs, runs of spaces and the marks of codes, letter by letter.
void tst_SessionReviewTables::anyTextComesBack()
{
    QFETCH(int, writer);
    std::mt19937 random(2026);
    const QStringList pieces{u"\n"_s, u"\n\n"_s,   u"\t"_s, u" "_s,    u"  "_s, u"⟦"_s,
                             u"⟧"_s,  u"1"_s,      u"/"_s,  u"<br>"_s, u"&"_s,  u"\u00A0"_s,
                             u"ộ"_s,  u"\u2011"_s, u"a"_s,  u"⟦1⟧"_s};
    for (int round = 0; round < 200; ++round) {
        Document document = sent();
        for (const SegmentRef &ref : document.segments()) {
            Segment &segment = document.at(ref);
            segment.target = {};
            for (unsigned length = 1 + random() % 8; length > 0; --length)
                segment.target.text += pieces[static_cast<qsizetype>(random() % unsigned(pieces.size()))];
            segment.hasTarget = true;
        }
        const Result<ReviewedCopy> copy = readReviewBytes(writers()[writer].second(document), u"back"_s);
        QVERIFY2(copy.ok(), whyNot(copy).constData());
        QCOMPARE(copy->segments.size(), document.segments().size());
        for (qsizetype i = 0; i < copy->segments.size(); ++i) {
            const SegmentRef ref = document.segments()[i];
            const review::ReviewTexts texts = review::reviewTexts(document.at(ref));
            QCOMPARE(copy->segments[i].key, document.segmentKey(ref));
            QCOMPARE(copy->segments[i].source.text, texts.source);
            QCOMPARE(copy->segments[i].target.text, texts.target);
        }
    }
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
    const QByteArray lines = "Line one\nline two";
    QTest::newRow("a blank line of divisions")
        << lines << QByteArray("Line one<div><br></div><div>line two</div>") << u"Line one\n\nline two"_s;
    QTest::newRow("a break behind a division")
        << lines << QByteArray("<div>Line one</div><br>line two") << u"Line one\n\nline two"_s;
    QTest::newRow("a break that ends a division")
        << lines << QByteArray("<div>Line one<br></div>then<div><div>line two</div></div>")
        << u"Line one\nthen\nline two"_s;
    QTest::newRow("a blank line before all")
        << lines << QByteArray("<div><br></div><div>Line one</div>") << u"\nLine one"_s;
    const QByteArray ended = "Both sides  signed &lt;it&gt; ⟦⟦1⟧.\n";
    QTest::newRow("the last line end stays")
        << ended << QByteArray("Both sides  agreed.\n") << u"Both sides  agreed.\n"_s;
    QTest::newRow("a browser's break behind it")
        << ended << QByteArray("Both sides  agreed.\n<br>") << u"Both sides  agreed.\n"_s;
    const QString deputy = u"Deputy Minister %1 spoke."_s.arg(name);
    QTest::newRow("a deleted break") << whole
                                     << QByteArray(
                                            "Deputy <del>old<br></del>Minister ⟦1⟧Nguyen Van A⟦/1⟧ spoke.")
                                     << deputy;
    QTest::newRow("a deleted paragraph")
        << whole << QByteArray("Deputy <del><p>gone</p></del>Minister ⟦1⟧Nguyen Van A⟦/1⟧ spoke.") << deputy;
    QTest::newRow("struck by hand")
        << whole
        << QByteArray("<s>Vice</s><strike>V.</strike><span style=\"color: red; text-decoration: "
                      "line-through\">V<b>i</b>ce<br></span>Deputy Minister ⟦1⟧Nguyen Van A⟦/1⟧ spoke.")
        << deputy;
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

/// A no-break space in an "o:p" shows an empty line, and is none that anybody typed.
void tst_SessionReviewTables::whatWordPutsIntoEmptyParagraphs()
{
    const QByteArray blank = "<p class=MsoNormal><o:p>&nbsp;</o:p></p>";
    const QByteArray page = "<html><body><table><tr><td>id</td><td>target</td></tr>"
                            "<tr><td>f1/u3/s1</td><td>" +
                            blank + "</td></tr><tr><td>f1/u4/s1</td><td><p>Line one<o:p></o:p></p>" + blank +
                            "<p>line two</p></td></tr></table></body></html>";
    const Result<ReviewedCopy> copy = readReviewBytes(page, u"word.htm"_s);
    QVERIFY2(copy.ok(), whyNot(copy).constData());
    QCOMPARE(copy->segments.size(), qsizetype(2));
    QVERIFY(!copy->segments[0].hasTarget);
    QCOMPARE(copy->segments[1].target.text, u"Line one\n\nline two"_s);
}

void tst_SessionReviewTables::editsOfAWordProcessor_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("warning");
    const auto run = [](const QByteArray &content, const QByteArray &properties = {}) {
        return "<w:r><w:rPr>" + properties + "</w:rPr>" + content + "</w:r>";
    };
    const auto text = [&run](const QByteArray &words, const QByteArray &properties = {}) {
        return run("<w:t xml:space=\"preserve\">" + words + "</w:t>", properties);
    };
    const auto paragraph = [](const QByteArray &content, const QByteArray &ofMark = {}) {
        return "<w:p><w:pPr><w:rPr>" + ofMark + "</w:rPr></w:pPr>" + content + "</w:p>";
    };
    const QByteArray one = text("One");
    const QByteArray two = text("two");
    const QString none;
    QTest::newRow("paragraphs") << paragraph(one) + paragraph(two) << u"One\ntwo"_s << none;
    QTest::newRow("a blank line") << paragraph(one) + "<w:p/>" + paragraph(two) << u"One\n\ntwo"_s << none;
    QTest::newRow("blank lines") << paragraph(one) + paragraph({}) + "<w:p/>" + paragraph(two)
                                 << u"One\n\n\ntwo"_s << none;
    QTest::newRow("a deleted paragraph mark")
        << paragraph(text("One "), "<w:del w:id=\"1\"/>") + paragraph(two) + paragraph(text("three"))
        << u"One two\nthree"_s << none;
    QTest::newRow("a moved paragraph mark")
        << paragraph(text("One "), "<w:moveFrom w:id=\"1\"/>") + paragraph(two) << u"One two"_s << none;
    QTest::newRow("a deleted paragraph")
        << paragraph(one) +
               paragraph("<w:del w:id=\"2\"><w:r><w:delText>gone</w:delText></w:r></w:del>",
                         "<w:del w:id=\"1\"/>") +
               paragraph(two)
        << u"One\ntwo"_s << none;
    QTest::newRow("an inserted paragraph mark")
        << paragraph(one, "<w:ins w:id=\"1\"/>") + paragraph(two) << u"One\ntwo"_s << none;
    QTest::newRow("struck by hand") << paragraph(text("Old<w:br/>", "<w:strike/>") +
                                                 text("older", "<w:dstrike w:val=\"1\"/>") + one +
                                                 text(" two",
                                                      "<w:strike w:val=\"0\"/><w:dstrike w:val=\"false\"/>"))
                                    << u"One two"_s << none;
    QTest::newRow("no longer struck")
        << paragraph(text("One two", "<w:rPrChange w:id=\"1\"><w:rPr><w:strike/></w:rPr></w:rPrChange>"))
        << u"One two"_s << none;
    QTest::newRow("a struck mark strikes no text")
        << paragraph(one, "<w:strike/>") + paragraph(two) << u"One\ntwo"_s << none;
    QTest::newRow("tabs") << paragraph(one + run("<w:tab/><w:ptab w:alignment=\"right\"/>") + two)
                          << u"One\t\ttwo"_s << none;
    QTest::newRow("symbols") << paragraph(text("5") + run("<w:sym w:font=\"Symbol\" w:char=\"F0B0\"/>") +
                                          text("C ") +
                                          run("<w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/>"
                                              "<w:sym w:font=\"Symbol\" w:char=\"0061\"/>"
                                              "<w:sym w:font=\"Arial\" w:char=\"00BD\"/>"))
                             << u"5°C →α½"_s << none;
    QTest::newRow("an unknown symbol")
        << paragraph(one + run("<w:sym w:font=\"Own &amp; Co\" w:char=\"F041\"/>") + two) << u"One\uFFFDtwo"_s
        << u"Row 4: The symbol F041 of the font Own & Co is no letter outside of it and stands as \uFFFD; "
           u"put "
           "in what is meant."_s;
    QTest::newRow("a symbol under a letter's code")
        << paragraph(one + run("<w:sym w:font=\"Webdings\" w:char=\"0041\"/>")) << u"One\uFFFD"_s
        << u"Row 4: The symbol 0041 of the font Webdings is no letter outside of it and stands as \uFFFD; "
           u"put "
           "in what is meant."_s;
    QTest::newRow("a struck symbol") << paragraph(one + run("<w:sym w:font=\"Own\" w:char=\"F041\"/>",
                                                            "<w:strike/>"))
                                     << u"One"_s << none;
}

void tst_SessionReviewTables::editsOfAWordProcessor()
{
    QFETCH(QByteArray, cell);
    QFETCH(QString, target);
    QFETCH(QString, warning);
    const QByteArray docx = repacked(review::writeReviewDocx(sent()), [&cell](QByteArray &part) {
        const qsizetype place = part.indexOf("Line one<");
        const qsizetype start = part.lastIndexOf("<w:p>", place);
        part.replace(start, part.indexOf("</w:p>", place) + 6 - start, cell);
    });
    const Result<ReviewedCopy> copy = readReviewBytes(docx, u"back.docx"_s);
    QVERIFY2(copy.ok(), whyNot(copy).constData());
    QCOMPARE(copy->segments.size(), qsizetype(4));
    QCOMPARE(copy->segments[3].target.text, target);
    QCOMPARE(copy->warnings, warning.isEmpty() ? QStringList() : QStringList(warning));
}

void tst_SessionReviewTables::noCommentIsLost()
{
    QByteArray comments;
    for (const char *id : {"title", "header", "keyless", "deleted", "inner", "below"})
        comments += marginComment(id, QByteArray("On ") + id);
    const auto edit = [](QByteArray &part) {
        const auto behind = [&part](const QByteArray &place, const QByteArray &more) {
            const qsizetype found = part.indexOf(place);
            QVERIFY2(found >= 0, place.constData());
            part.insert(found + place.size(), more);
        };
        behind("<w:pStyle w:val=\"Title\"/></w:pPr>", commented("title"));
        behind("target</w:t></w:r>", commented("header"));
        behind("line two</w:t></w:r>", "<w:del w:id=\"1\">" + commented("deleted") +
                                           "</w:del></w:p><w:tbl><w:tr><w:tc><w:p>" + commented("inner") +
                                           "</w:p></w:tc></w:tr></w:tbl><w:p>");
        part.replace("</w:tbl><w:sectPr>", "<w:tr><w:tc><w:p>" + commented("keyless") +
                                               "</w:p></w:tc></w:tr></w:tbl><w:p>" + commented("below") +
                                               "</w:p><w:sectPr>");
    };
    const QByteArray docx =
        repacked(review::writeReviewDocx(sent()), edit, {{u"word/comments.xml"_s, margin(comments)}});
    const Result<ReviewedCopy> copy = readReviewBytes(docx, u"back.docx"_s);
    QVERIFY2(copy.ok(), whyNot(copy).constData());
    QStringList notes;
    for (const Note &note : copy->segments[3].notes)
        notes.append(note.text);
    QCOMPARE(notes, (QStringList{u"Reviser: On deleted"_s, u"Reviser: On inner"_s}));
    QStringList wanted;
    for (const char *id : {"title", "below", "header", "keyless"})
        wanted.append(u"A comment stands on no segment: Reviser: On %1"_s.arg(QLatin1String(id)));
    QCOMPARE(copy->warnings, wanted);

    QByteArray page = review::writeReviewHtml(sent());
    page.replace("</tbody>",
                 "<tr><td></td><td></td><td>x</td><td></td><td>Where is the annex?</td></tr></tbody>");
    const Result<ReviewedCopy> ofPage = readReviewBytes(page, u"back.html"_s);
    QVERIFY(ofPage.ok());
    QCOMPARE(ofPage->warnings, QStringList(u"A comment stands on no segment: Where is the annex?"_s));
}

/// A letter of several bytes may lie anywhere.
void tst_SessionReviewTables::pagesInAnyPlaceOfTheirBytes()
{
    for (int shift = 0; shift < 4; ++shift) {
        const QByteArray page = "<html><!--" + QByteArray(shift, 'a') + QByteArray("ế").repeated(2000) +
                                "--><table><tr><th>id<th>target</tr><tr><td>f1/u4/s1<td>Một</table></html>";
        const Result<ReviewedCopy> copy = readReviewBytes(page, u"back.html"_s);
        QVERIFY2(copy.ok(), whyNot(copy).constData());
        QCOMPARE(copy->segments[0].target.text, u"Một"_s);
        const Result<ReviewedCopy> bad = readReviewBytes(QByteArray(page).replace("Một", "M\xFFt"), u"b"_s);
        QVERIFY(!bad.ok());
        QVERIFY2(bad.error().message.contains(u"Save it as UTF-8"_s), whyNot(bad).constData());
    }
}

void tst_SessionReviewTables::trackedChangesAndComments()
{
    const QByteArray comments = margin(marginComment("4", "Is this the title?"));
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
