#pragma once

namespace verbale::host {

/// Keeps this process's memory to itself: no core dump, and no other program of the user may read it. For
/// when a key has come into it; cannot be taken back. Best effort; on Linux, elsewhere core dumps alone.
void keepOutOfDumps();

} // namespace verbale::host
