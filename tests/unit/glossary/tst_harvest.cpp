#include "glossary/engine/harvest.h"
#include "glossary/engine/harvest_words.h"

#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::glossary;
using namespace Qt::StringLiterals;

namespace {

/// "vi (ABBR) = en [evidence] xN" of each candidate.
QStringList shown(const QList<TermCandidate> &candidates)
{
    QStringList list;
    for (const TermCandidate &found : candidates)
        list.append(
            found.vi + (found.abbreviation.isEmpty() ? QString() : u" ("_s + found.abbreviation + u')') +
            (found.en.isEmpty() ? QString()
                                : u" = "_s + found.en + u" ["_s + evidenceName(found.evidence) + u']') +
            u" x%1"_s.arg(found.places.size()));
    return list;
}

QList<HarvestSegment> segments(const QStringList &vi, const QStringList &en = {})
{
    QList<HarvestSegment> list;
    for (qsizetype i = 0; i < vi.size(); ++i)
        list.append({vi[i], en.value(i)});
    return list;
}

} // namespace

class TestHarvest : public QObject
{
    Q_OBJECT

private slots:
    void readsBrackets_data();
    void readsBrackets();
    void knowsAcronyms_data();
    void knowsAcronyms();
    void findsNames_data();
    void findsNames();
    void leavesOutWhatIsKnown();
    void leavesOutTheEndOfAPost();
    void knowsPersons_data();
    void knowsPersons();
    void findsTheEnglish();
    void saysWhereTheyStand();
    void boundsItsWork();
};

void TestHarvest::readsBrackets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("acronym");
    QTest::addColumn<QString>("english");
    QTest::newRow("acronym") << u"Hội nghị (AMM) x"_s << u"AMM"_s << QString();
    QTest::newRow("name and acronym") << u"x (ASEAN Foreign Ministers' Meeting - AMM)"_s << u"AMM"_s
                                      << u"ASEAN Foreign Ministers' Meeting"_s;
    QTest::newRow("acronym and name")
        << u"x (APSC, Political-Security Community)"_s << u"APSC"_s << u"Political-Security Community"_s;
    QTest::newRow("said to be short") << u"x (viết tắt là HSM)"_s << u"HSM"_s << QString();
    QTest::newRow("digits") << u"x (COP26)"_s << u"COP26"_s << QString();
    QTest::newRow("a remark") << u"x (hôm qua)"_s << u"-"_s << QString();
    QTest::newRow("a year") << u"x (2024)"_s << u"-"_s << QString();
}

void TestHarvest::readsBrackets()
{
    QFETCH(QString, text);
    QFETCH(QString, acronym);
    QFETCH(QString, english);
    const QList<harvest::Bracket> found = harvest::bracketsOf(text);
    QCOMPARE(found.isEmpty() ? u"-"_s : found.first().acronym, acronym);
    if (!found.isEmpty())
        QCOMPARE(found.first().english, english);
}

void TestHarvest::knowsAcronyms_data()
{
    QTest::addColumn<QString>("acronym");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("fits");
    QTest::newRow("all words") << u"SRF"_s << u"Silver River Forum"_s << true;
    QTest::newRow("small words left out") << u"UNCLOS"_s << u"UN Convention on the Law Of Sea"_s << false;
    QTest::newRow("without of") << u"SRC"_s << u"State of River Council"_s << true;
    QTest::newRow("with of") << u"SORC"_s << u"State of River Council"_s << true;
    QTest::newRow("hyphens") << u"APSC"_s << u"ASEAN Political-Security Community"_s << true;
    QTest::newRow("another") << u"AMM"_s << u"Silver River Forum"_s << false;
    QTest::newRow("no capitals") << u"SRF"_s << u"silver river forum"_s << false;
}

void TestHarvest::knowsAcronyms()
{
    QFETCH(QString, acronym);
    QFETCH(QString, name);
    QFETCH(bool, fits);
    QCOMPARE(harvest::isAcronymOf(acronym, name), fits);
}

void TestHarvest::findsNames_data()
{
    QTest::addColumn<QStringList>("vi");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("twice") << QStringList{u"Hôm qua, Diễn đàn Hợp tác Sông Ngân họp."_s,
                                          u"Phát biểu tại Diễn đàn Hợp tác Sông Ngân, ông cảm ơn."_s}
                           << QStringList{u"Diễn đàn Hợp tác Sông Ngân x2"_s};
    QTest::newRow("once") << QStringList{u"Hôm qua, Diễn đàn Hợp tác Sông Ngân họp."_s} << QStringList();
    QTest::newRow("once with an acronym") << QStringList{u"Họ dự Diễn đàn Hợp tác Sông Ngân (SRF) hôm qua."_s}
                                          << QStringList{u"Diễn đàn Hợp tác Sông Ngân (SRF) x1"_s};
    QTest::newRow("English in the bracket")
        << QStringList{u"Họ dự Diễn đàn Sông Ngân (Silver River Forum - SRF)."_s}
        << QStringList{u"Diễn đàn Sông Ngân (SRF) = Silver River Forum [bracket] x1"_s};
    QTest::newRow("a person") << QStringList{u"Ông Trần Văn Lân dự họp."_s, u"Hôm nay, Trần Văn Lân đến."_s}
                              << QStringList{u"Trần Văn Lân = Tran Van Lan [spelling] x2"_s};
    QTest::newRow("acronyms side by side")
        << QStringList{u"Hôm qua, HSM và ESM họp."_s, u"Theo HSM và ESM, trời mưa."_s}
        << QStringList{u"HSM x2"_s, u"ESM x2"_s};
    QTest::newRow("a sentence's first word") << QStringList{u"Trả lời câu hỏi."_s, u"Trả lời báo chí."_s,
                                                            u"Tại cuộc họp."_s, u"Tại cuộc họp này."_s}
                                             << QStringList();
    QTest::newRow("an unknown acronym")
        << QStringList{u"Họ gặp HSM hôm qua."_s, u"Sau đó, HSM trả lời."_s} << QStringList{u"HSM x2"_s};
    QTest::newRow("with and") << QStringList{u"Hôm nay, Cục Văn thư và Lưu trữ Sao Hôm họp."_s,
                                             u"Do Cục Văn thư và Lưu trữ Sao Hôm làm."_s}
                              << QStringList{u"Cục Văn thư và Lưu trữ Sao Hôm x2"_s};
    QTest::newRow("nothing") << QStringList{QString(), u"   "_s, u"(((("_s} << QStringList();
}

void TestHarvest::findsNames()
{
    QFETCH(QStringList, vi);
    QFETCH(QStringList, expected);
    QCOMPARE(shown(harvestTerms(segments(vi))), expected);
}

void TestHarvest::leavesOutWhatIsKnown()
{
    QList<HarvestSegment> list =
        segments({u"Họ dự Diễn đàn Sông Ngân hôm qua."_s, u"Tại Diễn đàn Sông Ngân, họ nói."_s,
                  u"Hôm nay, Thứ trưởng Trần Văn Lân đến."_s, u"Sau đó, Thứ trưởng Trần Văn Lân đi."_s});
    QCOMPARE(harvestTerms(list).size(), 2);
    for (HarvestSegment &segment : list) {
        for (const QString &known : {u"Diễn đàn Sông Ngân"_s, u"Thứ trưởng"_s}) {
            if (const qsizetype at = segment.vi.indexOf(known); at >= 0)
                segment.known.append({at, at + known.size()});
        }
    }
    QCOMPARE(shown(harvestTerms(list)),
             QStringList{u"Trần Văn Lân = Tran Van Lan [spelling] x2"_s}); // without the post, which is known
}

/// "Thứ trưởng Ngoại giao" before a name: the name does not begin in the middle of the post.
void TestHarvest::leavesOutTheEndOfAPost()
{
    QList<HarvestSegment> list = segments({u"Hôm nay, Thứ trưởng Ngoại giao Trần Văn Lân đến."_s,
                                           u"Sau đó, Thứ trưởng Ngoại giao Trần Văn Lân đi."_s});
    for (HarvestSegment &segment : list) {
        const QString post = u"Thứ trưởng Ngoại giao"_s;
        const qsizetype at = segment.vi.indexOf(post);
        segment.known = {{at, at + post.size()}};
    }
    QCOMPARE(shown(harvestTerms(list)), QStringList{u"Trần Văn Lân = Tran Van Lan [spelling] x2"_s});
}

void TestHarvest::knowsPersons_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("person");
    QTest::newRow("person") << u"Đặng Thị Ánh Dương"_s << true;
    QTest::newRow("no surname") << u"Sông Ngân Hà"_s << false;
    QTest::newRow("an institution") << u"Hội đồng Nhân dân"_s << false;
    QTest::newRow("two words") << u"Trần Phú"_s << false;
    QTest::newRow("a surname before small letters") << u"Hồ chứa Sông Đà"_s << false;
}

void TestHarvest::knowsPersons()
{
    QFETCH(QString, name);
    QTEST(harvest::isVietnamesePerson(name), "person");
}

void TestHarvest::findsTheEnglish()
{
    const QStringList vi{u"Họ dự Hội nghị Bộ trưởng Sao Hôm (ESMM) hôm qua."_s,
                         u"Hôm nay, Diễn đàn Hợp tác Sông Ngân họp, có Trần Văn Lân dự."_s,
                         u"Ngày mai, Diễn đàn Hợp tác Sông Ngân bế mạc, theo Trần Văn Lân."_s,
                         u"Trời mưa."_s,
                         u"Gió to ở Hà Nội."_s,
                         u"Tuyết rơi ở Sa Pa."_s};
    const QStringList en{u"They attended the Evening Star Ministers' Meeting (ESMM) yesterday."_s,
                         u"The Silver River Cooperation Forum meets today; Tran Van Lan attends."_s,
                         u"Tomorrow, the Silver River Cooperation Forum closes, says Tran Van Lan."_s,
                         u"It rains."_s,
                         u"There is a strong wind in Ha Noi."_s,
                         u"Snow falls in Sa Pa."_s};
    const QStringList found = shown(harvestTerms(segments(vi, en)));
    QVERIFY2(
        found.contains(u"Hội nghị Bộ trưởng Sao Hôm (ESMM) = Evening Star Ministers' Meeting [acronym] x1"_s),
        qPrintable(found.join(u'\n')));
    QVERIFY2(found.contains(u"Trần Văn Lân = Tran Van Lan [spelling] x2"_s), qPrintable(found.join(u'\n')));
    QVERIFY2(found.contains(u"Diễn đàn Hợp tác Sông Ngân = Silver River Cooperation Forum [statistics] x2"_s),
             qPrintable(found.join(u'\n')));
}

void TestHarvest::saysWhereTheyStand()
{
    const QList<HarvestSegment> list =
        segments({u"Hôm qua, Trần Văn Lân và 𠀀 đến."_s, u"𠀀 gặp Trần Văn Lân."_s});
    const QList<TermCandidate> found = harvestTerms(list);
    QCOMPARE(found.size(), 1);
    for (const HarvestPlace &place : found.first().places)
        QCOMPARE(list[place.segment].vi.mid(place.span.start, place.span.length()), found.first().vi);
}

/// A text without sentence ends is no reason to compare everything with everything.
void TestHarvest::boundsItsWork()
{
    QString text;
    for (int i = 0; i < 20000; ++i)
        text += u"An Binh%1 "_s.arg(i % 50);
    HarvestOptions options;
    options.most = 10;
    QVERIFY(harvestTerms({{text, text}}, options).size() <= 10);
}

QTEST_GUILESS_MAIN(TestHarvest)
#include "tst_harvest.moc"
