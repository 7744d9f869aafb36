#include "plugins/glossary-alignment/draft.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::alignment;
using namespace Qt::StringLiterals;

namespace {

/// A hit for each "[Vietnamese=English]" of the pattern; the text without the marks.
SuggestSegment segmentOf(const QString &pattern)
{
    SuggestSegment segment;
    segment.text.id = u"s"_s;
    segment.text.revision = 3;
    for (qsizetype at = 0; at < pattern.size();) {
        if (pattern[at] != u'[') {
            segment.text.source += pattern[at++];
            continue;
        }
        const qsizetype middle = pattern.indexOf(u'=', at);
        const qsizetype end = pattern.indexOf(u']', middle);
        const QString surface = pattern.mid(at + 1, middle - at - 1);
        TermHit hit;
        hit.span = {segment.text.source.size(), segment.text.source.size() + surface.size()};
        hit.target = pattern.mid(middle + 1, end - middle - 1);
        segment.terms.append(hit);
        segment.text.source += surface;
        at = end + 1;
    }
    return segment;
}

/// The draft with its untranslated spans in braces.
QString marked(const Suggestion &draft)
{
    QString text = draft.text;
    for (auto span = draft.untranslated.rbegin(); span != draft.untranslated.rend(); ++span) {
        text.insert(span->end, u'}');
        text.insert(span->start, u'{');
    }
    return text;
}

} // namespace

class TestGlossaryDraft : public QObject
{
    Q_OBJECT

private slots:
    void drafts_data();
    void drafts();
    void givesNothing_data();
    void givesNothing();
    void leavesOutUnusableHits();
    void measuresCoverage();
    void spansAreSoundOnRandomText();
};

void TestGlossaryDraft::drafts_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("complete");
    QTest::newRow("term alone") << u"[Hội nghị Cấp cao ASEAN=ASEAN Summit]"_s << u"ASEAN Summit"_s << true;
    QTest::newRow("terms and dash") << u"[ASEAN=ASEAN] - [EU=EU]"_s << u"ASEAN - EU"_s << true;
    QTest::newRow("term and number") << u"[Hội nghị=Conference] 37"_s << u"Conference 37"_s << true;
    QTest::newRow("words stay") << u"Phát biểu tại [Hội nghị=the conference], ông [Bộ trưởng=Minister] nói."_s
                                << u"{Phát biểu tại} the conference, {ông} Minister {nói}."_s << false;
    QTest::newRow("written-out date")
        << u"[Việt Nam=Viet Nam], ngày 14/4/2020"_s << u"Viet Nam, 14 April 2020"_s << true;
    QTest::newRow("date first") << u"Ngày 14/4/2020, [Việt Nam=Viet Nam]"_s << u"14 April 2020, Viet Nam"_s
                                << true;
    QTest::newRow("day and month") << u"[ASEAN=ASEAN] 10/9"_s << u"ASEAN 10 September"_s << true;
    QTest::newRow("date or fraction") << u"[ASEAN=ASEAN] 2/3"_s << u"ASEAN {2/3}"_s << false;
    QTest::newRow("span of dates") << u"[ASEAN=ASEAN] ngày 10/9 - 12/9"_s << u"ASEAN 10-12 September"_s
                                   << true;
    QTest::newRow("plain full date") << u"14/4/2020"_s << u"14 April 2020"_s << true;
    QTest::newRow("typing error") << u"[ASEAN=ASEAN] ngày 21//01 và 70. 000"_s
                                  << u"ASEAN {ngày 21//01 và 70. 000}"_s << false;
    QTest::newRow("number format") << u"[xuất khẩu=exports] 1.234.567,8"_s << u"exports 1,234,567.8"_s
                                   << true;
    QTest::newRow("thousands") << u"[xuất khẩu=exports] 1.234"_s << u"exports 1,234"_s << true;
    QTest::newRow("number in doubt") << u"[xuất khẩu=exports] 1,234"_s << u"exports {1,234}"_s << false;
    QTest::newRow("money") << u"[xuất khẩu=exports] hơn 1,8 tỷ đồng"_s
                           << u"exports more than 1.8 billion dong"_s << true;
    QTest::newRow("money holds a country") << u"[xuất khẩu=exports] 5 triệu đô la [Mỹ=United States]"_s
                                           << u"exports 5 million US dollars"_s << true;
    QTest::newRow("term holds a figure")
        << u"[Tuyên bố 2 tháng 9=2 September Declaration] 3"_s << u"2 September Declaration 3"_s << true;
    QTest::newRow("number words") << u"[Nga=Russia] và hai mươi bảy [nước=countries]"_s
                                  << u"Russia {và} 27 countries"_s << false;
    QTest::newRow("ordinal before its meeting")
        << u"[Hội nghị Bộ trưởng Ngoại giao ASEAN=ASEAN Foreign Ministers' Meeting] lần thứ 53 tại [Hà Nội=Ha Noi]"_s
        << u"53rd ASEAN Foreign Ministers' Meeting {tại} Ha Noi"_s << false;
    QTest::newRow("ordinal before the words behind it")
        << u"dự [Hội nghị Cấp cao Đông Á=East Asia Summit] (EAS) lần thứ 10"_s
        << u"{dự} 10th East Asia Summit ({EAS})"_s << false;
    QTest::newRow("ordinal of a session of")
        << u"[kỳ họp Đại hội đồng=session of the General Assembly] lần thứ 75"_s
        << u"75th session of the General Assembly"_s << true;
    QTest::newRow("ordinal of a visit")
        << u"[thăm=visit] [Nga=Russia] lần thứ ba"_s << u"visit Russia 3rd"_s << true;
    QTest::newRow("ordinal parted from its meeting")
        << u"[Hội nghị=Conference] (họp kín) lần thứ 3"_s << u"Conference ({họp kín}) 3rd"_s << false;
    QTest::newRow("document number") << u"[Nghị quyết=Resolution] 1325 và số 03/2009/TT-BNG"_s
                                     << u"Resolution 1325 {và số 03/2009}/{TT}-{BNG}"_s << false;
    QTest::newRow("weekday") << u"[ASEAN=ASEAN], thứ Năm"_s << u"ASEAN, Thursday"_s << true;
    QTest::newRow("fifth or Thursday") << u"[ASEAN=ASEAN] thứ năm"_s << u"ASEAN {thứ năm}"_s << false;
    QTest::newRow("part of the year")
        << u"[xuất khẩu=exports] 6 tháng đầu năm 2020"_s << u"exports the first six months of 2020"_s << true;
    QTest::newRow("per cent") << u"[xuất khẩu=exports] 5,2 %"_s << u"exports 5.2%"_s << true;
    QTest::newRow("hour") << u"[ASEAN=ASEAN] 9h30"_s << u"ASEAN 09:30"_s << true;
    QTest::newRow("spaces tidied") << u"  ( [ASEAN=ASEAN]  ) ,[EU=EU] : \n [Nga=Russia] "_s
                                   << u"(ASEAN), EU: Russia"_s << true;
    QTest::newRow("quotes") << u"“ [hòa bình=peace] ” và [Nga=Russia]"_s << u"“peace” {và} Russia"_s << false;
    QTest::newRow("words joined over a line end")
        << u"các\n nhà [Nga=Russia]"_s << u"{các nhà} Russia"_s << false;
    QTest::newRow("words parted by a comma")
        << u"các, nhà [Nga=Russia]"_s << u"{các}, {nhà} Russia"_s << false;
    QTest::newRow("capital at the start")
        << u"“[Hòa bình=peace] và [hòa bình=peace]"_s << u"“Peace {và} peace"_s << false;
    QTest::newRow("no capital, none made") << u"[hòa bình=peace]"_s << u"peace"_s << true;
    QTest::newRow("inline code stays")
        << u"\uFFFC[ASEAN=ASEAN]\uFFFC 3"_s << u"\uFFFCASEAN\uFFFC 3"_s << true;
    QTest::newRow("picture stays") << u"[ASEAN=ASEAN] 😀"_s << u"ASEAN 😀"_s << true;
    QTest::newRow("letter of another plane") << u"[ASEAN=ASEAN] 𝐀"_s << u"ASEAN {𝐀}"_s << false;
    QTest::newRow("years") << u"[Kế hoạch=Plan] 2020-2025"_s << u"Plan 2020-2025"_s << true;
}

void TestGlossaryDraft::drafts()
{
    QFETCH(QString, pattern);
    QFETCH(QString, expected);
    QFETCH(bool, complete);
    const std::optional<Suggestion> draft = draftOf(segmentOf(pattern));
    QVERIFY(draft.has_value());
    QCOMPARE(marked(*draft), expected);
    QCOMPARE(draft->complete, complete);
    QCOMPARE(draft->segmentId, u"s"_s);
    QCOMPARE(draft->revision, 3);
    QCOMPARE(draft->kind, SuggestionKind::GlossaryDraft);
    QCOMPARE(draft->origin, u"Glossary draft"_s);
}

void TestGlossaryDraft::givesNothing_data()
{
    QTest::addColumn<QString>("source");
    QTest::newRow("empty") << QString();
    QTest::newRow("words") << u"không có thuật ngữ"_s;
    QTest::newRow("words and figures") << u"trong năm 2020"_s;
    QTest::newRow("signs") << u"* * *"_s;
    QTest::newRow("figure in doubt") << u"2/3"_s;
}

void TestGlossaryDraft::givesNothing()
{
    QFETCH(QString, source);
    QVERIFY(!draftOf(segmentOf(source)).has_value());
}

void TestGlossaryDraft::leavesOutUnusableHits()
{
    SuggestSegment segment = segmentOf(u"[a=A] [b=B] [c=C] [d=] [e=E] [f=F]"_s);
    segment.terms[0].status = TermStatus::Forbidden;
    segment.terms[1].status = TermStatus::Deprecated;
    segment.terms[2].nested = true;
    segment.terms[5].span.end += 1;
    segment.terms.append(segment.terms[4]); // the same place twice
    const std::optional<Suggestion> draft = draftOf(segment);
    QVERIFY(draft.has_value());
    QCOMPARE(marked(*draft), u"{a b c d} E {f}"_s);
    segment.terms.remove(4);
    segment.terms.removeLast();
    QVERIFY(!draftOf(segment).has_value());
}

void TestGlossaryDraft::measuresCoverage()
{
    QCOMPARE(draftOf(segmentOf(u"[abcd=X] 12, ef"_s))->coverage, 4.0 / 6.0);
    QCOMPARE(draftOf(segmentOf(u"[abcd=X] 12"_s))->coverage, 1.0);
    QCOMPARE(draftOf(segmentOf(u"2020"_s))->coverage, 1.0);
    QCOMPARE(draftOf(segmentOf(u"[ab=X] ngày 14/4 c"_s))->coverage, 6.0 / 7.0);
}

void TestGlossaryDraft::spansAreSoundOnRandomText()
{
    QRandomGenerator random(77);
    const QStringList parts{u"[một hai=one two]"_s,
                            u"ba"_s,
                            u"bốn"_s,
                            u" "_s,
                            u" "_s,
                            u", "_s,
                            u"12"_s,
                            u"1.5"_s,
                            u"("_s,
                            u") "_s,
                            u"😀"_s,
                            u"ngày 2/9 "_s,
                            u"\uFFFC"_s,
                            u"-"_s,
                            u"a\u0301"_s};
    for (int round = 0; round < 2000; ++round) {
        QString pattern;
        for (int i = random.bounded(12); i > 0; --i)
            pattern += parts[random.bounded(parts.size())];
        const SuggestSegment segment = segmentOf(pattern);
        const std::optional<Suggestion> draft = draftOf(segment);
        if (!draft)
            continue;
        qsizetype end = 0;
        for (const Span &span : draft->untranslated) {
            QVERIFY2(span.start >= end && !span.isEmpty() && span.end <= draft->text.size(),
                     qPrintable(pattern));
            const QString left = draft->text.mid(span.start, span.length()).simplified();
            QVERIFY2(segment.text.source.simplified().contains(left), qPrintable(pattern));
            end = span.end;
        }
        QVERIFY2(draft->coverage >= 0 && draft->coverage <= 1, qPrintable(pattern));
        QCOMPARE(draft->complete, draft->untranslated.isEmpty());
        QCOMPARE(draft->text.count(u'\uFFFC'), segment.text.source.count(u'\uFFFC'));
        QCOMPARE(draft->text.count(u"one two"_s), segment.terms.size());
    }
}

QTEST_GUILESS_MAIN(TestGlossaryDraft)
#include "tst_glossary_draft.moc"
