#pragma once

#include "document/inline_text.h"

#include <QtCore/QString>

namespace verbale::xliff {

/// What a tag of a code says for itself.
struct CodeTag
{
    QString display;
    QString equivalent;
    QString subFlows;
    QString data; ///< what it stands for in the original document
};

/// What is known of an inline code or an annotation, whatever format it was read from: values of XLIFF 2.x,
/// nothing in it that XLIFF 2.x does not allow.
struct CodeFacts
{
    enum class Form {
        Literal,   ///< a U+FFFC of the text itself
        Code,      ///< a placeholder or a tag of a pair
        Annotation ///< a tag of an mrk, an sm or em
    };
    Form form = Form::Code;
    InlineCode::Kind kind = InlineCode::Kind::Standalone;
    bool pairElement = true; ///< of an opening or closing tag: a pc or mrk where it can be one
    bool isEmptyPair = false;
    QString id;
    bool canCopy = true;
    bool canDelete = true;
    QString canReorder; ///< "", "no", "firstNo"
    QString canOverlap; ///< "", "yes", "no"
    QString direction;
    QString type;
    QString subType; ///< or an annotation's ref
    QString value;   ///< of an annotation
    QString translate;
    CodeTag tag;
    CodeTag end; ///< of a pc's start tag: what it says of its end
};

/// XLIFF 2.x has six types of codes, and any number of sub-types with a prefix.
struct CodeType
{
    QString type;
    QString subType;
};

/// The type of XLIFF 2.x for a type or subType of 2.x or a ctype of XLIFF 1.2 ("x-bold", "italic", "lb").
/// What has no like there becomes "other" with a sub-type of ours.
CodeType codeType(const QString &type);

CodeFacts factsOf(const InlineCode &code);

} // namespace verbale::xliff
