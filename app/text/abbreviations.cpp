#include "text/abbreviations.h"

#include <QtCore/QStringList>

using namespace Qt::StringLiterals;

namespace verbale::text {

namespace {

/// Places, degrees and titles, honours, references: always followed by the name or number that they announce.
bool isListed(const QString &word)
{
    static const QStringList abbreviations = {
        u"TP"_s,   u"Tp"_s,   u"tp"_s,   u"TX"_s,  u"Tx"_s,   u"TT"_s,  u"Tt"_s,  u"Q"_s,    u"P"_s,
        u"TS"_s,   u"Ts"_s,   u"ThS"_s,  u"Ths"_s, u"TSKH"_s, u"GS"_s,  u"Gs"_s,  u"PGS"_s,  u"BS"_s,
        u"Bs"_s,   u"BSCK"_s, u"KS"_s,   u"KTS"_s, u"LS"_s,   u"Ls"_s,  u"NCS"_s, u"NSND"_s, u"NSƯT"_s,
        u"NGND"_s, u"NGƯT"_s, u"NXB"_s,  u"Nxb"_s, u"Đ/c"_s,  u"đ/c"_s, u"Đ/C"_s, u"Mr"_s,   u"Mrs"_s,
        u"Ms"_s,   u"Dr"_s,   u"Prof"_s, u"St"_s,  u"No"_s,   u"tr"_s,  u"Tr"_s,  u"H.E"_s};
    return abbreviations.contains(word);
}

bool isChain(const QString &word)
{
    const qsizetype dot = word.lastIndexOf(u'.');
    return isListed(word) || (dot > 0 && isListed(word.mid(dot + 1)) && isChain(word.left(dot)));
}

} // namespace

bool isTitleAbbreviation(QStringView word)
{
    return isChain(word.toString().normalized(QString::NormalizationForm_C));
}

} // namespace verbale::text
