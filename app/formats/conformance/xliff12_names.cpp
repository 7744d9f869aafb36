#include "formats/conformance/xliff12_names.h"

#include "formats/conformance/values.h"

namespace verbale::conformance {

namespace {

struct KindText
{
    const char *duplicateCode;
    const char *unknownCode;
    const char *what;
};

constexpr std::array<KindText, 7> texts{{
    {"duplicate-unit-id", "unknown-unit", "id of a <trans-unit> or <bin-unit>"},
    {"duplicate-group-id", "unknown-group", "id of a <group>"},
    {"duplicate-phase-name", "unknown-phase", "phase-name of a <phase>"},
    {"duplicate-tool-id", "unknown-tool", "tool-id of a <tool>"},
    {"duplicate-count-group-name", "unknown-count-group", "name of a <count-group>"},
    {"duplicate-context-group-name", "unknown-context-group", "name of a <context-group>"},
    {"duplicate-uid", "unknown-uid", "uid of an <external-file>"},
}};

const QString section = QStringLiteral("3.3.1 XLIFF Attributes");

} // namespace

void Xliff12Names::define(Kind kind, std::string_view name, Position position)
{
    if (m_names[kind].emplace(name).second)
        return;
    m_findings.error(
        position, texts[kind].duplicateCode, section,
        QStringLiteral("\"%1\" is the %2 that stands earlier in this <file>; each needs its own.")
            .arg(toQString(name), QLatin1String(texts[kind].what)));
}

void Xliff12Names::refer(Kind kind, std::string_view name, const char *from, Position position)
{
    if (!isDefined(kind, name))
        m_pending.push_back({kind, std::string(name), from, position});
}

bool Xliff12Names::isDefined(Kind kind, std::string_view name) const
{
    return m_names[kind].contains(std::string(name));
}

void Xliff12Names::finish()
{
    for (const Reference &reference : m_pending) {
        if (isDefined(reference.kind, reference.name))
            continue;
        m_findings.error(reference.position, texts[reference.kind].unknownCode, section,
                         QStringLiteral("%1 is \"%2\", which is not the %3 in this <file>.")
                             .arg(QLatin1String(reference.from), QString::fromStdString(reference.name),
                                  QLatin1String(texts[reference.kind].what)));
    }
    m_pending.clear();
    for (std::unordered_set<std::string> &names : m_names)
        names.clear();
}

} // namespace verbale::conformance
