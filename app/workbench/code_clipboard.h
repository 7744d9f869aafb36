#pragma once

#include "document/inline_text.h"

#include <QtCore/QByteArray>

#include <optional>

namespace verbale::workbench {

/// The MIME type of a part of a translation with its inline codes. Only this program reads it; plain text
/// goes with it for all others.
inline constexpr auto codedTextType = "application/x-verbale-inline-text";

struct CopiedText
{
    InlineText text;
    QString segment; ///< where it was taken from: the working file and the segment's key
};
QByteArray toBytes(const CopiedText &copied);
/// Nothing for bytes that are not a text of ours, whole and consistent.
std::optional<CopiedText> copiedTextFrom(const QByteArray &bytes);

/// What goes into a translation of what was copied.
struct PastedText
{
    InlineText text;
    qsizetype doubled = 0; ///< codes that were left out, for they stand in the translation already
    qsizetype foreign = 0; ///< codes that were left out, for the segment has no such code
};
/// Each code becomes the source's own; one that the source lacks stays only where it was taken from. So no
/// code can be doubled, and none of another segment comes in. `around`: the translation that it goes into.
PastedText pastedText(const CopiedText &copied, const QString &segment, const InlineText &source,
                      const InlineText &around);

/// A part of a text with its codes.
InlineText partOf(const InlineText &text, qsizetype start, qsizetype end);

} // namespace verbale::workbench
