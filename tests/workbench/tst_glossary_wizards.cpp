#include "support.h"
#include "workbench/export_wizard.h"
#include "workbench/import_wizard.h"
#include "workbench/termbase_service.h"
#include "workbench/termbases_dialog.h"
#include "workbench/theme.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableWidget>

using namespace verbale;
using namespace verbale::workbench;

class TestGlossaryWizards : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { applyAppearance(*qApp, QStringLiteral("light")); }
    void importsAKnownTable();
    void mapsAColumnByHand();
    void skipsBadRowsOnlyWhenToldTo();
    void saysWhatCannotBeRead();
    void importIsOneStep();
    void exportsWithItsLosses();
    void exportsTheSelection();
    void ordersTermbases();
    void createsATermbase();
    void wantsOneTermbase();
};

namespace {

struct Service
{
    QTemporaryDir folder;
    SetAnswers::Record record;
    SetAnswers questions{record};
    TermbaseService service;

    Service() : service(optionsIn(folder))
    {
        QSignalSpy ready(&service, &TermbaseService::ready);
        service.open();
        if (!service.isReady() && !ready.wait())
            qFatal("the termbases were not read");
        glossary::ConceptEntry entry;
        entry.terms = {{QStringLiteral("vi"), QStringLiteral("Biển Đông")},
                       {QStringLiteral("en"), QStringLiteral("East Sea")}};
        entry.terms[1].extra = {
            {QStringLiteral("termNote"), QStringLiteral("grammaticalNumber"), QStringLiteral("singular")}};
        entry.domain = QStringLiteral("sea");
        if (!service.add(entry).ok())
            qFatal("the entry was not added");
    }
    static session::TermbasesOptions optionsIn(const QTemporaryDir &folder)
    {
        const QString own = folder.filePath(QStringLiteral("own.vtb"));
        return {{own}, own, QStringLiteral("An")};
    }
    QString write(const QString &name, const QByteArray &bytes) const
    {
        const QString path = folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the sample was not written");
        return path;
    }
    [[nodiscard]] qsizetype entries() const { return service.termbases()->search({}, 1000).rows.size(); }
};

const QByteArray goodTable = "vi\ten\tdomain\n"
                             "công hàm\tnote verbale\tdiplomacy\n"
                             "bị vong lục\taide-memoire\tdiplomacy\n";

void goToLastPage(ImportWizard &wizard)
{
    QTRY_VERIFY(wizard.next()->isEnabled());
    wizard.goOn();
    QCOMPARE(wizard.page(), 1);
    QTRY_VERIFY(!wizard.summary()->text().isEmpty());
}

} // namespace

void TestGlossaryWizards::importsAKnownTable()
{
    Service s;
    ImportWizard wizard(s.service, s.questions);
    wizard.show();
    QVERIFY(!wizard.next()->isEnabled());
    wizard.chooseFile(s.write(QStringLiteral("good.tsv"), goodTable));
    QTRY_VERIFY(wizard.next()->isEnabled());
    QCOMPARE(wizard.rows()->columnCount(), 3);
    QCOMPARE(wizard.column(0)->currentData().toString(), QStringLiteral("vi"));
    QCOMPARE(wizard.column(2)->currentData().toString(), QStringLiteral("domain"));
    QCOMPARE(wizard.rows()->item(1, 1)->text(), QStringLiteral("note verbale"));
    QVERIFY(!wizard.fileFacts()->text().isEmpty());
    QSignalSpy imported(&wizard, &ImportWizard::imported);
    goToLastPage(wizard);
    QTRY_VERIFY(wizard.next()->isEnabled());
    wizard.goOn();
    QTRY_COMPARE(imported.size(), 1);
    QCOMPARE(imported.first().first().toInt(), 2);
    QCOMPARE(s.entries(), 3);
}

void TestGlossaryWizards::mapsAColumnByHand()
{
    Service s;
    ImportWizard wizard(s.service, s.questions);
    wizard.show();
    wizard.chooseFile(s.write(QStringLiteral("odd.tsv"), "Tiếng Việt\tEnglish\tMisc\n"
                                                         "công hàm\tnote verbale\ta remark\n"));
    QTRY_COMPARE(wizard.rows()->columnCount(), 3);
    QTRY_VERIFY(wizard.next()->isEnabled());
    QCOMPARE(wizard.column(2)->currentData().toString(), QString()); // left out
    const int note = wizard.column(2)->findData(QStringLiteral("note"));
    QVERIFY(note > 0);
    wizard.column(2)->setCurrentIndex(note);
    emit wizard.column(2)->activated(note);
    QTRY_VERIFY(wizard.next()->isEnabled());
    QCOMPARE(wizard.column(2)->currentData().toString(), QStringLiteral("note"));
    goToLastPage(wizard);
    QTRY_VERIFY(wizard.next()->isEnabled());
    QSignalSpy imported(&wizard, &ImportWizard::imported);
    wizard.goOn();
    QTRY_COMPARE(imported.size(), 1);
    session::TermFilter filter;
    filter.typed = QStringLiteral("công hàm");
    QCOMPARE(s.service.termbases()->search(filter, 1).rows.value(0).entry.note, QStringLiteral("a remark"));
}

void TestGlossaryWizards::skipsBadRowsOnlyWhenToldTo()
{
    Service s;
    ImportWizard wizard(s.service, s.questions);
    wizard.show();
    wizard.chooseFile(s.write(QStringLiteral("bad.tsv"), goodTable + "không có tiếng Anh\t\tdiplomacy\n"));
    goToLastPage(wizard);
    QTRY_VERIFY(wizard.skipBadRows()->isVisible());
    QVERIFY(wizard.problems()->count() > 0);
    QVERIFY(wizard.problems()->item(0)->text().contains(QLatin1Char('4'))); // its line
    QVERIFY(!wizard.next()->isEnabled());
    wizard.skipBadRows()->setChecked(true);
    QVERIFY(wizard.next()->isEnabled());
    QSignalSpy imported(&wizard, &ImportWizard::imported);
    wizard.goOn();
    QTRY_COMPARE(imported.size(), 1);
    QCOMPARE(s.entries(), 3);
}

void TestGlossaryWizards::saysWhatCannotBeRead()
{
    Service s;
    ImportWizard wizard(s.service, s.questions);
    wizard.show();
    wizard.chooseFile(s.folder.filePath(QStringLiteral("missing.tsv")));
    QTRY_VERIFY(wizard.problem()->text().contains(QLatin1String("missing.tsv:")));
    QVERIFY(!wizard.next()->isEnabled());
}

void TestGlossaryWizards::importIsOneStep()
{
    Service s;
    ImportWizard wizard(s.service, s.questions);
    wizard.show();
    wizard.chooseFile(s.write(QStringLiteral("good.tsv"), goodTable));
    goToLastPage(wizard);
    QTRY_VERIFY(wizard.next()->isEnabled());
    QSignalSpy imported(&wizard, &ImportWizard::imported);
    wizard.goOn();
    QTRY_COMPARE(imported.size(), 1);
    QCOMPARE(s.entries(), 3);
    s.service.undo();
    QTRY_COMPARE(s.entries(), 1);
    s.service.redo();
    QTRY_COMPARE(s.entries(), 3);
}

void TestGlossaryWizards::exportsWithItsLosses()
{
    Service s;
    s.record.glossary = s.folder.filePath(QStringLiteral("out")); // the suffix is added
    ExportWizard wizard(s.service, s.questions, {});
    wizard.show();
    wizard.format()->setCurrentIndex(wizard.format()->findData(QStringLiteral("omegat")));
    QTRY_VERIFY(wizard.writeButton()->isEnabled());
    QVERIFY(wizard.losses()->text().contains(QChar(0x2022))); // a list
    QSignalSpy exported(&wizard, &ExportWizard::exported);
    wizard.writeButton()->click();
    QCOMPARE(exported.size(), 1);
    QFile file(exported.first().first().toString());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("Biển Đông\tEast Sea"));
    QVERIFY(file.fileName().endsWith(QLatin1String(".txt")));
}

void TestGlossaryWizards::exportsTheSelection()
{
    Service s;
    const session::TermRow first = s.service.termbases()->search({}, 1).rows.value(0);
    glossary::ConceptEntry other = first.entry;
    other.id.clear();
    other.terms[0].text = QStringLiteral("công hàm");
    const Result<session::EntryKey> second = s.service.add(other);
    QVERIFY(second.ok());
    other.terms[0].text = QStringLiteral("bị vong lục");
    const Result<session::EntryKey> third = s.service.add(other);
    QVERIFY(third.ok());
    s.record.glossary = s.folder.filePath(QStringLiteral("some.tsv"));
    ExportWizard wizard(s.service, s.questions, {{}, {first.key, third.value()}, {}});
    wizard.show();
    QTRY_VERIFY(wizard.writeButton()->isEnabled()); // the selection is proposed
    wizard.writeButton()->click();
    QFile file(s.record.glossary);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("bị vong lục"));
    QVERIFY(!bytes.contains("công hàm"));
}

void TestGlossaryWizards::ordersTermbases()
{
    Service s;
    const QString file = s.write(QStringLiteral("more.tsv"), goodTable);
    TermbasesDialog dialog(s.service, s.questions, {});
    dialog.show();
    QCOMPARE(dialog.used(), QStringList{s.service.options().ownFile});
    dialog.addFile(file);
    QCOMPARE(dialog.used(), (QStringList{s.service.options().ownFile, file}));
    dialog.moveCurrent(-1);
    QCOMPARE(dialog.used(), (QStringList{file, s.service.options().ownFile}));
    QSignalSpy chosen(&dialog, &TermbasesDialog::chosen);
    dialog.accept();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toStringList().first(), file);
    QSignalSpy ready(&s.service, &TermbaseService::ready);
    s.service.setGlossaries(chosen.first().first().toStringList());
    QVERIFY(ready.wait());
    QCOMPARE(s.entries(), 3);
}

void TestGlossaryWizards::createsATermbase()
{
    Service s;
    TermbasesDialog dialog(s.service, s.questions, {});
    dialog.show();
    const QString path = s.folder.filePath(QStringLiteral("new"));
    dialog.createFile(path);
    QVERIFY(QFile::exists(path + QStringLiteral(".vtb")));
    QVERIFY(dialog.used().contains(path + QStringLiteral(".vtb")));
    dialog.createFile(path); // it is there already
    QVERIFY(!dialog.problem()->text().isEmpty());
}

void TestGlossaryWizards::wantsOneTermbase()
{
    Service s;
    TermbasesDialog dialog(s.service, s.questions, {});
    dialog.show();
    QSignalSpy chosen(&dialog, &TermbasesDialog::chosen);
    for (int row = 0; row < dialog.table()->rowCount(); ++row)
        dialog.setUsed(row, false);
    dialog.accept();
    QVERIFY(dialog.isVisible());
    QVERIFY(!dialog.problem()->text().isEmpty());
    QCOMPARE(chosen.size(), 0);
}

QTEST_MAIN(TestGlossaryWizards)
#include "tst_glossary_wizards.moc"
