// The engines page and the list of what left this machine. The service that is asked is a program of its own,
// the plugin the real one.
#include "engine_pages.h"
#include "heartbeat.h"

#include "workbench/engine_words.h"
#include "workbench/message_bar.h"
#include "workbench/window_actions.h"

#include <QtCore/QJsonArray>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtGui/QClipboard>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTableView>

namespace verbale::workbench {

namespace {

using ledger::Ledger;
using session::KeyPlace;

const QString canary = QStringLiteral("canary-4711");

} // namespace

class TestEnginesPage : public QObject, EnginePages
{
    Q_OBJECT

private slots:
    void init()
    {
        m_root = std::make_unique<QTemporaryDir>();
        m_answers = {};
    }

    void setsAnEngineUp();
    void keepsWhatOthersWrote();
    void tellsWhatIsWrongBesideTheField();
    void termsGoToDeepLWhenTheyAreSwitchedOn();
    void aMistypedPriceStays();
    void removesAndUndoes();
    void asksBeforeItForgets();
    void keysAreForTheSessionWithoutAKeyring();
    void theEnvironmentsKeyComesFirst();
    void aKeyInTheFileIsTakenOut();
    void budgetAndNetwork();
    void everyTypeHasWords();
    void knowsTheMembersThatThePluginKnows();
    void triesTheConnection();
    void saysWhyAConnectionFails();
    void aTestIsCancelled();

    void listsWhatLeft();
    void namesEnginesAsTheUserDoes();
    void countsAsTheBudgetDoes();
    void tellsWhenTheChainIsBroken();
    void exportsAll();
    void exportsTables();
    void aLongListStaysQuick();
    void theWindowOpensBoth();
};

void TestEnginesPage::setsAnEngineUp()
{
    Page page(*this);
    QCOMPARE(page.names(), QStringList{"All engines"});
    QVERIFY(!page.dialog.saveButton()->isEnabled());
    page.dialog.add("libretranslate");
    QCOMPARE(page.names(), (QStringList{"libretranslate", "All engines"}));
    QTest::keyClicks(page.dialog.form()->name(), "office");
    page.field("address")->setText("https://translate.example.org");
    page.field("items")->setText("10");
    page.dialog.form()->handling()->setCurrentIndex(1);
    page.dialog.form()->price()->setText("12.5");
    QVERIFY(page.dialog.saveButton()->isEnabled());
    page.save();
    QVERIFY(!page.dialog.isModified());
    QCOMPARE(engines(), (QJsonObject{{"office", QJsonObject{{"type", "libretranslate"},
                                                            {"address", "https://translate.example.org"},
                                                            {"items", 10},
                                                            {"handling", "internal"},
                                                            {"pricePerMillion", 12.5}}}}));
    // A second one, and back to the first: what it has is shown, and nothing counts as changed.
    page.dialog.add("deepl");
    page.dialog.add("deepl");
    QCOMPARE(page.names(), (QStringList{"office", "deepl", "deepl-2", "All engines"}));
    page.dialog.removeCurrent();
    page.dialog.goTo("deepl");
    page.dialog.removeCurrent();
    page.dialog.goTo("office");
    QCOMPARE(page.field("address")->text(), "https://translate.example.org");
    QCOMPARE(page.dialog.form()->handling()->currentIndex(), 1);
    QVERIFY(!page.dialog.isModified());
}

void TestEnginesPage::keepsWhatOthersWrote()
{
    put({{"a", QJsonObject{{"type", "deepl"}, {"glossary", "g"}}}, {"b", QJsonObject{{"type", "deepl"}}}});
    Page page(*this);
    put({{"a", QJsonObject{{"type", "deepl"}, {"glossary", "theirs"}}},
         {"c", QJsonObject{{"type", "azure"}}}});
    page.dialog.goTo("a");
    page.field("context")->setText("A note");
    page.save();
    QCOMPARE(
        engines(),
        (QJsonObject{{"a", QJsonObject{{"type", "deepl"}, {"glossary", "theirs"}, {"context", "A note"}}},
                     {"c", QJsonObject{{"type", "azure"}}}}));
    QCOMPARE(page.names(), (QStringList{"a", "c", "All engines"})); // as the file is now
}

void TestEnginesPage::tellsWhatIsWrongBesideTheField()
{
    put({{"one", libre("https://a.example")}});
    Page page(*this);
    const QByteArray before = content();
    page.field("address")->setText("http://a.example");
    QVERIFY(page.notes().contains("unencrypted"));
    QVERIFY(!page.dialog.form()->connection()->begin()->isEnabled());
    page.dialog.goTo({}); // the machine form is the last row
    page.dialog.add("chat");
    QVERIFY(page.notes().contains("This is needed."));
    page.dialog.saveButton()->click();
    QVERIFY(page.dialog.messageBar()->text().contains("corrected first"));
    QCOMPARE(page.dialog.list()->currentRow(), 0); // the first that is wrong
    QVERIFY(page.field("address")->hasFocus() || !page.dialog.isActiveWindow());
    QCOMPARE(content(), before);
    page.field("address")->setText("http://127.0.0.1:5000");
    QVERIFY(!page.notes().contains("unencrypted"));
    // A rare member is unfolded when it is wrong.
    page.field("items")->setText("0");
    QVERIFY(page.field("items")->isVisible());
    QVERIFY(page.notes().contains("no number"));
}

void TestEnginesPage::termsGoToDeepLWhenTheyAreSwitchedOn()
{
    put({{"a", QJsonObject{{"type", "deepl"}}}, {"b", QJsonObject{{"type", "azure"}}}});
    Page page(*this);
    const auto terms = [&page](const QString &name) {
        const auto boxes = page.dialog.findChildren<QCheckBox *>();
        const auto found = std::find_if(boxes.begin(), boxes.end(), [&name](const QCheckBox *one) {
            return one->accessibleName() == name;
        });
        return found == boxes.end() ? nullptr : *found;
    };
    page.dialog.goTo("a");
    QCheckBox *box = terms("Send the glossary's terms");
    QVERIFY(box != nullptr && !box->isChecked());
    page.field("glossary")->setText("g-1");
    QVERIFY(!page.notes().contains("one glossary alone"));
    box->setChecked(true);
    QVERIFY(page.notes().contains("one glossary alone"));
    page.field("glossary")->clear();
    QVERIFY(!page.notes().contains("one glossary alone"));
    page.save();
    QCOMPARE(engines()["a"].toObject(), (QJsonObject{{"type", "deepl"}, {"terms", true}}));
    page.dialog.goTo("b");
    QVERIFY(terms("Send the glossary's terms along")->isChecked()); // they stay nowhere
}

void TestEnginesPage::aMistypedPriceStays()
{
    put({{"a", libre("https://a.example")}, {"b", libre("https://b.example")}});
    Page page(*this);
    QLineEdit *price = page.dialog.form()->price();
    price->setText("12 EUR");
    QVERIFY(page.notes().contains("Write the number alone, as in 12.50"));
    page.dialog.goTo("b");
    QCOMPARE(price->text(), QString());
    page.dialog.saveButton()->click();
    QVERIFY(page.dialog.messageBar()->text().contains("corrected first"));
    QCOMPARE(page.dialog.list()->currentRow(), 0);
    QCOMPARE(price->text(), "12 EUR");
    QVERIFY(page.notes().contains("Write the number alone"));
    price->setText("12");
    QVERIFY(!page.notes().contains("Write the number alone"));
    page.save();
    QCOMPARE(engines()["a"].toObject()["pricePerMillion"].toDouble(), 12.0);
    QVERIFY(!engines()["b"].toObject().contains("pricePerMillion"));
}

void TestEnginesPage::removesAndUndoes()
{
    put({{"a", libre("https://a.example")}, {"b", libre("https://b.example")}});
    Page page(*this);
    page.keys.keep("a", session::Key(QString(canary))).waitForFinished();
    page.dialog.goTo("a");
    page.dialog.removeCurrent();
    QCOMPARE(page.names(), (QStringList{"b", "All engines"}));
    page.dialog.messageBar()->choose("Undo");
    QCOMPARE(page.names(), (QStringList{"a", "b", "All engines"}));
    QVERIFY(!page.dialog.isModified());
    page.dialog.removeCurrent();
    page.save();
    QCOMPARE(engines().keys(), QStringList{"b"});
    QTRY_COMPARE(page.key("a").place, KeyPlace::Nowhere); // and its key
}

void TestEnginesPage::asksBeforeItForgets()
{
    put({{"a", libre("https://a.example")}});
    Page page(*this);
    page.field("address")->setText("https://b.example");
    page.dialog.reject();
    QVERIFY(page.dialog.isVisible());
    QCOMPARE(page.dialog.messageBar()->choices(), (QStringList{"Save", "Throw them away"}));
    page.dialog.messageBar()->choose("Throw them away");
    QVERIFY(!page.dialog.isVisible());
    QCOMPARE(engines()["a"].toObject()["address"].toString(), "https://a.example");
}

void TestEnginesPage::keysAreForTheSessionWithoutAKeyring()
{
    put({{"mine", QJsonObject{{"type", "deepl"}}}});
    Page page(*this);
    EngineKeyBox *key = page.dialog.form()->key();
    QTRY_VERIFY(key->state().contains("There is no key"));
    QVERIFY(key->state().contains("no keyring"));
    QVERIFY(key->removeButton()->isHidden());
    QCOMPARE(key->field()->echoMode(), QLineEdit::Password);
    QTest::keyClicks(key->field(), canary + " ");
    page.dialog.goTo("nothing"); // all engines: what was typed waits
    page.dialog.goTo("mine");
    QCOMPARE(key->field()->text(), QString());
    QVERIFY(key->state().contains("kept when you save"));
    page.save();
    QTRY_VERIFY(page.dialog.messageBar()->text().contains("for this session only"));
    QTRY_VERIFY(key->state().contains("for this session only"));
    QCOMPARE(page.key("mine").key.reveal(), QByteArrayView("canary-4711"));
    QVERIFY(!content().contains(canary.toUtf8()));
    // Another name takes it along.
    page.dialog.form()->name()->setText("ours");
    page.save();
    QTRY_COMPARE(page.key("ours").place, KeyPlace::Session);
    QTRY_COMPARE(page.key("mine").place, KeyPlace::Nowhere);
    QTRY_VERIFY(!key->removeButton()->isHidden());
    key->removeButton()->click();
    page.dialog.messageBar()->choose("Remove it");
    QTRY_VERIFY(key->state().contains("There is no key"));
    QCOMPARE(page.key("ours").place, KeyPlace::Nowhere);
}

void TestEnginesPage::theEnvironmentsKeyComesFirst()
{
    put({{"outside", QJsonObject{{"type", "deepl"}}}, {"rules", QJsonObject{{"type", "apertium"}}}});
    Page page(*this);
    page.dialog.goTo("outside");
    QTRY_VERIFY(page.dialog.form()->key()->state().contains("VERBALE_MT_KEY_OUTSIDE"));
    QVERIFY(!page.notes().contains("from-outside"));
    page.dialog.goTo("rules");
    QVERIFY(page.dialog.form()->key()->state().contains("takes no key"));
    QVERIFY(page.dialog.form()->key()->field()->isHidden());
}

void TestEnginesPage::aKeyInTheFileIsTakenOut()
{
    put({{"mine", QJsonObject{{"type", "deepl"}, {"key", canary}}}});
    Page page(*this);
    QVERIFY(page.dialog.messageBar()->text().contains("have it replaced"));
    QVERIFY(!page.notes().contains(canary));
    page.save();
    QVERIFY(!content().contains(canary.toUtf8()));
    QCOMPARE(engines().keys(), QStringList{"mine"});
}

void TestEnginesPage::budgetAndNetwork()
{
    Page page(*this);
    MachineForm *machine = page.dialog.machine();
    QTest::keyClicks(machine->documentBudget(), "200 000");
    QTest::keyClicks(machine->monthBudget(), "many");
    QVERIFY(machine->problem("month").contains("whole number"));
    page.dialog.saveButton()->click();
    QVERIFY(content().isEmpty());
    machine->monthBudget()->clear();
    QTest::keyClicks(machine->proxy(), "http://me:secret@proxy.example.org");
    QVERIFY(machine->problem("proxy").contains("password"));
    machine->proxy()->clear();
    QTest::keyClicks(machine->proxy(), "http://proxy.example.org:3128");
    m_answers.settingsFile = in("office.pem");
    QFile file(in("office.pem"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    machine->findChild<QPushButton *>()->click();
    QCOMPARE(machine->authorities()->text(), in("office.pem"));
    page.save();
    const QJsonObject all = QJsonDocument::fromJson(content())["machineTranslation"].toObject();
    QCOMPARE(all["budget"].toObject(), (QJsonObject{{"document", 200000}}));
    QCOMPARE(all["network"].toObject(),
             (QJsonObject{{"proxy", "http://proxy.example.org:3128"}, {"authorities", in("office.pem")}}));
}

void TestEnginesPage::everyTypeHasWords()
{
    for (const session::EngineType &type : session::engineTypes()) {
        QVERIFY2(engineTypeName(type.name) != type.name, qPrintable(type.name));
        QVERIFY(!consentText(type.name).isEmpty());
        for (const session::EngineMember &member : type.members) {
            const MemberWords words = memberWords(type.name, member.name);
            QVERIFY2(words.label != member.name && !words.explanation.isEmpty(), qPrintable(member.name));
        }
    }
}

/// So that no field is missing, and none is refused.
void TestEnginesPage::knowsTheMembersThatThePluginKnows()
{
    session::ConnectionTest test;
    test.plugins = plugins();
    test.sentence = "Xin chào.";
    test.engine = "mine";
    for (const session::EngineType &type : session::engineTypes()) {
        session::EngineSetup setup{"mine", type.name, {{"strange", 1}}};
        for (const session::EngineMember &member : type.members) {
            if (member.kind == session::MemberKind::Address)
                setup.members.insert(member.name, "https://a.example");
            else if (member.kind == session::MemberKind::File)
                setup.members.insert(member.name, "/no/such/file");
            else if (member.isNeeded)
                setup.members.insert(member.name, "x");
        }
        test.settings = session::withEngines({}, {{setup}});
        const Result<TranslatePreview> preview = session::previewConnection(test, {});
        QVERIFY(!preview);
        const QString said = preview.error().message;
        static const QRegularExpression list("it knows (\"[^.]*\")\\.");
        const QRegularExpressionMatch match = list.match(said);
        QVERIFY2(match.hasMatch(), qPrintable(said));
        QStringList known = match.captured(1).remove('"').split(", ");
        known.removeOne("type");
        QStringList ours;
        for (const session::EngineMember &member : type.members)
            ours.append(member.name);
        known.sort();
        ours.sort();
        QCOMPARE(ours, known);
    }
}

void TestEnginesPage::triesTheConnection()
{
    QProcess service;
    service.start("python3", {QStringLiteral(SERVICE), in("journal")});
    QVERIFY(service.waitForReadyRead(20'000));
    put({{"office", libre("http://127.0.0.1:" + QString::fromLatin1(service.readLine().trimmed()))}});
    Page page(*this);
    ConnectionBox *box = page.dialog.form()->connection();
    QTest::keyClicks(page.dialog.form()->key()->field(), canary); // it is tried before it is kept
    box->begin()->click();
    QTRY_VERIFY_WITH_TIMEOUT(!box->isBusy(), 20000);
    QVERIFY2(box->text().contains("127.0.0.1"), qPrintable(box->text()));
    QVERIFY2(box->request().contains("Xin chào, đây là lần thử số "), qPrintable(box->request()));
    QVERIFY(!box->request().contains(canary));
    QVERIFY(content("journal").isEmpty()); // nothing has left yet
    const QString shown = box->request();
    box->leave()->click();
    QVERIFY(box->request().isEmpty());
    QVERIFY(content("journal").isEmpty());
    box->begin()->click();
    QTRY_VERIFY_WITH_TIMEOUT(!box->isBusy(), 20000);
    QSignalSpy answered(box, &ConnectionBox::answered);
    box->send()->click();
    QTRY_VERIFY(!answered.isEmpty());
    QVERIFY2(box->text().startsWith("It works: "), qPrintable(box->text()));
    QVERIFY(content("journal").contains("Xin ch"));
    QVERIFY(content("journal").contains(canary.toUtf8()));
    QVERIFY(!content().contains(canary.toUtf8()));
    page.save(); // what was found out stays
    QVERIFY2(box->text().startsWith("It works: "), qPrintable(box->text()));
    service.kill();
    service.waitForFinished();

    List list(*this);
    QCOMPARE(list.dialog.model()->rowCount(), 1);
    QVERIFY(list.dialog.exactText().startsWith("Xin chào, đây là lần thử số "));
    QVERIFY(list.dialog.facts().contains("connection-test"));
    QTRY_VERIFY(list.dialog.exactRequest().contains("Xin chào, đây là lần thử số ") ||
                list.dialog.exactRequest().contains("Xin ch\\u"));
    QVERIFY(!list.dialog.exactRequest().contains(canary));
}

void TestEnginesPage::saysWhyAConnectionFails()
{
    SilentServer nobody;
    nobody.close();
    put({{"deep", QJsonObject{{"type", "deepl"}}}, {"office", libre(nobody.address())}});
    Page page(*this);
    ConnectionBox *box = page.dialog.form()->connection();
    QSignalSpy answered(box, &ConnectionBox::answered);
    page.dialog.goTo("office");
    box->begin()->click();
    QTRY_VERIFY(!box->send()->isHidden());
    box->send()->click();
    QTRY_VERIFY(!answered.isEmpty());
    QVERIFY2(box->text().startsWith("The service cannot be reached. "), qPrintable(box->text()));
    answered.clear();
    page.dialog.goTo("deep");
    QVERIFY(!box->text().contains("cannot be reached")); // which was about the other one
    box->begin()->click();
    QTRY_VERIFY(!box->send()->isHidden());
    box->send()->click();
    QTRY_VERIFY(!answered.isEmpty());
    QVERIFY2(box->text().startsWith("There is no key. "), qPrintable(box->text()));
}

void TestEnginesPage::aTestIsCancelled()
{
    const SilentServer silent;
    put({{"office", libre(silent.address())}});
    Page page(*this);
    ConnectionBox *box = page.dialog.form()->connection();
    box->begin()->click();
    QTRY_VERIFY(!box->send()->isHidden());
    box->send()->click();
    QVERIFY(box->isBusy());
    QTRY_VERIFY(silent.hasVisitor());
    box->leave()->click();
    QVERIFY(!box->isBusy());
    QVERIFY(box->begin()->isEnabled());
    QTRY_VERIFY2(box->text().contains("may have left by then"), qPrintable(box->text()));
    const auto outcome = [this] {
        const auto sent = session::sentTexts(environment());
        return sent && !sent->texts.isEmpty() ? sent->texts.first().code : QString();
    };
    QTRY_VERIFY(!outcome().isEmpty()); // what became of it is written down
}

void TestEnginesPage::listsWhatLeft()
{
    List empty(*this);
    QCOMPARE(empty.dialog.facts(), "Nothing has left this machine.");
    QVERIFY(empty.dialog.chain().contains("empty"));
    {
        const auto ledger = openLedger();
        const qint64 first = send(*ledger, "deepl", "/a/one.txt", {"Một", "Hai"});
        QVERIFY(ledger->finished(first, {{0, ledger::Outcome::Translated, {}, 5, "One"},
                                         {1, ledger::Outcome::Ambiguous, "transport.reset"}}));
        send(*ledger, "office", "/b/two.txt", {"Ba"});
    }
    empty.dialog.refresh();
    empty.wait();
    List &list = empty;
    QCOMPARE(list.texts(), (QStringList{"Ba", "Hai", "Một"})); // the newest first
    QCOMPARE(list.dialog.exactText(), "Ba");
    QTRY_COMPARE(list.dialog.exactRequest(), "{\"q\":[\"Ba\"]}");
    list.dialog.table()->selectRow(1);
    QCOMPARE(list.dialog.exactText(), "Hai");
    QVERIFY(list.dialog.facts().contains("transport.reset"));
    QTRY_COMPARE(list.dialog.exactRequest(), "{\"q\":[\"Một\",\"Hai\"]}");
    const auto cell = [&list](int row, LedgerModel::Column column) {
        return list.dialog.model()->index(row, column).data().toString();
    };
    QCOMPARE(cell(2, LedgerModel::Billed), "5");
    QCOMPARE(cell(2, LedgerModel::Outcome), "Translated");
    QCOMPARE(cell(2, LedgerModel::Document), "one.txt");
    QVERIFY(cell(0, LedgerModel::Outcome).contains("Not known"));
    // What is chosen stays chosen.
    list.dialog.documents()->setCurrentIndex(list.dialog.documents()->findData("/a/one.txt"));
    list.wait();
    QCOMPARE(list.texts(), (QStringList{"Hai", "Một"}));
    QCOMPARE(list.dialog.exactText(), "Hai");
    list.dialog.engines()->setCurrentIndex(list.dialog.engines()->findData("office"));
    list.wait();
    QVERIFY(list.texts().isEmpty());
    QVERIFY(list.dialog.facts().contains("fits the choice"));
    list.dialog.documents()->setCurrentIndex(0);
    list.wait();
    list.dialog.periods()->setCurrentIndex(1); // today
    list.wait();
    QCOMPARE(list.texts(), QStringList{"Ba"});
    list.dialog.periods()->setCurrentIndex(4); // last month
    list.wait();
    QVERIFY(list.texts().isEmpty());
}

void TestEnginesPage::namesEnginesAsTheUserDoes()
{
    QCOMPARE(ledgerEngineText("deepl"), "deepl");
    QCOMPARE(ledgerEngineText("chat:Bộ: mới"), "Bộ: mới (chat)");
    QCOMPARE(ledgerEngineText("generic:ministry"), "ministry (generic)");
    QCOMPARE(ledgerEngineText("generic:ministry:ours"), "ours (generic:ministry)");
    send(*openLedger(), "libretranslate:office", "/a/one.txt", {"Một"});
    List list(*this);
    QCOMPARE(list.dialog.model()->index(0, LedgerModel::Engine).data(), "office (libretranslate)");
    QCOMPARE(list.dialog.engines()->itemText(1), "office (libretranslate)");
    QVERIFY2(list.dialog.facts().contains("office (libretranslate), at "), qPrintable(list.dialog.facts()));
    const QHeaderView *header = list.dialog.table()->horizontalHeader();
    for (int column = 0; column < header->count(); ++column)
        QVERIFY2(header->sectionSize(column) >= header->sectionSizeHint(column),
                 qPrintable(QString::number(column)));
}

void TestEnginesPage::countsAsTheBudgetDoes()
{
    {
        const auto ledger = openLedger();
        const qint64 one = send(*ledger, "deepl", "/a/one.txt", {"12345", "1234567", "123"});
        QVERIFY(ledger->finished(one, {{0, ledger::Outcome::Translated, {}, 9, "x"},
                                       {1, ledger::Outcome::NotSent, "transport.dns"},
                                       {2, ledger::Outcome::Ambiguous}}));
        QCOMPARE(*ledger->spentOnDocument("/a/one.txt"), 12);
        send(*ledger, "deepl", "/b.txt", {"1234"});
        QCOMPARE(*ledger->spentInMonth(), 16);
        // Terms for a glossary, of which nobody heard again, cost nothing.
        ledger::ExitRequest terms{"deepl", "deepl.example.org", "/b.txt", "{}", {}};
        terms.texts.append({"glossary", "place", "công hàm\tnote verbale", 0});
        QVERIFY(ledger->sending(terms, {}));
    }
    session::MachineSettings budget;
    budget.documentBudget = 100;
    List list(*this, budget);
    QVERIFY2(list.dialog.totals().contains("Shown: 5 text(s), 16 characters"),
             qPrintable(list.dialog.totals()));
    QVERIFY2(list.dialog.totals().contains("this month: 16 characters, no limit"),
             qPrintable(list.dialog.totals()));
    QVERIFY(list.dialog.totals().contains("2 of them may have been charged"));
    QVERIFY2(list.dialog.facts().contains("costs nothing"), qPrintable(list.dialog.facts()));
    list.dialog.documents()->setCurrentIndex(list.dialog.documents()->findData("/a/one.txt"));
    list.wait();
    QVERIFY2(list.dialog.totals().contains("this document: 12 of 100 characters"),
             qPrintable(list.dialog.totals()));
}

void TestEnginesPage::tellsWhenTheChainIsBroken()
{
    const auto ledger = openLedger();
    send(*ledger, "deepl", "/a.txt", {"Một"});
    List list(*this);
    QVERIFY(list.dialog.chain().startsWith("The ledger's chain holds"));
    for (QPushButton *found : list.dialog.findChildren<QPushButton *>()) {
        if (found->text() == "&Copy the hash")
            found->click();
    }
    const QString head = QApplication::clipboard()->text();
    QCOMPARE(head.size(), 64);
    send(*ledger, "deepl", "/a.txt", {"Hai"});
    list.dialog.notedHash()->setText(head);
    QTest::keyClick(list.dialog.notedHash(), Qt::Key_Return);
    list.wait();
    QVERIFY2(list.dialog.chain().contains("is in it"), qPrintable(list.dialog.chain()));
    QVERIFY(list.dialog.isVisible()); // Enter is not Close
    list.dialog.notedHash()->setText(QString(64, '0'));
    list.dialog.refresh();
    list.wait();
    QVERIFY(list.dialog.chain().contains("cut off"));

    const QString file = in("verbale/data/" + session::machineTranslationPlugin + "/ledger.sqlite");
    QProcess tamper;
    tamper.start("python3",
                 {"-c",
                  "import sqlite3,sys; d=sqlite3.connect(sys.argv[1]); d.execute('DROP TRIGGER no_change'); "
                  "d.execute(\"UPDATE line SET text=x'78' WHERE number=2\"); d.commit()",
                  file});
    QVERIFY(tamper.waitForFinished() && tamper.exitCode() == 0);
    list.dialog.notedHash()->clear();
    list.dialog.refresh();
    list.wait();
    QVERIFY2(list.dialog.chain().contains("Line 2 of the ledger was changed"),
             qPrintable(list.dialog.chain()));
}

void TestEnginesPage::exportsAll()
{
    const auto ledger = openLedger();
    send(*ledger, "deepl", "/a.txt", {"Một", "Hai"});
    List list(*this);
    list.dialog.exportAll(); // thought better of
    m_answers.exported = in("out.jsonl");
    list.dialog.exportAll();
    list.wait();
    const QList<QByteArray> lines = content("out.jsonl").trimmed().split('\n');
    QCOMPARE(lines.size(), 4);
    QCOMPARE(QJsonDocument::fromJson(lines.last())["holds"].toBool(), true);
    QVERIFY(list.dialog.messageBar()->text().contains("out.jsonl"));
    m_answers.exported = in("no/such/folder/out.jsonl");
    list.dialog.exportAll();
    list.wait();
    QVERIFY(list.dialog.messageBar()->text().startsWith("Not written: "));
}

void TestEnginesPage::exportsTables()
{
    const auto ledger = openLedger();
    send(*ledger, "deepl", "/a.txt", {"=1+1", "Nói \"có\",\nrồi\tđi", "Ba"});
    List list(*this);
    m_answers.exported = in("out.csv");
    list.dialog.exportShown(session::TableFormat::Csv);
    list.wait();
    const QString csv = QString::fromUtf8(content("out.csv"));
    QVERIFY(content("out.csv").startsWith("\xEF\xBB\xBF"));
    QCOMPARE(csv.count("\r\n"), 4);
    QVERIFY2(csv.contains(",\"'=1+1\","), qPrintable(csv));
    QVERIFY2(csv.contains(",\"Nói \"\"có\"\",\nrồi\tđi\","), qPrintable(csv));
    m_answers.exported = in("out.tsv");
    list.dialog.exportShown(session::TableFormat::Tsv);
    list.wait();
    const QStringList rows = QString::fromUtf8(content("out.tsv")).trimmed().split('\n');
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows[0].section('\t', 6, 6), "text");
    QCOMPARE(rows[1].section('\t', 6, 6), "=1+1");
    QCOMPARE(rows[2].section('\t', 6, 6), "Nói \"có\",\\nrồi\\tđi");
}

/// VERBALE_LEDGER_TEXTS: more than a quick test has the time for.
void TestEnginesPage::aLongListStaysQuick()
{
    const int texts = qMax(6'000, qEnvironmentVariableIntValue("VERBALE_LEDGER_TEXTS"));
    {
        const auto ledger = openLedger();
        QStringList sentences;
        for (int i = 0; i < 1'000; ++i)
            sentences.append(
                QStringLiteral("Hai bên nhất trí tiếp tục hợp tác trong lĩnh vực thứ %1.").arg(i));
        for (int done = 0; done < texts; done += 1'000)
            send(*ledger, "deepl", QStringLiteral("/a/%1.txt").arg(done), sentences);
    }
    Heartbeat heart;
    QElapsedTimer since;
    heart.begin();
    since.start();
    List list(*this);
    const qint64 opened = since.restart();
    const double opening = heart.end();
    heart.begin();
    list.dialog.refresh();
    list.wait();
    const qint64 read = since.restart();
    list.dialog.documents()->setCurrentIndex(2);
    list.wait();
    const qint64 filtered = since.restart();
    list.dialog.documents()->setCurrentIndex(0);
    list.wait();
    list.dialog.table()->scrollToBottom();
    QTest::qWait(50);
    for (int i = 0; i < 100; ++i) {
        list.dialog.table()->verticalScrollBar()->setValue(i * texts / 100);
        QCoreApplication::processEvents();
    }
    const double away = heart.end();
    qInfo("%d texts: opened in %lld ms (away for %.1f ms), read again in %lld ms, one document of them in "
          "%lld ms; the event loop was away for %.1f ms at most",
          texts, static_cast<long long>(opened), opening, static_cast<long long>(read),
          static_cast<long long>(filtered), away);
    QCOMPARE(list.dialog.model()->rowCount(), texts);
    QVERIFY2(away < 100, qPrintable(QString::number(away)));
}

void TestEnginesPage::theWindowOpensBoth()
{
    put({{"mine", QJsonObject{{"type", "deepl"}}}});
    WindowServices services = quietServices(m_answers);
    services.settingsFile = settingsFile();
    services.environment = environment();
    MainWindow window(std::move(services));
    window.show();
    EnginesDialog *engines = window.showEngines("mine");
    QSignalSpy changed(&window, &MainWindow::enginesChanged);
    engines->form()->name()->setText("yours");
    window.close(); // there is something that was not saved
    QVERIFY(window.isVisible());
    engines->saveButton()->click();
    QTRY_VERIFY(!changed.isEmpty());
    QCOMPARE(session::enginesOf(window.settings()).value(0).name, "yours");
    QStringList choices;
    for (const QAction *choice : window.actions().menu(Menu::Machine)->actions())
        choices.append(choice->text());
    QCOMPARE(choices.mid(0, 2), (QStringList{"Off for this document", "yours"}));
    window.controller().adopt(madeDocument(3), {});
    ledger::ExitRequest request{"deepl", "deepl.example.org", "/nowhere/made.txt", {}, {}};
    const QString key = window.controller().document().segmentKey(window.controller().refAt(1));
    request.texts.append({key, "Hai", "Hai", 3});
    QVERIFY(openLedger()->sending(request, {}));
    LedgerDialog *list = window.showLedger();
    QSignalSpy ready(list, &LedgerDialog::ready);
    QTRY_VERIFY(!ready.isEmpty());
    QCOMPARE(list->model()->index(0, LedgerModel::Segment).data(), "2"); // as the grid counts
    QCOMPARE(list->model()->index(0, LedgerModel::Segment).data(Qt::ToolTipRole), key);
    QVERIFY2(list->facts().contains("segment 2 "), qPrintable(list->facts()));
    window.controller().adopt(madeDocument(1), {});
    QCOMPARE(list->model()->index(0, LedgerModel::Segment).data(), key);
    window.close();
    QVERIFY(!window.isVisible());
}

} // namespace verbale::workbench

QTEST_MAIN(verbale::workbench::TestEnginesPage)
#include "tst_engines_page.moc"
