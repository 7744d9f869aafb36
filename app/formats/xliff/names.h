#pragma once

#include "formats/namespaces.h"

/// The namespaces and the values of our own that an XLIFF file of Verbale holds.
namespace verbale::xliff::names {

inline constexpr QLatin1String core = namespaces::core20;
using namespaces::core22;
using namespaces::glossary;
using namespaces::its;
using namespaces::matches;
using namespaces::metadata;
using namespaces::plurals;
using namespaces::xml;

/// The authority's prefix of type, subType and subState values that are ours.
inline constexpr QLatin1String ownPrefix{"verbale:"};

// Categories of metadata groups.
inline constexpr QLatin1String offsetsCategory{
    "verbale:source-offsets"};                                         ///< meta type: segment id; "START END"
inline constexpr QLatin1String notesCategory{"verbale:note-segments"}; ///< meta type: note id; segment id
inline constexpr QLatin1String authorsCategory{"verbale:note-authors"}; ///< meta type: note id; who wrote it
inline constexpr QLatin1String provenanceCategory{
    "verbale:provenance"}; ///< meta type "tool": what put the targets in (its:tool in XLIFF 2.1)
inline constexpr QLatin1String provenanceTool{"tool"};
inline constexpr QLatin1String entryCategory{"verbale:entry"}; ///< meta types: see below
inline constexpr QLatin1String matchCategory{"verbale:match"}; ///< meta type "complete"

inline constexpr QLatin1String boundariesCategory{"verbale:boundaries"};    ///< meta types: see below
inline constexpr QLatin1String broughtBackCategory{"verbale:brought-back"}; ///< meta types "line", "class"
inline constexpr QLatin1String leftOutCategory{
    "verbale:left-out"}; ///< of a file; meta type "LINE START END CLASS": the text; "more": how many beyond

inline constexpr QLatin1String moreLeftOut{"more"};

// Meta types of a decision about a boundary: the place in the unit's source, in code points.
inline constexpr QLatin1String splitHere{"split"};
inline constexpr QLatin1String joinHere{"join"};

// Meta types of a glossary entry.
inline constexpr QLatin1String entryId{"id"};
inline constexpr QLatin1String entryStatus{"status"};
inline constexpr QLatin1String entryDomain{"domain"};
inline constexpr QLatin1String entryNested{"nested"}; ///< ids of the annotations of nested hits

inline constexpr QLatin1String complete{"complete"};
inline constexpr QLatin1String draftSubType{"verbale:glossary-draft"};
inline constexpr QLatin1String untranslatedMark{"verbale:untranslated"};

inline bool isCore(const QString &uri)
{
    return uri == core || uri == core22;
}

/// Elements of the core, as numbers for xml::Element::kind.
enum Kind : int {
    Foreign, ///< not of the core
    OtherCore,
    UnitElement,
    SegmentElement,
    IgnorableElement,
    SourceElement,
    TargetElement,
    NotesElement,
    NoteElement,
    OriginalDataElement,
    Pc,
    Sc,
    Ec,
    Mrk,
    Sm,
    Em,
    Cp,
};
int kindOf(const QString &uri, const QString &localName);

} // namespace verbale::xliff::names
