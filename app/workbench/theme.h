#pragma once

#include <verbale/sdk/term.h>

#include <QtGui/QColor>
#include <QtGui/QPalette>

class QApplication;
class QFont;
class QPainter;
class QString;

namespace verbale::workbench {

/// The colours that a QPalette has no role for. Every text colour stands at 4.5:1 or more on every background
/// that it is drawn on (tst_theme measures it).
struct Colours
{
    QColor window; ///< behind panels and bars
    QColor page;   ///< behind texts
    QColor text;
    QColor quietText; ///< captions, Vietnamese that is left in a draft
    QColor line;      ///< between rows and panels
    QColor accent;    ///< focus, links, the current row's mark
    QColor onAccent;
    QColor currentRow;
    QColor chip; ///< behind an inline code
    QColor chipText;
    QColor preferred;
    QColor admitted;
    QColor deprecated;
    QColor forbidden;
    QColor confirmed; ///< state marks
    QColor draft;
    QColor pretranslated;
    QColor infoBar;
    QColor warningBar;
    QColor errorBar;
    bool dark = false;

    [[nodiscard]] const QColor &termColour(TermStatus status) const;
};

const Colours &lightColours();
const Colours &darkColours();
/// The set that belongs to a widget's palette.
const Colours &coloursOf(const QPalette &palette);
QPalette paletteOf(const Colours &colours);

/// Sets style and palette. `scheme`: "light", "dark"; anything else follows the system.
void applyAppearance(QApplication &application, const QString &scheme);

/// How a term's line under its source looks; each status has a line style of its own beside its colour.
void drawTermLine(QPainter &painter, qreal left, qreal right, qreal y, TermStatus status,
                  const QColor &colour);

/// The contrast ratio of WCAG 2, 1 to 21.
double contrast(const QColor &one, const QColor &other);

/// The font of source and target at a zoom in percent.
QFont textFont(int zoomPercent);

} // namespace verbale::workbench
