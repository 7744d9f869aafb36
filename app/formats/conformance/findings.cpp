#include "formats/conformance/findings.h"

#include <tuple>

namespace verbale::conformance {

namespace {

constexpr qsizetype keptFindings = 1000;

} // namespace

Findings::Findings(QString prefix, QString specification)
    : m_prefix(std::move(prefix)), m_specification(std::move(specification))
{
}

void Findings::error(Position position, const char *code, const QString &section, const QString &message)
{
    add(Severity::Error, position, code, section, message);
}

void Findings::warning(Position position, const char *code, const QString &section, const QString &message)
{
    add(Severity::Warning, position, code, section, message);
}

void Findings::add(Severity severity, Position position, const char *code, const QString &section,
                   const QString &message)
{
    if (m_findings.size() >= keptFindings) {
        if (m_left++ == 0)
            m_firstLeft = position;
        m_leftAnError = m_leftAnError || severity == Severity::Error;
        return;
    }
    m_findings.append({position.line, position.column, severity, m_prefix + u'.' + QLatin1String(code),
                       section.isEmpty() ? m_specification : m_specification + QLatin1String(", ") + section,
                       message});
}

QList<Finding> Findings::take()
{
    std::stable_sort(m_findings.begin(), m_findings.end(), [](const Finding &one, const Finding &other) {
        return std::tie(one.line, one.column) < std::tie(other.line, other.column);
    });
    QList<Finding> all = std::exchange(m_findings, {}) + std::exchange(xml, {});
    if (m_left > 0) {
        all.append({m_firstLeft.line, m_firstLeft.column, m_leftAnError ? Severity::Error : Severity::Warning,
                    m_prefix + QLatin1String(".more"), m_specification,
                    QStringLiteral("%1 more findings are not listed.").arg(m_left)});
    }
    return all;
}

} // namespace verbale::conformance
