#include "formats/conformance/xliff2_content.h"

#include <algorithm>

namespace verbale::conformance::xliff2 {

namespace {

/// A generic annotation says whether to translate, or carries something of a module or an extension.
bool saysNothing(const xml::Element &mark)
{
    return std::none_of(mark.attributes.begin(), mark.attributes.end(), [](const xml::Attribute &attribute) {
        return !attribute.ns.isEmpty() || attribute.name == QLatin1String("translate");
    });
}

void checkMark(const xml::Element &mark, const Context &context)
{
    const QString *type = find(mark, QLatin1String("type"));
    const bool hasValue = find(mark, QLatin1String("value")) != nullptr;
    const bool hasReference = find(mark, QLatin1String("ref")) != nullptr;
    if (type == nullptr || *type == QLatin1String("generic")) {
        if (saysNothing(mark)) {
            context.sink.warning(
                mark.start, "annotation-without-translate", QStringLiteral("4.7.3.1.1 Translate Annotation"),
                QStringLiteral("A generic annotation says whether its text is translated; add "
                               "translate or another type."));
        }
    } else if (*type == QLatin1String("comment") && hasValue == hasReference) {
        context.sink.error(
            mark.start, "comment-value-or-reference", QStringLiteral("4.7.3.1.3 Comment Annotation"),
            QStringLiteral("A comment has either a value or a ref to a note, and this one has %1; "
                           "correct it.")
                .arg(hasValue ? QStringLiteral("both") : QStringLiteral("neither")));
    } else if (*type == QLatin1String("mtc:match") && hasReference) {
        context.sink.error(
            mark.start, "candidate-with-reference", QStringLiteral("5.1.5 Translation Candidate Annotation"),
            QStringLiteral("An annotation for translation candidates has no ref; take it out."));
    }
}

} // namespace

void checkAnnotations(const InlineContent &content, const Context &context)
{
    for (const auto *codes : {&content.source, &content.target}) {
        for (const Code &code : *codes) {
            if (code.kind == Kind::Mrk || code.kind == Kind::Sm)
                checkMark(*code.element, context);
        }
    }
}

} // namespace verbale::conformance::xliff2
