#include "text/abbreviations.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace verbale::text {

namespace {

// Places, degrees and titles, ranks, references: always followed by the name or number that they announce.
constexpr std::array<std::u16string_view, 56> abbreviations = {
    u"TP",  u"Tp", u"tp",  u"TX",  u"Tx",   u"TT",   u"Tt",   u"Q",    u"P",    u"H",    u"KP",   u"ĐC",
    u"TS",  u"Ts", u"ThS", u"Ths", u"TSKH", u"GS",   u"Gs",   u"PGS",  u"BS",   u"Bs",   u"BSCK", u"KS",
    u"KTS", u"LS", u"Ls",  u"CN",  u"NCS",  u"NSND", u"NSƯT", u"NSUT", u"NGND", u"NGƯT", u"NGUT", u"NXB",
    u"Nxb", u"Ô",  u"Ông", u"Đ/c", u"đ/c",  u"Đ/C",  u"ĐT",   u"Mr",   u"Mrs",  u"Ms",   u"Dr",   u"Prof",
    u"St",  u"No", u"tr",  u"Tr",  u"Th",   u"vs",   u"Hon",  u"Gen",
};

bool isListed(QStringView word)
{
    const std::u16string_view view(word.utf16(), static_cast<size_t>(word.size()));
    return std::find(abbreviations.begin(), abbreviations.end(), view) != abbreviations.end();
}

} // namespace

bool isTitleAbbreviation(QStringView word)
{
    // "PGS.TS" and "Th.S" are chains: every link but a single letter has to be known.
    if (isListed(word))
        return true;
    const qsizetype dot = word.lastIndexOf(u'.');
    return dot > 0 && isListed(word.mid(dot + 1)) && isTitleAbbreviation(word.left(dot));
}

} // namespace verbale::text
