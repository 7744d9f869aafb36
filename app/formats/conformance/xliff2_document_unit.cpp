#include "formats/conformance/xliff2_document.h"

namespace verbale::conformance::xliff2 {

void DocumentCheck::checkUnit(const xml::Element &unit)
{
    const QString *id = find(unit, QLatin1String("id"));
    m_place.unit = id != nullptr ? *id : QString();
    if (id != nullptr && m_units.contains(*id)) {
        m_sink.error(
            unit.start, "duplicate-id", QStringLiteral("4.3.1.21 id"),
            QStringLiteral("Another unit of the file has the id \"%1\" already; give this one its own.")
                .arg(*id));
    }
    if (id != nullptr) {
        m_units.insert(*id);
        m_references.addUnit(m_place, *id);
    }
    Inherited inherited = m_frames.back().inherited;
    if (const QString *language = find(unit, xmlUri, QLatin1String("lang")))
        inherited.language = *language;
    if (const QString *space = find(unit, xmlUri, QLatin1String("space")))
        inherited.preserves = *space == QLatin1String("preserve");

    const UnitScope scope(unit, m_place, m_references, *m_context);
    const InlineContent &content = scope.content();
    noteTargets(content);
    checkIds(content, *m_context);
    checkSegments(content, inherited, *m_context);
    if (!content.source.empty() || !content.target.empty()) {
        checkCodes(content, *m_context);
        checkEditingHints(content, *m_context);
        checkAnnotations(content, *m_context);
    }
    checkReferences(scope);
    checkPlural(unit, content, *m_context);
    checkTag(unit, m_frames.back().modules);
    checkUnitModules(scope);
    if (m_usesIts)
        checkItsOfUnit(unit, m_frames.back().its, m_itsIds, *m_context);
}

void DocumentCheck::noteTargets(const InlineContent &content)
{
    if (m_reportedTarget || !m_context->targetLanguage.isEmpty())
        return;
    for (const Part &part : content.parts) {
        if (part.target == nullptr)
            continue;
        m_sink.error(
            part.target->start, "target-without-trglang", QStringLiteral("4.2.2.1 xliff"),
            QStringLiteral("The document has targets, but <xliff> no trgLang; add the target language "
                           "there."));
        m_reportedTarget = true;
        return;
    }
}

void DocumentCheck::checkUnitModules(const UnitScope &scope)
{
    ModuleScope modules = m_frames.back().modules;
    QHash<QString, QSet<QString>> extensionIds;
    std::vector<const xml::Element *> changeTracks;
    for (const xml::Node &node : scope.unit().children) {
        if (!node.element)
            continue;
        const xml::Element &element = *node.element;
        switch (m_context->spaceOf(element.ns)) {
        case Space::Core:
            if (element.name == QLatin1String("notes"))
                checkNotes(element, true);
            else if (element.name == QLatin1String("originalData"))
                checkData(element, *m_context);
            break;
        case Space::Matches:
            checkMatches(element, scope);
            break;
        case Space::Glossary:
            checkGlossary(element, scope);
            break;
        case Space::Metadata:
            checkMetadata(element, *m_context);
            break;
        case Space::Resource:
            checkResources(element, m_references, *m_context);
            break;
        case Space::Change:
            changeTracks.push_back(&element);
            break;
        case Space::Validation:
            checkValidation(element, *m_context);
            break;
        case Space::Size:
            addSizeData(element, modules.sizeData);
            break;
        case Space::None:
        case Space::Foreign:
            checkExtension(element, element.ns, extensionIds[element.ns]);
            break;
        default:
            break;
        }
    }
    checkChanges(changeTracks, scope);
    checkSizeReference(scope.unit(), modules.sizeData, *m_context);
    checkInline(scope.content(), modules);
}

void DocumentCheck::checkInline(const InlineContent &content, const ModuleScope &modules)
{
    for (const auto *codes : {&content.source, &content.target}) {
        for (const Code &code : *codes) {
            if (code.kind == Kind::Em || code.kind == Kind::Cp)
                continue;
            checkTag(*code.element, modules);
            checkSizeReference(*code.element, modules.sizeData, *m_context);
        }
    }
}

} // namespace verbale::conformance::xliff2
