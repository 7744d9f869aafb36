#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

#include <algorithm>

namespace verbale::conformance {

enum class Severity { Error, Warning };

/// Where a file breaks a rule of its standard. Lines and columns are 1-based, columns count Unicode code
/// points; they name the element (or its attribute's element) that breaks the rule.
struct Finding
{
    qint64 line = 0;
    qint64 column = 0;
    Severity severity = Severity::Error;
    QString code;    ///< the rule's stable name: "xliff.duplicate-segment-id"
    QString section; ///< of the specification: "XLIFF 2.1, 4.3.1.11 id"
    QString message; ///< one sentence for people: what is wrong and what to do

    /// Whether it is no fault but says how many more there are ("xliff.more"): the last of a report.
    [[nodiscard]] bool isRest() const { return code.endsWith(QLatin1String(".more")); }
    friend bool operator==(const Finding &, const Finding &) = default;
};

/// What the validation of one file found, in the order of the file: its first 1,000 errors and its first
/// 1,000 warnings.
struct Report
{
    QString format;  ///< "xliff", "tmx", "tbx"; empty when the file is none of them
    QString version; ///< as the file declares it: "1.2", "2.1", "1.4"
    QList<Finding> findings;

    /// A file is valid when it has no finding of severity error.
    [[nodiscard]] bool isValid() const
    {
        return std::none_of(findings.begin(), findings.end(),
                            [](const Finding &finding) { return finding.severity == Severity::Error; });
    }
};

} // namespace verbale::conformance
