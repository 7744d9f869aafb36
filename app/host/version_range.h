#pragma once

#include <QtCore/QString>
#include <QtCore/QVersionNumber>

#include <optional>

namespace verbale::host {

/// "1.4.0": one to four numbers with dots between them, nothing else. nullopt for any other text.
std::optional<QVersionNumber> parseVersion(const QString &text);

/// A half-open range of versions, as in ">=1.0 <2". Missing parts of a version count as zero: 1.0
/// equals 1.0.0.
struct VersionRange
{
    QVersionNumber minimum; ///< the oldest version inside; null: no lower end
    QVersionNumber below;   ///< the first version outside; null: no upper end

    [[nodiscard]] bool contains(const QVersionNumber &version) const;
    [[nodiscard]] QString text() const; ///< ">=1.0 <2"; "any version" when both ends are open

    /// Reads ">=A", "<B" or ">=A <B". nullopt for any other text, and for a range that holds no version.
    static std::optional<VersionRange> parse(const QString &text);
};

} // namespace verbale::host
