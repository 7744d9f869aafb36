#pragma once

#include "document/document.h"

#include <QtGui/QColor>

class QPainter;
class QPalette;
class QRectF;

namespace verbale::workbench {

struct Colours;

/// What became of a hit in the segment's target, as far as is known; null while there is no target, or
/// nobody has looked yet. A receipt of a former state of the target stays until the next one comes.
const TermReceipt *receiptOf(const Segment &segment, qsizetype hit);

/// A place of the target with wording that is not to be used.
struct AvoidedMark
{
    Span span;
    qsizetype receipt = 0; ///< index into the segment's receipts
};
/// In order. While receipts are older than the target, their words are looked for in it.
QList<AvoidedMark> avoidedMarks(const Segment &segment);
/// The receipt at a place of the target that has such wording; null for any other place.
const TermReceipt *avoidedAt(const Segment &segment, qsizetype position);

/// Whether the term is a name, which has one English; other words can be put in other words.
bool isName(const TermHit &hit);

/// In the interface's language: "Used", "Not in the translation" ...
QString receiptText(const TermReceipt &receipt);
QColor receiptColour(const TermReceipt &receipt, const TermHit &hit, const Colours &colours);

/// For a tooltip, as rich text: what is wrong, why, and what to write.
QString avoidedToolTip(const TermReceipt &receipt, const QPalette &palette);

/// A mark beside the word: a tick, a ring, a dash, a cross.
void drawReceiptGlyph(QPainter &painter, const QRectF &box, ReceiptState state, const QColor &colour);
/// The line below a term of a segment that has a target: each state has a form of its own.
void drawReceiptLine(QPainter &painter, qreal left, qreal right, qreal y, ReceiptState state,
                     const QColor &colour);

} // namespace verbale::workbench
