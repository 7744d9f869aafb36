#pragma once

#include <QtCore/QByteArrayView>
#include <QtCore/QString>

namespace verbale::text {

/// What a file is that holds no plain text, told by its first bytes, and what to do; empty for anything else.
QString binaryFileAdvice(QByteArrayView bytes);

} // namespace verbale::text
