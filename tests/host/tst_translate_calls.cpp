// Texts go to a plugin that translates and come back: from a library in the program, the same library in a
// process of its own, and a program in Python. What may have cost money is asked once.

#include "host_test.h"
#include "versatile_plugin.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>

#include <thread>

namespace verbale::host {

namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

const QString translates = QStringLiteral("test.translates");
const QString versatile = QStringLiteral("test.versatile");

TranslateRequest ask(const QString &engine)
{
    TranslateRequest request{engine, u"vi"_s, u"en"_s, u"speech.txt"_s, false, {}};
    SegmentText coded{u"7"_s, 3, u"\uFFFCBộ trưởng\uFFFC"_s, {}, {}};
    coded.codes = {{SegmentCode::Kind::Opening, 1, u"<b>"_s}, {SegmentCode::Kind::Closing, 1, u"</b>"_s}};
    TermHit term;
    term.span = {1, 10};
    term.target = QStringLiteral("Minister");
    request.segments = {{coded, {term}}, {{u"8"_s, 4, u"Ở đâu?"_s, {}, {}}, {}}};
    return request;
}

std::unique_ptr<PluginHost> started(const HostOptions &options)
{
    auto host = std::make_unique<PluginHost>(options);
    host->discover();
    host->start();
    return host;
}

HostOptions libraryOptions(bool ownProcess, const QString &state)
{
    HostOptions options = optionsFor(QStringLiteral(TRANSLATES), ownProcess ? Origin::User : Origin::Shipped);
    options.trialProgram = QStringLiteral(TRIAL_PROGRAM);
    options.stateFolder = state;
    options.supervision.restartAfter = {1ms};
    return options;
}

/// How often the library was called, whatever became of it.
qsizetype callsOf(const QString &state)
{
    QFile file(state + u"/data/"_s + translates + u"/calls"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : 0;
}

} // namespace

class TestTranslateCalls : public QObject
{
    Q_OBJECT

private slots:
    void aLibraryTranslates_data()
    {
        QTest::addColumn<bool>("ownProcess");
        QTest::newRow("in the program") << false;
        QTest::newRow("in a process of its own") << true;
    }
    void aLibraryTranslates()
    {
        QFETCH(const bool, ownProcess);
        const QTemporaryDir state;
        auto host = started(libraryOptions(ownProcess, state.path()));
        QCOMPARE(pluginOf(*host, translates).ownProcess, ownProcess);
        TranslateRequest request = ask(u"echo"_s);
        request.again = true;
        QList<qint64> told;
        const auto answer = host->translate(translates, request, {},
                                            [&](qint64 done, qint64 total) { told << done << total; })
                                .result();
        QVERIFY2(answer.ok(), answer ? "" : qPrintable(answer.error().message));
        if (!ownProcess) // over there what comes too fast is not passed on
            QCOMPARE(told, (QList<qint64>{1, 2, 2, 2}));
        QCOMPARE(answer->translations.size(), 2);
        const Translation &first = answer->translations[0];
        QCOMPARE(first.segmentId, u"7"_s);
        QCOMPARE(first.revision, 3);
        QCOMPARE(first.text, request.segments[0].text.source);
        QCOMPARE(first.codes, (QList<qsizetype>{0, 1}));
        QVERIFY(first.cached); // as `again`
        QCOMPARE(first.remarks, QStringList{u"speech.txt 1"_s});
        QVERIFY(!first.error);
        const Translation &second = answer->translations[1];
        QCOMPARE(second.segmentId, u"8"_s);
        QVERIFY(second.error && second.text.isEmpty());
        QCOMPARE(second.error->code, u"mt.ambiguous"_s);
        QCOMPARE(second.error->message, u"It may have been charged."_s);
        QCOMPARE(answer->engineName, u"Echo"_s);
        QCOMPARE(answer->sentCharacters, 17);
        QVERIFY2(answer->warnings.isEmpty(), qPrintable(answer->warnings.join(u'\n')));

        const auto refused = host->translate(translates, ask(u"refuse"_s), {}).result();
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, u"mt.settings"_s);
        const auto other = host->suggest(translates, {}, {}).result();
        QVERIFY(!other.ok());
        QCOMPARE(other.error().code, u"plugins.no-interface"_s);
        QCOMPARE(callsOf(state.path()), 2);
    }

    void aLibraryTellsWhatItWouldSend_data() { aLibraryTranslates_data(); }
    void aLibraryTellsWhatItWouldSend()
    {
        QFETCH(const bool, ownProcess);
        const QTemporaryDir state;
        auto host = started(libraryOptions(ownProcess, state.path()));
        const auto preview = host->previewTranslation(translates, ask(u"echo"_s), {}).result();
        QVERIFY2(preview.ok(), preview ? "" : qPrintable(preview.error().message));
        QCOMPARE(preview->segments, 2);
        QCOMPARE(preview->characters, 17);
        QCOMPARE(preview->requests.size(), 1);
        QCOMPARE(preview->requests[0].segmentIds, (QStringList{u"7"_s, u"8"_s}));
        QCOMPARE(preview->monthLeft, std::optional<qint64>(100));
        QVERIFY2(preview->warnings.isEmpty(), qPrintable(preview->warnings.join(u'\n')));
        QCOMPARE(callsOf(state.path()), 0);
    }

    void notEveryPluginCanTell()
    {
        const QTemporaryDir state;
        auto host = started(libraryOptions(true, state.path()));
        const QString none = u"translate.no-preview"_s;
        QCOMPARE(host->previewTranslation(translates, ask(u"none"_s), {}).result().error().code, none);
        VersatilePlugin plugin;
        if (!plugin.isUsable())
            QSKIP("There is no python3 on this machine, which the plugin is written in.");
        auto other = started(plugin.options());
        QCOMPARE(other->previewTranslation(versatile, ask(u"office"_s), {}).result().error().code, none);
    }

    void wrongAnswersAreLeftOut()
    {
        const QTemporaryDir state;
        auto host = started(libraryOptions(true, state.path()));
        const auto answer = host->translate(translates, ask(u"shuffled"_s), {}).result();
        QVERIFY(answer.ok());
        QCOMPARE(answer->translations.size(), 2);
        for (const Translation &translation : answer->translations) {
            QVERIFY(translation.text.isEmpty());
            QCOMPARE(translation.error->code, u"plugins.bad-answer"_s);
        }
        QVERIFY(answer->warnings.join(u'\n').contains(u"answered for another segment"_s));
    }

    /// Other questions that a crash has swallowed are asked again; this one may have been paid.
    void aCrashIsTheEndOfTheQuestion()
    {
        const QTemporaryDir state;
        auto host = started(libraryOptions(true, state.path()));
        const auto lost = host->translate(translates, ask(u"crash"_s), {}).result();
        QVERIFY(!lost.ok());
        QCOMPARE(lost.error().code, u"plugins.crashed"_s);
        QCOMPARE(callsOf(state.path()), 1);
        QVERIFY(host->translate(translates, ask(u"echo"_s), {}).result().ok());
        QCOMPARE(callsOf(state.path()), 2);
        QCOMPARE(pluginOf(*host, translates).process.restarts, 1);
    }

    void aShortCallPassesLongOnes_data() { aLibraryTranslates_data(); }
    void aShortCallPassesLongOnes()
    {
        QFETCH(const bool, ownProcess);
        const QTemporaryDir state;
        auto host = started(libraryOptions(ownProcess, state.path()));
        StopSource first;
        StopSource others;
        const auto stopped = host->translate(translates, ask(u"wait"_s), first.get_token());
        QList<QFuture<Result<TranslateAnswer>>> waiting;
        for (int i = 0; i < 6; ++i)
            waiting.append(host->translate(translates, ask(u"wait"_s), others.get_token()));
        QTRY_COMPARE(callsOf(state.path()), 7);
        for (int i = 0; i < 20; ++i) {
            QVERIFY(host->translate(translates, ask(u"echo"_s), {}).result().ok());
            QVERIFY(host->previewTranslation(translates, ask(u"echo"_s), {}).result().ok());
        }
        first.request_stop(); // ends this one alone
        QCOMPARE(stopped.result().error().code, u"plugins.cancelled"_s);
        QCOMPARE(callsOf(state.path()), 27);
        for (const auto &one : waiting)
            QVERIFY(!one.isFinished());
        // More than run at once are answered in their turn.
        for (int i = 0; i < 6; ++i)
            waiting.append(host->translate(translates, ask(u"wait"_s), others.get_token()));
        const auto last = host->translate(translates, ask(u"echo"_s), {});
        others.request_stop();
        QVERIFY(last.result().ok());
        for (const auto &one : waiting)
            QCOMPARE(one.result().error().code, u"plugins.cancelled"_s);
    }

    /// Only the plugin knows what had left by then, and what that came to.
    void aCancelledCallSaysWhatCameOfIt_data() { aLibraryTranslates_data(); }
    void aCancelledCallSaysWhatCameOfIt()
    {
        QFETCH(const bool, ownProcess);
        const QTemporaryDir state;
        auto host = started(libraryOptions(ownProcess, state.path()));
        StopSource stop;
        const auto cancelled = host->translate(translates, ask(u"partly"_s), stop.get_token());
        QTRY_COMPARE(callsOf(state.path()), 1);
        stop.request_stop();
        const auto answer = cancelled.result();
        QVERIFY2(answer.ok(), answer ? "" : qPrintable(answer.error().message));
        QCOMPARE(answer->sentCharacters, 17);
        QCOMPARE(answer->translations.size(), 2);
        QVERIFY(!answer->translations[0].error && !answer->translations[0].text.isEmpty());
        QCOMPARE(answer->translations[1].error->code, u"queue.cancelled-sent"_s);
    }

    void nobodyWaitsLongForACancelledCall()
    {
        const QTemporaryDir state;
        HostOptions options = libraryOptions(true, state.path());
        options.supervision.inFlight = 2;
        auto host = started(options);
        StopSource stop;
        const auto hanging = host->translate(translates, ask(u"hang"_s), stop.get_token());
        const auto other = host->translate(translates, ask(u"hang"_s), {});
        const auto queued = host->translate(translates, ask(u"echo"_s), stop.get_token());
        QTRY_COMPARE(callsOf(state.path()), 2);
        QElapsedTimer time;
        time.start();
        stop.request_stop();
        QVERIFY(queued.isFinished()); // nothing of it has left
        QCOMPARE(queued.result().error().code, u"plugins.cancelled"_s);
        QVERIFY(!hanging.isFinished());
        QCOMPARE(hanging.result().error().code, u"plugins.not-answering"_s);
        QVERIFY2(time.elapsed() < 1000, qPrintable(QString::number(time.elapsed())));
        QVERIFY(!other.isFinished());
    }

    /// Its process has just come to an end, with what it had sent.
    void aCancelDuringACrashDoesNotSayThatNothingLeft()
    {
        const QTemporaryDir state;
        HostOptions options = libraryOptions(true, state.path());
        StopSource stop;
        options.onChange = [&](const QString &) {
            if (callsOf(state.path()) > 0)
                stop.request_stop();
        };
        auto host = started(options);
        const auto lost = host->translate(translates, ask(u"crash"_s), stop.get_token());
        QCOMPARE(lost.result().error().code, u"plugins.not-answering"_s);
    }

    void theEndStopsWhatRuns_data() { aLibraryTranslates_data(); }
    void theEndStopsWhatRuns()
    {
        QFETCH(const bool, ownProcess);
        const QTemporaryDir state;
        auto host = started(libraryOptions(ownProcess, state.path()));
        const auto first = host->translate(translates, ask(u"wait"_s), {});
        const auto second = host->translate(translates, ask(u"wait"_s), {});
        QTRY_COMPARE(callsOf(state.path()), 2);
        host->stop();
        // What had left by then is known by nobody when the process does not say it.
        const QString told = ownProcess ? u"plugins.not-answering"_s : u"plugins.cancelled"_s;
        QCOMPARE(first.result().error().code, told);
        QCOMPARE(second.result().error().code, told);
        const PluginInfo info = pluginOf(*host, translates);
        QCOMPARE(info.state, PluginState::Stopped);
        QVERIFY2(info.problems.isEmpty(), qPrintable(messagesOf(info.problems)));
    }

    void aCallThatHangsIsEnded()
    {
        const QTemporaryDir state;
        auto host = started(libraryOptions(true, state.path()));
        const auto hanging = host->translate(translates, ask(u"hang"_s), {});
        QTRY_COMPARE(callsOf(state.path()), 1);
        QVERIFY(host->translate(translates, ask(u"echo"_s), {}).result().ok());
        QElapsedTimer time;
        time.start();
        host->stop();
        QVERIFY(time.elapsed() < 2000);
        QVERIFY(!hanging.result().ok());
        QCOMPARE(pluginOf(*host, translates).state, PluginState::Failed);
        QVERIFY(messagesOf(pluginOf(*host, translates).problems).contains(u"had not come back"_s));
    }

    /// Nobody's texts are dropped because somebody asks about a newer revision of them.
    void aLaterRequestReplacesNone()
    {
        const QTemporaryDir state;
        HostOptions options = libraryOptions(true, state.path());
        options.supervision.inFlight = 1;
        auto host = started(options);
        StopSource stop;
        const auto running = host->translate(translates, ask(u"wait"_s), stop.get_token());
        const auto older = host->translate(translates, ask(u"echo"_s), {});
        TranslateRequest request = ask(u"echo"_s);
        for (SuggestSegment &segment : request.segments)
            ++segment.text.revision;
        const auto newer = host->translate(translates, request, {});
        stop.request_stop();
        QCOMPARE(running.result().error().code, u"plugins.cancelled"_s);
        QVERIFY(older.result().ok());
        QVERIFY(newer.result().ok());
    }

    void aProgramInPythonTranslates()
    {
        VersatilePlugin plugin;
        if (!plugin.isUsable())
            QSKIP("There is no python3 on this machine, which the plugin is written in.");
        auto host = started(plugin.options());
        QCOMPARE(host->providersOf(u"verbale.translate/1"_s), QStringList{versatile});
        QList<qint64> told;
        const auto answer = host->translate(versatile, ask(u"office"_s), {},
                                            [&](qint64 done, qint64 total) { told << done << total; })
                                .result();
        QVERIFY2(answer.ok(), answer ? "" : qPrintable(answer.error().message));
        QCOMPARE(answer->translations.size(), 2);
        QCOMPARE(answer->translations[0].text, u"office: \uFFFCBộ trưởng\uFFFC"_s);
        QCOMPARE(answer->translations[0].codes, (QList<qsizetype>{0, 1}));
        QCOMPARE(answer->translations[1].error->code, u"versatile.question"_s);
        QCOMPARE(answer->engineName, u"Versatile office"_s);
        QCOMPARE(answer->sentCharacters, 11);
        QVERIFY2(answer->warnings.isEmpty(), qPrintable(answer->warnings.join(u'\n')));
        QVERIFY(!told.isEmpty());
    }

    void whatAProgramInPythonDoesWrong_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("told");
        QTest::newRow("nothing") << QByteArray(R"({"translations": []})")
                                 << u"plugins.bad-answer plugins.bad-answer | did not answer for a segment"_s;
        QTest::newRow("an older revision")
            << QByteArray(R"({"translations": [{"segmentId": "7", "revision": 2, "text": "x"},
                {"segmentId": "8", "revision": 4, "text": "Where?"}]})")
            << u"plugins.bad-answer Where? | another revision of the segment"_s;
        QTest::newRow("another order")
            << QByteArray(R"({"translations": [{"segmentId": "8", "revision": 4, "text": "Where?"},
                {"segmentId": "7", "revision": 3, "text": "Minister"}]})")
            << u"Minister Where?"_s;
        QTest::newRow("codes that the source does not have")
            << QByteArray(R"({"translations": [{"segmentId": "7", "revision": 3, "text": "Minister"},
                {"segmentId": "8", "revision": 4, "text": "Where\uFFFC?"}]})")
            << u"Minister plugins.bad-answer | inline codes are not those of the source"_s;
        QTest::newRow("another form")
            << QByteArray(R"({"translations": {}})") << u"protocol.value: translations has to be a list."_s;
    }
    void whatAProgramInPythonDoesWrong()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const QString, told);
        const VersatilePlugin plugin(R"({"verbale.translate/1": {"answer": )" + answer + "}}");
        if (!plugin.isUsable())
            QSKIP("There is no python3 on this machine, which the plugin is written in.");
        auto host = started(plugin.options());
        const auto result = host->translate(versatile, ask(u"office"_s), {}).result();
        if (!result) {
            QCOMPARE(result.error().code + u": "_s + result.error().message, told);
            return;
        }
        QStringList words;
        for (const Translation &translation : result->translations)
            words.append(translation.error ? translation.error->code : translation.text);
        QCOMPARE(words.join(u' '), told.section(u" | "_s, 0, 0));
        const QString said = result->warnings.join(u' ');
        QVERIFY2(said.contains(told.section(u" | "_s, 1)), qPrintable(said));
        QCOMPARE(said.isEmpty(), !told.contains(u'|'));
    }
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestTranslateCalls)
#include "tst_translate_calls.moc"
