#pragma once

#include <cstdio>
#include <cstdlib>

namespace verbale::fuzz {

inline void require(bool holds, const char *promise)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

} // namespace verbale::fuzz
