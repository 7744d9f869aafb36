#pragma once

#include "session/termbase_values.h"

namespace verbale::workbench {

/// What a finding of lint or a conflict is about, in the interface's language: "The same terms twice". The
/// code itself when it is unknown.
QString findingTitle(const QString &code);

/// A step of undo in the interface's language: "Add Biển Đông".
QString stepText(const glossary::StepName &step);

} // namespace verbale::workbench
