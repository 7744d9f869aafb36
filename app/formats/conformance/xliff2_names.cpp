#include "formats/conformance/xliff2_names.h"

#include <algorithm>
#include <array>

namespace verbale::conformance::xliff2 {

namespace {

struct Known
{
    Space space;
    QLatin1String prefix;
    QLatin1String uri;
};

constexpr std::array<Known, 12> known{
    Known{Space::Xml, QLatin1String("xml"), xmlUri},
    Known{Space::Matches, QLatin1String("mtc"), QLatin1String("urn:oasis:names:tc:xliff:matches:2.0")},
    Known{Space::Glossary, QLatin1String("gls"), QLatin1String("urn:oasis:names:tc:xliff:glossary:2.0")},
    Known{Space::Style, QLatin1String("fs"), QLatin1String("urn:oasis:names:tc:xliff:fs:2.0")},
    Known{Space::Metadata, QLatin1String("mda"), QLatin1String("urn:oasis:names:tc:xliff:metadata:2.0")},
    Known{Space::Resource, QLatin1String("res"), QLatin1String("urn:oasis:names:tc:xliff:resourcedata:2.0")},
    Known{Space::Change, QLatin1String("ctr"), QLatin1String("urn:oasis:names:tc:xliff:changetracking:2.0")},
    Known{Space::Size, QLatin1String("slr"), QLatin1String("urn:oasis:names:tc:xliff:sizerestriction:2.0")},
    Known{Space::Validation, QLatin1String("val"), QLatin1String("urn:oasis:names:tc:xliff:validation:2.0")},
    Known{Space::Its, QLatin1String("its"), QLatin1String("http://www.w3.org/2005/11/its")},
    Known{Space::Itsm, QLatin1String("itsm"), QLatin1String("urn:oasis:names:tc:xliff:itsm:2.1")},
    Known{Space::Plural, QLatin1String("pgs"), QLatin1String("urn:oasis:names:tc:xliff:pgs:1.0")},
};

constexpr QLatin1String anyCore("urn:oasis:names:tc:xliff:document:");

} // namespace

Space spaceOf(const QString &uri, const QString &core)
{
    if (uri.isEmpty())
        return Space::None;
    if (uri == core)
        return Space::Core;
    const auto *found = std::find_if(known.begin(), known.end(),
                                     [&uri](const Known &candidate) { return candidate.uri == uri; });
    if (found != known.end())
        return found->space;
    return uri.startsWith(anyCore) ? Space::OtherCore : Space::Foreign;
}

QLatin1String prefixOf(Space space)
{
    const auto *found = std::find_if(known.begin(), known.end(),
                                     [space](const Known &candidate) { return candidate.space == space; });
    return found != known.end() ? found->prefix : QLatin1String();
}

Space spaceOfPrefix(QStringView prefix)
{
    if (prefix == QLatin1String("xlf"))
        return Space::Core;
    const auto *found = std::find_if(known.begin(), known.end(),
                                     [prefix](const Known &candidate) { return candidate.prefix == prefix; });
    return found != known.end() ? found->space : Space::Foreign;
}

bool isRegisteredPrefix(QStringView prefix)
{
    constexpr std::array registered{QLatin1String("mtc"), QLatin1String("gls"), QLatin1String("fs"),
                                    QLatin1String("mda"), QLatin1String("res"), QLatin1String("ctr"),
                                    QLatin1String("slr"), QLatin1String("val"), QLatin1String("its"),
                                    QLatin1String("pgs"), QLatin1String("tbx")};
    return std::any_of(registered.begin(), registered.end(),
                       [prefix](QLatin1String one) { return prefix == one; });
}

const QString *find(const xml::Element &element, QLatin1String name)
{
    return find(element, QLatin1String(), name);
}

const QString *find(const xml::Element &element, QLatin1String uri, QLatin1String name)
{
    for (const xml::Attribute &attribute : element.attributes) {
        if (attribute.name == name && attribute.ns == uri)
            return &attribute.value;
    }
    return nullptr;
}

} // namespace verbale::conformance::xliff2
