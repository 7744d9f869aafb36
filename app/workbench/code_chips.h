#pragma once

#include "document/inline_text.h"

#include <QtCore/QMetaType>
#include <QtCore/QObject>
#include <QtGui/QTextFormat>
#include <QtGui/QTextObjectInterface>

class QFont;
class QPointF;
class QTextDocument;

namespace verbale::workbench {

/// How an inline code is shown. The shape tells what it does: a box with a point to the right opens a pair,
/// one with a point to the left closes it, a round box stands alone. An annotation is an outline alone; what
/// is flagged has a broken outline.
struct ChipLook
{
    QString label;
    bool flagged = false;
    friend bool operator==(const ChipLook &, const ChipLook &) = default;
};

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

/// The object type of a chip's char format.
inline constexpr int codeObject = QTextFormat::UserObject + 1;

/// The char format of a code's chip, to insert with one U+FFFC.
QTextCharFormat codeFormat(const InlineCode &code, const ChipLook &look, const QFont &font);

/// Lets a document show chips.
void drawChipsIn(QTextDocument &document);

/// Whether the format is a chip's, and whose.
bool isChip(const QTextCharFormat &format);
InlineCode codeOf(const QTextCharFormat &format);

/// Gives the n-th chip of a document the n-th look; what has it already is left alone.
void setChipLooks(QTextDocument &document, const QList<ChipLook> &looks);

/// The index of the chip at a point of a document that was laid out; -1: there is none.
qsizetype chipAt(const QTextDocument &document, const QPointF &point);

} // namespace verbale::workbench

Q_DECLARE_METATYPE(verbale::InlineCode)
