#include "host/sandbox/sandbox_report.h"

#include <algorithm>

namespace verbale::host {

SandboxReport::Line SandboxReport::line(Aspect aspect) const
{
    const auto found = std::find_if(lines.cbegin(), lines.cend(),
                                    [aspect](const Line &line) { return line.aspect == aspect; });
    return found == lines.cend() ? Line{aspect, Strength::NotEnforced, {}, {}} : *found;
}

SandboxReport::Strength SandboxReport::weakest() const
{
    if (lines.isEmpty())
        return Strength::NotEnforced;
    return std::max_element(lines.cbegin(), lines.cend(),
                            [](const Line &one, const Line &other) { return one.strength < other.strength; })
        ->strength;
}

QString aspectName(SandboxReport::Aspect aspect)
{
    switch (aspect) {
    case SandboxReport::Aspect::Network:
        return QStringLiteral("network");
    case SandboxReport::Aspect::Files:
        return QStringLiteral("files");
    case SandboxReport::Aspect::Programs:
        return QStringLiteral("programs");
    case SandboxReport::Aspect::Processes:
        return QStringLiteral("processes");
    case SandboxReport::Aspect::Memory:
        return QStringLiteral("memory");
    }
    return {};
}

QString strengthName(SandboxReport::Strength strength)
{
    switch (strength) {
    case SandboxReport::Strength::Enforced:
        return QStringLiteral("enforced");
    case SandboxReport::Strength::Partly:
        return QStringLiteral("partly");
    case SandboxReport::Strength::NotEnforced:
        return QStringLiteral("not-enforced");
    }
    return {};
}

} // namespace verbale::host
