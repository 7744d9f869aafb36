#pragma once

class QLineEdit;
class QPlainTextEdit;

namespace verbale::workbench {

/// Ctrl+Z and Ctrl+Shift+Z belong to the field while there is something typed in it to undo or redo, and to
/// the window after that.
void shareUndoKeys(QLineEdit *field);
void shareUndoKeys(QPlainTextEdit *field);

} // namespace verbale::workbench
