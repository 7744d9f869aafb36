#include "formats/conformance/language_tag.h"

#include <QtCore/QList>
#include <QtCore/QString>

#include <algorithm>
#include <array>

namespace verbale::conformance {

namespace {

/// No tag of any use is longer, and what is compared below is compared with each other.
constexpr qsizetype longest = 512;

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool letters(QStringView text, qsizetype least, qsizetype most)
{
    return text.size() >= least && text.size() <= most && std::all_of(text.begin(), text.end(), isLetter);
}

bool alphanumerics(QStringView text, qsizetype least, qsizetype most)
{
    return text.size() >= least && text.size() <= most &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return isLetter(c) || isDigit(c); });
}

bool isRegion(QStringView text)
{
    return letters(text, 2, 2) || (text.size() == 3 && std::all_of(text.begin(), text.end(), isDigit));
}

bool isVariant(QStringView text)
{
    return alphanumerics(text, 5, 8) || (alphanumerics(text, 4, 4) && isDigit(text.front()));
}

/// The tags that were registered before the grammar and do not follow it; the regular ones do.
bool isIrregular(QStringView tag)
{
    constexpr std::array irregular{u"en-GB-oed", u"i-ami",     u"i-bnn", u"i-default", u"i-enochian",
                                   u"i-hak",     u"i-klingon", u"i-lux", u"i-mingo",   u"i-navajo",
                                   u"i-pwn",     u"i-tao",     u"i-tay", u"i-tsu",     u"sgn-BE-FR",
                                   u"sgn-BE-NL", u"sgn-CH-DE"};
    return std::any_of(irregular.begin(), irregular.end(), [tag](const char16_t *known) {
        return tag.compare(QStringView(known), Qt::CaseInsensitive) == 0;
    });
}

using Subtags = QList<QStringView>;

bool containsTwice(const Subtags &subtags, qsizetype from, qsizetype to)
{
    for (qsizetype i = from; i < to; ++i) {
        for (qsizetype j = from; j < i; ++j) {
            if (sameLanguage(subtags[i], subtags[j]))
                return true;
        }
    }
    return false;
}

/// `i` stands on the first singleton; true when the rest is extensions and private use.
bool areExtensions(const Subtags &subtags, qsizetype i)
{
    Subtags singletons;
    while (i < subtags.size()) {
        const QStringView singleton = subtags[i++];
        if (!alphanumerics(singleton, 1, 1))
            return false;
        const bool isPrivate = sameLanguage(singleton, u"x");
        const qsizetype first = i;
        while (i < subtags.size() && alphanumerics(subtags[i], isPrivate ? 1 : 2, 8))
            ++i;
        if (i == first)
            return false;
        if (isPrivate)
            return i == subtags.size();
        singletons.append(singleton);
    }
    return !containsTwice(singletons, 0, singletons.size());
}

} // namespace

bool isLanguageTag(QStringView tag)
{
    if (isIrregular(tag))
        return true;
    if (tag.size() > longest)
        return false;
    const Subtags subtags = tag.split(u'-');
    if (sameLanguage(subtags.front(), u"x"))
        return subtags.size() > 1 && areExtensions(subtags, 0);
    if (!letters(subtags.front(), 2, 8))
        return false;
    qsizetype i = 1;
    const auto at = [&subtags](qsizetype index) {
        return index < subtags.size() ? subtags[index] : QStringView();
    };
    for (int extended = 0; subtags.front().size() <= 3 && extended < 3 && letters(at(i), 3, 3); ++extended)
        ++i;
    if (letters(at(i), 4, 4))
        ++i;
    if (isRegion(at(i)))
        ++i;
    const qsizetype firstVariant = i;
    while (isVariant(at(i)))
        ++i;
    return !containsTwice(subtags, firstVariant, i) && areExtensions(subtags, i);
}

bool sameLanguage(QStringView one, QStringView other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

} // namespace verbale::conformance
