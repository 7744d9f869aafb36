#pragma once

#include "plugins/machine-translation/engines/engine.h"

namespace verbale::mt {

/// Whether answers stand with other items than their own: one that lost all its marks (codes, years, other
/// numbers of four figures and more), or all that no other text has, while another one, whose text has none
/// of them, carries every one of them; or two that lost the figures of any length that are theirs alone, one
/// of which carries the other's. Position and ids are a service's word; this is what can be seen. Texts
/// without marks and figures tell nothing. If so, every answer becomes doubtful but those that have what is
/// their texts' alone, a mark or two figures or one of two digits, and not all that is another's alone. The
/// number of doubtful ones. Pure, thread-safe.
qsizetype doubtMovedAnswers(const Batch &batch, QList<ItemAnswer> &answers);

} // namespace verbale::mt
