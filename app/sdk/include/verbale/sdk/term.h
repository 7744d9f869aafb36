#pragma once

#include <verbale/sdk/span.h>

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace verbale {

/// A term's standing in its termbase, as in TBX (administrativeStatus).
enum class TermStatus { Preferred, Admitted, Deprecated, Forbidden };

/// How the text spells a term.
enum class TermSpelling {
    Same,    ///< as the entry does, but for what is no difference in Vietnamese: case, tone placement, spaces
    Differs, ///< recognisably, yet not the same: kĩ for kỹ, no diacritics, a transliteration. Ranks lower.
};

/// An occurrence of a concept entry's source term in a segment.
struct TermHit
{
    Span span;                                 ///< in the segment's source text, UTF-16 code units
    QString entryId;                           ///< the termbase's own id of the concept entry
    QString target;                            ///< the entry's best target term
    QStringList alternatives;                  ///< its other accepted target terms, best first
    TermStatus status = TermStatus::Preferred; ///< of the best target term
    QString domain;
    QString authority;
    QString note;
    QString glossary;    ///< the termbase's name, for people
    bool nested = false; ///< inside a longer hit, or overlapped by one
    TermSpelling spelling = TermSpelling::Same;
};

} // namespace verbale
