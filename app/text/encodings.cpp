#include "text/encodings.h"

#include <algorithm>

namespace verbale::text {

namespace {

struct Names
{
    Encoding encoding;
    const char *name;
    const char *id;
    const char *aliases; ///< a space before and after each
};

constexpr std::array names = {
    Names{Encoding::Utf8, "UTF-8", "utf-8", " utf8 unicode nfc nfd "},
    Names{Encoding::Utf16, "UTF-16", "utf-16", " utf16 "},
    Names{Encoding::Utf16LittleEndian, "UTF-16LE", "utf-16le", " utf16le "},
    Names{Encoding::Utf16BigEndian, "UTF-16BE", "utf-16be", " utf16be "},
    Names{Encoding::Tcvn3, "TCVN3 (ABC)", "tcvn3", " abc tcvn tcvn-3 tcvn5712 tcvn-5712 "},
    Names{Encoding::Vni, "VNI", "vni", " vni-win vni-windows "},
    Names{Encoding::Windows1258, "windows-1258", "windows-1258", " cp1258 1258 windows1258 "},
    Names{Encoding::Vps, "VPS", "vps", " x-viet-vps "},
    Names{Encoding::Viscii, "VISCII", "viscii", " csviscii "},
    Names{Encoding::Viqr, "VIQR", "viqr", " vietnet csviqr "},
    Names{Encoding::Telex, "Telex text", "telex", " "},
    Names{Encoding::Mojibake, "UTF-8 read as windows-1252", "mojibake",
          " utf-8-as-cp1252 utf-8-as-windows-1252 utf-8-as-latin-1 utf-8-as-latin1 "},
    Names{Encoding::Windows1252, "windows-1252", "windows-1252",
          " cp1252 1252 windows1252 latin-1 latin1 iso-8859-1 ascii us-ascii "},
};
static_assert(names.size() == allEncodings.size());

const Names &namesOf(Encoding encoding)
{
    return *std::find_if(names.begin(), names.end(),
                         [encoding](const Names &entry) { return entry.encoding == encoding; });
}

} // namespace

QString encodingName(Encoding encoding)
{
    return QLatin1String(namesOf(encoding).name);
}

QString encodingId(Encoding encoding)
{
    return QLatin1String(namesOf(encoding).id);
}

Result<Encoding> encodingFromId(const QString &id)
{
    QString wanted = id.trimmed().toLower();
    wanted.replace(QLatin1Char('_'), QLatin1Char('-'));
    const QString alias = QLatin1Char(' ') + wanted + QLatin1Char(' ');
    for (const Names &entry : names) {
        if (wanted == QLatin1String(entry.id) || (!wanted.contains(QLatin1Char(' ')) && !wanted.isEmpty() &&
                                                  QLatin1String(entry.aliases).contains(alias)))
            return entry.encoding;
    }
    QStringList ids;
    for (const Encoding encoding : allEncodings)
        ids.append(encodingId(encoding));
    return Error{
        QStringLiteral("usage.encoding"),
        QStringLiteral("Unknown encoding '%1'. It is one of: %2.").arg(id, ids.join(QLatin1String(", ")))};
}

} // namespace verbale::text
