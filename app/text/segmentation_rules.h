#pragma once

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

namespace verbale::text {

/// One rule of SRX 2.0: it speaks of every place whose left side ends with a match of `before` and whose
/// right side begins with a match of `after`. Both are regular expressions in ICU's syntax; an empty one
/// matches everywhere.
struct SegmentationRule
{
    bool breaks = true; ///< false: an exception, there is no break here
    QString before;
    QString after;

    bool operator==(const SegmentationRule &) const = default;
};

/// The rules for one language, in order: the first one that speaks of a place decides, and where none does
/// there is no break.
struct SegmentationRules
{
    QList<SegmentationRule> rules;

    bool operator==(const SegmentationRules &) const = default;
};

/// Whether `pattern` is a regular expression. Error: text.pattern, its column the place in the pattern.
Result<void> checkPattern(const QString &pattern);

/// The rules for Vietnamese that Verbale ships, and the SRX file that they come from (app/text/rules/vi.srx).
const SegmentationRules &shippedRules();
QByteArray shippedRulesFile();

} // namespace verbale::text
