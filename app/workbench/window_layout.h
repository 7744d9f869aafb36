#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QSize>

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

/// The size for a window that has to fit into `available`, its frame with it.
QSize fittingSize(const QSize &wanted, const QSize &available);

} // namespace verbale::workbench
