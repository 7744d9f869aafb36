#include "glossary/engine/english_words.h"

#include "glossary/engine/english_spelling.h"
#include "text/syllable_grammar.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>

namespace verbale::glossary {

namespace {

constexpr qsizetype wordsKept = 50'000; ///< of the forms that were worked out, before they are forgotten

bool hasMarks(QStringView word)
{
    return std::any_of(word.begin(), word.end(), [](QChar c) { return c.unicode() > 0x7F && c.isLetter(); });
}

/// Vietnamese names with their diacritics are another wording than without: Hà Nội, Ha Noi. Words of other
/// languages are not: attaché, attache.
bool isVietnamese(QStringView word)
{
    static constexpr std::array<QStringView, 3> portuguese{u"são", u"não", u"mãe"};
    if (std::find(portuguese.begin(), portuguese.end(), word) != portuguese.end())
        return false;
    return text::parseSyllable(word).has_value();
}

QString withoutAccents(const QString &word)
{
    QString plain;
    for (const QChar c : word.normalized(QString::NormalizationForm_D)) {
        if (c.isMark())
            continue;
        switch (c.unicode()) {
        case 0x0131: // dotless i
            plain += QLatin1Char('i');
            break;
        case 0x00F8:
            plain += QLatin1Char('o');
            break;
        case 0x00DF:
            plain += QLatin1String("ss");
            break;
        case 0x00E6:
            plain += QLatin1String("ae");
            break;
        case 0x0142:
            plain += QLatin1Char('l');
            break;
        default:
            plain += c;
        }
    }
    return plain;
}

} // namespace

void EnglishWords::CloseStemmer::operator()(sb_stemmer *stemmer) const
{
    sb_stemmer_delete(stemmer);
}

EnglishWords::EnglishWords() : m_stemmer(sb_stemmer_new("english", "UTF_8")) {}
EnglishWords::~EnglishWords() = default;

QString EnglishWords::stemOf(const QString &word) const
{
    if (standsAlone(word))
        return word + QLatin1Char('='); // what no stem is
    if (!m_stemmer)
        return word;
    const QByteArray utf8 = word.toUtf8();
    const sb_symbol *stem =
        sb_stemmer_stem(m_stemmer.get(), reinterpret_cast<const sb_symbol *>(utf8.constData()),
                        static_cast<int>(utf8.size()));
    if (!stem)
        return word;
    return QString::fromUtf8(reinterpret_cast<const char *>(stem), sb_stemmer_length(m_stemmer.get()));
}

EnglishForms EnglishWords::workOut(QStringView word) const
{
    EnglishForms forms;
    const QString small = word.toString().toLower();
    forms.plain = hasMarks(small) && !isVietnamese(small) ? withoutAccents(small) : small;
    forms.plain.replace(QChar(0x2019), QLatin1Char('\''));
    forms.noun = oneSpelling(singularOf(oneSpelling(forms.plain)));
    const QString verb = oneSpelling(verbOf(forms.plain));
    forms.stem = verb != forms.plain && verb != forms.noun && verbOf(forms.plain) != forms.plain
                     ? stemOf(verb)
                     : stemOf(forms.noun);
    constexpr qsizetype shortest = 7;
    if (forms.plain.endsWith(QLatin1String("ial")) && forms.plain.size() >= shortest &&
        !standsAlone(forms.plain))
        forms.stem = stemOf(forms.plain.chopped(3)); // presidential, ministerial, provincial
    return forms;
}

EnglishForms EnglishWords::formsOf(QStringView word)
{
    const QString key = word.toString();
    const auto known = m_known.constFind(key);
    if (known != m_known.cend())
        return *known;
    if (m_known.size() >= wordsKept)
        m_known.clear();
    return *m_known.insert(key, workOut(word));
}

int englishNumberWord(QStringView plain, bool &ordinal)
{
    static const QStringList cardinals =
        QStringLiteral(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen seventeen eighteen nineteen")
            .split(QLatin1Char(' '));
    static const QStringList ordinals =
        QStringLiteral("zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh "
                       "twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth")
            .split(QLatin1Char(' '));
    static const QStringList tens =
        QStringLiteral("twenty thirty forty fifty sixty seventy eighty ninety").split(QLatin1Char(' '));
    const QString word = plain.toString();
    ordinal = false;
    if (const qsizetype value = cardinals.indexOf(word); value > 0)
        return static_cast<int>(value);
    if (const qsizetype ten = tens.indexOf(word); ten >= 0)
        return static_cast<int>(ten + 2) * 10;
    ordinal = true;
    if (const qsizetype value = ordinals.indexOf(word); value > 0)
        return static_cast<int>(value);
    if (word.endsWith(QLatin1String("ieth"))) {
        const qsizetype ten = tens.indexOf(word.chopped(4) + QLatin1Char('y'));
        return ten < 0 ? 0 : static_cast<int>(ten + 2) * 10;
    }
    return 0;
}

} // namespace verbale::glossary
