#include "plugins/glossary-alignment/glossary_alignment.h"

VERBALE_EXPORT_PLUGIN(verbale::alignment::GlossaryAlignment)
