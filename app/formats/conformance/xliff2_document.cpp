#include "formats/conformance/xliff2_document.h"

#include "formats/conformance/xliff2_tokens.h"
#include "formats/conformance/xliff2_values.h"

namespace verbale::conformance::xliff2 {

namespace {

QString idOf(const xml::Element &element)
{
    const QString *id = find(element, QLatin1String("id"));
    return id != nullptr ? *id : QString();
}

} // namespace

DocumentCheck::DocumentCheck(Sink &sink, bool usesIts) : m_sink(sink), m_usesIts(usesIts) {}

xml::Visitor::Take DocumentCheck::begin(const xml::Element &tag)
{
    if (hasLooseTokens(tag))
        return begin(withCollapsedTokens(tag));
    if (m_frames.empty())
        return beginRoot(tag);
    m_treeRule = m_frames.back().sequence.accept(tag, *m_context);
    const bool isContainer =
        m_context->is(tag, QLatin1String("file")) || m_context->is(tag, QLatin1String("group"));
    if (m_treeRule != nullptr && isContainer)
        return beginContainer(tag, *m_treeRule);
    return Take::Tree;
}

xml::Visitor::Take DocumentCheck::beginRoot(const xml::Element &tag)
{
    m_isXliff = tag.name == QLatin1String("xliff");
    m_version = m_isXliff ? tag.value(QLatin1String("version")) : QString();
    const bool is20 = tag.ns == core20;
    const bool is22 = tag.ns == core22;
    if (!m_isXliff || (!is20 && !is22)) {
        m_sink.error(tag.start, m_isXliff ? "wrong-namespace" : "wrong-root", QStringLiteral("4.2.2.1 xliff"),
                     QStringLiteral(
                         "The root is <%1> of the namespace \"%2\"; that of XLIFF 2 is <xliff> of \"%3\" or "
                         "\"%4\".")
                         .arg(tag.name, tag.ns, QString(core20), QString(core22)));
        return Take::Skip;
    }
    m_sink.is22 = is22;
    m_grammar.emplace(is22);
    m_context.emplace(Context{m_sink, *m_grammar, tag.ns, m_version, tag.value(QLatin1String("srcLang")),
                              tag.value(QLatin1String("trgLang"))});
    const ElementRule *rule = m_grammar->element(Space::Core, tag.name);
    checkTag(tag, {});
    checkAttributes(tag, *rule, *m_context);
    openContainer(tag, *rule);
    return Take::Walk;
}

xml::Visitor::Take DocumentCheck::beginContainer(const xml::Element &tag, const ElementRule &rule)
{
    checkAttributes(tag, rule, *m_context);
    checkContainerIds(tag);
    openContainer(tag, rule);
    checkTag(tag, m_frames.back().modules);
    return Take::Walk;
}

void DocumentCheck::openContainer(const xml::Element &tag, const ElementRule &rule)
{
    Frame frame{Sequence(&rule, tag.start), {}, {}, {}, {}, {}};
    if (!m_frames.empty()) {
        frame.inherited = m_frames.back().inherited;
        frame.modules = m_frames.back().modules;
        frame.its = m_frames.back().its;
    }
    if (const QString *language = find(tag, xmlUri, QLatin1String("lang")); language != nullptr)
        frame.inherited.language = *language;
    if (const QString *space = find(tag, xmlUri, QLatin1String("space")))
        frame.inherited.preserves = *space == QLatin1String("preserve");
    frame.its = frame.its.within(tag);
    frame.tag.ns = tag.ns;
    frame.tag.name = tag.name;
    frame.tag.attributes = tag.attributes;
    frame.tag.start = tag.start;
    m_frames.push_back(std::move(frame));
}

void DocumentCheck::checkContainerIds(const xml::Element &tag)
{
    const QString id = idOf(tag);
    const bool isFile = tag.name == QLatin1String("file");
    if (isFile) {
        m_place = {id, {}, {}};
        m_groups.clear();
        m_units.clear();
        m_references.addFile(id);
    }
    QSet<QString> &ids = isFile ? m_files : m_groups;
    if (!id.isEmpty() && ids.contains(id)) {
        m_sink.error(
            tag.start, "duplicate-id", QStringLiteral("4.3.1.21 id"),
            QStringLiteral("Another %1 has the id \"%2\" already; give this one its own.")
                .arg(isFile ? QStringLiteral("file of the document") : QStringLiteral("group of the file"),
                     id));
    }
    ids.insert(id);
    if (!isFile) {
        m_references.addGroup(m_place, id);
        m_place.groups.append(id);
    }
}

/// Rules of attributes that hold wherever they stand.
void DocumentCheck::checkTag(const xml::Element &tag, const ModuleScope &modules)
{
    checkStyle(tag, *m_context);
    checkSizes(tag, modules, *m_context);
    const QString *type = find(tag, QLatin1String("type"));
    const bool isStructural = tag.name == QLatin1String("group") || tag.name == QLatin1String("unit");
    if (isStructural && type != nullptr && type->startsWith(QLatin1String("xlf:"))) {
        m_sink.error(
            tag.start, "reserved-prefix", QStringLiteral("4.3.1.40 type"),
            QStringLiteral("The prefix xlf of the type \"%1\" is reserved; use one of your own.").arg(*type));
    }
}

void DocumentCheck::tree(const xml::Element &element)
{
    if (hasLooseTokens(element))
        return tree(withCollapsedTokens(element));
    const ElementRule *rule = m_treeRule;
    m_treeRule = nullptr;
    if (rule == nullptr) {
        const Space space = m_context->spaceOf(element.ns);
        if (space == Space::Foreign)
            checkForeign(element, *m_context);
        if (space == Space::Foreign || space == Space::None)
            checkExtension(element, element.ns, m_frames.back().extensionIds[element.ns]);
        return;
    }
    checkStructure(element, *rule, *m_context);
    if (m_context->is(element, QLatin1String("unit")))
        checkUnit(element);
    else if (m_context->is(element, QLatin1String("notes")))
        checkNotes(element, false);
    else if (m_context->is(element, QLatin1String("skeleton")))
        checkSkeleton(element);
    else
        checkModule(element, rule->space);
}

void DocumentCheck::end()
{
    Frame &frame = m_frames.back();
    frame.sequence.end(*m_context);
    checkSizeReference(frame.tag, frame.modules.sizeData, *m_context);
    if (m_usesIts)
        checkIts(frame.tag, frame.its, m_itsIds, *m_context);
    if (frame.sequence.rule()->name == QLatin1String("file"))
        m_references.finishFile(*m_context);
    if (frame.sequence.rule()->name == QLatin1String("group") && !m_place.groups.isEmpty())
        m_place.groups.removeLast();
    m_frames.pop_back();
}

void DocumentCheck::text(QByteArrayView utf8, qint64 start)
{
    if (m_frames.empty())
        return;
    for (const char byte : utf8) {
        if (byte != ' ' && byte != '\n' && byte != '\t' && byte != '\r') {
            reportText(start, *m_frames.back().sequence.rule(), QString::fromUtf8(utf8), *m_context);
            return;
        }
    }
}

void DocumentCheck::finish()
{
    if (m_context)
        m_references.finish(*m_context);
}

void DocumentCheck::checkSkeleton(const xml::Element &skeleton)
{
    bool hasContent = false;
    bool isBlank = true;
    for (const xml::Node &node : skeleton.children) {
        hasContent = true;
        isBlank = isBlank && !node.element && node.text.trimmed().isEmpty();
    }
    const bool isLink = find(skeleton, QLatin1String("href")) != nullptr;
    if ((isLink && !isBlank) || (!isLink && !hasContent)) {
        m_sink.error(
            skeleton.start, "skeleton-content", QStringLiteral("4.2.2.3 skeleton"),
            QStringLiteral("A skeleton has either content or an href, and this one has %1; correct it.")
                .arg(isLink ? QStringLiteral("both") : QStringLiteral("neither")));
    }
}

void DocumentCheck::checkNotes(const xml::Element &notes, bool isUnit)
{
    QSet<QString> ids;
    for (const xml::Node &node : notes.children) {
        if (!node.element)
            continue;
        checkTag(*node.element, {});
        const QString id = idOf(*node.element);
        if (id.isEmpty())
            continue;
        if (ids.contains(id)) {
            m_sink.error(node.element->start, "duplicate-id", QStringLiteral("4.3.1.21 id"),
                         QStringLiteral("Another note here has the id \"%1\" already; give this one its own.")
                             .arg(id));
        }
        ids.insert(id);
        if (!isUnit)
            m_references.addLeaf(m_place, QLatin1String("n=") + id);
    }
}

void DocumentCheck::checkExtension(const xml::Element &element, const QString &ns, QSet<QString> &ids)
{
    const QString *id = find(element, QLatin1String("id"));
    if (id == nullptr)
        id = find(element, xmlUri, QLatin1String("id"));
    if (id != nullptr && element.ns == ns) {
        if (!xml::isNmtoken(*id)) {
            m_sink.error(element.start, "invalid-value", QStringLiteral("4.9.2 Constraints"),
                         QStringLiteral("The id \"%1\" of the extension's <%2> is no name token; correct it.")
                             .arg(id->left(80), element.name));
        } else if (ids.contains(*id)) {
            m_sink.error(
                element.start, "duplicate-id", QStringLiteral("4.9.2 Constraints"),
                QStringLiteral("The extension uses the id \"%1\" before in this file, group or unit; give "
                               "<%2> its own.")
                    .arg(*id, element.name));
        }
        ids.insert(*id);
    }
    for (const xml::Node &node : element.children) {
        if (node.element)
            checkExtension(*node.element, ns, ids);
    }
}

void DocumentCheck::addRecords(const xml::Element &records)
{
    ItsScope &scope = m_frames.back().its;
    if (const QString *id = find(records, xmlUri, QLatin1String("id")))
        scope.records.insert(*id);
    checkItsTree(records, scope, m_itsIds, *m_context);
}

/// Of a file, a group or the document.
void DocumentCheck::checkModule(const xml::Element &element, Space space)
{
    Frame &frame = m_frames.back();
    if (space == Space::Metadata)
        checkMetadata(element, *m_context);
    else if (space == Space::Resource)
        checkResources(element, m_references, *m_context);
    else if (space == Space::Validation)
        checkValidation(element, *m_context);
    else if (space == Space::Change)
        checkRevisions(element, *m_context);
    else if (space == Space::Size && element.name == QLatin1String("profiles"))
        readProfiles(element, frame.modules, *m_context);
    else if (space == Space::Size)
        addSizeData(element, frame.modules.sizeData);
    else if (space == Space::Its)
        addRecords(element);
    QSet<QString> leaves;
    addModuleLeaves(element, *m_context, leaves);
    for (const QString &leaf : std::as_const(leaves))
        m_references.addLeaf(m_place, leaf);
}

} // namespace verbale::conformance::xliff2
