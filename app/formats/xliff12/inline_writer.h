#pragma once

#include "document/inline_text.h"

#include <QtCore/QString>

namespace verbale::xliff12 {

/// The content of a target with its codes exactly as they stand in the file: always balanced. A tag that an
/// edit has torn from its other half is closed, or left out; text is never left out.
QString exactXml(const InlineText &text, const QString &lineEnd);

} // namespace verbale::xliff12
