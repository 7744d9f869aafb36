#pragma once

#include <QtCore/QHash>
#include <QtCore/QString>

#include <array>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace verbale::xml {

/// The name of an element or of an attribute, its prefix resolved. One object for each name of a file.
struct Name
{
    QString ns;
    QString local;
    std::optional<int> content; ///< of elements: what the visitor wants of it
    std::optional<int> kind;    ///< of elements: the visitor's number for it
};

/// An attribute of a tag: its qualified name, its value with references resolved; UTF-8.
struct RawAttribute
{
    std::string_view name;
    std::string_view value;
};

/// What is wrong with a name by "Namespaces in XML 1.0".
enum class NameFault {
    None,
    UnboundPrefix,
    UndeclaredPrefix,
    ReservedXml,
    ReservedXmlns,
    ReservedUri,
    DuplicateAttribute,
    Malformed
};

/// Resolves the names of a file while it is read from the start to the end.
class Names
{
public:
    Names();

    /// To be called for each start tag, before its names are looked up.
    NameFault enter(std::span<const RawAttribute> attributes);
    /// To be called for each end tag, after its names have been looked up.
    void leave();

    /// Null when the name breaks a rule: fault() says which. Valid as long as this object.
    Name *element(std::string_view qualified) { return lookUp(qualified, false); }
    Name *attribute(std::string_view qualified) { return lookUp(qualified, true); }
    [[nodiscard]] NameFault fault() const { return m_fault; }

private:
    struct Binding
    {
        std::string prefix;
        QString uri;
        quint64 depth = 0;
        quint64 outerScope = 0;
    };
    struct Known
    {
        std::string qualified;
        bool isAttribute = false;
        quint64 scope = 0; ///< in which `name` is right; 0: in every one
        Name *name = nullptr;
    };
    bool see(std::string_view name, std::string_view value);
    NameFault declare(std::string_view prefix, std::string_view uri);
    Name *lookUp(std::string_view qualified, bool isAttribute);
    Name *resolve(std::string_view qualified, bool isAttribute, quint64 &scope);
    Name *interned(const QString &ns, const QString &local);

    std::vector<Binding> m_bindings;
    quint64 m_depth = 0;
    quint64 m_scope = 1;
    quint64 m_outerScope = 1; ///< around the last element
    quint64 m_lastScope = 1;
    NameFault m_fault = NameFault::None;
    std::deque<Name> m_names;
    QHash<std::pair<QString, QString>, Name *> m_interned;
    std::unordered_map<std::string, Known> m_known; ///< by 'a' or 'e' and the qualified name
    std::array<Known *, 256> m_recent{};
};

/// Whether an attribute of this name binds a prefix, or none.
inline bool bindsPrefix(std::string_view name)
{
    return name.substr(0, 5) == "xmlns" && (name.size() == 5 || name[5] == ':');
}

/// Gives one string for equal short texts, as far as it remembers them.
class SharedTexts
{
public:
    /// `utf8` is valid UTF-8.
    QString text(std::string_view utf8);

private:
    struct Entry
    {
        quint64 head = 0; ///< the first and the last eight bytes say all of a text of at most sixteen
        quint64 tail = 0;
        std::size_t size = 0;
        QString text;
    };
    std::vector<Entry> m_entries;
};

/// Appends valid UTF-8 to `out`, which has room for `utf8.size()` code units; returns the new end.
char16_t *decodeUtf8(std::string_view utf8, char16_t *out);

} // namespace verbale::xml
