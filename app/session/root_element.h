#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace verbale::session {

/// How much of a file is looked at to tell what it is.
constexpr qsizetype sniffedForRoot = 64 * 1024;

/// The local name of the root element of what seems to be XML or HTML, in the letters that the file has; "?"
/// where the beginning of the file does not come to it; empty for anything else.
QString rootElement(const QByteArray &bytes);

} // namespace verbale::session
