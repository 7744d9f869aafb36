#pragma once

#include "document/document.h"
#include "workbench/code_chips.h"

#include <functional>

class QFont;
class QPainter;
class QPalette;
class QTextDocument;

namespace verbale::workbench {

/// The space between a cell's edge and its text, in device-independent pixels. The editor keeps to it too, so
/// that the text does not move when a cell becomes an editor.
inline constexpr int cellPaddingX = 12;
inline constexpr int cellPaddingY = 9;

/// A document laid out for a cell: no margin, lines at least 1.4 times as high as the letters, chips for
/// codes.
void setUpCellDocument(QTextDocument &document, const QFont &font);

/// Replaces the document's text. The n-th code is shown with the n-th look.
void fillCellDocument(QTextDocument &document, const InlineText &text, const QList<ChipLook> &looks = {});

/// The document's text as it stands, line breaks as \n, codes in their order.
InlineText readCellDocument(const QTextDocument &document);

/// Lines under the terms of a source that was laid out: what became of each in the target, before there is
/// one the term's status.
void drawTermLines(QPainter &painter, const QTextDocument &document, const Segment &segment,
                   const QPalette &palette);

/// Lines under wording of the target that is not to be used.
void drawAvoidedLines(QPainter &painter, const QTextDocument &document, const Segment &segment,
                      const QPalette &palette);

/// Calls `draw` with left, right and height of each line's piece of a span.
void drawSpanLines(QPainter &painter, const QTextDocument &document, const Span &span,
                   const std::function<void(QPainter &, qreal, qreal, qreal)> &draw);

} // namespace verbale::workbench
