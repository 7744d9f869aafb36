#pragma once

#include "session/export.h"

#include <QtCore/QString>

namespace verbale::workbench {

/// What an export format is called, in the language of the window.
QString exportFormatText(const QString &format);

/// What a format cannot carry, with how often and where first, in the language of the window.
QString exportLossText(const session::ExportLoss &loss);

} // namespace verbale::workbench
