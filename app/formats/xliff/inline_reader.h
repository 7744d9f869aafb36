#pragma once

#include "document/inline_text.h"
#include "xml/parse.h"

#include <verbale/sdk/span.h>

#include <QtCore/QList>
#include <QtCore/QSet>
#include <QtCore/QString>

#include <functional>

namespace verbale::xliff {

/// A file's bytes and how to read them.
struct FileText
{
    const QByteArray &bytes;
    xml::Encoding encoding = xml::Encoding::Utf8;

    [[nodiscard]] QString slice(qint64 start, qint64 end) const
    {
        return xml::decode(QByteArrayView(bytes).sliced(start, end - start), encoding);
    }
};

/// An annotation that was lifted out of a text.
struct LiftedMark
{
    Span span;
    QString id;
    qint64 tagStart = 0; ///< its start tag's bytes
    qint64 tagEnd = 0;
};

struct LiftedText
{
    InlineText text;
    QList<LiftedMark> marks; ///< in the order in which they begin
    QStringList noteRefs;    ///< what comment annotations refer to
};

/// Reads a source or target element. Inline elements become codes with their exact markup; cp becomes its
/// character. Annotations for which `lift` says yes (given the mrk or sm element) are taken out of the text
/// and listed.
LiftedText readInline(const xml::Element &element, const FileText &file,
                      const std::function<bool(const xml::Element &)> &lift);

} // namespace verbale::xliff
