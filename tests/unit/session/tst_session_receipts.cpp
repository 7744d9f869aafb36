#include "session/receipts.h"

#include <QtTest/QtTest>

using namespace verbale;
using namespace Qt::StringLiterals;

namespace {

TermHit hit(const QString &entry, bool nested = false)
{
    TermHit made;
    made.span = {0, 3};
    made.entryId = entry;
    made.nested = nested;
    return made;
}

TermReceipt receipt(qsizetype number, ReceiptState state, const QString &found = {})
{
    return {number, state, TermStatus::Preferred, {}, found, {}, {}};
}

Segment segment(const QString &id, const QList<TermHit> &terms, const QList<TermReceipt> &receipts)
{
    Segment made;
    made.id = id;
    made.target.text = u"A target."_s;
    made.terms = terms;
    made.receipts = receipts;
    made.receiptsRevision = 0;
    return made;
}

Document document(const QList<Segment> &segments)
{
    Document made;
    for (const Segment &one : segments) {
        Unit unit;
        unit.id = one.id;
        unit.segments = {one};
        made.units.append(unit);
    }
    return made;
}

const TermReceipt theMinistry = receipt(0, ReceiptState::Missing, u"the Ministry"_s);

} // namespace

class tst_SessionReceipts : public QObject
{
    Q_OBJECT
private slots:
    void hold();
    void shortForms();
    void counts();
    void names();
};

void tst_SessionReceipts::hold()
{
    Segment one = segment(u"s1"_s, {}, {});
    QVERIFY(session::receiptsHold(one));
    one.revision = 1;
    QVERIFY(!session::receiptsHold(one));
    one.receiptsRevision = 1;
    one.target.text = u"  "_s;
    QVERIFY(!session::receiptsHold(one));
}

void tst_SessionReceipts::shortForms()
{
    const Segment full = segment(u"a"_s, {hit(u"mfa"_s)}, {receipt(0, ReceiptState::Used)});
    const Segment other = segment(u"b"_s, {hit(u"moj"_s)}, {receipt(0, ReceiptState::Used)});
    const Segment brief = segment(u"c"_s, {hit(u"mfa"_s)}, {theMinistry});
    QVERIFY(session::isShortForm(document({full, brief}), {1, 0}, theMinistry));
    QVERIFY(!session::isShortForm(document({brief, full}), {0, 0}, theMinistry));
    QVERIFY(!session::isShortForm(document({other, brief}), {1, 0}, theMinistry));
    QVERIFY(!session::isShortForm(document({full, brief}), {1, 0}, receipt(0, ReceiptState::Missing)));
    QVERIFY(!session::isShortForm(document({full, brief}), {1, 0}, receipt(-1, ReceiptState::Avoided)));
}

void tst_SessionReceipts::counts()
{
    const Segment brief = segment(u"c"_s, {hit(u"mfa"_s)}, {theMinistry});
    Segment stale = segment(u"d"_s, {hit(u"x"_s)}, {receipt(0, ReceiptState::Missing)});
    stale.revision = 4;
    const Document counted =
        document({brief,
                  segment(u"a"_s, {hit(u"mfa"_s), hit(u"vn"_s, true), hit(u"sea"_s), hit(u"x"_s)},
                          {receipt(0, ReceiptState::Used), receipt(1, ReceiptState::Missing),
                           receipt(2, ReceiptState::Avoided), receipt(3, ReceiptState::NoTarget),
                           receipt(-1, ReceiptState::Avoided)}),
                  brief, stale});
    session::ReceiptCounts expected;
    expected.used = 1;
    expected.missing = 1;
    expected.noTarget = 1;
    expected.avoided = 2;
    expected.shortForms = 1;
    QCOMPARE(session::countReceipts(counted), expected);
}

void tst_SessionReceipts::names()
{
    QCOMPARE(session::receiptName(ReceiptState::Used), u"used"_s);
    QCOMPARE(session::receiptName(ReceiptState::Avoided), u"avoided"_s);
}

QTEST_GUILESS_MAIN(tst_SessionReceipts)
#include "tst_session_receipts.moc"
