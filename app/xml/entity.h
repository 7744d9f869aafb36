#pragma once

#include <QtCore/QByteArrayView>

namespace verbale::xml {

/// Whether the value of an entity, as expat tells it, may be put in its place: text, and references to
/// characters; no markup and no other entities.
inline bool isPlainEntity(QByteArrayView value)
{
    for (qsizetype i = 0; i < value.size(); ++i) {
        const bool reference = value[i] == '&' && i + 1 < value.size() && value[i + 1] == '#';
        if (value[i] == '<' || (value[i] == '&' && !reference))
            return false;
    }
    return true;
}

} // namespace verbale::xml
