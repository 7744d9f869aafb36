#include "glossary/engine/term_receipts.h"

#include <QtTest/QtTest>

using namespace verbale;
using namespace verbale::glossary;
using namespace Qt::StringLiterals;

namespace {

TermHit hit(const QString &entry, Span span, const QString &target, const QStringList &others = {})
{
    TermHit made;
    made.span = span;
    made.entryId = entry;
    made.target = target;
    made.alternatives = others;
    return made;
}

TermHit eastSea(Span span)
{
    TermHit made = hit(u"sea"_s, span, u"East Sea"_s, {u"Bien Dong"_s});
    made.avoided = {{u"South China Sea"_s, TermStatus::Forbidden, u"house style"_s, {}}};
    return made;
}

/// "used East Sea | avoided South China Sea > East Sea": receipts as one line for comparing.
QString line(const QList<TermReceipt> &receipts)
{
    static const QStringList names{u"used"_s, u"missing"_s, u"no-target"_s, u"avoided"_s};
    QStringList parts;
    for (const TermReceipt &receipt : receipts) {
        QString part = names[static_cast<int>(receipt.state)];
        if (!receipt.found.isEmpty())
            part += u' ' + receipt.found;
        if (!receipt.expected.isEmpty())
            part += u" > "_s + receipt.expected;
        parts.append(part);
    }
    return parts.join(u" | "_s);
}

} // namespace

class TestTermReceipts : public QObject
{
    Q_OBJECT

private slots:
    void states_data();
    void states();
    void repeats();
    void nested();
    void senses();
    void avoided();
    void avoidedByItsLetters();
    void avoidedInsideALongerTerm();
    void avoidedWhateverTheSourceSays();
    void noTarget();
    void spansOfATermWithWordsBetween();
    void statusOfWhatWasFound();
    void shortForm();
};

void TestTermReceipts::states_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("expected");
    QTest::newRow("used") << u"in the East Sea"_s << u"used East Sea"_s;
    QTest::newRow("an admitted one") << u"in the Bien Dong"_s << u"used Bien Dong"_s;
    QTest::newRow("missing") << u"at sea"_s << u"missing > East Sea"_s;
    QTest::newRow("nothing yet") << QString() << u"missing > East Sea"_s;
    QTest::newRow("avoided") << u"in the South China Sea"_s << u"avoided South China Sea > East Sea"_s;
    QTest::newRow("both") << u"the East Sea, or South China Sea"_s << u"avoided South China Sea > East Sea"_s;
}

void TestTermReceipts::states()
{
    QFETCH(QString, target);
    QFETCH(QString, expected);
    QCOMPARE(line(TermReceipts().of({eastSea({0, 9})}, target)), expected);
}

void TestTermReceipts::repeats()
{
    const QList<TermHit> twice{eastSea({0, 9}), eastSea({20, 29})};
    const QString text = u"The East Sea is calm; peace in the East Sea"_s;
    const QList<TermReceipt> receipts = TermReceipts().of(twice, text);
    QCOMPARE(receipts[0].spans, (QList<Span>{{4, 12}}));
    QCOMPARE(receipts[1].spans, (QList<Span>{{35, 43}}));
    QCOMPARE(line(TermReceipts().of(twice, u"Peace in the East Sea and its calm"_s)),
             u"used East Sea | used East Sea"_s);
    QCOMPARE(line(TermReceipts().of(twice, u"the South China Sea and the East Sea"_s)),
             u"avoided South China Sea > East Sea | used East Sea"_s);
    QCOMPARE(line(TermReceipts().of(twice, u"the South China Sea"_s)),
             u"avoided South China Sea > East Sea | avoided South China Sea > East Sea"_s);
}

void TestTermReceipts::nested()
{
    TermHit inner = hit(u"vn"_s, {13, 21}, u"Viet Nam"_s);
    inner.nested = true;
    TermHit absorbed = hit(u"diplomacy"_s, {3, 12}, u"diplomacy"_s);
    absorbed.nested = true;
    const QList<TermHit> hits{hit(u"mfa"_s, {0, 21}, u"Ministry of Foreign Affairs of Viet Nam"_s), absorbed,
                              inner};
    const QList<TermReceipt> receipts =
        TermReceipts().of(hits, u"The Ministry of Foreign Affairs of Viet Nam said"_s);
    QCOMPARE(line(receipts),
             u"used Ministry of Foreign Affairs of Viet Nam | used Ministry of Foreign Affairs "
             "of Viet Nam | used Viet Nam"_s);
    QCOMPARE(receipts[2].spans, (QList<Span>{{35, 43}}));
}

void TestTermReceipts::senses()
{
    TermHit bank = hit(u"bank.money"_s, {0, 9}, u"bank"_s);
    bank.senses = {{u"bank.river"_s, u"shore"_s, TermStatus::Preferred, {}, {}, {}, {}},
                   {u"bank.old"_s, u"strand"_s, TermStatus::Forbidden, {}, {}, {}, {}}};
    QCOMPARE(line(TermReceipts().of({bank}, u"on the shore"_s)), u"used shore"_s);
    QCOMPARE(line(TermReceipts().of({bank}, u"on the strand"_s)), u"missing > bank"_s);
}

void TestTermReceipts::avoided()
{
    TermHit made = eastSea({0, 9});
    made.avoided.first().replacement = u"the East Sea (South China Sea)"_s;
    const QList<TermReceipt> receipts = TermReceipts().of({made}, u"South China Sea's reefs"_s);
    QCOMPARE(receipts.first().reason, u"house style"_s);
    QCOMPARE(receipts.first().expected, u"the East Sea (South China Sea)"_s);
    QCOMPARE(receipts.first().status, TermStatus::Forbidden);
    QCOMPARE(receipts.first().spans, (QList<Span>{{0, 15}}));
    // What has to be said with other words between is no wording that is avoided.
    QCOMPARE(line(TermReceipts().of({made}, u"south of China at sea"_s)), u"missing > East Sea"_s);
}

void TestTermReceipts::avoidedByItsLetters()
{
    TermHit made = hit(u"sg"_s, {0, 9}, u"Secretary-General"_s);
    made.avoided = {{u"Secretary general"_s, TermStatus::Deprecated, {}, {}}};
    QCOMPARE(line(TermReceipts().of({made}, u"the Secretary-General"_s)), u"used Secretary-General"_s);
    QCOMPARE(line(TermReceipts().of({made}, u"the Secretary General"_s)), u"used Secretary General"_s);
    QCOMPARE(line(TermReceipts().of({made}, u"the Secretary general"_s)),
             u"avoided Secretary general > Secretary-General"_s);
}

void TestTermReceipts::avoidedInsideALongerTerm()
{
    TermHit country = hit(u"vn"_s, {20, 28}, u"Viet Nam"_s);
    country.avoided = {{u"Vietnam"_s, TermStatus::Forbidden, u"in two words"_s, {}}};
    const TermHit agency = hit(u"vna"_s, {0, 15}, u"Vietnam News Agency"_s);
    QCOMPARE(line(TermReceipts().of({agency, country}, u"Vietnam News Agency in Viet Nam"_s)),
             u"used Vietnam News Agency | used Viet Nam"_s);
    QCOMPARE(line(TermReceipts().of({agency, country}, u"Vietnam News Agency in Vietnam"_s)),
             u"used Vietnam News Agency | avoided Vietnam > Viet Nam"_s);
}

void TestTermReceipts::avoidedWhateverTheSourceSays()
{
    const QList<AvoidedTerm> style{{u"Vietnam"_s, TermStatus::Forbidden, u"in two words"_s, u"Viet Nam"_s},
                                   {u"South China Sea"_s, TermStatus::Forbidden, {}, u"East Sea"_s},
                                   {u"program"_s, TermStatus::Deprecated, {}, u"programme"_s}};
    const QString text = u"Vietnam and Vietnam's programmes in the South China Sea"_s;
    const QList<TermReceipt> receipts = TermReceipts().of({eastSea({0, 9})}, text, style);
    QCOMPARE(line(receipts), u"avoided South China Sea > East Sea | avoided Vietnam > Viet Nam"_s);
    QCOMPARE(receipts[1].hit, -1);
    QCOMPARE(receipts[1].spans, (QList<Span>{{0, 7}, {12, 19}}));
    QCOMPARE(line(TermReceipts().of({}, u"a program"_s, style)), u"avoided program > programme"_s);
    QVERIFY(TermReceipts().of({}, {}, style).isEmpty());
}

void TestTermReceipts::noTarget()
{
    QCOMPARE(line(TermReceipts().of({hit(u"x"_s, {0, 3}, {})}, u"anything"_s)), u"no-target"_s);
    TermHit forbidden = hit(u"x"_s, {0, 3}, u"regime"_s);
    forbidden.status = TermStatus::Forbidden;
    forbidden.avoided = {{u"regime"_s, TermStatus::Forbidden, {}, {}}};
    QCOMPARE(line(TermReceipts().of({forbidden}, u"the government"_s)), u"no-target"_s);
    QCOMPARE(line(TermReceipts().of({forbidden}, u"the regime"_s)), u"avoided regime"_s);
}

void TestTermReceipts::spansOfATermWithWordsBetween()
{
    const QList<TermReceipt> receipts =
        TermReceipts().of({hit(u"t"_s, {0, 3}, u"hold talks"_s)}, u"They held long talks"_s);
    QCOMPARE(receipts.first().spans, (QList<Span>{{5, 9}, {15, 20}}));
}

void TestTermReceipts::statusOfWhatWasFound()
{
    QCOMPARE(TermReceipts().of({eastSea({0, 9})}, u"the East Sea"_s).first().status, TermStatus::Preferred);
    QCOMPARE(TermReceipts().of({eastSea({0, 9})}, u"Bien Dong"_s).first().status, TermStatus::Admitted);
}

void TestTermReceipts::shortForm()
{
    const QList<TermReceipt> receipts = TermReceipts().of(
        {hit(u"mfa"_s, {0, 12}, u"Ministry of Foreign Affairs"_s)}, u"Then the Ministry replied"_s);
    QCOMPARE(line(receipts), u"missing the Ministry > Ministry of Foreign Affairs"_s);
    QVERIFY(receipts.first().spans.isEmpty());
}

QTEST_APPLESS_MAIN(TestTermReceipts)

#include "tst_term_receipts.moc"
