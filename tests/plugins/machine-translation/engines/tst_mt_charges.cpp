#include "engine_samples.h"

#include "plugins/machine-translation/engines/generic.h"

#include <QtTest/QTest>

using namespace verbale;
using namespace verbale::mt;
using samples::answerOf;
using samples::batchOf;
using samples::goodAnswer;

namespace {

using Charge = std::optional<qint64>;

struct Case
{
    const char *written;
    Charge kept;
};

/// What a service may write where a number of characters belongs.
const Case cases[] = {
    {"0", 0},
    {"12", 12},
    {"1000000000", 1'000'000'000},
    {"1000000001", {}},
    {"-1", {}},
    {"-9223372036854775808", {}},
    {"9223372036854775807", {}},
    {"9223372036854775808", {}},
    {"18446744073709551615", {}},
    {"99999999999999999999", {}},
    {"1e3", {}},
    {"1.5", {}},
};

/// An engine with one number for the whole of an answer.
std::unique_ptr<GenericEngine> described(const QByteArray &body, const QByteArray &texts)
{
    QByteArray json =
        "{'schema': 'verbale.engine/1', 'id': 'a', 'name': 'A', 'url': 'https://mt.example.org',"
        "'limits': {'items': 9}, 'body': {'q': 'BODY'},"
        "'answer': {'texts': 'TEXTS', 'billed': '/cost'}}";
    json.replace('\'', '"').replace("BODY", body).replace("TEXTS", texts);
    auto engine = GenericEngine::fromJson(json, QStringLiteral("a.json"));
    return engine ? *std::move(engine) : nullptr;
}

QList<Charge> chargesOf(const EngineAnswer &answer)
{
    QList<Charge> charges;
    if (const auto *list = std::get_if<QList<ItemAnswer>>(&answer)) {
        for (const ItemAnswer &one : *list)
            charges.append(one.billedCharacters);
    }
    return charges;
}

} // namespace

/// What services say that they charged goes into the ledger, whose lines never change.
class tst_MtCharges : public QObject
{
    Q_OBJECT

private slots:
    void ofEachText_data();
    void ofEachText();
    void ofTheWholeRequest_data();
    void ofTheWholeRequest();
};

void tst_MtCharges::ofEachText_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QByteArray>("member");
    QTest::newRow("deepl") << "deepl" << QByteArray("\"billed_characters\":11");
    QTest::newRow("modernmt") << "modernmt" << QByteArray("\"billedCharacters\":8");
    QTest::newRow("generic") << "generic" << QByteArray("\"characters\":8");
}

void tst_MtCharges::ofEachText()
{
    QFETCH(QString, engine);
    QFETCH(QByteArray, member);
    const auto engines = samples::engines();
    const Batch batch = batchOf({"một", "hai"});
    const QByteArray good = goodAnswer(engine, batch, {"one", "two"});
    QVERIFY(good.contains(member));
    for (const Case &one : cases) {
        const QByteArray body =
            QByteArray(good).replace(member, member.left(member.indexOf(':') + 1) + one.written);
        const QList<Charge> found = chargesOf(engines.at(engine)->answer(batch, answerOf(200, body)));
        QVERIFY2(found == QList<Charge>({one.kept, one.kept}), one.written);
    }
}

void tst_MtCharges::ofTheWholeRequest_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"azure", "generic, list", "generic, one text"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void tst_MtCharges::ofTheWholeRequest()
{
    QFETCH(QString, kind);
    const auto engines = samples::engines();
    const auto list = described("${texts}", "/out/\x2a");
    const auto single = described("${text}", "/out");
    QVERIFY(list && single);
    for (const Case &one : cases) {
        Batch batch = batchOf({"a", "bbbbbbbbbb", "cc"});
        EngineAnswer answer;
        if (kind == "azure") {
            HttpAnswer http = answerOf(200, goodAnswer("azure-3.0", batch, {"x", "y", "z"}));
            http.headers = {{"x-metered-usage", one.written}};
            answer = engines.at("azure-3.0")->answer(batch, http);
        } else if (kind == "generic, list") {
            const QByteArray body = QByteArray("{\"out\":[\"x\",\"y\",\"z\"],\"cost\":") + one.written + '}';
            answer = list->answer(batch, answerOf(200, body));
        } else {
            batch = batchOf({"a"});
            const QByteArray body = QByteArray("{\"out\":\"x\",\"cost\":") + one.written + '}';
            answer = single->answer(batch, answerOf(200, body));
        }
        const QList<Charge> charges = chargesOf(answer);
        QCOMPARE(charges.size(), batch.items.size());
        qint64 sum = 0;
        for (const Charge &charge : charges) {
            QCOMPARE(charge.has_value(), one.kept.has_value());
            QVERIFY(charge.value_or(0) >= 0);
            sum += charge.value_or(0);
        }
        QVERIFY2(sum == one.kept.value_or(0), one.written);
    }
}

QTEST_GUILESS_MAIN(tst_MtCharges)
#include "tst_mt_charges.moc"
