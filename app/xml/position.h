#pragma once

#include "xml/characters.h"

#include <verbale/sdk/result.h>

#include <QtCore/QByteArrayView>

namespace verbale::xml {

/// Tells lines and columns (of code points, from 1) of rising offsets in one walk through the bytes, which
/// have to outlive it. A byte order mark has no column.
class Locator
{
public:
    Locator(QByteArrayView bytes, Encoding encoding);
    Place placeOf(qint64 offset);

private:
    [[nodiscard]] bool isWide() const;
    void stepByte();
    void stepWide();
    void step(unsigned character);

    QByteArrayView m_bytes;
    Encoding m_encoding;
    qint64 m_at = 0;
    Place m_place{{}, 1, 1, 0};
    bool m_afterReturn = false;
};

/// The place of a single byte.
Place locate(QByteArrayView bytes, Encoding encoding, qint64 offset);

} // namespace verbale::xml
