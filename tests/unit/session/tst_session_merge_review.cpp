#include "session/markup_text.h"
#include "session/merge_review.h"
#include "session/open.h"

#include <QtTest/QtTest>

#include <algorithm>
#include <random>

using namespace verbale;
using namespace verbale::session;
using namespace Qt::StringLiterals;
using MatchedBy = ReviewChange::MatchedBy;

namespace {

const QByteArray xliffHead =
    "<?xml version=\"1.0\"?>\n<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "
    "version=\"2.0\" srcLang=\"vi\" trgLang=\"en\">\n<file id=\"f1\">\n";
const QByteArray xliffTail = "</file>\n</xliff>\n";

QByteArray unit(const QByteArray &id, const QByteArray &source, const QByteArray &target,
                const QByteArray &state = "translated", const QByteArray &notes = {})
{
    const QByteArray end = target == "-" ? QByteArray() : "<target>" + target + "</target>";
    return "<unit id=\"" + id + "\">" + notes + "<segment id=\"s1\" state=\"" + state + "\"><source>" +
           source + "</source>" + end + "</segment></unit>\n";
}

Document document(const QByteArray &units)
{
    Result<OpenedDocument> opened = openBytes(xliffHead + units + xliffTail, u"a.xlf"_s);
    if (!opened)
        QTest::qFail(qPrintable(opened.error().text()), __FILE__, __LINE__);
    return opened ? opened->document : Document();
}

ReviewedCopy copy(const QByteArray &units)
{
    const Result<ReviewedCopy> read = readReviewBytes(xliffHead + units + xliffTail, u"b.xlf"_s);
    if (!read)
        QTest::qFail(qPrintable(read.error().text()), __FILE__, __LINE__);
    return read ? *read : ReviewedCopy();
}

ReviewedCopy table(const QByteArray &text)
{
    const Result<ReviewedCopy> read = readReviewBytes(text, u"b.tsv"_s);
    if (!read)
        QTest::qFail(qPrintable(read.error().text()), __FILE__, __LINE__);
    return read ? *read : ReviewedCopy();
}

QString shown(const QList<text::DiffPiece> &pieces)
{
    QString result;
    for (const text::DiffPiece &piece : pieces)
        result += piece.kind == text::DiffPiece::Kind::Same      ? piece.text
                  : piece.kind == text::DiffPiece::Kind::Removed ? u"[-%1-]"_s.arg(piece.text)
                                                                 : u"{+%1+}"_s.arg(piece.text);
    return result;
}

/// For QVERIFY2, which asks also when all is well.
QByteArray whyNot(const Result<ReviewedCopy> &copy)
{
    return copy ? QByteArray() : copy.error().text().toUtf8();
}

} // namespace

class tst_SessionMergeReview : public QObject
{
    Q_OBJECT
private slots:
    void nothingChanged();
    void changesAreFoundById();
    void movedSegmentsAreFoundBySource();
    void repeatedSentencesArePairedInOrder();
    void otherSourcesAreMarked();
    void whatIsNotFoundIsTold();
    void targetsGoAndCome_data();
    void targetsGoAndCome();
    void codesAreTheDocumentsOwn();
    void tagsWithTheSameMarkupAreToldApart_data();
    void tagsWithTheSameMarkupAreToldApart();
    void tagsAreOneWordOfTheDifference();
    void lostAndUnknownCodesAreTold();
    void notesComeBack();
    void lockedTargetsStay();
    void tablesAreRead();
    void rowsMayLackTheirLastFields();
    void markupInAnXliffMakesItNoPage_data();
    void markupInAnXliffMakesItNoPage();
    void tablesHoldCodesAsMarkup();
    void badCopiesAreRefused_data();
    void badCopiesAreRefused();
    void acceptedChangesAreOneStep();
    void aReviewAcceptedTwiceChangesNothing();
    void anyReviewComesBack();
};

void tst_SessionMergeReview::nothingChanged()
{
    const QByteArray units = unit("u1", "Xin chào", "Hello") + unit("u2", "Đây", "-");
    const ReviewComparison comparison = compareReview(document(units), copy(units));
    QVERIFY(comparison.changes.isEmpty() && comparison.unmatched.isEmpty() && comparison.missing.isEmpty());
    QCOMPARE(comparison.unchanged, 2);
}

void tst_SessionMergeReview::changesAreFoundById()
{
    const Document own = document(unit("u1", "Xin chào", "Hello there") + unit("u2", "Đây", "Here"));
    const ReviewComparison comparison = compareReview(
        own, copy(unit("u1", "Xin chào", "Good morning there", "final") + unit("u2", "Đây", "Here")));
    QCOMPARE(comparison.changes.size(), 1);
    const ReviewChange &change = comparison.changes.first();
    QCOMPARE(change.segment, (SegmentRef{0, 0}));
    QVERIFY(change.matchedBy == MatchedBy::Id && !change.sourceDiffers);
    QCOMPARE(change.before.target.text, u"Hello there"_s);
    QCOMPARE(change.after.target.text, u"Good morning there"_s);
    QVERIFY(change.after.state == SegmentState::Final);
    QCOMPARE(shown(change.diff), u"[-Hello-]{+Good morning+} there"_s);
    QCOMPARE(comparison.unchanged, 1);
}

void tst_SessionMergeReview::movedSegmentsAreFoundBySource()
{
    const Document own = document(unit("u1", "Một", "One") + unit("u2", "Hai", "Two"));
    const ReviewComparison comparison =
        compareReview(own, copy(unit("u2", " Một ", "One!") + unit("x9", "Hai", "Two!")));
    QCOMPARE(comparison.changes.size(), 2);
    for (const ReviewChange &change : comparison.changes)
        QVERIFY(change.matchedBy == MatchedBy::Source && !change.sourceDiffers);
    QCOMPARE(comparison.changes[0].after.target.text, u"One!"_s);
    QCOMPARE(comparison.changes[1].after.target.text, u"Two!"_s);
    QVERIFY(comparison.unmatched.isEmpty() && comparison.missing.isEmpty());
}

void tst_SessionMergeReview::repeatedSentencesArePairedInOrder()
{
    const Document own =
        document(unit("u1", "Vâng", "Yes") + unit("u2", "Vâng", "Yes") + unit("u3", "Không", "No"));
    const ReviewComparison both = compareReview(
        own, copy(unit("a", "Vâng", "Yes") + unit("b", "Vâng", "Indeed") + unit("u3", "Không", "No")));
    QCOMPARE(both.changes.size(), 1);
    QCOMPARE(both.changes[0].segment, (SegmentRef{1, 0}));
    const ReviewComparison one = compareReview(own, copy(unit("a", "Vâng", "Indeed")));
    QVERIFY(one.changes.isEmpty());
    QCOMPARE(one.unmatched.size(), 1);
    QVERIFY2(one.unmatched[0].reason.contains(u"(2)"_s), qPrintable(one.unmatched[0].reason));
    QCOMPARE(one.missing.size(), 3);
}

void tst_SessionMergeReview::otherSourcesAreMarked()
{
    const Document own = document(unit("u1", "Một ngày", "A day"));
    const ReviewComparison comparison = compareReview(own, copy(unit("u1", "Hai ngày", "Two days")));
    QCOMPARE(comparison.changes.size(), 1);
    QVERIFY(comparison.changes[0].sourceDiffers);
    QCOMPARE(comparison.changes[0].reviewedSource, u"Hai ngày"_s);
    // The same letters in another form of Unicode are the same source, and the same target.
    const QByteArray decomposed = u"Một ngày"_s.normalized(QString::NormalizationForm_D).toUtf8();
    QCOMPARE(compareReview(own, copy(unit("u1", decomposed, "A day"))).unchanged, 1);
    const Document vietnamese = document(unit("u1", "a", "Một ngày"));
    QCOMPARE(compareReview(vietnamese, copy(unit("u1", "a", decomposed))).unchanged, 1);
}

void tst_SessionMergeReview::whatIsNotFoundIsTold()
{
    const Document own = document(unit("u1", "Một", "One") + unit("u2", "Hai", "Two"));
    const ReviewComparison comparison =
        compareReview(own, copy(unit("u1", "Một", "One") + unit("u7", "Bảy", "Seven")));
    QCOMPARE(comparison.unmatched.size(), 1);
    QCOMPARE(comparison.unmatched[0].reviewed.key, u"f1/u7/s1"_s);
    QVERIFY(!comparison.unmatched[0].reason.isEmpty());
    QCOMPARE(comparison.missing, (QList<SegmentRef>{{1, 0}}));
}

void tst_SessionMergeReview::targetsGoAndCome_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("reviewed");
    QTest::addColumn<bool>("changes");
    QTest::addColumn<QString>("after");
    QTest::newRow("a new one") << QByteArray("-") << QByteArray("One") << true << "One";
    QTest::newRow("none in the copy: it stays") << QByteArray("One") << QByteArray("-") << false << "One";
    QTest::newRow("emptied") << QByteArray("One") << QByteArray() << true << "";
    QTest::newRow("none in either") << QByteArray("-") << QByteArray("-") << false << "";
}

void tst_SessionMergeReview::targetsGoAndCome()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, reviewed);
    QFETCH(bool, changes);
    QFETCH(QString, after);
    Document own = document(unit("u1", "Một", before));
    const ReviewComparison comparison = compareReview(own, copy(unit("u1", "Một", reviewed)));
    QCOMPARE(comparison.changes.size(), changes ? 1 : 0);
    EditHistory history;
    if (changes)
        history.apply(own, acceptReview(own, comparison.changes));
    QCOMPARE(own.units[0].segments[0].target.text, after);
}

void tst_SessionMergeReview::codesAreTheDocumentsOwn()
{
    const Document own =
        document(unit("u1", "<pc id=\"1\">Một</pc> <ph id=\"2\"/>", "<pc id=\"1\">One</pc> <ph id=\"2\"/>"));
    const ReviewComparison comparison = compareReview(
        own, copy(unit("u1", "<pc id='1'>Một</pc> <ph id='2' />", "<ph id='2' /> <pc  id='1'>One</pc>")));
    QCOMPARE(comparison.changes.size(), 1);
    const ReviewChange &change = comparison.changes[0];
    QVERIFY(change.lostCodes.isEmpty() && change.unknownCodes.isEmpty());
    QCOMPARE(withMarkup(change.after.target), u"<ph id=\"2\"/> <pc id=\"1\">One</pc>"_s);
    QVERIFY(!change.sourceDiffers);
}

void tst_SessionMergeReview::tagsWithTheSameMarkupAreToldApart_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("ids");
    const QByteArray pair4 = "<pc id=\"4\">strengthen</pc> cooperation";
    QTest::newRow("a pair comes into another")
        << pair4 << QByteArray("<pc id=\"4\">strengthen <pc id=\"5\">cooperation</pc></pc>") << u"4 5 5 4"_s;
    QTest::newRow("a pair comes in front")
        << pair4 << QByteArray("<pc id=\"5\">cooperation</pc> <pc id=\"4\">is up</pc>") << u"5 5 4 4"_s;
    QTest::newRow("a pair of the reviser's own")
        << pair4 << QByteArray("<pc id=\"4\">strengthen <pc id=\"7\">ties</pc></pc>") << u"4 7 7 4"_s;
    QTest::newRow("nothing was there")
        << QByteArray("-") << QByteArray("<pc id=\"4\">more <pc id=\"5\">ties</pc></pc>") << u"4 5 5 4"_s;
}

void tst_SessionMergeReview::tagsWithTheSameMarkupAreToldApart()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const QString, ids);
    const QByteArray source = "<pc id=\"4\">tăng cường <pc id=\"5\">hợp tác</pc></pc>";
    const ReviewComparison comparison =
        compareReview(document(unit("u1", source, before)), copy(unit("u1", source, after)));
    QCOMPARE(comparison.changes.size(), 1);
    QStringList found;
    for (const InlineCode &code : comparison.changes[0].after.target.codes)
        found.append(code.id);
    QCOMPARE(found.join(u' '), ids);
    QCOMPARE(withMarkup(comparison.changes[0].after.target), QString::fromUtf8(after));
}

void tst_SessionMergeReview::tagsAreOneWordOfTheDifference()
{
    const QByteArray source = "Ký <ph id=\"c30\"/> và <ph id=\"c31\"/>";
    const ReviewComparison comparison =
        compareReview(document(unit("u1", source, "Signed <ph id=\"c30\"/> \uE000 <ph id=\"c99\"/>")),
                      copy(unit("u1", source, "Signed <ph id=\"c31\"/> \uE000 <ph id=\"c99\"/>")));
    QCOMPARE(comparison.changes.size(), 1);
    QCOMPARE(shown(comparison.changes[0].diff),
             u"Signed [-‹1›-]{+‹2›+} \uE000 ‹c99›"_s); // numbers of the chips
}

void tst_SessionMergeReview::lostAndUnknownCodesAreTold()
{
    Document own =
        document(unit("u1", "<pc id=\"1\">Một</pc><ph id=\"2\"/>", "<pc id=\"1\">One</pc><ph id=\"2\"/>"));
    own.originalFormat = u"xliff-1.2"_s; // codes of another version have no place in the file
    const ReviewComparison comparison = compareReview(
        own, copy(unit("u1", "<pc id=\"1\">Một</pc><ph id=\"2\"/>", "One<ph id=\"2\"/><ph id=\"9\"/>")));
    QCOMPARE(comparison.changes.size(), 1);
    QCOMPARE(comparison.changes[0].lostCodes, (QStringList{u"‹1›"_s, u"‹/1›"_s}));
    QCOMPARE(comparison.changes[0].unknownCodes, QStringList{u"‹9›"_s});
    QCOMPARE(withMarkup(comparison.changes[0].after.target), u"One<ph id=\"2\"/>"_s);
}

void tst_SessionMergeReview::notesComeBack()
{
    const QByteArray known = "<notes><note id=\"n1\">Known</note></notes>";
    const QByteArray more = "<notes><note id=\"n1\">Known</note><note id=\"n2\">Which summit?</note></notes>";
    const Document own = document(unit("u1", "Một", "One", "translated", known));
    const ReviewComparison comparison =
        compareReview(own, copy(unit("u1", "Một", "One", "translated", more)));
    QCOMPARE(comparison.changes.size(), 1);
    QVERIFY(comparison.changes[0].changesNothing());
    QCOMPARE(comparison.changes[0].notes.size(), 1);
    QCOMPARE(comparison.changes[0].notes[0].text, u"Which summit?"_s);
    QVERIFY(acceptReview(own, comparison.changes).units.isEmpty());
}

void tst_SessionMergeReview::lockedTargetsStay()
{
    Document own = document(unit("u1", "Một", "One") + unit("u2", "Hai", "Two"));
    own.units[0].segments[0].locked = true;
    own.units[1].translate = false;
    const ReviewComparison comparison =
        compareReview(own, copy(unit("u1", "Một", "1") + unit("u2", "Hai", "2")));
    QCOMPARE(comparison.changes.size(), 2);
    QVERIFY(comparison.changes[0].locked && comparison.changes[1].locked);
    QVERIFY(acceptReview(own, comparison.changes).units.isEmpty());
}

void tst_SessionMergeReview::tablesAreRead()
{
    const Document own =
        document(unit("u1", "Một\ttab", "One") + unit("u2", "Hai", "Two") + unit("u3", "Ba", "Three"));
    const ReviewComparison comparison =
        compareReview(own, table("unit\tsegment\tstate\tsource\ttarget\r\n"
                                 "u1\ts1\treviewed\tMột\\ttab\tOne \\\\ two\\n\r\n"
                                 "f1/u2\ts1\tsomething\tHai\tTwo\r\n"
                                 "\r\n"
                                 "u3\ts1\ttranslated\tBa\t\r\n"));
    QCOMPARE(comparison.changes.size(), 2);
    QCOMPARE(comparison.changes[0].after.target.text, u"One \\ two\n"_s);
    QVERIFY(comparison.changes[0].after.state == SegmentState::Reviewed);
    QVERIFY(comparison.changes[1].after.target.isEmpty()); // an emptied field
    QCOMPARE(comparison.unchanged, 1);

    // A table that speaks of XLIFF is a table, and a byte order mark is no part of a name.
    const ReviewComparison marked =
        compareReview(own, table("\xEF\xBB\xBFunit\tsegment\ttarget\nu2\ts1\tTwo xliff files\n\t\t\n"));
    QCOMPARE(marked.changes.size(), 1);
    QVERIFY(marked.changes[0].matchedBy == MatchedBy::Id);

    // Other columns, another order, no ids.
    const ReviewComparison bySource = compareReview(own, table("Target\tComment\tSource\nTwo!\tWhy?\tHai\n"));
    QCOMPARE(bySource.changes.size(), 1);
    QVERIFY(bySource.changes[0].matchedBy == MatchedBy::Source);
    QCOMPARE(bySource.changes[0].notes[0].text, u"Why?"_s);
    QVERIFY(bySource.changes[0].after.state == SegmentState::Translated);
}

/// An editor that takes the white space from the ends of lines takes empty fields with it.
void tst_SessionMergeReview::rowsMayLackTheirLastFields()
{
    const Document own = document(unit("u1", "Một", "One") + unit("u2", "Hai", "Two") +
                                  unit("u3", "Ba", "Three") + unit("u4", "Bốn", "-"));
    const ReviewedCopy reviewed = table("unit\tsegment\tstate\tsource\ttarget\tcomment\n"
                                        "u1\ts1\treviewed\tMột\tOne!\n"
                                        "u2\ts1\treviewed\tHai\n"
                                        "u3\ts1\n"
                                        "u4\ts1\tinitial\tBốn\n");
    QCOMPARE(reviewed.warnings,
             QStringList(u"Rows end before the last column of the table, in line 2, 3, 4, 5; "
                         "what they lack is taken as not given."_s));
    const ReviewComparison comparison = compareReview(own, reviewed);
    QCOMPARE(comparison.changes.size(), 1);
    QCOMPARE(comparison.changes[0].after.target.text, u"One!"_s);
    QVERIFY(comparison.changes[0].after.state == SegmentState::Reviewed);
    QCOMPARE(comparison.unchanged, 3);
    QVERIFY(comparison.unmatched.isEmpty() && comparison.missing.isEmpty());
    const ReviewedCopy long_ = table("unit\tsegment\ttarget\n" + QByteArray("u1\ts1\n").repeated(8));
    QVERIFY2(long_.warnings.value(0).contains(u"in line 2, 3, 4, 5, 6 and 3 more;"_s),
             qPrintable(long_.warnings.join(u' ')));
}

void tst_SessionMergeReview::markupInAnXliffMakesItNoPage_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("a skeleton")
        << QByteArray()
        << QByteArray("<skl><internal-file><![CDATA[<html><table></table></html>]]></internal-file></skl>");
    QTest::newRow("a note") << QByteArray()
                            << QByteArray("<note>the old &lt;html, <![CDATA[<table>]]></note>");
    QTest::newRow("a comment") << QByteArray("<!-- from <!doctype html><html><table> -->\n") << QByteArray();
}

void tst_SessionMergeReview::markupInAnXliffMakesItNoPage()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, header);
    const QByteArray bytes = "<?xml version=\"1.0\"?>\n" + before +
                             "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"><file "
                             "original=\"a\" source-language=\"vi\" target-language=\"en\" "
                             "datatype=\"html\"><header>" +
                             header +
                             "</header><body><trans-unit id=\"u1\"><source>Một</source><target>One</target>"
                             "</trans-unit></body></file></xliff>";
    const Result<ReviewedCopy> read = readReviewBytes(bytes, u"b.xlf"_s);
    QVERIFY2(read.ok(), whyNot(read).constData());
    QCOMPARE(read->format, u"xliff-1.2"_s);
    QCOMPARE(read->segments.size(), 1);
}

void tst_SessionMergeReview::tablesHoldCodesAsMarkup()
{
    const Document own = document(
        unit("u1", "<pc id=\"1\">Một</pc> <pc id=\"2\">hai</pc> &lt;b&gt;", "<pc id=\"1\">One</pc>"));
    const ReviewComparison comparison =
        compareReview(own, table("unit\tsegment\tsource\ttarget\n"
                                 "u1\ts1\t<pc id=\"1\">Một</pc> <pc id=\"2\">hai</pc> <b>\t"
                                 "<pc id=\"1\">One</pc> <pc id=\"2\">two</pc> <b>\n"));
    QCOMPARE(comparison.changes.size(), 1);
    const ReviewChange &change = comparison.changes[0];
    QVERIFY(!change.sourceDiffers && change.matchedBy == MatchedBy::Id);
    QCOMPARE(change.after.target.codes.size(), 4);
    QCOMPARE(change.after.target.text, u"\uFFFCOne\uFFFC \uFFFCtwo\uFFFC <b>"_s);
    QCOMPARE(change.after.target.codes[0].id, u"1"_s);
    QCOMPARE(change.after.target.codes[2].id, u"2"_s);
    QVERIFY(change.lostCodes.isEmpty());
}

void tst_SessionMergeReview::badCopiesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("a text") << QByteArray("Bộ trưởng Ngoại giao đã tiếp Đại sứ.\n")
                            << "review.unknown-format";
    QTest::newRow("broken XLIFF") << xliffHead << "xliff.malformed";
    QTest::newRow("a header alone") << QByteArray("unit\tsegment\tsource\ttarget\n") << "review.empty";
    QTest::newRow("a row that is too short")
        << QByteArray("unit\tsegment\tsource\ttarget\nu1\n") << "review.columns";
    QTest::newRow("a row that is too short for its source")
        << QByteArray("comment\tsource\ttarget\nu1\n") << "review.columns";
    QTest::newRow("a row that is too long")
        << QByteArray("unit\tsegment\tsource\ttarget\nu1\ts1\ta\tb\tc\n") << "review.columns";
    QTest::newRow("XML of another kind") << QByteArray("<?xml version=\"1.0\"?><tmx><note>&lt;html <![CDATA["
                                                       "<table>]]></note></tmx>")
                                         << "document.unknown-format";
    QTest::newRow("a table without sources and ids")
        << QByteArray("target\tnote\na\tb\n") << "review.unknown-format";
}

void tst_SessionMergeReview::badCopiesAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const Result<ReviewedCopy> read = readReviewBytes(bytes, u"b.tsv"_s);
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, code);
    QCOMPARE(read.error().where.file, u"b.tsv"_s);
}

void tst_SessionMergeReview::acceptedChangesAreOneStep()
{
    Document own = document(unit("u1", "Một", "One") + unit("u2", "Hai", "Two") + unit("u3", "Ba", "Three"));
    const Document before = own;
    const ReviewComparison comparison =
        compareReview(own, copy(unit("u1", "Một", "1", "final") + unit("u2", "Hai", "Two") +
                                unit("u3", "Ba", "3", "reviewed")));
    EditHistory history;
    history.apply(own, acceptReview(own, comparison.changes));
    QCOMPARE(own.units[0].segments[0].target.text, u"1"_s);
    QVERIFY(own.units[2].segments[0].state == SegmentState::Reviewed);
    QVERIFY(own.units[0].segments[0].revision > 0);
    QCOMPARE(own.units[1].segments[0].revision, 0);
    QVERIFY(history.undo(own).has_value());
    QVERIFY(!history.canUndo());
    for (const SegmentRef &ref : before.segments()) {
        QCOMPARE(own.at(ref).target, before.at(ref).target);
        QVERIFY(own.at(ref).state == before.at(ref).state);
    }
}

void tst_SessionMergeReview::aReviewAcceptedTwiceChangesNothing()
{
    Document own = document(unit("u1", "Một", "One", "initial") + unit("u2", "Hai", "-", "initial"));
    const ReviewedCopy reviewed = copy(unit("u1", "Một", "1", "final") + unit("u2", "Hai", "2", "reviewed"));
    EditHistory history;
    history.apply(own, acceptReview(own, compareReview(own, reviewed).changes));
    const ReviewComparison again = compareReview(own, reviewed);
    QVERIFY(again.changes.isEmpty());
    QCOMPARE(again.unchanged, 2);
}

/// Whatever a reviser does to the targets, in whatever order the copy has them: accepted, the document has
/// them.
void tst_SessionMergeReview::anyReviewComesBack()
{
    std::mt19937 random(2026);
    const auto below = [&random](int limit) {
        return static_cast<int>(random() % static_cast<unsigned>(limit));
    };
    for (int turn = 0; turn < 30; ++turn) {
        QByteArray units;
        QByteArrayList reviewed;
        QStringList wanted;
        for (int i = 0; i < 20; ++i) {
            const QByteArray id = "u" + QByteArray::number(i);
            const QByteArray source = "Câu " + QByteArray::number(i) + " <ph id=\"1\"/>";
            const bool changes = below(2) == 0;
            const QByteArray target = changes ? "New " + QByteArray::number(below(100)) : QByteArray("Old");
            units += unit(id, source, "Old");
            reviewed.append(unit(below(4) == 0 ? "x" + id : id, source, target));
            wanted.append(QString::fromUtf8(target));
        }
        std::shuffle(reviewed.begin(), reviewed.end(), random);
        Document own = document(units);
        const ReviewComparison comparison = compareReview(own, copy(reviewed.join()));
        QVERIFY(comparison.unmatched.isEmpty() && comparison.missing.isEmpty());
        EditHistory history;
        history.apply(own, acceptReview(own, comparison.changes));
        for (int i = 0; i < 20; ++i)
            QCOMPARE(own.units[i].segments[0].target.text, wanted[i]);
    }
}

QTEST_APPLESS_MAIN(tst_SessionMergeReview)
#include "tst_session_merge_review.moc"
