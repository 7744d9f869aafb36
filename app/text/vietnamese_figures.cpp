#include "text/figures.h"
#include "text/vietnamese_words.h"

#include <array>

namespace verbale::text {

namespace {

using vietnamese::Reading;
using vietnamese::Text;

using Reader = Reading (*)(const Text &, int, Figure &);

/// The readers in the order of their claims: a date goes before a fraction, a fraction before a number.
constexpr std::array<Reader, 6> readers = {vietnamese::readOrdinal, vietnamese::readPeriod,
                                           vietnamese::readClock,   vietnamese::readFraction,
                                           vietnamese::readDate,    vietnamese::readQuantity};

Reading readAt(const Text &text, int at, Figure &figure)
{
    const FigureTokens &tokens = text.tokens();
    if (tokens.isWord(at) && tokens.roman(at) == 0 && !vietnamese::mayBegin(tokens.text(at)))
        return {at};
    if (tokens.isDigits(at)) {
        const Reading code = vietnamese::readCode(text, at);
        if (code.end > at)
            return code;
    }
    for (const Reader reader : readers) {
        figure = Figure();
        const Reading reading = reader(text, at, figure);
        if (reading.end > at)
            return reading;
    }
    // Digits that are nothing as a whole are nothing in part: "1.2.3", "31/4/2020".
    return {tokens.isDigits(at) ? digitsEnd(tokens, at) : at, false};
}

} // namespace

std::vector<Figure> vietnameseFigures(QStringView source)
{
    const Text text(source);
    std::vector<Figure> figures;
    for (int at = 0; at < text.tokens().size();) {
        Figure figure;
        const Reading reading = readAt(text, at, figure);
        if (reading.end <= at) {
            ++at;
            continue;
        }
        if (reading.isFigure)
            figures.push_back(std::move(figure));
        at = reading.end;
    }
    return figures;
}

} // namespace verbale::text
