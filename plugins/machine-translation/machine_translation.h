#pragma once

#include "plugins/machine-translation/service/translation_service.h"

#include <verbale/sdk/plugin_of.h>

namespace verbale::mt {

/// The plugin: TranslationService with the settings and the folder that the host hands over. Starting it
/// opens no file and no connection.
class MachineTranslation final : public PluginOf<TranslationProvider>
{
public:
    Result<void> start(const PluginContext &context) override;
    void stop() override;
    Result<TranslateAnswer> translate(const TranslateRequest &request, const StopToken &stop,
                                      const Progress &progress) override;
    Result<TranslatePreview> preview(const TranslateRequest &request, const StopToken &stop) override;

private:
    std::unique_ptr<TranslationService> m_service;
};

} // namespace verbale::mt
