#include "host/protocol/interfaces.h"

namespace verbale::host {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds quick{10'000};
constexpr milliseconds thoughtful{30'000};
constexpr milliseconds whole{120'000};   ///< of calls that are about a whole file, or the user's own
constexpr milliseconds patient{600'000}; ///< of calls that wait for a service on the network

const std::vector<InterfaceInfo> &table()
{
    static const std::vector<InterfaceInfo> interfaces{
        {"verbale.terms/1", {"verbale.terms/1"}, quick},
        {"verbale.suggest/1", {"verbale.suggest/1"}, thoughtful},
        {"verbale.translate/1", {"verbale.translate/1", "verbale.translate/1/preview"}, patient, true},
        {"verbale.check/1", {"verbale.check/1"}, quick},
        {"verbale.receipts/1", {"verbale.receipts/1"}, quick},
        {"verbale.align/1", {"verbale.align/1"}, whole},
        {"verbale.format/1",
         {"verbale.format/1/detect", "verbale.format/1/read", "verbale.format/1/write"},
         whole},
        {"verbale.command/1", {"verbale.command/1/list", "verbale.command/1/run"}, whole},
    };
    return interfaces;
}

} // namespace

std::span<const InterfaceInfo> interfaces()
{
    return table();
}

const InterfaceInfo *interfaceOf(std::string_view idOrMethod)
{
    for (const InterfaceInfo &info : table()) {
        if (info.id == idOrMethod)
            return &info;
        for (const std::string_view method : info.methods) {
            if (method == idOrMethod)
                return &info;
        }
    }
    return nullptr;
}

} // namespace verbale::host
