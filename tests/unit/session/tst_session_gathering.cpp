// Answers of several plugins to one question: what comes out does not depend on when they come.
#include "session/former_answers.h"
#include "session/gathering.h"

#include <QtTest/QtTest>

#include <algorithm>
#include <numeric>
#include <random>

using namespace verbale;
using namespace verbale::session;
using namespace Qt::StringLiterals;

namespace {

const host::Provider shipped{u"org.verbale.own"_s, u"Own"_s, true};
const host::Provider slow{u"test.slow"_s, u"Slow one"_s, false};
const host::Provider other{u"test.other"_s, u"Other"_s, false};

TermHit hit(qsizetype start, qsizetype end, const QString &target)
{
    TermHit hit;
    hit.span = {start, end};
    hit.entryId = hit.target = target;
    return hit;
}

TermsRequest termsRequest(qint64 revision = 1)
{
    TermsRequest request;
    request.segments = {{u"s1"_s, revision, u"Bộ Ngoại giao và Biển Đông"_s, {}},
                        {u"s2"_s, revision, u"Hà Nội"_s, {}}};
    return request;
}

TermsAnswer terms(const QList<TermHit> &hits, qint64 revision = 1)
{
    return {{{u"s1"_s, revision, hits}}, {}};
}

ReceiptsRequest receiptsRequest(const QString &target, qint64 revision)
{
    ReceiptsRequest request;
    request.segments = {{{u"s1"_s, revision, u"Biển Đông"_s, target}, {hit(0, 9, u"East Sea"_s)}}};
    return request;
}

QStringList targets(const Result<TermsAnswer> &answer, qsizetype segment = 0)
{
    QStringList found;
    for (const TermHit &hit : answer->segments[segment].hits)
        found.append(hit.target);
    return found;
}

TermReceipt avoided(qsizetype start, qsizetype end)
{
    return {-1, ReceiptState::Avoided, TermStatus::Forbidden, {{start, end}}, {}, {}, {}};
}

/// In comparable form.
QString described(const Result<SuggestAnswer> &answer)
{
    QStringList lines;
    for (const Suggestion &s : answer->suggestions)
        lines.append(u"%1 %2 %3 %4"_s.arg(s.segmentId, s.origin, s.text).arg(s.coverage));
    return (lines + answer->warnings).join(u'\n');
}

} // namespace

class tst_SessionGathering : public QObject
{
    Q_OBJECT
private slots:
    void ownAnswersAreEnough();
    void nobodyOfOurs();
    void onlyFailures();
    void failuresAreNamed();
    void outdatedAnswersSayNothing();
    void whatTheHostTellsIsNotSaidAgain();
    void anyOrderGivesTheSame();
    void formerTermsStandIn();
    void formerReceiptsStandIn();
    void outdatedAnswersAreNotRemembered();
    void receiptsStandForTheSameTermsAlone_data();
    void receiptsStandForTheSameTermsAlone();
};

void tst_SessionGathering::ownAnswersAreEnough()
{
    TermsGathering gathering(termsRequest(), {slow, shipped});
    QVERIFY(!gathering.isPresentable());
    QVERIFY(!gathering.isOwnComplete());
    gathering.add(1, terms({hit(0, 13, u"MFA"_s)}));
    QVERIFY(gathering.isPresentable());
    QVERIFY(!gathering.isComplete());
    QCOMPARE(targets(gathering.merged()), QStringList{u"MFA"_s});
    QCOMPARE(gathering.merged().value().segments.size(), 2);
    gathering.add(0, terms({hit(17, 26, u"East Sea"_s)}));
    QVERIFY(gathering.isComplete());
    QCOMPARE(targets(gathering.merged()), (QStringList{u"MFA"_s, u"East Sea"_s}));
    // A slow one alone says nothing yet where ours have not answered.
    TermsGathering early(termsRequest(), {slow, shipped});
    early.add(0, terms({hit(17, 26, u"East Sea"_s)}));
    QVERIFY(!early.isPresentable());
}

void tst_SessionGathering::nobodyOfOurs()
{
    TermsGathering gathering(termsRequest(), {slow, other});
    QVERIFY(gathering.isOwnComplete());
    QVERIFY(!gathering.isPresentable());
    gathering.add(1, Error{u"plugins.crashed"_s, u"It fell."_s});
    QVERIFY(!gathering.isPresentable());
    gathering.add(0, terms({}));
    QVERIFY(gathering.isPresentable());
    QCOMPARE(gathering.merged().value().warnings, QStringList{u"Other: It fell."_s});
}

void tst_SessionGathering::onlyFailures()
{
    TermsGathering gathering(termsRequest(), {shipped, slow});
    gathering.add(0, Error{u"glossary.missing"_s, u"There is no glossary."_s, {u"terms.tsv"_s, 3}});
    QVERIFY(!gathering.isPresentable());
    gathering.add(1, Error{u"their.own"_s, u"It fell."_s});
    QVERIFY(gathering.isPresentable());
    QCOMPARE(gathering.merged().error().code, u"glossary.missing"_s);
    QCOMPARE(gathering.merged().error().text(), u"terms.tsv:3: There is no glossary."_s);
}

void tst_SessionGathering::failuresAreNamed()
{
    const Error error = named(slow, {u"their.own"_s, u"It fell."_s, {u"memory.tmx"_s, 7}});
    QCOMPARE(error.code, u"plugins.failed"_s);
    QCOMPARE(error.text(), u"Slow one: memory.tmx:7: It fell."_s);
    QCOMPARE(named(slow, {u"plugins.crashed"_s, {}}).code, u"plugins.crashed"_s);
    for (const char *code : {"start.time-limit", "sandbox.refused", "load.missing-library"})
        QCOMPARE(named(slow, {QString::fromLatin1(code), {}}).code, u"plugins.not-started"_s);
    QCOMPARE(named(slow, {u"load.dictionary"_s, {}}).code, u"plugins.failed"_s); // its own
    TermsGathering gathering(termsRequest(), {shipped, slow});
    TermsAnswer warning = terms({});
    warning.warnings = {u"A row was left out."_s};
    gathering.add(0, warning);
    gathering.add(1, warning);
    QCOMPARE(gathering.merged().value().warnings,
             (QStringList{u"A row was left out."_s, u"Slow one: A row was left out."_s}));
}

void tst_SessionGathering::outdatedAnswersSayNothing()
{
    const Error replaced{u"plugins.replaced"_s, u"Asked for again."_s};
    TermsGathering gathering(termsRequest(), {shipped, slow});
    gathering.add(0, terms({hit(0, 13, u"MFA"_s)}));
    gathering.add(1, replaced);
    QVERIFY(gathering.isComplete());
    QVERIFY(gathering.merged().value().warnings.isEmpty());
    TermsGathering alone(termsRequest(), {slow});
    alone.add(0, replaced);
    QVERIFY(isOnlyOutdated(alone.merged().error()));
}

void tst_SessionGathering::whatTheHostTellsIsNotSaidAgain()
{
    const Error fell{u"plugins.crashed"_s, u"It fell."_s};
    TermsGathering gathering(termsRequest(), {shipped, slow, other});
    gathering.add(0, terms({hit(0, 13, u"MFA"_s)}));
    gathering.add(1, fell);
    gathering.add(2, Error{u"their.own"_s, u"No rows."_s});
    // A window has a place of its own for that; the command line has none.
    QCOMPARE(gathering.merged().value().warnings,
             (QStringList{u"Slow one: It fell."_s, u"Other: No rows."_s}));
    QCOMPARE(gathering.merged(isToldByHost).value().warnings, QStringList{u"Other: No rows."_s});
    QCOMPARE(targets(gathering.merged(isToldByHost)), QStringList{u"MFA"_s});
    TermsGathering alone(termsRequest(), {slow});
    alone.add(0, fell);
    QVERIFY(isToldByHost(alone.merged(isToldByHost).error()));
    QVERIFY(!isOnlyOutdated(alone.merged().error()));
    for (const char *code : {"plugins.crashed", "plugins.not-started", "plugins.quarantined",
                             "plugins.replaced", "plugins.cancelled"})
        QVERIFY2(isToldByHost({QString::fromLatin1(code), {}}), code);
    for (const char *code : {"plugins.failed", "plugins.not-running", "their.plugins.crashed"})
        QVERIFY2(!isToldByHost({QString::fromLatin1(code), {}}), code);
}

/// Five plugins, some of them failing, in every order of answering: the same in the end.
void tst_SessionGathering::anyOrderGivesTheSame()
{
    std::mt19937 random(7);
    SuggestRequest request;
    for (int i = 0; i < 6; ++i)
        request.segments.append(SuggestSegment{{u"s%1"_s.arg(i), i, u"source"_s, {}}, {}});
    const QList<host::Provider> providers{
        slow, shipped, other, {u"d"_s, u"D"_s, false}, {u"e"_s, u"E"_s, true}};
    QList<Result<SuggestAnswer>> answers;
    for (int i = 0; i < providers.size(); ++i) {
        SuggestAnswer answer;
        for (int n = 0; n < 12; ++n) {
            Suggestion suggestion;
            suggestion.segmentId = u"s%1"_s.arg(random() % 7);
            suggestion.text = QString::number(random() % 100);
            suggestion.origin = providers[i].name;
            suggestion.coverage = static_cast<double>(random() % 3) / 2;
            answer.suggestions.append(suggestion);
        }
        answers.append(answer);
    }
    answers[2] = Error{u"plugins.crashed"_s, u"It fell."_s};
    QList<qsizetype> order(providers.size());
    std::iota(order.begin(), order.end(), 0);
    QString expected;
    do {
        SuggestGathering gathering(request, providers);
        for (const qsizetype i : std::as_const(order)) {
            QVERIFY(!gathering.isComplete());
            gathering.add(i, answers[i]);
            QCOMPARE(gathering.isOwnComplete(), gathering.answerOf(1) && gathering.answerOf(4));
        }
        QVERIFY(gathering.isComplete());
        if (expected.isEmpty())
            expected = described(gathering.merged());
        QCOMPARE(described(gathering.merged()), expected);
    } while (std::next_permutation(order.begin(), order.end()));
    QVERIFY(expected.contains(u"Other: It fell."_s));
}

void tst_SessionGathering::formerTermsStandIn()
{
    FormerAnswers former;
    TermsGathering first(termsRequest(1), {shipped, slow});
    former.standIn(first);
    first.add(0, terms({hit(0, 13, u"MFA"_s)}));
    QCOMPARE(targets(first.merged()), QStringList{u"MFA"_s});
    first.add(1, terms({hit(17, 26, u"East Sea"_s)}));
    former.remember(first);

    // Asked again, it takes its time: what it found stands.
    TermsGathering again(termsRequest(2), {shipped, slow});
    former.standIn(again);
    QVERIFY(!again.isPresentable());
    again.add(0, terms({hit(0, 13, u"MFA"_s)}, 2));
    former.remember(again);
    QCOMPARE(targets(again.merged()), (QStringList{u"MFA"_s, u"East Sea"_s}));
    QVERIFY(!again.isComplete());
    again.add(1, terms({}, 2));
    former.remember(again);
    QCOMPARE(targets(again.merged()), QStringList{u"MFA"_s});
    TermsGathering third(termsRequest(2), {shipped, slow});
    former.standIn(third);
    third.add(0, terms({}, 2));
    QVERIFY(targets(third.merged()).isEmpty());

    // Not in another source.
    former.remember(first);
    TermsRequest changed = termsRequest(3);
    changed.segments[0].source = u"Biển Đông"_s;
    TermsGathering fourth(changed, {shipped, slow});
    former.standIn(fourth);
    fourth.add(0, terms({}, 3));
    QVERIFY(targets(fourth.merged()).isEmpty());
    former.clear();
    TermsGathering fifth(termsRequest(1), {shipped, slow});
    former.standIn(fifth);
    fifth.add(0, terms({}));
    QVERIFY(targets(fifth.merged()).isEmpty());
}

void tst_SessionGathering::formerReceiptsStandIn()
{
    FormerAnswers former;
    ReceiptsGathering first(receiptsRequest(u"utilise the East Sea"_s, 1), {shipped, slow});
    first.add(0, ReceiptsAnswer{{{u"s1"_s, 1, {}}}, {}});
    first.add(1, ReceiptsAnswer{{{u"s1"_s, 1, {avoided(0, 7), avoided(12, 20)}}}, {}});
    former.remember(first);
    // Somebody types on at the end: what stands where it stood keeps its mark.
    ReceiptsGathering again(receiptsRequest(u"utilise the Seas of the East"_s, 2), {shipped, slow});
    former.standIn(again);
    again.add(0, ReceiptsAnswer{{{u"s1"_s, 2, {}}}, {}});
    QVERIFY(again.isPresentable());
    const QList<TermReceipt> found = again.merged().value().segments.first().receipts;
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].spans, (QList<Span>{{0, 7}}));
}

void tst_SessionGathering::outdatedAnswersAreNotRemembered()
{
    for (const QString &code : {u"plugins.replaced"_s, u"plugins.cancelled"_s, u"plugins.crashed"_s}) {
        const bool stands = code != u"plugins.crashed"_s;
        FormerAnswers former;
        TermsGathering found(termsRequest(1), {slow});
        found.add(0, terms({hit(17, 26, u"East Sea"_s)}));
        former.remember(found);
        TermsGathering replaced(termsRequest(2), {slow});
        replaced.add(0, Error{code, u"No answer."_s});
        former.remember(replaced);
        TermsGathering again(termsRequest(3), {shipped, slow});
        former.standIn(again);
        again.add(0, terms({}, 3));
        QCOMPARE(targets(again.merged()), stands ? QStringList{u"East Sea"_s} : QStringList());

        ReceiptsGathering receipts(receiptsRequest(u"utilise"_s, 1), {slow});
        receipts.add(0, ReceiptsAnswer{{{u"s1"_s, 1, {avoided(0, 7)}}}, {}});
        former.remember(receipts);
        ReceiptsGathering noReceipts(receiptsRequest(u"utilise it"_s, 2), {slow});
        noReceipts.add(0, Error{code, u"No answer."_s});
        former.remember(noReceipts);
        ReceiptsGathering asked(receiptsRequest(u"utilise it all"_s, 3), {shipped, slow});
        former.standIn(asked);
        asked.add(0, ReceiptsAnswer{{{u"s1"_s, 3, {}}}, {}});
        QCOMPARE(asked.merged().value().segments.first().receipts.size(), stands ? 1 : 0);
    }
}

void tst_SessionGathering::receiptsStandForTheSameTermsAlone_data()
{
    QTest::addColumn<TermHit>("now");
    QTest::addColumn<bool>("stands");
    const TermHit before = hit(0, 9, u"East Sea"_s);
    TermHit now = before;
    now.note = u"Of no weight here."_s;
    QTest::newRow("the same") << now << true;
    now = before;
    now.alternatives = {u"South China Sea"_s};
    QTest::newRow("alternatives") << now << false;
    now = before;
    now.status = TermStatus::Forbidden;
    QTest::newRow("status") << now << false;
    now = before;
    now.avoided = {{u"utilise"_s, TermStatus::Forbidden, {}, {}}};
    QTest::newRow("avoided") << now << false;
}

void tst_SessionGathering::receiptsStandForTheSameTermsAlone()
{
    QFETCH(const TermHit, now);
    QFETCH(const bool, stands);
    FormerAnswers former;
    ReceiptsGathering first(receiptsRequest(u"utilise"_s, 1), {slow});
    first.add(0, ReceiptsAnswer{{{u"s1"_s, 1, {avoided(0, 7)}}}, {}});
    former.remember(first);
    ReceiptsRequest request = receiptsRequest(u"utilise"_s, 2);
    request.segments[0].terms = {now};
    ReceiptsGathering again(request, {shipped, slow});
    former.standIn(again);
    again.add(0, ReceiptsAnswer{{{u"s1"_s, 2, {}}}, {}});
    QCOMPARE(again.merged().value().segments.first().receipts.size(), stands ? 1 : 0);
}

QTEST_GUILESS_MAIN(tst_SessionGathering)
#include "tst_session_gathering.moc"
