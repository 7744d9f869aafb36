#pragma once

#include "session/open.h"
#include "workbench/window_actions.h"

#include <QtWidgets/QDialog>

namespace verbale::workbench {

/// Every key and what it does.
QDialog *makeShortcutsDialog(const QList<ShortcutLine> &lines, QWidget *parent);

/// The lines of a text file that are not part of the article.
QDialog *makeDroppedLinesDialog(const QList<session::DroppedLine> &lines, QWidget *parent);

/// Name, version, licence.
QDialog *makeAboutDialog(QWidget *parent);

} // namespace verbale::workbench
