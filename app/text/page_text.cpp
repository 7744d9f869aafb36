#include "text/page_text.h"

#include <algorithm>
#include <array>

namespace verbale::text {

namespace {

bool isUnseen(char16_t c)
{
    return c == 0x00AD || c == 0xFEFF || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069);
}

struct Reference
{
    QStringView name;
    char16_t character;
};

/// "&nbsp;" and its like. `length` is that of the whole reference; 0 when there is none.
char16_t characterReference(QStringView at, qsizetype &length)
{
    static constexpr std::array<Reference, 15> known = {{{u"nbsp", u' '},
                                                         {u"amp", u'&'},
                                                         {u"quot", u'"'},
                                                         {u"apos", u'\''},
                                                         {u"lt", u'<'},
                                                         {u"gt", u'>'},
                                                         {u"ldquo", u'“'},
                                                         {u"rdquo", u'”'},
                                                         {u"lsquo", u'‘'},
                                                         {u"rsquo", u'’'},
                                                         {u"laquo", u'«'},
                                                         {u"raquo", u'»'},
                                                         {u"ndash", u'–'},
                                                         {u"mdash", u'—'},
                                                         {u"hellip", u'…'}}};
    length = 0;
    const qsizetype end = at.left(10).indexOf(u';');
    if (end < 2)
        return 0;
    const QStringView name = at.mid(1, end - 1);
    if (name[0] == u'#') {
        const bool hexadecimal = name.size() > 1 && (name[1] == u'x' || name[1] == u'X');
        bool valid = false;
        const uint value = name.mid(hexadecimal ? 2 : 1).toUInt(&valid, hexadecimal ? 16 : 10);
        if (!valid || value < 0x20 || value > 0xFFFF || QChar::isSurrogate(value))
            return 0;
        length = end + 1;
        return value == 0xA0 ? u' ' : static_cast<char16_t>(value);
    }
    for (const Reference &reference : known) {
        if (reference.name == name) {
            length = end + 1;
            return reference.character;
        }
    }
    return 0;
}

/// "<p>", "</a>", "<br/>": how long it is; 0 for a '<' that begins no tag.
qsizetype tagLength(QStringView at)
{
    const qsizetype name = at.size() > 1 && at[1] == u'/' ? 2 : 1;
    if (at.size() <= name || !(at[name].isLower() && at[name].unicode() < 0x80))
        return 0;
    const qsizetype end = at.left(300).indexOf(u'>');
    return end < 0 || at.mid(1, end).contains(u'<') ? 0 : end + 1;
}

/// Old and new style put the tone of "hoà" and "hòa" on another letter; for comparing, it stands on the
/// first.
void moveToneLeft(QChar &first, QChar &second)
{
    struct Vowel
    {
        char16_t plain;
        QStringView toned; // grave, acute, hook, tilde, dot below
    };
    static constexpr std::array<Vowel, 5> vowels = {
        {{u'o', u"òóỏõọ"}, {u'u', u"ùúủũụ"}, {u'a', u"àáảãạ"}, {u'e', u"èéẻẽẹ"}, {u'y', u"ỳýỷỹỵ"}}};
    const size_t left = first == u'o' ? 0 : first == u'u' ? 1 : 5;
    if (left == 5)
        return;
    for (size_t right = left == 0 ? 2 : 4; right < (left == 0 ? 4U : 5U); ++right) {
        if (const qsizetype tone = vowels[right].toned.indexOf(second); tone >= 0) {
            first = vowels[left].toned[tone];
            second = vowels[right].plain;
            return;
        }
    }
}

/// "ấ" typed as "á" and a circumflex: the mark of the letter belongs before the tone.
QString composed(const QString &text)
{
    const auto isOfLetter = [](QChar c) {
        return c.unicode() == 0x0302 || c.unicode() == 0x0306 || c.unicode() == 0x031B;
    };
    QString apart = text.normalized(QString::NormalizationForm_D);
    for (auto begin = apart.begin(); begin != apart.end();) {
        begin = std::find_if(begin, apart.end(), [](QChar c) { return c.isMark(); });
        const auto end = std::find_if_not(begin, apart.end(), [](QChar c) { return c.isMark(); });
        std::stable_partition(begin, end, isOfLetter);
        begin = end;
    }
    return apart.normalized(QString::NormalizationForm_C);
}

/// Look-alikes of a letter or a sign from other alphabets and from full-width type.
char16_t usual(char16_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        return static_cast<char16_t>(c - 0xFEE0);
    if (c == 0x00F0) // eth, as some keyboards give it
        return u'đ';
    return c == 0x00D0 || c == 0x0189 ? u'Đ' : c;
}

/// Composition joins marks to their letters and moves nothing else, so a place is found again by counting the
/// letters before it.
bool isCounted(QChar c)
{
    return !c.isMark();
}

} // namespace

bool isLineEnd(QChar c)
{
    const char16_t unit = c.unicode();
    return unit == u'\n' || unit == u'\r' || unit == 0x85 || unit == 0x2028 || unit == 0x2029;
}

bool isBlankOrUnseen(QChar c)
{
    return c.isSpace() || isUnseen(c.unicode());
}

QString readable(QStringView raw, std::vector<qsizetype> *origins)
{
    QString text;
    text.reserve(raw.size());
    bool plain = true; // nothing that composition could change
    for (qsizetype i = 0; i < raw.size();) {
        char16_t unit = raw[i].unicode();
        const qsizetype start = i++;
        if (isUnseen(unit))
            continue;
        if (unit == u'<') {
            if (const qsizetype length = tagLength(raw.mid(start)); length > 0) {
                i = start + length;
                unit = u' ';
            }
        } else if (unit == u'&') {
            qsizetype length = 0;
            if (const char16_t meant = characterReference(raw.mid(start), length); length > 0) {
                unit = meant;
                i = start + length;
            }
        }
        if (QChar::isSpace(unit)) {
            if (text.isEmpty() || text.back() == u' ')
                continue;
            unit = u' ';
        }
        unit = usual(unit);
        plain = plain &&
                (unit < 0x300 || (unit >= 0x1EA0 && unit <= 0x1EF9) || (unit >= 0x2010 && unit <= 0x2027));
        text += QChar(unit);
        if (origins)
            origins->push_back(start);
    }
    if (text.endsWith(u' '))
        text.chop(1);
    return plain ? text : composed(text);
}

qsizetype originOf(QStringView raw, qsizetype offset)
{
    const QString whole = readable(raw);
    const QStringView before = QStringView(whole).left(offset);
    auto letters = std::count_if(before.begin(), before.end(), isCounted);
    std::vector<qsizetype> origins;
    readable(raw, &origins);
    for (const qsizetype origin : origins) {
        if (!isCounted(raw[origin]))
            continue;
        if (letters-- == 0)
            return origin;
    }
    return raw.size();
}

QString tonesOnFirst(QString text)
{
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i].unicode() >= 0x80)
            moveToneLeft(text[i - 1], text[i]);
    }
    return text;
}

QString lineKey(const QString &readableText)
{
    QString key = tonesOnFirst(readableText.toLower());
    for (QChar &c : key) {
        const char16_t unit = c.unicode();
        if (unit < 0x2010)
            continue;
        if (unit <= 0x2015 || unit == 0x2212)
            c = u'-';
        else if (unit == 0x2018 || unit == 0x2019 || unit == 0x2032)
            c = u'\'';
        else if (unit == 0x201C || unit == 0x201D || unit == 0x201E || unit == 0x2033)
            c = u'"';
    }
    return key;
}

QString withoutMarks(QStringView text)
{
    const QString apart = text.toString().normalized(QString::NormalizationForm_D);
    QString bare;
    bare.reserve(apart.size());
    for (const QChar c : apart) {
        if (c == u'đ')
            bare += u'd';
        else if (c == u'Đ')
            bare += u'D';
        else if (!c.isMark())
            bare += c;
    }
    return bare;
}

} // namespace verbale::text
