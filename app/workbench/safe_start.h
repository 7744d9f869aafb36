#pragma once

namespace verbale::workbench {

/// Whether Shift is held down at this moment, before any window has the keyboard: whoever starts Verbale so
/// wants it without plugins.
bool isShiftHeld();

} // namespace verbale::workbench
