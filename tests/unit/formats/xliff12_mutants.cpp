#include "xliff12_mutants.h"

#include "xliff12_valid_files.h"
#include "xml/parse.h"
#include "xml/tag.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <functional>
#include <memory>

namespace verbale::testing {

namespace {

using xml::Element;

const QString xliffNamespace = QStringLiteral("urn:oasis:names:tc:xliff:document:1.2");

struct Seen
{
    const Element *element = nullptr;
    const Element *parent = nullptr;
};

class WholeTree : public xml::Visitor
{
public:
    Take begin(const Element &) override { return Take::Tree; }
    void end() override {}
    void tree(const Element &element) override { copy(element, root); }
    Element root;

private:
    static void copy(const Element &from, Element &to)
    {
        to.ns = from.ns;
        to.name = from.name;
        to.attributes = from.attributes;
        to.start = from.start;
        to.startTagEnd = from.startTagEnd;
        to.endTagStart = from.endTagStart;
        to.end = from.end;
        for (const xml::Node &node : from.children) {
            xml::Node child;
            child.text = node.text;
            if (node.element) {
                child.element = std::make_unique<Element>();
                copy(*node.element, *child.element);
            }
            to.children.push_back(std::move(child));
        }
    }
};

void list(const Element &element, const Element *parent, QList<Seen> &all)
{
    if (element.ns == xliffNamespace)
        all.append(Seen{&element, parent});
    for (const xml::Node &node : element.children) {
        if (node.element && element.name != QLatin1String("tool"))
            list(*node.element, &element, all);
    }
}

/// Attributes without which an element is not valid.
const QHash<QString, QStringList> &requiredAttributes()
{
    static const QHash<QString, QStringList> all{
        {"xliff", {"version"}},
        {"file", {"original", "source-language", "datatype"}},
        {"phase", {"phase-name", "process-name"}},
        {"tool", {"tool-id", "tool-name"}},
        {"count-group", {"name"}},
        {"context", {"context-type"}},
        {"prop", {"prop-type"}},
        {"external-file", {"href"}},
        {"trans-unit", {"id"}},
        {"bin-unit", {"id", "mime-type"}},
        {"g", {"id"}},
        {"x", {"id"}},
        {"bx", {"id"}},
        {"ex", {"id"}},
        {"ph", {"id"}},
        {"bpt", {"id"}},
        {"ept", {"id"}},
        {"it", {"id", "pos"}},
        {"mrk", {"mtype"}},
    };
    return all;
}

/// What each typed attribute must not be, and the rule that says so.
struct BadValue
{
    const char *attribute;
    const char *value;
    const char *code;
    bool isOfSchema = true;
};

constexpr BadValue badValues[]{
    {"version", "1.3", "invalid-version"},
    {"source-language", "vi_VN", "invalid-language"},
    {"source-language", "vietnamese-", "invalid-language"},
    {"source-language", "vi-a", "invalid-language", false},
    {"target-language", "", "invalid-language"},
    {"target-language", "vietnamese", "invalid-language"},
    {"xml:lang", "en GB", "invalid-language"},
    {"xml:lang", "v1", "invalid-language"},
    {"xml:space", "keep", "invalid-space"},
    {"date", "2025-03-01", "invalid-date"},
    {"date", "2025-02-29T09:30:00Z", "invalid-date"},
    {"date", "2025-03-01T24:30:00Z", "invalid-date"},
    {"date", "01/03/2025 09:30", "invalid-date"},
    {"datatype", "word", "invalid-datatype"},
    {"datatype", "x-", "invalid-datatype"},
    {"restype", "paragraph", "invalid-restype"},
    {"state", "draft", "invalid-state"},
    {"state", "Translated", "invalid-state"},
    {"state-qualifier", "exact", "invalid-state-qualifier"},
    {"approved", "true", "invalid-yes-no"},
    {"translate", "1", "invalid-yes-no"},
    {"match-mandatory", "maybe", "invalid-yes-no"},
    {"equiv-trans", "", "invalid-yes-no"},
    {"merged-trans", "YES", "invalid-yes-no"},
    {"reformat", "yes coord", "invalid-reformat"},
    {"coord", "1;2;3", "invalid-coord"},
    {"coord", "1;2;3;x", "invalid-coord"},
    {"priority", "0", "invalid-priority"},
    {"priority", "11", "invalid-priority"},
    {"annotates", "both", "invalid-annotates"},
    {"context-type", "file", "invalid-context-type"},
    {"purpose", "location where", "invalid-purpose"},
    {"count-type", "words", "invalid-count-type"},
    {"unit", "words", "invalid-unit"},
    {"size-unit", "px", "invalid-size-unit"},
    {"mime-type", "png", "invalid-mime-type"},
    {"mtype", "segment", "invalid-mtype"},
    {"pos", "begin", "invalid-pos"},
    {"assoc", "none", "invalid-assoc"},
    {"ctype", "strong", "invalid-ctype"},
    {"alttranstype", "suggestion", "invalid-alttranstype"},
    {"crc", "a b", "invalid-token"},
    {"help-id", "a/b", "invalid-token"},
    {"maxwidth", "", "invalid-token"},
    {"rid", "a b", "invalid-token"},
    {"mid", "", "invalid-token"},
    {"uid", "#1", "invalid-token"},
    {"exstyle", "a,b", "invalid-token"},
};

class Generator
{
public:
    explicit Generator(const Xliff12Sample &sample);

    QList<Mutant> broken();
    QList<Mutant> valid();

private:
    void removeAttributes(const Seen &seen);
    void spoilValues(const Seen &seen);
    void addUnknown(const Seen &seen);
    void moveChildren(const Seen &seen);
    void repeatNames(const Seen &seen);
    void breakReferences(const Seen &seen);
    void breakCodes(const Seen &seen);
    void breakXml(const Seen &seen);
    void add(const char *rule, const Seen &seen, const QString &detail, const QByteArray &bytes,
             const QString &code, const Element &place, bool isOfSchema = true);
    [[nodiscard]] QByteArray replaced(qint64 from, qint64 to, const QByteArray &by) const;
    [[nodiscard]] QByteArray withAttribute(const Element &element, const QString &name, const QString &value,
                                           bool keep) const;
    [[nodiscard]] QByteArray text(const Element &element) const
    {
        return m_sample.bytes.mid(element.start, element.end - element.start);
    }
    [[nodiscard]] qint64 lineOf(qint64 offset) const { return m_sample.bytes.left(offset).count('\n') + 1; }

    const Xliff12Sample &m_sample;
    WholeTree m_tree;
    QList<Seen> m_elements;
    QList<Mutant> m_mutants;
};

Generator::Generator(const Xliff12Sample &sample) : m_sample(sample)
{
    const Result<void> parsed = xml::parse(sample.bytes, {}, m_tree);
    Q_ASSERT(parsed.ok());
    list(m_tree.root, nullptr, m_elements);
}

void Generator::add(const char *rule, const Seen &seen, const QString &detail, const QByteArray &bytes,
                    const QString &code, const Element &place, bool isOfSchema)
{
    const QString name =
        QStringLiteral("%1: %2 %3 %4, byte %5")
            .arg(QLatin1String(rule), QString::fromUtf8(m_sample.name), seen.element->name, detail)
            .arg(seen.element->start);
    m_mutants.append({name.toUtf8(), bytes, code.contains(u'.') ? code : QStringLiteral("xliff12.") + code,
                      lineOf(place.start), m_sample.isStrict, isOfSchema});
}

QByteArray Generator::replaced(qint64 from, qint64 to, const QByteArray &by) const
{
    return m_sample.bytes.left(from) + by + m_sample.bytes.mid(to);
}

/// The file with that attribute's value, or without the attribute.
QByteArray Generator::withAttribute(const Element &element, const QString &name, const QString &value,
                                    bool keep) const
{
    const QString markup =
        QString::fromUtf8(m_sample.bytes.mid(element.start, element.startTagEnd - element.start));
    const std::optional<xml::Tag> tag = xml::scanTag(markup);
    const xml::TagAttribute *attribute = tag->attribute(name);
    QString changed = markup;
    if (keep)
        changed.replace(attribute->valueStart, attribute->raw.size(), value);
    else
        changed.remove(attribute->start, attribute->end - attribute->start);
    return replaced(element.start, element.startTagEnd, changed.toUtf8());
}

void Generator::removeAttributes(const Seen &seen)
{
    for (const QString &name : requiredAttributes().value(seen.element->name)) {
        add("remove required attribute", seen, name, withAttribute(*seen.element, name, {}, false),
            QStringLiteral("missing-attribute"), *seen.element);
    }
}

QString qualified(const xml::Attribute &attribute)
{
    return attribute.ns == QLatin1String("http://www.w3.org/XML/1998/namespace")
               ? QStringLiteral("xml:") + attribute.name
               : attribute.name;
}

void Generator::spoilValues(const Seen &seen)
{
    for (const xml::Attribute &attribute : seen.element->attributes) {
        const QString name = qualified(attribute);
        if (!attribute.ns.isEmpty() && name == attribute.name)
            continue;
        for (const BadValue &bad : badValues) {
            const bool isText = name == QLatin1String("crc") && seen.element->name == QLatin1String("ph");
            // The schema has no rule for xml:space of a text.
            const bool isFree =
                name == QLatin1String("xml:space") && (seen.element->name == QLatin1String("source") ||
                                                       seen.element->name == QLatin1String("target"));
            if (name != QLatin1String(bad.attribute) || isText || isFree)
                continue;
            add("spoil value", seen, name + u'=' + QLatin1String(bad.value),
                withAttribute(*seen.element, name, QString::fromLatin1(bad.value), true),
                QString::fromLatin1(bad.code), *seen.element, bad.isOfSchema);
        }
    }
}

/// Elements that take no attributes but those that are named, and elements without text.
void Generator::addUnknown(const Seen &seen)
{
    static const QSet<QString> closed{
        "header", "skl",   "glossary",      "reference", "internal-file", "external-file",
        "note",   "phase", "phase-group",   "count",     "count-group",   "context",
        "body",   "sub",   "context-group", "prop",      "prop-group"};
    static const QSet<QString> textual{"internal-file", "note",       "tool",   "count", "context", "prop",
                                       "source",        "seg-source", "target", "g",     "ph",      "bpt",
                                       "ept",           "it",         "sub",    "mrk"};
    const Element &element = *seen.element;
    if (closed.contains(element.name) || m_sample.isStrict) {
        const qint64 at = element.start + 1 +
                          m_sample.bytes.mid(element.start + 1).indexOf(element.name.toUtf8()) +
                          element.name.size();
        add("add unknown attribute", seen, {}, replaced(at, at, " unheard=\"of\""),
            QStringLiteral("unknown-attribute"), element);
    }
    if (element.startTagEnd == element.end)
        return;
    const auto addInside = [&](const char *rule, const QByteArray &what, const QString &code) {
        add(rule, seen, {}, replaced(element.startTagEnd, element.startTagEnd, what), code, element);
        m_mutants.last().line = lineOf(element.startTagEnd);
    };
    if (element.name != QLatin1String("tool"))
        addInside("add unknown element", "<nonsense/>", QStringLiteral("unknown-element"));
    if (!textual.contains(element.name))
        addInside("add text", "text", QStringLiteral("unexpected-text"));
    if (element.name != QLatin1String("tool")) {
        addInside("add element of another place", "<body/>",
                  QStringLiteral("unexpected-element|element-order|too-many-elements"));
        if (element.name == QLatin1String("file"))
            m_mutants.last().line = 0; // what stands behind it is in the wrong place then
    }
}

/// Takes children away, doubles them and puts the first one last.
void Generator::moveChildren(const Seen &seen)
{
    struct Rule
    {
        const char *parent;
        const char *child;
        bool isRequired;
        bool isSingle;
    };
    static constexpr Rule rules[]{
        {"file", "header", false, true},
        {"file", "body", true, true},
        {"skl", "internal-file", true, true},
        {"skl", "external-file", true, true},
        {"glossary", "external-file", true, true},
        {"reference", "external-file", true, true},
        {"header", "skl", false, true},
        {"header", "phase-group", false, true},
        {"trans-unit", "source", true, true},
        {"trans-unit", "seg-source", false, true},
        {"trans-unit", "target", false, true},
        {"bin-unit", "bin-source", true, true},
        {"bin-unit", "bin-target", false, true},
        {"bin-source", "external-file", true, true},
        {"bin-source", "internal-file", true, true},
        {"bin-target", "external-file", true, true},
    };
    const Element &element = *seen.element;
    for (const Rule &rule : rules) {
        if (seen.parent == nullptr || seen.parent->name != QLatin1String(rule.parent) ||
            element.name != QLatin1String(rule.child))
            continue;
        if (rule.isRequired) {
            add("remove required element", seen, {}, replaced(element.start, element.end, {}),
                QStringLiteral("missing-element"), *seen.parent);
        }
        if (rule.isSingle) {
            add("double element", seen, {}, replaced(element.end, element.end, text(element)),
                QStringLiteral("too-many-elements"), element);
            m_mutants.last().line = lineOf(element.end);
        }
    }
    const Element *next = nullptr;
    for (std::size_t i = 0; seen.parent != nullptr && i < seen.parent->children.size(); ++i) {
        const Element *sibling = seen.parent->children[i].element.get();
        if (sibling != nullptr && sibling->start >= element.end && next == nullptr)
            next = sibling;
    }
    static const QSet<QString> ordered{"header",     "skl",        "phase-group", "source",
                                       "seg-source", "bin-source", "bin-target",  "context-group"};
    const bool isFixed =
        ordered.contains(element.name) && next != nullptr && next->name != element.name &&
        (element.name != QLatin1String("context-group") || seen.parent->name == QLatin1String("group"));
    if (isFixed && seen.parent->name != QLatin1String("alt-trans")) {
        const QByteArray between = m_sample.bytes.mid(element.end, next->start - element.end);
        add("swap with the next", seen, {},
            replaced(element.start, next->end, text(*next) + between + text(element)),
            QStringLiteral("element-order|unexpected-element"), element);
        m_mutants.last().line = 0; // depends on the lines of both
    }
}

/// Gives two things one name.
void Generator::repeatNames(const Seen &seen)
{
    static const QHash<QString, std::pair<QString, QString>> names{
        {"trans-unit", {"id", "duplicate-unit-id"}},
        {"bin-unit", {"id", "duplicate-unit-id"}},
        {"group", {"id", "duplicate-group-id"}},
        {"phase", {"phase-name", "duplicate-phase-name"}},
        {"tool", {"tool-id", "duplicate-tool-id"}},
        {"count-group", {"name", "duplicate-count-group-name"}},
        {"context-group", {"name", "duplicate-context-group-name"}},
        {"external-file", {"uid", "duplicate-uid"}},
    };
    const auto rule = names.constFind(seen.element->name);
    if (rule == names.cend())
        return;
    const QString value = seen.element->value(QLatin1String(rule->first.toLatin1()));
    if (value.isEmpty())
        return;
    int made = 0;
    for (const Seen &other : m_elements) {
        const bool isUnit = other.element->name.endsWith(QLatin1String("-unit")) &&
                            seen.element->name.endsWith(QLatin1String("-unit"));
        if (other.element->start <= seen.element->start ||
            (other.element->name != seen.element->name && !isUnit) ||
            !other.element->has(QLatin1String(rule->first.toLatin1())) || ++made > 3)
            continue;
        add("repeat name", seen, QStringLiteral("at byte %1").arg(other.element->start),
            withAttribute(*other.element, rule->first, value, true), rule->second, *other.element);
    }
}

void Generator::breakReferences(const Seen &seen)
{
    const Element &element = *seen.element;
    const auto lead = [&](const char *attribute, const char *code, bool isOfSchema) {
        if (element.has(QLatin1String(attribute))) {
            add("lead nowhere", seen, QLatin1String(attribute),
                withAttribute(element, QLatin1String(attribute), QStringLiteral("nowhere"), true),
                QLatin1String(code), element, isOfSchema);
        }
    };
    const bool ofSchema = element.name == QLatin1String("count") ||
                          element.name == QLatin1String("trans-unit") ||
                          element.name == QLatin1String("target");
    if (element.name != QLatin1String("phase"))
        lead("phase-name", "unknown-phase", ofSchema);
    if (element.name != QLatin1String("tool"))
        lead("tool-id", "unknown-tool", true);
    lead("xid", "unknown-unit", false);
    if (element.name == QLatin1String("alt-trans") ||
        (element.name == QLatin1String("mrk") && seen.parent->name == QLatin1String("target")))
        lead("mid", "unknown-mid", true);
    if (element.name == QLatin1String("ept") || element.name == QLatin1String("ex"))
        lead("rid", "unknown-rid", true);
    if (element.name == QLatin1String("mrk") && seen.parent->name == QLatin1String("seg-source") &&
        element.value(QLatin1String("mid")) !=
            seen.parent->children.front().element->value(QLatin1String("mid"))) {
        add("repeat name", seen, QStringLiteral("mid"),
            withAttribute(element, QStringLiteral("mid"),
                          seen.parent->children.front().element->value(QLatin1String("mid")), true),
            QStringLiteral("duplicate-mid"), element);
    }
}

void Generator::breakCodes(const Seen &seen)
{
    const Element &element = *seen.element;
    static const QSet<QString> codes{"g", "ph", "bpt", "ept", "it", "bx", "ex"};
    const bool isText = seen.parent != nullptr && (seen.parent->name == QLatin1String("source"));
    if (isText && codes.contains(element.name) && m_sample.name != "sdl") {
        const bool hasRid = element.name == QLatin1String("bpt") || element.name == QLatin1String("bx");
        add("double code", seen, {}, replaced(element.end, element.end, text(element)),
            QStringLiteral("duplicate-code-id"), element, hasRid && element.has(QLatin1String("rid")));
    }
    if (element.name == QLatin1String("bpt") || element.name == QLatin1String("ept")) {
        const bool isRid = element.name == QLatin1String("bpt") && element.has(QLatin1String("rid"));
        const QString code = isRid ? QStringLiteral("unknown-rid") : QStringLiteral("unpaired-code");
        add("remove half of a pair", seen, {}, replaced(element.start, element.end, {}), code, element,
            isRid);
    }
    if (element.name == QLatin1String("bx") && element.has(QLatin1String("rid"))) {
        add("remove half of a pair", seen, {}, replaced(element.start, element.end, {}),
            QStringLiteral("unknown-rid"), element);
    }
    if (element.name == QLatin1String("mrk") &&
        element.value(QLatin1String("mtype")) == QLatin1String("seg")) {
        const QByteArray inner =
            "<mrk mtype=\"seg\" mid=\"" + element.value(QLatin1String("mid")).toUtf8() + "\">x</mrk>";
        add("nest a segment", seen, {}, replaced(element.startTagEnd, element.startTagEnd, inner),
            QStringLiteral("nested-segment"), element, false);
    }
    const bool isUnit =
        element.name == QLatin1String("trans-unit") || element.name == QLatin1String("bin-unit");
    if (isUnit)
        add("empty id", seen, {}, withAttribute(element, QStringLiteral("id"), {}, true),
            QStringLiteral("empty-id"), element, false);
    if (element.value(QLatin1String("form")) == QLatin1String("base64"))
        add("spoil base64", seen, {}, replaced(element.startTagEnd, element.startTagEnd, "!"),
            QStringLiteral("invalid-base64"), element, false);
}

void Generator::breakXml(const Seen &seen)
{
    const Element &element = *seen.element;
    if (element.startTagEnd == element.end)
        return;
    add("remove end tag", seen, {}, replaced(element.endTagStart, element.end, {}),
        QStringLiteral("xml.malformed"), element);
    m_mutants.last().line = 0;
    add("bare ampersand", seen, {}, replaced(element.startTagEnd, element.startTagEnd, "a & b"),
        QStringLiteral("xml.malformed"), element);
    m_mutants.last().line = lineOf(element.startTagEnd);
}

QList<Mutant> Generator::broken()
{
    m_mutants.clear();
    for (const Seen &seen : m_elements) {
        removeAttributes(seen);
        spoilValues(seen);
        addUnknown(seen);
        moveChildren(seen);
        repeatNames(seen);
        breakReferences(seen);
        breakCodes(seen);
        breakXml(seen);
    }
    return m_mutants;
}

QList<Mutant> Generator::valid()
{
    m_mutants.clear();
    add("as it is", m_elements.first(), {}, m_sample.bytes, {}, m_tree.root);
    static const QSet<QString> open{"xliff",     "file",     "group", "trans-unit", "source", "target",
                                    "alt-trans", "bin-unit", "g",     "x",          "bx",     "ex",
                                    "ph",        "bpt",      "ept",   "it",         "mrk"};
    for (const Seen &seen : m_elements) {
        const Element &element = *seen.element;
        if (element.startTagEnd != element.end) {
            add("add a comment", seen, {},
                replaced(element.startTagEnd, element.startTagEnd, "<!-- a > b -->"), {}, element);
            add("add an instruction", seen, {},
                replaced(element.endTagStart, element.endTagStart, "<?own a?>"), {}, element);
        }
        const qint64 at = element.startTagEnd - (element.startTagEnd == element.end ? 2 : 1);
        if (open.contains(element.name) && !m_sample.isStrict)
            add("add a foreign attribute", seen, {},
                replaced(at, at, " xmlns:q7=\"urn:example:q7\" q7:a=\"b\""), {}, element);
        add("add space in the tag", seen, {}, replaced(at, at, " \n "), {}, element);
        for (const char *name : {"datatype", "restype", "state", "context-type", "count-type", "mtype"}) {
            const bool isSegment = element.value(QLatin1String(name)) == QLatin1String("seg");
            if (element.has(QLatin1String(name)) && !isSegment)
                add("use an extension value", seen, QLatin1String(name),
                    withAttribute(element, QLatin1String(name), QStringLiteral("x-riêng"), true), {},
                    element);
        }
    }
    QByteArray carriage = m_sample.bytes;
    add("use the line ends of Windows", m_elements.first(), {}, carriage.replace("\n", "\r\n"), {},
        m_tree.root);
    for (Mutant &mutant : m_mutants)
        mutant.code.clear();
    return m_mutants;
}

} // namespace

QList<Mutant> xliff12Mutants()
{
    QList<Mutant> all;
    for (const Xliff12Sample &sample : xliff12Samples())
        all += Generator(sample).broken();
    return all;
}

QList<Mutant> validXliff12Variants()
{
    QList<Mutant> all;
    for (const Xliff12Sample &sample : xliff12Samples())
        all += Generator(sample).valid();
    return all;
}

} // namespace verbale::testing
