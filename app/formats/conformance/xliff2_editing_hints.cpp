#include "formats/conformance/xliff2_content.h"

#include <algorithm>

namespace verbale::conformance::xliff2 {

namespace {

const QString section = QStringLiteral("4.7.2.6 Editing Hints");

enum class Order { Free, First, Follows };

Order orderOf(const Code &code)
{
    const QString *value = find(*code.element, QLatin1String("canReorder"));
    if (value == nullptr)
        return Order::Free;
    return *value == QLatin1String("firstNo") ? Order::First
           : *value == QLatin1String("no")    ? Order::Follows
                                              : Order::Free;
}

bool isNo(const Code &code, QLatin1String name)
{
    const QString *value = find(*code.element, name);
    return value != nullptr && *value == QLatin1String("no");
}

/// What names a code on both sides: "1", and "ec 1" for the end of 1.
QString nameOf(const Code &code)
{
    if (code.kind == Kind::Ec && code.startRef != nullptr)
        return QLatin1String("ec ") + *code.startRef;
    return code.id != nullptr ? *code.id : QString();
}

bool stands(const InlineContent &content, const Code &code)
{
    const QString &id = code.kind == Kind::Ec && code.startRef != nullptr ? *code.startRef
                        : code.id != nullptr                              ? *code.id
                                                                          : QString();
    return content.inTarget(id) != nullptr;
}

/// A code of the source that no target has, because that of its part is not there yet.
bool isUntranslated(const Code &code, const InlineContent &content)
{
    return content.parts[static_cast<std::size_t>(code.part)].target == nullptr && !stands(content, code);
}

/// The codes of the source that follow one whose part is not translated yet, by their names: the target has
/// nothing that they could follow.
QSet<QString> followersOfUntranslated(const InlineContent &content)
{
    QSet<QString> names;
    const Code *previous = nullptr;
    for (const Code &code : content.source) {
        if (!code.isCode())
            continue;
        if (previous != nullptr && isUntranslated(*previous, content))
            names.insert(nameOf(code));
        previous = &code;
    }
    return names;
}

/// `excused`: codes that may follow nothing.
void checkOrders(const std::vector<Code> &codes, const QSet<QString> &excused, const Context &context)
{
    const Code *previous = nullptr;
    for (const Code &code : codes) {
        if (!code.isCode())
            continue;
        const Order order = orderOf(code);
        if (order != Order::Free &&
            !(isNo(code, QLatin1String("canCopy")) && isNo(code, QLatin1String("canDelete")))) {
            context.sink.error(
                code.element->start, "reorder-without-hints", section,
                QStringLiteral("A code that must not be re-ordered must not be copied or deleted "
                               "either; set canCopy and canDelete to no."));
        }
        if (order == Order::Follows && (previous == nullptr || orderOf(*previous) == Order::Free) &&
            !excused.contains(nameOf(code))) {
            context.sink.error(
                code.element->start, "sequence-without-first", section,
                QStringLiteral("canReorder is \"no\", but no code with \"firstNo\" or \"no\" stands "
                               "directly before; a sequence starts with \"firstNo\"."));
        }
        previous = &code;
    }
}

/// The codes of one side that the other side has too, whether as a pair or as one element.
struct Lane
{
    std::vector<const Code *> codes;
    QHash<QString, qsizetype> places;
};

/// Left out are end codes whose start is a pc on the other side.
Lane laneOf(const std::vector<Code> &codes, const QHash<QString, qsizetype> &otherIds,
            const std::vector<Code> &others)
{
    Lane lane;
    for (const Code &code : codes) {
        if (!code.isCode())
            continue;
        if (code.kind == Kind::Ec && code.startRef != nullptr) {
            const auto start = otherIds.find(*code.startRef);
            if (start != otherIds.end() && others[static_cast<std::size_t>(*start)].kind == Kind::Pc)
                continue;
        }
        const QString name = nameOf(code);
        if (!lane.places.contains(name))
            lane.places.insert(name, static_cast<qsizetype>(lane.codes.size()));
        lane.codes.push_back(&code);
    }
    return lane;
}

/// The id of the pc that the code stands in; empty outside.
QString enclosing(const Code &code, const Context &context)
{
    if (!context.is(*code.parent, QLatin1String("pc")))
        return {};
    const QString *id = find(*code.parent, QLatin1String("id"));
    return id != nullptr ? *id : QString();
}

/// The sequences of the source come as they are in the target.
void checkSequences(const InlineContent &content, const Context &context)
{
    const Lane source = laneOf(content.source, content.targetIds, content.target);
    const Lane target = laneOf(content.target, content.sourceIds, content.source);
    for (std::size_t i = 1; i < source.codes.size(); ++i) {
        const Code &code = *source.codes[i];
        if (orderOf(code) != Order::Follows)
            continue;
        const auto found = target.places.find(nameOf(code));
        if (found == target.places.end())
            continue;
        if (isUntranslated(*source.codes[i - 1], content))
            continue;
        const Code &moved = *target.codes[static_cast<std::size_t>(*found)];
        const QString before =
            *found > 0 ? nameOf(*target.codes[static_cast<std::size_t>(*found) - 1]) : QString();
        const bool isKept = before == nameOf(*source.codes[i - 1]);
        const QString outer = enclosing(code, context);
        const QString outerNow = enclosing(moved, context);
        const auto isPair = [&](const QString &id) {
            const Code *other = content.inTarget(id);
            return id.isEmpty() || (other != nullptr && other->kind == Kind::Pc);
        };
        const bool isNested = outer == outerNow || !isPair(outer) ||
                              (!outerNow.isEmpty() && content.inSource(outerNow) != nullptr &&
                               content.inSource(outerNow)->kind != Kind::Pc);
        if (!isKept || !isNested) {
            context.sink.error(
                moved.element->start, "broken-sequence", section,
                QStringLiteral("The code \"%1\" does not follow \"%2\" as in the source, where the "
                               "sequence must not be re-ordered; put it back.")
                    .arg(nameOf(code), nameOf(*source.codes[i - 1])));
        }
    }
}

void checkKept(const InlineContent &content, const Context &context)
{
    for (const Code &code : content.source) {
        if (!code.isCode() || !isNo(code, QLatin1String("canDelete")))
            continue;
        const Part &part = content.parts[static_cast<std::size_t>(code.part)];
        if (part.target == nullptr || stands(content, code))
            continue;
        context.sink.error(
            part.target->start, "missing-code", section,
            QStringLiteral("The code \"%1\" must not be deleted and is in no target of the unit; put "
                           "it into the target.")
                .arg(nameOf(code)));
    }
}

} // namespace

void checkEditingHints(const InlineContent &content, const Context &context)
{
    checkOrders(content.source, {}, context);
    checkOrders(content.target, followersOfUntranslated(content), context);
    if (content.isMatch || content.source.empty() || !content.hasTarget())
        return;
    checkKept(content, context);
    checkSequences(content, context);
}

} // namespace verbale::conformance::xliff2
