#include "support.h"
#include "workbench/editor_page.h"
#include "workbench/harvest_pane.h"
#include "workbench/harvest_table.h"
#include "workbench/message_bar.h"
#include "workbench/segment_grid.h"
#include "workbench/termbase_service.h"
#include "workbench/theme.h"
#include "workbench/window_actions.h"

#include <QtCore/QFile>
#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

using namespace verbale;
using namespace verbale::workbench;

class TestHarvestPane : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { applyAppearance(*qApp, QStringLiteral("light")); }
    void dismissedTermsAreKept();
    void dismissedTermsThatCannotBeRead();
    void listsWhatNoGlossaryKnows();
    void acceptsByEnter();
    void writesTheEnglishInPlace();
    void asksForTheEnglish();
    void tellsOfConflicts();
    void undoesAndRedoes();
    void leavesTheStepsOfOthersAlone();
    void dismissesForGood();
    void goesToThePlaces();
    void saysThatThereIsNothing();
    void stopsAndLooksAgain();
    void opensFromTheWindow();
};

namespace {

const QString forum = QStringLiteral("Diễn đàn Hợp tác Sông Ngân");
const QString council = QStringLiteral("Hội đồng Bờ Tây Sao Hôm");

session::OpenedDocument documentOf(const QStringList &sentences)
{
    session::OpenedDocument made = madeDocument(static_cast<int>(sentences.size()));
    for (qsizetype i = 0; i < sentences.size(); ++i)
        made.document.units[i].segments[0].source = plain(sentences[i]);
    return made;
}

session::OpenedDocument usualDocument()
{
    return documentOf(
        {QStringLiteral("Hôm qua, Diễn đàn Hợp tác Sông Ngân (Silver River Cooperation Forum - SRCF) họp."),
         QStringLiteral("Trời mưa."), QStringLiteral("Tại Diễn đàn Hợp tác Sông Ngân, họ cảm ơn."),
         QStringLiteral("Hôm nay, Hội đồng Bờ Tây Sao Hôm trả lời."),
         QStringLiteral("Thư của Hội đồng Bờ Tây Sao Hôm đã đến.")});
}

/// A termbase of the user's that is not there yet, and one that knows nothing of the document.
session::TermbasesOptions optionsIn(const QTemporaryDir &folder)
{
    const QString own = folder.filePath(QStringLiteral("own.vtb"));
    const QString other = folder.filePath(QStringLiteral("other.tsv"));
    QFile file(other);
    if (!file.open(QIODevice::WriteOnly) || file.write("vi\ten\nnguyệt thực\tlunar eclipse\n") < 0)
        qFatal("%s", qPrintable(file.errorString()));
    return {{own, other}, own, QStringLiteral("An")};
}

/// A pane that has looked through a document.
struct Pane
{
    QTemporaryDir folder;
    DocumentController document;
    TermbaseService service;
    HarvestPane pane;

    explicit Pane(const session::OpenedDocument &file = usualDocument())
        : service(optionsIn(folder)), pane(service, document, dismissedFile())
    {
        document.adopt(file, {});
        pane.toggle();
        pane.activateWindow();
        if (!QTest::qWaitForWindowActive(&pane))
            qFatal("the pane does not become active");
        wait();
        pane.table()->setFocus();
    }
    [[nodiscard]] QString dismissedFile() const { return folder.filePath(QStringLiteral("state/no.txt")); }
    void wait() const
    {
        if (!QTest::qWaitFor([this] { return !pane.isLooking(); }))
            qFatal("the search does not end");
    }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return pane.model()->index(row, column).data().toString();
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList list;
        for (int row = 0; row < pane.model()->rowCount(); ++row)
            list.append(pane.model()->candidates()[pane.model()->candidateAt(row)].term.vi);
        return list;
    }
    void choose(const QString &name) const
    {
        const auto row = static_cast<int>(names().indexOf(name));
        pane.table()->setCurrentIndex(pane.model()->index(row, HarvestTable::English));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(pane.table(), key, modifiers);
    }
    [[nodiscard]] QLineEdit *editor() const
    {
        return qobject_cast<QLineEdit *>(pane.table()->indexWidget(pane.table()->currentIndex()));
    }
    [[nodiscard]] QList<glossary::ConceptEntry> entries() const
    {
        QList<glossary::ConceptEntry> list;
        for (const session::TermRow &row : service.termbases()->search({}, 100).rows) {
            if (!row.readOnly)
                list.append(row.entry);
        }
        return list;
    }
};

} // namespace

void TestHarvestPane::dismissedTermsAreKept()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("new/no.txt"));
    session::DismissedTerms terms(file);
    QVERIFY(terms.load().ok());
    QVERIFY(terms.add(forum).ok());
    session::DismissedTerms others(file); // another program
    QVERIFY(others.add(council).ok());
    QVERIFY(terms.add(QStringLiteral("Sao Mai")).ok());
    QVERIFY(others.load().ok());
    QCOMPARE(others.count(), 3);
    QVERIFY(others.contains(forum.toUpper().normalized(QString::NormalizationForm_D)));
    QVERIFY(others.remove(forum).ok());
    QVERIFY(terms.load().ok());
    QVERIFY(!terms.contains(forum));
    QVERIFY(terms.contains(council));
    session::DismissedTerms passing;
    QVERIFY(passing.add(forum).ok());
    QVERIFY(passing.contains(forum));
}

void TestHarvestPane::dismissedTermsThatCannotBeRead()
{
    const QTemporaryDir folder;
    session::DismissedTerms terms(folder.path()); // a folder
    QVERIFY(!terms.load().ok());
    QVERIFY(!terms.add(forum).ok());
    QVERIFY(!terms.contains(forum));
}

void TestHarvestPane::listsWhatNoGlossaryKnows()
{
    const Pane p;
    QCOMPARE(p.names(), (QStringList{forum, council}));
    QCOMPARE(p.cell(0, HarvestTable::Vietnamese), forum + QStringLiteral(" (SRCF)"));
    QCOMPARE(p.cell(0, HarvestTable::English), QStringLiteral("Silver River Cooperation Forum"));
    QCOMPARE(p.cell(0, HarvestTable::Count), QStringLiteral("2"));
    QVERIFY(p.cell(0, HarvestTable::Context).startsWith(QStringLiteral("Hôm qua, Diễn đàn")));
    QVERIFY(p.pane.model()->candidates()[1].english.isEmpty());
    QCOMPARE(p.pane.table()->currentIndex().row(), 0);
    QVERIFY(p.pane.emptyText().isEmpty());
}

void TestHarvestPane::acceptsByEnter()
{
    const Pane p;
    p.press(Qt::Key_Return);
    QCOMPARE(p.names(), QStringList{council});
    const QList<glossary::ConceptEntry> entries = p.entries();
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries[0].termsIn(QStringLiteral("vi")).value(0).text, forum);
    const QList<glossary::Term> english = entries[0].termsIn(QStringLiteral("en"));
    QCOMPARE(english.size(), 2);
    QCOMPARE(english[0].text, QStringLiteral("Silver River Cooperation Forum"));
    QCOMPARE(english[1].text, QStringLiteral("SRCF"));
    QVERIFY(english[1].abbreviation);
    QCOMPARE(entries[0].authority, QStringLiteral("made.txt"));
    QVERIFY(p.pane.messageBar()->text().contains(QStringLiteral("Silver River Cooperation Forum")));
}

void TestHarvestPane::writesTheEnglishInPlace()
{
    const Pane p;
    QTest::keyClick(p.pane.table(), 'R'); // typing takes the place of what is proposed
    QVERIFY(p.editor() != nullptr);
    QTest::keyClicks(p.editor(), QStringLiteral("iver  Forum"));
    QTest::keyClick(p.editor(), Qt::Key_Return);
    QTRY_COMPARE(p.entries().size(), 1);
    QCOMPARE(p.entries()[0].termsIn(QStringLiteral("en")).value(0).text, QStringLiteral("River Forum"));
    QCOMPARE(p.names(), QStringList{council});
}

void TestHarvestPane::asksForTheEnglish()
{
    const Pane p;
    p.choose(council);
    p.press(Qt::Key_Return);
    QVERIFY(p.editor() != nullptr);
    QCOMPARE(p.editor()->text(), QString()); // not the words that say that nothing is known
    QTest::keyClicks(p.editor(), QStringLiteral("West Bank Council"));
    QTest::keyClick(p.editor(), Qt::Key_Escape);
    QVERIFY(p.entries().isEmpty());
    QCOMPARE(p.names().size(), 2);
}

void TestHarvestPane::tellsOfConflicts()
{
    Pane p;
    glossary::ConceptEntry same;
    same.terms = {{QStringLiteral("vi"), forum},
                  {QStringLiteral("en"), QStringLiteral("Silver River Cooperation Forum")}};
    same.authority = QStringLiteral("Sách mẫu");
    QVERIFY(p.service.add(same).ok()); // since the search
    p.press(Qt::Key_Return);
    QCOMPARE(p.entries().size(), 1);
    QCOMPARE(p.names().size(), 2);
    QCOMPARE(p.pane.messageBar()->choices(), QStringList{QStringLiteral("Add it all the same")});
    p.pane.messageBar()->choose(QStringLiteral("Add it all the same"));
    QCOMPARE(p.entries().size(), 2);
    QCOMPARE(p.names(), QStringList{council});
}

void TestHarvestPane::undoesAndRedoes()
{
    const Pane p;
    p.press(Qt::Key_Return);
    p.press(Qt::Key_Delete);
    QVERIFY(p.names().isEmpty());
    QVERIFY(p.pane.emptyText().contains(QStringLiteral("decided")));
    p.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(p.names(), QStringList{council});
    p.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(p.names(), (QStringList{forum, council})); // where it stood
    QVERIFY(p.entries().isEmpty());
    p.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(p.names(), QStringList{council});
    QCOMPARE(p.entries().size(), 1);
    p.press(Qt::Key_Y, Qt::ControlModifier);
    QVERIFY(p.names().isEmpty());
}

void TestHarvestPane::leavesTheStepsOfOthersAlone()
{
    Pane p;
    p.press(Qt::Key_Return);
    glossary::ConceptEntry other;
    other.terms = {{QStringLiteral("vi"), QStringLiteral("Sao Mai")},
                   {QStringLiteral("en"), QStringLiteral("Morning Star")}};
    QVERIFY(p.service.add(other).ok());
    p.pane.undo();
    QVERIFY(p.pane.messageBar()->text().contains(QStringLiteral("glossary window")));
    QCOMPARE(p.entries().size(), 2);
    p.service.undo(); // in the glossary window
    QTRY_COMPARE(p.entries().size(), 1);
    p.service.undo();
    QTRY_COMPARE(p.names(), (QStringList{forum, council}));
}

void TestHarvestPane::dismissesForGood()
{
    Pane p;
    p.press(Qt::Key_Delete);
    QCOMPARE(p.names(), QStringList{council});
    QVERIFY(p.entries().isEmpty());
    p.pane.look();
    p.wait();
    QCOMPARE(p.names(), QStringList{council});
    QFile kept(p.dismissedFile());
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(kept.readAll()).trimmed(), forum.toLower());
}

void TestHarvestPane::goesToThePlaces()
{
    const Pane p;
    QSignalSpy asked(&p.pane, &HarvestPane::segmentRequested);
    p.press(Qt::Key_Space);
    p.press(Qt::Key_Space); // the next one
    p.press(Qt::Key_Space);
    p.choose(council);
    p.press(Qt::Key_Space);
    QList<int> rows;
    for (const QList<QVariant> &call : asked)
        rows.append(call[0].toInt());
    QCOMPARE(rows, (QList<int>{0, 2, 0, 3}));
    const QModelIndex place = p.pane.model()->index(0, HarvestTable::Context);
    QTest::mouseClick(p.pane.table()->viewport(), Qt::LeftButton, Qt::NoModifier,
                      p.pane.table()->visualRect(place).center());
    QCOMPARE(asked.last()[0].toInt(), 0);
    QCOMPARE(p.pane.table()->currentIndex().column(), static_cast<int>(HarvestTable::English));
}

void TestHarvestPane::saysThatThereIsNothing()
{
    const Pane p(documentOf({QStringLiteral("Trời mưa."), QStringLiteral("Gió to.")}));
    QVERIFY(p.pane.emptyText().contains(QStringLiteral("Nothing to add")));
    p.pane.button()->click(); // nothing to fall over
    p.wait();
    QVERIFY(!p.pane.emptyText().isEmpty());
}

void TestHarvestPane::stopsAndLooksAgain()
{
    Pane p;
    p.pane.look();
    QVERIFY(p.pane.isLooking());
    p.pane.button()->click();
    QVERIFY(!p.pane.isLooking());
    p.pane.button()->click();
    p.wait();
    QCOMPARE(p.names(), (QStringList{forum, council}));

    session::HarvestOptions stopped;
    StopSource stop;
    stop.request_stop();
    stopped.stop = stop.get_token();
    const auto answer = session::harvestDocument(usualDocument().document, stopped);
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().code, QStringLiteral("harvest.cancelled"));

    p.document.close();
    QVERIFY(!p.pane.isVisible());
    QVERIFY(p.names().isEmpty());
}

void TestHarvestPane::opensFromTheWindow()
{
    SetAnswers::Record record;
    const QTemporaryDir folder;
    WindowServices services = quietServices(record);
    services.termbases = optionsIn(folder);
    MainWindow window(std::move(services));
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QVERIFY(!window.actions()[Act::FindCandidates]->isEnabled());
    window.controller().adopt(usualDocument(), {});
    QVERIFY(window.actions()[Act::FindCandidates]->isEnabled());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    auto *pane = window.findChild<HarvestPane *>();
    QVERIFY(pane != nullptr);
    QTRY_COMPARE(pane->model()->rowCount(), 2);
    QTRY_VERIFY(pane->table()->hasFocus());
    QTest::keyClick(pane->table(), Qt::Key_Space);
    QTest::keyClick(pane->table(), Qt::Key_Space);
    QCOMPARE(window.editorPage()->grid()->currentRow(), 2);
    QVERIFY(pane->table()->hasFocus()); // to go on in the list
    QTest::keyClick(pane->table(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!pane->isVisible());
    QVERIFY(window.editorPage()->grid()->isEditing());
}

QTEST_MAIN(TestHarvestPane)
#include "tst_harvest_pane.moc"
