#include "text/compose.h"

#include "text/syllable_grammar.h"

#include <algorithm>
#include <string_view>

namespace verbale::text {

namespace {

bool isMark(QChar c)
{
    return c.unicode() >= 0x300 && c.unicode() < 0x370;
}

/// Circumflex, breve, horn: the marks that make another letter, which come before the tone.
bool makesLetter(QChar c)
{
    return c.unicode() == 0x302 || c.unicode() == 0x306 || c.unicode() == 0x31B;
}

bool isBase(QChar c)
{
    constexpr std::u16string_view bases = u"aeiouyAEIOUY";
    return bases.find(c.unicode()) != std::u16string_view::npos;
}

} // namespace

QString composed(const QString &text)
{
    const QString normal = text.normalized(QString::NormalizationForm_C);
    if (std::none_of(normal.cbegin(), normal.cend(), isMark))
        return normal;
    QString result;
    result.reserve(normal.size());
    for (qsizetype i = 0; i < normal.size();) {
        qsizetype end = i + 1;
        while (end < normal.size() && isMark(normal[end]))
            ++end;
        const QStringView cluster = QStringView(normal).mid(i, end - i);
        i = end;
        QString letter;
        if (cluster.size() > 1 && !isMark(cluster.front()))
            letter = cluster.toString().normalized(QString::NormalizationForm_D);
        if (letter.isEmpty() || !isBase(letter.front())) {
            result += cluster;
            continue;
        }
        std::stable_partition(letter.begin() + 1, letter.end(), makesLetter);
        letter = letter.normalized(QString::NormalizationForm_C);
        result += letter.size() < cluster.size() ? QStringView(letter) : cluster;
    }
    return result;
}

} // namespace verbale::text
