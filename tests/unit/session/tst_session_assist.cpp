#include "session/assist.h"
#include "session/merge_answers.h"
#include "session/plugin_text.h"
#include "session/source_text.h"

#include <QtTest/QtTest>

using namespace verbale;
using namespace Qt::StringLiterals;

namespace {

Document twoSegments()
{
    Segment first;
    first.id = u"s1"_s;
    first.source.text = u"Bộ Ngoại giao ASEAN"_s;
    first.revision = 2;
    Segment second;
    second.id = u"s2"_s;
    second.source.text = u"Hà Nội, 2020"_s;
    Unit unit;
    unit.id = u"u1"_s;
    unit.segments = {first, second};
    Document document;
    document.sourceLanguage = u"vi"_s;
    document.targetLanguage = u"en"_s;
    document.units = {unit};
    return document;
}

TermHit hit(qsizetype start, qsizetype end, const QString &entry, bool nested = false)
{
    TermHit result;
    result.span = {start, end};
    result.entryId = entry;
    result.nested = nested;
    return result;
}

Suggestion complete(const QString &text, qint64 revision = 0)
{
    Suggestion result;
    result.revision = revision;
    result.text = text;
    result.complete = true;
    result.coverage = 1.0;
    return result;
}

} // namespace

class tst_SessionAssist : public QObject
{
    Q_OBJECT
private slots:
    void storesTermsOfTheRightRevision();
    void dropsSpansOutsideTheText();
    void storesSuggestions();
    void keepsTheFilesMatches();
    void takesAwayWhatIsProposedNoMore();
    void storesReceiptsOfTheRightRevision();
    void changedTermsTakeTheirReceipts();
    void pretranslatesCompleteSuggestions();
    void leavesTouchingTermsToTheTranslator();
    void leavesEverythingElseAlone();
    void leavesEverythingElseAlone_data();
    void codesComeAlong();
    void codesThatMovedAreLeftToTheTranslator();
    void pluginsSeeWhatTheCodesAre();
    void placeholdersComeThroughMerging();
    void noteIdsAreFree();
    void withoutPlugins();
};

void tst_SessionAssist::storesTermsOfTheRightRevision()
{
    Document document = twoSegments();
    TermsAnswer answer;
    answer.segments = {{u"f1/u1/s1"_s, 2, {hit(0, 13, u"mofa"_s)}},
                       {u"f1/u1/s2"_s, 7, {hit(0, 6, u"hanoi"_s)}},
                       {u"f1/u9/s1"_s, 0, {hit(0, 1, u"nowhere"_s)}}};
    session::storeTerms(document, answer);
    QCOMPARE(document.at({0, 0}).terms.size(), 1);
    QCOMPARE(document.at({0, 0}).terms.first().entryId, u"mofa"_s);
    QVERIFY(document.at({0, 1}).terms.isEmpty());
    answer.segments = {{u"f1/u1/s1"_s, 2, {}}};
    session::storeTerms(document, answer);
    QVERIFY(document.at({0, 0}).terms.isEmpty());
}

void tst_SessionAssist::dropsSpansOutsideTheText()
{
    Document document = twoSegments();
    TermsAnswer answer;
    answer.segments = {{u"f1/u1/s1"_s,
                        2,
                        {hit(-1, 3, u"a"_s), hit(3, 3, u"b"_s), hit(5, 2, u"c"_s), hit(0, 99, u"d"_s),
                         hit(14, 19, u"asean"_s)}}};
    session::storeTerms(document, answer);
    QCOMPARE(document.at({0, 0}).terms.size(), 1);
    QCOMPARE(document.at({0, 0}).terms.first().entryId, u"asean"_s);
}

void tst_SessionAssist::storesSuggestions()
{
    Document document = twoSegments();
    document.at({0, 0}).suggestions = {complete(u"old"_s)};
    SuggestAnswer answer;
    Suggestion best = complete(u"MOFA"_s, 2);
    best.segmentId = u"f1/u1/s1"_s;
    Suggestion second = best;
    second.text = u"Ministry"_s;
    Suggestion stale = best;
    stale.segmentId = u"f1/u1/s2"_s;
    stale.revision = 5;
    answer.suggestions = {best, second, stale};
    session::storeSuggestions(document, answer);
    QCOMPARE(document.at({0, 0}).suggestions.size(), 2);
    QCOMPARE(document.at({0, 0}).suggestions.first().text, u"MOFA"_s);
    QVERIFY(document.at({0, 1}).suggestions.isEmpty());
    QVERIFY(!document.at({0, 0}).hasTarget);
}

void tst_SessionAssist::keepsTheFilesMatches()
{
    Document document = twoSegments();
    const auto of = [](const QString &text, SuggestionKind kind, const QString &origin, double coverage) {
        Suggestion suggestion = complete(text);
        suggestion.segmentId = u"f1/u1/s2"_s;
        suggestion.kind = kind;
        suggestion.origin = origin;
        suggestion.coverage = coverage;
        return suggestion;
    };
    const Suggestion weak = of(u"weak"_s, SuggestionKind::MemoryMatch, u"memory"_s, 0.6);
    const Suggestion full = of(u"full"_s, SuggestionKind::MemoryMatch, u"other memory"_s, 1);
    const Suggestion former = of(u"former"_s, SuggestionKind::GlossaryDraft, u"Glossary draft"_s, 0.2);
    const Suggestion draft = of(u"draft"_s, SuggestionKind::GlossaryDraft, u"Glossary draft"_s, 1);
    QList<Suggestion> &kept = document.at({0, 1}).suggestions.edit();
    kept = {weak, former, full};
    session::storeSuggestions(document, {{draft}, {}});
    QStringList texts;
    for (const Suggestion &suggestion : kept)
        texts.append(suggestion.text);
    QCOMPARE(texts, (QStringList{u"full"_s, u"draft"_s, u"weak"_s}));
}

void tst_SessionAssist::pretranslatesCompleteSuggestions()
{
    Document document = twoSegments();
    Segment &segment = document.at({0, 1});
    segment.terms = {hit(0, 6, u"hanoi"_s), hit(0, 2, u"river"_s, true), hit(0, 6, u"hanoi"_s),
                     hit(8, 12, u"year"_s)};
    segment.suggestions = {complete(u"Ha Noi, 2020"_s)};
    QCOMPARE(session::pretranslate(document), 1);
    QVERIFY(segment.hasTarget);
    QCOMPARE(segment.target.text, u"Ha Noi, 2020"_s);
    QCOMPARE(segment.state, SegmentState::Initial);
    QCOMPARE(segment.subState, u"verbale:pretranslated"_s);
    QCOMPARE(segment.revision, 1);
    const Note &note = document.units.first().notes.first();
    QCOMPARE(note.text, u"Pre-translated from the glossary: terms and figures only. Entries: hanoi, year."_s);
    QCOMPARE(note.segmentId, u"s2"_s);
    QVERIFY(!document.at({0, 0}).hasTarget);
    QCOMPARE(session::pretranslate(document), 0);
}

void tst_SessionAssist::leavesTouchingTermsToTheTranslator()
{
    Document document = twoSegments();
    Segment &segment = document.at({0, 1});
    segment.terms = {hit(0, 2, u"minister"_s), hit(3, 6, u"thailand"_s)};
    segment.suggestions = {complete(u"Minister Thailand"_s)};
    QCOMPARE(session::pretranslate(document), 0);
    QVERIFY(!segment.hasTarget);
    QCOMPARE(segment.suggestions.size(), 1);
}

void tst_SessionAssist::leavesEverythingElseAlone_data()
{
    QTest::addColumn<Suggestion>("suggestion");
    QTest::addColumn<bool>("hasTarget");
    QTest::addColumn<bool>("translate");
    Suggestion partial = complete(u"Ha Noi, 2020"_s);
    partial.complete = false;
    QTest::newRow("something is left to translate") << partial << false << true;
    Suggestion machine = complete(u"Ha Noi, 2020"_s);
    machine.kind = SuggestionKind::MachineTranslation;
    QTest::newRow("machine translation") << machine << false << true;
    Suggestion memory = complete(u"Ha Noi, 2020"_s);
    memory.kind = SuggestionKind::MemoryMatch;
    QTest::newRow("memory") << memory << false << true;
    QTest::newRow("a blank") << complete(u"  "_s) << false << true;
    QTest::newRow("of another revision") << complete(u"Ha Noi"_s, 1) << false << true;
    QTest::newRow("with a code from nowhere") << complete(u"Ha\uFFFC Noi"_s) << false << true;
    QTest::newRow("a target is there") << complete(u"Ha Noi, 2020"_s) << true << true;
    QTest::newRow("not to be translated") << complete(u"Ha Noi, 2020"_s) << false << false;
}

void tst_SessionAssist::leavesEverythingElseAlone()
{
    QFETCH(Suggestion, suggestion);
    QFETCH(bool, hasTarget);
    QFETCH(bool, translate);
    Document document = twoSegments();
    document.units.first().translate = translate;
    Segment &segment = document.at({0, 1});
    segment.suggestions = {suggestion};
    segment.hasTarget = hasTarget;
    QCOMPARE(session::pretranslate(document), 0);
    QCOMPARE(segment.target.text, QString());
    QCOMPARE(segment.hasTarget, hasTarget);
    QCOMPARE(segment.subState, QString());
    QVERIFY(document.units.first().notes.isEmpty());
}

void tst_SessionAssist::codesComeAlong()
{
    Document document = twoSegments();
    Segment &segment = document.at({0, 1});
    segment.source = {u"Hà Nội\uFFFC, 2020"_s,
                      {{InlineCode::Kind::Standalone, u"1"_s, u"<ph id=\"1\"/>"_s, u"1"_s, {}, {}}}};
    segment.suggestions = {complete(u"Ha Noi\uFFFC, 2020"_s)};
    QCOMPARE(session::pretranslate(document), 1);
    QCOMPARE(segment.target.codes, segment.source.codes);
}

void tst_SessionAssist::codesThatMovedAreLeftToTheTranslator()
{
    using Kind = InlineCode::Kind;
    Document document = twoSegments();
    Segment &segment = document.at({0, 1});
    segment.source.text = u"\uFFFCHà Nội\uFFFC, 2020"_s;
    segment.source.codes = {{Kind::Opening, u"1"_s, u"<pc id=\"1\">"_s, {}, {}, {}},
                            {Kind::Closing, u"1"_s, u"</pc>"_s, {}, {}, {}}};
    Suggestion lost = complete(u"Ha Noi\uFFFC, 2020"_s);
    Suggestion doubled = complete(u"\uFFFCHa\uFFFC\uFFFC Noi, 2020"_s);
    Suggestion crossed = complete(u"\uFFFCHa Noi\uFFFC, 2020"_s);
    crossed.codes = {1, 0};
    for (const Suggestion &suggestion : {lost, doubled, crossed}) {
        segment.suggestions = {suggestion};
        QCOMPARE(session::pretranslate(document), 0);
        QVERIFY(!segment.hasTarget);
    }
    Suggestion sound = complete(u"\uFFFCHa Noi\uFFFC, 2020"_s);
    sound.codes = {0, 1};
    segment.suggestions = {sound};
    QCOMPARE(session::pretranslate(document), 1);
    QCOMPARE(segment.target.codes, segment.source.codes);
}

void tst_SessionAssist::pluginsSeeWhatTheCodesAre()
{
    using Kind = InlineCode::Kind;
    Document document = twoSegments();
    Segment &segment = document.at({0, 1});
    segment.source.text = u"\uFFFCHà\uFFFC Nội\uFFFC"_s;
    segment.source.codes = {{Kind::Opening, u"1"_s, u"<pc id=\"1\">"_s, {}, u"<b>"_s, {}},
                            {Kind::Standalone, u"2"_s, u"<ph id=\"2\"/>"_s, {}, {}, {}},
                            {Kind::Closing, u"1"_s, u"</pc>"_s, {}, u"</b>"_s, {}}};
    segment.target.text = u"Ha"_s;
    const SegmentText text = session::pluginText(document, {0, 1});
    QCOMPARE(text.id, document.segmentKey({0, 1}));
    QCOMPARE(text.source, segment.source.text);
    QCOMPARE(text.target, u"Ha"_s);
    QCOMPARE(text.codes.size(), 3);
    QVERIFY(text.codes[0].kind == SegmentCode::Kind::Opening);
    QVERIFY(text.codes[1].kind == SegmentCode::Kind::Standalone);
    QVERIFY(text.codes[2].kind == SegmentCode::Kind::Closing);
    QCOMPARE(text.codes[0].number, 1);
    QCOMPARE(text.codes[1].number, 2);
    QCOMPARE(text.codes[2].number, 1);
    QCOMPARE(text.codes[2].data, u"</b>"_s);
    // A text's own U+FFFC is a code: a placeholder is never a letter of the text.
    segment.source = session::inlineFromPlain(u"a\uFFFCb"_s);
    QCOMPARE(session::pluginText(document, {0, 1}).codes.size(), 1);
    QCOMPARE(session::pluginText(document, {0, 1}).source.count(u'\uFFFC'), 1);
}

void tst_SessionAssist::placeholdersComeThroughMerging()
{
    Document document = twoSegments();
    SuggestRequest request;
    request.segments = {{session::pluginText(document, {0, 1}), {}}};
    Suggestion moved = complete(u"\uFFFC\uFFFC"_s);
    moved.segmentId = document.segmentKey({0, 1});
    moved.codes = {1, 0};
    SuggestAnswer answer;
    answer.suggestions = {moved};
    const Result<SuggestAnswer> merged = session::mergeSuggestions(request, {answer, SuggestAnswer()});
    QVERIFY(merged.ok());
    session::storeSuggestions(document, *merged);
    QCOMPARE(document.at({0, 1}).suggestions.size(), 1);
    QCOMPARE(document.at({0, 1}).suggestions.first().codes, (QList<qsizetype>{1, 0}));
    QCOMPARE(document.at({0, 1}).suggestions.first().text, u"\uFFFC\uFFFC"_s);
}

void tst_SessionAssist::noteIdsAreFree()
{
    Document document = twoSegments();
    document.units.first().notes = {{u"n2"_s, {}, u"a translator's note"_s, {}, {}, {}, 0}};
    document.at({0, 0}).suggestions = {complete(u"MOFA"_s, 2)};
    document.at({0, 1}).suggestions = {complete(u"Ha Noi"_s)};
    QVERIFY(document.at({0, 0}).revision > 0); // touched, then emptied: left alone
    Document copy = document;
    QCOMPARE(session::pretranslate(copy), 1);
    document.at({0, 0}).revision = 0;
    document.at({0, 0}).suggestions = {complete(u"MOFA"_s)};
    QCOMPARE(session::pretranslate(document), 2);
    QStringList ids;
    for (const Note &note : document.units.first().notes)
        ids.append(note.id);
    QCOMPARE(ids.size(), 3);
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 3);
}

void tst_SessionAssist::storesReceiptsOfTheRightRevision()
{
    Document document = twoSegments();
    Segment &segment = document.at({0, 0});
    segment.terms = {hit(0, 3, u"mfa"_s)};
    segment.target.text = u"MOFA"_s;
    const TermReceipt good{0, ReceiptState::Used, TermStatus::Preferred, {{0, 4}}, u"MOFA"_s, {}, {}};
    TermReceipt outside = good;
    outside.spans = {{2, 5}};
    TermReceipt unknown = good;
    unknown.hit = 1;
    const QString key = document.segmentKey({0, 0});
    session::storeReceipts(document, {{{key, 1, {good}}, {u"f1/u9/s1"_s, 2, {good}}}, {}});
    QCOMPARE(segment.receiptsRevision, -1);
    QVERIFY(segment.receipts.isEmpty());
    session::storeReceipts(document, {{{key, 2, {good, outside, unknown}}}, {}});
    QCOMPARE(segment.receiptsRevision, 2);
    QCOMPARE(segment.receipts, QList<TermReceipt>{good});
}

void tst_SessionAssist::takesAwayWhatIsProposedNoMore()
{
    Document document = twoSegments();
    const QString key = document.segmentKey({0, 0});
    const auto proposal = [&key](const QString &origin, qint64 revision) {
        Suggestion suggestion = complete(origin, revision);
        suggestion.segmentId = key;
        suggestion.origin = origin;
        return suggestion;
    };
    session::storeSuggestions(document, {{proposal(u"one"_s, 2), proposal(u"two"_s, 2)}, {}});
    const SuggestAnswer former{{proposal(u"one"_s, 2), proposal(u"two"_s, 2)}, {}};
    session::storeSuggestions(document, {{proposal(u"two"_s, 2)}, {}}, former);
    QCOMPARE(document.at({0, 0}).suggestions.size(), 1);
    QCOMPARE(document.at({0, 0}).suggestions.first().origin, u"two"_s);
    // Of an edited segment nothing goes before something new is there.
    document.at({0, 0}).revision = 3;
    session::storeSuggestions(document, {}, former);
    QCOMPARE(document.at({0, 0}).suggestions.size(), 1);
}

void tst_SessionAssist::changedTermsTakeTheirReceipts()
{
    Document document = twoSegments();
    Segment &segment = document.at({0, 0});
    segment.terms = {hit(0, 3, u"mfa"_s)};
    segment.receipts = {TermReceipt{}};
    segment.receiptsRevision = 2;
    const QString key = document.segmentKey({0, 0});
    session::storeTerms(document, {{{key, 2, {hit(0, 3, u"mfa"_s)}}}, {}});
    QCOMPARE(segment.receiptsRevision, 2);
    session::storeTerms(document, {{{key, 2, {hit(0, 3, u"mofa"_s)}}}, {}});
    QCOMPARE(segment.receiptsRevision, -1);
    QVERIFY(segment.receipts.isEmpty());
}

void tst_SessionAssist::withoutPlugins()
{
    host::HostOptions options;
    options.safeMode = true;
    host::PluginHost host(options);
    host.discover();
    host.start();
    const Document document = twoSegments();
    const auto terms = session::findTerms(document, {}, host, {});
    QVERIFY(!terms.ok());
    QCOMPARE(terms.error().code, u"assist.no-terms-provider"_s);
    QCOMPARE(session::askForTerms(document, {{0, 0}}, host, {}, {}).error().code,
             u"assist.no-terms-provider"_s);
    const auto receipts = session::findReceipts(document, {}, host, {});
    QVERIFY(receipts.ok());
    QVERIFY(receipts->segments.isEmpty());
    Document translated = document;
    translated.at({0, 1}).target.text = u"Ha Noi, 2020"_s;
    const auto asked = session::askForReceipts(translated, {}, host, {}, {});
    QVERIFY(asked.gathering.isComplete());
    QCOMPARE(asked.gathering.merged().value().segments.size(), 1);
    QCOMPARE(session::suggest(document, {}, host).error().code, u"assist.no-suggestion-provider"_s);
    QCOMPARE(session::askForSuggestions(document, {}, host, {}).error().code,
             u"assist.no-suggestion-provider"_s);
}

QTEST_GUILESS_MAIN(tst_SessionAssist)
#include "tst_session_assist.moc"
