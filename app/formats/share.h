#pragma once

#include <QtCore/QtGlobal>

#include <cmath>

namespace verbale::bilingual {

/// A share as a file says it, of four decimals: within 0 to 1, however large its number is; 0 when it is
/// none.
inline double share(double said)
{
    return std::isnan(said) ? 0 : qRound(qBound(0.0, said, 1.0) * 10000) / 10000.0;
}

} // namespace verbale::bilingual
