#include "command_line_test.h"

#include "session/open.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::commandline::testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray article = u"Bộ Ngoại giao tiếp đoàn đại biểu ASEAN tại Hà Nội.\nBộ Ngoại giao\n"_s.toUtf8();
const QByteArray glossary =
    u"id\tvi\ten\tstatus\nmofa\tBộ Ngoại giao\tMinistry of Foreign Affairs\tpreferred\n"
    "asean\tASEAN\tASEAN\tpreferred\n"_s.toUtf8();

QJsonObject firstFile(const Outcome &outcome)
{
    return QJsonDocument::fromJson(outcome.out.toUtf8()).object()[u"files"_s].toArray().first().toObject();
}

} // namespace

class tst_CommandLineDraft : public QObject
{
    Q_OBJECT
private slots:
    void writesXliffBesideTheText();
    void summaryAsJson();
    void namedOutput();
    void severalInputs();
    void oneBadInputDoesNotStopTheOthers();
    void standardInputAndOutput();
    void neverReplacesATranslatorsWork();
    void replacesItsOwnDraft();
    void draftsAnXliffInPlace();
    void neverReplacesTheText();
    void unwritableOutput();
    void unreadableGlossary();
    void withoutPlugins();
    void interrupted();
    void glossaryFromTheSettings();
};

void tst_CommandLineDraft::writesXliffBesideTheText()
{
    Workplace place;
    place.put(u"bài.txt"_s, article);
    place.put(u"g.tsv"_s, glossary);
    const Outcome outcome =
        place.run({u"draft"_s, u"--whole-file"_s, u"--glossary"_s, u"g.tsv"_s, u"bài.txt"_s});
    QVERIFY2(outcome.status == 0 && outcome.err.isEmpty(), outcome.text().constData());
    QVERIFY2(outcome.out.contains(u"verbale-workbench bài.xlf"_s), outcome.text().constData());
    const auto opened = session::openDocument(place.path(u"bài.xlf"_s));
    QVERIFY(opened.ok());
    QCOMPARE(opened->document.units.size(), 2);
    const Segment &sentence = opened->document.at({0, 0});
    QCOMPARE(sentence.terms.size(), 2);
    QCOMPARE(sentence.terms.first().entryId, u"mofa"_s);
    QVERIFY(!sentence.hasTarget);
    const Segment &heading = opened->document.at({1, 0});
    QCOMPARE(heading.target.text, u"Ministry of Foreign Affairs"_s);
    QCOMPARE(heading.subState, u"verbale:pretranslated"_s);
    QCOMPARE(heading.state, SegmentState::Initial);
    QVERIFY(opened->document.units[1].notes.first().text.contains(u"mofa"_s));
}

void tst_CommandLineDraft::summaryAsJson()
{
    Workplace place;
    place.put(u"a.txt"_s, article);
    place.put(u"g.tsv"_s, glossary);
    const Outcome outcome = place.run({u"draft"_s, u"a.txt"_s, u"--whole-file"_s, u"--json"_s,
                                       u"--show-dropped"_s, u"--glossary"_s, u"g.tsv"_s});
    QCOMPARE(outcome.status, 0);
    const QJsonObject file = firstFile(outcome);
    QCOMPARE(file[u"file"_s].toString(), u"a.txt"_s);
    QCOMPARE(file[u"output"_s].toString(), u"a.xlf"_s);
    QCOMPARE(file[u"segments"_s].toInt(), 2);
    QCOMPARE(file[u"words"_s].toInt(), 14);
    QCOMPARE(file[u"termHits"_s].toInt(), 3);
    QCOMPARE(file[u"termEntries"_s].toInt(), 2);
    QCOMPARE(file[u"pretranslated"_s].toInt(), 1);
    QCOMPARE(file[u"droppedLines"_s].toInt(), 0);
    QVERIFY(file[u"dropped"_s].isArray());
}

void tst_CommandLineDraft::namedOutput()
{
    Workplace place;
    place.put(u"a.txt"_s, article);
    QCOMPARE(place.run({u"draft"_s, u"a.txt"_s, u"-o"_s, u"other.xlf"_s}).status, 0);
    QDir().mkdir(u"folder"_s);
    QCOMPARE(place.run({u"draft"_s, u"a.txt"_s, u"-o"_s, u"folder"_s}).status, 0);
    QCOMPARE(place.files(), (QStringList{u"a.txt"_s, u"folder"_s, u"other.xlf"_s}));
    QCOMPARE(place.content(u"folder/a.xlf"_s), place.content(u"other.xlf"_s));
}

void tst_CommandLineDraft::severalInputs()
{
    Workplace place;
    place.put(u"a.txt"_s, article);
    place.put(u"b.txt"_s, article);
    QCOMPARE(place.run({u"draft"_s, u"a.txt"_s, u"b.txt"_s, u"-o"_s, u"c.xlf"_s}).status, 2);
    QCOMPARE(place.files(), (QStringList{u"a.txt"_s, u"b.txt"_s}));
    const Outcome outcome = place.run({u"draft"_s, u"a.txt"_s, u"b.txt"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(QJsonDocument::fromJson(outcome.out.toUtf8()).object()[u"files"_s].toArray().size(), 2);
    QCOMPARE(place.files(), (QStringList{u"a.txt"_s, u"a.xlf"_s, u"b.txt"_s, u"b.xlf"_s}));
}

void tst_CommandLineDraft::oneBadInputDoesNotStopTheOthers()
{
    Workplace place;
    place.put(u"a.txt"_s, article);
    place.put(u"bad.txt"_s, "\xff\xff\xff");
    const Outcome outcome = place.run({u"draft"_s, u"bad.txt"_s, u"missing.txt"_s, u"a.txt"_s});
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.err.count(u'\n'), 2);
    QCOMPARE(place.files(), (QStringList{u"a.txt"_s, u"a.xlf"_s, u"bad.txt"_s}));
}

void tst_CommandLineDraft::standardInputAndOutput()
{
    Workplace place;
    const Outcome piped = place.run({u"draft"_s, u"-"_s}, article);
    QVERIFY2(piped.status == 0 && piped.err.isEmpty(), piped.text().constData());
    QVERIFY(piped.out.startsWith(u"<?xml"_s) && piped.out.endsWith(u"</xliff>\n"_s));
    QCOMPARE(place.files(), QStringList());
    const Outcome json = place.run({u"draft"_s, u"-"_s, u"--json"_s}, article);
    QVERIFY2(json.status == 2 && json.out.isEmpty(), json.text().constData());
    QCOMPARE(place.run({u"draft"_s, u"-"_s, u"-o"_s, u"a.xlf"_s}, article).status, 0);
    QCOMPARE(QString::fromUtf8(place.content(u"a.xlf"_s)), piped.out);
    QCOMPARE(place.run({u"draft"_s, u"-"_s}).status, 2);
}

void tst_CommandLineDraft::neverReplacesATranslatorsWork()
{
    Workplace place;
    place.put(u"a.txt"_s, article);
    QCOMPARE(place.run({u"draft"_s, u"a.txt"_s}).status, 0);
    auto opened = session::openDocument(u"a.xlf"_s);
    QVERIFY(opened.ok());
    opened->document.at({0, 0}).target.text = u"The Ministry received the delegation."_s;
    opened->document.at({0, 0}).hasTarget = true;
    QVERIFY(session::saveDocument(opened->document, u"a.xlf"_s).ok());
    const QByteArray work = place.content(u"a.xlf"_s);

    const Outcome refused = place.run({u"draft"_s, u"a.txt"_s});
    QVERIFY2(refused.status == 2 && refused.err.startsWith(u"verbale: a.xlf: "_s),
             refused.text().constData());
    QVERIFY(refused.err.contains(u"--force"_s));
    QCOMPARE(refused.err.count(u'\n'), 1);
    QCOMPARE(place.content(u"a.xlf"_s), work);

    QCOMPARE(place.run({u"draft"_s, u"a.txt"_s, u"--force"_s}).status, 0);
    QVERIFY(!place.content(u"a.xlf"_s).contains("received the delegation"));
}

void tst_CommandLineDraft::replacesItsOwnDraft()
{
    Workplace place;
    place.put(u"a.txt"_s, article);
    QCOMPARE(place.run({u"draft"_s, u"a.txt"_s, u"--whole-file"_s}).status, 0);
    const QByteArray first = place.content(u"a.xlf"_s);
    QCOMPARE(place.run({u"draft"_s, u"a.txt"_s, u"--whole-file"_s}).status, 0);
    QCOMPARE(place.content(u"a.xlf"_s), first);
    place.put(u"a.xlf"_s, "my notes");
    QCOMPARE(place.run({u"draft"_s, u"a.txt"_s}).status, 2);
    QCOMPARE(place.content(u"a.xlf"_s), QByteArray("my notes"));
}

void tst_CommandLineDraft::draftsAnXliffInPlace()
{
    Workplace place;
    place.put(u"g.tsv"_s, glossary);
    place.put(
        u"agency.xlf"_s,
        u"<?xml version=\"1.0\"?>\n<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" "
        "srcLang=\"vi\" trgLang=\"en\"><!-- theirs -->\n<file id=\"f\"><unit id=\"1\"><segment id=\"a\">"
        "<source>Bộ Ngoại giao</source></segment></unit><unit id=\"2\"><segment id=\"b\"><source>Xin "
        "chào</source>"
        "<target>Hello</target></segment></unit></file></xliff>\n"_s.toUtf8());
    const Outcome outcome = place.run({u"draft"_s, u"agency.xlf"_s, u"--glossary"_s, u"g.tsv"_s});
    QVERIFY2(outcome.status == 0, outcome.text().constData());
    const QByteArray result = place.content(u"agency.xlf"_s);
    QVERIFY(result.contains("<!-- theirs -->"));
    QVERIFY(result.contains("<target>Hello</target>"));
    QVERIFY(result.contains(">Ministry of Foreign Affairs</target>"));
}

void tst_CommandLineDraft::neverReplacesTheText()
{
    Workplace place;
    place.put(u"a.txt"_s, article);
    for (const QString &output : {u"a.txt"_s, u"./a.txt"_s, place.path(u"a.txt"_s)}) {
        const Outcome outcome = place.run({u"draft"_s, u"a.txt"_s, u"--force"_s, u"-o"_s, output});
        QVERIFY2(outcome.status == 2, outcome.text().constData());
        QCOMPARE(place.content(u"a.txt"_s), article);
    }
}

void tst_CommandLineDraft::unwritableOutput()
{
    Workplace place;
    place.put(u"a.txt"_s, article);
    QDir().mkdir(u"a.xlf"_s);
    const Outcome folder = place.run({u"draft"_s, u"a.txt"_s});
    QVERIFY2(folder.status == 2 && folder.err.startsWith(u"verbale: a.xlf: "_s), folder.text().constData());
    const Outcome nowhere = place.run({u"draft"_s, u"a.txt"_s, u"-o"_s, u"no/such/folder/a.xlf"_s});
    QVERIFY2(nowhere.status == 2 && nowhere.err.count(u'\n') == 1, nowhere.text().constData());
    const Outcome full = place.run({u"draft"_s, u"a.txt"_s, u"-o"_s, u"/dev/full"_s});
    QVERIFY2(full.status == 2 && full.err.startsWith(u"verbale: /dev/full: "_s), full.text().constData());
    QCOMPARE(place.files(), (QStringList{u"a.txt"_s, u"a.xlf"_s}));
}

void tst_CommandLineDraft::unreadableGlossary()
{
    Workplace place;
    place.put(u"a.txt"_s, article);
    place.put(u"bad.tsv"_s, "\xff\xfe\x00");
    for (const QString &file : {u"missing.tsv"_s, u"bad.tsv"_s}) {
        const Outcome outcome = place.run({u"draft"_s, u"a.txt"_s, u"--glossary"_s, file});
        QVERIFY2(outcome.status == 2 && outcome.err.startsWith(u"verbale: "_s + file),
                 outcome.text().constData());
        QCOMPARE(outcome.err.count(u'\n'), 1);
        QVERIFY(!QFile::exists(u"a.xlf"_s));
    }
}

void tst_CommandLineDraft::withoutPlugins()
{
    Workplace place;
    place.put(u"a.txt"_s, article);
    const Outcome outcome = place.run({u"draft"_s, u"a.txt"_s, u"--whole-file"_s, u"--safe-mode"_s});
    QVERIFY2(outcome.status == 0, outcome.text().constData());
    QVERIFY(outcome.err.startsWith(u"verbale: warning: "_s) && outcome.err.contains(u"--safe-mode"_s));
    const auto opened = session::openDocument(u"a.xlf"_s);
    QVERIFY(opened.ok());
    QCOMPARE(opened->document.segments().size(), 2);
    const Outcome terms = place.run({u"terms"_s, u"a.txt"_s, u"--safe-mode"_s});
    QVERIFY2(terms.status == 2 && terms.err.count(u'\n') == 1, terms.text().constData());
}

void tst_CommandLineDraft::interrupted()
{
    Workplace place;
    place.put(u"a.txt"_s, article);
    std::stop_source source;
    source.request_stop();
    const Outcome outcome = place.run({u"draft"_s, u"a.txt"_s}, {}, source.get_token());
    QCOMPARE(outcome.status, 130);
    QCOMPARE(place.files(), QStringList{u"a.txt"_s});
}

void tst_CommandLineDraft::glossaryFromTheSettings()
{
    Workplace place;
    place.put(u"a.txt"_s, article);
    place.put(u"g.tsv"_s, u"id\tvi\ten\nmine\tđoàn đại biểu\tdelegation\n"_s.toUtf8());
    place.put(u"settings.json"_s, "{\"glossaries\": [\"g.tsv\"]}");
    const Outcome outcome = place.run(
        {u"terms"_s, u"a.txt"_s, u"--whole-file"_s, u"--tsv"_s, u"--settings"_s, u"settings.json"_s});
    QCOMPARE(tsvRows(outcome.out).size(), 1);
    QCOMPARE(tsvRows(outcome.out).first()[4], u"mine"_s);
}

QTEST_GUILESS_MAIN(tst_CommandLineDraft)
#include "tst_command_line_draft.moc"
