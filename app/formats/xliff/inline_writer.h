#pragma once

#include "document/inline_text.h"

#include <verbale/sdk/span.h>

#include <QtCore/QList>
#include <QtCore/QString>

namespace verbale::xliff {

/// An annotation to write around a part of a text.
struct Mark
{
    Span span;          ///< UTF-16 code units of the text
    QString id;         ///< unique in the unit
    QString attributes; ///< the other attributes as they stand in the tag: ` type="term"`
};

struct InlineStyle
{
    QString prefix; ///< of the XLIFF namespace in the file: "", "xlf:"
    QString lineEnd = QStringLiteral("\n");
};

/// The content of a source or target element: always well-formed. Tags that an edit has torn apart are
/// balanced (inner ones closed with the outer, a closing tag without its opening one left out); text is never
/// left out. A mark that would cross a tag or another mark is written as sm and em; one that is empty,
/// outside the text or cuts a surrogate pair is left out. `marks` are in order, the outer first.
QString inlineXml(const InlineText &text, const QList<Mark> &marks, const InlineStyle &style);

/// Whether inlineXml writes the mark.
bool canStand(const Mark &mark, const QString &text);

} // namespace verbale::xliff
