#include "formats/conformance/language_tag.h"
#include "formats/conformance/xliff2_content.h"
#include "formats/conformance/xliff2_values.h"

#include <algorithm>

namespace verbale::conformance::xliff2 {

namespace {

const QString *languageOf(const xml::Element &element)
{
    return find(element, xmlUri, QLatin1String("lang"));
}

void checkLanguage(const xml::Element &element, const QString &inherited, const QString &document,
                   const char *attribute, const QString &section, const Context &context)
{
    const QString *own = languageOf(element);
    const QString language = own != nullptr ? *own : inherited;
    if ((own == nullptr && inherited.isEmpty()) || document.isEmpty() || sameLanguage(language, document))
        return;
    context.sink.error(
        element.start, "language-mismatch", section,
        QStringLiteral("The language of %1 is \"%2\", but %3 is \"%4\"; they have to be equal.")
            .arg(tagOf(element, context), language, QLatin1String(attribute), document));
}

bool preserves(const xml::Element &element, bool inherited)
{
    const QString *space = find(element, xmlUri, QLatin1String("space"));
    return space != nullptr ? *space == QLatin1String("preserve") : inherited;
}

void checkPart(const Part &part, const Inherited &inherited, const Context &context)
{
    if (part.source != nullptr) {
        checkLanguage(*part.source, inherited.language, context.sourceLanguage, "srcLang",
                      QStringLiteral("4.2.2.12 source"), context);
    }
    if (part.target == nullptr)
        return;
    checkLanguage(*part.target, inherited.language, context.targetLanguage, "trgLang",
                  QStringLiteral("4.2.2.13 target"), context);
    if (part.source != nullptr && preserves(*part.source, inherited.preserves) &&
        !preserves(*part.target, inherited.preserves)) {
        context.sink.error(part.target->start, "differing-white-space", QStringLiteral("4.3.2.2 xml:space"),
                           QStringLiteral("White space is preserved in the source and not in the target; set "
                                          "xml:space=\"preserve\" on the target too."));
    }
}

void checkState(const Part &part, const Context &context)
{
    const xml::Element &segment = *part.element;
    const QString *state = find(segment, QLatin1String("state"));
    const QString *subState = find(segment, QLatin1String("subState"));
    if (subState != nullptr && state == nullptr) {
        context.sink.error(segment.start, "substate-without-state", QStringLiteral("4.3.1.35 subState"),
                           QStringLiteral("The segment has a subState and no state; add its state."));
    }
    if (subState != nullptr && subState->startsWith(QLatin1String("xlf:"))) {
        context.sink.error(
            segment.start, "reserved-prefix", QStringLiteral("4.3.1.35 subState"),
            QStringLiteral("The prefix xlf of the subState \"%1\" is reserved; use one of your own.")
                .arg(*subState));
    }
    const bool isAdvanced = state != nullptr && expectationOf(typeNamed(u"state"), *state).isEmpty() &&
                            *state != QLatin1String("initial");
    if (isAdvanced && part.target == nullptr) {
        context.sink.error(
            segment.start, "state-without-target", QStringLiteral("4.3.1.31 state"),
            QStringLiteral("The state of the segment is \"%1\", but it has no target; set the state to "
                           "initial or add the target.")
                .arg(*state));
    }
}

/// Targets without an order have that of their segment.
void checkOrder(const InlineContent &content, const Context &context)
{
    const bool isOrdered = std::any_of(content.parts.begin(), content.parts.end(), [](const Part &part) {
        return part.target != nullptr && find(*part.target, QLatin1String("order")) != nullptr;
    });
    if (!isOrdered)
        return;
    const QString section = QStringLiteral("4.3.1.24 order");
    const auto count = static_cast<qlonglong>(content.parts.size());
    QSet<qlonglong> taken;
    for (qlonglong i = 0; i < count; ++i) {
        const Part &part = content.parts[static_cast<std::size_t>(i)];
        if (part.target != nullptr && find(*part.target, QLatin1String("order")) == nullptr)
            taken.insert(i + 1);
    }
    for (const Part &part : content.parts) {
        const QString *order = part.target != nullptr ? find(*part.target, QLatin1String("order")) : nullptr;
        if (order == nullptr || !isPositiveInteger(*order))
            continue;
        const qlonglong place = order->trimmed().toLongLong();
        if (place < 1 || place > count) { // zero is what did not fit into a number
            context.sink.error(
                part.target->start, "order-out-of-range", section,
                QStringLiteral("The order %1 is higher than the %2 segments and ignorables of the "
                               "unit; correct it.")
                    .arg(*order)
                    .arg(count));
        } else if (taken.contains(place)) {
            context.sink.error(
                part.target->start, "duplicate-order", section,
                QStringLiteral("Another target of the unit has the place %1 already; give each its "
                               "own order.")
                    .arg(place));
        }
        taken.insert(place);
    }
}

void checkMatchLanguage(const InlineContent &content, const Context &context)
{
    const QString *reference = find(*content.owner, QLatin1String("reference"));
    const Part &part = content.parts.front();
    if (part.target == nullptr || (reference != nullptr && *reference == QLatin1String("yes")))
        return;
    checkLanguage(*part.target, {}, context.targetLanguage, "trgLang", QStringLiteral("5.1.6.3 match"),
                  context);
}

} // namespace

void checkSegments(const InlineContent &content, const Inherited &inherited, const Context &context)
{
    if (content.isMatch) {
        checkMatchLanguage(content, context);
        return;
    }
    bool hasSegment = false;
    for (const Part &part : content.parts) {
        hasSegment = hasSegment || part.isSegment;
        checkPart(part, inherited, context);
        if (part.isSegment)
            checkState(part, context);
    }
    if (!hasSegment && !content.parts.empty()) {
        context.sink.error(content.owner->start, "unit-without-segment", QStringLiteral("4.2.2.5 unit"),
                           QStringLiteral("The unit has ignorables only; a unit has at least one segment."));
    }
    checkOrder(content, context);
}

} // namespace verbale::conformance::xliff2
