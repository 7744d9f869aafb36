#pragma once

#include "formats/conformance/finding.h"
#include "xml/characters.h"

#include <vector>

namespace verbale::conformance::xliff2 {

/// Collects findings by the byte they stand at, in any order, and makes a report of them.
class Sink
{
public:
    /// `section`: of XLIFF 2.1, "4.3.1.21 id"; written as that of 2.2 when the file is one. With "2.0:" or
    /// "2.2:" in front it is that version's own.
    void error(qint64 offset, const char *code, const QString &section, const QString &message)
    {
        add(offset, Severity::Error, code, section, message);
    }
    void warning(qint64 offset, const char *code, const QString &section, const QString &message)
    {
        add(offset, Severity::Warning, code, section, message);
    }
    /// A finding that is not the standard's, "xml.malformed": always listed.
    void addPlain(qint64 offset, const QString &code, const QString &section, const QString &message);

    /// The findings in the order of the file: the first thousand errors and the first thousand warnings.
    [[nodiscard]] QList<Finding> take(QByteArrayView bytes, xml::Encoding encoding);

    bool is22 = false; ///< sections are those of 2.2

private:
    struct Placed
    {
        qint64 offset;
        Finding finding;
        bool isPlain;
    };
    void add(qint64 offset, Severity severity, const char *code, const QString &section,
             const QString &message);
    void drop(Severity severity);

    std::vector<Placed> m_findings;
    std::size_t m_errors = 0; ///< kept
    std::size_t m_warnings = 0;
    qint64 m_dropped = 0;
    bool m_droppedError = false;
};

/// "XLIFF 2.1, 4.3.1.21 id", or the same section in 2.2.
QString sectionOf(const QString &section, bool is22);

} // namespace verbale::conformance::xliff2
