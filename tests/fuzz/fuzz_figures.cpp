// Any UTF-16: figures are in order and inside the text, each has the value of itself, and its English can be
// written. Run: build/fuzz/fuzz/fuzz_figures -max_total_time=60

#include "text/figures.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <vector>

using namespace verbale;
using namespace verbale::text;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void checkFigures(const std::vector<Figure> &figures, qsizetype size)
{
    FigureStyle style;
    style.currencyCode = true;
    style.twelveHours = true;
    qsizetype last = 0;
    for (const Figure &figure : figures) {
        require(figure.span.start >= last && !figure.span.isEmpty() && figure.span.end <= size);
        require(sameValue(figure, figure));
        require(formatEnglish(figure).size() < 400 && formatEnglish(figure, style).size() < 400);
        last = figure.span.end;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QString source(static_cast<qsizetype>(size / 2), Qt::Uninitialized);
    std::memcpy(source.data(), data, size / 2 * 2);
    const std::vector<Figure> vietnamese = vietnameseFigures(source);
    checkFigures(vietnamese, source.size());
    const std::vector<Figure> english = englishFigures(source);
    checkFigures(english, source.size());
    for (const Figure &a : vietnamese) {
        for (const Figure &b : english)
            require(sameValue(a, b) == sameValue(b, a));
    }
    return 0;
}
