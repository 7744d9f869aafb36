#pragma once

#include "document/inline_text.h"

#include <verbale/sdk/span.h>

#include <QtCore/QString>
#include <QtCore/QStringView>

namespace verbale::session {

/// A plain text as a segment's source. A character that XML cannot hold (most control characters), and
/// U+FFFC, which stands for a code, becomes an inline code `<cp hex="..."/>`; every other character stays as
/// it is, so that offsets into the result are offsets into `text`.
InlineText inlineFromPlain(QStringView text);

/// The way back for a part of a text: each `<cp>` as its character, every other code left out.
QString plainFromInline(const InlineText &text, const Span &part);
QString plainFromInline(const InlineText &text);

} // namespace verbale::session
