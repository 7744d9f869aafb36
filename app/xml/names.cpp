#include "xml/names.h"

#include <cstring>

namespace verbale::xml {

namespace {

constexpr std::string_view xmlUri = "http://www.w3.org/XML/1998/namespace";
constexpr std::string_view xmlnsUri = "http://www.w3.org/2000/xmlns/";

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

unsigned byteOf(char character)
{
    return static_cast<unsigned char>(character);
}

std::size_t recentPlace(std::string_view text, bool isAttribute)
{
    const std::size_t size = text.size();
    unsigned hash = static_cast<unsigned>(size) * 7 + (isAttribute ? 97 : 0);
    if (size > 0)
        hash += byteOf(text.front()) * 31 + byteOf(text[size / 2]) * 17 + byteOf(text.back());
    return hash % 256;
}

} // namespace

Names::Names()
{
    m_bindings.push_back({"xml", fromUtf8(xmlUri), 0, 1});
}

NameFault Names::enter(std::span<const RawAttribute> attributes)
{
    ++m_depth;
    m_outerScope = m_scope;
    for (const RawAttribute &attribute : attributes) {
        if (!see(attribute.name, attribute.value))
            return m_fault;
    }
    return NameFault::None;
}

/// False when the attribute declares what may not be declared.
bool Names::see(std::string_view name, std::string_view value)
{
    if (!bindsPrefix(name))
        return true;
    if (m_scope == m_outerScope)
        m_scope = ++m_lastScope;
    const bool hasPrefix = name.size() > 5;
    const std::string_view prefix = hasPrefix ? name.substr(6) : std::string_view();
    if (hasPrefix && (prefix.empty() || prefix.find(':') != std::string_view::npos)) {
        m_fault = NameFault::Malformed;
        return false;
    }
    if (const NameFault fault = declare(prefix, value); fault != NameFault::None) {
        m_fault = fault;
        return false;
    }
    m_bindings.back().outerScope = m_outerScope;
    return true;
}

NameFault Names::declare(std::string_view prefix, std::string_view value)
{
    if (prefix == "xmlns")
        return NameFault::ReservedXmlns;
    if ((prefix == "xml") != (value == xmlUri))
        return prefix == "xml" ? NameFault::ReservedXml : NameFault::ReservedUri;
    if (value == xmlnsUri)
        return NameFault::ReservedUri;
    if (value.empty() && !prefix.empty())
        return NameFault::UndeclaredPrefix;
    m_bindings.push_back({std::string(prefix), fromUtf8(value), m_depth, m_scope});
    return NameFault::None;
}

void Names::leave()
{
    while (m_bindings.back().depth == m_depth && m_depth > 0) {
        m_scope = m_bindings.back().outerScope;
        m_bindings.pop_back();
    }
    --m_depth;
}

Name *Names::lookUp(std::string_view qualified, bool isAttribute)
{
    Known *&recent = m_recent[recentPlace(qualified, isAttribute)];
    if (recent == nullptr || recent->isAttribute != isAttribute || recent->qualified != qualified) {
        std::string key(1, isAttribute ? 'a' : 'e');
        key += qualified;
        Known &known = m_known[key];
        if (known.qualified.empty())
            known = {std::string(qualified), isAttribute, 0, nullptr};
        recent = &known;
    }
    if (recent->name == nullptr || (recent->scope != 0 && recent->scope != m_scope))
        recent->name = resolve(qualified, isAttribute, recent->scope);
    return recent->name;
}

Name *Names::resolve(std::string_view qualified, bool isAttribute, quint64 &scope)
{
    const auto colon = qualified.find(':');
    const bool prefixed = colon != std::string_view::npos;
    const std::string_view prefix = prefixed ? qualified.substr(0, colon) : std::string_view();
    const std::string_view local = prefixed ? qualified.substr(colon + 1) : qualified;
    scope = m_scope;
    if (prefixed && (prefix.empty() || local.empty() || local.find(':') != std::string_view::npos)) {
        m_fault = NameFault::Malformed;
        return nullptr;
    }
    if (isAttribute && (!prefixed || prefix == "xmlns")) {
        scope = 0;
        return interned(prefixed ? fromUtf8(xmlnsUri) : QString(), fromUtf8(local));
    }
    for (auto binding = m_bindings.rbegin(); binding != m_bindings.rend(); ++binding) {
        if (binding->prefix == prefix)
            return interned(binding->uri, fromUtf8(local));
    }
    if (!prefixed)
        return interned({}, fromUtf8(local));
    m_fault = NameFault::UnboundPrefix;
    return nullptr;
}

Name *Names::interned(const QString &ns, const QString &local)
{
    Name *&known = m_interned[{ns, local}];
    if (known == nullptr) {
        m_names.push_back({ns, local, {}, {}});
        known = &m_names.back();
    }
    return known;
}

QString SharedTexts::text(std::string_view utf8)
{
    constexpr std::size_t places = 256;
    constexpr std::size_t longest = 16;
    const std::size_t size = utf8.size();
    if (size == 0)
        return QLatin1String("");
    if (size > longest)
        return fromUtf8(utf8);
    if (m_entries.empty())
        m_entries.resize(places);
    quint64 head = 0;
    quint64 tail = 0;
    if (size >= 8) {
        std::memcpy(&head, utf8.data(), 8);
        std::memcpy(&tail, utf8.data() + size - 8, 8);
    } else {
        std::memcpy(&head, utf8.data(), size);
    }
    const quint64 hash = (head ^ (tail * 0x9E3779B97F4A7C15ULL) ^ size) * 0x9E3779B97F4A7C15ULL;
    Entry &entry = m_entries[hash >> 56U];
    if (entry.head != head || entry.tail != tail || entry.size != size) {
        std::array<char16_t, longest> units{};
        const char16_t *end = decodeUtf8(utf8, units.data());
        entry.head = head;
        entry.tail = tail;
        entry.size = size;
        entry.text = QString(reinterpret_cast<const QChar *>(units.data()), end - units.data());
    }
    return entry.text;
}

char16_t *decodeUtf8(std::string_view utf8, char16_t *out)
{
    const auto *at = reinterpret_cast<const unsigned char *>(utf8.data());
    const unsigned char *const end = at + utf8.size();
    while (at < end) {
        if (end - at >= 8) {
            quint64 eight = 0;
            std::memcpy(&eight, at, 8);
            if ((eight & 0x8080808080808080ULL) == 0) {
                for (int i = 0; i < 8; ++i)
                    out[i] = at[i];
                at += 8;
                out += 8;
                continue;
            }
        }
        // Letters with and without marks take turns in Vietnamese: no second look at the next eight bytes.
        for (const unsigned char *const stop = end - at > 8 ? at + 8 : end; at < stop;) {
            const char32_t first = *at;
            if (first < 0x80) {
                *out++ = static_cast<char16_t>(first);
                ++at;
            } else if (first < 0xE0 && end - at >= 2) {
                *out++ = static_cast<char16_t>((first & 0x1F) << 6 | (at[1] & 0x3FU));
                at += 2;
            } else if (first < 0xF0 && end - at >= 3) {
                *out++ = static_cast<char16_t>((first & 0x0F) << 12 | (at[1] & 0x3FU) << 6 | (at[2] & 0x3FU));
                at += 3;
            } else if (end - at >= 4) {
                const char32_t point =
                    (first & 0x07) << 18 | (at[1] & 0x3FU) << 12 | (at[2] & 0x3FU) << 6 | (at[3] & 0x3FU);
                *out++ = QChar::highSurrogate(point);
                *out++ = QChar::lowSurrogate(point);
                at += 4;
            } else {
                return out;
            }
        }
    }
    return out;
}

} // namespace verbale::xml
