#pragma once

#include <verbale/sdk/result.h>

namespace verbale::host {

/// What the filter of system calls lets through beside what computing, its own files and its pipe need.
struct SystemCallPolicy
{
    bool network = false;      ///< TCP and UDP to others; never to listen, never another family of sockets
    bool program = false;      ///< one exec and no more; see OneExec
    bool everyProgram = false; ///< exec as often as it likes; where the kernel cannot count to one
    bool limitMemory = false;  ///< refuse memory that RLIMIT_DATA does not count
    int landlock = 0; ///< what Landlock leaves open is closed here: everything that changes a file at 0
};

bool systemCallFilters(); ///< this kernel has them
bool execCanBeCounted();  ///< and they can ask somebody else, who may let a call go on (Linux 5.5)

/// Loads the filter into this thread. Returns the descriptor that OneExec needs, -1 without `program`. What
/// is refused fails with EACCES (network), ENOSYS (calls that libraries know how to do without) or EPERM;
/// looking into another process, and calls in the manner of another architecture, end the process with
/// SIGSYS. Errors: sandbox.refused.
Result<int> filterSystemCalls(const SystemCallPolicy &policy);

/// Lets one exec of this process through. The filter asks a listener about each exec; this thread is it, made
/// before the filter, says yes once, and is gone with its descriptor when the new program begins: the kernel
/// refuses every exec that nobody listens to.
class OneExec
{
public:
    explicit OneExec(bool wanted); ///< starts the thread
    void allow(int listener);      ///< to be called once, by the thread that will call execve()

private:
    int m_write = -1;
};

} // namespace verbale::host
