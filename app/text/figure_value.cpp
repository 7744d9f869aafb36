#include "text/figure_value.h"

#include <algorithm>
#include <cmath>

namespace verbale::text {

double Decimal::toDouble() const
{
    const double value = digits.toDouble() * std::pow(10.0, exponent);
    return negative ? -value : value;
}

Decimal Decimal::normalised() const
{
    const auto isZero = [](QChar c) { return c == u'0'; };
    const auto begin = std::find_if_not(digits.begin(), digits.end(), isZero);
    if (begin == digits.end())
        return {digits.isEmpty() ? QString() : QStringLiteral("0"), 0, false};
    const auto end = std::find_if_not(digits.rbegin(), digits.rend(), isZero).base();
    const qsizetype start = begin - digits.begin();
    return {digits.mid(start, end - begin), exponent + static_cast<int>(digits.end() - end), negative};
}

} // namespace verbale::text
