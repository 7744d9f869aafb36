#pragma once

#include <span>

namespace verbale::text {

/// A rule of vi.srx as the build wrote it down.
struct ShippedRule
{
    bool breaks;
    const char16_t *before;
    const char16_t *after;
};

/// Both are made of vi.srx by the build.
std::span<const ShippedRule> shippedRuleTable();
std::span<const unsigned char> shippedRuleBytes();

} // namespace verbale::text
