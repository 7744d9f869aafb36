#include "formats/conformance/xliff2_values.h"

#include "formats/conformance/language_tag.h"
#include "xml/characters.h"

#include <algorithm>
#include <array>

namespace verbale::conformance::xliff2 {

namespace {

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
}

bool areDigits(QStringView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QStringView withoutSign(QStringView text)
{
    return text.startsWith(u'-') || text.startsWith(u'+') ? text.sliced(1) : text;
}

bool isBetween(QStringView value, double least, double most)
{
    const double number = value.trimmed().toDouble();
    return number >= least && number <= most;
}

bool isHundred(QStringView value)
{
    return isDecimal(value) && isBetween(value, 0, 100);
}

/// xs:double in [0, 1].
bool isConfidence(QStringView value)
{
    bool isNumber = false;
    const double number = value.trimmed().toDouble(&isNumber);
    return isNumber && number >= 0 && number <= 1;
}

bool isPriority(QStringView value)
{
    return isPositiveInteger(value) && isBetween(value, 1, 10);
}

bool areNmtokens(QStringView value)
{
    const auto words = wordsOf(value);
    return !words.isEmpty() &&
           std::all_of(words.begin(), words.end(), [](QStringView word) { return xml::isNmtoken(word); });
}

bool isPaddedNmtoken(QStringView value)
{
    return xml::isNmtoken(collapsed(value));
}

/// An NCName, near enough: a name token that does not begin as no name does, without a colon.
bool isXmlId(QStringView value)
{
    const QStringView name = collapsed(value);
    return xml::isNmtoken(name) && !name.contains(u':') && !name.front().isDigit() && name.front() != u'-' &&
           name.front() != u'.';
}

bool isMarkType(QStringView value)
{
    return value == u"generic" || value == u"comment" || value == u"term" || isUserDefined(value);
}

/// The canonical form of xs:hexBinary: two digits to the byte, in capitals; small ones are read too.
bool isHex(QStringView value)
{
    const auto isHexDigit = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    };
    return !value.isEmpty() && value.size() % 2 == 0 && std::all_of(value.begin(), value.end(), isHexDigit);
}

bool isHtmlName(QStringView value)
{
    constexpr std::array names{
        u"a",      u"b",    u"bdo",   u"big",   u"blockquote", u"body",   u"br",   u"button", u"caption",
        u"center", u"cite", u"code",  u"col",   u"colgroup",   u"dd",     u"del",  u"div",    u"dl",
        u"dt",     u"em",   u"h1",    u"h2",    u"h3",         u"h4",     u"h5",   u"h6",     u"head",
        u"hr",     u"html", u"i",     u"img",   u"label",      u"legend", u"li",   u"ol",     u"p",
        u"pre",    u"q",    u"s",     u"samp",  u"select",     u"small",  u"span", u"strike", u"strong",
        u"sub",    u"sup",  u"table", u"tbody", u"td",         u"tfoot",  u"th",   u"thead",  u"title",
        u"tr",     u"tt",   u"u",     u"ul"};
    return std::any_of(names.begin(), names.end(),
                       [value](const char16_t *name) { return value == QStringView(name); });
}

bool isIssueType(QStringView value)
{
    constexpr std::array types{u"terminology",
                               u"mistranslation",
                               u"omission",
                               u"untranslated",
                               u"addition",
                               u"duplication",
                               u"inconsistency",
                               u"grammar",
                               u"legal",
                               u"register",
                               u"locale-specific-content",
                               u"locale-violation",
                               u"style",
                               u"characters",
                               u"misspelling",
                               u"typographical",
                               u"formatting",
                               u"inconsistent-entities",
                               u"numbers",
                               u"markup",
                               u"pattern-problem",
                               u"whitespace",
                               u"internationalization",
                               u"length",
                               u"non-conformance",
                               u"uncategorized",
                               u"other"};
    return std::any_of(types.begin(), types.end(),
                       [value](const char16_t *type) { return value == QStringView(type); });
}

struct Type
{
    const char16_t *name;
    bool (*accepts)(QStringView value);
    const char16_t *expectation;
};

template <std::size_t size>
bool isOneOf(QStringView value, const std::array<const char16_t *, size> &values)
{
    return std::any_of(values.begin(), values.end(),
                       [value](const char16_t *one) { return value == QStringView(one); });
}

const std::array types{
    Type{u"nmtoken", isPaddedNmtoken, u"a name token (letters, digits and . - _ : without spaces)"},
    Type{u"nmtokens", areNmtokens, u"name tokens between spaces"},
    Type{u"yesNo", [](QStringView v) { return v == u"yes" || v == u"no"; }, u"yes or no"},
    Type{u"yesNoFirstNo", [](QStringView v) { return v == u"yes" || v == u"no" || v == u"firstNo"; },
         u"yes, firstNo or no"},
    Type{u"dir", [](QStringView v) { return v == u"ltr" || v == u"rtl" || v == u"auto"; },
         u"ltr, rtl or auto"},
    Type{u"side", [](QStringView v) { return v == u"source" || v == u"target"; }, u"source or target"},
    Type{u"metaSide", [](QStringView v) { return v == u"source" || v == u"target" || v == u"ignorable"; },
         u"source, target or ignorable"},
    Type{u"userDefined", isUserDefined, u"a prefix, a colon and a value (\"my:value\") without spaces"},
    Type{u"prefixed", [](QStringView v) { return v.indexOf(u':') > 0 && v.indexOf(u':') + 1 < v.size(); },
         u"a prefix, a colon and a value (\"my:value\")"},
    Type{u"codeType",
         [](QStringView v) {
             return isOneOf(
                 v, std::array<const char16_t *, 6>{u"fmt", u"ui", u"quote", u"link", u"image", u"other"});
         },
         u"fmt, ui, quote, link, image or other"},
    Type{u"markType", isMarkType, u"generic, comment, term or a prefix, a colon and a value"},
    Type{u"matchType",
         [](QStringView v) {
             return isOneOf(
                 v, std::array<const char16_t *, 7>{u"am", u"mt", u"icm", u"idm", u"tb", u"tm", u"other"});
         },
         u"am, mt, icm, idm, tb, tm or other"},
    Type{u"priority", isPriority, u"a whole number from 1 to 10"},
    Type{u"state",
         [](QStringView v) {
             return isOneOf(
                 v, std::array<const char16_t *, 4>{u"initial", u"translated", u"reviewed", u"final"});
         },
         u"initial, translated, reviewed or final"},
    Type{u"positive", isPositiveInteger, u"a whole number of at least 1"},
    Type{u"integer", isInteger, u"a whole number"},
    Type{u"hundred", isHundred, u"a decimal number from 0 to 100"},
    Type{u"confidence", isConfidence, u"a number from 0 to 1"},
    Type{u"hex", isHex, u"an even number of hexadecimal digits"},
    Type{u"lang", isLanguageTag, u"a language tag of BCP 47 (\"vi\", \"en-GB\")"},
    Type{u"langOrEmpty", [](QStringView v) { return v.isEmpty() || isLanguageTag(v); },
         u"a language tag of BCP 47 (\"vi\", \"en-GB\")"},
    Type{u"space", [](QStringView v) { return v == u"default" || v == u"preserve"; }, u"default or preserve"},
    Type{u"preserve", [](QStringView v) { return v == u"preserve"; }, u"preserve"},
    Type{u"normalization", [](QStringView v) { return v == u"none" || v == u"nfc" || v == u"nfd"; },
         u"none, nfc or nfd"},
    Type{u"xmlId", isXmlId, u"an XML name that does not begin with a digit and has no colon"},
    Type{u"html", isHtmlName, u"one of the HTML elements that the module lists"},
    Type{u"issueType", isIssueType, u"one of the issue types of ITS 2.0"},
    Type{u"filterType", [](QStringView v) { return v == u"include" || v == u"exclude"; },
         u"include or exclude"},
    Type{u"itsVersion", [](QStringView v) { return v == u"2.0"; }, u"2.0"},
    Type{u"version20", [](QStringView v) { return v == u"2.0" || v == u"2.1"; }, u"2.0 or 2.1"},
    Type{u"version22", [](QStringView v) { return v == u"2.0" || v == u"2.1" || v == u"2.2"; },
         u"2.2 (2.0 and 2.1 are read too)"},
};

} // namespace

int typeNamed(QStringView name)
{
    const auto found = std::find_if(types.begin(), types.end(), [name](const Type &candidate) {
        return name == QStringView(candidate.name);
    });
    return found == types.end() ? -1 : static_cast<int>(found - types.begin());
}

QString expectationOf(int type, QStringView value)
{
    if (type < 0 || types[static_cast<std::size_t>(type)].accepts(value))
        return {};
    return QString::fromUtf16(types[static_cast<std::size_t>(type)].expectation);
}

bool isUserDefined(QStringView value)
{
    const qsizetype colon = value.indexOf(u':');
    return colon > 0 && colon + 1 < value.size() && value.indexOf(u':', colon + 1) < 0 &&
           std::none_of(value.begin(), value.end(), isSpace);
}

bool isInteger(QStringView value)
{
    return areDigits(withoutSign(value.trimmed()));
}

bool isPositiveInteger(QStringView value)
{
    const QStringView number = value.trimmed();
    const QStringView digits = number.startsWith(u'+') ? number.sliced(1) : number;
    return areDigits(digits) && std::any_of(digits.begin(), digits.end(), [](QChar c) { return c != u'0'; });
}

bool isDecimal(QStringView value)
{
    const QStringView number = withoutSign(value.trimmed());
    const qsizetype point = number.indexOf(u'.');
    if (point < 0)
        return areDigits(number);
    const QStringView whole = number.first(point);
    const QStringView part = number.sliced(point + 1);
    return (areDigits(whole) && (part.isEmpty() || areDigits(part))) || (whole.isEmpty() && areDigits(part));
}

QStringView collapsed(QStringView value)
{
    while (!value.isEmpty() && isSpace(value.front()))
        value = value.sliced(1);
    while (!value.isEmpty() && isSpace(value.back()))
        value.chop(1);
    return value;
}

QList<QStringView> wordsOf(QStringView value)
{
    QList<QStringView> words;
    qsizetype start = 0;
    for (qsizetype i = 0; i <= value.size(); ++i) {
        if (i < value.size() && !isSpace(value[i]))
            continue;
        if (i > start)
            words.append(value.sliced(start, i - start));
        start = i + 1;
    }
    return words;
}

} // namespace verbale::conformance::xliff2
