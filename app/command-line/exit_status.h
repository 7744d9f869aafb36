#pragma once

namespace verbale::commandline {

/// What the program's exit status says; other programs rely on it.
enum ExitStatus {
    Done = 0,
    Findings = 1,      ///< done, and something was found (check, validate, lint)
    Refused = 2,       ///< wrong use or unusable input; one line on standard error says what
    InternalFault = 3, ///< a defect of this program
    Interrupted = 130, ///< stopped by the user (Ctrl+C)
};

} // namespace verbale::commandline
