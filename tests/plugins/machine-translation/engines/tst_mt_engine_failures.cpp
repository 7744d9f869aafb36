#include "engine_samples.h"

#include <QtTest/QTest>

using namespace verbale;
using namespace verbale::mt;
using samples::answerOf;
using samples::batchOf;

Q_DECLARE_METATYPE(verbale::mt::FailureKind)

namespace {

using Kind = FailureKind;

struct Row
{
    const char *engine;
    int status;
    const char *body;
    Kind kind;
};

// The errors that the services' contracts name, and what stands between us and a service.
constexpr Row rows[] = {
    {"deepl", 400, R"({"message":"Bad request. Reason: Value for \u0027text\u0027 is missing."})",
     Kind::BadRequest},
    {"deepl", 400, R"({"Message":"Tag handling parsing failed, please check input."})", Kind::BadRequest},
    {"deepl", 400, R"({"message":"Value for \u0027target_lang\u0027 not supported."})", Kind::Setup},
    {"deepl", 400, R"({"message":"Glossary not found"})", Kind::Setup},
    {"deepl", 400, R"({"message":"Use of a glossary requires the source_lang parameter to be specified"})",
     Kind::Setup},
    {"deepl", 400, R"({"message":"Target language \u0027VI\u0027 doesn\u0027t support formality."})",
     Kind::Setup},
    {"deepl", 403, "", Kind::Key},
    {"deepl", 404, "", Kind::Setup},
    {"deepl", 413, "<html>413</html>", Kind::BadRequest},
    {"deepl", 414, "", Kind::BadRequest},
    {"deepl", 429, "", Kind::Limited},
    {"deepl", 456, R"({"message":"Quota for this billing period has been exceeded."})", Kind::Quota},
    {"deepl", 500, "", Kind::Unbilled},
    {"deepl", 502, "<html>Bad gateway</html>", Kind::Ambiguous},
    {"deepl", 503, "", Kind::Unbilled},
    {"deepl", 504, "", Kind::Unbilled},
    {"deepl", 529, "", Kind::Limited},
    {"azure-3.0", 400, R"({"error":{"code":400077,"message":"The maximum request size has been exceeded."}})",
     Kind::BadRequest},
    {"azure-3.0", 400, R"({"error":{"code":400036,"message":"The target language is not valid."}})",
     Kind::Setup},
    {"azure-3.0", 401, "", Kind::Key},
    {"azure-3.0", 401, R"({"error":{"code":401000,"message":"The request is not authorized."}})", Kind::Key},
    {"azure-3.0", 403, R"({"error":{"code":403000,"message":"The operation is not allowed."}})", Kind::Key},
    {"azure-3.0", 403, R"({"error":{"code":403001,"message":"Out of free quota."}})", Kind::Quota},
    {"azure-3.0", 429, R"({"error":{"code":429001,"message":"The server rejected the request."}})",
     Kind::Limited},
    {"azure-3.0", 500, R"({"error":{"code":500000,"message":"x"}})", Kind::Unbilled},
    {"azure-3.0", 503, R"({"error":{"code":503000,"message":"x"}})", Kind::Unbilled},
    {"azure-3.0", 502, "", Kind::Ambiguous},
    {"azure-2026", 403,
     "\xEF\xBB\xBF"
     R"({"error":{"code":"403001","message":"x"}})",
     Kind::Quota},
    {"azure-2026", 429, "", Kind::Limited},
    {"google-v2", 400, R"({"error":{"code":400,"message":"Required Text","errors":[{"reason":"required"}]}})",
     Kind::BadRequest},
    {"google-v2", 400,
     R"({"error":{"code":400,"message":"API key not valid.","errors":[{"reason":"badRequest"}]}})",
     Kind::Key},
    {"google-v2", 403,
     R"({"error":{"code":403,"message":"User Rate Limit Exceeded","errors":[{"reason":"userRateLimitExceeded"}]}})",
     Kind::Limited},
    {"google-v2", 403,
     R"({"error":{"code":403,"message":"Daily Limit Exceeded","errors":[{"reason":"dailyLimitExceeded"}]}})",
     Kind::Quota},
    {"google-v2", 403,
     R"({"error":{"code":403,"message":"API disabled","errors":[{"reason":"accessNotConfigured"}]}})",
     Kind::Key},
    {"google-v2", 403, "", Kind::Key},
    {"google-v2", 413, "", Kind::BadRequest},
    {"google-v2", 429, "", Kind::Limited},
    {"google-v2", 500, "", Kind::Unbilled},
    {"google-v2", 503, "", Kind::Unbilled},
    {"google-v3", 400,
     R"({"error":{"code":400,"status":"INVALID_ARGUMENT","message":"Invalid glossary location"}})",
     Kind::Setup},
    {"google-v3", 400, R"({"error":{"code":400,"status":"INVALID_ARGUMENT","message":"Text too long"}})",
     Kind::BadRequest},
    {"google-v3", 401, R"({"error":{"code":401,"status":"UNAUTHENTICATED","message":"x"}})", Kind::Key},
    {"google-v3", 403, R"({"error":{"code":403,"status":"PERMISSION_DENIED","message":"x"}})", Kind::Key},
    {"google-v3", 429, R"({"error":{"code":429,"status":"RESOURCE_EXHAUSTED","message":"x"}})",
     Kind::Limited},
    {"google-v3", 500, "", Kind::Ambiguous},
    {"google-v3", 503, R"({"error":{"code":503,"status":"UNAVAILABLE","message":"x"}})", Kind::Unbilled},
    {"libretranslate", 400, R"({"error":"vi is not supported"})", Kind::Setup},
    {"libretranslate", 400, R"x({"error":"request (51) exceeds text limit (50)"})x", Kind::BadRequest},
    {"libretranslate", 403, R"({"error":"Invalid API key"})", Kind::Key},
    {"libretranslate", 403, R"({"error":"Too many request limits violations"})", Kind::Quota},
    {"libretranslate", 429, R"({"error":"Slowdown: 10 per 1 minute"})", Kind::Limited},
    {"libretranslate", 500, R"({"error":"Cannot translate text: x"})", Kind::BadAnswer},
    {"libretranslate", 502, "", Kind::Ambiguous},
    {"modernmt", 400, R"({"status":400,"error":{"type":"x","message":"y"}})", Kind::BadRequest},
    {"modernmt", 401, R"({"status":401,"error":{"type":"x","message":"y"}})", Kind::Key},
    {"modernmt", 403, "", Kind::Key},
    {"modernmt", 429, "", Kind::Limited},
    {"modernmt", 500, "", Kind::Unbilled},
    {"modernmt", 504, "", Kind::Unbilled},
    {"apertium", 400,
     R"({"status":"error","code":400,"message":"Bad Request","explanation":"That pair is not installed"})",
     Kind::Setup},
    {"apertium", 400, R"({"status":"error","code":400,"message":"Bad Request","explanation":"Missing q"})",
     Kind::BadRequest},
    {"apertium", 500, "", Kind::Unbilled},
    {"apertium", 503, "", Kind::Unbilled},
    {"chat", 400, R"({"error":{"message":"too long","code":"context_length_exceeded"}})", Kind::BadRequest},
    {"chat", 401, R"({"error":{"message":"Incorrect API key provided.","code":"invalid_api_key"}})",
     Kind::Key},
    {"chat", 404, R"({"error":{"message":"model not found","code":"model_not_found"}})", Kind::Setup},
    {"chat", 408, "", Kind::Unbilled},
    {"chat", 409, "", Kind::Unbilled},
    {"chat", 429, R"({"error":{"message":"slow down","code":"rate_limit_exceeded"}})", Kind::Limited},
    {"chat", 429, R"({"error":{"message":"pay","type":"insufficient_quota","code":"insufficient_quota"}})",
     Kind::Quota},
    {"chat", 500, R"({"error":"the model failed to generate a response"})", Kind::Unbilled},
    {"chat", 503, R"({"error":{"message":"Loading model","code":503}})", Kind::Unbilled},
    {"generic", 400, "", Kind::BadRequest},
    {"generic", 402, "", Kind::Quota},
    {"generic", 403, "", Kind::Key},
    {"generic", 404, "", Kind::Setup},
    {"generic", 429, "", Kind::Limited},
    {"generic", 500, "", Kind::Ambiguous},
    {"generic", 503, "", Kind::Unbilled},
};

} // namespace

class tst_MtEngineFailures : public QObject
{
    Q_OBJECT

private slots:
    void contract_data();
    void contract();
    void strangeStatuses();
    void pauses();
    void theServiceMayForbidASecondTry();
    void messagesStayShort();
};

void tst_MtEngineFailures::contract_data()
{
    QTest::addColumn<int>("row");
    for (std::size_t i = 0; i < std::size(rows); ++i)
        QTest::addRow("%s %d %zu", rows[i].engine, rows[i].status, i) << static_cast<int>(i);
}

void tst_MtEngineFailures::contract()
{
    QFETCH(int, row);
    const Row &given = rows[row];
    const auto engines = samples::engines();
    const Engine &engine = *engines.at(given.engine);
    const EngineAnswer answer = engine.answer(batchOf({"Xin chào"}), answerOf(given.status, given.body));
    const auto *failure = std::get_if<Failure>(&answer);
    QVERIFY(failure);
    QCOMPARE(static_cast<int>(failure->kind), static_cast<int>(given.kind));
    QVERIFY(failure->error.code.startsWith("mt."));
    QVERIFY(failure->error.message.contains(engine.name()));
    QVERIFY(!failure->error.message.contains('\n') && !failure->error.message.contains('<'));
}

/// Whatever the number is, the answer is a failure, and only what is known to be free may be sent again by
/// itself.
void tst_MtEngineFailures::strangeStatuses()
{
    for (const auto &[name, engine] : samples::engines()) {
        for (int status = 0; status < 1000; ++status) {
            if (status == 200)
                continue;
            const EngineAnswer answer = engine->answer(batchOf({"Xin chào"}), answerOf(status, "{}"));
            const auto *failure = std::get_if<Failure>(&answer);
            QVERIFY2(failure && failure->kind != Kind::NotSent, qPrintable(name));
            if (status < 400)
                QVERIFY(failure->kind == Kind::BadAnswer || failure->kind == Kind::Refused);
            if (status > 529)
                QVERIFY(failure->kind == Kind::Ambiguous);
        }
    }
}

void tst_MtEngineFailures::pauses()
{
    const auto engines = samples::engines();
    HttpAnswer limited = answerOf(429, "");
    limited.retryAfter = std::chrono::milliseconds(7000);
    for (const auto &[name, engine] : engines) {
        if (name == "apertium")
            continue; // knows no limits
        const EngineAnswer answer = engine->answer(batchOf({"a"}), limited);
        QCOMPARE(std::get<Failure>(answer).retryAfter, limited.retryAfter);
    }
    const EngineAnswer slowly = engines.at("libretranslate")->answer(batchOf({"a"}), answerOf(429, ""));
    QVERIFY(std::get<Failure>(slowly).retryAfter >= std::chrono::milliseconds(60'000));
    const EngineAnswer rate = engines.at("google-v2")->answer(batchOf({"a"}), [&] {
        HttpAnswer answer = answerOf(403, R"({"error":{"message":"User Rate Limit Exceeded"}})");
        answer.retryAfter = limited.retryAfter;
        return answer;
    }());
    QCOMPARE(std::get<Failure>(rate).retryAfter, limited.retryAfter);
}

void tst_MtEngineFailures::theServiceMayForbidASecondTry()
{
    const auto engines = samples::engines();
    HttpAnswer answer = answerOf(500, "");
    answer.headers = {{"x-should-retry", "false"}};
    QCOMPARE(std::get<Failure>(engines.at("chat")->answer(batchOf({"a"}), answer)).kind, Kind::Ambiguous);
    answer.headers = {{"x-should-retry", "true"}};
    QCOMPARE(std::get<Failure>(engines.at("chat")->answer(batchOf({"a"}), answer)).kind, Kind::Unbilled);
}

void tst_MtEngineFailures::messagesStayShort()
{
    const auto engines = samples::engines();
    const QByteArray body = R"({"message":")" + QByteArray(5000, 'x') + R"(\n\ny"})";
    const EngineAnswer answer = engines.at("deepl")->answer(batchOf({"a"}), answerOf(400, body));
    QVERIFY(std::get<Failure>(answer).error.message.size() < 300);
}

QTEST_GUILESS_MAIN(tst_MtEngineFailures)
#include "tst_mt_engine_failures.moc"
