#include "plugins/machine-translation/machine_translation.h"

namespace verbale::mt {

Result<void> MachineTranslation::start(const PluginContext &context)
{
    // A mistake in one engine's settings is told to who asks for that engine.
    m_service = std::make_unique<TranslationService>(EngineRegistry::fromSettings(context.settings),
                                                     context.dataFolder);
    return {};
}

void MachineTranslation::stop()
{
    m_service.reset();
}

Result<TranslateAnswer> MachineTranslation::translate(const TranslateRequest &request, const StopToken &stop,
                                                      const Progress &progress)
{
    return m_service->translate(request, stop, progress);
}

Result<TranslatePreview> MachineTranslation::preview(const TranslateRequest &request, const StopToken &stop)
{
    return m_service->preview(request, stop);
}

} // namespace verbale::mt
