#pragma once

#include "host/sandbox/permissions.h"
#include "host/sandbox/sandbox_report.h"

namespace verbale::host {

/// What this kernel (and this build) can enforce.
struct KernelSupport
{
    int landlock = 0;     ///< the version of Landlock's interface; 0: none
    bool seccomp = false; ///< filters of system calls
    bool oneExec = false; ///< a filter can let one exec through and none after it
    bool memory = false;  ///< limits; not in a build with a sanitizer, whose shadow memory no limit can hold
};
KernelSupport kernelSupport();

/// Shuts this process in, for good, and everything that it becomes. To be called in the child, while it has
/// one thread, before anything of the plugin is loaded; write folders have to be there. What the kernel
/// cannot enforce is no error: the report says so. `support` may be made smaller, to do what an older kernel
/// would do. Errors, after which the plugin must not be loaded: sandbox.threads, sandbox.folder,
/// sandbox.refused.
Result<SandboxReport> enterSandbox(const Permissions &permissions,
                                   const KernelSupport &support = kernelSupport());

/// verbale-plugin-host --exec: enters the sandbox and becomes the program that the descriptor's "command"
/// names (see program_lookup.h), with the environment of this process, after writing one framed notification
/// `$/sandbox` with the report to descriptor 1. No descriptor but 0, 1 and 2 stays open. The program cannot
/// start another one. Comes back only with an Error: sandbox.no-program and those of enterSandbox().
Error execSandboxed(const Descriptor &descriptor, const Permissions &permissions,
                    const KernelSupport &support = kernelSupport());

} // namespace verbale::host
