// Any bytes as what a service of machine translation answers: each engine refuses them with a sentence, or
// reads texts that belong to what was asked; the judge refuses those, or lets through what may stand in a
// document. The first byte names the engine, '0' to '9' in the order of their names, the second one the
// status.

#include "promise.h"

#include "plugins/machine-translation/judge/judge.h"
#include "tests/plugins/machine-translation/engines/engine_samples.h"

#include <algorithm>
#include <array>
#include <cstdint>

using namespace verbale;
using namespace verbale::mt;

namespace {

using Kind = SegmentCode::Kind;
constexpr QChar place{0xFFFC};

struct Asked
{
    Batch batch;
    QList<JudgedSource> sources;
};

JudgedSource sourceOf(QString text, const QList<SegmentCode> &codes, TagNotation notation)
{
    JudgedSource source;
    source.marked = {text.replace(u'*', place), codes};
    source.encoded = encodeTags(source.marked, notation);
    return source;
}

/// The seeds in corpus/mt_answers answer these texts.
Asked asked(const Engine &engine)
{
    const QList<SegmentCode> pair{{Kind::Opening, 1, {}}, {Kind::Closing, 1, {}}, {Kind::Standalone, 2, {}}};
    Asked asked{samples::batchOf({}), {}};
    const TagNotation notation = engine.notation();
    asked.sources = {sourceOf(QStringLiteral("Công hàm *số 12* của Bộ*"), pair, notation),
                     sourceOf(QStringLiteral("Xin chào"), {}, notation)};
    if (engine.limits().maxItems == 1)
        asked.sources.removeLast();
    for (const JudgedSource &source : asked.sources)
        asked.batch.items.append({"key", source.encoded.text});
    return asked;
}

bool isSound(const QString &text)
{
    return std::none_of(text.begin(), text.end(),
                        [](QChar unit) {
                            return unit.unicode() == 0 || unit.unicode() == 0x1B || unit.unicode() >= 0xFFFE;
                        }) &&
           QString::fromUtf8(text.toUtf8()) == text;
}

void look(const Engine &engine, const JudgedSource &source, const ItemAnswer &answer)
{
    const Judgement judgement = judge(source, answer, engine.notation());
    for (const Objection &one : judgement.fatal + judgement.suspicious)
        fuzz::require(one.code.startsWith(QLatin1String("mt.")) && !one.sentence.isEmpty(),
                      "objections have a sentence");
    if (!judgement.usable())
        return;
    const DecodedText &decoded = judgement.decoded;
    QList<qsizetype> codes = decoded.codes;
    std::sort(codes.begin(), codes.end());
    bool whole = codes.size() == source.marked.codes.size() && decoded.text.count(place) == codes.size();
    for (qsizetype i = 0; i < codes.size(); ++i)
        whole = whole && codes.at(i) == i;
    fuzz::require(whole, "every code once");
    fuzz::require(codes.size() < 2 || decoded.codes.indexOf(0) < decoded.codes.indexOf(1), "pairs are pairs");
    fuzz::require(isSound(decoded.text), "characters that may stand in a file");
    fuzz::require(!answer.truncated, "nothing that was cut short");
}

void look(const Engine &engine, const Failure &failure)
{
    fuzz::require(failure.kind != FailureKind::NotSent, "what was answered was sent");
    fuzz::require(failure.error.code.startsWith(QLatin1String("mt.")), "failures have a code");
    const QString &message = failure.error.message;
    fuzz::require(message.contains(engine.name()) && message.size() < 500 && !message.contains(u'\n'),
                  "failures have one sentence");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto engines = samples::engines();
    static constexpr std::array statuses{200, 400, 401, 403, 404, 413, 429, 456, 500, 503};
    if (size < 2)
        return 0;
    const auto &engine =
        *std::next(engines.begin(), (data[0] + 2) % static_cast<int>(engines.size()))->second;
    const int status = statuses.at((data[1] + 2U) % statuses.size()); // '0' is 200
    const QByteArray body(reinterpret_cast<const char *>(data + 2), static_cast<qsizetype>(size - 2));
    const Asked given = asked(engine);
    const EngineAnswer answer = engine.answer(given.batch, samples::answerOf(status, body));
    if (const auto *failure = std::get_if<Failure>(&answer)) {
        look(engine, *failure);
        return 0;
    }
    fuzz::require(status == 200, "an error's status has no translations");
    QList<bool> seen(given.batch.items.size(), false);
    for (const ItemAnswer &one : std::get<QList<ItemAnswer>>(answer)) {
        fuzz::require(one.item >= 0 && one.item < seen.size() && !seen.at(one.item), "each item once");
        seen[one.item] = true;
        look(engine, given.sources.at(one.item), one);
    }
    return 0;
}
