#pragma once

#include "host/descriptor.h"
#include "host/protocol/framing.h"

#include <verbale/sdk/plugin.h>

#include <functional>
#include <string>

namespace verbale::host {

struct ServeOptions
{
    QString folder;   ///< the plugin's, with its plugin.json
    int requests = 0; ///< file descriptors; both are closed to the plugin's own use
    int answers = 1;
    FrameLimits limits = {};

    /// Shuts this process in. Called once, when `initialize` has arrived and before any byte of the plugin's
    /// library is mapped, while the process still has a single thread. `sandbox` is that key of the request,
    /// JSON. Returns JSON for the same key of the answer; an Error ends the process instead of loading the
    /// plugin. Empty: nothing is shut in.
    std::function<Result<std::string>(const Descriptor &, const PluginContext &, std::string_view sandbox)>
        beforeLoad = {};
};

/// The child's side of the protocol: reads requests, loads the library of the plugin in options.folder at
/// `initialize` and calls it, on the thread that called serve(), one call at a time; calls of interfaces that
/// are called side by side run on threads of their own. While a call takes longer than a moment, a second
/// thread goes on reading, so that $/cancel stops it and the pipe stays empty.
/// Returns the exit status: 0 after `exit` or when the requests come to their end, 1 after an error of the
/// protocol, which it says on the standard error stream.
int serve(const ServeOptions &options);

/// Moves the descriptors 0 and 1 out of the way of the plugin's own code: requests and answers get private
/// numbers, 0 reads nothing, and what the plugin prints to its standard output goes to its log. False when
/// the system has no descriptors left.
bool takeStandardStreams(ServeOptions &options);

} // namespace verbale::host
