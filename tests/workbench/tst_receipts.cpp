#include "support.h"

#include "workbench/editor_page.h"
#include "workbench/glossary_pane.h"
#include "workbench/receipt_marks.h"
#include "workbench/receipt_runner.h"
#include "workbench/segment_grid.h"
#include "workbench/theme.h"
#include "workbench/window_actions.h"

#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::workbench;
using namespace Qt::StringLiterals;

namespace {

TermReceipt receipt(qsizetype hit, ReceiptState state, const QList<Span> &spans = {},
                    const QString &found = {}, const QString &expected = {})
{
    return {hit, state, TermStatus::Forbidden, spans, found, expected, u"house style"_s};
}

Segment translated(const QString &target, const QList<TermReceipt> &receipts)
{
    Segment segment;
    segment.source = plain(u"Bộ Ngoại giao và Biển Đông"_s);
    segment.target = plain(target);
    segment.hasTarget = true;
    segment.terms = {term(segment.source.text, u"Bộ Ngoại giao"_s, u"Ministry of Foreign Affairs"_s),
                     term(segment.source.text, u"Biển Đông"_s, u"East Sea"_s)};
    segment.receipts = receipts;
    segment.receiptsRevision = segment.revision;
    return segment;
}

const QString sea = u"South China Sea"_s;

} // namespace

class tst_Receipts : public QObject
{
    Q_OBJECT
private slots:
    void marksOfAvoidedWording();
    void marksStayWhileTyping();
    void receiptsOfHits();
    void cardsShowTheState();
    void cardsKeepTheirPlaces();
    void wordsAndForms();
    void replaces();
    void theRunnerAsksNobodyWithoutAHost();
};

void tst_Receipts::marksOfAvoidedWording()
{
    const Segment segment =
        translated(u"Vietnam and the South China Sea"_s,
                   {receipt(0, ReceiptState::Missing), receipt(1, ReceiptState::Avoided, {{16, 31}}, sea),
                    receipt(-1, ReceiptState::Avoided, {{0, 7}}, u"Vietnam"_s)});
    const QList<AvoidedMark> marks = avoidedMarks(segment);
    QCOMPARE(marks.size(), 2);
    QCOMPARE(marks[0].span, (Span{0, 7}));
    QCOMPARE(marks[1].receipt, 1);
    QCOMPARE(avoidedAt(segment, 20)->found, sea);
    QVERIFY(avoidedAt(segment, 10) == nullptr);
}

void tst_Receipts::marksStayWhileTyping()
{
    Segment segment =
        translated(u"the South China Sea"_s, {receipt(1, ReceiptState::Avoided, {{4, 19}}, sea)});
    segment.target = plain(u"In the South China Sea"_s);
    ++segment.revision;
    QCOMPARE(avoidedMarks(segment).size(), 1);
    QCOMPARE(avoidedMarks(segment).first().span, (Span{7, 22}));
    segment.target = plain(u"In the East Sea"_s);
    QVERIFY(avoidedMarks(segment).isEmpty());
}

void tst_Receipts::receiptsOfHits()
{
    Segment segment = translated(
        u"The East Sea"_s, {receipt(0, ReceiptState::Missing), receipt(1, ReceiptState::Used, {{4, 12}})});
    QCOMPARE(receiptOf(segment, 1)->state, ReceiptState::Used);
    QVERIFY(receiptOf(segment, 2) == nullptr);
    segment.target = plain(u" "_s);
    QVERIFY(receiptOf(segment, 1) == nullptr);
}

void tst_Receipts::cardsShowTheState()
{
    Segment segment = translated(u"Vietnam's Ministry; the South China Sea"_s,
                                 {receipt(0, ReceiptState::Missing, {}, u"the Ministry"_s),
                                  receipt(1, ReceiptState::Avoided, {{24, 39}}, sea, u"East Sea"_s),
                                  receipt(-1, ReceiptState::Avoided, {{0, 7}}, u"Vietnam"_s, u"Viet Nam"_s)});
    segment.terms.append(segment.terms[0]); // a second occurrence, which is carried
    segment.receipts.insert(2, receipt(2, ReceiptState::Used, {{0, 7}}));
    TermListModel model;
    model.show(&segment, {0});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.terms()[0].receipt->state, ReceiptState::Missing);
    QVERIFY(model.terms()[0].inShort);
    QCOMPARE(model.terms()[1].receipt->expected, u"East Sea"_s);
    QVERIFY(!model.terms()[1].inShort);
    QVERIFY(model.terms()[2].surface.isEmpty());
    QCOMPARE(model.terms()[2].hit.target, u"Viet Nam"_s);
    QVERIFY(model.data(model.index(1), Qt::AccessibleTextRole).toString().contains(sea));
}

void tst_Receipts::cardsKeepTheirPlaces()
{
    Segment segment = translated(u"The East Sea"_s, {receipt(1, ReceiptState::Used, {{4, 12}})});
    TermListModel model;
    model.show(&segment);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.show(&segment);
    QCOMPARE(changed.size(), 0);
    segment.receipts.first().state = ReceiptState::Missing;
    model.show(&segment);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(reset.size(), 0);
    segment.terms.removeLast();
    model.show(&segment);
    QCOMPARE(reset.size(), 1);
}

void tst_Receipts::wordsAndForms()
{
    const Colours &c = lightColours();
    const TermHit name = term(u"Biển Đông"_s, u"Biển Đông"_s, u"East Sea"_s);
    const TermHit word = term(u"hợp tác"_s, u"hợp tác"_s, u"cooperation"_s);
    QVERIFY(isName(name));
    QVERIFY(!isName(word));
    const TermReceipt missing = receipt(0, ReceiptState::Missing);
    QVERIFY(receiptColour(missing, name, c) != receiptColour(missing, word, c));
    QSet<QString> texts;
    QSet<QByteArray> glyphs;
    QSet<QByteArray> lines;
    for (const ReceiptState state :
         {ReceiptState::Used, ReceiptState::Missing, ReceiptState::NoTarget, ReceiptState::Avoided}) {
        texts.insert(receiptText(receipt(0, state)));
        const auto picture = [](const std::function<void(QPainter &)> &draw) {
            QImage image(40, 20, QImage::Format_ARGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            draw(painter);
            painter.end();
            return QByteArray(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes());
        };
        // In one colour: the form alone has to tell them apart.
        glyphs.insert(picture([state](QPainter &p) {
            drawReceiptGlyph(p, {2, 2, 14, 14}, state, Qt::black);
        }));
        lines.insert(picture([state](QPainter &p) { drawReceiptLine(p, 2, 38, 10, state, Qt::black); }));
    }
    QCOMPARE(texts.size(), 4);
    QCOMPARE(glyphs.size(), 4);
    QCOMPARE(lines.size(), 4);
    const QString tip = avoidedToolTip(receipt(0, ReceiptState::Avoided, {}, u"a<b"_s, u"East Sea"_s), {});
    QVERIFY(tip.contains(u"a&lt;b"_s));
    QVERIFY(tip.contains(u"East Sea"_s));
    QVERIFY(tip.contains(u"house style"_s));
}

void tst_Receipts::replaces()
{
    SetAnswers::Record record;
    MainWindow window(quietServices(record));
    window.show();
    auto file = madeDocument(3);
    Segment &segment = file.document.units[0].segments[0];
    segment = translated(u"the South China Sea"_s,
                         {receipt(1, ReceiptState::Avoided, {{4, 19}}, sea, u"East Sea"_s)});
    segment.id = u"s1"_s;
    window.controller().adopt(file, {});
    window.editorPage()->grid()->goTo(0, true);
    QTRY_COMPARE(window.editorPage()->glossary()->termCount(), 2);
    QSignalSpy hints(window.editorPage(), &EditorPage::hint);
    window.actions()[Act::ReplaceAvoided]->trigger();
    QCOMPARE(window.controller().segment(0).target.text, u"the East Sea"_s);
    QCOMPARE(hints.size(), 1);
    QCOMPARE(window.editorPage()->grid()->targetCaret(),
             12);                                     // behind "East Sea", which ends as the other does
    window.actions()[Act::ReplaceAvoided]->trigger(); // nothing more
    QCOMPARE(window.controller().segment(0).target.text, u"the East Sea"_s);
    window.editorPage()->undo();
    QCOMPARE(window.controller().segment(0).target.text, u"the South China Sea"_s);
}

void tst_Receipts::theRunnerAsksNobodyWithoutAHost()
{
    DocumentController controller;
    ReceiptRunner runner(controller);
    controller.adopt(madeDocument(3), {});
    controller.setTarget(1, plain(u"A target"_s), {});
    QVERIFY(controller.segment(1).receipts.isEmpty());
    ReceiptsAnswer answer;
    const QString key = controller.document().segmentKey(controller.refAt(1));
    answer.segments = {{key, controller.segment(1).revision, {}}};
    QSignalSpy told(&controller, &DocumentController::receiptsChanged);
    controller.storeReceipts(answer);
    QCOMPARE(told.size(), 1);
    QCOMPARE(controller.segment(1).receiptsRevision, controller.segment(1).revision);
    QVERIFY(controller.shortForms(1).isEmpty());
}

QTEST_MAIN(tst_Receipts)
#include "tst_receipts.moc"
