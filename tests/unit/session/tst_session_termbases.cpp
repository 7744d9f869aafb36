// The termbases that are used together: priority, search, editing on top of what is read-only, import,
// export.

#include "glossary/engine/term_store.h"
#include "session/termbases.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::session;
using namespace Qt::StringLiterals;
using glossary::ConceptEntry;

namespace {

ConceptEntry entry(const QString &vi, const QString &en, const QString &domain = {})
{
    return {{}, domain, {}, {}, {}, {{u"vi"_s, vi}, {u"en"_s, en}}};
}

constexpr auto team = "id\tvi\ten\tdomain\tstatus\tauthority\n"
                      "sea\tBiển Đông\tEast Sea\tgeo\tpreferred\tBNG\n"
                      "amb\tđại sứ\tambassador\tposts\tadmitted\tBNG\n"
                      "talk\thội đàm\ttalks\tvisits\tpreferred\tTTXVN\n";

template <typename T>
T got(Result<T> result)
{
    if (!result)
        qWarning("%s", qPrintable(result.error().text()));
    return result ? *std::move(result) : T();
}

} // namespace

class SessionTermbasesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void listsThemInOrder();
    void searches();
    void filters();
    void addingMakesTheOwnTermbase();
    void aCopyOverridesWhatIsReadOnly();
    void conflictsAreToldBefore();
    void mergesEntries();
    void removing();
    void undoesTheLatest();
    void recordsAreOnes();
    void importsInOneStep();
    void badRowsNeedAWord();
    void importingAgainReplaces();
    void exportsAndLints();
    void followsOtherPrograms();
    void whatCannotBeReadIsListed();
    void emptySettings();

private:
    [[nodiscard]] QString at(const QString &name) const { return m_folder->filePath(name); }
    void put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(at(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] std::shared_ptr<Termbases> open() const
    {
        return Termbases::open({{at(u"terms.vtb"_s), at(u"team.tsv"_s)}, at(u"terms.vtb"_s), u"lan"_s});
    }
    static QString shown(const TermRows &rows)
    {
        QStringList list;
        for (const TermRow &row : rows.rows)
            list.append(row.entry.termsIn(u"en"_s).first().text + (row.overridden ? u"!"_s : QString()));
        return list.join(u", "_s) + (rows.more ? u" ..."_s : QString());
    }
    static TermFilter typed(const QString &text)
    {
        TermFilter filter;
        filter.typed = text;
        return filter;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void SessionTermbasesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    put(u"team.tsv"_s, team);
}

void SessionTermbasesTest::listsThemInOrder()
{
    const auto termbases = open();
    QList<TermbaseInfo> list = termbases->list();
    QCOMPARE(list.size(), 2);
    QVERIFY(list[0].own && !list[0].exists && !list[0].readOnly && list[0].problem.isEmpty());
    QVERIFY(list[1].readOnly && list[1].exists && !list[1].own);
    QCOMPARE(list[1].entries, 3);
    QCOMPARE(list[1].name, u"team"_s);
    QCOMPARE(termbases->glossaries(), QStringList{at(u"team.tsv"_s)});
    QVERIFY(!QFile::exists(at(u"terms.vtb"_s))); // nothing is made by looking
    QVERIFY(termbases->add(entry(u"a"_s, u"b"_s)).ok());
    QCOMPARE(termbases->glossaries(), (QStringList{at(u"terms.vtb"_s), at(u"team.tsv"_s)}));
    list = termbases->list();
    QVERIFY(list[0].exists);
    QCOMPARE(list[0].entries, 1);
}

void SessionTermbasesTest::searches()
{
    const auto termbases = open();
    QVERIFY(termbases->add(entry(u"biển"_s, u"sea"_s)).ok());
    QCOMPARE(shown(termbases->search(typed(u"bien"_s), 10)), u"sea, East Sea"_s);
    QCOMPARE(shown(termbases->search(typed(u"biển"_s), 1)), u"sea ..."_s);
    QCOMPARE(shown(termbases->search(typed(u"SEA"_s), 10)), u"sea, East Sea"_s);
    QCOMPARE(shown(termbases->search(typed(u"ambass"_s), 10)), u"ambassador"_s);
    QCOMPARE(shown(termbases->search({}, 10)), u"sea, East Sea, ambassador, talks"_s);
    QCOMPARE(shown(termbases->search({}, 2)), u"sea, East Sea ..."_s);
    const TermRow row = termbases->search(typed(u"east"_s), 10).rows.first();
    QCOMPARE(row.key, (EntryKey{at(u"team.tsv"_s), u"sea"_s}));
    QCOMPARE(row.term, 1);
    QVERIFY(row.rank == glossary::SearchRank::Prefix && row.readOnly);
    QCOMPARE(termbases->find(row.key)->entry, row.entry);
    QVERIFY(!termbases->find({at(u"team.tsv"_s), u"none"_s}));
    QVERIFY(!termbases->find({u"none"_s, u"sea"_s}));
}

void SessionTermbasesTest::filters()
{
    const auto termbases = open();
    ConceptEntry forbidden = entry(u"biển Hoa Nam"_s, u"South China Sea"_s, u"geo"_s);
    forbidden.terms[1].status = TermStatus::Forbidden;
    const EntryKey key = got(termbases->add(forbidden));
    TermFilter filter;
    filter.domain = u"geo"_s;
    QCOMPARE(shown(termbases->search(filter, 10)), u"East Sea, South China Sea"_s);
    filter.status = TermStatus::Forbidden;
    QCOMPARE(shown(termbases->search(filter, 10)), u"South China Sea"_s);
    filter = {};
    filter.authority = u"BNG"_s;
    QCOMPARE(shown(termbases->search(filter, 10)), u"East Sea, ambassador"_s);
    filter = {};
    filter.termbase = at(u"terms.vtb"_s);
    QCOMPARE(shown(termbases->search(filter, 10)), u"South China Sea"_s);
    filter = {};
    filter.keys = QSet<QString>{key.toString(), at(u"team.tsv"_s) + u"#talk"_s, u"builtin#sea"_s};
    QCOMPARE(shown(termbases->search(filter, 10)), u"South China Sea, talks"_s);
    filter.typed = u"hoi"_s;
    QCOMPARE(shown(termbases->search(filter, 10)), u"talks"_s);
    filter = {};
    filter.domain = QString();
    QCOMPARE(shown(termbases->search(filter, 10)), QString());
    QCOMPARE(termbases->domains(), (QStringList{u"geo"_s, u"posts"_s, u"visits"_s}));
    QCOMPARE(termbases->authorities(), (QStringList{u"BNG"_s, u"TTXVN"_s}));
}

void SessionTermbasesTest::addingMakesTheOwnTermbase()
{
    {
        const auto termbases = open();
        const quint64 before = termbases->revision();
        const Result<EntryKey> key = termbases->add(entry(u"tùy viên"_s, u"attaché"_s));
        QVERIFY(key.ok());
        QCOMPARE(key->termbase, at(u"terms.vtb"_s));
        QVERIFY(termbases->revision() > before);
        QCOMPARE(shown(termbases->search(typed(u"attache"_s), 5)), u"attaché"_s);
        QCOMPARE(termbases->undoable()->step.name.label, u"tùy viên"_s);
        QCOMPARE(termbases->undoable()->step.who, u"lan"_s);
    }
    const auto again = open();
    QCOMPARE(again->list().first().entries, 1);
    QCOMPARE(again->add({}).error().code, u"termbase.no-terms"_s);
    QCOMPARE(again->add(entry(u"a"_s, u"b"_s), at(u"team.tsv"_s)).error().code, u"termbase.read-only"_s);
    QCOMPARE(again->add(entry(u"a"_s, u"b"_s), u"/none.vtb"_s).error().code, u"termbase.unknown"_s);
}

void SessionTermbasesTest::aCopyOverridesWhatIsReadOnly()
{
    const auto termbases = open();
    const EntryKey sea{at(u"team.tsv"_s), u"sea"_s};
    ConceptEntry edited = termbases->find(sea)->entry;
    edited.terms[1].text = u"the East Sea"_s;
    const EntryKey copy = got(termbases->save(sea, edited));
    QCOMPARE(copy, (EntryKey{at(u"terms.vtb"_s), u"sea"_s}));
    QCOMPARE(termbases->find(copy)->entry.overrides, sea.toString());
    QCOMPARE(shown(termbases->search(typed(u"biển"_s), 5)), u"the East Sea, East Sea!"_s);
    TermFilter filter = typed(u"biển"_s);
    filter.overridden = false;
    QCOMPARE(shown(termbases->search(filter, 5)), u"the East Sea"_s);
    edited.terms[1].text = u"Eastern Sea"_s;
    QCOMPARE(got(termbases->save(sea, edited)), copy); // the copy that there is
    QCOMPARE(shown(termbases->search(filter, 5)), u"Eastern Sea"_s);
    QVERIFY(termbases->remove({copy}).ok());
    QCOMPARE(shown(termbases->search(filter, 5)), u"East Sea"_s);
    QVERIFY(termbases->undo().result().ok());
    QCOMPARE(shown(termbases->search(filter, 5)), u"Eastern Sea"_s);
}

void SessionTermbasesTest::conflictsAreToldBefore()
{
    const auto termbases = open();
    const auto codes = [&](const ConceptEntry &judged, const std::optional<EntryKey> &replaced = {}) {
        QStringList list;
        for (const TermConflict &conflict : termbases->conflicts(judged, replaced)) {
            if (conflict.code != u"no-authority"_s)
                list.append(conflict.code + (conflict.other ? u"="_s + conflict.other->id : QString()));
        }
        list.sort();
        return list.join(u' ');
    };
    QCOMPARE(codes(entry(u"lễ tân"_s, u"protocol"_s, u"x"_s)), QString());
    QVERIFY(codes(entry(u"Biển Đông"_s, u"East Sea"_s, u"geo"_s)).contains(u"duplicate-sense=sea"_s));
    QVERIFY(codes(entry(u"hội đàm"_s, u"parley"_s)).contains(u"homograph-without-domain=talk"_s));
    QCOMPARE(codes(entry(u"đàm phán"_s, u"talks"_s, u"visits"_s)), u"same-english=talk"_s);
    // A second sense in a domain of its own is no fault, but is said.
    QCOMPARE(codes(entry(u"hội đàm"_s, u"parley"_s, u"x"_s)), u"same-vietnamese=talk"_s);
    const EntryKey sea{at(u"team.tsv"_s), u"sea"_s};
    QCOMPARE(codes(entry(u"Biển Đông"_s, u"East Sea"_s, u"geo"_s), sea), QString());
}

void SessionTermbasesTest::mergesEntries()
{
    const auto termbases = open();
    const EntryKey own = got(termbases->add(entry(u"vùng biển Đông"_s, u"Eastern sea area"_s, u"geo"_s)));
    const EntryKey other = got(termbases->add(entry(u"biển đông nước ta"_s, u"our East Sea"_s)));
    const EntryKey sea{at(u"team.tsv"_s), u"sea"_s};
    const QList<EntryKey> keys{sea, own, other};
    const ConceptEntry merged = got(termbases->merged(keys));
    QCOMPARE(merged.termsIn(u"vi"_s).size(), 3);
    QCOMPARE(merged.termsIn(u"en"_s).first().text, u"East Sea"_s);
    QVERIFY(merged.termsIn(u"en"_s).last().status == TermStatus::Admitted);
    QCOMPARE(merged.authority, u"BNG"_s);
    const EntryKey kept = got(termbases->merge(keys, merged));
    QCOMPARE(kept, own);
    QCOMPARE(shown(termbases->search(typed(u"đông"_s), 9)), u"East Sea, East Sea!"_s);
    QVERIFY(termbases->undo().result().ok());
    QCOMPARE(termbases->search(typed(u"đông"_s), 9).rows.size(), 3);
    QVERIFY(!termbases->find(sea)->overridden);
}

void SessionTermbasesTest::removing()
{
    const auto termbases = open();
    const EntryKey sea{at(u"team.tsv"_s), u"sea"_s};
    const EntryKey one = got(termbases->add(entry(u"a"_s, u"b"_s)));
    const EntryKey two = got(termbases->add(entry(u"c"_s, u"d"_s)));
    QCOMPARE(termbases->remove({sea}).error().code, u"termbase.read-only"_s);
    QCOMPARE(termbases->remove({one, sea}).error().code, u"termbase.mixed"_s);
    QCOMPARE(termbases->remove({{one.termbase, u"none"_s}}).error().code, u"termbase.no-entry"_s);
    QVERIFY(termbases->remove({one, two}).ok());
    QCOMPARE(termbases->undoable()->step.name.action, u"remove"_s);
    QCOMPARE(termbases->undoable()->step.changes, 2);
    QCOMPARE(termbases->list().first().entries, 0);
}

void SessionTermbasesTest::undoesTheLatest()
{
    const QString second = at(u"second.vtb"_s);
    QVERIFY(glossary::TermStore::open(second).ok());
    const auto termbases = Termbases::open({{at(u"terms.vtb"_s), second}, at(u"terms.vtb"_s), u"lan"_s});
    QVERIFY(!termbases->undoable());
    QCOMPARE(termbases->undo().result().error().code, u"store.nothing-to-undo"_s);
    const EntryKey one = got(termbases->add(entry(u"một"_s, u"one"_s)));
    QTest::qSleep(2);
    const EntryKey two = got(termbases->add(entry(u"hai"_s, u"two"_s), second));
    QTest::qSleep(2);
    QVERIFY(termbases->save(one, entry(u"một"_s, u"ONE"_s)).ok());
    QCOMPARE(shown(termbases->search({}, 9)), u"two, ONE"_s);
    QCOMPARE(got(termbases->history(one)).size(), 2);
    QVERIFY(got(termbases->history({at(u"team.tsv"_s), u"sea"_s})).isEmpty());
    QTest::qSleep(2);
    QCOMPARE(got(termbases->undo().result()).name.action, u"edit"_s);
    QCOMPARE(shown(termbases->search({}, 9)), u"two, one"_s);
    QTest::qSleep(2);
    QCOMPARE(got(termbases->undo().result()).termbase, second);
    QCOMPARE(shown(termbases->search({}, 9)), u"one"_s);
    QVERIFY(!termbases->find(two));
    QTest::qSleep(2);
    QCOMPARE(termbases->redoable()->termbase, second);
    QVERIFY(termbases->redo().result().ok());
    QTest::qSleep(2);
    QVERIFY(termbases->redo().result().ok());
    QVERIFY(!termbases->redoable());
    QCOMPARE(shown(termbases->search({}, 9)), u"two, ONE"_s);
}

void SessionTermbasesTest::recordsAreOnes()
{
    const EntryKey sea{at(u"team.tsv"_s), u"sea"_s};
    const auto termbases = open();
    const EntryKey own = got(termbases->add(entry(u"a"_s, u"b"_s)));
    QVERIFY(!termbases->record(sea).confirmed.isValid());
    QVERIFY(termbases->confirm({sea, own}).ok());
    QVERIFY(termbases->addUses({{sea.toString(), 2}, {own.toString(), 1}}).ok());
    QVERIFY(termbases->addUses({{sea.toString(), 3}}).ok());
    const auto again = open();
    QCOMPARE(again->record(sea).uses, 5);
    QCOMPARE(again->record(sea).confirmedBy, u"lan"_s);
    QCOMPARE(again->record(own).uses, 1);
    TermFilter filter;
    filter.confirmed = false;
    QCOMPARE(shown(again->search(filter, 9)), u"ambassador, talks"_s);
    QVERIFY(again->undo().result().ok());
    QVERIFY(!again->record(sea).confirmed.isValid());
}

void SessionTermbasesTest::importsInOneStep()
{
    QByteArray rows = "vi\ten\n";
    for (int i = 0; i < 500; ++i)
        rows += "thuật ngữ " + QByteArray::number(i) + "\tterm " + QByteArray::number(i) + '\n';
    put(u"more.tsv"_s, rows + "thuật ngữ 7\tterm 7\n");
    const auto termbases = open();
    const ImportPreview preview = got(termbases->previewImport(at(u"more.tsv"_s), {}, {}).result());
    QCOMPARE(preview.entries.size(), 500);
    QCOMPARE(preview.left, 1);
    QCOMPARE(preview.duplicates.size(), 1);
    QVERIFY(preview.rejected.isEmpty());
    QVERIFY(!QFile::exists(at(u"terms.vtb"_s)));
    const TermbaseUpdate update = got(termbases->importEntries(preview, {}).result());
    QCOMPARE(update.entries, 500);
    QCOMPARE(termbases->list().first().entries, 0);
    termbases->take(update);
    QCOMPARE(termbases->list().first().entries, 500);
    QCOMPARE(termbases->search(typed(u"thuat ngu"_s), 1000).rows.size(), 500);
    QVERIFY(termbases->add(entry(u"sau"_s, u"after"_s)).ok());
    QVERIFY(termbases->undo().result().ok());
    const TermbaseUpdate undone = got(termbases->undo().result()); // so many that it is done elsewhere
    QCOMPARE(undone.name.label, u"more.tsv"_s);
    QVERIFY(undone.loaded);
    termbases->take(undone);
    QCOMPARE(termbases->list().first().entries, 0);
    termbases->take(got(termbases->redo().result()));
    QCOMPARE(termbases->list().first().entries, 500);
}

void SessionTermbasesTest::badRowsNeedAWord()
{
    put(u"bad.tsv"_s, "vi\ten\nmột\tone\nhai\nba\tthree\n");
    const auto termbases = open();
    const ImportPreview preview = got(termbases->previewImport(at(u"bad.tsv"_s), {}, {}).result());
    QCOMPARE(preview.rejected.size(), 1);
    QCOMPARE(preview.rejected.first().where.line, 3);
    QCOMPARE(termbases->importEntries(preview, {}).result().error().code, u"termbase.bad-rows"_s);
    QVERIFY(!QFile::exists(at(u"terms.vtb"_s)));
    ImportOptions options;
    options.skipBadRows = true;
    termbases->take(got(termbases->importEntries(preview, options).result()));
    QCOMPARE(termbases->list().first().entries, 2);
    StopSource stop;
    stop.request_stop();
    QCOMPARE(termbases->previewImport(at(u"bad.tsv"_s), {}, {}, stop.get_token()).result().error().code,
             u"store.cancelled"_s);
    ImportPreview other = preview;
    other.edits = {{{}, entry(u"bốn"_s, u"four"_s)}};
    QCOMPARE(termbases->importEntries(other, options, stop.get_token()).result().error().code,
             u"store.cancelled"_s);
    QCOMPARE(termbases->previewImport(at(u"none.tsv"_s), {}, {}).result().error().code, u"file.missing"_s);
}

void SessionTermbasesTest::importingAgainReplaces()
{
    const auto termbases = open();
    const ImportPreview first = got(termbases->previewImport(at(u"team.tsv"_s), {}, {}).result());
    termbases->take(got(termbases->importEntries(first, {}).result()));
    put(u"again.tsv"_s, QByteArray(team).replace("\ttalks", "\tofficial talks"));
    ImportOptions options;
    options.replaceSameIds = true;
    const ImportPreview second = got(termbases->previewImport(at(u"again.tsv"_s), {}, options).result());
    QCOMPARE(second.left, 2);
    QCOMPARE(second.edits.size(), 1);
    termbases->take(got(termbases->importEntries(second, options).result()));
    QCOMPARE(termbases->list().first().entries, 3);
    QCOMPARE(termbases->find({at(u"terms.vtb"_s), u"talk"_s})->entry.termsIn(u"en"_s).first().text,
             u"official talks"_s);
}

void SessionTermbasesTest::exportsAndLints()
{
    const auto termbases = open();
    const EntryKey sea{at(u"team.tsv"_s), u"sea"_s};
    QVERIFY(termbases->save(sea, entry(u"Biển Đông"_s, u"the East Sea"_s)).ok());
    QVERIFY(termbases->exportTo(at(u"out.tsv"_s), u"tsv"_s, {}).result().ok());
    QFile written(at(u"out.tsv"_s));
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray text = written.readAll();
    QVERIFY(text.contains("the East Sea") && text.contains("ambassador"));
    QCOMPARE(text.count("Biển Đông"), 1); // the overridden one is not there
    QCOMPARE(termbases->exportTo(at(u"out.x"_s), u"x"_s, {}).result().error().code,
             u"glossary.unknown-format"_s);
    const QList<GlossaryFinding> findings = got(termbases->lint(at(u"terms.vtb"_s)).result());
    QVERIFY(std::any_of(findings.begin(), findings.end(),
                        [](const GlossaryFinding &finding) { return finding.code == u"no-authority"_s; }));
}

void SessionTermbasesTest::followsOtherPrograms()
{
    const auto here = open();
    const auto there = open();
    QVERIFY(got(here->refresh()));
    const EntryKey key = got(there->add(entry(u"một"_s, u"one"_s)));
    QVERIFY(!got(here->refresh())); // a termbase has appeared
    here->take(got(here->reload(key.termbase).result()));
    QVERIFY(got(here->refresh()));
    QCOMPARE(here->find(key)->entry.termsIn(u"en"_s).first().text, u"one"_s);
    QVERIFY(there->save(key, entry(u"một"_s, u"ONE"_s)).ok());
    QVERIFY(got(here->refresh()));
    QCOMPARE(here->find(key)->entry.termsIn(u"en"_s).first().text, u"ONE"_s);
    QVERIFY(there->undo().result().ok() && there->undo().result().ok());
    QVERIFY(got(here->refresh()));
    QVERIFY(!here->find(key));
    QVERIFY(QFile::remove(at(u"team.tsv"_s)));
    put(u"team.tsv"_s, QByteArray(team) + "new\tmới\tnew\t\t\t\n");
    QFile touched(at(u"team.tsv"_s));
    QVERIFY(touched.open(QIODevice::ReadWrite) &&
            touched.setFileTime(QDateTime::currentDateTime().addSecs(5), QFileDevice::FileModificationTime));
    touched.close();
    QVERIFY(!got(here->refresh()));
    here->take(got(here->reload(at(u"team.tsv"_s)).result()));
    QCOMPARE(here->list().last().entries, 4);
    QVERIFY(got(here->refresh()));
}

void SessionTermbasesTest::whatCannotBeReadIsListed()
{
    put(u"terms.vtb"_s, "not a termbase");
    const auto termbases = Termbases::open(
        {{at(u"terms.vtb"_s), at(u"none.tsv"_s), u"builtin"_s}, at(u"terms.vtb"_s), u"lan"_s});
    const QList<TermbaseInfo> list = termbases->list();
    QVERIFY(list[0].problem.contains(u"terms.vtb"_s) && list[1].problem.contains(u"none.tsv"_s));
    QVERIFY(list[2].problem.isEmpty() && list[2].readOnly && list[2].entries > 1000);
    QCOMPARE(termbases->glossaries(), QStringList{u"builtin"_s});
    QCOMPARE(termbases->add(entry(u"a"_s, u"b"_s)).error().code, u"termbase.unusable"_s);
    QFile file(at(u"terms.vtb"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("not a termbase"));
}

void SessionTermbasesTest::emptySettings()
{
    qputenv("XDG_DATA_HOME", m_folder->path().toLocal8Bit());
    const QString own = at(u"verbale/terms.vtb"_s);
    QCOMPARE(glossariesOf({}), (QStringList{own, u"builtin"_s}));
    QCOMPARE(existingGlossaries(glossariesOf({})), QStringList{u"builtin"_s});
    Settings settings;
    settings.glossaries = {at(u"team.tsv"_s)};
    QCOMPARE(glossariesOf(settings), QStringList{at(u"team.tsv"_s)});
    const auto termbases = Termbases::openLater(termbasesOptions(settings)).result();
    QCOMPARE(termbases->list().size(), 2);
    QCOMPARE(termbases->list().first().path, own);
    QVERIFY(termbases->add(entry(u"a"_s, u"b"_s)).ok()); // its folder is made, too
    QVERIFY(QFile::exists(own));
}

QTEST_GUILESS_MAIN(SessionTermbasesTest)

#include "tst_session_termbases.moc"
