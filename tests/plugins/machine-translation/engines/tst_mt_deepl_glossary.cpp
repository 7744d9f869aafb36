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
    void doubtIsSettled();
    void manyTermsGoInParts();

private:
    static GlossaryPlan planOf(const GlossaryState &known, const QList<TermPair> &wanted)
    {
        return DeepLGlossary::plan(known, wanted);
    }
    static HttpRequest requestOf(GlossaryStep step)
    {
        step.name = "diplo";
        return *DeepLGlossary("https://api.deepl.com").request(step, {"vi", "en-GB", {}}, samples::key());
    }
    static Json bodyOf(const GlossaryPlan &plan)
    {
        return Json::parse(requestOf(*plan.step).body.toStdString());
    }
    static QString idIn(const EngineAnswer &answer)
    {
        return std::get<QList<ItemAnswer>>(answer).first().text;
    }
};

void tst_MtDeepLGlossary::isCreated()
{
    const auto plan = planOf({}, {{"công hàm", "note verbale"}, {"đại sứ quán", "embassy"}});
    QVERIFY(plan.step);
    QCOMPARE(plan.step->kind, GlossaryStep::Kind::Create);
    const HttpRequest request = requestOf(*plan.step);
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.url, QString("https://api.deepl.com/v3/glossaries"));
    const Json body = bodyOf(plan);
    QCOMPARE(body["name"].get<std::string>(), std::string("diplo"));
    QCOMPARE(body["dictionaries"][0]["source_lang"].get<std::string>(), std::string("vi"));
    QCOMPARE(body["dictionaries"][0]["target_lang"].get<std::string>(), std::string("en")); // never "en-gb"
    QCOMPARE(body["dictionaries"][0]["entries"].get<std::string>(),
             std::string("công hàm\tnote verbale\nđại sứ quán\tembassy"));
    QVERIFY(!request.body.contains(samples::keyText));
    QVERIFY(!planOf({}, {}).step);
}

void tst_MtDeepLGlossary::onlyChangesAreSent()
{
    const QList<TermPair> old{{"a", "1"}, {"b", "2"}, {"c", "3"}};
    const auto same = planOf({"4c67", old}, {{"c", "3"}, {"b", "2"}, {"a", "1"}});
    QVERIFY(!same.step);
    const auto changed = planOf({"4c67", old}, {{"a", "1"}, {"b", "two"}, {"c", "3"}, {"d", "4"}});
    QCOMPARE(changed.step->kind, GlossaryStep::Kind::Merge);
    QCOMPARE(requestOf(*changed.step).method, QByteArray("PATCH"));
    QCOMPARE(requestOf(*changed.step).url, QString("https://api.deepl.com/v3/glossaries/4c67"));
    QCOMPARE(bodyOf(changed)["dictionaries"][0]["entries"].get<std::string>(), std::string("b\ttwo\nd\t4"));
    QCOMPARE(changed.accepted.size(), 4);
    const GlossaryState now = after({"4c67", old}, *changed.step, "4c67");
    QVERIFY(!planOf(now, changed.accepted).step);
    QCOMPARE(now.entries.size(), 4);
}

void tst_MtDeepLGlossary::removalsReplaceThePair()
{
    const auto plan = planOf({"4c67", {{"a", "1"}, {"b", "2"}}}, {{"a", "1"}});
    QCOMPARE(plan.step->kind, GlossaryStep::Kind::Replace);
    QCOMPARE(requestOf(*plan.step).method, QByteArray("PUT"));
    QCOMPARE(requestOf(*plan.step).url, QString("https://api.deepl.com/v3/glossaries/4c67/dictionaries"));
    QCOMPARE(bodyOf(plan)["entries"].get<std::string>(), std::string("a\t1"));
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
    QCOMPARE(plan.rejected.size(), 5);
    for (const RejectedTerm &term : plan.rejected)
        QVERIFY(!term.reason.isEmpty());
    QCOMPARE(bodyOf(plan)["dictionaries"][0]["entries"].get<std::string>(),
             std::string("20%\t20 per cent\nđại sứ quán\tembassy"));
}

void tst_MtDeepLGlossary::answersAreRead()
{
    using Kind = GlossaryStep::Kind;
    const GlossaryStep create{.kind = Kind::Create, .name = "diplo"};
    const GlossaryStep merge{.kind = Kind::Merge, .id = "4c67"};
    const GlossaryStep find{.kind = Kind::Find, .name = "diplo"};
    const auto made =
        DeepLGlossary::answer(create, answerOf(201, R"({"glossary_id":"4c67-ab","name":"diplo"})"));
    QCOMPARE(idIn(made), QString("4c67-ab"));
    QCOMPARE(idIn(DeepLGlossary::answer(merge, answerOf(204, ""))), QString("4c67"));
    const auto list = answerOf(200, R"({"glossaries":[{"glossary_id":"1","name":"other"},{"name":"diplo"},)"
                                    R"({"glossary_id":"2","name":"diplo"}]})");
    QCOMPARE(idIn(DeepLGlossary::answer(find, list)), QString("2"));
    QCOMPARE(idIn(DeepLGlossary::answer(find, answerOf(200, R"({"glossaries":[]})"))), QString());
    const auto failureOf = [](const EngineAnswer &answer) { return std::get<Failure>(answer); };
    const auto strange = DeepLGlossary::answer(create, answerOf(201, R"({"glossary_id":"../../v2/usage"})"));
    QCOMPARE(failureOf(strange).kind, FailureKind::BadAnswer);
    QCOMPARE(failureOf(DeepLGlossary::answer(merge, answerOf(404, ""))).error.code,
             QString("mt.no-glossary"));
    QCOMPARE(failureOf(DeepLGlossary::answer(create, answerOf(404, ""))).kind, FailureKind::Setup);
    QCOMPARE(failureOf(DeepLGlossary::answer(merge, answerOf(456, ""))).kind, FailureKind::Quota);
    // It may have been made all the same: it is not made again by itself.
    QCOMPARE(failureOf(DeepLGlossary::answer(create, answerOf(503, ""))).kind, FailureKind::Ambiguous);
    QCOMPARE(failureOf(DeepLGlossary::answer(merge, answerOf(503, ""))).kind, FailureKind::Unbilled);
}

void tst_MtDeepLGlossary::doubtIsSettled()
{
    QCOMPARE(planOf({.unsure = true}, {{"a", "1"}}).step->kind, GlossaryStep::Kind::Find);
    QCOMPARE(requestOf({.kind = GlossaryStep::Kind::Find}).method, QByteArray("GET"));
    QCOMPARE(requestOf({.kind = GlossaryStep::Kind::Find}).url,
             QString("https://api.deepl.com/v3/glossaries"));
    QVERIFY(requestOf({.kind = GlossaryStep::Kind::Find}).body.isEmpty());
    const GlossaryState found{"4c67", {{"a", "1"}}, true};
    QCOMPARE(planOf(found, {{"a", "1"}}).step->kind, GlossaryStep::Kind::Replace);
    QVERIFY(!planOf({.unsure = true}, {{"", "1"}}).step); // nobody asks for nothing
}

void tst_MtDeepLGlossary::manyTermsGoInParts()
{
    QList<TermPair> many;
    for (int i = 0; i < 5000; ++i)
        many.append({QStringLiteral("\"thuật ngữ\" số %1").arg(i), QStringLiteral("term \\%1").arg(i)});
    GlossaryState state;
    QByteArrayList methods;
    while (const auto step = planOf(state, many).step) {
        const HttpRequest request = requestOf(*step);
        QVERIFY(request.body.size() <= 128 * 1024);
        methods.append(request.method);
        state = after(state, *step, "4c67");
    }
    QCOMPARE(methods.first(), QByteArray("POST"));
    QCOMPARE(methods.count("PATCH"), methods.size() - 1);
    QVERIFY(methods.size() > 2 && methods.size() < 12);
    QCOMPARE(state.entries, many);
}

QTEST_GUILESS_MAIN(tst_MtDeepLGlossary)
#include "tst_mt_deepl_glossary.moc"
