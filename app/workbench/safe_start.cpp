#include "workbench/safe_start.h"

#include <QtGui/QGuiApplication>

namespace verbale::workbench {

bool isShiftHeld()
{
    return QGuiApplication::queryKeyboardModifiers().testFlag(Qt::ShiftModifier);
}

} // namespace verbale::workbench
