#pragma once

namespace verbale::host {

/// Keeps this process's memory to itself: no core dump, and no other program of the user may read it. For
/// when a key has come into it; cannot be taken back. Best effort; on Linux, elsewhere core dumps alone.
void keepOutOfDumps();

/// The same at once where the environment holds a key for an engine of machine translation, as a variable
/// whose name begins with VERBALE_MT_KEY_. Before anything else is done.
void keepKeysOutOfDumps();

} // namespace verbale::host
