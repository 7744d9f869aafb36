#pragma once

#include "document/document.h"

#include <QtCore/QByteArray>

namespace verbale::workbench {

/// A digest of what a translator has made of a document: its segments, targets, states and left-out lines.
QByteArray digestOf(const Document &document);

} // namespace verbale::workbench
