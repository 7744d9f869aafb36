#include "session/statistics.h"

#include <QtTest/QtTest>

using namespace verbale;
using namespace Qt::StringLiterals;

namespace {

Segment segment(const QString &source, const QString &target = {}, SegmentState state = SegmentState::Initial,
                const QString &subState = {})
{
    Segment result;
    result.source.text = source;
    result.target.text = target;
    result.hasTarget = !target.isNull();
    result.state = state;
    result.subState = subState;
    return result;
}

TermHit hit(const QString &entry, const QString &glossary)
{
    TermHit result;
    result.entryId = entry;
    result.glossary = glossary;
    return result;
}

} // namespace

class tst_SessionStatistics : public QObject
{
    Q_OBJECT
private slots:
    void emptyDocument();
    void eachSegmentCountsOnce();
    void lockedUnitsAreLeftOut();
    void termsAndEntries();
};

void tst_SessionStatistics::emptyDocument()
{
    const session::Statistics counts = session::countStatistics({});
    QCOMPARE(counts.segments, 0);
    QCOMPARE(counts.sourceWords, 0);
}

void tst_SessionStatistics::eachSegmentCountsOnce()
{
    Unit unit;
    unit.segments = {
        segment(u"Một hai ba."_s),
        segment(u"Một hai ba."_s, u""_s),
        segment(u"ASEAN 2020"_s, u"ASEAN 2020"_s, SegmentState::Initial, u"verbale:pretranslated"_s),
        segment(u"Bốn năm."_s, u"Four five six."_s),
        segment(u"Sáu bảy tám chín."_s, u"Six"_s, SegmentState::Translated),
        segment(u"Tám chín."_s, u"Eight"_s, SegmentState::Translated, u"sdl:RejectedTranslation"_s),
        segment(u"Mười."_s, u"Ten"_s, SegmentState::Final, u"verbale:pretranslated"_s)};
    Document document;
    document.units = {unit};
    const session::Statistics counts = session::countStatistics(document);
    QCOMPARE(counts.units, 1);
    QCOMPARE(counts.segments, 7);
    QCOMPARE(counts.sourceWords, 3 + 3 + 2 + 2 + 4 + 2 + 1);
    QCOMPARE(counts.targetWords, 2 + 3 + 1 + 1 + 1);
    QCOMPARE(counts.repeatedSegments, 1);
    QCOMPARE(counts.untranslated, 2);
    QCOMPARE(counts.pretranslated, 1);
    QCOMPARE(counts.draft, 2);
    QCOMPARE(counts.confirmed, 2);
    QCOMPARE(counts.confirmedWords, 5);
    QCOMPARE(counts.untranslated + counts.pretranslated + counts.draft + counts.confirmed, counts.segments);
}

void tst_SessionStatistics::lockedUnitsAreLeftOut()
{
    Unit locked;
    locked.translate = false;
    locked.segments = {segment(u"Giữ nguyên."_s)};
    Unit open;
    open.segments = {segment(u"Dịch."_s)};
    Document document;
    document.units = {locked, open};
    const session::Statistics counts = session::countStatistics(document);
    QCOMPARE(counts.units, 1);
    QCOMPARE(counts.segments, 1);
    QCOMPARE(counts.sourceWords, 1);
}

void tst_SessionStatistics::termsAndEntries()
{
    Unit unit;
    unit.segments = {segment(u"a"_s), segment(u"b"_s)};
    unit.segments[0].terms = {hit(u"1"_s, u"builtin"_s), hit(u"1"_s, u"builtin"_s)};
    unit.segments[1].terms = {hit(u"1"_s, u"mine"_s), hit(u"2"_s, u"mine"_s)};
    Document document;
    document.units = {unit};
    const session::Statistics counts = session::countStatistics(document);
    QCOMPARE(counts.termHits, 4);
    QCOMPARE(counts.termEntries, 3);
}

QTEST_GUILESS_MAIN(tst_SessionStatistics)
#include "tst_session_statistics.moc"
