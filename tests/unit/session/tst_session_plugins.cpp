// What plugins in processes of their own do for the session: files of their formats, commands, alignment,
// translations.
#include "session/align.h"
#include "session/assist.h"
#include "session/machine_translation.h"
#include "session/plugin_commands.h"
#include "session/plugin_formats.h"
#include "session/validate.h"

#include "document/segmentation.h"
#include "host/host_state.h"
#include "host/plugin_library.h"
#include "versatile_plugin.h"

using namespace verbale;
using namespace Qt::StringLiterals;

namespace {

const QByteArray keyValues = "#kv of somebody\n"
                             "title=Thư mời %s họp\n"
                             "body=Hai bên <b>nhất trí</b> hợp tác. Cuộc họp có %d người.\n"
                             "empty=\n"
                             "done=Xin chào || Hello\n"
                             "broken line\n";

} // namespace

class tst_SessionPlugins : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void readsFilesOfItsFormat();
    void writesThemBack();
    void theWorkingFileHoldsItAll();
    void changedOriginalsAreNotWritten();
    void anEmptyFileIsNoTranslation();
    void documentsOfOtherProgramsAreNotWritten();
    void numbersOfCodesThatCannotBeKept();
    void leavesOtherFilesAlone();
    void failuresOfFormats_data();
    void failuresOfFormats();
    void commands();
    void commandsOnEditedSegments();
    void aligns();
    void nobodyAligns();
    void slowOnesDoNotHoldUpTheOthers();
    void waitsForAllAndNamesThoseThatFail();
    void translationsOfAPart();
    void redactedInAPart();
    void translatorInQuarantine();
    void translationsOfWhatWasEditedMeanwhile();

private:
    Result<session::OpenedDocument> open(host::PluginHost &host, const QString &path)
    {
        Result<std::optional<session::OpenedDocument>> opened = session::openWithPlugin(path, {}, host);
        if (!opened)
            return opened.error();
        if (!*opened)
            return Error{u"test.not-taken"_s, u"No plugin took it."_s};
        return **opened;
    }
    QString put(const QByteArray &bytes, const QString &name = u"words.kv"_s)
    {
        const QString path = m_folder.filePath(name);
        return host::writeFile(path, bytes) ? path : QString();
    }

    QTemporaryDir m_folder;
    host::VersatilePlugin m_plugin;
};

/// A host that runs.
struct Running
{
    explicit Running(const host::HostOptions &options) : host(options)
    {
        host.discover();
        host.start();
    }
    host::PluginHost host;
};

void tst_SessionPlugins::initTestCase()
{
    if (!m_plugin.isUsable())
        QSKIP("python3 is not installed");
}

void tst_SessionPlugins::readsFilesOfItsFormat()
{
    Running running(m_plugin.options());
    const QString path = put(keyValues);
    QVERIFY(session::isPluginFile(running.host, path));
    const auto opened = open(running.host, path);
    QVERIFY2(opened.ok(), qPrintable(opened.ok() ? QString() : opened.error().text()));
    const Document &document = opened->document;
    QCOMPARE(opened->readBy, u"Versatile"_s);
    QCOMPARE(opened->workingFile, m_folder.filePath(u"words.xlf"_s));
    QVERIFY(opened->isText());
    QCOMPARE(document.originalName, u"words.kv"_s);
    QCOMPARE(document.sourceLanguage, u"vi"_s);
    QCOMPARE(document.targetLanguage, u"en"_s);
    QCOMPARE(document.units.size(), 3); // the empty one is nothing to translate
    QCOMPARE(document.units[0].notes.first().text, u"The key is title."_s);
    QCOMPARE(document.units[0].segments[0].source.codes.first().data, u"%s"_s);
    QCOMPARE(document.units[1].segments.size(), 2);
    QCOMPARE(document.units[1].segments[0].source.text, u"Hai bên \uFFFCnhất trí\uFFFC hợp tác."_s);
    QCOMPARE(document.units[2].segments[0].target.text, u"Hello"_s);
}

void tst_SessionPlugins::writesThemBack()
{
    Running running(m_plugin.options());
    const QString path = put(keyValues);
    auto opened = open(running.host, path);
    QVERIFY(opened.ok());
    Document &document = opened->document;
    // The second sentence alone, with its code; the first stays as it is.
    Segment &segment = document.units[1].segments[1];
    segment.target = segment.source;
    segment.target.text = u"\uFFFC people came."_s;
    segment.hasTarget = true;
    const auto written = session::exportWithPlugin(document, m_folder.filePath(u"words.xlf"_s), running.host);
    QVERIFY2(written.ok(), qPrintable(written.ok() ? QString() : written.error().text()));
    QVERIFY(written->has_value());
    QCOMPARE(QString::fromUtf8((*written)->bytes),
             QString::fromUtf8("#kv of somebody\n"
                               "title=Thư mời %s họp\n"
                               "body=Hai bên <b>nhất trí</b> hợp tác. %d people came.\n"
                               "empty=\n"
                               "done=Hello\n"
                               "broken line\n"));
    QFile original(path);
    QVERIFY(original.open(QIODevice::ReadOnly));
    QCOMPARE(original.readAll(), keyValues);
}

void tst_SessionPlugins::theWorkingFileHoldsItAll()
{
    Running running(m_plugin.options());
    const auto opened = open(running.host, put(keyValues));
    QVERIFY(opened.ok());
    const QString xliff = m_folder.filePath(u"words.xlf"_s);
    QVERIFY(session::saveDocument(opened->document, xliff).ok());
    const Result<session::OpenedDocument> again = session::openDocument(xliff);
    QVERIFY(again.ok());
    QCOMPARE(again->document.units.size(), 3);
    for (qsizetype i = 0; i < 3; ++i)
        QCOMPARE(unitSource(again->document.units[i]).text, unitSource(opened->document.units[i]).text);
    QFile file(xliff);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    const Result<conformance::Report> report = session::validateBytes(bytes, xliff);
    QVERIFY(report.ok());
    QVERIFY2(report->isValid(), bytes.constData());
    const auto written = session::exportWithPlugin(again->document, xliff, running.host);
    QVERIFY(written.ok() && written->has_value());
    QVERIFY((*written)->bytes.contains("title=Thư mời %s họp\n"));
    QVERIFY(session::existingWorkingFile(m_folder.filePath(u"words.kv"_s)) == xliff);
    QVERIFY(QFile::remove(xliff));
}

void tst_SessionPlugins::changedOriginalsAreNotWritten()
{
    Running running(m_plugin.options());
    const auto opened = open(running.host, put(keyValues));
    QVERIFY(opened.ok());
    put("#kv of somebody\ntitle=Another one\n");
    const QString xliff = m_folder.filePath(u"words.xlf"_s);
    const auto written = session::exportWithPlugin(opened->document, xliff, running.host);
    QVERIFY(!written.ok());
    QCOMPARE(written.error().code, u"format.changed"_s);
    // Where it is gone, nobody writes one; the caller has other forms.
    QVERIFY(QFile::remove(m_folder.filePath(u"words.kv"_s)));
    const auto gone = session::exportWithPlugin(opened->document, xliff, running.host);
    QVERIFY(gone.ok() && !gone->has_value());
}

void tst_SessionPlugins::anEmptyFileIsNoTranslation()
{
    const host::VersatilePlugin plugin(R"({"verbale.format/1/write": {"answer": {"bytes": ""}}})");
    Running running(plugin.options());
    const QString path = put(keyValues);
    const auto opened = open(running.host, path);
    QVERIFY(opened.ok());
    const auto written =
        session::exportWithPlugin(opened->document, m_folder.filePath(u"words.xlf"_s), running.host);
    QVERIFY(!written.ok());
    QCOMPARE(written.error().code, u"format.empty"_s);
    QVERIFY2(written.error().text().startsWith(path + u": Versatile: "_s),
             qPrintable(written.error().text()));
}

void tst_SessionPlugins::documentsOfOtherProgramsAreNotWritten()
{
    Running running(m_plugin.options());
    const auto opened = open(running.host, put(keyValues));
    QVERIFY(opened.ok());
    Document document = opened->document;
    for (const char *id : {"greeting", "x"}) { // "x1" is not "u1" either
        for (Unit &unit : document.units)
            unit.id = QLatin1String(id) + QString::number(&unit - document.units.constData() + 1);
        const auto written =
            session::exportWithPlugin(document, m_folder.filePath(u"words.xlf"_s), running.host);
        QVERIFY2(written.ok() && !written->has_value(), id);
    }
}

void tst_SessionPlugins::numbersOfCodesThatCannotBeKept()
{
    const host::VersatilePlugin plugin(R"({"verbale.format/1/read": {"answer": {"units": [{"id": "1",
        "source": "a \ufffc b \ufffc c \ufffc d \ufffc", "codes": [
        {"kind": "standalone", "number": 2147483647, "data": "<i/>"},
        {"kind": "standalone", "number": 2147483647, "data": "<j/>"},
        {"kind": "standalone", "number": 1, "data": "<k/>"},
        {"kind": "standalone", "number": 0, "data": "<l/>"}]}]}}})");
    Running running(plugin.options());
    const auto opened = open(running.host, put(keyValues));
    QVERIFY2(opened.ok(), qPrintable(opened.ok() ? QString() : opened.error().text()));
    QStringList ids;
    for (const InlineCode &code : unitSource(opened->document.units.first()).codes)
        ids.append(code.id);
    QCOMPARE(ids, (QStringList{u"c2147483647"_s, u"c2"_s, u"c1"_s, u"c3"_s}));
}

void tst_SessionPlugins::leavesOtherFilesAlone()
{
    const host::VersatilePlugin greedy;
    QVERIFY(greedy.nameExtensions({u"kv"_s, u"txt"_s, u"md"_s, u"xlf"_s, u"kv.xlf"_s, u"xliff"_s,
                                   u"sdlxliff"_s, u"mqxliff"_s, u"mxliff"_s}));
    Running running(greedy.options());
    for (const QString &name :
         {u"words.txt"_s, u"words.md"_s, u"words.kv.xlf"_s, u"words.xliff"_s, u"words.sdlxliff"_s,
          u"WORDS.SDLXLIFF"_s, u"words.mqxliff"_s, u"words.mxliff"_s}) {
        const QString path = u"/somewhere/"_s + name;
        QVERIFY2(session::isOwnFormat(path), qPrintable(name));
        QVERIFY2(!session::isPluginFile(running.host, path), qPrintable(name));
        // Nor is it asked: the file is not even read.
        QCOMPARE(open(running.host, path).error().code, u"test.not-taken"_s);
    }
    QVERIFY(!session::isOwnFormat(u"/somewhere/WORDS.KV"_s));
    QVERIFY(session::isPluginFile(running.host, u"/somewhere/WORDS.KV"_s));
    // The name fits, but the plugin looks at it and does not take it.
    const QString path = put("Xin chào.\n", u"other.kv"_s);
    QCOMPARE(open(running.host, path).error().code, u"test.not-taken"_s);
    QCOMPARE(running.host.formats().first().name, u"Key and value"_s);
}

void tst_SessionPlugins::failuresOfFormats_data()
{
    QTest::addColumn<QByteArray>("behaviour");
    QTest::addColumn<QString>("words");
    QTest::newRow("detect") << QByteArray(R"({"verbale.format/1/detect": {"error": "no idea"}})")
                            << u"Versatile: no idea"_s;
    QTest::newRow("read") << QByteArray(R"({"verbale.format/1/read": {"error": "line 3 is odd"}})")
                          << u"Versatile: line 3 is odd"_s;
    QTest::newRow("crash") << QByteArray(R"({"verbale.format/1/read": {"crash": true}})")
                           << u"exit status 9"_s;
    QTest::newRow("hang") << QByteArray(R"({"verbale.format/1/read": {"hang": true}})")
                          << u"did not answer verbale.format/1/read within"_s;
}

void tst_SessionPlugins::failuresOfFormats()
{
    QFETCH(const QByteArray, behaviour);
    QFETCH(const QString, words);
    const host::VersatilePlugin plugin(behaviour);
    host::HostOptions options = plugin.options();
    options.supervision.callTimeLimit = std::chrono::milliseconds(behaviour.contains("hang") ? 700 : 30'000);
    Running running(options);
    const QString path = put(keyValues);
    const auto opened = open(running.host, path);
    QVERIFY(!opened.ok());
    QVERIFY2(opened.error().text().contains(words), qPrintable(opened.error().text()));
    QVERIFY(opened.error().text().startsWith(path + u": Versatile: "_s));
    QVERIFY(opened.error().code.startsWith(u"plugins."_s));
}

void tst_SessionPlugins::commands()
{
    Running running(m_plugin.options());
    const auto opened = open(running.host, put(keyValues));
    QVERIFY(opened.ok());
    Document document = opened->document;
    const auto listed = running.host.commands(u"test.versatile"_s, {u"vi"_s}, {}).result();
    QVERIFY(listed.ok());
    QCOMPARE(listed->commands.first().title, u"Chữ hoa"_s);
    document.units[0].segments[0].locked = true;
    const CommandRunRequest request = session::commandRequest(document, {}, u"upper"_s);
    QCOMPARE(request.segments.size(), 3); // without the locked one
    const auto answer = running.host.runCommand(u"test.versatile"_s, request, {}).result();
    QVERIFY(answer.ok());
    const session::CommandChanges changes = session::changesOf(document, request, *answer);
    QCOMPARE(changes.targets.size(), 1); // the others have no target and get none
    QCOMPARE(changes.targets[0].text.text, u"HELLO"_s);
    QCOMPARE(changes.outdated, 0);
    QCOMPARE(changes.mended, 0);
}

void tst_SessionPlugins::commandsOnEditedSegments()
{
    Document document;
    Unit unit;
    unit.id = u"u1"_s;
    for (int i = 0; i < 3; ++i) {
        Segment segment;
        segment.id = u"s%1"_s.arg(i + 1);
        segment.source.text = u"một \uFFFC"_s;
        segment.source.codes = {{InlineCode::Kind::Standalone, u"1"_s, u"<ph id=\"1\"/>"_s, {}, {}, {}}};
        segment.target = segment.source;
        unit.segments.append(segment);
    }
    document.units = {unit};
    const CommandRunRequest request = session::commandRequest(document, {{0, 0}, {0, 1}}, u"x"_s);
    CommandRunAnswer answer;
    for (int i = 0; i < 3; ++i)
        answer.edits.append({document.segmentKey({0, i}), 0, u"one"_s});
    answer.edits.append({u"f1/u9/s9"_s, 0, u"nobody"_s});
    document.at({0, 1}).revision = 1; // edited meanwhile
    const session::CommandChanges changes = session::changesOf(document, request, answer);
    QCOMPARE(changes.targets.size(), 1); // the third was not sent
    QCOMPARE(changes.outdated, 1);
    QCOMPARE(changes.mended, 1);
    QCOMPARE(changes.targets[0].text.codes.size(), 1); // put in again
}

void tst_SessionPlugins::aligns()
{
    const QString vi = put("một\n\nhai\nba\n", u"a.txt"_s);
    const QString en = put("one\ntwo\n", u"b.txt"_s);
    const auto source = session::sideFromLines(vi, u"vi"_s);
    const auto target = session::sideFromLines(en, u"en"_s);
    QVERIFY(source.ok() && target.ok());
    Running running(m_plugin.options());
    const auto alignment = session::align(*source, *target, running.host);
    QVERIFY2(alignment.ok(), qPrintable(alignment.ok() ? QString() : alignment.error().text()));
    QCOMPARE(alignment->plugin, u"Versatile"_s);
    QCOMPARE(session::alignmentTable(*alignment, *source, *target),
             QByteArrayLiteral("vi_lines\ten_lines\tscore\n1\t1\t0.500\n3\t2\t0.500\n4\t\t0.000\n"));
    const Document document = session::alignmentDocument(*alignment, *source, *target);
    QCOMPARE(document.units.size(), 2);
    QCOMPARE(document.units[1].segments[0].target.text, u"two"_s);
    QCOMPARE(document.units[1].segments[0].state, SegmentState::Translated);
}

void tst_SessionPlugins::nobodyAligns()
{
    host::HostOptions options;
    options.safeMode = true;
    Running running(options);
    const session::AlignedSide side{u"a"_s, u"vi"_s, {u"một"_s}, {1}};
    QCOMPARE(session::align(side, side, running.host).error().code, u"align.no-provider"_s);
    const host::VersatilePlugin failing(R"({"verbale.align/1": {"error": "too long"}})");
    Running other(failing.options());
    const Error error = session::align(side, side, other.host).error();
    QCOMPARE(error.message, u"Versatile: too long"_s);
}

/// A question is out at once, and what has come can be had while another plugin hangs.
void tst_SessionPlugins::slowOnesDoNotHoldUpTheOthers()
{
    const host::VersatilePlugin hanging(R"({"verbale.terms/1": {"hang": true}})");
    QVERIFY(hanging.isUsable());
    host::HostOptions options = hanging.options();
    options.supervision.callTimeLimit = std::chrono::milliseconds(60'000);
    Running running(options);
    Document document;
    document.sourceLanguage = u"vi"_s;
    Unit unit;
    unit.id = u"u1"_s;
    Segment segment;
    segment.id = u"s1"_s;
    segment.source.text = u"tăng cường"_s;
    unit.segments = {segment};
    document.units = {unit};
    StopSource stop;
    auto question = session::askForTerms(document, {}, running.host, {}, stop.get_token());
    QVERIFY(question.ok());
    QCOMPARE(question->answers.size(), 1);
    QVERIFY(!question->answers[0].isFinished());
    stop.request_stop();
    question->answers[0].waitForFinished();
    QCOMPARE(question->answers[0].result().error().code, u"plugins.cancelled"_s);
}

void tst_SessionPlugins::waitsForAllAndNamesThoseThatFail()
{
    const host::VersatilePlugin plugin(R"({"verbale.terms/1": {"delay": 0.3},
        "verbale.suggest/1": {"crash": true}, "verbale.receipts/1": {"error": "no idea"}})");
    Running running(plugin.options());
    const auto opened = open(running.host, put(keyValues));
    QVERIFY(opened.ok());
    const Document &document = opened->document;
    const auto terms = session::findTerms(document, {}, running.host, {});
    QVERIFY(terms.ok());
    QCOMPARE(terms->segments.size(), 4);
    const auto suggestions = session::suggest(document, {}, running.host);
    QVERIFY(!suggestions.ok());
    QVERIFY2(suggestions.error().message.startsWith(u"Versatile: "_s) &&
                 suggestions.error().message.contains(u"exit status 9"_s),
             qPrintable(suggestions.error().text()));
    const auto receipts = session::findReceipts(document, {}, running.host, {});
    QCOMPARE(receipts.error().text(), u"Versatile: no idea"_s);
}

namespace {

Document documentOfSentences(const QStringList &sentences)
{
    Document document;
    document.sourceLanguage = u"vi"_s;
    document.targetLanguage = u"en"_s;
    Unit unit;
    unit.id = u"u1"_s;
    for (const QString &sentence : sentences) {
        Segment segment;
        segment.id = u"s%1"_s.arg(unit.segments.size() + 1);
        segment.source.text = sentence;
        unit.segments.append(segment);
    }
    document.units = {unit};
    return document;
}

QStringList askedFor(const Result<session::TranslateQuestion> &question)
{
    QStringList ids;
    for (const SuggestSegment &segment : question->request.segments)
        ids.append(segment.text.id.section(u'/', -1));
    return ids;
}

} // namespace

void tst_SessionPlugins::translationsOfAPart()
{
    Running running(m_plugin.options());
    Document document = documentOfSentences({u"một"_s, u"hai"_s, u"12"_s, u"bốn"_s, u"năm"_s});
    document.at({0, 1}).revision = 1; // edited, and emptied again
    document.at({0, 3}).hasTarget = true;
    document.at({0, 3}).target.text = u"four"_s;
    session::MachineOptions options;
    options.redactor = *session::Redactor::load({}, u"vi"_s, u"en"_s);
    options.engine = u"test.versatile"_s;
    options.document = u"/a.txt"_s;
    QCOMPARE(askedFor(session::translateQuestion(document, running.host, options)),
             (QStringList{u"s1"_s, u"s5"_s}));
    QCOMPARE(askedFor(session::translateQuestion(document, running.host, options, {{0, 4}, {0, 3}})),
             (QStringList{u"s5"_s}));
    options.evenEdited = true;
    QCOMPARE(askedFor(session::translateQuestion(document, running.host, options, {{0, 1}, {0, 2}, {0, 3}})),
             (QStringList{u"s2"_s, u"s4"_s}));
    document.at({0, 1}).locked = true;
    QCOMPARE(askedFor(session::translateQuestion(document, running.host, options, {{0, 1}})), QStringList());
    options.redactor.reset();
    QCOMPARE(session::translateQuestion(document, running.host, options).error().code, u"mt.no-redactor"_s);
    options.engine = u"deepl"_s; // nobody has it
    QCOMPARE(session::translateQuestion(document, running.host, options).error().code, u"mt.no-plugin"_s);
}

/// The parts of a whole count what was redacted in their own segments.
void tst_SessionPlugins::redactedInAPart()
{
    Running running(m_plugin.options());
    Document document = documentOfSentences({u"Ông Nguyễn Văn An đến."_s, u"Bà Lê Thị Bé đến."_s});
    session::MachineOptions options;
    options.redactor = *session::Redactor::load({true, false, {}}, u"vi"_s, u"en"_s);
    options.engine = u"test.versatile"_s;
    const auto question = session::translateQuestion(document, running.host, options);
    QVERIFY(question.ok());
    session::MachineReport report;
    for (const SuggestSegment &segment : question->request.segments) {
        session::TranslateQuestion part = *question;
        part.request.segments = {segment};
        session::takeTranslations(document, part, {}, report);
    }
    QCOMPARE(report.asked, 2);
    QCOMPARE(report.redacted.persons, 2);
}

/// Who has no plugin any more for its crashes is told the way back.
void tst_SessionPlugins::translatorInQuarantine()
{
    const host::VersatilePlugin plugin;
    const QString path = plugin.folder() + u"/versatile/plugin.json"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray descriptor = file.readAll().replace("test.versatile", "org.verbale.machine-translation");
    file.close();
    QVERIFY(host::writeFile(path, descriptor));
    host::PluginHost before(plugin.options());
    before.discover();
    QCOMPARE(before.plugins().size(), 1);
    const QString stamp = host::libraryStamp(before.plugins().constFirst().descriptor);
    QVERIFY(host::HostState(plugin.state()).change([&stamp](host::HostMemory &memory) {
        memory.quarantine.insert(session::machineTranslationPlugin, {u"It crashed."_s, stamp});
    }));
    Running running(plugin.options());
    session::MachineOptions options;
    options.redactor = *session::Redactor::load({}, u"vi"_s, u"en"_s);
    options.engine = u"deepl"_s;
    const auto question = session::translateQuestion(documentOfSentences({u"một"_s}), running.host, options);
    QCOMPARE(question.error().code, u"mt.no-plugin"_s);
    QVERIFY2(question.error().message.contains(u"plugins enable org.verbale.machine-translation"_s),
             qPrintable(question.error().message));
}

void tst_SessionPlugins::translationsOfWhatWasEditedMeanwhile()
{
    Running running(m_plugin.options());
    Document document = documentOfSentences({u"một"_s, u"hai"_s, u"ba?"_s, u"bốn"_s});
    session::MachineOptions options;
    options.redactor = *session::Redactor::load({}, u"vi"_s, u"en"_s);
    options.engine = u"test.versatile"_s;
    const auto question = session::translateQuestion(document, running.host, options);
    QVERIFY(question.ok());
    const auto answer = running.host.translate(question->pluginId, question->request, {}).result();
    QVERIFY2(answer.ok(), qPrintable(answer.ok() ? QString() : answer.error().text()));
    document.at({0, 1}).revision = 1;
    session::MachineReport report;
    session::takeTranslations(document, *question, *answer, report);
    QCOMPARE(report.asked, 4);
    QCOMPARE(report.translated, 3);
    QCOMPARE(report.troubles.size(), 1);
    QCOMPARE(document.at({0, 0}).suggestions.size(), 1);
    QVERIFY(document.at({0, 1}).suggestions.isEmpty());

    // As an edit: of those that are named, and can be undone.
    const StructureEdit edit = session::machineTargets(document, report.engineName, {{0, 0}, {0, 1}, {0, 2}});
    QCOMPARE(edit.units.size(), 1);
    EditHistory history;
    history.apply(document, edit);
    QCOMPARE(document.at({0, 0}).target.text, u"test.versatile: một"_s);
    QCOMPARE(document.at({0, 0}).subState, session::machineTranslated);
    QCOMPARE(document.at({0, 0}).state, SegmentState::Initial);
    for (const qsizetype other : {1, 2, 3})
        QVERIFY(!document.at({0, other}).hasTarget);
    QVERIFY(session::machineTargets(document, report.engineName, {{0, 0}, {0, 1}}).units.isEmpty());
    history.undo(document);
    QVERIFY(!document.at({0, 0}).hasTarget);
}

QTEST_GUILESS_MAIN(tst_SessionPlugins)
#include "tst_session_plugins.moc"
