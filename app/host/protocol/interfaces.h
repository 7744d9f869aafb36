#pragma once

#include <chrono>
#include <span>
#include <string_view>
#include <vector>

namespace verbale::host {

/// Time limits that belong to no interface. Progress starts a call's clock anew, up to progressFactor times
/// its limit in all.
constexpr std::chrono::milliseconds initializeTimeLimit{10'000};
constexpr std::chrono::milliseconds shutdownTimeLimit{1'000};
constexpr int progressFactor = 10;
constexpr int callsAtOnce = 8; ///< that one plugin has

/// An interface as the protocol sees it.
struct InterfaceInfo
{
    std::string_view id;                   ///< "verbale.format/1"
    std::vector<std::string_view> methods; ///< "verbale.format/1/read" ...; of a single function, the id
    std::chrono::milliseconds timeLimit;   ///< of one call
    bool sideBySide = false;               ///< called on several threads at once; others one after the other
};

/// Every interface, in the order in which messages list them.
std::span<const InterfaceInfo> interfaces();

/// By the interface's id or by one of its methods; nullptr when there is none.
const InterfaceInfo *interfaceOf(std::string_view idOrMethod);

} // namespace verbale::host
