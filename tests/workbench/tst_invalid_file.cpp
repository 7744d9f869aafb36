#include "support.h"
#include "workbench/invalid_file.h"
#include "workbench/message_bar.h"

#include <QtCore/QFile>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace verbale;
using namespace verbale::workbench;

/// Opening a file that breaks its standard's rules: what is wrong is told, and the file may be looked at
/// only.
class TestInvalidFile : public QObject
{
    Q_OBJECT
private slots:
    void aValidFileIsNoNews();
    void theFirstThreeProblemsAreNamed();
    void aTextIsNoNews();
    void readOnlyNothingChanges();
    void editingAnywayIsPossible();
    void theTitleSaysIt();
};

namespace {

const QByteArray valid =
    R"(<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="vi" trgLang="en">
<file id="f1">
<unit id="u1"><segment id="s1"><source>Một</source><target>One</target></segment></unit>
<unit id="u2"><segment id="s1"><source>Hai</source></segment></unit>
</file>
</xliff>
)";

/// Five errors: five units of one id more than there may be.
QByteArray broken()
{
    QByteArray bytes = valid;
    const QByteArray unit = "<unit id=\"u1\"><segment><source>Ba</source></segment></unit>\n";
    return bytes.replace("</file>", unit.repeated(5) + "</file>");
}

QString written(const QTemporaryDir &folder, const QByteArray &bytes)
{
    QFile file(folder.filePath(QStringLiteral("a.xlf")));
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
    return file.fileName();
}

struct Opened
{
    explicit Opened(const QString &path)
    {
        QSignalSpy opened(&controller, &DocumentController::opened);
        controller.openLater(path);
        if (opened.isEmpty())
            opened.wait(5000);
    }
    DocumentController controller;
    MessageBar bar;
    InvalidFileNotice notice{controller, bar, nullptr};
};

} // namespace

void TestInvalidFile::aValidFileIsNoNews()
{
    const QTemporaryDir folder;
    const Opened opened(written(folder, valid));
    QTest::qWait(200);
    QCOMPARE(opened.bar.text(), QString());
}

void TestInvalidFile::theFirstThreeProblemsAreNamed()
{
    const QTemporaryDir folder;
    const Opened opened(written(folder, broken()));
    QTRY_VERIFY(!opened.bar.text().isEmpty());
    const QStringList lines = opened.bar.text().split(u'\n');
    QCOMPARE(lines.size(), 5);
    QVERIFY2(lines[0].startsWith(QStringLiteral("a.xlf is not valid XLIFF 2.1: 5 ")), qPrintable(lines[0]));
    QVERIFY2(lines[1].startsWith(QStringLiteral("Line 5: ")), qPrintable(lines[1]));
    QVERIFY2(lines[3].startsWith(QStringLiteral("Line 7: ")), qPrintable(lines[3]));
    QVERIFY2(lines[4].contains(QStringLiteral("2 ")), qPrintable(lines[4]));
    QCOMPARE(opened.bar.choices(),
             (QStringList{QStringLiteral("Open read-only"), QStringLiteral("Edit anyway")}));
}

void TestInvalidFile::aTextIsNoNews()
{
    const QTemporaryDir folder;
    const Opened opened(writeText(folder));
    QTest::qWait(200);
    QCOMPARE(opened.bar.text(), QString());
}

void TestInvalidFile::readOnlyNothingChanges()
{
    const QTemporaryDir folder;
    const QString path = written(folder, broken());
    Opened opened(path);
    DocumentController &controller = opened.controller;
    QTRY_VERIFY(!opened.bar.text().isEmpty());
    QVERIFY(controller.isEditable(0));
    opened.bar.choose(QStringLiteral("Open read-only"));
    QVERIFY(controller.isReadOnly());
    QVERIFY(!controller.isEditable(0));
    controller.type(0, plain(QStringLiteral("Two")));
    controller.setTarget(0, plain(QStringLiteral("Two")), {});
    controller.setTargets({{0, plain(QStringLiteral("Two"))}}, {});
    QVERIFY(!controller.confirm(0));
    QVERIFY(!controller.leaveOut(0).ok());
    QCOMPARE(controller.segment(0).target.text, QStringLiteral("One"));
    QVERIFY(!controller.isModified());
    const Result<void> saved = controller.save();
    QVERIFY(!saved.ok());
    QCOMPARE(saved.error().code, QStringLiteral("workbench.read-only"));

    // The next file is opened for editing.
    QSignalSpy again(&controller, &DocumentController::opened);
    controller.openLater(path);
    QVERIFY(again.wait(5000));
    QVERIFY(!controller.isReadOnly());
}

void TestInvalidFile::editingAnywayIsPossible()
{
    const QTemporaryDir folder;
    Opened opened(written(folder, broken()));
    QTRY_VERIFY(!opened.bar.text().isEmpty());
    opened.bar.choose(QStringLiteral("Edit anyway"));
    QVERIFY(!opened.controller.isReadOnly());
    opened.controller.type(0, plain(QStringLiteral("Two")));
    QCOMPARE(opened.controller.segment(0).target.text, QStringLiteral("Two"));
    QCOMPARE(opened.bar.text(), QString());
}

void TestInvalidFile::theTitleSaysIt()
{
    const QTemporaryDir folder;
    SetAnswers::Record record;
    MainWindow window(quietServices(record));
    window.openFile(written(folder, broken()));
    auto *bar = window.findChild<MessageBar *>();
    QTRY_VERIFY(bar->text().contains(QStringLiteral("not valid")));
    QVERIFY(!window.windowTitle().contains(QStringLiteral("[read-only]")));
    bar->choose(QStringLiteral("Open read-only"));
    QVERIFY2(window.windowTitle().contains(QStringLiteral("a.xlf [read-only]")),
             qPrintable(window.windowTitle()));
}

QTEST_MAIN(TestInvalidFile)
#include "tst_invalid_file.moc"
