#pragma once

#include "formats/conformance/finding.h"
#include "formats/conformance/xml_events.h"

namespace verbale::conformance {

/// How many errors a report names, and how many warnings.
inline constexpr qsizetype mostListed = 1000;

/// Ends a report that leaves findings out, at the last one that it lists: how many, and whether an error is
/// among them.
void appendRest(QList<Finding> &listed, const QString &prefix, qint64 left, bool hasError);

/// Collects what a checker finds. The first 1,000 errors and the first 1,000 warnings of a file are kept; the
/// rest is counted, so that a file that is wrong from end to end does not fill the memory.
class Findings
{
public:
    /// Codes become "PREFIX.code", sections "SPECIFICATION, section".
    Findings(QString prefix, QString specification);

    void error(Position position, const char *code, const QString &section, const QString &message);
    void warning(Position position, const char *code, const QString &section, const QString &message);

    /// Everything, in the order of the file.
    QList<Finding> take();

    /// For what is wrong with the XML itself.
    QList<Finding> xml;

private:
    void add(Severity severity, Position position, const char *code, const QString &section,
             const QString &message);

    QString m_prefix;
    QString m_specification;
    QList<Finding> m_findings;
    qsizetype m_errors = 0; ///< of those that are kept
    qint64 m_left = 0;      ///< not kept
    bool m_leftAnError = false;
};

} // namespace verbale::conformance
