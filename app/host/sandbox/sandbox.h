#pragma once

#include "host/sandbox/permissions.h"
#include "host/sandbox/sandbox_report.h"

namespace verbale::host {

/// What this kernel (and this build) can enforce.
struct KernelSupport
{
    int landlock = 0;     ///< the version of Landlock's interface; 0: none
    bool seccomp = false; ///< filters of system calls
    bool memory = true;   ///< false in a build with a sanitizer, whose shadow memory no limit can hold
};
KernelSupport kernelSupport();

/// Shuts this process in, for good, and for everything that it starts or becomes. To be called in the child,
/// while it has one thread, before anything of the plugin is loaded; write folders have to be there. What the
/// kernel cannot enforce is not an error: the report says so. `support` may be made smaller, to do what an
/// older kernel would do. Errors, after which the plugin must not be loaded: sandbox.threads, sandbox.folder,
/// sandbox.refused.
Result<SandboxReport> enterSandbox(const Permissions &permissions,
                                   const KernelSupport &support = kernelSupport());

/// verbale-plugin-host --exec: enters the sandbox and becomes the program that the descriptor's "command"
/// names, after writing one framed notification `$/sandbox` with the report to descriptor 1. The program is
/// looked up in the plugin's folder when its name has a slash, else in /usr/local/bin, /usr/bin and /bin. It
/// cannot start another program after this. Its environment is childEnvironment(). Comes back only with an
/// Error: sandbox.no-program and those of enterSandbox().
Error execSandboxed(const Descriptor &descriptor, const Permissions &permissions,
                    const KernelSupport &support = kernelSupport());

} // namespace verbale::host
