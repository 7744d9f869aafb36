// Where there is no Linux there is no sandbox yet: the process of its own is all that stands between.
#include "host/sandbox/sandbox.h"

#include "host/sandbox/sandbox_sentences.h"

namespace verbale::host {

KernelSupport kernelSupport()
{
    return {};
}

Result<SandboxReport> enterSandbox(const Permissions &permissions, const KernelSupport &)
{
    return reportOf(permissions, {}, false);
}

Error execSandboxed(const Descriptor &, const Permissions &, const KernelSupport &)
{
    return {QStringLiteral("sandbox.no-program"),
            QStringLiteral("Plugins that are programs of their own run on Linux alone in this version.")};
}

} // namespace verbale::host
