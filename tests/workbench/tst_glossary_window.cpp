#include "support.h"
#include "workbench/conflict_panel.h"
#include "workbench/entry_facts.h"
#include "workbench/entry_form.h"
#include "workbench/entry_pane.h"
#include "workbench/entry_table.h"
#include "workbench/findings_panel.h"
#include "workbench/glossary_actions.h"
#include "workbench/glossary_layout.h"
#include "workbench/glossary_window.h"
#include "workbench/interface_language.h"
#include "workbench/merge_dialog.h"
#include "workbench/message_bar.h"
#include "workbench/term_lines.h"
#include "workbench/termbase_service.h"
#include "workbench/theme.h"
#include "workbench/uses_panel.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

using namespace verbale;
using namespace verbale::workbench;

class TestGlossaryWindow : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { applyAppearance(*qApp, QStringLiteral("light")); }
    void addsByKeys();
    void findsAsOneTypes();
    void filtersByDomainAndStatus();
    void staysWithANewEntryThatTheSearchDoesNotFind();
    void savesWhenOneGoesOn();
    void showsConflictsBeforeSaving();
    void keepsWhatCannotBeSaved();
    void asksOnceBeforeClosing_data();
    void asksOnceBeforeClosing();
    void undoesAndRedoesByKeys();
    void undoesWhatIsBeingTyped();
    void deletesAndBringsBack();
    void mergesSelectedEntries();
    void namesTheSteps();
    void showsOtherSenses();
    void restoresAnOlderVersion();
    void copiesAShippedEntry();
    void showsUsesInTheDocument();
    void walksTheFindings();
    void goesByKeysAlone();
    void speaksVietnameseAtOnce();
    void everyControlHasAName();
    void keepsItsState();
};

namespace {

glossary::ConceptEntry entryOf(const QString &vi, const QString &en, const QString &domain = {})
{
    glossary::ConceptEntry entry;
    entry.terms = {{QStringLiteral("vi"), vi}, {QStringLiteral("en"), en}};
    entry.domain = domain;
    entry.authority = QStringLiteral("Sách mẫu");
    return entry;
}

struct Glossary
{
    QTemporaryDir folder;
    SetAnswers::Record record;
    SetAnswers questions{record};
    DocumentController document;
    TermbaseService service;
    GlossaryWindow window;

    explicit Glossary(const QStringList &others = {})
        : service(optionsIn(folder, others)), window(service, document, questions, {})
    {
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window does not become active");
        QSignalSpy ready(&service, &TermbaseService::ready);
        service.open();
        if (!service.isReady() && !ready.wait())
            qFatal("the termbases were not read");
    }
    static session::TermbasesOptions optionsIn(const QTemporaryDir &folder, const QStringList &others)
    {
        const QString own = folder.filePath(QStringLiteral("own.vtb"));
        return {QStringList{own} + others, own, QStringLiteral("An")};
    }
    session::EntryKey add(const QString &vi, const QString &en, const QString &domain = {})
    {
        const Result<session::EntryKey> key = service.add(entryOf(vi, en, domain));
        if (!key.ok())
            qFatal("%s", qPrintable(key.error().text()));
        return key.value();
    }
    [[nodiscard]] EntryForm *form() const { return window.pane()->form(); }
    [[nodiscard]] QLineEdit *vietnamese(int row = 0) const { return form()->vietnamese()->textOf(row); }
    [[nodiscard]] QLineEdit *english(int row = 0) const { return form()->english()->textOf(row); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return window.model()->index(row, column).data().toString();
    }
    [[nodiscard]] QStringList found() const
    {
        QStringList texts;
        for (int row = 0; row < window.model()->rowCount(); ++row)
            texts.append(cell(row, EntryTable::Vietnamese));
        return texts;
    }
    void trigger(GlossaryAct act) { window.actions()[act]->trigger(); }
    void type(QLineEdit *field, const QString &text)
    {
        field->setFocus();
        field->selectAll();
        typeLetters(field, text);
    }
};

} // namespace

void TestGlossaryWindow::addsByKeys()
{
    Glossary g;
    QTest::keyClick(&g.window, Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), g.vietnamese());
    typeLetters(g.vietnamese(), QString::fromUtf8("Hội đồng Bảo an"));
    QTest::keyClick(g.vietnamese(), Qt::Key_Return); // another Vietnamese term
    QCOMPARE(QApplication::focusWidget(), g.vietnamese(1));
    typeLetters(g.vietnamese(1), QStringLiteral("HĐBA"));
    typeLetters(g.english(), QStringLiteral("Security Council"));
    g.form()->domain()->setEditText(QStringLiteral("un"));
    g.form()->note()->setPlainText(QStringLiteral("Charter, Chapter V"));
    QTest::keyClick(g.english(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(g.window.model()->rowCount(), 1);
    const session::TermRow row = *g.window.model()->row(0);
    QCOMPARE(row.entry.termsIn(QStringLiteral("vi")).size(), 2);
    QCOMPARE(row.entry.terms[0].text, QStringLiteral("Hội đồng Bảo an"));
    QCOMPARE(row.entry.domain, QStringLiteral("un"));
    QCOMPARE(row.entry.note, QStringLiteral("Charter, Chapter V"));
    QCOMPARE(g.window.pane()->unsavedCount(), 0);
    QVERIFY(!g.window.pane()->isNew());
}

void TestGlossaryWindow::findsAsOneTypes()
{
    Glossary g;
    g.add(QStringLiteral("Biển Đông"), QStringLiteral("East Sea"), QStringLiteral("sea"));
    g.add(QStringLiteral("vùng đặc quyền kinh tế"), QStringLiteral("exclusive economic zone"));
    g.add(QStringLiteral("công hàm"), QStringLiteral("note verbale"));
    QTest::keyClick(&g.window, Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), g.window.filters()->search());
    typeLetters(g.window.filters()->search(), QStringLiteral("bien dong")); // no marks
    QCOMPARE(g.found(), QStringList{QStringLiteral("Biển Đông")});
    QTest::keyClick(g.window.filters()->search(), Qt::Key_Escape);
    QCOMPARE(g.window.model()->rowCount(), 3);
    typeLetters(g.window.filters()->search(), QStringLiteral("econ zo")); // English, parts of words
    QCOMPARE(g.found(), QStringList{QStringLiteral("vùng đặc quyền kinh tế")});
    QTRY_COMPARE(g.english()->text(), QStringLiteral("exclusive economic zone")); // shown by itself
    QCOMPARE(QApplication::focusWidget(), g.window.filters()->search());
}

void TestGlossaryWindow::filtersByDomainAndStatus()
{
    Glossary g;
    g.add(QStringLiteral("Biển Đông"), QStringLiteral("East Sea"), QStringLiteral("sea"));
    g.add(QStringLiteral("công hàm"), QStringLiteral("note verbale"), QStringLiteral("diplomacy"));
    glossary::ConceptEntry old = entryOf(QStringLiteral("biên bản ghi nhớ"), QStringLiteral("minute"));
    old.terms[1].status = TermStatus::Deprecated;
    QVERIFY(g.service.add(old).ok());
    GlossaryFilter filter;
    filter.domain = QStringLiteral("sea");
    g.window.filters()->setFilter(filter);
    QCOMPARE(g.found(), QStringList{QStringLiteral("Biển Đông")});
    filter.domain.clear();
    filter.status = TermStatus::Deprecated;
    g.window.filters()->setFilter(filter);
    QCOMPARE(g.found(), QStringList{QStringLiteral("biên bản ghi nhớ")});
    QCOMPARE(g.window.filters()->domain()->findData(QStringLiteral("diplomacy")) > 0, true);
    g.trigger(GlossaryAct::ClearFilters);
    QCOMPARE(g.window.model()->rowCount(), 3);
}

void TestGlossaryWindow::staysWithANewEntryThatTheSearchDoesNotFind()
{
    Glossary g;
    g.add(QStringLiteral("Biển Đông"), QStringLiteral("East Sea"), QStringLiteral("sea"));
    g.window.filters()->search()->setText(QStringLiteral("bien dong"));
    QTRY_COMPARE(g.english()->text(), QStringLiteral("East Sea"));
    g.window.newEntry();
    g.type(g.vietnamese(), QStringLiteral("công hàm"));
    g.type(g.english(), QStringLiteral("note verbale"));
    QTest::keyClick(g.english(), Qt::Key_S, Qt::ControlModifier);
    QTest::qWait(400); // longer than a search waits before it shows its first entry
    QCOMPARE(g.english()->text(), QStringLiteral("note verbale"));
    QVERIFY(!g.window.pane()->isNew());
}

void TestGlossaryWindow::savesWhenOneGoesOn()
{
    Glossary g;
    const session::EntryKey first = g.add(QStringLiteral("công hàm"), QStringLiteral("diplomatic note"));
    const session::EntryKey second = g.add(QStringLiteral("bị vong lục"), QStringLiteral("aide-memoire"));
    g.window.openEntry(first);
    g.type(g.english(), QStringLiteral("note verbale"));
    QCOMPARE(g.window.pane()->unsavedCount(), 1);
    g.window.openEntry(second);
    QCOMPARE(g.english()->text(), QStringLiteral("aide-memoire"));
    QCOMPARE(g.service.termbases()->find(first)->entry.terms[1].text, QStringLiteral("note verbale"));
    QCOMPARE(g.window.pane()->unsavedCount(), 0);
}

void TestGlossaryWindow::showsConflictsBeforeSaving()
{
    Glossary g;
    const session::EntryKey known = g.add(QStringLiteral("công hàm"), QStringLiteral("note verbale"));
    g.window.newEntry();
    g.type(g.vietnamese(), QStringLiteral("công hàm"));
    g.type(g.english(), QStringLiteral("note verbale"));
    ConflictPanel *panel = g.window.pane()->conflicts();
    QTRY_VERIFY(panel->isVisible());
    QVERIFY(panel->saveButton()->isVisible());
    QVERIFY(!g.window.pane()->save());
    QCOMPARE(g.window.model()->rowCount(), 1);
    QVERIFY(std::any_of(panel->conflicts().begin(), panel->conflicts().end(),
                        [&](const session::TermConflict &conflict) { return conflict.other == known; }));
    panel->saveButton()->click(); // all the same
    QCOMPARE(g.window.model()->rowCount(), 2);
    QVERIFY(!panel->isVisible());
}

void TestGlossaryWindow::keepsWhatCannotBeSaved()
{
    Glossary g;
    const session::EntryKey known = g.add(QStringLiteral("công hàm"), QStringLiteral("note verbale"));
    g.window.newEntry();
    g.type(g.vietnamese(), QStringLiteral("bản ghi nhớ"));
    g.window.openEntry(known); // it has no English yet
    QCOMPARE(g.english()->text(), QStringLiteral("note verbale"));
    QCOMPARE(g.window.pane()->unsavedCount(), 1);
    QVERIFY(g.window.pane()->openUnsaved());
    QCOMPARE(g.vietnamese()->text(), QStringLiteral("bản ghi nhớ"));
    g.type(g.english(), QStringLiteral("memorandum of understanding"));
    g.window.openEntry(known);
    QCOMPARE(g.window.pane()->unsavedCount(), 0);
    QCOMPARE(g.window.model()->rowCount(), 2);
}

void TestGlossaryWindow::asksOnceBeforeClosing_data()
{
    QTest::addColumn<int>("answer");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<int>("entries");
    QTest::newRow("save") << static_cast<int>(Questions::Unsaved::Save) << true << 2;
    QTest::newRow("discard") << static_cast<int>(Questions::Unsaved::Discard) << true << 1;
    QTest::newRow("cancel") << static_cast<int>(Questions::Unsaved::Cancel) << false << 1;
}

void TestGlossaryWindow::asksOnceBeforeClosing()
{
    QFETCH(const int, answer);
    Glossary g;
    g.add(QStringLiteral("công hàm"), QStringLiteral("note verbale"));
    g.window.newEntry();
    g.type(g.vietnamese(), QStringLiteral("công hàm"));
    g.type(g.english(), QStringLiteral("note verbale"));
    g.record.entries = static_cast<Questions::Unsaved>(answer);
    QTEST(g.window.close(), "closes");
    QCOMPARE(g.record.entriesAsked, 1);
    session::TermFilter all;
    QTEST(static_cast<int>(g.service.termbases()->search(all, 10).rows.size()), "entries");
}

void TestGlossaryWindow::undoesAndRedoesByKeys()
{
    Glossary g;
    const session::EntryKey key = g.add(QStringLiteral("công hàm"), QStringLiteral("diplomatic note"));
    g.window.openEntry(key);
    g.type(g.english(), QStringLiteral("note verbale"));
    QVERIFY(g.window.pane()->save());
    QTest::keyClick(g.english(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(g.english()->text(), QStringLiteral("diplomatic note"));
    QTest::keyClick(g.english(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(g.english()->text(), QStringLiteral("note verbale"));
}

void TestGlossaryWindow::undoesWhatIsBeingTyped()
{
    Glossary g;
    const session::EntryKey key = g.add(QStringLiteral("công hàm"), QStringLiteral("note"));
    g.window.openEntry(key);
    g.english()->setFocus();
    g.english()->end(false);
    QTest::keyClicks(g.english(), QStringLiteral(" verbale"));
    QTest::keyClick(g.english(), Qt::Key_Z, Qt::ControlModifier); // belongs to the field
    QCOMPARE(g.english()->text(), QStringLiteral("note"));
    QVERIFY(g.service.termbases()->find(key));
    QTest::keyClick(g.english(), Qt::Key_Z, Qt::ControlModifier); // nothing typed: the addition of the entry
    QTRY_VERIFY(!g.service.termbases()->find(key));
}

void TestGlossaryWindow::deletesAndBringsBack()
{
    Glossary g;
    const session::EntryKey key = g.add(QStringLiteral("công hàm"), QStringLiteral("note verbale"));
    g.add(QStringLiteral("bị vong lục"), QStringLiteral("aide-memoire"));
    g.window.openEntry(key);
    g.window.table()->setFocus();
    QTest::keyClick(g.window.table(), Qt::Key_Delete);
    QVERIFY(!g.service.termbases()->find(key));
    QVERIFY(!g.window.messageBar()->text().isEmpty());
    g.window.messageBar()->choose(GlossaryWindow::tr("Undo"));
    QTRY_COMPARE(g.window.model()->rowCount(), 2);
    QVERIFY(g.service.termbases()->find(key));
}

void TestGlossaryWindow::mergesSelectedEntries()
{
    Glossary g;
    g.add(QStringLiteral("công hàm"), QStringLiteral("note verbale"));
    g.add(QStringLiteral("công hàm"), QStringLiteral("diplomatic note"));
    g.window.table()->selectAll();
    QVERIFY(g.window.actions()[GlossaryAct::Merge]->isEnabled());
    g.trigger(GlossaryAct::Merge);
    auto *dialog = g.window.findChild<MergeDialog *>();
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->form()->english()->terms().size(), 2);
    dialog->accept();
    QCOMPARE(g.window.model()->rowCount(), 1);
    QCOMPARE(g.window.model()->row(0)->entry.termsIn(QStringLiteral("en")).size(), 2);
    g.trigger(GlossaryAct::Undo);
    QTRY_COMPARE(g.window.model()->rowCount(), 2);
}

void TestGlossaryWindow::namesTheSteps()
{
    Glossary g;
    QVERIFY(!g.window.actions()[GlossaryAct::Undo]->isEnabled());
    g.add(QStringLiteral("công hàm"), QStringLiteral("note verbale"));
    QVERIFY(g.window.actions()[GlossaryAct::Undo]->isEnabled());
    QVERIFY(g.window.actions()[GlossaryAct::Undo]->text().contains(QStringLiteral("công hàm")));
    g.trigger(GlossaryAct::Undo);
    QTRY_VERIFY(g.window.actions()[GlossaryAct::Redo]->text().contains(QStringLiteral("công hàm")));
    QVERIFY(!g.window.actions()[GlossaryAct::Undo]->isEnabled());
}

void TestGlossaryWindow::showsOtherSenses()
{
    Glossary g;
    const session::EntryKey party =
        g.add(QStringLiteral("đại hội"), QStringLiteral("congress"), QStringLiteral("party"));
    const session::EntryKey games =
        g.add(QStringLiteral("đại hội"), QStringLiteral("games"), QStringLiteral("sport"));
    g.window.openEntry(party);
    const QStringList links = g.window.pane()->facts()->links();
    const QString other = links.value(links.indexOf(QRegularExpression(QStringLiteral("^entry:.*"))));
    QVERIFY(!other.isEmpty());
    g.window.pane()->facts()->follow(other);
    QCOMPARE(g.english()->text(), QStringLiteral("games"));
    QCOMPARE(g.window.pane()->current(), games);
}

void TestGlossaryWindow::restoresAnOlderVersion()
{
    Glossary g;
    const session::EntryKey key = g.add(QStringLiteral("công hàm"), QStringLiteral("diplomatic note"));
    g.window.openEntry(key);
    g.type(g.english(), QStringLiteral("note verbale"));
    QVERIFY(g.window.pane()->save());
    g.window.pane()->facts()->follow(QStringLiteral("history:"));
    QVERIFY(g.window.pane()->facts()->links().contains(QStringLiteral("restore:0")));
    g.window.pane()->facts()->follow(QStringLiteral("restore:0"));
    QCOMPARE(g.english()->text(), QStringLiteral("diplomatic note"));
    QCOMPARE(g.service.termbases()->find(key)->entry.terms[1].text, QStringLiteral("diplomatic note"));
}

void TestGlossaryWindow::copiesAShippedEntry()
{
    Glossary g({QStringLiteral("builtin")});
    session::TermFilter filter;
    filter.typed = QStringLiteral("Biển Đông");
    const session::TermRow shipped = g.service.termbases()->search(filter, 1).rows.value(0);
    QVERIFY(shipped.readOnly);
    g.window.openEntry(shipped.key);
    g.form()->note()->setPlainText(QStringLiteral("our own note"));
    QVERIFY(g.window.pane()->save(true));
    const session::EntryKey own = *g.window.pane()->current();
    QVERIFY(own.termbase != shipped.key.termbase);
    QCOMPARE(g.service.termbases()->find(own)->entry.overrides, shipped.key.toString());
    QVERIFY(g.service.termbases()->find(shipped.key)->overridden);
    QVERIFY(g.window.pane()->facts()->links().contains(QStringLiteral("give-up:")));
    g.window.pane()->facts()->follow(QStringLiteral("give-up:"));
    QVERIFY(!g.service.termbases()->find(own));
    QCOMPARE(g.window.pane()->current(), shipped.key);
}

void TestGlossaryWindow::showsUsesInTheDocument()
{
    Glossary g;
    const session::EntryKey key = g.add(QStringLiteral("hợp tác"), QStringLiteral("cooperation"));
    g.add(QStringLiteral("công hàm"), QStringLiteral("note verbale"));
    session::OpenedDocument made = madeDocument(3);
    Segment &segment = made.document.units[0].segments[0];
    TermHit hit = term(segment.source.text, QStringLiteral("hợp tác"), QStringLiteral("cooperation"));
    hit.entryId = key.id;
    hit.termbase = key.termbase;
    segment.terms = {hit};
    g.document.adopt(made, {});
    QTRY_VERIFY(g.window.filters()->onlyUsed()->isEnabled());
    g.window.filters()->onlyUsed()->setChecked(true);
    QCOMPARE(g.found(), QStringList{QStringLiteral("hợp tác")});
    g.window.openEntry(key);
    g.trigger(GlossaryAct::Uses);
    QCOMPARE(g.window.uses()->uses().size(), 1);
    QSignalSpy wanted(&g.window, &GlossaryWindow::segmentRequested);
    emit g.window.uses()->segmentRequested(g.window.uses()->uses().first().row);
    QCOMPARE(wanted.size(), 1);
}

void TestGlossaryWindow::walksTheFindings()
{
    Glossary g;
    glossary::ConceptEntry bare = entryOf(QStringLiteral("công hàm"), QStringLiteral("note verbale"));
    bare.authority.clear();
    QVERIFY(g.service.add(bare).ok());
    g.add(QStringLiteral("bị vong lục"), QStringLiteral("aide-memoire"), QStringLiteral("diplomacy"));
    QTest::keyClick(&g.window, Qt::Key_F8);
    QTRY_VERIFY(g.window.findings()->count() > 0);
    const int before = g.window.findings()->count();
    QTest::keyClick(&g.window, Qt::Key_F8);
    QTRY_COMPARE(g.vietnamese()->text(), QStringLiteral("công hàm"));
    g.form()->authority()->setEditText(QStringLiteral("Sách mẫu"));
    g.form()->domain()->setEditText(QStringLiteral("diplomacy"));
    QVERIFY(g.window.pane()->save(true));
    QTRY_VERIFY(g.window.findings()->count() < before); // what is fixed is gone
}

void TestGlossaryWindow::goesByKeysAlone()
{
    Glossary g;
    g.add(QStringLiteral("công hàm"), QStringLiteral("note verbale"));
    g.add(QStringLiteral("công văn"), QStringLiteral("official letter"));
    g.trigger(GlossaryAct::Find);
    typeLetters(g.window.filters()->search(), QStringLiteral("cong"));
    QTest::keyClick(g.window.filters()->search(), Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), g.window.table());
    QTest::keyClick(g.window.table(), Qt::Key_Down);
    QCOMPARE(g.window.table()->currentIndex().row(), 1);
    QTest::keyClick(g.window.table(), Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), g.vietnamese());
    QTest::keyClick(g.vietnamese(), Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), g.window.table());
    QTest::keyClick(g.window.table(), Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), g.window.filters()->search());
    QTest::keyClick(&g.window, Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(g.window.table()->currentIndex().row(), 0);
}

void TestGlossaryWindow::speaksVietnameseAtOnce()
{
    Glossary g;
    InterfaceLanguage language;
    language.apply(QStringLiteral("en"));
    QCoreApplication::sendPostedEvents();
    const QString english = g.window.windowTitle();
    language.apply(QStringLiteral("vi"));
    QCoreApplication::sendPostedEvents();
    QVERIFY(g.window.windowTitle() != english);
    QCOMPARE(g.window.model()->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(),
             QStringLiteral("Tiếng Việt"));
    language.apply(QStringLiteral("en"));
    QCoreApplication::sendPostedEvents();
    QCOMPARE(g.window.windowTitle(), english);
}

void TestGlossaryWindow::everyControlHasAName()
{
    Glossary g;
    g.window.openEntry(g.add(QStringLiteral("công hàm"), QStringLiteral("note verbale")));
    for (QWidget *widget : g.window.findChildren<QWidget *>()) {
        const bool takesKeys = widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) != 0;
        auto *button = qobject_cast<QAbstractButton *>(widget);
        if (!takesKeys || (button != nullptr && !button->text().isEmpty()))
            continue;
        QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
}

void TestGlossaryWindow::keepsItsState()
{
    GlossaryLayout layout;
    layout.filter.domain = QStringLiteral("sea");
    layout.filter.status = TermStatus::Forbidden;
    layout.filter.onlyUsed = true;
    const GlossaryLayout read = glossaryLayoutFrom(toBytes(layout));
    QCOMPARE(read.filter, layout.filter);
    QCOMPARE(glossaryLayoutFrom("nonsense").filter, GlossaryFilter());
    QCOMPARE(glossaryLayoutFrom(toBytes(layout).chopped(3)).filter, GlossaryFilter());
    Glossary g;
    g.window.filters()->setFilter(layout.filter);
    QCOMPARE(glossaryLayoutFrom(g.window.keptState()).filter.domain, QStringLiteral("sea"));
}

QTEST_MAIN(TestGlossaryWindow)
#include "tst_glossary_window.moc"
