#include "engine_samples.h"

#include "plugins/machine-translation/engines/deepl_glossary.h"

#include <QtTest/QTest>

#include <nlohmann/json.hpp>

using namespace verbale;
using namespace verbale::mt;
using samples::answerOf;
using Json = nlohmann::json;

class tst_MtDeepLGlossary : public QObject
{
    Q_OBJECT

private slots:
    void isCreated();
    void onlyChangesAreSent();
    void removalsReplaceThePair();
    void badTermsSinkNothing();
    void answersAreRead();

private:
    static Result<GlossaryPlan> planOf(const GlossaryState &known, const QList<TermPair> &wanted)
    {
        return DeepLGlossary("https://api.deepl.com", "diplo")
            .plan(known, wanted, "vi", "en-GB", samples::key());
    }
    static Json bodyOf(const GlossaryPlan &plan)
    {
        return Json::parse(plan.step->request.body.toStdString());
    }
};

void tst_MtDeepLGlossary::isCreated()
{
    const auto plan = planOf({}, {{"công hàm", "note verbale"}, {"đại sứ quán", "embassy"}});
    QVERIFY(plan.ok() && plan->step);
    QCOMPARE(plan->step->kind, GlossaryStep::Kind::Create);
    QCOMPARE(plan->step->request.method, QByteArray("POST"));
    QCOMPARE(plan->step->request.url, QString("https://api.deepl.com/v3/glossaries"));
    const Json body = bodyOf(*plan);
    QCOMPARE(body["name"].get<std::string>(), std::string("diplo"));
    QCOMPARE(body["dictionaries"][0]["source_lang"].get<std::string>(), std::string("vi"));
    QCOMPARE(body["dictionaries"][0]["target_lang"].get<std::string>(), std::string("en")); // never "en-gb"
    QCOMPARE(body["dictionaries"][0]["entries"].get<std::string>(),
             std::string("công hàm\tnote verbale\nđại sứ quán\tembassy"));
    QVERIFY(!plan->step->request.body.contains(samples::keyText));
    QVERIFY(!planOf({}, {}).value().step);
}

void tst_MtDeepLGlossary::onlyChangesAreSent()
{
    const QList<TermPair> old{{"a", "1"}, {"b", "2"}, {"c", "3"}};
    const auto same = planOf({"4c67", old}, {{"c", "3"}, {"b", "2"}, {"a", "1"}});
    QVERIFY(same.ok() && !same->step);
    const auto changed = planOf({"4c67", old}, {{"a", "1"}, {"b", "two"}, {"c", "3"}, {"d", "4"}});
    QCOMPARE(changed->step->kind, GlossaryStep::Kind::Merge);
    QCOMPARE(changed->step->request.method, QByteArray("PATCH"));
    QCOMPARE(changed->step->request.url, QString("https://api.deepl.com/v3/glossaries/4c67"));
    QCOMPARE(bodyOf(*changed)["dictionaries"][0]["entries"].get<std::string>(), std::string("b\ttwo\nd\t4"));
    // The version names what the glossary holds, not the order in which it is listed.
    QCOMPARE(same->version, planOf({}, old).value().version);
    QVERIFY(changed->version != same->version);
    QCOMPARE(changed->entries, 4);
}

void tst_MtDeepLGlossary::removalsReplaceThePair()
{
    const auto plan = planOf({"4c67", {{"a", "1"}, {"b", "2"}}}, {{"a", "1"}});
    QCOMPARE(plan->step->kind, GlossaryStep::Kind::Replace);
    QCOMPARE(plan->step->request.method, QByteArray("PUT"));
    QCOMPARE(plan->step->request.url, QString("https://api.deepl.com/v3/glossaries/4c67/dictionaries"));
    QCOMPARE(bodyOf(*plan)["entries"].get<std::string>(), std::string("a\t1"));
}

void tst_MtDeepLGlossary::badTermsSinkNothing()
{
    const QString decomposed = QStringLiteral("đại sứ quán").normalized(QString::NormalizationForm_D);
    const auto plan = planOf({}, {{"", "x"},
                                  {"a\tb", "x"},
                                  {"c", "x\ny"},
                                  {QString(1100, 'l'), "x"},
                                  {"20%", "20 per cent"},
                                  {decomposed, "embassy"},
                                  {"đại sứ quán", "mission"}});
    QCOMPARE(plan->rejected.size(), 5);
    for (const RejectedTerm &term : plan->rejected)
        QVERIFY(!term.reason.isEmpty());
    QCOMPARE(bodyOf(*plan)["dictionaries"][0]["entries"].get<std::string>(),
             std::string("20%\t20 per cent\nđại sứ quán\tembassy"));
}

void tst_MtDeepLGlossary::answersAreRead()
{
    const DeepLGlossary glossary("https://api.deepl.com", "diplo");
    const auto made = glossary.answer({}, answerOf(201, R"({"glossary_id":"4c67-ab","name":"diplo"})"));
    QCOMPARE(std::get<QString>(made), QString("4c67-ab"));
    QCOMPARE(std::get<QString>(glossary.answer({"4c67", {}}, answerOf(204, ""))), QString("4c67"));
    const auto strange = glossary.answer({}, answerOf(201, R"({"glossary_id":"../../v2/usage"})"));
    QCOMPARE(std::get<Failure>(strange).kind, FailureKind::BadAnswer);
    QCOMPARE(std::get<Failure>(glossary.answer({"x", {}}, answerOf(404, ""))).kind, FailureKind::Setup);
    QCOMPARE(std::get<Failure>(glossary.answer({"x", {}}, answerOf(456, ""))).kind, FailureKind::Quota);
}

QTEST_GUILESS_MAIN(tst_MtDeepLGlossary)
#include "tst_mt_deepl_glossary.moc"
