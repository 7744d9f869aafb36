#include "formats/conformance/findings.h"

#include <tuple>

namespace verbale::conformance {

void appendRest(QList<Finding> &listed, const QString &prefix, qint64 left, bool hasError)
{
    if (left == 0)
        return;
    const Finding &last = listed.last();
    listed.append({last.line, last.column, hasError ? Severity::Error : Severity::Warning,
                   prefix + QLatin1String(".more"), QString(),
                   QStringLiteral("%1 more findings are not listed; mend the first ones and validate again.")
                       .arg(left)});
}

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
    const bool isError = severity == Severity::Error;
    if ((isError ? m_errors : m_findings.size() - m_errors) >= mostListed) {
        ++m_left;
        m_leftAnError = m_leftAnError || isError;
        return;
    }
    m_errors += isError ? 1 : 0;
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
    appendRest(all, m_prefix, m_left, m_leftAnError);
    return all;
}

} // namespace verbale::conformance
