// The plugin keeps up with termbases that are edited: what it finds is what a new matcher would find.

#include "glossary/data/builtin_glossary.h"
#include "glossary/engine/term_store.h"
#include "plugins/glossary-alignment/glossary_alignment.h"

#include <QtCore/QFile>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::alignment;
using namespace Qt::StringLiterals;
using glossary::ConceptEntry;
using glossary::EntryEdit;
using glossary::TermStore;

namespace {

const glossary::StepName step{u"edit"_s, u"test"_s};

ConceptEntry entry(const QString &id, const QString &vi, const QString &en, const QString &domain = {})
{
    return {id, domain, {}, {}, {}, {{u"vi"_s, vi}, {u"en"_s, en}}};
}

/// Everything that a matcher tells of a text, without its numbers for the entries.
QString told(const glossary::TermMatcher &matcher, const QString &text)
{
    QStringList list;
    for (const glossary::TermMatch &match : matcher.find(text, true)) {
        const ConceptEntry &found = matcher.entry(match.termbase, match.entry);
        list.append(u"%1-%2 %3 %4 %5"_s.arg(match.span.start)
                        .arg(match.span.end)
                        .arg(found.id, found.terms[match.term].text)
                        .arg(match.nested ? u"nested"_s : QString()));
    }
    return list.join(u'\n');
}

std::shared_ptr<const glossary::TermMatcher> taken(GlossaryShelf &shelf, const QStringList &glossaries)
{
    const Result<Shelved> shelved = shelf.take(glossaries, u"vi"_s);
    if (!shelved)
        qFatal("%s", qPrintable(shelved.error().text()));
    return shelved->matcher;
}

} // namespace

class TestGlossaryShelf : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void findsWhatIsAdded();
    void buildsNoMatcherForAnEdit();
    void manyEditsAreReadAnew();
    void anotherFileOfTheName();
    void overridesHide();
    void randomEdits();
    void ranksSenses_data();
    void ranksSenses();
    void namesTheTermbase();

private:
    [[nodiscard]] QString at(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] TermStore open(const QString &name = u"own.vtb"_s) const
    {
        Result<TermStore> store = TermStore::open(at(name));
        if (!store)
            qFatal("%s", qPrintable(store.error().text()));
        return *std::move(store);
    }
    QString write(const QString &name, const QString &text) const
    {
        QFile file(at(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            qFatal("cannot write a test's file");
        return file.fileName();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestGlossaryShelf::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestGlossaryShelf::findsWhatIsAdded()
{
    TermStore store = open();
    GlossaryShelf shelf;
    const QString text = u"Hai bên ký bản ghi nhớ."_s;
    const auto found = [&] { return told(*taken(shelf, {store.path()}), text); };
    QCOMPARE(found(), QString());
    QVERIFY(store.apply({{{}, entry(u"mou"_s, u"bản ghi nhớ"_s, u"memorandum"_s)}}, step, {}).ok());
    QCOMPARE(found(), u"11-22 mou bản ghi nhớ "_s);
    QVERIFY(store.apply({{u"mou"_s, entry(u"mou"_s, u"ký bản ghi nhớ"_s, u"sign"_s)}}, step, {}).ok());
    QCOMPARE(found(), u"8-22 mou ký bản ghi nhớ "_s);
    QVERIFY(store.undo({}).ok());
    QCOMPARE(found(), u"11-22 mou bản ghi nhớ "_s);
    QVERIFY(store.apply({{u"mou"_s, std::nullopt}}, step, {}).ok());
    QCOMPARE(found(), QString());
}

void TestGlossaryShelf::buildsNoMatcherForAnEdit()
{
    TermStore store = open();
    GlossaryShelf shelf;
    const QStringList both{store.path(), u"builtin"_s};
    const auto before = taken(shelf, both);
    for (int i = 0; i < 20; ++i) {
        QVERIFY(store.apply({{{}, entry({}, u"thuật ngữ %1"_s.arg(i), u"x"_s)}}, step, {}).ok());
        QVERIFY(taken(shelf, both) == before);
    }
    QCOMPARE(before->find(u"thuật ngữ 19"_s).size(), 1);
    const auto alone = taken(shelf, {store.path()}); // another one, of what is there now
    QVERIFY(alone != before);
    QCOMPARE(alone->find(u"thuật ngữ 19"_s).size(), 1);
}

void TestGlossaryShelf::manyEditsAreReadAnew()
{
    TermStore store = open();
    GlossaryShelf shelf;
    const auto before = taken(shelf, {store.path()});
    QList<EntryEdit> edits;
    for (int i = 0; i < 2000; ++i)
        edits.append({{}, entry({}, u"thuật ngữ %1"_s.arg(i), u"x"_s)});
    QVERIFY(store.apply(edits, step, {}).ok());
    const auto after = taken(shelf, {store.path()});
    QVERIFY(after != before);
    QCOMPARE(after->find(u"thuật ngữ 1999"_s).size(), 1);
}

void TestGlossaryShelf::anotherFileOfTheName()
{
    GlossaryShelf shelf;
    QVERIFY(open().apply({{{}, entry(u"a"_s, u"hội đàm"_s, u"talks"_s)}}, step, {}).ok());
    QCOMPARE(taken(shelf, {at(u"own.vtb"_s)})->find(u"hội đàm"_s).size(), 1);
    for (const QString &name : QDir(m_folder->path()).entryList(QDir::Files))
        QVERIFY(QFile::remove(at(name)));
    QCOMPARE(shelf.take({at(u"own.vtb"_s)}, u"vi"_s).error().code, u"store.missing"_s);
    QVERIFY(open().apply({{{}, entry(u"b"_s, u"tiếp kiến"_s, u"audience"_s)}}, step, {}).ok());
    const auto matcher = taken(shelf, {at(u"own.vtb"_s)});
    QVERIFY(matcher->find(u"hội đàm"_s).isEmpty());
    QCOMPARE(matcher->find(u"tiếp kiến"_s).size(), 1);
}

void TestGlossaryShelf::overridesHide()
{
    const QString team = write(u"team.tsv"_s, u"id\tvi\ten\nsea\tbiển Đông\tSouth China Sea\n"
                                              "sea2\tvùng biển Đông\tarea\nother\tbiển\tsea\n"_s);
    TermStore store = open();
    GlossaryShelf shelf;
    const auto found = [&] {
        QStringList ids;
        const Result<Shelved> shelved = shelf.take({store.path(), team}, u"vi"_s);
        for (const glossary::TermMatch &match : shelved->matcher->find(u"vùng biển Đông"_s, true))
            ids.append(shelved->matcher->entry(match.termbase, match.entry).id);
        return ids.join(u' ');
    };
    QCOMPARE(found(), u"sea2 sea other"_s);
    ConceptEntry own = entry(u"own"_s, u"biển Đông"_s, u"East Sea"_s);
    own.overrides = team + u"#sea\n"_s + team + u"#sea2"_s;
    QVERIFY(store.apply({{{}, own}}, step, {}).ok());
    QCOMPARE(found(), u"own other"_s);
    own.overrides = team + u"#sea2"_s;
    QVERIFY(store.apply({{u"own"_s, own}}, step, {}).ok());
    QCOMPARE(found(), u"own sea other"_s);
    QVERIFY(store.apply({{u"own"_s, std::nullopt}}, step, {}).ok());
    QCOMPARE(found(), u"sea2 sea other"_s);
    QVERIFY(store.undo({}).ok() && store.undo({}).ok());
    QCOMPARE(found(), u"own other"_s);
}

/// A thousand edits, undone and redone at random: the store has what a list of states has, and the matcher
/// that followed finds what one of the same entries finds that was built for it.
void TestGlossaryShelf::randomEdits()
{
    QRandomGenerator random(2603);
    const QStringList words{u"hội"_s, u"nghị"_s, u"cấp"_s, u"cao"_s, u"ngoại"_s, u"giao"_s, u"Đông"_s};
    const auto phrase = [&](int most) {
        QStringList parts;
        for (int i = random.bounded(1, most + 1); i > 0; --i)
            parts.append(words[random.bounded(words.size())]);
        return parts.join(u' ');
    };
    TermStore store = open();
    GlossaryShelf shelf;
    QList<QList<ConceptEntry>> states{{}};
    qsizetype now = 0;
    for (int round = 0; round < 1000; ++round) {
        QList<ConceptEntry> entries = states[now];
        const int action = random.bounded(10);
        if (action == 0) {
            QCOMPARE(store.undo({}).ok(), now > 0);
            now = qMax<qsizetype>(0, now - 1);
        } else if (action == 1) {
            QCOMPARE(store.redo({}).ok(), now + 1 < states.size());
            now = qMin(now + 1, states.size() - 1);
        } else {
            QList<EntryEdit> edits;
            const qsizetype place = entries.isEmpty() ? -1 : random.bounded(entries.size());
            ConceptEntry made = entry(u"e%1"_s.arg(round), phrase(4), phrase(2));
            made.terms[0].status = random.bounded(3) == 0 ? TermStatus::Admitted : TermStatus::Preferred;
            if (place < 0 || action < 6) {
                edits.append({{}, made});
                entries.append(made);
            } else if (action < 8) {
                edits.append({entries[place].id, made});
                entries[place] = made;
            } else {
                edits.append({entries[place].id, std::nullopt});
                entries.removeAt(place);
            }
            QVERIFY(store.apply(edits, step, {}).ok());
            states = states.first(now + 1);
            states.append(entries);
            ++now;
        }
        if (round % 25 != 0)
            continue;
        const Result<glossary::StoreContents> contents = store.load();
        QVERIFY(contents.ok() && contents->termbase.entries() == states[now]);
        const Result<glossary::MatchRules> rules = glossary::builtinMatchRules();
        const glossary::TermMatcher fresh({std::make_shared<glossary::Termbase>(u"own"_s, states[now])},
                                          u"vi"_s, *rules);
        const Result<Shelved> shelved = shelf.take({store.path()}, u"vi"_s);
        const QString text = phrase(30);
        QCOMPARE(told(*shelved->matcher, text), told(fresh, text));
    }
}

void TestGlossaryShelf::ranksSenses_data()
{
    QTest::addColumn<QStringList>("domains");
    QTest::addColumn<QStringList>("chosen");
    QTest::addColumn<QString>("expected");
    QTest::newRow("as the glossary has them") << QStringList{} << QStringList{} << u"party law old"_s;
    QTest::newRow("the document's domain first")
        << QStringList{u"law"_s} << QStringList{} << u"law party old"_s;
    QTest::newRow("the likelier of two")
        << QStringList{u"party"_s, u"law"_s} << QStringList{} << u"party law old"_s;
    QTest::newRow("a choice before all")
        << QStringList{u"party"_s} << QStringList{u"old"_s} << u"old party law"_s;
}

void TestGlossaryShelf::ranksSenses()
{
    QFETCH(QStringList, domains);
    QFETCH(QStringList, chosen);
    const QString file = write(u"a.tsv"_s, u"id\tvi\ten\tdomain\tvalid_to\tnote\n"
                                           "old\tnghị quyết\tdecree\tlaw\t1999\tn\n"
                                           "party\tnghị quyết\tresolution\tparty\t\tn\n"
                                           "law\tnghị quyết\tdecision\tlaw\t2999-01\tn\n"_s);
    GlossaryAlignment plugin;
    TermsRequest request{u"vi"_s, u"en"_s, {file}, false, {{u"s"_s, 1, u"Ra nghị quyết"_s, {}}}};
    request.domains = domains;
    for (const QString &id : chosen)
        request.chosenEntries.append(file + u'#' + id);
    const Result<TermsAnswer> answer = plugin.findTerms(request, {}, {});
    QVERIFY(answer.ok());
    QCOMPARE(answer->segments.first().hits.size(), 1);
    const TermHit hit = answer->segments.first().hits.first();
    QStringList ids{hit.entryId};
    for (const TermSense &sense : hit.senses) {
        ids.append(sense.entryId);
        QCOMPARE(sense.termbase, file);
        QVERIFY(!sense.target.isEmpty() && !sense.domain.isEmpty());
    }
    QTEST(ids.join(u' '), "expected");
    QVERIFY(!hit.nested);
    request.includeNested = true;
    const QList<TermHit> all = plugin.findTerms(request, {}, {}).value().segments.first().hits;
    QCOMPARE(all.size(), 3);
    QCOMPARE(all.first().entryId, hit.entryId);
    QVERIFY(!all[0].nested && all[1].nested && all[2].nested);
}

void TestGlossaryShelf::namesTheTermbase()
{
    TermStore store = open();
    QVERIFY(store.apply({{{}, entry(u"x"_s, u"ASEAN"_s, u"Asean"_s)}}, step, {}).ok());
    GlossaryAlignment plugin;
    const TermsRequest request{
        u"vi"_s, u"en"_s, {store.path(), u"builtin"_s}, false, {{u"s"_s, 1, u"Việt Nam và ASEAN"_s, {}}}};
    const Result<TermsAnswer> answer = plugin.findTerms(request, {}, {});
    QVERIFY(answer.ok());
    const QList<TermHit> &hits = answer->segments.first().hits;
    QCOMPARE(hits.size(), 2);
    QCOMPARE(hits[0].termbase, u"builtin"_s);
    QCOMPARE(hits[1].termbase, store.path());
    QVERIFY(std::any_of(hits[1].senses.begin(), hits[1].senses.end(),
                        [](const TermSense &sense) { return sense.termbase == u"builtin"_s; }));
}

QTEST_GUILESS_MAIN(TestGlossaryShelf)

#include "tst_glossary_shelf.moc"
