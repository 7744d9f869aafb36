#pragma once

#include "formats/conformance/xliff2_content.h"
#include "formats/conformance/xliff2_fragment.h"

#include <optional>

namespace verbale::conformance::xliff2 {

/// Where in the document something stands.
struct Place
{
    QString file;
    QStringList groups; ///< the enclosing ones, the outermost first
    QString unit;
};

/// What is referred to across the units of a document; answered when all of it has been seen.
class References
{
public:
    void addFile(const QString &file) { m_known.insert(file); }
    void addUnit(const Place &place, const QString &unit) { m_known.insert(key(place.file, u"u", unit)); }
    void addGroup(const Place &place, const QString &group) { m_known.insert(key(place.file, u"g", group)); }
    /// `leaf`: "n=1" of a file or a group.
    void addLeaf(const Place &place, const QString &leaf);

    void useUnit(const Place &place, qint64 offset, const QString &attribute, const QString &unit);
    /// A resource item of the current file, and a reference to one.
    void addResource(const QString &item) { m_resources.insert(item); }
    void useResource(qint64 offset, const QString &item) { m_resourceUses.emplace_back(offset, item); }
    void finishFile(const Context &context);
    void use(const Place &place, qint64 offset, const QString &section, const QString &reference,
             const Fragment &fragment);
    void finish(const Context &context) const;

private:
    struct Pending
    {
        qint64 offset;
        bool isSubFlow;
        QString section;
        QString text;
        QString key;
    };
    static QString key(const QString &file, QStringView kind, const QString &id);

    QSet<QString> m_known;
    std::vector<Pending> m_pending;
    QSet<QString> m_resources;
    std::vector<std::pair<qint64, QString>> m_resourceUses;
};

enum class Found { No, Yes, NotText, Unknown, Elsewhere };

/// A unit with all that may refer to it from inside.
class UnitScope
{
public:
    UnitScope(const xml::Element &unit, const Place &place, References &references, const Context &context);

    [[nodiscard]] const InlineContent &content() const { return m_content; }
    [[nodiscard]] const xml::Element &unit() const { return m_unit; }
    [[nodiscard]] const Place &place() const { return m_place; }
    [[nodiscard]] const Context &context() const { return m_context; }
    [[nodiscard]] References &references() const { return m_references; }

    /// Yes: a part or an inline element of the unit; NotText: a note, data or an element of a module.
    [[nodiscard]] Found find(const Fragment &fragment) const;

private:
    [[nodiscard]] Found findHere(const Fragment &fragment) const;
    [[nodiscard]] const QSet<QString> &leaves() const;

    const xml::Element &m_unit;
    const Place &m_place;
    References &m_references;
    const Context &m_context;
    InlineContent m_content;
    mutable std::optional<QSet<QString>> m_leaves; ///< of modules, when they have been asked for
};

/// The ids that a module's element and those in it have, as leaves of a fragment: "gls=1".
void addModuleLeaves(const xml::Element &element, const Context &context, QSet<QString> &leaves);

/// Sub-flows, and what annotations and notes refer to (4.3.1.27).
void checkReferences(const UnitScope &scope);

/// A module's reference to text of the unit ("#m1"): the candidate's and the glossary entry's.
void checkTextReference(const xml::Element &element, const QString &section, const UnitScope &scope);

} // namespace verbale::conformance::xliff2
