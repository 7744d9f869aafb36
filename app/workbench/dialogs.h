#pragma once

#include "workbench/window_actions.h"

#include <QtWidgets/QDialog>

namespace verbale::workbench {

/// Every key and what it does.
QDialog *makeShortcutsDialog(const QList<ShortcutLine> &lines, QWidget *parent);

/// Name, version, licence.
QDialog *makeAboutDialog(QWidget *parent);

} // namespace verbale::workbench
