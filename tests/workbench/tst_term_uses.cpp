#include "support.h"
#include "workbench/term_uses.h"
#include "workbench/theme.h"
#include "workbench/unify_dialog.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QListWidget>

using namespace verbale;
using namespace verbale::workbench;

class TestTermUses : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { applyAppearance(*qApp, QStringLiteral("light")); }
    void findsUses();
    void knowsWhenNobodyHasLooked();
    void sameButForItsForm_data();
    void sameButForItsForm();
    void unifiesOtherRenderings();
    void leavesCodesAndStaleRowsAlone();
    void writesWhatIsTickedAsOneStep();
};

namespace {

const QString source = QStringLiteral("Hai bên nhất trí tăng cường hợp tác.");

/// A document whose segments have the term, each with a translation that says `found` for it.
session::OpenedDocument documentWith(const QStringList &targets, const QString &found)
{
    session::OpenedDocument made = madeDocument(static_cast<int>(targets.size()));
    for (qsizetype i = 0; i < targets.size(); ++i) {
        Segment &segment = made.document.units[i].segments[0];
        segment.source = plain(source);
        TermHit hit = term(source, QStringLiteral("hợp tác"), QStringLiteral("cooperation"));
        hit.entryId = QStringLiteral("e1");
        hit.termbase = QStringLiteral("own");
        segment.terms = {hit};
        segment.target = plain(targets[i]);
        segment.hasTarget = !targets[i].isEmpty();
        const qsizetype at = targets[i].indexOf(found, 0, Qt::CaseInsensitive);
        if (at < 0)
            continue;
        TermReceipt receipt;
        receipt.hit = 0;
        receipt.state = ReceiptState::Used;
        receipt.found = targets[i].mid(at, found.size());
        receipt.spans = {{at, at + found.size()}};
        segment.receipts = {receipt};
        segment.receiptsRevision = segment.revision;
    }
    return made;
}

QList<TermUse> usesIn(const DocumentController &document)
{
    return usesOf(document, QStringLiteral("own"), QStringLiteral("e1"));
}

} // namespace

void TestTermUses::findsUses()
{
    DocumentController document;
    document.adopt(
        documentWith({QStringLiteral("to step up cooperation"), QString()}, QStringLiteral("cooperation")),
        {});
    const QList<TermUse> uses = usesIn(document);
    QCOMPARE(uses.size(), 2);
    QCOMPARE(uses[0].surface, QStringLiteral("hợp tác"));
    QCOMPARE(uses[0].found, QStringLiteral("cooperation"));
    QVERIFY(uses[0].isKnown);
    QVERIFY(!uses[1].hasTarget);
    QVERIFY(usesOf(document, QStringLiteral("builtin"), QStringLiteral("e1")).isEmpty());
    QCOMPARE(usesByEntry(document).value(QStringLiteral("own#e1")), 2);
}

void TestTermUses::knowsWhenNobodyHasLooked()
{
    DocumentController document;
    document.adopt(documentWith({QStringLiteral("to step up cooperation")}, QStringLiteral("cooperation")),
                   {});
    document.setTarget(0, plain(QStringLiteral("to work together")), QStringLiteral("Typing"));
    const QList<TermUse> uses = usesIn(document);
    QVERIFY(!uses[0].isKnown); // the receipt speaks of the former text
    QVERIFY(unify(document, uses, QStringLiteral("collaboration")).isEmpty());
}

void TestTermUses::sameButForItsForm_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("case") << "ASEAN summit"
                          << "ASEAN Summit" << true;
    QTest::newRow("plural") << "joint statements"
                            << "joint statement" << true;
    QTest::newRow("plural in -ies") << "the parties"
                                    << "party" << true;
    QTest::newRow("possessive") << "Viet Nam’s"
                                << "Viet Nam" << true;
    QTest::newRow("hyphen") << "policy-maker"
                            << "policy maker" << true;
    QTest::newRow("article") << "the East Sea"
                             << "East Sea" << true;
    QTest::newRow("another word") << "South China Sea"
                                  << "East Sea" << false;
    QTest::newRow("class is no plural") << "class"
                                        << "clas" << false;
}

void TestTermUses::sameButForItsForm()
{
    QFETCH(const QString, one);
    QFETCH(const QString, other);
    QTEST(isSameRendering(one, other), "same");
}

void TestTermUses::unifiesOtherRenderings()
{
    DocumentController document;
    document.adopt(
        documentWith({QStringLiteral("to step up co-operation now"), QStringLiteral("Collaboration grew."),
                      QStringLiteral("their collaboration")},
                     QStringLiteral("collaboration")),
        {});
    const QList<Unified> changes = unify(document, usesIn(document), QStringLiteral("cooperation"));
    QCOMPARE(changes.size(), 2); // the first one was not found by anybody
    QCOMPARE(changes[0].after.text, QStringLiteral("Cooperation grew.")); // at the beginning of a sentence
    QCOMPARE(changes[1].after.text, QStringLiteral("their cooperation"));
    QCOMPARE(changes[1].changed.size(), 1);
    QCOMPARE(changes[1].after.text.mid(changes[1].replaced[0].start, changes[1].replaced[0].length()),
             QStringLiteral("cooperation"));
}

void TestTermUses::leavesCodesAndStaleRowsAlone()
{
    session::OpenedDocument made =
        documentWith({QStringLiteral("old word"), QStringLiteral("old word")}, QStringLiteral("old word"));
    Segment &coded = made.document.units[0].segments[0];
    coded.target.text.replace(3, 1, inlineCodeMark);
    coded.target.codes = {segmentWithCodes().source.codes[2]};
    made.document.units[1].translate = false;
    DocumentController document;
    document.adopt(made, {});
    QVERIFY(unify(document, usesIn(document), QStringLiteral("cooperation")).isEmpty());
}

void TestTermUses::writesWhatIsTickedAsOneStep()
{
    DocumentController document;
    document.adopt(documentWith({QStringLiteral("a collaboration"), QStringLiteral("b collaboration"),
                                 QStringLiteral("c collaboration")},
                                QStringLiteral("collaboration")),
                   {});
    UnifyDialog dialog(document, usesIn(document),
                       {QStringLiteral("cooperation"), QStringLiteral("teamwork")});
    dialog.show();
    QCOMPARE(dialog.list()->count(), 3);
    dialog.english()->setCurrentText(QStringLiteral("teamwork"));
    QCOMPARE(dialog.list()->count(), 3);
    dialog.list()->item(1)->setCheckState(Qt::Unchecked);
    dialog.accept();
    QCOMPARE(document.segment(0).target.text, QStringLiteral("a teamwork"));
    QCOMPARE(document.segment(1).target.text, QStringLiteral("b collaboration"));
    QCOMPARE(document.segment(2).target.text, QStringLiteral("c teamwork"));
    document.undo(); // both at once
    QCOMPARE(document.segment(0).target.text, QStringLiteral("a collaboration"));
    QCOMPARE(document.segment(2).target.text, QStringLiteral("c collaboration"));
    QVERIFY(!document.history().canUndo());
}

QTEST_MAIN(TestTermUses)
#include "tst_term_uses.moc"
