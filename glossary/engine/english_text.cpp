#include "glossary/engine/english_text.h"

#include <algorithm>

namespace verbale::glossary {

namespace {

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == QChar(0x2019) || c == QChar(0x02BC) || c == u'`';
}

bool isHyphen(QChar c)
{
    return c == u'-' || (c.unicode() >= 0x2010 && c.unicode() <= 0x2015) || c == QChar(0x2212);
}

/// Letters and digits, and what belongs to them.
bool isWordUnit(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

/// Signs that are read as words.
QStringView wordOfSign(QChar c)
{
    switch (c.unicode()) {
    case u'&':
        return u"and";
    case u'+':
        return u"plus";
    case u'%':
        return u"percent";
    case u'$':
    case 0x20AC:
    case 0x00A3:
        return u"$";
    default:
        return {};
    }
}

EnglishGap gapOf(QChar c)
{
    switch (c.unicode()) {
    case u'"':
    case u'\'':
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0x00AB:
    case 0x00BB:
    case u'/':
        return EnglishGap::Quote;
    case u'(':
    case u')':
    case u'[':
    case u']':
        return EnglishGap::Bracket;
    case u',':
        return EnglishGap::Comma;
    case u'.':
    case u';':
    case u':':
    case u'!':
    case u'?':
    case 0x2026:
        return EnglishGap::Stop;
    default:
        return EnglishGap::Space;
    }
}

EnglishShape shapeOf(QStringView word)
{
    qsizetype upper = 0;
    qsizetype letters = 0;
    for (const QChar c : word) {
        upper += c.isUpper() ? 1 : 0;
        letters += c.isLetter() ? 1 : 0;
    }
    if (letters == 0)
        return EnglishShape::Number;
    const bool plural = word.endsWith(u's') && upper == letters - 1; // NGOs
    constexpr qsizetype longest = 6; // of what has capitals among small letters: MoU
    const bool mixed = upper >= 2 && upper * 2 >= letters && word.size() <= longest;
    if (upper >= 2 && (upper == letters || plural || mixed))
        return EnglishShape::Capitals;
    if (upper == 1 && letters == 1 && word.size() > 1)
        return EnglishShape::Capitals; // G20
    return word.front().isUpper() ? EnglishShape::Title : EnglishShape::Small;
}

/// Cuts a text into tokens.
class Scanner
{
public:
    Scanner(QStringView text, EnglishWords &words) : m_text(text), m_words(words) {}

    std::vector<EnglishToken> run()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (c == u'{' && takePattern())
                continue;
            if (isWordUnit(c))
                takeWord();
            else if (const QStringView word = wordOfSign(c); !word.isEmpty())
                add(m_at, m_at + 1, word, false);
            else
                takeSign(c);
        }
        return std::move(m_tokens);
    }

private:
    void takeSign(QChar c)
    {
        const auto spaceAt = [this](qsizetype i) {
            return i < 0 || i >= m_text.size() || m_text[i].isSpace();
        };
        EnglishGap gap = gapOf(c);
        if (isHyphen(c))
            gap = spaceAt(m_at - 1) && spaceAt(m_at + 1) ? EnglishGap::Comma : EnglishGap::Hyphen;
        m_gap = std::max(m_gap, gap);
        ++m_at;
    }

    bool takePattern()
    {
        const qsizetype end = m_text.indexOf(u'}', m_at);
        if (end < 0)
            return false;
        EnglishToken token;
        token.span = {m_at, end + 1};
        token.shape = EnglishShape::Any;
        m_tokens.push_back(token);
        m_at = end + 1;
        return true;
    }

    /// The end of an acronym with full stops, "U.S."; `from` where there is none.
    [[nodiscard]] qsizetype dottedEnd(qsizetype from) const
    {
        qsizetype end = from;
        while (end + 1 < m_text.size() && m_text[end].isUpper() && m_text[end + 1] == u'.')
            end += 2;
        const bool lastLetter = end < m_text.size() && m_text[end].isUpper() &&
                                (end + 1 == m_text.size() || !isWordUnit(m_text[end + 1]));
        return end > from + 2 ? end : end == from + 2 && lastLetter ? end + 1 : from;
    }

    /// Whether the sign at a place belongs to the word around it: d'affaires, 10,000, verbale.vn.
    [[nodiscard]] bool isInside(qsizetype at) const
    {
        if (at + 1 >= m_text.size() || !isWordUnit(m_text[at + 1]))
            return false;
        const QChar before = m_text[at - 1];
        const QChar c = m_text[at];
        const QChar after = m_text[at + 1];
        if (isApostrophe(c))
            return true;
        if (c == u',')
            return before.isDigit() && after.isDigit();
        return c == u'.' && ((before.isDigit() && after.isDigit()) || (before.isLower() && after.isLower()));
    }

    void takeWord()
    {
        const qsizetype start = m_at;
        if (const qsizetype dotted = dottedEnd(start); dotted > start) {
            m_at = dotted;
            QString letters;
            for (const QChar c : m_text.sliced(start, dotted - start)) {
                if (c != u'.')
                    letters += c;
            }
            addWord(start, dotted, letters);
            return;
        }
        while (m_at < m_text.size() && (isWordUnit(m_text[m_at]) || isInside(m_at)))
            ++m_at;
        addWord(start, m_at, m_text.sliced(start, m_at - start));
    }

    /// Adds a word; an apostrophe-s goes, also where only the apostrophe is left ("Ministers'").
    void addWord(qsizetype start, qsizetype end, QStringView word)
    {
        bool possessive = false;
        if (word.size() > 2 && word.back().toLower() == u's' && isApostrophe(word[word.size() - 2])) {
            word.chop(2);
            end = m_at - 2;
            possessive = true;
        }
        const bool dangling = m_at < m_text.size() && isApostrophe(m_text[m_at]);
        if (!possessive && dangling && word.back().toLower() == u's')
            possessive = true;
        add(start, end, word, possessive);
        if (m_at < m_text.size() && m_tokens.back().possessive && isApostrophe(m_text[m_at]))
            ++m_at;
        takeTitleStop();
    }

    /// The full stop after Mr, Dr, St ... ends no sentence.
    void takeTitleStop()
    {
        if (m_at >= m_text.size() || m_text[m_at] != u'.')
            return;
        static const QStringList titles{
            QStringLiteral("mr"),   QStringLiteral("mrs"),   QStringLiteral("ms"),   QStringLiteral("dr"),
            QStringLiteral("lt"),   QStringLiteral("capt"),  QStringLiteral("sen"),  QStringLiteral("gov"),
            QStringLiteral("maj"),  QStringLiteral("sgt"),   QStringLiteral("adm"),  QStringLiteral("amb"),
            QStringLiteral("dept"), QStringLiteral("assoc"), QStringLiteral("rep"),  QStringLiteral("st"),
            QStringLiteral("gen"),  QStringLiteral("col"),   QStringLiteral("prof"), QStringLiteral("no")};
        if (titles.contains(m_tokens.back().forms.plain))
            ++m_at;
    }

    void add(qsizetype start, qsizetype end, QStringView word, bool possessive)
    {
        EnglishToken token;
        token.span = {start, end};
        token.before = m_tokens.empty() ? EnglishGap::Space : m_gap;
        token.possessive = possessive;
        token.shape = shapeOf(word);
        if (token.shape == EnglishShape::Capitals && word.endsWith(u's') && word.size() > 2)
            word.chop(1);
        token.forms = m_words.formsOf(word);
        const QString &plain = token.forms.plain;
        token.article = plain == QLatin1String("the") || plain == QLatin1String("an") ||
                        (plain == QLatin1String("a") && word == u"a");
        readNumber(token);
        if (token.before == EnglishGap::Hyphen && !m_tokens.empty() &&
            m_tokens.back().shape != EnglishShape::Any)
            m_tokens.back().joined = m_words.formsOf(QString(m_tokens.back().forms.plain + plain));
        m_tokens.push_back(std::move(token));
        m_gap = EnglishGap::Space;
        m_at = qMax(m_at, end);
        joinNumbers();
    }

    static void readNumber(EnglishToken &token)
    {
        bool ordinal = false;
        QString &noun = token.forms.noun;
        int value = englishNumberWord(token.forms.plain, ordinal);
        const QString &plain = token.forms.plain;
        if (value == 0 && !plain.isEmpty() && plain.front().isDigit()) {
            ordinal = false;
            QString digits = plain;
            digits.remove(QLatin1Char(','));
            for (const QLatin1String &end :
                 {QLatin1String("st"), QLatin1String("nd"), QLatin1String("rd"), QLatin1String("th")}) {
                if (digits.size() > 2 && digits.endsWith(end) && digits[digits.size() - 3].isDigit()) {
                    digits.chop(2);
                    ordinal = true;
                    break;
                }
            }
            noun = ordinal ? digits + QLatin1Char('#') : digits;
            token.shape = EnglishShape::Number;
        } else if (value > 0) {
            noun = ordinal ? QString::number(value) + QLatin1Char('#') : QString::number(value);
            token.shape = EnglishShape::Number;
        }
    }

    /// "fifty-third" is one number.
    void joinNumbers()
    {
        if (m_tokens.size() < 2)
            return;
        EnglishToken &unit = m_tokens.back();
        EnglishToken &ten = m_tokens[m_tokens.size() - 2];
        if (unit.shape != EnglishShape::Number || ten.shape != EnglishShape::Number ||
            unit.before > EnglishGap::Hyphen || unit.forms.plain.front().isDigit() ||
            ten.forms.plain.front().isDigit())
            return;
        const int tens = ten.forms.noun.toInt();
        QString rest = unit.forms.noun;
        const bool ordinal = rest.endsWith(QLatin1Char('#'));
        const int units = (ordinal ? rest.chopped(1) : rest).toInt();
        if (tens < 20 || tens % 10 != 0 || units < 1 || units > 9)
            return;
        rest = QString::number(tens + units);
        ten.span.end = unit.span.end;
        ten.forms.noun = ordinal ? rest + QLatin1Char('#') : rest;
        ten.possessive = unit.possessive;
        ten.joined = {};
        m_tokens.pop_back();
    }

    QStringView m_text;
    EnglishWords &m_words;
    qsizetype m_at = 0;
    EnglishGap m_gap = EnglishGap::Space;
    std::vector<EnglishToken> m_tokens;
};

} // namespace

EnglishText::EnglishText(QStringView text, EnglishWords &words) : m_tokens(Scanner(text, words).run()) {}

} // namespace verbale::glossary
