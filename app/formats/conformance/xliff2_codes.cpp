#include "formats/conformance/xliff2_content.h"

#include <QtCore/QStringList>

#include <array>

namespace verbale::conformance::xliff2 {

namespace {

/// One side of the content, in which pairs are looked for.
struct Side
{
    const InlineContent &content;
    const std::vector<Code> &codes;
    const QHash<QString, qsizetype> &ids;
    const Context &context;

    void error(const Code &code, const char *rule, const QString &section, const QString &message) const
    {
        context.sink.error(code.element->start, rule, section, message);
    }
    [[nodiscard]] const Code *find(const QString &id, Kind kind) const
    {
        const auto found = ids.find(id);
        if (found == ids.end() || codes[static_cast<std::size_t>(*found)].kind != kind)
            return nullptr;
        return &codes[static_cast<std::size_t>(*found)];
    }
};

QString valueOr(const xml::Element &element, QLatin1String name, QLatin1String fallback)
{
    const QString *value = xliff2::find(element, name);
    return value != nullptr ? *value : QString(fallback);
}

bool isIsolated(const Code &code)
{
    return valueOr(*code.element, QLatin1String("isolated"), QLatin1String("no")) == QLatin1String("yes");
}

bool has(const Code &code, QLatin1String name)
{
    return xliff2::find(*code.element, name) != nullptr;
}

void checkData(const Code &code, const Side &side)
{
    constexpr std::array names{QLatin1String("dataRef"), QLatin1String("dataRefStart"),
                               QLatin1String("dataRefEnd")};
    for (const QLatin1String name : names) {
        const QString *id = xliff2::find(*code.element, name);
        if (id == nullptr || side.content.data.contains(*id))
            continue;
        const bool isMatch = side.content.isMatch;
        const QString section = isMatch                            ? QStringLiteral("5.1.4 XLIFF Core Reuse")
                                : name == QLatin1String("dataRef") ? QStringLiteral("4.3.1.9 dataRef")
                                : name == QLatin1String("dataRefEnd")
                                    ? QStringLiteral("4.3.1.10 dataRefEnd")
                                    : QStringLiteral("4.3.1.11 dataRefStart");
        side.error(
            code, "unknown-data", section,
            QStringLiteral("%1 refers to the data \"%2\", which this %3 has not; add it to originalData or "
                           "correct the reference.")
                .arg(QString(name), *id, isMatch ? QStringLiteral("candidate") : QStringLiteral("unit")));
    }
}

void checkType(const Code &code, const Side &side)
{
    const QString *subType = xliff2::find(*code.element, QLatin1String("subType"));
    if (subType == nullptr)
        return;
    const QString *type = xliff2::find(*code.element, QLatin1String("type"));
    const QString section = QStringLiteral("4.3.1.36 subType");
    if (type == nullptr) {
        side.error(code, "subtype-without-type", section,
                   QStringLiteral("%1 has a subType and no type; add its type.")
                       .arg(tagOf(*code.element, side.context)));
        return;
    }
    if (!subType->startsWith(QLatin1String("xlf:")))
        return;
    static const QStringList formats{QStringLiteral("xlf:lb"), QStringLiteral("xlf:pb"),
                                     QStringLiteral("xlf:b"), QStringLiteral("xlf:i"),
                                     QStringLiteral("xlf:u")};
    const bool isVariable = *subType == QLatin1String("xlf:var");
    if (!isVariable && !formats.contains(*subType)) {
        side.error(code, "unknown-subtype", section,
                   QStringLiteral(
                       "The specification defines no subType \"%1\", and its prefix xlf is reserved; use a "
                       "prefix of your own.")
                       .arg(*subType));
    } else if (*type != (isVariable ? QLatin1String("ui") : QLatin1String("fmt"))) {
        side.error(
            code, "subtype-of-other-type", section,
            QStringLiteral("The subType \"%1\" belongs to the type \"%2\", but the type is \"%3\"; correct "
                           "one of them.")
                .arg(*subType, isVariable ? QStringLiteral("ui") : QStringLiteral("fmt"), *type));
    }
}

bool refersToData(const Code &code)
{
    return has(code, QLatin1String("dataRef")) || has(code, QLatin1String("dataRefStart")) ||
           has(code, QLatin1String("dataRefEnd"));
}

void checkCopy(const Code &code, const Side &side)
{
    const QString *base = xliff2::find(*code.element, QLatin1String("copyOf"));
    if (base == nullptr)
        return;
    const QString section = QStringLiteral("4.7.2.4.1 Duplicating an existing code");
    if (refersToData(code)) {
        side.error(
            code, "copy-with-data", section,
            QStringLiteral("A code with copyOf must not refer to original data too; take one of them out."));
    }
    const Code *found = side.content.inSource(*base);
    if (found == nullptr)
        found = side.content.inTarget(*base);
    if (found == nullptr || !found->isCode() || found == &code) {
        side.error(code, "unknown-base-code", QStringLiteral("4.3.1.8 copyOf"),
                   QStringLiteral("copyOf names \"%1\", which is no other code of this unit; correct it.")
                       .arg(*base));
        return;
    }
    if (refersToData(*found)) {
        side.error(
            code, "copy-of-code-with-data", section,
            QStringLiteral("The code \"%1\" has original data, so a copy refers to the same data; replace "
                           "copyOf by dataRef.")
                .arg(*base));
    }
    if (valueOr(*found->element, QLatin1String("canCopy"), QLatin1String("yes")) == QLatin1String("no")) {
        side.error(code, "copy-of-uncopyable-code", section,
                   QStringLiteral("The code \"%1\" must not be copied (canCopy is no); remove the copy.")
                       .arg(*base));
    }
}

/// Its values on the end code have to be those of the start code.
void compareEnds(const Code &start, const Code &end, const Side &side)
{
    constexpr std::array hints{QLatin1String("canCopy"), QLatin1String("canDelete"),
                               QLatin1String("canOverlap")};
    const QString section = QStringLiteral("4.2.3.5 ec");
    const auto differ = [&](QLatin1String name, const QString &one, const QString &other) {
        side.error(end, "differing-pair", section,
                   QStringLiteral(
                       "%1 is \"%2\" on the end code and \"%3\" on its start code \"%4\"; make them equal.")
                       .arg(QString(name), other, one, *start.id));
    };
    for (const QLatin1String name : hints) {
        const QString one = valueOr(*start.element, name, QLatin1String("yes"));
        const QString other = valueOr(*end.element, name, QLatin1String("yes"));
        if (one != other)
            differ(name, one, other);
    }
    const QLatin1String reorder("canReorder");
    const QString one = valueOr(*start.element, reorder, QLatin1String("yes"));
    const QString other = valueOr(*end.element, reorder, QLatin1String("yes"));
    const QString wanted = one == QLatin1String("firstNo") ? QStringLiteral("no") : one;
    if (other != wanted)
        differ(reorder, one, other);
    // What the two may both say of the one code that they are.
    constexpr std::array descriptions{QLatin1String("type"), QLatin1String("subType"),
                                      QLatin1String("copyOf")};
    for (const QLatin1String name : descriptions) {
        const QString *first = xliff2::find(*start.element, name);
        const QString *second = xliff2::find(*end.element, name);
        if (first != nullptr && second != nullptr && *first != *second)
            differ(name, *first, *second);
    }
}

void checkEnd(const Code &end, const Side &side)
{
    const QString section = QStringLiteral("4.2.3.5 ec");
    const bool isolated = isIsolated(end);
    if (isolated && (end.id == nullptr || end.startRef != nullptr)) {
        side.error(
            end, "isolated-end", section,
            QStringLiteral("An end code with isolated=\"yes\" has an id and no startRef; correct it."));
    } else if (!isolated && (end.startRef == nullptr || end.id != nullptr)) {
        side.error(
            end, "end-reference", section,
            QStringLiteral("An end code has a startRef and no id, unless isolated is yes; correct it."));
    }
    if (!isolated && has(end, QLatin1String("dir"))) {
        side.error(end, "direction-of-end", section,
                   QStringLiteral("dir stands on an end code only when isolated is yes; take it out."));
    }
    if (isolated || end.startRef == nullptr)
        return;
    const Code *start = side.find(*end.startRef, Kind::Sc);
    if (start == nullptr) {
        side.error(end, "end-without-start", section,
                   QStringLiteral(
                       "No start code on this side of the unit has the id \"%1\" that the end code names; "
                       "correct startRef or set isolated.")
                       .arg(*end.startRef));
    }
}

/// Where a side's parts stand when the targets are put into their order.
std::vector<int> ranksOf(const Side &side)
{
    std::vector<int> ranks;
    for (std::size_t i = 0; i < side.content.parts.size(); ++i) {
        const Part &part = side.content.parts[i];
        const QString *order = &side.codes == &side.content.target && part.target != nullptr
                                   ? xliff2::find(*part.target, QLatin1String("order"))
                                   : nullptr;
        ranks.push_back(order != nullptr ? order->toInt() : static_cast<int>(i) + 1);
    }
    return ranks;
}

/// The starts and ends of one kind, "sc" and "ec" or "sm" and "em".
struct Pairs
{
    Kind start;
    Kind end;
    const char *code;
    QString section;
};

bool standsBefore(const Code &start, const Code &end, const Side &side, const std::vector<int> &ranks)
{
    if (&start < &end) // codes of a side are one array, in the order of the file
        return true;
    return ranks[static_cast<std::size_t>(start.part)] < ranks[static_cast<std::size_t>(end.part)] &&
           &side.codes == &side.content.target;
}

void checkPairs(const Pairs &pairs, const Side &side)
{
    QHash<QString, const Code *> ends;
    const std::vector<int> ranks = ranksOf(side);
    for (const Code &end : side.codes) {
        if (end.kind != pairs.end || end.startRef == nullptr || (pairs.end == Kind::Ec && isIsolated(end)))
            continue;
        if (ends.contains(*end.startRef)) {
            side.error(end, "second-end", pairs.section,
                       QStringLiteral("\"%1\" is ended a second time here; remove one of the ends.")
                           .arg(*end.startRef));
            continue;
        }
        ends.insert(*end.startRef, &end);
        const Code *start = side.find(*end.startRef, pairs.start);
        if (start != nullptr && !standsBefore(*start, end, side, ranks)) {
            side.error(end, "end-before-start", pairs.section,
                       QStringLiteral("\"%1\" is ended before it starts; put the end behind the start.")
                           .arg(*end.startRef));
        }
    }
    for (const Code &start : side.codes) {
        if (start.kind != pairs.start || start.id == nullptr)
            continue;
        const Code *end = ends.value(*start.id);
        const bool isolated = pairs.start == Kind::Sc && isIsolated(start);
        if (end == nullptr && !isolated) {
            side.error(
                start, pairs.code, pairs.section,
                QStringLiteral("\"%1\" starts here and is not ended on this side of the unit; add its end%2.")
                    .arg(*start.id,
                         pairs.start == Kind::Sc ? QStringLiteral(" or set isolated") : QString()));
        } else if (end != nullptr && isolated) {
            side.error(start, "isolated-pair", pairs.section,
                       QStringLiteral(
                           "\"%1\" is isolated, but its end code stands in the same unit; set isolated to "
                           "no.")
                           .arg(*start.id));
        } else if (end != nullptr && pairs.start == Kind::Sc) {
            compareEnds(start, *end, side);
        }
    }
}

void checkMarkEnd(const Code &end, const Side &side)
{
    if (end.startRef == nullptr || side.find(*end.startRef, Kind::Sm) != nullptr)
        return;
    side.error(end, "end-without-start", QStringLiteral("4.2.3.8 em"),
               QStringLiteral(
                   "No start marker on this side of the unit has the id \"%1\" that the end marker names; "
                   "correct startRef or remove it.")
                   .arg(*end.startRef));
}

void checkSide(const Side &side)
{
    for (const Code &code : side.codes) {
        if (code.kind == Kind::Cp) {
            checkCharacter(*code.element, side.context);
        } else if (code.kind == Kind::Em) {
            checkMarkEnd(code, side);
        } else if (code.isCode()) {
            checkData(code, side);
            checkType(code, side);
            checkCopy(code, side);
            if (code.kind == Kind::Ec)
                checkEnd(code, side);
        }
    }
    if (side.codes.empty())
        return;
    checkPairs({Kind::Sc, Kind::Ec, "start-without-end", QStringLiteral("4.2.3.4 sc")}, side);
    checkPairs({Kind::Sm, Kind::Em, "start-without-end", QStringLiteral("4.7.3.2 Splitting Annotations")},
               side);
}

} // namespace

void checkCodes(const InlineContent &content, const Context &context)
{
    checkSide({content, content.source, content.sourceIds, context});
    checkSide({content, content.target, content.targetIds, context});
}

void checkCharacter(const xml::Element &cp, const Context &context)
{
    const QString *hex = find(cp, QLatin1String("hex"));
    if (hex == nullptr)
        return;
    bool isNumber = false;
    const uint character = hex->toUInt(&isNumber, 16);
    if (!isNumber)
        return; // its form is reported as such
    if (character > 0x10FFFF) {
        context.sink.error(
            cp.start, "no-code-point", QStringLiteral("4.3.1.19 hex"),
            QStringLiteral("%1 is no code point of Unicode, which end at 10FFFF; correct it.").arg(*hex));
    } else if (xml::isXmlCharacter(character) && (character < 0xD800 || character > 0xDFFF)) {
        context.sink.error(cp.start, "needless-cp", QStringLiteral("4.3.1.19 hex"),
                           QStringLiteral("U+%1 may stand in XML; write the character itself.").arg(*hex));
    }
}

} // namespace verbale::conformance::xliff2
