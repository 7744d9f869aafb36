#include "glossary/engine/english_term.h"

#include <algorithm>
#include <array>
#include <optional>

namespace verbale::glossary {

namespace {

using Tokens = std::vector<EnglishToken>;

constexpr qsizetype wordsBetween = 3; ///< at most, at one place inside a term
constexpr qsizetype wordsBetweenInAll = 4;

bool isSmallWord(const EnglishToken &token)
{
    static constexpr std::array<QStringView, 14> words{u"of", u"and",  u"for",  u"on", u"in",
                                                       u"to", u"with", u"from", u"by", u"at",
                                                       u"de", u"or",   u"into", u"as"};
    return token.article || std::find(words.begin(), words.end(), token.forms.plain) != words.end();
}

enum class Likeness { None, Same, WithoutCapital };

/// Whether a word is made of a place's name: Somalia, Somalian; Toronto, Torontonians.
bool isOfPlace(const QString &word, const QString &place)
{
    constexpr qsizetype shortest = 5;
    if (place.size() < shortest || word.size() < place.size() || word.front() != place.front())
        return false;
    QString base = place;
    if (QStringView(u"aeoy").contains(base.back()) && !word.startsWith(base))
        base.chop(1);
    if (!word.startsWith(base))
        return false;
    static constexpr std::array<QStringView, 7> ends{u"n", u"an", u"ian", u"nian", u"ese", u"i", u"ish"};
    const QStringView end = QStringView(word).mid(base.size());
    return std::find(ends.begin(), ends.end(), end) != ends.end();
}

Likeness likeness(const EnglishToken &word, const EnglishForms &there, EnglishShape shape)
{
    const auto either = [](bool same) { return same ? Likeness::Same : Likeness::None; };
    constexpr qsizetype longAcronym = 4; ///< Nato, Unesco, Asean
    switch (word.shape) {
    case EnglishShape::Any:
        return either(shape == EnglishShape::Number);
    case EnglishShape::Number:
        return either(shape == EnglishShape::Number && word.forms.noun == there.noun);
    case EnglishShape::Capitals:
        return either(word.forms.noun == there.noun &&
                      (shape == EnglishShape::Capitals ||
                       (shape == EnglishShape::Title && there.plain.size() >= longAcronym)));
    case EnglishShape::Title:
        if (word.forms.noun != there.noun)
            return either(shape == EnglishShape::Title && isOfPlace(there.noun, word.forms.noun));
        return shape == EnglishShape::Small ? Likeness::WithoutCapital : Likeness::Same;
    case EnglishShape::Small:
        return either(word.forms.stem == there.stem || word.forms.noun == there.noun);
    }
    return Likeness::None;
}

/// Walks a term's words along a text from one of its words on.
class Walk
{
public:
    Walk(const Tokens &term, const EnglishText &text, bool gaps) : m_term(term), m_text(text), m_gaps(gaps) {}

    /// What was found from a word of the text on.
    struct Found
    {
        QList<Span> spans;
        qsizetype end = 0; ///< the token after the last one
        bool lostCapital = false;
        bool loose = false;
    };
    std::optional<Found> from(qsizetype at)
    {
        if (!run(at) || m_spans.isEmpty())
            return std::nullopt;
        return Found{m_spans, m_at, m_lostCapital, m_skipped > 0};
    }

private:
    bool run(qsizetype from)
    {
        m_at = from;
        while (m_word < m_term.size()) {
            if (!(m_word == 0 || isNear()) || !step()) {
                if (!skip())
                    return false;
            }
        }
        return true;
    }
    /// Whether nothing but what the term itself has stands between the last word and the next.
    [[nodiscard]] bool isNear() const
    {
        if (m_at >= m_text.size())
            return false;
        const EnglishGap gap = m_text[m_at].before;
        const EnglishGap own = m_term[m_word].before;
        return gap <= EnglishGap::Quote || (m_bracket && gap < EnglishGap::Stop) ||
               (own > EnglishGap::Quote && gap <= EnglishGap::Comma) || gap == own;
    }

    bool step()
    {
        if (m_at >= m_text.size())
            return m_term[m_word].shape == EnglishShape::Any && ++m_word > 0;
        const EnglishToken &word = m_term[m_word];
        const EnglishToken &there = m_text[m_at];
        if (take(likeness(word, there.forms, there.shape), 1, 1))
            return true;
        if (!there.joined.plain.isEmpty() && take(likeness(word, there.joined, there.shape), 1, 2))
            return true;
        if (!word.joined.plain.isEmpty()) {
            EnglishToken both = word;
            both.forms = word.joined;
            if (take(likeness(both, there.forms, there.shape), 2, 1))
                return true;
        }
        if (word.shape == EnglishShape::Any) { // a meeting without its number
            ++m_word;
            return true;
        }
        return false;
    }

    bool take(Likeness like, std::size_t words, qsizetype tokens)
    {
        if (like == Likeness::None)
            return false;
        m_lostCapital = m_lostCapital || like == Likeness::WithoutCapital;
        const Span span{m_text[m_at].span.start, m_text[m_at + tokens - 1].span.end};
        if (m_spans.isEmpty() || m_broken)
            m_spans.append(span);
        else
            m_spans.last().end = span.end;
        m_broken = false;
        m_bracket = false;
        m_between = 0;
        m_word += words;
        m_at += tokens;
        return true;
    }

    /// Passes over a word of the text that is not the term's: an article, an acronym in brackets, and with
    /// gaps other words of the same clause.
    bool skip()
    {
        if (m_word == 0 || m_at >= m_text.size())
            return false;
        const EnglishToken &there = m_text[m_at];
        const bool closes = m_at + 1 < m_text.size() && m_text[m_at + 1].before == EnglishGap::Bracket;
        if (there.before == EnglishGap::Bracket && there.shape == EnglishShape::Capitals && closes) {
            m_bracket = true;
            ++m_at;
            return true;
        }
        if (there.article && there.before <= EnglishGap::Quote) {
            ++m_at;
            return true;
        }
        if (!m_gaps || there.before >= EnglishGap::Stop || m_between >= wordsBetween ||
            m_skipped >= wordsBetweenInAll || !mayPass(there))
            return false;
        // Words of a clause of its own: another verb's subject, a relative clause.
        static constexpr std::array<QStringView, 6> borders{u"that", u"which", u"who",
                                                            u"when", u"while", u"but"};
        if (std::find(borders.begin(), borders.end(), there.forms.plain) != borders.end())
            return false;
        ++m_between;
        ++m_skipped;
        m_broken = true;
        m_bracket = true; // a comma among the words between does not part the next one
        ++m_at;
        return true;
    }

    /// Inside a name only other names' words are passed over, and only where a list or a longer name can
    /// stand: "Minister of Planning and Investment", "Foreign and Defence Ministers". Not in "East China
    /// Sea".
    [[nodiscard]] bool mayPass(const EnglishToken &there) const
    {
        if (m_term.front().shape == EnglishShape::Small)
            return true;
        if (m_between > 0)
            return isSmallWord(there) || there.shape != EnglishShape::Small;
        if (there.forms.plain == QLatin1String("and") || there.before == EnglishGap::Comma)
            return true;
        static constexpr std::array<QStringView, 8> directions{
            u"north", u"south", u"east", u"west", u"northern", u"southern", u"eastern", u"western"};
        const bool direction =
            std::find(directions.begin(), directions.end(), there.forms.plain) != directions.end();
        return isSmallWord(m_term[m_word - 1]) && there.shape == EnglishShape::Title && !direction;
    }

    const Tokens &m_term;
    const EnglishText &m_text;
    bool m_gaps;
    std::size_t m_word = 0;
    qsizetype m_at = 0;
    qsizetype m_between = 0;
    qsizetype m_skipped = 0;
    bool m_broken = false;
    bool m_bracket = false;
    bool m_lostCapital = false;
    QList<Span> m_spans;
};

/// Letters with one kind of quotation mark, dash and space.
QString typed(QStringView text)
{
    QString result;
    for (const QChar c : text) {
        if (c == QChar(0x2019) || c == QChar(0x2018))
            result += QLatin1Char('\'');
        else if (c.unicode() >= 0x2010 && c.unicode() <= 0x2015)
            result += QLatin1Char('-');
        else
            result += c.isSpace() ? QChar(u' ') : c;
    }
    return result.normalized(QString::NormalizationForm_C);
}

bool isExact(QStringView there, const QString &term)
{
    const QString a = typed(there);
    const QString b = typed(term);
    if (a.size() != b.size() || a.isEmpty())
        return false;
    const bool first = a[0] == b[0] || (a[0].toLower() == b[0] && a[0].isUpper());
    return (first && QStringView(a).mid(1) == QStringView(b).mid(1)) || a == b.toUpper();
}

/// "Viet Nam's Prime Minister", and less closely "Okhotsk Sea" for "Sea of Okhotsk".
std::optional<Walk::Found> turnedAt(const Tokens &turned, std::size_t ownersWord, const EnglishText &text,
                                    qsizetype at)
{
    const qsizetype owner = at + static_cast<qsizetype>(ownersWord);
    if (turned.empty() || owner >= text.size())
        return std::nullopt;
    std::optional<Walk::Found> found = Walk(turned, text, false).from(at);
    if (found && !text[owner].possessive) {
        if (turned.front().shape == EnglishShape::Small || found->lostCapital)
            return std::nullopt;
        found->loose = true;
    }
    return found;
}

QString initialsOf(const Tokens &words, bool withSmall)
{
    QString initials;
    for (const EnglishToken &word : words) {
        if (withSmall || !isSmallWord(word))
            initials += word.forms.plain.front();
    }
    return initials;
}

} // namespace

bool EnglishPlace::within(const EnglishPlace &other) const
{
    const bool inside = start() >= other.start() && end() <= other.end();
    return inside && end() - start() < other.end() - other.start();
}

EnglishTerm::EnglishTerm(const QString &term, EnglishWords &words) : m_text(term)
{
    const EnglishText all(term, words);
    std::copy_if(all.tokens().begin(), all.tokens().end(), std::back_inserter(m_words),
                 [](const EnglishToken &token) { return !token.article; });
    if (m_words.empty())
        m_words = all.tokens(); // a term that is an article
    addPossessive();
    addAcronyms(words);
}

bool EnglishTerm::isName() const
{
    return std::all_of(m_words.begin(), m_words.end(), [](const EnglishToken &word) {
        return isSmallWord(word) || word.shape == EnglishShape::Title || word.shape == EnglishShape::Capitals;
    });
}

void EnglishTerm::addPossessive()
{
    const auto of = std::find_if(m_words.begin(), m_words.end(), [](const EnglishToken &word) {
        return word.forms.plain == QLatin1String("of");
    });
    if (of == m_words.begin() || of == m_words.end() || of + 1 == m_words.end())
        return;
    m_turned.assign(of + 1, m_words.end());
    m_owner = m_turned.size() - 1;
    m_turned.insert(m_turned.end(), m_words.begin(), of);
}

void EnglishTerm::addAcronyms(EnglishWords &words)
{
    const auto large = std::count_if(m_words.begin(), m_words.end(),
                                     [](const EnglishToken &word) { return !isSmallWord(word); });
    if (large < 2 || !isName())
        return;
    for (const bool withSmall : {false, true})
        m_acronyms.append(words.formsOf(initialsOf(m_words, withSmall).toUpper()).noun);
}

bool EnglishTerm::isAcronymOf(const EnglishToken &token) const
{
    return token.shape == EnglishShape::Capitals && m_acronyms.contains(token.forms.noun);
}

bool EnglishTerm::mayHaveWordsBetween() const
{
    constexpr std::ptrdiff_t longest = 6;
    const auto large = std::count_if(m_words.begin(), m_words.end(),
                                     [](const EnglishToken &word) { return !isSmallWord(word); });
    const bool small = std::all_of(m_words.begin(), m_words.end(), [](const EnglishToken &word) {
        return word.shape == EnglishShape::Small;
    });
    return (small || isName()) && large >= 2 && large <= longest;
}

QList<EnglishPlace> EnglishTerm::placesIn(const EnglishText &text, QStringView original) const
{
    QList<EnglishPlace> places;
    if (m_words.empty())
        return places;
    const bool lone = m_words.size() == 1 && m_words.front().shape == EnglishShape::Title;
    const bool gaps = mayHaveWordsBetween();
    for (qsizetype at = 0; at < text.size();) {
        std::optional<Walk::Found> found = Walk(m_words, text, false).from(at);
        if (!found)
            found = turnedAt(m_turned, m_owner, text, at);
        if (!found && gaps)
            found = Walk(m_words, text, true).from(at);
        if (!found) {
            if (isAcronymOf(text[at]))
                places.append({{text[at].span}, EnglishFit::Form});
            ++at;
            continue;
        }
        EnglishPlace place{found->spans, EnglishFit::Form};
        if (found->loose || (lone && found->lostCapital))
            place.fit = EnglishFit::Loose;
        else if (isExact(original.sliced(place.start(), place.end() - place.start()), m_text))
            place.fit = EnglishFit::Exact;
        places.append(place);
        at = qMax(found->end, at + 1);
    }
    return places;
}

Span EnglishTerm::shortFormIn(const EnglishText &text) const
{
    if (m_words.size() < 2 || !isName())
        return {};
    const auto border = std::find_if(m_words.begin() + 1, m_words.end(), isSmallWord);
    const EnglishToken &head = *(border - 1);
    static constexpr std::array<QStringView, 8> pointers{u"the", u"this",  u"that", u"these",
                                                         u"its", u"their", u"said", u"both"};
    for (qsizetype i = 1; i < text.size(); ++i) {
        const QString &before = text[i - 1].forms.plain;
        if (text[i].forms.noun == head.forms.noun && text[i].before == EnglishGap::Space &&
            std::find(pointers.begin(), pointers.end(), before) != pointers.end())
            return {text[i - 1].span.start, text[i].span.end};
    }
    return {};
}

QString EnglishTerm::key() const
{
    QString key;
    for (const EnglishToken &word : m_words)
        key += word.forms.noun;
    return key;
}

} // namespace verbale::glossary
