#include "text/rule_pattern.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <utility>

namespace verbale::text {

namespace {

using Kind = PatternNode::Kind;

constexpr int deepestGroup = 100;
constexpr int mostRepetitions = 500;

icu::UnicodeSet setFrom(const char16_t *pattern)
{
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeSet set(icu::UnicodeString(pattern), status);
    return set;
}

/// The sets behind ICU's escapes, made once.
const icu::UnicodeSet *escapedSet(QChar letter)
{
    static const icu::UnicodeSet digits = setFrom(u"[\\p{Nd}]");
    static const icu::UnicodeSet spaces = setFrom(u"[\\p{White_Space}]");
    static const icu::UnicodeSet blanks = setFrom(u"[\\p{Zs}\\t]");
    switch (letter.toLower().unicode()) {
    case u'd':
        return &digits;
    case u's':
        return &spaces;
    case u'h':
        return &blanks;
    case u'w':
        return &wordCharacters();
    default:
        return nullptr;
    }
}

/// The character of a one-letter escape; 0 for none.
char32_t escapedControl(QChar letter)
{
    switch (letter.unicode()) {
    case u't':
        return U'\t';
    case u'n':
        return U'\n';
    case u'r':
        return U'\r';
    case u'f':
        return U'\f';
    case u'a':
        return 0x07;
    case u'e':
        return 0x1B;
    default:
        return 0;
    }
}

/// Recursive descent. Every function gives false as soon as it meets what it does not know: the caller then
/// leaves the pattern to ICU.
class Parser
{
public:
    explicit Parser(QStringView pattern) : m_pattern(pattern) {}

    bool parse(PatternNode &tree) { return choice(tree) && atEnd(); }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_pattern.size(); }
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_pattern.size() ? m_pattern[m_at + ahead] : QChar();
    }
    bool accept(QStringView word)
    {
        if (!m_pattern.mid(m_at).startsWith(word))
            return false;
        m_at += word.size();
        return true;
    }

    bool choice(PatternNode &out)
    {
        if (++m_depth > deepestGroup)
            return false;
        out.kind = Kind::Choice;
        do {
            if (!sequence(out.children.emplace_back()))
                return false;
        } while (accept(u"|"));
        if (out.children.size() == 1) {
            PatternNode only = std::move(out.children.front());
            out = std::move(only);
        }
        --m_depth;
        return true;
    }

    bool sequence(PatternNode &out)
    {
        out.kind = Kind::Sequence;
        while (!atEnd() && peek() != u'|' && peek() != u')') {
            PatternNode atom;
            if (!this->atom(atom) || !quantified(atom))
                return false;
            out.children.push_back(std::move(atom));
        }
        return true;
    }

    bool quantified(PatternNode &atom)
    {
        int minimum = 0;
        int maximum = -1;
        if (accept(u"*")) {
        } else if (accept(u"+")) {
            minimum = 1;
        } else if (accept(u"?")) {
            maximum = 1;
        } else if (peek() == u'{') {
            if (!interval(minimum, maximum))
                return false;
        } else {
            return true;
        }
        accept(u"?"); // a lazy quantifier matches at the same places
        if (peek() == u'+' || peek() == u'*' || peek() == u'?' || peek() == u'{')
            return false;
        PatternNode repeated;
        repeated.kind = Kind::Repeat;
        repeated.minimum = minimum;
        repeated.maximum = maximum;
        repeated.children.push_back(std::move(atom));
        atom = std::move(repeated);
        return true;
    }

    bool number(int &value)
    {
        const qsizetype start = m_at;
        value = 0;
        while (peek() >= u'0' && peek() <= u'9' && value <= mostRepetitions)
            value = value * 10 + (m_pattern[m_at++].unicode() - u'0');
        return m_at > start && value <= mostRepetitions;
    }

    bool interval(int &minimum, int &maximum)
    {
        if (!accept(u"{") || !number(minimum))
            return false;
        if (!accept(u","))
            maximum = minimum;
        else if (peek() != u'}' && !number(maximum))
            return false;
        return accept(u"}") && (maximum < 0 || maximum >= minimum);
    }

    bool atom(PatternNode &out)
    {
        switch (peek().unicode()) {
        case u'(':
            return group(out);
        case u'[':
            out.kind = Kind::Set;
            return set(out.set) && foldSet(out.set);
        case u'\\':
            return escape(out);
        case u'.': {
            static const icu::UnicodeSet noLineEnd = setFrom(u"[^\\u000A-\\u000D\\u0085\\u2028\\u2029]");
            ++m_at;
            out.kind = Kind::Set;
            out.set = noLineEnd;
            return true;
        }
        case u'^':
            ++m_at;
            out.kind = Kind::TextStart;
            return true;
        case u'$':
            ++m_at;
            out.kind = Kind::TextEnd;
            return true;
        case u'*':
        case u'+':
        case u'?':
        case u'{':
        case u'}':
        case u']':
            return false;
        default:
            return literal(nextCodePoint(), out);
        }
    }

    bool group(PatternNode &out)
    {
        ++m_at;
        const bool caseBlind = m_caseBlind;
        if (accept(u"?")) {
            const bool off = accept(u"-");
            if (accept(u"i"))
                m_caseBlind = !off;
            else if (off)
                return false;
            if (accept(u")"))
                return true; // the rest of the surrounding group follows the flag: out stays empty
            if (!accept(u":"))
                return false;
        }
        if (!choice(out) || !accept(u")"))
            return false;
        m_caseBlind = caseBlind;
        return true;
    }

    char32_t nextCodePoint()
    {
        const QChar first = m_pattern[m_at++];
        if (first.isHighSurrogate() && peek().isLowSurrogate())
            return QChar::surrogateToUcs4(first, m_pattern[m_at++]);
        return first.unicode();
    }

    bool literal(char32_t character, PatternNode &out)
    {
        out.kind = Kind::Set;
        out.set.add(static_cast<UChar32>(character));
        return foldSet(out.set);
    }

    bool foldSet(icu::UnicodeSet &set) const
    {
        if (m_caseBlind) {
            set.closeOver(USET_CASE_INSENSITIVE);
            set.removeAllStrings(); // "ß" against "ss": one character stands for one
        }
        return true;
    }

    bool escape(PatternNode &out)
    {
        const QChar letter = peek(1);
        if (letter == u'b' || letter == u'B') {
            out.kind = letter == u'b' ? Kind::WordBoundary : Kind::NoWordBoundary;
        } else if (letter == u'A') {
            out.kind = Kind::TextStart;
        } else if (letter == u'z') {
            out.kind = Kind::TextEnd;
        } else if (letter == u'Q') {
            return quotation(out);
        } else {
            out.kind = Kind::Set;
            return escapedSetOrCharacter(out.set) && foldSet(out.set);
        }
        m_at += 2;
        return true;
    }

    /// \Q...\E
    bool quotation(PatternNode &out)
    {
        m_at += 2;
        out.kind = Kind::Sequence;
        while (!accept(u"\\E")) {
            if (atEnd() || !literal(nextCodePoint(), out.children.emplace_back()))
                return false;
        }
        return peek() != u'*' && peek() != u'+' && peek() != u'?' && peek() != u'{'; // ICU repeats a letter
    }

    bool hexadecimal(qsizetype digits, char32_t &character)
    {
        bool valid = false;
        const QStringView view = m_pattern.mid(m_at, digits);
        character = view.size() == digits ? view.toUInt(&valid, 16) : 0;
        m_at += digits;
        return valid && character <= 0x10FFFF;
    }

    bool escapedCharacter(char32_t &character)
    {
        const QChar letter = m_pattern[m_at++];
        if (letter == u'u')
            return hexadecimal(4, character) && !QChar::isSurrogate(character);
        if (letter == u'U')
            return hexadecimal(8, character);
        if (letter == u'x') {
            if (!accept(u"{"))
                return hexadecimal(2, character);
            const qsizetype end = m_pattern.indexOf(u'}', m_at);
            return end > m_at && hexadecimal(end - m_at, character) && accept(u"}");
        }
        character = escapedControl(letter);
        if (character != 0)
            return true;
        if (letter.isLetterOrNumber())
            return false;
        --m_at;
        character = nextCodePoint();
        return true;
    }

    bool escapedSetOrCharacter(icu::UnicodeSet &out)
    {
        if (!accept(u"\\") || atEnd())
            return false;
        const QChar letter = peek();
        if (letter == u'p' || letter == u'P')
            return property(out);
        if (const icu::UnicodeSet *known = escapedSet(letter)) {
            ++m_at;
            out = *known;
            if (letter.isUpper())
                out.complement();
            return true;
        }
        char32_t character = 0;
        if (!escapedCharacter(character))
            return false;
        out.add(static_cast<UChar32>(character));
        return true;
    }

    bool property(icu::UnicodeSet &out)
    {
        qsizetype end = m_at + 1;
        if (peek(1) == u'{')
            end = m_pattern.indexOf(u'}', m_at);
        if (end < 0 || end >= m_pattern.size())
            return false;
        const QString name = u'\\' + m_pattern.mid(m_at, end + 1 - m_at).toString();
        UErrorCode status = U_ZERO_ERROR;
        const icu::UnicodeString asked(name.utf16(), static_cast<int32_t>(name.size()));
        out.applyPattern(asked, status);
        m_at = end + 1;
        return U_SUCCESS(status) && !out.isBogus();
    }

    /// [...], with ranges, escapes, sets in it and && between parts.
    bool set(icu::UnicodeSet &out)
    {
        if (!accept(u"[") || ++m_depth > deepestGroup)
            return false;
        const bool negated = accept(u"^");
        if (peek() == u']' || (peek() == u'-' && peek(1) == u'-'))
            return false;
        icu::UnicodeSet common(0, 0x10FFFF);
        do {
            icu::UnicodeSet part;
            if (accept(u"-"))
                part.add(u'-'); // first in a set it stands for itself
            if (!setItems(part))
                return false;
            common.retainAll(part);
        } while (accept(u"&&"));
        if (!accept(u"]"))
            return false;
        if (negated) {
            foldSet(common);
            common.complement();
        }
        out = common;
        --m_depth;
        return true;
    }

    bool setItems(icu::UnicodeSet &out)
    {
        while (!atEnd() && peek() != u']' && !(peek() == u'&' && peek(1) == u'&')) {
            icu::UnicodeSet item;
            if (peek() == u'[') {
                if (peek(1) == u':' || !set(item))
                    return false;
            } else if (!rangeOrCharacter(item)) {
                return false;
            }
            out.addAll(item);
        }
        return true;
    }

    bool rangeOrCharacter(icu::UnicodeSet &item)
    {
        if (peek() == u'-' && peek(1) != u']')
            return false; // "--" is a difference
        if (!oneItem(item))
            return false;
        if (peek() != u'-' || peek(1) == u']')
            return true;
        ++m_at;
        icu::UnicodeSet last;
        if (peek() == u'[' || peek() == u'-' || item.size() != 1 || !oneItem(last) || last.size() != 1)
            return false;
        if (last.charAt(0) < item.charAt(0))
            return false;
        item.add(item.charAt(0), last.charAt(0));
        return true;
    }

    bool oneItem(icu::UnicodeSet &item)
    {
        if (atEnd())
            return false;
        if (peek() == u'\\')
            return escapedSetOrCharacter(item);
        item.add(static_cast<UChar32>(nextCodePoint()));
        return true;
    }

    QStringView m_pattern;
    qsizetype m_at = 0;
    int m_depth = 0;
    bool m_caseBlind = false;
};

} // namespace

const icu::UnicodeSet &wordCharacters()
{
    static const icu::UnicodeSet set = setFrom(u"[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200C\\u200D]");
    return set;
}

std::optional<PatternNode> parsePattern(QStringView pattern)
{
    PatternNode tree;
    if (!Parser(pattern).parse(tree))
        return std::nullopt;
    return tree;
}

} // namespace verbale::text
