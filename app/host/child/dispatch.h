#pragma once

#include "host/protocol/message.h"

#include <verbale/sdk/control.h>

#include <string>
#include <string_view>

namespace verbale::host {

/// What came of a request: a result, or what to answer instead.
struct Outcome
{
    std::string result; ///< JSON; unless `failed`
    bool failed = false;
    ErrorNumber number = ErrorNumber::InternalError;
    Error error = {};
};

Outcome failure(ErrorNumber number, Error error);

/// A method of an interface, made callable by its name. `provider` is the address of the interface class.
using Method = Outcome (*)(void *provider, std::string_view params, const StopToken &stop,
                           const Progress &progress);

/// nullptr when no interface has a method of this name.
Method methodNamed(std::string_view name);

} // namespace verbale::host
