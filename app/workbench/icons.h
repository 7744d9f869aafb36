#pragma once

#include "workbench/status.h"

#include <QtGui/QIcon>

class QPainter;
class QRectF;

namespace verbale::workbench {

/// The window's own icons, drawn: a desktop's icon theme may be absent or may not fit.
enum class Glyph {
    Open,
    Save,
    Undo,
    Redo,
    Confirm,
    Draft,
    Glossary,
    Info,
    Warning,
    Error,
    Close,
    Lock,
    OpenLock,
    Blocked
};

/// In the colour that the palette of the moment asks for; drawn anew at each size, so sharp at every scale.
QIcon icon(Glyph glyph);

/// The program's icon, as in packaging/icons/verbale.svg.
QIcon programIcon();

void drawGlyph(QPainter &painter, const QRectF &box, Glyph glyph, const QColor &colour);

/// The mark of a state: a shape of its own for each, so that colour is not needed to tell them apart.
void drawStatus(QPainter &painter, const QRectF &box, SegmentStatus status, const QPalette &palette);

/// A triangle with an exclamation mark: tags are missing.
void drawWarning(QPainter &painter, const QRectF &box, const QPalette &palette);

} // namespace verbale::workbench
