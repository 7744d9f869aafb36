#include "formats/review/symbol_font.h"

#include <iterator>

namespace verbale::review {

namespace {

constexpr QChar unknown = QChar::ReplacementCharacter;

/// The font Symbol from 0x20 to 0x7E. Pieces of brackets and of roots are no letters of their own.
constexpr char16_t symbolLow[] = u" !∀#∃%&∋()∗+,−./0123456789:;<=>?"
                                 u"≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
                                 u"\uFFFDαβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
/// From 0xA0 to 0xFE.
constexpr char16_t symbolHigh[] = u"€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…\uFFFD\uFFFD↵"
                                  u"ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
                                  u"◊⟨®©™∑\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"
                                  u"\uFFFD⟩∫\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"
                                  u"\uFFFD\uFFFD";
static_assert(std::size(symbolLow) == 0x7F - 0x20 + 1 && std::size(symbolHigh) == 0xFF - 0xA0 + 1);

struct Place
{
    uint code;
    char16_t letter;
};
constexpr Place wingdings[] = {{0x4A, u'☺'}, {0x4C, u'☹'}, {0x6C, u'●'}, {0x6E, u'■'}, {0x6F, u'□'},
                               {0x71, u'❑'}, {0x76, u'❖'}, {0xA7, u'▪'}, {0xA8, u'◻'}, {0xD8, u'➢'},
                               {0xDF, u'←'}, {0xE0, u'→'}, {0xE1, u'↑'}, {0xE2, u'↓'}, {0xE8, u'➔'},
                               {0xF0, u'⇨'}, {0xFB, u'✗'}, {0xFC, u'✓'}, {0xFD, u'☒'}, {0xFE, u'☑'}};

QChar inSymbol(uint code)
{
    if (code >= 0x20 && code <= 0x7E)
        return symbolLow[code - 0x20];
    return code >= 0xA0 && code <= 0xFE ? QChar(symbolHigh[code - 0xA0]) : unknown;
}

QChar inWingdings(uint code)
{
    for (const Place &place : wingdings) {
        if (place.code == code)
            return place.letter;
    }
    return unknown;
}

QChar inOtherFonts(uint code)
{
    const QChar letter(static_cast<char16_t>(code));
    return code <= 0xFFFF && (letter.isPrint() || letter.isSpace()) ? letter : unknown;
}

} // namespace

std::optional<QChar> symbolLetter(const QString &font, uint code)
{
    const uint place = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code;
    const QString name = font.trimmed().toLower();
    QChar letter = unknown;
    if (name == QLatin1String("symbol"))
        letter = inSymbol(place);
    else if (name == QLatin1String("wingdings"))
        letter = inWingdings(place);
    else if (!name.contains(QLatin1String("ding"))) // Wingdings 3, Webdings: pictures under every code
        letter = inOtherFonts(code);
    return letter == unknown ? std::nullopt : std::optional<QChar>(letter);
}

} // namespace verbale::review
