#pragma once

#include <QtCore/QStringView>

namespace verbale::text {

/// True for a word whose full stop does not end a sentence, because a name or a number belongs to it: "TP."
/// (city), "PGS.TS." (a professor's titles), "Q." (district). The word comes without its last full stop; case
/// counts.
bool isTitleAbbreviation(QStringView word);

} // namespace verbale::text
