#include "plugins/machine-translation/engines/engine.h"

#include <algorithm>

namespace verbale::mt {

qint64 codePoints(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar unit) { return !unit.isLowSurrogate(); });
}

qint64 Engine::estimatedCharacters(const Item &item) const
{
    return codePoints(item.text);
}

} // namespace verbale::mt
