#include "plugins/machine-translation/machine_translation.h"

VERBALE_EXPORT_PLUGIN(verbale::mt::MachineTranslation)
