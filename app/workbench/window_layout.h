#pragma once

#include <QtCore/QByteArray>

namespace verbale::workbench {

/// How the window's parts were left, as Settings::windowState keeps it.
struct WindowLayout
{
    QByteArray columns; ///< the splitter between the grid and the panes
    QByteArray panes;   ///< the splitter between the glossary and the draft
    double sourceShare = 0.5;
    int zoom = 100; ///< percent
};

QByteArray toBytes(const WindowLayout &layout);
/// The defaults for bytes that are not a layout.
WindowLayout layoutFrom(const QByteArray &bytes);

} // namespace verbale::workbench
