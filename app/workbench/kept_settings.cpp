#include "workbench/kept_settings.h"

namespace verbale::workbench {

session::Settings mergedSettings(session::Settings onDisk, const session::Settings &own,
                                 const session::Settings &before)
{
    onDisk.windowGeometry = own.windowGeometry;
    onDisk.windowState = own.windowState;
    onDisk.glossaryWindow = own.glossaryWindow;
    if (own.interfaceLanguage != before.interfaceLanguage)
        onDisk.interfaceLanguage = own.interfaceLanguage;
    if (own.glossaries != before.glossaries)
        onDisk.glossaries = own.glossaries;
    if (own.unusedGlossaries != before.unusedGlossaries)
        onDisk.unusedGlossaries = own.unusedGlossaries;
    if (own.colourScheme != before.colourScheme)
        onDisk.colourScheme = own.colourScheme;
    for (QSet<QString> session::Settings::*ids :
         {&session::Settings::disabledPlugins, &session::Settings::trustedPlugins,
          &session::Settings::knownQuarantines}) {
        (onDisk.*ids).unite(own.*ids - before.*ids);
        (onDisk.*ids).subtract(before.*ids - own.*ids);
    }
    onDisk.recentFiles = own.recentFiles + onDisk.recentFiles;
    onDisk.recentFiles.removeDuplicates();
    onDisk.recentFiles = onDisk.recentFiles.mid(0, recentFilesLimit);
    return onDisk;
}

} // namespace verbale::workbench
