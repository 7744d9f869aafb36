#include "plugins/glossary-alignment/draft.h"
#include "plugins/glossary-alignment/figures.h"

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
    void carriesFigures_data();
    void carriesFigures();
    void carriesDates_data();
    void carriesDates();
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
    QTest::newRow("ambiguous date") << u"[ASEAN=ASEAN] 10/9"_s << u"ASEAN {10/9}"_s << false;
    QTest::newRow("span of dates") << u"[ASEAN=ASEAN] ngày 10/9 - 12/9"_s << u"ASEAN {ngày 10/9} - {12/9}"_s
                                   << false;
    QTest::newRow("plain full date") << u"14/4/2020"_s << u"14/4/2020"_s << true;
    QTest::newRow("number format") << u"[xuất khẩu=exports] 1.234.567,8"_s << u"exports 1,234,567.8"_s
                                   << true;
    QTest::newRow("number in doubt") << u"[xuất khẩu=exports] 1.234"_s << u"exports {1.234}"_s << false;
    QTest::newRow("per cent") << u"[xuất khẩu=exports] 5,2 %"_s << u"exports 5.2%"_s << true;
    QTest::newRow("hour") << u"[ASEAN=ASEAN] 9h30"_s << u"ASEAN {9h30}"_s << false;
    QTest::newRow("spaces tidied") << u"  ( [ASEAN=ASEAN]  ) ,[EU=EU] : \n [Nga=Russia] "_s
                                   << u"(ASEAN), EU: Russia"_s << true;
    QTest::newRow("quotes") << u"“ [hòa bình=peace] ” và [Nga=Russia]"_s << u"“peace” {và} Russia"_s << false;
    QTest::newRow("words joined over a line end")
        << u"một\n hai [Nga=Russia]"_s << u"{một hai} Russia"_s << false;
    QTest::newRow("words parted by a comma")
        << u"một, hai [Nga=Russia]"_s << u"{một}, {hai} Russia"_s << false;
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
    QTest::newRow("words and figures") << u"năm 2020"_s;
    QTest::newRow("signs") << u"* * *"_s;
    QTest::newRow("figure in doubt") << u"10/9"_s;
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

void TestGlossaryDraft::carriesFigures_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("english");
    const auto row = [](const char *source, int length, const char *english) {
        QTest::newRow(source) << QString::fromUtf8(source) << length << QString::fromUtf8(english);
    };
    row("2020", 4, "2020");
    row("0", 1, "0");
    row("36.", 2, "36");
    row("36, 37", 2, "36");
    row("2,5", 3, "2.5");
    row("2,55 tỷ", 4, "2.55");
    row("0,125", 5, "0.125");
    row("1,2345", 6, "1.2345");
    row("1,234", 5, "");
    row("1.234", 5, "");
    row("4.0", 3, "");
    row("1.234,5", 7, "1,234.5");
    row("1.234.567", 9, "1,234,567");
    row("1.234.567,89", 12, "1,234,567.89");
    row("0.234.567", 9, "");
    row("1.2345.678", 10, "");
    row("1,234,567", 9, "");
    row("10/9", 4, "");
    row("10/9/2020", 9, "");
    row("14/4/2020", 9, "14/4/2020");
    row("4/4/2020", 8, "4/4/2020");
    row("31/4/2020", 9, "");
    row("2020-2025", 9, "2020-2025");
    row("9-10", 4, "");
    row("9-10/9", 6, "");
    row("25-NQ", 2, "25");
}

void TestGlossaryDraft::carriesFigures()
{
    QFETCH(QString, source);
    QFETCH(int, length);
    QFETCH(QString, english);
    const Carried figure = figureAt(source);
    QCOMPARE(figure.length, length);
    QCOMPARE(figure.english, english);
}

void TestGlossaryDraft::carriesDates_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("english");
    const auto row = [](const char *source, const char *english) {
        QTest::newRow(source) << QString::fromUtf8(source) << QString::fromUtf8(english);
    };
    row("ngày 14/4/2020", "14 April 2020");
    row("Ngày 01/12/2020.", "1 December 2020");
    row("ngày 9/10", "9 October");
    row("ngày 9/10, tại", "9 October");
    row("ngày 2 tháng 9 năm 1945", "2 September 1945");
    row("ngày  2 tháng 9", "2 September");
    row("ngày 29/2", "29 February");
    row("ngày 29/2/2021", "");
    row("ngày 31/4/2020", "");
    row("ngày 9/13", "");
    row("ngày 9/10/20", "");
    row("ngày 9/10-11/10", "");
    row("ngày 9/10 – 11/10", "");
    row("ngày 9-10/9", "");
    row("ngày 36", "");
    row("ngày 9/123", "");
    row("ngày mai", "");
    row("này 9/10", "");
}

void TestGlossaryDraft::carriesDates()
{
    QFETCH(QString, source);
    QFETCH(QString, english);
    for (const auto form : {QString::NormalizationForm_C, QString::NormalizationForm_D}) {
        const QString text = source.normalized(form);
        const std::optional<Carried> date = dateAt(text);
        QCOMPARE(date.has_value(), !english.isEmpty());
        if (date) {
            QCOMPARE(date->english, english);
            QVERIFY(text.at(date->length - 1).isDigit());
        }
    }
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
