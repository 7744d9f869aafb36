#pragma once

#include "document/document.h"

#include <QtCore/QObject>
#include <QtGui/QTextObjectInterface>

#include <functional>

class QFont;
class QPainter;
class QPalette;
class QTextCharFormat;
class QTextCursor;
class QTextDocument;

namespace verbale::workbench {

/// The space between a cell's edge and its text, in device-independent pixels. The editor keeps to it too, so
/// that the text does not move when a cell becomes an editor.
inline constexpr int cellPaddingX = 12;
inline constexpr int cellPaddingY = 9;

/// Draws inline codes as chips. One for each QTextDocument, owned by it.
class CodeChips final : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    explicit CodeChips(QTextDocument *document);
    QSizeF intrinsicSize(QTextDocument *document, int position, const QTextFormat &format) override;
    void drawObject(QPainter *painter, const QRectF &box, QTextDocument *document, int position,
                    const QTextFormat &format) override;
};

/// A document laid out for a cell: no margin, lines at least 1.4 times as high as the letters, chips for
/// codes.
void setUpCellDocument(QTextDocument &document, const QFont &font);

/// Replaces the document's text. `sourceCodes` give the numbers on the chips.
void fillCellDocument(QTextDocument &document, const InlineText &text, const QList<InlineCode> &sourceCodes);

/// The document's text as it stands, line breaks as \n, codes in their order.
InlineText readCellDocument(const QTextDocument &document);

/// The char format of a code's chip, to insert with one U+FFFC.
QTextCharFormat codeFormat(const InlineCode &code, const QList<InlineCode> &sourceCodes, const QFont &font);

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

Q_DECLARE_METATYPE(verbale::InlineCode)
