#pragma once

#include "text/figure_value.h"

#include <QtCore/QString>
#include <QtCore/QStringView>

#include <optional>
#include <vector>

namespace verbale::text {

/// Every figure of a Vietnamese text, in order, none over another; spans are the text's own UTF-16 units.
/// Any spelling that the term key folds is read: NFC and NFD, no-break spaces, any case. Document numbers
/// ("03/2009/TT-BNG"), figures in names ("COVID-19", "G20", "ASEAN+3"), telephone numbers and scores are no
/// figures. Thread-safe, linear.
std::vector<Figure> vietnameseFigures(QStringView text);

/// The same for an English text.
std::vector<Figure> englishFigures(QStringView text);

/// A whole number written in Vietnamese words, both styles ("hai mươi mốt", "một trăm linh năm", "một trăm lẻ
/// năm"); none when the text is anything else.
std::optional<qint64> vietnameseNumber(QStringView words);

/// True when both say the same: units are scaled ("1,8 tỷ" is "1,800 million"), a part that only one of the
/// two says is no difference (12 September, 12 September 2020), and where one is approximate ("gần 5.000")
/// the other may lie as near as a tenth.
bool sameValue(const Figure &a, const Figure &b);

/// How figures are written in English. The defaults are those of docs/adr/0015-figures.md.
struct FigureStyle
{
    bool currencyCode = false;   ///< "VND 1.8 billion" instead of "1.8 billion dong"
    bool twelveHours = false;    ///< "7.30 p.m." instead of "19:30"
    bool spellSmall = true;      ///< zero to nine in words where the source has words
    bool monthFirst = false;     ///< "September 10, 2025" instead of "10 September 2025"
    bool percentInWords = false; ///< "5 per cent" instead of "5%"
    bool article = true;         ///< "the third quarter of 2020" instead of "third quarter of 2020"
};

/// The figure in English. Empty where no English can be given.
QString formatEnglish(const Figure &figure, const FigureStyle &style = {});

} // namespace verbale::text
