#include "plugins/machine-translation/registry/named_engine.h"

namespace verbale::mt {

NamedEngine::NamedEngine(std::unique_ptr<const Engine> engine, const QString &name, double perSecond)
    : m_engine(std::move(engine)), m_id(m_engine->id()), m_perSecond(perSecond)
{
    const QString after = QLatin1Char(':') + name;
    if (m_id != name && !m_id.endsWith(after))
        m_id += after;
}

EngineLimits NamedEngine::limits() const
{
    EngineLimits limits = m_engine->limits();
    if (m_perSecond > 0)
        limits.requestsPerSecond = m_perSecond;
    return limits;
}

} // namespace verbale::mt
