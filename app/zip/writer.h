#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

#include <utility>

namespace verbale::zip {

/// The parts, by their names, packed as ZIP: the same parts give the same bytes. Empty when memory runs out.
QByteArray zipped(const QList<std::pair<QString, QByteArray>> &parts);

} // namespace verbale::zip
