#pragma once

#include "text/segmentation_rules.h"

#include <verbale/sdk/result.h>

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QStringList>

namespace verbale::srx {

/// Rules that languages share, by name.
struct LanguageRule
{
    QString name;
    QList<text::SegmentationRule> rules;

    bool operator==(const LanguageRule &) const = default;
};

/// Languages whose code matches `pattern` as a whole, in any case, follow the rules called `rules`.
struct LanguageMap
{
    QString pattern;
    QString rules;

    bool operator==(const LanguageMap &) const = default;
};

/// Segmentation Rules eXchange.
struct Srx
{
    bool cascade = false; ///< all maps that match a language count, in their order; otherwise the first alone
    bool segmentSubflows = true;
    bool includeStartCodes =
        false; ///< formathandle: whether a code at a break belongs to the segment before it
    bool includeEndCodes = true;
    bool includeIsolatedCodes = false;
    QList<LanguageRule> languageRules;
    QList<LanguageMap> maps;

    bool operator==(const Srx &) const = default;

    /// The names of the rules for a language code ("vi", "en-GB"), in their order; none when no map matches
    /// it.
    [[nodiscard]] QStringList rulesNamedFor(const QString &language) const;
    /// These rules, one after the other.
    [[nodiscard]] text::SegmentationRules rulesFor(const QString &language) const;
};

struct ReadSrx
{
    Srx srx;
    QStringList warnings;         ///< sentences for people
    QHash<QString, Error> faults; ///< by the rules' name: their first pattern that is no regular expression

    /// Error srx.pattern, with line and column, when a pattern of these rules is wrong. Files are shared by
    /// tools whose expressions differ, so that a fault in the rules of another language does no harm.
    [[nodiscard]] Result<text::SegmentationRules> rulesFor(const QString &language) const;
};

/// Reads SRX 2.0, and 1.0 as far as it has rules and maps; other tools' extensions are passed over. Limits:
/// 16 MiB, 100,000 rules, 10,000 characters a pattern. Errors, each with line and column: srx.not-srx,
/// srx.unsupported-version, srx.no-rules, srx.language, srx.too-large, srx.malformed, srx.encoding,
/// srx.entity, srx.too-deep.
Result<ReadSrx> read(const QByteArray &bytes, const QString &fileName);

/// SRX 2.0, UTF-8. read() gives it back.
QByteArray write(const Srx &srx);

} // namespace verbale::srx
