#include "plugins/machine-translation/engines/engine.h"

namespace verbale::mt {

qint64 Engine::estimatedCharacters(const Item &item) const
{
    qint64 count = 0;
    for (const QChar unit : item.text)
        count += unit.isLowSurrogate() ? 0 : 1;
    return count;
}

} // namespace verbale::mt
