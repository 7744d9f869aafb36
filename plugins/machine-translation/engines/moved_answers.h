#pragma once

#include "plugins/machine-translation/engines/engine.h"

namespace verbale::mt {

/// Whether answers stand with other items than their own: one that lost all its marks (codes, years, other
/// numbers of four figures and more) while another one, whose text has none of them, carries every one of
/// them. Position and ids are a service's word; this is what can be seen. Texts without marks tell nothing.
/// Pure, thread-safe.
bool answersAreMoved(const Batch &batch, const QList<ItemAnswer> &answers);

} // namespace verbale::mt
