// draft --mt and ledger, with a plugin of somebody else's that translates.
#include "command_line_test.h"

#include "versatile_plugin.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>

using namespace verbale;
using namespace verbale::commandline::testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray text =
    "Thư mời họp\n\nBộ Ngoại giao tăng cường hợp tác. Cuộc họp có bắt đầu lúc chín giờ sáng "
    "không?\n";
const QString engine = u"test.versatile"_s;

QJsonObject machineOf(const Outcome &outcome)
{
    return QJsonDocument::fromJson(outcome.out.toUtf8())[u"files"][0][u"machineTranslation"].toObject();
}

/// A service that answers, as the engine "office" of s.json.
bool startService(QProcess &service, Workplace &place, const QStringList &manners = {},
                  const QJsonObject &redact = {})
{
    service.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    service.start(u"python3"_s,
                  QStringList{QStringLiteral(SOURCES "/translating_service.py"), place.path(u"journal"_s)} +
                      manners);
    if (!service.waitForReadyRead(20'000))
        return false;
    const QString address =
        u"http://127.0.0.1:"_s + QString::fromLatin1(service.readAllStandardOutput().trimmed());
    const QJsonObject office{{u"type"_s, u"libretranslate"_s}, {u"address"_s, address}};
    QJsonObject machine{{u"engines"_s, QJsonObject{{u"office"_s, office}}}};
    if (!redact.isEmpty())
        machine.insert(u"redact"_s, redact);
    place.put(u"s.json"_s, QJsonDocument(QJsonObject{{u"machineTranslation"_s, machine}}).toJson());
    return true;
}

void endService(QProcess &service)
{
    service.kill();
    service.waitForFinished();
}

const QString secretText =
    u"Thủ tướng Trần Thuý Hoà hội đàm tại Hà Nội ngày 17/8/2031 về Chiến dịch Hoa Sen với "
    u"4.711 người.\n\nBà Hoà và Smithson cảm ơn ông John Smithson.\n"_s;
const QStringList secretParts{u"trần"_s,    u"thuý"_s, u"hoà"_s,  u"smithson"_s, u"john"_s,
                              u"hoa sen"_s, u"17"_s,   u"2031"_s, u"4.711"_s};

QStringList redacted(const QString &list)
{
    return {u"draft"_s,      u"a.txt"_s,  u"--mt"_s,     u"office"_s, u"--json"_s,
            u"--settings"_s, u"s.json"_s, u"--redact"_s, list};
}

} // namespace

class tst_CommandLineMachine : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void whatIsLeftIsTranslated();
    void targetsAreMarkedInEveryVersion_data();
    void targetsAreMarkedInEveryVersion();
    void aFailingEngineCostsNoDraft();
    void markedTextsStayHere_data();
    void markedTextsStayHere();
    void theUsersEngineComesBeforeAPluginOfItsName();
    void matchesOfTheFileAreNoAnswers();
    void onlyMachinesTermsAreCounted();
    void theAuthorsVerbsSendNothing();
    void enginesHaveToBeSetUp();
    void keysDoNotBelongInFiles();
    void nothingHasLeft();
    void aServiceIsPaidOnceAndTheLedgerSaysWhatLeft();
    void whatIsRedactedDoesNotLeave_data();
    void whatIsRedactedDoesNotLeave();
    void aTranslationWithoutThePlacesIsNotUsed();
    void redactionHasToBeUnderstood();
    void remarksAreNotesOfTheDraft();
    void aPreviewSendsNothing();
};

void tst_CommandLineMachine::initTestCase()
{
    if (!host::VersatilePlugin().isUsable())
        QSKIP("python3 is not installed");
}

void tst_CommandLineMachine::whatIsLeftIsTranslated()
{
    Workplace place;
    const host::VersatilePlugin plugin;
    place.put(u"a.txt"_s, text);
    const QStringList verb{u"draft"_s, u"a.txt"_s, u"--mt"_s, engine, u"--plugin-path"_s, plugin.folder()};
    const Outcome drafted = place.run(verb + QStringList{u"--json"_s});
    QVERIFY2(drafted.status == 0, drafted.text().constData());
    const QJsonObject machine = machineOf(drafted);
    QCOMPARE(machine[u"engine"].toString(), u"Versatile "_s + engine);
    QCOMPARE(machine[u"asked"].toInt(), 3);
    QCOMPARE(machine[u"targets"].toInt(), 2);
    QCOMPARE(machine[u"troubles"].toArray().size(), 1);
    QCOMPARE(machine[u"troubles"][0][u"segments"].toInt(), 1);
    QVERIFY2(drafted.err.contains(u"Without a machine translation: 1 ("_s), drafted.text().constData());
    const QByteArray xliff = place.content(u"a.xlf"_s);
    QCOMPARE(xliff.count("subState=\"verbale:machine-translated\""), 2);
    QVERIFY(xliff.contains("origin=\"Versatile " + engine.toUtf8() + "\""));
    QVERIFY(!xliff.contains("state=\"translated\""));

    // Nobody has worked on it: it may be drafted again, with and without the engine.
    const Outcome again = place.run(verb);
    QVERIFY2(again.status == 0 && again.out.contains(u"machine"_s), again.text().constData());
    const Outcome without = place.run({u"draft"_s, u"a.txt"_s});
    QVERIFY2(without.status == 0, without.text().constData());
    QVERIFY(!place.content(u"a.xlf"_s).contains("machine-translated"));
}

void tst_CommandLineMachine::targetsAreMarkedInEveryVersion_data()
{
    QTest::addColumn<QString>("version");
    for (const char *version : {"1.2", "2.0", "2.1", "2.2"})
        QTest::newRow(version) << QString::fromLatin1(version);
}

void tst_CommandLineMachine::targetsAreMarkedInEveryVersion()
{
    QFETCH(QString, version);
    Workplace place;
    const host::VersatilePlugin plugin;
    place.put(u"a.txt"_s, text);
    const Outcome drafted = place.run({u"draft"_s, u"a.txt"_s, u"--mt"_s, engine, u"--plugin-path"_s,
                                       plugin.folder(), u"--xliff"_s, version});
    QVERIFY2(drafted.status == 0, drafted.text().constData());
    QCOMPARE(place.content(u"a.xlf"_s).count("verbale:machine-translated\""), 2);
    const Outcome valid = place.run({u"validate"_s, u"a.xlf"_s});
    QVERIFY2(valid.status == 0, valid.text().constData());
    const Outcome counted = place.run({u"stats"_s, u"a.xlf"_s, u"--json"_s});
    const QJsonObject counts = QJsonDocument::fromJson(counted.out.toUtf8())[u"files"][0].toObject();
    QCOMPARE(counts[u"pretranslated"].toInt(), 2);
    QCOMPARE(counts[u"confirmed"].toInt(), 0);
}

void tst_CommandLineMachine::aFailingEngineCostsNoDraft()
{
    Workplace place;
    const host::VersatilePlugin plugin(R"({"verbale.translate/1": {"error": "the service is closed"}})");
    place.put(u"a.txt"_s, text);
    const Outcome drafted =
        place.run({u"draft"_s, u"a.txt"_s, u"--mt"_s, engine, u"--plugin-path"_s, plugin.folder()});
    QVERIFY2(drafted.status == 0, drafted.text().constData());
    QVERIFY2(drafted.err.contains(u"Nothing is machine-translated"_s) &&
                 drafted.err.contains(u"the service is closed"_s),
             drafted.text().constData());
    QVERIFY(place.files().contains(u"a.xlf"_s));
}

void tst_CommandLineMachine::markedTextsStayHere_data()
{
    QTest::addColumn<QByteArray>("marking");
    QTest::addColumn<QStringList>("options");
    const QStringList whole{u"--whole-file"_s};
    QTest::addColumn<QString>("handling");
    QTest::addColumn<bool>("mayLeave");
    QTest::newRow("not marked") << QByteArray() << QStringList() << QString() << true;
    QTest::newRow("marked") << QByteArray("MẬT\n\n") << whole << QString() << false;
    QTest::newRow("marked, internal allowed") << QByteArray("MẬT\n\n") << whole << u"internal"_s << false;
    QTest::newRow("marked and allowed") << QByteArray("MẬT\n\n") << whole << u"mat"_s << true;
    QTest::newRow("marked where it is left out")
        << QByteArray("Trang chủ | Tin tức | Liên hệ\n\nMẬT\n\n") << QStringList() << QString() << false;
    QTest::newRow("told") << QByteArray() << QStringList{u"--handling"_s, u"internal"_s} << QString()
                          << false;
    QTest::newRow("told and allowed")
        << QByteArray() << QStringList{u"--handling"_s, u"internal"_s} << u"internal"_s << true;
    QTest::newRow("told less than marked")
        << QByteArray("TUYỆT MẬT\n\n") << QStringList{u"--handling"_s, u"open"_s} << u"toi-mat"_s << false;
}

void tst_CommandLineMachine::markedTextsStayHere()
{
    QFETCH(QByteArray, marking);
    QFETCH(QStringList, options);
    QFETCH(QString, handling);
    QFETCH(bool, mayLeave);
    Workplace place;
    place.put(u"a.txt"_s, marking + text);
    // A port at which nobody is: what may leave comes to know that.
    QJsonObject office{{u"type"_s, u"libretranslate"_s}, {u"address"_s, u"http://127.0.0.1:9"_s}};
    if (!handling.isEmpty())
        office.insert(u"handling"_s, handling);
    const QJsonObject settings{
        {u"machineTranslation"_s, QJsonObject{{u"engines"_s, QJsonObject{{u"office"_s, office}}}}}};
    place.put(u"s.json"_s, QJsonDocument(settings).toJson());
    const Outcome drafted = place.run(QStringList{u"draft"_s, u"a.txt"_s, u"--mt"_s, u"office"_s,
                                                  u"--settings"_s, place.path(u"s.json"_s)} +
                                      options);
    QVERIFY2(drafted.status == 0, drafted.text().constData());
    QCOMPARE(drafted.err.contains(u"was sent to office"_s), !mayLeave);
    QVERIFY2(mayLeave == drafted.err.contains(u"Without a machine translation"_s),
             drafted.text().constData());
    const QJsonObject ledger =
        QJsonDocument::fromJson(place.run({u"ledger"_s, u"--json"_s}).out.toUtf8()).object();
    QVERIFY(ledger[u"holds"].toBool());
    QCOMPARE(ledger[u"texts"].toArray().isEmpty(), !mayLeave);
    for (const QJsonValue &sent : ledger[u"texts"].toArray())
        QCOMPARE(sent[u"outcome"].toString(), u"not-sent"_s);
}

/// The plugin is there and would answer; the address that the user gave has nobody.
void tst_CommandLineMachine::theUsersEngineComesBeforeAPluginOfItsName()
{
    Workplace place;
    const host::VersatilePlugin plugin;
    place.put(u"a.txt"_s, text);
    const QJsonObject own{{u"type"_s, u"libretranslate"_s}, {u"address"_s, u"http://127.0.0.1:9"_s}};
    const QJsonObject settings{
        {u"machineTranslation"_s, QJsonObject{{u"engines"_s, QJsonObject{{engine, own}}}}}};
    place.put(u"s.json"_s, QJsonDocument(settings).toJson());
    const Outcome drafted =
        place.run({u"draft"_s, u"a.txt"_s, u"--mt"_s, engine, u"--json"_s, u"--plugin-path"_s,
                   plugin.folder(), u"--settings"_s, place.path(u"s.json"_s)});
    QVERIFY2(drafted.status == 0, drafted.text().constData());
    QCOMPARE(machineOf(drafted)[u"targets"].toInt(), 0);
    QVERIFY2(drafted.err.contains(u"transport.refused"_s), drafted.text().constData());
}

namespace {

/// Two sentences; `first` and `second` stand in their segments beside the sources.
QByteArray xliffWith(const QByteArray &matches, const QByteArray &first, const QByteArray &second)
{
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0")"
           R"( version="2.1" srcLang="vi" trgLang="en"><file id="f1"><unit id="u1">)" +
           matches + "<segment id=\"s1\"><source>Cuộc họp có bắt đầu lúc chín giờ sáng không?</source>" +
           first +
           "</segment></unit><unit id=\"u2\"><segment id=\"s1\"><source>Bộ Ngoại giao tăng cường hợp "
           "tác.</source>" +
           second + "</segment></unit></file></xliff>\n";
}

} // namespace

/// The plugin has no translation of a question, but the file has an old one in its name.
void tst_CommandLineMachine::matchesOfTheFileAreNoAnswers()
{
    Workplace place;
    const host::VersatilePlugin plugin;
    const QByteArray match = "<mtc:matches><mtc:match ref=\"#s1\" type=\"mt\" origin=\"Versatile " +
                             engine.toUtf8() +
                             "\"><source>Cuộc họp có bắt đầu lúc chín giờ sáng không?</source>"
                             "<target>An old one.</target></mtc:match></mtc:matches>";
    place.put(u"a.xlf"_s, xliffWith(match, {}, {}));
    const Outcome drafted = place.run({u"draft"_s, u"a.xlf"_s, u"-o"_s, u"b.xlf"_s, u"--json"_s, u"--mt"_s,
                                       engine, u"--plugin-path"_s, plugin.folder()});
    QVERIFY2(drafted.status == 0, drafted.text().constData());
    QCOMPARE(machineOf(drafted)[u"targets"].toInt(), 1);
    const QByteArray written = place.content(u"b.xlf"_s);
    QCOMPARE(written.count("An old one."), 1); // in the match, where it stood
    QCOMPARE(written.count("verbale:machine-translated"), 1);
}

/// A person's target lacks a term of the glossary, and so does the machine's.
void tst_CommandLineMachine::onlyMachinesTermsAreCounted()
{
    Workplace place;
    const host::VersatilePlugin plugin;
    const QStringList verb{u"draft"_s,   u"a.xlf"_s, u"-o"_s, u"b.xlf"_s,         u"--json"_s,
                           u"--force"_s, u"--mt"_s,  engine,  u"--plugin-path"_s, plugin.folder()};
    place.put(u"a.xlf"_s, xliffWith({}, "<target>Does it?</target>", {}));
    const Outcome machines = place.run(verb);
    QVERIFY2(machineOf(machines)[u"termsMissing"].toInt() > 0, machines.text().constData());
    place.put(u"a.xlf"_s, xliffWith({}, {}, "<target>We work.</target>")
                              .replace("Cuộc họp có bắt đầu lúc chín giờ sáng không?", "Trời xanh."));
    const Outcome persons = place.run(verb);
    QVERIFY2(persons.status == 0 && machineOf(persons)[u"targets"].toInt() == 1, persons.text().constData());
    QVERIFY2(machineOf(persons)[u"termsMissing"].toInt() == 0, persons.text().constData());
}

/// They keep no ledger that lasts.
void tst_CommandLineMachine::theAuthorsVerbsSendNothing()
{
    Workplace place;
    place.put(u"a.txt"_s, text);
    const QString folder = programFolder() + u"/../lib/verbale/plugins/org.verbale.machine-translation"_s;
    const QString set = uR"(engines={"d": {"type": "libretranslate", "address": "http://127.0.0.1:9"}})"_s;
    const Outcome asked = place.run({u"plugins"_s, u"run"_s, folder, u"--interface"_s, u"translate"_s,
                                     u"--input"_s, u"a.txt"_s, u"--engine"_s, u"d"_s, u"--set"_s, set});
    QVERIFY2(asked.status == 2 && asked.err.contains(u"verbale draft --mt"_s), asked.text().constData());
    const Outcome checked =
        place.run({u"plugins"_s, u"check"_s, folder, u"--engine"_s, u"d"_s, u"--set"_s, set});
    QVERIFY2(checked.status == 0 && checked.out.contains(u"Not tried: its services"_s),
             checked.text().constData());
    QVERIFY2(!checked.out.contains(u"transport."_s), checked.text().constData());
}

void tst_CommandLineMachine::enginesHaveToBeSetUp()
{
    Workplace place;
    place.put(u"a.txt"_s, text);
    const Outcome drafted = place.run({u"draft"_s, u"a.txt"_s, u"--mt"_s, u"nowhere"_s});
    QCOMPARE(drafted.status, 2);
    QVERIFY2(drafted.err.startsWith(u"verbale: No machine translation engine is called \"nowhere\"."_s),
             drafted.text().constData());
    QCOMPARE(place.files(), QStringList{u"a.txt"_s});
}

void tst_CommandLineMachine::keysDoNotBelongInFiles()
{
    Workplace place;
    place.put(u"a.txt"_s, text);
    place.put(u"s.json"_s,
              R"({"machineTranslation": {"engines": {"my-deepl": {"type": "deepl", "key": "canary"}}}})");
    const Outcome drafted = place.run(
        {u"draft"_s, u"a.txt"_s, u"--mt"_s, u"my-deepl"_s, u"--settings"_s, place.path(u"s.json"_s)});
    QCOMPARE(drafted.status, 2);
    QVERIFY2(drafted.err.contains(u"VERBALE_MT_KEY_MY_DEEPL"_s), drafted.text().constData());
    QVERIFY2(!drafted.err.contains(u"canary"_s), drafted.text().constData());
    place.put(u"s.json"_s, R"({"machineTranslation": {"engines": {"my-deepl": {"type": "deepl"},
                                                         "other": {"type": "azure", "key": "canary"}}}})");
    const Outcome beside = place.run(
        {u"draft"_s, u"a.txt"_s, u"--mt"_s, u"my-deepl"_s, u"--settings"_s, place.path(u"s.json"_s)});
    QCOMPARE(beside.status, 2);
    QVERIFY2(beside.err.contains(u"VERBALE_MT_KEY_OTHER"_s), beside.text().constData());
}

void tst_CommandLineMachine::nothingHasLeft()
{
    Workplace place;
    const Outcome told = place.run({u"ledger"_s});
    QCOMPARE(told.status, 0);
    QCOMPARE(told.out, u"Nothing has left this machine.\n"_s);
    const QStringList files = place.files();
    QVERIFY2(!files.join(u' ').contains(u"sqlite"_s), qPrintable(files.join(u' ')));
    const Outcome exported = place.run({u"ledger"_s, u"--export"_s, u"l.jsonl"_s});
    QVERIFY2(exported.status == 2 && exported.err.contains(u"Nothing has left"_s),
             exported.text().constData());
    QVERIFY(!place.files().contains(u"l.jsonl"_s));
}

/// With the real plugin in its process, and a real server.
void tst_CommandLineMachine::aServiceIsPaidOnceAndTheLedgerSaysWhatLeft()
{
    Workplace place;
    QProcess service;
    QVERIFY(startService(service, place));
    place.put(u"a.txt"_s, text);
    place.environment.insert(u"VERBALE_MT_KEY_OFFICE"_s, u"canary-4711"_s);
    const QStringList verb{u"draft"_s,
                           u"a.txt"_s,
                           u"--mt"_s,
                           u"office"_s,
                           u"--json"_s,
                           u"--settings"_s,
                           place.path(u"s.json"_s)};

    const Outcome first = place.run(verb);
    QVERIFY2(first.status == 0, first.text().constData());
    const QJsonObject machine = machineOf(first);
    const int asked = machine[u"asked"].toInt();
    QVERIFY2(asked > 0 && machine[u"targets"].toInt() == asked, first.text().constData());
    QCOMPARE(machine[u"fromCache"].toInt(), 0);
    QVERIFY(place.content(u"a.xlf"_s).contains("The two sides have agreed"));

    // The ledger has to the character what the service got.
    QStringList got;
    for (const QByteArray &body : place.content(u"journal"_s).split('\n')) {
        for (const QJsonValue &sent : QJsonDocument::fromJson(body)[u"q"].toArray())
            got.append(sent.toString());
    }
    const QJsonObject ledger =
        QJsonDocument::fromJson(place.run({u"ledger"_s, u"--json"_s}).out.toUtf8()).object();
    QStringList left;
    for (const QJsonValue &sent : ledger[u"texts"].toArray()) {
        left.append(sent[u"text"].toString());
        QCOMPARE(sent[u"outcome"].toString(), u"translated"_s);
        QCOMPARE(sent[u"document"].toString(), place.path(u"a.txt"_s));
    }
    got.sort();
    left.sort();
    QCOMPARE(left, got);
    QVERIFY(ledger[u"holds"].toBool());
    const QString head = ledger[u"head"].toString();
    QCOMPARE(place.run({u"ledger"_s, u"--head"_s, head}).status, 0);
    QCOMPARE(place.run({u"ledger"_s, u"--head"_s, QString(head).replace(0, 2, u"zz"_s)}).status, 1);

    // Whoever looks after security gets the requests whole.
    QCOMPARE(place.run({u"ledger"_s, u"--export"_s, u"ledger.jsonl"_s}).status, 0);
    const QList<QByteArray> lines = place.content(u"ledger.jsonl"_s).trimmed().split('\n');
    QCOMPARE(lines.size(), ledger[u"lines"].toInt() + 1);
    const QJsonObject last = QJsonDocument::fromJson(lines.last()).object();
    QVERIFY(last[u"holds"].toBool() && last[u"head"].toString() == head);
    QVERIFY(!place.content(u"ledger.jsonl"_s).contains("canary-4711"));

    // What was paid for is not asked again, and costs nothing when the service is gone.
    endService(service);
    const Outcome second = place.run(verb);
    QVERIFY2(second.status == 0, second.text().constData());
    QCOMPARE(machineOf(second)[u"fromCache"].toInt(), asked);
    QCOMPARE(machineOf(second)[u"sentCharacters"].toInt(), 0);

    // The key is nowhere but on its way to the service.
    const QStringList files = place.files();
    for (const QString &file : files)
        QVERIFY2(file == u"journal"_s || !place.content(file).contains("canary-4711"), qPrintable(file));
    QVERIFY(place.content(u"journal"_s).contains("canary-4711"));
}

void tst_CommandLineMachine::whatIsRedactedDoesNotLeave_data()
{
    QTest::addColumn<QString>("source");
    QTest::newRow("composed") << secretText;
    QTest::newRow("decomposed") << secretText.normalized(QString::NormalizationForm_D);
    QTest::newRow("capitals") << secretText.toUpper();
}

/// Neither in a request nor in the ledger, and yet in the draft.
void tst_CommandLineMachine::whatIsRedactedDoesNotLeave()
{
    QFETCH(QString, source);
    Workplace place;
    QProcess service;
    QVERIFY(startService(service, place, {}, {{u"terms"_s, QJsonArray{place.path(u"secret.tsv"_s)}}}));
    place.put(u"secret.tsv"_s, "vi\ten\tstatus\nChiến dịch Hoa Sen\tOperation Lotus\tpreferred\n");
    place.put(u"a.txt"_s, source.toUtf8());
    const Outcome drafted = place.run(redacted(u"persons,figures,terms"_s) + QStringList{u"--whole-file"_s});
    endService(service);
    QVERIFY2(drafted.status == 0, drafted.text().constData());
    const QJsonObject machine = machineOf(drafted);
    QVERIFY2(machine[u"targets"].toInt() == machine[u"asked"].toInt(), drafted.text().constData());
    const QJsonObject counts = machine[u"redacted"].toObject();
    QVERIFY2(counts[u"persons"].toInt() >= 3 && counts[u"figures"].toInt() == 2 &&
                 counts[u"terms"].toInt() == 1,
             drafted.text().constData());
    const QStringList left{QString::fromUtf8(place.content(u"journal"_s)),
                           place.run({u"ledger"_s, u"--json"_s}).out};
    for (const QString &where : left) {
        // Folded by hand, as the service's own journal may have escapes.
        const QString text = QJsonDocument::fromJson(where.section(u'\n', 0, 0).toUtf8()).isNull()
                                 ? where
                                 : QString::fromUtf8(QJsonDocument::fromJson(where.toUtf8()).toJson());
        const QString folded = text.normalized(QString::NormalizationForm_C).toLower();
        for (const QString &part : secretParts) {
            const bool isDigits = part.front().isDigit(); // times and hashes have digits, too
            QVERIFY2(isDigits || !folded.contains(part), qPrintable(part + u" in "_s + text));
        }
    }
    for (const QByteArray &body : place.content(u"journal"_s).trimmed().split('\n')) {
        for (const QJsonValue &sent : QJsonDocument::fromJson(body)[u"q"].toArray()) {
            const QString words = sent.toString().remove(QRegularExpression(u"<[^>]*>"_s));
            const QString folded = words.normalized(QString::NormalizationForm_C).toLower();
            for (const QString &part : secretParts)
                QVERIFY2(!folded.contains(part), qPrintable(part + u" in "_s + words));
            QVERIFY2(!words.contains(QRegularExpression(u"\\d"_s)), qPrintable(words));
        }
    }
    const QString written =
        QString::fromUtf8(place.content(u"a.xlf"_s)).normalized(QString::NormalizationForm_C);
    const QString target = written.section(u"<target>"_s, 1);
    QVERIFY2(target.contains(u"17 August 2031"_s) && target.contains(u"Operation Lotus"_s) &&
                 target.contains(u"4,711"_s) && target.contains(u"Trần Thuý Hoà"_s, Qt::CaseInsensitive),
             qPrintable(written));
}

void tst_CommandLineMachine::aTranslationWithoutThePlacesIsNotUsed()
{
    Workplace place;
    QProcess service;
    QVERIFY(startService(service, place, {u"deaf"_s}));
    place.put(u"a.txt"_s, secretText.toUtf8());
    const Outcome drafted = place.run(redacted(u"persons,figures"_s) + QStringList{u"--whole-file"_s});
    endService(service);
    QVERIFY2(drafted.status == 0, drafted.text().constData());
    QCOMPARE(machineOf(drafted)[u"targets"].toInt(), 0);
    QCOMPARE(machineOf(drafted)[u"troubles"][0][u"code"].toString(), u"mt.tags-missing"_s);
}

void tst_CommandLineMachine::redactionHasToBeUnderstood()
{
    Workplace place;
    place.put(u"a.txt"_s, text);
    const auto settings = [&place](const QByteArray &redact) {
        place.put(u"s.json"_s, R"({"machineTranslation": {"engines": {"office": {"type": "apertium",
                  "address": "http://127.0.0.1:9"}}, "redact": )" +
                                   redact + "}}");
    };
    settings("{}");
    const Outcome unknown = place.run(redacted(u"persons,places"_s));
    QVERIFY2(unknown.status == 2 && unknown.err.contains(u"\"places\""_s), unknown.text().constData());
    const Outcome noTerms = place.run(redacted(u"terms"_s));
    QVERIFY2(noTerms.status == 2 && noTerms.err.contains(u"\"terms\""_s), noTerms.text().constData());
    const Outcome noEngine = place.run({u"draft"_s, u"a.txt"_s, u"--redact"_s, u"persons"_s});
    QVERIFY2(noEngine.status == 2 && noEngine.err.contains(u"--mt"_s), noEngine.text().constData());
    settings(R"({"person": true})");
    const Outcome typo = place.run(redacted(u"persons"_s));
    QVERIFY2(typo.status == 2 && typo.err.contains(u"\"person\""_s), typo.text().constData());
    QVERIFY(!place.files().contains(u"a.xlf"_s));
    // A termbase that is not there: nothing is sent, and the draft is made without the service.
    settings(R"({"terms": ["/nowhere.tsv"]})");
    const Outcome missing = place.run(redacted(u"terms"_s));
    QVERIFY2(missing.status == 0 && missing.err.contains(u"Nothing is machine-translated"_s),
             missing.text().constData());
    QVERIFY(place.run({u"ledger"_s}).out.startsWith(u"Nothing has left"_s));
}

/// The service leaves out the figures; twenty remarks are told, all are in the file, and a second run does
/// not double them.
void tst_CommandLineMachine::remarksAreNotesOfTheDraft()
{
    Workplace place;
    QProcess service;
    QVERIFY(startService(service, place));
    QByteArray source;
    for (int i = 0; i < 23; ++i)
        source += "Hai bên đã thống nhất tiếp tục hợp tác trong lĩnh vực này vào năm " +
                  QByteArray::number(2030 + i) + ".\n\n";
    place.put(u"a.txt"_s, source);
    const QStringList verb = redacted(u"none"_s) + QStringList{u"--whole-file"_s};
    for (int run = 0; run < 2; ++run) {
        const Outcome drafted = place.run(verb);
        QVERIFY2(drafted.status == 0, drafted.text().constData());
        QCOMPARE(drafted.err.count(u"Look at segment"_s), 20);
        QVERIFY2(drafted.err.contains(u"There are 3 more remarks"_s), drafted.text().constData());
        QCOMPARE(machineOf(drafted)[u"remarks"].toArray().size(), 23);
        const QByteArray xliff = place.content(u"a.xlf"_s);
        QCOMPARE(xliff.count("category=\"verbale:machine-translation\""), 23);
        QCOMPARE(xliff.count("its figures differ"), 23);
    }
    endService(service);
    // Whoever confirms a segment has looked.
    const Outcome confirmed =
        place.run({u"edit"_s, u"a.xlf"_s, u"--unit"_s, u"u1"_s, u"--state"_s, u"translated"_s});
    QVERIFY2(confirmed.status == 0, confirmed.text().constData());
    QCOMPARE(place.content(u"a.xlf"_s).count("its figures differ"), 22);
    QVERIFY(place.run({u"validate"_s, u"a.xlf"_s}).status == 0);
}

/// And says to the character what the draft then sends.
void tst_CommandLineMachine::aPreviewSendsNothing()
{
    Workplace place;
    QProcess service;
    QVERIFY(startService(service, place));
    place.put(u"a.txt"_s, secretText.toUtf8());
    const QStringList verb = redacted(u"persons,figures"_s) + QStringList{u"--whole-file"_s};
    const Outcome shown = place.run(verb + QStringList{u"--mt-preview"_s});
    QVERIFY2(shown.status == 0, shown.text().constData());
    QVERIFY(place.content(u"journal"_s).isEmpty());
    QVERIFY(!place.files().contains(u"a.xlf"_s));
    QVERIFY(place.run({u"ledger"_s}).out.startsWith(u"Nothing has left"_s));
    const QJsonObject preview =
        QJsonDocument::fromJson(shown.out.toUtf8())[u"files"][0][u"machinePreview"].toObject();
    QCOMPARE(preview[u"host"].toString(), u"127.0.0.1"_s);
    QVERIFY2(preview[u"redacted"][u"persons"].toInt() >= 3, shown.text().constData());
    QStringList bodies;
    for (const QJsonValue &request : preview[u"requests"].toArray())
        bodies.append(request[u"body"].toString());
    QVERIFY(!bodies.isEmpty());
    QStringList words = verb;
    words.removeAll(u"--json"_s);
    const Outcome told = place.run(words + QStringList{u"--mt-preview"_s});
    QVERIFY2(told.out.contains(u"nothing has been sent"_s) && told.out.contains(bodies.first()),
             told.text().constData());

    const Outcome drafted = place.run(verb);
    endService(service);
    QVERIFY2(drafted.status == 0, drafted.text().constData());
    QStringList sent;
    for (const QByteArray &body : place.content(u"journal"_s).trimmed().split('\n'))
        sent.append(QString::fromUtf8(body));
    QCOMPARE(sent, bodies);
    QCOMPARE(machineOf(drafted)[u"sentCharacters"], preview[u"characters"]);
    const Outcome again = place.run(verb + QStringList{u"--mt-preview"_s});
    const QJsonObject nothing =
        QJsonDocument::fromJson(again.out.toUtf8())[u"files"][0][u"machinePreview"].toObject();
    QCOMPARE(nothing[u"characters"].toInt(), 0);
    QCOMPARE(nothing[u"fromCache"], nothing[u"segments"]);
}

QTEST_GUILESS_MAIN(tst_CommandLineMachine)
#include "tst_command_line_machine.moc"
