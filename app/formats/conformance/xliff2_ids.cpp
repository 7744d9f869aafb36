#include "formats/conformance/xliff2_content.h"

namespace verbale::conformance::xliff2 {

namespace {

QString sectionFor(const InlineContent &content)
{
    return content.isMatch ? QStringLiteral("5.1.4 XLIFF Core Reuse") : QStringLiteral("4.3.1.21 id");
}

QString scopeOf(const InlineContent &content)
{
    return content.isMatch ? QStringLiteral("candidate") : QStringLiteral("unit");
}

void reportDuplicate(const xml::Element &element, const QString &id, const InlineContent &content,
                     const Context &context)
{
    context.sink.error(element.start, "duplicate-id", sectionFor(content),
                       QStringLiteral("The id \"%1\" of %2 is used before in this %3; give it another one.")
                           .arg(id, tagOf(element, context), scopeOf(content)));
}

/// A paired code may become a start and an end code in the target, and the other way round.
bool correspond(Kind one, Kind other)
{
    const auto isSpan = [](Kind kind) { return kind == Kind::Pc || kind == Kind::Sc; };
    const auto isMark = [](Kind kind) { return kind == Kind::Mrk || kind == Kind::Sm; };
    return one == other || (isSpan(one) && isSpan(other)) || (isMark(one) && isMark(other));
}

} // namespace

void checkIds(const InlineContent &content, const Context &context)
{
    QSet<QString> seen;
    for (const Part &part : content.parts) {
        const QString *id = content.isMatch ? nullptr : find(*part.element, QLatin1String("id"));
        if (id == nullptr)
            continue;
        if (seen.contains(*id))
            reportDuplicate(*part.element, *id, content, context);
        seen.insert(*id);
    }
    for (const Code &code : content.source) {
        if (code.id != nullptr && (content.partIds.contains(*code.id) || content.inSource(*code.id) != &code))
            reportDuplicate(*code.element, *code.id, content, context);
    }
    for (const Code &code : content.target) {
        if (code.id == nullptr)
            continue;
        const Code *source = content.inSource(*code.id);
        if (content.partIds.contains(*code.id) || content.inTarget(*code.id) != &code) {
            reportDuplicate(*code.element, *code.id, content, context);
        } else if (source != nullptr && !correspond(source->kind, code.kind)) {
            context.sink.error(
                code.element->start, "mismatched-id", sectionFor(content),
                QStringLiteral("The id \"%1\" of %2 in the target is that of %3 in the source, to "
                               "which it does not correspond; give it another one.")
                    .arg(*code.id, tagOf(*code.element, context), tagOf(*source->element, context)));
        }
    }
}

void checkData(const xml::Element &originalData, const Context &context)
{
    QSet<QString> ids;
    for (const xml::Node &node : originalData.children) {
        if (!node.element)
            continue;
        const QString *id = find(*node.element, QLatin1String("id"));
        if (id != nullptr && ids.contains(*id)) {
            context.sink.error(
                node.element->start, "duplicate-id", QStringLiteral("4.3.1.21 id"),
                QStringLiteral("Other data here have the id \"%1\" already; give these their own.").arg(*id));
        }
        if (id != nullptr)
            ids.insert(*id);
        for (const xml::Node &child : node.element->children) {
            if (child.element)
                checkCharacter(*child.element, context);
        }
    }
}

} // namespace verbale::conformance::xliff2
