#pragma once

#include <QtCore/QString>

namespace verbale::workbench {

/// `term` as it goes in between the texts before and after the cursor: with a space where two words would run
/// together, and without one after an opening bracket, before a comma and the like. The term itself is
/// untouched.
QString spacedInsertion(QStringView before, QStringView term, QStringView after);

} // namespace verbale::workbench
