#pragma once

#include "formats/namespaces.h"

#include <QtCore/QString>

/// The namespaces that files of XLIFF 1.x hold, and the values of our own in them.
namespace verbale::xliff12::names {

inline constexpr QLatin1String core = namespaces::core12;
inline constexpr QLatin1String coreBeginning = namespaces::core1Beginning;
using namespaces::xml;
inline constexpr QLatin1String sdl{"http://sdl.com/FileTypes/SdlXliff/1.0"};
inline constexpr QLatin1String memoQ{"MQXliff"};
inline constexpr QLatin1String memsource{"http://www.memsource.com/mxlf/2.0"};
inline constexpr QLatin1String worldServer{"http://www.idiominc.com/ws/asset"};

/// The purpose of a context-group of ours; its contexts have these types.
inline constexpr QLatin1String ownPurpose{"x-verbale"};
inline constexpr QLatin1String offsetsContext{"x-verbale-offsets"};          ///< "SEGMENT START END"
inline constexpr QLatin1String noteContext{"x-verbale-note"};                ///< "NUMBER SEGMENT CATEGORY ID"
inline constexpr QLatin1String splitContext{"x-verbale-split"};              ///< code points in the unit
inline constexpr QLatin1String joinContext{"x-verbale-join"};                ///< the same
inline constexpr QLatin1String broughtBackContext{"x-verbale-brought-back"}; ///< "LINE CLASS"

/// The form of an internal-file of ours: the glossary of the term marks, the left-out lines.
inline constexpr QLatin1String glossaryForm{"text/x-verbale-glossary"};
inline constexpr QLatin1String leftOutForm{"text/x-verbale-left-out"};

inline constexpr QLatin1String untranslatedMark{"x-verbale-untranslated"};
/// The ctype of an x that stands for a character that XML does not allow; its id is the code point.
inline constexpr QLatin1String characterType{"x-verbale-character"};
inline constexpr QLatin1String complete{"complete"}; ///< extradata of an alt-trans of ours
inline constexpr QLatin1String draftTool{"verbale-glossary-draft"};
inline constexpr QLatin1String stateComment{"state: "}; ///< of a mrk: "state: translated x-verbale:draft"

/// XLIFF 1.0 has no namespace, and some tools write 1.2 without one.
inline bool isCore(const QString &uri)
{
    return uri.isEmpty() || uri.startsWith(coreBeginning);
}

} // namespace verbale::xliff12::names
