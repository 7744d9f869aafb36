#include "document/apply_changes.h"
#include "document/journal.h"
#include "document/segmentation.h"
#include "edited_document.h"

#include <QtCore/QTemporaryDir>
#include <QtTest>

using namespace verbale;

/// From the journal's entries back to the document.
class JournalRestoreTest : public QObject
{
    Q_OBJECT
private slots:
    void restoresWhatWasEdited_data();
    void restoresWhatWasEdited();
    void throughTheFile();
    void whatWasTakenBackIsNoChange();
    void restoringCanBeUndone();
    void mergesWithAFileThatWasChanged_data();
    void mergesWithAFileThatWasChanged();
    void findsASegmentWithAnotherId();
    void listsWhatHasNoPlace();
    void aUnitCutByBoth();
    void whatWasSavedAlreadyIsNothing();
    void bytesOfAnotherFormGiveNothing();
};

namespace {

Document restored(const Document &base, const QList<JournalEntry> &entries)
{
    NetChanges changes;
    for (const JournalEntry &entry : entries)
        changes.add(entry);
    const AppliedChanges applied = applyChanges(base, changes, true);
    Document document = base;
    EditHistory history;
    history.apply(document, applied.edit);
    return document;
}

JournalEntry targetEntry(const Document &document, const SegmentRef &ref, const QString &before,
                         const QString &after)
{
    const Segment &segment = document.at(ref);
    JournalEntry entry;
    entry.time = 1000;
    entry.change = TargetChange{addressOf(document, ref),
                                segment.source,
                                {{before, {}}, !before.isEmpty(), SegmentState::Initial, {}},
                                {{after, {}}, !after.isEmpty(), SegmentState::Initial, {}}};
    return entry;
}

void setTarget(Document &document, const SegmentRef &ref, const QString &text)
{
    document.at(ref).target = {text, {}};
    document.at(ref).hasTarget = !text.isEmpty();
}

} // namespace

void JournalRestoreTest::restoresWhatWasEdited_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void JournalRestoreTest::restoresWhatWasEdited()
{
    QFETCH(unsigned, seed);
    const Document base = madeDocument(9);
    EditedDocument edited(base, seed);
    QList<JournalEntry> entries;
    for (int i = 0; i < 300; ++i) {
        const std::optional<JournalEntry> entry = edited.step();
        if (!entry)
            continue;
        entries.append(*entry);
        if (i % 10 == 0)
            QCOMPARE(described(restored(base, entries)), described(edited.document()));
    }
    QVERIFY(entries.size() > 100);
    QCOMPARE(described(restored(base, entries)), described(edited.document()));
}

void JournalRestoreTest::throughTheFile()
{
    const QTemporaryDir folder;
    const Document base = madeDocument(12);
    EditedDocument edited(base, 4711);
    const JournalOwner owner = JournalOwner::ofThisProcess();
    for (int i = 0; i < 20; ++i) {
        const Result<std::unique_ptr<Journal>> journal = Journal::open(folder.filePath(QStringLiteral("j")));
        QVERIFY(journal.ok());
        QVERIFY((*journal)->claim(owner, false).ok());
        const auto known = (*journal)->unsaved();
        QVERIFY(known.ok());
        QCOMPARE(described(restored(base, *known)), described(edited.document()));
        QList<JournalEntry> batch;
        for (int n = 0; n < 25; ++n) {
            if (const std::optional<JournalEntry> entry = edited.step())
                batch.append(*entry);
        }
        QVERIFY((*journal)->add(batch).ok());
    }
}

void JournalRestoreTest::whatWasTakenBackIsNoChange()
{
    const Document base = madeDocument(9);
    EditedDocument edited(base, 99);
    NetChanges changes;
    for (int i = 0; i < 200; ++i) {
        if (const std::optional<JournalEntry> entry = edited.step())
            changes.add(*entry);
    }
    QVERIFY(!changes.isEmpty());
    QVERIFY(changes.lastTime() > 0);
    Document document = edited.document();
    while (const std::optional<DocumentChange> change = edited.history().undo(document))
        changes.add(journalEntry(document, *change));
    QCOMPARE(described(document), described(base));
    QCOMPARE(changes.count(), 0);
    QVERIFY(changes.isEmpty());
}

void JournalRestoreTest::restoringCanBeUndone()
{
    const Document base = madeDocument(9);
    EditedDocument edited(base, 7);
    NetChanges changes;
    for (int i = 0; i < 150; ++i) {
        if (const std::optional<JournalEntry> entry = edited.step())
            changes.add(*entry);
    }
    Document document = base;
    EditHistory history;
    const AppliedChanges applied = applyChanges(base, changes, true);
    QVERIFY(applied.applied > 0);
    QVERIFY(applied.conflicts.isEmpty() && applied.unplaced.isEmpty());
    history.apply(document, applied.edit);
    QCOMPARE(described(document), described(edited.document()));
    // Undone, it is no unsaved change any more: the journal of the next opening is empty.
    NetChanges after = changes;
    const std::optional<DocumentChange> undone = history.undo(document);
    QVERIFY(undone);
    after.add(journalEntry(document, *undone));
    QCOMPARE(described(document), described(base));
    QVERIFY(after.isEmpty());
}

void JournalRestoreTest::mergesWithAFileThatWasChanged_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("ours");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QString>("result");
    QTest::addColumn<int>("conflicts");
    QTest::newRow("only ours") << "one"
                               << "two"
                               << "one"
                               << "two" << 0;
    QTest::newRow("only theirs") << "one"
                                 << "one"
                                 << "three"
                                 << "three" << 0;
    QTest::newRow("both alike") << "one"
                                << "two"
                                << "two"
                                << "two" << 0;
    QTest::newRow("both otherwise") << "one"
                                    << "two"
                                    << "three"
                                    << "two" << 1;
    QTest::newRow("theirs is empty") << "one"
                                     << "two"
                                     << ""
                                     << "two" << 1;
    QTest::newRow("ours is empty") << "one"
                                   << ""
                                   << "three"
                                   << "" << 1;
    QTest::newRow("nobody had anything") << ""
                                         << "two"
                                         << ""
                                         << "two" << 0;
}

void JournalRestoreTest::mergesWithAFileThatWasChanged()
{
    QFETCH(QString, base);
    QFETCH(QString, ours);
    QFETCH(QString, theirs);
    Document changed = madeDocument(6);
    const SegmentRef ref{4, 1};
    setTarget(changed, ref, theirs);
    NetChanges changes;
    changes.add(targetEntry(changed, ref, base, ours));
    const AppliedChanges applied = applyChanges(changed, changes, false);
    Document document = changed;
    EditHistory history;
    history.apply(document, applied.edit);
    QTEST(document.at(ref).target.text, "result");
    QTEST(int(applied.conflicts.size()), "conflicts");
    QVERIFY(applied.unplaced.isEmpty());
    if (!applied.conflicts.isEmpty()) {
        QCOMPARE(applied.conflicts.first().theirs.target.text, theirs);
        QCOMPARE(applied.conflicts.first().ours.target.text, ours);
        QCOMPARE(applied.conflicts.first().base.target.text, base);
    }
}

void JournalRestoreTest::findsASegmentWithAnotherId()
{
    const Document base = madeDocument(6);
    NetChanges changes;
    changes.add(targetEntry(base, {4, 1}, {}, QStringLiteral("moved")));
    Document changed = base;
    changed.units[4].segments[1].id = QStringLiteral("new");
    changed.units.move(4, 0);
    const AppliedChanges applied = applyChanges(changed, changes, false);
    QCOMPARE(applied.applied, 1);
    EditHistory history;
    history.apply(changed, applied.edit);
    QCOMPARE(changed.units[0].segments[1].target.text, QStringLiteral("moved"));
}

void JournalRestoreTest::listsWhatHasNoPlace()
{
    const Document base = madeDocument(6);
    NetChanges changes;
    changes.add(targetEntry(base, {4, 1}, {}, QStringLiteral("of a sentence that is gone")));
    changes.add(targetEntry(base, {2, 0}, {}, QStringLiteral("of one that was rewritten")));
    Document changed = base;
    changed.units[2].segments[0].source.text = QStringLiteral("Một câu khác hẳn.");
    changed.units[2].segments[0].source.codes.clear();
    changed.units.removeAt(4);
    const AppliedChanges applied = applyChanges(changed, changes, false);
    QVERIFY(applied.changesNothing());
    QCOMPARE(applied.unplaced.size(), 2);
    QStringList texts{applied.unplaced[0].ours.target.text, applied.unplaced[1].ours.target.text};
    texts.sort();
    QCOMPARE(texts, (QStringList{QStringLiteral("of a sentence that is gone"),
                                 QStringLiteral("of one that was rewritten")}));
}

void JournalRestoreTest::aUnitCutByBoth()
{
    const Document base = madeDocument(6);
    Document ours = base;
    EditHistory history;
    NetChanges changes;
    const Result<Unit> merged = mergeWithNext(base.units[5], 0);
    QVERIFY(merged.ok());
    const DocumentChange change =
        history.apply(ours, StructureEdit{{{5, 1, {*merged}}}, {}, {5, 0}, {5, 0}, {}});
    changes.add(journalEntry(ours, change));

    Document theirs = base; // they have translated one of its sentences
    setTarget(theirs, {5, 2}, QStringLiteral("theirs"));
    const AppliedChanges applied = applyChanges(theirs, changes, false);
    QCOMPARE(applied.conflicts.size(), 1);
    QCOMPARE(applied.conflicts.first().theirs.target.text, QStringLiteral("theirs"));
    EditHistory again;
    again.apply(theirs, applied.edit);
    QCOMPARE(theirs.units[5].segments.size(), 2);
}

void JournalRestoreTest::whatWasSavedAlreadyIsNothing()
{
    const Document base = madeDocument(9);
    EditedDocument edited(base, 31);
    NetChanges changes;
    for (int i = 0; i < 150; ++i) {
        if (const std::optional<JournalEntry> entry = edited.step())
            changes.add(*entry);
    }
    // The file was saved, and the program died before the journal knew.
    const AppliedChanges applied = applyChanges(edited.document(), changes, false);
    QVERIFY2(applied.changesNothing(), qPrintable(QString::number(applied.edit.units.size())));
    QVERIFY(applied.conflicts.isEmpty());
    QVERIFY(applied.unplaced.isEmpty());
}

void JournalRestoreTest::bytesOfAnotherFormGiveNothing()
{
    for (const QByteArray &bytes :
         {QByteArray(), QByteArray("\xa0"), QByteArray("text"), QByteArray("\xff\xff"),
          QByteArray("\xa1\x00\x02", 3), QByteArray(100, '\x9f')}) {
        QVERIFY(!decodeTarget(bytes, {}));
        QVERIFY(!decodeStructure(bytes));
    }
    const Document document = madeDocument(3);
    const auto entry = targetEntry(document, {0, 0}, {}, QStringLiteral("x"));
    const QByteArray whole = encodeTarget(std::get<TargetChange>(entry.change));
    QVERIFY(decodeTarget(whole, {}));
    QVERIFY(
        !decodeTarget(QByteArray::fromHex("a100f9ffff"), {})); // {0: NaN}, where the form's number belongs
    for (qsizetype length = 0; length < whole.size(); ++length)
        QVERIFY(!decodeTarget(whole.left(length), {}));
}

QTEST_APPLESS_MAIN(JournalRestoreTest)
#include "tst_journal_restore.moc"
