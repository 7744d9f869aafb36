// Any bytes as what a plugin writes: frames, messages in them, answers of every interface in those; each is
// refused with a sentence, or read, judged, written and read back alike; JSON is taken where nlohmann takes
// it. The first byte says where the stream is cut. Run: build/fuzz/fuzz/fuzz_plugin_protocol
// -max_total_time=60

#include "host/protocol/framing.h"
#include "host/protocol/initialize.h"
#include "host/protocol/json_cursor.h"
#include "host/protocol/message.h"
#include "host/protocol/remote_call.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

using namespace verbale;
using namespace verbale::host;

namespace {

void require(bool holds, const char *promise)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

struct Outcome
{
    std::vector<std::string> bodies;
    QString fault;
    bool operator==(const Outcome &) const = default;
};

Outcome framesOf(std::string_view bytes, std::size_t cut)
{
    FrameReader reader({256, 4, 1 << 20});
    Outcome outcome;
    for (const std::string_view part : {bytes.substr(0, cut), bytes.substr(cut)}) {
        const auto fed = reader.feed(part.data(), part.size());
        if (!fed)
            outcome.fault = fed.error().message;
    }
    while (auto body = reader.next())
        outcome.bodies.push_back(std::move(*body));
    return outcome;
}

/// Whether nlohmann may judge a text: not where it goes its own ways (numbers beyond a double, halves of
/// surrogate pairs, a byte order mark, a null byte as the end).
bool isComparable(std::string_view text)
{
    return text.find_first_of(std::string_view("\0\xEF", 2)) == std::string_view::npos &&
           text.find("\\ud") == std::string_view::npos && text.find("\\uD") == std::string_view::npos &&
           text.find_first_of("eE") == std::string_view::npos && text.size() < 300;
}

void compareWithNlohmann(std::string_view text)
{
    JsonCursor cursor(text, messageDepthLimit, 1 << 20);
    const bool ours = cursor.skip() && cursor.end();
    const bool tooDeep = cursor.failed() && cursor.fault().contains(QLatin1String("nested"));
    if (isComparable(text) && !tooDeep)
        require(ours == nlohmann::json::accept(text), "JSON is what nlohmann takes for JSON");
    require(ours || cursor.failed(), "a refusal has a reason");
}

template <typename Request>
void tryAnswer(std::string_view json, const Request &request)
{
    using Answer = typename Remote<Request>::Answer;
    const auto answer = fromJson<Answer>(json);
    if (!answer) {
        require(answer.error().message.endsWith(QLatin1Char('.')), "errors are sentences");
        return;
    }
    const std::string text = toJson(*answer);
    const auto again = fromJson<Answer>(text);
    // What is short in the text may have grown by its defaults, so memory's limit is never nearer.
    require(again.ok() && toJson(*again) == text, "what is read is written and read back");
    const auto judgedOnce = judged(*answer, request);
    if (!judgedOnce)
        return;
    const auto judgedTwice = judged(*judgedOnce, request);
    require(judgedTwice.ok(), "what was judged to be good stays good");
    const auto asked = fromJson<Request>(json);
    if (asked)
        require(fromJson<Request>(toJson(*asked)).ok(), "requests are written and read back");
}

SegmentText segment()
{
    return {QStringLiteral("7"),
            3,
            QStringLiteral("a\uFFFC\U0001F1FB"),
            QStringLiteral("b\U0001F1FB"),
            {{SegmentCode::Kind::Opening, 1, {}}}};
}

void tryEveryAnswer(std::string_view json)
{
    TermsRequest terms;
    terms.segments = {segment()};
    tryAnswer(json, terms);
    tryAnswer(json, ReceiptsRequest{{}, {}, {}, {{segment(), {TermHit{}}}}});
    tryAnswer(json, SuggestRequest{{}, {}, {{segment(), {}}}});
    tryAnswer(json, TranslateRequest{{}, {}, {}, {}, false, {{segment(), {}}}});
    tryAnswer(json, TranslatePreviewRequest{{{}, {}, {}, {}, false, {{segment(), {}}}}});
    tryAnswer(json, CheckRequest{{}, {}, {}, {{segment(), {}}}});
    tryAnswer(json, AlignRequest{{}, {}, {QString(), QString()}, {QString()}});
    tryAnswer(json, FormatDetectRequest{});
    tryAnswer(json, FormatReadRequest{});
    tryAnswer(json, FormatWriteRequest{});
    tryAnswer(json, CommandListRequest{});
    tryAnswer(json, CommandRunRequest{{}, {}, {}, {segment()}});
    for (const bool refused : {!readInitializeAnswer(json), !readInitializeRequest(json), !readProgress(json),
                               !readLogLine(json), !readCancel(json)})
        static_cast<void>(refused);
}

void tryBody(std::string_view body)
{
    compareWithNlohmann(body);
    const auto message = readMessage(body);
    if (!message) {
        require(message.error().message.endsWith(QLatin1Char('.')), "errors are sentences");
        return;
    }
    require(message->kind == Message::Kind::Notification || message->kind == Message::Kind::Failure ||
                message->id >= 0,
            "requests and answers have an id");
    require(message->value.data() != nullptr && !message->value.empty(), "a message has a value");
    tryEveryAnswer(message->value);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char *>(data + 1), size - 1);
    const Outcome whole = framesOf(bytes, bytes.size());
    require(whole == framesOf(bytes, data[0] % (bytes.size() + 1)), "it is no matter how the bytes are cut");
    for (const std::string &body : whole.bodies)
        tryBody(body);
    tryBody(bytes); // so that not every input needs a frame
    tryEveryAnswer(bytes);
    return 0;
}
