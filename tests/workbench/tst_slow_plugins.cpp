// Plugins that take their time, beside the glossary that came with Verbale: nobody waits for them, and what
// comes out does not depend on when they answer.
#include "support.h"
#include "versatile_plugin.h"

#include "workbench/command_menu.h"
#include "workbench/editor_page.h"
#include "workbench/interface_language.h"
#include "workbench/plugin_service.h"
#include "workbench/segment_grid.h"
#include "workbench/termbase_service.h"
#include "workbench/window_actions.h"

#include <QtCore/QLockFile>
#include <QtGui/QAction>
#include <QtGui/QTextDocument>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStatusBar>

using namespace verbale;
using namespace verbale::workbench;
using namespace Qt::StringLiterals;

namespace {

session::OpenedDocument made(int count)
{
    QStringList sources;
    for (int i = 1; i <= count; ++i)
        sources.append(u"Bộ Ngoại giao tăng cường hợp tác, lần thứ %1."_s.arg(i));
    return madeDocument(sources);
}

const QString ours = u"Bộ Ngoại giao"_s;
const QString theirs = u"joint work"_s;

bool hasTerm(const Segment &segment, const QString &target)
{
    return std::any_of(segment.terms.begin(), segment.terms.end(),
                       [&target](const TermHit &hit) { return hit.target == target; });
}

bool hasOurTerm(const Segment &segment)
{
    return std::any_of(segment.terms.begin(), segment.terms.end(), [&segment](const TermHit &hit) {
        return QStringView(segment.source.text).mid(hit.span.start, hit.span.length()) == ours;
    });
}

const Suggestion *proposalOf(const Segment &segment, const QString &origin)
{
    for (const Suggestion &suggestion : segment.suggestions) {
        if (suggestion.origin == origin)
            return &suggestion;
    }
    return nullptr;
}

bool hasOurDraft(const Segment &segment)
{
    return std::any_of(segment.suggestions.begin(), segment.suggestions.end(),
                       [](const Suggestion &s) { return s.kind == SuggestionKind::GlossaryDraft; });
}

QString described(const Segment &segment)
{
    QStringList lines;
    for (const TermHit &hit : segment.terms)
        lines.append(u"%1-%2 %3 %4"_s.arg(hit.span.start).arg(hit.span.end).arg(hit.target).arg(hit.nested));
    for (const Suggestion &s : segment.suggestions)
        lines.append(u"%1: %2"_s.arg(s.origin, s.text));
    lines.append(segment.target.text);
    return lines.join(u'\n');
}

/// A window with the glossary that came with Verbale and the versatile plugin.
struct Window
{
    explicit Window(const host::VersatilePlugin &plugin, int callLimit = 60'000)
    {
        WindowServices services = quietServices(answers);
        services.plugins = plugin.options(QStringLiteral(SHIPPED_PLUGINS));
        services.plugins.supervision.callTimeLimit = std::chrono::milliseconds(callLimit);
        answers.unsaved = Questions::Unsaved::Discard;
        window = std::make_unique<MainWindow>(std::move(services));
        window->resize(1200, 700);
        window->show();
        window->activateWindow();
    }
    void open(const session::OpenedDocument &document)
    {
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        window->controller().adopt(document, {});
        QTRY_VERIFY_WITH_TIMEOUT(window->plugins().host() != nullptr, 30'000);
    }
    [[nodiscard]] const Segment &segment(int row) const { return window->controller().segment(row); }
    [[nodiscard]] QString said() const { return window->assistBar()->text(); }

    /// The entries of the submenus of Tools, "SUBMENU > ENTRY", once they are there.
    [[nodiscard]] QStringList entries() const
    {
        QStringList found;
        for (const QAction *action : window->actions().menu(Menu::Tools)->actions()) {
            if (action->menu() == nullptr || !action->isVisible() ||
                action->menu() == window->actions().menu(Menu::Machine))
                continue;
            for (const QAction *entry : action->menu()->actions()) {
                if (!entry->isSeparator())
                    found.append(action->text().remove(u'&') + u" > "_s + entry->text());
            }
        }
        return found;
    }
    void showTools() const { emit window->actions().menu(Menu::Tools)->aboutToShow(); }
    [[nodiscard]] bool trigger(const QString &path) const
    {
        for (const QAction *action : window->actions().menu(Menu::Tools)->actions()) {
            if (action->menu() == nullptr)
                continue;
            for (QAction *entry : action->menu()->actions()) {
                if (action->text().remove(u'&') + u" > "_s + entry->text() == path &&
                    action->menu()->isEnabled()) {
                    entry->trigger();
                    return true;
                }
            }
        }
        return false;
    }

    SetAnswers::Record answers;
    std::unique_ptr<MainWindow> window;
};

const QString onSegment = u"Plugin commands on the segment > "_s;
const QString onDocument = u"Plugin commands on the whole document > "_s;

} // namespace

class tst_SlowPlugins : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void hangingOnesHoldNothingUp();
    void laterAnswersAreAdded();
    void theSameWhateverTheTiming();
    void lateAnswersForOlderTextsAreDropped();
    void failuresAreToldOnce();
    void listsCommands();
    void runsCommands();
    void wordsOfCommandsAreTamed();
    void cancelsCommands();
    void aChangeLeavesOthersAtWork();
    void opensFilesOfPlugins();
    void tellsWhyAFileWasNotOpened();
};

void tst_SlowPlugins::initTestCase()
{
    if (!host::VersatilePlugin().isUsable())
        QSKIP("python3 is not installed");
}

void tst_SlowPlugins::hangingOnesHoldNothingUp()
{
    const host::VersatilePlugin plugin(R"({"verbale.terms/1": {"hang": true},
        "verbale.suggest/1": {"hang": true}, "verbale.receipts/1": {"hang": true}})");
    Window w(plugin);
    w.open(made(400)); // more than the first two batches
    const auto allAreHelped = [&w] {
        for (int row = 0; row < 400; ++row) {
            if (!hasOurTerm(w.segment(row)) || !hasOurDraft(w.segment(row)))
                return false;
        }
        return true;
    };
    QTRY_VERIFY_WITH_TIMEOUT(allAreHelped(), 30'000);
    w.window->controller().setTarget(0, plain(u"The Ministry of Foreign Affairs"_s), u"Test"_s);
    QTRY_COMPARE_WITH_TIMEOUT(w.segment(0).receiptsRevision, w.segment(0).revision, 30'000);
    w.window->controller().setTarget(0, plain(u"Nothing"_s), u"Test"_s);
    QTRY_COMPARE_WITH_TIMEOUT(w.segment(0).receiptsRevision, w.segment(0).revision, 30'000);
    QCOMPARE(w.said(), QString());
}

void tst_SlowPlugins::laterAnswersAreAdded()
{
    const host::VersatilePlugin plugin(R"({"verbale.terms/1": {"delay": 0.5}})");
    Window w(plugin);
    QList<qsizetype> counts;
    connect(&w.window->controller(), &DocumentController::assisted, w.window.get(),
            [&] { counts.append(w.segment(0).terms.size()); });
    w.open(made(3));
    QTRY_VERIFY_WITH_TIMEOUT(hasOurTerm(w.segment(0)), 30'000);
    QVERIFY(!hasTerm(w.segment(0), theirs));
    QTRY_VERIFY_WITH_TIMEOUT(hasTerm(w.segment(0), theirs), 30'000);
    QVERIFY(hasOurTerm(w.segment(0)));
    // What is proposed was made from all of them.
    const auto fromAll = [&w] {
        const Suggestion *proposal = proposalOf(w.segment(0), u"Versatile"_s);
        return proposal != nullptr &&
               proposal->text.startsWith(u"%1 terms: "_s.arg(w.segment(0).terms.size()));
    };
    QTRY_VERIFY_WITH_TIMEOUT(fromAll(), 30'000);
    QVERIFY2(std::is_sorted(counts.begin(), counts.end()), "a term was taken away and came again");

    // Asked again, it is slow again: nothing goes from the screen meanwhile.
    counts.clear();
    const qsizetype before = w.segment(0).terms.size();
    emit w.window->termbases().changed();
    QTest::qWait(1500);
    QVERIFY(std::all_of(counts.begin(), counts.end(), [before](qsizetype n) { return n == before; }));
}

void tst_SlowPlugins::theSameWhateverTheTiming()
{
    QStringList results;
    for (const QByteArray &behaviour :
         {QByteArray("{}"), QByteArray(R"({"verbale.terms/1": {"delay": 0.3}})"),
          QByteArray(R"({"verbale.suggest/1": {"delay": 0.3}})"),
          QByteArray(R"({"verbale.terms/1": {"delay": 0.2}, "verbale.suggest/1": {"delay": 0.3}})")}) {
        const host::VersatilePlugin plugin(behaviour);
        Window w(plugin);
        w.open(made(2));
        QTRY_VERIFY_WITH_TIMEOUT(
            hasTerm(w.segment(1), theirs) && hasOurTerm(w.segment(1)) && hasOurDraft(w.segment(1)), 30'000);
        const auto settled = [&w] {
            const Suggestion *proposal = proposalOf(w.segment(1), u"Versatile"_s);
            return proposal != nullptr &&
                   proposal->text.startsWith(u"%1 terms: "_s.arg(w.segment(1).terms.size()));
        };
        QTRY_VERIFY_WITH_TIMEOUT(settled(), 30'000);
        QTest::qWait(400); // for an answer to a question that is outdated
        results.append(described(w.segment(0)) + described(w.segment(1)));
    }
    for (const QString &result : std::as_const(results))
        QCOMPARE(result, results.first());
}

void tst_SlowPlugins::lateAnswersForOlderTextsAreDropped()
{
    const host::VersatilePlugin plugin(R"({"verbale.suggest/1": {"delay": 0.5}})");
    Window w(plugin);
    w.open(made(1));
    QTRY_VERIFY_WITH_TIMEOUT(hasOurDraft(w.segment(0)), 30'000);
    w.window->controller().setTarget(0, plain(u"Typed"_s), u"Test"_s);
    const auto fresh = [&w] {
        const Suggestion *proposal = proposalOf(w.segment(0), u"Versatile"_s);
        return proposal != nullptr && proposal->revision == w.segment(0).revision;
    };
    bool stale = false;
    connect(&w.window->controller(), &DocumentController::assisted, w.window.get(), [&] {
        const Suggestion *proposal = proposalOf(w.segment(0), u"Versatile"_s);
        stale = stale || (proposal != nullptr && proposal->revision != w.segment(0).revision);
    });
    QTRY_VERIFY_WITH_TIMEOUT(fresh(), 30'000);
    QVERIFY(!stale);
    QCOMPARE(w.segment(0).target.text, u"Typed"_s);
}

void tst_SlowPlugins::failuresAreToldOnce()
{
    const host::VersatilePlugin plugin(R"({"verbale.suggest/1": {"error": "no connection to nowhere"}})");
    Window w(plugin);
    w.open(made(400));
    QTRY_VERIFY_WITH_TIMEOUT(!w.said().isEmpty() && hasOurDraft(w.segment(399)), 30'000);
    QCOMPARE(w.said(), u"Versatile: no connection to nowhere"_s);
    QCOMPARE(w.window->assistBar()->choices(), QStringList{u"Plugins…"_s});
}

void tst_SlowPlugins::listsCommands()
{
    const host::VersatilePlugin plugin;
    {
        Window w(plugin);
        w.open(made(2));
        w.showTools();
        QTRY_COMPARE_WITH_TIMEOUT(w.entries().size(), 8, 30'000);
        QVERIFY(w.entries().contains(onSegment + u"Upper case"_s));
        QVERIFY(w.entries().contains(onDocument + u"Fail"_s));
    }
    SetAnswers::Record answers;
    MainWindow without(quietServices(answers));
    emit without.actions().menu(Menu::Tools)->aboutToShow();
    for (const QAction *action : without.actions().menu(Menu::Tools)->actions())
        QVERIFY(action->menu() == nullptr || !action->isVisible() ||
                action->menu() == without.actions().menu(Menu::Machine));
}

void tst_SlowPlugins::runsCommands()
{
    const host::VersatilePlugin plugin;
    Window w(plugin);
    w.open(made(3));
    DocumentController &controller = w.window->controller();
    for (int row = 0; row < 3; ++row)
        controller.setTarget(row, plain(u"text %1"_s.arg(row)), u"Test"_s);
    w.window->editorPage()->grid()->goTo(1, false);
    w.showTools();
    QTRY_VERIFY_WITH_TIMEOUT(w.entries().contains(onSegment + u"Upper case"_s), 30'000);
    QVERIFY(w.trigger(onSegment + u"Upper case"_s));
    QTRY_COMPARE_WITH_TIMEOUT(w.segment(1).target.text, u"TEXT 1"_s, 30'000);
    QCOMPARE(w.segment(0).target.text, u"text 0"_s);
    QTRY_VERIFY(w.window->messageBar()->text().contains(u"Versatile: 1 looked at."_s));
    controller.undo();
    QCOMPARE(w.segment(1).target.text, u"text 1"_s);

    w.showTools();
    QVERIFY(w.trigger(onDocument + u"Upper case"_s));
    QTRY_COMPARE_WITH_TIMEOUT(w.segment(2).target.text, u"TEXT 2"_s, 30'000);
    QCOMPARE(controller.history().undoLabel(), u"Upper case"_s);
    controller.undo(); // one step for all
    for (int row = 0; row < 3; ++row)
        QCOMPARE(w.segment(row).target.text, u"text %1"_s.arg(row));

    w.showTools();
    QVERIFY(w.trigger(onDocument + u"Fail"_s));
    QTRY_VERIFY_WITH_TIMEOUT(w.window->messageBar()->text().contains(u"Versatile: it does not work today"_s),
                             30'000);
    QVERIFY(w.window->messageBar()->text().contains(u"Nothing was changed."_s));
    QCOMPARE(w.segment(0).target.text, u"text 0"_s);
}

void tst_SlowPlugins::wordsOfCommandsAreTamed()
{
    InterfaceLanguage language;
    language.apply(u"en"_s);
    const host::VersatilePlugin plugin(R"({
        "verbale.command/1/list": {"answer": {"commands": [{"id": "slow", "title": "Take\u202e %2 & %3",
            "description": "It \"writes\" <b>a</b> & b."}, {"id": "upper", "title": "Plain", "description": ""}]}},
        "verbale.command/1/run": {"answer": {"message": "It is\u0007 done.",
            "warnings": ["The first.", "The second.", "The third."]}}})");
    Window w(plugin);
    w.open(made(9)); // nearly a second
    w.showTools();
    const QString entry = u"Take %2 && %3"_s;
    QTRY_VERIFY_WITH_TIMEOUT(w.entries().contains(onDocument + entry), 30'000);
    QStringList tips;
    for (const QAction *action : w.window->actions().menu(Menu::Tools)->actions()) {
        const QList<QAction *> commands =
            action->menu() == nullptr || action->menu() == w.window->actions().menu(Menu::Machine)
                ? QList<QAction *>()
                : action->menu()->actions();
        for (const QAction *command : commands) {
            QTextDocument tip; // as QToolTip takes it
            if (Qt::mightBeRichText(command->toolTip()))
                tip.setHtml(command->toolTip());
            else
                tip.setPlainText(command->toolTip());
            QVERIFY(!tip.toPlainText().isEmpty()); // no empty box
            if (command->text() == entry)
                tips.append(tip.toPlainText());
        }
    }
    const QString description = u"It \"writes\" <b>a</b> & b."_s;
    QCOMPARE(tips, (QStringList{description, description}));
    QVERIFY(w.trigger(onDocument + entry));
    QTRY_VERIFY_WITH_TIMEOUT(w.window->messageBar()->text().startsWith(u"Take %2 & %3: "_s), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(!w.window->commands().isRunning(), 30'000);
    QCOMPARE(w.window->messageBar()->text(),
             u"Versatile: It is done. Versatile: The first. 2 more messages of plugins."_s);
}

void tst_SlowPlugins::cancelsCommands()
{
    const host::VersatilePlugin plugin;
    Window w(plugin);
    w.open(made(50)); // five seconds
    DocumentController &controller = w.window->controller();
    for (int row = 0; row < 50; ++row)
        controller.setTarget(row, plain(u"text"_s), u"Test"_s);
    w.showTools();
    QTRY_VERIFY_WITH_TIMEOUT(w.entries().contains(onDocument + u"Slow upper case"_s), 30'000);
    QVERIFY(w.trigger(onDocument + u"Slow upper case"_s));
    QTRY_VERIFY_WITH_TIMEOUT(w.window->messageBar()->text().contains(u" of 50"_s), 30'000);
    QCOMPARE(w.window->messageBar()->choices(), QStringList{u"Cancel"_s});
    QVERIFY(w.window->commands().isRunning());
    w.window->messageBar()->choose(u"Cancel"_s);
    QVERIFY(!w.window->commands().isRunning());
    QCOMPARE(w.window->messageBar()->text(), QString());
    QCOMPARE(w.window->statusBar()->currentMessage(), u"Cancelled; nothing was changed."_s);
    QTest::qWait(300);
    QCOMPARE(w.segment(0).target.text, u"text"_s);
}

/// The glossary is switched off and on while the other plugin is at a command.
void tst_SlowPlugins::aChangeLeavesOthersAtWork()
{
    const host::VersatilePlugin plugin;
    Window w(plugin);
    w.open(made(20)); // two seconds
    for (int row = 0; row < 20; ++row)
        w.window->controller().setTarget(row, plain(u"text"_s), u"Test"_s);
    QTRY_VERIFY_WITH_TIMEOUT(hasOurTerm(w.segment(19)), 30'000);
    w.showTools();
    QTRY_VERIFY_WITH_TIMEOUT(w.entries().contains(onDocument + u"Slow upper case"_s), 30'000);
    QVERIFY(w.trigger(onDocument + u"Slow upper case"_s));
    QTRY_VERIFY_WITH_TIMEOUT(w.window->messageBar()->text().contains(u" of 20"_s), 30'000);
    PluginService &plugins = w.window->plugins();
    const auto pid = [&plugins] {
        for (const host::PluginInfo &info : plugins.host()->plugins()) {
            if (info.ownProcess && info.process.pid > 0)
                return info.process.pid;
        }
        return qint64(0);
    };
    const qint64 first = pid();
    QVERIFY(first > 0);
    const QString glossary = u"org.verbale.glossary-alignment"_s;
    for (const bool on : {false, true}) {
        QSignalSpy started(&plugins, &PluginService::started);
        plugins.setEnabled(glossary, on);
        QVERIFY(plugins.host() != nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(started.size(), 1, 30'000);
        QCOMPARE(plugins.lastChange().touched, QSet<QString>{glossary});
        QVERIFY(w.window->commands().isRunning());
        QCOMPARE(pid(), first);
    }
    QTRY_COMPARE_WITH_TIMEOUT(w.segment(19).target.text, u"TEXT"_s, 30'000);
    QCOMPARE(pid(), first);
    QVERIFY(hasOurTerm(w.segment(19)));
}

void tst_SlowPlugins::opensFilesOfPlugins()
{
    const host::VersatilePlugin plugin;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"words.kv"_s);
    QVERIFY(host::writeFile(path, "#kv\ntitle=Xin chào.\nbody=Hai bên nhất trí.\n"));
    Window w(plugin);
    // As at the start of the program: the plugins do not run yet.
    QVERIFY(w.window->plugins().host() == nullptr);
    QSignalSpy opened(&w.window->controller(), &DocumentController::opened);
    QVERIFY(w.window->openFile(path));
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 30'000);
    QCOMPARE(w.window->controller().rowCount(), 2);
    QCOMPARE(w.window->controller().workingFile(), folder.filePath(u"words.xlf"_s));
    w.window->controller().setTarget(0, plain(u"Hello."_s), u"Test"_s);
    QVERIFY(w.window->save());
    w.answers.open.clear();
    w.window->actions()[Act::Open]->trigger();
    QCOMPARE(w.answers.filters, QStringList{u"Key and value (*.kv)"_s});
    QVERIFY(openFilter(w.answers.filters).startsWith(u"All that can be opened (*.txt "_s));
    QVERIFY(openFilter(w.answers.filters).contains(u"*.kv);;"_s));
    // Again: the working file goes on.
    QVERIFY(w.window->openFile(path));
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 2, 30'000);
    QCOMPARE(w.segment(0).target.text, u"Hello."_s);
    // And right after the plugin was switched on.
    PluginService &plugins = w.window->plugins();
    QSignalSpy started(&plugins, &PluginService::started);
    plugins.setEnabled(u"test.versatile"_s, false);
    QTRY_COMPARE_WITH_TIMEOUT(started.size(), 1, 30'000);
    QLockFile busy(plugins.options().stateFolder + u"/plugins.json.lock"_s); // so that it takes a while
    QVERIFY(busy.lock());
    plugins.setEnabled(u"test.versatile"_s, true);
    const QString other = folder.filePath(u"other.kv"_s);
    QVERIFY(host::writeFile(other, "#kv\ntitle=Xin chào.\n"));
    QVERIFY(w.window->openFile(other));
    QTest::qWait(100);
    busy.unlock();
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 3, 10'000);
    QCOMPARE(w.segment(0).source.text, u"Xin chào."_s);
}

void tst_SlowPlugins::tellsWhyAFileWasNotOpened()
{
    const host::VersatilePlugin plugin(R"({"verbale.format/1/read": {"error": "line 3 is odd"}})");
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"words.kv"_s);
    QVERIFY(host::writeFile(path, "#kv\ntitle=Xin chào.\n"));
    Window w(plugin);
    w.open(made(2));
    w.window->controller().setTarget(0, plain(u"Typed"_s), u"Test"_s);
    QVERIFY(w.window->openFile(path));
    QTRY_VERIFY_WITH_TIMEOUT(w.window->messageBar()->text().contains(u"Versatile: line 3 is odd"_s), 30'000);
    QCOMPARE(w.window->controller().rowCount(), 2);
    QCOMPARE(w.segment(0).target.text, u"Typed"_s);
    QVERIFY(!QFile::exists(folder.filePath(u"words.xlf"_s)));
}

QTEST_MAIN(tst_SlowPlugins)
#include "tst_slow_plugins.moc"
