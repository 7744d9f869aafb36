#include "glossary/engine/tbx_entry.h"

#include "glossary/engine/tbx_models.h"
#include "glossary/engine/tbx_words.h"

#include <QtCore/QHash>

#include <algorithm>
#include <array>

namespace verbale::glossary::tbx {

namespace {

constexpr QLatin1String xmlNamespace("http://www.w3.org/XML/1998/namespace");
constexpr QLatin1String termNote("termNote");
constexpr QLatin1String status("administrativeStatus");
constexpr QLatin1String authorization("normativeAuthorization");
constexpr QLatin1String speech("partOfSpeech");

class EntryReader
{
public:
    EntryReader(const FileKind &file, Losses &losses) : m_file(file), m_losses(losses) {}

    ConceptEntry read(const Node &node);

private:
    void readLevel(const Node &node, const QString &language, QList<Property> &properties);
    void readGroup(const Node &group, const QString &language, QList<Property> &properties);
    void readTerm(const Node &node, const QString &language);
    void settleTerm(Term &term);
    void settleSpeech();
    void settleStatuses();
    void arrange();
    void takeFields();
    void takeOwn(const char *name, QString &field);
    Property propertyOf(const Node &node, const QString &language);
    void countMarkup(const Node &node);

    const FileKind &m_file;
    Losses &m_losses;
    ConceptEntry m_entry;
    QList<bool> m_stated; ///< for each term, whether the file states its status
    int m_groups = 0;
};

bool isGroup(const Node &node)
{
    return node.kind == QLatin1String("descripGrp") || node.kind == QLatin1String("adminGrp") ||
           node.kind == QLatin1String("transacGrp") || node.kind == QLatin1String("termNoteGrp");
}

/// Groups of a list get the numbers 1, 2, 3 ...
void renumberGroups(QList<Property> &properties)
{
    QHash<int, int> numbers;
    for (Property &property : properties) {
        if (property.group != 0 && !numbers.contains(property.group))
            numbers.insert(property.group, static_cast<int>(numbers.size()) + 1);
        property.group = numbers.value(property.group);
    }
}

/// Ids first, then the term's notes in TBX's sense with what is grouped with them, then the rest.
QList<Property> arranged(const QList<Property> &properties)
{
    QHash<int, bool> noteGroups;
    std::array<QList<Property>, 3> parts;
    for (const Property &property : properties) {
        const bool isNote = property.kind == termNote;
        if (property.group != 0 && !noteGroups.contains(property.group))
            noteGroups.insert(property.group, isNote);
        const bool second = property.group == 0 ? isNote : noteGroups.value(property.group);
        parts[property.kind == QLatin1String("id") ? 0 : second ? 1 : 2].append(property);
    }
    std::stable_sort(parts[1].begin(), parts[1].end(), [](const Property &a, const Property &b) {
        return a.group == b.group && a.group == 0 ? a.name < b.name : a.group < b.group;
    });
    return parts[0] + parts[1] + parts[2];
}

void EntryReader::countMarkup(const Node &node)
{
    for (const Node &child : node.children) {
        ++m_losses[QStringLiteral("pieces of markup inside texts are left out; their text is kept (<%1>)")
                       .arg(child.element->name)];
    }
    const bool isNote = node.kind == QLatin1String("note");
    if (!node.element->value(xmlNamespace, QLatin1String("lang")).isEmpty())
        ++m_losses[QStringLiteral("language tags of texts are left out")];
    if (node.element->has(QLatin1String("id")) && (isNote || carriesCategory(node.kind)))
        ++m_losses[QStringLiteral("ids of texts are left out")];
}

Property EntryReader::propertyOf(const Node &node, const QString &language)
{
    countMarkup(node);
    Property property{node.kind, node.category, node.element->text(),
                      node.element->value(QLatin1String("target")), language};
    if (node.kind == QLatin1String("dct"))
        property.kind = language.isEmpty() ? QStringLiteral("descrip") : QStringLiteral("termNote");
    const std::optional<Modern> modern = modernForm(m_file.version, property.name, property.value.trimmed());
    if (modern) {
        ++m_losses[QStringLiteral("values of the older category \"%1\" are read as today's")
                       .arg(property.name)];
        property.name = modern->name;
        property.value = modern->value;
    }
    if (property.kind == QLatin1String("note")) {
        if (const std::optional<Property> own = fromOwnNote(property.value)) {
            property = *own;
            property.language = language;
        }
    }
    return property;
}

void EntryReader::readGroup(const Node &group, const QString &language, QList<Property> &properties)
{
    const int number = group.children.size() > 1 ? ++m_groups : 0;
    if (group.element->has(QLatin1String("id")))
        ++m_losses[QStringLiteral("ids of texts are left out")];
    for (const Node &child : group.children) {
        if (isGroup(child)) {
            for (const Node &inner : child.children) {
                properties.append(propertyOf(inner, language));
                properties.last().group = number;
            }
            continue;
        }
        properties.append(propertyOf(child, language));
        properties.last().group = number;
    }
}

void EntryReader::readLevel(const Node &node, const QString &language, QList<Property> &properties)
{
    if (node.element->has(QLatin1String("id")) && node.kind != QLatin1String("conceptEntry"))
        properties.append(
            {QStringLiteral("id"), node.kind, node.element->value(QLatin1String("id")), {}, language});
    for (const Node &child : node.children) {
        if (isGroup(child) || child.kind == QLatin1String("noteGrp"))
            readGroup(child, language, properties);
        else if (child.kind == QLatin1String("termGrp"))
            readLevel(child, language, properties);
        else if (child.kind == QLatin1String("langSec"))
            readLevel(child, child.element->value(xmlNamespace, QLatin1String("lang")), m_entry.extra);
        else if (child.kind == QLatin1String("termSec"))
            readTerm(child, language);
        else if (child.kind == QLatin1String("termCompList"))
            ++m_losses[QStringLiteral("lists of a term's parts are left out")];
        else if (child.kind != QLatin1String("term"))
            properties.append(propertyOf(child, language));
    }
}

const Node *termOf(const Node &node)
{
    for (const Node &child : node.children) {
        if (child.kind == QLatin1String("term"))
            return &child;
        if (child.kind == QLatin1String("termGrp"))
            return termOf(child);
    }
    return nullptr;
}

void EntryReader::readTerm(const Node &node, const QString &language)
{
    Term term;
    term.language = language;
    if (const Node *text = termOf(node)) {
        countMarkup(*text);
        term.text = text->element->text().simplified();
        if (text->element->has(QLatin1String("id")))
            term.extra.append({QStringLiteral("id"), text->kind, text->element->value(QLatin1String("id"))});
    }
    readLevel(node, language, term.extra);
    for (Property &property : term.extra)
        property.language.clear();
    settleTerm(term);
    m_entry.terms.append(term);
}

/// Takes the first property of that kind and name out of the list, unless it stands in a group.
std::optional<Property> take(QList<Property> &properties, QLatin1String kind, QLatin1String name)
{
    const Property *found = findProperty(properties, kind, name);
    if (found == nullptr || found->group != 0 || !found->target.isEmpty())
        return std::nullopt;
    return properties.takeAt(found - properties.constData());
}

/// Status and type of a term. What its fields say again in full is no longer among its properties.
void EntryReader::settleTerm(Term &term)
{
    if (const auto type = take(term.extra, termNote, QLatin1String("termType"))) {
        term.abbreviation = isShortType(type->value.trimmed());
        if (type->value != typeOfTerm(term))
            term.extra.prepend(*type);
    }
    std::optional<TermStatus> known;
    if (const auto stated = take(term.extra, termNote, status)) {
        known = statusOfWord(stated->value);
        if (!known || wordOfStatus(*known) != stated->value)
            term.extra.prepend(*stated);
    }
    if (const Property *other = findProperty(term.extra, termNote, authorization); other && !known)
        known = statusOfWord(other->value);
    if (const auto own = take(term.extra, ownKind, QLatin1String("status")))
        known = statusNamed(own->value);
    if (const auto reason = take(term.extra, ownKind, QLatin1String("reason")))
        term.reason = reason->value;
    if (const auto replacement = take(term.extra, ownKind, QLatin1String("replacement")))
        term.replacement = replacement->value;
    m_stated.append(known.has_value());
    term.status = known.value_or(TermStatus::Admitted);
}

/// The entry's part of speech is what its terms agree on; a term that says something else, or nothing, keeps
/// that as its own.
void EntryReader::settleSpeech()
{
    QStringList said;
    for (Term &term : m_entry.terms) {
        const auto own = take(term.extra, ownKind, speech);
        const auto stated = take(term.extra, termNote, speech);
        said.append(own ? own->value : stated ? partOfSpeechFromTbx(stated->value) : QString());
    }
    const auto first =
        std::find_if(said.begin(), said.end(), [](const QString &word) { return !word.isEmpty(); });
    const QString common = first == said.end() ? QString() : *first;
    for (qsizetype i = 0; i < said.size(); ++i) {
        if (said[i] != common)
            m_entry.terms[i].extra.prepend({termNote, speech, said[i]});
    }
    m_entry.partOfSpeech = common;
    if (const auto own = take(m_entry.extra, ownKind, speech))
        m_entry.partOfSpeech = own->value;
}

void EntryReader::settleStatuses()
{
    const QList<TermStatus> unstated = unstatedStatuses(m_entry.terms, m_stated);
    for (qsizetype i = 0; i < m_entry.terms.size(); ++i) {
        if (m_stated[i])
            continue;
        m_entry.terms[i].status = unstated[i];
        if (findProperty(m_entry.terms[i].extra, termNote, status) == nullptr)
            m_entry.terms[i].extra.prepend({termNote, status, {}});
    }
}

/// One order for what is the same: languages as they come, the best terms first in each, what stands at a
/// term or a concept in TBX's order.
void EntryReader::arrange()
{
    QStringList languages;
    for (const Term &term : m_entry.terms) {
        if (!languages.contains(term.language))
            languages.append(term.language);
    }
    std::stable_sort(m_entry.terms.begin(), m_entry.terms.end(), [&](const Term &a, const Term &b) {
        if (a.language != b.language)
            return languages.indexOf(a.language) < languages.indexOf(b.language);
        return a.status < b.status;
    });
    std::stable_sort(m_entry.extra.begin(), m_entry.extra.end(), [&](const Property &a, const Property &b) {
        return languages.indexOf(a.language) < languages.indexOf(b.language);
    });
    renumberGroups(m_entry.extra);
    for (Term &term : m_entry.terms) {
        term.extra = arranged(term.extra);
        renumberGroups(term.extra);
    }
}

/// The concept's first subject field, note and source are its fields.
void EntryReader::takeFields()
{
    const auto field = [this](QLatin1String kind, QLatin1String name) {
        for (qsizetype i = 0; i < m_entry.extra.size(); ++i) {
            const Property &property = m_entry.extra[i];
            if (property.kind == kind && property.name == name && property.group == 0 &&
                property.language.isEmpty() && property.target.isEmpty() && !property.value.isEmpty())
                return m_entry.extra.takeAt(i).value;
        }
        return QString();
    };
    m_entry.domain = field(QLatin1String("descrip"), QLatin1String("subjectField"));
    m_entry.note = field(QLatin1String("note"), QLatin1String());
    m_entry.authority = field(QLatin1String("admin"), QLatin1String("source"));
}

/// What only our own notes say. A date that is none stays a note.
void EntryReader::takeOwn(const char *name, QString &field)
{
    const Property *found = findProperty(m_entry.extra, ownKind, QLatin1String(name));
    const bool isDate = qstrncmp(name, "valid", 5) == 0;
    if (found == nullptr || (isDate && !isReducedDate(found->value)))
        return;
    if (const auto own = take(m_entry.extra, ownKind, QLatin1String(name)))
        field = own->value;
}

ConceptEntry EntryReader::read(const Node &node)
{
    m_entry.id = fromXmlId(node.element->value(QLatin1String("id")));
    readLevel(node, {}, m_entry.extra);
    settleSpeech();
    settleStatuses();
    takeFields();
    takeOwn("validFrom", m_entry.validFrom);
    takeOwn("validTo", m_entry.validTo);
    takeOwn("overrides", m_entry.overrides);
    arrange();
    return m_entry;
}

} // namespace

ConceptEntry readEntry(const Node &node, const FileKind &file, Losses &losses)
{
    return EntryReader(file, losses).read(node);
}

} // namespace verbale::glossary::tbx
