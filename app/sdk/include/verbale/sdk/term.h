#pragma once

#include <verbale/sdk/span.h>

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace verbale {

/// A term's standing in its termbase, as in TBX (administrativeStatus).
/// JSON: "preferred", "admitted", "deprecated", "forbidden"
enum class TermStatus { Preferred, Admitted, Deprecated, Forbidden };

/// How the text spells a term. JSON: "same", "differs"
enum class TermSpelling {
    Same,    ///< as the entry does, but for what is no difference in Vietnamese: case, tone placement, spaces
    Differs, ///< recognisably, yet not the same: kĩ for kỹ, no diacritics, a transliteration. Ranks lower.
};

/// A target term that is not to be used, with what its entry says about it.
/// JSON: {"text": "...", "status": "forbidden", "reason": "...", "replacement": "..."}
struct AvoidedTerm
{
    QString text;
    TermStatus status = TermStatus::Forbidden; ///< Deprecated or Forbidden
    QString reason;
    QString replacement; ///< what to write instead; empty: the hit's target
    friend bool operator==(const AvoidedTerm &, const AvoidedTerm &) = default;
};

/// Another concept that the same words may stand for. JSON: {"entryId": "...", "target": "...",
/// "status": "preferred", "domain": "...", "note": "...", "glossary": "...", "termbase": "..."}
struct TermSense
{
    QString entryId;
    QString target; ///< its best target term
    TermStatus status = TermStatus::Preferred;
    QString domain;
    QString note;
    QString glossary; ///< the termbase's name, for people
    QString termbase; ///< as in TermHit
    friend bool operator==(const TermSense &, const TermSense &) = default;
};

/// An occurrence of a concept entry's source term in a segment. JSON: {"span": [3, 12], "entryId": "...",
/// "target": "...", "alternatives": ["..."], "status": "preferred", "domain": "...", "authority": "...",
/// "note": "...", "glossary": "...", "nested": false, "spelling": "same", "termbase": "...", "avoided":
/// [...], "senses": [...], "validFrom": "2020", "validTo": ""}; only the span is needed.
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
    QString termbase = {}; ///< the termbase itself, as the request names it: a file, or "builtin"
    QList<AvoidedTerm> avoided =
        {}; ///< target terms of the entry, or of the house style, that are not to be used
    QList<TermSense> senses = {}; ///< other entries with a term at this very span, the likeliest first
    QString validFrom = {};       ///< of the concept, ISO 8601 as exactly as is known; empty: unknown or open
    QString validTo = {};
};

} // namespace verbale
