#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QStringView>

#include <array>

namespace verbale::text {

/// How a file writes its text. Utf16 is for asking only: the order of its bytes is found in the file.
enum class Encoding {
    Utf8,
    Utf16,
    Utf16LittleEndian,
    Utf16BigEndian,
    Windows1258,
    Tcvn3,    ///< the ABC fonts, TCVN 5712:1993
    Vni,      ///< VNI for Windows: a letter and a byte for its marks
    Vps,      ///< the fonts of the Vietnamese Professionals Society
    Viscii,   ///< RFC 1456
    Viqr,     ///< RFC 1456's mnemonics: "Vie^.t Nam"
    Telex,    ///< the keys of the Telex input method: "Vieejt Nam"
    Mojibake, ///< UTF-8 that was read as windows-1252 or Latin-1 and saved as UTF-8, once or more
    Windows1252,
};

inline constexpr std::array allEncodings = {
    Encoding::Utf8,           Encoding::Utf16, Encoding::Utf16LittleEndian,
    Encoding::Utf16BigEndian, Encoding::Tcvn3, Encoding::Vni,
    Encoding::Windows1258,    Encoding::Vps,   Encoding::Viscii,
    Encoding::Viqr,           Encoding::Telex, Encoding::Mojibake,
    Encoding::Windows1252};

/// For people: "UTF-8", "TCVN3 (ABC)".
QString encodingName(Encoding encoding);

/// For options and other programs: "utf-8", "tcvn3". encodingFromId takes it back.
QString encodingId(Encoding encoding);

/// By id or alias, in any case: "tcvn3" or "abc", "windows-1258" or "cp1258". Error: usage.encoding, which
/// lists the ids.
Result<Encoding> encodingFromId(const QString &id);

} // namespace verbale::text
