#include "formats/conformance/xliff2_modules.h"
#include "formats/conformance/xliff2_values.h"

#include <algorithm>
#include <array>

namespace verbale::conformance::xliff2 {

namespace {

constexpr QLatin1String pluralUri("urn:oasis:names:tc:xliff:pgs:1.0");

const QString &switchSection()
{
    static const QString section = QStringLiteral("2.2:4.9.5.1 switch");
    return section;
}

const QString &caseSection()
{
    static const QString section = QStringLiteral("2.2:4.9.5.2 case");
    return section;
}

bool isNumberOrKeyword(QStringView value)
{
    constexpr std::array keywords{u"zero", u"one", u"two", u"few", u"many", u"other"};
    return isDecimal(value) ||
           std::any_of(keywords.begin(), keywords.end(),
                       [value](const char16_t *keyword) { return value == QStringView(keyword); });
}

/// The kinds of the switch's variables; empty when there are none that can be told.
QList<QStringView> kindsOf(const QString &value, const xml::Element &unit, const Context &context)
{
    QList<QStringView> kinds;
    for (const QStringView item : wordsOf(value)) {
        const qsizetype colon = item.indexOf(u':');
        const QStringView kind = colon < 0 ? item : item.first(colon);
        const bool isKnown =
            kind == u"plural" || kind == u"ordinal" || kind == u"gender" || kind == u"select";
        if (colon < 0 || colon + 1 == item.size() || !isKnown) {
            context.sink.error(
                unit.start, "plural-switch", switchSection(),
                QStringLiteral("\"%1\" in pgs:switch is no plural, ordinal, gender or select with a "
                               "colon and a variable; correct it.")
                    .arg(item));
        }
        kinds.append(kind);
    }
    if (kinds.isEmpty()) {
        context.sink.error(unit.start, "plural-switch", switchSection(),
                           QStringLiteral("pgs:switch names no variable; add one or take it out."));
    }
    return kinds;
}

void checkCase(const xml::Element &segment, const QString &value, const QList<QStringView> &kinds,
               const Context &context)
{
    const QList<QStringView> words = wordsOf(value);
    if (words.size() != kinds.size()) {
        context.sink.error(
            segment.start, "plural-case", caseSection(),
            QStringLiteral("pgs:case has %1 values, but the unit's pgs:switch has %2 variables; make "
                           "them match.")
                .arg(words.size())
                .arg(kinds.size()));
        return;
    }
    for (qsizetype i = 0; i < words.size(); ++i) {
        const bool isPlural = kinds[i] == u"plural" || kinds[i] == u"ordinal";
        const QStringView word = words[i].startsWith(u'=') ? words[i].sliced(1) : words[i];
        if (isPlural && !isNumberOrKeyword(word)) {
            context.sink.error(
                segment.start, "plural-case", caseSection(),
                QStringLiteral("\"%1\" in pgs:case is neither a number nor zero, one, two, few, many or "
                               "other; correct it.")
                    .arg(words[i]));
        }
    }
}

} // namespace

void checkPlural(const xml::Element &unit, const InlineContent &content, const Context &context)
{
    const QString *variables = find(unit, pluralUri, QLatin1String("switch"));
    const QList<QStringView> kinds =
        variables != nullptr ? kindsOf(*variables, unit, context) : QList<QStringView>();
    for (const Part &part : content.parts) {
        const QString *value = find(*part.element, pluralUri, QLatin1String("case"));
        if (value == nullptr)
            continue;
        if (variables == nullptr) {
            context.sink.error(
                part.element->start, "plural-case", caseSection(),
                QStringLiteral("The segment has a pgs:case, but its unit no pgs:switch; add it."));
        } else if (!kinds.isEmpty()) {
            checkCase(*part.element, *value, kinds, context);
        }
    }
}

} // namespace verbale::conformance::xliff2
