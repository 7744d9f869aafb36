// Every struct of the SDK comes back from its JSON form; what is no such form is refused with a sentence.

#include "host/protocol/remote_call.h"
#include "random_values.h"

#include <QtTest/QTest>

#include <nlohmann/json.hpp>

namespace verbale::host {

using nlohmann::json;
using namespace Qt::StringLiterals;

namespace {

template <typename T>
QString faultOf(const char *text)
{
    const Result<T> result = fromJson<T>(text);
    return result ? QStringLiteral("it was read")
                  : result.error().code + QLatin1String(": ") + result.error().message;
}

} // namespace

class TestProtocolCodec : public QObject
{
    Q_OBJECT

private:
    template <typename T>
    static void comesBack(const char *name)
    {
        RandomValues random(1);
        for (int round = 0; round < 60; ++round) {
            T value;
            random.fill(value);
            const std::string text = toJson(value);
            const Result<T> back = fromJson<T>(text);
            QVERIFY2(back.ok(), back ? "" : qPrintable(QString(name) + ": " + back.error().message));
            QVERIFY2(same(*back, value), text.c_str());
            // Another writer: keys in another order, everything beyond ASCII escaped, white space.
            const json tree = json::parse(text, nullptr, false);
            QVERIFY2(tree.is_object(), text.c_str());
            const std::string other = tree.dump(round % 3, ' ', true);
            const Result<T> again = fromJson<T>(other);
            QVERIFY2(again.ok() && same(*again, value), other.c_str());
            // A later version that has more keys.
            json larger = tree;
            larger["later"] = {{"a", {1, 2.5, nullptr, "x"}}};
            const Result<T> tolerant = fromJson<T>(larger.dump());
            QVERIFY(tolerant.ok() && same(*tolerant, value));
        }
    }

    /// Cut anywhere, and with any byte replaced: an Error or a value, never anything else.
    template <typename T>
    static void endures()
    {
        RandomValues random(7);
        T value;
        random.fill(value);
        std::string text = toJson(value);
        if (text.size() > 1500)
            text = toJson(T{});
        for (size_t i = 0; i < text.size(); ++i) {
            QVERIFY(!fromJson<T>(std::string_view(text).substr(0, i)).ok());
            for (const char byte : {'"', '[', '}', ',', '1', '\xFF', '\0'}) {
                std::string damaged = text;
                damaged[i] = byte;
                const Result<T> read = fromJson<T>(damaged);
                QVERIFY(read.ok() == (read.ok() && json::accept(damaged)));
                QVERIFY(read.ok() || read.error().message.endsWith('.'));
            }
        }
        for (const char *other : {"null", "1", "\"x\"", "[]", "true", ""})
            QVERIFY(!fromJson<T>(other).ok());
    }

private slots:
    void everyStructComesBack()
    {
        comesBack<SegmentText>("SegmentText");
        comesBack<TermHit>("TermHit");
        comesBack<TermsRequest>("TermsRequest");
        comesBack<TermsAnswer>("TermsAnswer");
        comesBack<ReceiptsRequest>("ReceiptsRequest");
        comesBack<ReceiptsAnswer>("ReceiptsAnswer");
        comesBack<SuggestRequest>("SuggestRequest");
        comesBack<SuggestAnswer>("SuggestAnswer");
        comesBack<TranslateRequest>("TranslateRequest");
        comesBack<TranslateAnswer>("TranslateAnswer");
        comesBack<TranslatePreviewRequest>("TranslatePreviewRequest");
        comesBack<TranslatePreview>("TranslatePreview");
        comesBack<CheckRequest>("CheckRequest");
        comesBack<CheckAnswer>("CheckAnswer");
        comesBack<AlignRequest>("AlignRequest");
        comesBack<AlignAnswer>("AlignAnswer");
        comesBack<FormatDetectRequest>("FormatDetectRequest");
        comesBack<FormatDetectAnswer>("FormatDetectAnswer");
        comesBack<FormatReadRequest>("FormatReadRequest");
        comesBack<FormatReadAnswer>("FormatReadAnswer");
        comesBack<FormatWriteRequest>("FormatWriteRequest");
        comesBack<FormatWriteAnswer>("FormatWriteAnswer");
        comesBack<CommandListRequest>("CommandListRequest");
        comesBack<CommandListAnswer>("CommandListAnswer");
        comesBack<CommandRunRequest>("CommandRunRequest");
        comesBack<CommandRunAnswer>("CommandRunAnswer");
    }

    void everyStructEnduresDamage()
    {
        endures<TermsRequest>();
        endures<TermsAnswer>();
        endures<ReceiptsAnswer>();
        endures<SuggestAnswer>();
        endures<TranslateRequest>();
        endures<TranslateAnswer>();
        endures<TranslatePreview>();
        endures<CheckAnswer>();
        endures<AlignAnswer>();
        endures<FormatReadAnswer>();
        endures<FormatWriteRequest>();
        endures<CommandRunAnswer>();
    }

    /// The forms that the comments of the SDK give, written out by hand.
    void theFormIsAsDocumented()
    {
        const SegmentText segment{QStringLiteral("7"),
                                  3,
                                  QStringLiteral("Bộ\uFFFC"),
                                  QStringLiteral("M"),
                                  {{SegmentCode::Kind::Opening, 1, QStringLiteral("<b>")}}};
        QCOMPARE(toJson(segment),
                 std::string(R"({"id":"7","revision":3,"source":"Bộ)"
                             "\xEF\xBF\xBC"
                             R"(","target":"M","codes":[{"kind":"opening","number":1,"data":"<b>"}]})"));
        TermHit hit;
        hit.span = {3, 12};
        hit.entryId = QStringLiteral("e");
        hit.alternatives = QStringList{QStringLiteral("a")};
        hit.status = TermStatus::Forbidden;
        hit.spelling = TermSpelling::Differs;
        hit.avoided = {{QStringLiteral("x"), TermStatus::Deprecated, QStringLiteral("r"), QString()}};
        QCOMPARE(toJson(hit),
                 std::string(
                     R"({"span":[3,12],"entryId":"e","target":"","alternatives":["a"],"status":"forbidden",)"
                     R"("domain":"","authority":"","note":"","glossary":"","nested":false,)"
                     R"("spelling":"differs","termbase":"",)"
                     R"("avoided":[{"text":"x","status":"deprecated","reason":"r","replacement":""}],)"
                     R"("senses":[],"validFrom":"","validTo":""})"));
        SuggestAnswer answer;
        answer.suggestions = {{QStringLiteral("7"),
                               3,
                               SuggestionKind::MachineTranslation,
                               QStringLiteral("T"),
                               QStringLiteral("E"),
                               0.5,
                               true,
                               {{0, 1}},
                               {0, -1}}};
        QCOMPARE(
            toJson(answer),
            std::string(R"({"suggestions":[{"segmentId":"7","revision":3,"kind":"machineTranslation",)"
                        R"("text":"T","origin":"E","coverage":0.5,"complete":true,"untranslated":[[0,1]],)"
                        R"("codes":[0,-1]}],"warnings":[]})"));
        TranslateRequest translate{u"deepl"_s, u"vi"_s, u"en"_s, u"speech.txt"_s, true, {}};
        QCOMPARE(toJson(translate),
                 std::string(R"({"engine":"deepl","sourceLanguage":"vi","targetLanguage":"en",)"
                             R"("document":"speech.txt","again":true,"segments":[]})"));
        QCOMPARE(toJson(TranslatePreviewRequest{translate}), toJson(translate));
        const TranslatePreview preview{40,
                                       12,
                                       1,
                                       2,
                                       1830,
                                       20'000,
                                       {},
                                       u"DeepL"_s,
                                       u"api.deepl.com"_s,
                                       {{u"https://x"_s, u"{}"_s, {u"7"_s}}},
                                       1,
                                       {u"w"_s}};
        QCOMPARE(toJson(preview),
                 std::string(R"({"segments":40,"cached":12,"mayHaveBeenCharged":1,"unchanged":2,)"
                             R"("characters":1830,"documentLeft":20000,"engineName":"DeepL",)"
                             R"("host":"api.deepl.com","requests":[{"url":"https://x","body":"{}",)"
                             R"("segmentIds":["7"]}],"requestCount":1,"warnings":["w"]})"));
        TranslateAnswer translated{{}, u"DeepL"_s, 120, {}};
        translated.translations = {
            {u"7"_s, 3, u"T"_s, {1, 0}, true, {u"its figures differ"_s}, {}},
            {u"8"_s, 4, {}, {}, false, {}, Error{u"mt.ambiguous"_s, u"It may have been charged."_s}}};
        QCOMPARE(toJson(translated),
                 std::string(R"({"translations":[{"segmentId":"7","revision":3,"text":"T","codes":[1,0],)"
                             R"("cached":true,"remarks":["its figures differ"]},)"
                             R"({"segmentId":"8","revision":4,"text":"","codes":[],"cached":false,)"
                             R"("remarks":[],"error":{"code":"mt.ambiguous",)"
                             R"("message":"It may have been charged.",)"
                             R"("where":{"file":"","line":0,"column":0,"offset":-1}}}],)"
                             R"("engineName":"DeepL","sentCharacters":120,"warnings":[]})"));
        QCOMPARE(toJson(FormatWriteAnswer{QByteArray("\0\xFFz", 3), {}}),
                 std::string(R"({"bytes":"AP96","warnings":[]})"));
        QCOMPARE(
            toJson(AlignAnswer{{{{0, 2}, {0, 1}, 0.25}}, {QStringLiteral("w")}}),
            std::string(R"({"parts":[{"source":[0,2],"target":[0,1],"confidence":0.25}],"warnings":["w"]})"));
    }

    void shortAnswersAreEnough()
    {
        const auto terms =
            fromJson<TermsAnswer>(R"({"segments":[{"segmentId":"7","revision":3,"hits":[{"span":[0,2]}]}]})");
        QVERIFY(terms.ok());
        QVERIFY(terms->segments[0].hits[0].span == (Span{0, 2}));
        const auto check = fromJson<CheckAnswer>(
            R"({"findings":[{"segmentId":"7","revision":3,"code":"a.b","message":"m","target":null,"severity":null}]})");
        QVERIFY(check.ok() && check->findings[0].severity == Severity::Warning);
        const auto receipts = fromJson<ReceiptsAnswer>(
            R"({"segments":[{"segmentId":"7","revision":3,"receipts":[{"state":"noTarget"}]}],"warnings":null})");
        QVERIFY(receipts.ok() && receipts->segments[0].receipts[0].hit == -1);
        const auto translations = fromJson<TranslateAnswer>(
            R"({"translations":[{"segmentId":"7","revision":3,"text":"t","error":null},)"
            R"({"segmentId":"8","revision":3,"error":{"code":"a.b","message":"m"}}]})");
        QVERIFY(translations.ok());
        QVERIFY(!translations->translations[0].error);
        QCOMPARE(translations->translations[1].error->message, u"m"_s);
        QCOMPARE(translations->translations[1].error->where.offset, -1);
    }

    void faultsHaveAPlace()
    {
        QCOMPARE(faultOf<TermsAnswer>(R"({"segments":[{},{}]})"),
                 QStringLiteral("protocol.value: segments[0] has no \"segmentId\"."));
        QCOMPARE(faultOf<TermsAnswer>("{}"), QStringLiteral("protocol.value: it has no \"segments\"."));
        QCOMPARE(faultOf<TermsAnswer>(R"({"segments":null})"),
                 QStringLiteral("protocol.value: it has no \"segments\"."));
        const char *terms = R"({"segments":[{"segmentId":"a","revision":1,"hits":[{"span":[0,1],)";
        const auto hit = [terms](const char *rest) {
            return faultOf<TermsAnswer>((std::string(terms) + rest + "}]}]}").c_str());
        };
        const QString at = QStringLiteral("protocol.value: segments[0].hits[0]");
        QCOMPARE(hit(R"("status":"best")"), at + ".status is \"best\"; it has to be one of \"preferred\", "
                                                 "\"admitted\", \"deprecated\", \"forbidden\".");
        QCOMPARE(hit(R"("status":1)"), at + ".status has to be a text.");
        QCOMPARE(hit(R"("nested":"no")"), at + ".nested has to be true or false.");
        QCOMPARE(hit(R"("alternatives":["a",2])"), at + ".alternatives[1] has to be a text.");
        QCOMPARE(hit(R"("alternatives":{})"), at + ".alternatives has to be a list.");
        QCOMPARE(hit(R"("note":"a","note":"b")"), at + ".note stands there twice.");
        QCOMPARE(hit(R"("senses":[[]])"), at + ".senses[0] has to be an object.");
        QCOMPARE(
            faultOf<AlignAnswer>(R"({"parts":[{"source":[0],"target":[0,1]}]})"),
            QStringLiteral("protocol.value: parts[0].source has to be two whole numbers, [start, end]."));
        QCOMPARE(
            faultOf<AlignAnswer>(R"({"parts":[{"source":[0,1,2],"target":[0,1]}]})"),
            QStringLiteral("protocol.value: parts[0].source has to be two whole numbers, [start, end]."));
        QCOMPARE(faultOf<AlignAnswer>(R"({"parts":[{"source":[0,1.5],"target":[0,1]}]})"),
                 QStringLiteral("protocol.value: parts[0].source has to be a whole number of 64 bits."));
        QCOMPARE(faultOf<TranslateAnswer>(
                     R"({"translations":[{"segmentId":"7","revision":3,"error":{"code":"a.b"}}]})"),
                 QStringLiteral("protocol.value: translations[0].error has no \"message\"."));
        QCOMPARE(
            faultOf<TranslateAnswer>(R"({"translations":[{"segmentId":"7","revision":3,"error":"no"}]})"),
            QStringLiteral("protocol.value: translations[0].error has to be an object."));
        QCOMPARE(faultOf<FormatWriteAnswer>(R"({"bytes":"*"})"),
                 QStringLiteral("protocol.value: bytes has to be a text in base64."));
        QCOMPARE(faultOf<SegmentText>(
                     R"({"id":"a","revision":1,"codes":[{"kind":"opening","number":4294967296}]})"),
                 QStringLiteral("protocol.value: codes[0].number is a number that is too large."));
    }

    void brokenTextsKeepTheirLength()
    {
        SegmentText segment{QStringLiteral("1"), 1, QString(QChar(0xD800)) + QStringLiteral("ab"), {}, {}};
        segment.source += QChar(0xDC00);
        const auto back = fromJson<SegmentText>(toJson(segment));
        QVERIFY(back.ok());
        QCOMPARE(back->source, QStringLiteral("\uFFFDab\uFFFD"));
        Suggestion suggestion;
        suggestion.coverage = std::numeric_limits<double>::quiet_NaN();
        const auto answer = fromJson<SuggestAnswer>(toJson(SuggestAnswer{{suggestion}, {}}));
        QVERIFY(answer.ok());
        QCOMPARE(answer->suggestions[0].coverage, 0.0);
    }

    /// A short text may not become much memory: each sense is three bytes here and 150 there.
    void memoryIsLimited()
    {
        const auto answerWith = [](const std::string &sense) {
            std::string text = "{\"segments\":[{\"segmentId\":\"a\",\"revision\":1,\"hits\":[{\"span\":[0,1],"
                               "\"senses\":[" +
                               sense;
            for (int i = 1; i < 50'000; ++i)
                text += ',' + sense;
            return fromJson<TermsAnswer>(text + "]}]}]}");
        };
        const auto empty = answerWith("{}");
        QVERIFY(!empty.ok());
        QVERIFY(empty.error().message.contains("too large to be held in memory"));
        QVERIFY(answerWith("{\"target\":\"a\"}").ok());
        QVERIFY(decodedBytesFor(64 * 1024 * 1024) == decodedBytesLimit);
        QVERIFY(decodedBytesFor(std::numeric_limits<std::size_t>::max()) == decodedBytesLimit);
    }
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestProtocolCodec)
#include "tst_protocol_codec.moc"
